(* Inner products of vectors form a semidefinite matrix: the hypothesis that a claim makes of numbers
   that stand for inner products holds of all vectors of all inner product spaces.
   Source: Horn and Johnson (2013), Theorem 7.2.10. *)
From Coq Require Import Reals List Lra.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid.
Import ListNotations.
Open Scope R_scope.

Section Gram.
Context {E : Euclid}.

(* A combination of vectors, and the sum over all pairs of its terms: v' M v, where M has the inner
   products of the vectors and v the coefficients. *)
Fixpoint combination (l : list (R * E)) : E :=
  match l with [] => zero | (c, x) :: l => plus (scal c x) (combination l) end.
Fixpoint row (c : R) (x : E) (l : list (R * E)) : R :=
  match l with [] => 0 | (d, y) :: l => c * d * dot x y + row c x l end.
Fixpoint form (l m : list (R * E)) : R :=
  match l with [] => 0 | (c, x) :: l => row c x m + form l m end.

Lemma row_is_product (c : R) (x : E) (l : list (R * E)) :
  row c x l = dot (scal c x) (combination l).
Proof.
induction l as [| [d y] l IH]; cbn [row combination].
- now rewrite (dot_sym E), dot_zero_l.
- rewrite dot_plus_r, dot_scal_r, IH, !(dot_scal E). ring.
Qed.

Lemma form_is_product (l m : list (R * E)) : form l m = dot (combination l) (combination m).
Proof.
induction l as [| [c x] l IH]; cbn [form combination].
- now rewrite dot_zero_l.
- now rewrite (dot_plus E), IH, row_is_product.
Qed.

Theorem inner_products_are_semidefinite (l : list (R * E)) : 0 <= form l l.
Proof. rewrite form_is_product. apply (dot_pos E). Qed.

(* Of two vectors, as a claim writes it. *)
Corollary of_two_vectors (x y : E) (v w : R) :
  v ^ 2 * dot x x + 2 * v * w * dot x y + w ^ 2 * dot y y >= 0.
Proof.
pose proof (inner_products_are_semidefinite [(v, x); (w, y)]) as h. cbn in h.
rewrite (dot_sym E y x) in h. lra.
Qed.
End Gram.
