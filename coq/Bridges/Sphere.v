(* Functions on the unit sphere: second derivatives along great circles. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid Bridges.Calculus Bridges.Derivative Bridges.Flow.
From Provenscape Require Import Bridges.Dimension.
Open Scope R_scope.

Lemma remainder_of_derive (phi : R -> R) (t l : R) : is_derive phi t l ->
  forall e, 0 < e -> exists r, 0 < r /\ forall s, Rabs s < r ->
    Rabs (phi (t + s) - phi t - s * l) <= e * Rabs s.
Proof.
intros D e e0. apply is_derive_Reals in D. destruct (D e e0) as [[r r0] h]. cbn in h.
exists r. split; [exact r0 | ]. intros s small. destruct (Req_EM_T s 0) as [-> | nz].
- rewrite Rplus_0_r, Rabs_R0. replace (phi t - phi t - 0 * l) with 0 by ring. rewrite Rabs_R0. lra.
- specialize (h s nz small). apply Rlt_le in h.
  replace (phi (t + s) - phi t - s * l) with (((phi (t + s) - phi t) / s - l) * s) by
    (field; exact nz).
  rewrite Rabs_mult. apply Rmult_le_compat_r; [apply Rabs_pos | exact h].
Qed.

Section Circle.
Context {E : Euclid} (x v : E).

(* The great circle through x along v, and its velocity. *)
Definition circle (t : R) : E := plus (scal (cos t) x) (scal (sin t) v).
Definition circle_velocity (t : R) : E := plus (scal (- sin t) x) (scal (cos t) v).

Lemma circle_moves t : velocity_at circle t (circle_velocity t).
Proof.
intros e e0. pose proof (norm_pos x) as x0. pose proof (norm_pos v) as v0.
set (K := norm x + norm v + 1). assert (K0 : 0 < K) by (unfold K; lra).
assert (d0 : 0 < e / K) by (apply Rdiv_lt_0_compat; lra).
destruct (remainder_of_derive cos t (- sin t) (is_derive_cos t) (e / K) d0) as [r1 [r10 C]].
destruct (remainder_of_derive sin t (cos t) (is_derive_sin t) (e / K) d0) as [r2 [r20 S]].
exists (Rmin r1 r2). split; [now apply Rmin_glb_lt | ]. intros s h.
specialize (C s (Rlt_le_trans _ _ _ h (Rmin_l _ _))).
specialize (S s (Rlt_le_trans _ _ _ h (Rmin_r _ _))).
set (a := cos (t + s) - cos t - s * - sin t) in *.
set (b := sin (t + s) - sin t - s * cos t) in *.
assert (rest : minus (minus (circle (t + s)) (circle t)) (scal s (circle_velocity t)) =
  plus (scal a x) (scal b v)).
{ apply dot_minus_zero. intro z. unfold circle, circle_velocity, a, b.
  rewrite !dot_minus, !(dot_plus E), !(dot_scal E), !(dot_plus E), !(dot_scal E). ring. }
rewrite rest. apply Rle_trans with (1 := norm_triangle _ _). rewrite !norm_scal.
assert (Rabs a * norm x <= e / K * Rabs s * norm x) by (apply Rmult_le_compat_r; auto).
assert (Rabs b * norm v <= e / K * Rabs s * norm v) by (apply Rmult_le_compat_r; auto).
assert (all : e / K * Rabs s * norm x + e / K * Rabs s * norm v + e / K * Rabs s = e * Rabs s).
{ unfold K. field. fold K. lra. }
assert (0 <= e / K * Rabs s) by (apply Rmult_le_pos; [lra | apply Rabs_pos]). lra.
Qed.

Lemma circle_on_the_sphere t : norm x = 1 -> norm v = 1 -> dot v x = 0 -> norm (circle t) = 1.
Proof.
intros one unit tangent.
assert (sq : dot (circle t) (circle t) = 1).
{ unfold circle. rewrite (dot_plus E), !dot_plus_r, !(dot_scal E), !dot_scal_r, (dot_sym E x v),
    tangent, <- !norm_sqr, one, unit. pose proof (sin2_cos2 t) as p. unfold Rsqr in p. lra. }
unfold norm. rewrite sq. apply sqrt_1.
Qed.

Lemma circle_at_0 : circle 0 = x /\ circle_velocity 0 = v.
Proof.
split; apply dot_minus_zero; intro z; unfold circle, circle_velocity;
  rewrite (dot_plus E), !(dot_scal E), cos_0, sin_0; ring.
Qed.
End Circle.

(* The form of the Hessian of f on the sphere: P H P - <g, x> P with P = I - xx'. *)
Section Hessian.
Context {n : nat} (f : Rn n -> R) (g H : Rn n -> Rn n) (x : Rn n).

Definition tangent_part (u : Rn n) : Rn n := minus u (scal (dot u x) x).
Definition sphere_hessian (u : Rn n) : Rn n :=
  minus (tangent_part (H (tangent_part u))) (scal (dot (g x) x) (tangent_part u)).

Lemma component_of_gradient H' z : adjoint H H' -> derivative_at g x H ->
  gradient_at (fun y => dot (g y) z) x (H' z).
Proof.
intros adj [_ D] e e0. pose proof (norm_pos z) as z0.
destruct (D (e / (norm z + 1))) as [r [r0 B]]; [apply Rdiv_lt_0_compat; lra | ].
exists r. split; [exact r0 | ]. intros h small. specialize (B h small).
set (w := minus (minus (g (plus x h)) (g x)) (H h)) in *.
replace (dot (g (plus x h)) z - dot (g x) z - dot (H' z) h) with (dot w z) by
  (unfold w; rewrite !dot_minus, (adj h z), (dot_sym (Rn n) h); ring).
apply Rle_trans with (1 := cauchy_schwarz_abs w z). pose proof (norm_pos h).
assert (norm w * norm z <= e / (norm z + 1) * norm h * norm z) by (apply Rmult_le_compat_r; auto).
assert (e / (norm z + 1) * norm h * norm z + e / (norm z + 1) * norm h = e * norm h)
  by (field; lra).
assert (0 <= e / (norm z + 1) * norm h).
{ apply Rmult_le_pos; [ | assumption]. apply Rlt_le, Rdiv_lt_0_compat; lra. }
lra.
Qed.

(* Fact `hessian-on-the-sphere`: the first derivative along the great circle, at every point of it,
   and the second at x; and the map of tangents that has this second derivative as its form, and is
   symmetric if H is. Source: Boumal (2023), Example 5.27. *)
Theorem hessian_on_the_sphere : norm x = 1 ->
  (forall y, norm y = 1 -> gradient_at f y (g y)) -> derivative_at g x H ->
  (forall v, norm v = 1 -> dot v x = 0 -> exists slope : R -> R,
    (forall t, is_derive (fun s => f (circle x v s)) t (slope t)) /\
    is_derive slope 0 (dot (H v) v - dot (g x) x) /\
    dot (sphere_hessian v) v = dot (H v) v - dot (g x) x) /\
  linear sphere_hessian /\ (symmetric H -> symmetric sphere_hessian) /\
  forall u, dot (sphere_hessian u) x = 0.
Proof.
intros one G D. pose proof D as [lin _].
destruct (adjoint_exists n n H lin) as [H' [_ adj]].
assert (xx : dot x x = 1) by (rewrite <- norm_sqr, one; ring).
split; [ | split; [ | split]].
- intros v unit tangent. exists (fun t => dot (g (circle x v t)) (circle_velocity x v t)).
  split; [ | split].
  + intro t. apply gradient_along_curve; [ | apply circle_moves].
    apply G. now apply circle_on_the_sphere.
  + assert (along : forall z, is_derive (fun t => dot (g (circle x v t)) z) 0 (dot (H v) z)).
    { intro z. rewrite (adj v z), (dot_sym (Rn n)).
      apply (gradient_along_curve (fun y => dot (g y) z) (circle x v)).
      - rewrite (proj1 (circle_at_0 x v)). now apply component_of_gradient.
      - rewrite <- (proj2 (circle_at_0 x v)) at 2. apply circle_moves. }
    apply is_derive_ext with (fun t => - sin t * dot (g (circle x v t)) x +
      cos t * dot (g (circle x v t)) v).
    { intro t. unfold circle_velocity. rewrite dot_plus_r, !dot_scal_r. reflexivity. }
    pose proof (along x) as dx. pose proof (along v) as dv.
    pose proof (proj1 (circle_at_0 x v)) as at0.
    set (a := fun t => dot (g (circle x v t)) x) in *.
    set (b := fun t => dot (g (circle x v t)) v) in *.
    replace (dot (H v) v - dot (g x) x)
      with ((- cos 0 * a 0 + - sin 0 * dot (H v) x) + (- sin 0 * b 0 + cos 0 * dot (H v) v)).
    2: { unfold a. rewrite at0, sin_0, cos_0. ring. }
    apply (is_derive_plus (fun t => - sin t * a t) (fun t => cos t * b t)).
    * apply (is_derive_mult (fun t => - sin t) a 0 (- cos 0)); [ | exact dx | apply Rmult_comm].
      auto_derive; [trivial | ring].
    * apply (is_derive_mult cos b 0 (- sin 0)); [apply is_derive_cos | exact dv | apply Rmult_comm].
  + assert (same : tangent_part v = v).
    { apply dot_minus_zero. intro z. unfold tangent_part.
      rewrite dot_minus, (dot_scal (Rn n)), tangent. ring. }
    unfold sphere_hessian. rewrite same. unfold tangent_part.
    rewrite !dot_minus, !(dot_scal (Rn n)), (dot_sym (Rn n) x v), tangent, <- (norm_sqr v), unit.
    ring.
- assert (linP : linear tangent_part).
  { split; intros; apply dot_minus_zero; intro z; unfold tangent_part;
      rewrite ?(dot_plus (Rn n)), ?dot_minus, ?(dot_scal (Rn n)), ?(dot_plus (Rn n)),
        ?dot_minus, ?(dot_scal (Rn n)); ring. }
  split; intros; unfold sphere_hessian.
  + rewrite (proj1 linP), (proj1 lin), (proj1 linP). apply dot_minus_zero. intro z.
    rewrite !(dot_plus (Rn n)), !dot_minus, !(dot_plus (Rn n)), !(dot_scal (Rn n)),
      !(dot_plus (Rn n)). ring.
  + rewrite (proj2 linP), (proj2 lin), (proj2 linP). apply dot_minus_zero. intro z.
    rewrite !(dot_scal (Rn n)), !dot_minus, !(dot_scal (Rn n)). ring.
- assert (move : forall u z, dot (tangent_part u) z = dot u (tangent_part z)).
  { intros u z. unfold tangent_part. rewrite dot_minus, dot_minus_r, (dot_scal (Rn n)), dot_scal_r,
      (dot_sym (Rn n) z x). ring. }
  intros sym u z. unfold sphere_hessian.
  rewrite dot_minus, dot_minus_r, (dot_scal (Rn n)), dot_scal_r, !move, sym, move. reflexivity.
- assert (zero_x : forall u, dot (tangent_part u) x = 0).
  { intro u. unfold tangent_part. rewrite dot_minus, (dot_scal (Rn n)), xx. ring. }
  intro u. unfold sphere_hessian. rewrite dot_minus, (dot_scal (Rn n)), !zero_x. ring.
Qed.
End Hessian.
