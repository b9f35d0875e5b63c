(* Sequences and sums of real numbers. *)
From Coq Require Import Reals Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

(* Fact `limits-keep-inequalities`. The limits superior and inferior may be infinite. Source:
   Rudin (1976), Theorem 3.19. *)
Theorem limits_keep_inequalities (s t : nat -> R) : eventually (fun n => s n <= t n) ->
  Rbar_le (LimInf_seq s) (LimInf_seq t) /\ Rbar_le (LimSup_seq s) (LimSup_seq t) /\
  forall a b, is_lim_seq s a -> is_lim_seq t b -> Rbar_le a b.
Proof.
intro le. split; [ | split].
- apply LimInf_le. exact le.
- apply LimSup_le. exact le.
- intros a b. apply is_lim_seq_le_loc. exact le.
Qed.

(* Fact `monotone-sequences-converge`. Source: Rudin (1976), Theorem 3.14. *)
Theorem monotone_sequences_converge (s : nat -> R) :
  (forall n, s n <= s (S n)) \/ (forall n, s (S n) <= s n) ->
  ((exists l : R, is_lim_seq s l) <-> exists K, forall n, Rabs (s n) <= K).
Proof.
intro mono. split.
- intros [l h]. destruct mono as [up | down].
  + exists (Rabs (s O) + Rabs l). intro n. pose proof (is_lim_seq_incr_compare s l h up n).
    assert (s O <= s n) by (clear - up; induction n; [lra | specialize (up n); lra]).
    unfold Rabs; repeat destruct Rcase_abs; lra.
  + exists (Rabs (s O) + Rabs l). intro n. pose proof (is_lim_seq_decr_compare s l h down n).
    assert (s n <= s O) by (clear - down; induction n; [lra | specialize (down n); lra]).
    unfold Rabs; repeat destruct Rcase_abs; lra.
- intros [K h]. destruct mono as [up | down].
  + destruct (ex_finite_lim_seq_incr s K up) as [l c]; [ | now exists l].
    intro n. specialize (h n). apply Rabs_le_between in h. lra.
  + destruct (ex_finite_lim_seq_decr s (- K) down) as [l c]; [ | now exists l].
    intro n. specialize (h n). apply Rabs_le_between in h. lra.
Qed.

(* Fact `binomial-theorem`. Source: DLMF, 1.2(i). *)
Theorem binomial_theorem (n : nat) (a b : R) :
  (a + b) ^ n = sum_n (fun k => INR (fact n) / (INR (fact k) * INR (fact (n - k))) * a ^ (n - k) *
    b ^ k) n.
Proof. rewrite Rplus_comm, binomial, sum_n_Reals. apply sum_eq. intros i _. unfold Binomial.C.
ring. Qed.

(* Vanishing gradients: where the sum of the nonnegative terms a_t (t < N) is at most K for all
   N, they tend to 0. *)
Theorem summable_terms_vanish (a : nat -> R) (K : R) : (forall n, 0 <= a n) ->
  (forall n, sum_n a n <= K) -> is_lim_seq a 0.
Proof.
intros p B. apply ex_series_lim_0.
destruct (ex_finite_lim_seq_incr (sum_n a) K) as [l h].
- intro n. rewrite sum_Sn. specialize (p (S n)). unfold plus; cbn. lra.
- exact B.
- exists l. exact h.
Qed.

(* Of N + 1 terms with sum at most K one is at most K / (N + 1). *)
Theorem some_term_is_small (a : nat -> R) (K : R) (N : nat) : sum_n a N <= K ->
  exists n, (n <= N)%nat /\ a n <= K / INR (S N).
Proof.
intro B. assert (exists n, (n <= N)%nat /\ INR (S N) * a n <= sum_n a N) as [n [le h]].
{ clear B. induction N as [ | N [n [le h]]].
  - exists O. split; [lia | ]. rewrite sum_O. cbn. lra.
  - rewrite sum_Sn. change (plus (sum_n a N) (a (S N))) with (sum_n a N + a (S N)).
    assert (INR (S N) > 0) by (apply lt_0_INR; lia). rewrite (S_INR (S N)).
    destruct (Rle_lt_dec (a n) (a (S N))).
    + exists n. split; [lia | ]. lra.
    + exists (S N). split; [lia | ]. assert (INR (S N) * a (S N) <= INR (S N) * a n)
        by (apply Rmult_le_compat_l; lra). lra. }
exists n. split; [exact le | ]. assert (0 < INR (S N)) by (apply lt_0_INR; lia).
apply Rmult_le_reg_l with (INR (S N)); [assumption | ].
replace (INR (S N) * (K / INR (S N))) with K by (field; lra). lra.
Qed.

(* Fact `powers-lie-above-their-tangents`. *)
Theorem powers_lie_above_their_tangents r k : 0 < r -> 0 <= k ->
  1 + k * (1 - r) <= Rpower r (- k).
Proof.
intros r0 k0. unfold Rpower. pose proof (exp_ineq1_le (- k * ln r)) as a.
pose proof (exp_ineq1_le (ln r)) as b. rewrite exp_ln in b by exact r0.
assert (k * (1 - r) <= - k * ln r); [ | lra].
assert (k * (1 - r) <= k * - ln r) by (apply Rmult_le_compat_l; lra). lra.
Qed.
