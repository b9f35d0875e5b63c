"""On a quadratic, descent shrinks the parts along λ > 0, keeps those with λ = 0, enlarges λ < 0.

In coordinates along eigenvectors of H a step on ½v'Hv multiplies c by 1 − ηλ. With 0 < η < 2/λ_max
the runs that converge to the origin are: all of them, if H ≻ 0; those with no part along the
eigenvectors of negative eigenvalues, a null set, at a saddle; none but the resting one, if H ≺ 0.
So a random start does tell the kinds apart. For smooth f in general this is the theorem that
descent avoids strict saddles (Lee et al. 2016), from which random-starts-settle-at-strict-minima
follows. What holds of the sentence is that a run may stand still at any kind (claim
gradient-descent-stays-at-a-stationary-point).
"""

from provenscape.kernel import Claim, combine, conjoin, eq, function, gt, lt, real

c, k, eta, m, n = real("c k eta m n")
f = function("f", (c,), k * c**2 / 2)


def step(curvature):
    """The coordinate after a step on the quadratic of this curvature."""
    slope = f.partial(c).subs(k, curvature)
    return c - eta * slope


up, down, flat = step(m), step(-n), step(0)

claim = Claim(
    id="short-steps-treat-the-signs-of-eigenvalues-apart",
    says="A step 0 < η < 2/m of gradient descent on a quadratic strictly shrinks every nonzero "
    "coordinate along an eigenvector of eigenvalue m > 0, strictly enlarges it for an eigenvalue "
    "−n < 0, and keeps it for 0.",
    items={"O-20": "part does-not-discriminate-among-the-four"},
    where={
        c: "the coordinate along an eigenvector",
        eta: "the step length",
        m: "a positive eigenvalue",
        n: "minus a negative eigenvalue",
    },
    given={
        "displaced": gt(c**2),
        "step": gt(eta),
        "positive": gt(m),
        "short_step": lt(eta * m, 2),
        "negative": gt(n),
    },
    then=(lt(up**2, c**2), gt(down**2, c**2), eq(flat, c)),
    bridges=("spectral-theorem",),
    repairs="descent-treats-a-saddle-as-it-does-a-minimum",
    about="gradient descent near stationary points of the four kinds",
    scope="quadratics in every dimension, coordinate by coordinate along orthonormal eigenvectors",
)
witness = {c: 1, eta: 1, m: 1, n: 1}
countermodels = {
    "displaced": witness | {c: 0},
    "step": witness | {eta: -1},
    "positive": witness | {m: -1},
    "short_step": witness | {m: 3},
    "negative": witness | {n: -1},
}


def proof():
    shrinks = combine(claim.part(0), using={"displaced": eta * m * (2 - eta * m)})
    grows = combine(claim.part(1), using={"displaced": eta * n * (2 + eta * n)})
    return conjoin(claim, [shrinks, grows, combine(claim.part(2), using={})])
