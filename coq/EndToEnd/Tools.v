(* What the compositions of claims with theorems about functions share: the theorems of Bridges in
   the form in which claims take them, and tactics for inner products and for what is evident. *)
From Coq Require Export Reals Lra Psatz Lia.
From Coquelicot Require Export Coquelicot.
From Provenscape Require Export Bridges.Euclid Bridges.Calculus Bridges.Derivative Bridges.Smooth
  Bridges.Taylor Bridges.Stationary Bridges.Second Bridges.SecondTest Bridges.Convex
  Bridges.StrongConvexity Bridges.Finite Bridges.Spectral Bridges.Limits Bridges.Continuous
  Bridges.Extreme Bridges.Complete Bridges.Descent Bridges.Growth Bridges.ScaleInvariant
  Bridges.MeanValue Bridges.Plane Bridges.Flow Bridges.Probability Bridges.Interpolation
  Bridges.SquareContraction Bridges.LeastSquares.
From Provenscape Require Bridges.Interlacing Bridges.Dimension Bridges.SingularValues
  Bridges.CubicModel Bridges.TrustRegion Bridges.Polar Bridges.Floating Bridges.Flat
  Bridges.Metric Bridges.Matrices EndToEnd.Hessians EndToEnd.Networks.
Open Scope R_scope.

(* Inner products of sums and multiples, taken apart. *)
Ltac vectors := rewrite ?plus_minus_left, ?along_step, ?dot_minus, ?dot_minus_r, ?dot_plus,
  ?dot_plus_r, ?dot_scal, ?dot_scal_r, ?dot_opp, ?dot_opp_r, ?dot_zero_l, ?dot_zero_r.

(* Equations between real terms, where quotients may have denominators that are not zero. *)
Ltac equal := first [reflexivity | unfold Rdiv; ring | field; lra | nra].

(* What a symbol of a claim was put for, and hypotheses as they are. *)
Ltac evident := cbn beta; try assumption;
  first [reflexivity | lra | solve [cbn; equal] | solve [rewrite ?norm_sqr; vectors; cbn; equal]].

(* Inequalities between the same terms in another form. *)
Ltac same_form := unfold Rdiv in *; rewrite ?Rinv_mult in *; first [lra | nra].

Ltac from_step b := let e := fresh "b'" in pose proof b as e; cbn beta in *;
  first [exact e | apply Rle_ge; exact e | lra | same_form | apply Rle_ge; same_form].

(* The same, where inner products are to be taken apart first. *)
Ltac from_above b := let e := fresh "b'" in pose proof b as e; rewrite ?plus_minus_left in e;
  from_step e.

Ltac from_vectors b := let e := fresh "b'" in pose proof b as e;
  rewrite ?plus_minus_left, ?dot_scal_r, ?dot_scal, ?norm_sqr in e; rewrite ?norm_sqr; from_step e.

(* From |a| <= b: a <= b, -b <= a and a^2 <= b^2. *)
Lemma two_sided a b : Rabs a <= b -> a <= b /\ - b <= a /\ a ^ 2 <= b ^ 2.
Proof.
intro h. pose proof (Rabs_pos a). pose proof (proj1 (Rabs_le_between a b) h).
repeat split; try lra. rewrite <- (pow2_abs a). apply pow_incr. lra.
Qed.

(* An inequality from a bound of an absolute value. *)
Ltac from_expansion b := let e := fresh "b'" in pose proof (two_sided _ _ b) as e; cbn beta in e;
  destruct e as [? [? e]]; first [lra
  | match type of e with ?l <= ?r => match goal with |- ?p <= ?q =>
      replace p with l by field; replace q with r by field; exact e end end].

(* Inner products of the space E down to those of its vectors that stand in the goal. *)
Ltac unfold_products E := rewrite ?plus_minus_left; repeat first
  [ rewrite dot_minus | rewrite dot_minus_r | rewrite (dot_plus E) | rewrite dot_plus_r
  | rewrite (dot_scal E) | rewrite dot_scal_r | rewrite dot_opp | rewrite dot_opp_r ];
  repeat match goal with
  | |- context [dot ?a ?b] => match goal with |- context [dot b a] =>
      first [constr_eq a b; fail 1 | rewrite (dot_sym E b a)] end
  end.

Definition everywhere {E : Euclid} : E -> Prop := fun _ => True.

(* The sum of the terms before the k-th one. *)
Fixpoint before (a : nat -> R) (k : nat) : R :=
  match k with O => 0 | S k => before a k + a k end.

(* The derivative of a gradient is symmetric in an open set. *)
Lemma symmetric_hessian {E : Euclid} (C : E -> Prop) (f : E -> R) (g : E -> E) (H : E -> E -> E) :
  Euclid.open C -> (forall x, C x -> gradient_at f x (g x)) ->
  (forall x, C x -> derivative_at g x (H x)) -> forall x, C x -> symmetric (H x).
Proof.
intros around G D x here. apply (hessian_is_symmetric f g x). split; [ | now apply D].
destruct (around x here) as [r [r0 inside]]. exists r. split; [exact r0 | ]. intros h short.
now apply G, inside.
Qed.

Section Smooth.
Context {E : Euclid} (f : E -> R) (g : E -> E) (L : R).
Hypothesis (G : forall x, gradient_at f x (g x)) (Lip : lipschitz everywhere g L).

Lemma above x y : f y <= f x + dot (g x) (minus y x) + L / 2 * dot (minus y x) (minus y x).
Proof.
pose proof (quadratic_upper_bound everywhere f g L whole_space_is_convex (fun x _ => G x) Lip x y
  I I) as U. rewrite norm_sqr in U. exact U.
Qed.

Lemma below x y : f x + dot (g x) (minus y x) - L / 2 * dot (minus y x) (minus y x) <= f y.
Proof.
pose proof (quadratic_lower_bound everywhere f g L whole_space_is_convex (fun x _ => G x) Lip x y
  I I) as U. rewrite norm_sqr in U. exact U.
Qed.

Lemma gradient_bound fs : 0 < L -> (forall x, fs <= f x) ->
  forall x, dot (g x) (g x) <= 2 * L * (f x - fs).
Proof.
intros l low x. pose proof (descent_lemma f g L G Lip x l) as D.
pose proof (low (plus x (scal (- / L) (g x)))).
apply Rmult_le_reg_r with (/ (2 * L)); [apply Rinv_0_lt_compat; lra | ].
replace (2 * L * (f x - fs) * / (2 * L)) with (f x - fs) by (field; lra).
unfold Rdiv in D. lra.
Qed.

(* After a step of descent of length eta >= 0 the gradient is at most 1 + L eta times as long. *)
Lemma next_gradient : 0 < L -> forall x eta, 0 < eta ->
  dot (g (plus x (scal (- eta) (g x)))) (g (plus x (scal (- eta) (g x))))
    <= dot (g x) (g x) * (1 + L * eta) ^ 2.
Proof.
intros l x eta e. set (y := plus x _). pose proof (Lip x y I I) as S.
unfold y in S at 2. rewrite plus_minus_left, norm_scal, Rabs_Ropp, (Rabs_pos_eq eta) in S by lra.
pose proof (norm_triangle (minus (g y) (g x)) (g x)) as T.
assert (q : plus (minus (g y) (g x)) (g x) = g y) by (rewrite plus_comm; apply plus_minus_same).
rewrite q in T. rewrite <- !norm_sqr. pose proof (norm_pos (g x)). pose proof (norm_pos (g y)).
rewrite <- Rpow_mult_distr. apply pow_incr. nra.
Qed.

(* The values along descent with steps 1/L do not rise. *)
Lemma values_fall : 0 < L -> forall x i j, (i <= j)%nat ->
  f (descent g (/ L) x j) <= f (descent g (/ L) x i).
Proof.
intros l x i j h. induction h as [ | j h IH]; [lra | ]. cbn [descent].
apply Rle_trans with (2 := IH). pose proof (descent_lemma f g L G Lip (descent g (/ L) x j) l) as D.
pose proof (dot_pos E (g (descent g (/ L) x j))) as q.
assert (0 <= dot (g (descent g (/ L) x j)) (g (descent g (/ L) x j)) / (2 * L)); [ | lra].
apply Rmult_le_pos; [exact q | apply Rlt_le, Rinv_0_lt_compat; lra].
Qed.

Lemma reverse_lipschitz x z : norm (g z) - L * norm (minus x z) <= norm (g x).
Proof.
pose proof (Lip x z I I) as S. pose proof (norm_triangle (minus (g z) (g x)) (g x)) as T.
assert (q : plus (minus (g z) (g x)) (g x) = g z) by (rewrite plus_comm; apply plus_minus_same).
rewrite q in T. rewrite (norm_minus_sym x z). lra.
Qed.

Lemma squared_lipschitz p : g p = zero -> forall x, dot (g x) (g x) <= L ^ 2 * norm (minus x p) ^ 2.
Proof.
intros z x. pose proof (Lip p x I I) as S. rewrite z in S.
assert (q : minus (g x) zero = g x) by (unfold minus; rewrite opp_zero; apply plus_zero_r).
rewrite q in S. rewrite <- norm_sqr, <- Rpow_mult_distr. apply pow_incr.
split; [apply norm_pos | exact S].
Qed.

(* At a minimum the gradient vanishes. *)
Lemma stationary_at_minimum p : (forall x, f p <= f x) -> g p = zero.
Proof.
intro low. apply (gradient_vanishes_at_extremum f p); [apply G | left].
exists 1. split; [lra | ]. intros h _. apply low.
Qed.
End Smooth.

Section Steps.
Context {E : Euclid} (f : E -> R) (g : E -> E).

Lemma square_of_sum (u v : E) c : 0 <= c ^ 2 * norm v ^ 2 + 2 * c * dot u v + dot u u.
Proof.
rewrite norm_sqr. pose proof (dot_pos E (plus (scal c v) u)) as q. revert q.
rewrite (dot_plus E), !dot_plus_r, !(dot_scal E), !dot_scal_r, (dot_sym E v u). lra.
Qed.

(* The squared distance from p after a step. *)
Lemma step_distance' x p eta : norm (minus (plus x (scal (- eta) (g x))) p) ^ 2 =
  norm (minus x p) ^ 2 + eta ^ 2 * dot (g x) (g x) - 2 * eta * dot (g x) (minus x p).
Proof.
rewrite !norm_sqr. rewrite !dot_minus, !dot_minus_r, !(dot_plus E), !dot_plus_r, !(dot_scal E),
  !dot_scal_r, !(dot_sym E (g x) x), !(dot_sym E p x), !(dot_sym E p (g x)). ring.
Qed.

Lemma step_distance x p eta k : norm (minus (descent g eta x (S k)) p) ^ 2 =
  norm (minus (descent g eta x k) p) ^ 2
  + eta ^ 2 * dot (g (descent g eta x k)) (g (descent g eta x k))
  - 2 * eta * dot (g (descent g eta x k)) (minus (descent g eta x k) p).
Proof. apply step_distance'. Qed.

Lemma step_norm x eta k : 0 <= eta ->
  norm (minus (descent g eta x (S k)) (descent g eta x k)) = eta * norm (g (descent g eta x k)).
Proof.
intro h. cbn [descent]. rewrite plus_minus_left, norm_scal, Rabs_Ropp, Rabs_pos_eq; auto.
Qed.

(* The gap is the square of its root. *)
Lemma gap_root fs : (forall y, fs <= f y) -> forall x, sqrt (f x - fs) ^ 2 = f x - fs.
Proof. intros low x. apply pow2_sqrt. pose proof (low x). lra. Qed.

Lemma root_pl mu fs : 0 < mu -> PL f g mu fs -> (forall y, fs <= f y) -> forall x,
  sqrt (2 * mu) * sqrt (f x - fs) <= norm (g x).
Proof.
intros m P low x. apply square_le; [apply norm_pos | ].
rewrite Rpow_mult_distr, (gap_root fs low), pow2_sqrt, norm_sqr by lra. exact (P x).
Qed.

Lemma square_of_difference (u v : E) c :
  0 <= c ^ 2 * norm v ^ 2 / 4 + dot u u - c * dot u v.
Proof.
rewrite norm_sqr. pose proof (dot_pos E (plus (scal (- c / 2) v) u)) as q. revert q.
rewrite (dot_plus E), !dot_plus_r, !(dot_scal E), !dot_scal_r, (dot_sym E v u). lra.
Qed.

(* A step of descent against the step on a quadratic model with the matrix A at p. *)
Lemma step_triangle (A : E -> E) x p eta : 0 <= eta ->
  norm (minus (plus x (scal (- eta) (g x))) p) <=
  norm (minus (minus x p) (scal eta (A (minus x p)))) + eta * norm (minus (g x) (A (minus x p))).
Proof.
intro h. set (d := minus x p).
assert (q : minus (plus x (scal (- eta) (g x))) p =
  plus (minus d (scal eta (A d))) (scal (- eta) (minus (g x) (A d)))).
{ apply dot_minus_zero. intro z. unfold d. rewrite !dot_minus, !(dot_plus E), !dot_minus,
    !(dot_scal E), !dot_minus. ring. }
rewrite q. apply Rle_trans with (1 := norm_triangle _ _). rewrite norm_scal, Rabs_Ropp,
  (Rabs_pos_eq eta) by exact h. lra.
Qed.

Hypothesis (G : forall x, gradient_at f x (g x)).

(* The tangents of a convex, and of a strongly convex function. *)
Lemma convex_tangent : convex_on everywhere f -> forall x y, f x + dot (g x) (minus y x) <= f y.
Proof.
intros c x y. exact (proj1 (proj1 (first_order_condition_for_convexity everywhere f g
  whole_space_is_convex (fun z _ => G z))) c x y I I).
Qed.

Lemma strong_bound m : convex_on everywhere (fun y => f y - m / 2 * norm y ^ 2) ->
  forall x y, f x + dot (g x) (minus y x) + m / 2 * norm (minus y x) ^ 2 <= f y.
Proof.
intros c x y. exact (proj2 (proj2 (first_order_condition_for_convexity everywhere f g
  whole_space_is_convex (fun z _ => G z)) m) c x y I I).
Qed.

Lemma convex_fall : convex_on everywhere f ->
  forall x p, f x - f p <= dot (g x) (minus x p).
Proof.
intros c x p. pose proof (convex_tangent c x p) as b.
assert (q : dot (g x) (minus p x) = - dot (g x) (minus x p)) by (rewrite !dot_minus_r; ring).
rewrite q in b. lra.
Qed.
End Steps.

(* An upper bound L of the curvature: f is below its upper parabolas. *)
Lemma upper_parabola {E : Euclid} (f : E -> R) (g : E -> E) :
  (forall x, gradient_at f x (g x)) -> forall L,
  convex_on everywhere (fun z => - f z - - L / 2 * norm z ^ 2) ->
  forall x y, f y <= f x + dot (g x) (minus y x) + L / 2 * norm (minus y x) ^ 2.
Proof.
intros G L c x y.
pose proof (strong_bound (fun z => - f z) (fun z => opp (g z))
  (fun z => gradient_opp f z (g z) (G z)) (- L) c x y) as b.
cbn beta in b. rewrite dot_opp in b. lra.
Qed.

(* Both ends of a segment, seen from its middle. *)
Lemma half_way {E : Euclid} (f : E -> R) (g : E -> E) L : (forall x, gradient_at f x (g x)) ->
  lipschitz everywhere g L -> forall v w,
  let z := along v (minus w v) (1 / 2) in
  let s := dot (g z) (scal (1 / 2) (minus v w)) in
  f v <= f z + s + 1 / 8 * L * norm (minus v w) ^ 2 /\
  f v >= f z + s + - 1 / 8 * L * norm (minus v w) ^ 2 /\
  f w <= f z + - 1 * s + 1 / 8 * L * norm (minus v w) ^ 2 /\
  f w >= f z + - 1 * s + - 1 / 8 * L * norm (minus v w) ^ 2.
Proof.
intros G Lip v w z s.
assert (a : minus v z = scal (1 / 2) (minus v w)).
{ apply dot_minus_zero. intro y. unfold z, along.
  rewrite !dot_minus, !(dot_plus E), !(dot_scal E), !dot_minus. field. }
assert (b : minus w z = scal (- (1 / 2)) (minus v w)).
{ apply dot_minus_zero. intro y. unfold z, along.
  rewrite !dot_minus, !(dot_plus E), !(dot_scal E), !dot_minus. field. }
pose proof (above f g L G Lip z v) as p. pose proof (below f g L G Lip z v) as q.
pose proof (above f g L G Lip z w) as r. pose proof (below f g L G Lip z w) as t.
rewrite a, !(dot_scal E), !dot_scal_r, <- norm_sqr in p, q.
rewrite b, !(dot_scal E), !dot_scal_r, <- norm_sqr in r, t.
unfold s. rewrite !dot_scal_r. repeat split; lra.
Qed.

(* The form of a matrix at a unit eigenvector. *)
Lemma form_at_eigenvector {E : Euclid} (A : E -> E) l u : A u = scal l u -> norm u = 1 ->
  dot (A u) u = l.
Proof. intros e n. rewrite e, (dot_scal E), <- norm_sqr, n. ring. Qed.

Section Curved.
Context {E : Euclid} (C : E -> Prop) (f : E -> R) (g : E -> E) (H : E -> E -> E) (rho : R).
Hypothesis (conv : convex C) (G : forall x, C x -> gradient_at f x (g x))
  (D : forall x, C x -> derivative_at g x (H x)) (Lip : lipschitz_operator C H rho).

Lemma expansion x v : C x -> C (plus x v) ->
  Rabs (f (plus x v) - f x - dot (g x) v - dot (H x v) v / 2) <= rho / 6 * norm v ^ 3.
Proof.
intros cx cv.
pose proof (taylor_with_lipschitz_hessian C f g H rho conv G D Lip x (plus x v) cx cv) as T.
rewrite plus_minus_left in T. exact T.
Qed.

(* The same along v, at the distance t |v|. *)
Lemma expansion_along x v t : C x -> C (along x v t) -> 0 <= t ->
  Rabs (f (along x v t) - f x - t * dot (g x) v - t ^ 2 * dot (H x v) v / 2)
    <= rho / 6 * (t ^ 3 * norm v ^ 3).
Proof.
intros cx cv t0. pose proof (expansion x (scal t v) cx cv) as T.
rewrite (proj2 (proj1 (D x cx))), dot_scal_r, (dot_scal E), dot_scal_r, norm_scal,
  (Rabs_pos_eq t t0) in T.
unfold along. replace (t ^ 3 * norm v ^ 3) with ((t * norm v) ^ 3) by ring.
replace (t ^ 2 * dot (H x v) v / 2) with (t * (t * dot (H x v) v) / 2) by field. exact T.
Qed.

(* At a stationary point. *)
Lemma expansion_at x v : C x -> C (plus x v) -> g x = zero ->
  Rabs (f (plus x v) - f x - dot (H x v) v / 2) <= rho / 6 * norm v ^ 3.
Proof.
intros cx cv s. pose proof (expansion x v cx cv) as T. rewrite s, dot_zero_l in T.
replace (f (plus x v) - f x - dot (H x v) v / 2) with
  (f (plus x v) - f x - 0 - dot (H x v) v / 2) by ring. exact T.
Qed.

Lemma expansion_along_at x v t : C x -> C (along x v t) -> g x = zero -> 0 <= t ->
  Rabs (f (along x v t) - f x - t ^ 2 * dot (H x v) v / 2) <= rho / 6 * (t ^ 3 * norm v ^ 3).
Proof.
intros cx cv s t0. pose proof (expansion_along x v t cx cv t0) as T.
rewrite s, dot_zero_l, Rmult_0_r, Rminus_0_r in T. exact T.
Qed.

(* The gradient at x, seen from a stationary point p. *)
Lemma slope_of_change p x : C p -> C x -> g p = zero ->
  dot (H p (minus x p)) (minus x p) - rho * norm (minus x p) ^ 3 / 2 <= dot (g x) (minus x p).
Proof.
intros cp cx s.
pose proof (gradient_change_with_lipschitz_hessian C g H rho conv D Lip p x cp cx) as T.
rewrite s in T. set (d := minus x p) in *. set (w := minus _ _) in T.
pose proof (cauchy_schwarz_abs w d) as b. apply Rabs_le_between in b.
assert (e : dot w d = dot (g x) d - dot (H p d) d) by
  (unfold w; rewrite !dot_minus, dot_zero_l; ring).
rewrite e in b. pose proof (Rmult_le_compat_r _ _ _ (norm_pos d) T). lra.
Qed.

Lemma image_by_gradient p x : C p -> C x -> g p = zero ->
  norm (H p (minus x p)) <= rho * norm (minus x p) ^ 2 / 2 + norm (g x).
Proof.
intros cp cx s.
pose proof (gradient_change_with_lipschitz_hessian C g H rho conv D Lip p x cp cx) as T.
rewrite s in T. set (d := minus x p) in *.
assert (q : minus (g x) zero = g x) by (unfold minus; rewrite opp_zero; apply plus_zero_r).
rewrite q in T. rewrite (norm_minus_sym (g x) (H p d)) in T.
pose proof (norm_triangle (minus (H p d) (g x)) (g x)) as N.
assert (r : plus (minus (H p d) (g x)) (g x) = H p d) by (rewrite plus_comm; apply plus_minus_same).
rewrite r in N. lra.
Qed.

Lemma unit_expansion x u t : C x -> C (along x u t) -> 0 <= t -> norm u = 1 ->
  Rabs (f (along x u t) - f x - t * dot (g x) u - t ^ 2 * dot (H x u) u / 2) <= rho / 6 * t ^ 3.
Proof.
intros cx cv t0 n. pose proof (expansion_along x u t cx cv t0) as T. rewrite n in T.
replace (t ^ 3) with (t ^ 3 * 1 ^ 3) by ring. exact T.
Qed.

Lemma unit_expansion_at x u t : C x -> C (along x u t) -> g x = zero -> 0 <= t -> norm u = 1 ->
  Rabs (f (along x u t) - f x - t ^ 2 * dot (H x u) u / 2) <= rho / 6 * t ^ 3.
Proof.
intros cx cv s t0 n. pose proof (unit_expansion x u t cx cv t0 n) as T.
rewrite s, dot_zero_l, Rmult_0_r, Rminus_0_r in T. exact T.
Qed.

Lemma rest_of_gradient p x : C p -> C x -> g p = zero ->
  norm (minus (g x) (H p (minus x p))) <= rho / 2 * norm (minus x p) ^ 2.
Proof.
intros cp cx s.
pose proof (gradient_change_with_lipschitz_hessian C g H rho conv D Lip p x cp cx) as T.
assert (q : minus (g x) zero = g x) by (unfold minus; rewrite opp_zero; apply plus_zero_r).
rewrite s, q in T. exact T.
Qed.

(* Near a saddle the curvature along u is nearly that of the saddle. *)
Lemma plateau p z u s gamma delta : C p -> C z -> C (along z u s) -> 0 <= s -> norm u = 1 ->
  H p u = scal (- gamma) u -> norm (minus z p) <= delta -> 0 <= rho ->
  f (along z u s) - f z <= s * dot (g z) u - s ^ 2 * (gamma - delta * rho) / 2 + rho * s ^ 3 / 6.
Proof.
intros cp cz cs s0 n e near r0. pose proof (unit_expansion z u s cz cs s0 n) as T.
apply Rabs_le_between in T. pose proof (Lip p z cp cz u) as B.
pose proof (cauchy_schwarz (minus (H z u) (H p u)) u) as S. rewrite n in B, S.
rewrite dot_minus, (form_at_eigenvector (H p) (- gamma) u e n) in S.
assert (rho * norm (minus z p) <= rho * delta) by (apply Rmult_le_compat_l; auto).
assert (q : dot (H z u) u <= - gamma + delta * rho) by lra.
pose proof (Rmult_le_compat_l _ _ _ (pow2_ge_0 s) q). lra.
Qed.

(* The mean of the values on both sides. *)
Lemma both_sides x u t : C x -> C (along x u t) -> C (along x (opp u) t) -> 0 <= t -> norm u = 1 ->
  Rabs ((f (along x u t) + f (along x (opp u) t)) / 2 - f x - t ^ 2 * dot (H x u) u / 2)
    <= rho / 6 * t ^ 3.
Proof.
intros cx ca cb t0 n. pose proof (unit_expansion x u t cx ca t0 n) as A.
assert (m : norm (opp u) = 1) by (rewrite norm_opp; exact n).
pose proof (unit_expansion x (opp u) t cx cb t0 m) as B.
assert (q : dot (H x (opp u)) (opp u) = dot (H x u) u).
{ rewrite (scal_opp u), (proj2 (proj1 (D x cx))), dot_scal_r, (dot_scal E). ring. }
rewrite dot_opp_r, q in B.
apply Rabs_le_between in A. apply Rabs_le_between in B. apply Rabs_le_between. lra.
Qed.
End Curved.

(* The gradient of c + <A(y - p), y - p>/2 with a symmetric A is A(y - p). *)
Lemma gradient_of_a_quadratic {E : Euclid} (f : E -> R) (g A : E -> E) (p : E) (c : R) :
  symmetric A -> (forall y, f y = c + dot (A (minus y p)) (minus y p) / 2) ->
  (forall y, gradient_at f y (g y)) -> forall y, g y = A (minus y p).
Proof.
intros sym form G y. apply dot_minus_zero. intro z.
assert (D : is_derive (fun s => f (along y z s)) 0 (dot (g y) z)).
{ apply gradient_on_line. unfold along. rewrite (@scal_zero_l R_Ring E), plus_zero_r. apply G. }
set (u := minus y p).
assert (law : forall s, f (along y z s) =
  c + (dot (A u) u + 2 * s * dot (A u) z + s ^ 2 * dot (A z) z) / 2).
{ intro s. rewrite form.
  assert (moved : minus (along y z s) p = plus u (scal s z)).
  { unfold u, along, minus. rewrite <- !plus_assoc. f_equal. apply plus_comm. }
  rewrite moved, (sym (plus u (scal s z))), (dot_plus E), (dot_scal E).
  rewrite <- (sym u), <- (sym z), !dot_plus_r, !dot_scal_r.
  rewrite (sym z u), (dot_sym E z (A u)). field. }
apply is_derive_unique in D. rewrite (Derive_ext _ _ _ law) in D. rewrite <- D.
apply is_derive_unique. auto_derive; [exact I | ]. field.
Qed.

(* On the line: derivatives are numbers. *)
Lemma line_expansion (C : R1 -> Prop) (f : R1 -> R) (g : R1 -> R1) (H : R1 -> R1 -> R1) rho :
  convex C -> (forall x, C x -> gradient_at f x (g x)) ->
  (forall x, C x -> derivative_at g x (H x)) -> lipschitz_operator C H rho ->
  forall x step : R, C x -> C (x + step) -> g x = 0 ->
  (f (x + step) - f x + - 1 / 2 * H x 1 * step ^ 2) ^ 2 <= 1 / 36 * rho ^ 2 * step ^ 6.
Proof.
intros conv G D Lip x step cx cs flat.
pose proof (expansion_at C f g H rho conv G D Lip x step cx cs flat) as T.
assert (lin : H x step = step * H x 1).
{ pose proof (proj2 (proj1 (D x cx)) step 1) as q.
  replace (scal step (1 : R1) : R1) with step in q by (cbn; unfold mult; cbn; ring). exact q. }
cbn in T. unfold plus in T; cbn in T. rewrite lin in T. apply two_sided in T.
destruct T as [_ [_ T]].
assert (n : norm (step : R1) ^ 2 = step ^ 2) by (rewrite norm_sqr; cbn; ring).
replace (f (x + step) - f x + - 1 / 2 * H x 1 * step ^ 2)
  with (f (x + step) - f x - step * H x 1 * step / 2) by field.
apply Rle_trans with (1 := T). apply Req_le.
replace ((rho / 6 * (norm (step : R1) * (norm (step : R1) * (norm (step : R1) * 1)))) ^ 2)
  with (rho ^ 2 / 36 * (norm (step : R1) ^ 2) ^ 3) by field.
rewrite n. field.
Qed.

(* Eigenvalues of size m at least: |A v| >= m |v|. *)
Lemma image_of_nonsingular n (A : Rn n -> Rn n) m : linear A -> symmetric A -> 0 <= m ->
  (forall l v, eigenpair A l v -> m <= Rabs l) -> forall v, m * norm v <= norm (A v).
Proof.
intros lin sym m0 big v. set (B := fun x => A (A x)).
assert (linB : linear B).
{ destruct lin as [p s]. split; intros; unfold B; [now rewrite !p | now rewrite !s]. }
assert (symB : symmetric B) by (intros x y; unfold B; now rewrite !sym).
assert (low : forall l u, eigenpair B l u -> m ^ 2 <= l).
{ intros l u [nz e]. assert (p : 0 < dot u u) by now apply positive_square.
  assert (l0 : 0 <= l).
  { assert (f : l * dot u u = dot (A u) (A u)) by
      (rewrite <- (dot_scal (Rn n)), <- e; unfold B; apply sym).
    pose proof (dot_pos (Rn n) (A u)). apply Rnot_lt_le. intro c. nra. }
  set (c := sqrt l). assert (c0 : 0 <= c) by apply sqrt_pos.
  assert (cc : c * c = l) by now apply sqrt_sqrt.
  assert (mc : m <= c).
  { set (w := plus (A u) (scal c u)).
    assert (Aw : A w = scal c w).
    { unfold w. rewrite (proj1 lin), (proj2 lin).
      fold (B u). rewrite e, <- cc. rewrite plus_comm, scal_distr_l, scal_assoc. reflexivity. }
    destruct (Req_dec (dot w w) 0) as [z | z].
    - apply (dot_zero (Rn n)) in z. assert (Au : A u = scal (- c) u).
      { apply (plus_reg_r (scal c u)). fold w. rewrite z.
        rewrite <- (scal_distr_r (- c) c u). unfold plus at 1; cbn. rewrite Rplus_opp_l.
        symmetry. exact (@scal_zero_l R_Ring (Rn n) u). }
      pose proof (big _ _ (conj nz Au)) as b. rewrite Rabs_Ropp, Rabs_pos_eq in b; auto.
    - assert (w <> zero) as nw by (intro q; apply z; rewrite q; apply dot_zero_l).
      pose proof (big _ _ (conj nw Aw)) as b. rewrite Rabs_pos_eq in b; auto. }
  nra. }
pose proof (proj1 (rayleigh_quotient n B linB symB) _ low v) as R.
apply square_le; [apply norm_pos | ]. rewrite norm_sqr.
replace (dot (A v) (A v)) with (dot (B v) v) by (unfold B; apply sym). nra.
Qed.

(* Eigenvalues between m and L: a step eta <= 1/L on the quadratic contracts by 1 - eta m. *)
Lemma contraction_of_spectrum n (A : Rn n -> Rn n) m L eta : linear A -> symmetric A ->
  (forall l v, eigenpair A l v -> m <= l <= L) -> 0 <= eta -> eta * L <= 1 -> eta * m <= 1 ->
  forall v, norm (minus v (scal eta (A v))) <= (1 - eta * m) * norm v.
Proof.
intros lin sym between e0 eL em v.
pose proof (proj1 (rayleigh_quotient n A lin sym) m (fun l u p => proj1 (between l u p))) as low.
pose proof (proj1 (proj2 (rayleigh_quotient n A lin sym)) L (fun l u p => proj2 (between l u p)))
  as high.
set (B := fun x => minus x (scal eta (A x))).
assert (linB : linear B).
{ split; intros; unfold B; apply dot_minus_zero; intro z;
    rewrite ?(proj1 lin), ?(proj2 lin), ?dot_minus, ?(dot_plus (Rn n)), ?(dot_scal (Rn n)),
    ?dot_minus, ?(dot_plus (Rn n)), ?(dot_scal (Rn n)); ring. }
assert (symB : symmetric B).
{ intros x y. unfold B. rewrite dot_minus, dot_minus_r, (dot_scal (Rn n)), dot_scal_r, (sym x y).
  reflexivity. }
assert (posB : forall x, 0 <= dot (B x) x).
{ intro x. unfold B. rewrite dot_minus, (dot_scal (Rn n)). specialize (high x).
  rewrite norm_sqr in high. pose proof (dot_pos (Rn n) x).
  assert (eta * dot (A x) x <= eta * (L * dot x x)) by (apply Rmult_le_compat_l; auto).
  assert (eta * L * dot x x <= 1 * dot x x) by (apply Rmult_le_compat_r; auto). lra. }
assert (formB : forall x, dot (B x) x <= (1 - eta * m) * dot x x).
{ intro x. unfold B. rewrite dot_minus, (dot_scal (Rn n)). specialize (low x).
  rewrite norm_sqr in low.
  assert (eta * (m * dot x x) <= eta * dot (A x) x) by (apply Rmult_le_compat_l; auto). lra. }
(* |Bv|^2 = <B v, B v>, and <B ., .> is a form >= 0, for which Cauchy-Schwarz holds. *)
assert (cs : dot (B v) (B v) ^ 2 <= dot (B v) v * dot (B (B v)) (B v)).
{ set (a := dot (B v) v). set (b := dot (B v) (B v)). set (c := dot (B (B v)) (B v)).
  assert (quad : forall t, 0 <= a + 2 * t * b + t ^ 2 * c).
  { intro t. pose proof (posB (plus v (scal t (B v)))) as q. rewrite (proj1 linB),
    (proj2 linB) in q.
    rewrite (dot_plus (Rn n)), !dot_plus_r, !(dot_scal (Rn n)), !dot_scal_r in q.
    rewrite (symB (B v) v) in q. fold a b c in q. lra. }
  pose proof (posB (B v)) as c0. fold c in c0. destruct (Rle_lt_or_eq_dec _ _ c0) as [p | z].
  - specialize (quad (- b / c)). replace (a + 2 * (- b / c) * b + (- b / c) ^ 2 * c)
      with ((a * c - b ^ 2) / c) in quad by (field; lra).
    apply Rnot_lt_le. intro lt. assert ((a * c - b ^ 2) / c < 0); [ | lra].
    apply Rmult_lt_reg_r with c; [exact p | ]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra.
  - rewrite <- z in *. destruct (Req_dec b 0) as [b0 | b0]; [rewrite b0; lra | ].
    specialize (quad (- (a + 1) / (2 * b))). replace (a + 2 * (- (a + 1) / (2 * b)) * b +
      (- (a + 1) / (2 * b)) ^ 2 * 0) with (- 1) in quad by (field; exact b0). lra. }
fold (B v). apply square_le; [apply Rmult_le_pos; [lra | apply norm_pos] | ].
rewrite Rpow_mult_distr, !norm_sqr. set (b := dot (B v) (B v)) in *.
pose proof (formB v) as f1. pose proof (formB (B v)) as f2. fold b in f2.
pose proof (dot_pos (Rn n) (B v)) as b0. fold b in b0. pose proof (dot_pos (Rn n) v) as v0.
pose proof (posB v) as p1. set (k := 1 - eta * m) in *. assert (k0 : 0 <= k) by (unfold k; lra).
destruct (Rle_lt_or_eq_dec _ _ b0) as [bp | bz].
- apply Rmult_le_reg_r with b; [exact bp | ].
  apply Rle_trans with (dot (B v) v * dot (B (B v)) (B v)); [lra | ].
  apply Rle_trans with (k * dot v v * (k * b)); [ | lra].
  apply Rmult_le_compat; auto.
- rewrite <- bz. apply Rmult_le_pos; [apply pow2_ge_0 | exact v0].
Qed.

(* Descent ends in a minimum, which is not farther than this. *)
Lemma way_to_a_minimum n (f : Rn n -> R) (g : Rn n -> Rn n) L eta mu fs d :
  (forall x, gradient_at f x (g x)) -> lipschitz everywhere g L -> 0 < eta ->
  0 < 1 + - 1 / 2 * L * eta -> 0 < mu -> (forall x, fs <= f x) -> PL f g mu fs -> forall x,
  (forall p, f p = fs -> d <= norm (minus p x)) -> d >= 0 ->
  d * (1 + - 1 / 2 * L * eta) <= 2 * sqrt (f x - fs) * / sqrt (2 * mu).
Proof.
intros G Lip e0 short m low P x near d0.
destruct (descent_converges_to_a_minimum n f g L eta mu fs G Lip e0 ltac:(lra) m low P x)
  as [p [_ [e b]]].
specialize (near p e). assert (r : sqrt (2 / mu) = 2 * / sqrt (2 * mu)).
{ assert (q : 0 < sqrt (2 * mu)) by (apply sqrt_lt_R0; lra).
  replace (2 / mu) with ((2 * / sqrt (2 * mu)) ^ 2).
  - rewrite sqrt_pow2; [reflexivity | ]. apply Rmult_le_pos; [lra | ].
    apply Rlt_le, Rinv_0_lt_compat, q.
  - rewrite Rpow_mult_distr, pow_inv, pow2_sqrt by lra. field. lra. }
rewrite r in b.
assert (d * (1 - L * eta / 2) <= norm (minus p x) * (1 - L * eta / 2)); [ | lra].
apply Rmult_le_compat_r; lra.
Qed.

(* A strongly convex function on R^n has a minimum, as it is larger far away. *)
Lemma minimum_of_strongly_convex n (f : Rn n -> R) (g : Rn n -> Rn n) mu :
  (forall x, gradient_at f x (g x)) -> 0 < mu ->
  convex_on everywhere (fun y => f y - mu / 2 * norm y ^ 2) ->
  (forall x y, norm (minus y x) * mu > 2 * norm (g x) -> f y > f x) ->
  exists p, forall y, f p <= f y.
Proof.
intros G m c far. apply minimum_on_the_space.
- intros x _ e e0. destruct (G x 1) as [r [r0 B]]; [lra | ].
  set (K := norm (g x) + 1). pose proof (norm_pos (g x)).
  exists (Rmin r (e / K)). split.
  { apply Rmin_glb_lt; [exact r0 | ]. apply Rdiv_lt_0_compat; unfold K; lra. }
  intros y _ near. pose proof (Rmin_l r (e / K)). pose proof (Rmin_r r (e / K)).
  cbn beta in near.
  assert (hr : norm (minus y x) < r) by lra. specialize (B _ hr).
  rewrite plus_minus_same in B. set (h := minus y x) in *.
  pose proof (cauchy_schwarz_abs (g x) h) as S. apply Rabs_le_between in B, S.
  assert (small : norm h * K < e).
  { apply Rlt_le_trans with (e / K * K); [ | apply Req_le; field; unfold K; lra].
    apply Rmult_lt_compat_r; [unfold K; lra | lra]. }
  unfold K in small. apply Rabs_def1; lra.
- left. exists (f zero). split; [exists zero; lra | ]. exists (2 * norm (g zero) / mu).
  intros y le. apply Rnot_lt_le. intro lt.
  assert (q : minus y zero = y) by (unfold minus; rewrite opp_zero; apply plus_zero_r).
  pose proof (far zero y) as b. rewrite q in b. apply Rmult_lt_compat_r with (r := mu) in lt; auto.
  replace (2 * norm (g zero) / mu * mu) with (2 * norm (g zero)) in lt by (field; lra). lra.
Qed.

(* On the line: a bound of the second derivative makes the first Lipschitz, and the second
   derivative of a convex function is not negative. *)
Lemma line_lipschitz (df ddf : R -> R) K : (forall x, is_derive df x (ddf x)) ->
  (forall x, Rabs (ddf x) <= K) -> lipschitz (E := line) (F := line) everywhere df K.
Proof.
intros D B. apply (mean_value_inequality (E := line) (F := line) everywhere df
  (fun x h => ddf x * h)); [exact whole_space_is_convex | | ].
- intros x _. apply hessian_on_the_line, D.
- intros x _ h. rewrite !norm_line, Rabs_mult. apply Rmult_le_compat_r; [apply Rabs_pos | apply B].
Qed.

Lemma convex_bends_up (f df ddf : R -> R) :
  (forall x : line, gradient_at (f : line -> R) x (df x)) ->
  (forall x, is_derive df x (ddf x)) -> convex_on (E := line) everywhere f ->
  forall x, 0 <= ddf x.
Proof.
intros G D c x.
pose proof (proj1 (second_order_condition_for_strong_convexity (E := line) f df
  (fun y h => ddf y * h) 0 G (fun y => hessian_on_the_line df ddf y (D y)))) as b.
assert (t : forall y z : line,
  f y + dot (df y : line) (minus z y) + 0 / 2 * norm (minus z y) ^ 2 <= f z).
{ intros y z. pose proof (convex_tangent (E := line) f df G c y z). lra. }
specialize (b t x 1). cbn in b. lra.
Qed.

(* What is visited again and again is visited as often as one wishes. *)
Lemma visited_often (v : nat -> R) : (forall k, 0 <= v k) ->
  (forall N, exists k, (N <= k)%nat /\ v k = 1) -> forall K, exists k, K < before v k.
Proof.
intros v0 again.
assert (count : forall m, exists k, INR m <= before v k).
{ induction m as [ | m [k IH]]; [exists 0%nat; cbn; lra | ].
  destruct (again k) as [j [le one]]. exists (S j). rewrite S_INR. cbn [before]. rewrite one.
  assert (up : before v k <= before v j).
  { clear - v0 le. induction le as [ | j le IH]; [lra | cbn [before]; specialize (v0 j); lra]. }
  lra. }
intro K. destruct (nfloor_ex (Rabs K) (Rabs_pos K)) as [m [_ above']].
destruct (count (S m)) as [k most]. exists k. rewrite S_INR in most. pose proof (Rle_abs K). lra.
Qed.

(* Where values fall to the infimum along a sequence that tends to a point, it is a minimum. *)
Lemma limit_is_minimum {E : Euclid} (f : E -> R) (g : E -> E) (L fs : R) (x : nat -> E) (p : E) :
  (forall y, gradient_at f y (g y)) -> lipschitz everywhere g L -> (forall y, fs <= f y) ->
  tends x p -> is_lim_seq (fun k => f (x k) - fs) 0 -> f p = fs.
Proof.
intros G Lip low t lim. apply Rle_antisym; [ | apply low].
apply Rnot_lt_le. intro c. set (d := f p - fs).
assert (d0 : 0 < d) by (unfold d; lra).
apply is_lim_seq_spec in lim. destruct (lim (mkposreal (d / 4) ltac:(lra))) as [N hN].
cbn [pos] in hN.
set (M := norm (g p) + Rabs L + 1).
assert (M0 : 1 <= M) by (unfold M; pose proof (norm_pos (g p)); pose proof (Rabs_pos L); lra).
destruct (t (Rmin 1 (d / (4 * M)))) as [N' hN'].
{ apply Rmin_glb_lt; [lra | apply Rdiv_lt_0_compat; lra]. }
set (k := max N N'). specialize (hN k ltac:(lia)). specialize (hN' k ltac:(lia)).
rewrite Rminus_0_r in hN. apply Rabs_def2 in hN.
set (r := norm (minus (x k) p)) in *.
assert (r1 : r < 1) by exact (Rlt_le_trans _ _ _ hN' (Rmin_l _ _)).
assert (rM : M * r < d / 4).
{ replace (d / 4) with (M * (d / (4 * M))) by (field; lra).
  apply Rmult_lt_compat_l; [lra | exact (Rlt_le_trans _ _ _ hN' (Rmin_r _ _))]. }
pose proof (below f g L G Lip p (x k)) as b. rewrite <- norm_sqr in b. fold r in b.
pose proof (cauchy_schwarz (opp (g p)) (minus (x k) p)) as a.
rewrite norm_opp, dot_opp in a. fold r in a.
assert (r0 : 0 <= r) by apply norm_pos.
assert (q : L / 2 * r ^ 2 <= Rabs L * r).
{ assert (u : r ^ 2 <= r) by nra. pose proof (pow2_ge_0 r).
  pose proof (Rmult_le_compat_r (r ^ 2) _ _ ltac:(assumption) (Rle_abs L)).
  pose proof (Rmult_le_compat_l _ _ _ (Rabs_pos L) u).
  pose proof (Rmult_le_pos _ _ (Rabs_pos L) r0). lra. }
unfold M in rM. unfold d in *. nra.
Qed.

(* A bound on every gap by a power of a number below 1. *)
Lemma geometric_gap (h : nat -> R) (q c : R) : 0 <= q < 1 -> (forall k, 0 <= h k <= q ^ k * c) ->
  is_lim_seq h 0.
Proof.
intros [q0 q1] b. apply (is_lim_seq_le_le (fun _ => 0) h (fun k => q ^ k * c)).
- exact b.
- apply is_lim_seq_const.
- replace (Finite 0) with (Rbar_mult (Finite 0) (Finite c)) by (cbn; f_equal; ring).
  apply is_lim_seq_scal_r, is_lim_seq_geom. rewrite Rabs_pos_eq; lra.
Qed.

(* A choice for each of the first numbers is a choice for all of them. *)
Lemma choice_of_first (A : Type) (P : nat -> A -> Prop) k :
  (forall j, (j <= k)%nat -> exists z, P j z) ->
  exists z : nat -> A, forall j, (j <= k)%nat -> P j (z j).
Proof.
induction k as [ | k IH]; intro some.
- destruct (some 0%nat (Nat.le_refl 0)) as [z h]. exists (fun _ => z). intros j l.
  now replace j with 0%nat by lia.
- destruct IH as [z h]; [intros j l; apply some; lia | ].
  destruct (some (S k) (Nat.le_refl _)) as [w hw].
  exists (fun j => if (j =? S k)%nat then w else z j). intros j l.
  destruct (Nat.eqb_spec j (S k)) as [-> | n]; [exact hw | apply h; lia].
Qed.

(* On R^n every point has a nearest minimizer, if there are minimizers. *)
Lemma nearest_minimizer n (f : Rn n -> R) (g : Rn n -> Rn n) fs :
  (forall x, gradient_at f x (g x)) -> (forall x, fs <= f x) -> (exists p, f p = fs) ->
  forall x, exists p, f p = fs /\ forall q, f q = fs -> norm (minus x p) <= norm (minus x q).
Proof.
intros G low [q0 h0] x. set (C := fun y => True /\ f y <= fs).
destruct (bounded_sublevel_set_gives_minimum n C (fun y => norm (minus y x) ^ 2)
  (norm (minus q0 x) ^ 2)) as [p [[_ le] least]].
- apply sublevel_set_is_closed; [exact whole_space_is_closed | ].
  exact (gradient_makes_continuous f g G).
- intros y _ e e0. pose proof (gradient_makes_continuous (fun y => norm (minus y x) ^ 2)
    (fun y => scal 2 (minus y x)) (gradient_of_distance x) y I e e0) as [r [r0 B]].
  exists r. split; [exact r0 | ]. intros z _. now apply B.
- exists q0. split; [split; [exact I | lra] | lra].
- exists (norm (minus q0 x) + norm x). intros y [_ near].
  assert (norm (minus y x) <= norm (minus q0 x)) by (apply square_le; [apply norm_pos | exact near]).
  assert (e : y = plus (minus y x) x) by (rewrite plus_comm; symmetry; apply plus_minus_same).
  pose proof (norm_triangle (minus y x) x) as t. rewrite <- e in t. lra.
- exists p. split; [apply Rle_antisym; [exact le | apply low] | ]. intros q hq.
  rewrite !(norm_minus_sym x). apply square_le; [apply norm_pos | ].
  apply least. split; [exact I | lra].
Qed.

(* Weak strong convexity with mu makes a smooth function on R^n PL, so that it grows. *)
Lemma weak_strong_convexity_growth n (f : Rn n -> R) (g : Rn n -> Rn n) L mu fs :
  (forall x, gradient_at f x (g x)) -> lipschitz everywhere g L -> 0 < mu ->
  (forall x, fs <= f x) -> (exists p, f p = fs) ->
  (forall x p, f p = fs -> (forall q, f q = fs -> norm (minus x p) <= norm (minus x q)) ->
    f x - fs + mu / 2 * norm (minus x p) ^ 2 <= dot (g x) (minus x p)) ->
  forall x p, f p = fs -> (forall q, f q = fs -> norm (minus x p) <= norm (minus x q)) ->
  mu / 2 * norm (minus x p) ^ 2 <= f x - fs.
Proof.
intros G Lip m low some weak.
assert (P : PL f g mu fs).
{ intro x. destruct (nearest_minimizer n f g fs G low some x) as [p [hp near]].
  pose proof (weak x p hp near) as w. rewrite <- hp.
  apply (weak_strong_convexity_gives_pl f x p (g x) mu m). rewrite hp, norm_minus_sym.
  rewrite !dot_minus_r in w |- *. lra. }
intros x p hp near. rewrite norm_minus_sym.
apply (proj2 (pl_quadratic_growth n f g L mu fs G Lip m low P) x p hp).
intros q hq. rewrite !(norm_minus_sym _ x). now apply near.
Qed.

(* How many of the first numbers stand in a list without repetitions that has none but these. *)
Definition listed (l : list nat) (i : nat) : R := if List.in_dec Nat.eq_dec i l then 1 else 0.

Lemma before_plus a b N : before (fun i => a i + b i) N = before a N + before b N.
Proof. induction N as [ | N IH]; cbn [before]; [ring | rewrite IH; ring]. Qed.

Lemma before_minus a b N : before (fun i => a i - b i) N = before a N - before b N.
Proof. induction N as [ | N IH]; cbn [before]; [ring | rewrite IH; ring]. Qed.

Lemma before_le a b N : (forall i, (i < N)%nat -> a i <= b i) -> before a N <= before b N.
Proof.
induction N as [ | N IH]; intro h; cbn [before]; [lra | ].
apply Rplus_le_compat; [apply IH; auto | apply h; lia].
Qed.

Lemma before_split a k N : before a (k + N) = before a k + before (fun i => a (k + i)%nat) N.
Proof.
induction N as [ | N IH]; [rewrite Nat.add_0_r; cbn; ring | ].
rewrite Nat.add_succ_r. cbn [before]. rewrite IH. ring.
Qed.

Lemma before_ext a b N : (forall i, (i < N)%nat -> a i = b i) -> before a N = before b N.
Proof.
induction N as [ | N IH]; intro e; cbn [before]; [reflexivity | ].
rewrite IH, (e N); auto.
Qed.

Lemma before_one j N : (j < N)%nat -> before (fun i => if (i =? j)%nat then 1 else 0) N = 1.
Proof.
intro lt. assert (z : forall M, (M <= j)%nat ->
  before (fun i => if (i =? j)%nat then 1 else 0) M = 0).
{ induction M as [ | M IH]; intro le; cbn [before]; [reflexivity | ].
  rewrite IH by lia. destruct (Nat.eqb_spec M j); [lia | ring]. }
induction N as [ | N IH]; [lia | ]. cbn [before]. destruct (Nat.eqb_spec N j) as [-> | n].
- rewrite z by lia. ring.
- rewrite IH by lia. ring.
Qed.

Lemma before_listed l N : List.NoDup l -> (forall j, List.In j l -> (j < N)%nat) ->
  before (listed l) N = INR (length l).
Proof.
induction l as [ | j l IH]; intros once small.
- clear. induction N as [ | N IH]; cbn [before]; [reflexivity | ].
  rewrite IH. unfold listed. cbn. ring.
- cbn [length]. rewrite S_INR. inversion once as [ | ? ? out once']. subst.
  rewrite <- (before_one j N (small j (or_introl eq_refl))).
  rewrite <- IH by (auto; intros; apply small; now right). rewrite <- before_plus.
  apply before_ext. intros i _. unfold listed.
  destruct (List.in_dec Nat.eq_dec i (cons j l)) as [h | h], (List.in_dec Nat.eq_dec i l) as [k | k],
    (Nat.eqb_spec i j) as [e | e]; subst; try ring; cbn in h; tauto || (exfalso; intuition).
Qed.

(* Of an end of the numbers that has all of the list. *)
Lemma number_of_listed l : List.NoDup l -> exists N, before (listed l) N = INR (length l).
Proof.
intro once. exists (S (List.list_max l)). apply before_listed; [exact once | ]. intros j i.
pose proof (proj1 (List.list_max_le l (List.list_max l)) (Nat.le_refl _)) as most.
apply List.Forall_forall with (x := j) in most; [lia | exact i].
Qed.

Lemma greatest_eigenvalue n (A : Rn n -> Rn n) : linear A -> symmetric A ->
  exists m v, eigenpair A m v /\ forall x, dot (A x) x <= m * dot x x.
Proof.
intros lin sym. destruct (least_eigenvalue n (fun x => opp (A x))) as [m [v [[v0 e] low]]].
- apply opp_linear, lin.
- intros x y. rewrite dot_opp, dot_opp_r. f_equal. apply sym.
- exists (- m), v. split.
  + split; [exact v0 | ]. rewrite <- (opp_opp (A v)), e, scal_opp, scal_assoc. f_equal.
    unfold mult; cbn. ring.
  + intro x. specialize (low x). rewrite dot_opp in low. lra.
Qed.

(* What a proximal step from x minimizes by y. *)
Definition proximal {E : Euclid} (f : E -> R) (g : E -> E) (h : E -> R) (L : R) (x y : E) : R :=
  dot (g x) (minus y x) + L / 2 * norm (minus y x) ^ 2 + h y - h x.

(* The curvature at x along some eigenvector is at most - gamma. *)
Definition curved_down {E : Euclid} (A : E -> E) (gamma : R) : Prop :=
  exists l v, eigenpair A l v /\ l <= - gamma.

(* Where A + nu I is semidefinite, nu is at least gamma. *)
Lemma shift_above_curvature {E : Euclid} (A : E -> E) gamma nu : curved_down A gamma ->
  (forall v, 0 <= dot (plus (A v) (scal nu v)) v) -> gamma <= nu.
Proof.
intros [l [v [[nz e] le]]] P. specialize (P v). rewrite e, (dot_plus E), !(dot_scal E) in P.
pose proof (positive_square v nz). apply Rnot_lt_le. intro c.
assert ((l + nu) * dot v v < 0); [ | lra]. apply Rmult_lt_reg_r with (/ dot v v).
- now apply Rinv_0_lt_compat.
- rewrite Rmult_assoc, Rinv_r by lra. lra.
Qed.

(* Near a point whose curvature along a unit vector is negative, it is so along an eigenvector. *)
Lemma curved_down_near n (C : Rn n -> Prop) (H : Rn n -> Rn n -> Rn n) rho p v :
  (forall x, C x -> linear (H x)) -> (forall x, C x -> symmetric (H x)) ->
  lipschitz_operator C H rho -> C p -> norm v = 1 -> dot (H p v) v < 0 ->
  exists r, 0 < r /\
    forall x, C x -> norm (minus x p) < r -> curved_down (H x) (- dot (H p v) v / 2).
Proof.
intros lin sym Lip cp one down. set (k := - dot (H p v) v). assert (k0 : 0 < k) by (unfold k; lra).
pose proof (Rabs_pos rho) as a0. exists (k / (2 * (Rabs rho + 1))).
split; [apply Rdiv_lt_0_compat; lra | ]. intros x cx near.
destruct (least_eigenvalue n (H x) (lin x cx) (sym x cx)) as [m [w [pair low]]].
exists m, w. split; [exact pair | ]. specialize (low v). specialize (Lip p x cp cx v).
rewrite <- norm_sqr, one in low. rewrite one in Lip.
pose proof (cauchy_schwarz_abs (minus (H x v) (H p v)) v) as c. rewrite one in c.
apply Rabs_le_between in c. rewrite dot_minus in c. pose proof (norm_pos (minus x p)) as n0.
pose proof (Rle_abs rho) as up.
apply (Rmult_lt_compat_r (2 * (Rabs rho + 1))) in near; [ | lra].
replace (k / (2 * (Rabs rho + 1)) * (2 * (Rabs rho + 1))) with k in near by (field; lra).
unfold k in *. nra.
Qed.

(* What is true of so many numbers at most is true of none from one number on. *)
Lemma none_from_one_on (P : nat -> Prop) (B : R) :
  (forall l : list nat, List.NoDup l -> (forall j, List.In j l -> P j) -> INR (length l) <= B) ->
  exists N, forall k, (N <= k)%nat -> ~ P k.
Proof.
intro few. apply Classical_Prop.NNPP. intro never.
assert (many : forall m, exists l : list nat,
  List.NoDup l /\ (forall j, List.In j l -> P j) /\ length l = m).
{ induction m as [ | m [l [once [all len]]]].
  { exists nil. split; [constructor | split; [contradiction | reflexivity]]. }
  apply Classical_Prop.NNPP. intro none. apply never. exists (S (List.list_max l)). intros k le holds.
  apply none. exists (cons k l). split; [ | split; [ | cbn; now rewrite len]].
  - constructor; [ | exact once]. intro i.
    pose proof (proj1 (List.list_max_le l (List.list_max l)) (Nat.le_refl _)) as most.
    apply List.Forall_forall with (x := k) in most; [lia | exact i].
  - intros j [<- | i]; auto. }
destruct (nfloor_ex (Rabs B) (Rabs_pos B)) as [m [_ above']].
destruct (many (S m)) as [l [once [all len]]]. specialize (few l once all).
rewrite len, S_INR in few. pose proof (Rle_abs B). lra.
Qed.

(* Where f is lower by c it is not near. *)
Lemma lower_is_away {E : Euclid} (f : E -> R) (x v : E) c : gradient_at f x v -> 0 < c ->
  exists r, 0 < r /\ forall y, f y <= f x - c -> r <= norm (minus y x).
Proof.
intros G c0. destruct (G 1) as [r [r0 B]]; [lra | ]. pose proof (norm_pos v) as n.
exists (Rmin r (c / (norm v + 1))). split.
{ apply Rmin_glb_lt; [exact r0 | apply Rdiv_lt_0_compat; lra]. }
intros y le. apply Rnot_lt_le. intro near. pose proof (Rmin_l r (c / (norm v + 1))).
pose proof (Rmin_r r (c / (norm v + 1))) as m. specialize (B (minus y x) ltac:(lra)).
rewrite plus_minus_same in B. pose proof (cauchy_schwarz_abs v (minus y x)) as S.
apply Rabs_le_between in B, S. assert (q : norm (minus y x) < c / (norm v + 1)) by lra.
apply (Rmult_lt_compat_r (norm v + 1)) in q; [ | lra].
replace (c / (norm v + 1) * (norm v + 1)) with c in q by (field; lra). lra.
Qed.

(* A form in terms of an orthonormal basis, and of one of eigenvectors. *)
Lemma form_of_projection n (A : Rn n -> Rn n) b v w : linear A ->
  dot (A (Dimension.projection b v)) w = Dimension.total (fun e => dot e v * dot (A e) w) b.
Proof.
intros [p s]. induction b as [ | e b IH]; cbn [Dimension.projection Dimension.total].
- rewrite <- (@scal_zero_l R_Ring (Rn n) zero), s, (dot_scal (Rn n)). unfold zero; cbn. ring.
- rewrite p, s, (dot_plus (Rn n)), (dot_scal (Rn n)), IH. reflexivity.
Qed.

Lemma before_first a N : before a (S N) = a 0%nat + before (fun i => a (S i)) N.
Proof.
induction N as [ | N IH]; [cbn; ring | ].
change (before a (S (S N))) with (before a (S N) + a (S N)). rewrite IH. cbn [before]. ring.
Qed.

Lemma total_listed {E : Euclid} (F : E -> R) (d : E) l :
  Dimension.total F l = before (fun i => F (List.nth i l d)) (List.length l).
Proof.
induction l as [ | e l IH]; [reflexivity | ]. cbn [Dimension.total List.length].
rewrite before_first, IH. reflexivity.
Qed.

Lemma nth_of_first {E : Euclid} r (l : list E) i : (i < r)%nat ->
  List.nth i (List.firstn r l) zero = List.nth i l zero.
Proof.
revert i l. induction r as [ | r IH]; intros [ | i] [ | e l] lt; cbn; try lia; try reflexivity.
apply IH. lia.
Qed.

Lemma form_along_eigenvectors n (A : Rn n -> Rn n) l v d : linear A -> orthonormal A l ->
  length l = S n ->
  dot (A v) v = before (fun i => fst (List.nth i l d) * dot (snd (List.nth i l d)) v ^ 2) (S n) /\
  norm v ^ 2 = before (fun i => dot (snd (List.nth i l d)) v ^ 2) (S n).
Proof.
intros lin o len. pose proof (Polar.eigenvectors_are_a_family A l o) as family.
assert (whole : v = Dimension.projection (List.map snd l) v).
{ apply SingularValues.full_family; [exact family | now rewrite List.map_length]. }
assert (e1 : dot (A v) v =
  Dimension.total (fun e => dot e v * dot (A e) v) (List.map snd l)).
{ rewrite whole at 1. now apply form_of_projection. }
assert (e2 : norm v ^ 2 = Dimension.squares (List.map snd l) v).
{ rewrite norm_sqr, <- Dimension.dot_projection_self, <- whole. reflexivity. }
rewrite e1, e2, <- len. clear - o. induction l as [ | [k e] l IH]; [split; reflexivity | ].
destruct o as [eig [_ [_ o]]]. destruct (IH o) as [f q]. cbn [length].
rewrite !before_first. cbn [List.map snd Dimension.total Dimension.squares List.nth fst].
rewrite f, q, eig, (dot_scal (Rn n)). split; ring.
Qed.

(* The sum of the absolute coordinates is at most the root of their number times the length. *)
Lemma sum_of_coordinates {E : Euclid} (b : list E) v :
  0 <= Dimension.total (fun e => Rabs (dot e v)) b /\
  Dimension.total (fun e => Rabs (dot e v)) b ^ 2 <= INR (length b) * Dimension.squares b v.
Proof.
induction b as [ | e b [t0 IH]]; [cbn; lra | ].
cbn [Dimension.total Dimension.squares length]. rewrite S_INR.
pose proof (Rabs_pos (dot e v)) as a0. rewrite <- (pow2_abs (dot e v)).
set (a := Rabs (dot e v)) in *. set (T := Dimension.total _ b) in *.
set (S := Dimension.squares b v) in *. pose proof (pos_INR (length b)) as n0.
set (N := INR (length b)) in *. split; [lra | ].
replace ((a + T) ^ 2) with (a ^ 2 + 2 * a * T + T ^ 2) by ring.
replace ((N + 1) * (a ^ 2 + S)) with (a ^ 2 + (N * a ^ 2 + S) + N * S) by ring.
destruct (Rle_lt_or_eq_dec _ _ n0) as [pos | z].
- assert (2 * a * T <= N * a ^ 2 + S); [ | lra].
  apply Rmult_le_reg_l with N; [exact pos | ]. pose proof (pow2_ge_0 (N * a - T)). lra.
- assert (T2 : T ^ 2 <= 0) by (rewrite <- z in IH; lra). assert (T = 0) as -> by nra.
  pose proof (pow2_ge_0 a). pose proof (Dimension.squares_nonnegative b v). fold S in H0.
  rewrite <- z. lra.
Qed.

(* What a step to a minimum of a model does to the gradient and to the Hessian. *)
Section Modelled.
Context {E : Euclid} (C : E -> Prop) (g : E -> E) (H : E -> E -> E) (rho nu : R) (x s : E).
Hypothesis (Lip : lipschitz_operator C H rho) (here : C x) (there : C (plus x s)).

Lemma gradient_after_step : 0 <= nu -> plus (H x s) (scal nu s) = opp (g x) ->
  norm (g (plus x s)) <= norm (minus (minus (g (plus x s)) (g x)) (H x s)) + nu * norm s.
Proof.
intros nu0 flat. set (rest := minus _ _).
assert (next : g (plus x s) = plus rest (scal (- nu) s)).
{ apply dot_minus_zero. intro z. apply (f_equal (fun v => dot v z)) in flat. unfold rest.
  rewrite (dot_plus E), !dot_minus, (dot_scal E).
  rewrite (dot_plus E), (dot_scal E), dot_opp in flat. lra. }
rewrite next at 1. apply Rle_trans with (1 := norm_triangle _ _).
rewrite norm_scal, Rabs_Ropp, Rabs_pos_eq by exact nu0. lra.
Qed.

Lemma slope_of_step : plus (H x s) (scal nu s) = opp (g x) ->
  dot (g x) s = - dot (H x s) s - nu * norm s ^ 2.
Proof.
intro flat. apply (f_equal (fun v => dot v s)) in flat.
rewrite (dot_plus E), (dot_scal E), dot_opp, <- norm_sqr in flat. lra.
Qed.

Lemma curvature_after_step l v : (forall v, 0 <= dot (plus (H x v) (scal nu v)) v) ->
  eigenpair (H (plus x s)) l v -> - (nu + rho * norm s) <= l.
Proof.
intros semi [nz e]. specialize (semi v). rewrite (dot_plus E), (dot_scal E) in semi.
pose proof (Lip x (plus x s) here there v) as b. rewrite plus_minus_left in b.
pose proof (cauchy_schwarz_abs (minus (H (plus x s) v) (H x v)) v) as c.
apply Rabs_le_between in c. rewrite dot_minus, e, (dot_scal E) in c. rewrite e in b.
pose proof (positive_square v nz) as p. pose proof (norm_pos v) as v0.
apply (Rmult_le_compat_r (norm v)) in b; [ | exact v0].
assert (q : rho * norm s * norm v * norm v = rho * norm s * dot v v)
  by (rewrite <- norm_sqr; ring).
apply Rmult_le_reg_r with (dot v v); [exact p | lra].
Qed.
End Modelled.

(* Matrices as linear maps: the squared Frobenius norm, by an orthonormal basis b, and half that of
   the residual of two factors, U and the adjoint V' of V, whose product is compared with M. *)
Definition frobenius {n m} (b : list (Rn n)) (A : Rn n -> Rn m) : R :=
  Dimension.total (fun e => norm (A e) ^ 2) b.

Lemma frobenius_of_bases {n m} (b c : list (Rn n)) (A : Rn n -> Rn m) : linear A ->
  Dimension.orthonormal_family b -> List.length b = S n ->
  Dimension.orthonormal_family c -> List.length c = S n -> frobenius b A = frobenius c A.
Proof.
intros lin ob lb oc lc. destruct (Dimension.adjoint_exists n m A lin) as [A' [_ adj]].
destruct (Dimension.unit_vectors m) as [U [_ [_ entries]]].
assert (rows : forall d, Dimension.orthonormal_family d -> List.length d = S n ->
  frobenius d A = Dimension.total (fun u => dot (A' u) (A' u)) U).
{ intros d od ld. unfold frobenius.
  rewrite (Polar.total_same _ (fun e => Dimension.squares U (A e)))
    by (intro e; now rewrite norm_sqr, entries). clear entries.
  induction U as [ | u U IH]; cbn [Dimension.total Dimension.squares].
  - rewrite (Polar.total_same _ (fun e => 0 * dot e e)) by (intro; ring).
    rewrite Polar.total_scaled. ring.
  - rewrite Dimension.total_plus, IH, <- (Polar.parseval d (A' u) (A' u) od ld). f_equal.
    apply Polar.total_same. intro e. rewrite (dot_sym (Rn m)), (adj e u), (dot_sym (Rn n)). ring. }
now rewrite (rows b ob lb), (rows c oc lc).
Qed.

Definition residual {r n m} (M : Rn n -> Rn m) (U : Rn r -> Rn m) (V' : Rn n -> Rn r) (x : Rn n) :
  Rn m := minus (U (V' x)) (M x).

(* The map with the matrix w c'. *)
Definition outer {r m} (w : Rn m) (c x : Rn r) : Rn m := scal (dot c x) w.

Definition moved {r m} (U A : Rn r -> Rn m) (t : R) (x : Rn r) : Rn m := plus (U x) (scal t (A x)).

(* The half squared norm of the residual does not change to first order in any direction. *)
Definition critical_factors {r n m} (b : list (Rn n)) (M : Rn n -> Rn m) (U : Rn r -> Rn m)
  (V' : Rn n -> Rn r) : Prop :=
  forall (A : Rn r -> Rn m) (B' : Rn n -> Rn r), linear A -> linear B' ->
    is_derive (fun t => 1 / 2 * frobenius b (residual M (moved U A t) (moved V' B' t))) 0 0.

Lemma outer_linear {r m} (w : Rn m) (c : Rn r) : linear (outer w c).
Proof.
split; intros; unfold outer; apply dot_minus_zero; intro z;
  rewrite ?(dot_plus (Rn m)), !(dot_scal (Rn m)), ?dot_plus_r, ?dot_scal_r; ring.
Qed.

Lemma zero_linear {r m} : linear (fun _ : Rn r => zero : Rn m).
Proof.
split; intros; [symmetry; apply plus_zero_r | symmetry; apply (@scal_zero_r R_Ring (Rn m))].
Qed.

Lemma whole_dimension q : Dimension.dimension (fun _ : Rn q => True) (S q).
Proof.
destruct (Dimension.extended q _ (Dimension.all_is_subspace q) (S q) nil ltac:(cbn; lia) I
  (fun _ _ => I)) as [b [o [_ all]]].
rewrite List.app_nil_r in o, all. exists b. split; [exact o | split].
- apply Dimension.space_has_dimension; [exact o | ]. intro x. exact (all x I).
- intro x. split; auto.
Qed.

(* An injective linear map has a range of the dimension of the space at least. *)
Lemma range_of_injective q m (T : Rn q -> Rn m) (W : Rn m -> Prop) k : linear T ->
  (forall x, T x = zero -> x = zero) -> (forall x, W (T x)) -> Dimension.dimension W k ->
  (S q <= k)%nat.
Proof.
intros lin inj inside dim.
apply (Dimension.injective_dimension q m T (fun _ => True) W (S q) k lin (whole_dimension q) dim).
- intros x _. apply inside.
- intros x _. apply inj.
Qed.

Lemma family_nth {E : Euclid} (l : list E) i j : Dimension.orthonormal_family l ->
  (i < length l)%nat -> (j < length l)%nat ->
  dot (List.nth i l zero) (List.nth j l zero) = if (i =? j)%nat then 1 else 0.
Proof.
intros o li lj. pose proof (proj2 (proj1 (SingularValues.family_as_pairs l) o)) as across.
pose proof (proj1 (SingularValues.pairs_nth _ l zero) across) as apart. cbn beta in apart.
destruct (Nat.eqb_spec i j) as [-> | other].
- apply (Dimension.norm_of_member l); [exact o | now apply List.nth_In].
- destruct (Nat.lt_ge_cases i j) as [lt | ge]; [apply apart; lia | ].
  rewrite (dot_sym E). apply apart. lia.
Qed.

Lemma same_products n (V : list (Rn n)) x y : Dimension.orthonormal_family V -> length V = S n ->
  (forall i, (i <= n)%nat -> dot (List.nth i V zero) x = dot (List.nth i V zero) y) -> x = y.
Proof.
intros o len same. assert (z : minus x y = zero).
{ rewrite (SingularValues.full_family n V o len (minus x y)).
  apply Dimension.projection_orthogonal. intros e i.
  destruct (List.In_nth V e (zero : Rn n) i) as [j [lt <-]].
  rewrite dot_minus_r, same by lia. ring. }
rewrite <- (plus_minus_same y x), z. apply plus_zero_r.
Qed.

Section Factors.
Context {r n m : nat} (b : list (Rn n)).
Hypothesis (ob : Dimension.orthonormal_family b) (lb : length b = S n).

(* The squares of K + t P + t^2 Q to first order. *)
Lemma slope_of_squares (K P Q : Rn n -> Rn m) :
  is_derive (fun t => 1 / 2 * frobenius b (fun x =>
      plus (K x) (plus (scal t (P x)) (scal (t ^ 2) (Q x))))) 0
    (Dimension.total (fun e => dot (K e) (P e)) b).
Proof.
clear ob lb. set (c := Dimension.total (fun e => dot (K e) (P e)) b).
assert (law : exists p q s : R, forall t, 1 / 2 * frobenius b (fun x =>
    plus (K x) (plus (scal t (P x)) (scal (t ^ 2) (Q x)))) =
  1 / 2 * frobenius b K + t * c + t ^ 2 * p + t ^ 3 * q + t ^ 4 * s).
{ unfold c, frobenius. clear c. induction b as [ | e l [p [q [s IH]]]]; cbn [Dimension.total].
  { exists 0, 0, 0. intro t. ring. }
  exists (p + dot (P e) (P e) / 2 + dot (K e) (Q e)), (q + dot (P e) (Q e)),
    (s + dot (Q e) (Q e) / 2). intro t.
  rewrite Rmult_plus_distr_l, IH, !norm_sqr, !(dot_plus (Rn m)), !dot_plus_r, !(dot_scal (Rn m)),
    !dot_scal_r, (dot_sym (Rn m) (P e) (K e)), (dot_sym (Rn m) (Q e) (K e)),
    (dot_sym (Rn m) (Q e) (P e)). field. }
destruct law as [p [q [s law]]].
apply (is_derive_ext (fun t => 1 / 2 * frobenius b K + t * c + t ^ 2 * p + t ^ 3 * q + t ^ 4 * s)).
{ intro t. symmetry. apply law. }
auto_derive; [exact I | ]. ring.
Qed.

Lemma frobenius_same (A B : Rn n -> Rn m) : (forall x, A x = B x) -> frobenius b A = frobenius b B.
Proof. intro e. unfold frobenius. apply Polar.total_same. intro x. now rewrite e. Qed.

(* K + k w w' has the squared norm |K|^2 + 2 k <K c, w> + k^2 |w|^2 |c|^2. *)
Lemma frobenius_of_update (K : Rn n -> Rn m) (K' : Rn m -> Rn n) w c k : Dimension.adjoint K K' ->
  frobenius b (fun x => plus (K x) (scal k (outer w c x))) =
  frobenius b K + 2 * k * dot (K c) w + k ^ 2 * (dot w w * dot c c).
Proof.
intro adj. rewrite adj.
rewrite <- (Polar.parseval b c (K' w) ob lb), <- (Polar.parseval b c c ob lb).
unfold frobenius, outer. rewrite <- !Polar.total_scaled, <- !Dimension.total_plus.
apply Polar.total_same. intro e. rewrite !norm_sqr.
rewrite (dot_plus (Rn m)), !dot_plus_r, !(dot_scal (Rn m)), !dot_scal_r, (dot_sym (Rn m) w (K e)),
  (adj e w), (dot_sym (Rn n) e (K' w)). ring.
Qed.

(* K + k w c' is adjoint to K' + k c w'. *)
Lemma updated_adjoint (K : Rn n -> Rn m) (K' : Rn m -> Rn n) w c k : Dimension.adjoint K K' ->
  Dimension.adjoint (fun x => plus (K x) (scal k (outer w c x)))
    (fun u => plus (K' u) (scal k (outer c w u))).
Proof.
intros adj x u. unfold outer. rewrite (dot_plus (Rn m)), dot_plus_r, !(dot_scal (Rn m)),
  !dot_scal_r, (adj x u), (dot_sym (Rn n) x c). ring.
Qed.

Lemma frobenius_of_two_updates (K : Rn n -> Rn m) (K' : Rn m -> Rn n) w c k w2 c2 k2 :
  Dimension.adjoint K K' ->
  frobenius b (fun x => plus (plus (K x) (scal k (outer w c x))) (scal k2 (outer w2 c2 x))) =
  frobenius b K + 2 * k * dot (K c) w + k ^ 2 * (dot w w * dot c c) +
  2 * k2 * (dot (K c2) w2 + k * (dot c c2 * dot w w2)) + k2 ^ 2 * (dot w2 w2 * dot c2 c2).
Proof.
intro adj. rewrite (frobenius_of_update _ _ w2 c2 k2 (updated_adjoint K K' w c k adj)).
rewrite (frobenius_of_update K K' w c k adj), (dot_plus (Rn m)), (dot_scal (Rn m)). unfold outer.
rewrite (dot_scal (Rn m)). ring.
Qed.

Context (M : Rn n -> Rn m) (M' : Rn m -> Rn n) (U : Rn r -> Rn m) (U' : Rn m -> Rn r)
  (V : Rn r -> Rn n) (V' : Rn n -> Rn r).
Hypothesis (linM : linear M) (linU : linear U) (linV' : linear V').
Hypothesis (adjM : Dimension.adjoint M M') (adjU : Dimension.adjoint U U')
  (adjV : Dimension.adjoint V V').

Let R0 := residual M U V'.
Let R' := fun u => minus (V (U' u)) (M' u).

Lemma residual_adjoint : Dimension.adjoint R0 R'.
Proof.
intros x u. unfold R0, R', residual. rewrite dot_minus, dot_minus_r, (adjU (V' x) u), (adjM x u).
rewrite (dot_sym (Rn n) x (V (U' u))), (adjV (U' u) x), (dot_sym (Rn r)). reflexivity.
Qed.

(* Where the factors are critical, the residual vanishes on the range of V, its adjoint on that of
   U. *)
Lemma residual_of_critical : critical_factors b M U V' ->
  (forall c, R0 (V c) = zero) /\ (forall c, R' (U c) = zero).
Proof.
intro crit. pose proof residual_adjoint as adj. split; intro c.
- set (w := R0 (V c)).
  pose proof (crit (outer w c) (fun _ => zero) (outer_linear w c) zero_linear) as D.
  pose proof (slope_of_squares R0 (fun x => outer w c (V' x)) (fun _ => zero)) as slope.
  apply is_derive_unique in D. apply is_derive_unique in slope.
  erewrite Derive_ext in D; [rewrite slope in D | ].
  + apply (dot_zero (Rn m)). unfold w at 1. rewrite (adj (V c) w).
    rewrite <- (Polar.parseval b (V c) (R' w) ob lb). rewrite <- D. apply Polar.total_same. intro e.
    unfold outer. rewrite dot_scal_r, (adj e w), (adjV c e), (dot_sym (Rn n) e). ring.
  + intro t. cbn beta. f_equal. apply frobenius_same. intro x. unfold residual, moved, R0, residual.
    rewrite !scal_zero_r, !plus_zero_r. apply dot_minus_zero. intro z.
    rewrite !dot_minus, !(dot_plus (Rn m)), !dot_minus. rewrite !(dot_scal (Rn m)). ring.
- set (k := R' (U c)).
  pose proof (crit (fun _ => zero) (outer c k) zero_linear (outer_linear c k)) as D.
  pose proof (slope_of_squares R0 (fun x => U (outer c k x)) (fun _ => zero)) as slope.
  apply is_derive_unique in D. apply is_derive_unique in slope.
  erewrite Derive_ext in D; [rewrite slope in D | ].
  + apply (dot_zero (Rn n)). unfold k at 1.
    rewrite <- (Polar.parseval b (R' (U c)) k ob lb). rewrite <- D. apply Polar.total_same. intro e.
    unfold outer. rewrite (proj2 linU), dot_scal_r, (adj e (U c)), (dot_sym (Rn n) e). ring.
  + intro t. cbn beta. f_equal. apply frobenius_same. intro x. unfold residual, moved, R0, residual.
    rewrite (proj1 linU), (proj2 linU), !scal_zero_r, !plus_zero_r.
    apply dot_minus_zero. intro z. rewrite !dot_minus, !(dot_plus (Rn m)), !dot_minus.
    rewrite !(dot_scal (Rn m)). ring.
Qed.

(* Critical factors of which one vanishes at c, moved to U + t p c' and V + t q c'. *)
Lemma moved_at_null_vector c p q t : critical_factors b M U V' ->
  (U c = zero -> frobenius b (residual M (moved U (outer p c) t) (moved V' (outer c q) t)) =
    frobenius b R0 + t ^ 2 * (dot p p * dot (V c) (V c) + 2 * (dot c c * dot (R0 q) p)) +
    2 * t ^ 3 * (dot c c * dot p p * dot (V c) q) + t ^ 4 * (dot c c ^ 2 * (dot p p * dot q q))) /\
  (V c = zero -> frobenius b (residual M (moved U (outer p c) t) (moved V' (outer c q) t)) =
    frobenius b R0 + t ^ 2 * (dot q q * dot (U c) (U c) + 2 * (dot c c * dot (R0 q) p)) +
    2 * t ^ 3 * (dot c c * dot q q * dot (U c) p) + t ^ 4 * (dot c c ^ 2 * (dot p p * dot q q))).
Proof.
intro crit. destruct (residual_of_critical crit) as [onV onU].
assert (form : forall x y, dot (residual M (moved U (outer p c) t) (moved V' (outer c q) t) x) y =
  dot (R0 x) y + t * (dot p y * dot (V c) x) + t * (dot (U c) y * dot q x) +
  t ^ 2 * dot c c * (dot p y * dot q x)).
{ intros x y. unfold R0, residual, moved, outer.
  rewrite (proj1 linU), !(proj2 linU), !dot_minus, !(dot_plus (Rn m)), !(dot_scal (Rn m)).
  rewrite !dot_plus_r, !dot_scal_r, (adjV c x). ring. }
split; intro z.
- rewrite (frobenius_same _ (fun x => plus (plus (R0 x) (scal t (outer p (V c) x)))
    (scal (t ^ 2 * dot c c) (outer p q x)))).
  + rewrite (frobenius_of_two_updates R0 R' _ _ _ _ _ _ residual_adjoint), onV, dot_zero_l. ring.
  + intro x. apply dot_minus_zero. intro y. rewrite form, z, dot_zero_l. unfold outer.
    rewrite !(dot_plus (Rn m)), !(dot_scal (Rn m)). ring.
- rewrite (frobenius_same _ (fun x => plus (plus (R0 x) (scal t (outer (U c) q x)))
    (scal (t ^ 2 * dot c c) (outer p q x)))).
  + rewrite (frobenius_of_two_updates R0 R' _ _ _ _ _ _ residual_adjoint), (residual_adjoint q (U c)),
      onU, dot_zero_r. ring.
  + intro x. apply dot_minus_zero. intro y. rewrite form, z, dot_zero_l. unfold outer.
    rewrite !(dot_plus (Rn m)), !(dot_scal (Rn m)). ring.
Qed.
End Factors.

(* The energy of a map at w is at least t |w|^2 where it is so along each vector that w meets. *)
Lemma energy_where_seen {n m} (M : Rn n -> Rn m) V w t :
  (forall e, List.In e V -> dot e w = 0 \/ t <= dot (M e) (M e)) ->
  t * Dimension.squares V w <= SingularValues.energy M V w.
Proof.
induction V as [ | e V IH]; intro h; cbn [Dimension.squares SingularValues.energy]; [lra | ].
specialize (IH (fun k i => h k (or_intror i))). destruct (h e (or_introl eq_refl)) as [z | le].
- rewrite z. lra.
- pose proof (Rmult_le_compat_l _ _ _ (pow2_ge_0 (dot e w)) le). lra.
Qed.

(* The form of the kernel of inner products of vectors J p, p in a list: that of the vector with
   these coefficients. *)
Fixpoint coefficients n : Rn n -> list R :=
  match n with O => fun v => cons (v : R) nil
  | S k => fun v => cons (fst v) (coefficients k (snd v)) end.

Fixpoint sum_of {X : Type} {E : Euclid} (J : X -> E) (c : list R) (l : list X) : E :=
  match c, l with cons a c, cons p l => plus (scal a (J p)) (sum_of J c l) | _, _ => zero end.

Definition carrier {X : Type} {E : Euclid} {n} (J : X -> E) (l : list X) (v : Rn n) : E :=
  sum_of J (coefficients n v) l.

Lemma coefficients_of_vector n c : length c = S n -> coefficients n (Matrices.vector n c) = c.
Proof.
revert c. induction n as [ | n IH]; intros [ | a c] len; try discriminate.
- destruct c; [reflexivity | discriminate].
- cbn. rewrite IH; [reflexivity | ]. cbn in len. lia.
Qed.

Lemma dot_of_vector {X : Type} {E : Euclid} (J : X -> E) n l (u : E) (v : Rn n) :
  length l = S n ->
  dot (Matrices.vector n (List.map (fun p => dot (J p) u) l)) v = dot (carrier J l v) u.
Proof.
revert l. induction n as [ | n IH]; intros [ | p l] len; try discriminate.
- destruct l; [ | discriminate]. unfold carrier. cbn. rewrite plus_zero_r, (dot_scal E). ring.
- cbn in len. unfold carrier. cbn. rewrite (dot_plus E), (dot_scal E).
  rewrite IH by lia. unfold carrier. f_equal. exact (Rmult_comm _ _).
Qed.

Lemma kernel_form {X : Type} {E : Euclid} (J : X -> E) n l (u v : Rn n) : length l = S n ->
  dot (Matrices.matrix_map n (List.map (fun p => List.map (fun q => dot (J p) (J q)) l) l) u) v =
  dot (carrier J l u) (carrier J l v).
Proof.
intro len. unfold Matrices.matrix_map. rewrite List.map_map.
rewrite (List.map_ext _ (fun p => dot (J p) (carrier J l u))).
- rewrite dot_of_vector by exact len. apply (dot_sym E).
- intro p. rewrite (List.map_ext (fun q => dot (J p) (J q)) (fun q => dot (J q) (J p))).
  + rewrite dot_of_vector by exact len. apply (dot_sym E).
  + intro q. apply (dot_sym E).
Qed.

Lemma carrier_of_vector {X : Type} {E : Euclid} (J : X -> E) n c l : length c = S n ->
  carrier J l (Matrices.vector n c) = sum_of J c l.
Proof. intro len. unfold carrier. now rewrite coefficients_of_vector. Qed.

Lemma square_of_vector n c : length c = S n ->
  dot (Matrices.vector n c) (Matrices.vector n c) = List.fold_right (fun a s => a ^ 2 + s) 0 c.
Proof.
revert c. induction n as [ | n IH]; intros [ | a c] len; try discriminate.
- destruct c; [ | discriminate]. cbn. ring.
- cbn in len. cbn. rewrite IH by lia. cbn. ring.
Qed.

Lemma sum_of_zeros {X : Type} {E : Euclid} (J : X -> E) (front : list X) c l :
  sum_of J (List.repeat 0 (length front) ++ c)%list (front ++ l)%list = sum_of J c l.
Proof.
induction front as [ | p front IH]; [reflexivity | ]. cbn. rewrite IH, Dimension.scal_0.
apply plus_zero_l.
Qed.

Lemma two_kept {X : Type} {E : Euclid} (J : X -> E) front middle back x y :
  sum_of J (List.repeat 0 (length front) ++ 1 :: List.repeat 0 (length middle) ++
    - 1 :: List.repeat 0 (length back))%list (front ++ x :: middle ++ y :: back)%list =
  minus (J x) (J y).
Proof.
rewrite sum_of_zeros. cbn [sum_of]. rewrite sum_of_zeros. cbn [sum_of].
pose proof (sum_of_zeros J back nil nil) as z. rewrite !List.app_nil_r in z. rewrite z.
cbn [sum_of]. rewrite Dimension.scal_1, plus_zero_r, <- scal_opp. reflexivity.
Qed.

Lemma two_squares i j k : List.fold_right (fun a s => a ^ 2 + s) 0
  (List.repeat 0 i ++ 1 :: List.repeat 0 j ++ - 1 :: List.repeat 0 k)%list = 2.
Proof.
assert (zeros : forall i c, List.fold_right (fun a s => a ^ 2 + s) 0 (List.repeat 0 i ++ c)%list =
  List.fold_right (fun a s => a ^ 2 + s) 0 c).
{ clear. intros i c. induction i as [ | i IH]; [reflexivity | ]. cbn in *. rewrite IH. ring. }
rewrite zeros. cbn [List.fold_right]. rewrite zeros. cbn [List.fold_right].
pose proof (zeros k nil) as z. rewrite List.app_nil_r in z. rewrite z. cbn. ring.
Qed.

Lemma component_below n i (v : Rn n) : Rabs (Matrices.component n i v) <= norm v.
Proof.
revert i v. induction n as [ | n IH]; intros i v; [rewrite <- norm_R1; apply Rle_refl | ].
destruct i as [ | i]; [exact (norm_fst (Rn n) v) | ].
exact (Rle_trans _ _ _ (IH i (snd v)) (norm_snd (Rn n) v)).
Qed.

Definition without_jumps {n} (path : R -> Rn n) : Prop :=
  forall t e, 0 <= t -> 0 < e -> exists r, 0 < r /\
    forall s, 0 <= s -> Rabs (s - t) < r -> norm (minus (path s) (path t)) < e.

Lemma first_zero n (path : R -> Rn n) i t : without_jumps path -> 0 <= t ->
  0 <= Matrices.component n i (path 0) -> Matrices.component n i (path t) <= 0 ->
  exists s, 0 <= s /\ Matrices.component n i (path s) = 0.
Proof.
intros cont t0 start below'.
destruct (intermediate_value_theorem (fun s => Matrices.component n i (path s)) 0 t 0 t0)
  as [s [within e]].
- intros x inside e e0. destruct (cont x e (proj1 inside) e0) as [r [r0 near]]. exists r.
  split; [exact r0 | ]. intros y inside' close. specialize (near y (proj1 inside') close).
  apply Rle_lt_trans with (2 := near). destruct (Matrices.component_linear n i) as [p q].
  replace (Matrices.component n i (path y) - Matrices.component n i (path x)) with
    (Matrices.component n i (minus (path y) (path x))); [apply component_below | ].
  unfold minus. rewrite p, scal_opp, q. ring.
- right. split; assumption.
- exists s. split; [apply within | exact e].
Qed.

(* A path in R^4 without jumps on which f never is higher than at its start, (2, 1/2, 2, 1/2), keeps
   to the side where the second and the fourth coordinate are positive if f is higher where one of
   them is 0. *)
Lemma kept_by_a_pass (f : R -> R -> R -> R -> R) (path : R -> Rn 3) :
  let c := Matrices.component 3 in
  let F := fun w : Rn 3 => f (c 0%nat w) (c 1%nat w) (c 2%nat w) (c 3%nat w) in
  (forall a b d e, b = 0 \/ e = 0 -> 5 / 8 <= f a b d e) -> f 2 (1 / 2) 2 (1 / 2) < 5 / 8 ->
  path 0 = Matrices.vector 3 (cons 2 (cons (1 / 2) (cons 2 (cons (1 / 2) nil)))) ->
  without_jumps path -> (forall t, 0 <= t -> F (path t) <= F (path 0)) ->
  forall t, 0 <= t -> 0 < c 1%nat (path t) * c 3%nat (path t).
Proof.
intros c F high low start cont down t t0.
assert (lower : forall s, 0 <= s -> c 1%nat (path s) = 0 \/ c 3%nat (path s) = 0 -> False).
{ intros s s0 z. pose proof (down s s0) as d. unfold F in d. rewrite start in d. cbn in d.
  pose proof (high (c 0%nat (path s)) _ (c 2%nat (path s)) _ z). cbn in *. lra. }
assert (positive : forall i, c i (path 0) = 1 / 2 -> (i = 1 \/ i = 3)%nat -> 0 < c i (path t)).
{ intros i first which. apply Rnot_le_lt. intro le.
  destruct (first_zero 3 path i t cont t0) as [s [s0 z]]; fold c.
  - rewrite first. lra.
  - exact le.
  - apply (lower s s0). destruct which as [-> | ->]; [left | right]; exact z. }
apply Rmult_lt_0_compat; apply positive; auto; rewrite start; reflexivity.
Qed.

(* A form in two variables that is nowhere negative has a determinant that is not negative. *)
Lemma minor_of_form a b c : (forall x y : R, 0 <= a * x ^ 2 + 2 * b * x * y + c * y ^ 2) ->
  0 <= a * c - b ^ 2.
Proof.
intro form. pose proof (form 1 0) as one. pose proof (form 0 1) as two.
destruct (Rle_lt_or_eq_dec 0 c) as [c0 | c0]; [lra | | ].
- pose proof (form c (- b)) as f. apply Rmult_le_reg_l with c; [exact c0 | ]. lra.
- rewrite <- c0 in *. destruct (Req_dec b 0) as [-> | b0]; [lra | exfalso].
  pose proof (form (2 * b) (- (a + 1))) as f. pose proof (pow2_gt_0 b b0). nra.
Qed.

(* A polynomial has a gradient, whatever it is: by the rules for sums, products and powers. *)
Ltac some_gradient := eexists; unfold Rdiv; repeat first
  [ apply EndToEnd.Hessians.gradient_of_constant | apply EndToEnd.Hessians.gradient_of_component
  | apply EndToEnd.Hessians.gradient_of_power | apply EndToEnd.Hessians.gradient_of_sum
  | apply EndToEnd.Hessians.gradient_of_product ].

(* The slope along d at a point where the gradient is v. *)
Lemma slope_along {E : Euclid} (f : E -> R) (w v d : E) (phi : R -> R) (l : R) :
  gradient_at f w v -> (forall t, f (along w d t) = phi t) -> is_derive phi 0 l -> dot v d = l.
Proof.
intros G same D. pose proof (gradient_on_line f w d v 0) as L. rewrite along_0 in L.
specialize (L G). apply is_derive_unique in D. apply is_derive_unique in L. rewrite <- L, <- D.
apply Derive_ext. exact same.
Qed.

(* A gradient that has a derivative vanishes where descent with steps of one length ends. *)
Lemma descent_ends_at_a_stationary_point n (g : Rn n -> Rn n) (H : Rn n -> Rn n) eta x p :
  0 < eta -> derivative_at g p H ->
  tends (descent g eta x) p -> g p = zero.
Proof.
intros eta0 [lin D] t. destruct (bounded_linear n (Rn n) H lin) as [K [K0 bound]].
apply Classical_Prop.NNPP. intro nz. set (a := norm (g p)).
assert (a0 : 0 < a).
{ destruct (Rle_lt_or_eq_dec _ _ (norm_pos (g p))) as [l | z]; [exact l | exfalso].
  apply nz, (dot_zero (Rn n)). rewrite <- norm_sqr, <- z. ring. }
destruct (D 1 Rlt_0_1) as [r [r0 near]].
set (e := Rmin r (Rmin (a / (4 * (K + 1))) (eta * a / 8))).
assert (e0 : 0 < e).
{ repeat apply Rmin_glb_lt; [exact r0 | apply Rdiv_lt_0_compat; lra | ].
  assert (0 < eta * a) by (apply Rmult_lt_0_compat; lra). lra. }
destruct (t e e0) as [N close]. pose proof (close N (le_n N)) as one.
pose proof (close (S N) ltac:(lia)) as two. set (z := descent g eta x N) in *.
set (h := minus z p) in *.
assert (hr : norm h < r) by (apply Rlt_le_trans with (1 := one); apply Rmin_l).
specialize (near h hr). unfold h in near at 1. rewrite plus_minus_same in near.
assert (half : e <= a / (4 * (K + 1))).
{ apply Rle_trans with (1 := Rmin_r _ _). apply Rmin_l. }
assert (short : e <= eta * a / 8).
{ apply Rle_trans with (1 := Rmin_r _ _). apply Rmin_r. }
assert (K1 : norm h * (K + 1) <= a / 4).
{ replace (a / 4) with (a / (4 * (K + 1)) * (K + 1)) by (field; lra).
  apply Rmult_le_compat_r; [lra | ]. lra. }
assert (change : norm (minus (g z) (g p)) <= a / 4).
{ apply Rle_trans with (2 := K1). pose proof (bound h).
  pose proof (norm_triangle (minus (minus (g z) (g p)) (H h)) (H h)) as tri.
  assert (q : plus (minus (minus (g z) (g p)) (H h)) (H h) = minus (g z) (g p))
    by (rewrite plus_comm; apply plus_minus_same).
  rewrite q in tri. lra. }
assert (large : a / 2 <= norm (g z)).
{ pose proof (norm_triangle (minus (g p) (g z)) (g z)) as tri.
  assert (q : plus (minus (g p) (g z)) (g z) = g p) by (rewrite plus_comm; apply plus_minus_same).
  rewrite q, norm_minus_sym in tri. fold a in tri. lra. }
assert (step : eta * norm (g z) <= 2 * e).
{ pose proof (norm_triangle (minus (descent g eta x (S N)) p) (minus p z)) as tri.
  assert (q : plus (minus (descent g eta x (S N)) p) (minus p z) = scal (- eta) (g z)).
  { apply dot_minus_zero. intro v. cbn [descent]. fold z.
    rewrite (dot_plus (Rn n)), !dot_minus, (dot_plus (Rn n)). ring. }
  rewrite q, norm_scal, Rabs_Ropp, Rabs_pos_eq in tri by lra.
  rewrite (norm_minus_sym p z) in tri. fold h in tri. lra. }
apply (Rmult_le_compat_l eta) in large; lra.
Qed.

(* The curvature along d at w, by the slopes along d of a gradient g with the derivative H there. *)
Lemma curvature_along {E : Euclid} (g H : E -> E) (w d : E) (phi : R -> R) (l : R) :
  derivative_at g w H -> (forall t, dot (g (along w d t)) d = phi t) -> is_derive phi 0 l ->
  dot (H d) d = l.
Proof.
intros D same P. assert (D' : derivative_at g (along w d 0) H) by now rewrite along_0.
pose proof (derivative_on_line g H w d d 0 D') as L.
apply is_derive_unique in P. apply is_derive_unique in L. rewrite <- L, <- P.
apply Derive_ext. exact same.
Qed.

(* Eigenvalues between two bounds. *)
Lemma between_eigenvalues n (A : Rn n -> Rn n) low high v : linear A -> symmetric A ->
  (forall l u, eigenpair A l u -> low <= l <= high) ->
  norm (A v) ^ 2 <= (low + high) * dot (A v) v - low * high * norm v ^ 2.
Proof.
intros lin sym bounds. destruct (spectral_theorem n A lin sym) as [l [len o]].
set (d := (0, zero : Rn n)). destruct (form_along_eigenvectors n A l v d lin o len) as [form square].
destruct (form_along_eigenvectors n A l (A v) d lin o len) as [_ image].
rewrite form, square, image. clear form square image.
assert (all : forall N, (N <= S n)%nat ->
  before (fun i => dot (snd (List.nth i l d)) (A v) ^ 2) N <=
  (low + high) * before (fun i => fst (List.nth i l d) * dot (snd (List.nth i l d)) v ^ 2) N
  - low * high * before (fun i => dot (snd (List.nth i l d)) v ^ 2) N).
{ induction N as [ | N IH]; intro le; cbn [before]; [lra | ]. specialize (IH ltac:(lia)).
  set (k := fst (List.nth N l d)) in *. set (e := snd (List.nth N l d)) in *.
  assert (i : List.In (k, e) l).
  { unfold k, e. rewrite <- surjective_pairing. apply List.nth_In. lia. }
  destruct (orthonormal_eigen A l k e o i) as [eig one].
  assert (pair : eigenpair A k e).
  { split; [ | exact eig]. intro z. rewrite z, norm_zero in one. lra. }
  destruct (bounds k e pair) as [a b].
  assert (q : dot e (A v) = k * dot e v) by (rewrite <- (sym e v), eig, (dot_scal (Rn n)); ring).
  rewrite q, Rpow_mult_distr. pose proof (pow2_ge_0 (dot e v)) as s.
  assert (0 <= (k - low) * (high - k)) by (apply Rmult_le_pos; lra). nra. }
apply all. lia.
Qed.

Lemma total_of_totals (E F : Euclid) (h : E -> F -> R) l k :
  Dimension.total (fun e => Dimension.total (h e) k) l =
  Dimension.total (fun z => Dimension.total (fun e => h e z) l) k.
Proof.
induction l as [ | e l IH]; cbn [Dimension.total].
- induction k as [ | z k IH]; cbn [Dimension.total]; [reflexivity | rewrite <- IH; ring].
- rewrite IH. symmetry. apply Dimension.total_plus.
Qed.

Lemma fourth_power_share (x : R) : 0 <= x ^ 4 * / (1 + x ^ 4).
Proof.
assert (p : 0 <= x ^ 4) by (replace (x ^ 4) with ((x ^ 2) ^ 2) by ring; apply pow2_ge_0).
apply Rmult_le_pos; [exact p | apply Rlt_le, Rinv_0_lt_compat; lra].
Qed.

(* Where a function falls along one unit vector and rises along another, there is no extremum. *)
Lemma no_extremum_between (E : Euclid) (f : E -> R) (x u w : E) (k : R) :
  0 < k -> norm u = 1 -> norm w = 1 ->
  (forall t, 0 < t -> t < k -> f (along x u t) < f x) ->
  (forall t, 0 < t -> t < k -> f x < f (along x w t)) ->
  ~ local_minimum f x /\ ~ local_maximum f x.
Proof.
intros k0 nu nw falls rises.
assert (small : forall r (v : E), 0 < r -> norm v = 1 -> 0 < Rmin r k / 2 < k /\ norm (scal (Rmin r k / 2) v) < r).
{ intros r v r0 nv. pose proof (Rmin_l r k). pose proof (Rmin_r r k).
  assert (0 < Rmin r k) by now apply Rmin_glb_lt. rewrite norm_scal, nv, Rmult_1_r, Rabs_pos_eq by lra. lra. }
split; intros [r [r0 extreme]].
- destruct (small r u r0 nu) as [[t0 tk] short]. pose proof (falls _ t0 tk). pose proof (extreme _ short).
  unfold along in *. lra.
- destruct (small r w r0 nw) as [[t0 tk] short]. pose proof (rises _ t0 tk). pose proof (extreme _ short).
  unfold along in *. lra.
Qed.

(* How far one may go in an open set, and as far as a bound of another kind lets one. *)
Lemma room_around (E : Euclid) (C : E -> Prop) (x : E) (rho s : R) :
  Euclid.open C -> C x -> 0 < s -> exists k, 0 < k /\
  forall t, 0 < t -> t < k -> rho * t < s /\ forall v : E, norm v = 1 -> C (along x v t).
Proof.
intros around inside s0. destruct (around x inside) as [q [q0 ball]].
pose proof (Rabs_pos rho) as p. pose proof (Rle_abs rho) as a.
assert (k0 : 0 < s / (Rabs rho + 1)) by (apply Rdiv_lt_0_compat; lra).
assert (k1 : s / (Rabs rho + 1) * (Rabs rho + 1) = s) by (field; lra). set (k := s / (Rabs rho + 1)) in *.
exists (Rmin q k). split; [now apply Rmin_glb_lt | ]. intros t t0 tm.
pose proof (Rmin_l q k). pose proof (Rmin_r q k). split; [nra | ]. intros v nv. apply ball.
rewrite norm_scal, nv, Rmult_1_r, Rabs_pos_eq; lra.
Qed.
