"""Entries 1, 1 and −½ of a 2 × 2 matrix of rank one: a start that is cut off from every minimum.

The entries determine the matrix ((−2, 1), (1, −½)). At a stationary point of the loss
½((u₁v₂ − 1)² + (u₂v₁ − 1)² + (u₂v₂ + ½)²) the product u₂v₂ is 0 or −½, and where u₂ or v₂ is 0 the
loss is at least 5/8. So from a start with u₂v₂ > 0 and a smaller loss, such as u = v = (2, ½),
whatever goes down without a jump keeps u₂v₂ > 0 and meets no stationary point: it cannot settle.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, ge, lt
from provenscape.models.landscapes import matrix_completion

half, pass_height = Rational(1, 2), Rational(5, 8)
loss = matrix_completion([[0, 1], [1, 1]], [[0, 1], [1, -half]], 1)
f = loss.f
u1, u2, v1, v2 = loss.variables

claim = Claim(
    id="a-completion-run-may-have-no-minimum-on-its-side",
    says="In a completion problem whose entries determine a matrix of rank one, descent may have "
    "no local minimum to end in: on the side u₂v₂ > 0 there is no stationary point, and the way to "
    "the other side leads over losses of 5/8 at least, above that of a start.",
    items={"O-30": "instance"},
    given={"flat along u2": eq(f.partial(u2)), "flat along v1": eq(f.partial(v1))},
    then=(
        eq(u2 * v2 * (u2 * v2 + half)),
        ge(f(u1, 0, v1, v2), pass_height),
        ge(f(u1, u2, v1, 0), pass_height),
        lt(f(2, half, 2, half), pass_height),
    ),
    bridges=("intermediate-value-theorem", "first-order-necessary-condition"),
    scope="entries 1, 1 and −½ at rank one; paths without jumps",
)
witness = dict.fromkeys(loss.variables, 0)
countermodels = {
    "flat along u2": {u1: 1, u2: 1, v1: 1, v2: 1},
    "flat along v1": {u1: 1, u2: 1, v1: Rational(1, 4), v2: Rational(-3, 4)},
}


def proof():
    return conjoin(
        claim,
        [
            combine(claim.part(0), using={"flat along u2": u2, "flat along v1": -v1}),
            combine(claim.part(1), using={}, squares=[(half, u1 * v2 - 1)]),
            combine(claim.part(2), using={}, squares=[(half, u2 * v1 - 1)]),
            combine(claim.part(3), using={}, squares=[(Rational(11, 32), Rational(1))]),
        ],
    )
