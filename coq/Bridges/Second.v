(* Second-order conditions: Taylor's expansion with a small rest, and what the Hessian's sign
   says. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid Bridges.Calculus Bridges.Derivative
  Bridges.Stationary.
Open Scope R_scope.

(* f is differentiable near x with the gradient g, which has the derivative A at x. *)
Definition twice_differentiable {E : Euclid} (f : E -> R) (g : E -> E) (x : E) (A : E
  -> E) : Prop :=
  (exists r, 0 < r /\ forall h, norm h < r -> gradient_at f (plus x h) (g (plus x h))) /\
  derivative_at g x A.

Section Second.
Context {E : Euclid}.
Implicit Types (f : E -> R) (g : E -> E) (A : E -> E) (x : E).

Lemma derivative_opp g x A : derivative_at g x A ->
  derivative_at (fun z => opp (g z)) x (fun h => opp (A h)).
Proof.
intros [[a s] D]. split; [split; intros | ].
- rewrite a. apply opp_plus.
- rewrite s. symmetry. exact (@scal_opp_r R_Ring E a0 (A x0)).
- intros e e0. destruct (D e e0) as [r [r0 B]]. exists r. split; [exact r0 | ]. intros h hr.
  apply Rle_trans with (2 := B h hr). apply Req_le.
  rewrite <- (norm_opp (minus (minus (g (plus x h)) (g x)) (A h))). f_equal.
  unfold minus. rewrite !opp_plus. reflexivity.
Qed.

Lemma twice_differentiable_opp f g x A : twice_differentiable f g x A ->
  twice_differentiable (fun z => - f z) (fun z => opp (g z)) x (fun h => opp (A h)).
Proof.
intros [[r [r0 G]] D]. split; [ | apply derivative_opp, D]. exists r. split; [exact r0 | ].
intros h hr. apply gradient_opp, G, hr.
Qed.

Lemma upper_expansion f g x A : twice_differentiable f g x A -> forall e, 0 < e
  -> exists r, 0 < r /\
  forall h, norm h < r -> f (plus x h) <= f x + dot (g x) h + dot (A h) h / 2 + e * dot h h.
Proof.
intros [[q [q0 G]] [[_ lin] D]] e e0. destruct (D e e0) as [r [r0 B]].
exists (Rmin q r). split; [apply Rmin_glb_lt; auto | ]. intros h hr.
assert (short : forall s, 0 <= s <= 1 -> norm (scal s h) < Rmin q r).
{ intros s hs. rewrite norm_scal, Rabs_pos_eq by lra. pose proof (norm_pos h). nra. }
pose proof (rise_by_slope (fun t => f (along x h t)) (fun t => dot (g (along x h t)) h)
  (dot (A h) h + e * dot h h) (dot (g x) h) 1) as R.
cbn beta in R. rewrite along_0, along_1 in R.
apply Rle_trans with (f x + dot (g x) h * 1 + (dot (A h) h + e * dot h h) / 2 * 1 ^ 2).
- apply R; [lra | | ].
  + intros s hs. apply gradient_on_line, G. eapply Rlt_le_trans; [apply short, hs | apply Rmin_l].
  + intros s hs. specialize (B _ (Rlt_le_trans _ _ _ (short s hs) (Rmin_r q r))).
    rewrite lin, norm_scal, Rabs_pos_eq in B by lra. fold (along x h s) in B.
    set (w := minus _ _) in B. pose proof (cauchy_schwarz w h) as C.
    assert (split : dot w h = dot (g (along x h s)) h - dot (g x) h - s * dot (A h) h)
      by (unfold w; rewrite !dot_minus, (dot_scal E); reflexivity).
    rewrite split in C. rewrite <- (norm_sqr h). pose proof (norm_pos h).
    assert (norm w * norm h <= e * (s * norm h) * norm h) by (apply Rmult_le_compat_r; auto). nra.
- pose proof (dot_pos E h). nra.
Qed.

(* |f(x + h) - f(x) - <g(x), h> - <A h, h> / 2| <= e |h|^2 for short h. *)
Theorem second_order_expansion f g x A : twice_differentiable f g x A -> forall e, 0 < e ->
  exists r, 0 < r /\ forall h, norm h < r ->
    Rabs (f (plus x h) - f x - dot (g x) h - dot (A h) h / 2) <= e * dot h h.
Proof.
intros D e e0. destruct (upper_expansion f g x A D e e0) as [r [r0 U]].
destruct (upper_expansion _ _ x _ (twice_differentiable_opp f g x A D) e e0) as [q [q0 V]].
exists (Rmin r q). split; [apply Rmin_glb_lt; auto | ]. intros h hr.
specialize (U h (Rlt_le_trans _ _ _ hr (Rmin_l r q))).
specialize (V h (Rlt_le_trans _ _ _ hr (Rmin_r r q))).
rewrite !dot_opp in V. apply Rabs_le. lra.
Qed.

(* A stationary point whose Hessian is at least m > 0: f grows quadratically. *)
Theorem growth_at_minimum f g x A m : twice_differentiable f g x A -> g x = zero -> 0 < m ->
  (forall h, m * dot h h <= dot (A h) h) ->
  exists r, 0 < r /\ forall h, norm h < r -> f x + m / 4 * dot h h <= f (plus x h).
Proof.
intros D z m0 P. destruct (second_order_expansion f g x A D (m / 4)) as [r [r0 B]]; [lra | ].
exists r. split; [exact r0 | ]. intros h hr. specialize (B h hr). specialize (P h).
rewrite z, dot_zero_l in B. apply Rabs_le_between in B. lra.
Qed.

(* A direction of negative curvature goes down from a stationary point: it is no local minimum. *)
Theorem negative_curvature_descends f g x A d : twice_differentiable f g x A -> g x = zero ->
  dot (A d) d < 0 -> exists r, 0 < r /\ forall t, 0 < Rabs t < r -> f (along x d t) < f x.
Proof.
intros D z n. pose proof (dot_pos E d) as d0. pose proof (norm_pos d).
assert (lin := proj1 (proj2 D)).
set (q := - dot (A d) d / (4 * (dot d d + 1))).
assert (q0 : 0 < q) by (apply Rdiv_lt_0_compat; lra).
assert (qd : q * dot d d < - dot (A d) d / 2).
{ replace (- dot (A d) d / 2) with (q * (2 * (dot d d + 1))) by (unfold q; field; lra). nra. }
destruct (second_order_expansion f g x A D q q0) as [r [r0 B]].
exists (r / (norm d + 1)). split; [apply Rdiv_lt_0_compat; lra | ]. intros t [t0 tr].
specialize (B _ (short_step d r t tr)). fold (along x d t) in B.
rewrite z, dot_zero_l, (proj2 lin), !(dot_scal E), !dot_scal_r in B. apply Rabs_le_between in B.
assert (0 < t ^ 2).
{ replace (t ^ 2) with (Rabs t * Rabs t) by (rewrite <- Rabs_mult, Rabs_pos_eq; nra). nra. }
nra.
Qed.

Theorem curvature_at_minimum f g x A : twice_differentiable f g x A -> local_minimum f x ->
  g x = zero /\ forall d, 0 <= dot (A d) d.
Proof.
intros D [r [r0 M]]. assert (z : g x = zero).
{ destruct D as [[q [q0 G]] _]. apply (gradient_vanishes_at_minimum f x); [ | now exists r].
  rewrite <- (plus_zero_r x). apply G. rewrite norm_zero. exact q0. }
split; [exact z | ]. intro d. apply Rnot_lt_le. intro n.
destruct (negative_curvature_descends f g x A d D z n) as [q [q0 B]].
destruct (some_step d r r0) as [t [t0 short]].
set (s := Rmin t (q / 2)). assert (s0 : 0 < s) by (apply Rmin_glb_lt; lra).
pose proof (Rmin_l t (q / 2)) as s1. pose proof (Rmin_r t (q / 2)) as s2. fold s in s1, s2.
assert (f (along x d s) < f x) as c by (apply B; rewrite Rabs_pos_eq; lra).
apply (Rlt_not_le _ _ c), M. rewrite norm_scal, Rabs_pos_eq in * by lra.
pose proof (norm_pos d). nra.
Qed.
(* The second difference along two short displacements is at most <A v, u> and a small rest. *)
Lemma second_difference f g x A : twice_differentiable f g x A -> forall e, 0 < e ->
  exists r, 0 < r /\ forall u v, norm u + norm v < r ->
  f (plus (plus x v) u) - f (plus x u) - (f (plus x v) - f x) <=
    dot (A v) u + e * (norm u + norm v) ^ 2.
Proof.
intros [[q [q0 G]] [[add lin] D]] e e0. destruct (D (e / 2)) as [r [r0 B]]; [lra | ].
exists (Rmin q r). split; [now apply Rmin_glb_lt | ]. intros u v small.
pose proof (Rmin_l q r). pose proof (Rmin_r q r). pose proof (norm_pos u). pose proof (norm_pos v).
assert (at_v : forall s, along (plus x v) u s = plus x (plus v (scal s u))).
{ intro s. unfold along. symmetry. apply plus_assoc. }
assert (su : forall s, 0 <= s <= 1 -> norm (scal s u) <= norm u).
{ intros s hs. rewrite norm_scal, Rabs_pos_eq by lra. nra. }
assert (both : forall s, 0 <= s <= 1 -> norm (plus v (scal s u)) <= norm u + norm v).
{ intros s hs. pose proof (norm_triangle v (scal s u)). specialize (su s hs). lra. }
pose proof (rise_by_slope (fun s => f (along (plus x v) u s) - f (along x u s))
  (fun s => dot (g (along (plus x v) u s)) u - dot (g (along x u s)) u)
  0 (dot (A v) u + e * (norm u + norm v) ^ 2) 1 Rle_0_1) as rise.
cbn beta in rise. rewrite !along_0, !along_1 in rise.
assert (bound : f (plus (plus x v) u) - f (plus x u) <= f (plus x v) - f x +
  (dot (A v) u + e * (norm u + norm v) ^ 2) * 1 + 0 / 2 * 1 ^ 2); [apply rise | lra].
- intros s hs. apply (is_derive_minus (fun s => f (along (plus x v) u s))
    (fun s => f (along x u s)) s (dot (g (along (plus x v) u s)) u) (dot (g (along x u s)) u)).
  + apply gradient_on_line. rewrite at_v. apply G. specialize (both s hs). lra.
  + apply gradient_on_line, G. specialize (su s hs). lra.
- intros s hs. rewrite at_v. unfold along. specialize (su s hs). specialize (both s hs).
  pose proof (B (plus v (scal s u)) ltac:(lra)) as far.
  pose proof (B (scal s u) ltac:(lra)) as near.
  set (w := minus _ _) in far. set (z := minus _ _) in near.
  assert (e1 : dot w u = dot (g (plus x (plus v (scal s u)))) u - dot (g x) u - dot (A v) u
    - s * dot (A u) u)
    by (unfold w; rewrite add, lin, !dot_minus, (dot_plus E), (dot_scal E); ring).
  assert (e2 : dot z u = dot (g (plus x (scal s u))) u - dot (g x) u - s * dot (A u) u)
    by (unfold z; rewrite lin, !dot_minus, (dot_scal E); ring).
  pose proof (cauchy_schwarz_abs w u) as c1. pose proof (cauchy_schwarz_abs z u) as c2.
  apply Rabs_le_between in c1. apply Rabs_le_between in c2.
  set (k := norm u + norm v) in *.
  assert (n1 : norm w * norm u <= e / 2 * k * k).
  { apply Rmult_le_compat; [apply norm_pos | apply norm_pos | | unfold k; lra].
    apply Rle_trans with (1 := far), Rmult_le_compat_l; lra. }
  assert (n2 : norm z * norm u <= e / 2 * k * k).
  { apply Rmult_le_compat; [apply norm_pos | apply norm_pos | | unfold k; lra].
    apply Rle_trans with (1 := near), Rmult_le_compat_l; unfold k; lra. }
  nra.
Qed.

(* The derivative of a gradient is symmetric (Schwarz). *)
Theorem hessian_is_symmetric f g x A : twice_differentiable f g x A -> symmetric A.
Proof.
intros T u v. pose proof T as [_ [[_ lin] _]]. set (n := norm u + norm v + 1).
assert (n0 : 1 <= n) by (pose proof (norm_pos u); pose proof (norm_pos v); unfold n; lra).
assert (half : forall w z, norm w + norm z + 1 = n -> forall e, 0 < e ->
  dot (A w) z <= dot (A z) w + 2 * e * n ^ 2).
{ intros w z nn e e0. destruct (second_difference f g x A T e e0) as [r [r0 up]].
  destruct (second_difference _ _ x _ (twice_differentiable_opp f g x A T) e e0) as [r' [r0' low]].
  set (m := Rmin r r'). assert (m0 : 0 < m) by now apply Rmin_glb_lt.
  pose proof (Rmin_l r r' : m <= r). pose proof (Rmin_r r r' : m <= r').
  set (t := m / (2 * n)). assert (t0 : 0 < t) by (apply Rdiv_lt_0_compat; lra).
  assert (tn : t * n = m / 2) by (unfold t; field; lra).
  assert (short : norm (scal t w) + norm (scal t z) = t * (n - 1)).
  { rewrite !norm_scal, Rabs_pos_eq by lra. rewrite <- nn. ring. }
  specialize (up (scal t w) (scal t z)). specialize (low (scal t z) (scal t w)).
  rewrite (Rplus_comm (norm (scal t z))) in low. rewrite short in up, low.
  specialize (up ltac:(nra)). specialize (low ltac:(nra)). cbn beta in low.
  rewrite <- !(plus_assoc x) in up. rewrite <- !(plus_assoc x), (plus_comm (scal t w)) in low.
  rewrite dot_opp, !lin, !(dot_scal E), !dot_scal_r in *.
  assert (q : t * t * (dot (A w) z - dot (A z) w) <= 2 * e * (t * (n - 1)) ^ 2) by lra.
  assert (p : e * (t * (n - 1)) ^ 2 <= e * (t * n) ^ 2)
    by (apply Rmult_le_compat_l, pow_incr; [lra | split; nra]).
  assert (h : dot (A w) z - dot (A z) w <= 2 * e * n ^ 2)
    by (apply Rmult_le_reg_l with (t * t); [nra | lra]).
  lra. }
assert (le : forall w z, norm w + norm z + 1 = n -> dot (A w) z <= dot (A z) w).
{ intros w z nn. apply le_epsilon. intros e e0.
  apply Rle_trans with (1 := half w z nn (e / (2 * n ^ 2)) ltac:(apply Rdiv_lt_0_compat; nra)).
  right. field. lra. }
rewrite (dot_sym E u). apply Rle_antisym; apply le; unfold n; ring.
Qed.
End Second.

(* Fact `second-order-necessary-condition`. Source: Nocedal & Wright (2006), Theorem 2.3. *)
Theorem second_order_necessary_condition {E : Euclid} (f : E -> R) (g : E -> E) (x : E) (A : E
  -> E) :
  twice_differentiable f g x A ->
  (local_minimum f x -> g x = zero /\ forall v, 0 <= dot (A v) v) /\
  (local_maximum f x -> g x = zero /\ forall v, dot (A v) v <= 0).
Proof.
intro D. split; [exact (curvature_at_minimum f g x A D) | ]. intro M.
destruct (curvature_at_minimum _ _ x _ (twice_differentiable_opp f g x A D) M) as [z P]. split.
- rewrite <- (opp_opp (g x)), z. apply opp_zero.
- intro v. specialize (P v). rewrite dot_opp in P. lra.
Qed.
