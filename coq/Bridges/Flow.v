(* Functions along curves, and the gradient flow of PL functions: the gap falls exponentially, and
   the paths are short. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid Bridges.Calculus Bridges.Derivative Bridges.Descent.
Open Scope R_scope.

Section Curves.
Context {E : Euclid}.

(* v is the velocity of the curve c at the time t. *)
Definition velocity_at (c : R -> E) (t : R) (v : E) : Prop :=
  forall e, 0 < e -> exists r, 0 < r /\ forall s, Rabs s < r ->
    norm (minus (minus (c (t + s)) (c t)) (scal s v)) <= e * Rabs s.

Lemma curve_step (c : R -> E) t v : velocity_at c t v -> exists r, 0 < r /\ forall s, Rabs s < r ->
  norm (minus (c (t + s)) (c t)) <= (norm v + 1) * Rabs s.
Proof.
intro V. destruct (V 1 Rlt_0_1) as [r [r0 B]]. exists r. split; [exact r0 | ]. intros s h.
specialize (B s h). set (d := minus (c (t + s)) (c t)) in *.
pose proof (norm_triangle (scal s v) (minus d (scal s v))) as T.
rewrite plus_minus_same, norm_scal in T. lra.
Qed.

(* The chain rule along a curve. *)
Theorem gradient_along_curve (f : E -> R) (c : R -> E) t w v :
  gradient_at f (c t) w -> velocity_at c t v -> is_derive (fun s => f (c s)) t (dot w v).
Proof.
intros G V. apply derive_of_remainder. intros e e0.
pose proof (norm_pos v) as v0. pose proof (norm_pos w) as w0.
set (K := norm v + 1 + norm w). assert (K0 : 0 < K) by (unfold K; lra).
assert (eK : 0 < e / (2 * K)) by (apply Rdiv_lt_0_compat; lra).
assert (half : e / (2 * K) * K = e / 2) by (field; lra).
destruct (curve_step c t v V) as [r1 [r10 S]].
destruct (V (e / (2 * K)) eK) as [r2 [r20 B]].
destruct (G (e / (2 * K)) eK) as [r3 [r30 D]].
exists (Rmin r1 (Rmin r2 (r3 / (norm v + 1)))). split.
{ repeat apply Rmin_glb_lt; auto. apply Rdiv_lt_0_compat; lra. }
intros s h.
pose proof (Rlt_le_trans _ _ _ h (Rmin_l _ _)) as h1.
pose proof (Rlt_le_trans _ _ _ (Rlt_le_trans _ _ _ h (Rmin_r _ _)) (Rmin_l _ _)) as h2.
pose proof (Rlt_le_trans _ _ _ (Rlt_le_trans _ _ _ h (Rmin_r _ _)) (Rmin_r _ _)) as h3.
specialize (S s h1). specialize (B s h2). set (d := minus (c (t + s)) (c t)) in *.
assert (small : norm d < r3).
{ apply Rle_lt_trans with (1 := S). apply Rmult_lt_compat_r with (r := norm v + 1) in h3; [ | lra].
  replace (r3 / (norm v + 1) * (norm v + 1)) with r3 in h3 by (field; lra). lra. }
specialize (D d small). unfold d in D at 1. rewrite plus_minus_same in D.
pose proof (cauchy_schwarz_abs w (minus d (scal s v))) as C. rewrite dot_minus_r, dot_scal_r in C.
pose proof (Rabs_pos s) as s0.
assert (a : norm d * (e / (2 * K)) <= (norm v + 1) * Rabs s * (e / (2 * K)))
  by (apply Rmult_le_compat_r; lra).
assert (b : norm w * norm (minus d (scal s v)) <= norm w * (e / (2 * K) * Rabs s))
  by (apply Rmult_le_compat_l; lra).
replace (f (c (t + s)) - f (c t) - s * dot w v)
  with (f (c (t + s)) - f (c t) - dot w d + (dot w d - s * dot w v)) by ring.
apply Rle_trans with (1 := Rabs_triang _ _).
assert (total : (norm v + 1) * Rabs s * (e / (2 * K)) + norm w * (e / (2 * K) * Rabs s)
  = e / 2 * Rabs s) by (rewrite <- half; unfold K; ring).
assert (0 <= e * Rabs s) by (apply Rmult_le_pos; lra). lra.
Qed.
End Curves.

(* Gronwall: what falls at least m times as fast as it is high, falls exponentially. *)
Lemma exponential_fall (phi dphi : R -> R) (m a b : R) : a <= b ->
  (forall t, a <= t <= b -> is_derive phi t (dphi t)) ->
  (forall t, a <= t <= b -> dphi t <= - m * phi t) -> phi b <= exp (- (m * (b - a))) * phi a.
Proof.
intros ab D B.
assert (le : - (exp (m * a) * phi a) <= - (exp (m * b) * phi b)).
{ apply (rises (fun t => - (exp (m * t) * phi t))
    (fun t => exp (m * t) * (- m * phi t - dphi t))); [exact ab | | ].
  - intros t h. pose proof (D t h) as d.
    assert (u : Derive (fun x => phi x) t = dphi t) by (apply is_derive_unique, d).
    auto_derive; [exists (dphi t); exact d | ]. rewrite ?u. ring [u].
  - intros t h. apply Rmult_le_pos; [apply Rlt_le, exp_pos | ]. specialize (B t h). lra. }
apply Rmult_le_reg_l with (exp (m * b)); [apply exp_pos | ].
rewrite <- Rmult_assoc, <- exp_plus. replace (m * b + - (m * (b - a))) with (m * a) by ring. lra.
Qed.

Section Flow.
Context {E : Euclid} (f : E -> R) (g : E -> E) (c : R -> E) (a b : R).
Hypothesis (ab : a <= b) (G : forall x, gradient_at f x (g x))
  (flow : forall t, a <= t <= b -> velocity_at c t (opp (g (c t)))).

Lemma value_along_flow t : a <= t <= b ->
  is_derive (fun s => f (c s)) t (- dot (g (c t)) (g (c t))).
Proof.
intro h. rewrite <- dot_opp_r. apply gradient_along_curve; [apply G | apply flow, h].
Qed.

(* The root of the gap, as long as there is one. *)
Lemma root_along_flow fs t : a <= t <= b -> fs < f (c t) ->
  is_derive (fun s => sqrt (f (c s) - fs)) t
    (- (dot (g (c t)) (g (c t)) / (2 * sqrt (f (c t) - fs)))).
Proof.
intros h p.
pose proof (is_derive_minus (fun s => f (c s)) (fun _ => fs) t _ 0 (value_along_flow t h)
  (is_derive_const fs t)) as d.
replace (- (dot (g (c t)) (g (c t)) / (2 * sqrt (f (c t) - fs))))
  with ((minus (- dot (g (c t)) (g (c t))) 0 : R) / (2 * sqrt (f (c t) - fs))).
- apply (is_derive_sqrt (fun s => f (c s) - fs)); [exact d | lra].
- unfold minus, plus, opp; cbn. field. apply Rgt_not_eq, sqrt_lt_R0. lra.
Qed.

(* Values do not rise along the flow. *)
Theorem flow_descends : f (c b) <= f (c a).
Proof.
assert (- f (c a) <= - f (c b)); [ | lra].
apply (rises (fun t => - f (c t)) (fun t => dot (g (c t)) (g (c t)))); [exact ab | | ].
- intros t h. rewrite <- (Ropp_involutive (dot _ _)).
  apply (is_derive_opp (fun s => f (c s))), value_along_flow, h.
- intros t _. apply dot_pos.
Qed.

(* Under PL the gap falls by e^(-2 mu) in a unit of time.
   Source: Karimi, Nutini & Schmidt (2016), the flow of Theorem 1. *)
Theorem pl_flow_rate mu fs : PL f g mu fs ->
  f (c b) - fs <= exp (- (2 * mu * (b - a))) * (f (c a) - fs).
Proof.
intro P.
apply (exponential_fall (fun t => f (c t) - fs) (fun t => - dot (g (c t)) (g (c t))));
  [exact ab | | ].
- intros t h. pose proof (is_derive_minus (fun s => f (c s)) (fun _ => fs) t _ 0
    (value_along_flow t h) (is_derive_const fs t)) as d.
  replace (- dot (g (c t)) (g (c t))) with (minus (- dot (g (c t)) (g (c t))) 0); [exact d | ].
  apply Rminus_0_r.
- intros t _. specialize (P (c t)). lra.
Qed.
End Flow.
