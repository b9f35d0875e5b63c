(* Orthonormal families: Bessel's inequality, dimension of subspaces of R^n, rank and nullity. The
   dimension of a subspace is the length of an orthonormal basis; Bessel's inequality shows that
   all have the same. *)
From Coq Require Import Reals Lra Psatz Lia List.
From Coq Require Classical_Prop Classical_Pred_Type.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid Bridges.Stationary Bridges.Finite Bridges.Spectral.
Import ListNotations.
Open Scope R_scope.

Section Families.
Context {E : Euclid}.
Implicit Types (x y z e : E) (l b c : list E).

Fixpoint orthonormal_family l : Prop :=
  match l with
  | [] => True
  | e :: l => norm e = 1 /\ (forall e', In e' l -> dot e e' = 0) /\ orthonormal_family l
  end.

(* The sum of the squared products with the vectors of a family, and of their multiples. *)
Fixpoint squares l x : R := match l with [] => 0 | e :: l => dot e x ^ 2 + squares l x end.
Fixpoint projection l x : E :=
  match l with [] => zero | e :: l => plus (scal (dot e x) e) (projection l x) end.

Lemma scal_0 x : scal 0 x = zero.
Proof. exact (@scal_zero_l R_Ring E x). Qed.

Lemma scal_1 x : scal 1 x = x.
Proof. exact (@scal_one R_Ring E x). Qed.

Lemma squares_nonnegative l x : 0 <= squares l x.
Proof. induction l as [ | e l IH]; cbn [squares]; [lra | ]. pose proof (pow2_ge_0 (dot e x)).
  lra. Qed.

Lemma dot_projection l x z : dot (projection l x) z = dot (projection l z) x.
Proof.
induction l as [ | e l IH]; cbn [projection]; [now rewrite !dot_zero_l | ].
rewrite !(dot_plus E), !(dot_scal E), IH. ring.
Qed.

Lemma projection_orthogonal l x : (forall e, In e l -> dot e x = 0) -> projection l x = zero.
Proof.
induction l as [ | e l IH]; intro h; cbn [projection]; [reflexivity | ].
rewrite (h e (or_introl eq_refl)), IH by (intros; apply h; now right).
rewrite plus_zero_r. apply scal_0.
Qed.

Lemma projection_keeps l x e : orthonormal_family l -> In e l -> dot e (projection l x) = dot e x.
Proof.
induction l as [ | k l IH]; intros o i; [contradiction | ]. destruct o as [n [h o]].
cbn [projection]. rewrite dot_plus_r, dot_scal_r. destruct i as [-> | i].
- rewrite <- norm_sqr, n.
  assert (z : dot e (projection l x) = 0).
  { rewrite (dot_sym E), dot_projection, projection_orthogonal, dot_zero_l; [reflexivity | ].
    intros e' i. rewrite (dot_sym E). auto. }
  rewrite z. ring.
- rewrite (IH o i), (dot_sym E e k), (h e i). ring.
Qed.

Lemma projection_of_member l e : orthonormal_family l -> In e l -> projection l e = e.
Proof.
induction l as [ | k l IH]; intros o i; [contradiction | ]. destruct o as [n [h o]].
cbn [projection]. destruct i as [-> | i].
- rewrite <- norm_sqr, n, projection_orthogonal, plus_zero_r.
  + replace (1 ^ 2) with 1 by ring. apply scal_1.
  + intros e' i. rewrite (dot_sym E). auto.
- rewrite (IH o i), (h e i). rewrite scal_0. apply plus_zero_l.
Qed.

Lemma rest_is_orthogonal l x e : orthonormal_family l -> In e l ->
  dot e (minus x (projection l x)) = 0.
Proof. intros o i. rewrite dot_minus_r, projection_keeps by assumption. ring. Qed.

Lemma dot_projection_self l x : dot (projection l x) x = squares l x.
Proof.
induction l as [ | e l IH]; cbn [projection squares]; [apply dot_zero_l | ].
rewrite (dot_plus E), (dot_scal E), IH. ring.
Qed.

Lemma projection_twice l x : orthonormal_family l ->
  dot (projection l x) (projection l x) = squares l x.
Proof.
intro o. assert (z : dot (projection l x) (minus x (projection l x)) = 0).
{ rewrite dot_projection, projection_orthogonal, dot_zero_l; [reflexivity | ].
  intros e i. now apply rest_is_orthogonal. }
rewrite dot_minus_r, dot_projection_self in z. lra.
Qed.

(* Bessel's inequality for a family. *)
Lemma bessel l x : orthonormal_family l -> squares l x <= dot x x.
Proof.
intro o. pose proof (dot_pos E (minus x (projection l x))) as p.
rewrite dot_minus, !dot_minus_r, (projection_twice l x o), (dot_sym E x (projection l x)),
  dot_projection_self in p. lra.
Qed.

(* Sums over two families in either order. *)
Fixpoint total (F : E -> R) l : R := match l with [] => 0 | e :: l => F e + total F l end.

Lemma total_le (F K : E -> R) l : (forall e, In e l -> F e <= K e) -> total F l <= total K l.
Proof.
induction l as [ | e l IH]; intro h; cbn [total]; [lra | ].
pose proof (h e (or_introl eq_refl)). pose proof (IH (fun e' i => h e' (or_intror i))). lra.
Qed.

Lemma total_plus (F K : E -> R) l : total (fun e => F e + K e) l = total F l + total K l.
Proof. induction l as [ | e l IH]; cbn [total]; [ring | rewrite IH; ring]. Qed.

Lemma total_one l : total (fun _ => 1) l = INR (length l).
Proof. induction l as [ | e l IH]; [reflexivity | ]. cbn [total length]. rewrite IH, S_INR.
  ring. Qed.

Lemma total_squares b c : total (squares b) c = total (squares c) b.
Proof.
induction b as [ | e b IH]; cbn [total squares].
- induction c as [ | k c IH]; cbn [total squares]; [reflexivity | rewrite IH; ring].
- rewrite <- IH, total_plus. f_equal. clear IH.
  induction c as [ | k c IH]; cbn [total squares]; [reflexivity | ].
  rewrite IH, (dot_sym E k e). reflexivity.
Qed.

Lemma norm_of_member l e : orthonormal_family l -> In e l -> dot e e = 1.
Proof.
induction l as [ | k l IH]; intros o i; [contradiction | ]. destruct o as [n [_ o]].
destruct i as [-> | i]; [ | auto]. rewrite <- norm_sqr, n. ring.
Qed.

Lemma total_of_family b c : orthonormal_family b -> orthonormal_family c ->
  total (squares b) c <= INR (length b).
Proof.
intros ob oc. rewrite total_squares, <- total_one. apply total_le. intros e i.
rewrite <- (norm_of_member b e ob i). now apply bessel.
Qed.

(* Subspaces, and bases of them. *)
Definition subspace (W : E -> Prop) : Prop :=
  W zero /\ (forall x y, W x -> W y -> W (plus x y)) /\ (forall a x, W x -> W (scal a x)).

Definition dimension (W : E -> Prop) (d : nat) : Prop :=
  exists b, orthonormal_family b /\ length b = d /\ forall x, W x <-> x = projection b x.

(* P x is in W, and x - P x is orthogonal to W. *)
Definition orthogonal_projection (P : E -> E) (W : E -> Prop) : Prop :=
  forall x, W (P x) /\ forall w, W w -> dot (minus x (P x)) w = 0.

Lemma projection_in_subspace W l x : subspace W -> (forall e, In e l -> W e) -> W (projection l x).
Proof.
intros [z [p s]] h. induction l as [ | e l IH]; cbn [projection]; [exact z | ].
apply p; [apply s, h; now left | apply IH; intros; apply h; now right].
Qed.

Lemma projection_is_projection b x y : orthonormal_family b -> (y = projection b y) ->
  (forall w, w = projection b w -> dot (minus x y) w = 0) -> y = projection b x.
Proof.
intros o fix_y rest.
assert (e : projection b (minus x y) = zero).
{ apply projection_orthogonal. intros e i. rewrite (dot_sym E). apply rest.
  symmetry. now apply projection_of_member. }
apply dot_minus_zero. intro z. rewrite fix_y, dot_projection, (dot_projection b x).
assert (q : dot (projection b z) (minus x y) = 0).
{ rewrite dot_projection, e. apply dot_zero_l. }
rewrite dot_minus_r in q. lra.
Qed.
End Families.

(* Fact `bessel-inequality`. Source: Axler (2024), 6.26. *)
Theorem bessel_inequality {E : Euclid} (u : list E) : orthonormal_family u ->
  (forall x, squares u x <= norm x ^ 2) /\
  forall (W : E -> Prop) (r : nat) (P : E -> E), dimension W r -> orthogonal_projection P W ->
    (forall e, In e u -> 0 <= norm (P e) ^ 2 <= 1) /\
    total (fun e => norm (P e) ^ 2) u <= INR r.
Proof.
intro o. split; [intro x; rewrite norm_sqr; now apply bessel | ].
intros W r P [b [ob [len basis]]] proj.
assert (same : forall x, P x = projection b x).
{ intro x. destruct (proj x) as [inside rest]. apply projection_is_projection; [exact ob | | ].
  - now apply basis.
  - intros w fixed. now apply rest, basis. }
assert (sq : forall x, norm (P x) ^ 2 = squares b x).
{ intro x. rewrite norm_sqr, same. now apply projection_twice. }
split.
- intros e i. rewrite sq. split; [apply squares_nonnegative | ].
  rewrite <- (norm_of_member u e o i). now apply bessel.
- rewrite <- len. apply Rle_trans with (total (squares b) u).
  + apply total_le. intros e _. rewrite sq. lra.
  + now apply total_of_family.
Qed.

(* All orthonormal bases of a subspace have the same length. *)
Lemma dimension_is_unique {E : Euclid} (W : E -> Prop) (p q : nat) :
  dimension W p -> dimension W q -> p = q.
Proof.
assert (le : forall b c : list E, orthonormal_family b -> orthonormal_family c ->
  (forall x, W x <-> x = projection b x) -> (forall x, W x <-> x = projection c x) ->
  (length c <= length b)%nat).
{ intros b c ob oc hb hc. apply INR_le. apply Rle_trans with (2 := total_of_family b c ob oc).
  rewrite <- total_one. apply total_le. intros e i.
  assert (w : W e) by (apply hc; symmetry; now apply projection_of_member).
  apply hb in w. pose proof (projection_twice b e ob) as t. rewrite <- w in t.
  rewrite <- t, (norm_of_member c e oc i). lra. }
intros [b [ob [lb hb]]] [c [oc [lc hc]]].
pose proof (le b c ob oc hb hc). pose proof (le c b oc ob hc hb). lia.
Qed.

(* The unit vectors of R^n. *)
Lemma unit_vectors n : exists s : list (Rn n), length s = S n /\
  (forall e, In e s -> dot e e = 1) /\ forall x, dot x x = squares s x.
Proof.
induction n as [ | n [s [len [unit h]]]].
- exists [(1 : R1)]. repeat split.
  + intros e [<- | []]. cbn. ring.
  + intro x. cbn. ring.
- set (right := fun u : Rn n => (0, u) : Rn (S n)).
  exists (((1, zero) : prod_ModuleSpace R_Ring R1 (Rn n)) :: map right s). repeat split.
  + cbn [length]. now rewrite map_length, len.
  + intros e [<- | i].
    * cbn. rewrite dot_zero_l. ring.
    * apply in_map_iff in i. destruct i as [u [<- i]]. unfold right. cbn. rewrite (unit u i). ring.
  + intros [a u]. cbn [squares].
    assert (e : squares (map right s) ((a, u) : Rn (S n)) = squares s u).
    { clear. induction s as [ | k s IH]; cbn [map squares]; [reflexivity | ]. rewrite IH.
      f_equal. unfold right. cbn. ring. }
    rewrite e, <- h. cbn. rewrite dot_zero_l. ring.
Qed.

Lemma family_is_short n (l : list (Rn n)) : orthonormal_family l -> (length l <= S n)%nat.
Proof.
intro o. destruct (unit_vectors n) as [s [len [unit h]]]. rewrite <- len. apply INR_le.
rewrite <- !total_one. apply Rle_trans with (total (squares s) l).
- apply total_le. intros e i. rewrite <- h, (norm_of_member l e o i). lra.
- rewrite total_squares. apply total_le. intros e i. rewrite <- (unit e i). now apply bessel.
Qed.

(* An orthonormal family in a subspace is part of a basis. *)
Lemma extended n (W : Rn n -> Prop) : subspace W -> forall k l, (S n - length l <= k)%nat ->
  orthonormal_family l -> (forall e, In e l -> W e) ->
  exists c, orthonormal_family (c ++ l) /\ (forall e, In e (c ++ l) -> W e) /\
    forall x, W x -> x = projection (c ++ l) x.
Proof.
intros sub k. induction k as [ | k IH]; intros l small o inside.
- exists []. cbn [app]. split; [exact o | split; [exact inside | ]]. intros x w.
  apply Classical_Prop.NNPP. intro ne. set (d := minus x (projection l x)).
  assert (nz : d <> zero).
  { intro z. apply ne. transitivity (plus (projection l x) d);
      [symmetry; apply plus_minus_same | rewrite z; apply plus_zero_r]. }
  assert (pos : 0 < norm d) by (apply sqrt_lt_R0, positive_square, nz).
  assert (long : orthonormal_family (scal (/ norm d) d :: l)).
  { cbn [orthonormal_family]. split; [ | split; [ | exact o]].
    - rewrite norm_scal, Rabs_pos_eq by (apply Rlt_le, Rinv_0_lt_compat, pos). field. lra.
    - intros e i. rewrite (dot_scal (Rn n)), (dot_sym (Rn n)). unfold d.
      rewrite rest_is_orthogonal by assumption. ring. }
  pose proof (family_is_short n _ long) as s. cbn [length] in s. lia.
- destruct (Classical_Prop.classic (forall x, W x -> x = projection l x)) as [all | some].
  + exists []. cbn [app]. auto.
  + apply Classical_Pred_Type.not_all_ex_not in some. destruct some as [x some].
    apply Classical_Prop.imply_to_and in some. destruct some as [w ne].
    set (d := minus x (projection l x)).
    assert (nz : d <> zero).
    { intro z. apply ne. transitivity (plus (projection l x) d);
      [symmetry; apply plus_minus_same | rewrite z; apply plus_zero_r]. }
    assert (pos : 0 < norm d) by (apply sqrt_lt_R0, positive_square, nz).
    set (e := scal (/ norm d) d).
    assert (long : orthonormal_family (e :: l)).
    { cbn [orthonormal_family]. split; [ | split; [ | exact o]].
      - unfold e. rewrite norm_scal, Rabs_pos_eq by (apply Rlt_le, Rinv_0_lt_compat, pos).
        field. lra.
      - intros e' i. unfold e. rewrite (dot_scal (Rn n)), (dot_sym (Rn n)). unfold d.
        rewrite rest_is_orthogonal by assumption. ring. }
    assert (We : W e).
    { unfold e, d, minus. rewrite scal_opp. destruct sub as [z [p s]] eqn:q. apply s, p;
      [exact w | ].
      apply s. now apply projection_in_subspace. }
    destruct (IH (e :: l)) as [c [oc [wc all]]].
    * cbn [length]. lia.
    * exact long.
    * intros e' [<- | i]; auto.
    * exists (c ++ [e]). rewrite <- app_assoc. cbn [app]. auto.
Qed.

Lemma basis_of_subspace n (W : Rn n -> Prop) (b : list (Rn n)) : subspace W ->
  orthonormal_family b -> (forall e, In e b -> W e) -> (forall x, W x -> x = projection b x) ->
  dimension W (length b).
Proof.
intros sub o inside all. exists b. split; [exact o | split; [reflexivity | ]]. intro x.
split; [apply all | ]. intros ->. now apply projection_in_subspace.
Qed.

Lemma linear_multiples n (e : Rn n) : linear (fun c : Rn 0 => scal (c : R) e).
Proof.
split.
- intros x y. exact (@scal_distr_r R_Ring (Rn n) x y e).
- intros a x. symmetry. exact (@scal_assoc R_Ring (Rn n) a x e).
Qed.

(* One more coordinate, along e. *)
Lemma linear_extension n q (e : Rn n) (T : Rn q -> Rn n) : linear T ->
  linear (fun c : Rn (S q) => plus (scal (fst c : R) e) (T (snd c))).
Proof.
intro lin. split.
- intros [a u] [c v]. cbn. rewrite (proj1 lin). apply dot_minus_zero. intro z.
  rewrite !(dot_plus (Rn n)), !(dot_scal (Rn n)). unfold plus; cbn. ring.
- intros t [a u]. cbn. rewrite (proj2 lin). apply dot_minus_zero. intro z.
  rewrite !(dot_plus (Rn n)), !(dot_scal (Rn n)), !(dot_plus (Rn n)), !(dot_scal (Rn n)).
  unfold scal; cbn. unfold mult; cbn. ring.
Qed.

(* Coordinates: an orthonormal family of length q + 1 as an isometry from R^(q+1). *)
Lemma coordinates n q (b : list (Rn n)) : orthonormal_family b -> length b = S q ->
  exists T : Rn q -> Rn n, linear T /\ (forall c, dot (T c) (T c) = dot c c) /\
    (forall c, T c = projection b (T c)).
Proof.
revert b. induction q as [ | q IH]; intros b o len.
- destruct b as [ | e [ | ]]; try discriminate. exists (fun c : R1 => scal (c : R) e).
  destruct o as [one _]. split; [apply linear_multiples | split].
  + intro c. rewrite (dot_scal (Rn n)), dot_scal_r, <- norm_sqr, one. cbn. ring.
  + intro c. cbn [projection]. rewrite plus_zero_r, dot_scal_r, <- norm_sqr, one.
    now rewrite pow1, Rmult_1_r.
- destruct b as [ | e b]; [discriminate | ]. destruct o as [one [orth o]].
  destruct (IH b o ltac:(cbn in len; lia)) as [T [lin [iso fixed]]].
  assert (eT : forall u, dot e (T u) = 0).
  { intro u. rewrite fixed, (dot_sym (Rn n)), dot_projection, projection_orthogonal, dot_zero_l.
    - reflexivity.
    - intros e' i. rewrite (dot_sym (Rn n)). auto. }
  exists (fun p : Rn (S q) => plus (scal (fst p : R) e) (T (snd p))).
  split; [now apply linear_extension | split].
  + intros [a u]. cbn. rewrite (dot_plus (Rn n)), !dot_plus_r, !(dot_scal (Rn n)), !dot_scal_r,
      (dot_sym (Rn n) (T u) e), eT, iso, <- norm_sqr, one. ring.
  + intros [a u]. cbn [projection fst snd].
    assert (pb : projection b (plus (scal a e) (T u)) = T u).
    { rewrite (fixed u) at 2. apply dot_minus_zero. intro z.
      rewrite !(dot_projection b _ z), dot_plus_r, dot_scal_r.
      assert (q' : dot (projection b z) e = 0).
      { rewrite dot_projection, projection_orthogonal, dot_zero_l; [reflexivity | ].
        intros e' i. rewrite (dot_sym (Rn n)). auto. }
      rewrite q'. ring. }
    rewrite pb, dot_plus_r, dot_scal_r, eT, <- norm_sqr, one. now rewrite pow1, Rmult_1_r,
      Rplus_0_r.
Qed.

(* Every linear form is the product with a vector. *)
Lemma riesz n (f : Rn n -> R) : linear_form f -> exists r, forall x, f x = dot r x.
Proof.
revert f. induction n as [ | n IH]; intros f [p s].
- exists (f (1 : R1)). intro x. cbn. rewrite Rmult_comm. rewrite <- (s x 1). f_equal.
  symmetry. exact (Rmult_1_r x).
- set (right := fun u : Rn n => (0, u) : Rn (S n)).
  set (one := ((1, zero) : prod_ModuleSpace R_Ring R1 (Rn n)) : Rn (S n)).
  destruct (IH (fun u => f (right u))) as [r h].
  { split; intros.
    - rewrite <- p. f_equal. exact (right_plus (Rn n) x y).
    - rewrite <- s. f_equal. exact (right_scal (Rn n) a x). }
  exists ((f one, r) : Rn (S n)). intros [a u].
  assert (e : f (a, u) = a * f one + f (right u)).
  { rewrite <- s, <- p. f_equal. exact (pair_split (Rn n) a u). }
  rewrite e, h. cbn. ring.
Qed.

(* The span of an orthonormal family has a vector other than 0 whose image is orthogonal to fewer
   given vectors. *)
Lemma orthogonal_image n m (J : Rn n -> Rn m) (b : list (Rn n)) (a : list (Rn m)) : linear J ->
  orthonormal_family b -> (length a < length b)%nat ->
  exists x, x <> zero /\ x = projection b x /\ forall e, In e a -> dot e (J x) = 0.
Proof.
intros linJ o lt. destruct (length b) as [ | q] eqn:len; [lia | ].
destruct (coordinates n q b o len) as [T [lin [iso fixed]]].
assert (rows : forall l : list (Rn m), exists R, length R = length l /\
  forall c, (forall r, In r R -> dot r c = 0) -> forall e, In e l -> dot e (J (T c)) = 0).
{ induction l as [ | e l [R [lenR h]]]; [exists []; cbn; split; [reflexivity | contradiction] | ].
  destruct (riesz q (fun c => dot e (J (T c)))) as [r hr].
  { split; intros; rewrite ?(proj1 lin), ?(proj1 linJ), ?(proj2 lin), ?(proj2 linJ),
      ?dot_plus_r, ?dot_scal_r; reflexivity. }
  exists (r :: R). split; [cbn; now rewrite lenR | ]. intros c z e' [<- | i].
  - rewrite hr. apply z. now left.
  - apply (h c); [intros; apply z; now right | exact i]. }
destruct (rows a) as [R [lenR h]]. destruct (orthogonal_vector q R ltac:(lia)) as [c [nz z]].
exists (T c). split; [ | split; [apply fixed | exact (h c z)]].
intro e. apply nz, (dot_zero (Rn q)). rewrite <- iso, e. apply dot_zero_l.
Qed.

(* A linear map that is injective on a subspace does not lower its dimension. *)
Lemma injective_dimension n m (A : Rn n -> Rn m) (W : Rn n -> Prop) (V : Rn m -> Prop) p q :
  linear A -> dimension W p -> dimension V q -> (forall x, W x -> V (A x)) ->
  (forall x, W x -> A x = zero -> x = zero) -> (p <= q)%nat.
Proof.
intros lin [b [ob [lb hb]]] [y [oy [ly hy]]] into inj. apply Nat.nlt_ge. intro lt.
destruct (orthogonal_image n m A b y lin ob ltac:(lia)) as [x [nz [fixed z]]].
assert (w : W x) by (apply hb, fixed). apply nz, (inj _ w).
pose proof (proj1 (hy _) (into _ w)) as f. rewrite f. exact (projection_orthogonal y (A x) z).
Qed.

(* Preimages of the vectors of a family in the range, orthogonal to given vectors. *)
Lemma section_of n m (A : Rn n -> Rn m) (y : list (Rn m)) : linear A ->
  (forall e, In e y -> exists x, e = A x) ->
  exists B : Rn m -> Rn n, linear B /\ forall v, A (B v) = projection y v.
Proof.
intros [p s]. assert (A0 : A zero = zero).
{ rewrite <- (@scal_zero_l R_Ring (Rn n) zero), s. apply (@scal_zero_l R_Ring (Rn m)). }
induction y as [ | e y IH]; intro pre.
- exists (fun _ => zero). split; [split; intros | intro; exact A0].
  + symmetry. apply plus_zero_r.
  + symmetry. apply (@scal_zero_r R_Ring (Rn n)).
- destruct IH as [B [[pB sB] h]]; [intros; apply pre; now right | ].
  destruct (pre e (or_introl eq_refl)) as [x ->].
  exists (fun v => plus (scal (dot (A x) v) x) (B v)). split; [split | ].
  + intros u v. rewrite pB. apply dot_minus_zero. intro z.
    rewrite !(dot_plus (Rn n)), !(dot_scal (Rn n)), dot_plus_r. ring.
  + intros a u. rewrite sB. apply dot_minus_zero. intro z.
    rewrite !(dot_scal (Rn n)), !(dot_plus (Rn n)), !(dot_scal (Rn n)), dot_scal_r. ring.
  + intro v. rewrite p, s, h. reflexivity.
Qed.

Lemma range_is_subspace n m (A : Rn n -> Rn m) : linear A -> subspace (fun y => exists x, y = A x).
Proof.
intros [p s]. split; [ | split].
- exists zero. rewrite <- (@scal_zero_l R_Ring (Rn n) zero), s. symmetry.
  apply (@scal_zero_l R_Ring (Rn m)).
- intros x y [u ->] [v ->]. exists (plus u v). now rewrite p.
- intros a x [u ->]. exists (scal a u). now rewrite s.
Qed.

Lemma null_space_is_subspace n m (A : Rn n -> Rn m) : linear A -> subspace (fun x => A x = zero).
Proof.
intros [p s]. split; [ | split].
- rewrite <- (@scal_zero_l R_Ring (Rn n) zero), s. apply (@scal_zero_l R_Ring (Rn m)).
- intros x y hx hy. rewrite p, hx, hy. apply plus_zero_r.
- intros a x hx. rewrite s, hx. apply (@scal_zero_r R_Ring (Rn m)).
Qed.

Lemma all_is_subspace n : subspace (fun _ : Rn n => True).
Proof. repeat split. Qed.

Lemma space_has_dimension n (b : list (Rn n)) : orthonormal_family b ->
  (forall x, x = projection b x) -> length b = S n.
Proof.
intros o all. apply Nat.le_antisymm; [now apply family_is_short | ].
destruct (spectral_theorem n (fun x => x)) as [l [len on]].
- split; reflexivity.
- intros x y. reflexivity.
- assert (ol : orthonormal_family (map snd l)).
  { clear len. induction l as [ | [k e] l IH]; [exact I | ]. destruct on as [_ [one [orth on]]].
    cbn. split; [exact one | split; [ | now apply IH]]. intros e' i. apply in_map_iff in i.
    destruct i as [[k' e''] [<- i]]. exact (orth k' e'' i). }
  rewrite <- len, <- (map_length snd l). apply INR_le.
  apply Rle_trans with (2 := total_of_family b (map snd l) o ol).
  rewrite <- total_one. apply total_le. intros e i.
  pose proof (projection_twice b e o) as t. rewrite <- (all e) in t.
  rewrite <- t, (norm_of_member _ e ol i). lra.
Qed.

Lemma dimensions_add_up n m (A : Rn n -> Rn m) : linear A ->
  exists k r, dimension (fun x => A x = zero) k /\ dimension (fun y => exists x, y = A x) r /\
    (k + r = S n)%nat.
Proof.
intro lin. pose proof (null_space_is_subspace n m A lin) as subK.
pose proof (range_is_subspace n m A lin) as subR.
destruct (extended n _ subK (S n) [] ltac:(cbn; lia) I ltac:(contradiction)) as [K [oK [inK allK]]].
rewrite app_nil_r in *.
destruct (extended m _ subR (S m) [] ltac:(cbn; lia) I ltac:(contradiction)) as [y [oy [iny ally]]].
rewrite app_nil_r in *.
destruct (extended n _ (all_is_subspace n) (S n) K ltac:(lia) oK (fun _ _ => I))
  as [c [oc [_ allc]]].
pose proof (basis_of_subspace n _ K subK oK inK allK) as dimK.
pose proof (basis_of_subspace m _ y subR oy iny ally) as dimR.
exists (length K), (length y). split; [exact dimK | split; [exact dimR | ]].
assert (len : (length c + length K = S n)%nat).
{ rewrite <- app_length. apply space_has_dimension; auto. }
(* The orthogonal complement of the null space has the basis c. *)
set (W := fun x => forall e, In e K -> dot e x = 0).
assert (split_family : orthonormal_family c /\ forall e e', In e c -> In e' K -> dot e e' = 0).
{ clear - oc. induction c as [ | e c IH]; [split; [exact I | contradiction] | ].
  destruct oc as [one [orth oc]]. destruct (IH oc) as [h1 h2]. split.
  - split; [exact one | split; [ | exact h1]]. intros e' i. apply orth, in_or_app. now left.
  - intros k k' [<- | i] i'; [apply orth, in_or_app; now right | now apply h2]. }
destruct split_family as [occ across].
assert (sum_proj : forall x, projection (c ++ K) x = plus (projection c x) (projection K x)).
{ clear. intro x. induction c as [ | e c IH]; cbn [app projection].
  - symmetry. apply plus_zero_l.
  - rewrite IH. apply plus_assoc. }
assert (dimW : dimension W (length c)).
{ exists c. split; [exact occ | split; [reflexivity | ]]. intro x. split.
  - intro w. rewrite (allc x I) at 1. rewrite sum_proj, (projection_orthogonal K x w).
    apply plus_zero_r.
  - intros -> e i. rewrite (dot_sym (Rn n)), dot_projection, projection_orthogonal.
    + apply dot_zero_l.
    + intros e' i'. now apply across. }
assert (le1 : (length c <= length y)%nat).
{ apply (injective_dimension n m A W _ _ _ lin dimW dimR).
  - intros x _. now exists x.
  - intros x w z. rewrite (allK x z). now apply projection_orthogonal. }
assert (le2 : (length y <= length c)%nat).
{ destruct (section_of n m A y lin iny) as [B [linB h]].
  set (B' := fun v => minus (B v) (projection K (B v))).
  assert (AK : forall x, A (projection K x) = zero).
  { intro x. now apply (projection_in_subspace (fun x => A x = zero)). }
  assert (AB' : forall v, A (B' v) = projection y v).
  { intro v. unfold B', minus. rewrite (proj1 lin), scal_opp, (proj2 lin), AK, h.
    rewrite (@scal_zero_r R_Ring (Rn m)). apply plus_zero_r. }
  assert (linP : forall a u v,
    projection K (plus (scal a u) v) = plus (scal a (projection K u)) (projection K v)).
  { intros a u v. apply dot_minus_zero. intro z.
    rewrite dot_projection, dot_plus_r, dot_scal_r, (dot_plus (Rn n)), (dot_scal (Rn n)),
      (dot_projection K u), (dot_projection K v). reflexivity. }
  apply (injective_dimension m n B' _ W _ _) with (2 := dimR) (3 := dimW).
  - split; intros; unfold B'; apply dot_minus_zero; intro z.
    + rewrite (proj1 linB). pose proof (linP 1 (B x) (B y0)) as l.
      rewrite !scal_1 in l. rewrite l.
      rewrite !dot_minus, !(dot_plus (Rn n)), !dot_minus. ring.
    + rewrite (proj2 linB). pose proof (linP a (B x) zero) as l.
      rewrite plus_zero_r, (projection_orthogonal K zero) in l by (intros; apply dot_zero_r).
      rewrite plus_zero_r in l. rewrite l, !dot_minus, !(dot_scal (Rn n)), !dot_minus. ring.
  - intros v _ e i. unfold B'. now apply rest_is_orthogonal.
  - intros v r z. rewrite (ally v r), <- AB', z.
    rewrite <- (@scal_zero_l R_Ring (Rn n) zero), (proj2 lin). apply (@scal_zero_l R_Ring (Rn m)). }
lia.
Qed.

(* Fact `rank-nullity`. Source: Axler (2024), 3.21. *)
Theorem rank_nullity n m (A : Rn n -> Rn m) : linear A ->
  (exists k r, dimension (fun x => A x = zero) k /\ dimension (fun y => exists x, y = A x) r /\
    (k + r = S n)%nat) /\
  ((m < n)%nat -> exists v, v <> zero /\ A v = zero) /\
  (forall W k r, subspace W -> dimension W k -> (forall x, W x -> A x = zero -> x = zero) ->
    dimension (fun y => exists x, y = A x) r -> (k <= r)%nat) /\
  (dimension (fun y => exists x, y = A x) (S n) ->
    exists B : Rn m -> Rn n, linear B /\ forall x, B (A x) = x) /\
  (dimension (fun y => exists x, y = A x) (S m) ->
    exists B : Rn m -> Rn n, linear B /\ forall y, A (B y) = y).
Proof.
intro lin. destruct (dimensions_add_up n m A lin) as [k [r [dk [dr sum]]]].
assert (r_small : (r <= S m)%nat).
{ destruct dr as [y [oy [<- _]]]. now apply family_is_short. }
assert (fixed_preimages : forall y : list (Rn m), orthonormal_family y ->
  (forall v, (exists x, v = A x) <-> v = projection y v) -> forall e, In e y -> exists x, e = A x).
{ intros y oy hy e i. apply hy. symmetry. now apply projection_of_member. }
split; [now exists k, r | split; [ | split; [ | split]]].
- intro lt. destruct dk as [b [ob [lb hb]]]. destruct b as [ | e b]; [cbn in lb; lia | ].
  exists e. split.
  + intros ->. destruct ob as [one _]. rewrite norm_zero in one. lra.
  + apply hb. symmetry. apply projection_of_member; [exact ob | now left].
- intros W p q _ dW inj dq. apply (injective_dimension n m A W _ p q lin dW dq); [ | exact inj].
  intros x _. now exists x.
- intro full. assert (k = O) as -> by (pose proof (dimension_is_unique _ _ _ full dr); lia).
  destruct dk as [b [_ [lb hb]]]. destruct b; [ | discriminate].
  destruct dr as [y [oy [_ hy]]].
  destruct (section_of n m A y lin (fixed_preimages y oy hy)) as [B [linB h]].
  exists B. split; [exact linB | ]. intro x.
  assert (z : A (minus (B (A x)) x) = zero).
  { unfold minus. rewrite (proj1 lin), scal_opp, (proj2 lin), h.
    rewrite <- (proj1 (hy (A x)) (ex_intro _ x eq_refl)), <- scal_opp. apply plus_opp_r. }
  apply hb in z. cbn [projection] in z.
  rewrite <- (plus_minus_same x (B (A x))), z. apply plus_zero_r.
- intro full. destruct full as [y [oy [ly hy]]].
  destruct (section_of n m A y lin (fixed_preimages y oy hy)) as [B [linB h]].
  exists B. split; [exact linB | ]. intro v. rewrite h. symmetry.
  destruct (extended m _ (all_is_subspace m) (S m) y ltac:(lia) oy (fun _ _ => I))
    as [c [oc [_ all]]].
  assert (c = []) as ->; [ | exact (all v I)].
  pose proof (family_is_short m _ oc) as s. rewrite app_length in s. destruct c; [auto |
    cbn in s; lia].
Qed.

(* The adjoint, that is the transposed matrix. *)
Definition adjoint {E F : Euclid} (A : E -> F) (A' : F -> E) : Prop :=
  forall x y, dot (A x) y = dot x (A' y).

Lemma adjoint_exists n m (A : Rn n -> Rn m) : linear A -> exists A', linear A' /\ adjoint A A'.
Proof.
intros [p s].
destruct (extended n _ (all_is_subspace n) (S n) [] ltac:(cbn; lia) I (fun _ _ => I))
  as [b [_ [_ all]]]. rewrite app_nil_r in all.
assert (made : exists A' : Rn m -> Rn n, linear A' /\
  forall x y, dot (A (projection b x)) y = dot x (A' y)).
{ clear all. induction b as [ | e b [B [[pB sB] h]]].
  - exists (fun _ => zero). split; [split; intros | ].
    + symmetry. apply plus_zero_r.
    + symmetry. apply (@scal_zero_r R_Ring (Rn n)).
    + intros x y. cbn [projection]. rewrite <- (scal_0 zero), s, (dot_scal (Rn m)), dot_scal_r.
      ring.
  - exists (fun y => plus (scal (dot (A e) y) e) (B y)). split; [split; intros | ].
    + rewrite pB. apply dot_minus_zero. intro z.
      rewrite !(dot_plus (Rn n)), !(dot_scal (Rn n)), dot_plus_r. ring.
    + rewrite sB. apply dot_minus_zero. intro z.
      rewrite !(dot_scal (Rn n)), !(dot_plus (Rn n)), !(dot_scal (Rn n)), dot_scal_r. ring.
    + intros x y. cbn [projection]. rewrite p, s, (dot_plus (Rn m)), (dot_scal (Rn m)), h,
        dot_plus_r, dot_scal_r, (dot_sym (Rn n) x e). ring. }
destruct made as [A' [lin h]]. exists A'. split; [exact lin | ]. intros x y.
rewrite <- h, <- (all x I). reflexivity.
Qed.

(* Fact `normal-equations-are-solvable`, of the linear maps v -> Xv and v -> Yv, and v -> X'v.
   Source: Axler (2024), 6.70. *)
Theorem normal_equations_are_solvable n d m (X : Rn n -> Rn d) (Y : Rn n -> Rn m) :
  linear X -> linear Y ->
  (exists X', linear X' /\ adjoint X X') /\
  forall X', linear X' -> adjoint X X' ->
    exists W : Rn d -> Rn m, linear W /\ forall z, minus (W (X (X' z))) (Y (X' z)) = zero.
Proof.
intros linX linY. split; [now apply adjoint_exists | ]. intros X' linX' adj.
set (K := fun z => X (X' z)).
assert (linK : linear K).
{ split; intros; unfold K; now rewrite ?(proj1 linX'), ?(proj1 linX), ?(proj2 linX'),
  ?(proj2 linX). }
pose proof (range_is_subspace d d K linK) as subR.
destruct (extended d _ subR (S d) [] ltac:(cbn; lia) I ltac:(contradiction)) as [y [_ [iny all]]].
rewrite app_nil_r in *. destruct (section_of d d K y linK iny) as [B [linB h]].
exists (fun z => Y (X' (B z))). split.
- split; intros; now rewrite ?(proj1 linB), ?(proj1 linX'), ?(proj1 linY), ?(proj2 linB),
    ?(proj2 linX'), ?(proj2 linY).
- intro z. fold (K z).
  assert (k0 : K (minus (B (K z)) z) = zero).
  { unfold minus. rewrite (proj1 linK), scal_opp, (proj2 linK), h.
    rewrite <- (all (K z) (ex_intro _ z eq_refl)), <- scal_opp. apply plus_opp_r. }
  assert (x0 : X' (minus (B (K z)) z) = zero).
  { apply (dot_zero (Rn n)). set (w := minus (B (K z)) z) in *. rewrite <- adj. fold (K w).
    rewrite k0. apply dot_zero_l. }
  assert (e : X' (B (K z)) = X' z).
  { transitivity (plus (X' z) (X' (minus (B (K z)) z))).
    - rewrite <- (proj1 linX'). f_equal. symmetry. apply plus_minus_same.
    - rewrite x0. apply plus_zero_r. }
  rewrite e. apply plus_opp_r.
Qed.
