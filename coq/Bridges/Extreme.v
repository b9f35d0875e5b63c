(* Extreme values on closed bounded sets of R^n; minima of functions with a bounded sublevel set.
   Without the axiom of choice no sequence can be picked that tends to the extreme value, so
   shrinking sets stand for it: they have a common cluster point, as in Bolzano-Weierstrass. *)
From Coq Require Import Reals Lra Psatz Lia.
From Coq Require Classical_Prop Classical_Pred_Type.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid Bridges.Continuous Bridges.Complete.
Open Scope R_scope.

Definition closed_set {E : Euclid} (K : E -> Prop) : Prop := Euclid.open (fun x => ~ K x).

Definition bounded_set {E : Euclid} (K : E -> Prop) : Prop := exists M, forall x, K x
  -> norm x <= M.

Definition continuous_in {E : Euclid} (K : E -> Prop) (f : E -> R) : Prop :=
  continuous_on E (fun x y => norm (minus x y)) K f.

Lemma decreasing_sets (X : Type) (P : nat -> X -> Prop) : (forall k x, P (S k) x -> P k x) ->
  forall j k x, (j <= k)%nat -> P k x -> P j x.
Proof. intros down j k x le. induction le; auto. Qed.

Lemma cluster_R (P : nat -> R -> Prop) (M : R) : (forall k, exists x, P k x) ->
  (forall k x, P (S k) x -> P k x) -> (forall x, P O x -> Rabs x <= M) ->
  exists a, forall e k, 0 < e -> exists x, P k x /\ Rabs (x - a) < e.
Proof.
intros ne down B. pose proof (decreasing_sets R P down) as mono.
destruct (completeness (fun t => forall k, exists x, P k x /\ t <= x)) as [a [up least]].
- exists M. intros t h. destruct (h O) as [x [px tx]]. specialize (B x px).
  apply Rabs_le_between in B. lra.
- exists (- M). intro k. destruct (ne k) as [x px]. exists x. split; [exact px | ].
  specialize (B x (mono O k x ltac:(lia) px)). apply Rabs_le_between in B. lra.
- exists a. intros e k e0.
  assert (low : exists t, (forall k, exists x, P k x /\ t <= x) /\ a - e < t).
  { apply Classical_Prop.NNPP. intro no. specialize (least (a - e)).
    assert (a <= a - e); [ | lra]. apply least. intros t h. apply Rnot_lt_le. intro lt.
    apply no. now exists t. }
  assert (high : exists j, forall x, P j x -> x < a + e).
  { apply Classical_Prop.NNPP. intro no. assert (a + e <= a); [ | lra]. apply up. intro j.
    apply Classical_Prop.NNPP. intro none. apply no. exists j. intros x px.
    apply Rnot_le_lt. intro le. apply none. now exists x. }
  destruct low as [t [often below]]. destruct high as [j late].
  destruct (often (max k j)) as [x [px tx]].
  exists x. split; [apply (mono k (max k j)); [lia | exact px] | ].
  pose proof (late x (mono j (max k j) x ltac:(lia) px)). apply Rabs_def1; lra.
Qed.

Lemma small_inverse e : 0 < e -> exists N, forall n, (N <= n)%nat -> / INR (S n) < e.
Proof.
intro e0. destruct (archimed_cor1 e e0) as [N [hN pos]]. exists N. intros n le.
apply Rle_lt_trans with (2 := hN). apply Rinv_le_contravar; [apply lt_0_INR; exact pos | ].
apply le_INR. lia.
Qed.

Lemma inverse_falls k : / INR (S (S k)) < / INR (S k).
Proof.
apply Rinv_lt_contravar; [apply Rmult_lt_0_compat; apply lt_0_INR; lia | apply lt_INR; lia].
Qed.

Lemma cluster_Rn n (P : nat -> Rn n -> Prop) (M : R) : (forall k, exists x, P k x) ->
  (forall k x, P (S k) x -> P k x) -> (forall x, P O x -> norm x <= M) ->
  exists l, forall e k, 0 < e -> exists x, P k x /\ norm (minus x l) < e.
Proof.
revert P. induction n as [ | n IH]; intros P ne down B.
- destruct (cluster_R P M ne down) as [a h].
  + intros x px. rewrite <- norm_R1. exact (B x px).
  + exists a. intros e k e0. destruct (h e k e0) as [x [px near]]. exists x.
    split; [exact px | ]. rewrite <- norm_R1 in near. exact near.
- destruct (cluster_R (fun k y => exists u, P k ((y, u) : Rn (S n))) M) as [a ha].
  + intro k. destruct (ne k) as [[y u] p]. now exists y, u.
  + intros k y [u p]. exists u. now apply down.
  + intros y [u p]. apply Rle_trans with (2 := B _ p). exact (norm_fst (Rn n) (y, u)).
  + destruct (IH (fun k u => exists y, P k ((y, u) : Rn (S n)) /\ Rabs (y - a) < / INR (S k)))
      as [u hu].
    * intro k. destruct (ha (/ INR (S k)) k) as [y [[u p] near]].
      { apply Rinv_0_lt_compat, lt_0_INR. lia. }
      now exists u, y.
    * intros k u [y [p near]]. exists y. split; [now apply down | ].
      apply Rlt_trans with (1 := near), inverse_falls.
    * intros u [y [p _]]. apply Rle_trans with (2 := B _ p). exact (norm_snd (Rn n) (y, u)).
    * exists ((a, u) : Rn (S n)). intros e k e0.
      destruct (small_inverse (e / 2)) as [N hN]; [lra | ].
      destruct (hu (e / 2) (max k N)) as [w [[y [p near]] close]]; [lra | ].
      exists ((y, w) : Rn (S n)). split.
      { apply (decreasing_sets _ P down k (max k N)); [lia | exact p]. }
      apply Rle_lt_trans with (1 := norm_sum (Rn n) (minus ((y, w) : Rn (S n)) (a, u))).
      specialize (hN (max k N) ltac:(lia)).
      assert (first : Rabs (fst (minus ((y, w) : Rn (S n)) (a, u))) < e / 2)
        by (apply Rlt_trans with (1 := near); exact hN).
      assert (rest : norm (snd (minus ((y, w) : Rn (S n)) (a, u))) < e / 2) by exact close.
      replace e with (e / 2 + e / 2) by field. apply Rplus_lt_compat; [exact first | exact rest].
Qed.

(* Where f exceeds or equals every v_k somewhere on K, it does so at one point for all k. *)
Lemma levels_are_reached n (K : Rn n -> Prop) (f : Rn n -> R) (v : nat -> R) : closed_set K ->
  bounded_set K -> continuous_in K f -> (forall k, v k <= v (S k)) ->
  (forall k, exists x, K x /\ v k <= f x) -> exists l, K l /\ forall k, v k <= f l.
Proof.
intros closed [M B] cont up reach.
destruct (cluster_Rn n (fun k x => K x /\ v k <= f x) M reach) as [l near].
- intros k x [kx h]. split; [exact kx | ]. specialize (up k). lra.
- intros x [kx _]. exact (B x kx).
- assert (kl : K l).
  { apply Classical_Prop.NNPP. intro no. destruct (closed l no) as [r [r0 out]].
    destruct (near r O r0) as [x [[kx _] close]]. apply (out (minus x l) close).
    now rewrite plus_minus_same. }
  exists l. split; [exact kl | ]. intro k. apply Rnot_lt_le. intro lt.
  destruct (cont l kl (v k - f l)) as [r [r0 small]]; [lra | ].
  destruct (near r k r0) as [x [[kx h] close]]. specialize (small x kx close).
  apply Rabs_def2 in small. lra.
Qed.

Lemma maximum_on_closed_bounded n (K : Rn n -> Prop) (f : Rn n -> R) : closed_set K ->
  bounded_set K -> (exists x, K x) -> continuous_in K f ->
  exists x, K x /\ forall y, K y -> f y <= f x.
Proof.
intros closed bnd [x0 k0] cont.
assert (above : exists U, forall x, K x -> f x <= U).
{ apply Classical_Prop.NNPP. intro no.
  destruct (levels_are_reached n K f INR closed bnd cont) as [l [_ all]].
  - intro k. rewrite S_INR. lra.
  - intro k. apply Classical_Prop.NNPP. intro none. apply no. exists (INR k). intros x kx.
    apply Rnot_lt_le. intro lt. apply none. exists x. split; [exact kx | lra].
  - destruct (nfloor_ex (Rabs (f l) + 1)) as [k [_ hk]]; [pose proof (Rabs_pos (f l)); lra | ].
    specialize (all (S k)). rewrite S_INR in all. pose proof (Rle_abs (f l)). lra. }
destruct above as [U hU].
destruct (completeness (fun t => exists x, K x /\ t = f x)) as [m [up least]].
- exists U. intros t [x [kx ->]]. exact (hU x kx).
- now exists (f x0), x0.
- destruct (levels_are_reached n K f (fun k => m - / INR (S k)) closed bnd cont) as [l [kl all]].
  + intro k. pose proof (inverse_falls k). lra.
  + intro k. apply Classical_Prop.NNPP. intro none.
    assert (p : 0 < / INR (S k)) by (apply Rinv_0_lt_compat, lt_0_INR; lia).
    assert (m <= m - / INR (S k)); [ | lra]. apply least. intros t [x [kx ->]].
    apply Rnot_lt_le. intro lt. apply none. exists x. split; [exact kx | lra].
  + exists l. split; [exact kl | ]. intros y ky. apply Rle_trans with m.
    * apply up. now exists y.
    * apply Rnot_lt_le. intro lt. destruct (small_inverse (m - f l)) as [N hN]; [lra | ].
      specialize (hN N (le_n N)). specialize (all N). lra.
Qed.

(* Fact `extreme-value-theorem`, on closed bounded sets. Source: Rudin (1976), Theorem
   4.16. *)
Theorem extreme_values_on_closed_bounded_sets n (K : Rn n -> Prop) (f : Rn n -> R) :
  closed_set K -> bounded_set K -> (exists x, K x) -> continuous_in K f ->
  (exists x, K x /\ forall y, K y -> f y <= f x) /\ (exists x, K x /\ forall y, K y -> f x <= f y).
Proof.
intros closed bnd ne cont. split; [now apply maximum_on_closed_bounded | ].
destruct (maximum_on_closed_bounded n K (fun x => - f x) closed bnd ne) as [x [kx h]].
- intros x kx e e0. destruct (cont x kx e e0) as [r [r0 B]]. exists r. split; [exact r0 | ].
  intros y ky yx. rewrite <- Rabs_Ropp. replace (- (- f y - - f x)) with (f y - f x) by ring. auto.
- exists x. split; [exact kx | ]. intros y ky. specialize (h y ky). lra.
Qed.

Lemma sublevel_set_is_closed {E : Euclid} (C : E -> Prop) (f : E -> R) (c : R) : closed_set C ->
  continuous_in C f -> closed_set (fun x => C x /\ f x <= c).
Proof.
intros closed cont x out. destruct (Classical_Prop.classic (C x)) as [cx | no].
- destruct (cont x cx (f x - c)) as [r [r0 B]].
  { apply Rnot_le_lt. intro le. apply out. split; [exact cx | lra]. }
  exists r. split; [exact r0 | ]. intros h short [cy le].
  specialize (B (plus x h) cy). rewrite plus_minus_left in B. specialize (B short).
  apply Rabs_def2 in B. lra.
- destruct (closed x no) as [r [r0 B]]. exists r. split; [exact r0 | ].
  intros h short [cy _]. exact (B h short cy).
Qed.

(* Fact `extreme-value-theorem`, on a closed set C: a continuous function on C with a nonempty
   bounded sublevel set attains its minimum over C. *)
Theorem bounded_sublevel_set_gives_minimum n (C : Rn n -> Prop) (f : Rn n -> R) (c : R) :
  closed_set C -> continuous_in C f -> (exists x, C x /\ f x <= c) ->
  bounded_set (fun x => C x /\ f x <= c) -> exists x, C x /\ forall y, C y -> f x <= f y.
Proof.
intros closed cont ne bnd.
destruct (extreme_values_on_closed_bounded_sets n (fun x => C x /\ f x <= c) f)
  as [_ [x [[cx fx] h]]].
- now apply sublevel_set_is_closed.
- exact bnd.
- exact ne.
- intros x [cx _] e e0. destruct (cont x cx e e0) as [r [r0 B]]. exists r. split; [exact r0 | ].
  intros y [cy _]. now apply B.
- exists x. split; [exact cx | ]. intros y cy. destruct (Rle_lt_dec (f y) c) as [le | lt]; [ | lra].
  now apply h.
Qed.

Lemma whole_space_is_closed {E : Euclid} : closed_set (fun _ : E => True).
Proof. intros x no. now destruct no. Qed.

(* Fact `extreme-value-theorem`, on R^n: a nonempty bounded sublevel set is enough for a minimum,
   and coercive functions have one. *)
Theorem minimum_on_the_space n (f : Rn n -> R) : continuous_in (fun _ => True) f ->
  (exists c, (exists x, f x <= c) /\ bounded_set (fun x => f x <= c)) \/
  (forall M, exists r, forall x, r < norm x -> M < f x) -> exists x, forall y, f x <= f y.
Proof.
intros cont some.
assert (level : exists c, (exists x, f x <= c) /\ bounded_set (fun x => f x <= c)).
{ destruct some as [level | coercive]; [exact level | ]. exists (f zero).
  split; [exists zero; lra | ]. destruct (coercive (f zero)) as [r h]. exists r. intros x le.
  apply Rnot_lt_le. intro far. specialize (h x far). lra. }
destruct level as [c [[z le] [M B]]].
destruct (bounded_sublevel_set_gives_minimum n (fun _ => True) f c whole_space_is_closed cont)
  as [x [_ h]].
- now exists z.
- exists M. intros x [_ fx]. exact (B x fx).
- exists x. intro y. now apply h.
Qed.
