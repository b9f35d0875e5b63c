(* Functions that do not depend on the length of their argument. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid Bridges.Derivative Bridges.Stationary.
Open Scope R_scope.

Section ScaleInvariant.
Context {E : Euclid} (f : E -> R).

Lemma gradient_is_unique (x v w : E) : gradient_at f x v -> gradient_at f x w -> v = w.
Proof.
intros V W. set (d := minus v w).
destruct (Rle_lt_or_eq_dec _ _ (norm_pos d)) as [p | z].
- exfalso. destruct (V (norm d / 4)) as [r [r0 A]]; [lra | ].
  destruct (W (norm d / 4)) as [s [s0 B]]; [lra | ].
  destruct (some_step d (Rmin r s)) as [t [t0 short]]; [apply Rmin_glb_lt; auto | ].
  specialize (A _ (Rlt_le_trans _ _ _ short (Rmin_l r s))).
  specialize (B _ (Rlt_le_trans _ _ _ short (Rmin_r r s))).
  rewrite dot_scal_r, norm_scal, (Rabs_pos_eq t) in A, B by lra.
  apply Rabs_le_between in A. apply Rabs_le_between in B.
  assert (e : dot v d - dot w d = norm d ^ 2) by (rewrite norm_sqr; unfold d at 3;
    now rewrite dot_minus).
  assert (0 < t * norm d ^ 2) by (apply Rmult_lt_0_compat; [lra | apply pow_lt; lra]).
  assert (t * (dot v d - dot w d) <= t * norm d ^ 2 / 2) by lra. rewrite e in H0. lra.
- assert (dz : d = zero) by (apply (dot_zero E); rewrite <- norm_sqr, <- z; ring).
  rewrite <- (plus_minus_same w v). fold d. rewrite dz. apply plus_zero_r.
Qed.

(* Fact `euler-on-functions-that-ignore-the-length`. Source: Arora, Li & Lyu (2019). *)
Theorem euler_for_scale_invariant_functions (g : E -> E) :
  (forall w, w <> zero -> gradient_at f w (g w)) ->
  (forall a w, 0 < a -> w <> zero -> f (scal a w) = f w) ->
  forall w, w <> zero -> dot w (g w) = 0 /\ (forall a, 0 < a -> g (scal a w) = scal (/ a) (g w)) /\
    norm (g w) * norm w = norm (g (scal (/ norm w) w)).
Proof.
intros G inv w w0.
assert (wp : 0 < norm w) by (apply sqrt_lt_R0, positive_square, w0).
assert (scaled : forall a, 0 < a -> g (scal a w) = scal (/ a) (g w)).
{ intros a a0. assert (ia : 0 < / a) by (apply Rinv_0_lt_compat, a0).
  assert (aw : scal a w <> zero).
  { intro z. apply w0. rewrite <- (@scal_one R_Ring E w).
    replace (one : R) with (mult (/ a) a : R) by (exact (Rinv_l a (Rgt_not_eq _ _ a0))).
    rewrite <- (@scal_assoc R_Ring E), z. apply (@scal_zero_r R_Ring E). }
  apply (gradient_is_unique (scal a w)); [apply G, aw | ].
  intros e e0. destruct (G w w0 (e * a)) as [r [r0 B]]; [apply Rmult_lt_0_compat; auto | ].
  exists (Rmin (a * r) (a * norm w)).
  split; [apply Rmin_glb_lt; apply Rmult_lt_0_compat; auto | ]. intros h hr.
  assert (h1 : norm h < a * r) by (eapply Rlt_le_trans; [exact hr | apply Rmin_l]).
  assert (h2 : norm h < a * norm w) by (eapply Rlt_le_trans; [exact hr | apply Rmin_r]).
  set (k := scal (/ a) h).
  assert (nk : norm k = / a * norm h) by (unfold k; rewrite norm_scal, Rabs_pos_eq; lra).
  assert (ak : scal a k = h).
  { unfold k. rewrite (@scal_assoc R_Ring E).
    transitivity (scal 1 h); [f_equal; exact (Rinv_r a (Rgt_not_eq _ _ a0)) | apply (@scal_one
      R_Ring E)]. }
  assert (k1 : norm k < r).
  { rewrite nk. apply Rmult_lt_reg_l with a; [exact a0 | ]. rewrite <- Rmult_assoc, Rinv_r by lra.
    lra. }
  assert (k2 : norm k < norm w).
  { rewrite nk. apply Rmult_lt_reg_l with a; [exact a0 | ]. rewrite <- Rmult_assoc, Rinv_r by lra.
    lra. }
  assert (nz : plus w k <> zero).
  { intro z. assert (e1 : w = opp k).
    { rewrite <- (plus_zero_r w), <- (plus_opp_r k), plus_assoc, z. apply plus_zero_l. }
    rewrite e1, norm_opp in k2. lra. }
  specialize (B k k1).
  rewrite <- (inv a (plus w k) a0 nz), (@scal_distr_l R_Ring E), ak, <- (inv a w a0 w0) in B.
  rewrite (dot_scal E). unfold k in B. rewrite dot_scal_r in B. fold k in B. rewrite nk in B.
  replace (e * norm h) with (e * a * (/ a * norm h)) by (field; lra). exact B. }
split; [ | split; [exact scaled | ]].
- rewrite (dot_sym E). destruct (Req_dec (dot (g w) w) 0) as [z | nz]; [exact z | exfalso].
  assert (p : 0 < Rabs (dot (g w) w)) by (apply Rabs_pos_lt, nz).
  destruct (G w w0 (Rabs (dot (g w) w) / (2 * norm w))) as [r [r0 B]]; [apply Rdiv_lt_0_compat;
    lra | ].
  destruct (some_step w r r0) as [t [t0 short]]. specialize (B _ short).
  assert (e : plus w (scal t w) = scal (1 + t) w).
  { transitivity (plus (scal 1 w) (scal t w)); [f_equal; symmetry; apply (@scal_one R_Ring E) | ].
    symmetry. exact (@scal_distr_r R_Ring E 1 t w). }
  rewrite e, (inv (1 + t) w) in B by (auto; lra).
  rewrite dot_scal_r, norm_scal, (Rabs_pos_eq t) in B by lra.
  replace (f w - f w - t * dot (g w) w) with (- (t * dot (g w) w)) in B by ring.
  rewrite Rabs_Ropp, Rabs_mult, (Rabs_pos_eq t) in B by lra.
  replace (Rabs (dot (g w) w) / (2 * norm w) * (t * norm w)) with (t * Rabs (dot (g w) w) / 2) in B
    by (field; lra).
  assert (0 < t * Rabs (dot (g w) w)) by (apply Rmult_lt_0_compat; auto). lra.
- rewrite scaled by (apply Rinv_0_lt_compat, wp). rewrite Rinv_inv, norm_scal, Rabs_pos_eq by lra.
  ring.
Qed.
End ScaleInvariant.
