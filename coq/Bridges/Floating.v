(* Binary floating-point arithmetic of the standard IEEE 754, as Flocq defines it, with rounding to
   nearest: the error of one operation. *)
From Coq Require Import Reals Lra ZArith Lia.
From Flocq Require Import Core Relative BinarySingleNaN.
Open Scope R_scope.

Inductive operation := addition | subtraction | multiplication | division.

Definition exact (o : operation) (x y : R) : R :=
  match o with
  | addition => x + y | subtraction => x - y | multiplication => x * y | division => x / y end.

Section Format.
(* Numbers of prec digits, below 2^emax. *)
Context (prec emax : Z) {positive : Prec_gt_0 prec} {wide : Prec_lt_emax prec emax}.

Definition computed (o : operation) (m : mode) (x y : binary_float prec emax)
  : binary_float prec emax :=
  match o with
  | addition => Bplus m x y | subtraction => Bminus m x y
  | multiplication => Bmult m x y | division => Bdiv m x y end.

Definition to_nearest (m : mode) : Prop := m = mode_NE \/ m = mode_NA.

Lemma no_overflow m s (z : binary_float prec emax) : to_nearest m ->
  B2SF z = binary_overflow prec emax m s -> is_finite z = false.
Proof. intros [-> | ->]; destruct z; cbn; intro h; (discriminate h || reflexivity). Qed.

Lemma computed_by_rounding o m x y : to_nearest m -> is_finite x = true -> is_finite y = true ->
  (o = division -> B2R y <> 0) -> is_finite (computed o m x y) = true ->
  B2R (computed o m x y) =
    round radix2 (FLT_exp (3 - emax - prec) prec) (round_mode m) (exact o (B2R x) (B2R y)).
Proof.
intros near fx fy y0 finite.
destruct o; cbn [computed exact] in *;
  [ pose proof (Bplus_correct prec emax _ _ m x y fx fy) as c
  | pose proof (Bminus_correct prec emax _ _ m x y fx fy) as c
  | pose proof (Bmult_correct prec emax _ _ m x y) as c
  | pose proof (Bdiv_correct prec emax _ _ m x y (y0 eq_refl)) as c ];
  revert c; case Rlt_bool; intro c; try exact (proj1 c);
  [ destruct c as [c _] | destruct c as [c _] | | ];
  rewrite (no_overflow m _ _ near c) in finite; discriminate.
Qed.

(* Neither overflow: the result is a finite number; nor underflow: the exact result is 0 or at least
   as large as the least normal number, 2^(2 - emax). *)
Theorem error_of_an_operation o m x y : to_nearest m -> is_finite x = true -> is_finite y = true ->
  (o = division -> B2R y <> 0) -> is_finite (computed o m x y) = true ->
  exact o (B2R x) (B2R y) = 0 \/ bpow radix2 (2 - emax) <= Rabs (exact o (B2R x) (B2R y)) ->
  exists d, Rabs d <= bpow radix2 (- prec) /\
    B2R (computed o m x y) = exact o (B2R x) (B2R y) * (1 + d).
Proof.
intros near fx fy y0 finite normal. rewrite (computed_by_rounding o m x y) by assumption.
set (z := exact o (B2R x) (B2R y)) in *. clearbody z.
destruct normal as [-> | normal].
- exists 0. rewrite Rabs_R0, round_0 by (destruct near as [-> | ->]; exact _).
  split; [apply bpow_ge_0 | ring].
- assert (half : / 2 * bpow radix2 (- prec + 1) = bpow radix2 (- prec))
    by (rewrite bpow_plus; cbn; field).
  assert (low : bpow radix2 (3 - emax - prec + prec - 1) <= Rabs z)
    by (replace (3 - emax - prec + prec - 1)%Z with (2 - emax)%Z by ring; exact normal).
  rewrite <- half.
  destruct near as [-> | ->]; cbn [round_mode];
    [ destruct (relative_error_N_FLT_ex radix2 (3 - emax - prec) prec positive
        (fun t => negb (Z.even t)) z low) as [d [b e]]
    | destruct (relative_error_N_FLT_ex radix2 (3 - emax - prec) prec positive
        (Z.leb 0) z low) as [d [b e]] ];
    exists d; split; assumption.
Qed.
End Format.

Local Instance some_digits : Prec_gt_0 53 := eq_refl.
Local Instance wide_enough : Prec_lt_emax 53 1024 := eq_refl.

(* Double precision. Fact `standard-model-of-floating-point-arithmetic`, with the theorem above.
   Source: Higham (2002), (2.4). *)
Theorem error_of_an_operation_in_double_precision o m (x y : binary_float 53 1024) :
  to_nearest m -> is_finite x = true -> is_finite y = true ->
  (o = division -> B2R y <> 0) -> is_finite (computed 53 1024 o m x y) = true ->
  exact o (B2R x) (B2R y) = 0 \/ bpow radix2 (- 1022) <= Rabs (exact o (B2R x) (B2R y)) ->
  exists d, Rabs d <= / 2 ^ 53 /\
    B2R (computed 53 1024 o m x y) = exact o (B2R x) (B2R y) * (1 + d).
Proof.
intros near fx fy y0 finite normal.
destruct (error_of_an_operation 53 1024 o m x y near fx fy y0 finite normal) as [d [b e]].
exists d. split; [ | exact e]. replace (/ 2 ^ 53) with (bpow radix2 (- 53)); [exact b | ].
cbn. f_equal. lra.
Qed.
