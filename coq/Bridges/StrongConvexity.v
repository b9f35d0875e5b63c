(* Strong convexity and the Hessian: v'H v >= m |v|^2 everywhere is the tangent inequality with
   m. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid Bridges.Calculus Bridges.Derivative.
From Provenscape Require Import Bridges.Stationary Bridges.Second.
Open Scope R_scope.

(* Fact `second-order-condition-for-strong-convexity`. Source: Nesterov (2004), Theorem 2.1.11. *)
Theorem second_order_condition_for_strong_convexity {E : Euclid} (f : E -> R) (g : E -> E)
    (H : E -> E -> E) (m : R) :
  (forall x, gradient_at f x (g x)) -> (forall x, derivative_at g x (H x)) ->
  (forall x y, f x + dot (g x) (minus y x) + m / 2 * norm (minus y x) ^ 2 <= f y) <->
  (forall x v, m * norm v ^ 2 <= dot (H x v) v).
Proof.
intros G D. split.
- intros S x v. rewrite norm_sqr. apply Rnot_lt_le. intro c.
  assert (T : twice_differentiable f g x (H x)).
  { split; [ | apply D]. exists 1. split; [lra | ]. auto. }
  set (e := (m * dot v v - dot (H x v) v) / (4 * (dot v v + 1))).
  pose proof (dot_pos E v) as v0.
  assert (e0 : 0 < e) by (apply Rdiv_lt_0_compat; lra).
  destruct (second_order_expansion f g x (H x) T e e0) as [r [r0 B]].
  destruct (some_step v r r0) as [t [t0 short]].
  specialize (B _ short). specialize (S x (plus x (scal t v))).
  rewrite plus_minus_left, norm_sqr in S. apply Rabs_le_between in B.
  rewrite (proj2 (proj1 (D x))), !(dot_scal E), !dot_scal_r in *.
  assert (k : e * dot v v < (m * dot v v - dot (H x v) v) / 2).
  { replace ((m * dot v v - dot (H x v) v) / 2) with (e * (2 * (dot v v + 1))) by (unfold e; field;
      lra).
    nra. }
  assert (0 < t ^ 2) by nra.
  assert (t ^ 2 * (e * dot v v) < t ^ 2 * ((m * dot v v - dot (H x v) v) / 2))
    by (apply Rmult_lt_compat_l; auto).
  lra.
- intros P x y. set (d := minus y x). rewrite norm_sqr.
  pose proof (rise_by_curvature (fun t => - f (along x d t)) (fun t => - dot (g (along x d t)) d)
    (fun t => - dot (H (along x d t) d) d) 0 (- (m * dot d d))) as R.
  cbn beta in R. rewrite along_0, (along_end x y : along x d 1 = y) in R.
  assert (- f y <= - f x + - dot (g x) d + - (m * dot d d) / 2 + 0 / 6); [apply R | lra].
  + intros s _. apply (is_derive_opp (fun t => f (along x d t))), gradient_on_line, G.
  + intros s _. apply (is_derive_opp (fun t => dot (g (along x d t)) d)), derivative_on_line, D.
  + intros s _. specialize (P (along x d s) d). rewrite norm_sqr in P. lra.
Qed.
