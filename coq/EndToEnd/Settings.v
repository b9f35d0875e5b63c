(* What the settings of instances.yaml assume can be met, all of it together: by the half squared
   norm, by another function that is not constant, or by the identity. Each theorem has the name of
   its setting. What entries and claims assume beside is not looked at. *)
From Provenscape Require Import EndToEnd.Tools.
From Provenscape Require EndToEnd.Hessians EndToEnd.Networks.
Open Scope R_scope.

Section Half.
Context {E : Euclid}.

Definition self (x : E) : E := x.

Definition half (x : E) : R := / 2 * dot x x.

Lemma half_gradient (x : E) : gradient_at half x (self x).
Proof.
replace (self x) with (scal (/ 2) (scal 2 x)).
- exact (gradient_scal _ x _ (/ 2) (gradient_of_square x)).
- rewrite scal_assoc. replace (mult (/ 2) 2) with 1 by (change (1 = / 2 * 2); field).
  exact (@scal_one R_Ring E x).
Qed.

Lemma id_lipschitz : lipschitz (E := E) everywhere self 1.
Proof. intros x y _ _. rewrite Rmult_1_l. apply Rle_refl. Qed.

Lemma id_linear : linear (E := E) self.
Proof. split; reflexivity. Qed.

Lemma id_symmetric : symmetric (E := E) self.
Proof. intros x y. reflexivity. Qed.

Lemma id_derivative (x : E) : derivative_at (E := E) self x self.
Proof.
split; [exact id_linear | ]. intros e e0. exists 1. split; [exact Rlt_0_1 | ]. intros h _.
unfold self. rewrite plus_minus_left, minus_eq_zero, norm_zero. pose proof (norm_pos h). nra.
Qed.

Lemma id_constant : lipschitz_operator (E := E) everywhere (fun _ => self) 0.
Proof. intros x y _ _ h. rewrite minus_eq_zero, norm_zero. lra. Qed.
End Half.

Lemma half_moves {n} : exists x y : Rn n, half x <> half y.
Proof.
assert (some : exists u : Rn n, dot u u = 1).
{ destruct n as [ | n]; [exists 1; exact (Rmult_1_l 1) | ]. exists (1, zero).
  change (1 * 1 + dot (zero : Rn n) zero = 1). rewrite dot_zero_l. ring. }
destruct some as [u one]. exists zero, u. unfold half. rewrite one, dot_zero_l. lra.
Qed.

(* The share of the first coordinate in the squared length. *)
Definition share (w : Rn 1) : R := dot ((1, 0) : Rn 1) w * dot ((1, 0) : Rn 1) w * / dot w w.

Definition share_gradient (w : Rn 1) : Rn 1 :=
  let e := (1, 0) : Rn 1 in
  plus (scal (/ dot w w) (plus (scal (dot e w) e) (scal (dot e w) e)))
    (scal (dot e w * dot e w) (scal (- / dot w w ^ 2) (scal 2 w))).

Lemma gradient_of_share (w : Rn 1) : w <> zero -> gradient_at share w (share_gradient w).
Proof.
intro w0. pose proof (positive_square w w0) as p. unfold share, share_gradient. cbv zeta.
apply (EndToEnd.Hessians.gradient_of_product (fun w : Rn 1 =>
  dot ((1, 0) : Rn 1) w * dot ((1, 0) : Rn 1) w) (fun w => / dot w w)).
- apply (EndToEnd.Hessians.gradient_of_product (dot ((1, 0) : Rn 1)) (dot ((1, 0) : Rn 1)));
    now apply EndToEnd.Hessians.gradient_of_form.
- apply (EndToEnd.Networks.gradient_of_activation Rinv (fun t => - / t ^ 2)
    (fun w : Rn 1 => dot w w)).
  + auto_derive; [lra | ]. field. lra.
  + apply gradient_of_square.
Qed.

Lemma share_is_free (a : R) (w : Rn 1) : 0 < a -> w <> zero -> share (scal a w) = share w.
Proof.
intros a0 w0. pose proof (positive_square w w0) as p. unfold share.
rewrite !dot_scal_r, (dot_scal (Rn 1)). field. lra.
Qed.

Theorem smooth :
  exists (E : Euclid) (f : E -> R) (g : E -> E) (L : R),
  (forall x : E, gradient_at f x (g x)) /\
  (lipschitz everywhere g L) /\
  exists x y, f x <> f y.
Proof.
exists (Rn 1), half, self, 1. split; [exact half_gradient | ].
split; [exact id_lipschitz | exact half_moves].
Qed.

Theorem smooth_on_a_convex_set :
  exists (E : Euclid) (C : E -> Prop) (f : E -> R) (g : E -> E) (L : R),
  (convex C) /\
  (forall x : E, C x -> gradient_at f x (g x)) /\
  (lipschitz C g L) /\
  exists x y, f x <> f y.
Proof.
exists (Rn 1), everywhere, half, self, 1. split; [exact whole_space_is_convex | ].
split; [intros x _; apply half_gradient | split; [exact id_lipschitz | exact half_moves]].
Qed.

Theorem hessian :
  exists (E : Euclid) (C : E -> Prop) (f : E -> R) (g : E -> E) (H : E -> E -> E) (rho : R),
  (convex C) /\
  (forall x : E, C x -> gradient_at f x (g x)) /\
  (forall x : E, C x -> derivative_at g x (H x)) /\
  (lipschitz_operator C H rho) /\
  exists x y, f x <> f y.
Proof.
exists (Rn 1), everywhere, half, self, (fun _ => self), 0. split; [exact whole_space_is_convex | ].
split; [intros x _; apply half_gradient | split; [intros x _; apply id_derivative | ]].
split; [exact id_constant | exact half_moves].
Qed.

Theorem hessian_matrix :
  exists (n : nat) (C : Rn n -> Prop) (f : Rn n -> R) (g : Rn n -> Rn n)
    (H : Rn n -> Rn n -> Rn n) (rho : R),
  (convex C) /\
  (Euclid.open C) /\
  (forall x : Rn n, C x -> gradient_at f x (g x)) /\
  (forall x : Rn n, C x -> derivative_at g x (H x)) /\
  (lipschitz_operator C H rho) /\
  exists x y, f x <> f y.
Proof.
exists 1%nat, everywhere, half, self, (fun _ => self), 0. split; [exact whole_space_is_convex | ].
split; [intros x _; exists 1; split; [lra | intros h _; exact I] | ].
split; [intros x _; apply half_gradient | split; [intros x _; apply id_derivative | ]].
split; [exact id_constant | exact half_moves].
Qed.

Theorem hessian_on_the_line :
  exists (C : R1 -> Prop) (f : R1 -> R) (g : R1 -> R1) (H : R1 -> R1 -> R1) (rho : R),
  (convex C) /\
  (forall x : R1, C x -> gradient_at f x (g x)) /\
  (forall x : R1, C x -> derivative_at g x (H x)) /\
  (lipschitz_operator C H rho) /\
  exists x y, f x <> f y.
Proof.
exists everywhere, half, self, (fun _ => self), 0. split; [exact whole_space_is_convex | ].
split; [intros x _; apply half_gradient | split; [intros x _; apply id_derivative | ]].
split; [exact id_constant | exact (half_moves (n := 0))].
Qed.

Theorem smooth_matrix :
  exists (n : nat) (f : Rn n -> R) (g : Rn n -> Rn n) (L : R),
  (forall x : Rn n, gradient_at f x (g x)) /\
  (lipschitz everywhere g L) /\
  exists x y, f x <> f y.
Proof.
exists 1%nat, half, self, 1. split; [exact half_gradient | ].
split; [exact id_lipschitz | exact half_moves].
Qed.

Theorem gradient_on_rn :
  exists (n : nat) (f : Rn n -> R) (g : Rn n -> Rn n),
  (forall x : Rn n, gradient_at f x (g x)) /\
  exists x y, f x <> f y.
Proof.
exists 1%nat, half, self. split; [exact half_gradient | exact half_moves].
Qed.

Theorem gradient :
  exists (E : Euclid) (f : E -> R) (g : E -> E),
  (forall x : E, gradient_at f x (g x)) /\
  exists x y, f x <> f y.
Proof.
exists (Rn 1), half, self. split; [exact half_gradient | exact half_moves].
Qed.

Theorem scale_free :
  exists (E : Euclid) (f : E -> R) (g : E -> E),
  (forall w : E, w <> zero -> gradient_at f w (g w)) /\
  (forall (a : R) (w : E), 0 < a -> w <> zero -> f (scal a w) = f w) /\
  exists x y, f x <> f y.
Proof.
exists (Rn 1), share, share_gradient. split; [exact gradient_of_share | ].
split; [exact share_is_free | ]. exists (1, 0), (0, 1). unfold share. cbn. lra.
Qed.

Theorem quadratic_upper_bound_on_rn :
  exists (n : nat) (f : Rn n -> R) (g : Rn n -> Rn n) (L : R),
  (forall x : Rn n, gradient_at f x (g x)) /\
  (0 < L) /\
  (forall x y : Rn n, f y <= f x + dot (g x) (minus y x) + L / 2 * norm (minus y x) ^ 2) /\
  exists x y, f x <> f y.
Proof.
exists 1%nat, half, self, 1. split; [exact half_gradient | split; [exact Rlt_0_1 | split]].
- intros x y. rewrite norm_sqr. exact (above half self 1 half_gradient id_lipschitz x y).
- exact half_moves.
Qed.

Theorem least_squares :
  exists (n m : nat) (A : Rn n -> Rn m) (b : Rn m),
  (linear A).
Proof.
exists 1%nat, 1%nat, self, zero. exact id_linear.
Qed.

Theorem symmetric_matrix :
  exists (n : nat) (A : Rn n -> Rn n),
  (linear A) /\
  (symmetric A).
Proof.
exists 1%nat, self. split; [exact id_linear | exact id_symmetric].
Qed.

Theorem factors :
  exists (r n m : nat) (b : list (Rn n)) (M : Rn n -> Rn m) (M' : Rn m -> Rn n)
    (U : Rn r -> Rn m) (U' : Rn m -> Rn r) (V : Rn r -> Rn n) (V' : Rn n -> Rn r),
  (Dimension.orthonormal_family b /\ length b = S n) /\
  (linear M) /\
  (linear U) /\
  (linear V) /\
  (Dimension.adjoint M M') /\
  (Dimension.adjoint U U') /\
  (Dimension.adjoint V V').
Proof.
exists 0%nat, 0%nat, 0%nat, (cons (1 : Rn 0) nil), self, self, self, self, self, self.
split; [split; [ | reflexivity] | ].
- split; [ | split; [intros e [] | exact I]].
  change (sqrt (1 * 1) = 1). rewrite Rmult_1_l. exact sqrt_1.
- repeat split; reflexivity.
Qed.
