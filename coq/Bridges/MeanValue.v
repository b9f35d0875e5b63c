(* The mean value inequality, and two uses: bounded Hessians make gradients Lipschitz, and a
   Hessian with a continuous derivative is Lipschitz near every point. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid Bridges.Derivative Bridges.Finite Bridges.Spectral.
Open Scope R_scope.

Section Balls.
Context {E : Euclid}.

Definition ball (c : E) (r : R) : E -> Prop := fun x => norm (minus x c) < r.

Lemma ball_is_convex (c : E) (r : R) : convex (ball c r).
Proof.
intros x y t bx by_ h. unfold ball in *.
assert (e : minus (along x (minus y x) t) c = plus (scal (1 - t) (minus x c)) (scal t (minus y c))).
{ apply (dot_minus_zero). intro z. unfold along.
  rewrite !dot_minus, !(dot_plus E), !(dot_scal E), !dot_minus. ring. }
rewrite e. apply Rle_lt_trans with (1 := norm_triangle _ _).
rewrite !norm_scal, !Rabs_pos_eq by lra.
set (p := norm (minus x c)) in *. set (q := norm (minus y c)) in *.
apply Rle_lt_trans with (Rmax p q); [ | apply Rmax_lub_lt; assumption].
pose proof (Rmult_le_compat_l (1 - t) p (Rmax p q) ltac:(lra) (Rmax_l p q)).
pose proof (Rmult_le_compat_l t q (Rmax p q) ltac:(lra) (Rmax_r p q)). lra.
Qed.
End Balls.

(* Maps that are linear in each of two arguments are bounded on R^n. *)
Lemma bounded_bilinear n m (F : Euclid) (B : Rn n -> Rn m -> F) :
  (forall v, linear (fun h => B h v)) -> (forall h, linear (B h)) ->
  exists K, 0 <= K /\ forall h v, norm (B h v) <= K * norm h * norm v.
Proof.
revert B. induction n as [ | n IH]; intros B left right_.
- destruct (bounded_linear m F (B (1 : R1)) (right_ _)) as [K [K0 hK]].
  exists K. split; [exact K0 | ]. intros x v.
  assert (e : B x v = scal (x : R) (B (1 : R1) v)).
  { rewrite <- (proj2 (left v) x (1 : R1)). f_equal. symmetry. exact (Rmult_1_r x). }
  rewrite e, norm_scal.
  assert (nx : norm (x : R1) = Rabs x) by exact (sqrt_Rsqr_abs x).
  change (norm (x : Rn 0)) with (norm (x : R1)). rewrite nx.
  specialize (hK v). pose proof (Rabs_pos x). nra.
- set (right := fun u : Rn n => (0, u) : Rn (S n)).
  set (one := ((1, zero) : prod_ModuleSpace R_Ring R1 (Rn n)) : Rn (S n)).
  destruct (bounded_linear m F (B one) (right_ one)) as [J [J0 hJ]].
  destruct (IH (fun u => B (right u))) as [K [K0 hK]].
  { intro v. split; intros.
    - change (B (right (plus x y)) v = plus (B (right x) v) (B (right y) v)).
      rewrite <- (proj1 (left v)). f_equal. exact (right_plus (Rn n) x y).
    - change (B (right (scal a x)) v = scal a (B (right x) v)).
      rewrite <- (proj2 (left v)). f_equal. exact (right_scal (Rn n) a x). }
  { intro h. apply right_. }
  exists (J + K). split; [lra | ]. intros [a u] v.
  assert (e : B (a, u) v = plus (scal (a : R) (B one v)) (B (right u) v)).
  { rewrite <- (proj2 (left v)), <- (proj1 (left v)). f_equal. exact (pair_split (Rn n) a u). }
  rewrite e. apply Rle_trans with (1 := norm_triangle _ _). rewrite norm_scal.
  pose proof (norm_pos u). pose proof (norm_pos ((a, u) : Rn (S n))).
  destruct (components_are_shorter n a u) as [la lu].
  set (w := norm ((a, u) : Rn (S n))) in *. change (Rabs a <= w) in la. change (norm u <= w) in lu.
  specialize (hK u v). cbn beta in hK. specialize (hJ v). pose proof (norm_pos v).
  pose proof (Rabs_pos a). pose proof (norm_pos (B one v)).
  assert (Rabs a * norm (B one v) <= w * (J * norm v)) by (apply Rmult_le_compat; auto).
  assert (K * norm u * norm v <= K * w * norm v)
    by (apply Rmult_le_compat_r; [auto | apply Rmult_le_compat_l; auto]).
  lra.
Qed.

(* Fact `mean-value-inequality`, last part. H is the derivative of a gradient, T that of H; T is
   continuous at x. Source: Rudin (1976), Theorem 9.19, applied to H. *)
Theorem hessian_is_lipschitz_nearby n (H : Rn n -> Rn n -> Rn n) (T : Rn n -> Rn n -> Rn n -> Rn n)
    (x : Rn n) :
  (exists r, 0 < r /\ forall z, ball x r z
    -> forall v, derivative_at (fun y => H y v) z (fun h => T z h v)) ->
  (forall h, linear (T x h)) ->
  (forall e, 0 < e -> exists r, 0 < r /\ forall z, ball x r z -> forall h v,
    norm (minus (T z h v) (T x h v)) <= e * norm h * norm v) ->
  exists r rho, 0 < r /\ lipschitz_operator (ball x r) H rho.
Proof.
intros [r [r0 D]] lin cont.
assert (center : ball x r x).
{ unfold ball, minus. now rewrite plus_opp_r, norm_zero. }
destruct (bounded_bilinear n n (Rn n) (T x)) as [K [K0 hK]]; [intro v;
  exact (proj1 (D x center v)) | exact lin | ].
destruct (cont 1 Rlt_0_1) as [s [s0 near]].
exists (Rmin r s), (K + 1). split; [apply Rmin_glb_lt; auto | ].
intros y z by_ bz v. replace ((K + 1) * norm (minus z y) * norm v) with ((K + 1) * norm v * norm
  (minus z y)) by ring.
apply (mean_value_inequality (ball x (Rmin r s)) (fun u => H u v) (fun u h => T u h v)); auto.
- apply ball_is_convex.
- intros u bu. apply D. eapply Rlt_le_trans; [exact bu | apply Rmin_l].
- intros u bu h. specialize (near u (Rlt_le_trans _ _ _ bu (Rmin_r r s)) h v). specialize (hK h v).
  assert (e : T u h v = plus (T x h v) (minus (T u h v) (T x h v))) by (symmetry;
    apply plus_minus_same).
  rewrite e. apply Rle_trans with (1 := norm_triangle _ _). lra.
Qed.
