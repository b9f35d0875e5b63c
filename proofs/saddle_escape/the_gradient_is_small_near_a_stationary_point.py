"""Within δ of a stationary point ‖∇f‖ ≤ Lδ: a gradient step there is shorter than ηLδ.

On x² − y² the gradient is exactly twice as long as the distance to the saddle, which is its only
zero. A step of length 1/L gains at most 3Lδ²/2 there, by
progress-near-a-stationary-point-is-of-second-order.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, ge, le, real
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle")
x, y = saddle.variables
L, delta, grad, dist = real("L delta grad dist")  # ‖∇f(z)‖ and ‖z − x*‖

claim = Claim(
    id="the-gradient-is-small-near-a-stationary-point",
    items=["L-26", "L-28", "L-29", "N-36", "E-37"],
    says="Within δ of a stationary point of an L-smooth function the gradient has norm at most Lδ; "
    "on x² − y² it is twice the distance to the saddle.",
    given={
        "smooth": ge(L),
        "lipschitz_gradient": le(grad, L * dist),
        "near": le(dist, delta),
    },
    then=(
        le(grad, L * delta),
        eq(sum(g**2 for g in saddle.gradient), 4 * (x**2 + y**2)),
    ),
    scope="the Lipschitz bound between z and the stationary point, where ∇f = 0; that ∇f is not 0 "
    "near a saddle holds for x² − y², but not for x² − z² in space, where it is 0 along the y "
    "axis; a read-out of 7.6 is the distance 3.8, if the picture shows x² − y²",
)
witness = {L: 2, delta: 1, grad: 1, dist: 1, x: 1, y: 1}
equality = {L: 2, delta: 1, grad: 2, dist: 1, x: 1, y: 1}
countermodels = {
    "smooth": {L: -1, delta: 2, grad: -1, dist: 1, x: 0, y: 0},
    "lipschitz_gradient": witness | {grad: 3},
    "near": witness | {dist: 2, grad: 3},
}


def proof():
    small = combine(claim.part(0), using={"lipschitz_gradient": 1, "near": L})
    return conjoin(claim, [small, combine(claim.part(1), using={})])
