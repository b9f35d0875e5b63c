"""A direction with u′Hu < 0 exists exactly if λ_min < 0: u′Hu ≥ λ_min‖u‖², with equality at u = e.

In the eigenbasis of H the form is λ₁u₁² + λ₂u₂² with λ₁ ≤ λ₂.
"""

from provenscape.kernel import Claim, combine, conjoin, ge, le, lt, real

low, high, u1, u2 = real("lambda_1 lambda_2 u_1 u_2")
form = low * u1**2 + high * u2**2

claim = Claim(
    id="a-negative-direction-means-a-negative-eigenvalue",
    items=["N-30"],
    says="A Hessian whose smallest eigenvalue is negative has a direction of negative curvature, "
    "and one of negative curvature along some u has a smallest eigenvalue at most u′Hu/‖u‖².",
    given={"order": ge(high, low), "negative": lt(low, 0)},
    then=(
        lt(form.xreplace({u1: 1, u2: 0}), 0),
        le(low * (u1**2 + u2**2), form),
    ),
    scope="two dimensions in the eigenbasis; further eigenvalues add like terms",
)
witness = {low: -1, high: 1, u1: 1, u2: 1}
countermodels = {"order": witness | {high: -2}, "negative": witness | {low: 1}}


def proof():
    down = combine(claim.part(0), using={"negative": 1})
    bound = combine(claim.part(1), using={"order": u2**2})
    return conjoin(claim, [down, bound])
