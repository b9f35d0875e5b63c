"""Two proofs that the text of an inequality shows, at any scale of its numbers.

A sum of squares that is written as one; and a ≥ b from aⁿ ≥ bⁿ, as x ≥ q from x² = 2 and q² ≤ 2:
aⁿ − bⁿ is a − b times the sum of the products aⁿ⁻¹⁻ⁱbⁱ, which is evidently positive.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

import sympy as sp

from provenscape.kernel import Claim, Rejected, Relation, ge, gt, le
from provenscape.kernel.cone import positive
from provenscape.search import farkas, sparse
from provenscape.search.farkas import Form
from provenscape.search.identities import planned
from provenscape.search.plans import Combination, Lemma, Plan, Split
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
    """a ≥ b from a proof of aⁿ ≥ bⁿ; where b has no sign, from a² ≥ b² if b > 0, and otherwise from
    a ≥ 0. Raises `NotFound`."""
    then = claim.then
    if not isinstance(then, Relation) or then.sign == "=":
        raise NotFound("no inequality")
    terms = sp.Add.make_args(sp.expand(then.expr))
    b = sp.Add(*(-t for t in terms if t.as_coeff_Mul()[0] < 0))
    a = sp.Add(*(t for t in terms if t.as_coeff_Mul()[0] > 0))
    with suppress(NotFound, Rejected):
        return by_one_power(claim, then.sign, lemmas, a, b)
    with suppress(Rejected):
        cases = gt(b), le(b, 0)
        split = Split(cases, (Combination({}), Combination({"case": sp.S.One}, [(a, 1)])))
        evident = confirmed(split.plans[1], split.claim(claim, cases[1]))
        compared = by_one_power(split.claim(claim, cases[0]), then.sign, lemmas, a, b)
        return confirmed(replace(split, plans=(compared, evident)), claim)
    raise NotFound("no power of both sides is compared by the hypotheses")


def by_one_power(claim: Claim, sign: str, lemmas: Sequence[Lemma], a: sp.Expr, b: sp.Expr) -> Plan:
    """a ≥ b from aⁿ ≥ bⁿ for one n; raises `NotFound`."""
    known = tuple(claim.given.values())
    op = gt if sign == ">" else ge
    for power in POWERS:
        scale = sp.Add(*(a ** (power - 1 - i) * b**i for i in range(power)))
        with suppress(NotFound, Rejected):
            if not positive(scale, known):
                continue
            relation = op(sp.expand(a**power - b**power))
            stated = claim.lemma("power", claim.given, relation)
            problem = Problem(stated, lemmas)
            lemma = Lemma("power", relation, linear_or_products(problem))
            return confirmed(Combination({"power": sp.S.One}, (), scale, (lemma,)), claim)
    raise NotFound("no power of both sides is compared by the hypotheses")


def linear_or_products(problem: Problem) -> Plan:
    """A linear proof, or one whose multipliers are monomials; raises `NotFound`."""
    with suppress(NotFound):
        return planned(problem, farkas.identity(problem, Form()))
    return planned(problem, sparse.identity(problem, 1, 0))


def confirmed(plan: Plan, claim: Claim) -> Plan:
    try:
        plan.theorem(claim)
    except Rejected as error:
        raise NotFound(f"the kernel rejects what was found: {error}") from error
    return plan
