(* Continuous functions: extreme values on compact sets, intermediate values on intervals. *)
From Coq Require Import Reals Lra Psatz List.
From Coq Require Classical_Prop.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

Section Metric.
Context (X : Type) (dist : X -> X -> R).
Hypothesis (dist_same : forall x, dist x x = 0)
  (dist_triangle : forall x y z, dist x z <= dist x y + dist y z).

Definition open_set (U : X -> Prop) : Prop :=
  forall x, U x -> exists r, 0 < r /\ forall y, dist y x < r -> U y.

(* Every cover by open sets has a finite part that covers. *)
Definition compact (K : X -> Prop) : Prop :=
  forall (I : Type) (U : I -> X -> Prop), (forall i, open_set (U i)) ->
  (forall x, K x -> exists i, U i x) -> exists l : list I, forall x, K x
    -> exists i, In i l /\ U i x.

Definition continuous_on (K : X -> Prop) (f : X -> R) : Prop :=
  forall x, K x -> forall e, 0 < e -> exists r, 0 < r /\ forall y, K y -> dist y x < r
    -> Rabs (f y - f x) < e.

(* Of finitely many points one has the greatest value. *)
Lemma greatest (I : Type) (f : I -> R) (l : list I) : l <> nil
  -> exists i, In i l /\ forall j, In j l -> f j <= f i.
Proof.
induction l as [ | i l IH]; [now intros [] | ]. intros _. destruct l as [ | k l].
- exists i. split; [now left | ]. intros j [<- | []]. lra.
- destruct IH as [m [im h]]; [discriminate | ].
  destruct (Rle_lt_dec (f i) (f m)).
  + exists m. split; [now right | ]. intros j [<- | ij]; [assumption | auto].
  + exists i. split; [now left | ]. intros j [<- | ij]; [lra | ]. specialize (h j ij). lra.
Qed.

Lemma maximum_is_attained (K : X -> Prop) (f : X -> R) : compact K -> (exists x, K x) ->
  continuous_on K f -> exists x, K x /\ forall y, K y -> f y <= f x.
Proof.
intros comp [x0 k0] cont. apply Classical_Prop.NNPP. intro none.
assert (above : forall x, K x -> exists y, K y /\ f x < f y).
{ intros x kx. apply Classical_Prop.NNPP. intro no. apply none. exists x. split; [exact kx | ].
  intros y ky.
  apply Rnot_lt_le. intro lt. apply no. now exists y. }
set (U := fun (i : {y | K y}) x => exists z r, 0 < r /\ dist x z < r /\
  forall w, K w -> dist w z < r -> f w < f (proj1_sig i)).
destruct (comp {y | K y} U) as [l h].
- intros i x [z [r [r0 [xz small]]]]. exists (r - dist x z). split; [lra | ]. intros y yx.
  exists z, r. split; [exact r0 | split; [ | exact small]]. pose proof (dist_triangle y x z). lra.
- intros x kx. destruct (above x kx) as [y [ky lt]].
  destruct (cont x kx (f y - f x)) as [r [r0 B]]; [lra | ].
  exists (exist _ y ky), x, r. split; [exact r0 | split; [now rewrite dist_same | ]].
  intros w kw wx. specialize (B w kw wx). apply Rabs_def2 in B. cbn. lra.
- assert (ne : l <> nil).
  { intros ->. destruct (h x0 k0) as [i [[] _]]. }
  destruct (greatest _ (fun i => f (proj1_sig i)) l ne) as [[y ky] [iy top]]. cbn in top.
  destruct (h y ky) as [i [il [z [r [_ [yz small]]]]]].
  specialize (small y ky yz). specialize (top i il). lra.
Qed.

(* Fact `extreme-value-theorem`. Source: Rudin (1976), Theorem 4.16. *)
Theorem extreme_value_theorem (K : X -> Prop) (f : X -> R) : compact K -> (exists x, K x) ->
  continuous_on K f ->
  (exists x, K x /\ forall y, K y -> f y <= f x) /\ (exists x, K x /\ forall y, K y -> f x <= f y).
Proof.
intros comp ne cont. split; [now apply maximum_is_attained | ].
destruct (maximum_is_attained K (fun x => - f x) comp ne) as [x [kx h]].
- intros x kx e e0. destruct (cont x kx e e0) as [r [r0 B]]. exists r. split; [exact r0 | ].
  intros y ky yx. rewrite <- Rabs_Ropp. replace (- (- f y - - f x)) with (f y - f x) by ring. auto.
- exists x. split; [exact kx | ]. intros y ky. specialize (h y ky). lra.
Qed.
End Metric.

(* Fact `intermediate-value-theorem`. Source: Rudin (1976), Theorem 4.23. *)
Theorem intermediate_value_theorem (f : R -> R) (a b v : R) : a <= b ->
  continuous_on R (fun x y => Rabs (x - y)) (fun t => a <= t <= b) f ->
  (f a <= v <= f b \/ f b <= v <= f a) -> exists c, a <= c <= b /\ f c = v.
Proof.
intros ab cont bet. set (clamp := fun t => Rmax a (Rmin b t)).
assert (range : forall t, a <= clamp t <= b).
{ intro t. unfold clamp. split; [apply Rmax_l | apply Rmax_lub; [lra | apply Rmin_l]]. }
assert (near : forall s t, Rabs (clamp s - clamp t) <= Rabs (s - t)).
{ intros s t. unfold clamp, Rmax, Rmin. repeat destruct Rle_dec; unfold Rabs;
    repeat destruct Rcase_abs; lra. }
assert (ca : clamp a = a) by (unfold clamp; rewrite Rmin_right, Rmax_left; lra).
assert (cb : clamp b = b) by (unfold clamp; rewrite Rmin_left, Rmax_right; lra).
destruct (IVT_gen (fun t => f (clamp t)) a b v) as [c [_ h]].
- intros t e e0. destruct (cont (clamp t) (range t) e e0) as [r [r0 B]].
  exists r. split; [exact r0 | ]. intros s [_ st]. apply B; [apply range | ].
  apply Rle_lt_trans with (1 := near s t). exact st.
- rewrite ca, cb. unfold Rmin, Rmax. destruct Rle_dec; lra.
- exists (clamp c). split; [apply range | exact h].
Qed.
