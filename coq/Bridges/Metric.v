(* Metric spaces: continuous images of connected sets, R^n is connected, uniform limits of continuous
   maps are continuous. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coq Require Classical_Prop.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid Bridges.Complete.
Open Scope R_scope.

Record Metric := {
  points :> Type;
  distance : points -> points -> R;
  distance_pos : forall x y, 0 <= distance x y;
  distance_zero : forall x y, distance x y = 0 <-> x = y;
  distance_sym : forall x y, distance x y = distance y x;
  distance_triangle : forall x y z, distance x z <= distance x y + distance y z
}.
Arguments distance {m} _ _.

Definition continuous_map {X Y : Metric} (T : X -> Y) : Prop :=
  forall x e, 0 < e -> exists r, 0 < r /\ forall y, distance y x < r -> distance (T y) (T x) < e.

(* Every ball about x meets A. *)
Definition closure {X : Metric} (A : X -> Prop) (x : X) : Prop :=
  forall r, 0 < r -> exists y, A y /\ distance y x < r.

(* A set is connected if it is no union of two nonempty sets neither of which meets the closure of
   the other. Source: Rudin (1976), connected sets. *)
Definition connected {X : Metric} (C : X -> Prop) : Prop :=
  forall A B : X -> Prop, (forall x, C x <-> A x \/ B x) -> (exists x, A x) -> (exists x, B x) ->
  (exists x, closure A x /\ B x) \/ (exists x, A x /\ closure B x).

Definition image {X Y : Metric} (T : X -> Y) (C : X -> Prop) : Y -> Prop :=
  fun y => exists x, C x /\ T x = y.

Lemma closure_of_preimage {X Y : Metric} (T : X -> Y) (C : X -> Prop) (A : Y -> Prop) x :
  continuous_map T -> closure (fun x => C x /\ A (T x)) x -> closure A (T x).
Proof.
intros c h e e0. destruct (c x e e0) as [r [r0 near]]. destruct (h r r0) as [y [[_ a] d]].
exists (T y). split; [exact a | exact (near y d)].
Qed.

(* Source: Rudin (1976), continuity and connectedness. *)
Theorem image_of_a_connected_set {X Y : Metric} (T : X -> Y) (C : X -> Prop) :
  continuous_map T -> connected C -> connected (image T C).
Proof.
intros c h A B cover [a Aa] [b Bb].
assert (onto : forall y, A y \/ B y -> exists x, C x /\ T x = y) by (intros y i; apply cover, i).
destruct (onto a (or_introl Aa)) as [p [Cp <-]]. destruct (onto b (or_intror Bb)) as [q [Cq <-]].
destruct (h (fun x => C x /\ A (T x)) (fun x => C x /\ B (T x))) as [[x [l [_ r]]] | [x [[_ l] r]]].
- intro x. split.
  + intro i. destruct (proj1 (cover (T x)) (ex_intro _ x (conj i eq_refl))); [left | right]; auto.
  + intros [[i _] | [i _]]; exact i.
- exists p. auto.
- exists q. auto.
- left. exists (T x). split; [exact (closure_of_preimage T C A x c l) | exact r].
- right. exists (T x). split; [exact l | exact (closure_of_preimage T C B x c r)].
Qed.

(* An inner product space as a metric space. *)
Definition of_norm (E : Euclid) : Metric.
Proof.
refine {| points := E; distance := fun x y => norm (minus x y) |}.
- intros. apply norm_pos.
- intros x y. split.
  + intro h. assert (z : minus x y = zero).
    { apply (dot_zero E). rewrite <- norm_sqr, h. ring. }
    rewrite <- (plus_minus_same y x), z. apply plus_zero_r.
  + intros ->. unfold minus. rewrite plus_opp_r. apply norm_zero.
- intros. apply norm_minus_sym.
- intros x y z. replace (minus x z) with (plus (minus x y) (minus y z)); [apply norm_triangle | ].
  apply dot_minus_zero. intro w. rewrite (dot_plus E), !dot_minus. ring.
Defined.

(* The last point of a segment that the closure of A reaches belongs to both closures. *)
Lemma space_is_connected (E : Euclid) : connected (X := of_norm E) (fun _ => True).
Proof.
intros A B cover [a Aa] [b Bb].
set (d := minus b a). set (path := fun t => along a d t).
assert (K0 : 0 < norm d + 1) by (pose proof (norm_pos d); lra).
assert (step : forall s t, norm (minus (path s) (path t)) = Rabs (s - t) * norm d).
{ intros s t. rewrite <- norm_scal. f_equal. apply dot_minus_zero. intro z. unfold path, along.
  rewrite dot_minus, !(dot_plus E), !(dot_scal E). ring. }
assert (near : forall s t r, Rabs (s - t) < r / (norm d + 1) -> norm (minus (path s) (path t)) < r).
{ intros s t r h. rewrite step. apply Rmult_lt_compat_r with (r := norm d + 1) in h; [ | exact K0].
  replace (r / (norm d + 1) * (norm d + 1)) with r in h by (field; lra).
  pose proof (Rabs_pos (s - t)). pose proof (norm_pos d). nra. }
assert (start : path 0 = a) by apply along_0. assert (end_ : path 1 = b) by apply along_end.
destruct (completeness (fun t => 0 <= t <= 1 /\ A (path t))) as [s [up least]].
{ exists 1. intros t [h _]. lra. }
{ exists 0. rewrite start. split; [lra | exact Aa]. }
assert (s0 : 0 <= s) by (apply up; rewrite start; split; [lra | exact Aa]).
assert (s1 : s <= 1) by (apply least; intros t [h _]; lra).
assert (inA : closure (X := of_norm E) A (path s)).
{ intros r r0. apply Classical_Prop.NNPP. intro none.
  assert (lower : s <= s - r / (norm d + 1)).
  { apply least. intros t [h At]. apply Rnot_lt_le. intro lt. apply none. exists (path t).
    split; [exact At | ]. apply near. apply Rabs_def1; [pose proof (up t (conj h At)) | ]; lra. }
  assert (0 < r / (norm d + 1)) by (apply Rdiv_lt_0_compat; lra). lra. }
destruct (proj1 (cover (path s)) I) as [As | Bs].
- right. exists (path s). split; [exact As | ]. intros r r0.
  destruct (Rle_lt_or_eq_dec _ _ s1) as [lt | e].
  + set (t := s + Rmin (1 - s) (r / (norm d + 1) / 2)).
    assert (p : 0 < r / (norm d + 1)) by (apply Rdiv_lt_0_compat; lra).
    pose proof (Rmin_l (1 - s) (r / (norm d + 1) / 2)).
    pose proof (Rmin_r (1 - s) (r / (norm d + 1) / 2)).
    assert (0 < Rmin (1 - s) (r / (norm d + 1) / 2)) by (apply Rmin_glb_lt; lra).
    exists (path t). split.
    * destruct (proj1 (cover (path t)) I) as [At | Bt]; [ | exact Bt].
      assert (t <= s) by (apply up; split; [unfold t; lra | exact At]). unfold t in *. lra.
    * apply near. unfold t. apply Rabs_def1; lra.
  + exists b. split; [exact Bb | ]. cbn. rewrite e, end_. unfold minus.
    rewrite plus_opp_r, norm_zero. exact r0.
- left. exists (path s). split; [exact inA | exact Bs].
Qed.

(* Fact `continuous-images-of-connected-sets`, with the theorem before the last one. *)
Theorem image_of_the_space_is_connected (n : nat) (Y : Metric) (T : of_norm (Rn n) -> Y) :
  continuous_map T -> connected (image T (fun _ => True)).
Proof. intro c. apply image_of_a_connected_set; [exact c | apply space_is_connected]. Qed.

(* The limit of a sequence in R^n, component by component. *)
Fixpoint limit (n : nat) : (nat -> Rn n) -> Rn n :=
  match n with
  | O => fun x => real (Lim_seq x)
  | S m => fun x => (real (Lim_seq (fun k => fst (x k))), limit m (fun k => snd (x k))) end.

Lemma limit_on_the_line (x : nat -> R1) l : tends x l -> real (Lim_seq x) = l.
Proof.
intro t. assert (h : is_lim_seq x l); [ | now rewrite (is_lim_seq_unique x l h)].
apply is_lim_seq_spec. intros [e e0]. destruct (t e e0) as [N hN]. exists N. intros k le.
specialize (hN k le). rewrite norm_R1 in hN. exact hN.
Qed.

Lemma limit_is n (x : nat -> Rn n) l : tends x l -> limit n x = l.
Proof.
revert x l. induction n as [ | n IH]; intros x l t; [exact (limit_on_the_line x l t) | ].
destruct l as [a u]. cbn [limit].
apply (f_equal2 (fun p q => (p, q) : Rn (S n))).
- apply limit_on_the_line. intros e e0. destruct (t e e0) as [N hN]. exists N. intros k le.
  apply Rle_lt_trans with (2 := hN k le). rewrite norm_R1.
  exact (norm_fst _ (minus (x k) ((a, u) : Rn (S n)))).
- apply IH. intros e e0. destruct (t e e0) as [N hN]. exists N. intros k le.
  apply Rle_lt_trans with (2 := hN k le). exact (norm_snd _ (minus (x k) ((a, u) : Rn (S n)))).
Qed.

(* Fact `uniform-limits-of-continuous-maps`. Source: Rudin (1976), uniform convergence and
   continuity. *)
Theorem uniform_limit_of_continuous_maps (X : Metric) (n : nat) (T : nat -> X -> of_norm (Rn n)) :
  (forall k, continuous_map (T k)) ->
  (forall e, 0 < e -> exists N, forall k m, (N <= k)%nat -> (N <= m)%nat ->
    forall x, distance (T k x) (T m x) <= e) ->
  exists F : X -> of_norm (Rn n), continuous_map F /\
    forall e, 0 < e -> exists N, forall k, (N <= k)%nat -> forall x, distance (T k x) (F x) <= e.
Proof.
intros c u. set (F := fun x => limit n (fun k => T k x)).
assert (converges : forall x, tends (fun k => T k x : Rn n) (F x)).
{ intro x. destruct (complete_Rn n (fun k => T k x)) as [l t].
  - intros e e0. destruct (u (e / 2)) as [N h]; [lra | ]. exists N. intros k m a b.
    pose proof (h k m a b x) as d. cbn in d. lra.
  - unfold F. rewrite (limit_is n _ l t). exact t. }
assert (uniform : forall e, 0 < e -> exists N, forall k, (N <= k)%nat ->
  forall x, distance (T k x) (F x : of_norm (Rn n)) <= e).
{ intros e e0. destruct (u (e / 2)) as [N h]; [lra | ]. exists N. intros k a x.
  destruct (converges x (e / 2)) as [M t]; [lra | ].
  specialize (h k (max N M) a ltac:(lia) x). specialize (t (max N M) ltac:(lia)).
  pose proof (distance_triangle (of_norm (Rn n)) (T k x) (T (max N M) x) (F x)) as tri.
  cbn in *. lra. }
exists F. split; [ | exact uniform].
intros x e e0. destruct (uniform (e / 4)) as [N h]; [lra | ]. specialize (h N (le_n N)).
destruct (c N x (e / 4)) as [r [r0 near]]; [lra | ]. exists r. split; [exact r0 | ]. intros y d.
specialize (near y d). pose proof (h x) as hx. pose proof (h y) as hy.
rewrite (distance_sym (of_norm (Rn n)) (T N y) (F y)) in hy.
pose proof (distance_triangle (of_norm (Rn n)) (F y) (T N y) (F x)) as t1.
pose proof (distance_triangle (of_norm (Rn n)) (T N y) (T N x) (F x)) as t2. lra.
Qed.
