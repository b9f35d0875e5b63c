"""Steps of any lengths η_t on x² − y² multiply y by ∏(1 + 2η_t): from y = 0 they stay at y = 0.

SGD adds noise, momentum and Adam add memory; warm-up adds neither, it only sets the step lengths.
"""

from provenscape.kernel import Claim, Invariant, combine, eq, induct, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
eta, first_x, first_y, P = real("eta x_0 y_0 P")

claim = Claim(
    id="warm-up-is-a-change-of-step-length",
    says="Gradient descent on x² − y² with step lengths that change from step to step multiplies y "
    "by the product of the factors 1 + 2η_t, and leaves y = 0 at 0.",
    items={"L-47": "part warm-up"},
    where={
        eta: ("the length of this step", r"\eta_t"),
        (first_x, first_y): "the coordinates of the start",
        P: ("the product of the factors 1 + 2η so far", r"\prod(1+2\eta_t)"),
    },
    given={},
    then=Invariant(
        eq(y, first_y * P),
        start={x: first_x, y: first_y, P: 1},
        update={
            x: x - eta * f.partial(x),
            y: y - eta * f.partial(y),
            P: (1 + 2 * eta) * P,
        },
    ),
    repairs="warm-up-adds-momentum-or-noise",
    scope="x² − y², a step length of its own at every step",
)
witness = [{eta: 1, first_x: 1, first_y: 1}, {eta: 2}, {eta: 3}]


def proof():
    step = combine(claim.at_next_state(), using={"invariant": 1 + 2 * eta})
    return induct(claim, None, step)
