"""Limits: bounds C t on the error from both sides, for small positive t, and what they give.

Of (C t - e)(C t + e) >= 0 and t < 1 the rule's bound e² <= C² t is a sum with nonnegative numbers.
"""

from collections.abc import Callable, Iterator

import sympy as sp

from provenscape.kernel import Claim, Limit, Rejected, Relation, ge, gt, lt
from provenscape.kernel.cone import with_factors_apart
from provenscape.kernel.engines import sources_of_meaning, unfold
from provenscape.search.evident import confirmed
from provenscape.search.plans import Combination, Lemma, Plan, Squeezed
from provenscape.search.semidefinite import NotFound

SLOPES = (1, 4, 16, 100, 10**4)


def squeezed(claim: Claim, prove: Callable[[Claim], Plan]) -> Plan:
    """A plan for a limit; `prove` finds one for a relation or raises `NotFound`."""
    then = claim.then
    assert isinstance(then, Limit)
    variable, error = then.variable, unfold(then.expr - then.value)
    near = neighbourhood(then)
    for slope in map(sp.Integer, SLOPES):
        bound = ge(slope**2 * variable, error**2)
        try:
            inside = Lemma("near", bound, Combination({}), near).claim(claim)
            sides = [
                Lemma(name, ge(slope * variable + sign * error), Combination({}))
                for name, sign in (("from above", -1), ("from below", 1))
            ]
            above, below = (Lemma(s.name, s.then, prove(s.claim(inside))) for s in sides)
            using = {above.name: below.then.expr, "positive": slope**2 * (1 - variable)}
            plan = Combination(using, lemmas=(above, below))
            lemma = Lemma("near", bound, plan, near)
            return confirmed(Squeezed(slope**2, lemma), claim)
        except NotFound:
            continue
        except Rejected as error_of_meaning:
            raise NotFound(str(error_of_meaning)) from error_of_meaning
    raise NotFound("no bound slope * variable on the error is found")


def neighbourhood(then: Limit) -> dict[str, Relation]:
    """That the variable is positive, below 1, and less than half way to the zeros of linear factors
    of denominators and of what a logarithm is taken of."""
    found = {"positive": gt(then.variable), "small": lt(then.variable, 1)}
    for factor in dict.fromkeys(factors_above_zero(then)):
        start, slope = factor.subs(then.variable, 0), sp.diff(factor, then.variable)
        if slope.free_symbols or start.free_symbols or start * slope >= 0:
            continue
        positive = sp.expand(factor * sp.sign(start))
        found[f"small {len(found)}"] = gt(positive)
        found[f"small {len(found)}"] = gt(positive - sp.Abs(start) / 2)
    return found


def factors_above_zero(then: Limit) -> Iterator[sp.Expr]:
    for _, source in sources_of_meaning(then.expr):
        inner = sp.numer(sp.together(source))
        whole = with_factors_apart(inner)
        yield from (inner,) if whole is None else whole.args
