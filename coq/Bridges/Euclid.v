(* Real inner product spaces over Coquelicot's modules: the line, products, hence R^n. What the
   other files prove for a space `E : Euclid` holds for every R^n, and for every Hilbert space.
   Source: the definition of an inner product space, Axler (2024), 6.2. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

Record Euclid := {
  space :> ModuleSpace R_Ring;
  dot : space -> space -> R;
  dot_sym : forall x y, dot x y = dot y x;
  dot_plus : forall x y z, dot (plus x y) z = dot x z + dot y z;
  dot_scal : forall a x z, dot (scal a x) z = a * dot x z;
  dot_pos : forall x, 0 <= dot x x;
  dot_zero : forall x, dot x x = 0 -> x = zero
}.
Arguments dot {e} _ _.

Definition norm {E : Euclid} (x : E) : R := sqrt (dot x x).

(* The line, and the product of two spaces with the sum of their inner products. *)
Definition R1 : Euclid.
Proof.
refine {| space := R_ModuleSpace; dot := Rmult |}; cbn; intros.
- ring.
- unfold plus; cbn. ring.
- unfold scal; cbn. unfold mult; cbn. ring.
- apply Rle_0_sqr.
- apply Rsqr_0_uniq. assumption.
Defined.

Definition prod_Euclid (E F : Euclid) : Euclid.
Proof.
refine {| space := prod_ModuleSpace R_Ring E F;
          dot := fun p q => dot (fst p) (fst q) + dot (snd p) (snd q) |}.
- intros. now rewrite (dot_sym E), (dot_sym F).
- intros [a b] [c d] [u v]. cbn. rewrite (dot_plus E), (dot_plus F). ring.
- intros t [a b] [u v]. cbn. rewrite (dot_scal E), (dot_scal F). ring.
- intros [a b]. cbn. pose proof (dot_pos E a). pose proof (dot_pos F b). lra.
- intros [a b] h. cbn in h.
  pose proof (dot_pos E a). pose proof (dot_pos F b).
  rewrite (dot_zero E a), (dot_zero F b) by lra. reflexivity.
Defined.

(* Rn n is R^(n+1), with the sum of the products of the components. *)
Fixpoint Rn (n : nat) : Euclid :=
  match n with O => R1 | S m => prod_Euclid R1 (Rn m) end.

(* The point x + t d on the line through x along d. *)
Definition along {E : Euclid} (x d : E) (t : R) : E := plus x (scal t d).

Lemma square_le (a b : R) : 0 <= b -> a ^ 2 <= b ^ 2 -> a <= b.
Proof. intros b0 h. apply Rnot_lt_le. intro c. nra. Qed.

Section Algebra.
Context {E : Euclid}.
Implicit Types x y z d : E.

Lemma dot_plus_r x y z : dot z (plus x y) = dot z x + dot z y.
Proof. rewrite (dot_sym E), (dot_plus E), (dot_sym E x), (dot_sym E y). reflexivity. Qed.

Lemma dot_scal_r a x z : dot z (scal a x) = a * dot z x.
Proof. rewrite (dot_sym E), (dot_scal E), (dot_sym E x). reflexivity. Qed.

Lemma scal_opp x : opp x = scal (- 1) x.
Proof. symmetry. exact (@scal_opp_one R_Ring E x). Qed.

Lemma dot_opp x z : dot (opp x) z = - dot x z.
Proof. rewrite scal_opp, (dot_scal E). ring. Qed.

Lemma dot_opp_r x z : dot z (opp x) = - dot z x.
Proof. rewrite scal_opp, dot_scal_r. ring. Qed.

Lemma dot_minus x y z : dot (minus x y) z = dot x z - dot y z.
Proof. unfold minus. rewrite (dot_plus E), dot_opp. ring. Qed.

Lemma dot_minus_r x y z : dot z (minus x y) = dot z x - dot z y.
Proof. unfold minus. rewrite dot_plus_r, dot_opp_r. ring. Qed.

Lemma dot_zero_l z : dot zero z = 0.
Proof. rewrite <- (@scal_zero_l R_Ring E zero), (dot_scal E). unfold zero; cbn. ring. Qed.

Lemma cauchy_schwarz_sqr x y : dot x y ^ 2 <= dot x x * dot y y.
Proof.
pose proof (dot_pos E (minus (scal (dot y y) x) (scal (dot x y) y))) as h.
rewrite dot_minus, !dot_minus_r, !(dot_scal E), !dot_scal_r, (dot_sym E y x) in h.
pose proof (dot_pos E x). destruct (Rle_lt_or_eq_dec _ _ (dot_pos E y)) as [p | z].
- apply Rmult_le_reg_l with (dot y y); [exact p | nra].
- assert (y = zero) as -> by (apply (dot_zero E); auto).
  rewrite (dot_sym E), !dot_zero_l. lra.
Qed.

Lemma norm_sqr x : norm x ^ 2 = dot x x.
Proof. unfold norm. rewrite pow2_sqrt; auto using (dot_pos E). Qed.

Lemma norm_pos x : 0 <= norm x.
Proof. apply sqrt_pos. Qed.

Lemma cauchy_schwarz x y : dot x y <= norm x * norm y.
Proof.
pose proof (cauchy_schwarz_sqr x y) as h. rewrite <- !norm_sqr in h.
pose proof (norm_pos x). pose proof (norm_pos y).
apply Rnot_lt_le. intro c.
assert (0 <= norm x * norm y) by (apply Rmult_le_pos; auto). nra.
Qed.

(* |<x, y>| <= |x| |y|. *)
Lemma cauchy_schwarz_abs x y : Rabs (dot x y) <= norm x * norm y.
Proof.
apply Rabs_le. split; [ | apply cauchy_schwarz].
pose proof (cauchy_schwarz (opp x) y) as h. rewrite dot_opp in h.
assert (norm (opp x) = norm x) as e by (unfold norm; rewrite dot_opp, dot_opp_r; f_equal; ring).
rewrite e in h. lra.
Qed.

Lemma norm_opp x : norm (opp x) = norm x.
Proof. unfold norm. rewrite dot_opp, dot_opp_r. f_equal. ring. Qed.

Lemma norm_triangle x y : norm (plus x y) <= norm x + norm y.
Proof.
pose proof (norm_pos x). pose proof (norm_pos y). pose proof (cauchy_schwarz x y).
apply square_le; [lra | ]. rewrite norm_sqr, (dot_plus E), !dot_plus_r, (dot_sym E y x).
rewrite <- !norm_sqr. lra.
Qed.

Lemma norm_zero : norm (zero : E) = 0.
Proof. unfold norm. rewrite dot_zero_l. apply sqrt_0. Qed.

Lemma norm_minus_sym x y : norm (minus x y) = norm (minus y x).
Proof. unfold norm. f_equal. rewrite !dot_minus, !dot_minus_r, (dot_sym E y x). ring. Qed.

(* A vector is at most as long as K if its products with all vectors are at most K times those. *)
Lemma norm_of_products x K : 0 <= K -> (dot x x <= K * norm x) -> norm x <= K.
Proof.
intros k h. rewrite <- norm_sqr in h. pose proof (norm_pos x).
apply Rnot_lt_le. intro c. nra.
Qed.

Lemma norm_scal a x : norm (scal a x) = Rabs a * norm x.
Proof.
unfold norm. rewrite (dot_scal E), dot_scal_r.
replace (a * (a * dot x x)) with (Rsqr a * dot x x) by (unfold Rsqr; ring).
rewrite sqrt_mult; [ | apply Rle_0_sqr | apply (dot_pos E)]. now rewrite sqrt_Rsqr_abs.
Qed.

Lemma along_shift x d s t : plus (along x d t) (scal s d) = along x d (t + s).
Proof.
unfold along. rewrite <- plus_assoc. f_equal. symmetry. exact (@scal_distr_r R_Ring E t s d).
Qed.

Lemma along_0 x d : along x d 0 = x.
Proof. transitivity (plus x zero); [unfold along; f_equal;
  exact (@scal_zero_l R_Ring E d) | apply plus_zero_r]. Qed.

Lemma along_1 x d : along x d 1 = plus x d.
Proof. unfold along. f_equal. exact (@scal_one R_Ring E d). Qed.

Lemma along_step x d t : minus (along x d t) x = scal t d.
Proof. unfold along, minus. rewrite (plus_comm x), <- plus_assoc, plus_opp_r. apply plus_zero_r.
Qed.

Lemma plus_minus_left x d : minus (plus x d) x = d.
Proof. unfold minus. rewrite (plus_comm x), <- plus_assoc, plus_opp_r. apply plus_zero_r. Qed.

Lemma dot_zero_r z : dot z zero = 0.
Proof. rewrite (dot_sym E). apply dot_zero_l. Qed.

Lemma plus_minus_same x y : plus x (minus y x) = y.
Proof. unfold minus. rewrite (plus_comm y), plus_assoc, plus_opp_r. apply plus_zero_l. Qed.

(* Vectors with the same inner products are equal. *)
Lemma dot_minus_zero x y : (forall z, dot x z = dot y z) -> x = y.
Proof.
intro h. assert (minus x y = zero) as e by (apply (dot_zero E); rewrite dot_minus, h; ring).
rewrite <- (plus_minus_same y x), e. apply plus_zero_r.
Qed.

Lemma along_end x y : along x (minus y x) 1 = y.
Proof. rewrite along_1. apply plus_minus_same. Qed.
End Algebra.

(* Convex sets; open sets. *)
Definition convex {E : Euclid} (C : E -> Prop) : Prop :=
  forall x y t, C x -> C y -> 0 <= t <= 1 -> C (along x (minus y x) t).

Definition open {E : Euclid} (C : E -> Prop) : Prop :=
  forall x, C x -> exists r, 0 < r /\ forall h, norm h < r -> C (plus x h).

(* Linear maps between spaces, and linear forms. *)
Definition linear {E F : Euclid} (A : E -> F) : Prop :=
  (forall x y, A (plus x y) = plus (A x) (A y)) /\ (forall a x, A (scal a x) = scal a (A x)).

Definition symmetric {E : Euclid} (A : E -> E) : Prop := forall x y, dot (A x) y = dot x (A y).
