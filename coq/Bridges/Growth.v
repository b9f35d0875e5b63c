(* PL and smoothness on R^n: the iterates of descent have finite length and converge to a minimum,
   and f grows quadratically away from its minima. *)
From Coq Require Import Reals Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid Bridges.Derivative Bridges.Smooth Bridges.Complete.
From Provenscape Require Import Bridges.Descent.
Open Scope R_scope.

Section Run.
Context {E : Euclid} (f : E -> R) (g : E -> E) (L eta mu fs : R).
Hypothesis (G : forall x, gradient_at f x (g x)) (Lip : lipschitz (fun _ => True) g L)
  (eta0 : 0 < eta) (short : 0 < 1 - L * eta / 2) (mu0 : 0 < mu)
  (low : forall x, fs <= f x) (P : PL f g mu fs).

Lemma gap_nonnegative x : 0 <= f x - fs.
Proof. pose proof (low x). lra. Qed.

(* One step pays for its length with the root of the gap. *)
Lemma step_length x : (1 - L * eta / 2) * norm (scal (- eta) (g x)) <=
  sqrt (2 / mu) * (sqrt (f x - fs) - sqrt (f (plus x (scal (- eta) (g x))) - fs)).
Proof.
set (y := plus x _). pose proof (descent_step f g L G Lip eta x) as D. fold y in D.
rewrite norm_scal, Rabs_left by lra. rewrite <- (norm_sqr (g x)) in D.
pose proof (norm_pos (g x)) as n0. pose proof (P x) as p. rewrite <- (norm_sqr (g x)) in p.
pose proof (sqrt_pos (f x - fs)) as a0. pose proof (sqrt_pos (f y - fs)) as b0.
pose proof (pow2_sqrt _ (gap_nonnegative x)) as a2.
pose proof (pow2_sqrt _ (gap_nonnegative y)) as b2.
set (a := sqrt (f x - fs)) in *. set (b := sqrt (f y - fs)) in *. set (n := norm (g x)) in *.
set (c := 1 - L * eta / 2) in *.
assert (m0 : 0 < 2 / mu) by (apply Rdiv_lt_0_compat; lra).
pose proof (sqrt_lt_R0 _ m0) as r0. pose proof (pow2_sqrt _ (Rlt_le _ _ m0)) as r2.
set (r := sqrt (2 / mu)) in *.
assert (r2' : r ^ 2 * mu = 2) by (rewrite r2; field; lra).
assert (drop : eta * c * n ^ 2 <= a ^ 2 - b ^ 2) by lra.
assert (big : 2 * mu * a ^ 2 <= n ^ 2) by (rewrite a2; exact p).
assert (ec : 0 < eta * c) by (apply Rmult_lt_0_compat; auto).
assert (ba : b <= a) by (apply square_le; [auto | nra]).
assert (an : 2 * a <= r * n).
{ apply square_le; [apply Rmult_le_pos; lra | ]. replace ((r * n) ^ 2) with (r ^ 2 * n ^ 2) by ring.
  assert (r ^ 2 * (2 * mu * a ^ 2) <= r ^ 2 * n ^ 2) by (apply Rmult_le_compat_l; [nra | auto]).
  nra. }
replace (c * (- - eta * n)) with (eta * c * n) by ring.
destruct (Rle_lt_or_eq_dec _ _ n0) as [np | nz].
- apply Rmult_le_reg_r with n; [exact np | ].
  apply Rle_trans with ((a - b) * (2 * a)).
  + assert ((a - b) * (a + b) <= (a - b) * (2 * a)) by (apply Rmult_le_compat_l; lra). nra.
  + replace (r * (a - b) * n) with ((a - b) * (r * n)) by ring. apply Rmult_le_compat_l; lra.
- rewrite <- nz, Rmult_0_r. apply Rmult_le_pos; lra.
Qed.

Lemma path_of_descent x k : (1 - L * eta / 2) * path_length (descent g eta x) k <=
  sqrt (2 / mu) * (sqrt (f x - fs) - sqrt (f (descent g eta x k) - fs)).
Proof.
induction k as [ | k IH]; cbn [path_length]; [cbn; lra | ].
pose proof (step_length (descent g eta x k)) as step.
assert (e : minus (descent g eta x (S k)) (descent g eta x k) =
  scal (- eta) (g (descent g eta x k))) by (cbn [descent]; apply plus_minus_left).
rewrite e. cbn [descent]. lra.
Qed.

(* The whole path is at most sqrt(2 gap / mu) / (1 - L eta / 2) long. *)
Theorem descent_has_finite_length x k : (1 - L * eta / 2) * path_length (descent g eta x) k <=
  sqrt (2 / mu) * sqrt (f x - fs).
Proof.
pose proof (path_of_descent x k) as h. pose proof (sqrt_pos (f (descent g eta x k) - fs)).
pose proof (sqrt_pos (2 / mu)). nra.
Qed.

Lemma gap_contracts x k : f (descent g eta x k) - fs <=
  Rmax 0 (1 - 2 * mu * (eta * (1 - L * eta / 2))) ^ k * (f x - fs).
Proof.
set (q := 1 - 2 * mu * (eta * (1 - L * eta / 2))).
induction k as [ | k IH]; cbn; [lra | ]. set (y := descent g eta x k) in *.
pose proof (descent_step f g L G Lip eta y) as D. pose proof (P y) as p.
pose proof (gap_nonnegative y).
assert (0 < eta * (1 - L * eta / 2)) by (apply Rmult_lt_0_compat; auto).
apply Rle_trans with (q * (f y - fs)); [unfold q; nra | ].
apply Rle_trans with (Rmax 0 q * (f y - fs)); [apply Rmult_le_compat_r; [auto | apply Rmax_r] | ].
rewrite Rmult_assoc. apply Rmult_le_compat_l; [apply Rmax_l | exact IH].
Qed.
End Run.

(* Fact `pl-descent-path-length`, with the length of the path above: on R^n the iterates converge to
   a minimum p, which is attained, and (1 - L eta / 2) |p - x| <= sqrt(2 gap / mu).
   Source: Karimi, Nutini & Schmidt (2016), PL → QG. *)
Theorem descent_converges_to_a_minimum n (f : Rn n -> R) (g : Rn n -> Rn n) (L eta mu fs : R) :
  (forall x, gradient_at f x (g x)) -> lipschitz (fun _ => True) g L -> 0 < eta ->
  0 < 1 - L * eta / 2 -> 0 < mu -> (forall x, fs <= f x) -> PL f g mu fs ->
  forall x, exists p, tends (descent g eta x) p /\ f p = fs /\
    (1 - L * eta / 2) * norm (minus p x) <= sqrt (2 / mu) * sqrt (f x - fs).
Proof.
intros G Lip eta0 short mu0 low P x.
set (c := 1 - L * eta / 2). set (B := sqrt (2 / mu) * sqrt (f x - fs)).
assert (len : forall k, c * path_length (descent g eta x) k <= B)
  by (intro k; exact (descent_has_finite_length f g L eta mu fs G Lip eta0 short mu0 low P x k)).
assert (C : cauchy (descent g eta x)).
{ apply (finite_length_is_cauchy _ (B / c)). intro k. rewrite <- path_length_sum.
  apply Rmult_le_reg_l with c; [exact short | ].
  replace (c * (B / c)) with B by (field; unfold c; lra). apply len. }
destruct (complete_Rn n _ C) as [p lim]. exists p. split; [exact lim | split].
- apply Rle_antisym; [ | apply low]. apply Rnot_lt_le. intro above.
  set (e := (f p - fs) / 2). assert (e0 : 0 < e) by (unfold e; lra).
  destruct (G p 1 Rlt_0_1) as [r [r0 near]]. pose proof (norm_pos (g p)) as gp.
  set (q := Rmax 0 (1 - 2 * mu * (eta * c))).
  assert (q0 : 0 <= q) by apply Rmax_l.
  assert (q1 : q < 1).
  { apply Rmax_lub_lt; [lra | ].
    assert (0 < eta * c) by (apply Rmult_lt_0_compat; auto). nra. }
  pose proof (low x) as lx.
  destruct (pow_lt_1_zero q) with (y := e / (f x - fs + 1)) as [N hN].
  { rewrite Rabs_pos_eq; auto. }
  { apply Rdiv_lt_0_compat; lra. }
  destruct (lim (Rmin r (e / (1 + norm (g p))))) as [M hM].
  { apply Rmin_glb_lt; [auto | apply Rdiv_lt_0_compat; lra]. }
  specialize (hN (max N M) ltac:(lia)). specialize (hM (max N M) ltac:(lia)).
  set (k := max N M) in *. rewrite Rabs_pos_eq in hN by (apply pow_le; auto).
  pose proof (gap_contracts f g L eta mu fs G Lip eta0 short low P x k) as gap.
  fold c in gap. fold q in gap.
  apply Rlt_div_r in hN; [ | lra].
  pose proof (pow_le q k q0).
  set (h := minus (descent g eta x k) p) in *.
  assert (h1 : norm h < r) by (eapply Rlt_le_trans; [exact hM | apply Rmin_l]).
  assert (h2 : norm h < e / (1 + norm (g p))) by (eapply Rlt_le_trans; [exact hM | apply Rmin_r]).
  specialize (near h h1). unfold h in near at 1. rewrite plus_minus_same in near.
  apply Rlt_div_r in h2; [ | lra].
  pose proof (cauchy_schwarz_abs (g p) h) as cs. apply Rabs_le_between in cs.
  apply Rabs_le_between in near. unfold e in *. nra.
- apply Rnot_lt_le. intro over. set (e := c * norm (minus p x) - B).
  destruct (lim (e / (2 * c))) as [N hN]; [apply Rdiv_lt_0_compat; unfold e, c in *; lra | ].
  specialize (hN N (le_n N)).
  assert (tri : norm (minus p x) <=
    norm (minus p (descent g eta x N)) + norm (minus (descent g eta x N) x)).
  { assert (s : minus p x = plus (minus p (descent g eta x N)) (minus (descent g eta x N) x)).
    { apply dot_minus_zero. intro z. rewrite (dot_plus (Rn n)), !dot_minus. ring. }
    rewrite s. apply norm_triangle. }
  pose proof (path_bound (descent g eta x) 0 N) as pb. rewrite Nat.add_0_r in pb.
  cbn [path_length descent] in pb. specialize (len N). rewrite norm_minus_sym in hN.
  assert (c0 : 0 < c) by exact short.
  apply Rmult_lt_compat_l with (r := c) in hN; [ | exact c0].
  replace (c * (e / (2 * c))) with (e / 2) in hN by (field; lra).
  apply Rmult_le_compat_l with (r := c) in tri; [ | lra].
  apply Rmult_le_compat_l with (r := c) in pb; [ | lra]. unfold e in *. lra.
Qed.

(* Fact `quadratic-growth-under-pl`. Source: Karimi, Nutini & Schmidt (2016), PL → QG. *)
Theorem pl_quadratic_growth n (f : Rn n -> R) (g : Rn n -> Rn n) (L mu fs : R) :
  (forall x, gradient_at f x (g x)) -> lipschitz (fun _ => True) g L -> 0 < mu ->
  (forall x, fs <= f x) -> PL f g mu fs ->
  (exists p, f p = fs) /\
  forall x p, f p = fs -> (forall q, f q = fs -> norm (minus p x) <= norm (minus q x)) ->
    mu / 2 * norm (minus p x) ^ 2 <= f x - fs.
Proof.
intros G Lip mu0 low P.
assert (reach : forall t x, 0 < t < 1 -> exists q, f q = fs /\
  (1 - t) * norm (minus q x) <= sqrt (2 / mu) * sqrt (f x - fs)).
{ intros t x ht. set (eta := 2 * t / (Rabs L + 1)). pose proof (Rabs_pos L) as L0.
  assert (eta0 : 0 < eta) by (apply Rdiv_lt_0_compat; lra).
  assert (small : L * eta / 2 <= t).
  { replace t with ((Rabs L + 1) * eta / 2) at 1 by (unfold eta; field; lra).
    pose proof (Rle_abs L). nra. }
  destruct (descent_converges_to_a_minimum n f g L eta mu fs G Lip eta0 ltac:(lra) mu0 low P x)
    as [q [_ [v b]]].
  exists q. split; [exact v | ]. pose proof (norm_pos (minus q x)). nra. }
split.
- destruct (reach (1 / 2) zero) as [q [v _]]; [lra | ]. now exists q.
- intros x p v near. set (d := norm (minus p x)). set (B := sqrt (2 / mu) * sqrt (f x - fs)).
  assert (B0 : 0 <= B) by (apply Rmult_le_pos; apply sqrt_pos).
  assert (dB : d <= B).
  { apply Rnot_lt_le. intro over. set (t := (d - B) / (2 * d)).
    assert (td : t * (2 * d) = d - B) by (unfold t; field; lra).
    assert (t0 : 0 < t) by (unfold t; apply Rdiv_lt_0_compat; lra).
    assert (t1 : t < 1) by nra.
    destruct (reach t x (conj t0 t1)) as [q [w b]]. specialize (near q w).
    fold d in near. fold B in b.
    assert ((1 - t) * d <= (1 - t) * norm (minus q x)) by (apply Rmult_le_compat_l; lra). lra. }
  assert (m0 : 0 < 2 / mu) by (apply Rdiv_lt_0_compat; lra).
  assert (sq : B ^ 2 = 2 / mu * (f x - fs)).
  { unfold B. rewrite Rpow_mult_distr, !pow2_sqrt; [reflexivity | specialize (low x); lra | lra]. }
  replace (f x - fs) with (mu / 2 * B ^ 2) by (rewrite sq; field; lra).
  apply Rmult_le_compat_l; [lra | ]. apply pow_incr. split; [apply norm_pos | exact dB].
Qed.
