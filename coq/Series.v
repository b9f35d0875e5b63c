(* Taylor polynomials of exp, cos, sin and log(1 + t) at 0, and on which side of the function each
   lies: every bound is the one before, integrated from 0. *)
From Coq Require Import Reals ZArith Lra Lia.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Rules.
Open Scope R_scope.

(* 1 * 2 * ... * n, a number that Coq computes with. *)
Fixpoint product_to (n : nat) : Z :=
  match n with O => 1%Z | S m => (Z.of_nat (S m) * product_to m)%Z end.

Lemma product_to_positive (n : nat) : 0 < IZR (product_to n).
Proof. induction n; cbn [product_to]; [lra |]. rewrite mult_IZR. apply Rmult_lt_0_compat; [|easy].
apply IZR_lt. lia. Qed.

(* The monomial t^n / n! and its derivative. *)
Definition monomial (n : nat) (t : R) : R := t ^ n / IZR (product_to n).

Lemma monomial_derive (n : nat) (t : R) : is_derive (monomial (S n)) t (monomial n t).
Proof.
unfold monomial. pose proof (product_to_positive n) as p.
cbn [product_to]. rewrite mult_IZR, <- INR_IZR_INZ. pose proof (lt_0_INR (S n) ltac:(lia)) as q.
auto_derive; [easy |]. rewrite S_INR in *. cbn [Nat.pred pow] in *.
match goal with |- context [match n with O => 1 | S _ => INR n + 1 end] =>
  change (match n with O => 1 | S _ => INR n + 1 end) with (INR (S n)); rewrite S_INR
| _ => idtac end.
field. lra.
Qed.

Lemma monomial_at_0 (n : nat) : monomial (S n) 0 = 0.
Proof. unfold monomial. cbn [pow]. unfold Rdiv. ring. Qed.

(* exp. *)
Fixpoint taylor_exp (n : nat) (t : R) : R :=
  match n with O => 1 | S m => taylor_exp m t + monomial n t end.

Lemma taylor_exp_derive (n : nat) (t : R) : is_derive (taylor_exp (S n)) t (taylor_exp n t).
Proof.
induction n as [| n IH]; [| exact (is_derive_plus _ _ t _ _ IH (monomial_derive (S n) t))].
replace (taylor_exp 0 t) with (0 + monomial 0 t) by (unfold monomial; cbn; lra).
exact (is_derive_plus _ _ t _ _ (is_derive_const (V := R_NormedModule) 1 t) (monomial_derive 0 t)).
Qed.

Lemma taylor_exp_at_0 (n : nat) : taylor_exp n 0 = 1.
Proof. induction n; cbn [taylor_exp]; [easy |]. rewrite IHn, monomial_at_0. lra. Qed.

(* The sign that turns with each order. *)
Lemma sign_turns (n : nat) : (-1) ^ S n = - (-1) ^ n.
Proof. cbn [pow]. ring. Qed.

Lemma exp_above (n : nat) (t : R) : 0 <= t -> 0 <= exp t - taylor_exp n t.
Proof.
revert t. induction n as [| n IH]; intro t.
- apply (grows_from_zero (fun x => exp x - 1) (fun x => exp x)).
  + intro x. auto_derive; [easy | ring].
  + rewrite exp_0. lra.
  + intros x _. apply Rlt_le, exp_pos.
- apply (grows_from_zero (fun x => exp x - taylor_exp (S n) x) (fun x => exp x - taylor_exp n x)).
  + intro x. exact (is_derive_minus _ _ x _ _ (is_derive_exp x) (taylor_exp_derive n x)).
  + rewrite exp_0, taylor_exp_at_0. lra.
  + exact IH.
Qed.

Lemma exp_of_minus (n : nat) (t : R) :
  0 <= t -> 0 <= (-1) ^ S n * (exp (- t) - taylor_exp n (- t)).
Proof.
assert (turned : forall f a x, is_derive f (- x) a -> is_derive (fun y => f (- y)) x (- a)).
{ intros f a x d. replace (- a) with (scal (-1) a) by (cbn; unfold mult; cbn; ring).
  apply (is_derive_comp f Ropp); [exact d | auto_derive; [easy | ring]]. }
revert t. induction n as [| n IH]; intro t.
- apply (grows_from_zero (fun x => (-1) ^ 1 * (exp (- x) - 1)) (fun x => exp (- x))).
  + intro x. auto_derive; [easy | ring].
  + rewrite Ropp_0, exp_0. ring.
  + intros x _. apply Rlt_le, exp_pos.
- apply (grows_from_zero (fun x => (-1) ^ S (S n) * (exp (- x) - taylor_exp (S n) (- x)))
    (fun x => (-1) ^ S n * (exp (- x) - taylor_exp n (- x)))).
  + intro x. rewrite (sign_turns (S n)).
    replace ((-1) ^ S n * (exp (- x) - taylor_exp n (- x)))
      with (- (-1) ^ S n * (- exp (- x) - - taylor_exp n (- x))) by ring.
    apply (is_derive_scal (fun y => exp (- y) - taylor_exp (S n) (- y))).
    exact (is_derive_minus _ _ x _ _ (turned _ _ x (is_derive_exp (- x)))
      (turned _ _ x (taylor_exp_derive n (- x)))).
  + rewrite Ropp_0, exp_0, taylor_exp_at_0. ring.
  + exact IH.
Qed.

(* cos and sin, of orders 2n and 2n + 1. *)
Fixpoint taylor_cos (n : nat) (t : R) : R :=
  match n with O => 1 | S m => taylor_cos m t + (-1) ^ n * monomial (2 * n) t end.
Fixpoint taylor_sin (n : nat) (t : R) : R :=
  match n with O => t | S m => taylor_sin m t + (-1) ^ n * monomial (S (2 * n)) t end.

Lemma taylor_sin_derive (n : nat) (t : R) : is_derive (taylor_sin n) t (taylor_cos n t).
Proof.
induction n as [| n IH]; [apply (is_derive_id t) |].
exact (is_derive_plus _ _ t _ _ IH (is_derive_scal _ t _ _ (monomial_derive (2 * S n) t))).
Qed.

Lemma taylor_cos_derive (n : nat) (t : R) : is_derive (taylor_cos (S n)) t (- taylor_sin n t).
Proof.
induction n as [| n IH].
- replace (- taylor_sin 0 t) with (0 + (-1) ^ 1 * monomial 1 t) by (unfold monomial; cbn; lra).
  exact (is_derive_plus _ _ t _ _ (is_derive_const (V := R_NormedModule) 1 t)
    (is_derive_scal _ t _ _ (monomial_derive 1 t))).
- replace (- taylor_sin (S n) t)
    with (- taylor_sin n t + (-1) ^ S (S n) * monomial (S (2 * S n)) t)
    by (cbn [taylor_sin]; rewrite (sign_turns (S n)); ring).
  replace (S (2 * S n)) with (2 * S n + 1)%nat by lia.
  apply (is_derive_plus _ _ t _ _ IH). apply is_derive_scal.
  replace (2 * S (S n))%nat with (S (2 * S n + 1)) by lia. apply monomial_derive.
Qed.

Lemma taylor_at_0 (n : nat) : taylor_cos n 0 = 1 /\ taylor_sin n 0 = 0.
Proof.
induction n as [| n [c s]]; [easy |]. cbn [taylor_cos taylor_sin].
rewrite c, s. replace (2 * S n)%nat with (S (S (2 * n))) by lia. rewrite !monomial_at_0. lra.
Qed.

Lemma cos_and_sin (n : nat) :
  (forall t : R, 0 <= t -> 0 <= (-1) ^ n * (taylor_cos n t - cos t)) /\
  (forall t : R, 0 <= t -> 0 <= (-1) ^ n * (taylor_sin n t - sin t)).
Proof.
assert (next : forall n, (forall t, 0 <= t -> 0 <= (-1) ^ n * (taylor_cos n t - cos t)) ->
  forall t, 0 <= t -> 0 <= (-1) ^ n * (taylor_sin n t - sin t)).
{ intros m c t. apply (grows_from_zero (fun x => (-1) ^ m * (taylor_sin m x - sin x))
    (fun x => (-1) ^ m * (taylor_cos m x - cos x))); [| | exact c].
  - intro x. apply (is_derive_scal (fun y => taylor_sin m y - sin y)).
    exact (is_derive_minus _ _ x _ _ (taylor_sin_derive m x) (is_derive_sin x)).
  - rewrite sin_0, (proj2 (taylor_at_0 m)). ring. }
assert (cosine : forall t, 0 <= t -> 0 <= (-1) ^ n * (taylor_cos n t - cos t)).
{ induction n as [| n c].
  - intros t _. destruct (COS_bound t). cbn. lra.
  - intro t. apply (grows_from_zero (fun x => (-1) ^ S n * (taylor_cos (S n) x - cos x))
      (fun x => (-1) ^ n * (taylor_sin n x - sin x))); [| | exact (next n c)].
    + intro x. rewrite sign_turns.
      replace ((-1) ^ n * (taylor_sin n x - sin x))
        with (- (-1) ^ n * (- taylor_sin n x - - sin x)) by ring.
      apply (is_derive_scal (fun y => taylor_cos (S n) y - cos y)).
      exact (is_derive_minus _ _ x _ _ (taylor_cos_derive n x) (is_derive_cos x)).
    + rewrite cos_0, (proj1 (taylor_at_0 (S n))). ring. }
split; [exact cosine | exact (next n cosine)].
Qed.

(* log(1 + t), whose derivative is the sum of a geometric series. *)
Fixpoint taylor_log (n : nat) (t : R) : R :=
  match n with O => 0 | S m => taylor_log m t - (-1) ^ n * t ^ n / INR n end.

Lemma taylor_log_derive (n : nat) (t : R) :
  1 + t <> 0 -> is_derive (taylor_log n) t ((1 - (- t) ^ n) / (1 + t)).
Proof.
intro p. induction n as [| n IH].
- replace ((1 - (- t) ^ 0) / (1 + t)) with 0 by (cbn; field; exact p).
  apply (is_derive_const (V := R_NormedModule) 0 t).
- replace ((1 - (- t) ^ S n) / (1 + t))
    with ((1 - (- t) ^ n) / (1 + t) - (-1) ^ S n * t ^ n).
  2:{ replace (- t) with (-1 * t) by ring. rewrite !Rpow_mult_distr. cbn [pow]. field. exact p. }
  apply (is_derive_minus _ (fun x => (-1) ^ S n * x ^ S n / INR (S n)) t _ _ IH).
  pose proof (lt_0_INR (S n) ltac:(lia)) as q.
  auto_derive; [easy |]. cbn [Nat.pred].
  change (match n with O => 1 | S _ => INR n + 1 end) with (INR (S n)) in *.
  rewrite sign_turns. field. lra.
Qed.

Lemma taylor_log_at_0 (n : nat) : taylor_log n 0 = 0.
Proof. induction n; cbn [taylor_log pow]; [easy |]. rewrite IHn. unfold Rdiv. ring. Qed.

(* What is 0 at 0 and grows from there to t is not negative at t. *)
Lemma grows_up_to (f f' : R -> R) (t : R) :
  0 <= t -> (forall x, 0 <= x <= t -> is_derive f x (f' x)) -> f 0 = 0 ->
  (forall x, 0 <= x <= t -> 0 <= f' x) -> 0 <= f t.
Proof.
intros p D z q. destruct (MVT_gen f 0 t f') as [c [b e]];
  rewrite Rmin_left, Rmax_right in * by exact p.
- intros x b. apply D. lra.
- intros x b. apply derivable_continuous_pt. exists (f' x). apply is_derive_Reals, D, b.
- rewrite z in e. pose proof (Rmult_le_pos _ _ (q c b) p). lra.
Qed.

Lemma log_ahead (n : nat) (t : R) : 0 <= t -> 0 <= (-1) ^ n * (ln (1 + t) - taylor_log n t).
Proof.
intro p. apply (grows_up_to (fun x => (-1) ^ n * (ln (1 + x) - taylor_log n x))
  (fun x => x ^ n / (1 + x)) t p).
- intros x [l _]. assert (q : 1 + x <> 0) by lra.
  replace (x ^ n / (1 + x)) with ((-1) ^ n * (/ (1 + x) - (1 - (- x) ^ n) / (1 + x))).
  2:{ replace (- x) with (-1 * x) by ring. rewrite Rpow_mult_distr.
      replace ((-1) ^ n * (/ (1 + x) - (1 - (-1) ^ n * x ^ n) / (1 + x)))
        with (((-1) * (-1)) ^ n * x ^ n / (1 + x))
        by (rewrite Rpow_mult_distr; field; exact q).
      replace (-1 * -1) with 1 by ring. rewrite pow1. field. exact q. }
  apply (is_derive_scal (fun y => ln (1 + y) - taylor_log n y)).
  apply (is_derive_minus (fun y => ln (1 + y)) _ x _ _); [| exact (taylor_log_derive n x q)].
  auto_derive; [lra | field; exact q].
- rewrite Rplus_0_r, ln_1, taylor_log_at_0. ring.
- intros x [l _]. apply Rdiv_le_0_compat; [apply pow_le; exact l | lra].
Qed.

Lemma log_behind (n : nat) (t : R) :
  0 <= t -> t < 1 -> 0 <= taylor_log n (- t) - ln (1 + - t).
Proof.
intros p u. apply (grows_up_to (fun x => taylor_log n (- x) - ln (1 + - x))
  (fun x => x ^ n / (1 + - x)) t p).
- intros x [_ l]. assert (q : 1 + - x <> 0) by lra.
  replace (x ^ n / (1 + - x)) with (- ((1 - (- - x) ^ n) / (1 + - x)) - - / (1 + - x))
    by (rewrite Ropp_involutive; field; exact q).
  apply (is_derive_minus (fun y => taylor_log n (- y)) (fun y => ln (1 + - y)) x).
  + replace (- ((1 - (- - x) ^ n) / (1 + - x))) with (scal (-1) ((1 - (- - x) ^ n) / (1 + - x)))
      by (cbn; unfold mult; cbn; ring).
    apply (is_derive_comp (taylor_log n) Ropp); [exact (taylor_log_derive n (- x) q) |].
    auto_derive; [easy | ring].
  + auto_derive; [lra | field; exact q].
- rewrite Ropp_0, Rplus_0_r, ln_1, taylor_log_at_0. ring.
- intros x [l m]. apply Rdiv_le_0_compat; [apply pow_le; exact l | lra].
Qed.

(* The polynomials written out, with their numbers. *)
Ltac written_out :=
  cbn [taylor_exp taylor_cos taylor_sin taylor_log Nat.mul Nat.add]; unfold monomial;
  repeat match goal with
  | |- context [product_to ?n] => let v := eval vm_compute in (product_to n) in
      change (product_to n) with v
  | |- context [INR ?n] => rewrite (INR_IZR_INZ n); let v := eval vm_compute in (Z.of_nat n) in
      change (Z.of_nat n) with v
  end.
