(* Gradient descent on a quadratic function of R^n: along each eigenvector a step multiplies the
   distance from the stationary point by 1 - eta k, k being the eigenvalue. *)
From Coq Require Import Reals Lra Psatz Lia List.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid Bridges.Derivative Bridges.Spectral.
From Provenscape Require Import Bridges.Dimension Bridges.SingularValues Bridges.Polar.
Import ListNotations.
Open Scope R_scope.

(* The sum of F(k) <e, x>^2 over the pairs of k and e. *)
Fixpoint spectral_sum {E : Euclid} (F : R -> R) (l : list (R * E)) (x : E) : R :=
  match l with [] => 0 | (k, e) :: l => F k * dot e x ^ 2 + spectral_sum F l x end.

Lemma spectral_sum_same {E : Euclid} (F K : R -> R) (l : list (R * E)) x y :
  (forall k e, In (k, e) l -> F k * dot e x ^ 2 = K k * dot e y ^ 2) ->
  spectral_sum F l x = spectral_sum K l y.
Proof.
induction l as [ | [k e] l IH]; intro h; cbn [spectral_sum]; [reflexivity | ].
rewrite (h k e (or_introl eq_refl)), IH; [reflexivity | ]. intros j d i. apply h. now right.
Qed.

Lemma spectral_sum_le {E : Euclid} (F K : R -> R) (l : list (R * E)) x :
  (forall k e, In (k, e) l -> F k <= K k) -> spectral_sum F l x <= spectral_sum K l x.
Proof.
induction l as [ | [k e] l IH]; intro h; cbn [spectral_sum]; [lra | ].
assert (IH' := IH (fun j d i => h j d (or_intror i))). pose proof (pow2_ge_0 (dot e x)).
specialize (h k e (or_introl eq_refl)). nra.
Qed.

Lemma spectral_sum_scaled {E : Euclid} c (F : R -> R) (l : list (R * E)) x :
  spectral_sum (fun k => c * F k) l x = c * spectral_sum F l x.
Proof. induction l as [ | [k e] l IH]; cbn [spectral_sum]; [ring | rewrite IH; ring]. Qed.

Section Quadratic.
Context {n : nat} (A : Rn n -> Rn n) (lin : linear A) (sym : symmetric A) (p : Rn n) (c : R).

Definition quadratic (x : Rn n) : R := c + dot (A (minus x p)) (minus x p) / 2.

Lemma gradient_of_quadratic x : gradient_at quadratic x (A (minus x p)).
Proof.
destruct (bounded_linear n (Rn n) A lin) as [K [K0 bound]]. intros e e0.
exists (e / (K + 1)). split; [apply Rdiv_lt_0_compat; lra | ]. intros d small.
set (y := minus x p).
assert (moved : minus (plus x d) p = plus y d).
{ unfold y, minus. rewrite <- !plus_assoc. f_equal. apply plus_comm. }
assert (rest : quadratic (plus x d) - quadratic x - dot (A y) d = dot (A d) d / 2).
{ unfold quadratic. rewrite moved. fold y.
  rewrite (proj1 lin), (dot_plus (Rn n)), !dot_plus_r, (sym d y), (dot_sym (Rn n) d (A y)). field. }
rewrite rest. pose proof (cauchy_schwarz_abs (A d) d) as cs. specialize (bound d).
pose proof (norm_pos d) as d0. pose proof (norm_pos (A d)).
assert (Rabs (dot (A d) d / 2) <= Rabs (dot (A d) d)).
{ unfold Rdiv. rewrite Rabs_mult, (Rabs_pos_eq (/ 2)) by lra. pose proof (Rabs_pos (dot (A d) d)).
  lra. }
assert (norm (A d) * norm d <= K * norm d * norm d) by (apply Rmult_le_compat_r; auto).
assert (small' : norm d * (K + 1) <= e).
{ apply Rlt_le in small. apply Rmult_le_compat_r with (r := K + 1) in small; [ | lra].
  replace (e / (K + 1) * (K + 1)) with e in small by (field; lra). exact small. }
assert (K * norm d <= e) by nra.
assert (K * norm d * norm d <= e * norm d) by (apply Rmult_le_compat_r; auto). lra.
Qed.

(* Descent with the step lengths eta 0, eta 1, ..., and the product of the 1 - eta k. *)
Fixpoint steps (eta : nat -> R) (x : Rn n) (t : nat) : Rn n :=
  match t with
  | O => x
  | S t => let y := steps eta x t in plus y (scal (- eta t) (A (minus y p)))
  end.

Fixpoint factor (eta : nat -> R) (k : R) (t : nat) : R :=
  match t with O => 1 | S t => (1 - eta t * k) * factor eta k t end.

Lemma along_eigenvector eta x t k e : A e = scal k e ->
  dot e (minus (steps eta x t) p) = factor eta k t * dot e (minus x p).
Proof.
intro eig. induction t as [ | t IH]; cbn [steps factor]; [ring | ].
set (y := steps eta x t) in *.
assert (moved : minus (plus y (scal (- eta t) (A (minus y p)))) p =
  plus (minus y p) (scal (- eta t) (A (minus y p)))).
{ unfold minus. rewrite <- !plus_assoc. f_equal. apply plus_comm. }
rewrite moved, dot_plus_r, dot_scal_r, <- (sym e (minus y p)), eig, (dot_scal (Rn n)), IH. ring.
Qed.

Context (l : list (R * Rn n)) (len : length l = S n) (o : orthonormal A l).

Lemma square_by_eigenvectors x : norm x ^ 2 = spectral_sum (fun _ => 1) l x.
Proof.
pose proof (eigenvectors_are_a_family A l o) as f.
rewrite norm_sqr, (full_family n _ f ltac:(now rewrite map_length) x) at 1.
rewrite dot_projection_self. clear len o f.
induction l as [ | [k e] r IH]; cbn [map snd squares spectral_sum];
  [reflexivity | rewrite IH; ring].
Qed.

Lemma form_by_eigenvectors x : dot (A x) x = spectral_sum (fun k => k) l x.
Proof.
pose proof (eigenvectors_are_a_family A l o) as f.
rewrite (full_family n _ f ltac:(now rewrite map_length) x) at 1.
rewrite (image_of_projection A l x lin o). clear len o f.
induction l as [ | [k e] r IH]; cbn [weighted spectral_sum]; [apply dot_zero_l | ].
rewrite (dot_plus (Rn n)), (dot_scal (Rn n)), IH. ring.
Qed.

(* The exact law: distance and value after t steps, of any lengths, by the eigenvalues and the start
   alone. *)
Theorem descent_on_a_quadratic eta x t :
  (forall k e, In (k, e) l ->
    dot e (minus (steps eta x t) p) = factor eta k t * dot e (minus x p)) /\
  norm (minus (steps eta x t) p) ^ 2 =
    spectral_sum (fun k => factor eta k t ^ 2) l (minus x p) /\
  quadratic (steps eta x t) - c =
    spectral_sum (fun k => k * factor eta k t ^ 2) l (minus x p) / 2.
Proof.
assert (each : forall k e, In (k, e) l ->
  dot e (minus (steps eta x t) p) = factor eta k t * dot e (minus x p)).
{ intros k e i. apply along_eigenvector. now apply (orthonormal_eigen A l k e o). }
split; [exact each | split].
- rewrite square_by_eigenvectors. apply spectral_sum_same. intros k e i. rewrite (each k e i). ring.
- unfold quadratic. rewrite form_by_eigenvectors.
  rewrite (spectral_sum_same (fun k => k) (fun k => k * factor eta k t ^ 2) l _ (minus x p)).
  + ring.
  + intros k e i. rewrite (each k e i). ring.
Qed.

(* Steps of one length: if |1 - eta k| <= q for all eigenvalues, the distance falls as q^t. *)
Theorem descent_on_a_quadratic_is_linear eta q x t : 0 <= q ->
  (forall k e, In (k, e) l -> Rabs (1 - eta * k) <= q) ->
  norm (minus (steps (fun _ => eta) x t) p) <= q ^ t * norm (minus x p).
Proof.
intros q0 h. assert (qt : 0 <= q ^ t) by now apply pow_le.
apply square_le; [apply Rmult_le_pos; [exact qt | apply norm_pos] | ].
destruct (descent_on_a_quadratic (fun _ => eta) x t) as [_ [-> _]].
replace ((q ^ t * norm (minus x p)) ^ 2) with ((q ^ t) ^ 2 * norm (minus x p) ^ 2) by ring.
rewrite square_by_eigenvectors, <- spectral_sum_scaled. apply spectral_sum_le. intros k e i.
rewrite Rmult_1_r. specialize (h k e i). rewrite <- pow2_abs. apply pow_incr.
split; [apply Rabs_pos | ]. clear qt. induction t as [ | t IH]; cbn [factor pow].
- rewrite Rabs_R1. lra.
- rewrite Rabs_mult. apply Rmult_le_compat; auto using Rabs_pos.
Qed.
End Quadratic.
