(* The lemmas that generated proofs apply: signs, identities with a positive scale, the two forms of
   a relation (as written; as 0 <= e, 0 < e or e = 0), cases, and Taylor's bounds. *)
From Coq Require Import Reals Lra Psatz List.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

(* Signs. *)
Lemma even_power_nonnegative (n k : nat) (x : R) : n = (2 * k)%nat -> 0 <= x ^ n.
Proof. intros ->. rewrite pow_mult. apply pow_le, pow2_ge_0. Qed.

Lemma even_power_positive (n k : nat) (x : R) : n = (2 * k)%nat -> x <> 0 -> 0 < x ^ n.
Proof.
intros -> h. rewrite pow_mult. apply pow_lt.
replace (x ^ 2) with (Rsqr x) by (unfold Rsqr; ring). exact (Rsqr_pos_lt x h).
Qed.

Lemma square_nonzero (x : R) : 0 < x ^ 2 -> x <> 0.
Proof. intros p z. rewrite z in p. lra. Qed.

Lemma positive_is_nonzero (x : R) : 0 < x -> x <> 0.
Proof. lra. Qed.

Lemma negative_is_nonzero (x y : R) : x = - y -> 0 < y -> x <> 0.
Proof. lra. Qed.

(* A hypothesis 0 <= h gives 0 <= k h + c. *)
Lemma affine_nonnegative (k c e h : R) : e = k * h + c -> 0 <= h -> 0 <= k -> 0 <= c -> 0 <= e.
Proof. intros -> p q r. pose proof (Rmult_le_pos _ _ q p). lra. Qed.

Lemma affine_positive (k c e h : R) : e = k * h + c -> 0 < h -> 0 < k -> 0 <= c -> 0 < e.
Proof. intros -> p q r. pose proof (Rmult_lt_0_compat _ _ q p). lra. Qed.

Lemma affine_above (k c e h : R) : e = k * h + c -> 0 <= h -> 0 <= k -> 0 < c -> 0 < e.
Proof. intros -> p q r. pose proof (Rmult_le_pos _ _ q p). lra. Qed.

Lemma affine_zero (k c e h : R) : e = k * h + c -> h = 0 -> 0 <= c -> 0 <= e.
Proof. intros -> -> p. lra. Qed.

Lemma affine_zero_above (k c e h : R) : e = k * h + c -> h = 0 -> 0 < c -> 0 < e.
Proof. intros -> -> p. lra. Qed.

(* Conclusion times a positive scale = total. *)
Lemma scaled_nonnegative (s c t : R) : 0 < s -> s * c = t -> 0 <= t -> 0 <= c.
Proof. intros p e n. apply Rmult_le_reg_l with s; [exact p | rewrite Rmult_0_r, e; exact n]. Qed.

Lemma scaled_positive (s c t : R) : 0 < s -> s * c = t -> 0 < t -> 0 < c.
Proof. intros p e n. apply Rmult_lt_reg_l with s; [exact p | rewrite Rmult_0_r, e; exact n]. Qed.

Lemma scaled_zero (s c t : R) : 0 < s -> s * c = t -> 0 = t -> c = 0.
Proof. intros p e n. apply Rmult_eq_reg_l with s; [rewrite Rmult_0_r, e; auto | lra]. Qed.

Lemma product_zero (w h : R) : h = 0 -> 0 = w * h.
Proof. intros ->. ring. Qed.

(* Another form of the same expression. *)
Lemma same_nonnegative (e f : R) : e = f -> 0 <= f -> 0 <= e.
Proof. intros ->. trivial. Qed.

Lemma same_positive (e f : R) : e = f -> 0 < f -> 0 < e.
Proof. intros ->. trivial. Qed.

Lemma same_zero (e f : R) : e = f -> f = 0 -> e = 0.
Proof. intros ->. trivial. Qed.

Lemma opposite_zero (e f : R) : e = - f -> f = 0 -> e = 0.
Proof. lra. Qed.

Lemma weak (e : R) : 0 < e -> 0 <= e.
Proof. lra. Qed.

Lemma zero_is_nonnegative (e : R) : 0 = e -> 0 <= e.
Proof. lra. Qed.

Lemma sum_zero (e f : R) : 0 = e -> 0 = f -> 0 = e + f.
Proof. lra. Qed.

(* From a relation as written to its computed form, and back. *)
Lemma of_ge (l r e : R) : l >= r -> e = l - r -> 0 <= e.
Proof. lra. Qed.
Lemma of_gt (l r e : R) : l > r -> e = l - r -> 0 < e.
Proof. lra. Qed.
Lemma of_le (l r e : R) : l <= r -> e = r - l -> 0 <= e.
Proof. lra. Qed.
Lemma of_lt (l r e : R) : l < r -> e = r - l -> 0 < e.
Proof. lra. Qed.
Lemma of_eq (l r e : R) : l = r -> e = l - r -> e = 0.
Proof. lra. Qed.
Lemma to_ge (l r e : R) : 0 <= e -> e = l - r -> l >= r.
Proof. lra. Qed.
Lemma to_gt (l r e : R) : 0 < e -> e = l - r -> l > r.
Proof. lra. Qed.
Lemma to_le (l r e : R) : 0 <= e -> e = r - l -> l <= r.
Proof. lra. Qed.
Lemma to_lt (l r e : R) : 0 < e -> e = r - l -> l < r.
Proof. lra. Qed.
Lemma to_eq (l r e : R) : e = 0 -> e = l - r -> l = r.
Proof. lra. Qed.

(* The hyperbolic tangent and its derivative. *)
Lemma tanh_quotient (x : R) : tanh x = (exp x - exp (- x)) / (exp x + exp (- x)).
Proof.
unfold tanh, sinh, cosh. pose proof (exp_pos x). pose proof (exp_pos (- x)). field. lra.
Qed.

Lemma is_derive_tanh (x : R) : is_derive tanh x (1 - tanh x ^ 2).
Proof.
apply (is_derive_ext (fun t => (exp t - exp (- t)) / (exp t + exp (- t)))).
{ intro t. symmetry. apply tanh_quotient. }
rewrite tanh_quotient. pose proof (exp_pos x). pose proof (exp_pos (- x)).
auto_derive; [lra | field; lra].
Qed.

Global Instance UnaryDiff_tanh : UnaryDiff tanh.
Proof. exists (fun x => 1 - tanh x ^ 2). exact is_derive_tanh. Defined.

Lemma tanh_0 : tanh 0 = 0.
Proof. rewrite tanh_quotient, Ropp_0, exp_0. field. Qed.

(* An inequality between values at 0 follows, to the right of 0, from one between derivatives. *)
Lemma grows_from_zero (f f' : R -> R) (t : R) :
  (forall x, is_derive f x (f' x)) -> f 0 = 0 -> (forall x, 0 <= x -> 0 <= f' x) -> 0 <= t ->
  0 <= f t.
Proof.
intros D z p q. destruct (MVT_gen f 0 t f') as [c [[l u] e]].
- intros. apply D.
- intros. apply derivable_continuous_pt. exists (f' x). apply is_derive_Reals, D.
- rewrite Rmin_left in l by lra. rewrite z in e. pose proof (p c l).
  assert (0 <= f' c * (t - 0)) by (apply Rmult_le_pos; lra). lra.
Qed.

(* What is positive, or not zero, at a point where it has a derivative is so nearby. *)
Lemma positive_nearby (g : R -> R) (x : R) :
  ex_derive g x -> 0 < g x -> locally x (fun t => 0 < g t).
Proof.
intros d p. apply (ex_derive_continuous g x d (fun u => 0 < u)).
apply (open_gt 0 (g x) p).
Qed.

Lemma nonzero_nearby (g : R -> R) (x : R) :
  ex_derive g x -> g x <> 0 -> locally x (fun t => g t <> 0).
Proof.
intros d p. apply (ex_derive_continuous g x d (fun u => u <> 0)).
apply (open_neq 0 (g x) p).
Qed.

(* A limit at 0 from the right, from a bound of the squared error near 0. *)
Lemma limit_from_the_right (near : R -> Prop) (f : R -> R) (v s : R) :
  0 <= s -> locally 0 near ->
  (forall t, 0 < t -> near t -> 0 <= s * t - (f t - v) ^ 2) ->
  forall e, 0 < e -> exists d, 0 < d /\ forall t, 0 < t < d -> Rabs (f t - v) < e.
Proof.
intros p [[r q] n] b e z. simpl in n.
assert (k : 0 < e ^ 2 / (s + 1)).
{ apply Rdiv_lt_0_compat; [apply pow_lt, z | lra]. }
exists (Rmin r (e ^ 2 / (s + 1))). split; [apply Rmin_glb_lt; assumption |].
intros t [l u].
assert (w : 0 <= s * t - (f t - v) ^ 2).
{ apply b, n; [exact l |]. change (Rabs (t - 0) < r).
  rewrite Rminus_0_r, Rabs_pos_eq by lra. exact (Rlt_le_trans _ _ _ u (Rmin_l _ _)). }
assert (m : t * (s + 1) < e ^ 2).
{ apply (Rmult_lt_reg_r (/ (s + 1))); [apply Rinv_0_lt_compat; lra |].
  rewrite Rmult_assoc, Rinv_r, Rmult_1_r by lra. exact (Rlt_le_trans _ _ _ u (Rmin_r _ _)). }
rewrite <- (Rabs_pos_eq e) by lra. apply Rsqr_lt_abs_0. unfold Rsqr. nra.
Qed.

Lemma exp_nonzero (x : R) : exp x <> 0.
Proof. pose proof (exp_pos x). lra. Qed.

Lemma exp_minus (x : R) : exp (- 1 * x) = / exp x.
Proof. replace (- 1 * x) with (- x) by ring. apply exp_Ropp. Qed.

Lemma exp_minus_half (x : R) : exp (- 1 / 2 * x) = / exp (1 / 2 * x).
Proof. replace (- 1 / 2 * x) with (- (1 / 2 * x)) by field. apply exp_Ropp. Qed.

Lemma exp_twice (x : R) : exp (2 * x) = exp x ^ 2.
Proof. replace (2 * x) with (x + x) by ring. rewrite exp_plus. ring. Qed.

Lemma exp_thrice (x : R) : exp (3 * x) = exp x ^ 3.
Proof. replace (3 * x) with (x + (x + x)) by ring. rewrite !exp_plus. ring. Qed.

Lemma exp_minus_twice (x : R) : exp (- 2 * x) = / exp x ^ 2.
Proof. replace (- 2 * x) with (- (2 * x)) by ring. now rewrite exp_Ropp, exp_twice. Qed.

Lemma sin_minus (x : R) : sin (- 1 * x) = - sin x.
Proof. replace (- 1 * x) with (- x) by ring. apply sin_neg. Qed.

Lemma cos_minus (x : R) : cos (- 1 * x) = cos x.
Proof. replace (- 1 * x) with (- x) by ring. apply cos_neg. Qed.

Lemma sum_of_squares (t : R) : sin t ^ 2 + cos t ^ 2 = 1.
Proof. pose proof (sin2_cos2 t) as h. unfold Rsqr in h. lra. Qed.

Lemma tanh_opp (x : R) : tanh (- x) = - tanh x.
Proof. unfold tanh, sinh, cosh. rewrite Ropp_involutive. field. pose proof (exp_pos x).
  pose proof (exp_pos (- x)). lra. Qed.

Lemma sin_opp (x : R) : sin (- x) = - sin x.
Proof. apply sin_neg. Qed.

Lemma atan_opposite (x : R) : atan (- x) = - atan x.
Proof. apply atan_opp. Qed.

(* The sine and the cosine of an arctangent, where the hypotenuse h is a number. *)
Lemma of_arctangent (c h : R) : 0 < h -> h ^ 2 = 1 + c ^ 2 ->
  sin (atan c) = c / h /\ cos (atan c) = 1 / h.
Proof.
intros p e. rewrite sin_atan, cos_atan. replace (1 + Rsqr c) with (h ^ 2) by (unfold Rsqr; lra).
rewrite sqrt_pow2 by lra. split; reflexivity.
Qed.

(* Tactics: side conditions, and equality of two forms of one expression. *)
(* The sign of a number; lra would read the whole context. *)
Ltac number := first
  [ apply IZR_lt; reflexivity | apply IZR_le; discriminate | apply not_0_IZR; discriminate
  | apply Rdiv_lt_0_compat; apply IZR_lt; reflexivity
  | apply Rlt_le, Rdiv_lt_0_compat; apply IZR_lt; reflexivity | lra ].
Ltac plain_side := repeat split; first [assumption | apply exp_nonzero | lra | (intro; lra)].
(* Products and powers; a multiple of something that is not 0; a sum of squares. *)
Ltac nonzero := first
  [ assumption | apply exp_nonzero | lra | (intro; lra)
  | (apply Rmult_integral_contrapositive_currified; nonzero) | (apply pow_nonzero; nonzero)
  | match goal with h : _ <> 0 |- _ <> 0 =>
      let z := fresh in intro z; apply h; first [lra | (field_simplify_eq; [lra | plain_side])] end
  | (intro; nra) ].
Ltac side := repeat split; nonzero.
(* An identity of polynomials: with nothing else to read, lra reads it far faster than ring does, but
   multiplies out what is to a power of 12 or more. *)
Ltac polynomials := lazymatch goal with
  | |- context [_ ^ S (S (S (S (S (S (S (S (S (S (S (S _)))))))))))] => fail
  | |- _ => clear; lra
  end.
(* What lra does not read whole: quotients by more than a number, powers that are high or no numbers. *)
Ltac beyond_polynomials := match goal with
  | |- context [/ ?x] => lazymatch x with IZR _ => fail | _ => idtac end
  | |- context [_ / ?x] => lazymatch x with IZR _ => fail | _ => idtac end
  | |- context [_ ^ S (S (S (S (S (S (S (S (S (S (S (S _)))))))))))] => idtac
  | |- context [_ ^ ?n] => match n with context [?k] => is_var k end
  end.
Ltac by_field := first [polynomials | (beyond_polynomials; first [(field; plain_side) | ring])].
(* The conditions under which a formula has a derivative. *)
Ltac defined := repeat split; try assumption; auto; first [lra | nonzero | nra].
(* Functions at an argument that is 0 or 1, as SymPy evaluates them. *)
Ltac known_values := repeat match goal with
  | |- context [exp ?x] => replace (exp x) with 1
      by (replace x with 0 by by_field; symmetry; apply exp_0)
  | |- context [sin ?x] => replace (sin x) with 0
      by (replace x with 0 by by_field; symmetry; apply sin_0)
  | |- context [cos ?x] => replace (cos x) with 1
      by (replace x with 0 by by_field; symmetry; apply cos_0)
  | |- context [tanh ?x] => replace (tanh x) with 0
      by (replace x with 0 by by_field; symmetry; apply tanh_0)
  | |- context [atan ?x] => replace (atan x) with 0
      by (replace x with 0 by by_field; symmetry; apply atan_0)
  | |- context [ln ?x] => replace (ln x) with 0
      by (replace x with 1 by by_field; symmetry; apply ln_1)
  end.
(* Exponentials of sums, as SymPy gathers them. *)
Ltac exponentials := repeat first
  [ rewrite exp_plus | rewrite sin_minus | rewrite cos_minus | rewrite exp_minus |
    rewrite exp_twice | rewrite exp_thrice
  | rewrite exp_minus_twice | rewrite exp_minus_half | rewrite exp_Ropp
  | rewrite exp_ln by (assumption || lra) | rewrite ln_exp ].
Ltac by_roots := match goal with
  | |- context [sqrt ?a] =>
      let h := fresh in assert (h : sqrt a ^ 2 = a) by (apply pow2_sqrt; lra);
      first [ring [h] | (field [h]; side) | match goal with
        | |- context [sqrt ?b] => first [constr_eq a b; fail 1 |
            let g := fresh in assert (g : sqrt b ^ 2 = b) by (apply pow2_sqrt; lra);
            first [ring [h g] | (field [h g]; side)]] end]
  end.
(* One function at two forms of one argument. *)
Ltac alike f :=
  match goal with |- context [f ?a] =>
    match goal with |- context [f ?b] =>
      first [ constr_eq a b; fail 1
        | let e := fresh in assert (e : a = b) by by_field; rewrite (f_equal f e); clear e ]
    end
  end.
Ltac all_alike := repeat first
  [ alike exp | alike sin | alike cos | alike tanh | alike atan | alike ln ].
(* An odd function at two arguments that are opposite. *)
Ltac opposite f f_opp :=
  match goal with |- context [f ?a] =>
    match goal with |- context [f ?b] =>
      first [ constr_eq a b; fail 1
        | let e := fresh in assert (e : a = - b) by by_field;
          rewrite (eq_trans (f_equal f e) (f_opp b)); clear e ]
    end
  end.
Ltac doubled :=
  match goal with |- context [exp ?a] =>
    match goal with |- context [exp ?b] =>
      first [ constr_eq a b; fail 1
        | let e := fresh in assert (e : b = 2 * a) by by_field;
          rewrite (eq_trans (f_equal exp e) (exp_twice a)); clear e ]
    end
  end.
(* The exponential of a logarithm, or of minus one. *)
Ltac exp_of_ln := match goal with |- context [exp ?a] => match a with context [ln ?x] => first
  [ replace (exp a) with x by (replace a with (ln x) by ring; symmetry; apply exp_ln; assumption)
  | replace (exp a) with (/ x) by (replace a with (- ln x) by ring; rewrite exp_Ropp, exp_ln by
      assumption; reflexivity) ] end end.
Ltac odd := first [opposite tanh tanh_opp | opposite sin sin_opp | opposite atan atan_opposite].
(* Sines and cosines of an arctangent or its opposite, of which the context says what they are. *)
Ltac of_arctangents := rewrite ?ln_1; repeat match goal with
  | e : sin (atan ?c) = _ |- context [sin ?x] => first
    [ replace (sin x) with (sin (atan c)) by (f_equal; by_field)
    | replace (sin x) with (- sin (atan c)) by (rewrite <- sin_neg; f_equal; by_field) ]; rewrite e
  | e : cos (atan ?c) = _ |- context [cos ?x] => first
    [ replace (cos x) with (cos (atan c)) by (f_equal; by_field)
    | replace (cos x) with (cos (atan c)) by (rewrite <- cos_neg; f_equal; by_field) ]; rewrite e
  end.
(* Each way that only repeats an earlier one where it changes nothing must change something. *)
Ltac same := first
  [ reflexivity | by_field | (progress known_values; by_field)
  | (progress exponentials; by_field) | by_roots | (progress all_alike; by_field)
  | (progress (known_values; all_alike; exponentials; all_alike); by_field)
  | (progress repeat exp_of_ln; first [by_field | (field; side)]) | (doubled; by_field)
  | (field; side) | (progress repeat odd; first [by_field | (field; side)])
  | (progress of_arctangents; by_field) ].
