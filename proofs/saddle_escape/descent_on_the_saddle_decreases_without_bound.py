"""Off the x axis descent with η ≤ 1 brings x² − y² to x₀² − y₀²(1 + 4η)^t or below.

x² never grows and y² is multiplied by (1 + 2η)² ≥ 1 + 4η at each step.
"""

from dataclasses import replace

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, conjoin, ge, gt, induct, le, real
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle")
x, y = saddle.variables
eta, P, first_x, first_y = real("eta P x_0 y_0")
next_x, next_y = (v - eta * g for v, g in zip((x, y), saddle.gradient, strict=True))

claim = Claim(
    id="descent-on-the-saddle-decreases-without-bound",
    items=["N-78"],
    says="After t steps of gradient descent on x² − y² the value is at most x₀² − y₀²(1 + 4η)^t, "
    "which tends to −∞ if y₀ ≠ 0.",
    given={"step": gt(eta), "not_too_long": le(eta, 1)},
    then=(
        Invariant(le(x**2, first_x**2), start={x: first_x}, update={x: next_x}),
        Invariant(
            ge(y**2, first_y**2 * P),
            start={y: first_y, P: 1},
            update={y: next_y, P: (1 + 4 * eta) * P},
        ),
    ),
    scope="P = (1 + 4η)^t; the value x² − y² is bounded through its two terms",
)
witness = {eta: Rational(1, 4), first_x: 1, first_y: 1, x: 1, y: 1, P: 1}
countermodels = {
    "step": witness | {eta: -1},
    "not_too_long": witness | {eta: 2},
}


def proof():
    shrink = by_induction(0, {"law": 1, "not_too_long": 4 * eta * x**2})
    grow = by_induction(1, {"law": 1 + 4 * eta}, [(4, eta * y)])
    return conjoin(claim, [shrink, grow])


def by_induction(index, using, squares=()):
    part = claim.part(index)
    bound = part.then
    base = combine(replace(part, then=bound.relation.subs(bound.start)), using={})
    given = {**part.given, "law": bound.relation}
    step = combine(
        replace(part, given=given, then=bound.relation.subs(bound.update)),
        using=using,
        squares=squares,
    )
    return induct(part, base, step)
