(* What a Lipschitz gradient gives: the quadratic bounds and the descent lemma. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid Bridges.Calculus Bridges.Derivative.
Open Scope R_scope.

Section OnConvexSets.
Context {E : Euclid} (C : E -> Prop) (f : E -> R) (g : E -> E) (L : R).
Hypothesis (conv : convex C) (G : forall x, C x -> gradient_at f x (g x)) (Lip : lipschitz C g L).

Let slope_change x d s : C x -> C (along x d s) -> 0 <= s ->
  Rabs (dot (g (along x d s)) d - dot (g x) d) <= L * dot d d * s.
Proof.
intros cx cs s0. rewrite <- dot_minus. apply Rle_trans with (1 := cauchy_schwarz_abs _ d).
pose proof (Lip x _ cx cs) as S. rewrite along_step, norm_scal, Rabs_pos_eq in S by auto.
rewrite <- norm_sqr. pose proof (norm_pos d).
replace (L * norm d ^ 2 * s) with (L * (s * norm d) * norm d) by ring.
apply Rmult_le_compat_r; auto.
Qed.

(* Fact `quadratic-upper-bound`. Source: Nesterov (2004), Lemma 1.2.3. *)
Theorem quadratic_upper_bound x y : C x -> C y ->
  f y <= f x + dot (g x) (minus y x) + L / 2 * norm (minus y x) ^ 2.
Proof.
intros cx cy. set (d := minus y x). rewrite norm_sqr.
pose proof (rise_by_slope (fun t => f (along x d t)) (fun t => dot (g (along x d t)) d)
  (L * dot d d) (dot (g x) d) 1) as R.
cbn beta in R. rewrite along_0, (along_end x y : along x d 1 = y) in R.
apply Rle_trans with (f x + dot (g x) d * 1 + L * dot d d / 2 * 1 ^ 2); [ | lra].
apply R; [lra | | ].
- intros s h. apply gradient_on_line, G, conv; auto.
- intros s h. pose proof (slope_change x d s cx (conv x y s cx cy h) (proj1 h)) as S.
  apply Rabs_le_between in S. lra.
Qed.

(* Fact `quadratic-lower-bound`. Source: Nesterov (2004), Lemma 1.2.3. *)
Theorem quadratic_lower_bound x y : C x -> C y ->
  f x + dot (g x) (minus y x) - L / 2 * norm (minus y x) ^ 2 <= f y.
Proof.
intros cx cy. set (d := minus y x). rewrite norm_sqr.
pose proof (rise_by_slope (fun t => - f (along x d t)) (fun t => - dot (g (along x d t)) d)
  (L * dot d d) (- dot (g x) d) 1) as R.
cbn beta in R. rewrite along_0, (along_end x y : along x d 1 = y) in R.
assert (- f y <= - f x + - dot (g x) d * 1 + L * dot d d / 2 * 1 ^ 2); [ | lra].
apply R; [lra | | ].
- intros s h. apply (is_derive_opp (fun t => f (along x d t))).
  apply gradient_on_line, G, conv; auto.
- intros s h. pose proof (slope_change x d s cx (conv x y s cx cy h) (proj1 h)) as S.
  apply Rabs_le_between in S. lra.
Qed.
End OnConvexSets.

Section OnTheSpace.
Context {E : Euclid} (f : E -> R) (g : E -> E) (L : R).
Hypothesis (G : forall x, gradient_at f x (g x)) (Lip : lipschitz (fun _ => True) g L).

Lemma whole_space_is_convex : convex (fun _ : E => True).
Proof. now intros x y t _ _ _. Qed.

(* Fact `quadratic-upper-bound`, at one step of descent of length eta. *)
Theorem descent_step eta x :
  f (plus x (scal (- eta) (g x))) <= f x - eta * (1 - L * eta / 2) * dot (g x) (g x).
Proof.
pose proof (quadratic_upper_bound (fun _ => True) f g L whole_space_is_convex (fun x _ => G x) Lip
  x (plus x (scal (- eta) (g x))) I I) as U.
rewrite plus_minus_left, norm_sqr, !dot_scal_r, (dot_scal E) in U. lra.
Qed.

(* Fact `quadratic-upper-bound`, the descent lemma: a step of length 1/L. Source: Nesterov (2004),
   (1.2.12). *)
Theorem descent_lemma x : 0 < L ->
  f (plus x (scal (- / L) (g x))) <= f x - dot (g x) (g x) / (2 * L).
Proof.
intro l. apply Rle_trans with (1 := descent_step (/ L) x). apply Req_le. field. lra.
Qed.
End OnTheSpace.
