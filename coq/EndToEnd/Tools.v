(* What the compositions of claims with theorems about functions share: the theorems of Bridges in
   the form in which claims take them, and tactics for inner products and for what is evident. *)
From Coq Require Export Reals Lra Psatz Lia.
From Coquelicot Require Export Coquelicot.
From Provenscape Require Export Bridges.Euclid Bridges.Calculus Bridges.Derivative Bridges.Smooth
  Bridges.Taylor Bridges.Stationary Bridges.Second Bridges.SecondTest Bridges.Convex
  Bridges.StrongConvexity Bridges.Finite Bridges.Spectral Bridges.Limits Bridges.Continuous
  Bridges.Extreme Bridges.Complete Bridges.Descent Bridges.Growth Bridges.ScaleInvariant
  Bridges.MeanValue.
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

Definition everywhere {E : Euclid} : E -> Prop := fun _ => True.

(* The sum of the terms before the k-th one. *)
Fixpoint before (a : nat -> R) (k : nat) : R :=
  match k with O => 0 | S k => before a k + a k end.

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

(* The same, seen from a minimum p. *)
Lemma strong_tangent m : convex_on everywhere (fun y => f y - m / 2 * norm y ^ 2) ->
  forall x p, m * norm (minus x p) ^ 2 / 2 + (f x - f p) <= dot (g x) (minus x p).
Proof.
intros c x p. pose proof (strong_bound m c x p) as b. rewrite (norm_minus_sym p x) in b.
assert (q : dot (g x) (minus p x) = - dot (g x) (minus x p)) by (rewrite !dot_minus_r; ring).
rewrite q in b. lra.
Qed.
End Steps.

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

(* The form of a matrix at a unit eigenvector. *)
Lemma form_at_eigenvector {E : Euclid} (A : E -> E) l u : A u = scal l u -> norm u = 1 ->
  dot (A u) u = l.
Proof. intros e n. rewrite e, (dot_scal E), <- norm_sqr, n. ring. Qed.

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

Print Assumptions line_expansion.
Print Assumptions image_of_nonsingular.
