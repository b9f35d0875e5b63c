(* R^n: a symmetric form that is positive but at 0 is at least m|x|^2 with m > 0. By induction on
   n, with a pivot and its Schur complement; this takes the place of compactness. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid.
Open Scope R_scope.

Definition bilinear {E : Euclid} (B : E -> E -> R) : Prop :=
  (forall x y z, B (plus x y) z = B x z + B y z) /\ (forall a x z, B (scal a x) z = a * B x z) /\
  (forall x y, B x y = B y x).

Definition linear_form {E : Euclid} (b : E -> R) : Prop :=
  (forall x y, b (plus x y) = b x + b y) /\ (forall a x, b (scal a x) = a * b x).

(* What is used of finite dimension: forms are bounded, and of a symmetric bilinear form one can
   say that it is at least m|x|^2, or show a vector x <> 0 with B(x, x) <= 0. *)
Definition finite_dimensional (E : Euclid) : Prop :=
  (forall b : E -> R, linear_form b -> exists K, 0 <= K /\ forall x, b x ^ 2 <= K * dot x x) /\
  (forall B : E -> E -> R, bilinear B ->
   (exists m, 0 < m /\ forall x, m * dot x x <= B x x) \/ (exists x, x <> zero /\ B x x <= 0)).

Lemma finite_R1 : finite_dimensional R1.
Proof.
assert (e : forall x : R1, scal x (1 : R1) = x) by (intro x; exact (Rmult_1_r x)).
split.
- intros b [_ s]. exists (b 1 ^ 2). split; [apply pow2_ge_0 | ]. intro x. cbn.
  assert (h : b x = x * b 1) by exact (eq_trans (f_equal b (eq_sym (e x))) (s x 1)).
  rewrite h. apply Req_le. ring.
- intros B [_ [s y]].
  assert (value : forall x : R, B x x = x * x * B 1 1).
  { intro x. assert (h : forall u : R, B x u = x * B 1 u).
    { intro u. exact (eq_trans (f_equal (fun v => B v u) (eq_sym (e x))) (s x 1 u)). }
    transitivity (x * (x * B 1 1)); [ | ring].
    transitivity (x * B 1 x); [apply h | ]. f_equal. rewrite y. apply h. }
  destruct (Rlt_le_dec 0 (B 1 1)) as [p | n].
  + left. exists (B 1 1). split; [exact p | ]. intro x. rewrite (value x).
    apply Req_le. exact (Rmult_comm (B 1 1) (x * x)).
  + right. exists 1. split; [exact R1_neq_R0 | exact n].
Qed.

Lemma form_bound (a l r K d : R) : 0 <= K -> 0 <= d -> r ^ 2 <= K * d ->
  (a * l + r) ^ 2 <= (2 * l ^ 2 + 2 * K) * (a * a + d).
Proof.
intros K0 d0 h. assert ((a * l + r) ^ 2 <= 2 * (a * l) ^ 2 + 2 * r ^ 2).
{ pose proof (pow2_ge_0 (a * l - r)). lra. }
assert (0 <= K * a ^ 2) by (apply Rmult_le_pos; [lra | apply pow2_ge_0]).
assert (0 <= l ^ 2 * d) by (apply Rmult_le_pos; [apply pow2_ge_0 | lra]). lra.
Qed.

(* p a^2 + 2 a q + c with p > 0, its Schur complement c - q^2 / p at least m d and q^2 at most K
   d. *)
Lemma complete_square (p m K : R) : 0 < p -> 0 < m -> 0 <= K -> exists k, 0 < k /\
  forall a q d c, 0 <= d -> q ^ 2 <= K * d -> m * d <= c - q * q / p ->
  k * (a * a + d) <= p * a ^ 2 + 2 * a * q + c.
Proof.
intros p0 m0 K0. set (w := 2 * K / p ^ 2 + 1).
assert (pp : 0 < / p ^ 2) by (apply Rinv_0_lt_compat; nra).
assert (w0 : 0 < w).
{ unfold w. assert (0 <= 2 * K / p ^ 2); [ | lra]. apply Rmult_le_pos; lra. }
exists (Rmin (p / 2) (m / w)). set (k := Rmin _ _).
assert (k1 : k <= p / 2) by apply Rmin_l. assert (k2 : k <= m / w) by apply Rmin_r.
assert (k0 : 0 < k) by (apply Rmin_glb_lt; apply Rdiv_lt_0_compat; lra).
split; [exact k0 | ]. intros a q d c d0 hq hc. set (s := a + q / p).
replace (p * a ^ 2 + 2 * a * q + c) with (p * s ^ 2 + (c - q * q / p)) by (unfold s; field; lra).
assert (aa : a * a <= 2 * s ^ 2 + 2 * (q ^ 2 / p ^ 2)).
{ replace a with (s - q / p) by (unfold s; ring).
  replace (q ^ 2 / p ^ 2) with ((q / p) ^ 2) by (field; lra).
  pose proof (pow2_ge_0 (s + q / p)). lra. }
assert (qq : q ^ 2 / p ^ 2 <= K / p ^ 2 * d).
{ replace (K / p ^ 2 * d) with ((K * d) / p ^ 2) by (field; lra).
  apply Rmult_le_compat_r; [lra | exact hq]. }
assert (sum : a * a + d <= 2 * s ^ 2 + w * d) by (unfold w; lra).
assert (k * (a * a + d) <= k * (2 * s ^ 2 + w * d)) by (apply Rmult_le_compat_l; lra).
assert (k * (2 * s ^ 2) <= p * s ^ 2) by (pose proof (pow2_ge_0 s); nra).
assert (kw : k * w <= m).
{ apply Rmult_le_compat_r with (r := w) in k2; [ | lra].
  unfold Rdiv in k2. rewrite Rmult_assoc, Rinv_l, Rmult_1_r in k2 by lra. exact k2. }
assert (k * w * d <= m * d) by (apply Rmult_le_compat_r; lra). lra.
Qed.

Section Product.
Context (F : Euclid) (IH : finite_dimensional F).
Let E := prod_Euclid R1 F.
Let left (a : R) : E := (a, zero) : prod_ModuleSpace R_Ring R1 F.
Let right (u : F) : E := (0, u) : prod_ModuleSpace R_Ring R1 F.

Lemma pair_split (a : R) (u : F) : ((a, u) : E) = plus (scal a (left 1)) (right u).
Proof.
apply injective_projections; cbn.
- unfold plus, scal; cbn; unfold mult; cbn; ring.
- transitivity (plus zero u); [now rewrite plus_zero_l | ].
  apply (f_equal (fun v => plus v u)). symmetry. exact (@scal_zero_r R_Ring F a).
Qed.

Lemma right_plus u v : right (plus u v) = plus (right u) (right v).
Proof. apply injective_projections; [symmetry; apply Rplus_0_l | reflexivity]. Qed.

Lemma right_scal a u : right (scal a u) = scal a (right u).
Proof. apply injective_projections; [symmetry; apply Rmult_0_r | reflexivity]. Qed.

Lemma finite_product : finite_dimensional E.
Proof.
destruct IH as [IHb IHB]. split.
- intros b [bp bs].
  destruct (IHb (fun u => b (right u))) as [K [K0 hK]].
  { split; intros; [rewrite right_plus; apply bp | rewrite right_scal; apply bs]. }
  exists (2 * b (left 1) ^ 2 + 2 * K). split; [pose proof (pow2_ge_0 (b (left 1))); lra | ].
  intros [a u]. rewrite pair_split, bp, bs, <- pair_split.
  exact (form_bound a (b (left 1)) (b (right u)) K (dot u u) K0 (dot_pos F u) (hK u)).
- intros B [Bp [Bs By]].
  set (p := B (left 1) (left 1)).
  destruct (Rlt_le_dec 0 p) as [p0 | pn].
  2: { right. exists (left 1). split; [ | exact pn].
       intro z. exact (R1_neq_R0 (f_equal fst z)). }
  set (b := fun u => B (right u) (left 1)).
  assert (lb : linear_form b).
  { split; intros; unfold b; [rewrite right_plus; apply Bp | rewrite right_scal; apply Bs]. }
  destruct lb as [lbp lbs].
  assert (expand : forall a u, B (a, u) (a, u) = p * a ^ 2 + 2 * a * b u + B (right u) (right u)).
  { intros a u. rewrite pair_split, Bp, Bs, (By (left 1)), (By (right u) (plus _ _)), !Bp, !Bs.
    rewrite (By (left 1) (right u)). unfold p, b. ring. }
  set (S := fun u v => B (right u) (right v) - b u * b v / p).
  destruct (IHB S) as [[m [m0 hm]] | [u [n hu]]].
  { split; [ | split]; intros; unfold S.
    - rewrite right_plus, Bp, lbp. field. lra.
    - rewrite right_scal, Bs, lbs. field. lra.
    - rewrite By. field. lra. }
  + left. destruct (IHb b (conj lbp lbs)) as [K [K0 hK]].
    destruct (complete_square p m K p0 m0 K0) as [k [k0 hk]]. exists k. split; [exact k0 | ].
    intros [a u]. rewrite expand.
    exact (hk a (b u) (dot u u) (B (right u) (right u)) (dot_pos F u) (hK u) (hm u)).
  + right. exists ((- b u / p, u) : E). split.
    * intro z. apply n. apply (f_equal snd) in z. exact z.
    * rewrite expand. unfold S in hu. apply Rle_trans with (2 := hu). apply Req_le. field. lra.
Qed.
End Product.

Theorem finite_Rn n : finite_dimensional (Rn n).
Proof. induction n; [apply finite_R1 | apply finite_product; assumption]. Qed.

(* A definite form has a positive lower bound. *)
Theorem definite_form_bound n (B : Rn n -> Rn n -> R) : bilinear B ->
  (forall x, x <> zero -> 0 < B x x) -> exists m, 0 < m /\ forall x, m * dot x x <= B x x.
Proof.
intros b P. destruct (finite_Rn n) as [_ D]. destruct (D B b) as [h | [x [n0 le]]]; [exact h | ].
specialize (P x n0). lra.
Qed.

Lemma form_of_symmetric {E : Euclid} (A : E -> E) : linear A -> symmetric A ->
  bilinear (fun u v => dot (A u) v).
Proof.
intros [p s] y. split; [ | split]; intros.
- now rewrite p, (dot_plus E).
- now rewrite s, (dot_scal E).
- rewrite y. apply (dot_sym E).
Qed.
(* The symmetric part of a form has the same values <A x, x>. *)
Lemma symmetric_part {E : Euclid} (A : E -> E) : linear A ->
  bilinear (fun u v => (dot (A u) v + dot (A v) u) / 2).
Proof.
intros [p s]. split; [ | split]; intros.
- rewrite p, (dot_plus E), dot_plus_r. field.
- rewrite s, (dot_scal E), dot_scal_r. field.
- field.
Qed.
