"""On x² − y² descent that is once at 2|y| > ε keeps |∂f/∂y| > ε: it is never ε-stationary again.

The gradient has norm at least 2|y|, and every further step enlarges y. So the test ‖∇f‖ ≤ ε, at
which perturbed descent perturbs, is not met again, and a bound on the number of its steps needs a
lower bound of f. That a perturbation leads to such a y, and when perturbed descent stops, is not
stated here.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
eta, eps, first_x, first_y = real("eta epsilon x_0 y_0")

claim = Claim(
    id="gradient-test-is-not-met-again-without-a-lower-bound",
    says="On x² − y², which has the strict saddle property and no lower bound, gradient descent "
    "has |∂f/∂y| > ε for ever once 2|y| > ε: the test ‖∇f‖ ≤ ε of perturbed descent is not met "
    "again.",
    items={},
    where={
        eta: "the step length",
        eps: "the threshold ε of the gradient norm",
        (first_x, first_y): "the coordinates of the start",
    },
    given={"step": ge(eta), "escaped": gt(4 * first_y**2, eps**2)},
    then=Invariant(
        gt(f.partial(y) ** 2, eps**2),
        start={x: first_x, y: first_y},
        update={x: x - eta * f.partial(x), y: y - eta * f.partial(y)},
        fixed=(eta,),
    ),
    scope="x² − y²; every number of gradient steps of any length, no perturbation among them",
)
witness = {eta: 1, first_x: 1, first_y: 1, eps: 1}
countermodels = {
    "step": witness | {eta: Rational(-1, 2)},
    "escaped": witness | {eps: 2},
}


def proof():
    base = combine(claim.at_start(), using={"escaped": 1})
    step = combine(claim.at_next_state(), using={"invariant": 1, "step": 16 * y**2 * (1 + eta)})
    return induct(claim, base, step)
