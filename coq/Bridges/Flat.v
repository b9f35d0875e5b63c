(* The function e^(-1/x^2): all its derivatives exist and vanish at 0. *)
From Coq Require Import Reals Lra Lia List.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Calculus.
Import ListNotations.
Open Scope R_scope.

(* e^(-1/x^2) / x^k, and 0 at 0. *)
Definition over (k : nat) (x : R) : R := exp (- / x ^ 2) * (/ x) ^ k.
Definition flat (k : nat) (x : R) : R := if Req_EM_T x 0 then 0 else over k x.

Lemma flat_at_0 k : flat k 0 = 0.
Proof. unfold flat. destruct (Req_EM_T 0 0); [reflexivity | lra]. Qed.

Lemma flat_elsewhere k x : x <> 0 -> flat k x = over k x.
Proof. intro nz. unfold flat. destruct (Req_EM_T x 0); [contradiction | reflexivity]. Qed.

Lemma over_first x : exp (- / x ^ 2) = over 0 x.
Proof. unfold over. ring. Qed.

Lemma over_next k x : over k x * / x = over (S k) x.
Proof. unfold over. cbn. ring. Qed.

Lemma over_derives k x : x <> 0 ->
  is_derive (over k) x (- INR k * over (S k) x + 2 * over (3 + k) x).
Proof.
intro nz. induction k as [ | k IH].
- apply is_derive_ext with (fun x => exp (- / x ^ 2)); [exact over_first | ].
  auto_derive; [exact (pow_nonzero x 2 nz) | ]. unfold over. cbn. field. exact nz.
- apply is_derive_ext with (fun x => over k x * / x); [exact (over_next k) | ].
  replace (- INR (S k) * over (S (S k)) x + 2 * over (3 + S k) x)
    with ((- INR k * over (S k) x + 2 * over (3 + k) x) * / x + over k x * (- 1 / x ^ 2)).
  2: { rewrite S_INR. unfold over. cbn. field. exact nz. }
  apply (is_derive_mult (over k) (fun x => / x) x); [exact IH | | apply Rmult_comm].
  auto_derive; [exact nz | field; exact nz].
Qed.

Lemma exp_power z m : exp (INR m * z) = exp z ^ m.
Proof.
induction m as [ | m IH]; [cbn; rewrite Rmult_0_l; apply exp_0 | ].
rewrite S_INR, Rmult_plus_distr_r, Rmult_1_l, exp_plus, IH. cbn. ring.
Qed.

(* e^(-y) is at most (m / y)^m. *)
Lemma exp_below_powers y m : 0 < y -> (0 < m)%nat -> exp (- y) <= (INR m / y) ^ m.
Proof.
intros y0 m0. assert (M : 0 < INR m) by now apply lt_0_INR.
replace (- y) with (INR m * - (y / INR m)) by (field; lra). rewrite exp_power.
apply pow_incr. split; [apply Rlt_le, exp_pos | ]. rewrite exp_Ropp.
assert (0 < y / INR m) by (apply Rdiv_lt_0_compat; lra).
replace (INR m / y) with (/ (y / INR m)) by (field; lra).
apply Rinv_le_contravar; [assumption | ]. pose proof (exp_ineq1 (y / INR m)). lra.
Qed.

Lemma flat_is_small k : exists C, 0 < C /\ forall s, Rabs s <= 1 -> Rabs (flat k s) <= C * s ^ 2.
Proof.
set (m := (2 + k)%nat). assert (M : 0 < INR m ^ m) by (apply pow_lt, lt_0_INR; unfold m; lia).
exists (INR m ^ m). split; [exact M | ]. intros s one.
destruct (Req_EM_T s 0) as [-> | nz]; [rewrite flat_at_0, Rabs_R0; lra | ].
rewrite flat_elsewhere by exact nz. unfold over.
assert (s2 : 0 < s ^ 2) by (rewrite <- Rsqr_pow2; now apply Rsqr_pos_lt).
pose proof (exp_below_powers (/ s ^ 2) m (Rinv_0_lt_compat _ s2) ltac:(unfold m; lia)) as e.
assert (q : (INR m / / s ^ 2) ^ m = INR m ^ m * (Rabs s ^ m * Rabs s ^ m)).
{ replace (INR m / / s ^ 2) with (INR m * (Rabs s * Rabs s)).
  - rewrite !Rpow_mult_distr. ring.
  - rewrite <- Rabs_mult, Rabs_pos_eq by (apply Rle_0_sqr). field. exact nz. }
rewrite q in e. pose proof (Rabs_pos_lt s nz) as a0.
rewrite Rabs_mult, (Rabs_pos_eq (exp _)) by apply Rlt_le, exp_pos.
rewrite <- RPow_abs, Rabs_inv.
assert (inv : 0 < (/ Rabs s) ^ k) by (apply pow_lt, Rinv_0_lt_compat, a0).
apply Rle_trans with (INR m ^ m * (Rabs s ^ m * Rabs s ^ m) * (/ Rabs s) ^ k);
  [apply Rmult_le_compat_r; lra | ].
assert (split : Rabs s ^ m = s ^ 2 * Rabs s ^ k).
{ unfold m. rewrite pow_add, pow2_abs. reflexivity. }
assert (cancel : Rabs s ^ k * (/ Rabs s) ^ k = 1).
{ rewrite <- Rpow_mult_distr, Rinv_r by lra. apply pow1. }
assert (small : Rabs s ^ m <= 1).
{ rewrite <- (pow1 m). apply pow_incr. lra. }
replace (INR m ^ m * (Rabs s ^ m * Rabs s ^ m) * (/ Rabs s) ^ k)
  with (INR m ^ m * s ^ 2 * Rabs s ^ m).
2: { rewrite split at 3.
     transitivity (INR m ^ m * s ^ 2 * Rabs s ^ m * (Rabs s ^ k * (/ Rabs s) ^ k));
     [rewrite cancel | ]; ring. }
rewrite <- (Rmult_1_r (INR m ^ m * s ^ 2)) at 2. apply Rmult_le_compat_l; [ | exact small].
apply Rmult_le_pos; lra.
Qed.

Lemma flat_derives k x : is_derive (flat k) x (- INR k * flat (S k) x + 2 * flat (3 + k) x).
Proof.
destruct (Req_EM_T x 0) as [-> | nz].
- rewrite !flat_at_0. apply derive_of_remainder. intros e e0.
  destruct (flat_is_small k) as [C [C0 h]]. exists (Rmin 1 (e / C)).
  assert (0 < e / C) by (apply Rdiv_lt_0_compat; lra).
  split; [apply Rmin_glb_lt; lra | ]. intros s small.
  pose proof (Rlt_le_trans _ _ _ small (Rmin_l _ _)).
  pose proof (Rlt_le_trans _ _ _ small (Rmin_r _ _)).
  rewrite flat_at_0, Rplus_0_l.
  replace (flat k s - 0 - s * (- INR k * 0 + 2 * 0)) with (flat k s) by ring.
  apply Rle_trans with (1 := h s ltac:(lra)). rewrite <- pow2_abs.
  replace (C * Rabs s ^ 2) with (C * Rabs s * Rabs s) by ring.
  apply Rmult_le_compat_r; [apply Rabs_pos | ].
  apply Rle_trans with (C * (e / C)); [apply Rmult_le_compat_l; lra | ].
  apply Req_le. field. lra.
- rewrite !(flat_elsewhere _ x nz). apply is_derive_ext_loc with (over k).
  + assert (a : 0 < Rabs x) by now apply Rabs_pos_lt. exists (mkposreal _ a). intros y near.
    symmetry. apply flat_elsewhere. intros ->. cbn in near. unfold ball in near. cbn in near.
    unfold AbsRing_ball, abs, minus, plus, opp in near. cbn in near.
    rewrite Rplus_0_l, Rabs_Ropp in near. lra.
  + now apply over_derives.
Qed.

(* Sums of multiples of such functions, and their derivatives. *)
Fixpoint flat_sum (l : list (R * nat)) (x : R) : R :=
  match l with [] => 0 | (c, k) :: l => c * flat k x + flat_sum l x end.
Fixpoint flat_sum_derivative (l : list (R * nat)) : list (R * nat) :=
  match l with
  | [] => []
  | (c, k) :: l => (c * - INR k, S k) :: (c * 2, (3 + k)%nat) :: flat_sum_derivative l
  end.

Lemma flat_sum_derives l x : is_derive (flat_sum l) x (flat_sum (flat_sum_derivative l) x).
Proof.
induction l as [ | [c k] l IH]; cbn [flat_sum flat_sum_derivative]; [auto_derive; trivial | ].
replace (c * - INR k * flat (S k) x + (c * 2 * flat (3 + k) x + flat_sum (flat_sum_derivative l) x))
  with (c * (- INR k * flat (S k) x + 2 * flat (3 + k) x) + flat_sum (flat_sum_derivative l) x)
  by ring.
apply (is_derive_plus (fun x => c * flat k x) (flat_sum l)); [ | exact IH].
apply (is_derive_scal (flat k)), flat_derives.
Qed.

Lemma flat_sum_at_0 l : flat_sum l 0 = 0.
Proof. induction l as [ | [c k] l IH]; cbn; [reflexivity | rewrite flat_at_0, IH; ring]. Qed.

(* Fact `a-flat-smooth-function`: d k is the derivative of order k. Source: Rudin (1976), exercise
   on e^(-1/x^2). *)
Theorem a_flat_smooth_function (f : R -> R) : f 0 = 0 ->
  (forall x, x <> 0 -> f x = exp (- 1 / x ^ 2)) ->
  exists d : nat -> R -> R, (forall x, d O x = f x) /\
    (forall k x, is_derive (d k) x (d (S k) x)) /\ forall k, d k 0 = 0.
Proof.
intros f0 fx. set (list_of := fix list_of k := match k with O => [(1, O)]
  | S k => flat_sum_derivative (list_of k) end). exists (fun k => flat_sum (list_of k)).
split; [ | split].
- intro x. cbn. destruct (Req_EM_T x 0) as [-> | nz].
  + rewrite flat_at_0, f0. ring.
  + rewrite flat_elsewhere, fx by exact nz. unfold over. cbn [pow].
    replace (- 1 / (x * (x * 1))) with (- / (x * (x * 1))) by (field; exact nz). ring.
- intros k x. apply flat_sum_derives.
- intro k. apply flat_sum_at_0.
Qed.
