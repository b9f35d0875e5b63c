"""Entries 1, 1 and 0 of a 2 × 2 matrix, fitted at rank one: every stationary point is a strict
saddle.

Where the gradient vanishes, u₂v₂ = 0 and u₁v₂, u₂v₁ are 0 or 1, not both 1. The minors of the
Hessian at (u₁, v₂) and at (u₂, v₁) then add up to at most −1, so that one is negative. The loss is
0 nowhere, since (u₁v₂)(u₂v₁) = (u₂v₂)(u₁v₁).
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, gt, le
from provenscape.models.landscapes import matrix_completion

loss = matrix_completion([[0, 1], [1, 1]], [[0, 1], [1, 0]], 1)
u1, u2, v1, v2 = loss.variables
a, b, e, p = u1 * v2, u2 * v1, u2 * v2, u1 * v1
first, second = (loss.hessian.extract(block, block).det() for block in ([0, 3], [1, 2]))
SLOPES = list(zip(loss.variables, loss.gradient, strict=True))[:3]  # that along v2 is not needed

claim = Claim(
    id="a-completion-without-any-minimum",
    items=["O-30"],
    says="A completion problem can have strict saddles for its only stationary points, and with no "
    "local minimum an escape has nowhere to end.",
    given={f"along {v}": eq(slope) for v, slope in SLOPES},
    then=(le(first + second, -1), gt(loss.expression)),
    scope="three observed entries that no matrix of rank one has, as noise makes them; one of two "
    "principal minors of order two is negative, hence an eigenvalue",
)
witness = dict.fromkeys(loss.variables, 0)
half = Rational(1, 2)
countermodels = {
    "along u1_1": {u1: 1, u2: 0, v1: 0, v2: half},
    "along u2_1": {u1: 1, u2: 1, v1: 1, v2: 1},
    "along v1_1": {u1: 1, u2: half, v1: 1, v2: 1},
}


def proof():
    curved = combine(
        claim.part(0),
        using={
            "along u1_1": 2 * u1 + 2 * p * u2**2 * v1,
            "along u2_1": -2 * u2 - 2 * p**2 * u2,
            "along v1_1": 4 * v1 + 2 * p * (p * v1 + v2),
        },
        squares=[(1, 1 - a - b)],
    )
    weights, gaps = (1, a, p), (1 - a, 1 - b, e)  # (1 − a) + a(1 − b) + pe = 1
    crossed = [
        (1, weights[i] * gaps[j] - weights[j] * gaps[i]) for i, j in ((0, 1), (0, 2), (1, 2))
    ]
    positive = combine(
        claim.part(1), using={}, squares=[*crossed, (1, Rational(1))], scale=2 * (1 + a**2 + p**2)
    )
    return conjoin(claim, [curved, positive])
