"""Three entries of the 2 × 2 matrix of ones: every stationary point is a fit or a strict saddle.

With residuals r₁₁, r₁₂, r₂₁ stationarity gives r₂₁v₁ = 0, r₁₂u₁ = 0 and r₁₁u₁v₁ = 0, so each
residual is 0 or −1. The minor of the Hessian at (u₂, v₁), times r₂₁², is −r₂₁²(2r₂₁ + 1)² = −r₂₁²:
if it is not negative, r₂₁ = 0; likewise r₁₂; then u₂v₁ = u₁v₂ = 1, so u₁v₁ ≠ 0 and r₁₁ = 0.
"""

from sympy import Rational

from provenscape.kernel import Claim, chain, combine, conjoin, eq, ge
from provenscape.models.landscapes import matrix_completion

loss = matrix_completion([[1, 1], [1, 0]], [[1, 1], [1, 1]], 1)
u1, u2, v1, v2 = loss.variables
r11, r12, r21 = u1 * v1 - 1, u1 * v2 - 1, u2 * v1 - 1
hessian = loss.hessian
SLOPES = list(zip(loss.variables, loss.gradient, strict=True))[1:]  # that along u1 is not needed
BLOCKS = {"at u2, v1": [1, 2], "at u1, v2": [0, 3]}

claim = Claim(
    id="three-entries-complete-without-spurious-minima",
    items=["O-29", "O-30"],
    says="Completion of a 2 × 2 matrix of rank one from three entries has the strict saddle "
    "property in the sense of the notes: where the gradient vanishes and no curvature is negative, "
    "the entries are fitted, which is a global minimum though not an isolated one.",
    given={
        **{f"along {v}": eq(g) for v, g in SLOPES},
        **{
            f"no negative curvature {name}": ge(hessian.extract(block, block).det())
            for name, block in BLOCKS.items()
        },
    },
    then=(ge(-(r21**2)), ge(-(r12**2)), ge(-(r11**2))),
    repairs="low-rank-completion-has-the-strict-saddle-property",
    scope="the matrix of ones (rescaling the factors leads from other matrices of rank one to it, "
    "but puts weights on the entries, which is not checked); for random entries of large "
    "incoherent matrices, with a regulariser, see Ge, Lee & Ma (2016)",
)
witness = dict.fromkeys(loss.variables, 1)
half, fifth = Rational(1, 2), Rational(6, 5)
countermodels = {
    "along u2_1": {u1: 1, u2: half, v1: fifth, v2: 1},
    "along v1_1": {u1: 1, u2: half, v1: 2, v2: 1},
    "along v2_1": {u1: 1, u2: 1, v1: 1, v2: half},
    "no negative curvature at u2, v1": {u1: 1, u2: -1, v1: 0, v2: 1},
    "no negative curvature at u1, v2": {u1: 0, u2: 1, v1: 1, v2: -1},
}


def proof():
    of_r21 = combine(
        claim.part(0),
        using={
            "no negative curvature at u2, v1": r21**2,
            "along u2_1": 4 * u2 * r21**2 - r21 * v1 * (u1**2 + u2**2),
        },
    )
    of_r12 = combine(
        claim.part(1),
        using={
            "no negative curvature at u1, v2": r12**2,
            "along v2_1": 4 * v2 * r12**2 - r12 * u1 * (v1**2 + v2**2),
        },
    )
    of_r11 = chain(
        claim.part(2),
        lemmas={"r12": of_r12, "r21": of_r21},
        using={
            "r12": r11**2,
            "r21": r11**2 * (1 + r12) ** 2,
            "along v2_1": r11**2 * v2 * (1 + r21**2),
            "along u2_1": r11**2 * (1 + r12) * u2 + r11 * v2 * u2**2,
            "along v1_1": -r11 * u2 * v2 * v1,
        },
    )
    return conjoin(claim, [of_r21, of_r12, of_r11])
