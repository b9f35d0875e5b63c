(* Probability spaces: events are sets of outcomes, given by their characteristic functions, closed
   under complements and countable unions; probability is countably additive. The mean of a random
   variable that is not negative is Lebesgue's: the supremum over the step functions below it. *)
From Coq Require Import Reals Lra Psatz Lia List Bool.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Probability.
Import ListNotations.
Open Scope R_scope.

Definition is_union {Omega : Type} (A : nat -> Omega -> bool) (B : Omega -> bool) : Prop :=
  forall w, B w = true <-> exists n, A n w = true.

Definition disjoint {Omega : Type} (A B : Omega -> bool) : Prop := forall w, A w && B w = false.

Record Probability_space (Omega : Type) := {
  event : (Omega -> bool) -> Prop;
  probability : (Omega -> bool) -> R;
  whole : event (fun _ => true);
  complement : forall A, event A -> event (fun w => negb (A w));
  union : forall A B, (forall n, event (A n)) -> is_union A B -> event B;
  not_negative : forall A, event A -> 0 <= probability A;
  certain : probability (fun _ => true) = 1;
  countably_additive : forall A B, (forall n, event (A n)) ->
    (forall m n, m <> n -> disjoint (A m) (A n)) -> is_union A B ->
    is_series (fun n => probability (A n)) (probability B) }.
Arguments event {Omega}.
Arguments probability {Omega}.

Definition random_variable {Omega : Type} (P : Probability_space Omega) (X : Omega -> R) : Prop :=
  forall a, event P (at_least a X).

(* Numbers c >= 0 on disjoint events on which X is at least c. *)
Definition steps_below {Omega : Type} (P : Probability_space Omega) (X : Omega -> R)
  (l : list (R * (Omega -> bool))) : Prop :=
  (forall c A, In (c, A) l -> 0 <= c /\ event P A /\ forall w, A w = true -> c <= X w) /\
  ForallOrdPairs (fun s t => disjoint (snd s) (snd t)) l.

Definition has_mean {Omega : Type} (P : Probability_space Omega) (X : Omega -> R) (m : R) : Prop :=
  is_lub (fun s => exists l, steps_below P X l /\
    s = total (fun t => fst t * probability P (snd t)) l) m.

(* Fact `markov-inequality`. Source: Boucheron, Lugosi & Massart (2013), Markov's inequality. *)
Theorem markov_inequality {Omega : Type} (P : Probability_space Omega) (X : Omega -> R) (m a : R) :
  random_variable P X -> (forall w, 0 <= X w) -> has_mean P X m -> 0 < a ->
  probability P (at_least a X) <= m / a.
Proof.
intros measurable _ [above _] a0. apply Rmult_le_reg_l with a; [exact a0 | ].
replace (a * (m / a)) with m by (field; lra). apply above. exists [(a, at_least a X)].
split; [split | cbn; ring].
- intros c A [e | []]. injection e as e1 e2. subst. split; [lra | split; [apply measurable | ]].
  intros w. unfold at_least. now destruct (Rle_dec c (X w)).
- constructor; constructor.
Qed.

(* On a finite space, as a probability space on which all sets are events, it is the mean there. *)
Section Finite.
Context {Omega : Type} (P : Space Omega).

Lemma series_of_disjoint_indicators (A : nat -> Omega -> bool) B w :
  (forall m n, m <> n -> disjoint (A m) (A n)) -> is_union A B ->
  is_series (fun n => indicator (A n) w) (indicator B w).
Proof.
intros apart u. unfold indicator at 2. destruct (B w) eqn:b.
- destruct (proj1 (u w) b) as [k a].
  apply (is_lim_seq_ext_loc (fun _ => 1) _ (Finite 1)); [ | apply is_lim_seq_const].
  assert (other : forall n, n <> k -> indicator (A n) w = 0).
  { intros n d. specialize (apart n k d w). rewrite a, andb_true_r in apart. unfold indicator.
    now rewrite apart. }
  assert (one : indicator (A k) w = 1) by (unfold indicator; now rewrite a).
  assert (sums : forall n, sum_n (fun n => indicator (A n) w) n = if (k <=? n)%nat then 1 else 0).
  { induction n as [ | n IH].
    - rewrite sum_O. destruct (Nat.leb_spec k 0); [now replace 0%nat with k by lia | ].
      apply other. lia.
    - rewrite sum_Sn, IH. unfold plus; cbn.
      destruct (Nat.leb_spec k n), (Nat.leb_spec k (S n)); try lia.
      + rewrite other by lia. ring.
      + replace (S n) with k by lia. rewrite one. ring.
      + rewrite other by lia. ring. }
  exists k. intros n l. rewrite sums. destruct (Nat.leb_spec k n); [reflexivity | lia].
- apply (is_lim_seq_ext (fun _ => 0) _ (Finite 0)); [ | apply is_lim_seq_const].
  assert (none : forall n, indicator (A n) w = 0).
  { intro n. unfold indicator. destruct (A n w) eqn:a; [ | reflexivity].
    rewrite (proj2 (u w) (ex_intro _ n a)) in b. discriminate. }
  induction n as [ | n IH]; [now rewrite sum_O, none | ].
  rewrite sum_Sn, <- IH, none. unfold plus; cbn. ring.
Qed.

Lemma finite_is_countably_additive (A : nat -> Omega -> bool) B :
  (forall m n, m <> n -> disjoint (A m) (A n)) -> is_union A B ->
  is_series (fun n => Pr P (A n)) (Pr P B).
Proof.
intros apart u. unfold Pr, mean. induction (outcomes P) as [ | o l IH]; cbn.
- apply (is_lim_seq_ext (fun _ => 0) _ (Finite 0)); [ | apply is_lim_seq_const].
  induction n as [ | n IH]; [now rewrite sum_O | ]. rewrite sum_Sn, <- IH. unfold plus; cbn. ring.
- apply (is_series_plus (fun n => indicator (A n) (fst o) * snd o)); [ | exact IH].
  apply is_series_scal_r, series_of_disjoint_indicators; assumption.
Qed.

Definition of_finite : Probability_space Omega := {|
  event := fun _ => True;
  probability := Pr P;
  whole := I;
  complement := fun _ _ => I;
  union := fun _ _ _ _ => I;
  not_negative := fun A _ => proj1 (probability_between P A);
  certain := mean_constant P 1;
  countably_additive := fun A B _ => finite_is_countably_additive A B |}.

Lemma steps_lie_below (X : Omega -> R) l w : (forall w, 0 <= X w) -> steps_below of_finite X l ->
  total (fun t => fst t * indicator (snd t) w) l <= X w.
Proof.
intros pos [below apart]. induction apart as [ | [c A] l first rest IH]; [apply pos | ]. cbn.
unfold indicator at 1. destruct (A w) eqn:a.
- replace (total (fun t => fst t * indicator (snd t) w) l) with 0.
  + destruct (below c A (or_introl eq_refl)) as [_ [_ h]]. specialize (h w a). lra.
  + symmetry. transitivity (total (fun _ => 0 * 0) l); [ | rewrite total_scal; ring].
    apply total_ext. intros t i. pose proof (proj1 (Forall_forall _ _) first t i w) as d.
    cbn in d. rewrite a in d. unfold indicator. cbn in d. rewrite d. ring.
- rewrite Rmult_0_r, Rplus_0_l. apply IH. intros d B i. apply below. now right.
Qed.

Lemma disjoint_values (X : Omega -> R) l : NoDup l ->
  ForallOrdPairs (fun s t => disjoint (snd s) (snd t)) (map (fun x => (x, equals X x)) l).
Proof.
intro d. induction d as [ | x l new d IH]; cbn; constructor; [ | exact IH].
apply Forall_forall. intros [y A] i. apply in_map_iff in i. destruct i as [z [e i]].
injection e as e1 e2. subst. intro w. cbn. unfold equals.
destruct (Req_EM_T (X w) x), (Req_EM_T (X w) y); try reflexivity. exfalso. apply new. congruence.
Qed.

Theorem mean_on_a_finite_space (X : Omega -> R) : (forall w, 0 <= X w) ->
  has_mean of_finite X (mean P X).
Proof.
intro pos. split.
- intros s [l [below e]]. subst s. cbn.
  apply Rle_trans with (mean P (fun w => total (fun t => fst t * indicator (snd t) w) l)).
  + rewrite mean_total. apply Req_le, total_ext. intros t _. symmetry. apply mean_scal.
  + apply mean_monotone. intro w. now apply steps_lie_below.
- intros b above. apply above. exists (map (fun x => (x, equals X x)) (values P X)). split.
  + split; [ | apply disjoint_values, NoDup_nodup]. intros c A i. apply in_map_iff in i.
    destruct i as [x [e i]]. injection e as e1 e2. subst.
    split; [ | split; [exact I | ]].
    * apply nodup_In, in_map_iff in i. destruct i as [o [e _]]. rewrite <- e. apply pos.
    * intro w. unfold equals. destruct (Req_EM_T (X w) c) as [e | e]; [ | discriminate].
      intros _. rewrite e. apply Rle_refl.
  + rewrite total_map. apply mean_by_values.
Qed.
End Finite.
