"""Steps of any lengths η_t on x² − y² multiply y by ∏(1 + 2η_t): from y = 0 they stay at y = 0.

SGD adds noise, momentum and Adam add memory; warm-up adds neither, it only sets the step lengths.
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, eq, induct, real
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle")
y = saddle.variables[1]
eta, first, P = real("eta y_0 P")

claim = Claim(
    id="warm-up-is-a-change-of-step-length",
    items=["L-47", "L-38"],
    says="Gradient descent on x² − y² with step lengths that change from step to step multiplies y "
    "by the product of the factors 1 + 2η_t, and leaves y = 0 at 0.",
    given={},
    then=Invariant(
        eq(y, first * P),
        start={y: first, P: 1},
        update={y: y - eta * saddle.gradient[1], P: (1 + 2 * eta) * P},
    ),
    repairs="warm-up-adds-momentum-or-noise",
    scope="η may take a new value at every step; of the four techniques SGD adds noise, momentum "
    "and Adam add memory, warm-up neither",
)
witness = {eta: 1, first: 1, y: 1, P: 1}


def proof():
    law = claim.then
    base = combine(replace(claim, then=law.relation.subs(law.start)), using={})
    step = combine(
        replace(claim, given={"law": law.relation}, then=law.relation.subs(law.update)),
        using={"law": 1 + 2 * eta},
    )
    return induct(claim, base, step)
