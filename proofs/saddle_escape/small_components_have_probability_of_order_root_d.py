"""P(|⟨ξ, v⟩| ≤ s) ≤ (s/r)√(2(d + 1)/π) for ξ uniform in the ball of radius r of R^d.

The density of ⟨ξ, v⟩/r is largest at 0, where it is 1/I_d, and a slab has at most its width 2s/r
times that. Since I_{d+1} ≤ I_d and I_d I_{d+1} = 2π/(d + 1)
(ball-sections-multiply-to-two-pi-over-d-plus-one), 1/I_d² ≤ (d + 1)/(2π). The order √d is right:
I_d ≤ I_{d−1} gives 1/I_d² ≥ d/(2π). To fail with probability δ at most, s = δr√(π/(2(d + 1))) will
do, and the growth that brings s to R takes log(R/s)/log(1 + ηγ) steps: half a log d, and log 1/δ.
As s tends to 0 the probability does: ξ is almost surely not orthogonal to the subspace of negative
curvature, though it almost surely does not lie in it.
"""

from sympy import Rational, pi

from provenscape.kernel import Claim, combine, eq, gt, le, real

d, section, next_section, s, r, p = real("d section next_section s r p")

claim = Claim(
    id="small-components-have-probability-of-order-root-d",
    says="A perturbation uniform in the ball of radius r of R^d has |⟨ξ, v⟩| ≤ s with probability "
    "at most (s/r)√(2(d + 1)/π), for every unit vector v; so if v has negative curvature it is "
    "almost surely not orthogonal to the escape subspace.",
    items={"N-42": "whole"},
    where={
        d: "the dimension",
        section: ("the integral of (1 − u²)^((d−1)/2) over −1 < u < 1", "I_d"),
        next_section: ("that of (1 − u²)^(d/2), which is smaller at every u", "I_{d+1}"),
        s: "a length",
        r: "the radius of the ball",
        p: (
            "the probability of a component of length s at most",
            r"P(|\langle\xi,v\rangle|\le s)",
        ),
    },
    given={
        "dimension": gt(d),
        "sections_positive": gt(section),
        "density": le((p * section * r) ** 2, (2 * s) ** 2),
        "wallis": eq(section * next_section * (d + 1), 2 * pi),
        "sections_decrease": le(next_section, section),
    },
    then=le(p**2 * pi * r**2, 2 * s**2 * (d + 1)),
    facts={"density": "coordinate-of-a-uniform-ball", "wallis": "beta-integral"},
    repairs="perturbation-lands-in-the-escape-subspace",
    about="a random perturbation and the escape subspace",
    scope="every dimension, both sides squared",
)
tenth, half = Rational(1, 10), Rational(1, 2)
witness = {d: 1, section: 2, next_section: pi / 2, s: tenth, r: 1, p: tenth}
countermodels = {
    "density": witness | {s: 0},
    "wallis": {d: 1, section: 1, next_section: 1, s: half, r: 1, p: 1},
    "sections_decrease": {d: 1, section: 1, next_section: pi, s: half, r: 1, p: 1},
}


def proof():
    weight = p**2 * r**2 / 2
    return combine(
        claim,
        using={
            "density": (d + 1) / 2,
            "sections_decrease": weight * section * (d + 1),
            "wallis": weight,
        },
    )
