"""Σ (xᵢ⁴ − 2xᵢ²) over d variables has 3^d critical points, C(d, k) 2^(d−k) of them of index k.

In each variable there are two wells and one maximum between. The generating function of the number
of points of each index is multiplied by 2 + z for each variable: minima are (2/3)^d of all, which
is exponentially small, though not 2^(−d), and exponentially many.
"""

from dataclasses import replace

from sympy import Matrix

from provenscape.kernel import (
    Claim,
    Inertia,
    Invariant,
    Roots,
    combine,
    conjoin,
    eq,
    induct,
    inertia,
    real,
    roots,
)
from provenscape.models.landscapes import get

well = get("double_well")
x, _ = well.variables
slope, curvature = well.gradient[0], well.hessian[0, 0]
z, generating, power = real("z G p")  # Σ (number of index k) zᵏ, and (2 + z)^d

claim = Claim(
    id="sums-of-double-wells-have-binomially-many-points-of-each-index",
    items=["N-24", "N-25", "O-23"],
    says="Σ (xᵢ⁴ − 2xᵢ²) over d variables has 3^d critical points, C(d, k) 2^(d−k) of each index "
    "k: minima are (2/3)^d of them.",
    given={},
    then=(
        Roots((slope,), (x,), ((-1,), (0,), (1,))),
        Inertia(Matrix([[curvature.subs(x, -1)]]), 1, 0, 0),
        Inertia(Matrix([[curvature.subs(x, 0)]]), 0, 1, 0),
        Inertia(Matrix([[curvature.subs(x, 1)]]), 1, 0, 0),
        Invariant(
            eq(generating, power),
            start={generating: 1, power: 1},
            update={generating: 2 * generating + z * generating, power: power * (2 + z)},
        ),
    ),
    scope="every d; all critical points are nondegenerate; by the binomial theorem",
)
witness = {z: 0, generating: 1, power: 1}


def proof():
    listed = roots(claim.part(0), {x: (slope, (1,))})
    kinds = [inertia(claim.part(i)) for i in (1, 2, 3)]
    count = claim.part(4)
    law = count.then
    base = combine(replace(count, then=law.relation.subs(law.start)), using={})
    step = combine(
        replace(count, given={"law": law.relation}, then=law.relation.subs(law.update)),
        using={"law": 2 + z},
    )
    return conjoin(claim, [listed, *kinds, induct(count, base, step)])
