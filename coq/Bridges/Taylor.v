(* Taylor's bounds with a Lipschitz Hessian, for the value and for the gradient. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid Bridges.Calculus Bridges.Derivative.
Open Scope R_scope.

Section OnSegments.
Context {E : Euclid} (f : E -> R) (g : E -> E) (H : E -> E -> E) (rho : R) (x y : E).
Let d := minus y x.
Hypothesis (G : forall t, 0 <= t <= 1 -> gradient_at f (along x d t) (g (along x d t)))
  (D : forall t, 0 <= t <= 1 -> derivative_at g (along x d t) (H (along x d t)))
  (Lip : forall t, 0 <= t <= 1 ->
    forall h, norm (minus (H (along x d t) h) (H x h)) <= rho * norm (minus (along x d t) x) * norm
      h).

Let change w t : 0 <= t <= 1 ->
  Rabs (dot (H (along x d t) d) w - dot (H x d) w) <= rho * norm d ^ 2 * norm w * t.
Proof.
intro h. rewrite <- dot_minus. apply Rle_trans with (1 := cauchy_schwarz_abs _ w).
pose proof (Lip t h d) as S. rewrite along_step, norm_scal, Rabs_pos_eq in S by lra.
replace (rho * norm d ^ 2 * norm w * t) with (rho * (t * norm d) * norm d * norm w) by ring.
apply Rmult_le_compat_r; [apply norm_pos | exact S].
Qed.

(* Fact `taylor-with-lipschitz-hessian`, for one segment. Source: Nesterov (2004), Lemma 1.2.4. *)
Theorem taylor_on_segment :
  Rabs (f y - f x - dot (g x) d - dot (H x d) d / 2) <= rho / 6 * norm d ^ 3.
Proof.
assert (both : forall k, k = 1 \/ k = -1 ->
  k * f y <= k * f x + k * dot (g x) d + (k * dot (H x d) d) / 2 + rho * norm d ^ 3 / 6).
{ intros k hk.
  pose proof (rise_by_curvature (fun t => k * f (along x d t)) (fun t => k * dot (g (along x d t))
    d)
    (fun t => k * dot (H (along x d t) d) d) (rho * norm d ^ 3) (k * dot (H x d) d)) as R.
  cbn beta in R. rewrite along_0, (along_end x y : along x d 1 = y) in R.
  apply R.
  - intros s h. apply (is_derive_scal (fun t => f (along x d t))), gradient_on_line, G, h.
  - intros s h. apply (is_derive_scal (fun t => dot (g (along x d t)) d)), derivative_on_line, D, h.
  - intros s h. pose proof (change d s h) as S. apply Rabs_le_between in S.
    replace (rho * norm d ^ 2 * norm d * s) with (rho * norm d ^ 3 * s) in S by ring.
    destruct hk as [-> | ->]; lra. }
pose proof (both 1 (or_introl eq_refl)). pose proof (both (-1) (or_intror eq_refl)).
apply Rabs_le. lra.
Qed.

(* Fact `gradient-change-with-lipschitz-hessian`, for one segment. *)
Theorem gradient_change_on_segment :
  norm (minus (minus (g y) (g x)) (H x d)) <= rho / 2 * norm d ^ 2.
Proof.
set (w := minus (minus (g y) (g x)) (H x d)).
destruct (Rle_lt_or_eq_dec _ _ (norm_pos w)) as [p | z].
- pose proof (rise_by_slope (fun t => dot (g (along x d t)) w) (fun t => dot (H (along x d t) d) w)
    (rho * norm d ^ 2 * norm w) (dot (H x d) w) 1) as R.
  cbn beta in R. rewrite along_0, (along_end x y : along x d 1 = y) in R.
  assert (b : dot (g y) w <=
    dot (g x) w + dot (H x d) w * 1 + rho * norm d ^ 2 * norm w / 2 * 1 ^ 2).
  { apply R; [lra | | ].
    - intros s h. apply derivative_on_line, D, h.
    - intros s h. pose proof (change w s h) as S. apply Rabs_le_between in S. lra. }
  apply Rmult_le_reg_r with (norm w); [exact p | ].
  assert (norm w * norm w = dot (g y) w - dot (g x) w - dot (H x d) w); [ | lra].
  replace (norm w * norm w) with (norm w ^ 2) by ring. rewrite norm_sqr. unfold w at 1.
  rewrite !dot_minus. reflexivity.
- rewrite <- z.
  assert (0 <= rho * norm d ^ 2); [ | lra].
  pose proof (Lip 1 (conj Rle_0_1 (Rle_refl 1)) d) as S.
  rewrite along_step, norm_scal, Rabs_R1 in S.
  pose proof (norm_pos (minus (H (along x d 1) d) (H x d))). nra.
Qed.
End OnSegments.

Section OnConvexSets.
Context {E : Euclid} (C : E -> Prop) (f : E -> R) (g : E -> E) (H : E -> E -> E) (rho : R).
Hypothesis (conv : convex C) (G : forall x, C x -> gradient_at f x (g x))
  (D : forall x, C x -> derivative_at g x (H x)) (Lip : lipschitz_operator C H rho).

Theorem taylor_with_lipschitz_hessian x y : C x -> C y ->
  Rabs (f y - f x - dot (g x) (minus y x) - dot (H x (minus y x)) (minus y x) / 2)
    <= rho / 6 * norm (minus y x) ^ 3.
Proof.
intros cx cy. apply taylor_on_segment; intros t h.
- apply G, conv; auto.
- apply D, conv; auto.
- intro v. apply Lip; [ | apply conv]; auto.
Qed.

Theorem gradient_change_with_lipschitz_hessian x y : C x -> C y ->
  norm (minus (minus (g y) (g x)) (H x (minus y x))) <= rho / 2 * norm (minus y x) ^ 2.
Proof.
intros cx cy. apply gradient_change_on_segment; intros t h.
- apply D, conv; auto.
- intro v. apply Lip; [ | apply conv]; auto.
Qed.
End OnConvexSets.
