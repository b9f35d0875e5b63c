(* A PL function on R^n with a quadratic upper bound: a step of descent multiplies the gap by the
   square (1 - mu t)^2, by the maxima of f(z) - |z - a|^2/(2 s) over z. *)
From Coq Require Import Reals Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid Bridges.Derivative Bridges.Convex Bridges.Stationary.
From Provenscape Require Import Bridges.Continuous Bridges.Extreme Bridges.Limits Bridges.Descent.
Open Scope R_scope.

Lemma gradient_of_distance {E : Euclid} (a x : E) :
  gradient_at (fun z => norm (minus z a) ^ 2) x (scal 2 (minus x a)).
Proof.
intros e e0. exists e. split; [exact e0 | ]. intros h hr. rewrite !norm_sqr, !dot_minus,
  !dot_minus_r, !(dot_plus E), !dot_plus_r, (dot_scal E), !dot_minus, (dot_sym E h x),
  (dot_sym E h a), (dot_sym E a x).
replace (_ - _ - _) with (dot h h) by ring. rewrite <- norm_sqr. pose proof (norm_pos h).
rewrite Rabs_pos_eq by nra. nra.
Qed.

Lemma gradient_makes_continuous {E : Euclid} (f : E -> R) (g : E -> E) :
  (forall x, gradient_at f x (g x)) -> continuous_in (fun _ => True) f.
Proof.
intros G x _ e e0. destruct (G x 1) as [r [r0 B]]; [lra | ]. set (K := norm (g x) + 1).
pose proof (norm_pos (g x)). assert (K0 : 0 < K) by (unfold K; lra).
exists (Rmin r (e / K)). split; [apply Rmin_glb_lt; [exact r0 | now apply Rdiv_lt_0_compat] | ].
intros y _ near. cbn beta in near. pose proof (Rmin_l r (e / K)). pose proof (Rmin_r r (e / K)).
specialize (B (minus y x) ltac:(lra)). rewrite plus_minus_same in B. set (h := minus y x) in *.
pose proof (cauchy_schwarz_abs (g x) h) as S. apply Rabs_le_between in B, S.
assert (small : norm h * K < e).
{ replace e with (e / K * K) by (field; lra). apply Rmult_lt_compat_r; lra. }
unfold K in small. apply Rabs_def1; lra.
Qed.

(* What holds along a sequence that tends to 0 holds at 0, of functions with a derivative there. *)
Lemma inequality_at_the_limit (A B : R -> R) (e : nat -> R) : is_lim_seq e 0 ->
  ex_derive A 0 -> ex_derive B 0 -> (forall n, A (e n) <= B (e n)) -> A 0 <= B 0.
Proof.
intros lim a b h. apply (proj2 (proj2 (limits_keep_inequalities (fun n => A (e n))
  (fun n => B (e n)) (ex_intro _ O (fun n _ => h n)))) (A 0) (B 0)).
- apply is_lim_seq_continuous; [ | exact lim].
  apply continuity_pt_filterlim. exact (ex_derive_continuous A 0 a).
- apply is_lim_seq_continuous; [ | exact lim].
  apply continuity_pt_filterlim. exact (ex_derive_continuous B 0 b).
Qed.

Lemma inverses_vanish : is_lim_seq (fun n => / INR (S n)) 0.
Proof.
apply is_lim_seq_spec. intro e. destruct (small_inverse e (cond_pos e)) as [N h]. exists N.
intros n le. rewrite Rminus_0_r, Rabs_pos_eq; [now apply h | ].
apply Rlt_le, Rinv_0_lt_compat, lt_0_INR. lia.
Qed.

Section Contraction.
Context (n : nat) (f : Rn n -> R) (g : Rn n -> Rn n) (L mu fs : R).
Hypothesis (G : forall x, gradient_at f x (g x)) (L0 : 0 < L)
  (upper : forall x y, f y <= f x + dot (g x) (minus y x) + L / 2 * norm (minus y x) ^ 2)
  (low : forall x, fs <= f x) (P : PL f g mu fs).

(* z is where f(z) - |z - a|^2/(2 s) is greatest. *)
Definition envelope_at (a : Rn n) (s : R) (z : Rn n) : Prop :=
  forall y, f y - norm (minus y a) ^ 2 / (2 * s) <= f z - norm (minus z a) ^ 2 / (2 * s).

Let penalised a s y := norm (minus y a) ^ 2 / (2 * s) - f y.

Lemma gradient_of_penalised a s y : 0 < s ->
  gradient_at (penalised a s) y (minus (scal (/ s) (minus y a)) (g y)).
Proof.
intro s0. unfold penalised.
assert (e : scal (/ s) (minus y a) = scal (/ (2 * s)) (scal 2 (minus y a))).
{ apply dot_minus_zero. intro z. rewrite !(dot_scal (Rn n)). field. lra. }
rewrite e. apply gradient_minus; [ | apply G].
intros d d0. destruct (gradient_scal _ y _ (/ (2 * s)) (gradient_of_distance a y) d d0)
  as [r [r0 B]].
exists r. split; [exact r0 | ]. intros h hr. specialize (B h hr). unfold Rdiv.
rewrite !(Rmult_comm _ (/ (2 * s))). exact B.
Qed.

Theorem envelope_is_attained a s : 0 < s -> L * s < 1 -> exists z, envelope_at a s z.
Proof.
intros s0 small. destruct (minimum_on_the_space n (penalised a s)) as [z h].
- apply (gradient_makes_continuous _ (fun y => minus (scal (/ s) (minus y a)) (g y))).
  intro y. now apply gradient_of_penalised.
- left. exists (penalised a s a). split; [exists a; lra | ].
  exists (2 * s * norm (g a) / (1 - L * s) + norm a). intros y le. unfold penalised in le.
  set (d := minus y a) in *. assert (z : minus a a = zero) by apply minus_eq_zero.
  rewrite z, norm_zero in le. pose proof (upper a y) as u. fold d in u.
  pose proof (cauchy_schwarz (g a) d) as c. pose proof (norm_pos d) as d0.
  assert (t : norm y <= norm d + norm a).
  { assert (e : y = plus d a) by (rewrite plus_comm; symmetry; apply plus_minus_same).
    rewrite e at 1. apply norm_triangle. }
  enough (norm d <= 2 * s * norm (g a) / (1 - L * s)) by lra.
  assert (q : norm d ^ 2 <= 2 * s * (norm (g a) * norm d) + L * s * norm d ^ 2).
  { replace (norm d ^ 2) with (2 * s * (norm d ^ 2 / (2 * s))) at 1 by (field; lra).
    replace (2 * s * (norm (g a) * norm d) + L * s * norm d ^ 2)
      with (2 * s * (norm (g a) * norm d + L / 2 * norm d ^ 2)) by field.
    apply Rmult_le_compat_l; lra. }
  apply Rmult_le_reg_r with (1 - L * s); [lra | ].
  replace (2 * s * norm (g a) / (1 - L * s) * (1 - L * s)) with (2 * s * norm (g a)) by (field; lra).
  destruct (Rle_lt_or_eq_dec _ _ d0) as [p | e]; [ | rewrite <- e; pose proof (norm_pos (g a)); nra].
  apply Rmult_le_reg_r with (norm d); [exact p | lra].
- exists z. intro y. specialize (h y). unfold penalised in h. lra.
Qed.

Theorem envelope_is_stationary a s z : 0 < s -> envelope_at a s z ->
  norm (minus z a) ^ 2 = s ^ 2 * norm (g z) ^ 2.
Proof.
intros s0 h. pose proof (gradient_vanishes_at_extremum (penalised a s) z _
  (gradient_of_penalised a s z s0)) as v.
assert (e : minus (scal (/ s) (minus z a)) (g z) = zero).
{ apply v. left. exists 1. split; [lra | ]. intros d _. specialize (h (plus z d)).
  unfold penalised. lra. }
assert (q : minus z a = scal s (g z)).
{ apply dot_minus_zero. intro w. assert (o : dot (minus (scal (/ s) (minus z a)) (g z)) w = 0)
    by (rewrite e; apply dot_zero_l).
  rewrite dot_minus, (dot_scal (Rn n)) in o. rewrite (dot_scal (Rn n)).
  apply Rmult_eq_reg_l with (/ s); [ | apply Rinv_neq_0_compat; lra].
  replace (/ s * (s * dot (g z) w)) with (dot (g z) w) by (field; lra). lra. }
rewrite q, norm_scal, Rabs_pos_eq by lra. ring.
Qed.

Lemma constant_at_most : (exists x, fs < f x) -> mu <= L.
Proof.
intros [x some]. pose proof (upper x (plus x (scal (- / L) (g x)))) as u.
pose proof (low (plus x (scal (- / L) (g x)))) as l. pose proof (P x) as p.
rewrite plus_minus_left, dot_scal_r, !norm_sqr, (dot_scal (Rn n)), dot_scal_r in u.
assert (q : dot (g x) (g x) <= 2 * L * (f x - fs)).
{ apply Rmult_le_reg_r with (/ (2 * L)); [apply Rinv_0_lt_compat; lra | ].
  replace (2 * L * (f x - fs) * / (2 * L)) with (f x - fs) by (field; lra).
  replace (dot (g x) (g x) * / (2 * L)) with (- (- / L * dot (g x) (g x)
    + L / 2 * (- / L * (- / L * dot (g x) (g x))))) by (field; lra). lra. }
apply Rmult_le_reg_r with (2 * (f x - fs)); lra.
Qed.

Section OneStep.
Context (eta : R) (x : Rn n).
Let a := plus x (scal (- eta) (g x)).

(* Every number of this form is at most (1 - mu t) times the gap at x. *)
Lemma envelope_bound t z : 0 < t -> L * t < 1 -> t <= eta -> L * (eta + t) <= 2 -> 0 <= mu ->
  f z - fs - norm (minus z a) ^ 2 / (2 * t) <= (1 - mu * t) * (f x - fs).
Proof.
intros t0 small te et m0. pose proof (upper x z) as u. pose proof (P x) as p.
set (w := minus z x) in *.
assert (za : minus z a = plus w (scal eta (g x))).
{ apply dot_minus_zero. intro v. unfold a, w.
  rewrite !dot_minus, !(dot_plus (Rn n)), !(dot_scal (Rn n)), dot_minus. ring. }
set (c := (eta - t) / (1 - L * t)). pose proof (dot_pos (Rn n) (plus w (scal c (g x)))) as q.
rewrite (dot_plus (Rn n)), !dot_plus_r, !(dot_scal (Rn n)), !dot_scal_r,
  (dot_sym (Rn n) w (g x)) in q.
rewrite za, norm_sqr, (dot_plus (Rn n)), !dot_plus_r, !(dot_scal (Rn n)), !dot_scal_r,
  (dot_sym (Rn n) w (g x)). rewrite norm_sqr in u.
pose proof (dot_pos (Rn n) (g x)) as g0.
set (ww := dot w w) in *. set (gw := dot (g x) w) in *. set (gg := dot (g x) (g x)) in *.
assert (k : 0 <= (eta - t) * (2 - L * (eta + t)) / (2 * (1 - L * t)) * gg).
{ apply Rmult_le_pos; [ | exact g0]. apply Rle_mult_inv_pos; [ | lra]. apply Rmult_le_pos; lra. }
assert (s : 0 <= (1 - L * t) / (2 * t) * (ww + c * gw + (c * gw + c * (c * gg)))).
{ apply Rmult_le_pos; [apply Rle_mult_inv_pos; lra | lra]. }
assert (e : f x - fs + gw + L / 2 * ww - (ww + eta * gw + (eta * gw + eta * (eta * gg))) / (2 * t)
  = f x - fs - t / 2 * gg - (1 - L * t) / (2 * t) * (ww + c * gw + (c * gw + c * (c * gg)))
    - (eta - t) * (2 - L * (eta + t)) / (2 * (1 - L * t)) * gg).
{ unfold c. field. lra. }
assert (t / 2 * gg >= t / 2 * (2 * mu * (f x - fs))) by (apply Rle_ge, Rmult_le_compat_l; lra).
lra.
Qed.

(* The limit of all meshes. *)
Lemma square_from_meshes : 0 < eta < 2 / L ->
  (forall t r s0 k, 0 < t -> L * t < 1 -> t <= eta -> L * (eta + t) <= 2 -> 1 < r -> 0 < s0 ->
    r * (r ^ k * s0) <= t -> (1 - mu * s0 / r) * (f a - fs) <=
      (1 - mu * (r ^ k * s0) / r) * (1 - mu * t) * (f x - fs)) ->
  f a - fs <= (1 - mu * Rmin eta (2 / L - eta)) ^ 2 * (f x - fs).
Proof.
intros [e0 e2] mesh. set (m := Rmin eta (2 / L - eta)).
assert (m0 : 0 < m) by (apply Rmin_glb_lt; lra).
assert (m1 : m <= eta) by apply Rmin_l. assert (m2 : m <= 2 / L - eta) by apply Rmin_r.
assert (LL : L * (2 / L) = 2) by (field; lra).
assert (m3 : L * m <= 1).
{ assert (L * m <= L * (/ L)); [ | rewrite Rinv_r in H; lra]. apply Rmult_le_compat_l; [lra | ].
  unfold Rdiv in m2. lra. }
assert (first : forall t r, 0 < t -> L * t < 1 -> t <= eta -> L * (eta + t) <= 2 -> 1 < r ->
  f a - fs <= (1 - mu * t / r ^ 2) * (1 - mu * t) * (f x - fs)).
{ intros t r t0 small te et r1.
  assert (i : 0 < / r < 1).
  { split; [apply Rinv_0_lt_compat; lra | ]. rewrite <- Rinv_1. apply Rinv_lt_contravar; lra. }
  assert (both : (1 - mu * t / r ^ 2 * 0) * (f a - fs) <=
    (1 - mu * t / r ^ 2) * (1 - mu * t) * (f x - fs)); [ | lra].
  apply (inequality_at_the_limit (fun e => (1 - mu * t / r ^ 2 * e) * (f a - fs))
    (fun _ => (1 - mu * t / r ^ 2) * (1 - mu * t) * (f x - fs)) (fun k => (/ r) ^ k)).
  - apply is_lim_seq_geom. rewrite Rabs_pos_eq; lra.
  - auto_derive. exact I.
  - auto_derive. exact I.
  - intro k. cbn beta. assert (p : 0 < r ^ k) by (apply pow_lt; lra).
    pose proof (mesh t r (t / r / r ^ k) k t0 small te et r1) as M.
    replace (r ^ k * (t / r / r ^ k)) with (t / r) in M by (field; lra).
    rewrite pow_inv.
    replace (1 - mu * t / r ^ 2 * / r ^ k) with (1 - mu * (t / r / r ^ k) / r) by (field; lra).
    replace (1 - mu * t / r ^ 2) with (1 - mu * (t / r) / r) by (field; lra). apply M.
    + apply Rdiv_lt_0_compat; [apply Rdiv_lt_0_compat; lra | exact p].
    + apply Req_le. field. lra. }
assert (second : forall t, 0 < t -> L * t < 1 -> t <= eta -> L * (eta + t) <= 2 ->
  f a - fs <= (1 - mu * t) ^ 2 * (f x - fs)).
{ intros t t0 small te et.
  replace ((1 - mu * t) ^ 2 * (f x - fs))
    with ((1 - mu * t / (1 + 0) ^ 2) * (1 - mu * t) * (f x - fs)) by field.
  apply (inequality_at_the_limit (fun _ => f a - fs)
    (fun e => (1 - mu * t / (1 + e) ^ 2) * (1 - mu * t) * (f x - fs)) (fun k => / INR (S k))).
  - apply inverses_vanish.
  - auto_derive. exact I.
  - auto_derive. lra.
  - intro k. assert (0 < / INR (S k)) by (apply Rinv_0_lt_compat, lt_0_INR; lia).
    apply first; lra. }
replace ((1 - mu * m) ^ 2 * (f x - fs)) with ((1 - mu * (m * (1 - 0))) ^ 2 * (f x - fs)) by ring.
apply (inequality_at_the_limit (fun _ => f a - fs)
  (fun e => (1 - mu * (m * (1 - e))) ^ 2 * (f x - fs)) (fun k => / INR (S (S k)))).
- apply (is_lim_seq_incr_1 (fun k => / INR (S k))). apply inverses_vanish.
- auto_derive. exact I.
- auto_derive. exact I.
- intro k. assert (i : 0 < / INR (S (S k)) < 1).
  { assert (1 < INR (S (S k))) by (rewrite S_INR; pose proof (lt_0_INR (S k) ltac:(lia)); lra).
    split; [apply Rinv_0_lt_compat; lra | ]. rewrite <- Rinv_1. apply Rinv_lt_contravar; lra. }
  set (e := / INR (S (S k))) in *. assert (0 < m * (1 - e) < m) by nra.
  assert (L * (m * (1 - e)) < L * m) by (apply Rmult_lt_compat_l; lra).
  assert (L * m <= L * (2 / L - eta)) by (apply Rmult_le_compat_l; lra).
  apply second; lra.
Qed.

(* Fact `pl-step-contracts-by-the-square`. One mesh, point by point: (1 - mu s/r) u(s) does not
   fall. *)
Theorem pl_step_contracts_by_the_square : 0 < mu -> (exists y, fs < f y) -> 0 < eta < 2 / L ->
  f a - fs <= (1 - mu * Rmin eta (2 / L - eta)) ^ 2 * (f x - fs).
Proof.
intros m0 some range. pose proof (constant_at_most some) as mL.
apply (square_from_meshes range). intros t r s0 k t0 small te et r1 pos up.
assert (below : forall s, 0 < s <= t -> 0 < 1 - mu * s).
{ intros s [p q]. assert (mu * s <= L * t) by (apply Rmult_le_compat; lra). lra. }
assert (ri : 0 < / r < 1).
{ split; [apply Rinv_0_lt_compat; lra | ]. rewrite <- Rinv_1. apply Rinv_lt_contravar; lra. }
assert (grown : exists z, envelope_at a (r ^ k * s0) z /\ (1 - mu * s0 / r) * (f a - fs) <=
  (1 - mu * (r ^ k * s0) / r) * (f z - fs - norm (minus z a) ^ 2 / (2 * (r ^ k * s0)))).
{ induction k as [ | k IH].
  - cbn [pow] in *. rewrite Rmult_1_l in *. assert (s1 : s0 <= t) by nra.
    destruct (envelope_is_attained a s0 pos) as [z h].
    { assert (L * s0 <= L * t) by (apply Rmult_le_compat_l; lra). lra. }
    exists z. split; [exact h | ]. specialize (h a).
    rewrite (minus_eq_zero a : minus a a = zero), norm_zero in h.
    apply Rmult_le_compat_l; [ | unfold Rdiv in *; lra].
    assert (0 < s0 / r <= t) by (unfold Rdiv; split; [apply Rmult_lt_0_compat; lra | nra]).
    pose proof (below _ H). unfold Rdiv in *. lra.
  - assert (p : 0 < r ^ k * s0) by (apply Rmult_lt_0_compat; [apply pow_lt; lra | exact pos]).
    set (s := r ^ k * s0) in *. assert (next : r ^ S k * s0 = r * s) by (unfold s; cbn; ring).
    rewrite next in *. assert (s1 : r * s <= t) by nra. destruct (IH s1) as [z [h low']].
    assert (rs : 0 < r * s) by (apply Rmult_lt_0_compat; lra).
    destruct (envelope_is_attained a (r * s) rs) as [z' h'].
    { assert (L * (r * s) <= L * t) by (apply Rmult_le_compat_l; lra). lra. }
    exists z'. split; [exact h' | ]. apply Rle_trans with (1 := low'). specialize (h' z).
    rewrite (envelope_is_stationary a s z p h) in *. pose proof (P z) as pz.
    rewrite <- norm_sqr in pz. set (gz := norm (g z) ^ 2) in *.
    assert (b : 0 < 1 - mu * s) by (apply below; nra).
    replace (1 - mu * (r * s) / r) with (1 - mu * s) by (field; lra).
    apply Rle_trans with ((1 - mu * s) * (f z - fs - s ^ 2 * gz / (2 * (r * s)))).
    + apply Rle_trans with ((1 - mu * s / r) * (f z - fs - s * gz / 2)).
      { apply Req_le. field. lra. }
      assert (0 <= s * (1 - / r) * (gz - 2 * mu * (f z - fs)) / 2).
      { apply Rle_mult_inv_pos; [ | lra]. apply Rmult_le_pos; [apply Rmult_le_pos | ]; lra. }
      replace ((1 - mu * s) * (f z - fs - s ^ 2 * gz / (2 * (r * s)))) with
        ((1 - mu * s / r) * (f z - fs - s * gz / 2)
          + s * (1 - / r) * (gz - 2 * mu * (f z - fs)) / 2) by (field; lra). lra.
    + apply Rmult_le_compat_l; lra. }
destruct grown as [z [_ h]]. apply Rle_trans with (1 := h).
assert (p : 0 < r ^ k * s0) by (apply Rmult_lt_0_compat; [apply pow_lt; lra | exact pos]).
set (s := r ^ k * s0) in *. assert (st : s <= t) by nra. rewrite Rmult_assoc.
apply Rmult_le_compat_l.
- assert (0 < s / r <= t) by (unfold Rdiv; split; [apply Rmult_lt_0_compat; lra | nra]).
  pose proof (below _ H). unfold Rdiv in *. lra.
- pose proof (envelope_bound t z t0 small te et ltac:(lra)) as b.
  assert (norm (minus z a) ^ 2 / (2 * t) <= norm (minus z a) ^ 2 / (2 * s)); [ | lra].
  apply Rmult_le_compat_l; [apply pow2_ge_0 | ]. apply Rinv_le_contravar; lra.
Qed.
End OneStep.
End Contraction.
