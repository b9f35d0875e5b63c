(* |Ax - b|^2 with a linear map A of R^n to R^m: its gradient, and its data split into the part in
   the range of A and the part orthogonal to it. *)
From Coq Require Import Reals Lra Psatz Lia List.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid Bridges.Derivative Bridges.Spectral.
From Provenscape Require Import Bridges.Dimension Bridges.SingularValues.
Import ListNotations.
Open Scope R_scope.

Definition least_squares {n m} (A : Rn n -> Rn m) (b : Rn m) (x : Rn n) : R :=
  norm (minus (A x) b) ^ 2.

(* The least of the singular values that are not 0. *)
Definition least_singular_value {n m} (A : Rn n -> Rn m) (sigma : R) : Prop :=
  exists V U s, decomposition A V U s /\ In sigma s /\ sigma <> 0 /\
    forall t, In t s -> t <> 0 -> sigma <= t.

Lemma least_nonzero (s : list R) : (forall t, In t s -> t = 0) \/
  exists r, In r s /\ r <> 0 /\ forall t, In t s -> t <> 0 -> r <= t.
Proof.
induction s as [ | a s [zeros | [r [ir [hr low]]]]]; [left; intros t [] | | ].
- destruct (Req_EM_T a 0) as [z | z].
  + left. intros t [<- | i]; [exact z | now apply zeros].
  + right. exists a. split; [now left | split; [exact z | ]].
    intros t [<- | i] h; [lra | now destruct h; apply zeros].
- right. destruct (Req_EM_T a 0) as [z | z]; [ | destruct (Rle_lt_dec r a) as [le | gt]].
  + exists r. split; [now right | split; [exact hr | ]].
    intros t [<- | i] h; [contradiction | now apply low].
  + exists r. split; [now right | split; [exact hr | ]].
    intros t [<- | i] h; [exact le | now apply low].
  + exists a. split; [now left | split; [exact z | ]].
    intros t [<- | i] h; [lra | specialize (low t i h); lra].
Qed.

Section Map.
Context {n m : nat} (A : Rn n -> Rn m) (lin : linear A).

Lemma gradient_of_least_squares A' b x : adjoint A A' ->
  gradient_at (least_squares A b) x (scal 2 (A' (minus (A x) b))).
Proof.
intros adj e e0. destruct (bounded_linear n (Rn m) A lin) as [K [K0 B]].
set (c := K ^ 2 + 1). assert (c0 : 0 < c) by (unfold c; pose proof (pow2_ge_0 K); lra).
exists (e / c). split; [now apply Rdiv_lt_0_compat | ]. intros h hr.
assert (q : least_squares A b (plus x h) - least_squares A b x
  - dot (scal 2 (A' (minus (A x) b))) h = norm (A h) ^ 2).
{ unfold least_squares. rewrite (proj1 lin), (dot_scal (Rn n)), (dot_sym (Rn n) _ h), <- (adj h).
  rewrite !norm_sqr, !dot_minus, !dot_minus_r, !(dot_plus (Rn m)), !dot_plus_r,
    (dot_sym (Rn m) (A x) (A h)), (dot_sym (Rn m) b (A h)), (dot_sym (Rn m) b (A x)). ring. }
rewrite q, Rabs_pos_eq by apply pow2_ge_0. specialize (B h). pose proof (norm_pos h) as h0.
apply Rle_trans with ((K * norm h) ^ 2).
{ apply pow_incr. split; [apply norm_pos | exact B]. }
assert (small : norm h * c <= e).
{ apply Rlt_le in hr. apply (Rmult_le_compat_r c) in hr; [ | lra].
  replace (e / c * c) with e in hr by (field; lra). exact hr. }
apply Rle_trans with (norm h * c * norm h); [unfold c; nra | ].
apply Rmult_le_compat_r; assumption.
Qed.

(* b = A c + r with r orthogonal to the range. *)
Lemma data_split b : exists c r, b = plus (A c) r /\ forall x, dot (A x) r = 0.
Proof.
destruct (rank_nullity n m A lin) as [[_ [k [_ [[y [oy [_ basis]]] _]]]] _].
assert (inside : exists c, projection y b = A c).
{ apply (projection_in_subspace (fun z => exists x, z = A x)); [now apply range_is_subspace | ].
  intros e i. apply basis. symmetry. now apply projection_of_member. }
destruct inside as [c e]. exists c, (minus b (projection y b)). split.
- rewrite <- e. symmetry. apply plus_minus_same.
- intro x. rewrite (proj1 (basis (A x)) (ex_intro _ x eq_refl)), dot_projection.
  rewrite projection_orthogonal; [apply dot_zero_l | ].
  intros v i. now apply rest_is_orthogonal.
Qed.

(* |A' p| >= sigma |p| for p in the range of A, sigma being at most the least singular value. *)
Lemma adjoint_on_the_range A' sigma : adjoint A A' -> least_singular_value A sigma ->
  0 < sigma /\ forall w, sigma ^ 2 * norm (A w) ^ 2 <= norm (A' (A w)) ^ 2.
Proof.
intros adj [V [U [s [dec [i [nz least]]]]]].
assert (s0 : 0 < sigma).
{ destruct dec as [_ [_ [_ [pos _]]]]. destruct (In_nth s sigma 0 i) as [j [_ e]].
  specialize (pos j). rewrite e in pos. lra. }
split; [exact s0 | ]. intro w.
(* Those v_i whose image is not 0. *)
set (keep := fun e : Rn n => if Req_EM_T (dot (A e) (A e)) 0 then false else true).
assert (A0 : A zero = zero) by exact (M_zero A lin).
pose proof dec as [[oV lV] _].
assert (parts : forall V', orthonormal_family V' -> orthonormal_family (filter keep V') /\
  A (projection (filter keep V') w) = A (projection V' w)).
{ induction V' as [ | e V' IH]; cbn [filter]; [intros _; split; [exact I | reflexivity] | ].
  intros [one [across o]]. destruct (IH o) as [o' same]. destruct (keep e) eqn:kept; cbn [projection].
  - split; [ | rewrite !(proj1 lin), same; reflexivity]. split; [exact one | split; [ | exact o']].
    intros e' i'. apply across. now apply filter_In in i'.
  - split; [exact o' | ]. unfold keep in kept.
    destruct (Req_EM_T (dot (A e) (A e)) 0) as [z | z]; [ | discriminate].
    rewrite same, (proj1 lin), (proj2 lin), (dot_zero (Rn m) _ z).
    rewrite (@scal_zero_r R_Ring (Rn m)), plus_zero_l. reflexivity. }
destruct (parts V oV) as [oF same]. set (F := filter keep V) in *.
rewrite <- (full_family n V oV lV w) in same.
assert (im : pairs (fun x y => dot (A x) (A y) = 0) F).
{ pose proof (images_of_decomposition A V U s dec) as all. unfold F. clear - all.
  induction V as [ | e V IH]; cbn [filter]; [exact I | ]. destruct all as [h p].
  destruct (keep e); [ | now apply IH]. split; [ | now apply IH].
  intros x i. apply h. now apply filter_In in i. }
assert (long : forall e, In e F -> sigma ^ 2 <= dot (A e) (A e)).
{ intros e h. apply filter_In in h. destruct h as [h k]. unfold keep in k.
  destruct (Req_EM_T (dot (A e) (A e)) 0) as [z | z]; [discriminate | ].
  destruct (In_nth V e (zero : Rn n) h) as [j [lt q]].
  pose proof (length_image A V U s dec j ltac:(lia)) as v. rewrite q in v. rewrite v in *.
  apply pow_incr. split; [lra | ]. apply least; [ | intro e0; apply z; rewrite e0; ring].
  destruct (Nat.lt_ge_cases j (length s)) as [small | big]; [now apply nth_In | ].
  exfalso. apply z. rewrite (nth_overflow s) by lia. ring. }
set (u := projection F w) in *.
assert (uu : sigma ^ 2 * dot u u <= dot (A w) (A w)).
{ rewrite <- same. unfold u. rewrite (projection_twice F w oF), (energy_of_projection A lin F w im).
  now apply energy_above. }
(* |A w|^2 = <A w, A u> = <A'A w, u> <= |A'A w| |u|. *)
pose proof (cauchy_schwarz_sqr (A' (A w)) u) as cs.
assert (in_range : dot (A' (A w)) u = dot (A w) (A w)).
{ rewrite (dot_sym (Rn n)), <- (adj u), same. reflexivity. }
rewrite in_range in cs. rewrite !norm_sqr. set (p := dot (A w) (A w)) in *.
set (q := dot (A' (A w)) (A' (A w))) in *.
pose proof (dot_pos (Rn m) (A w)) as p0. pose proof (dot_pos (Rn n) (A' (A w))) as q0.
pose proof (dot_pos (Rn n) u) as u0. fold p in p0. fold q in q0.
destruct (Rle_lt_or_eq_dec _ _ p0) as [pp | e]; [ | rewrite <- e; lra].
apply Rmult_le_reg_r with p; [exact pp | ].
assert (sigma ^ 2 * p ^ 2 <= q * (sigma ^ 2 * dot u u)).
{ replace (q * (sigma ^ 2 * dot u u)) with (sigma ^ 2 * (q * dot u u)) by ring.
  apply Rmult_le_compat_l; [apply pow2_ge_0 | exact cs]. }
assert (q * (sigma ^ 2 * dot u u) <= q * p) by (apply Rmult_le_compat_l; assumption). lra.
Qed.

(* A map that is not 0 has such a singular value. *)
Lemma least_singular_value_exists x : A x <> zero -> exists sigma, least_singular_value A sigma.
Proof.
intro nz. destruct (proj1 (singular_value_decomposition A lin)) as [V [U [s dec]]].
destruct (least_nonzero s) as [all | [r [ir [hr low]]]]; [ | now exists r, V, U, s].
exfalso. apply nz. pose proof dec as [[oV lV] [_ [ls [_ [_ im]]]]].
assert (z : forall e, In e V -> A e = zero).
{ intros e i. destruct (In_nth V e (zero : Rn n) i) as [j [lt <-]]. rewrite im by lia.
  destruct (Nat.lt_ge_cases j (length s)) as [small | big].
  - rewrite (all (nth j s 0)) by now apply nth_In. apply scal_0.
  - rewrite (nth_overflow s) by lia. apply scal_0. }
rewrite (full_family n V oV lV x). clear - z lin.
induction V as [ | e V IH]; cbn [projection]; [exact (M_zero A lin) | ].
rewrite (proj1 lin), (proj2 lin), (z e (or_introl eq_refl)), IH by (intros; apply z; now right).
rewrite (@scal_zero_r R_Ring (Rn m)). apply plus_zero_l.
Qed.
End Map.
