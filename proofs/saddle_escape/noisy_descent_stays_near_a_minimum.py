"""On x² + y² with step η < 1 noise of variance s² keeps the variance at most s²/(4η(1 − η)).

The bound is the fixed point of V ← (1 − 2η)²V + s²: descent with noise of constant size converges
to a neighbourhood of the minimum, of radius proportional to s.
"""

from dataclasses import replace

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, induct, le, real
from provenscape.models.landscapes import get

bowl = get("bowl")
eta, s, V = real("eta s V")
factor = 1 - eta * bowl.hessian[0, 0]

claim = Claim(
    id="noisy-descent-stays-near-a-minimum",
    items=["N-32"],
    says="Descent with noise of variance s² on x² + y² stays within variance s²/(4η(1 − η)) of the "
    "minimum.",
    given={},
    then=Invariant(
        le(4 * eta * (1 - eta) * V, s**2), start={V: 0}, update={V: factor**2 * V + s**2}
    ),
    repairs="noisy-descent-settles-at-a-minimum",
    scope="each coordinate, from the minimum; a bound for 0 < η < 1; noise independent from step "
    "to step",
)
witness = {eta: Rational(1, 4), s: 1, V: 0}
mutants = [
    (
        "half the bound",
        replace(claim, then=replace(claim.then, relation=le(8 * eta * (1 - eta) * V, s**2))),
    )
]


def proof():
    law = claim.then
    base = combine(replace(claim, then=law.relation.subs(law.start)), {}, squares=[(1, s)])
    step = combine(
        replace(claim, given={"law": law.relation}, then=law.relation.subs(law.update)),
        using={"law": factor**2},
    )
    return induct(claim, base, step)
