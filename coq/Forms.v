(* Derivatives of formulas: a formula in one variable is read off as a term, whose derivative is
   computed; the rules of differentiation are proved once, for all such terms. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Rules.
Open Scope R_scope.

Inductive named := sine | cosine | exponential | tangent | arctangent | logarithm.

Inductive form :=
  | var | fixed (c : R) | add (a b : form) | sub (a b : form) | opp (a : form) | mul (a b : form)
  | inv (a : form) | power (a : form) (n : nat) | call (f : named) (a : form).

Definition called (f : named) : R -> R :=
  match f with
  | sine => sin | cosine => cos | exponential => exp | tangent => tanh
  | arctangent => atan | logarithm => ln
  end.

Definition slope_of (f : named) (y : R) : R :=
  match f with
  | sine => cos y | cosine => - sin y | exponential => exp y | tangent => 1 - tanh y ^ 2
  | arctangent => / (1 + y ^ 2) | logarithm => / y
  end.

Fixpoint at_point (e : form) (x : R) : R :=
  match e with
  | var => x
  | fixed c => c
  | add a b => at_point a x + at_point b x
  | sub a b => at_point a x - at_point b x
  | opp a => - at_point a x
  | mul a b => at_point a x * at_point b x
  | inv a => / at_point a x
  | power a n => at_point a x ^ n
  | call f a => called f (at_point a x)
  end.

Fixpoint slope (e : form) (x : R) : R :=
  match e with
  | var => 1
  | fixed _ => 0
  | add a b => slope a x + slope b x
  | sub a b => slope a x - slope b x
  | opp a => - slope a x
  | mul a b => slope a x * at_point b x + at_point a x * slope b x
  | inv a => - slope a x * (/ at_point a x) ^ 2
  | power a n => INR n * at_point a x ^ pred n * slope a x
  | call f a => slope_of f (at_point a x) * slope a x
  end.

(* No denominator is 0, and of what a logarithm is taken is positive. *)
Fixpoint defined_at (e : form) (x : R) : Prop :=
  match e with
  | var | fixed _ => True
  | add a b | sub a b | mul a b => defined_at a x /\ defined_at b x
  | opp a | power a _ => defined_at a x
  | inv a => defined_at a x /\ at_point a x <> 0
  | call logarithm a => defined_at a x /\ 0 < at_point a x
  | call _ a => defined_at a x
  end.

Lemma derive_called (f : named) (y : R) :
  (f = logarithm -> 0 < y) -> is_derive (called f) y (slope_of f y).
Proof.
destruct f; intro p; cbn.
- apply is_derive_sin.
- apply is_derive_cos.
- apply is_derive_exp.
- apply is_derive_tanh.
- apply is_derive_Reals, derivable_pt_lim_atan.
- apply is_derive_ln, p, eq_refl.
Qed.

Lemma derive_form (e : form) (x : R) : defined_at e x -> is_derive (at_point e) x (slope e x).
Proof.
induction e as [| c | a da b db | a da b db | a da | a da b db | a da | a da n | f a da];
  cbn [defined_at]; intro d; try destruct d as [p q].
- apply (is_derive_id (K := R_AbsRing)).
- apply (is_derive_const (V := R_NormedModule)).
- exact (is_derive_plus (V := R_NormedModule) _ _ _ _ _ (da p) (db q)).
- exact (is_derive_minus (V := R_NormedModule) _ _ _ _ _ (da p) (db q)).
- exact (is_derive_opp (V := R_NormedModule) _ _ _ (da d)).
- evar_last; [exact (is_derive_mult _ _ _ _ _ (da p) (db q) Rmult_comm) |].
  unfold plus, mult; cbn. ring.
- evar_last; [exact (is_derive_inv _ _ _ (da p) q) |]. cbn. field. exact q.
- evar_last; [exact (is_derive_pow _ _ _ _ (da d)) |]. cbn. ring.
- assert (m : (f = logarithm -> 0 < at_point a x) /\ defined_at a x)
    by (destruct f; split; (discriminate || tauto)).
  evar_last; [exact (is_derive_comp _ _ _ _ _ (derive_called f _ (proj1 m)) (da (proj2 m))) |].
  apply Rmult_comm.
Qed.

(* A function is differentiated by the form that it is. *)
Lemma derive_of_form (e : form) (f : R -> R) (x d : R) :
  (forall t, f t = at_point e t) -> defined_at e x -> d = slope e x -> is_derive f x d.
Proof.
intros v m ->. apply (is_derive_ext (at_point e)); [intro; symmetry; apply v | now apply derive_form].
Qed.

(* The form of a text in x; powers of inverses are read as inverses of powers are written. *)
Ltac joined op both a b := lazymatch a with
  | fixed ?c => lazymatch b with
    | fixed ?d => let e := constr:(op c d) in constr:(fixed e)
    | _ => constr:(both a b)
    end
  | _ => constr:(both a b)
  end.
Ltac call_of f a := lazymatch a with
  | fixed ?c => let y := eval cbn [called] in (called f c) in constr:(fixed y)
  | _ => constr:(call f a)
  end.
Ltac form_of x t := lazymatch t with
  | x => var
  | ?a + ?b => let a := form_of x a in let b := form_of x b in joined Rplus add a b
  | ?a - ?b => let a := form_of x a in let b := form_of x b in joined Rminus sub a b
  | ?a * ?b => let a := form_of x a in let b := form_of x b in joined Rmult mul a b
  | ?a / ?b => let a := form_of x a in let b := form_of x (/ b) in
      lazymatch a with
      | fixed ?c => lazymatch b with
        | fixed (/ ?d) => constr:(fixed (c / d))
        | _ => constr:(mul a b)
        end
      | _ => constr:(mul a b)
      end
  | / (?a ^ ?n) => let a := form_of x a in
      lazymatch a with fixed ?c => constr:(fixed (/ (c ^ n))) | _ => constr:(power (inv a) n) end
  | / ?a => let a := form_of x a in
      lazymatch a with fixed ?c => constr:(fixed (/ c)) | _ => constr:(inv a) end
  | - ?a => let a := form_of x a in
      lazymatch a with fixed ?c => constr:(fixed (- c)) | _ => constr:(opp a) end
  | ?a ^ ?n => let a := form_of x a in
      lazymatch a with fixed ?c => constr:(fixed (c ^ n)) | _ => constr:(power a n) end
  | sin ?a => let a := form_of x a in call_of sine a
  | cos ?a => let a := form_of x a in call_of cosine a
  | exp ?a => let a := form_of x a in call_of exponential a
  | tanh ?a => let a := form_of x a in call_of tangent a
  | atan ?a => let a := form_of x a in call_of arctangent a
  | ln ?a => let a := form_of x a in call_of logarithm a
  | _ => constr:(fixed t)
  end.
(* The derivative of a function whose body is written out. *)
Ltac written := first [reflexivity | unfold Rdiv; rewrite <- ?pow_inv; reflexivity].
Ltac by_form value :=
  lazymatch goal with |- is_derive ?f _ _ =>
    let g := constr:(fun at_ : R => ltac:(
      let t := eval cbv beta in (f at_) in let e := form_of at_ t in exact e)) in
    lazymatch g with fun _ => ?e =>
      apply (derive_of_form e); [intro; written | cbn [defined_at at_point]; defined
        | cbn [slope at_point slope_of called INR pred]; value]
    end
  end.
(* An identity of polynomials in quantities and inverses. *)
Ltac inverses := unfold Rdiv; rewrite <- ?pow_inv; first [polynomials | ring | same].
Ltac derive_by_form := by_form ltac:(first [inverses | fail 1 "the derivative is another one"]).
Ltac has_derivative := eexists; by_form reflexivity.
