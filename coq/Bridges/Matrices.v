(* Matrices given by their entries: the inertia that the rule of that name decides in rationals
   counts the eigenvalues of the real symmetric matrix; Gershgorin's discs. *)
From Coq Require Import Reals Lra Psatz Lia List QArith Qreals.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Inertia.
From Provenscape Require Import Bridges.Euclid Bridges.Finite Bridges.Spectral Bridges.Dimension.
From Provenscape Require Import Bridges.SingularValues Bridges.Sylvester.
Import ListNotations.
Open Scope R_scope.

(* The vector of the entries of a list, the components of a vector, and the map of a matrix. *)
Fixpoint vector n (l : list R) : Rn n :=
  match n with O => hd 0 l | S m => (hd 0 l, vector m (tl l)) end.

Fixpoint component n (i : nat) {struct n} : Rn n -> R :=
  match n return Rn n -> R with
  | O => fun x => x
  | S m => fun x => match i with O => fst x | S i => component m i (snd x) end
  end.

Definition matrix_map n (a : list (list R)) (x : Rn n) : Rn n :=
  vector n (map (fun r => dot (vector n r) x) a).

Lemma component_linear n i : linear_form (component n i).
Proof.
revert i. induction n as [ | n IH]; intro i; [split; reflexivity | ].
destruct i as [ | i]; [split; reflexivity | ]. destruct (IH i) as [p s].
split; intros; cbn; [apply p | apply s].
Qed.

Lemma same_components n (x y : Rn n) :
  (forall i, (i <= n)%nat -> component n i x = component n i y) -> x = y.
Proof.
induction n as [ | n IH]; intro h; [exact (h O (le_n _)) | ].
apply injective_projections; [apply (h O); lia | ]. apply IH. intros i le.
apply (h (S i)). lia.
Qed.

Lemma component_of_vector n l i : (i <= n)%nat -> component n i (vector n l) = nth i l 0.
Proof.
revert l i. induction n as [ | n IH]; intros l i le.
- assert (i = O) as -> by lia. now destruct l.
- destruct i as [ | i]; [now destruct l | ]. cbn. rewrite IH by lia.
  destruct l; [now destruct i | reflexivity].
Qed.

Lemma component_zero n i : component n i zero = 0.
Proof. destruct (component_linear n i) as [_ s]. rewrite <- (scal_0 zero), s. ring. Qed.

Lemma unit_component n i (g x : Rn n) : (i <= n)%nat ->
  (forall j, (j <= n)%nat -> component n j g = if Nat.eqb i j then 1 else 0) ->
  dot g x = component n i x.
Proof.
revert i. induction n as [ | n IH]; intros i le h.
- assert (i = O) as -> by lia. specialize (h O (le_n _)). cbn in *. rewrite h. ring.
- destruct g as [a g], x as [b x]. destruct i as [ | i].
  + assert (g = zero) as ->.
    { apply same_components. intros j lj. rewrite component_zero. apply (h (S j)). lia. }
    pose proof (h O ltac:(lia)) as e. cbn in e. cbn. rewrite e, dot_zero_l. ring.
  + pose proof (h O ltac:(lia)) as e. cbn in e. cbn. rewrite e, (IH g x i); [ring | lia | ].
    intros j lj. apply (h (S j)). lia.
Qed.

(* Sums of products of entries. *)
Fixpoint products (c d : list R) : R :=
  match c, d with a :: c, b :: d => a * b + products c d | _, _ => 0 end.

Lemma products_sym c d : products c d = products d c.
Proof. revert d. induction c as [ | a c IH]; intros [ | b d]; cbn; rewrite ?IH; ring. Qed.

Lemma form_of_combination {E : Euclid} (f : E -> R) c l : linear_form f ->
  f (combination c l) = products c (map f l).
Proof.
intros [p s]. assert (z : f zero = 0) by (rewrite <- (scal_0 zero), s; ring).
revert l. induction c as [ | a c IH]; intros [ | e l]; cbn; auto. now rewrite p, s, IH.
Qed.

Lemma products_of_rationals u v :
  products (map Q2R u) (map Q2R v) = Q2R (Inertia.qdot u v).
Proof.
revert v. induction u as [ | a u IH]; intros [ | b v]; cbn [map products Inertia.qdot];
  try (symmetry; apply RMicromega.Q2R_0).
rewrite (Qeq_eqR _ _ (Qred_correct _)), Q2R_plus, Q2R_mult, IH. reflexivity.
Qed.

Lemma dot_of_vectors n c d : length c = S n -> length d = S n ->
  dot (vector n c) (vector n d) = products c d.
Proof.
revert c d. induction n as [ | n IH]; intros [ | a c] [ | b d] lc ld; try discriminate; cbn in *.
- destruct c, d; try discriminate. cbn. ring.
- rewrite IH by lia. reflexivity.
Qed.

Lemma dot_of_rationals n u v : length u = S n -> length v = S n ->
  dot (vector n (map Q2R u)) (vector n (map Q2R v)) = Q2R (Inertia.qdot u v).
Proof.
intros lu lv. rewrite dot_of_vectors by now rewrite map_length. apply products_of_rationals.
Qed.

(* Entries of rational matrices. *)
Lemma nth_map {X Y} (f : X -> Y) l i d c : (i < length l)%nat -> nth i (map f l) c = f (nth i l d).
Proof.
intro lt. rewrite (nth_indep _ c (f d)) by now rewrite map_length. apply map_nth.
Qed.

Lemma nth_map_seq {Y} (f : nat -> Y) N i c : (i < N)%nat -> nth i (map f (seq 0 N)) c = f i.
Proof.
intro lt. rewrite (nth_map f _ i O) by now rewrite seq_length. now rewrite seq_nth.
Qed.

Definition entry (m : Inertia.mat) i j : Q := nth j (nth i m []) 0%Q.

Lemma column_of_product a b N j : (j < N)%nat ->
  Inertia.column j (Inertia.mul a b N) = map (fun r => Inertia.qdot r (Inertia.column j b)) a.
Proof.
intro lt. unfold Inertia.column, Inertia.mul. rewrite map_map. apply map_ext. intro r.
now apply (nth_map_seq (fun j => Inertia.qdot r (map (fun s => nth j s 0%Q) b))).
Qed.

Lemma entry_of_product a b N i j : (i < length a)%nat -> (j < N)%nat ->
  entry (Inertia.mul a b N) i j = Inertia.qdot (nth i a []) (Inertia.column j b).
Proof.
intros li lj. unfold entry, Inertia.mul. rewrite (nth_map _ a i []) by exact li.
now apply (nth_map_seq (fun j => Inertia.qdot (nth i a []) (Inertia.column j b))).
Qed.

Lemma entry_of_diagonal e N i j : (i < N)%nat -> (j < N)%nat ->
  entry (Inertia.diagonal e N) i j = if Nat.eqb i j then nth i e 0%Q else 0%Q.
Proof.
intros li lj. unfold entry, Inertia.diagonal.
set (row := fun i => map (fun j => if Nat.eqb i j then nth i e 0%Q else 0%Q) (seq 0 N)).
transitivity (nth j (row i) 0%Q); [f_equal; exact (nth_map_seq row N i [] li) | ].
exact (nth_map_seq (fun j => if Nat.eqb i j then nth i e 0%Q else 0%Q) N j 0%Q lj).
Qed.

Lemma forallb_combine {X} (f : X * X -> bool) (a b : list X) i d : forallb f (combine a b) = true ->
  (i < length a)%nat -> (i < length b)%nat -> f (nth i a d, nth i b d) = true.
Proof.
revert b i. induction a as [ | x a IH]; intros [ | y b] i h la lb; cbn in *; try lia.
apply andb_prop in h. destruct h as [h1 h2]. destruct i as [ | i]; [exact h1 | ].
apply IH; [exact h2 | lia | lia].
Qed.

Lemma equal_entries a b i j : Inertia.meq a b = true ->
  (i < length a)%nat -> (i < length b)%nat -> (j < length (nth i a []))%nat ->
  (j < length (nth i b []))%nat -> Q2R (entry a i j) = Q2R (entry b i j).
Proof.
intros h li lb ja jb. apply Qeq_eqR, Qeq_bool_iff.
pose proof (forallb_combine _ a b i [] h li lb) as r. cbn in r.
exact (forallb_combine _ _ _ j 0%Q r ja jb).
Qed.

Lemma rows_of_square N m : Inertia.square N m = true ->
  length m = N /\ forall r, In r m -> length r = N.
Proof.
unfold Inertia.square. intro h. apply andb_prop in h. destruct h as [l r].
apply Nat.eqb_eq in l. split; [exact l | ]. intros x i.
rewrite forallb_forall in r. now apply Nat.eqb_eq, r.
Qed.

Section Congruence.
Context (n : nat) (m u v : Inertia.mat) (e : Inertia.vec).
Let N := S n.
Context (sm : Inertia.square N m = true) (su : Inertia.square N u = true)
  (sv : Inertia.square N v = true) (le : length e = N)
  (inverse : Inertia.meq (Inertia.mul u v N) (Inertia.eye N) = true)
  (congruent : Inertia.meq (Inertia.mul (Inertia.transpose u N) (Inertia.mul m u N) N)
    (Inertia.diagonal e N) = true).

Let vec (l : Inertia.vec) : Rn n := vector n (map Q2R l).
Let col (a : Inertia.mat) j : Rn n := vec (Inertia.column j a).
Definition columns (a : Inertia.mat) : list (Rn n) := map (col a) (seq 0 N).
Let A := matrix_map n (map (map Q2R) m).
Let B := fun x y => dot (A x) y.

Lemma length_of_column a j : length (Inertia.column j a) = length a.
Proof. apply map_length. Qed.

Lemma row_length a i : Inertia.square N a = true -> (i < N)%nat -> length (nth i a []) = N.
Proof. intros s li. destruct (rows_of_square N a s) as [l r]. apply r, nth_In. lia. Qed.

Lemma diagonal_row i d : (i < N)%nat -> length (nth i (Inertia.diagonal d N) []) = N.
Proof.
intro li. set (row := fun i => map (fun j => if Nat.eqb i j then nth i d 0%Q else 0%Q) (seq 0 N)).
transitivity (length (row i)); [f_equal; exact (nth_map_seq row N i [] li) | ].
unfold row. now rewrite map_length, seq_length.
Qed.

Lemma product_row a b i : (i < length a)%nat -> length (nth i (Inertia.mul a b N) []) = N.
Proof.
intro li. unfold Inertia.mul. rewrite (nth_map _ a i []) by exact li.
now rewrite map_length, seq_length.
Qed.

Lemma form_of_columns i j : (i < N)%nat -> (j < N)%nat ->
  B (col u j) (col u i) = if Nat.eqb i j then Q2R (nth i e 0%Q) else 0.
Proof.
intros li lj. destruct (rows_of_square N m sm) as [lm rm].
destruct (rows_of_square N u su) as [lu _].
assert (image : A (col u j) = vec (Inertia.column j (Inertia.mul m u N))).
{ rewrite column_of_product by exact lj. unfold A, matrix_map, vec. f_equal. rewrite !map_map.
  apply map_ext_in. intros r h. apply dot_of_rationals; [now apply rm | ].
  now rewrite length_of_column. }
unfold B. rewrite image. unfold col, vec. rewrite (dot_sym (Rn n)), dot_of_rationals.
2: now rewrite length_of_column.
2: { rewrite length_of_column. unfold Inertia.mul. now rewrite map_length. }
assert (lt : length (Inertia.transpose u N) = N) by (unfold Inertia.transpose;
  now rewrite map_length, seq_length).
assert (row : nth i (Inertia.transpose u N) [] = Inertia.column i u).
{ exact (nth_map_seq (fun j => Inertia.column j u) N i [] li). }
rewrite <- row, <- (entry_of_product _ _ N) by lia.
rewrite (equal_entries _ _ i j congruent).
- rewrite entry_of_diagonal by assumption. destruct (Nat.eqb i j); [reflexivity | ].
  apply RMicromega.Q2R_0.
- unfold Inertia.mul at 1. rewrite map_length. lia.
- unfold Inertia.diagonal. rewrite map_length, seq_length. exact li.
- rewrite product_row by lia. exact lj.
- rewrite diagonal_row; assumption.
Qed.

Lemma columns_span : spanning (columns u).
Proof.
destruct (rows_of_square N u su) as [lu ru]. destruct (rows_of_square N v sv) as [lv rv].
intro x. exists (map (fun r => dot (vec r) x) v). apply same_components. intros i li.
rewrite (form_of_combination (component n i)) by apply component_linear.
assert (row : map (component n i) (columns u) = map Q2R (nth i u [])).
{ unfold columns. rewrite map_map. apply nth_ext with 0 0.
  - rewrite !map_length, seq_length, row_length; [reflexivity | exact su | unfold N; lia].
  - rewrite map_length, seq_length. intros j lj.
    rewrite (nth_map_seq (fun j => component n i (col u j)) N j 0 lj).
    unfold col, vec. rewrite component_of_vector by exact li.
    unfold Inertia.column. rewrite map_map.
    rewrite (nth_map _ u i []) by (rewrite lu; unfold N; lia).
    rewrite (nth_map Q2R _ j 0%Q); [reflexivity | ]. rewrite row_length;
      [exact lj | exact su | unfold N; lia]. }
rewrite row, products_sym. symmetry.
transitivity (dot (combination (map Q2R (nth i u [])) (map vec v)) x).
- rewrite (form_of_combination (fun y => dot y x)).
  + now rewrite map_map.
  + split; intros; [apply (dot_plus (Rn n)) | apply (dot_scal (Rn n))].
- apply unit_component; [exact li | ]. intros j lj.
  rewrite (form_of_combination (component n j)) by apply component_linear.
  assert (c : map (component n j) (map vec v) = map Q2R (Inertia.column j v)).
  { unfold Inertia.column. rewrite !map_map. apply map_ext_in. intros r h. unfold vec.
    rewrite component_of_vector by exact lj. apply nth_map.
    rewrite (rv r h). unfold N. lia. }
  rewrite c, products_of_rationals, <- (entry_of_product _ _ N) by (unfold N in *; lia).
  rewrite (equal_entries _ _ i j inverse).
  + unfold Inertia.eye. rewrite entry_of_diagonal by (unfold N; lia).
    destruct (Nat.eqb i j); [ | apply RMicromega.Q2R_0].
    rewrite (nth_indep _ 0%Q 1%Q), nth_repeat by (rewrite repeat_length; unfold N; lia).
    apply RMicromega.Q2R_1.
  + unfold Inertia.mul. rewrite map_length, lu. unfold N. lia.
  + unfold Inertia.eye, Inertia.diagonal. rewrite map_length, seq_length. unfold N. lia.
  + rewrite product_row; rewrite ?lu; unfold N; lia.
  + unfold Inertia.eye. rewrite diagonal_row; unfold N; lia.
Qed.

Lemma columns_are_diagonal : diagonalizes n B (columns u).
Proof.
split; [unfold columns; now rewrite map_length, seq_length | split; [exact columns_span | ]].
unfold diagonal. apply (pairs_nth _ _ (col u 0)). intros i j [lt lj].
unfold columns in *. rewrite map_length, seq_length in lj.
rewrite !(nth_map_seq (col u)) by lia. rewrite form_of_columns by lia.
assert (ne : j <> i) by lia. apply Nat.eqb_neq in ne. now rewrite ne.
Qed.

Lemma same_filters {X Y} (f : X -> bool) (F : Y -> bool) (g : nat -> X) (h : nat -> Y) l :
  (forall i, In i l -> f (g i) = F (h i)) ->
  length (filter f (map g l)) = length (filter F (map h l)).
Proof.
induction l as [ | i l IH]; intro same; [reflexivity | ]. cbn.
rewrite (same i (or_introl eq_refl)). specialize (IH (fun j k => same j (or_intror k))).
destruct (F (h i)); cbn; auto.
Qed.

Lemma entries_in_order : e = map (fun i => nth i e 0%Q) (seq 0 N).
Proof.
apply nth_ext with 0%Q 0%Q; [now rewrite map_length, seq_length | ]. intros i li.
symmetry. apply (nth_map_seq (fun i => nth i e 0%Q)). lia.
Qed.

Lemma signs_of_columns : positive B (columns u) = Inertia.count Gt e /\
  negative B (columns u) = Inertia.count Lt e /\ null B (columns u) = Inertia.count Eq e.
Proof.
assert (value : forall i, In i (seq 0 N) -> B (col u i) (col u i) = Q2R (nth i e 0%Q)).
{ intros i h. apply in_seq in h. rewrite form_of_columns by lia. now rewrite Nat.eqb_refl. }
assert (zero : Q2R 0 = 0) by apply RMicromega.Q2R_0.
unfold positive, negative, null, Inertia.count, columns, holds. rewrite entries_in_order at 1 2 3.
repeat split; apply same_filters; intros i h; rewrite (value i h), <- zero;
  destruct (Qcompare_spec (nth i e 0%Q) 0) as [c | c | c];
  first [apply Qeq_eqR in c | apply Qlt_Rlt in c];
  try (destruct (Rlt_dec _ _)); try (destruct (Req_EM_T _ _)); auto; lra.
Qed.
End Congruence.

(* A form that is diagonal in a basis is symmetric; so the matrix is. *)
Lemma diagonal_form_is_symmetric n (B : Rn n -> Rn n -> R) (l : list (Rn n)) :
  (forall z, linear_form (B z)) -> (forall z, linear_form (fun x => B x z)) -> spanning l ->
  (forall x y, In x l -> In y l -> B x y = B y x) -> forall x y, B x y = B y x.
Proof.
intros right left span h x y. destruct (span x) as [c ->], (span y) as [d ->].
rewrite (form_of_combination (B _) d l (right _)), (form_of_combination _ d l (left _)).
f_equal. apply map_ext_in. intros z i.
rewrite (form_of_combination _ c l (left _)), (form_of_combination (B z) c l (right _)).
f_equal. apply map_ext_in. intros w k. now apply h.
Qed.

Lemma vector_plus n {X : Type} (f g : X -> R) a :
  vector n (map (fun r => f r + g r) a) = plus (vector n (map f a)) (vector n (map g a)).
Proof.
apply same_components. intros i le. rewrite (proj1 (component_linear n i)).
rewrite !component_of_vector by exact le. revert i le.
induction a as [ | r a IH]; intros [ | i] le; cbn; try ring. apply IH. lia.
Qed.

Lemma vector_scal n {X : Type} (f : X -> R) a c :
  vector n (map (fun r => c * f r) a) = scal c (vector n (map f a)).
Proof.
apply same_components. intros i le. rewrite (proj2 (component_linear n i)).
rewrite !component_of_vector by exact le. revert i le.
induction a as [ | r a IH]; intros [ | i] le; cbn; try ring. apply IH. lia.
Qed.

Lemma matrix_map_linear n a : linear (matrix_map n a).
Proof.
split; [intros x y | intros c x]; unfold matrix_map.
- rewrite <- vector_plus. f_equal. apply map_ext. intro r. apply dot_plus_r.
- rewrite <- vector_scal. f_equal. apply map_ext. intro r. apply dot_scal_r.
Qed.

(* What the rule `inertia` accepts: a matrix that has inertia p, q, z is symmetric, and in every
   orthonormal basis of its eigenvectors p eigenvalues are positive, q negative and z zero. *)
Theorem inertia_of_counts_eigenvalues n (a : list (list R)) (p q z : nat) :
  Inertia.inertia_of a p q z -> length a = S n ->
  linear (matrix_map n a) /\ symmetric (matrix_map n a) /\
  forall l, length l = S n -> orthonormal (matrix_map n a) l ->
    eigenvalues_that (fun k => Rlt_dec 0 k) l = p /\
    eigenvalues_that (fun k => Rlt_dec k 0) l = q /\
    eigenvalues_that (fun k => Req_EM_T k 0) l = z.
Proof.
intros [m [-> [sm [u [v [d [e [su [sv [le [-> [inv [con [<- [<- <-]]]]]]]]]]]]]]] len.
rewrite map_length in len. change (@length Inertia.vec m = S n) in len.
rewrite len in sm, su, sv, le, inv, con.
pose proof (matrix_map_linear n (map (map Q2R) m)) as lin.
set (A := matrix_map n (map (map Q2R) m)) in *.
assert (sym : symmetric A).
{ enough (h : forall x y, dot (A x) y = dot (A y) x) by
    (intros x y; rewrite h; apply (dot_sym (Rn n))).
  apply (diagonal_form_is_symmetric n (fun x y => dot (A x) y) (columns n u)).
  - intro x. split; intros; [apply dot_plus_r | apply dot_scal_r].
  - intro y. split; intros; [rewrite (proj1 lin); apply (dot_plus (Rn n)) | rewrite (proj2 lin);
      apply (dot_scal (Rn n))].
  - exact (columns_span n u v e su sv le inv).
  - intros x y i j. unfold columns in *. apply in_map_iff in i, j.
    destruct i as [i [<- hi]], j as [j [<- hj]]. apply in_seq in hi, hj.
    destruct (Nat.eq_dec i j) as [-> | ne]; [reflexivity | ].
    pose proof (form_of_columns n m u e sm su le con i j ltac:(lia) ltac:(lia)) as h1.
    pose proof (form_of_columns n m u e sm su le con j i ltac:(lia) ltac:(lia)) as h2.
    rewrite (proj2 (Nat.eqb_neq i j)) in h1 by lia.
    rewrite (proj2 (Nat.eqb_neq j i)) in h2 by lia.
    exact (eq_trans h2 (eq_sym h1)). }
split; [exact lin | split; [exact sym | ]]. intros l ll o.
destruct (signs_of_columns n m u e sm su le con) as [<- [<- <-]].
destruct (inertia_counts_eigenvalues n A l (columns n u) lin sym ll o) as [<- [<- <-]]; auto.
now apply (columns_are_diagonal n m u v e).
Qed.

(* A component that is largest in absolute value. *)
Lemma largest_component n (v : Rn n) : exists i, (i <= n)%nat /\
  forall j, (j <= n)%nat -> Rabs (component n j v) <= Rabs (component n i v).
Proof.
induction n as [ | n IH].
- exists O. split; [lia | ]. intros j lj. assert (j = O) as -> by lia. lra.
- destruct v as [a v]. destruct (IH v) as [i [li h]].
  destruct (Rle_lt_dec (Rabs a) (Rabs (component n i v))) as [le | lt].
  + exists (S i). split; [lia | ]. intros [ | j] lj; [exact le | ]. apply h. lia.
  + exists O. split; [lia | ]. intros [ | j] lj; cbn; [lra | ].
    apply Rle_trans with (Rabs (component n i v)); [apply h; lia | lra].
Qed.

(* The sum of the absolute values of the entries of a row, and of all but entry i. *)
Fixpoint size (r : list R) : R := match r with [] => 0 | a :: r => Rabs a + size r end.
Fixpoint size_beside (i : nat) (r : list R) : R :=
  match r, i with
  | [], _ => 0
  | _ :: r, O => size r
  | a :: r, S i => Rabs a + size_beside i r
  end.

Lemma product_bound n r (v : Rn n) m : length r = S n ->
  (forall j, (j <= n)%nat -> Rabs (component n j v) <= m) ->
  Rabs (dot (vector n r) v) <= size r * m.
Proof.
revert r. induction n as [ | n IH]; intros [ | a r] len h; try discriminate.
- destruct r; [ | discriminate]. specialize (h O (le_n _)). cbn in *. rewrite Rabs_mult.
  rewrite Rplus_0_r. apply Rmult_le_compat_l; auto using Rabs_pos.
- destruct v as [b v]. cbn. apply Rle_trans with (1 := Rabs_triang _ _). rewrite Rabs_mult.
  specialize (IH v r ltac:(cbn in len; lia) (fun j lj => h (S j) ltac:(lia))).
  specialize (h O ltac:(lia)). cbn in h.
  rewrite Rmult_plus_distr_r. apply Rplus_le_compat; [ | exact IH].
  apply Rmult_le_compat_l; auto using Rabs_pos.
Qed.

Lemma product_beside n i r (v : Rn n) m : (i <= n)%nat -> length r = S n ->
  (forall j, (j <= n)%nat -> Rabs (component n j v) <= m) ->
  Rabs (dot (vector n r) v - nth i r 0 * component n i v) <= size_beside i r * m.
Proof.
revert i r. induction n as [ | n IH]; intros i [ | a r] li len h; try discriminate.
- assert (i = O) as -> by lia. destruct r; [ | discriminate]. cbn.
  replace (a * v - a * v) with 0 by ring. rewrite Rabs_R0. lra.
- destruct v as [b v]. destruct i as [ | i]; cbn.
  + replace (a * b + dot (vector n r) v - a * b) with (dot (vector n r) v) by ring.
    apply product_bound; [cbn in len; lia | ]. intros j lj. apply (h (S j)). lia.
  + replace (a * b + dot (vector n r) v - nth i r 0 * component n i v)
      with (a * b + (dot (vector n r) v - nth i r 0 * component n i v)) by ring.
    apply Rle_trans with (1 := Rabs_triang _ _). rewrite Rabs_mult.
    specialize (IH v i r ltac:(lia) ltac:(cbn in len; lia) (fun j lj => h (S j) ltac:(lia))).
    specialize (h O ltac:(lia)). cbn in h.
    rewrite Rmult_plus_distr_r. apply Rplus_le_compat; [ | exact IH].
    apply Rmult_le_compat_l; auto using Rabs_pos.
Qed.

(* Gershgorin: each real eigenvalue lies as near to some diagonal entry as the sum of the absolute
   values of the other entries of its row. Source: Horn & Johnson
   (2013), discs of Geršgorin. *)
Theorem gershgorin n (a : list (list R)) k v :
  length a = S n -> (forall r, In r a -> length r = S n) -> eigenpair (matrix_map n a) k v ->
  exists i, (i <= n)%nat /\
    Rabs (k - nth i (nth i a []) 0) <= size_beside i (nth i a []).
Proof.
intros len rows [nz eig]. destruct (largest_component n v) as [i [li h]].
exists i. split; [exact li | ]. set (r := nth i a []). set (m := component n i v) in *.
assert (pos : 0 < Rabs m).
{ destruct (Req_EM_T m 0) as [z | ]; [ | now apply Rabs_pos_lt]. exfalso. apply nz.
  apply same_components. intros j lj. rewrite component_zero. specialize (h j lj).
  rewrite z, Rabs_R0 in h. pose proof (Rabs_pos (component n j v)).
  apply Rabs_eq_0. lra. }
assert (row : dot (vector n r) v = k * m).
{ transitivity (component n i (matrix_map n a v)).
  - unfold matrix_map. rewrite component_of_vector by exact li. symmetry.
    apply (nth_map (fun r => dot (vector n r) v)). lia.
  - rewrite eig. apply (proj2 (component_linear n i)). }
assert (member : In r a) by (apply nth_In; lia).
pose proof (product_beside n i r v (Rabs m) li (rows r member) h) as b.
rewrite row in b. fold m in b.
replace (k * m - nth i r 0 * m) with ((k - nth i r 0) * m) in b by ring.
rewrite Rabs_mult in b. now apply Rmult_le_reg_r with (Rabs m).
Qed.
