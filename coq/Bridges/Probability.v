(* Finite probability: a space is a list of outcomes with weights that are not negative and add up
   to 1; events are decidable, and every function on the outcomes is a random variable. *)
From Coq Require Import Reals Lra Psatz Lia List Bool.
From Coquelicot Require Import Coquelicot.
Import ListNotations.
Open Scope R_scope.

Fixpoint total {A : Type} (f : A -> R) (l : list A) : R :=
  match l with [] => 0 | a :: l => f a + total f l end.

(* The sum and the product of the terms before the n-th one. *)
Fixpoint sum_of_first (n : nat) (a : nat -> R) : R :=
  match n with O => 0 | S n => sum_of_first n a + a n end.

Fixpoint product_of_first (n : nat) (a : nat -> R) : R :=
  match n with O => 1 | S n => product_of_first n a * a n end.

Record Space (Omega : Type) := {
  outcomes : list (Omega * R);
  weights_pos : forall o, In o outcomes -> 0 <= snd o;
  weights_total : total snd outcomes = 1 }.
Arguments outcomes {Omega}.
Arguments weights_pos {Omega}.
Arguments weights_total {Omega}.

Definition mean {Omega : Type} (P : Space Omega) (X : Omega -> R) : R :=
  total (fun o => X (fst o) * snd o) (outcomes P).

Definition indicator {Omega : Type} (A : Omega -> bool) (w : Omega) : R := if A w then 1 else 0.

Definition Pr {Omega : Type} (P : Space Omega) (A : Omega -> bool) : R := mean P (indicator A).

Definition variance {Omega : Type} (P : Space Omega) (X : Omega -> R) : R :=
  mean P (fun w => (X w - mean P X) ^ 2).

Definition at_least {Omega : Type} (a : R) (X : Omega -> R) (w : Omega) : bool :=
  if Rle_dec a (X w) then true else false.

Definition equals {Omega : Type} (X : Omega -> R) (x : R) (w : Omega) : bool :=
  if Req_EM_T (X w) x then true else false.

Definition both {Omega : Type} (A B : Omega -> bool) (w : Omega) : bool := A w && B w.

Definition independent_variables {Omega : Type} (P : Space Omega) (X Y : Omega -> R) : Prop :=
  forall x y, Pr P (both (equals X x) (equals Y y)) = Pr P (equals X x) * Pr P (equals Y y).

Definition sum_of {Omega : Type} (n : nat) (X : nat -> Omega -> R) (w : Omega) : R :=
  sum_of_first n (fun i => X i w).

(* Sums over lists. *)
Lemma total_ext {A : Type} (f g : A -> R) l : (forall a, In a l -> f a = g a) ->
  total f l = total g l.
Proof.
induction l as [ | a l IH]; intro h; [reflexivity | ]. cbn.
rewrite (h a) by now left. f_equal. apply IH. intros b i. apply h. now right.
Qed.

Lemma total_le {A : Type} (f g : A -> R) l : (forall a, In a l -> f a <= g a) ->
  total f l <= total g l.
Proof.
induction l as [ | a l IH]; intro h; [apply Rle_refl | ]. cbn. apply Rplus_le_compat.
- apply h. now left.
- apply IH. intros b i. apply h. now right.
Qed.

Lemma total_linear {A : Type} (f g : A -> R) a b l :
  total (fun x => a * f x + b * g x) l = a * total f l + b * total g l.
Proof. induction l as [ | x l IH]; cbn; [ring | rewrite IH; ring]. Qed.

Lemma total_app {A : Type} (f : A -> R) l m : total f (l ++ m) = total f l + total f m.
Proof. induction l as [ | x l IH]; cbn; [ring | rewrite IH; ring]. Qed.

Lemma total_map {A B : Type} (f : B -> R) (h : A -> B) l :
  total f (map h l) = total (fun a => f (h a)) l.
Proof. induction l as [ | x l IH]; cbn; [reflexivity | now rewrite IH]. Qed.

Lemma total_scal {A : Type} (f : A -> R) c l : total (fun x => c * f x) l = c * total f l.
Proof. induction l as [ | x l IH]; cbn; [ring | rewrite IH; ring]. Qed.

Lemma total_prod {A B : Type} (f : A -> R) (g : B -> R) l m :
  total (fun c => f (fst c) * g (snd c)) (list_prod l m) = total f l * total g m.
Proof.
induction l as [ | x l IH]; cbn; [ring | ]. rewrite total_app, total_map, IH. cbn.
rewrite total_scal. ring.
Qed.

Section Expectation.
Context {Omega : Type} (P : Space Omega).
Implicit Types (X Y : Omega -> R) (A B : Omega -> bool).

Lemma mean_ext X Y : (forall w, X w = Y w) -> mean P X = mean P Y.
Proof. intro h. apply total_ext. intros o _. now rewrite h. Qed.

(* The mean is linear and monotone, and that of a constant is the constant. *)
Theorem mean_linear X Y a b :
  mean P (fun w => a * X w + b * Y w) = a * mean P X + b * mean P Y.
Proof. unfold mean. rewrite <- total_linear. apply total_ext. intros o _. ring. Qed.

Theorem mean_monotone X Y : (forall w, X w <= Y w) -> mean P X <= mean P Y.
Proof.
intro h. apply total_le. intros o i. apply Rmult_le_compat_r; [ | apply h].
exact (weights_pos P o i).
Qed.

Theorem mean_constant c : mean P (fun _ => c) = c.
Proof. unfold mean. rewrite total_scal, (weights_total P). ring. Qed.

Lemma mean_plus X Y : mean P (fun w => X w + Y w) = mean P X + mean P Y.
Proof.
transitivity (mean P (fun w => 1 * X w + 1 * Y w)); [apply mean_ext; intro; ring | ].
rewrite mean_linear. ring.
Qed.

Lemma mean_scal X c : mean P (fun w => c * X w) = c * mean P X.
Proof.
transitivity (mean P (fun w => c * X w + 0 * X w)); [apply mean_ext; intro; ring | ].
rewrite mean_linear. ring.
Qed.

Lemma mean_total {I : Type} (X : I -> Omega -> R) l :
  mean P (fun w => total (fun i => X i w) l) = total (fun i => mean P (X i)) l.
Proof.
induction l as [ | i l IH]; cbn; [apply mean_constant | ]. now rewrite mean_plus, IH.
Qed.

(* Probabilities lie between 0 and 1, and of disjoint events they add up. *)
Lemma indicator_between A w : 0 <= indicator A w <= 1.
Proof. unfold indicator. destruct (A w); lra. Qed.

Theorem probability_between A : 0 <= Pr P A <= 1.
Proof.
split.
- rewrite <- (mean_constant 0). apply mean_monotone, indicator_between.
- rewrite <- (mean_constant 1). apply mean_monotone, indicator_between.
Qed.

Theorem probability_of_the_complement A : Pr P (fun w => negb (A w)) = 1 - Pr P A.
Proof.
transitivity (mean P (fun w => 1 * 1 + - 1 * indicator A w)).
- apply mean_ext. intro w. unfold indicator. destruct (A w); cbn; ring.
- rewrite mean_linear, mean_constant. unfold Pr. ring.
Qed.

Theorem probability_of_disjoint_events A B : (forall w, A w && B w = false) ->
  Pr P (fun w => A w || B w) = Pr P A + Pr P B.
Proof.
intro h. unfold Pr. rewrite <- mean_plus. apply mean_ext. intro w. specialize (h w).
unfold indicator. destruct (A w), (B w); cbn in *; try discriminate; ring.
Qed.

(* The variance is the mean square less the square of the mean. *)
Theorem variance_by_squares X : variance P X = mean P (fun w => X w ^ 2) - mean P X ^ 2.
Proof.
set (m := mean P X).
transitivity (mean P (fun w => 1 * X w ^ 2 + 1 * (- 2 * m * X w + m ^ 2 * 1))).
- apply mean_ext. intro w. fold m. ring.
- rewrite mean_linear, mean_linear, mean_constant. fold m. ring.
Qed.

Theorem variance_not_negative X : 0 <= variance P X.
Proof. rewrite <- (mean_constant 0). apply mean_monotone. intro w. apply pow2_ge_0. Qed.

(* Markov's and Chebyshev's inequality, and Popoviciu's. *)
Theorem markov X a : (forall w, 0 <= X w) -> 0 < a -> Pr P (at_least a X) <= mean P X / a.
Proof.
intros pos a0. apply Rmult_le_reg_l with a; [exact a0 | ].
replace (a * (mean P X / a)) with (mean P X) by (field; lra). unfold Pr.
rewrite <- mean_scal. apply mean_monotone. intro w. unfold indicator, at_least.
specialize (pos w). destruct (Rle_dec a (X w)); lra.
Qed.

Theorem chebyshev X a : 0 < a ->
  Pr P (at_least a (fun w => Rabs (X w - mean P X))) <= variance P X / a ^ 2.
Proof.
intro a0. apply Rle_trans with (Pr P (at_least (a ^ 2) (fun w => (X w - mean P X) ^ 2))).
- apply mean_monotone. intro w. unfold indicator, at_least. set (d := X w - mean P X).
  destruct (Rle_dec a (Rabs d)) as [h | h], (Rle_dec (a ^ 2) (d ^ 2)) as [k | k]; try lra.
  exfalso. apply k. rewrite <- (pow2_abs d). apply pow_incr. lra.
- apply markov; [intro w; apply pow2_ge_0 | apply pow_lt, a0].
Qed.

Theorem popoviciu X l u : (forall w, l <= X w <= u) -> variance P X <= (u - l) ^ 2 / 4.
Proof.
intro h. rewrite variance_by_squares. set (m := mean P X).
assert (q : mean P (fun w => X w ^ 2) <= (l + u) * m - l * u).
{ apply Rle_trans with (mean P (fun w => (l + u) * X w + - (l * u) * 1)).
  - apply mean_monotone. intro w. specialize (h w). nra.
  - rewrite mean_linear, mean_constant. fold m. lra. }
pose proof (pow2_ge_0 (m - (l + u) / 2)). nra.
Qed.

(* Sums of variables. *)
Theorem mean_of_a_sum (X : nat -> Omega -> R) n :
  mean P (sum_of n X) = sum_of_first n (fun i => mean P (X i)).
Proof.
induction n as [ | n IH]; [apply mean_constant | ]. cbn. rewrite <- IH. apply mean_plus.
Qed.

Lemma covariance_with_a_sum (X : nat -> Omega -> R) Y n :
  (forall i, (i < n)%nat -> mean P (fun w => X i w * Y w) = mean P (X i) * mean P Y) ->
  mean P (fun w => sum_of n X w * Y w) = mean P (sum_of n X) * mean P Y.
Proof.
intro h. induction n as [ | n IH].
- transitivity 0; [ | unfold sum_of; cbn; rewrite mean_constant; ring].
  rewrite <- (mean_constant 0). apply mean_ext. intro w. unfold sum_of. cbn. ring.
- transitivity (mean P (fun w => sum_of n X w * Y w + X n w * Y w)).
  { apply mean_ext. intro w. unfold sum_of. cbn. ring. }
  rewrite mean_plus, IH, h by (intros; try apply h; lia).
  rewrite !mean_of_a_sum. cbn. ring.
Qed.

(* The variances of uncorrelated variables add up. *)
Theorem variance_of_a_sum (X : nat -> Omega -> R) n :
  (forall i j, (i < j < n)%nat -> mean P (fun w => X i w * X j w) = mean P (X i) * mean P (X j)) ->
  variance P (sum_of n X) = sum_of_first n (fun i => variance P (X i)).
Proof.
induction n as [ | n IH]; intro h.
- rewrite variance_by_squares. unfold sum_of. cbn. rewrite !mean_constant. ring.
- cbn. rewrite <- IH by (intros; apply h; lia). rewrite !variance_by_squares.
  assert (c := covariance_with_a_sum X (X n) n (fun i l => h i n (conj l (Nat.lt_succ_diag_r n)))).
  transitivity (mean P (fun w => 1 * sum_of n X w ^ 2 +
    1 * (2 * (sum_of n X w * X n w) + 1 * X n w ^ 2))
    - mean P (sum_of (S n) X) ^ 2).
  + f_equal. apply mean_ext. intro w. unfold sum_of. cbn. ring.
  + rewrite !mean_linear, c, !mean_of_a_sum. cbn. ring.
Qed.

(* The sum over the values that X takes: each value once. *)
Lemma one_of_the_values (l : list R) x : NoDup l -> In x l ->
  total (fun v => if Req_EM_T x v then 1 else 0) l = 1.
Proof.
induction l as [ | v l IH]; intros d i; [contradiction | ]. inversion d as [ | ? ? n d']. subst.
cbn. destruct (Req_EM_T x v) as [e | e].
- subst v. transitivity (1 + total (fun _ => 0 * 0) l); [ | rewrite total_scal; ring].
  f_equal. apply total_ext. intros y iy. destruct (Req_EM_T x y) as [q | _]; [ | ring].
  subst y. contradiction.
- rewrite IH; [ring | exact d' | ]. destruct i as [q | q]; [now destruct e | exact q].
Qed.

Definition values X : list R := nodup Req_EM_T (map (fun o => X (fst o)) (outcomes P)).

Lemma by_values X (Z : Omega -> R) :
  mean P Z = total (fun x => mean P (fun w => Z w * indicator (equals X x) w)) (values X).
Proof.
rewrite <- mean_total. apply total_ext. intros o i. f_equal.
transitivity (Z (fst o) * total (fun x => indicator (equals X x) (fst o)) (values X)).
- replace (total (fun x => indicator (equals X x) (fst o)) (values X)) with 1; [ring | ].
  symmetry. rewrite <- (one_of_the_values (values X) (X (fst o))).
  + apply total_ext. intros x _. unfold indicator, equals. now destruct (Req_EM_T _ _).
  + apply NoDup_nodup.
  + apply nodup_In, in_map_iff. now exists o.
- now rewrite total_scal.
Qed.

(* The mean by the law of X. *)
Theorem mean_by_values X : mean P X = total (fun x => x * Pr P (equals X x)) (values X).
Proof.
rewrite (by_values X X). apply total_ext. intros x _. unfold Pr. rewrite <- mean_scal.
apply mean_ext. intro w. unfold indicator, equals. destruct (Req_EM_T _ _) as [e | e]; [ | ring].
now rewrite e.
Qed.

(* The mean of a product of independent variables. *)
Theorem mean_of_independent_factors X Y : independent_variables P X Y ->
  mean P (fun w => X w * Y w) = mean P X * mean P Y.
Proof.
intro h. rewrite (by_values X).
transitivity (total (fun x => (x * Pr P (equals X x)) * mean P Y) (values X)).
- apply total_ext. intros x _. rewrite (by_values Y), (mean_by_values Y), <- total_scal.
  apply total_ext. intros y _.
  transitivity (mean P (fun w => x * y * indicator (both (equals X x) (equals Y y)) w)).
  + apply mean_ext. intro w. unfold indicator, both, equals.
    destruct (Req_EM_T (X w) x) as [e | _], (Req_EM_T (Y w) y) as [f | _]; cbn; try ring.
    rewrite e, f. ring.
  + rewrite mean_scal. fold (Pr P (both (equals X x) (equals Y y))). rewrite h. ring.
- rewrite (mean_by_values X), Rmult_comm, <- total_scal. apply total_ext. intros x _. ring.
Qed.

Theorem variance_of_a_sum_of_independent_variables (X : nat -> Omega -> R) n :
  (forall i j, (i < j < n)%nat -> independent_variables P (X i) (X j)) ->
  variance P (sum_of n X) = sum_of_first n (fun i => variance P (X i)).
Proof.
intro h. apply variance_of_a_sum. intros i j l. now apply mean_of_independent_factors, h.
Qed.
End Expectation.
Print Assumptions mean_linear.
Print Assumptions mean_monotone.
Print Assumptions mean_constant.
Print Assumptions probability_between.
Print Assumptions probability_of_the_complement.
Print Assumptions probability_of_disjoint_events.
Print Assumptions variance_by_squares.
Print Assumptions variance_not_negative.
Print Assumptions markov.
Print Assumptions chebyshev.
Print Assumptions popoviciu.
Print Assumptions mean_of_a_sum.
Print Assumptions variance_of_a_sum.
Print Assumptions mean_by_values.
Print Assumptions mean_of_independent_factors.
Print Assumptions variance_of_a_sum_of_independent_variables.
