"""On a flat plateau momentum has coasted ηβv₀(1 − β^t)/(1 − β) after t steps.

The limit ηβv₀/(1 − β) is the widest plateau that is crossed; plain descent crosses none.
"""

from dataclasses import replace

from provenscape.kernel import Claim, Invariant, combine, eq, induct, real

beta, eta, v, z, first = real("beta eta v z v_0")

claim = Claim(
    id="momentum-coasts-a-finite-distance",
    items=["L-33", "L-30"],
    says="On a flat plateau momentum coasts the distance ηβ(v₀ − v_t)/(1 − β): it crosses plateaus "
    "narrower than ηβv₀/(1 − β), and comes to rest on wider ones.",
    given={},
    then=Invariant(
        eq(z * (1 - beta), eta * beta * (first - v)),
        start={z: 0, v: first},
        update={z: z + eta * beta * v, v: beta * v},
    ),
    repairs="momentum-crosses-every-plateau",
    scope="v ← βv + ∇J and θ ← θ − ηv with ∇J = 0; z is the distance gone, v = v₀β^t",
)
witness = {beta: 0, eta: 1, v: 1, z: 0, first: 1}
points = [{beta: 2, eta: 1, v: 1, z: 0, first: 1}]


def proof():
    law = claim.then
    base = combine(replace(claim, then=law.relation.subs(law.start)), using={})
    step = combine(
        replace(claim, given={"law": law.relation}, then=law.relation.subs(law.update)),
        using={"law": 1},
    )
    return induct(claim, base, step)
