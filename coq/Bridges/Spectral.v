(* Eigenvalues of symmetric maps of R^n: the least one bounds the form, and the spectral theorem. *)
From Coq Require Import Reals Lra Psatz Lia List.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid Bridges.Derivative Bridges.Stationary Bridges.Finite.
Import ListNotations.
Open Scope R_scope.

Definition eigenpair {E : Euclid} (A : E
  -> E) (l : R) (v : E) : Prop := v <> zero /\ A v = scal l v.

Lemma components_are_shorter n (a : R) (u : Rn n) :
  Rabs a <= norm ((a, u) : Rn (S n)) /\ norm u <= norm ((a, u) : Rn (S n)).
Proof.
assert (sq : norm ((a, u) : Rn (S n)) ^ 2 = a ^ 2 + norm u ^ 2) by (rewrite !norm_sqr; cbn; ring).
split; apply square_le; try apply norm_pos; rewrite ?pow2_abs; nra.
Qed.

(* Linear maps of R^n into any space are bounded. *)
Lemma bounded_linear n (F : Euclid) (A : Rn n -> F) : linear A
  -> exists K, 0 <= K /\ bounded_by A K.
Proof.
revert A. induction n as [ | n IH]; intros A [p s].
- exists (norm (A (1 : R1))). split; [apply norm_pos | ]. intro x.
  assert (e : A x = scal (x : R) (A (1 : R1))).
  { rewrite <- s. f_equal. symmetry. exact (Rmult_1_r x). }
  rewrite e, norm_scal. apply Req_le. rewrite Rmult_comm. f_equal.
  unfold norm; cbn. symmetry. exact (sqrt_Rsqr_abs x).
- set (right := fun u : Rn n => (0, u) : Rn (S n)).
  set (one := ((1, zero) : prod_ModuleSpace R_Ring R1 (Rn n)) : Rn (S n)).
  destruct (IH (fun u => A (right u))) as [K [K0 hK]].
  { split; intros.
    - change (A (right (plus x y)) = plus (A (right x)) (A (right y))).
      rewrite <- p. f_equal. exact (right_plus (Rn n) x y).
    - change (A (right (scal a x)) = scal a (A (right x))).
      rewrite <- s. f_equal. exact (right_scal (Rn n) a x). }
  pose proof (norm_pos (A one)). exists (norm (A one) + K). split; [lra | ]. intros [a u].
  assert (e : A (a, u) = plus (scal (a : R) (A one)) (A (right u))).
  { rewrite <- s, <- p. f_equal. exact (pair_split (Rn n) a u). }
  rewrite e. apply Rle_trans with (1 := norm_triangle _ _). rewrite norm_scal.
  pose proof (norm_pos u). pose proof (norm_pos ((a, u) : Rn (S n))).
  destruct (components_are_shorter n a u) as [la lu].
  set (w := norm ((a, u) : Rn (S n))) in *. change (Rabs a <= w) in la. change (norm u <= w) in lu.
  specialize (hK u). cbn beta in hK. nra.
Qed.

(* Fewer vectors than the dimension are orthogonal to some vector but 0. *)
Lemma orthogonal_vector n (l : list (Rn n)) : (length l <= n)%nat ->
  exists u, u <> zero /\ forall e, In e l -> dot e u = 0.
Proof.
revert l. induction n as [ | n IH]; intros l len.
- destruct l; [ | cbn in len; lia]. exists (1 : R1). split; [exact R1_neq_R0 | contradiction].
- assert (pivot : (forall e, In e l -> fst e = 0) \/ exists e, In e l /\ fst e <> 0).
  { clear len. induction l as [ | e l Il]; [left; contradiction | ].
    destruct (Req_EM_T (fst e) 0) as [z | nz].
    - destruct Il as [h | [k [i h]]].
      + left. intros k [<- | i]; auto.
      + right. exists k. split; [now right | exact h].
    - right. exists e. split; [now left | exact nz]. }
  destruct pivot as [z | [[a w] [i nz]]].
  + exists ((1, zero) : prod_ModuleSpace R_Ring R1 (Rn n)). split.
    * intro h. exact (R1_neq_R0 (f_equal fst h)).
    * intros [b v] i. specialize (z _ i). cbn in z. cbn. rewrite z, dot_zero_r. ring.
  + cbn in nz. apply in_split in i. destruct i as [l1 [l2 ->]].
    set (reduce := fun e : Rn (S n) => minus (snd e) (scal (fst e / a) w) : Rn n).
    destruct (IH (map reduce (l1 ++ l2))) as [u [n0 h]].
    { rewrite map_length, app_length. rewrite app_length in len. cbn [length] in len. lia. }
    exists ((- dot w u / a, u) : Rn (S n)). split.
    * intro z. apply n0. exact (f_equal snd z).
    * intros e i.
      assert (c : e = (a, w) \/ In e (l1 ++ l2)).
      { apply in_app_or in i. destruct i as [i | [i | i]]; auto using in_or_app. }
      destruct c as [-> | c].
      { cbn. field. exact nz. }
      specialize (h _ (in_map reduce _ _ c)). unfold reduce in h.
      rewrite dot_minus, (dot_scal (Rn n)) in h. destruct e as [b v]. cbn in *.
      replace (b * (- dot w u / a) + dot v u) with (dot v u - b / a * dot w u) by (field; exact nz).
      exact h.
Qed.

Lemma dot_all {E : Euclid} (x : E) : dot x x = 0 -> x = zero.
Proof. apply (dot_zero E). Qed.

(* The least eigenvalue, by the infimum of the form: it is attained since otherwise A minus it
   would have a positive lower bound. *)
Theorem least_eigenvalue n (A : Rn n -> Rn n) : linear A -> symmetric A ->
  exists m v, eigenpair A m v /\ forall x, m * dot x x <= dot (A x) x.
Proof.
intros lin sym. destruct (bounded_linear n (Rn n) A lin) as [K [K0 bK]].
assert (low : forall x, - K * dot x x <= dot (A x) x).
{ intro x. pose proof (cauchy_schwarz_abs (A x) x) as c. apply Rabs_le_between in c.
  specialize (bK x). pose proof (norm_pos x). rewrite <- norm_sqr.
  assert (norm (A x) * norm x <= K * norm x * norm x) by (apply Rmult_le_compat_r; auto). nra. }
set (S := fun m => forall x, m * dot x x <= dot (A x) x).
destruct (orthogonal_vector n []) as [u [u0 _]]; [cbn; lia | ].
pose proof (positive_square u u0) as pu.
destruct (completeness S) as [m [up least]].
{ exists (dot (A u) u / dot u u). intros m h. specialize (h u).
  apply Rmult_le_reg_r with (dot u u); [exact pu | ].
  unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra. }
{ exists (- K). exact low. }
assert (sm : forall x, m * dot x x <= dot (A x) x).
{ intro x. destruct (Rle_lt_or_eq_dec _ _ (dot_pos (Rn n) x)) as [p | z].
  - assert (m <= dot (A x) x / dot x x) as c.
    { apply least. intros k h. specialize (h x).
      apply Rmult_le_reg_r with (dot x x); [exact p | ].
      unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra. }
    apply Rmult_le_compat_r with (r := dot x x) in c; [ | lra].
    unfold Rdiv in c. rewrite Rmult_assoc, Rinv_l in c by lra. lra.
  - rewrite (dot_all x (eq_sym z)), dot_zero_r, dot_zero_r. lra. }
set (B := fun x : Rn n => minus (A x) (scal m x)).
assert (value : forall x y, dot (B x) y = dot (A x) y - m * dot x y).
{ intros x y. unfold B. now rewrite dot_minus, (dot_scal (Rn n)). }
assert (bB : bilinear (fun x y => dot (B x) y)).
{ split; [ | split]; intros.
  - rewrite !value, (proj1 lin), !(dot_plus (Rn n)). ring.
  - rewrite !value, (proj2 lin), !(dot_scal (Rn n)). ring.
  - rewrite !value, sym, (dot_sym (Rn n) x (A y)), (dot_sym (Rn n) x y). ring. }
destruct (finite_Rn n) as [_ dich]. destruct (dich _ bB) as [[k [k0 hk]] | [v [v0 hv]]].
- exfalso. assert (m + k <= m); [ | lra]. apply up. intro x. specialize (hk x).
  rewrite value in hk. lra.
- exists m, v. split; [split; [exact v0 | ] | exact sm].
  assert (w0 : B v = zero).
  { apply dot_all. set (w := B v). apply Rle_antisym; [ | apply (dot_pos (Rn n))].
    apply Rnot_lt_le. intro pw. destruct bB as [bp [bs by_]].
    set (c := Rabs (dot (B w) w) + 1). pose proof (Rle_abs (dot (B w) w)).
    assert (c0 : 0 < c) by (unfold c; pose proof (Rabs_pos (dot (B w) w)); lra).
    set (t := - (dot w w / c)).
    assert (pos : 0 <= dot (B (plus v (scal t w))) (plus v (scal t w))).
    { rewrite value. specialize (sm (plus v (scal t w))). lra. }
    rewrite bp, bs, !dot_plus_r, !dot_scal_r, (by_ w v) in pos. fold w in pos.
    assert (tc : t * c = - dot w w) by (unfold t; field; lra).
    assert (tn : t < 0) by (unfold t; assert (0 < dot w w / c) by (apply Rdiv_lt_0_compat; auto);
      lra).
    assert (q : t * (t * dot (B w) w) <= t * (t * c)).
    { assert (0 <= t * t) by nra. rewrite <- !Rmult_assoc.
      apply Rmult_le_compat_l; [auto | unfold c; lra]. }
    cbn beta in hv, pos. fold w in hv. assert (t * dot w w < 0) by nra. rewrite tc in q. lra. }
  unfold B in w0. apply (f_equal (fun z => plus z (scal m v))) in w0. unfold minus in w0.
  rewrite <- plus_assoc, plus_opp_l, plus_zero_r, plus_zero_l in w0. exact w0.
Qed.

Lemma eigenvalue_of_form {E : Euclid} (A : E -> E) l v : eigenpair A l v
  -> dot (A v) v = l * dot v v.
Proof. intros [_ e]. now rewrite e, (dot_scal E). Qed.

Lemma opp_linear {E : Euclid} (A : E -> E) : linear A -> linear (fun x => opp (A x)).
Proof.
intros [p s]. split; intros.
- rewrite p. apply opp_plus.
- rewrite s. symmetry. exact (@scal_opp_r R_Ring E a (A x)).
Qed.

(* Fact `rayleigh-quotient`. Source: Horn & Johnson (2013), Theorem 4.2.2. *)
Theorem rayleigh_quotient n (A : Rn n -> Rn n) : linear A -> symmetric A ->
  (forall m, (forall l v, eigenpair A l v -> m <= l) -> forall v, m * norm v ^ 2 <= dot (A v) v) /\
  (forall M, (forall l v, eigenpair A l v -> l <= M) -> forall v, dot (A v) v <= M * norm v ^ 2) /\
  (forall l v, eigenpair A l v -> norm v = 1 -> dot (A v) v = l).
Proof.
intros lin sym. split; [ | split].
- intros m h v. destruct (least_eigenvalue n A lin sym) as [k [u [e low]]].
  specialize (h k u e). specialize (low v). rewrite norm_sqr. pose proof (dot_pos (Rn n) v). nra.
- intros M h v. destruct (least_eigenvalue n (fun x => opp (A x))) as [k [u [[u0 e] low]]].
  + apply opp_linear, lin.
  + intros x y. rewrite dot_opp, dot_opp_r. f_equal. apply sym.
  + specialize (low v). rewrite dot_opp in low. rewrite norm_sqr. pose proof (dot_pos (Rn n) v).
    assert (- k <= M).
    { apply (h (- k) u). split; [exact u0 | ].
      rewrite <- (opp_opp (A u)), e. symmetry. exact (@scal_opp_l R_Ring (Rn n) k u). }
    nra.
- intros l v e one. rewrite (eigenvalue_of_form A l v e), <- norm_sqr, one. ring.
Qed.

Section Deflation.
Context {n : nat} (A : Rn n -> Rn n) (lin : linear A) (sym : symmetric A).

Fixpoint deflated (c : R) (l : list (R * Rn n)) (v : Rn n) : Rn n :=
  match l with
  | [] => A v
  | (_, e) :: l => plus (deflated c l v) (scal (c * dot e v) e)
  end.

Lemma deflated_linear c l : linear (deflated c l).
Proof.
induction l as [ | [k e] l [p s]]; [exact lin | ]. split; intros; cbn.
- rewrite p, dot_plus_r, Rmult_plus_distr_l.
  rewrite (@scal_distr_r R_Ring (Rn n) (c * dot e x) (c * dot e y) e : scal (c * dot e x + c * dot
    e y) e = _).
  rewrite <- !plus_assoc. f_equal. rewrite !plus_assoc. f_equal. apply plus_comm.
- rewrite s, dot_scal_r, (@scal_distr_l R_Ring (Rn n)). f_equal.
  rewrite (@scal_assoc R_Ring (Rn n)). f_equal. unfold mult; cbn. ring.
Qed.

Lemma deflated_symmetric c l : symmetric (deflated c l).
Proof.
induction l as [ | [k e] l h]; [exact sym | ]. intros x y. cbn.
rewrite (dot_plus (Rn n)), dot_plus_r, (dot_scal (Rn n)), dot_scal_r, h, (dot_sym (Rn n) x e). ring.
Qed.

Lemma deflated_orthogonal c l v : (forall k e, In (k, e) l -> dot e v = 0) -> deflated c l v = A v.
Proof.
induction l as [ | [k e] l IH]; intro h; [reflexivity | ]. cbn.
rewrite (h k e (or_introl eq_refl)), Rmult_0_r, IH by (intros k' e' i; apply (h k' e'); now right).
rewrite (@scal_zero_l R_Ring (Rn n) e : scal 0 e = zero). apply plus_zero_r.
Qed.

(* Orthonormal eigenvectors, with their eigenvalues. *)
Fixpoint orthonormal (l : list (R * Rn n)) : Prop :=
  match l with
  | [] => True
  | (k, e) :: l => A e = scal k e /\ norm e = 1 /\ (forall k' e', In (k', e') l
    -> dot e e' = 0) /\ orthonormal l
  end.

Lemma orthonormal_eigen l k e : orthonormal l -> In (k, e) l -> A e = scal k e /\ norm e = 1.
Proof.
induction l as [ | [k0 e0] l IH]; [contradiction | ]. intros [a [b [_ o]]] [i | i]; [ | auto].
injection i as -> ->. auto.
Qed.

Lemma deflated_eigen c l k e : orthonormal l -> In (k, e) l -> deflated c l e = scal (k + c) e.
Proof.
induction l as [ | [k0 e0] l IH]; [contradiction | ]. intros [a [b [o r]]] [i | i].
- injection i as -> ->. cbn. rewrite (deflated_orthogonal c l e).
  + rewrite a, <- (norm_sqr e), b. replace (c * 1 ^ 2) with c by ring.
    symmetry. exact (@scal_distr_r R_Ring (Rn n) k c e).
  + intros k' e' i. rewrite (dot_sym (Rn n)). exact (o k' e' i).
- cbn. rewrite (IH r i), (o k e i), Rmult_0_r.
  rewrite (@scal_zero_l R_Ring (Rn n) e0 : scal 0 e0 = zero). apply plus_zero_r.
Qed.
End Deflation.

(* Fact `spectral-theorem`: R^(n+1) has an orthonormal basis of eigenvectors. Source: Horn &
   Johnson (2013), Theorem 2.5.6. *)
Lemma some_eigenvectors n (A : Rn n -> Rn n) : linear A -> symmetric A
  -> forall k, (k <= S n)%nat ->
  exists l, length l = k /\ orthonormal A l.
Proof.
intros lin sym. destruct (bounded_linear n (Rn n) A lin) as [K [K0 bK]].
assert (form : forall x, Rabs (dot (A x) x) <= K * dot x x).
{ intro x. apply Rle_trans with (1 := cauchy_schwarz_abs (A x) x). rewrite <- norm_sqr.
  replace (K * norm x ^ 2) with (K * norm x * norm x) by ring.
  apply Rmult_le_compat_r; [apply norm_pos | apply bK]. }
induction k as [ | k IH]; intro kn; [exists []; now split | ].
destruct IH as [l [len o]]; [lia | ].
destruct (orthogonal_vector n (map snd l)) as [u [u0 hu]]; [rewrite map_length; lia | ].
set (c := 2 * K + 1). set (D := deflated A c l).
destruct (least_eigenvalue n D (deflated_linear A lin c l) (deflated_symmetric A sym c l))
  as [m [x [[x0 e] low]]].
assert (orth : forall j d, In (j, d) l -> dot d u = 0) by (intros j d i; apply hu;
  exact (in_map snd _ _ i)).
assert (mK : m <= K).
{ specialize (low u). unfold D in low. rewrite (deflated_orthogonal A c l u orth) in low.
  pose proof (positive_square u u0). specialize (form u). apply Rabs_le_between in form. nra. }
assert (perp : forall j d, In (j, d) l -> dot d x = 0).
{ intros j d i. destruct (orthonormal_eigen A l j d o i) as [ad nd].
  assert (dd : D d = scal (j + c) d).
  { unfold D. exact (deflated_eigen A c l j d o i). }
  assert (jK : - K <= j).
  { specialize (form d). rewrite ad, (dot_scal (Rn n)), <- norm_sqr, nd in form.
    apply Rabs_le_between in form. lra. }
  pose proof (deflated_symmetric A sym c l d x) as y. fold D in y.
  rewrite dd, e, (dot_scal (Rn n)), dot_scal_r in y. unfold c in y.
  assert ((j + (2 * K + 1) - m) * dot d x = 0) as z by lra.
  apply Rmult_integral in z. destruct z; [lra | assumption]. }
assert (n0 : 0 < norm x) by (apply sqrt_lt_R0, positive_square, x0).
exists ((m, scal (/ norm x) x) :: l). split; [cbn; now rewrite len | ]. cbn. repeat split.
- unfold D in e. rewrite (deflated_orthogonal A c l x perp) in e.
  rewrite (proj2 lin), e, !(@scal_assoc R_Ring (Rn n)). f_equal. unfold mult; cbn. apply Rmult_comm.
- rewrite norm_scal, Rabs_pos_eq by (apply Rlt_le, Rinv_0_lt_compat, n0). apply Rinv_l. lra.
- intros j d i. rewrite (dot_scal (Rn n)), (dot_sym (Rn n)), (perp j d i). ring.
- exact o.
Qed.

Theorem spectral_theorem n (A : Rn n -> Rn n) : linear A -> symmetric A ->
  exists l, length l = S n /\ orthonormal A l.
Proof. intros lin sym. now apply some_eigenvectors. Qed.
