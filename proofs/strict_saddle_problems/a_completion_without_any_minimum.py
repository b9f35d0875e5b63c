"""Entries 1, 1 and 0 of a 2 × 2 matrix, fitted at rank one: each stationary point turns down.

Where the gradient vanishes, u₂v₂ = 0 and u₁v₂, u₂v₁ are 0 or 1, not both 1. The minors of the
Hessian at (u₁, v₂) and at (u₂, v₁) then add up to at most −1, so that one is negative and with it
the curvature along some direction. The loss is 0 nowhere, since (u₁v₂)(u₂v₁) = (u₂v₂)(u₁v₁).
"""

from sympy import Integer, Rational

from provenscape.kernel import Claim, combine, conjoin, eq, gt, le
from provenscape.models.landscapes import matrix_completion

loss = matrix_completion([[0, 1], [1, 1]], [[0, 1], [1, 0]], 1)
f = loss.f
u1, u2, v1, v2 = loss.variables
a, b, e, p = u1 * v2, u2 * v1, u2 * v2, u1 * v1


def minor(first, second):
    """The principal minor of the Hessian at two of the variables."""
    return f.partial(first, first) * f.partial(second, second) - f.partial(first, second) ** 2


claim = Claim(
    id="a-completion-without-any-minimum",
    says="A completion problem can have strict saddles for its only stationary points, so that it "
    "has no local minimum in which an escape could end.",
    items={"O-30": "instance"},
    given={f"flat along {v}": eq(f.partial(v)) for v in (u1, u2, v1)},
    then=(le(minor(u1, v2) + minor(u2, v1), -1), gt(f(*loss.variables))),
    bridges=("principal-minors-of-order-two", "second-order-necessary-condition"),
    scope="three observed entries that no matrix of rank one has, as noise makes them",
)
witness = dict.fromkeys(loss.variables, 0)
half = Rational(1, 2)
countermodels = {
    "flat along u1_1": {u1: 1, u2: 0, v1: 0, v2: half},
    "flat along u2_1": {u1: 1, u2: 1, v1: 1, v2: 1},
    "flat along v1_1": {u1: 1, u2: half, v1: 1, v2: 1},
}


def proof():
    curved = combine(
        claim.part(0),
        using={
            "flat along u1_1": 2 * u1 + 2 * p * u2**2 * v1,
            "flat along u2_1": -2 * u2 - 2 * p**2 * u2,
            "flat along v1_1": 4 * v1 + 2 * p * (p * v1 + v2),
        },
        squares=[(1, 1 - a - b)],
    )
    weights, gaps = (1, a, p), (1 - a, 1 - b, e)  # (1 − a) + a(1 − b) + pe = 1
    crossed = [
        (1, weights[i] * gaps[j] - weights[j] * gaps[i]) for i, j in ((0, 1), (0, 2), (1, 2))
    ]
    positive = combine(
        claim.part(1), using={}, squares=[*crossed, (1, Integer(1))], scale=2 * (1 + a**2 + p**2)
    )
    return conjoin(claim, [curved, positive])
