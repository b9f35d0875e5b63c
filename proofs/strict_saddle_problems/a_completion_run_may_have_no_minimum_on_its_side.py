"""Entries 1, 1 and −½ of a 2 × 2 matrix of rank one: an open set of starts is cut off from every
minimum.

The entries determine the matrix ((−2, 1), (1, −½)). At a stationary point of the loss
½((u₁v₂ − 1)² + (u₂v₁ − 1)² + (u₂v₂ + ½)²) the product u₂v₂ is 0 or −½, and where it is 0 the loss
is at least 5/8, since u₁v₂ or u₂v₁ is 0 as well. So from a start with u₂v₂ > 0 and a smaller loss,
such as u = v = (2, ½) with 9/32, whatever goes down without a jump keeps u₂v₂ > 0 and meets no
stationary point: it cannot settle. (A bounded gradient flow would converge to one.)
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, ge, lt
from provenscape.models.landscapes import matrix_completion

HALF = Rational(1, 2)
loss = matrix_completion([[0, 1], [1, 1]], [[0, 1], [1, -HALF]], 1)
u1, u2, v1, v2 = loss.variables
a, b, e, p = u1 * v2, u2 * v1, u2 * v2, u1 * v1  # ab = ep
START = {u1: 2, u2: HALF, v1: 2, v2: HALF}
SLOPES = dict(zip(loss.variables, loss.gradient, strict=True))

claim = Claim(
    id="a-completion-run-may-have-no-minimum-on-its-side",
    items=["O-30"],
    says="In a completion problem whose entries determine a matrix of rank one, descent may have "
    "no local minimum to end in: on the side u₂v₂ > 0 there is no stationary point, and the way to "
    "the other side leads over losses of 5/8, above that of a start.",
    given={f"along {v}": eq(SLOPES[v]) for v in (u2, v1)},
    then=(
        eq(e * (e + HALF)),
        ge(loss.expression + e * (p - HALF - e / 2), Rational(5, 8)),
        lt(loss.expression.xreplace(START), Rational(5, 8)),
    ),
    scope="entries 1, 1 and −½ at rank one; the second inequality holds everywhere, and at "
    "u₂v₂ = 0 it is loss ≥ 5/8; a start is u = v = (2, ½). Steps long enough to jump over are not "
    "excluded",
)
witness = dict.fromkeys(loss.variables, 0)
countermodels = {
    "along u2_1": {u1: 1, u2: 1, v1: 1, v2: 1},
    "along v1_1": {u1: 1, u2: 1, v1: Rational(1, 4), v2: Rational(-3, 4)},
}


def proof():
    return conjoin(
        claim,
        [
            combine(claim.part(0), using={f"along {u2}": u2, f"along {v1}": -v1}),
            combine(claim.part(1), using={}, squares=[(HALF, a + b - 1)]),
            combine(claim.part(2), using={}, squares=[(Rational(11, 32), Rational(1))]),
        ],
    )
