(* Functions whose curvature lies between two bounds, and the interpolation inequality between two
   points of such a function. *)
From Coq Require Import Reals Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid Bridges.Derivative Bridges.Smooth Bridges.Convex.
From Provenscape Require Import Bridges.Stationary Bridges.Descent.
Open Scope R_scope.

(* f - (a/2)|x|^2 and (b/2)|x|^2 - f are convex. *)
Definition curvature_between {E : Euclid} (f : E -> R) (a b : R) : Prop :=
  convex_on (fun _ => True) (fun z => f z - a / 2 * norm z ^ 2) /\
  convex_on (fun _ => True) (fun z => b / 2 * norm z ^ 2 - f z).

Section Bounds.
Context {E : Euclid} (f : E -> R) (g : E -> E).
Hypothesis G : forall x, gradient_at f x (g x).

Lemma convex_same (p q : E -> R) : (forall z, p z = q z) -> convex_on (fun _ => True) p ->
  convex_on (fun _ => True) q.
Proof. intros e c x y t cx cy h. rewrite <- !e. now apply c. Qed.

(* The tangent parabolas of both bounds. *)
Lemma curvature_below a b x y : curvature_between f a b ->
  f x + dot (g x) (minus y x) + a / 2 * norm (minus y x) ^ 2 <= f y.
Proof.
intros [low _]. exact (proj2 (proj2 (first_order_condition_for_convexity (fun _ => True) f g
  whole_space_is_convex (fun z _ => G z)) a) low x y I I).
Qed.

Lemma curvature_above a b x y : curvature_between f a b ->
  f y <= f x + dot (g x) (minus y x) + b / 2 * norm (minus y x) ^ 2.
Proof.
intros [_ high]. pose proof (proj2 (proj2 (first_order_condition_for_convexity (fun _ => True)
  (fun z => - f z) (fun z => opp (g z)) whole_space_is_convex
  (fun z _ => gradient_opp f z (g z) (G z))) (- b))) as T.
assert (c : convex_on (fun _ : E => True) (fun z => - f z - - b / 2 * norm z ^ 2)).
{ apply (convex_same (fun z => b / 2 * norm z ^ 2 - f z)); [intro z; field | exact high]. }
specialize (T c x y I I). cbn beta in T. rewrite dot_opp in T. lra.
Qed.

(* An L-Lipschitz gradient is a curvature between - L and L. *)
Lemma lipschitz_gradient_bounds_curvature L : lipschitz (fun _ => True) g L ->
  curvature_between f (- L) L.
Proof.
intro Lip. split.
- apply (proj1 (proj2 (first_order_condition_for_convexity (fun _ => True) f g
    whole_space_is_convex (fun z _ => G z)) (- L))). intros x y _ _.
  pose proof (quadratic_lower_bound (fun _ => True) f g L whole_space_is_convex (fun z _ => G z)
    Lip x y I I). lra.
- apply (convex_same (fun z => - f z - - L / 2 * norm z ^ 2)); [intro z; field | ].
  apply (proj1 (proj2 (first_order_condition_for_convexity (fun _ => True) (fun z => - f z)
    (fun z => opp (g z)) whole_space_is_convex (fun z _ => gradient_opp f z (g z) (G z))) (- L))).
  intros x y _ _. cbn beta. rewrite dot_opp.
  pose proof (quadratic_upper_bound (fun _ => True) f g L whole_space_is_convex (fun z _ => G z)
    Lip x y I I). lra.
Qed.

(* Fact `smooth-nonconvex-interpolation`, with the next theorem. Source: Taylor, Hendrickx & Glineur (2017), Theorem 3.10, for kappa = 1. *)
Theorem smooth_nonconvex_interpolation L kappa : 0 < L -> - 1 < kappa ->
  curvature_between f (- kappa * L) L -> forall x y,
  dot (g y) (minus x y) + (norm (minus (g x) (g y)) ^ 2 / L - kappa * L * norm (minus x y) ^ 2
    + 2 * kappa * dot (minus (g x) (g y)) (minus x y)) / (2 * (1 + kappa)) <= f x - f y.
Proof.
intros L0 k1 curved x y. set (d := minus x y). set (c := minus (g x) (g y)).
set (w := scal (/ (L * (1 + kappa))) (minus (scal L d) c)). set (z := plus y w).
pose proof (curvature_above _ _ x z curved) as A. pose proof (curvature_below _ _ y z curved) as B.
assert (zy : minus z y = w) by apply plus_minus_left.
assert (zx : minus z x = minus w d).
{ apply dot_minus_zero. intro v. unfold z, d. rewrite !dot_minus, (dot_plus E). ring. }
assert (gx : forall v, dot (g x) v = dot (g y) v + dot c v).
{ intro v. unfold c. rewrite dot_minus. ring. }
rewrite zx, gx in A. rewrite zy in B.
assert (n : L * (1 + kappa) <> 0) by (apply Rmult_integral_contrapositive_currified; lra).
assert (e : dot (g y) (minus w d) + dot c (minus w d) + L / 2 * norm (minus w d) ^ 2
    - dot (g y) w - - kappa * L / 2 * norm w ^ 2 =
  - dot (g y) d - (norm c ^ 2 / L - kappa * L * norm d ^ 2 + 2 * kappa * dot c d)
    / (2 * (1 + kappa))).
{ rewrite !norm_sqr. unfold w. rewrite ?dot_minus, ?dot_minus_r, ?(dot_scal E), ?dot_scal_r,
    ?dot_minus, ?dot_minus_r, ?(dot_scal E), ?dot_scal_r, (dot_sym E d c). field. lra. }
lra.
Qed.

(* For kappa = 1: curvature between - L and L is an L-Lipschitz gradient, and another form of the
   inequality. *)
Theorem interpolation_of_lipschitz_gradients L : 0 < L ->
  (curvature_between f (- L) L <-> lipschitz (fun _ => True) g L) /\
  (curvature_between f (- L) L -> forall x y,
    1 / 2 * dot (plus (g x) (g y)) (minus x y) + norm (minus (g x) (g y)) ^ 2 / (4 * L)
      - L / 4 * norm (minus x y) ^ 2 <= f x - f y).
Proof.
intro L0. assert (form : curvature_between f (- L) L -> forall x y,
  1 / 2 * dot (plus (g x) (g y)) (minus x y) + norm (minus (g x) (g y)) ^ 2 / (4 * L)
    - L / 4 * norm (minus x y) ^ 2 <= f x - f y).
{ intros curved x y. assert (one : curvature_between f (- (1) * L) L)
    by (replace (- (1) * L) with (- L) by ring; exact curved).
  apply Rle_trans with (2 := smooth_nonconvex_interpolation L 1 L0 ltac:(lra) one x y).
  apply Req_le. rewrite (dot_plus E), (dot_minus (g x)). field. lra. }
split; [split; [ | apply lipschitz_gradient_bounds_curvature] | exact form].
intros curved x y _ _. pose proof (form curved x y) as a. pose proof (form curved y x) as b.
rewrite (norm_minus_sym y x), (norm_minus_sym (g y) (g x)) in b.
rewrite (norm_minus_sym (g y) (g x)), (norm_minus_sym y x).
apply square_le; [apply Rmult_le_pos; [lra | apply norm_pos] | ].
rewrite !(dot_plus E), !dot_minus_r in a, b. rewrite Rpow_mult_distr.
set (c := norm (minus (g x) (g y)) ^ 2) in *. set (d := norm (minus x y) ^ 2) in *.
assert (q : c / (4 * L) + c / (4 * L) <= L / 4 * d + L / 4 * d) by lra.
apply (Rmult_le_compat_r (2 * L)) in q; [ | lra].
replace ((c / (4 * L) + c / (4 * L)) * (2 * L)) with c in q by (field; lra). lra.
Qed.

(* From every point the least value is at least |g|^2/(2 L) lower. *)
Lemma value_above_the_floor L a fs : 0 < L -> curvature_between f a L -> (forall x, fs <= f x) ->
  forall x, fs <= f x - norm (g x) ^ 2 / (2 * L).
Proof.
intros L0 curved low x. pose proof (curvature_above _ _ x (plus x (scal (- / L) (g x))) curved) as A.
pose proof (low (plus x (scal (- / L) (g x)))) as B.
rewrite plus_minus_left, dot_scal_r, !norm_sqr, (dot_scal E), dot_scal_r in A.
rewrite norm_sqr. apply Rle_trans with (1 := B). apply Rle_trans with (1 := A).
apply Req_le. field. lra.
Qed.
End Bounds.

(* The interpolation inequality between both ends of a step of length h/L, from either of them. *)
Section Step.
Context {E : Euclid} (f : E -> R) (g : E -> E) (L kappa h : R) (x : E).
Hypothesis (G : forall x, gradient_at f x (g x)) (L0 : 0 < L) (k1 : - 1 < kappa)
  (curved : curvature_between f (- kappa * L) L).
Let y := plus x (scal (- (h / L)) (g x)).
Let bend := (norm (g x) ^ 2 - 2 * dot (g x) (g y) + norm (g y) ^ 2
  + 2 * kappa * h * (norm (g x) ^ 2 - dot (g x) (g y)) - kappa * h ^ 2 * norm (g x) ^ 2)
  / (2 * L * (1 + kappa)).

Lemma interpolated_fall : h * dot (g x) (g y) / L + bend <= f x - f y.
Proof.
pose proof (smooth_nonconvex_interpolation f g G L kappa L0 k1 curved x y) as b.
apply Rle_trans with (2 := b). apply Req_le. unfold bend.
assert (xy : minus x y = scal (h / L) (g x)).
{ apply dot_minus_zero. intro z. unfold y. rewrite dot_minus, (dot_plus E), !(dot_scal E). ring. }
rewrite xy, !norm_sqr, ?dot_minus, ?dot_minus_r, ?(dot_scal E), ?dot_scal_r, ?dot_minus,
  (dot_sym E (g y) (g x)). field. lra.
Qed.

Lemma interpolated_rise : - h * norm (g x) ^ 2 / L + bend <= f y - f x.
Proof.
pose proof (smooth_nonconvex_interpolation f g G L kappa L0 k1 curved y x) as b.
apply Rle_trans with (2 := b). apply Req_le. unfold bend.
assert (yx : minus y x = scal (- (h / L)) (g x)) by apply plus_minus_left.
rewrite yx, !norm_sqr, ?dot_minus, ?dot_minus_r, ?(dot_scal E), ?dot_scal_r, ?dot_minus,
  (dot_sym E (g y) (g x)). field. lra.
Qed.
End Step.

(* Of the first terms of a sequence one is the least. *)
Lemma least_of_first (a : nat -> R) N :
  exists j, (j <= N)%nat /\ forall i, (i <= N)%nat -> a j <= a i.
Proof.
induction N as [ | N [j [le h]]].
- exists 0%nat. split; [lia | ]. intros i l. replace i with 0%nat by lia. lra.
- destruct (Rle_lt_dec (a j) (a (S N))) as [s | s].
  + exists j. split; [lia | ]. intros i l. destruct (Nat.eq_dec i (S N)) as [-> | n]; [exact s | ].
    apply h. lia.
  + exists (S N). split; [lia | ]. intros i l. destruct (Nat.eq_dec i (S N)) as [-> | n]; [lra | ].
    specialize (h i ltac:(lia)). lra.
Qed.
