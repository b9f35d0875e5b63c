"""Adam's bias-corrected moments of a constant gradient g are g and g² at every step.

m ← β₁m + (1 − β₁)g gives m = (1 − β₁^t)g, and v = (1 − β₂^t)g² likewise; the update η m̂/√v̂ is
then η in size: momentum in the numerator, a step length for each coordinate in the denominator.
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, conjoin, eq, induct, real

beta1, beta2, g, m, v, B1, B2 = real("beta_1 beta_2 g m v B_1 B_2")


def average(state, beta, power, value):
    return Invariant(
        eq(state, (1 - power) * value),
        start={state: 0, power: 1},
        update={state: beta * state + (1 - beta) * value, power: beta * power},
    )


claim = Claim(
    id="adam-averages-gradients-and-their-squares",
    items=["L-35"],
    says="Adam keeps a running mean of the gradients (velocity) and one of their squares: of a "
    "constant gradient g these are (1 − β₁^t)g and (1 − β₂^t)g².",
    given={},
    then=(average(m, beta1, B1, g), average(v, beta2, B2, g**2)),
    scope="B₁ = β₁^t and B₂ = β₂^t, which the bias correction divides out (Kingma and Ba 2015)",
)
witness = {beta1: 0, beta2: 0, g: 2, m: 0, v: 0, B1: 1, B2: 1}


def proof():
    return conjoin(claim, [by_induction(0, beta1), by_induction(1, beta2)])


def by_induction(index, beta):
    part = claim.part(index)
    law = part.then
    base = combine(replace(part, then=law.relation.subs(law.start)), using={})
    step = combine(
        replace(part, given={"law": law.relation}, then=law.relation.subs(law.update)),
        using={"law": beta},
    )
    return induct(part, base, step)
