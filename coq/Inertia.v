(* Inertia of explicit symmetric matrices, decided by computation: P' A P is diagonal with P
   invertible. Vectors and matrices are lists of rationals. *)
From Coq Require Import Reals List QArith Qreals.
Import ListNotations.
Open Scope Q_scope.

Definition vec := list Q.
Definition mat := list vec.
Fixpoint qdot (u v : vec) : Q :=
  match u, v with a :: u, b :: v => Qred (a * b + qdot u v) | _, _ => 0%Q end.
Definition column (j : nat) (m : mat) : vec := map (fun r => nth j r 0%Q) m.
Definition mul (a b : mat) (n : nat) : mat :=
  map (fun r => map (fun j => qdot r (column j b)) (seq 0 n)) a.
Definition transpose (m : mat) (n : nat) : mat := map (fun j => column j m) (seq 0 n).
Definition diagonal (d : vec) (n : nat) : mat :=
  map (fun i => map (fun j => if Nat.eqb i j then nth i d 0%Q else 0%Q) (seq 0 n)) (seq 0 n).
Definition eye (n : nat) : mat := diagonal (repeat 1%Q n) n.
Definition veq (u v : vec) : bool := forallb (fun p => Qeq_bool (fst p) (snd p)) (combine u v).
Definition meq (a b : mat) : bool := forallb (fun p => veq (fst p) (snd p)) (combine a b).
Definition square (n : nat) (m : mat) : bool :=
  Nat.eqb (length m) n && forallb (fun r => Nat.eqb (length r) n) m.
Definition count (s : comparison) (d : vec) : nat :=
  length (filter (fun q => match Qcompare q 0, s with Gt, Gt | Lt, Lt | Eq, Eq => true | _, _ => false end) d).

Definition has_inertia (n : nat) (a : mat) (p q z : nat) : Prop :=
  square n a = true /\ exists u v d : mat, exists e : vec,
    square n u = true /\ square n v = true /\ length e = n /\ d = diagonal e n /\
    meq (mul u v n) (eye n) = true /\ meq (mul (transpose u n) (mul a u n) n) d = true /\
    count Gt e = p /\ count Lt e = q /\ count Eq e = z.


(* A matrix of reals has this inertia: its entries are rational numbers that have it. *)
Definition inertia_of (a : list (list R)) (p q z : nat) : Prop :=
  exists m : mat, a = map (map Q2R) m /\ has_inertia (length m) m p q z.
