(* Gradients and derivatives of maps (Frechet), and what they are along a line. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid Bridges.Calculus.
Open Scope R_scope.

(* v is the gradient of f at x. *)
Definition gradient_at {E : Euclid} (f : E -> R) (x v : E) : Prop :=
  forall e, 0 < e -> exists r, 0 < r /\ forall h, norm h < r ->
    Rabs (f (plus x h) - f x - dot v h) <= e * norm h.

(* The linear map A is the derivative of g at x. *)
Definition derivative_at {E F : Euclid} (g : E -> F) (x : E) (A : E -> F) : Prop :=
  linear A /\ forall e, 0 < e -> exists r, 0 < r /\ forall h, norm h < r ->
    norm (minus (minus (g (plus x h)) (g x)) (A h)) <= e * norm h.

(* |A h| <= K |h| for all h: the operator norm of A is at most K. *)
Definition bounded_by {E F : Euclid} (A : E
  -> F) (K : R) : Prop := forall h, norm (A h) <= K * norm h.

Definition lipschitz {E F : Euclid} (C : E -> Prop) (g : E -> F) (L : R) : Prop :=
  forall x y, C x -> C y -> norm (minus (g y) (g x)) <= L * norm (minus y x).

(* H, the derivative of a gradient, is rho-Lipschitz in the operator norm. *)
Definition lipschitz_operator {E F : Euclid} (C : E -> Prop) (H : E -> E -> F) (rho : R) : Prop :=
  forall x y, C x -> C y -> forall h, norm (minus (H y h) (H x h)) <= rho * norm (minus y x) * norm
    h.

Section Lines.
Context {E F : Euclid}.

(* A step t d is shorter than r if |t| < r / (|d| + 1). *)
Lemma short_step (d : E) (r t : R) : Rabs t < r / (norm d + 1) -> norm (scal t d) < r.
Proof.
intro h. pose proof (norm_pos d). rewrite norm_scal.
apply Rle_lt_trans with (Rabs t * (norm d + 1)); [pose proof (Rabs_pos t); nra | ].
apply (Rmult_lt_reg_r (/ (norm d + 1))); [apply Rinv_0_lt_compat; lra | ].
rewrite Rmult_assoc, Rinv_r, Rmult_1_r by lra. exact h.
Qed.

Lemma gradient_on_line (f : E -> R) (x d v : E) (t : R) : gradient_at f (along x d t) v ->
  is_derive (fun s => f (along x d s)) t (dot v d).
Proof.
intro G. apply derive_of_remainder. intros e e0. pose proof (norm_pos d) as n.
destruct (G (e / (norm d + 1))) as [r [r0 B]]; [apply Rdiv_lt_0_compat; lra | ].
exists (r / (norm d + 1)). split; [apply Rdiv_lt_0_compat; lra | ]. intros s h.
specialize (B _ (short_step d r s h)). rewrite along_shift, dot_scal_r, norm_scal in B.
apply Rle_trans with (1 := B). unfold Rdiv.
apply Rle_trans with (e * Rabs s * (/ (norm d + 1) * (norm d + 1))); [ | rewrite Rinv_l by lra;
  lra].
replace (e * / (norm d + 1) * (Rabs s * norm d)) with (e * Rabs s * (/ (norm d + 1) * norm d))
  by ring.
apply Rmult_le_compat_l; [pose proof (Rabs_pos s); nra | ].
apply Rmult_le_compat_l; [apply Rlt_le, Rinv_0_lt_compat; lra | lra].
Qed.

(* The components of a map along a line. *)
Lemma derivative_on_line (g : E -> F) (A : E -> F) (x d : E) (w : F) (t : R) :
  derivative_at g (along x d t) A ->
  is_derive (fun s => dot (g (along x d s)) w) t (dot (A d) w).
Proof.
intros [[_ lin] D]. apply derive_of_remainder. intros e e0.
pose proof (norm_pos d) as n. pose proof (norm_pos w) as m.
assert (p : 0 < (norm d + 1) * (norm w + 1)) by nra.
destruct (D (e / ((norm d + 1) * (norm w + 1)))) as [r [r0 B]]; [apply Rdiv_lt_0_compat; lra | ].
exists (r / (norm d + 1)). split; [apply Rdiv_lt_0_compat; lra | ]. intros s h.
specialize (B _ (short_step d r s h)). rewrite along_shift, lin, norm_scal in B.
set (z := minus _ _) in B.
assert (split : dot z w =
  dot (g (along x d (t + s))) w - dot (g (along x d t)) w - s * dot (A d) w).
{ unfold z. rewrite !dot_minus, (dot_scal F). ring. }
rewrite <- split.
apply Rle_trans with (1 := cauchy_schwarz_abs z w).
apply Rle_trans with (e / ((norm d + 1) * (norm w + 1)) * (Rabs s * norm d) * norm w).
{ apply Rmult_le_compat_r; [exact m | exact B]. }
replace (e * Rabs s) with (e / ((norm d + 1) * (norm w + 1)) * (Rabs s * (norm d + 1)) * (norm w +
  1))
  by (field; lra).
pose proof (Rabs_pos s). assert (0 <= e / ((norm d + 1) * (norm w + 1)))
  by (apply Rlt_le, Rdiv_lt_0_compat; lra).
apply Rmult_le_compat; try lra.
- apply Rmult_le_pos; [lra | apply Rmult_le_pos; lra].
- apply Rmult_le_compat_l; [lra | ]. apply Rmult_le_compat_l; lra.
Qed.

(* Fact `mean-value-inequality`; with the gradient of a function for g, a bound L of the Hessian
   makes it L-Lipschitz. Source: Rudin (1976), Theorem 9.19. *)
Theorem mean_value_inequality (C : E -> Prop) (g : E -> F) (dg : E -> E -> F) (L : R) : convex C ->
  (forall x, C x -> derivative_at g x (dg x)) -> (forall x, C x -> bounded_by (dg x) L) ->
  lipschitz C g L.
Proof.
intros conv D B x y cx cy. set (d := minus y x). set (w := minus (g y) (g x)).
destruct (Rle_lt_or_eq_dec _ _ (norm_pos d)) as [dpos | dz].
- assert (L0 : 0 <= L).
  { pose proof (B x cx d). pose proof (norm_pos (dg x d)). nra. }
  apply norm_of_products; [apply Rmult_le_pos; lra | ].
  pose proof (rise_by_slope (fun t => dot (g (along x d t)) w)
    (fun t => dot (dg (along x d t) d) w) 0 (L * norm d * norm w) 1) as R.
  cbn beta in R. rewrite along_0, (along_end x y : along x d 1 = y) in R.
  assert (dot (g y) w <= dot (g x) w + L * norm d * norm w * 1 + 0 / 2 * 1 ^ 2).
  + apply R; [lra | | ].
    * intros s h. apply derivative_on_line, D, conv; auto.
    * intros s h. pose proof (cauchy_schwarz (dg (along x d s) d) w) as S.
      pose proof (B (along x d s) (conv x y s cx cy h) d). pose proof (norm_pos w).
      assert (norm (dg (along x d s) d) * norm w <= L * norm d * norm w)
        by (apply Rmult_le_compat_r; auto). lra.
  + unfold w at 1. rewrite dot_minus. lra.
- assert (d = zero) as z by (apply (dot_zero E); rewrite <- norm_sqr, <- dz; ring).
  assert (y = x) as e by (rewrite <- (plus_minus_same x y); fold d; rewrite z; apply plus_zero_r).
  unfold w. rewrite e. unfold minus. rewrite plus_opp_r, norm_zero, <- dz. lra.
Qed.
End Lines.
