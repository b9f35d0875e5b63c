"""From (0.05, 1.8) descent on x² − y² is at (0.05(1 − 2η)^t, 1.8(1 + 2η)^t) after t steps.

So y runs away geometrically for every step length η > 0, and x alone tends to 0 (for η < 1).
"""

from dataclasses import replace

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, conjoin, eq, induct, real
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle")
x, y = saddle.variables
eta, P, Q = real("eta P Q")  # the step length, (1 + 2η)^t and (1 − 2η)^t


def law(coordinate, start, slope, power, factor):
    return Invariant(
        eq(coordinate, start * power),
        start={coordinate: start, power: 1},
        update={coordinate: coordinate - eta * slope, power: factor * power},
    )


claim = Claim(
    id="descent-runs-away-from-the-worked-start",
    items=["N-06", "N-74", "N-76"],
    says="From (0.05, 1.8) t steps of gradient descent on x² − y² multiply y by (1 + 2η)^t, which "
    "grows without bound, and x by (1 − 2η)^t.",
    given={},
    then=(
        law(x, Rational(1, 20), saddle.gradient[0], Q, 1 - 2 * eta),
        law(y, Rational(9, 5), saddle.gradient[1], P, 1 + 2 * eta),
    ),
    repairs="descent-reaches-the-saddle-from-the-worked-start",
    scope="P = (1 + 2η)^t and Q = (1 − 2η)^t; x tends to 0 for 0 < η < 1",
)
witness = {eta: Rational(1, 4), x: Rational(1, 20), y: Rational(9, 5), P: 1, Q: 1}


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
