(* R^n is complete, bounded sequences have convergent subsequences, sequences of finite length
   converge. *)
From Coq Require Import Reals Lra Psatz Lia ConstructiveEpsilon.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid.
Open Scope R_scope.

Definition tends {E : Euclid} (x : nat -> E) (l : E) : Prop :=
  forall e, 0 < e -> exists N, forall n, (N <= n)%nat -> norm (minus (x n) l) < e.

Definition cauchy {E : Euclid} (x : nat -> E) : Prop :=
  forall e, 0 < e -> exists N, forall n m, (N <= n)%nat -> (N <= m)%nat
    -> norm (minus (x n) (x m)) < e.

Definition bounded {E : Euclid} (x : nat -> E) : Prop := exists K, forall n, norm (x n) <= K.

Definition increasing (k : nat -> nat) : Prop := forall n, (k n < k (S n))%nat.

Lemma increasing_large k : increasing k -> forall n, (n <= k n)%nat.
Proof. intros h n. induction n; [lia | specialize (h n); lia]. Qed.

Lemma norm_R1 (x : R) : norm (x : R1) = Rabs x.
Proof. exact (sqrt_Rsqr_abs x). Qed.

Section Pairs.
Context (F : Euclid).
Let E := prod_Euclid R1 F.

Lemma norm_pair (p : E) : norm p ^ 2 = fst p ^ 2 + norm (snd p) ^ 2.
Proof. rewrite !norm_sqr. destruct p as [a u]. cbn. ring. Qed.

Lemma norm_fst (p : E) : Rabs (fst p) <= norm p.
Proof.
apply square_le; [apply norm_pos | ]. rewrite pow2_abs, norm_pair.
pose proof (pow2_ge_0 (norm (snd p))). lra.
Qed.

Lemma norm_snd (p : E) : norm (snd p) <= norm p.
Proof.
apply square_le; [apply norm_pos | ]. rewrite norm_pair. pose proof (pow2_ge_0 (fst p)). lra.
Qed.

Lemma norm_sum (p : E) : norm p <= Rabs (fst p) + norm (snd p).
Proof.
pose proof (Rabs_pos (fst p)). pose proof (norm_pos (snd p)).
apply square_le; [lra | ]. rewrite norm_pair, <- (pow2_abs (fst p)). nra.
Qed.

Lemma tends_pair (x : nat -> E) (a : R1) (u : F) :
  tends (fun n => fst (x n) : R1) a -> tends (fun n => snd (x n)) u -> tends x ((a, u) : E).
Proof.
intros A U e e0. destruct (A (e / 2)) as [N hN]; [lra | ]. destruct (U (e / 2)) as [M hM]; [lra | ].
exists (max N M). intros n h. specialize (hN n ltac:(lia)). specialize (hM n ltac:(lia)).
apply Rle_lt_trans with (1 := norm_sum (minus (x n) ((a, u) : E))).
assert (s1 : Rabs (fst (minus (x n) ((a, u) : E))) < e / 2) by (rewrite <- norm_R1; exact hN).
assert (s2 : norm (snd (minus (x n) ((a, u) : E))) < e / 2) by exact hM.
replace e with (e / 2 + e / 2) by field. apply Rplus_lt_compat; [exact s1 | exact s2].
Qed.
End Pairs.

Theorem complete_Rn n (x : nat -> Rn n) : cauchy x -> exists l, tends x l.
Proof.
revert x. induction n as [ | n IH]; intros x C.
- destruct (Rcomplete.R_complete x) as [l h].
  + intros e e0. destruct (C e e0) as [N hN]. exists N. intros p q hp hq.
    unfold R_dist. rewrite <- norm_R1. exact (hN p q hp hq).
  + exists l. intros e e0. destruct (h e e0) as [N hN]. exists N. intros p hp.
    specialize (hN p hp). unfold R_dist in hN. rewrite <- norm_R1 in hN. exact hN.
- destruct (Rcomplete.R_complete (fun k => fst (x k))) as [a ha].
  + intros e e0. destruct (C e e0) as [N hN]. exists N. intros p q hp hq. unfold R_dist.
    exact (Rle_lt_trans _ _ _ (norm_fst (Rn n) (minus (x p) (x q))) (hN p q hp hq)).
  + destruct (IH (fun k => snd (x k))) as [u hu].
    * intros e e0. destruct (C e e0) as [N hN]. exists N. intros p q hp hq.
      exact (Rle_lt_trans _ _ _ (norm_snd (Rn n) (minus (x p) (x q))) (hN p q hp hq)).
    * exists ((a, u) : Rn (S n)). apply tends_pair; [ | exact hu].
      intros e e0. destruct (ha e e0) as [N hN]. exists N. intros p hp.
      specialize (hN p hp). unfold R_dist in hN. rewrite <- norm_R1 in hN. exact hN.
Qed.

(* A bounded real sequence comes near its limit superior again and again. *)
Lemma bolzano_R (s : nat -> R) : (exists K, forall n, Rabs (s n) <= K) ->
  exists l k, increasing k /\ tends (fun n => s (k n) : R1) l.
Proof.
intros [K h]. destruct (ex_LimSup_seq s) as [L lim].
assert (near : exists l : R, forall e, 0 < e
  -> forall N, exists n, (N <= n)%nat /\ Rabs (s n - l) < e).
{ destruct L as [l | | ]; cbn in lim.
  - exists l. intros e e0 N. destruct (lim (mkposreal e e0)) as [often [M late]]. cbn in *.
    destruct (often (max N M)) as [n [hn hs]]. exists n. split; [lia | ].
    specialize (late n ltac:(lia)). apply Rabs_def1; lra.
  - exfalso. destruct (lim K O) as [n [_ hn]]. specialize (h n). apply Rabs_le_between in h. lra.
  - exfalso. destruct (lim (- K)) as [N hN]. specialize (hN N (le_n N)). specialize (h N).
    apply Rabs_le_between in h. lra. }
destruct near as [l near]. exists l.
assert (pick : forall N m, {n | (N <= n)%nat /\ Rabs (s n - l) < / (INR m + 1)}).
{ intros N m. apply constructive_indefinite_ground_description_nat.
  - intro n. destruct (Compare_dec.le_dec N n); [ | right; tauto].
    destruct (Rlt_dec (Rabs (s n - l)) (/ (INR m + 1))); [left | right]; tauto.
  - apply near. apply Rinv_0_lt_compat. pose proof (pos_INR m). lra. }
set (k := fix k n := match n with O => proj1_sig (pick O O) | S m => proj1_sig (pick (S (k m)) (S
  m)) end).
exists k. split.
- intro n. change (k (S n)) with (proj1_sig (pick (S (k n)) (S n))).
  pose proof (proj1 (proj2_sig (pick (S (k n)) (S n)))). lia.
- assert (close : forall n, Rabs (s (k n) - l) < / (INR n + 1)).
  { intros [ | n]; [exact (proj2 (proj2_sig (pick O O))) | ].
    exact (proj2 (proj2_sig (pick (S (k n)) (S n)))). }
  intros e e0. destruct (archimed_cor1 e e0) as [N [hN Npos]]. exists N. intros n hn.
  assert (b : Rabs (s (k n) - l) < e).
  { apply Rlt_trans with (1 := close n). apply Rle_lt_trans with (2 := hN).
    assert (0 < INR N) by (apply lt_0_INR; exact Npos). apply le_INR in hn.
    apply Rinv_le_contravar; lra. }
  rewrite <- norm_R1 in b. exact b.
Qed.

Theorem bolzano_Rn n (x : nat -> Rn n) : bounded x ->
  exists l k, increasing k /\ tends (fun i => x (k i)) l.
Proof.
revert x. induction n as [ | n IH]; intros x [K h].
- apply bolzano_R. exists K. intro i. rewrite <- norm_R1. apply h.
- destruct (bolzano_R (fun i => fst (x i))) as [a [k [ik ta]]].
  { exists K. intro i. apply Rle_trans with (2 := h i). exact (norm_fst (Rn n) (x i)). }
  destruct (IH (fun i => snd (x (k i)))) as [u [j [ij tu]]].
  { exists K. intro i. apply Rle_trans with (2 := h (k i)). exact (norm_snd (Rn n) (x (k i))). }
  exists ((a, u) : Rn (S n)), (fun i => k (j i)). split.
  + assert (mono : forall p q, (p < q)%nat -> (k p < k q)%nat).
    { intros p q pq. induction pq; [apply ik | specialize (ik m); lia]. }
    intro i. apply mono, ij.
  + apply tends_pair; [ | exact tu]. intros e e0. destruct (ta e e0) as [N hN]. exists N.
    intros i hi. apply (hN (j i)). pose proof (increasing_large j ij i). lia.
Qed.

(* The length of the path through x_0, ..., x_n. *)
Fixpoint path_length {E : Euclid} (x : nat -> E) (n : nat) : R :=
  match n with O => 0 | S n => path_length x n + norm (minus (x (S n)) (x n)) end.

Lemma path_bound {E : Euclid} (x : nat -> E) (n d : nat) :
  norm (minus (x (d + n)%nat) (x n)) <= path_length x (d + n) - path_length x n.
Proof.
induction d as [ | d IH]; cbn.
- unfold minus. rewrite plus_opp_r, norm_zero. lra.
- assert (e : minus (x (S (d + n))) (x n) =
    plus (minus (x (S (d + n))) (x (d + n)%nat)) (minus (x (d + n)%nat) (x n))).
  { apply dot_minus_zero. intro z. rewrite (dot_plus E), !dot_minus. ring. }
  rewrite e. pose proof (norm_triangle (minus (x (S (d + n))) (x (d + n)%nat)) (minus (x (d +
    n)%nat) (x n))).
  lra.
Qed.

Lemma path_length_sum {E : Euclid} (x : nat -> E) n :
  path_length x (S n) = sum_n (fun i => norm (minus (x (S i)) (x i))) n.
Proof.
induction n as [ | n IH]; [rewrite sum_O; cbn; ring | ].
rewrite sum_Sn, <- IH. reflexivity.
Qed.

Lemma finite_length_is_cauchy {E : Euclid} (x : nat -> E) (K : R) :
  (forall n, sum_n (fun i => norm (minus (x (S i)) (x i))) n <= K) -> cauchy x.
Proof.
intro B. destruct (ex_finite_lim_seq_incr (path_length x) (Rmax 0 K)) as [l h].
- intro n. cbn. pose proof (norm_pos (minus (x (S n)) (x n))). lra.
- intros [ | n]; [apply Rmax_l | ]. rewrite path_length_sum.
  apply Rle_trans with (1 := B n), Rmax_r.
- assert (mono : forall n d, path_length x n <= path_length x (d + n)).
  { intros n d. pose proof (path_bound x n d).
    pose proof (norm_pos (minus (x (d + n)%nat) (x n))). lra. }
  intros e e0. apply is_lim_seq_spec in h. destruct (h (mkposreal (e / 2) ltac:(lra))) as [N hN].
  cbn in hN.
  assert (one : forall p q, (N <= p)%nat -> (p <= q)%nat -> norm (minus (x q) (x p)) < e).
  { intros p q hp pq. pose proof (path_bound x p (q - p)) as b.
    replace (q - p + p)%nat with q in b by lia.
    pose proof (hN p hp) as u. pose proof (hN q ltac:(lia)) as v.
    apply Rabs_def2 in u. apply Rabs_def2 in v. lra. }
  exists N. intros p q hp hq. destruct (Compare_dec.le_dec p q) as [le | gt].
  + rewrite norm_minus_sym. apply one; auto.
  + apply one; [auto | lia].
Qed.

(* Fact `bounded-sequences-and-finite-length`. Source: Rudin (1976), Theorems 3.6 and 3.11. *)
Theorem bounded_sequences_and_finite_length n (x : nat -> Rn n) :
  (bounded x -> exists l k, increasing k /\ tends (fun i => x (k i)) l) /\
  (cauchy x -> exists l, tends x l) /\
  ((exists K, forall N, sum_n (fun i => norm (minus (x (S i)) (x i))) N <= K)
    -> exists l, tends x l).
Proof.
split; [apply bolzano_Rn | split; [apply complete_Rn | ]].
intros [K B]. apply complete_Rn, (finite_length_is_cauchy x K B).
Qed.
