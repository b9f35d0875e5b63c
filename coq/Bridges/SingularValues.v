(* The singular value decomposition of a linear map between R^n and R^m. *)
From Coq Require Import Reals Lra Psatz Lia List Permutation.
From Coq Require Classical_Prop Classical_Pred_Type.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid Bridges.Stationary Bridges.Finite Bridges.Spectral.
From Provenscape Require Import Bridges.Dimension.
Import ListNotations.
Open Scope R_scope.

(* A symmetric relation between any two places of a list. *)
Section Lists.
Context {X : Type} (r : X -> X -> Prop) (f : X -> R).

Fixpoint pairs (l : list X) : Prop :=
  match l with [] => True | e :: l => (forall k, In k l -> r e k) /\ pairs l end.

Lemma pairs_nth l d : pairs l <-> forall i j, (i < j < length l)%nat -> r (nth i l d) (nth j l d).
Proof.
induction l as [ | e l IH]; cbn [pairs].
- split; [cbn; lia | trivial].
- rewrite IH. split.
  + intros [h p] [ | i] [ | j] lt; cbn in lt |- *; try lia.
    * apply h, nth_In. lia.
    * apply p. lia.
  + intro h. split.
    * intros k i. destruct (In_nth _ _ d i) as [j [lt <-]]. apply (h O (S j)). cbn. lia.
    * intros i j lt. apply (h (S i) (S j)). cbn. lia.
Qed.

Lemma pairs_permuted (sym : forall x y, r x y -> r y x) l k : Permutation l k -> pairs l -> pairs k.
Proof.
induction 1 as [ | e l k P IH | e e' l | l k j P1 IH1 P2 IH2]; cbn [pairs]; auto.
- intros [h p]. split; [ | auto]. intros x i. apply h.
  apply (Permutation_in _ (Permutation_sym P) i).
- intros [h1 [h2 p]]. repeat split; auto.
  + intros x [<- | i]; [apply sym, h1; now left | auto].
  + intros x i. apply h1. now right.
Qed.

Lemma sorted l : exists k, Permutation l k /\
  forall d i j, (i <= j < length k)%nat -> f (nth j k d) <= f (nth i k d).
Proof.
assert (falling : forall l, exists k, Permutation l k /\
  (fix down l := match l with [] => True
    | e :: l => (forall x, In x l -> f x <= f e) /\ down l end) k).
{ clear l. set (down := fix down l := match l with [] => True
    | e :: l => (forall x, In x l -> f x <= f e) /\ down l end).
  assert (insert : forall e k, down k -> exists j, Permutation (e :: k) j /\ down j).
  { intros e k. induction k as [ | x k IH]; intro d.
    - exists [e]. split; [auto | cbn; split; [contradiction | trivial]].
    - destruct (Rle_lt_dec (f x) (f e)) as [le | lt].
      + exists (e :: x :: k). split; [auto | ]. split; [ | exact d].
        intros y [<- | i]; [exact le | ]. pose proof (proj1 d y i). lra.
      + destruct (IH (proj2 d)) as [j [P dj]]. exists (x :: j). split.
        * apply Permutation_trans with (x :: e :: k); [apply perm_swap | now apply perm_skip].
        * split; [ | exact dj]. intros y i. apply (Permutation_in _ (Permutation_sym P)) in i.
          destruct i as [<- | i]; [lra | exact (proj1 d y i)]. }
  induction l as [ | e l [k [P d]]]; [exists []; split; [auto | exact I] | ].
  destruct (insert e k d) as [j [Q dj]]. exists j. split; [ | exact dj].
  apply Permutation_trans with (e :: k); [now apply perm_skip | exact Q]. }
destruct (falling l) as [k [P d]]. exists k. split; [exact P | ]. clear P falling. intros d0.
induction k as [ | e k IH]; cbn [length]; [lia | ]. destruct d as [h d].
intros [ | i] [ | j] lt; cbn [nth]; try lia; try lra.
- apply h, nth_In. lia.
- apply IH; [exact d | lia].
Qed.
End Lists.

Lemma family_as_pairs {E : Euclid} (l : list E) :
  orthonormal_family l <-> (forall e, In e l -> norm e = 1) /\ pairs (fun x y => dot x y = 0) l.
Proof.
induction l as [ | e l IH]; cbn [orthonormal_family pairs]; [now split | ]. rewrite IH. split.
- intros [one [h [ones p]]]. split; [ | split; auto]. intros k [<- | i]; auto.
- intros [ones [h p]]. split; [apply ones; now left | split; [exact h | split; [ | exact p]]].
  intros k i. apply ones. now right.
Qed.

Lemma family_permuted {E : Euclid} (l k : list E) : Permutation l k ->
  orthonormal_family l -> orthonormal_family k.
Proof.
intros P o. apply family_as_pairs in o. destruct o as [ones p]. apply family_as_pairs. split.
- intros e i. apply ones, (Permutation_in _ (Permutation_sym P) i).
- apply (pairs_permuted _) with (2 := P); [ | exact p]. intros x y h. now rewrite (dot_sym E).
Qed.

Lemma projection_app {E : Euclid} (b c : list E) x :
  projection (b ++ c) x = plus (projection b x) (projection c x).
Proof.
induction b as [ | e b IH]; cbn [app projection]; [symmetry; apply plus_zero_l | ].
rewrite IH. apply plus_assoc.
Qed.

(* A family of full length is a basis. *)
Lemma full_family n (b : list (Rn n)) : orthonormal_family b -> length b = S n ->
  forall x, x = projection b x.
Proof.
intros o len x.
destruct (extended n _ (all_is_subspace n) (S n) b ltac:(lia) o (fun _ _ => I)) as [c [oc [_ all]]].
assert (c = []) as ->; [ | exact (all x I)].
pose proof (family_is_short n _ oc) as s. rewrite app_length in s. destruct c; [auto | cbn in s;
  lia].
Qed.

Section Map.
Context {n m : nat} (M : Rn n -> Rn m) (lin : linear M).

(* U and V are orthonormal bases, the columns of orthogonal matrices; s has min(n, m) + 1 entries
   that are not negative and do not rise; and M v_i = s_i u_i, or 0 where s has no entry. *)
Definition decomposition (V : list (Rn n)) (U : list (Rn m)) (s : list R) : Prop :=
  (orthonormal_family V /\ length V = S n) /\ (orthonormal_family U /\ length U = S m) /\
  length s = S (Nat.min n m) /\ (forall i, 0 <= nth i s 0) /\
  (forall i j, (i <= j < length s)%nat -> nth j s 0 <= nth i s 0) /\
  forall i, (i <= n)%nat -> M (nth i V zero) = scal (nth i s 0) (nth i U zero).

Fixpoint energy (V : list (Rn n)) (w : Rn n) : R :=
  match V with [] => 0 | e :: V => dot e w ^ 2 * dot (M e) (M e) + energy V w end.

Let images := pairs (fun x y => dot (M x) (M y) = 0).

Lemma M_zero : M zero = zero.
Proof. rewrite <- (scal_0 zero), (proj2 lin). apply scal_0. Qed.

Lemma energy_of_projection V w : images V ->
  dot (M (projection V w)) (M (projection V w)) = energy V w.
Proof.
induction V as [ | e V IH]; intro p; cbn [projection energy].
- rewrite M_zero. apply dot_zero_l.
- destruct p as [h p]. rewrite (proj1 lin), (proj2 lin).
  assert (z : dot (M e) (M (projection V w)) = 0).
  { clear IH p. induction V as [ | k V IH]; cbn [projection].
    - rewrite M_zero. apply dot_zero_r.
    - rewrite (proj1 lin), (proj2 lin), dot_plus_r, dot_scal_r, (h k (or_introl eq_refl)), IH.
      + ring.
      + intros x i. apply h. now right. }
  rewrite (dot_plus (Rn m)), !dot_plus_r, !(dot_scal (Rn m)), !dot_scal_r, (IH p),
    (dot_sym (Rn m) (M (projection V w)) (M e)), z. ring.
Qed.

Lemma energy_above V w t : (forall e, In e V -> t <= dot (M e) (M e)) ->
  t * squares V w <= energy V w.
Proof.
induction V as [ | e V IH]; intro h; cbn [squares energy]; [lra | ].
specialize (IH (fun k i => h k (or_intror i))).
pose proof (Rmult_le_compat_l _ _ _ (pow2_ge_0 (dot e w)) (h e (or_introl eq_refl))). lra.
Qed.

Lemma energy_below V w t : (forall e, In e V -> dot (M e) (M e) <= t) ->
  energy V w <= t * squares V w.
Proof.
induction V as [ | e V IH]; intro h; cbn [squares energy]; [lra | ].
specialize (IH (fun k i => h k (or_intror i))).
pose proof (Rmult_le_compat_l _ _ _ (pow2_ge_0 (dot e w)) (h e (or_introl eq_refl))). lra.
Qed.

Lemma squares_of_fixed {E : Euclid} (V : list E) w : orthonormal_family V -> w = projection V w ->
  squares V w = dot w w.
Proof. intros o h. rewrite <- (projection_twice V w o), <- h. reflexivity. Qed.

Section Decomposed.
Context (V : list (Rn n)) (U : list (Rn m)) (s : list R) (dec : decomposition V U s).

Lemma length_image i : (i <= n)%nat ->
  dot (M (nth i V zero)) (M (nth i V zero)) = nth i s 0 ^ 2.
Proof.
destruct dec as [_ [[oU lU] [ls [pos [_ h]]]]]. intro le. rewrite (h i le).
rewrite (dot_scal (Rn m)), dot_scal_r.
destruct (Nat.lt_ge_cases i (length s)) as [lt | ge].
- rewrite (norm_of_member U); [ring | exact oU | apply nth_In; lia].
- rewrite (nth_overflow s) by lia. ring.
Qed.

Lemma images_of_decomposition : images V.
Proof.
destruct dec as [[oV lV] [[oU lU] [ls [_ [_ h]]]]]. apply (pairs_nth _ V zero).
intros i j lt. rewrite (h i), (h j) by lia. rewrite (dot_scal (Rn m)), dot_scal_r.
destruct (Nat.lt_ge_cases j (length s)) as [small | big].
- apply family_as_pairs in oU. destruct oU as [_ p].
  rewrite (proj1 (pairs_nth _ U zero) p i j) by lia. ring.
- rewrite (nth_overflow s (n := j)) by lia. ring.
Qed.

Lemma falls i j : (i <= j)%nat -> nth j s 0 <= nth i s 0.
Proof.
destruct dec as [_ [_ [_ [pos [down _]]]]]. intro le.
destruct (Nat.lt_ge_cases j (length s)) as [lt | ge]; [apply down; lia | ].
rewrite (nth_overflow s (n := j)) by lia. apply pos.
Qed.

Lemma falls_squared i j : (i <= j)%nat -> nth j s 0 ^ 2 <= nth i s 0 ^ 2.
Proof.
intro le. apply pow_incr. split; [ | now apply falls].
destruct dec as [_ [_ [_ [pos _]]]]. apply pos.
Qed.
End Decomposed.

Lemma in_firstn {X : Type} (l : list X) d i e : In e (firstn i l) ->
  exists j, (j < i)%nat /\ (j < length l)%nat /\ e = nth j l d.
Proof.
revert i. induction l as [ | x l IH]; intros [ | i] h; cbn in h; try contradiction.
destruct h as [-> | h]; [exists O; cbn; repeat split; lia | ].
destruct (IH i h) as [j [a [b c]]]. exists (S j). cbn. repeat split; [lia | lia | exact c].
Qed.

Lemma in_skipn {X : Type} (l : list X) d i e : In e (skipn i l) ->
  exists j, (i <= j < length l)%nat /\ e = nth j l d.
Proof.
revert i. induction l as [ | x l IH]; intros [ | i] h; cbn in h; try contradiction.
- destruct h as [-> | h]; [exists O; cbn; split; [lia | reflexivity] | ].
  destruct (In_nth _ _ d h) as [j [lt <-]]. exists (S j). cbn. split; [lia | reflexivity].
- destruct (IH i h) as [j [a b]]. exists (S j). cbn. split; [lia | exact b].
Qed.

Lemma pairs_app {X : Type} (r : X -> X -> Prop) l k : pairs r (l ++ k) -> pairs r l /\ pairs r k.
Proof.
induction l as [ | e l IH]; cbn [app pairs]; [auto | ]. intros [h p]. destruct (IH p) as [a b].
repeat split; auto. intros x i. apply h, in_or_app. now left.
Qed.

Lemma family_app {E : Euclid} (l k : list E) : orthonormal_family (l ++ k) ->
  orthonormal_family l /\ orthonormal_family k.
Proof.
rewrite !family_as_pairs. intros [one p]. apply pairs_app in p. destruct p as [a b].
repeat split; auto; intros e i; apply one, in_or_app; auto.
Qed.

(* Two decompositions have the same singular values: neither has a larger one at any place. *)
Lemma no_larger V U s V' U' s' : decomposition V U s -> decomposition V' U' s' ->
  forall i, (i <= n)%nat -> nth i s 0 <= nth i s' 0.
Proof.
intros d d' i le. apply Rnot_lt_le. intro lt.
pose proof (images_of_decomposition _ _ _ d) as p.
  pose proof (images_of_decomposition _ _ _ d') as p'.
pose proof d as [[oV lV] _]. pose proof d' as [[oV' lV'] [_ [_ [pos' _]]]].
rewrite <- (firstn_skipn (S i) V) in oV, p. rewrite <- (firstn_skipn i V') in oV', p'.
apply family_app in oV. destruct oV as [oF _]. apply pairs_app in p. destruct p as [pF _].
assert (oV2 := oV'). apply family_app in oV'. destruct oV' as [_ oS]. apply pairs_app in p'.
destruct p' as [_ pS].
destruct (coordinates n i (firstn (S i) V) oF) as [T [linT [iso fixed]]].
{ rewrite firstn_length. lia. }
assert (rows : forall l : list (Rn n), exists r, length r = length l /\
  forall c, (forall e, In e r -> dot e c = 0) -> forall e, In e l -> dot e (T c) = 0).
{ induction l as [ | e l [r [len h]]]; [exists []; cbn; split; [reflexivity | contradiction] | ].
  destruct (riesz i (fun c => dot e (T c))) as [v hv].
  { split; intros; rewrite ?(proj1 linT), ?(proj2 linT), ?dot_plus_r, ?dot_scal_r; reflexivity. }
  exists (v :: r). split; [cbn; now rewrite len | ]. intros c z e' [<- | q].
  - rewrite hv. apply z. now left.
  - apply (h c); [intros; apply z; now right | exact q]. }
destruct (rows (firstn i V')) as [r [len h]].
destruct (orthogonal_vector i r) as [c [nz z]]; [rewrite len, firstn_length; lia | ].
set (w := T c). assert (wpos : 0 < dot w w) by (unfold w; rewrite iso; now apply positive_square).
assert (fw : w = projection (firstn (S i) V) w) by apply fixed.
assert (fw' : w = projection (skipn i V') w).
{ rewrite (full_family n (firstn i V' ++ skipn i V') oV2) at 1.
  - rewrite projection_app, (projection_orthogonal (firstn i V')).
    + apply plus_zero_l.
    + exact (h c z).
  - rewrite firstn_skipn. exact lV'. }
assert (low : nth i s 0 ^ 2 * dot w w <= dot (M w) (M w)).
{ rewrite fw at 3 4. rewrite energy_of_projection by exact pF.
  rewrite <- (squares_of_fixed _ w oF fw). apply energy_above. intros e q.
  destruct (in_firstn V zero _ _ q) as [j [a [b ->]]]. rewrite (length_image _ _ _ d j) by lia.
  apply (falls_squared _ _ _ d). lia. }
assert (high : dot (M w) (M w) <= nth i s' 0 ^ 2 * dot w w).
{ rewrite fw' at 1 2. rewrite energy_of_projection by exact pS.
  rewrite <- (squares_of_fixed _ w oS fw'). apply energy_below. intros e q.
  destruct (in_skipn V' zero _ _ q) as [j [a ->]]. rewrite (length_image _ _ _ d' j) by lia.
  apply (falls_squared _ _ _ d'). lia. }
specialize (pos' i). assert (nth i s' 0 ^ 2 < nth i s 0 ^ 2) by nra. nra.
Qed.

Lemma decomposition_exists : exists V U s, decomposition V U s.
Proof.
destruct (adjoint_exists n m M lin) as [M' [lin' adj]].
set (K := fun x => M' (M x)).
destruct (spectral_theorem n K) as [l [len on]].
{ destruct lin as [a b], lin' as [a' b']. split; intros; unfold K; now rewrite ?a, ?a', ?b, ?b'. }
{ intros x y. unfold K. rewrite (dot_sym (Rn n)), <- adj, (dot_sym (Rn m)), adj. reflexivity. }
assert (fam : orthonormal_family (map snd l) /\ images (map snd l)).
{ clear len. induction l as [ | [k e] l IH]; [split; exact I | ].
  destruct on as [eig [one [orth on]]]. destruct (IH on) as [o p]. cbn. split.
  - split; [exact one | split; [ | exact o]]. intros x i. apply in_map_iff in i.
    destruct i as [[k' e'] [<- i]]. exact (orth k' e' i).
  - split; [ | exact p]. intros x i. apply in_map_iff in i. destruct i as [[k' e'] [<- i]]. cbn.
    rewrite (dot_sym (Rn m)), adj, (dot_sym (Rn n)). fold (K e).
    rewrite eig, (dot_scal (Rn n)), (orth k' e' i). ring. }
destruct fam as [o p].
destruct (sorted (fun e => norm (M e)) (map snd l)) as [V [P down]].
assert (oV : orthonormal_family V) by (apply family_permuted with (1 := P); exact o).
assert (pV : images V).
{ apply pairs_permuted with (2 := P); [ | exact p]. intros x y h. now rewrite (dot_sym (Rn m)). }
assert (lV : length V = S n) by (rewrite <- (Permutation_length P), map_length; exact len).
(* The first vectors of V have images that are not 0. *)
set (unit := fun e => scal (/ norm (M e)) (M e)).
assert (cut : exists q, (q <= S n)%nat /\ (forall i, (i < q)%nat -> 0 < norm (M (nth i V zero))) /\
  forall i, (q <= i)%nat -> norm (M (nth i V zero)) = 0).
{ clear - down lV lin. revert lV down. generalize (S n) as N. intros N lV down.
  assert (far : forall i, (N <= i)%nat -> norm (M (nth i V zero)) = 0).
  { intros i h. rewrite nth_overflow by lia. rewrite M_zero. apply norm_zero. }
  assert (some : forall k, (k <= N)%nat -> (forall i,
    (k <= i)%nat -> norm (M (nth i V zero)) = 0) ->
    exists q, (q <= N)%nat /\ (forall i, (i < q)%nat -> 0 < norm (M (nth i V zero))) /\
    forall i, (q <= i)%nat -> norm (M (nth i V zero)) = 0).
  { induction k as [ | k IH]; intros le z; [exists O; split; [lia | split; [lia | auto]] | ].
    destruct (Rle_lt_or_eq_dec _ _ (norm_pos (M (nth k V zero)))) as [pos | zero'].
    - exists (S k). split; [exact le | split; [ | exact z]]. intros i lt.
      apply Rlt_le_trans with (1 := pos). apply down. lia.
    - apply IH; [lia | ]. intros i h. destruct (Nat.eq_dec i k) as [-> | ne]; [auto | ].
      apply z. lia. }
  apply (some N); [lia | exact far]. }
destruct cut as [q [qn [pos zeros]]].
set (U0 := map unit (firstn q V)).
assert (nthU0 : forall i, (i < q)%nat -> nth i U0 zero = unit (nth i V zero)).
{ intros i lt. unfold U0. rewrite (nth_indep _ zero (unit zero)).
  - rewrite map_nth. f_equal. rewrite <- (firstn_skipn q V) at 2. rewrite app_nth1;
    [reflexivity | ].
    rewrite firstn_length. lia.
  - rewrite map_length, firstn_length. lia. }
assert (lU0 : length U0 = q) by (unfold U0; rewrite map_length, firstn_length; lia).
assert (oU0 : orthonormal_family U0).
{ apply family_as_pairs. split.
  - intros e i. destruct (In_nth U0 e (zero : Rn m) i) as [j [lt' <-]].
    assert (lt : (j < q)%nat) by (rewrite <- lU0; exact lt').
    rewrite (nthU0 j lt). unfold unit. pose proof (pos j lt).
    rewrite norm_scal, Rabs_pos_eq by (apply Rlt_le, Rinv_0_lt_compat; lra). field. lra.
  - apply (pairs_nth _ U0 (zero : Rn m)). intros i j lt'.
    assert (lt : (i < j < q)%nat) by (rewrite <- lU0; exact lt').
    rewrite (nthU0 i), (nthU0 j) by lia. unfold unit. rewrite (dot_scal (Rn m)), dot_scal_r.
    rewrite (proj1 (pairs_nth _ V zero) pV i j) by lia. ring. }
destruct (extended m _ (all_is_subspace m) (S m) U0 ltac:(lia) oU0 (fun _ _ => I))
  as [c [oc [_ allc]]].
assert (lc : length (c ++ U0) = S m).
{ apply space_has_dimension; [exact oc | intro x; exact (allc x I)]. }
assert (qm : (q <= S m)%nat) by (rewrite <- lU0; now apply family_is_short).
exists V, (U0 ++ c), (firstn (S (Nat.min n m)) (map (fun e => norm (M e)) V)).
set (s := firstn _ _).
assert (ls : length s = S (Nat.min n m)).
{ unfold s. rewrite firstn_length, map_length. lia. }
assert (inside : forall i, (i < length s)%nat -> nth i s 0 = norm (M (nth i V zero))).
{ intros i lt. rewrite ls in lt.
  transitivity (nth i (map (fun e => norm (M e)) V) 0).
  - unfold s. rewrite <- (firstn_skipn (S (Nat.min n m)) (map (fun e => norm (M e)) V)) at 2.
    rewrite app_nth1; [reflexivity | rewrite firstn_length, map_length; lia].
  - rewrite (nth_indep _ 0 (norm (M zero))) by (rewrite map_length; lia).
    exact (map_nth (fun e => norm (M e)) V zero i). }
split; [auto | split; [split | split; [exact ls | split; [ | split]]]].
- apply family_permuted with (2 := oc). apply Permutation_app_comm.
- rewrite app_length. rewrite app_length in lc. lia.
- intro i. destruct (Nat.lt_ge_cases i (length s)) as [lt | ge].
  + rewrite inside by exact lt. apply norm_pos.
  + rewrite nth_overflow by lia. lra.
- intros i j lt. rewrite !inside by lia. apply down. lia.
- intros i le. destruct (Nat.lt_ge_cases i q) as [lt | ge].
  + rewrite app_nth1 by lia. rewrite (nthU0 i lt), inside by lia. unfold unit.
    pose proof (pos i lt). apply dot_minus_zero. intro z. rewrite !(dot_scal (Rn m)). field. lra.
  + pose proof (zeros i ge) as z. assert (M0 : M (nth i V zero) = zero).
    { apply (dot_zero (Rn m)). rewrite <- norm_sqr, z. ring. }
    rewrite M0. assert (e : nth i s 0 = 0).
    { destruct (Nat.lt_ge_cases i (length s)) as [a | b]; [now rewrite inside | ].
      apply nth_overflow. lia. }
    rewrite e. symmetry. apply scal_0.
Qed.

(* Fact `singular-value-decomposition`. Source: Axler (2024), 7.70 and 7.80. *)
Theorem singular_value_decomposition :
  (exists V U s, decomposition V U s) /\
  (forall V U s V' U' s', decomposition V U s -> decomposition V' U' s' -> s = s') /\
  ((n <= m)%nat -> forall V U s, decomposition V U s ->
    forall v, nth n s 0 * norm v <= norm (M v)).
Proof.
split; [exact decomposition_exists | split].
- intros V U s V' U' s' d d'. pose proof d as [_ [_ [ls _]]]. pose proof d' as [_ [_ [ls' _]]].
  apply (nth_ext _ _ 0 0); [congruence | ]. intros i lt.
  apply Rle_antisym; [apply (no_larger V U s V' U' s' d d') |
    apply (no_larger V' U' s' V U s d' d)];
    lia.
- intros le V U s d v. pose proof d as [[oV lV] [_ [_ [pos _]]]].
  apply square_le; [apply norm_pos | ]. rewrite Rpow_mult_distr, !norm_sqr.
  pose proof (full_family n V oV lV v) as f. rewrite f at 3 4.
  rewrite (energy_of_projection V v (images_of_decomposition V U s d)).
  rewrite <- (squares_of_fixed V v oV f). apply energy_above. intros e i.
  destruct (In_nth V e (zero : Rn n) i) as [j [lt <-]]. rewrite (length_image V U s d j) by lia.
  apply (falls_squared V U s d). lia.
Qed.
End Map.
