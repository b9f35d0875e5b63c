"""Along curvature −γ a proximal step with ηγ < 1 multiplies by 1/(1 − ηγ), at least 1 + ηγ.

z minimises f + |z − y|²/(2η), which is strictly convex for η < 1/γ: z + ηf'(z) = y. So a quadratic
saddle repels the proximal point method more than gradient descent, and only the starts on its
stable subspace end there; that it avoids strict saddles of smooth f from almost every start is
the theorem of Lee et al. (2019) that random-starts-settle-at-strict-minima uses. From ηγ = 1 on the
function that a step minimises has no minimum off y = 0.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, lt, real

eta, gamma, y, z = real("eta gamma y z")
f = function("f", (y,), -gamma * y**2 / 2)
s = eta * gamma

claim = Claim(
    id="proximal-steps-escape-faster-than-descent",
    says="Along curvature −γ a proximal step z of length η with 0 ≤ ηγ < 1, z + ηf'(z) = y, has "
    "(1 − ηγ)z = y and |z| ≥ |y − ηf'(y)| = (1 + ηγ)|y|: the proximal point method leaves a "
    "quadratic saddle along that direction at least as fast as gradient descent.",
    items={},
    where={
        eta: "the step length",
        gamma: "minus the curvature of f",
        z: "the point after the proximal step",
    },
    given={
        "curvature": ge(s),
        "short_step": lt(s, 1),
        "proximal": eq(z + eta * f.partial(y, at=(z,)), y),
    },
    then=(
        eq((1 - s) * z, y),
        ge(z**2, (y - eta * f.partial(y)) ** 2),
        eq((y - eta * f.partial(y)) ** 2, (1 + s) ** 2 * y**2),
    ),
    scope="on a quadratic function of any number of variables y is v'x for one v with Hv = −γv",
)
half = Rational(1, 2)
witness = {eta: 1, gamma: half, y: 1, z: 2}
countermodels = {
    "short_step": {eta: 1, gamma: 3, y: 2, z: -1},
    "proximal": witness | {z: 1},
}


def proof():
    place = combine(claim.part(0), using={"proximal": 1})
    # y = (1 − s)z + (y − (1 − s)z), and 1 − (1 − s²)² = s²(1 − s²) + s²
    farther = combine(
        claim.part(1),
        using={
            "proximal": (1 + s) ** 2 * (y + (1 - s) * z),
            "short_step": s**2 * (1 + s) * z**2,
        },
        squares=[(1, s * z)],
    )
    return conjoin(claim, [place, farther, combine(claim.part(2), using={})])
