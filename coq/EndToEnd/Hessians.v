(* Functions of n + 1 real variables given by formulas: their gradients and Hessians on R^(n+1) by
   rules for sums and products, and the signs of the eigenvalues of a Hessian. *)
From Coq Require Import Reals Lra Psatz Lia List.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Export Bridges.Euclid Bridges.Derivative Bridges.Matrices.
From Provenscape Require Export Bridges.Stationary.
From Provenscape Require Import Bridges.Finite Bridges.Spectral Bridges.Dimension Bridges.Sylvester.
From Provenscape Require Import Bridges.SingularValues Bridges.Polar Bridges.Second.
From Provenscape Require Import Bridges.SecondTest Bridges.ScaleInvariant.
From Provenscape Require Inertia.
Import ListNotations.
Open Scope R_scope.

Section Rules.
Context {E : Euclid}.
Implicit Types f g : E -> R.

Lemma gradient_of_constant c (x : E) : gradient_at (fun _ => c) x zero.
Proof.
intros e e0. exists 1. split; [lra | ]. intros h _. rewrite dot_zero_l.
replace (c - c - 0) with 0 by ring. rewrite Rabs_R0.
apply Rmult_le_pos; [lra | apply norm_pos].
Qed.

Lemma gradient_of_form f (v x : E) : (forall y, f y = dot v y) -> gradient_at f x v.
Proof.
intros form e e0. exists 1. split; [lra | ]. intros h _. rewrite !form, dot_plus_r.
replace (dot v x + dot v h - dot v x - dot v h) with 0 by ring. rewrite Rabs_R0.
apply Rmult_le_pos; [lra | apply norm_pos].
Qed.

Lemma gradient_of_sum f g (x u v : E) : gradient_at f x u -> gradient_at g x v ->
  gradient_at (fun y => f y + g y) x (plus u v).
Proof.
intros F G e e0. destruct (F (e / 2)) as [r [r0 A]]; [lra | ].
destruct (G (e / 2)) as [s [s0 B]]; [lra | ]. exists (Rmin r s).
split; [now apply Rmin_glb_lt | ]. intros h small.
specialize (A h (Rlt_le_trans _ _ _ small (Rmin_l r s))).
specialize (B h (Rlt_le_trans _ _ _ small (Rmin_r r s))). rewrite (dot_plus E).
replace (f (plus x h) + g (plus x h) - (f x + g x) - (dot u h + dot v h)) with
  ((f (plus x h) - f x - dot u h) + (g (plus x h) - g x - dot v h)) by ring.
apply Rle_trans with (1 := Rabs_triang _ _). lra.
Qed.

(* Near x the change of f is at most (|u| + 1) |h|. *)
Lemma change_of_differentiable f (x u : E) : gradient_at f x u -> exists r, 0 < r /\
  forall h, norm h < r -> Rabs (f (plus x h) - f x) <= (norm u + 1) * norm h.
Proof.
intro F. destruct (F 1) as [r [r0 A]]; [lra | ]. exists r. split; [exact r0 | ]. intros h small.
specialize (A h small). pose proof (cauchy_schwarz_abs u h).
replace (f (plus x h) - f x) with ((f (plus x h) - f x - dot u h) + dot u h) by ring.
apply Rle_trans with (1 := Rabs_triang _ _). lra.
Qed.

Lemma gradient_of_product f g (x u v : E) : gradient_at f x u -> gradient_at g x v ->
  gradient_at (fun y => f y * g y) x (plus (scal (g x) u) (scal (f x) v)).
Proof.
intros F G e e0. pose proof (norm_pos u) as u0. pose proof (norm_pos v) as v0.
pose proof (Rabs_pos (f x)) as f0. pose proof (Rabs_pos (g x)) as g0.
set (K := Rabs (f x) + Rabs (g x) + 1). assert (K0 : 0 < K) by (unfold K; lra).
destruct (F (e / (2 * K))) as [r [r0 A]]; [apply Rdiv_lt_0_compat; lra | ].
destruct (G (e / (2 * K))) as [s [s0 B]]; [apply Rdiv_lt_0_compat; lra | ].
destruct (change_of_differentiable f x u F) as [p [p0 C]].
destruct (change_of_differentiable g x v G) as [q [q0 D]].
set (M := (norm u + 1) * (norm v + 1)). assert (M0 : 0 < M) by (unfold M; nra).
exists (Rmin (Rmin r s) (Rmin (Rmin p q) (e / (2 * M)))).
split; [repeat apply Rmin_glb_lt; auto; apply Rdiv_lt_0_compat; lra | ]. intros h small.
assert (near : norm h < r /\ norm h < s /\ norm h < p /\ norm h < q /\ norm h < e / (2 * M)).
{ repeat split; apply Rlt_le_trans with (1 := small).
  - apply Rle_trans with (Rmin r s); apply Rmin_l.
  - apply Rle_trans with (Rmin r s); [apply Rmin_l | apply Rmin_r].
  - apply Rle_trans with (1 := Rmin_r _ _). apply Rle_trans with (1 := Rmin_l _ _). apply Rmin_l.
  - apply Rle_trans with (1 := Rmin_r _ _). apply Rle_trans with (1 := Rmin_l _ _). apply Rmin_r.
  - apply Rle_trans with (1 := Rmin_r _ _). apply Rmin_r. }
destruct near as [nr [ns [np [nq nm]]]]. specialize (A h nr). specialize (B h ns).
specialize (C h np). specialize (D h nq). pose proof (norm_pos h) as h0.
rewrite (dot_plus E), !(dot_scal E).
set (a := f (plus x h) - f x) in *. set (b := g (plus x h) - g x) in *.
replace (f (plus x h) * g (plus x h) - f x * g x - (g x * dot u h + f x * dot v h)) with
  (g x * (a - dot u h) + (f x * (b - dot v h) + a * b)) by (unfold a, b; ring).
apply Rle_trans with (1 := Rabs_triang _ _).
pose proof (Rabs_triang (f x * (b - dot v h)) (a * b)) as T. rewrite !Rabs_mult in *.
set (N := norm h) in *. set (c := e / (2 * K) * N) in *.
assert (c0 : 0 <= c) by (apply Rmult_le_pos; [apply Rlt_le, Rdiv_lt_0_compat; lra | exact h0]).
assert (Rabs (g x) * Rabs (a - dot u h) <= Rabs (g x) * c) by (apply Rmult_le_compat_l; auto).
assert (Rabs (f x) * Rabs (b - dot v h) <= Rabs (f x) * c) by (apply Rmult_le_compat_l; auto).
assert (ab : Rabs a * Rabs b <= (norm u + 1) * N * ((norm v + 1) * N)).
{ apply Rmult_le_compat; auto using Rabs_pos. }
replace ((norm u + 1) * N * ((norm v + 1) * N)) with (M * N * N) in ab by (unfold M; ring).
assert (mn : M * N <= e / 2).
{ apply Rlt_le. apply Rmult_lt_compat_l with (r := M) in nm; [ | exact M0].
  replace (M * (e / (2 * M))) with (e / 2) in nm by (field; lra). exact nm. }
assert (M * N * N <= e / 2 * N) by (apply Rmult_le_compat_r; auto).
assert (Kc : K * c = e / 2 * N) by (unfold c; field; lra).
assert (Rabs (g x) * c + Rabs (f x) * c <= K * c) by (unfold K; nra). lra.
Qed.

Lemma gradient_of_power f (x u : E) k : gradient_at f x u ->
  gradient_at (fun y => f y ^ k) x (scal (INR k * f x ^ pred k) u).
Proof.
intro F. induction k as [ | k IH].
- cbn. rewrite Rmult_0_l, (@scal_zero_l R_Ring E). apply gradient_of_constant.
- replace (scal (INR (S k) * f x ^ pred (S k)) u) with
    (plus (scal (f x ^ k) u) (scal (f x) (scal (INR k * f x ^ pred k) u))).
  + exact (gradient_of_product f (fun y => f y ^ k) x _ _ F IH).
  + rewrite scal_assoc, <- (@scal_distr_r R_Ring E). f_equal. rewrite S_INR.
    unfold plus, mult; cbn. destruct k as [ | k]; cbn; ring.
Qed.
End Rules.

(* The unit vectors, whose products with a vector are its components. *)
Fixpoint unit_vector n (i : nat) {struct n} : Rn n :=
  match n with
  | O => hd 0 [1]
  | S m => match i with O => (1, zero) | S i => (0, unit_vector m i) end
  end.

Lemma component_by_unit_vector n i x : component n i x = dot (unit_vector n i) x.
Proof.
revert i. induction n as [ | n IH]; intro i; cbn; [exact (eq_sym (Rmult_1_l x)) | ].
destruct i as [ | i]; cbn; symmetry.
- rewrite dot_zero_l, Rplus_0_r. apply Rmult_1_l.
- rewrite Rmult_0_l, Rplus_0_l. symmetry. apply IH.
Qed.

Lemma gradient_of_component n i x : gradient_at (component n i) x (unit_vector n i).
Proof. apply gradient_of_form, component_by_unit_vector. Qed.

(* A map is differentiable where its components are, and the rows of its matrix are their gradients.
   *)
Lemma derivative_of_components {E : Euclid} m (g : list (E -> R)) (x : E) (rows : list E) :
  Forall2 (fun f v => gradient_at f x v) g rows -> length g = S m ->
  derivative_at (fun y => vector m (map (fun f => f y) g)) x
    (fun h => vector m (map (fun v => dot v h) rows)).
Proof.
revert g rows. induction m as [ | m IH]; intros g rows each len.
- destruct each as [ | f v g rows F each]; [discriminate | ]. cbn. split.
  + split; intros; cbn; [apply dot_plus_r | apply dot_scal_r].
  + intros e e0. destruct (F e e0) as [r [r0 A]]. exists r. split; [exact r0 | ]. intros h small.
    specialize (A h small). apply Rle_trans with (2 := A). apply Req_le.
    unfold norm; cbn. unfold minus, plus, opp; cbn. apply sqrt_Rsqr_abs.
- destruct each as [ | f v g rows F each]; [discriminate | ]. cbn in len.
  destruct (IH g rows each ltac:(lia)) as [lin G]. cbn [map vector]. split.
  + split; intros; cbn.
    * rewrite (proj1 lin), dot_plus_r. reflexivity.
    * rewrite (proj2 lin), dot_scal_r. reflexivity.
  + intros e e0. destruct (F (e / 2)) as [r [r0 A]]; [lra | ].
    destruct (G (e / 2)) as [s [s0 B]]; [lra | ]. exists (Rmin r s).
    split; [now apply Rmin_glb_lt | ]. intros h small.
    specialize (A h (Rlt_le_trans _ _ _ small (Rmin_l r s))).
    specialize (B h (Rlt_le_trans _ _ _ small (Rmin_r r s))).
    cbn [map vector hd tl].
    set (a := f (plus x h) - f x - dot v h) in *.
    match type of B with norm ?w <= _ => set (b := w) in * end.
    apply Rle_trans with (Rabs a + norm b); [ | lra].
    apply square_le; [pose proof (Rabs_pos a); pose proof (norm_pos b); lra | ].
    rewrite norm_sqr.
    match goal with |- ?p <= _ => assert (q : p = a ^ 2 + norm b ^ 2) end.
    { transitivity (a * a + dot b b); [reflexivity | ]. rewrite norm_sqr. ring. }
    rewrite q, <- (pow2_abs a). pose proof (Rabs_pos a). pose proof (norm_pos b). nra.
Qed.

(* What a claim says of the inertia of a Hessian: f has a gradient everywhere, this has a derivative
   at x, which is symmetric, and in each orthonormal basis of eigenvectors, of which there is one, so
   many eigenvalues are positive, negative and zero. *)
Definition hessian_has_signs n (f : Rn n -> R) (x : Rn n) (p q z : nat) : Prop :=
  exists (g : Rn n -> Rn n) (H : Rn n -> Rn n),
    (forall y, gradient_at f y (g y)) /\ derivative_at g x H /\ symmetric H /\
    (exists l, length l = S n /\ orthonormal H l) /\
    forall l, length l = S n -> orthonormal H l ->
      eigenvalues_that (fun k => Rlt_dec 0 k) l = p /\
      eigenvalues_that (fun k => Rlt_dec k 0) l = q /\
      eigenvalues_that (fun k => Req_EM_T k 0) l = z.

Theorem signs_of_hessian n (f : Rn n -> R) (partial : list (Rn n -> R)) (x : Rn n)
  (rows : list (list R)) p q z :
  (forall y, gradient_at f y (vector n (map (fun d => d y) partial))) ->
  length partial = S n ->
  Forall2 (fun d row => gradient_at d x (vector n row)) partial rows ->
  Inertia.inertia_of rows p q z -> hessian_has_signs n f x p q z.
Proof.
intros G len each inertia. assert (lr : length rows = S n).
{ rewrite <- len. clear - each. induction each; cbn; auto. }
destruct (inertia_of_counts_eigenvalues n rows p q z inertia lr) as [lin [sym counts]].
exists (fun y => vector n (map (fun d => d y) partial)), (matrix_map n rows).
split; [exact G | ]. split; [ | split; [exact sym | ]].
- assert (D : derivative_at (fun y => vector n (map (fun d => d y) partial)) x
    (fun h => vector n (map (fun v => dot v h) (map (vector n) rows)))).
  { apply derivative_of_components; [ | exact len]. clear - each.
    induction each; cbn; constructor; auto. }
  destruct D as [_ D]. split; [exact lin | ]. intros e e0. destruct (D e e0) as [r [r0 B]].
  exists r. split; [exact r0 | ]. intros h small. specialize (B h small).
  rewrite map_map in B. exact B.
- split; [now apply spectral_theorem | exact counts].
Qed.

(* What all members of a list have, or some, by the number of those that have it. *)
Lemma all_by_number {X : Type} (has : X -> bool) l : length (filter has l) = length l ->
  forall a, In a l -> has a = true.
Proof.
assert (le : forall l, (length (filter has l) <= length l)%nat).
{ intro k. induction k as [ | b k IH]; cbn; [lia | ]. destruct (has b); cbn; lia. }
induction l as [ | b l IH]; intros e a; [contradiction | ]. cbn in e. specialize (le l).
destruct (has b) eqn:h; cbn in e; [ | lia]. intros [<- | i]; [exact h | apply IH; auto; lia].
Qed.

Lemma some_by_number {X : Type} (has : X -> bool) l : (0 < length (filter has l))%nat ->
  exists a, In a l /\ has a = true.
Proof.
destruct (filter has l) as [ | a k] eqn:e; cbn; [lia | ]. intros _. exists a.
apply filter_In. rewrite e. now left.
Qed.

Section Kind.
Context (n : nat) (f : Rn n -> R) (g H : Rn n -> Rn n) (x : Rn n) (l : list (R * Rn n)).
Hypothesis (D : twice_differentiable f g x H) (flat : g x = zero) (sym : symmetric H).
Hypothesis (len : length l = S n) (o : orthonormal H l).

Lemma minimum_of_positive_eigenvalues : (forall k e, In (k, e) l -> 0 < k) ->
  strict_local_minimum f x.
Proof.
intro pos. apply (proj1 (second_order_sufficient_condition n f g H x D flat)).
destruct (least_eigenvalue n H (proj1 (proj2 D)) sym) as [m [v [[v0 eigen] low]]].
assert (m0 : 0 < m).
{ apply Rnot_le_lt. intro c. apply v0.
  rewrite (full_family n (map snd l) (eigenvectors_are_a_family H l o)
    ltac:(now rewrite map_length) v).
  apply projection_orthogonal. intros e i. apply in_map_iff in i. destruct i as [[k e'] [<- i]].
  cbn. destruct (orthonormal_eigen H l k e' o i) as [eig _]. specialize (pos k e' i).
  pose proof (sym e' v) as s. rewrite eig, eigen, (dot_scal (Rn n)), dot_scal_r in s.
  apply (Rmult_eq_reg_l (k - m)); [ | lra]. lra. }
intros w w0. apply Rlt_le_trans with (2 := low w). apply Rmult_lt_0_compat; [exact m0 | ].
now apply positive_square.
Qed.

Lemma no_minimum_of_negative_eigenvalue k e : In (k, e) l -> k < 0 -> ~ local_minimum f x.
Proof.
intros i neg M. destruct (orthonormal_eigen H l k e o i) as [eig one].
destruct (proj1 (second_order_necessary_condition f g x H D) M) as [_ curved].
specialize (curved e). rewrite eig, (dot_scal (Rn n)), <- norm_sqr, one in curved. lra.
Qed.
End Kind.

(* The kind of a stationary point, where the signs of the eigenvalues tell it. *)
Theorem kind_of_stationary_point n (f : Rn n -> R) (x : Rn n) p q z :
  hessian_has_signs n f x p q z -> gradient_at f x zero ->
  (p = S n -> strict_local_minimum f x) /\ (q = S n -> strict_local_maximum f x) /\
  ((0 < q)%nat -> ~ local_minimum f x) /\ ((0 < p)%nat -> ~ local_maximum f x).
Proof.
intros [g [H [G [D [sym [[l [len o]] count]]]]]] flat.
destruct (count l len o) as [cp [cq _]]. unfold eigenvalues_that in cp, cq.
assert (z0 : g x = zero) by exact (gradient_is_unique f x _ _ (G x) flat).
assert (twice : twice_differentiable f g x H).
{ split; [ | exact D]. exists 1. split; [lra | ]. intros h _. apply G. }
pose proof (twice_differentiable_opp f g x H twice) as opposite.
assert (z1 : opp (g x) = zero) by (rewrite z0; apply opp_zero).
set (turned := map (fun a : R * Rn n => (- fst a, snd a)) l).
assert (o' : orthonormal (fun h => opp (H h)) turned).
{ unfold turned. clear - o. induction l as [ | [k e] l' IH]; [exact I | ].
  destruct o as [eig [one [orth o]]]. cbn. split; [ | split; [exact one | split; [ | auto]]].
  - rewrite eig. symmetry. exact (@scal_opp_l R_Ring (Rn n) k e).
  - intros k' e' i. apply in_map_iff in i. destruct i as [[k1 e1] [same i]].
    injection same as _ <-. exact (orth k1 e1 i). }
assert (sym' : symmetric (fun h => opp (H h))).
{ intros u v. now rewrite dot_opp, dot_opp_r, sym. }
assert (len' : length turned = S n) by (unfold turned; now rewrite map_length).
repeat split.
- intro all. apply (minimum_of_positive_eigenvalues n f g H x l twice z0 sym len o).
  intros k e i. pose proof (all_by_number _ l ltac:(rewrite cp; congruence) (k, e) i) as h.
  unfold holds in h. cbn in h. now destruct (Rlt_dec 0 k).
- intro all. apply (minimum_of_positive_eigenvalues n _ _ _ x turned opposite z1 sym' len' o').
  intros k e i. apply in_map_iff in i. destruct i as [[k1 e1] [same i]]. injection same as <- _.
  pose proof (all_by_number _ l ltac:(rewrite cq; congruence) (k1, e1) i) as h.
  unfold holds in h. cbn in h. destruct (Rlt_dec k1 0); [cbn; lra | discriminate].
- intro some. rewrite <- cq in some. destruct (some_by_number _ l some) as [[k e] [i h]].
  unfold holds in h. cbn in h. destruct (Rlt_dec k 0) as [neg | ]; [ | discriminate].
  exact (no_minimum_of_negative_eigenvalue n f g H x l twice o k e i neg).
- intro some. rewrite <- cp in some. destruct (some_by_number _ l some) as [[k e] [i h]].
  unfold holds in h. cbn in h. destruct (Rlt_dec 0 k) as [pos | ]; [ | discriminate].
  apply (no_minimum_of_negative_eigenvalue n _ _ _ x turned opposite o' (- k) e); [ | lra].
  exact (in_map (fun a => (- fst a, snd a)) l (k, e) i).
Qed.

Lemma gradient_is {E : Euclid} (f : E -> R) (x u v : E) : gradient_at f x u -> u = v ->
  gradient_at f x v.
Proof. now intros G <-. Qed.

Lemma gradient_of_same {E : Euclid} (f g : E -> R) (x v : E) : (forall y, f y = g y) ->
  gradient_at g x v -> gradient_at f x v.
Proof.
intros same G e e0. destruct (G e e0) as [r [r0 B]]. exists r. split; [exact r0 | ].
intros h small. rewrite !same. exact (B h small).
Qed.

(* Vectors are equal whose components are; lra reads polynomials faster than field. *)
Ltac components_by_field := cbn; repeat (apply injective_projections; cbn);
  unfold plus, scal, zero; cbn; unfold mult; cbn; first [(clear; lra) | field].

(* The gradient of a polynomial, by the rules; and that it is the vector that is written. *)
Ltac gradient_by_rules := eapply gradient_is; [unfold Rdiv; repeat first
  [ apply gradient_of_constant | apply gradient_of_component | apply gradient_of_power
  | apply gradient_of_sum | apply gradient_of_product ]
  | components_by_field ].
