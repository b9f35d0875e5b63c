(* Functions of one real variable: the sign of a derivative, and Taylor's bounds of order 2 and
   3. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

(* The derivative by its remainder. *)
Lemma derive_of_remainder (phi : R -> R) (t l : R) :
  (forall e, 0 < e -> exists r, 0 < r /\ forall s, Rabs s < r ->
    Rabs (phi (t + s) - phi t - s * l) <= e * Rabs s) -> is_derive phi t l.
Proof.
intro D. apply is_derive_Reals. intros e e0. destruct (D (e / 2)) as [r [r0 B]]; [lra | ].
exists (mkposreal r r0). intros s n h. specialize (B s h). cbn in h.
assert (p : 0 < Rabs s) by (apply Rabs_pos_lt; exact n).
replace ((phi (t + s) - phi t) / s - l) with ((phi (t + s) - phi t - s * l) / s) by (field;
  exact n).
unfold Rdiv. rewrite Rabs_mult, Rabs_inv. apply Rle_lt_trans with (e / 2); [ | lra].
apply Rmult_le_reg_r with (Rabs s); [exact p | ].
rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra. exact B.
Qed.

(* On [a, b] a function with nonnegative derivative does not decrease. *)
Lemma rises (phi dphi : R -> R) (a b : R) : a <= b ->
  (forall t, a <= t <= b -> is_derive phi t (dphi t)) ->
  (forall t, a <= t <= b -> 0 <= dphi t) -> phi a <= phi b.
Proof.
intros ab D B. destruct (MVT_gen phi a b dphi) as [c [c01 e]].
- intros t [lo hi]. rewrite Rmin_left in lo by lra. rewrite Rmax_right in hi by lra. apply D. lra.
- intros t [lo hi]. rewrite Rmin_left in lo by lra. rewrite Rmax_right in hi by lra.
  apply continuity_pt_filterlim, (ex_derive_continuous phi). exists (dphi t). apply D. lra.
- rewrite Rmin_left, Rmax_right in c01 by lra. specialize (B c c01). nra.
Qed.

(* Slope at most b + a t on [0, t]: the rise is at most b t + a t^2 / 2. *)
Lemma rise_by_slope (phi dphi : R -> R) (a b t : R) : 0 <= t ->
  (forall s, 0 <= s <= t -> is_derive phi s (dphi s)) ->
  (forall s, 0 <= s <= t -> dphi s <= b + a * s) -> phi t <= phi 0 + b * t + a / 2 * t ^ 2.
Proof.
intros t0 D B.
pose proof (rises (fun s => b * s + a / 2 * s ^ 2 - phi s) (fun s => b + a * s - dphi s) 0 t t0) as
  R.
cbn beta in R. assert (b * 0 + a / 2 * 0 ^ 2 - phi 0 <= b * t + a / 2 * t ^ 2 - phi t);
  [apply R | lra].
- intros s h. apply (is_derive_minus (fun s => b * s + a / 2 * s ^ 2) phi s (b + a * s) (dphi s)).
  + auto_derive; auto; field.
  + apply D. exact h.
- intros s h. specialize (B s h). lra.
Qed.

(* Slope at most c + b t + a t^2 / 2 on [0, 1]: the rise is at most c + b / 2 + a / 6. *)
Lemma rise_by_quadratic_slope (phi dphi : R -> R) (a b c : R) :
  (forall s, 0 <= s <= 1 -> is_derive phi s (dphi s)) ->
  (forall s, 0 <= s <= 1 -> dphi s <= c + b * s + a / 2 * s ^ 2) ->
  phi 1 <= phi 0 + c + b / 2 + a / 6.
Proof.
intros D B.
pose proof (rises (fun s => c * s + b / 2 * s ^ 2 + a / 6 * s ^ 3 - phi s)
  (fun s => c + b * s + a / 2 * s ^ 2 - dphi s) 0 1) as R.
cbn beta in R.
assert (c * 0 + b / 2 * 0 ^ 2 + a / 6 * 0 ^ 3 - phi 0 <= c * 1 + b / 2 * 1 ^ 2 + a / 6 * 1 ^ 3 -
  phi 1);
  [apply R | lra].
- lra.
- intros s h.
  apply (is_derive_minus (fun s => c * s + b / 2 * s ^ 2 + a / 6 * s ^ 3) phi s
    (c + b * s + a / 2 * s ^ 2) (dphi s)).
  + auto_derive; auto; field.
  + apply D. exact h.
- intros s h. specialize (B s h). lra.
Qed.

(* Second derivative at most b + a t on [0, 1]: the rise is at most that slope + b / 2 + a / 6. *)
Lemma rise_by_curvature (phi dphi ddphi : R -> R) (a b : R) :
  (forall s, 0 <= s <= 1 -> is_derive phi s (dphi s)) ->
  (forall s, 0 <= s <= 1 -> is_derive dphi s (ddphi s)) ->
  (forall s, 0 <= s <= 1 -> ddphi s <= b + a * s) -> phi 1 <= phi 0 + dphi 0 + b / 2 + a / 6.
Proof.
intros D D2 B. apply (rise_by_quadratic_slope phi dphi a b (dphi 0) D).
intros t h. apply (rise_by_slope dphi ddphi a b t); [lra | | ]; intros s hs; [apply D2 | apply B];
  lra.
Qed.

(* Fact `monotone-functions-have-signed-derivatives`. I is any interval; at an end of it that
   belongs to it the derivative is one-sided. Source: Rudin (1976), Theorem 5.11. *)
Definition derivative_within (I : R -> Prop) (f : R -> R) (x l : R) : Prop :=
  forall e, 0 < e -> exists r, 0 < r /\ forall y, I y -> Rabs (y - x) < r ->
    Rabs (f y - f x - l * (y - x)) <= e * Rabs (y - x).

Lemma continuous_within (I : R -> Prop) (f : R -> R) (x l : R) : derivative_within I f x l ->
  forall e, 0 < e -> exists r, 0 < r /\ forall y, I y -> Rabs (y - x) < r -> Rabs (f y - f x) < e.
Proof.
intros D e e0. destruct (D 1 Rlt_0_1) as [r [r0 B]].
pose proof (Rabs_pos l). assert (0 < e / (2 * (Rabs l + 2))) by (apply Rdiv_lt_0_compat; lra).
exists (Rmin r (e / (2 * (Rabs l + 2)))). split; [apply Rmin_glb_lt; lra | ]. intros y iy h.
assert (h1 : Rabs (y - x) < r) by (eapply Rlt_le_trans; [exact h | apply Rmin_l]).
assert (h2 : Rabs (y - x) < e / (2 * (Rabs l + 2))) by (eapply Rlt_le_trans;
  [exact h | apply Rmin_r]).
specialize (B y iy h1). apply Rmult_lt_compat_r with (r := 2 * (Rabs l + 2)) in h2; [ | lra].
unfold Rdiv in h2. rewrite Rmult_assoc, Rinv_l, Rmult_1_r in h2 by lra.
pose proof (Rabs_triang (f y - f x - l * (y - x)) (l * (y - x))) as T.
replace (f y - f x - l * (y - x) + l * (y - x)) with (f y - f x) in T by ring.
rewrite (Rabs_mult l) in T. pose proof (Rabs_pos (y - x)). nra.
Qed.

Theorem nonnegative_derivative_does_not_decrease (I : R -> Prop) (f df : R -> R) :
  (forall x y z, I x -> I z -> x <= y <= z -> I y) ->
  (forall x, I x -> derivative_within I f x (df x)) -> (forall x, I x -> 0 <= df x) ->
  forall x y, I x -> I y -> x <= y -> f x <= f y.
Proof.
intros conv D P x y ix iy xy.
destruct (Rle_lt_or_eq_dec _ _ xy) as [lt | <-]; [ | lra].
apply Rnot_lt_le. intro c.
assert (g0 : 0 < (f x - f y) / 2) by lra.
destruct (continuous_within I f x _ (D x ix) _ g0) as [r [r0 Bx]].
destruct (continuous_within I f y _ (D y iy) _ g0) as [s [s0 By]].
set (u := x + Rmin (r / 2) ((y - x) / 3)). set (v := y - Rmin (s / 2) ((y - x) / 3)).
assert (u0 : 0 < u - x) by (unfold u; assert (0 < Rmin (r / 2) ((y - x) / 3))
  by (apply Rmin_glb_lt; lra); lra).
assert (v0 : 0 < y - v) by (unfold v; assert (0 < Rmin (s / 2) ((y - x) / 3))
  by (apply Rmin_glb_lt; lra); lra).
assert (u1 : u - x < r) by (unfold u; pose proof (Rmin_l (r / 2) ((y - x) / 3)); lra).
assert (v1 : y - v < s) by (unfold v; pose proof (Rmin_l (s / 2) ((y - x) / 3)); lra).
assert (u2 : u <= x + (y - x) / 3) by (unfold u; pose proof (Rmin_r (r / 2) ((y - x) / 3)); lra).
assert (v2 : y - (y - x) / 3 <= v) by (unfold v; pose proof (Rmin_r (s / 2) ((y - x) / 3)); lra).
assert (iu : I u) by (apply (conv x u y); auto; lra).
assert (iv : I v) by (apply (conv x v y); auto; lra).
specialize (Bx u iu). rewrite Rabs_pos_eq in Bx by lra. specialize (Bx u1).
specialize (By v iv). rewrite Rabs_left in By by lra. specialize (By ltac:(lra)).
apply Rabs_def2 in Bx. apply Rabs_def2 in By.
assert (f u <= f v); [ | lra].
apply (rises f df u v); [lra | | ].
- intros t h. apply derive_of_remainder. intros e e0.
  assert (it : I t) by (apply (conv x t y); auto; lra).
  destruct (D t it e e0) as [q [q0 B]].
  exists (Rmin q (Rmin (t - x) (y - t))). split; [repeat apply Rmin_glb_lt; lra | ]. intros w hw.
  pose proof (Rmin_l q (Rmin (t - x) (y - t))) as m1.
  pose proof (Rmin_r q (Rmin (t - x) (y - t))) as m2.
  pose proof (Rmin_l (t - x) (y - t)) as m3. pose proof (Rmin_r (t - x) (y - t)) as m4.
  assert (- (t - x) < w < y - t) as [w1 w2].
  { apply Rabs_def2 in hw. lra. }
  specialize (B (t + w)). replace (t + w - t) with w in B by ring. rewrite (Rmult_comm w).
  apply B; [apply (conv x _ y); auto; lra | lra].
- intros t h. apply P. apply (conv x t y); auto; lra.
Qed.
