(* From derivatives of formulas to gradients and Hessians, on the line and in the plane: a
   function whose partial derivatives exist everywhere and are continuous is differentiable. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid Bridges.Derivative.
Open Scope R_scope.

Definition line : Euclid := Rn 0.
Definition plane : Euclid := Rn 1.
Definition point (x y : R) : plane := ((x, y) : R_ModuleSpace * R_ModuleSpace).

Lemma norm_line (x : R) : norm (x : line) = Rabs x.
Proof. exact (sqrt_Rsqr_abs x). Qed.

Lemma norm_plane (x y : R) : norm (point x y) ^ 2 = x ^ 2 + y ^ 2.
Proof. rewrite norm_sqr. cbn. ring. Qed.

Lemma first_at_most_norm (x y : R) : Rabs x <= norm (point x y).
Proof. apply square_le; [apply norm_pos | ]. rewrite pow2_abs, norm_plane.
pose proof (pow2_ge_0 y). lra. Qed.

Lemma second_at_most_norm (x y : R) : Rabs y <= norm (point x y).
Proof. apply square_le; [apply norm_pos | ]. rewrite pow2_abs, norm_plane.
pose proof (pow2_ge_0 x). lra. Qed.

Lemma norm_at_most_sum (x y : R) : norm (point x y) <= Rabs x + Rabs y.
Proof.
pose proof (Rabs_pos x). pose proof (Rabs_pos y).
apply square_le; [lra | ]. rewrite norm_plane, <- (pow2_abs x), <- (pow2_abs y). nra.
Qed.

(* The remainder of a derivative on the line. *)
Lemma remainder_of_derive (f : R -> R) (x l : R) : is_derive f x l ->
  forall e, 0 < e -> exists r, 0 < r /\ forall h, Rabs h < r
    -> Rabs (f (x + h) - f x - l * h) <= e * Rabs h.
Proof.
intros D e e0. apply is_derive_Reals in D. destruct (D e e0) as [[r r0] B]. cbn in B.
exists r. split; [exact r0 | ]. intros h hr. destruct (Req_dec h 0) as [-> | n].
- rewrite Rplus_0_r. replace (f x - f x - l * 0) with 0 by ring. rewrite Rabs_R0. lra.
- specialize (B h n hr). assert (p : 0 < Rabs h) by (apply Rabs_pos_lt, n).
  replace (f (x + h) - f x - l * h) with (((f (x + h) - f x) / h - l) * h) by (field; exact n).
  rewrite Rabs_mult. apply Rmult_le_compat_r; lra.
Qed.

Theorem gradient_on_the_line (f df : R -> R) (x : R) : is_derive f x (df x) ->
  gradient_at (E := line) f x (df x).
Proof.
intros D e e0. destruct (remainder_of_derive f x _ D e e0) as [r [r0 B]]. exists r.
split; [exact r0 | ].
intros h hr. rewrite norm_line in *. exact (B h hr).
Qed.

Theorem hessian_on_the_line (df ddf : R -> R) (x : R) : is_derive df x (ddf x) ->
  derivative_at (E := line) (F := line) df x (fun h => ddf x * h).
Proof.
intro D. split.
- split.
  + intros u v. exact (Rmult_plus_distr_l (ddf x) u v).
  + intros a v. exact (eq_trans (eq_sym (Rmult_assoc _ _ _))
      (eq_trans (f_equal (fun z => z * v) (Rmult_comm (ddf x) a)) (Rmult_assoc _ _ _))).
- intros e e0. destruct (remainder_of_derive df x _ D e e0) as [r [r0 B]]. exists r.
  split; [exact r0 | ].
  intros h hr. rewrite norm_line in hr. rewrite !norm_line. exact (B h hr).
Qed.

(* f has the partial derivatives fx and fy everywhere, and fx is continuous. *)
Definition partials (f fx fy : R -> R -> R) : Prop :=
  (forall x y, is_derive (fun t => f t y) x (fx x y)) /\
  (forall x y, is_derive (fun t => f x t) y (fy x y)) /\ (forall x y, continuity_2d_pt fx x y).

Lemma remainder_in_the_plane (f fx fy : R -> R -> R) (x y : R) : partials f fx fy ->
  forall e, 0 < e -> exists r, 0 < r /\ forall h k, norm (point h k) < r ->
    Rabs (f (x + h) (y + k) - f x y - (fx x y * h + fy x y * k)) <= e * norm (point h k).
Proof.
intros [X [Y C]] e e0.
assert (D : differentiable_pt_lim f x y (fx x y) (fy x y)).
{ apply filterdiff_differentiable_pt_lim.
  apply (is_derive_filterdiff f x y fx (fy x y)).
  - apply filter_forall. intros [u v]. apply X.
  - apply Y.
  - apply continuity_2d_pt_filterlim, C. }
destruct (D (mkposreal e e0)) as [[r r0] B]. cbn in B.
exists r. split; [exact r0 | ]. intros h k small.
pose proof (first_at_most_norm h k). pose proof (second_at_most_norm h k).
specialize (B (x + h) (y + k)).
replace (x + h - x) with h in B by ring. replace (y + k - y) with k in B by ring.
apply Rle_trans with (1 := B ltac:(lra) ltac:(lra)).
apply Rmult_le_compat_l; [lra | ]. apply Rmax_lub; assumption.
Qed.

Theorem gradient_in_the_plane (f fx fy : R -> R -> R) (p : plane) : partials f fx fy ->
  gradient_at (fun q : plane => f (fst q) (snd q)) p (point (fx (fst p) (snd p)) (fy (fst p) (snd
    p))).
Proof.
intros P e e0. destruct p as [x y].
destruct (remainder_in_the_plane f fx fy x y P e e0) as [r [r0 B]]. exists r. split; [exact r0 | ].
intros [h k] small. exact (B h k small).
Qed.

Theorem hessian_in_the_plane (fx fy fxx fxy fyx fyy : R -> R -> R) (p : plane) :
  partials fx fxx fxy -> partials fy fyx fyy ->
  derivative_at (fun q : plane => point (fx (fst q) (snd q)) (fy (fst q) (snd q))) p
    (fun h => point (fxx (fst p) (snd p) * fst h + fxy (fst p) (snd p) * snd h)
                    (fyx (fst p) (snd p) * fst h + fyy (fst p) (snd p) * snd h)).
Proof.
intros P Q. destruct p as [x y]. cbn [fst snd]. split.
- split.
  + intros [a b] [c d]. apply injective_projections; cbn; unfold plus; cbn; ring.
  + intros t [a b]. apply injective_projections; cbn; unfold scal; cbn; unfold mult; cbn; ring.
- intros e e0.
  destruct (remainder_in_the_plane fx fxx fxy x y P (e / 2)) as [r [r0 A]]; [lra | ].
  destruct (remainder_in_the_plane fy fyx fyy x y Q (e / 2)) as [s [s0 B]]; [lra | ].
  exists (Rmin r s). split; [apply Rmin_glb_lt; auto | ]. intros [h k] small.
  change ((h, k) : plane) with (point h k) in *.
  specialize (A h k (Rlt_le_trans _ _ _ small (Rmin_l r s))).
  specialize (B h k (Rlt_le_trans _ _ _ small (Rmin_r r s))).
  apply Rle_trans with (1 := norm_at_most_sum _ _).
  replace (e * norm (point h k)) with (e / 2 * norm (point h k) + e / 2 * norm (point h k))
    by field.
  exact (Rplus_le_compat _ _ _ _ A B).
Qed.

(* Continuity of a polynomial in two variables, by its form. *)
Ltac continuous_2d := intros; cbn [pow]; repeat first
  [ apply continuity_2d_pt_plus | apply continuity_2d_pt_minus | apply continuity_2d_pt_opp
  | apply continuity_2d_pt_mult | apply continuity_2d_pt_id1 | apply continuity_2d_pt_id2
  | apply continuity_2d_pt_const ].
