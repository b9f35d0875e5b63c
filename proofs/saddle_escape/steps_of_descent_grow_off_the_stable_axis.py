"""Steps on x² − y² get tiny on the axis y = 0 alone: elsewhere each is at least 2η|y₀| long.

The squared length is 4η²(x² + y²) ≥ 4η²y², and y² never decreases.
"""

from dataclasses import replace

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, real
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle")
x, y = saddle.variables
eta, first_x, first_y = real("eta x_0 y_0")
length2 = eta**2 * sum(g**2 for g in saddle.gradient)
state = {v: v - eta * g for v, g in zip((x, y), saddle.gradient, strict=True)}

claim = Claim(
    id="steps-of-descent-grow-off-the-stable-axis",
    items=["N-07"],
    says="Gradient descent on x² − y² makes no step shorter than 2η|y₀|: steps get tiny only if y₀ "
    "= 0.",
    given={"step": gt(eta)},
    then=Invariant(ge(y**2, first_y**2), start={x: first_x, y: first_y}, update=state),
    repairs="steps-from-the-worked-start-get-tiny",
    scope="the squared length of a step is 4η²(x² + y²)",
)
witness = {eta: 1, first_x: 1, first_y: 1, x: 1, y: 1}
countermodels = {"step": {eta: Rational(-1, 4), first_x: 0, first_y: 1}}


def proof():
    bound = claim.then
    base = combine(replace(claim, then=bound.relation.subs(bound.start)), using={})
    given = {**claim.given, "the invariant": bound.relation}
    step = combine(
        replace(claim, given=given, then=bound.relation.subs(bound.update)),
        using={"the invariant": 1, "step": 4 * (1 + eta) * y**2},
    )
    return induct(claim, base, step)
