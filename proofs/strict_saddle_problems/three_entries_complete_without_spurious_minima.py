"""Three entries of the 2 × 2 matrix of ones: every stationary point is a fit or a strict saddle.

With residuals r₁₁, r₁₂, r₂₁ stationarity gives r₂₁v₁ = 0, r₁₂u₁ = 0 and r₁₁u₁v₁ = 0, so each
residual is 0 or −1. The minor of the Hessian at (u₂, v₁), times r₂₁², is −r₂₁²(2r₂₁ + 1)² = −r₂₁²:
if it is not negative, r₂₁ = 0; likewise r₁₂; then u₂v₁ = u₁v₂ = 1, so u₁v₁ ≠ 0 and r₁₁ = 0.
"""

from sympy import Rational

from provenscape.kernel import Claim, chain, combine, eq, ge, le
from provenscape.models.landscapes import matrix_completion

loss = matrix_completion([[1, 1], [1, 0]], [[1, 1], [1, 1]], 1)
f = loss.f
u1, u2, v1, v2 = loss.variables
r11, r12, r21 = u1 * v1 - 1, u1 * v2 - 1, u2 * v1 - 1
BLOCKS = {"at u2 and v1": (u2, v1), "at u1 and v2": (u1, v2)}


def minor(first, second):
    """The principal minor of the Hessian at two of the variables."""
    return f.partial(first, first) * f.partial(second, second) - f.partial(first, second) ** 2


claim = Claim(
    id="three-entries-complete-without-spurious-minima",
    says="Completion of a 2 × 2 matrix of rank one from three entries has the strict saddle "
    "property up to its symmetry: where the gradient vanishes and no curvature is negative, the "
    "entries are fitted, which is a global minimum.",
    items={"O-29": "instance", "O-30": "instance"},
    given={
        **{f"along {v}": eq(f.partial(v)) for v in (u2, v1, v2)},
        **{f"no negative curvature {name}": ge(minor(*pair)) for name, pair in BLOCKS.items()},
    },
    then=le(f(*loss.variables), 0),
    bridges=("principal-minors-of-order-two",),
    repairs="low-rank-completion-has-the-strict-saddle-property",
    scope="the matrix of ones, with three of its four entries observed",
)
witness = dict.fromkeys(loss.variables, 1)
half, fifth = Rational(1, 2), Rational(6, 5)
countermodels = {
    "along u2_1": {u1: 1, u2: half, v1: fifth, v2: 1},
    "along v1_1": {u1: 1, u2: half, v1: 2, v2: 1},
    "along v2_1": {u1: 1, u2: 1, v1: 1, v2: half},
    "no negative curvature at u2 and v1": {u1: 1, u2: -1, v1: 0, v2: 1},
    "no negative curvature at u1 and v2": {u1: 0, u2: 1, v1: 1, v2: -1},
}


def proof():
    of_r21 = combine(
        claim.lemma("r21", claim.given, le(r21**2, 0)),
        using={
            "no negative curvature at u2 and v1": r21**2,
            "along u2_1": 4 * u2 * r21**2 - r21 * v1 * (u1**2 + u2**2),
        },
    )
    of_r12 = combine(
        claim.lemma("r12", claim.given, le(r12**2, 0)),
        using={
            "no negative curvature at u1 and v2": r12**2,
            "along v2_1": 4 * v2 * r12**2 - r12 * u1 * (v1**2 + v2**2),
        },
    )
    residuals = {"r12": of_r12, "r21": of_r21}
    of_r11 = chain(
        claim.lemma("r11", claim.given, le(r11**2, 0)),
        lemmas=residuals,
        using={
            "r12": r11**2,
            "r21": r11**2 * (1 + r12) ** 2,
            "along v2_1": r11**2 * v2 * (1 + r21**2),
            "along u2_1": r11**2 * (1 + r12) * u2 + r11 * v2 * u2**2,
            "along v1_1": -r11 * u2 * v2 * v1,
        },
    )
    residuals["r11"] = of_r11
    return chain(claim, lemmas=residuals, using=dict.fromkeys(residuals, half))
