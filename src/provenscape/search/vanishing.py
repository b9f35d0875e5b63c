"""An equation e = 0 from what shows that an even power of e is not positive.

-e^2k S = N, with S > 0 and N >= 0 up to multiples of hypotheses that are equations, says that
e (S e^2k + N) is -e times these multiples. So the rule for equations gives e = 0 where e is not 0,
which makes S e^2k + N positive. x = y follows from x^3 = y^3: (x - y)^4 + 3 (x^2 - y^2)^2 is
4 (x - y) times the difference of the cubes.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress

import sympy as sp

from provenscape.kernel import Claim, Rejected, Relation, eq, ge, gt
from provenscape.search.evident import confirmed
from provenscape.search.plans import Combination, Lemma, Plan, Split
from provenscape.search.semidefinite import NotFound

POWERS = (2, 4, 6)
NAME = "sign"  # of the hypothesis by which cases are made
Prove = Callable[[Claim, int], Plan]


def by_even_powers(claim: Claim, prove: Prove) -> Plan:
    """A plan for an equation; `prove` finds one for an inequality, of a claim and with what effort,
    0 or 1. Raises `NotFound`."""
    then = claim.then
    if not isinstance(then, Relation) or then.sign != "=" or NAME in claim.given:
        raise NotFound("no equation, or one within cases")
    if not any(relation.sign == "=" for relation in claim.known()):
        raise NotFound("an equation is derived from equations alone")
    for effort in (0, 1):
        for power in POWERS:
            with suppress(NotFound, Rejected):
                stated = claim.lemma("power", claim.given, ge(-(then.expr**power)))
                return confirmed(equation(prove(stated, effort), claim, power), claim)
    raise NotFound("no even power of the difference is seen not to be positive")


def equation(plan: Plan, claim: Claim, power: int) -> Plan:
    """The plan for e = 0 from one for -e^power >= 0; raises `NotFound`."""
    if isinstance(plan, Split):
        pairs = zip(plan.split, plan.plans, strict=True)
        inner = (equation(p, plan.claim(claim, case), power) for case, p in pairs)
        return Split(plan.split, tuple(inner), plan.name)
    if not isinstance(plan, Combination):
        raise NotFound("what shows the power not to be positive is no combination")
    assert isinstance(claim.then, Relation)
    e = claim.then.expr
    relations = {**claim.given, **{lemma.name: lemma.then for lemma in plan.lemmas}}
    signed = {n: m for n, m in plan.using.items() if relations[n].sign != "="}
    using = {n: -e * m for n, m in plan.using.items() if n not in signed}
    squares = [*plan.squares, (plan.scale, e ** (power // 2))]
    total = sp.Add(*summands(signed, relations), *(c * q**2 for c, q in squares))
    scale = Lemma("not zero", gt(total), Combination(signed, squares, 1, plan.lemmas))
    apart = Combination(using, (), total, (*plan.lemmas, scale))
    cases = gt(e), gt(-e), eq(e)
    return Split(cases, (apart, apart, Combination({NAME: sp.S.One})), NAME)


def summands(using: Mapping[str, sp.Expr], relations: Mapping[str, Relation]) -> list[sp.Expr]:
    """Multipliers times what they multiply."""
    return [multiplier * relations[name].expr for name, multiplier in using.items()]
