"""On x² − y² the squares after t steps are x₀²(1 − 2η)^(2t) and y₀²(1 + 2η)^(2t).

So with 0 < η < 1 x decays to 0 from every start, and y grows exponentially unless y₀ = 0, in which
case it stays 0: the starts that reach the saddle form the x axis, a set of measure zero.
"""

from dataclasses import replace

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, conjoin, eq, induct, real
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle")
x, y = saddle.variables
eta, P, Q, first_x, first_y = real("eta P Q x_0 y_0")


def law(coordinate, start, slope, power, factor):
    return Invariant(
        eq(coordinate, start * power),
        start={coordinate: start, power: 1},
        update={coordinate: coordinate - eta * slope, power: factor * power},
    )


claim = Claim(
    id="descent-shrinks-x-and-leaves-along-y",
    items=["N-74", "N-08", "O-34", "E-15", "E-37", "E-42", "L-31"],
    says="t steps of gradient descent on x² − y² multiply x by (1 − 2η)^t and y by (1 + 2η)^t: a "
    "start or a perturbation with y ≠ 0 leaves exponentially fast, one with y = 0 goes to the "
    "saddle.",
    given={},
    then=(
        law(x, first_x, saddle.gradient[0], Q, 1 - 2 * eta),
        law(y, first_y, saddle.gradient[1], P, 1 + 2 * eta),
    ),
    scope="every start and step length; P = (1 + 2η)^t grows for η > 0, Q = (1 − 2η)^t tends to 0 "
    "for 0 < η < 1 and oscillates without bound for η > 1",
)
witness = {eta: Rational(1, 4), first_x: 2, first_y: 3, x: 2, y: 3, P: 1, Q: 1}


def proof():
    return conjoin(claim, [by_induction(0, 1 - 2 * eta), by_induction(1, 1 + 2 * eta)])


def by_induction(index, factor):
    part = claim.part(index)
    bound = part.then
    base = combine(replace(part, then=bound.relation.subs(bound.start)), using={})
    step = combine(
        replace(part, given={"law": bound.relation}, then=bound.relation.subs(bound.update)),
        using={"law": factor},
    )
    return induct(part, base, step)
