"""On x² − y² perturbed descent makes no second perturbation and never meets its stopping rule.

Once 2|y| > ε the gradient, of norm at least 2|y|, exceeds ε; every further step enlarges y. The
test |∇f| ≤ ε, at which the method perturbs and eventually returns a point, is not met again.
"""

from dataclasses import replace

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, real
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle")
x, y = saddle.variables
eta, eps, first = real("eta epsilon y_0")

claim = Claim(
    id="perturbed-descent-never-stops-without-a-lower-bound",
    items=["O-05"],
    says="On x² − y², which has the strict saddle property and no lower bound, perturbed descent "
    "has ‖∇f‖ > ε for ever once 2|y| > ε: it returns no point.",
    given={"step": ge(eta), "escaped": gt(4 * first**2, eps**2)},
    then=Invariant(
        gt(saddle.gradient[1] ** 2, eps**2),
        start={y: first},
        update={y: y - eta * saddle.gradient[1]},
    ),
    scope="the gradient steps between perturbations, which no further perturbation interrupts",
)
witness = {eta: 1, first: 1, y: 1, eps: 1}
countermodels = {
    "step": {eta: Rational(-1, 2), first: 1, y: 1, eps: 1},
    "escaped": {eta: 1, first: 1, y: 1, eps: 2},
}


def proof():
    law = claim.then
    base = combine(replace(claim, then=law.relation.subs(law.start)), using={"escaped": 1})
    step = combine(
        replace(
            claim, given={**claim.given, "law": law.relation}, then=law.relation.subs(law.update)
        ),
        using={"law": 1, "step": 16 * y**2 * (1 + eta)},
    )
    return induct(claim, base, step)
