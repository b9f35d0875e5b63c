"""Two proofs that the text of an inequality shows, at any scale of its numbers.

A sum of squares that is written as one; and a ≥ b from aⁿ ≥ bⁿ, as x ≥ q from x² = 2 and q² ≤ 2:
aⁿ − bⁿ is a − b times the sum of the products aⁿ⁻¹⁻ⁱbⁱ, which is evidently positive.
"""

from collections.abc import Sequence
from contextlib import suppress

import sympy as sp

from provenscape.kernel import Claim, Rejected, Relation, ge, gt
from provenscape.kernel.cone import positive
from provenscape.search import farkas
from provenscape.search.farkas import Form
from provenscape.search.identities import planned
from provenscape.search.plans import Combination, Lemma, Plan
from provenscape.search.problem import Problem
from provenscape.search.semidefinite import NotFound

POWERS = (2, 3, 4)


def written_squares(claim: Claim) -> Plan:
    """The squares of the conclusion, as they stand; raises `NotFound` if it is no sum of them."""
    then = claim.then
    if not isinstance(then, Relation) or then.sign != ">=":
        raise NotFound("no weak inequality")
    squares = []
    for term in sp.Add.make_args(then.expr):
        weight, rest = term.as_coeff_Mul()
        powers = [f.as_base_exp() for f in sp.Mul.make_args(rest)]
        if weight < 0 or any(not e.is_Integer or e < 0 or e % 2 for b, e in powers if b != 1):
            raise NotFound("no sum of squares as it is written")
        squares.append((weight, sp.Mul(*(base ** (e / 2) for base, e in powers))))
    return confirmed(Combination({}, squares), claim)


def by_powers(claim: Claim, lemmas: Sequence[Lemma]) -> Plan:
    """a ≥ b from a linear proof of aⁿ ≥ bⁿ; raises `NotFound`."""
    then = claim.then
    if not isinstance(then, Relation) or then.sign == "=":
        raise NotFound("no inequality")
    terms = sp.Add.make_args(sp.expand(then.expr))
    b = sp.Add(*(-t for t in terms if t.as_coeff_Mul()[0] < 0))
    a = sp.Add(*(t for t in terms if t.as_coeff_Mul()[0] > 0))
    known = tuple(claim.given.values())
    for power in POWERS:
        scale = sp.Add(*(a ** (power - 1 - i) * b**i for i in range(power)))
        op = gt if then.sign == ">" else ge
        with suppress(NotFound, Rejected):
            if not positive(scale, known):
                continue
            relation = op(sp.expand(a**power - b**power))
            stated = claim.lemma("power", claim.given, relation)
            problem = Problem(stated, lemmas)
            plan = planned(problem, farkas.identity(problem, Form()))
            lemma = Lemma("power", relation, plan)
            return confirmed(Combination({"power": sp.S.One}, (), scale, (lemma,)), claim)
    raise NotFound("no power of both sides is compared by the hypotheses")


def confirmed(plan: Plan, claim: Claim) -> Plan:
    try:
        plan.theorem(claim)
    except Rejected as error:
        raise NotFound(f"the kernel rejects what was found: {error}") from error
    return plan
