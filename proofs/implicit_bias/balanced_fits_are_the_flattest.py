"""λ_max = |u|² + |v|² at the fits ⟨u, v⟩ = c, and λ_max² ≥ (|u|² − |v|²)² + 4c²: least if balanced.

The Hessian of (⟨u, v⟩ − c)²/2 at a fit is the square of the gradient (v, u) of ⟨u, v⟩: of rank one,
with λ_max = |u|² + |v|². With one unit the bound is an equation, with several it is one where u and
v are parallel. So the imbalance, which the flow conserves, bounds from below how sharp the fit is
that it leads to.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, le, real

A, B, K, c, t, D, n = real("A B K c t d n")
phi = function("phi", (t,), (K + t * D + t**2 * n - c) ** 2 / 2)

claim = Claim(
    id="balanced-fits-are-the-flattest",
    says="At the fits of a linear network of two layers and any width the curvature is D² along a "
    "direction with slope D, at most |u|² + |v|² for unit directions, and (|u|² + |v|²)² ≥ (|u|² − "
    "|v|²)² + 4c²: the flattest have |u| = |v|.",
    items={"O-10": "instance", "N-69": "instance"},
    where={
        A: ("the squared length of the first layer's weights", "|u|^2"),
        B: ("the squared length of the second layer's weights", "|v|^2"),
        K: (r"their inner product, which is the network", r"\langle u, v\rangle"),
        c: "the target",
        t: "how far the weights are moved along a unit direction (p, q)",
        D: (r"the slope of the network along it", r"\langle p, v\rangle + \langle q, u\rangle"),
        n: (r"its second-order term", r"\langle p, q\rangle"),
    },
    given={
        "fit": eq(K, c),
        "unit": le(D**2, A + B),
        "cauchy_schwarz": le(K**2, A * B),
    },
    then=(
        eq(phi.partial(t, t, at=(0,)), D**2),
        le(phi.partial(t, t, at=(0,)), A + B),
        ge((A + B) ** 2, (A - B) ** 2 + 4 * c**2),
    ),
    about="the fits of a linear network of two layers, flat and sharp",
    scope="one input, one output",
)
witness = {A: 1, B: 1, K: 1, c: 1, t: 0, D: 1, n: 1}
countermodels = {"fit": witness | {c: 2, n: 1}}


def proof():
    curvature = {"fit": 2 * n}
    return conjoin(
        claim,
        [
            combine(claim.part(0), using=curvature),
            combine(claim.part(1), using={"fit": -2 * n, "unit": 1}),
            combine(claim.part(2), using={"cauchy_schwarz": 4, "fit": 4 * (K + c)}),
        ],
    )
