"""A perturbation has a component longer than s in the escape subspace, but for a chance Ks.

So it is almost surely not orthogonal to that subspace, though it almost surely does not lie in it;
and that component is what descent amplifies. With p = P(|⟨ξ, v⟩| ≤ s) the bound p ≤ Ks is that of
small-components-have-probability-of-order-root-d, and P(|⟨ξ, v⟩| > s) = 1 − p.
"""

from sympy import Rational, pi

from provenscape.kernel import Claim, combine, eq, ge, gt, le, real

d, section, next_section, s, r, K = real("d section next_section s r K")
p, q = real("p q")

claim = Claim(
    id="perturbation-is-not-orthogonal-to-the-escape-subspace",
    says="A perturbation uniform in the ball of radius r has a component longer than s along the "
    "escape direction with probability at least 1 − Ks, K = √(2(d + 1)/π)/r; so it is almost "
    "surely not orthogonal to the escape subspace.",
    items={"N-42": "whole"},
    where={
        d: "the dimension",
        section: (
            "the integral of (1 − u²)^((d−1)/2) over −1 < u < 1",
            "I_d",
        ),
        next_section: ("that of (1 − u²)^(d/2), which is smaller at every u", "I_{d+1}"),
        s: "a positive length",
        r: "the radius of the ball",
        K: "the constant √(2(d + 1)/π)/r",
        p: (
            "the probability of a component of length s at most",
            r"P(|\langle\xi,v\rangle|\le s)",
        ),
        q: ("the probability of a longer one", r"P(|\langle\xi,v\rangle|>s)"),
    },
    given={
        "dimension": gt(d),
        "length": gt(s),
        "radius": gt(r),
        "constant": eq(K**2 * pi * r**2, 2 * (d + 1)),
        "constant_is_positive": gt(K),
        "sections_positive": gt(section),
        "sections_decrease": le(next_section, section),
        "wallis": eq(section * next_section * (d + 1), 2 * pi),
        "slab": le((p * section * r) ** 2, (2 * s) ** 2),
        "probability": ge(p),
        "total": eq(p + q, 1),
    },
    then=ge(q, 1 - K * s),
    facts={"slab": "coordinate-of-a-uniform-ball", "wallis": "beta-integral"},
    repairs="perturbation-lands-in-the-escape-subspace",
    scope="every dimension, one direction of negative curvature",
)
witness = {d: pi / 2 - 1, section: 2, next_section: 2, s: 1, r: 1, K: 1, p: 0, q: 1}
countermodels = {
    "length": witness | {s: -1},
    "constant": witness | {K: Rational(1, 4), p: 1, q: 0},
    "constant_is_positive": witness | {K: -1},
    "sections_positive": witness | {section: -1, next_section: -4, p: 2, q: -1},
    "slab": witness | {p: 3, q: -2},
    "total": witness | {q: -1},
    "sections_decrease": witness | {section: 1, next_section: 4, p: 2, q: -1},
    "wallis": witness | {section: 1, next_section: 1, p: 2, q: -1},
}


def proof():
    weight = p**2 * r**2 / 2
    reach = K * s + p  # (Ks − p)(Ks + p) = K²s² − p²
    return combine(
        claim,
        using={
            "slab": (d + 1) / 2,
            "sections_decrease": weight * section * (d + 1),
            "wallis": weight,
            "constant": s**2,
            "total": pi * r**2 * reach,
        },
        scale=pi * r**2 * reach,
    )
