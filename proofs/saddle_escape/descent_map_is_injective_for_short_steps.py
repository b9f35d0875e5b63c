"""For η < 1/L the map x − η∇f(x) keeps two points at least (1 − ηL) times their distance apart.

So no set of positive measure is taken to one point, and the starts that reach a strict saddle in
finitely many steps are a null set if those next to it are; the rest is the Stable Manifold Theorem
(Lee et al. 2016).
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, ge, le, real

half, third = Rational(1, 2), Rational(1, 3)
L, eta, distance, change, inner, mapped2 = real("L eta D G inner M2")
# ‖x − y‖, ‖∇f(x) − ∇f(y)‖, their inner product and the squared distance of the images

claim = Claim(
    id="descent-map-is-injective-for-short-steps",
    items=["E-47"],
    says="If ∇f is L-Lipschitz and 0 ≤ η < 1/L, gradient descent maps distinct points to distinct "
    "points, at least (1 − ηL) times as far apart: what the theorem that a random start almost "
    "surely avoids strict saddles takes from that bound on the step.",
    given={
        "distance": ge(distance),
        "short_step": ge(1 - eta * L),
        "step": ge(eta),
        "lipschitz": le(change, L * distance),
        "cauchy_schwarz": le(inner, distance * change),
        "map": eq(mapped2, distance**2 - 2 * eta * inner + eta**2 * change**2),
    },
    then=ge(mapped2, (1 - eta * L) ** 2 * distance**2),
    tight=True,
    repairs="descent-avoids-strict-saddles-at-every-step-length",
    scope="the step in the proof that needs η < 1/L; that the starts which tend to a strict saddle "
    "are a null set is Lee et al. (2016), not checked here",
)
witness = {L: 1, eta: 1, distance: 1, change: 1, inner: 1, mapped2: 0}
equality = witness
countermodels = {
    "distance": {L: 1, eta: half, distance: -1, change: -2, inner: 2, mapped2: 0},
    "short_step": {L: 1, eta: 3, distance: 1, change: third, inner: third, mapped2: 0},
    "step": {L: 0, eta: -1, distance: 1, change: -1, inner: -1, mapped2: 0},
    "lipschitz": {L: 0, eta: 1, distance: 1, change: 1, inner: 1, mapped2: 0},
    "cauchy_schwarz": {L: 0, eta: 1, distance: 1, change: 0, inner: 1, mapped2: -1},
    "map": witness | {mapped2: -1},
}


def proof():
    # M² = (D − ηG)² + 2η(DG − inner), and D − ηG = (1 − ηL)D + η(LD − G)
    return combine(
        claim,
        using={
            "map": 1,
            "cauchy_schwarz": 2 * eta,
            "lipschitz": 2 * eta * (1 - eta * L) * distance,
        },
        squares=[(1, eta * (L * distance - change))],
    )
