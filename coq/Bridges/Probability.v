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

(* Fact `expectation-of-independent-factors-on-a-finite-space`, with the variance of a sum below.
   Source: Durrett (2019), on products of independent variables. *)
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

(* Independent events: of each subset of the first n all occur with the product of their
   probabilities. *)
Fixpoint every (n : nat) (b : nat -> bool) : bool :=
  match n with O => true | S n => every n b && b n end.

Definition all_of {Omega : Type} (A : nat -> Omega -> bool) n (s : nat -> bool) w : bool :=
  every n (fun i => negb (s i) || A i w).

Definition independent_events {Omega : Type} (P : Space Omega) n (A : nat -> Omega -> bool) :=
  forall s : nat -> bool,
  Pr P (all_of A n s) = product_of_first n (fun i => if s i then Pr P (A i) else 1).

(* How many of the first n events occur. *)
Fixpoint number {Omega : Type} (A : nat -> Omega -> bool) (n : nat) (w : Omega) : nat :=
  match n with O => O | S n => if A n w then S (number A n w) else number A n w end.

Lemma every_ext n b c : (forall i, (i < n)%nat -> b i = c i) -> every n b = every n c.
Proof.
induction n as [ | n IH]; intro h; [reflexivity | ]. cbn.
rewrite IH, h by (intros; try apply h; lia). reflexivity.
Qed.

Lemma every_true n b : every n b = true <-> forall i, (i < n)%nat -> b i = true.
Proof.
induction n as [ | n IH]; cbn; [split; [intros _ i l; lia | auto] | ].
rewrite andb_true_iff, IH. split.
- intros [h e] i l. assert (i = n \/ i < n)%nat as [q | q] by lia; [now subst | now apply h].
- intro h. split; [intros i l | ]; apply h; lia.
Qed.

Lemma product_of_first_ext n a b : (forall i, (i < n)%nat -> a i = b i) ->
  product_of_first n a = product_of_first n b.
Proof.
induction n as [ | n IH]; intro h; [reflexivity | ]. cbn.
rewrite IH, h by (intros; try apply h; lia). reflexivity.
Qed.

Lemma product_of_powers n p : product_of_first n (fun _ => p) = p ^ n.
Proof. induction n as [ | n IH]; cbn; [reflexivity | rewrite IH; ring]. Qed.

Lemma product_of_ones n : product_of_first n (fun _ => 1) = 1.
Proof. rewrite product_of_powers. apply pow1. Qed.

Lemma product_with_one_more n j a (s : nat -> bool) : (j < n)%nat -> s j = false ->
  product_of_first n (fun i => if (i =? j)%nat || s i then a i else 1) =
  a j * product_of_first n (fun i => if s i then a i else 1).
Proof.
intros l no. induction n as [ | n IH]; [lia | ]. cbn.
destruct (Nat.eqb_spec n j) as [e | e].
- subst n. rewrite no. cbn. rewrite Rmult_1_r, Rmult_comm. f_equal. apply product_of_first_ext.
  intros i h. destruct (Nat.eqb_spec i j); [lia | reflexivity].
- cbn. rewrite IH by lia. ring.
Qed.

Lemma none_chosen {Omega : Type} (A : nat -> Omega -> bool) n w :
  indicator (all_of A n (fun _ => false)) w = 1.
Proof. unfold indicator, all_of. now rewrite (proj2 (every_true n _)) by reflexivity. Qed.

Section Events.
Context {Omega : Type} (P : Space Omega) (A : nat -> Omega -> bool) (N : nat).
Hypothesis independent : independent_events P N A.

Fixpoint signs (n : nat) (w : Omega) : list bool :=
  match n with O => [] | S n => A n w :: signs n w end.

Lemma with_one_more_event (s : nat -> bool) j w : (j < N)%nat ->
  indicator (all_of A N (fun i => (i =? j)%nat || s i)) w =
  indicator (A j) w * indicator (all_of A N s) w.
Proof.
intro l. unfold indicator, all_of.
destruct (every N (fun i => negb ((i =? j)%nat || s i) || A i w)) eqn:e.
- rewrite every_true in e. assert (a : A j w = true).
  { specialize (e j l). now rewrite Nat.eqb_refl in e. }
  rewrite a. replace (every N (fun i => negb (s i) || A i w)) with true; [ring | ].
  symmetry. apply every_true. intros i h. specialize (e i h).
  destruct (i =? j)%nat, (s i), (A i w); cbn in *; auto.
- destruct (A j w) eqn:a; [ | ring].
  destruct (every N (fun i => negb (s i) || A i w)) eqn:f; [ | ring].
  exfalso. rewrite every_true in f. revert e. apply eq_true_false_abs. apply every_true.
  intros i h. specialize (f i h). destruct (Nat.eqb_spec i j) as [q | q]; cbn.
  + now subst i.
  + exact f.
Qed.

(* Functions of the first j signs, and events among the others. *)
Lemma signs_and_later_events j : (j <= N)%nat -> forall (phi : list bool -> R) (s : nat -> bool),
  (forall i, (i < j)%nat -> s i = false) ->
  mean P (fun w => phi (signs j w) * indicator (all_of A N s) w) =
  mean P (fun w => phi (signs j w)) *
    product_of_first N (fun i => if s i then Pr P (A i) else 1).
Proof.
induction j as [ | j IH]; intros l phi s no.
- cbn. rewrite mean_scal, mean_constant. f_equal. apply independent.
- assert (step : forall t : nat -> bool, (forall i, (i < S j)%nat -> t i = false) ->
    mean P (fun w => phi (signs (S j) w) * indicator (all_of A N t) w) =
    (Pr P (A j) * mean P (fun w => phi (true :: signs j w)) +
      (1 - Pr P (A j)) * mean P (fun w => phi (false :: signs j w))) *
    product_of_first N (fun i => if t i then Pr P (A i) else 1)).
  { intros t none. set (u := fun i => (i =? j)%nat || t i).
    transitivity (mean P (fun w => 1 * (phi (true :: signs j w) * indicator (all_of A N u) w) +
      1 * (1 * (phi (false :: signs j w) * indicator (all_of A N t) w) +
        - 1 * (phi (false :: signs j w) * indicator (all_of A N u) w)))).
    - apply mean_ext. intro w. unfold u. rewrite with_one_more_event by lia. cbn [signs].
      set (r := indicator (all_of A N t) w). unfold indicator. destruct (A j w); ring.
    - rewrite !mean_linear, !(IH ltac:(lia) (fun b => phi (_ :: b))).
      + unfold u. rewrite (product_with_one_more N j (fun i => Pr P (A i)) t) by
          (try apply none; lia). ring.
      + intros i h. unfold u. rewrite none by lia. destruct (Nat.eqb_spec i j); [lia | auto].
      + intros i h. apply none. lia.
      + intros i h. unfold u. rewrite none by lia. destruct (Nat.eqb_spec i j); [lia | auto]. }
  rewrite (step s no). f_equal.
  specialize (step (fun _ => false) (fun _ _ => eq_refl)).
  cbn in step. rewrite product_of_ones, Rmult_1_r in step. rewrite <- step.
  apply mean_ext. intro w. cbn [signs]. rewrite none_chosen. ring.
Qed.

(* The law of independent signs: whatever the first ones are, the next is as it is alone. *)
Theorem law_of_independent_signs j (phi : list bool -> R) : (j < N)%nat ->
  mean P (fun w => phi (signs (S j) w)) =
  Pr P (A j) * mean P (fun w => phi (true :: signs j w)) +
    (1 - Pr P (A j)) * mean P (fun w => phi (false :: signs j w)).
Proof.
intro l. set (s := fun i => (i =? j)%nat || false).
assert (later : forall f : list bool -> R, mean P (fun w => f (signs j w) * indicator (A j) w) =
  mean P (fun w => f (signs j w)) * Pr P (A j)).
{ intro f. transitivity (mean P (fun w => f (signs j w) * indicator (all_of A N s) w)).
  - apply mean_ext. intro w. unfold s. rewrite with_one_more_event by exact l.
    rewrite none_chosen. ring.
  - rewrite signs_and_later_events; [ | lia | ].
    + unfold s. rewrite (product_with_one_more N j (fun i => Pr P (A i)) (fun _ => false)) by auto.
      rewrite product_of_ones. ring.
    + intros i h. unfold s. destruct (Nat.eqb_spec i j); [lia | reflexivity]. }
transitivity (mean P (fun w => 1 * (phi (true :: signs j w) * indicator (A j) w) +
  1 * (1 * phi (false :: signs j w) + - 1 * (phi (false :: signs j w) * indicator (A j) w)))).
- apply mean_ext. intro w. cbn [signs]. unfold indicator. destruct (A j w); ring.
- rewrite !mean_linear, (later (fun b => phi (true :: b))), (later (fun b => phi (false :: b))).
  ring.
Qed.

Fixpoint ones (l : list bool) : nat :=
  match l with [] => O | b :: l => if b then S (ones l) else ones l end.

Lemma number_of_signs n w : number A n w = ones (signs n w).
Proof. induction n as [ | n IH]; [reflexivity | ]. cbn. now rewrite IH. Qed.

(* One more event raises the number by one with its probability, whatever the number was. *)
Theorem one_more_event n (g : nat -> R) : (n < N)%nat ->
  mean P (fun w => g (number A (S n) w)) =
  Pr P (A n) * mean P (fun w => g (S (number A n w))) +
    (1 - Pr P (A n)) * mean P (fun w => g (number A n w)).
Proof.
intro l.
transitivity (mean P (fun w => g (ones (signs (S n) w)))).
{ apply mean_ext. intro w. now rewrite number_of_signs. }
rewrite (law_of_independent_signs n (fun b => g (ones b)) l). f_equal; f_equal;
  apply mean_ext; intro w; cbn; now rewrite number_of_signs.
Qed.

Lemma number_is_small n w : (number A n w <= n)%nat.
Proof. induction n as [ | n IH]; cbn; [lia | destruct (A n w); lia]. Qed.

Definition number_is (n k : nat) (w : Omega) : bool := (number A n w =? k)%nat.

Lemma more_than_all n k : (n < k)%nat -> Pr P (number_is n k) = 0.
Proof.
intro l. rewrite <- (mean_constant P 0). apply mean_ext. intro w. unfold indicator, number_is.
pose proof (number_is_small n w). destruct (Nat.eqb_spec (number A n w) k); [lia | reflexivity].
Qed.

Theorem one_more_event_adds_one n k : (n < N)%nat ->
  Pr P (number_is (S n) (S k)) =
  Pr P (A n) * Pr P (number_is n k) + (1 - Pr P (A n)) * Pr P (number_is n (S k)).
Proof. exact (one_more_event n (fun m => if (m =? S k)%nat then 1 else 0)). Qed.

Theorem none_of_one_more n : (n < N)%nat ->
  Pr P (number_is (S n) 0) = (1 - Pr P (A n)) * Pr P (number_is n 0).
Proof.
intro l. pose proof (one_more_event n (fun m => if (m =? 0)%nat then 1 else 0) l) as h.
cbn [Nat.eqb] in h. rewrite mean_constant, Rmult_0_r, Rplus_0_l in h. exact h.
Qed.

(* None of the events occurs: all signs are positive. *)
Theorem none_of_independent_events n : (n <= N)%nat ->
  Pr P (number_is n 0) = product_of_first n (fun i => 1 - Pr P (A i)).
Proof.
induction n as [ | n IH]; intro l.
- exact (mean_constant P 1).
- cbn [product_of_first]. rewrite none_of_one_more, IH by lia. ring.
Qed.

Theorem generating_function z n : (n <= N)%nat -> mean P (fun w => z ^ number A n w) =
  product_of_first n (fun i => 1 - Pr P (A i) + Pr P (A i) * z).
Proof.
induction n as [ | n IH]; intro l; [exact (mean_constant P 1) | ].
rewrite (one_more_event n (fun m => z ^ m)) by lia. cbn. rewrite mean_scal, IH by lia. ring.
Qed.

Lemma mean_of_one_more n : (n < N)%nat -> mean P (fun w => INR (number A (S n) w)) =
  mean P (fun w => INR (number A n w)) + Pr P (A n).
Proof.
intro l. rewrite (one_more_event n INR l).
rewrite (mean_ext P (fun w => INR (S (number A n w))) (fun w => INR (number A n w) + 1)) by
  (intro w; apply S_INR).
rewrite mean_plus, mean_constant. ring.
Qed.

Lemma variance_of_one_more n : (n < N)%nat ->
  variance P (fun w => INR (number A (S n) w)) =
  variance P (fun w => INR (number A n w)) + Pr P (A n) * (1 - Pr P (A n)).
Proof.
intro l. rewrite !variance_by_squares, (mean_of_one_more n l).
rewrite (one_more_event n (fun m => INR m ^ 2) l).
rewrite (mean_ext P (fun w => INR (S (number A n w)) ^ 2)
  (fun w => 1 * INR (number A n w) ^ 2 + 1 * (2 * INR (number A n w) + 1 * 1))) by
  (intro w; rewrite S_INR; ring).
rewrite !mean_linear, mean_constant. ring.
Qed.

Theorem mean_and_variance_of_the_number n : (n <= N)%nat ->
  mean P (fun w => INR (number A n w)) = sum_of_first n (fun i => Pr P (A i)) /\
  variance P (fun w => INR (number A n w)) =
    sum_of_first n (fun i => Pr P (A i) * (1 - Pr P (A i))).
Proof.
induction n as [ | n IH]; intro l.
- cbn. rewrite variance_by_squares. cbn. rewrite !mean_constant. split; ring.
- destruct (IH ltac:(lia)) as [m v]. rewrite mean_of_one_more, variance_of_one_more, m, v by lia.
  split; reflexivity.
Qed.

(* The binomial law, for events of one probability. *)
Theorem binomial_law p : (forall i, (i < N)%nat -> Pr P (A i) = p) ->
  forall n k, (k <= n <= N)%nat ->
  Pr P (number_is n k) = Binomial.C n k * p ^ k * (1 - p) ^ (n - k).
Proof.
intros same n. induction n as [ | n IH]; intros k l.
- replace k with O by lia. transitivity 1; [exact (mean_constant P 1) | ].
  unfold Binomial.C. cbn. field.
- assert (one : forall m, Binomial.C m 0 = 1 /\ Binomial.C m m = 1).
  { intro m. pose proof (INR_fact_neq_0 m). unfold Binomial.C.
    rewrite Nat.sub_0_r, Nat.sub_diag. cbn. split; field; assumption. }
  destruct k as [ | k].
  + rewrite none_of_one_more, IH, same, !(proj1 (one _)), !Nat.sub_0_r by lia. cbn. ring.
  + rewrite one_more_event_adds_one, same by lia. rewrite (IH k) by lia.
    destruct (Nat.eq_dec k n) as [e | e].
    * subst k. rewrite more_than_all by lia. rewrite !(proj2 (one _)), !Nat.sub_diag. cbn. ring.
    * rewrite (IH (S k)), <- pascal by lia. cbn [Nat.sub].
      replace (n - k)%nat with (S (n - S k)) by lia. cbn. ring.
Qed.

(* How far the share of the events that occur is from their mean probability. *)
Theorem weak_law p e : (forall i, (i < N)%nat -> Pr P (A i) = p) -> (0 < N)%nat -> 0 < e ->
  Pr P (at_least e (fun w => Rabs (INR (number A N w) / INR N - p))) <=
  p * (1 - p) / (INR N * e ^ 2).
Proof.
intros same n0 e0. assert (N0 : 0 < INR N) by now apply lt_0_INR.
assert (constant : forall c : R, sum_of_first N (fun _ => c) = INR N * c).
{ intro c. clear. induction N as [ | n IH]; [cbn; ring | ]. rewrite S_INR. cbn. rewrite IH. ring. }
assert (alike : forall (a : nat -> R) c, (forall i, (i < N)%nat -> a i = c) ->
  sum_of_first N a = INR N * c).
{ intros a c h. rewrite <- constant. clear - h. induction N as [ | n IH]; [reflexivity | ]. cbn.
  rewrite IH, h by (intros; try apply h; lia). reflexivity. }
destruct (mean_and_variance_of_the_number N (Nat.le_refl N)) as [m v].
rewrite (alike _ p) in m by exact same.
rewrite (alike _ (p * (1 - p))) in v by (intros i h; now rewrite same).
apply Rle_trans with (variance P (fun w => INR (number A N w)) / (INR N * e) ^ 2).
- apply Rle_trans with (2 := chebyshev P (fun w => INR (number A N w)) (INR N * e)
    (Rmult_lt_0_compat _ _ N0 e0)).
  apply mean_monotone. intro w. unfold indicator, at_least. rewrite m.
  set (x := INR (number A N w)).
  assert (q : Rabs (x - INR N * p) = INR N * Rabs (x / INR N - p)).
  { rewrite <- (Rabs_pos_eq (INR N)) at 2 by lra. rewrite <- Rabs_mult. f_equal. field. lra. }
  rewrite q. destruct (Rle_dec e _) as [h | h], (Rle_dec (INR N * e) _) as [k | k]; try lra.
  exfalso. apply k. apply Rmult_le_compat_l; lra.
- rewrite v. apply Req_le. field. lra.
Qed.
End Events.

(* Fair signs. *)
Theorem all_fair_signs_are_positive {Omega : Type} (P : Space Omega) n negative :
  independent_events P n negative -> (forall i, (i < n)%nat -> Pr P (negative i) = / 2) ->
  Pr P (number_is negative n 0) = / 2 ^ n.
Proof.
intros independent fair. rewrite (none_of_independent_events P negative n independent n) by lia.
rewrite (product_of_first_ext n _ (fun _ => / 2)).
- rewrite product_of_powers. now rewrite pow_inv.
- intros i l. rewrite fair by exact l. field.
Qed.

(* Product spaces: what depends on one factor each is independent. *)
Lemma product_weights_pos {Omega Theta : Type} (P : Space Omega) (Q : Space Theta) o :
  In o (map (fun c => ((fst (fst c), fst (snd c)), snd (fst c) * snd (snd c)))
    (list_prod (outcomes P) (outcomes Q))) -> 0 <= snd o.
Proof.
intro i. apply in_map_iff in i. destruct i as [[a b] [e i]]. subst o. cbn.
apply in_prod_iff in i. destruct i as [ia ib].
exact (Rmult_le_pos _ _ (weights_pos P a ia) (weights_pos Q b ib)).
Qed.

Lemma product_weights_total {Omega Theta : Type} (P : Space Omega) (Q : Space Theta) :
  total snd (map (fun c => ((fst (fst c), fst (snd c)), snd (fst c) * snd (snd c)))
    (list_prod (outcomes P) (outcomes Q))) = 1.
Proof. rewrite total_map. cbn. rewrite total_prod, !weights_total. ring. Qed.

Definition product {Omega Theta : Type} (P : Space Omega) (Q : Space Theta) :
  Space (Omega * Theta) := {|
  outcomes := map (fun c => ((fst (fst c), fst (snd c)), snd (fst c) * snd (snd c)))
    (list_prod (outcomes P) (outcomes Q));
  weights_pos := product_weights_pos P Q;
  weights_total := product_weights_total P Q |}.

Theorem mean_on_a_product {Omega Theta : Type} (P : Space Omega) (Q : Space Theta) X Y :
  mean (product P Q) (fun c => X (fst c) * Y (snd c)) = mean P X * mean Q Y.
Proof.
unfold mean at 1. cbn [product outcomes]. rewrite total_map. unfold mean. rewrite <- total_prod.
apply total_ext. intros c _. cbn. ring.
Qed.

Lemma mean_on_the_first_factor {Omega Theta : Type} (P : Space Omega) (Q : Space Theta) X :
  mean (product P Q) (fun c => X (fst c)) = mean P X.
Proof.
transitivity (mean (product P Q) (fun c => X (fst c) * 1)); [apply mean_ext; intro; ring | ].
rewrite (mean_on_a_product P Q X (fun _ => 1)), mean_constant. ring.
Qed.

Lemma mean_on_the_second_factor {Omega Theta : Type} (P : Space Omega) (Q : Space Theta) Y :
  mean (product P Q) (fun c => Y (snd c)) = mean Q Y.
Proof.
transitivity (mean (product P Q) (fun c => 1 * Y (snd c))); [apply mean_ext; intro; ring | ].
rewrite (mean_on_a_product P Q (fun _ => 1) Y), mean_constant. ring.
Qed.

Theorem factors_are_independent {Omega Theta : Type} (P : Space Omega) (Q : Space Theta) X Y :
  independent_variables (product P Q) (fun c => X (fst c)) (fun c => Y (snd c)).
Proof.
intros x y. unfold Pr.
transitivity (mean (product P Q) (fun c => indicator (equals X x) (fst c) *
  indicator (equals Y y) (snd c))).
- apply mean_ext. intros [a b]. unfold indicator, both, equals. cbn.
  destruct (Req_EM_T (X a) x), (Req_EM_T (Y b) y); cbn; ring.
- rewrite mean_on_a_product. f_equal; symmetry.
  + exact (mean_on_the_first_factor P Q (indicator (equals X x))).
  + exact (mean_on_the_second_factor P Q (indicator (equals Y y))).
Qed.

(* Independent signs exist: n tosses, the i-th of them true with probability p i. *)
Definition with_toss (n : nat) (b : bool) (w : nat -> bool) (i : nat) : bool :=
  if (i =? n)%nat then b else w i.

Section Tosses.
Context (p : nat -> R) (between : forall i, 0 <= p i <= 1).

Fixpoint tosses (n : nat) : list ((nat -> bool) * R) :=
  match n with
  | O => [(fun _ => false, 1)]
  | S n => map (fun o => (with_toss n true (fst o), p n * snd o)) (tosses n) ++
      map (fun o => (with_toss n false (fst o), (1 - p n) * snd o)) (tosses n)
  end.

Lemma toss_weights_pos n o : In o (tosses n) -> 0 <= snd o.
Proof.
revert o. induction n as [ | n IH]; cbn.
- intros o [e | []]. subst o. cbn. lra.
- intros o i. apply in_app_or in i. pose proof (between n).
  destruct i as [i | i]; apply in_map_iff in i; destruct i as [q [e i]]; subst o; cbn;
    apply Rmult_le_pos; try lra; now apply IH.
Qed.

Lemma toss_weights_total n : total snd (tosses n) = 1.
Proof.
induction n as [ | n IH]; cbn; [ring | ]. rewrite total_app, !total_map. cbn.
rewrite !total_scal, IH. ring.
Qed.

Definition toss_space (n : nat) : Space (nat -> bool) := {|
  outcomes := tosses n;
  weights_pos := toss_weights_pos n;
  weights_total := toss_weights_total n |}.

Lemma mean_over_tosses n X : mean (toss_space (S n)) X =
  p n * mean (toss_space n) (fun w => X (with_toss n true w)) +
  (1 - p n) * mean (toss_space n) (fun w => X (with_toss n false w)).
Proof.
unfold mean. cbn [toss_space outcomes tosses]. rewrite total_app, !total_map. cbn.
rewrite <- !total_scal. f_equal; apply total_ext; intros o _; ring.
Qed.

Lemma toss_is_independent n s :
  Pr (toss_space n) (all_of (fun i w => w i) n s) =
  product_of_first n (fun i => if s i then p i else 1).
Proof.
induction n as [ | n IH]; [exact (mean_constant (toss_space 0) 1) | ].
unfold Pr. rewrite mean_over_tosses. cbn [product_of_first]. rewrite <- IH.
assert (one : forall b, mean (toss_space n) (fun w => indicator (all_of (fun i w => w i) (S n) s)
    (with_toss n b w)) = (if negb (s n) || b then 1 else 0) *
  Pr (toss_space n) (all_of (fun i w => w i) n s)).
{ intro b. unfold Pr. rewrite <- mean_scal. apply mean_ext. intro w. unfold indicator, all_of.
  cbn. rewrite (every_ext n _ (fun i => negb (s i) || w i)).
  - unfold with_toss. rewrite Nat.eqb_refl.
    destruct (every n _), (negb (s n) || b); cbn; ring.
  - intros i l. unfold with_toss. destruct (Nat.eqb_spec i n); [lia | reflexivity]. }
rewrite !one. destruct (s n); cbn; ring.
Qed.

Theorem tosses_are_independent n :
  independent_events (toss_space n) n (fun i w => w i) /\
  forall i, (i < n)%nat -> Pr (toss_space n) (fun w => w i) = p i.
Proof.
assert (chance : forall i, (i < n)%nat -> Pr (toss_space n) (fun w => w i) = p i).
{ intros i l. transitivity (Pr (toss_space n) (all_of (fun i w => w i) n
    (fun j => (j =? i)%nat || false))).
  - apply mean_ext. intro w. rewrite with_one_more_event by exact l.
    rewrite none_chosen. ring.
  - rewrite toss_is_independent, (product_with_one_more n i p (fun _ => false)) by auto.
    rewrite product_of_ones. ring. }
split; [ | exact chance]. intro s. rewrite toss_is_independent. apply product_of_first_ext.
intros i l. now rewrite chance.
Qed.
End Tosses.
(* The proofs of these apply the other theorems. *)
