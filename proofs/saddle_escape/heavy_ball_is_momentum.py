"""v ← βv + ∇J with θ ← θ − ηv is Polyak's heavy ball θ⁺ = θ − η∇J + β(θ − θ₋).

Under a constant slope the velocity is g(1 − β^t)/(1 − β): 1/(1 − β) steps' worth of gradient.
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, conjoin, eq, induct, real

beta, eta, theta, before, v, slope, B = real("beta eta theta theta_before v g B")
next_theta = theta - eta * (beta * v + slope)

claim = Claim(
    id="heavy-ball-is-momentum",
    items=["L-34", "L-28"],
    says="The velocity recursion v ← βv + ∇J with the update θ ← θ − ηv is the heavy-ball method; "
    "under a constant gradient g the velocity is g(1 − β^t)/(1 − β).",
    given={"last_step": eq(theta, before - eta * v)},
    then=(
        eq(next_theta, theta - eta * slope + beta * (theta - before)),
        Invariant(
            eq((1 - beta) * v, slope * (1 - B)),
            start={v: 0, B: 1},
            update={v: beta * v + slope, B: beta * B},
        ),
    ),
    scope="the module gives no update; its panel shows the velocity 0.000 at the start, so v₀ = 0; "
    "here θ ← θ − ηv; B = β^t",
)
witness = {beta: 0, eta: 1, theta: 1, before: 1, v: 0, slope: 1, B: 1}
countermodels = {"last_step": witness | {beta: 1, before: 0}}


def proof():
    same = combine(claim.part(0), using={"last_step": -beta})
    part = replace(claim.part(1), given={})
    law = part.then
    base = combine(replace(part, then=law.relation.subs(law.start)), using={})
    step = combine(
        replace(part, given={"law": law.relation}, then=law.relation.subs(law.update)),
        using={"law": beta},
    )
    return conjoin(claim, [same, induct(part, base, step)])
