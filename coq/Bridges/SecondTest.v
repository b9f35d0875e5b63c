(* The second-derivative test on R^n: a definite Hessian at a stationary point. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid Bridges.Calculus Bridges.Derivative.
From Provenscape Require Import Bridges.Stationary Bridges.Second Bridges.Finite.
Open Scope R_scope.

Lemma minimum_of_definite n (f : Rn n -> R) (g A : Rn n -> Rn n) (x : Rn n) :
  twice_differentiable f g x A -> g x = zero ->
  (forall v, v <> zero -> 0 < dot (A v) v) -> strict_local_minimum f x.
Proof.
intros D z P.
destruct (definite_form_bound n _ (symmetric_part A (proj1 (proj2 D)))) as [m [m0 B]].
{ intros v n0. specialize (P v n0). lra. }
destruct (growth_at_minimum f g x A m D z m0) as [r [r0 U]].
{ intro h. specialize (B h). lra. }
exists r. split; [exact r0 | ]. intros h h0 hr. specialize (U h hr).
pose proof (positive_square h h0). nra.
Qed.

(* Fact `second-order-sufficient-condition`. Source: Nocedal & Wright (2006), Theorem 2.4. *)
Theorem second_order_sufficient_condition n (f : Rn n -> R) (g A : Rn n -> Rn n) (x : Rn n) :
  twice_differentiable f g x A -> g x = zero ->
  ((forall v, v <> zero -> 0 < dot (A v) v) -> strict_local_minimum f x) /\
  ((forall v, v <> zero -> dot (A v) v < 0) -> strict_local_maximum f x).
Proof.
intros D z. split; [exact (minimum_of_definite n f g A x D z) | ]. intro N.
apply (minimum_of_definite n _ (fun u => opp (g u)) (fun h => opp (A h)) x
  (twice_differentiable_opp f g x A D)).
- rewrite z. apply opp_zero.
- intros v n0. specialize (N v n0). rewrite dot_opp. lra.
Qed.
