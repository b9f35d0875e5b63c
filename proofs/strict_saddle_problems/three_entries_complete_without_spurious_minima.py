"""Entries (1, 1), (1, 2), (2, 1) of a 2 × 2 matrix: a stationary point is a fit or turns down.

With residuals r₁₁, r₁₂, r₂₁ and observed m₁₂, m₂₁ ≠ 0 stationarity gives r₂₁v₁ = 0, so r₂₁ is 0 or
−m₂₁, and likewise r₁₂. The minor of the Hessian at (u₂, v₁), times r₂₁², is −r₂₁²(2r₂₁ + m₂₁)²
= −m₂₁²r₂₁²: if it is not negative, r₂₁ = 0; likewise r₁₂ = 0. Then u₁v₂ = m₁₂ ≠ 0, and
r₁₁u₁ + r₂₁u₂ = 0 leaves r₁₁ = 0. (If m₁₁ = 0 no fit exists, hence no local minimum.)
"""

from sympy import Rational

from provenscape.kernel import Claim, chain, combine, eq, function, ge, gt, le, real

m11, m12, m21 = real("m_11 m_12 m_21")
factors = u1, u2, v1, v2 = real("u1 u2 v1 v2")
r11, r12, r21 = u1 * v1 - m11, u1 * v2 - m12, u2 * v1 - m21
f = function("f", factors, (r11**2 + r12**2 + r21**2) / 2)
BLOCKS = {"at u2 and v1": (u2, v1), "at u1 and v2": (u1, v2)}


def minor(first, second):
    """The principal minor of the Hessian at two of the variables."""
    return f.partial(first, first) * f.partial(second, second) - f.partial(first, second) ** 2


claim = Claim(
    id="three-entries-complete-without-spurious-minima",
    says="Where the gradient of the loss over the entries (1, 1), (1, 2) and (2, 1) of a 2 × 2 "
    "matrix of rank one vanishes and no curvature is negative, these entries are fitted, which is "
    "a global minimum, provided that those off the diagonal are not 0.",
    items={"O-29": "instance", "O-30": "instance"},
    where={(m11, m12, m21): "the observed entries"},
    given={
        **{f"along {v}": eq(f.partial(v)) for v in (u2, v1, v2)},
        **{f"no negative curvature {name}": ge(minor(*pair)) for name, pair in BLOCKS.items()},
        "upper_entry": gt(m12**2),
        "lower_entry": gt(m21**2),
    },
    then=le(f(*factors), 0),
    bridges=("principal-minors-of-order-two",),
    repairs="low-rank-completion-has-the-strict-saddle-property",
    about="the completion of a 2 × 2 matrix from three entries",
    scope="2 × 2 matrices, rank one, three of four entries observed",
)
ones = dict.fromkeys((m11, m12, m21), 1)
witness = dict.fromkeys(factors, 1) | ones
half, fifth = Rational(1, 2), Rational(6, 5)
countermodels = {
    "along u2": ones | {u1: 1, u2: half, v1: fifth, v2: 1},
    "along v1": ones | {u1: 1, u2: half, v1: 2, v2: 1},
    "along v2": ones | {u1: 1, u2: 1, v1: 1, v2: half},
    "no negative curvature at u2 and v1": ones | {u1: 1, u2: -1, v1: 0, v2: 1},
    "no negative curvature at u1 and v2": ones | {u1: 0, u2: 1, v1: 1, v2: -1},
    "upper_entry": {m11: 1, m12: 0, m21: 1, u1: 0, u2: 1, v1: 1, v2: 0},
}


def proof():
    of_r21 = combine(
        claim.lemma("r21", claim.given, le(r21**2, 0)),
        using={
            "no negative curvature at u2 and v1": r21**2,
            "along u2": 4 * u2 * r21**2 - r21 * v1 * (u1**2 + u2**2),
        },
        scale=m21**2,
    )
    of_r12 = combine(
        claim.lemma("r12", claim.given, le(r12**2, 0)),
        using={
            "no negative curvature at u1 and v2": r12**2,
            "along v2": 4 * v2 * r12**2 - r12 * u1 * (v1**2 + v2**2),
        },
        scale=m12**2,
    )
    residuals = {"r12": of_r12, "r21": of_r21}
    # m₁₂r₁₁ = v₂(r₁₁u₁ + r₂₁u₂) − r₂₁u₂v₂ − r₁₂r₁₁
    first, second = r21 * u2 * v2, r12 * r11
    residuals["r11"] = chain(
        claim.lemma("r11", claim.given, le(r11**2, 0)),
        lemmas=residuals,
        using={
            "r21": 2 * (u2 * v2) ** 2,
            "r12": 2 * r11**2,
            "along v1": -2 * m12 * r11 * v2,
        },
        squares=[(1, m12 * r11 + first + second), (1, first - second)],
        scale=m12**2,
    )
    return chain(claim, lemmas=residuals, using=dict.fromkeys(residuals, half))
