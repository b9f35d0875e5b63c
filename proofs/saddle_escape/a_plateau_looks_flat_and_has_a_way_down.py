"""Within δ < γ/ρ of a strict saddle |f − f*| ≤ Lδ²/2, yet from every point a move goes down.

f* is the value at the saddle and −γ its smallest eigenvalue, with eigenvector u of length 1. At a
point within δ of it the curvature along u is at most −γ + ρδ if the Hessian is ρ-Lipschitz, and one
of u and −u does not go up the slope there: along it f(z + su) − f(z) ≤ −(γ − ρδ)s²/2 + ρs³/6,
which is negative for ρ(δ + s/3) < γ. On x² − y², where L = γ = 2 and ρ = 0, this holds at every
distance.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, ge, gt, le, lt, real

value, dist2, L, delta = real("value dist2 L delta")
rise, slope, gamma, rho, s = real("rise slope gamma rho s")

claim = Claim(
    id="a-plateau-looks-flat-and-has-a-way-down",
    says="Within δ < γ/ρ of a strict saddle of an L-smooth function with a ρ-Lipschitz Hessian, −γ "
    "its least eigenvalue there, the value differs by at most Lδ²/2 from that of the saddle, and "
    "from every such point there is a direction in which it decreases.",
    items={"L-27": "whole"},
    where={
        value: ("the value at a point z, less that at the saddle", "f(z)-f^*"),
        dist2: ("the squared distance of z from the saddle", r"\|z-x^*\|^2"),
        L: "a Lipschitz constant of the gradient",
        delta: "a bound on that distance",
        rise: ("how much f rises from z to z + su", "f(z+su)-f(z)"),
        slope: (
            "the slope along u, a unit eigenvector of the saddle's smallest eigenvalue, of the "
            "sign that does not go up",
            r"\langle\nabla f(z),u\rangle",
        ),
        gamma: "minus the smallest eigenvalue at the saddle",
        rho: "a Lipschitz constant of the Hessian",
        s: "the distance gone along u",
    },
    given={
        "smooth": ge(L),
        "flat_above": le(value, L * dist2 / 2),
        "flat_below": ge(value, -L * dist2 / 2),
        "near": le(dist2, delta**2),
        "not_upwards": le(slope, 0),
        "moved": gt(s),
        "taylor": le(rise, s * slope - (gamma - rho * delta) * s**2 / 2 + rho * s**3 / 6),
        "strict": gt(gamma, rho * (delta + s / 3)),
    },
    then=(le(value, L * delta**2 / 2), ge(value, -L * delta**2 / 2), lt(rise, 0)),
    facts={
        "flat_above": "quadratic-upper-bound",
        "flat_below": "quadratic-lower-bound",
        "taylor": "taylor-with-lipschitz-hessian",
    },
    scope="every dimension",
)
witness = {value: 0, dist2: 0, L: 1, delta: 1, slope: 0, s: 1, gamma: 2, rho: 1}
witness[rise] = Rational(-1, 3)
countermodels = {
    "flat_above": witness | {value: 1},
    "flat_below": witness | {value: -1},
    "near": witness | {dist2: 4, value: 2},
    "not_upwards": witness | {slope: 1, rise: 0},
    "moved": witness | {s: 0, rise: 0},
    "taylor": witness | {rise: 0},
    "strict": witness | {gamma: 0, rise: 0},
}


def proof():
    above = combine(claim.part(0), using={"flat_above": 1, "near": L / 2})
    below = combine(claim.part(1), using={"flat_below": 1, "near": L / 2})
    down = combine(claim.part(2), using={"taylor": 1, "not_upwards": s, "strict": s**2 / 2})
    return conjoin(claim, [above, below, down])
