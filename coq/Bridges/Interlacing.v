(* Cauchy's interlacing of the eigenvalues of a symmetric matrix with those of the matrix left when
   a row and the column of the same number are removed. *)
From Coq Require Import Reals Lra Psatz Lia List.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid Bridges.Stationary Bridges.Spectral.
From Provenscape Require Import Bridges.Dimension Bridges.SingularValues Bridges.Polar.
From Provenscape Require Import Bridges.Sylvester.
Import ListNotations.
Open Scope R_scope.

(* At x the form of orthonormal eigenvectors that have x in their span is the sum of k <e, x>^2; so
   it is at least m|x|^2 if m is at most the eigenvalues of those that are not orthogonal to x. *)
Lemma weighted_below n (l : list (R * Rn n)) x m :
  (forall k e, In (k, e) l -> m <= k \/ dot e x = 0) -> m * squares (map snd l) x <=
  dot (weighted l x) x.
Proof.
induction l as [ | [k e] l IH]; intro h; cbn [map snd squares weighted];
  [rewrite dot_zero_l; lra | ]. rewrite (dot_plus (Rn n)), (dot_scal (Rn n)).
assert (IH' := IH (fun k' e' i => h k' e' (or_intror i))).
pose proof (pow2_ge_0 (dot e x)). destruct (h k e (or_introl eq_refl)) as [le | ->]; nra.
Qed.

Lemma weighted_above n (l : list (R * Rn n)) x m :
  (forall k e, In (k, e) l -> k <= m \/ dot e x = 0) -> dot (weighted l x) x <=
  m * squares (map snd l) x.
Proof.
induction l as [ | [k e] l IH]; intro h; cbn [map snd squares weighted];
  [rewrite dot_zero_l; lra | ]. rewrite (dot_plus (Rn n)), (dot_scal (Rn n)).
assert (IH' := IH (fun k' e' i => h k' e' (or_intror i))).
pose proof (pow2_ge_0 (dot e x)). destruct (h k e (or_introl eq_refl)) as [le | ->]; nra.
Qed.

Lemma form_bounds n (A : Rn n -> Rn n) l x m : linear A -> orthonormal A l ->
  x = projection (map snd l) x ->
  ((forall k e, In (k, e) l -> m <= k \/ dot e x = 0) -> m * dot x x <= dot (A x) x) /\
  ((forall k e, In (k, e) l -> k <= m \/ dot e x = 0) -> dot (A x) x <= m * dot x x).
Proof.
intros lin o fixed. pose proof (eigenvectors_are_a_family A l o) as f.
assert (sq : dot x x = squares (map snd l) x) by
  (rewrite <- (projection_twice _ x f), <- fixed; reflexivity).
assert (image : A x = weighted l x) by (rewrite <- (image_of_projection A l x lin o), <- fixed;
  reflexivity).
rewrite image, sq. split; [apply weighted_below | apply weighted_above].
Qed.

(* Parts of an orthonormal list. *)
Lemma part_of_eigenvectors n (A : Rn n -> Rn n) (f : R * Rn n -> bool) l :
  orthonormal A l -> orthonormal A (filter f l).
Proof.
induction l as [ | [k e] l IH]; [trivial | ]. intros [eig [one [orth o]]]. cbn [filter].
destruct (f (k, e)); [ | auto]. cbn. repeat split; auto. intros k' e' i. apply (orth k' e').
now apply filter_In in i.
Qed.

Lemma first_and_last n (A : Rn n -> Rn n) l r : orthonormal A (l ++ r) ->
  orthonormal A l /\ orthonormal A r.
Proof.
induction l as [ | [k e] l IH]; cbn; [now split | ]. intros [eig [one [orth o]]].
destruct (IH o) as [ol or]. repeat split; auto. intros k' e' i. apply (orth k' e').
apply in_or_app. now left.
Qed.

Lemma parts_add_up {X : Type} (f : X -> bool) l :
  (length (filter f l) + length (filter (fun x => negb (f x)) l) = length l)%nat.
Proof.
induction l as [ | x l IH]; [reflexivity | ]. cbn. destruct (f x); cbn; lia.
Qed.

Lemma all_below (l : list R) : (forall k, In k l -> k < 0) -> exists d, d < 0 /\
  forall k, In k l -> k <= d.
Proof.
induction l as [ | k l IH]; intro h; [exists (-1); split; [lra | contradiction] | ].
destruct IH as [d [neg le]]; [intros; apply h; now right | ].
exists (Rmax k d). split.
- apply Rmax_lub_lt; [apply h; now left | exact neg].
- intros j [<- | i]; [apply Rmax_l | ]. apply Rle_trans with (2 := Rmax_r k d). auto.
Qed.

Section Compression.
Context {n m : nat} (J : Rn n -> Rn m) (A : Rn m -> Rn m) (B : Rn n -> Rn n).
Context (linJ : linear J) (linA : linear A) (linB : linear B).
Context (iso : forall x, dot (J x) (J x) = dot x x).
Context (form : forall x, dot (B x) x = dot (A (J x)) (J x)).
Context (la : list (R * Rn m)) (lb : list (R * Rn n)).
Context (lenA : length la = S m) (oA : orthonormal A la) (oB : orthonormal B lb).

(* More eigenvectors b of B than eigenvectors a of A: the form at a vector of the span of b that
   is orthogonal to a. *)
Lemma meeting (b : list (R * Rn n)) (a : list (R * Rn m)) (p q : R) : orthonormal B b ->
  (length a < length b)%nat ->
  ((forall k e, In (k, e) la -> In (k, e) a \/ p <= k) -> (forall k e, In (k, e) b -> k <= q) ->
    p <= q) /\
  ((forall k e, In (k, e) la -> In (k, e) a \/ k <= q) -> (forall k e, In (k, e) b -> p <= k) ->
    p <= q).
Proof.
intros o lt.
destruct (orthogonal_image n m J (map snd b) (map snd a) linJ) as [x [nz [fixed orth]]].
{ now apply (eigenvectors_are_a_family B). }
{ now rewrite !map_length. }
assert (fixedJ : J x = projection (map snd la) (J x)).
{ apply full_family; [now apply (eigenvectors_are_a_family A) | now rewrite map_length]. }
assert (zero_at : forall k e, In (k, e) a -> dot e (J x) = 0).
{ intros k e i. apply orth. exact (in_map snd _ _ i). }
pose proof (positive_square x nz) as pos.
split; intros hA hB.
- destruct (form_bounds m A la (J x) p linA oA fixedJ) as [low _].
  destruct (form_bounds n B b x q linB o fixed) as [_ up].
  assert (p * dot x x <= q * dot x x); [ | nra]. rewrite <- iso at 1.
  apply Rle_trans with (dot (A (J x)) (J x)).
  + apply low. intros k e i. destruct (hA k e i); eauto.
  + rewrite <- form. apply up. intros k e i. left. eauto.
- destruct (form_bounds m A la (J x) q linA oA fixedJ) as [_ up].
  destruct (form_bounds n B b x p linB o fixed) as [low _].
  assert (p * dot x x <= q * dot x x); [ | nra]. rewrite <- (iso x) at 2.
  apply Rle_trans with (dot (A (J x)) (J x)).
  + rewrite <- form. apply low. intros k e i. left. eauto.
  + apply up. intros k e i. destruct (hA k e i); eauto.
Qed.

(* How many eigenvalues are negative. *)
Definition index {E : Euclid} : list (R * E) -> nat := eigenvalues_that (fun a => Rlt_dec a 0).

Lemma index_of_compression :
  (index lb <= index la /\ index la + length lb <= index lb + length la)%nat.
Proof.
set (neg := fun a => holds (Rlt_dec a 0)).
assert (member : forall a, neg a = true <-> a < 0).
{ intro a. unfold neg, holds. destruct (Rlt_dec a 0); split; auto; discriminate || lra. }
assert (gap : forall E (l : list (R * E)), exists d, d < 0 /\
  forall k e, In (k, e) (filter (fun p => neg (fst p)) l) -> k <= d).
{ intros E l. destruct (all_below (map fst (filter (fun p => neg (fst p)) l))) as [d [d0 h]].
  - intros k i. apply in_map_iff in i. destruct i as [p [<- i]]. apply filter_In in i.
    now apply member.
  - exists d. split; [exact d0 | ]. intros k e i. apply h. exact (in_map fst _ _ i). }
pose proof (parts_add_up (fun p => neg (fst p)) la).
pose proof (parts_add_up (fun p => neg (fst p)) lb).
change (index la) with (length (filter (fun p => neg (fst p)) la)).
change (index lb) with (length (filter (fun p => neg (fst p)) lb)).
enough (length (filter (fun p => neg (fst p)) lb) <= length (filter (fun p => neg (fst p)) la) /\
  length (filter (fun p => negb (neg (fst p))) lb) <=
  length (filter (fun p => negb (neg (fst p))) la))%nat by lia.
split; apply Nat.nlt_ge; intro lt.
- destruct (gap _ lb) as [d [d0 h]].
  destruct (meeting _ _ 0 d (part_of_eigenvectors n B _ lb oB) lt) as [le _].
  assert (0 <= d); [ | lra]. apply le; [ | exact h]. intros k e i.
  destruct (neg k) eqn:s; [left; now apply filter_In | right].
  destruct (Rle_lt_dec 0 k) as [ | c]; [auto | ]. apply member in c. congruence.
- destruct (gap _ la) as [d [d0 h]].
  destruct (meeting _ _ 0 d (part_of_eigenvectors n B _ lb oB) lt) as [_ le].
  assert (0 <= d); [ | lra]. apply le.
  + intros k e i. destruct (neg k) eqn:s; [right | left].
    * apply (h k e), filter_In. now split.
    * apply filter_In. split; [exact i | ]. cbn. now rewrite s.
  + intros k e i. apply filter_In in i. destruct i as [_ s]. cbn in s.
    destruct (Rle_lt_dec 0 k) as [ | c]; [auto | ]. apply member in c. now rewrite c in s.
Qed.
End Compression.

(* The vector with a zero put in before component i, or at the end. *)
Fixpoint skip (n i : nat) {struct n} : Rn n -> Rn (S n) :=
  match n return Rn n -> Rn (S n) with
  | O => fun x => match i with O => (0, x) | S _ => (x, 0) end
  | S m => fun x => match i with O => (0, x) | S i => (fst x, skip m i (snd x)) end
  end.

Lemma skip_isometry n : forall i, linear (skip n i) /\
  forall x y, dot (skip n i x) (skip n i y) = dot x y.
Proof.
induction n as [ | n IH]; intros [ | i].
1-3: split; [split; intros; apply injective_projections; cbn | intros; cbn; ring].
1-12: try reflexivity; unfold plus, scal; cbn; unfold mult; cbn; ring.
destruct (IH i) as [[p s] d]. split; [split; intros; apply injective_projections; cbn | ].
- reflexivity.
- apply p.
- reflexivity.
- apply s.
- intros [a u] [b v]. exact (f_equal (Rplus (a * b)) (d u v)).
Qed.

(* The eigenvalues of a list, and that they do not fall. *)
Definition value {E : Euclid} (i : nat) (l : list (R * E)) : R := nth i (map fst l) 0.
Definition rising {E : Euclid} (l : list (R * E)) : Prop :=
  forall i j, (i <= j < length l)%nat -> value i l <= value j l.

Lemma value_at {E : Euclid} (l : list (R * E)) i k e : nth i l (0, zero) = (k, e) -> value i l = k.
Proof. intro h. transitivity (fst (nth i l (0, zero))); [ | now rewrite h].
exact (map_nth fst l (0, zero) i). Qed.

Lemma value_in_first {E : Euclid} (l : list (R * E)) i k e : rising l -> (i < length l)%nat ->
  In (k, e) (firstn (S i) l) -> k <= value i l.
Proof.
intros r lt h. destruct (In_nth _ _ (0, zero) h) as [j [jl eq]].
assert (v : nth j l (0, zero) = (k, e)).
{ rewrite <- eq. rewrite <- (firstn_skipn (S i) l) at 1. now apply app_nth1. }
rewrite <- (value_at l j k e v). rewrite firstn_length in jl. apply r. lia.
Qed.

Lemma value_in_last {E : Euclid} (l : list (R * E)) i k e : rising l -> In (k, e) (skipn i l) ->
  value i l <= k.
Proof.
intros r h. destruct (In_nth _ _ (0, zero) h) as [j [jl eq]]. rewrite skipn_length in jl.
assert (len : length (firstn i l) = i) by (rewrite firstn_length; lia).
assert (v : nth (i + j) l (0, zero) = (k, e)).
{ rewrite <- eq. rewrite <- (firstn_skipn i l) at 1. rewrite app_nth2, len by lia.
  f_equal. lia. }
rewrite <- (value_at l (i + j) k e v). apply r. lia.
Qed.

(* Fact `cauchy-interlacing`: B is A without row and column i, of the matrix B the entries being the
   products with A of the vectors with 0 at i. The matrices have order n + 2 and n + 1; of a matrix
   of order 1 the fact says that at most one of its one eigenvalue is negative. Source: Horn &
   Johnson (2013), Theorem 4.3.17. *)
Theorem cauchy_interlacing n (A : Rn (S n) -> Rn (S n)) (B : Rn n -> Rn n) (i : nat)
  (la : list (R * Rn (S n))) (lb : list (R * Rn n)) :
  linear A -> linear B ->
  (forall x y, dot (B x) y = dot (A (skip n i x)) (skip n i y)) ->
  length la = S (S n) -> orthonormal A la -> length lb = S n -> orthonormal B lb ->
  (rising la -> rising lb ->
    forall j, (j <= n)%nat -> value j la <= value j lb <= value (S j) la) /\
  (index la = index lb \/ index la = S (index lb)).
Proof.
intros linA linB form lenA oA lenB oB.
destruct (skip_isometry n i) as [linJ iso].
assert (same : forall x, dot (B x) x = dot (A (skip n i x)) (skip n i x)) by (intro; apply form).
pose proof (meeting (skip n i) A B linJ linA linB (fun x => iso x x) same la lenA oA) as meet.
split.
- intros rA rB j le.
  assert (part : forall k, orthonormal B (firstn k lb) /\ orthonormal B (skipn k lb)).
  { intro k. apply first_and_last. now rewrite firstn_skipn. }
  split.
  + destruct (meet (firstn (S j) lb) (firstn j la) (value j la) (value j lb)) as [m _];
      [apply part | rewrite !firstn_length; lia | ]. apply m.
    * intros k e h. rewrite <- (firstn_skipn j la) in h. apply in_app_or in h.
      destruct h as [h | h]; [now left | right]. now apply (value_in_last la j k e).
    * intros k e h. apply (value_in_first lb j k e); [exact rB | lia | exact h].
  + destruct (meet (skipn j lb) (skipn (S (S j)) la) (value j lb) (value (S j) la)) as [_ m];
      [apply part | rewrite !skipn_length; lia | ]. apply m.
    * intros k e h. rewrite <- (firstn_skipn (S (S j)) la) in h. apply in_app_or in h.
      destruct h as [h | h]; [right | now left].
      apply (value_in_first la (S j) k e); [exact rA | lia | exact h].
    * intros k e h. now apply (value_in_last lb j k e).
- pose proof (index_of_compression (skip n i) A B linJ linA linB (fun x => iso x x) same la lb
    lenA oA oB). lia.
Qed.

(* The end of the same fact for order 1, where B is empty: A has no negative eigenvalue or one. *)
Theorem index_at_most_order {E : Euclid} (l : list (R * E)) : (index l <= length l)%nat.
Proof.
unfold index, eigenvalues_that. rewrite <- (parts_add_up (fun p => holds (Rlt_dec (fst p) 0)) l).
lia.
Qed.

(* A matrix and all that differ from it in row and column i only: what is left without these has an
   index m, and theirs is m or m + 1. *)
Theorem index_without_a_row n (i : nat) (A : Rn (S n) -> Rn (S n)) : linear A -> symmetric A ->
  exists m, forall (A' : Rn (S n) -> Rn (S n)) l, linear A' ->
    (forall x y, dot (A' (skip n i x)) (skip n i y) = dot (A (skip n i x)) (skip n i y)) ->
    length l = S (S n) -> orthonormal A' l -> index l = m \/ index l = S m.
Proof.
intros lin sym. destruct (skip_isometry n i) as [linJ _].
destruct (adjoint_exists n (S n) (skip n i) linJ) as [J' [linJ' adj]].
set (B := fun x => J' (A (skip n i x))).
assert (linB : linear B).
{ split; intros; unfold B; now rewrite ?(proj1 linJ), ?(proj2 linJ), ?(proj1 lin), ?(proj2 lin),
  ?(proj1 linJ'), ?(proj2 linJ'). }
assert (form : forall x y, dot (B x) y = dot (A (skip n i x)) (skip n i y)).
{ intros x y. unfold B. rewrite (dot_sym (Rn n)), <- adj. apply (dot_sym (Rn (S n))). }
assert (symB : symmetric B).
{ intros x y. rewrite form, sym, (dot_sym (Rn n)), form. apply (dot_sym (Rn (S n))). }
destruct (spectral_theorem n B linB symB) as [lb [lenB oB]]. exists (index lb).
intros A' l lin' same len o.
apply (cauchy_interlacing n A' B i l lb lin' linB); auto. intros x y. now rewrite form.
Qed.
