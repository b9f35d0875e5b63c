"""For η < 1/L the map x − η∇f(x) keeps two points at least (1 − ηL) times their distance apart.

So no set of positive measure is taken to one point, and the starts that reach a strict saddle in
finitely many steps are a null set if those next to it are; the rest is the Stable Manifold Theorem
(Lee et al. 2016; for saddles that are not isolated Panageas & Piliouras 2017; for other first-order
methods Lee et al. 2019). With d and c the differences of the points and of the gradients,
|d − ηc|² − (1 − ηL)²d² = (1 − ηL)η(L²d² − c²)/L + (η/L)|Ld − c|².
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, ge, gt, le, real

half = Rational(1, 2)
L, eta, distance2, change2, inner = real("L eta D2 C2 inner")

claim = Claim(
    id="descent-map-is-injective-for-short-steps",
    says="If ∇f is L-Lipschitz and 0 ≤ η < 1/L, gradient descent maps distinct points to distinct "
    "points, at least (1 − ηL) times as far apart.",
    items={"E-47": "instance"},
    where={
        L: "a Lipschitz constant of the gradient",
        eta: "the step length",
        distance2: ("the squared distance of two points", r"\|x-y\|^2"),
        change2: (
            "the squared difference of their gradients",
            r"\|\nabla f(x)-\nabla f(y)\|^2",
        ),
        inner: (
            "the inner product of the two differences",
            r"\langle\nabla f(x)-\nabla f(y),x-y\rangle",
        ),
    },
    given={
        "smooth": gt(L),
        "short_step": ge(1, eta * L),
        "step": ge(eta),
        "lipschitz": le(change2, L**2 * distance2),
        "square": ge(L**2 * distance2 - 2 * L * inner + change2),
    },
    then=ge(
        distance2 - 2 * eta * inner + eta**2 * change2,
        (1 - eta * L) ** 2 * distance2,
    ),
    tight=True,
    scope="every dimension; 'square' is |L(x − y) − (∇f(x) − ∇f(y))|² ≥ 0, and the left side of "
    "the conclusion the squared distance of the images",
)
quarter = Rational(1, 4)
witness = {L: 1, eta: half, distance2: 1, change2: quarter, inner: half}
equality = {L: 1, eta: half, distance2: 1, change2: 1, inner: 1}
countermodels = {
    "short_step": {L: 1, eta: 2, distance2: 1, change2: 0, inner: half},
    "step": {L: 1, eta: -1, distance2: 1, change2: 1, inner: -1},
    "lipschitz": {L: 1, eta: half, distance2: 1, change2: 4, inner: 2},
    "square": {L: 1, eta: 1, distance2: 1, change2: 0, inner: 1},
}


def proof():
    return combine(
        claim,
        using={
            "lipschitz": eta * (1 - eta * L) / L,
            "square": eta / L,
        },
    )
