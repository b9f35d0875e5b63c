"""−½ Σ λᵢxᵢ² with distinct λᵢ has just 2n stationary points on the sphere of Rⁿ, two of each index.

At a stationary point (µ − λᵢ) xᵢ = 0 for all i, so that no two coordinates are nonzero: the points
±eᵢ remain. The curvature there along eⱼ is λᵢ − λⱼ: the index is the number of larger λⱼ.
"""

from dataclasses import replace

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
from provenscape.models.landscapes import OnSphere, pca

sphere = OnSphere(pca([[1, 0, 0], [0, 2, 0], [0, 0, 3]]))
x = sphere.landscape.variables
axes = [[int(i == j) for j in range(3)] for i in range(3)]
points = tuple(tuple(s * e for e in axis) for axis in axes for s in (1, -1))
number, order = real("number n")

claim = Claim(
    id="a-quadratic-on-the-sphere-is-stationary-at-eigenvectors",
    items=["N-24", "N-25", "N-26", "E-16"],
    says="A quadratic form with distinct eigenvalues has 2n stationary points on the sphere of Rⁿ, "
    "two of each index from 0 to n − 1: a fraction 1 − 2/n of saddles, and linearly many.",
    given={},
    then=(
        Roots((*sphere.gradient, sum(v**2 for v in x) - 1), x, points),
        Inertia(sphere.hessian_at(axes[0]), 0, 2, 1),
        Inertia(sphere.hessian_at(axes[1]), 1, 1, 1),
        Inertia(sphere.hessian_at(axes[2]), 2, 0, 1),
        Invariant(
            eq(number, 2 * order),
            start={number: 2, order: 1},
            update={number: number + 2, order: order + 1},
        ),
    ),
    scope="the list and the indices for three eigenvalues, the zero of each inertia being the "
    "radial direction; the pairs in every dimension by claim "
    "two-coordinates-of-an-eigenvector-need-equal-eigenvalues, and Gaussian matrices have distinct "
    "eigenvalues almost surely",
)
witness = {number: 2, order: 1, x[0]: 1, x[1]: 0, x[2]: 0}


def proof():
    listed = roots(claim.part(0), {v: eliminant(v) for v in x})
    kinds = [inertia(claim.part(i)) for i in (1, 2, 3)]
    count = claim.part(4)
    law = count.then
    base = combine(replace(count, then=law.relation.subs(law.start)), using={})
    step = combine(
        replace(count, given={"law": law.relation}, then=law.relation.subs(law.update)),
        using={"law": 1},
    )
    return conjoin(claim, [listed, *kinds, induct(count, base, step)])


def eliminant(v):
    """v³ − v = v (|x|² − 1) − Σ v w², where w g_v − v g_w = (λ_w − λ_v) v w for the gradient g."""
    place = x.index(v)
    cofactors = [0, 0, 0, v]
    for other, w in enumerate(x):
        if other != place:
            gap = other - place
            cofactors[place] -= w**2 / gap
            cofactors[other] += v * w / gap
    return v**3 - v, tuple(cofactors)
