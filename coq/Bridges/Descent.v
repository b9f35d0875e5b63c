(* Gradient descent on smooth functions that are PL or strongly convex. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid Bridges.Derivative Bridges.Smooth.
Open Scope R_scope.

Section Descent.
Context {E : Euclid} (f : E -> R) (g : E -> E).

(* The Polyak-Lojasiewicz inequality with mu and the value fs. *)
Definition PL (mu fs : R) : Prop := forall x, 2 * mu * (f x - fs) <= dot (g x) (g x).

(* The iterates of gradient descent with steps of length eta. *)
Fixpoint descent (eta : R) (x : E) (k : nat) : E :=
  match k with O => x | S k => plus (descent eta x k) (scal (- eta) (g (descent eta x k))) end.

Section Smooth.
Context (L mu fs : R).
Hypothesis (L0 : 0 < L) (G : forall x, gradient_at f x (g x)) (Lip : lipschitz (fun _ => True) g L)
  (low : forall x, fs <= f x) (P : PL mu fs).

Lemma one_step x : f (plus x (scal (- / L) (g x))) - fs <= (1 - mu / L) * (f x - fs).
Proof.
pose proof (descent_lemma f g L G Lip x L0) as D. pose proof (P x) as p.
replace ((1 - mu / L) * (f x - fs)) with (f x - fs - (2 * mu * (f x - fs)) / (2 * L)) by (field;
  lra).
assert (2 * mu * (f x - fs) / (2 * L) <= dot (g x) (g x) / (2 * L)); [ | lra].
apply Rmult_le_compat_r; [apply Rlt_le, Rinv_0_lt_compat; lra | exact p].
Qed.

(* The gap falls by 1 - mu/L a step. Source: Karimi, Nutini & Schmidt (2016), Theorem 1. *)
Theorem pl_linear_rate x k : f (descent (/ L) x k) - fs <= (1 - mu / L) ^ k * (f x - fs).
Proof.
destruct (Rle_lt_dec 0 (1 - mu / L)) as [q | q].
- induction k as [ | k IH]; cbn; [lra | ]. apply Rle_trans with (1 := one_step _).
  rewrite Rmult_assoc. apply Rmult_le_compat_l; auto.
- assert (flat : forall y, f y - fs = 0).
  { intro y. pose proof (one_step y). pose proof (low y).
    pose proof (low (plus y (scal (- / L) (g y)))). nra. }
  rewrite !flat. lra.
Qed.

(* mu <= L, unless f is constant. *)
Theorem pl_constant_at_most_smoothness : (exists x, fs < f x) -> mu <= L.
Proof.
intros [x p]. pose proof (one_step x) as s. pose proof (low (plus x (scal (- / L) (g x)))) as l.
apply Rnot_lt_le. intro c.
assert (1 - mu / L < 0); [ | nra].
assert (1 < mu / L); [ | lra]. apply Rmult_lt_reg_r with L; [exact L0 | ].
unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra.
Qed.

(* The squared gradients along descent have a bounded sum, hence one of the first N is small. *)
Theorem squared_gradients_are_summable x N :
  sum_n (fun k => dot (g (descent (/ L) x k)) (g (descent (/ L) x k))) N <= 2 * L * (f x - fs).
Proof.
assert (total : sum_n (fun k => dot (g (descent (/ L) x k)) (g (descent (/ L) x k))) N <=
  2 * L * (f x - f (descent (/ L) x (S N)))).
{ assert (one : forall k, dot (g (descent (/ L) x k)) (g (descent (/ L) x k)) <=
    2 * L * (f (descent (/ L) x k) - f (descent (/ L) x (S k)))).
  { intro k. pose proof (descent_lemma f g L G Lip (descent (/ L) x k) L0) as D.
    apply Rmult_le_reg_r with (/ (2 * L)); [apply Rinv_0_lt_compat; lra | ].
    replace (2 * L * (f (descent (/ L) x k) - f (descent (/ L) x (S k))) * / (2 * L))
      with (f (descent (/ L) x k) - f (descent (/ L) x (S k))) by (field; lra).
    cbn [descent]. unfold Rdiv in D. lra. }
  induction N as [ | N IH].
  - rewrite sum_O. exact (one O).
  - rewrite sum_Sn. specialize (one (S N)).
    apply Rle_trans with (2 * L * (f x - f (descent (/ L) x (S N))) +
      2 * L * (f (descent (/ L) x (S N)) - f (descent (/ L) x (S (S N))))); [ | lra].
    exact (Rplus_le_compat _ _ _ _ IH one). }
pose proof (low (descent (/ L) x (S N))). nra.
Qed.
End Smooth.

(* Every stationary point of a PL function is a global minimum. *)
Theorem pl_stationary_is_minimum mu fs : 0 < mu -> PL mu fs -> forall x, g x = zero -> f x <= fs.
Proof. intros m P x z. specialize (P x). rewrite z, dot_zero_l in P. nra. Qed.

(* Fact `weak-strong-convexity-gives-pl`: p may be any point, v the gradient of f at x. Source: Karimi,
   Nutini & Schmidt (2016), WSC -> PL. *)
Theorem weak_strong_convexity_gives_pl (x p v : E) mu : 0 < mu ->
  f x + dot v (minus p x) + mu / 2 * norm (minus p x) ^ 2 <= f p ->
  2 * mu * (f x - f p) <= dot v v.
Proof.
intros m weak. pose proof (dot_pos E (plus v (scal mu (minus p x)))) as s.
rewrite (dot_plus E), !dot_plus_r, (dot_scal E), !dot_scal_r, (dot_scal E),
  (dot_sym E (minus p x) v), <- (norm_sqr (minus p x)) in s.
apply (Rmult_le_compat_l (2 * mu)) in weak; lra.
Qed.

(* Strong convexity by tangents implies PL with the same constant; the infimum need not be
   attained. *)
Theorem strong_convexity_implies_pl mu fs : 0 < mu ->
  (forall x y, f x + dot (g x) (minus y x) + mu / 2 * norm (minus y x) ^ 2 <= f y) ->
  (forall e, 0 < e -> exists y, f y < fs + e) -> PL mu fs.
Proof.
intros m S inf x. apply Rnot_lt_le. intro c.
destruct (inf (((2 * mu * (f x - fs)) - dot (g x) (g x)) / (2 * mu))) as [y h].
{ apply Rdiv_lt_0_compat; lra. }
specialize (S x y). rewrite norm_sqr in S. set (d := minus y x) in S.
pose proof (dot_pos E (plus (g x) (scal mu d))) as Q.
rewrite (dot_plus E), !dot_plus_r, !dot_scal_r, !(dot_scal E), (dot_sym E d (g x)) in Q.
apply Rmult_lt_compat_l with (r := 2 * mu) in h; [ | lra].
replace (2 * mu * (fs + (2 * mu * (f x - fs) - dot (g x) (g x)) / (2 * mu)))
  with (2 * mu * f x - dot (g x) (g x)) in h by (field; lra). nra.
Qed.

(* A strongly convex function has one stationary point at most, its minimum, with quadratic
   growth. *)
Theorem strong_convexity_has_one_minimum mu : 0 < mu ->
  (forall x y, f x + dot (g x) (minus y x) + mu / 2 * norm (minus y x) ^ 2 <= f y) ->
  forall x, g x = zero -> (forall y, f x + mu / 2 * norm (minus y x) ^ 2 <= f y) /\
    forall y, f y <= f x -> y = x.
Proof.
intros m S x z.
assert (grow : forall y, f x + mu / 2 * norm (minus y x) ^ 2 <= f y).
{ intro y. specialize (S x y). rewrite z, dot_zero_l in S. lra. }
split; [exact grow | ]. intros y le. specialize (grow y).
assert (norm (minus y x) ^ 2 = 0) as n by (pose proof (pow2_ge_0 (norm (minus y x))); nra).
rewrite norm_sqr in n. rewrite <- (plus_minus_same x y), (dot_zero E _ n). apply plus_zero_r.
Qed.
End Descent.
