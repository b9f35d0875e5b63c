(* Networks of smooth units: what is built of parameters and numbers by sums, products and
   activations that are twice continuously differentiable. Their gradients are Lipschitz on every
   ball. *)
From Coq Require Import Reals Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid Bridges.Calculus Bridges.Derivative.
From Provenscape Require Import Bridges.Extreme Bridges.MeanValue Bridges.Plane Bridges.Matrices.
From Provenscape Require Import EndToEnd.Hessians.
Open Scope R_scope.

Definition twice_continuously_differentiable (s : R -> R) : Prop :=
  exists ds dds : R -> R, (forall t, is_derive s t (ds t)) /\
    (forall t, is_derive ds t (dds t)) /\ forall t, continuity_pt dds t.

(* The outputs, and all that is computed on the way to them, of networks with n + 1 parameters; the
   numbers are the inputs. *)
Inductive network {n : nat} : (Rn n -> R) -> Prop :=
| number c : network (fun _ => c)
| parameter i : network (fun w => component n i w)
| sum_of f g : network f -> network g -> network (fun w => f w + g w)
| product_of f g : network f -> network g -> network (fun w => f w * g w)
| activated s f : twice_continuously_differentiable s -> network f -> network (fun w => s (f w)).

Lemma still_outside (x h b : R) : Rabs h < Rabs x - b -> ~ Rabs (x + h) <= b.
Proof.
intros short inside. pose proof (Rabs_triang (x + h) (- h)) as t. rewrite Rabs_Ropp in t.
replace (x + h + - h) with x in t by ring. lra.
Qed.

(* On an interval a continuous function is bounded, and one with a continuous derivative is
   Lipschitz. *)
Lemma bounded_on_interval (s : R -> R) b : (forall t, continuity_pt s t) ->
  exists K, 0 <= K /\ forall t, Rabs t <= b -> Rabs (s t) <= K.
Proof.
intro cont. destruct (Rle_lt_dec 0 b) as [b0 | b0].
- destruct (extreme_values_on_closed_bounded_sets 0 (fun t : R => Rabs t <= b)
    (fun t : R => Rabs (s t))) as [[x [_ most]] _].
  + intros x out. apply Rnot_le_lt in out. exists (Rabs x - b). split; [lra | ].
    intros h short. change (norm (h : line) < Rabs x - b) in short. rewrite norm_line in short.
    exact (still_outside x h b short).
  + exists b. intros x le. change (norm (x : line) <= b). rewrite norm_line. exact le.
  + exists 0. rewrite Rabs_R0. exact b0.
  + intros x _ e e0. destruct (cont x e e0) as [r [r0 near]]. exists r. split; [exact r0 | ].
    intros y _ close. change (norm (y - x : line) < r) in close. rewrite norm_line in close.
    apply Rle_lt_trans with (1 := Rabs_triang_inv2 _ _). destruct (Req_dec x y) as [same | other].
    * rewrite same. unfold Rminus. rewrite Rplus_opp_r, Rabs_R0. exact e0.
    * apply (near y). split; [split; [exact I | exact other] | exact close].
  + exists (Rabs (s x)). split; [apply Rabs_pos | exact most].
- exists 0. split; [lra | ]. intros t le. pose proof (Rabs_pos t). lra.
Qed.

Lemma derivable_is_continuous (s ds : R -> R) t : is_derive s t (ds t) -> continuity_pt s t.
Proof.
intro D. apply derivable_continuous_pt. exists (ds t). now apply is_derive_Reals.
Qed.

Lemma lipschitz_on_interval (s ds : R -> R) b : (forall t, is_derive s t (ds t)) ->
  (forall t, continuity_pt ds t) -> exists K, 0 <= K /\
    (forall t, Rabs t <= b -> Rabs (s t) <= K /\ Rabs (ds t) <= K) /\
    forall t u, Rabs t <= b -> Rabs u <= b -> Rabs (s u - s t) <= K * Rabs (u - t).
Proof.
intros D cont. destruct (bounded_on_interval ds b cont) as [K [K0 B]].
destruct (bounded_on_interval s b (fun t => derivable_is_continuous s ds t (D t))) as [M [M0 A]].
exists (K + M). split; [lra | split].
- intros t le. specialize (A t le). specialize (B t le). lra.
- intros t u lt lu. assert (L : lipschitz (E := line) (F := line) (fun t : R => Rabs t <= b) s K).
  { apply (mean_value_inequality (E := line) (F := line) _ s (fun x h => ds x * h)).
    - intros x y a bx by' a01. apply Rabs_le. apply Rabs_le_between in bx, by'.
      change (- b <= x + a * (y - x) <= b). nra.
    - intros x _. apply hessian_on_the_line, D.
    - intros x bx h. rewrite !norm_line, Rabs_mult.
      apply Rmult_le_compat_r; [apply Rabs_pos | exact (B x bx)]. }
  specialize (L t u lt lu). rewrite !norm_line in L. change (Rabs (s u - s t) <= K * Rabs (u - t)) in L.
  pose proof (Rabs_pos (u - t)). nra.
Qed.

Lemma gradient_of_activation {E : Euclid} (s ds : R -> R) (f : E -> R) x v :
  is_derive s (f x) (ds (f x)) -> gradient_at f x v ->
  gradient_at (fun y => s (f y)) x (scal (ds (f x)) v).
Proof.
intros D G e e0. set (l := ds (f x)) in *. pose proof (norm_pos v) as v0.
pose proof (Rabs_pos l) as l0.
destruct (remainder_of_derive s (f x) l D (e / (2 * (norm v + 1)))) as [r [r0 A]];
  [apply Rdiv_lt_0_compat; lra | ].
destruct (change_of_differentiable f x v G) as [q [q0 C]].
destruct (G (e / (2 * (Rabs l + 1)))) as [p [p0 B]]; [apply Rdiv_lt_0_compat; lra | ].
exists (Rmin (Rmin p q) (r / (norm v + 1))). split.
{ repeat apply Rmin_glb_lt; auto. apply Rdiv_lt_0_compat; lra. }
intros h short. assert (hp : norm h < p).
{ apply Rlt_le_trans with (1 := short), Rle_trans with (1 := Rmin_l _ _), Rmin_l. }
assert (hq : norm h < q).
{ apply Rlt_le_trans with (1 := short), Rle_trans with (1 := Rmin_l _ _), Rmin_r. }
assert (hr : (norm v + 1) * norm h < r).
{ assert (b : norm h < r / (norm v + 1)) by exact (Rlt_le_trans _ _ _ short (Rmin_r _ _)).
  apply (Rmult_lt_compat_l (norm v + 1)) in b; [ | lra].
  replace ((norm v + 1) * (r / (norm v + 1))) with r in b by (field; lra). exact b. }
specialize (B h hp). specialize (C h hq). set (d := f (plus x h) - f x) in *.
specialize (A d ltac:(lra)). replace (f x + d) with (f (plus x h)) in A by (unfold d; ring).
rewrite (dot_scal E). pose proof (norm_pos h) as h0.
replace (s (f (plus x h)) - s (f x) - l * dot v h) with
  (s (f (plus x h)) - s (f x) - l * d + l * (d - dot v h)) by ring.
apply Rle_trans with (1 := Rabs_triang _ _). rewrite Rabs_mult.
assert (a : Rabs (s (f (plus x h)) - s (f x) - l * d) <= e / 2 * norm h).
{ apply Rle_trans with (1 := A).
  apply Rle_trans with (e / (2 * (norm v + 1)) * ((norm v + 1) * norm h)).
  - apply Rmult_le_compat_l; [apply Rlt_le, Rdiv_lt_0_compat; lra | exact C].
  - apply Req_le. field. lra. }
assert (b : Rabs l * Rabs (d - dot v h) <= e / 2 * norm h).
{ apply Rle_trans with ((Rabs l + 1) * (e / (2 * (Rabs l + 1)) * norm h)).
  - apply Rmult_le_compat; [exact l0 | apply Rabs_pos | lra | exact B].
  - apply Req_le. field. lra. }
lra.
Qed.

(* Values and gradients that are bounded and Lipschitz on every ball. *)
Definition tame {E : Euclid} (f : E -> R) (g : E -> E) : Prop :=
  (forall x, gradient_at f x (g x)) /\
  forall c r, exists K, 0 <= K /\
    (forall x, ball c r x -> Rabs (f x) <= K /\ norm (g x) <= K) /\
    forall x y, ball c r x -> ball c r y ->
      Rabs (f y - f x) <= K * norm (minus y x) /\ norm (minus (g y) (g x)) <= K * norm (minus y x).

Section Rules.
Context {E : Euclid}.

Lemma change_of_multiple (a b : R) (u v : E) :
  minus (scal b v) (scal a u) = plus (scal b (minus v u)) (scal (b - a) u).
Proof.
apply dot_minus_zero. intro z.
rewrite dot_minus, (dot_plus E), !(dot_scal E), dot_minus. ring.
Qed.

Lemma length_of_change (a b : R) (u v : E) B K M d : Rabs b <= B -> norm u <= K ->
  norm (minus v u) <= K * d -> Rabs (b - a) <= M * d -> 0 <= d -> 0 <= M -> 0 <= K ->
  norm (minus (scal b v) (scal a u)) <= (B * K + M * K) * d.
Proof.
intros bB uK vu ba d0 M0 K0. rewrite change_of_multiple.
apply Rle_trans with (1 := norm_triangle _ _). rewrite !norm_scal.
assert (Rabs b * norm (minus v u) <= B * (K * d))
  by (apply Rmult_le_compat; auto; [apply Rabs_pos | apply norm_pos]).
assert (Rabs (b - a) * norm u <= M * d * K)
  by (apply Rmult_le_compat; auto; [apply Rabs_pos | apply norm_pos]). lra.
Qed.

Lemma tame_sum f1 g1 f2 g2 : tame (E := E) f1 g1 -> tame f2 g2 ->
  tame (fun x => f1 x + f2 x) (fun x => plus (g1 x) (g2 x)).
Proof.
intros [G1 T1] [G2 T2]. split; [intro x; now apply gradient_of_sum | ]. intros c r.
destruct (T1 c r) as [K1 [K10 [B1 L1]]]. destruct (T2 c r) as [K2 [K20 [B2 L2]]].
exists (K1 + K2). split; [lra | split].
- intros x ix. specialize (B1 x ix). specialize (B2 x ix).
  pose proof (Rabs_triang (f1 x) (f2 x)). pose proof (norm_triangle (g1 x) (g2 x)). lra.
- intros x y ix iy. specialize (L1 x y ix iy). specialize (L2 x y ix iy). split.
  + replace (f1 y + f2 y - (f1 x + f2 x)) with (f1 y - f1 x + (f2 y - f2 x)) by ring.
    pose proof (Rabs_triang (f1 y - f1 x) (f2 y - f2 x)). lra.
  + pose proof (norm_triangle (minus (g1 y) (g1 x)) (minus (g2 y) (g2 x))) as t.
    replace (minus (plus (g1 y) (g2 y)) (plus (g1 x) (g2 x))) with
      (plus (minus (g1 y) (g1 x)) (minus (g2 y) (g2 x))); [lra | ].
    apply dot_minus_zero. intro z. rewrite dot_minus, !(dot_plus E), !dot_minus. ring.
Qed.

Lemma tame_product f1 g1 f2 g2 : tame (E := E) f1 g1 -> tame f2 g2 ->
  tame (fun x => f1 x * f2 x) (fun x => plus (scal (f2 x) (g1 x)) (scal (f1 x) (g2 x))).
Proof.
intros [G1 T1] [G2 T2]. split; [intro x; now apply gradient_of_product | ]. intros c r.
destruct (T1 c r) as [K1 [K10 [B1 L1]]]. destruct (T2 c r) as [K2 [K20 [B2 L2]]].
pose proof (Rmult_le_pos _ _ K10 K20) as K0. exists (4 * (K1 * K2)). split; [lra | split].
- intros x ix. destruct (B1 x ix) as [a1 b1]. destruct (B2 x ix) as [a2 b2]. split.
  + rewrite Rabs_mult. pose proof (Rmult_le_compat _ _ _ _ (Rabs_pos _) (Rabs_pos _) a1 a2). lra.
  + apply Rle_trans with (1 := norm_triangle _ _). rewrite !norm_scal.
    pose proof (Rmult_le_compat _ _ _ _ (Rabs_pos _) (norm_pos _) a1 b2).
    pose proof (Rmult_le_compat _ _ _ _ (Rabs_pos _) (norm_pos _) a2 b1). lra.
- intros x y ix iy. destruct (B1 x ix) as [a1 b1]. destruct (B2 x ix) as [a2 b2].
  destruct (B1 y iy) as [c1 _]. destruct (B2 y iy) as [c2 _].
  destruct (L1 x y ix iy) as [p1 q1]. destruct (L2 x y ix iy) as [p2 q2].
  pose proof (norm_pos (minus y x)) as d0. set (d := norm (minus y x)) in *. split.
  + replace (f1 y * f2 y - f1 x * f2 x) with (f1 y * (f2 y - f2 x) + f2 x * (f1 y - f1 x)) by ring.
    apply Rle_trans with (1 := Rabs_triang _ _). rewrite !Rabs_mult.
    pose proof (Rmult_le_compat _ _ _ _ (Rabs_pos _) (Rabs_pos _) c1 p2).
    pose proof (Rmult_le_compat _ _ _ _ (Rabs_pos _) (Rabs_pos _) a2 p1).
    pose proof (Rmult_le_pos _ _ K0 d0). lra.
  + set (u1 := scal (f2 y) (g1 y)). set (u2 := scal (f1 y) (g2 y)).
    set (v1 := scal (f2 x) (g1 x)). set (v2 := scal (f1 x) (g2 x)).
    pose proof (norm_triangle (minus u1 v1) (minus u2 v2)) as t.
    replace (minus (plus u1 u2) (plus v1 v2)) with (plus (minus u1 v1) (minus u2 v2)).
    2: { apply dot_minus_zero. intro z. rewrite dot_minus, !(dot_plus E), !dot_minus. ring. }
    pose proof (length_of_change (f2 x) (f2 y) (g1 x) (g1 y) K2 K1 K2 d c2 b1 q1 p2 d0 K20 K10).
    pose proof (length_of_change (f1 x) (f1 y) (g2 x) (g2 y) K1 K2 K1 d c1 b2 q2 p1 d0 K10 K20).
    unfold u1, u2, v1, v2 in *. lra.
Qed.

Lemma tame_activation s f g : twice_continuously_differentiable s -> tame (E := E) f g ->
  exists g', tame (fun x => s (f x)) g'.
Proof.
intros [ds [dds [D [DD cont]]]] [G T]. exists (fun x => scal (ds (f x)) (g x)).
split; [intro x; now apply gradient_of_activation | ]. intros c r.
destruct (T c r) as [K [K0 [B L]]].
destruct (lipschitz_on_interval s ds K D (fun t => derivable_is_continuous ds dds t (DD t)))
  as [M [M0 [bs ls]]].
destruct (lipschitz_on_interval ds dds K DD cont) as [N [N0 [bd ld]]].
pose proof (Rmult_le_pos _ _ M0 K0) as MK. pose proof (Rmult_le_pos _ _ N0 K0) as NK.
pose proof (Rmult_le_pos _ _ NK K0) as NKK.
exists (M + M * K + N * K * K). split; [lra | split].
- intros x ix. destruct (B x ix) as [a b]. destruct (bs (f x) a) as [p q]. split; [lra | ].
  rewrite norm_scal. pose proof (Rmult_le_compat _ _ _ _ (Rabs_pos _) (norm_pos _) q b). lra.
- intros x y ix iy. destruct (B x ix) as [a b]. destruct (B y iy) as [a' b'].
  destruct (L x y ix iy) as [p q]. pose proof (norm_pos (minus y x)) as d0.
  set (d := norm (minus y x)) in *. pose proof (Rmult_le_pos _ _ MK d0).
  pose proof (Rmult_le_pos _ _ NKK d0). pose proof (Rmult_le_pos _ _ M0 d0). split.
  + pose proof (ls (f x) (f y) a a'). pose proof (Rmult_le_compat_l _ _ _ M0 p). lra.
  + pose proof (ld (f x) (f y) a a') as h. pose proof (Rmult_le_compat_l _ _ _ N0 p).
    pose proof (length_of_change (ds (f x)) (ds (f y)) (g x) (g y) M K (N * K) d
      (proj2 (bs (f y) a')) b q ltac:(lra) d0 NK K0). lra.
Qed.
End Rules.

Lemma networks_are_tame n (f : Rn n -> R) : network f -> exists g, tame f g.
Proof.
induction 1 as [c | i | f1 f2 _ [g1 T1] _ [g2 T2] | f1 f2 _ [g1 T1] _ [g2 T2] | s f smooth _ [g T]].
- exists (fun _ => zero). split; [intro; apply gradient_of_constant | ]. intros p r.
  exists (Rabs c). pose proof (Rabs_pos c) as c0. split; [exact c0 | split].
  + intros _ _. rewrite norm_zero. lra.
  + intros x y _ _. pose proof (Rmult_le_pos _ _ c0 (norm_pos (minus y x))).
    unfold Rminus. rewrite Rplus_opp_r, Rabs_R0, minus_eq_zero, norm_zero. lra.
- exists (fun _ => unit_vector n i). split; [intro; apply gradient_of_component | ]. intros p r.
  set (e := unit_vector n i). pose proof (norm_pos e) as e0. pose proof (norm_pos p) as p0.
  pose proof (Rabs_pos r) as r0. pose proof (Rmult_le_pos (norm e) (norm p + Rabs r) e0 ltac:(lra)) as k.
  exists (norm e * (norm p + Rabs r) + norm e). split; [lra | split].
  + intros x ix. split; [ | lra]. rewrite component_by_unit_vector. fold e.
    apply Rle_trans with (1 := cauchy_schwarz_abs e x). unfold ball in ix.
    pose proof (norm_triangle p (minus x p)) as t. rewrite plus_minus_same in t.
    pose proof (Rle_abs r). assert (b : norm x <= norm p + Rabs r) by lra.
    pose proof (Rmult_le_compat_l _ _ _ e0 b). lra.
  + intros x y _ _. pose proof (norm_pos (minus y x)) as d0. pose proof (Rmult_le_pos _ _ k d0).
    rewrite minus_eq_zero, norm_zero, !component_by_unit_vector, <- dot_minus_r. fold e.
    pose proof (cauchy_schwarz_abs e (minus y x)). pose proof (Rmult_le_pos _ _ e0 d0). lra.
- exists (fun x => plus (g1 x) (g2 x)). now apply tame_sum.
- exists (fun x => plus (scal (f2 x) (g1 x)) (scal (f1 x) (g2 x))). now apply tame_product.
- exact (tame_activation s f g smooth T).
Qed.

Theorem networks_have_lipschitz_gradients n (f : Rn n -> R) : network f ->
  exists g : Rn n -> Rn n, (forall w, gradient_at f w (g w)) /\
    forall c r, exists L, lipschitz (ball c r) g L.
Proof.
intro net. destruct (networks_are_tame n f net) as [g [G T]]. exists g. split; [exact G | ].
intros c r. destruct (T c r) as [K [_ [_ L]]]. exists K. intros x y ix iy. apply (L x y ix iy).
Qed.
