(* What follows in the limit from a claim about every state of an iteration. *)
From Provenscape Require Export EndToEnd.Tools.
Open Scope R_scope.

(* What is visited again and again is visited as often as one wishes. *)
Lemma visited_often (v : nat -> R) : (forall k, 0 <= v k) ->
  (forall N, exists k, (N <= k)%nat /\ v k = 1) -> forall K, exists k, K < before v k.
Proof.
intros v0 again.
assert (count : forall m, exists k, INR m <= before v k).
{ induction m as [ | m [k IH]]; [exists 0%nat; cbn; lra | ].
  destruct (again k) as [j [le one]]. exists (S j). rewrite S_INR. cbn [before]. rewrite one.
  assert (up : before v k <= before v j).
  { clear - v0 le. induction le as [ | j le IH]; [lra | cbn [before]; specialize (v0 j); lra]. }
  lra. }
intro K. destruct (nfloor_ex (Rabs K) (Rabs_pos K)) as [m [_ above']].
destruct (count (S m)) as [k most]. exists k. rewrite S_INR in most. pose proof (Rle_abs K). lra.
Qed.

(* Where values fall to the infimum along a sequence that tends to a point, it is a minimum. *)
Lemma limit_is_minimum {E : Euclid} (f : E -> R) (g : E -> E) (L fs : R) (x : nat -> E) (p : E) :
  (forall y, gradient_at f y (g y)) -> lipschitz everywhere g L -> (forall y, fs <= f y) ->
  tends x p -> is_lim_seq (fun k => f (x k) - fs) 0 -> f p = fs.
Proof.
intros G Lip low t lim. apply Rle_antisym; [ | apply low].
apply Rnot_lt_le. intro c. set (d := f p - fs).
assert (d0 : 0 < d) by (unfold d; lra).
apply is_lim_seq_spec in lim. destruct (lim (mkposreal (d / 4) ltac:(lra))) as [N hN].
cbn [pos] in hN.
set (M := norm (g p) + Rabs L + 1).
assert (M0 : 1 <= M) by (unfold M; pose proof (norm_pos (g p)); pose proof (Rabs_pos L); lra).
destruct (t (Rmin 1 (d / (4 * M)))) as [N' hN'].
{ apply Rmin_glb_lt; [lra | apply Rdiv_lt_0_compat; lra]. }
set (k := max N N'). specialize (hN k ltac:(lia)). specialize (hN' k ltac:(lia)).
rewrite Rminus_0_r in hN. apply Rabs_def2 in hN.
set (r := norm (minus (x k) p)) in *.
assert (r1 : r < 1) by exact (Rlt_le_trans _ _ _ hN' (Rmin_l _ _)).
assert (rM : M * r < d / 4).
{ replace (d / 4) with (M * (d / (4 * M))) by (field; lra).
  apply Rmult_lt_compat_l; [lra | exact (Rlt_le_trans _ _ _ hN' (Rmin_r _ _))]. }
pose proof (below f g L G Lip p (x k)) as b. rewrite <- norm_sqr in b. fold r in b.
pose proof (cauchy_schwarz (opp (g p)) (minus (x k) p)) as a.
rewrite norm_opp, dot_opp in a. fold r in a.
assert (r0 : 0 <= r) by apply norm_pos.
assert (q : L / 2 * r ^ 2 <= Rabs L * r).
{ assert (u : r ^ 2 <= r) by nra. pose proof (pow2_ge_0 r).
  pose proof (Rmult_le_compat_r (r ^ 2) _ _ ltac:(assumption) (Rle_abs L)).
  pose proof (Rmult_le_compat_l _ _ _ (Rabs_pos L) u).
  pose proof (Rmult_le_pos _ _ (Rabs_pos L) r0). lra. }
unfold M in rM. unfold d in *. nra.
Qed.

(* A bound on every gap by a power of a number below 1. *)
Lemma geometric_gap (h : nat -> R) (q c : R) : 0 <= q < 1 -> (forall k, 0 <= h k <= q ^ k * c) ->
  is_lim_seq h 0.
Proof.
intros [q0 q1] b. apply (is_lim_seq_le_le (fun _ => 0) h (fun k => q ^ k * c)).
- exact b.
- apply is_lim_seq_const.
- replace (Finite 0) with (Rbar_mult (Finite 0) (Finite c)) by (cbn; f_equal; ring).
  apply is_lim_seq_scal_r, is_lim_seq_geom. rewrite Rabs_pos_eq; lra.
Qed.
