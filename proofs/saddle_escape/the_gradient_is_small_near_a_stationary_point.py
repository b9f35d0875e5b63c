"""Within δ of a stationary point ‖∇f‖ ≤ Lδ, since the gradient is L-Lipschitz.

The first part is trivial: the definition of L-smoothness, with 0 put in for the gradient at that
point. On x² − y² the gradient is exactly twice as long as the distance to the saddle, which is its
only zero; elsewhere it may vanish near a saddle too
(gradients-near-a-saddle-are-not-exactly-zero). What that means for a run says
progress-near-a-stationary-point-is-of-second-order. A read-out of 7.6 in the module's picture is
the distance 3.8, if it shows x² − y².
"""

from provenscape.kernel import Claim, combine, conjoin, eq, ge, le, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
L, delta, slope, distance = real("L delta slope distance")

claim = Claim(
    id="the-gradient-is-small-near-a-stationary-point",
    says="Within δ of a stationary point of an L-smooth function the gradient has norm at most Lδ; "
    "on x² − y² it is twice the distance to the saddle.",
    items={"L-29": "whole", "L-26": "part gradient-small", "N-36": "part gradient-small"},
    where={
        L: "a Lipschitz constant of the gradient",
        delta: "a bound of the distance to the stationary point",
        slope: (
            "the gradient norm, the gradient being 0 at the stationary point",
            r"\|\nabla f(z)-\nabla f(x^*)\|",
        ),
        distance: ("the distance to the stationary point", r"\|z-x^*\|"),
    },
    given={
        "smooth": ge(L),
        "lipschitz_gradient": le(slope, L * distance),
        "near": le(distance, delta),
    },
    then=(
        le(slope, L * delta),
        eq(f.partial(x) ** 2 + f.partial(y) ** 2, 4 * (x**2 + y**2)),
    ),
    scope="every dimension; the second part for x² − y²",
)
witness = {L: 2, delta: 1, slope: 1, distance: 1, x: 1, y: 1}
equality = witness | {slope: 2}
countermodels = {
    "lipschitz_gradient": witness | {slope: 3},
    "near": witness | {distance: 2, slope: 3},
}


def proof():
    small = combine(claim.part(0), using={"lipschitz_gradient": 1, "near": L})
    return conjoin(claim, [small, combine(claim.part(1), using={})])
