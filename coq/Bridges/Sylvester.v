(* Sylvester's law of inertia: however a quadratic form on R^n is made diagonal, the numbers of
   positive, negative and zero values are the same. *)
From Coq Require Import Reals Lra Psatz Lia List.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid Bridges.Finite Bridges.Spectral Bridges.Dimension.
From Provenscape Require Import Bridges.SingularValues Bridges.Polar.
Import ListNotations.
Open Scope R_scope.

Section Form.
Context {E : Euclid} (B : E -> E -> R).

Fixpoint combination (c : list R) (l : list E) : E :=
  match c, l with a :: c, e :: l => plus (scal a e) (combination c l) | _, _ => zero end.

Definition spanning (l : list E) : Prop := forall x, exists c, x = combination c l.

(* Any two vectors of the list are orthogonal for the form. *)
Definition diagonal : list E -> Prop := pairs (fun x y => B x y = 0).

(* How many vectors of a list have a positive, a negative, the value zero. *)
Definition holds {P : Prop} (d : {P} + {~ P}) : bool := if d then true else false.
Definition positive (l : list E) : nat := length (filter (fun e => holds (Rlt_dec 0 (B e e))) l).
Definition negative (l : list E) : nat := length (filter (fun e => holds (Rlt_dec (B e e) 0)) l).
Definition null (l : list E) : nat := length (filter (fun e => holds (Req_EM_T (B e e) 0)) l).

Lemma signs_add_up l : (positive l + negative l + null l = length l)%nat.
Proof.
unfold positive, negative, null, holds. induction l as [ | e l IH]; [reflexivity | ].
cbn [filter length]. destruct (Rlt_dec 0 (B e e)), (Rlt_dec (B e e) 0), (Req_EM_T (B e e) 0);
  cbn [length]; lia || lra.
Qed.

Context (bil : bilinear B).

Lemma form_zero_l z : B zero z = 0.
Proof. destruct bil as [_ [s _]]. rewrite <- (scal_0 zero), s. ring. Qed.

Lemma orthogonal_to_combination z l c :
  (forall e, In e l -> B z e = 0) -> B z (combination c l) = 0.
Proof.
destruct bil as [p [s y]]. revert c. induction l as [ | e l IH]; intros [ | a c] h;
  cbn [combination]; rewrite y; try apply form_zero_l.
rewrite p, s, (y e z), (y _ z), (h e (or_introl eq_refl)), IH; [ring | ].
intros k i. apply h. now right.
Qed.

(* The form is not positive at a vector that is orthogonal to those of the list with positive
   values. *)
Lemma not_positive l c : diagonal l ->
  (forall e, In e l -> 0 < B e e -> B (combination c l) e = 0) ->
  B (combination c l) (combination c l) <= 0.
Proof.
destruct bil as [p [s y]]. revert c. induction l as [ | e l IH]; intros [ | a c] o h;
  cbn [combination] in *; try (rewrite form_zero_l; lra).
destruct o as [first o]. specialize (IH c o). set (v := combination c l) in *.
assert (ev : B e v = 0) by now apply orthogonal_to_combination.
assert (le : B v v <= 0).
{ apply IH. intros k i pos. specialize (h k (or_intror i) pos).
  rewrite p, s, (first k i) in h. lra. }
rewrite p, s, (y e (plus _ _)), (y v (plus _ _)), !p, !s, (y v e), ev.
destruct (Rlt_le_dec 0 (B e e)) as [pos | np].
- specialize (h e (or_introl eq_refl) pos). rewrite p, s, (y v e), ev in h.
  assert (a = 0) as -> by nra. lra.
- assert (0 <= a * a) by apply Rle_0_sqr. nra.
Qed.
End Form.

(* On the span of diagonal vectors with positive values the form is positive. *)
Lemma positive_on_span n q (B : Rn n -> Rn n -> R) (l : list (Rn n)) : bilinear B ->
  diagonal B l -> (forall e, In e l -> 0 < B e e) -> length l = S q ->
  exists T : Rn q -> Rn n, linear T /\ (forall c, c <> zero -> 0 < B (T c) (T c)) /\
    forall z, (forall e, In e l -> B e z = 0) -> forall c, B (T c) z = 0.
Proof.
intro bil. pose proof bil as [p [s y]]. revert l. induction q as [ | q IH]; intros l o pos len.
- destruct l as [ | e [ | ]]; try discriminate. exists (fun c : R1 => scal (c : R) e).
  split; [apply linear_multiples | split].
  + intros c nz. rewrite s, y, s. specialize (pos e (or_introl eq_refl)).
    change (c <> 0) in nz. assert (0 < c * c) by now apply Rsqr_pos_lt. nra.
  + intros z h c. rewrite s, (h e (or_introl eq_refl)). ring.
- destruct l as [ | e l]; [discriminate | ]. destruct o as [first o].
  destruct (IH l o ltac:(intros k i; apply pos; now right) ltac:(cbn in len; lia))
    as [T [lin [posT orth]]].
  assert (eT : forall u, B (T u) e = 0).
  { intro u. apply orth. intros k i. rewrite y. now apply first. }
  exists (fun c : Rn (S q) => plus (scal (fst c : R) e) (T (snd c))).
  split; [now apply linear_extension | split].
  + intros [a u] nz. cbn [fst snd].
    rewrite p, s, (y e (plus _ _)), (y (T u) (plus _ _)), !p, !s, (y e (T u)), eT.
    specialize (pos e (or_introl eq_refl)).
    destruct (Req_EM_T a 0) as [-> | na].
    * assert (0 < B (T u) (T u)); [ | lra]. apply posT. intros ->. now apply nz.
    * assert (0 < a * a) by now apply Rsqr_pos_lt.
      assert (0 <= B (T u) (T u)); [ | nra].
      destruct (Req_EM_T (dot u u) 0) as [z | nu].
      -- rewrite (dot_zero (Rn q) u z). rewrite <- (scal_0 (zero : Rn q)), (proj2 lin), s. lra.
      -- apply Rlt_le, posT. intros ->. apply nu, dot_zero_l.
  + intros z h [a u]. cbn [fst snd]. rewrite p, s, (h e (or_introl eq_refl)), orth; [ring | ].
    intros k i. apply h. now right.
Qed.

(* The span of the positive vectors of one list meets the vectors orthogonal to the positive ones of
   another in 0 only. *)
Lemma no_more_positive n (B : Rn n -> Rn n -> R) (l k : list (Rn n)) : bilinear B ->
  diagonal B l -> diagonal B k -> spanning k -> (positive B l <= positive B k)%nat.
Proof.
intros bil ol ok span. apply Nat.nlt_ge. intro lt. unfold positive in lt.
set (plus_part := filter (fun e => holds (Rlt_dec 0 (B e e)))) in *.
assert (members : forall m e, In e (plus_part m) <-> In e m /\ 0 < B e e).
{ intros m e. unfold plus_part, holds. rewrite filter_In. destruct (Rlt_dec 0 (B e e)); tauto ||
  (split; [intros [_ f]; discriminate | tauto]). }
assert (o : diagonal B (plus_part l)).
{ clear lt. unfold diagonal in *. induction l as [ | e l IH]; [exact I | ]. destruct ol as [f ol].
  cbn [plus_part filter] in *. specialize (IH ol).
  assert (i : forall d, In d (plus_part l) -> B e d = 0) by
    (intros d i; apply f; now apply members).
  unfold plus_part, holds in *. cbn [filter]. destruct (Rlt_dec 0 (B e e)); cbn [pairs]; auto. }
destruct (length (plus_part l)) as [ | q] eqn:len; [lia | ].
destruct (positive_on_span n q B (plus_part l) bil o) as [T [lin [pos _]]];
  [intros e i; exact (proj2 (proj1 (members _ e) i)) | exact len | ].
pose proof bil as [p [s y]].
assert (rows : forall m : list (Rn n), exists R, length R = length m /\
  forall c, (forall r, In r R -> dot r c = 0) -> forall e, In e m -> B (T c) e = 0).
{ induction m as [ | e m [R [lenR h]]]; [exists []; cbn; split; [reflexivity | contradiction] | ].
  destruct (riesz q (fun c => B (T c) e)) as [r hr].
  { split; intros; rewrite ?(proj1 lin), ?(proj2 lin), ?p, ?s; reflexivity. }
  exists (r :: R). split; [cbn; now rewrite lenR | ]. intros c z e' [<- | i].
  - rewrite hr. apply z. now left.
  - apply (h c); [intros; apply z; now right | exact i]. }
destruct (rows (plus_part k)) as [R [lenR h]].
destruct (orthogonal_vector q R ltac:(lia)) as [c [nz z]].
specialize (pos c nz). destruct (span (T c)) as [d e].
assert (le : B (T c) (T c) <= 0); [ | lra].
rewrite e. apply not_positive; [exact bil | exact ok | ]. intros v i pv. rewrite <- e.
apply (h c z), members. now split.
Qed.

Lemma opposite_form {E : Euclid} (B : E -> E -> R) : bilinear B -> bilinear (fun x y => - B x y).
Proof. intros [p [s y]]. split; [ | split]; intros; [rewrite p | rewrite s | rewrite y]; ring. Qed.

Lemma opposite_diagonal {E : Euclid} (B : E -> E -> R) l :
  diagonal B l -> diagonal (fun x y => - B x y) l.
Proof.
unfold diagonal. induction l as [ | e l IH]; [trivial | ]. intros [h o]. split; [ | auto].
intros k i. rewrite (h k i). ring.
Qed.

Lemma opposite_signs {E : Euclid} (B : E -> E -> R) l :
  positive (fun x y => - B x y) l = negative B l.
Proof.
unfold positive, negative, holds. f_equal. apply filter_ext. intro e.
destruct (Rlt_dec 0 (- B e e)), (Rlt_dec (B e e) 0); reflexivity || lra.
Qed.

(* A basis of R^(n+1), that is n + 1 vectors that span it, any two of them orthogonal for the
   form. *)
Definition diagonalizes n (B : Rn n -> Rn n -> R) (l : list (Rn n)) : Prop :=
  length l = S n /\ spanning l /\ diagonal B l.

Theorem law_of_inertia n (B : Rn n -> Rn n -> R) (l k : list (Rn n)) : bilinear B ->
  diagonalizes n B l -> diagonalizes n B k ->
  positive B l = positive B k /\ negative B l = negative B k /\ null B l = null B k.
Proof.
intros bil [ll [sl dl]] [lk [sk dk]].
assert (pos : positive B l = positive B k).
{ apply Nat.le_antisymm; now apply no_more_positive. }
assert (neg : negative B l = negative B k).
{ rewrite <- !opposite_signs. pose proof (opposite_form B bil) as ob.
  apply Nat.le_antisymm; apply no_more_positive; auto using opposite_diagonal. }
pose proof (signs_add_up B l). pose proof (signs_add_up B k). repeat split; auto. lia.
Qed.
(* The eigenvalues of a symmetric map have the signs of every basis that makes its form diagonal. *)
Definition eigenvalues_that {E : Euclid} {P : R -> Prop} (d : forall a, {P a} + {~ P a})
  (l : list (R * E)) : nat := length (filter (fun p => holds (d (fst p))) l).

Lemma projection_is_combination {E : Euclid} (l : list E) x :
  projection l x = combination (map (fun e => dot e x) l) l.
Proof. induction l as [ | e l IH]; [reflexivity | ]. cbn. now rewrite IH. Qed.

Lemma eigenbasis_diagonalizes n (A : Rn n -> Rn n) l : length l = S n -> orthonormal A l ->
  diagonalizes n (fun x y => dot (A x) y) (map snd l).
Proof.
intros len o. pose proof (eigenvectors_are_a_family A l o) as f.
split; [now rewrite map_length | split].
- intro x. exists (map (fun e => dot e x) (map snd l)). rewrite <- projection_is_combination.
  apply full_family; [exact f | now rewrite map_length].
- clear len f. unfold diagonal. induction l as [ | [k e] l IH]; [exact I | ].
  destruct o as [eig [_ [orth o]]]. cbn. split; [ | auto]. intros e' i. apply in_map_iff in i.
  destruct i as [[k' e''] [<- i]]. rewrite eig, (dot_scal (Rn n)). cbn. rewrite (orth k' e'' i).
  ring.
Qed.

Lemma signs_of_eigenvalues n (A : Rn n -> Rn n) l : orthonormal A l ->
  let B := fun x y => dot (A x) y in
  positive B (map snd l) = eigenvalues_that (fun a => Rlt_dec 0 a) l /\
  negative B (map snd l) = eigenvalues_that (fun a => Rlt_dec a 0) l /\
  null B (map snd l) = eigenvalues_that (fun a => Req_EM_T a 0) l.
Proof.
intros o B. unfold positive, negative, null, eigenvalues_that, holds.
induction l as [ | [k e] l IH]; [now split | ]. destruct o as [eig [one [_ o]]].
assert (v : B e e = k) by (unfold B; rewrite eig, (dot_scal (Rn n)), <- norm_sqr, one; ring).
destruct (IH o) as [p [m z]]. cbn [map filter fst snd]. rewrite v.
destruct (Rlt_dec 0 k), (Rlt_dec k 0), (Req_EM_T k 0); cbn [length]; rewrite p, m, z; auto.
Qed.

Theorem inertia_counts_eigenvalues n (A : Rn n -> Rn n) (l : list (R * Rn n)) (k : list (Rn n)) :
  linear A -> symmetric A -> length l = S n -> orthonormal A l ->
  let B := fun x y => dot (A x) y in diagonalizes n B k ->
  positive B k = eigenvalues_that (fun a => Rlt_dec 0 a) l /\
  negative B k = eigenvalues_that (fun a => Rlt_dec a 0) l /\
  null B k = eigenvalues_that (fun a => Req_EM_T a 0) l.
Proof.
intros lin sym len o B d. destruct (signs_of_eigenvalues n A l o) as [<- [<- <-]].
apply law_of_inertia; [now apply form_of_symmetric | exact d | ].
now apply eigenbasis_diagonalizes.
Qed.
