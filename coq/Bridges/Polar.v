(* The polar decomposition of a linear map of R^n into itself, and the trace of the product of two
   semidefinite ones. *)
From Coq Require Import Reals Lra Psatz Lia List.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid Bridges.Spectral Bridges.Dimension
  Bridges.SingularValues.
Import ListNotations.
Open Scope R_scope.

(* Q is linear and keeps inner products: on R^n an orthogonal matrix. *)
Definition orthogonal {E : Euclid} (Q : E -> E) : Prop :=
  linear Q /\ forall x y, dot (Q x) (Q y) = dot x y.

Definition semidefinite {E : Euclid} (A : E -> E) : Prop := forall v, 0 <= dot (A v) v.

(* The sum of the diagonal entries with respect to the vectors of a list. *)
Definition trace {E : Euclid} (A : E -> E) (b : list E) : R := total (fun e => dot (A e) e) b.

Section Carried.
Context {E : Euclid}.

(* The map that takes each vector of the first list to that of the second, and is 0 on what is
   orthogonal to the first. *)
Fixpoint carried (U V : list E) (x : E) : E :=
  match U, V with
  | u :: U, v :: V => plus (scal (dot u x) v) (carried U V x)
  | _, _ => zero end.

Lemma carried_linear U V : linear (carried U V).
Proof.
revert V. induction U as [ | u U IH]; intro V.
- split; intros; cbn; [symmetry; apply plus_zero_l | symmetry; exact (scal_zero_r a)].
- destruct V as [ | v V].
  + split; intros; cbn; [symmetry; apply plus_zero_l | symmetry; exact (scal_zero_r a)].
  + destruct (IH V) as [p s]. split; intros; cbn; apply dot_minus_zero; intro z.
    * rewrite p, !(dot_plus E), !(dot_scal E), dot_plus_r. ring.
    * rewrite s, !(dot_plus E), !(dot_scal E), (dot_plus E), (dot_scal E), dot_scal_r. ring.
Qed.

Lemma carried_orthogonal v U V x : (forall e, In e V -> dot v e = 0) -> dot v (carried U V x) = 0.
Proof.
revert V. induction U as [ | u U IH]; intros [ | w V] h; cbn; try apply dot_zero_r.
rewrite dot_plus_r, dot_scal_r, (h w (or_introl eq_refl)), IH by (intros e i; apply h; now right).
ring.
Qed.

Lemma carried_keeps U V x y : length U = length V -> orthonormal_family V ->
  dot (carried U V x) (carried U V y) = dot (projection U x) y.
Proof.
revert V. induction U as [ | u U IH]; intros [ | v V] len o; cbn in *; try discriminate.
- now rewrite !dot_zero_l.
- destruct o as [one [h o]].
  rewrite !(dot_plus E), !dot_plus_r, !(dot_scal E), !dot_scal_r.
  rewrite (carried_orthogonal v U V y h), (dot_sym E (carried U V x) v),
    (carried_orthogonal v U V x h), IH by (auto; lia).
  rewrite <- (norm_sqr v), one. ring.
Qed.
End Carried.

Section Polar.
Context {n : nat} (A : Rn n -> Rn n) (lin : linear A).

(* A moves each vector v_i to s_i u_i. *)
Fixpoint scaled (U : list (Rn n)) (s : list R) (x y : Rn n) : R :=
  match U, s with
  | u :: U, t :: s => t * dot u x * dot u y + scaled U s x y
  | _, _ => 0 end.

Lemma image_of_carried U V s x y : length U = length V -> length s = length V ->
  (forall i, (i < length V)%nat -> A (nth i V zero) = scal (nth i s 0) (nth i U zero)) ->
  dot (A (carried U V x)) y = scaled U s x y.
Proof.
revert V s. induction U as [ | u U IH]; intros [ | v V] [ | t s] lu ls h; cbn in *;
  try discriminate.
- replace (zero : Rn n) with (scal 0 zero : Rn n) by exact (scal_zero_r 0).
  rewrite (proj2 lin), (dot_scal (Rn n)). ring.
- pose proof (h O ltac:(lia)) as first. cbn in first.
  rewrite (proj1 lin), (proj2 lin), first, (dot_plus (Rn n)), !(dot_scal (Rn n)).
  rewrite (IH V s) by (try lia; intros i lt; apply (h (S i)); lia). ring.
Qed.

Lemma scaled_symmetric U s x y : scaled U s x y = scaled U s y x.
Proof.
revert s. induction U as [ | u U IH]; intros [ | t s]; cbn; try reflexivity. rewrite IH. ring.
Qed.

Lemma scaled_nonnegative U s x : (forall i, 0 <= nth i s 0) -> 0 <= scaled U s x x.
Proof.
revert s. induction U as [ | u U IH]; intros [ | t s] h; cbn; try lra.
pose proof (h O) as t0. cbn in t0. pose proof (IH s (fun i => h (S i))).
assert (0 <= t * dot u x * dot u x); [ | lra].
rewrite Rmult_assoc. apply Rmult_le_pos; [exact t0 | apply Rle_0_sqr].
Qed.

(* Fact `polar-decomposition`, with the theorem below. Source: Axler (2024), polar decomposition. *)
Theorem polar_decomposition : exists Q, orthogonal Q /\
  symmetric (fun x => A (Q x)) /\ semidefinite (fun x => A (Q x)).
Proof.
destruct (proj1 (singular_value_decomposition A lin)) as [V [U [s d]]].
destruct d as [[oV lV] [[oU lU] [ls [pos [_ maps]]]]].
rewrite Nat.min_id in ls.
assert (form : forall x y, dot (A (carried U V x)) y = scaled U s x y).
{ intros x y. apply image_of_carried.
  - exact (eq_trans lU (eq_sym lV)).
  - exact (eq_trans ls (eq_sym lV)).
  - intros i lt. apply maps, Nat.lt_succ_r. exact (eq_ind _ (fun k => (i < k)%nat) lt _ lV). }
exists (carried U V). split; [split; [apply carried_linear | ] | split].
- intros x y. rewrite carried_keeps by (auto; lia). now rewrite <- (full_family n U oU lU x).
- intros x y. cbn beta. rewrite form, (dot_sym (Rn n) x), form. apply scaled_symmetric.
- intro x. cbn beta. rewrite form. apply scaled_nonnegative, pos.
Qed.
End Polar.

Section Trace.
Context {n : nat}.

(* The sum of k <w, x> w over the pairs of k and w. *)
Fixpoint weighted (l : list (R * Rn n)) (x : Rn n) : Rn n :=
  match l with [] => zero | (k, w) :: l => plus (scal (k * dot w x) w) (weighted l x) end.

Lemma image_of_projection (S : Rn n -> Rn n) l x : linear S -> orthonormal S l ->
  S (projection (map snd l) x) = weighted l x.
Proof.
intro lin. induction l as [ | [k w] l IH]; intro o; cbn.
- replace (zero : Rn n) with (scal 0 zero : Rn n) at 1 by exact (scal_zero_r 0).
  rewrite (proj2 lin). exact (@scal_zero_l R_Ring (Rn n) (S zero)).
- destruct o as [eigen [_ [_ o]]]. rewrite (proj1 lin), (proj2 lin), eigen, (IH o).
  f_equal. rewrite (@scal_assoc R_Ring (Rn n)). f_equal. unfold mult; cbn. ring.
Qed.

Lemma eigenvectors_are_a_family (S : Rn n -> Rn n) l : orthonormal S l ->
  orthonormal_family (map snd l).
Proof.
induction l as [ | [k w] l IH]; [trivial | ]. intros [_ [one [h o]]]. cbn. split; [exact one | ].
split; [ | auto]. intros e i. apply in_map_iff in i. destruct i as [[j e'] [<- i]]. now apply (h j).
Qed.

Lemma parseval b (w x : Rn n) : orthonormal_family b -> length b = Datatypes.S n ->
  total (fun e => dot w e * dot x e) b = dot w x.
Proof.
intros o len. transitivity (dot (projection b w) x).
2: { f_equal. symmetry. now apply full_family. }
clear o len.
induction b as [ | e b IH]; cbn; [now rewrite dot_zero_l | ].
rewrite IH, (dot_plus (Rn n)), (dot_scal (Rn n)), (dot_sym (Rn n) e w), (dot_sym (Rn n) x e). ring.
Qed.

Lemma total_scaled (F : Rn n -> R) k b : total (fun e => k * F e) b = k * total F b.
Proof. induction b as [ | e b IH]; cbn; [ring | rewrite IH; ring]. Qed.

Lemma total_same (F K : Rn n -> R) b : (forall e, F e = K e) -> total F b = total K b.
Proof. intro h. induction b as [ | e b IH]; cbn; [reflexivity | now rewrite h, IH]. Qed.

(* The trace is taken with respect to an orthonormal basis, that of the coordinates for one. *)
Theorem trace_of_a_product_of_semidefinite_maps (P S : Rn n -> Rn n) (b : list (Rn n)) :
  linear P -> symmetric P -> semidefinite P -> linear S -> symmetric S -> semidefinite S ->
  orthonormal_family b -> length b = Datatypes.S n -> 0 <= trace (fun x => P (S x)) b.
Proof.
intros linP _ posP linS symS posS o len.
destruct (spectral_theorem n S linS symS) as [l [ll ol]].
assert (image : forall x, S x = weighted l x).
{ intro x. rewrite <- (image_of_projection S l x linS ol). f_equal.
  apply full_family; [now apply (eigenvectors_are_a_family S) | now rewrite map_length]. }
unfold trace. rewrite (total_same _ (fun e => dot (P (weighted l e)) e)) by (intro; now rewrite image).
assert (nonnegative : forall k w, In (k, w) l -> 0 <= k).
{ intros k w i. destruct (orthonormal_eigen S l k w ol i) as [e one]. pose proof (posS w) as p.
  rewrite e, (dot_scal (Rn n)), <- norm_sqr, one in p. lra. }
clear image ll ol.
induction l as [ | [k w] l IH].
- cbn. rewrite (total_same _ (fun _ => 0 * 1)), total_scaled; [lra | ]. intro e.
  replace (zero : Rn n) with (scal 0 zero : Rn n) at 1 by exact (scal_zero_r 0).
  rewrite (proj2 linP), (dot_scal (Rn n)). ring.
- cbn. rewrite (total_same _ (fun e => k * (dot w e * dot (P w) e) + dot (P (weighted l e)) e)).
  + rewrite total_plus, total_scaled, (parseval b w (P w) o len).
    pose proof (nonnegative k w (or_introl eq_refl)) as k0. pose proof (posP w) as p.
    rewrite (dot_sym (Rn n)) in p. pose proof (Rmult_le_pos _ _ k0 p).
    pose proof (IH (fun j v i => nonnegative j v (or_intror i))). lra.
  + intro e. rewrite (proj1 linP), (proj2 linP), (dot_plus (Rn n)), (dot_scal (Rn n)). ring.
Qed.
End Trace.
