(* Convexity by first derivatives: the tangent inequality, with or without a quadratic term. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid Bridges.Calculus Bridges.Derivative.
Open Scope R_scope.

Definition convex_on {E : Euclid} (C : E -> Prop) (f : E -> R) : Prop :=
  forall x y t, C x -> C y -> 0 <= t <= 1 -> f (along x (minus y x) t) <= (1 - t) * f x + t * f y.

Section FirstOrder.
Context {E : Euclid} (C : E -> Prop) (f : E -> R) (g : E -> E).
Hypothesis (conv : convex C) (G : forall x, C x -> gradient_at f x (g x)).

Lemma tangent_of_convex : convex_on C f -> forall x y, C x -> C y
  -> f x + dot (g x) (minus y x) <= f y.
Proof.
intros S x y cx cy. set (d := minus y x). apply Rnot_lt_le. intro c.
set (gap := f x + dot (g x) d - f y). assert (g0 : 0 < gap) by (unfold gap; lra).
pose proof (norm_pos d) as n.
destruct (G x cx (gap / (2 * (norm d + 1)))) as [r [r0 B]]; [apply Rdiv_lt_0_compat; lra | ].
assert (q0 : 0 < r / (norm d + 1)) by (apply Rdiv_lt_0_compat; lra).
set (t := Rmin 1 (r / (norm d + 1) / 2)).
assert (t0 : 0 < t) by (apply Rmin_glb_lt; lra). assert (t1 : t <= 1) by apply Rmin_l.
assert (t2 : t <= r / (norm d + 1) / 2) by apply Rmin_r.
assert (short : norm (scal t d) < r) by (apply short_step; rewrite Rabs_pos_eq; lra).
specialize (B _ short). rewrite dot_scal_r, norm_scal, (Rabs_pos_eq t) in B by lra.
fold (along x d t) in B. apply Rabs_le_between in B.
pose proof (S x y t cx cy (conj (Rlt_le _ _ t0) t1)) as V. fold d in V.
assert (gap / (2 * (norm d + 1)) * (t * norm d) <= gap / 2 * t).
{ replace (gap / 2 * t) with (gap / (2 * (norm d + 1)) * (t * (norm d + 1))) by (field; lra).
  apply Rmult_le_compat_l; [apply Rlt_le, Rdiv_lt_0_compat; lra | ]. apply Rmult_le_compat_l; lra. }
assert (0 < gap * t) by (apply Rmult_lt_0_compat; auto). unfold gap in *. nra.
Qed.

Lemma convex_of_tangents : (forall x y, C x -> C y -> f x + dot (g x) (minus y x) <= f y)
  -> convex_on C f.
Proof.
intros T x y t cx cy h. set (d := minus y x). set (z := along x d t).
assert (cz : C z) by (apply conv; auto).
pose proof (T z x cz cx) as T0. pose proof (T z y cz cy) as T1.
assert (e0 : dot (g z) (minus x z) = - t * dot (g z) d).
{ rewrite dot_minus_r. unfold z at 3, along. rewrite dot_plus_r, dot_scal_r. ring. }
assert (e1 : dot (g z) (minus y z) = (1 - t) * dot (g z) d).
{ rewrite dot_minus_r. unfold z at 3, along. rewrite dot_plus_r, dot_scal_r.
  assert (dot (g z) d = dot (g z) y - dot (g z) x) as -> by (unfold d; apply dot_minus_r). ring. }
rewrite e0 in T0. rewrite e1 in T1. nra.
Qed.
End FirstOrder.

Section Strong.
Context {E : Euclid}.

Lemma gradient_of_square (x : E) : gradient_at (fun z => dot z z) x (scal 2 x).
Proof.
intros e e0. exists e. split; [exact e0 | ]. intros h hr.
rewrite (dot_plus E), !dot_plus_r, (dot_scal E), (dot_sym E h x).
replace (_ - _ - _) with (dot h h) by ring. rewrite <- norm_sqr. pose proof (norm_pos h).
rewrite Rabs_pos_eq by nra. nra.
Qed.

Lemma gradient_minus (f k : E -> R) (x v w : E) : gradient_at f x v -> gradient_at k x w ->
  gradient_at (fun z => f z - k z) x (minus v w).
Proof.
intros F K e e0. destruct (F (e / 2)) as [r [r0 A]]; [lra | ].
destruct (K (e / 2)) as [s [s0 B]]; [lra | ].
exists (Rmin r s). split; [apply Rmin_glb_lt; auto | ]. intros h hr.
specialize (A h (Rlt_le_trans _ _ _ hr (Rmin_l r s))).
specialize (B h (Rlt_le_trans _ _ _ hr (Rmin_r r s))).
rewrite dot_minus. apply Rabs_le. apply Rabs_le_between in A. apply Rabs_le_between in B. lra.
Qed.

Lemma gradient_scal (f : E -> R) (x v : E) (c : R) : gradient_at f x v ->
  gradient_at (fun z => c * f z) x (scal c v).
Proof.
intros F e e0. pose proof (Rabs_pos c). destruct (F (e / (Rabs c + 1))) as [r [r0 B]].
{ apply Rdiv_lt_0_compat; lra. }
exists r. split; [exact r0 | ]. intros h hr. specialize (B h hr). rewrite (dot_scal E).
replace (c * f (plus x h) - c * f x - c * dot v h) with (c * (f (plus x h) - f x - dot v h))
  by ring.
rewrite Rabs_mult.
apply Rle_trans with ((Rabs c + 1) * (e / (Rabs c + 1) * norm h)); [ | apply Req_le; field; lra].
apply Rmult_le_compat; auto using Rabs_pos; lra.
Qed.

(* Fact `first-order-condition-for-convexity`: both equivalences. Source: Boyd & Vandenberghe
   (2004), (3.2). *)
Theorem first_order_condition_for_convexity (C : E -> Prop) (f : E -> R) (g : E -> E) : convex C ->
  (forall x, C x -> gradient_at f x (g x)) ->
  (convex_on C f <-> forall x y, C x -> C y -> f x + dot (g x) (minus y x) <= f y) /\
  forall m, (forall x y, C x -> C y ->
      f x + dot (g x) (minus y x) + m / 2 * norm (minus y x) ^ 2 <= f y) <->
    convex_on C (fun x => f x - m / 2 * norm x ^ 2).
Proof.
intros conv G. split.
- split; [apply tangent_of_convex, G | apply (convex_of_tangents C f g conv)].
- intro m. set (k := fun x => f x - m / 2 * dot x x).
  assert (GK : forall x, C x -> gradient_at k x (minus (g x) (scal (m / 2) (scal 2 x)))).
  { intros x cx. apply (gradient_minus f (fun x => m / 2 * dot x x)); [apply G, cx | ].
    apply gradient_scal, gradient_of_square. }
  assert (same : forall x y, k y - k x - dot (minus (g x) (scal (m / 2) (scal 2 x))) (minus y x) =
    f y - f x - dot (g x) (minus y x) - m / 2 * norm (minus y x) ^ 2).
  { intros x y. unfold k. rewrite norm_sqr, !dot_minus, !(dot_scal E), !dot_minus_r,
      (dot_sym E y x). field. }
  assert (ck : convex_on C k <-> convex_on C (fun x => f x - m / 2 * norm x ^ 2)).
  { unfold convex_on, k. split; intros V x y t cx cy h; specialize (V x y t cx cy h);
      rewrite !norm_sqr in *; exact V. }
  rewrite <- ck. split.
  + intro T. apply (convex_of_tangents C k (fun x => minus (g x) (scal (m / 2) (scal 2 x))) conv).
    intros x y cx cy.
    specialize (T x y cx cy). specialize (same x y). lra.
  + intros V x y cx cy. pose proof (tangent_of_convex C k (fun x => minus (g x) (scal (m / 2) (scal
      2 x))) GK V x y cx cy).
    specialize (same x y). lra.
Qed.
End Strong.
