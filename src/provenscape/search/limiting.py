"""Limits: bounds C t on the error from both sides, for small positive t, and what they give.

Of (C t - e)(C t + e) >= 0 and t < 1 the rule's bound e² <= C² t is a sum with nonnegative numbers.
"""

from collections.abc import Callable, Collection, Iterator, Mapping

import sympy as sp

from provenscape.kernel import Claim, Limit, Rejected, Relation, ge, gt, lt
from provenscape.kernel.cone import with_factors_apart
from provenscape.kernel.engines import sources_of_meaning, unfold
from provenscape.search.evident import confirmed
from provenscape.search.plans import Combination, Lemma, Plan, Squeezed
from provenscape.search.semidefinite import NotFound

SLOPES = (1, 4, 16, 100, 10**4)
SIDES = {"from above": -1, "from below": 1}
PARAMETERS = (-100, -3, -1, sp.Rational(-1, 2), 0, sp.Rational(1, 2), 1, 3, 100)
PLACES = (4, 8)  # powers of ten
SETTLED = 0.9  # of an error that does not shrink
NOTHING = 1e-9
SAMPLES = 32


def squeezed(claim: Claim, prove: Callable[[Claim], Plan]) -> Plan:
    """A plan for a limit; `prove` finds one for a relation or raises `NotFound`."""
    then = claim.then
    assert isinstance(then, Limit)
    require_tendency(claim, then)
    variable, error = then.variable, unfold(then.expr - then.value)
    near = neighbourhood(then)
    for slope in slopes(error.free_symbols - {variable}):
        gaps = {name: slope * variable + sign * error for name, sign in SIDES.items()}
        if any(gap.is_number for gap in gaps.values()):  # as of an error of exactly this slope
            continue
        if fails_inside(slope**2 * variable**2 - error**2, claim, near):
            continue
        bound = ge(slope**2 * variable, error**2)
        try:
            inside = Lemma("near", bound, Combination({}), near).claim(claim)
            sides = [Lemma(name, ge(gap), Combination({})) for name, gap in gaps.items()]
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


def require_tendency(claim: Claim, then: Limit) -> None:
    """Raise `NotFound` where the numbers near the place do not come to the value as fast as a limit
    with a proof does, so that the search for one would only end late. They decide nothing: a limit
    has no refutation in the language, but the bound that it gives near the place has one."""
    error = unfold(then.expr - then.value)
    for at in places(error, claim, then):
        here = error.xreplace(at)
        near, nearer = (sp.N(here.subs(then.variable, sp.Rational(1, 10**k)), 30) for k in PLACES)
        if not (near.is_real and nearer.is_real):
            continue
        if abs(nearer) > max(SETTLED * abs(near), NOTHING):
            raise NotFound(not_refuted(then, at, nearer))


def not_refuted(then: Limit, at: Mapping[sp.Basic, sp.Expr], error: sp.Expr) -> str:
    """What is said of a limit with this error close to the place."""
    where = "".join(f", {s} = {v}" for s, v in at.items())
    seen = sp.N(error + then.value.xreplace(at), 6)
    bound = sp.Rational(f"{float(error**2) / 4:.1g}")
    variable = then.variable
    return (
        f"at {variable} = 10^-{PLACES[1]}{where} {sp.sstr(then.expr)} is about {seen}, not near "
        f"{then.value} (limits are written at 0 from the right: {variable} is the distance to "
        "another place, at oo the inverse); no rule refutes a limit: if it is another one, claim "
        "that, which refutes "
        f"all others, or claim what it gives near 0, le(({sp.sstr(then.expr - then.value)})**2, "
        f"{bound}) given gt({variable}) and lt({variable}, r) with constants=(r,), which may "
        "have a refutation"
    )


def places(error: sp.Expr, claim: Claim, then: Limit) -> Iterator[dict[sp.Basic, sp.Expr]]:
    """Values of the parameters, all alike, with which the hypotheses are seen to hold."""
    parameters = sorted(error.free_symbols - {then.variable}, key=str)
    for value in PARAMETERS if parameters else (0,):
        at = dict.fromkeys(parameters, sp.sympify(value))
        if all(holds(relation, at) for relation in claim.known()):
            yield at


def slopes(parameters: Collection[sp.Basic]) -> Iterator[sp.Expr]:
    """Numbers, and multiples of what grows with the square of each parameter."""
    growth = sp.Add(1, *(p**2 for p in sorted(parameters, key=str)))
    for number in SLOPES:
        yield from dict.fromkeys((sp.Integer(number), number * growth))


def fails_inside(bound: sp.Expr, claim: Claim, near: Mapping[str, Relation]) -> bool:
    """Whether an expression is seen to be negative somewhere near, where the hypotheses hold."""
    assert isinstance(claim.then, Limit)
    variable = claim.then.variable
    for place in places(bound, claim, claim.then):
        for at in ({**place, variable: sp.Rational(k, SAMPLES)} for k in range(1, SAMPLES)):
            held = all(r.expr.xreplace(at) > 0 for r in near.values())
            if held and sp.N(bound.xreplace(at), 15).is_negative:
                return True
    return False


def holds(relation: Relation, at: Mapping[sp.Symbol, sp.Expr]) -> bool:
    """Whether a relation is seen to hold at a point."""
    value = sp.sympify(sp.N(relation.expr.xreplace(at), 15))
    held = {"=": value.is_zero, ">": value.is_positive, ">=": value.is_nonnegative}
    return bool(held[relation.sign])


def neighbourhood(then: Limit) -> dict[str, Relation]:
    """That the variable is positive, below 1, and that the factors of denominators and of what a
    logarithm is taken of, where they are polynomials in it that may vanish, keep more than half
    of their size at 0."""
    found = {"positive": gt(then.variable), "small": lt(then.variable, 1)}
    for factor in dict.fromkeys(factors_above_zero(then)):
        start = factor.subs(then.variable, 0)
        if factor.free_symbols != {then.variable} or not factor.is_polynomial() or start == 0:
            continue
        positive = sp.expand(factor * sp.sign(start))
        if all(c >= 0 for c in sp.Poly(positive, then.variable).coeffs()):
            continue
        found[f"small {len(found)}"] = gt(positive)
        found[f"small {len(found)}"] = gt(positive - sp.Abs(start) / 2)
    return found


def factors_above_zero(then: Limit) -> Iterator[sp.Expr]:
    for _, source in sources_of_meaning(then.expr):
        inner = sp.numer(sp.together(source))
        whole = with_factors_apart(inner)
        yield from (inner,) if whole is None else whole.args
