(* Fermat's rule: at a local minimum or maximum the gradient vanishes. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid Bridges.Calculus Bridges.Derivative.
Open Scope R_scope.

Definition local_minimum {E : Euclid} (f : E -> R) (x : E) : Prop :=
  exists r, 0 < r /\ forall h, norm h < r -> f x <= f (plus x h).

Definition strict_local_minimum {E : Euclid} (f : E -> R) (x : E) : Prop :=
  exists r, 0 < r /\ forall h, h <> zero -> norm h < r -> f x < f (plus x h).

Definition local_maximum {E : Euclid} (f : E -> R) : E -> Prop := local_minimum (fun x => - f x).

Definition strict_local_maximum {E : Euclid} (f : E -> R) : E -> Prop :=
  strict_local_minimum (fun x => - f x).

Section Stationary.
Context {E : Euclid} (f : E -> R).

Lemma gradient_opp (x v : E) : gradient_at f x v -> gradient_at (fun x => - f x) x (opp v).
Proof.
intros G e e0. destruct (G e e0) as [r [r0 B]]. exists r. split; [exact r0 | ]. intros h hr.
rewrite dot_opp, <- Rabs_Ropp.
replace (- (- f (plus x h) - - f x - - dot v h)) with (f (plus x h) - f x - dot v h) by ring. auto.
Qed.

Lemma positive_square (v : E) : v <> zero -> 0 < dot v v.
Proof.
intro n. destruct (Rle_lt_or_eq_dec _ _ (dot_pos E v)) as [p | z]; [exact p | ].
now destruct n; apply (dot_zero E).
Qed.

(* Some step along d is short. *)
Lemma some_step (d : E) (r : R) : 0 < r -> exists t, 0 < t /\ norm (scal t d) < r.
Proof.
intro r0. pose proof (norm_pos d). assert (0 < r / (norm d + 1)) by (apply Rdiv_lt_0_compat; lra).
exists (r / (norm d + 1) / 2). split; [lra | ]. apply short_step. rewrite Rabs_pos_eq; lra.
Qed.

Theorem gradient_vanishes_at_minimum (x v : E) : gradient_at f x v -> local_minimum f x -> v = zero.
Proof.
intros G [r [r0 M]]. apply (dot_zero E).
destruct (Rle_lt_or_eq_dec _ _ (dot_pos E v)) as [p | z]; [exfalso | auto].
assert (n : 0 < norm v) by (apply sqrt_lt_R0; exact p).
destruct (G (norm v / 2)) as [s [s0 B]]; [lra | ].
destruct (some_step (opp v) (Rmin r s)) as [t [t0 short]]; [apply Rmin_glb_lt; auto | ].
specialize (M _ (Rlt_le_trans _ _ _ short (Rmin_l r s))).
specialize (B _ (Rlt_le_trans _ _ _ short (Rmin_r r s))).
rewrite norm_scal, norm_opp, dot_scal_r, dot_opp_r, (Rabs_pos_eq t), <- norm_sqr in B by lra.
apply Rabs_le_between in B. assert (0 < t * norm v ^ 2) by (apply Rmult_lt_0_compat;
  [ | apply pow_lt]; auto). lra.
Qed.
End Stationary.

(* Fact `first-order-necessary-condition`. Source: Nocedal & Wright (2006), Theorem 2.2. *)
Theorem gradient_vanishes_at_extremum {E : Euclid} (f : E -> R) (x v : E) : gradient_at f x v ->
  local_minimum f x \/ local_maximum f x -> v = zero.
Proof.
intros G [M | M]; [exact (gradient_vanishes_at_minimum f x v G M) | ].
pose proof (gradient_vanishes_at_minimum _ x _ (gradient_opp f x v G) M) as z.
rewrite <- (opp_opp v), z. apply opp_zero.
Qed.
