"""Independent noise of variance s² along the escape direction makes the variance of y grow like P.

V ← (1 + 2η)²V + s² for y ← (1 + 2η)y + w; with V₀ = 0 this gives V = s²((1 + 2η)^(2t) − 1)/(4η +
4η²). For Gaussian noise P(|y_t| ≤ R) ≤ R√(2/(πV_t)) then tends to 0 for every R: the iterate
leaves.
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, eq, induct, real
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle")
eta, s, V, P = real("eta s V P")
factor = 1 - eta * saddle.hessian[1, 1]

claim = Claim(
    id="noise-along-the-escape-direction-leaves-the-saddle",
    items=["N-13", "E-39", "N-44", "O-40"],
    says="Noise of variance s² in the escape direction makes the variance of y exactly "
    "s²((1 + 2η)^(2t) − 1)/(4η + 4η²) after t steps from the saddle.",
    given={},
    then=Invariant(
        eq((factor**2 - 1) * V, s**2 * (P - 1)),
        start={V: 0, P: 1},
        update={V: factor**2 * V + s**2, P: factor**2 * P},
    ),
    repairs="any-noise-leaves-the-saddle",
    scope="x² − y², noise independent from step to step, of mean 0; P = (1 + 2η)^(2t)",
)
witness = {eta: 1, s: 1, V: 0, P: 1}
mutants = [
    (
        "no noise",
        replace(claim, then=replace(claim.then, update={V: factor**2 * V, P: factor**2 * P})),
    )
]


def proof():
    law = claim.then
    base = combine(replace(claim, then=law.relation.subs(law.start)), using={})
    step = combine(
        replace(claim, given={"law": law.relation}, then=law.relation.subs(law.update)),
        using={"law": factor**2},
    )
    return induct(claim, base, step)
