"""Proofs by `combine` and `sos`, written out for the proof assistant Coq.

The theorem quantifies over the symbols and the hypotheses. Its proof states the identity conclusion
* scale = sum of multiplier * hypothesis + sum of c * q², which `field` checks, and then the sign of
every term by explicit lemmas (a product, sum, power or inverse of what is positive), down to leaves
that follow from one hypothesis by linear arithmetic (`lra`). Nothing is searched for.

Coq's standard library of real numbers assumes the axioms of a complete ordered field; it shares
neither code nor ideas with the engines of the kernel, and serves as a third opinion.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import sympy as sp

from provenscape.kernel import Claim, Relation
from provenscape.kernel.cone import positive
from provenscape.search.coq_terms import FIELD, NotExported, Writer

LEMMAS = {"=": "scaled_zero", ">=": "scaled_nonnegative", ">": "scaled_positive"}
PREAMBLE = """Require Import Reals Lra.
Open Scope R_scope.

Lemma square_positive (x : R) : x <> 0 -> 0 < x ^ 2.
Proof. intro n. replace (x ^ 2) with (Rsqr x) by (unfold Rsqr; ring). exact (Rsqr_pos_lt x n). Qed.

Lemma square_nonzero (x : R) : 0 < x ^ 2 -> x <> 0.
Proof. intros p z. replace (x ^ 2) with (x * x) in p by ring. rewrite z in p. lra. Qed.

Lemma scaled_nonnegative (s c t : R) : 0 < s -> s * c = t -> 0 <= t -> 0 <= c.
Proof. intros p e n. apply Rmult_le_reg_l with s; [exact p | rewrite Rmult_0_r, e; exact n]. Qed.

Lemma scaled_positive (s c t : R) : 0 < s -> s * c = t -> 0 < t -> 0 < c.
Proof. intros p e n. apply Rmult_lt_reg_l with s; [exact p | rewrite Rmult_0_r, e; exact n]. Qed.

Lemma scaled_zero (s c t : R) : 0 < s -> s * c = t -> 0 = t -> c = 0.
Proof. intros p e n. apply Rmult_eq_reg_l with s; [rewrite Rmult_0_r, e; auto | lra]. Qed.

"""


def export(
    claim: Claim, using: Mapping[str, Any], squares: Sequence[tuple[Any, Any]] = (), scale: Any = 1
) -> str:
    """Coq source with one theorem, given the arguments of `combine`. Raises `NotExported`.

    Those of `sos` become squares by `blocks.squares_of`. Symbols are numbered in order of their
    names; a comment holds the digest of the statement.
    """
    then, factor, write = claim.then, sp.sympify(scale), Writer(claim)
    if not isinstance(then, Relation):
        raise NotExported(f"{claim.id} concludes no relation")
    terms = [
        write.product(
            sp.sympify(multiplier), claim.given[name], f"h_{list(claim.given).index(name)}"
        )
        for name, multiplier in using.items()
    ]
    terms += [write.square(sp.sympify(weight), sp.sympify(root)) for weight, root in squares]
    total = " + ".join(f"({text})" for text, _, _ in terms) or "0"
    lines = [f"{PREAMBLE}(* {claim.digest()} *)"]
    lines.append(
        "Theorem claim :" + "".join(f" forall {name} : R," for name in write.names.values())
    )
    lines += [f"  {write.relation(h)} ->" for h in write.known]
    lines += [f"  {write.relation(then)}.", "Proof."]
    lines.append(f"intros {' '.join([*write.names.values(), *write.labels()])}.")
    for i, base in enumerate(write.denominators):
        lines.append(f"assert (d_{i} : {write.text(base)} <> 0) by ({write.nonzero(base)}).")
        if positive(base, write.known):
            lines.append(f"assert (p_{i} : 0 < {write.text(base)}) by ({write.sign(base, True)}).")
    lines.append(f"assert (s : 0 < {write.text(factor)}) by ({write.sign(factor, True)}).")
    lines.append(f"assert (identity : {write.text(factor)} * {write.text(then.expr)} = {total})")
    lines.append(f"  by {FIELD}.")
    for i, (text, fact, tactic) in enumerate(terms):
        lines.append(f"assert (t_{i} : 0 {fact} {text}) by ({tactic}).")
    facts = " ".join(f"t_{i}" for i in range(len(terms))) or "s"
    sign = {"=": "=", ">=": "<=", ">": "<"}[then.sign]
    lines.append(f"assert (total : 0 {sign} {total}) by (clear - {facts}; lra).")
    lines.append(f"exact ({LEMMAS[then.sign]} _ _ _ s identity total).")
    return "\n".join([*lines, "Qed.", ""])
