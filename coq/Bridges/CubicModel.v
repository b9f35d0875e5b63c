(* The minimizers of a quadratic with a cubic term of the length. *)
From Coq Require Import Reals Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid Bridges.Derivative Bridges.Stationary Bridges.Finite.
From Provenscape Require Import Bridges.Spectral Bridges.Continuous Bridges.Extreme.
Open Scope R_scope.

Section Model.
Context {E : Euclid} (H : E -> E) (g : E) (M : R).
Hypothesis (lin : linear H) (sym : symmetric H) (M0 : 0 < M).

Definition model (s : E) : R := dot g s + dot (H s) s / 2 + M / 6 * norm s ^ 3.

(* (H + nu I) s, with nu = M |s| / 2. *)
Definition shifted (s v : E) : E := plus (H v) (scal (M * norm s / 2) v).

Lemma model_difference s d : let a := norm s in let b := norm (plus s d) in
  model (plus s d) - model s = dot (plus (shifted s s) g) d + dot (shifted s d) d / 2
    + M / 12 * ((b - a) ^ 2 * (2 * b + a)).
Proof.
intros a b. unfold model, shifted. fold a b.
pose proof (norm_sqr s) as sa. pose proof (norm_sqr (plus s d)) as sb. fold a in sa. fold b in sb.
rewrite (dot_plus E), !dot_plus_r, (dot_sym E d s) in sb.
rewrite (proj1 lin), ?(dot_plus E), ?dot_plus_r, ?(dot_plus E), ?(dot_scal E).
rewrite (sym d s), (dot_sym E d (H s)).
assert (dd : dot d d = b ^ 2 - a ^ 2 - 2 * dot s d) by lra. rewrite dd. field.
Qed.

Lemma extra_nonnegative a b : 0 <= a -> 0 <= b -> 0 <= M / 12 * ((b - a) ^ 2 * (2 * b + a)).
Proof. intros. apply Rmult_le_pos; [lra | ]. apply Rmult_le_pos; [apply pow2_ge_0 | lra]. Qed.

Definition optimal (s : E) : Prop :=
  plus (shifted s s) g = zero /\ forall v, 0 <= dot (shifted s v) v.

Lemma optimal_is_minimum s : optimal s -> forall t, model s <= model t.
Proof.
intros [z p] t. pose proof (model_difference s (minus t s)) as D. cbn zeta in D.
rewrite plus_minus_same, z, dot_zero_l in D. specialize (p (minus t s)).
pose proof (extra_nonnegative _ _ (norm_pos s) (norm_pos t)). lra.
Qed.

Lemma optima_are_of_one_length s t : optimal s -> model t <= model s -> norm t = norm s.
Proof.
intros [z p] le. pose proof (model_difference s (minus t s)) as D. cbn zeta in D.
rewrite plus_minus_same, z, dot_zero_l in D. specialize (p (minus t s)).
pose proof (norm_pos s) as a0. pose proof (norm_pos t) as b0.
set (a := norm s) in *. set (b := norm t) in *.
assert (e : M * ((b - a) ^ 2 * (2 * b + a)) <= 0) by lra.
destruct (Req_dec b a) as [q | ne]; [exact q | ]. exfalso.
assert (0 < (b - a) ^ 2) by (assert (0 < (b - a) * (b - a)) by (apply Rsqr_pos_lt; lra); lra).
assert (0 < 2 * b + a) by lra.
assert (0 < M * ((b - a) ^ 2 * (2 * b + a))); [ | lra].
apply Rmult_lt_0_compat; [exact M0 | ]. apply Rmult_lt_0_compat; assumption.
Qed.

(* Change of the length: |b - a| <= |d|. *)
Lemma length_change (s d : E) : (norm (plus s d) - norm s) ^ 2 <= norm d ^ 2.
Proof.
pose proof (norm_triangle s d) as u. pose proof (norm_triangle (plus s d) (opp d)) as w.
assert (e : plus (plus s d) (opp d) = s) by
  (rewrite <- plus_assoc, plus_opp_r; apply plus_zero_r).
rewrite e, norm_opp in w. rewrite <- (pow2_abs (norm (plus s d) - norm s)). apply pow_incr.
split; [apply Rabs_pos | ]. apply Rabs_le. lra.
Qed.

Lemma minimum_is_stationary K s : 0 <= K -> bounded_by H K -> (forall t, model s <= model t) ->
  plus (shifted s s) g = zero.
Proof.
intros K0 B low. set (w := plus (shifted s s) g). apply (dot_zero E).
apply Rle_antisym; [ | apply (dot_pos E)]. apply Rnot_lt_le. intro p.
set (a := norm s). pose proof (norm_pos s) as a0. fold a in a0.
pose proof (norm_pos w) as w0.
(* With d = - e w the model changes by - e |w|^2 + C e^2 at most, for 0 < e <= 1. *)
set (C := (K + M * a / 2) * norm w ^ 2 / 2 + M / 12 * (norm w ^ 2 * (2 * norm w + 3 * a))).
assert (C0 : 0 <= C).
{ unfold C. apply Rplus_le_le_0_compat.
  - assert (0 <= M * a) by (apply Rmult_le_pos; lra).
    assert (0 <= (K + M * a / 2) * norm w ^ 2) by
      (apply Rmult_le_pos; [lra | apply pow2_ge_0]). lra.
  - apply Rmult_le_pos; [lra | ]. apply Rmult_le_pos; [apply pow2_ge_0 | lra]. }
assert (step : forall e, 0 < e <= 1 -> 0 <= - e * dot w w + C * e ^ 2).
{ intros e he. set (d := scal (- e) w). specialize (low (plus s d)).
  pose proof (model_difference s d) as D. cbn zeta in D. fold w a in D.
  set (b := norm (plus s d)) in *.
  assert (nd : norm d = e * norm w) by (unfold d; rewrite norm_scal, Rabs_Ropp, Rabs_pos_eq; lra).
  assert (dw : dot w d = - e * dot w w) by (unfold d; apply dot_scal_r).
  assert (q : dot (shifted s d) d <= (K + M * a / 2) * (e ^ 2 * norm w ^ 2)).
  { unfold shifted. fold a. rewrite (dot_plus E), (dot_scal E), <- norm_sqr.
    pose proof (cauchy_schwarz (H d) d) as S. pose proof (B d) as bd. rewrite nd in *.
    assert (norm (H d) * (e * norm w) <= K * (e * norm w) * (e * norm w)) by
      (apply Rmult_le_compat_r; [apply Rmult_le_pos; lra | exact bd]). lra. }
  pose proof (length_change s d) as lc. fold a b in lc. rewrite nd in lc.
  assert (b0 : 0 <= b) by apply norm_pos.
  assert (up : b <= a + norm w).
  { apply Rle_trans with (1 := norm_triangle s d). rewrite nd. fold a.
    assert (e * norm w <= 1 * norm w) by (apply Rmult_le_compat_r; lra). lra. }
  assert (x : (b - a) ^ 2 * (2 * b + a) <= e ^ 2 * norm w ^ 2 * (2 * norm w + 3 * a)).
  { apply Rmult_le_compat; [apply pow2_ge_0 | lra | | lra].
    apply Rle_trans with (1 := lc). apply Req_le. ring. }
  rewrite dw in D. unfold C.
  assert (M / 12 * ((b - a) ^ 2 * (2 * b + a)) <=
    M / 12 * (e ^ 2 * norm w ^ 2 * (2 * norm w + 3 * a))) by (apply Rmult_le_compat_l; lra).
  lra. }
set (e := Rmin 1 (dot w w / (2 * (C + 1)))).
assert (e1 : e <= 1) by apply Rmin_l.
assert (e2 : e <= dot w w / (2 * (C + 1))) by apply Rmin_r.
assert (e0 : 0 < e) by (apply Rmin_glb_lt; [lra | apply Rdiv_lt_0_compat; lra]).
specialize (step e (conj e0 e1)).
assert (k : e * (2 * (C + 1)) <= dot w w).
{ apply Rmult_le_compat_r with (r := 2 * (C + 1)) in e2; [ | lra].
  replace (dot w w / (2 * (C + 1)) * (2 * (C + 1))) with (dot w w) in e2 by (field; lra).
  exact e2. }
assert (C * e <= dot w w / 2) by nra. nra.
Qed.

Lemma minimum_is_optimal K s : 0 <= K -> bounded_by H K -> (forall t, model s <= model t) ->
  optimal s.
Proof.
intros K0 B low. pose proof (minimum_is_stationary K s K0 B low) as z. split; [exact z | ].
(* Along v with <s, v> <> 0 there is a second point of the same length. *)
assert (across : forall v, dot s v <> 0 -> 0 <= dot (shifted s v) v).
{ intros v ne. assert (nv : dot v v <> 0).
  { intro q. apply (dot_zero E) in q. apply ne. rewrite q. apply dot_zero_r. }
  assert (vp : 0 < dot v v) by (pose proof (dot_pos E v); lra).
  set (tau := - 2 * dot s v / dot v v). set (d := scal tau v).
  assert (same : norm (plus s d) = norm s).
  { unfold norm. f_equal. unfold d. rewrite (dot_plus E), !dot_plus_r, !(dot_scal E), !dot_scal_r,
      (dot_sym E v s). unfold tau. field. exact nv. }
  pose proof (model_difference s d) as D. cbn zeta in D. rewrite same, z, dot_zero_l in D.
  specialize (low (plus s d)).
  assert (q : dot (shifted s d) d = tau ^ 2 * dot (shifted s v) v).
  { unfold shifted, d. rewrite (proj2 lin), !(dot_plus E), !(dot_scal E), !dot_scal_r. ring. }
  assert (tp : 0 < tau ^ 2).
  { assert (tau <> 0).
    { unfold tau. intro t0. apply ne. apply Rmult_eq_reg_r with (- 2 * / dot v v).
      - rewrite Rmult_0_l, <- t0. unfold Rdiv. ring.
      - apply Rmult_integral_contrapositive_currified; [lra | now apply Rinv_neq_0_compat]. }
    replace (tau ^ 2) with (Rsqr tau) by (unfold Rsqr; ring). now apply Rsqr_pos_lt. }
  rewrite q in D. apply Rnot_lt_le. intro c.
  pose proof (Rmult_lt_compat_l _ _ _ tp c). lra. }
intro v. destruct (Req_dec (dot s s) 0) as [s0 | s0].
- (* At 0 the model is a quadratic up to third order. *)
  apply (dot_zero E) in s0. subst s. apply Rnot_lt_le. intro c.
  set (q := dot (shifted zero v) v) in *.
  assert (fall : forall t, 0 < t -> 0 <= q / 2 + M / 6 * (t * norm v ^ 3)).
  { intros t t0. specialize (low (plus zero (scal t v))).
    pose proof (model_difference zero (scal t v)) as D. cbn zeta in D.
    rewrite z, dot_zero_l, norm_zero in D. rewrite !plus_zero_l in *.
    assert (e : dot (shifted zero (scal t v)) (scal t v) = t ^ 2 * q).
    { unfold q, shifted. rewrite (proj2 lin), !(dot_plus E), !(dot_scal E), !dot_scal_r. ring. }
    rewrite e, norm_scal, (Rabs_pos_eq t) in D by lra.
    assert (0 <= t ^ 2 * (q / 2 + M / 6 * (t * norm v ^ 3))) by lra.
    apply Rmult_le_reg_l with (t ^ 2); [apply pow_lt; exact t0 | lra]. }
  set (k := M / 6 * norm v ^ 3 + 1).
  assert (k0 : 0 < k).
  { unfold k. assert (0 <= M / 6 * norm v ^ 3); [ | lra].
    apply Rmult_le_pos; [lra | apply pow_le, norm_pos]. }
  specialize (fall (- q / (4 * k)) ltac:(apply Rdiv_lt_0_compat; lra)).
  assert (b : M / 6 * (- q / (4 * k) * norm v ^ 3) <= - q / 4).
  { replace (- q / 4) with (- q / (4 * k) * k) by (field; lra).
    replace (M / 6 * (- q / (4 * k) * norm v ^ 3)) with (- q / (4 * k) * (M / 6 * norm v ^ 3))
      by ring.
    apply Rmult_le_compat_l; [apply Rlt_le, Rdiv_lt_0_compat; lra | unfold k; lra]. }
  lra.
- (* Vectors orthogonal to s are limits of others. *)
  destruct (Req_dec (dot s v) 0) as [o | ne]; [ | now apply across].
  apply Rnot_lt_le. intro c.
  set (x := dot (shifted s s) s). set (y := dot (shifted s v) s).
    set (q := dot (shifted s v) v) in *.
  assert (form : forall e, dot (shifted s (plus v (scal e s))) (plus v (scal e s)) =
    q + 2 * e * y + e ^ 2 * x).
  { intro e. unfold q, y, x, shifted. rewrite (proj1 lin), (proj2 lin).
    repeat first [rewrite (dot_plus E) | rewrite dot_plus_r | rewrite (dot_scal E)
      | rewrite dot_scal_r]. rewrite (sym s v), (dot_sym E s (H v)), (dot_sym E s v). ring. }
  set (B' := 2 * Rabs y + Rabs x + 1).
  assert (b1 : 0 < B') by (unfold B'; pose proof (Rabs_pos y); pose proof (Rabs_pos x); lra).
  set (e := Rmin 1 (- q / (2 * B'))).
  assert (e0 : 0 < e) by (apply Rmin_glb_lt; [lra | apply Rdiv_lt_0_compat; lra]).
  assert (e1 : e <= 1) by apply Rmin_l. assert (e2 : e <= - q / (2 * B')) by apply Rmin_r.
  assert (pos : 0 <= dot (shifted s (plus v (scal e s))) (plus v (scal e s))).
  { apply across. rewrite dot_plus_r, dot_scal_r, o. intro h. apply s0. nra. }
  rewrite form in pos.
  pose proof (Rle_abs y). pose proof (Rle_abs x).
  assert (2 * e * y + e ^ 2 * x <= e * B').
  { unfold B'. assert (e * y <= e * Rabs y) by (apply Rmult_le_compat_l; lra).
    assert (e ^ 2 * x <= e ^ 2 * Rabs x) by (apply Rmult_le_compat_l; [apply pow2_ge_0 | lra]).
    assert (e ^ 2 * Rabs x <= e * Rabs x).
    { apply Rmult_le_compat_r; [apply Rabs_pos | nra]. } lra. }
  assert (e * B' <= - q / 2).
  { apply Rmult_le_compat_r with (r := B') in e2; [ | lra].
    replace (- q / (2 * B') * B') with (- q / 2) in e2 by (field; lra). exact e2. }
  lra.
Qed.
End Model.

Lemma model_is_continuous {E : Euclid} (H : E -> E) g M K : linear H -> symmetric H -> 0 < M ->
  0 <= K -> bounded_by H K -> continuous_in (fun _ => True) (model H g M).
Proof.
intros lin sym M0 K0 B s _ e e0.
set (a := norm s). pose proof (norm_pos s) as a0. fold a in a0.
set (w := plus (shifted H M s s) g). pose proof (norm_pos w) as w0.
set (C := norm w + (K + M * a / 2) / 2 + M / 12 * (2 + 3 * a) + 1).
assert (Ma : 0 <= M * a) by (apply Rmult_le_pos; lra).
assert (C0 : 0 < C) by (unfold C; assert (0 <= M / 12 * (2 + 3 * a)) by
  (apply Rmult_le_pos; lra); lra).
exists (Rmin 1 (e / C)). split; [apply Rmin_glb_lt; [lra | apply Rdiv_lt_0_compat; lra] | ].
intros t _ near. cbn beta in near. pose proof (Rmin_l 1 (e / C)). pose proof (Rmin_r 1 (e / C)).
set (d := minus t s) in *. pose proof (norm_pos d) as d0.
pose proof (model_difference H g M lin sym s d) as D. cbn zeta in D.
assert (st : plus s d = t) by apply plus_minus_same. rewrite st in D. fold a w in D.
set (r := norm d) in *. assert (r1 : r <= 1) by lra.
pose proof (cauchy_schwarz_abs w d) as c1. fold r in c1. apply Rabs_le_between in c1.
assert (c2 : Rabs (dot (shifted H M s d) d) <= (K + M * a / 2) * r).
{ apply Rle_trans with (1 := cauchy_schwarz_abs _ _). fold r. unfold shifted.
  pose proof (norm_triangle (H d) (scal (M * norm s / 2) d)) as T.
  rewrite norm_scal, (Rabs_pos_eq (M * norm s / 2)) in T by (fold a; lra). fold a r in T.
  pose proof (B d) as bd. fold r in bd.
  assert (norm (plus (H d) (scal (M * a / 2) d)) * r <= (K + M * a / 2) * r * r) by
    (apply Rmult_le_compat_r; [exact d0 | fold a; lra]).
  assert ((K + M * a / 2) * r * r <= (K + M * a / 2) * r * 1) by
    (apply Rmult_le_compat_l; [apply Rmult_le_pos; lra | lra]). fold a. lra. }
apply Rabs_le_between in c2.
pose proof (length_change s d) as lc. rewrite st in lc. fold a r in lc.
set (b := norm t) in *. assert (b0 : 0 <= b) by apply norm_pos.
assert (up : b <= a + 1).
{ unfold b. rewrite <- st. apply Rle_trans with (1 := norm_triangle s d). fold a r. lra. }
assert (c3 : 0 <= (b - a) ^ 2 * (2 * b + a) <= r * (2 + 3 * a)).
{ split; [apply Rmult_le_pos; [apply pow2_ge_0 | lra] | ].
  apply Rmult_le_compat; [apply pow2_ge_0 | lra | | lra].
  apply Rle_trans with (1 := lc). assert (r * r <= r * 1) by (apply Rmult_le_compat_l; lra). lra. }
assert (c4 : 0 <= M / 12 * ((b - a) ^ 2 * (2 * b + a)) <= M / 12 * (r * (2 + 3 * a))).
{ split; [apply Rmult_le_pos; lra | apply Rmult_le_compat_l; lra]. }
assert (small : r * C < e).
{ apply Rlt_le_trans with (e / C * C); [apply Rmult_lt_compat_r; lra | ].
  apply Req_le. field. lra. }
unfold C in small. apply Rabs_def1; lra.
Qed.

(* Fact `cubic-model-optimality`. Source: Cartis, Gould & Toint (2011),
   Theorem 3.1. *)
Theorem cubic_model_optimality n (H : Rn n -> Rn n) (g : Rn n) (M : R) : linear H -> symmetric H ->
  0 < M ->
  (forall s, (forall t, model H g M s <= model H g M t) <->
    plus (H s) (scal (M * norm s / 2) s) = opp g /\
    forall v, 0 <= dot (plus (H v) (scal (M * norm s / 2) v)) v) /\
  (exists s, forall t, model H g M s <= model H g M t) /\
  forall s t, (forall u, model H g M s <= model H g M u) ->
    (forall u, model H g M t <= model H g M u) -> norm t = norm s.
Proof.
intros lin sym M0. destruct (bounded_linear n (Rn n) H lin) as [K [K0 B]].
assert (to_zero : forall x : Rn n, plus x g = zero <-> x = opp g).
{ intro x. split; intro h.
  - apply (plus_reg_r g). rewrite h, plus_opp_l. reflexivity.
  - rewrite h. apply plus_opp_l. }
split; [ | split].
- intro s. split.
  + intro low. destruct (minimum_is_optimal H g M lin sym M0 K s K0 B low) as [z p].
    split; [now apply to_zero | exact p].
  + intros [z p]. apply (optimal_is_minimum H g M lin sym M0). split; [now apply to_zero | exact p].
- apply minimum_on_the_space.
  + now apply (model_is_continuous H g M K).
  + right. intro T. pose proof (norm_pos g) as g0.
    set (r := (6 / M) * (norm g + K / 2 + Rabs T + 1) + 1). exists r. intros x far.
    pose proof (Rabs_pos T) as T0. pose proof (Rle_abs T).
    assert (big : 6 / M * (norm g + K / 2 + Rabs T + 1) < norm x) by (unfold r in far; lra).
    assert (x1 : 1 < norm x).
    { unfold r in far. assert (0 <= 6 / M * (norm g + K / 2 + Rabs T + 1)); [ | lra].
      apply Rmult_le_pos; [apply Rlt_le, Rdiv_lt_0_compat; lra | lra]. }
    apply Rmult_lt_compat_l with (r := M / 6) in big; [ | lra].
    replace (M / 6 * (6 / M * (norm g + K / 2 + Rabs T + 1))) with (norm g + K / 2 + Rabs T + 1)
      in big by (field; lra).
    pose proof (cauchy_schwarz_abs g x) as c. apply Rabs_le_between in c.
    pose proof (cauchy_schwarz_abs (H x) x) as d. apply Rabs_le_between in d.
    pose proof (Rmult_le_compat_r _ _ _ (norm_pos x) (B x)) as e.
    unfold model. set (y := norm x) in *.
    (* |x|^2 (M/6 |x| - K/2) - |g| |x| >= |x| (|g| + |T| + 1) - |g| |x| > T *)
    assert (f : y ^ 2 * (norm g + Rabs T + 1) <= y ^ 2 * (M / 6 * y - K / 2)).
    { apply Rmult_le_compat_l; [apply pow2_ge_0 | lra]. }
    assert (h : y * (norm g + Rabs T + 1) <= y ^ 2 * (norm g + Rabs T + 1)).
    { apply Rmult_le_compat_r; [lra | ]. nra. }
    assert (1 * (Rabs T + 1) <= y * (Rabs T + 1)) by (apply Rmult_le_compat_r; lra).
    nra.
- intros s t ls lt.
  pose proof (minimum_is_optimal H g M lin sym M0 K s K0 B ls) as o.
  exact (optima_are_of_one_length H g M lin sym M0 s t o (lt s)).
Qed.
