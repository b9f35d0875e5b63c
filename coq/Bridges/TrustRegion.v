(* The minimizers of a quadratic on a ball. *)
From Coq Require Import Reals Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From Provenscape Require Import Bridges.Euclid Bridges.Derivative Bridges.Stationary Bridges.Finite.
From Provenscape Require Import Bridges.Spectral Bridges.Continuous Bridges.Extreme.
Open Scope R_scope.

(* A slope a that does not make e a + e^2 b / 2 negative for small e > 0 is not negative. *)
Lemma slope_from_small_steps a b k : 0 < k ->
  (forall e, 0 < e <= k -> 0 <= e * a + e ^ 2 * b / 2) -> 0 <= a.
Proof.
intros k0 h. apply Rnot_lt_le. intro c. pose proof (Rabs_pos b). pose proof (Rle_abs b).
set (e := Rmin k (- a / (Rabs b + 1))).
assert (e0 : 0 < e) by (apply Rmin_glb_lt; [exact k0 | apply Rdiv_lt_0_compat; lra]).
assert (e1 : e <= - a / (Rabs b + 1)) by apply Rmin_r.
specialize (h e (conj e0 (Rmin_l _ _))).
apply Rmult_le_compat_r with (r := Rabs b + 1) in e1; [ | lra].
replace (- a / (Rabs b + 1) * (Rabs b + 1)) with (- a) in e1 by (field; lra).
assert (e * b <= - a) by nra. nra.
Qed.

Section Ball.
Context {E : Euclid} (H : E -> E) (g : E) (r : R).
Hypothesis (lin : linear H) (sym : symmetric H) (r0 : 0 < r).

Definition quadratic (s : E) : R := dot g s + dot (H s) s / 2.

Lemma quadratic_difference s d :
  quadratic (plus s d) - quadratic s = dot (plus (H s) g) d + dot (H d) d / 2.
Proof.
unfold quadratic. rewrite (proj1 lin), ?(dot_plus E), ?dot_plus_r, ?(dot_plus E).
rewrite (sym d s), (dot_sym E d (H s)). field.
Qed.

Lemma quadratic_step s v e : quadratic (plus s (scal e v)) - quadratic s =
  e * dot (plus (H s) g) v + e ^ 2 * dot (H v) v / 2.
Proof.
rewrite quadratic_difference, dot_scal_r, (proj2 lin), (dot_scal E), dot_scal_r. field.
Qed.

Definition multiplier (s : E) (nu : R) : Prop := 0 <= nu /\
  plus (H s) (scal nu s) = opp g /\ nu * (r - norm s) = 0 /\
  forall v, 0 <= dot (plus (H v) (scal nu v)) v.

Lemma multiplier_is_minimum s nu : norm s <= r -> multiplier s nu ->
  forall t, norm t <= r -> quadratic s <= quadratic t.
Proof.
intros sr [n0 [z [comp p]]] t tr. set (d := minus t s).
pose proof (quadratic_difference s d) as D.
assert (st : plus s d = t) by apply plus_minus_same. rewrite st in D.
assert (w : dot (plus (H s) g) d = - nu * dot s d).
{ assert (q : dot (plus (H s) (scal nu s)) d = - dot g d) by (rewrite z; apply dot_opp).
  rewrite (dot_plus E), (dot_scal E) in q. rewrite (dot_plus E). lra. }
specialize (p d). rewrite (dot_plus E), (dot_scal E) in p.
assert (len : norm t ^ 2 = norm s ^ 2 + 2 * dot s d + dot d d).
{ rewrite <- st, !norm_sqr, (dot_plus E), !dot_plus_r, (dot_sym E d s). ring. }
pose proof (norm_pos s). pose proof (norm_pos t).
assert (k : nu * (norm t ^ 2 - norm s ^ 2) <= 0).
{ apply Rmult_integral in comp. destruct comp as [-> | e]; [lra | ].
  assert (norm s = r) as -> by lra. assert (norm t ^ 2 <= r ^ 2) by (apply pow_incr; lra). nra. }
rewrite len in k. lra.
Qed.

Lemma reflected (s v : E) : dot s v <> 0 ->
  exists tau, tau <> 0 /\ norm (plus s (scal tau v)) = norm s.
Proof.
intro ne. assert (nv : dot v v <> 0).
{ intro q. apply (dot_zero E) in q. apply ne. rewrite q. apply dot_zero_r. }
exists (- 2 * dot s v / dot v v). split.
- unfold Rdiv. apply Rmult_integral_contrapositive_currified; [nra | now apply Rinv_neq_0_compat].
- unfold norm. f_equal. rewrite (dot_plus E), !dot_plus_r, !(dot_scal E), !dot_scal_r,
    (dot_sym E v s). field. exact nv.
Qed.

Lemma minimum_inside s : norm s < r -> (forall t, norm t <= r -> quadratic s <= quadratic t) ->
  multiplier s 0.
Proof.
intros sr low. set (w := plus (H s) g).
assert (small : forall v e, 0 < e <= (r - norm s) / (norm v + 1) ->
  0 <= e * dot w v + e ^ 2 * dot (H v) v / 2).
{ intros v e [e0 e1]. pose proof (norm_pos v). pose proof (quadratic_step s v e) as D.
  fold w in D. assert (inside : norm (plus s (scal e v)) <= r).
  { apply Rle_trans with (1 := norm_triangle _ _). rewrite norm_scal, Rabs_pos_eq by lra.
    apply Rmult_le_compat_r with (r := norm v + 1) in e1; [ | lra].
    replace ((r - norm s) / (norm v + 1) * (norm v + 1)) with (r - norm s) in e1 by (field; lra).
    lra. }
  specialize (low _ inside). lra. }
assert (room : forall v : E, 0 < (r - norm s) / (norm v + 1)).
{ intro v. pose proof (norm_pos v). apply Rdiv_lt_0_compat; lra. }
assert (z : forall v, dot w v = 0).
{ intro v. apply Rle_antisym.
  - pose proof (slope_from_small_steps _ _ _ (room (opp v)) (small (opp v))) as q.
    rewrite dot_opp_r in q. lra.
  - exact (slope_from_small_steps _ _ _ (room v) (small v)). }
assert (w0 : w = zero) by (apply (dot_zero E), z).
split; [lra | split; [ | split; [ring | ]]].
- apply (plus_reg_r g). rewrite plus_opp_l.
  assert (q : scal 0 s = zero) by exact (@scal_zero_l R_Ring E s). rewrite q, plus_zero_r. exact w0.
- intro v. rewrite (dot_plus E), (dot_scal E), Rmult_0_l, Rplus_0_r.
  specialize (small v _ (conj (room v) (Rle_refl _))). rewrite z in small.
  pose proof (room v) as p. set (e := (r - norm s) / (norm v + 1)) in *.
  assert (0 <= e ^ 2 * dot (H v) v) by lra.
  apply Rmult_le_reg_l with (e ^ 2); [apply pow_lt; exact p | lra].
Qed.

Lemma minimum_on_the_sphere s : norm s = r ->
  (forall t, norm t <= r -> quadratic s <= quadratic t) -> exists nu, multiplier s nu.
Proof.
intros sr low. set (w := plus (H s) g).
assert (ss : dot s s = r ^ 2) by (rewrite <- norm_sqr, sr; ring).
assert (inward : forall v, dot s v < 0 -> 0 <= dot w v).
{ intros v c. pose proof (dot_pos E v) as vv.
  apply (slope_from_small_steps _ (dot (H v) v) (- 2 * dot s v / (dot v v + 1))).
  - apply Rdiv_lt_0_compat; lra.
  - intros e [e0 e1]. apply Rmult_le_compat_r with (r := dot v v + 1) in e1; [ | lra].
    replace (- 2 * dot s v / (dot v v + 1) * (dot v v + 1)) with (- 2 * dot s v) in e1
      by (field; lra).
    pose proof (quadratic_step s v e) as D. fold w in D.
    assert (inside : norm (plus s (scal e v)) <= r).
    { apply square_le; [lra | ]. rewrite norm_sqr, (dot_plus E), !dot_plus_r, !(dot_scal E),
        !dot_scal_r, (dot_sym E v s), ss. nra. }
    specialize (low _ inside). lra. }
assert (level : forall v, dot s v = 0 -> 0 <= dot w v).
{ intros v o. apply Rnot_lt_le. intro c. pose proof (Rabs_pos (dot w s)).
  pose proof (Rle_abs (- dot w s)) as b. rewrite Rabs_Ropp in b.
  set (k := - dot w v / (2 * (Rabs (dot w s) + 1))).
  assert (k0 : 0 < k) by (apply Rdiv_lt_0_compat; lra).
  pose proof (inward (plus v (scal (- k) s))) as i.
  rewrite !dot_plus_r, !dot_scal_r, o, ss in i.
  assert (rr : 0 < r ^ 2) by (apply pow_lt; exact r0).
  specialize (i ltac:(nra)).
  assert (kk : k * (Rabs (dot w s) + 1) = - dot w v / 2) by (unfold k; field; lra). nra. }
set (nu := - dot w s / r ^ 2).
assert (rr : 0 < r ^ 2) by (apply pow_lt; exact r0).
assert (nr : nu * r ^ 2 = - dot w s) by (unfold nu; field; lra).
set (u := plus w (scal nu s)).
assert (su : dot s u = 0).
{ unfold u. rewrite dot_plus_r, dot_scal_r, ss, (dot_sym E s w). lra. }
assert (wu : dot w u = 0).
{ apply Rle_antisym; [ | now apply level].
  pose proof (level (opp u)) as q. rewrite !dot_opp_r in q. specialize (q ltac:(lra)). lra. }
assert (u0 : u = zero).
{ apply (dot_zero E). unfold u at 1. rewrite (dot_plus E), (dot_scal E), su, wu. ring. }
assert (wd : forall d, dot w d = - nu * dot s d).
{ intro d. assert (q : dot u d = 0) by (rewrite u0; apply dot_zero_l). unfold u in q.
  rewrite (dot_plus E), (dot_scal E) in q. lra. }
assert (n0 : 0 <= nu).
{ pose proof (inward (opp s)) as q. rewrite !dot_opp_r, ss in q. specialize (q ltac:(lra)).
  apply Rmult_le_reg_r with (r ^ 2); [exact rr | lra]. }
assert (across : forall v, dot s v <> 0 -> 0 <= dot (plus (H v) (scal nu v)) v).
{ intros v ne. destruct (reflected s v ne) as [tau [t0 same]].
  pose proof (quadratic_step s v tau) as D. fold w in D. rewrite wd in D.
  assert (inside : norm (plus s (scal tau v)) <= r) by (rewrite same; lra).
  specialize (low _ inside).
  assert (len : 2 * tau * dot s v + tau ^ 2 * dot v v = 0).
  { assert (q : norm (plus s (scal tau v)) ^ 2 = norm s ^ 2) by now rewrite same.
    rewrite !norm_sqr, (dot_plus E), !dot_plus_r, !(dot_scal E), !dot_scal_r, (dot_sym E v s) in q.
    lra. }
  rewrite (dot_plus E), (dot_scal E).
  assert (tp : 0 < tau ^ 2) by (replace (tau ^ 2) with (Rsqr tau) by (unfold Rsqr; ring);
    now apply Rsqr_pos_lt).
  apply Rmult_le_reg_l with (tau ^ 2); [exact tp | ].
  assert (m : nu * (2 * tau * dot s v + tau ^ 2 * dot v v) = 0) by (rewrite len; ring). lra. }
exists nu. split; [exact n0 | split; [ | split; [rewrite sr; ring | ]]].
- apply (plus_reg_r g). rewrite plus_opp_l. transitivity u; [ | exact u0].
  unfold u, w. rewrite <- !plus_assoc. f_equal. apply plus_comm.
- intro v. destruct (Req_dec (dot s v) 0) as [o | ne]; [ | now apply across].
  set (q := dot (plus (H v) (scal nu v)) v).
  set (y := dot (plus (H v) (scal nu v)) s). set (x := dot (plus (H s) (scal nu s)) s).
  assert (form : forall e, dot (plus (H (plus v (scal e s))) (scal nu (plus v (scal e s))))
    (plus v (scal e s)) = q + 2 * e * y + e ^ 2 * x).
  { intro e. unfold q, y, x. rewrite (proj1 lin), (proj2 lin).
    repeat first [rewrite (dot_plus E) | rewrite dot_plus_r | rewrite (dot_scal E)
      | rewrite dot_scal_r]. rewrite (sym s v), (dot_sym E s (H v)), (dot_sym E s v). ring. }
  apply Rnot_lt_le. intro c. pose proof (Rabs_pos y). pose proof (Rabs_pos x).
  pose proof (Rle_abs y). pose proof (Rle_abs x).
  set (B := 2 * Rabs y + Rabs x + 1). assert (b1 : 0 < B) by (unfold B; lra).
  set (e := Rmin 1 (- q / (2 * B))).
  assert (e0 : 0 < e) by (apply Rmin_glb_lt; [lra | apply Rdiv_lt_0_compat; lra]).
  assert (e1 : e <= 1) by apply Rmin_l. assert (e2 : e <= - q / (2 * B)) by apply Rmin_r.
  assert (pos : 0 <= q + 2 * e * y + e ^ 2 * x).
  { rewrite <- form. apply across. rewrite dot_plus_r, dot_scal_r, o, ss. nra. }
  assert (2 * e * y + e ^ 2 * x <= e * B).
  { unfold B. assert (e * y <= e * Rabs y) by (apply Rmult_le_compat_l; lra).
    assert (e ^ 2 * x <= e ^ 2 * Rabs x) by (apply Rmult_le_compat_l; [apply pow2_ge_0 | lra]).
    assert (e ^ 2 * Rabs x <= e * Rabs x) by (apply Rmult_le_compat_r; [lra | nra]). lra. }
  assert (e * B <= - q / 2).
  { apply Rmult_le_compat_r with (r := B) in e2; [ | lra].
    replace (- q / (2 * B) * B) with (- q / 2) in e2 by (field; lra). exact e2. }
  lra.
Qed.

Lemma quadratic_is_continuous K (C : E -> Prop) : 0 <= K -> bounded_by H K ->
  continuous_in C quadratic.
Proof.
intros K0 B s _ e e0. set (w := plus (H s) g). pose proof (norm_pos w) as w0.
set (L := norm w + K / 2 + 1).
exists (Rmin 1 (e / L)).
split; [apply Rmin_glb_lt; [lra | apply Rdiv_lt_0_compat; unfold L; lra] | ].
intros t _ near. cbn beta in near. pose proof (Rmin_l 1 (e / L)). pose proof (Rmin_r 1 (e / L)).
set (d := minus t s) in *. pose proof (norm_pos d) as d0.
pose proof (quadratic_difference s d) as D. fold w in D.
assert (st : plus s d = t) by apply plus_minus_same. rewrite st in D.
pose proof (cauchy_schwarz_abs w d) as c1. apply Rabs_le_between in c1.
pose proof (cauchy_schwarz_abs (H d) d) as c2. apply Rabs_le_between in c2.
assert (c3 : norm (H d) * norm d <= K * norm d).
{ apply Rle_trans with (K * norm d * norm d); [apply Rmult_le_compat_r; auto | ].
  assert (K * norm d * norm d <= K * norm d * 1) by
    (apply Rmult_le_compat_l; [apply Rmult_le_pos; lra | lra]). lra. }
assert (small : norm d * L < e).
{ apply Rlt_le_trans with (e / L * L); [apply Rmult_lt_compat_r; [unfold L; lra | lra] | ].
  apply Req_le. field. unfold L. lra. }
unfold L in small. apply Rabs_def1; lra.
Qed.
End Ball.

(* Fact `trust-region-optimality`. Source: Nocedal & Wright (2006). *)
Theorem trust_region_optimality n (H : Rn n -> Rn n) (g : Rn n) (r : R) : linear H ->
  symmetric H -> 0 < r ->
  (forall s, norm s <= r ->
    ((forall t, norm t <= r -> quadratic H g s <= quadratic H g t) <->
     exists nu, 0 <= nu /\ plus (H s) (scal nu s) = opp g /\ nu * (r - norm s) = 0 /\
       forall v, 0 <= dot (plus (H v) (scal nu v)) v)) /\
  exists s, norm s <= r /\ forall t, norm t <= r -> quadratic H g s <= quadratic H g t.
Proof.
intros lin sym r0. split.
- intros s sr. split.
  + intro low. destruct (Rle_lt_or_eq_dec _ _ sr) as [lt | eq].
    * exists 0. exact (minimum_inside H g r lin sym s lt low).
    * exact (minimum_on_the_sphere H g r lin sym r0 s eq low).
  + intros [nu m] t tr. exact (multiplier_is_minimum H g r lin sym s nu sr m t tr).
- destruct (bounded_linear n (Rn n) H lin) as [K [K0 B]].
  destruct (extreme_values_on_closed_bounded_sets n (fun x : Rn n => norm x <= r) (quadratic H g))
    as [_ low].
  + intros x out. apply Rnot_le_lt in out. exists (norm x - r). split; [lra | ].
    intros h small inside. pose proof (norm_triangle (plus x h) (opp h)) as T.
    assert (e : plus (plus x h) (opp h) = x) by
      (rewrite <- plus_assoc, plus_opp_r; apply plus_zero_r).
    rewrite e, norm_opp in T. lra.
  + exists r. auto.
  + exists zero. rewrite norm_zero. lra.
  + now apply (quadratic_is_continuous H g lin sym K).
  + exact low.
Qed.
