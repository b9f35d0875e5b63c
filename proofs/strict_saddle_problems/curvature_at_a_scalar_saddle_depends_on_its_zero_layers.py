"""A saddle of a scalar network has negative curvature if two layers vanish, none if more do.

With x = y = 1 and the weights that do not vanish equal to 1: two zero layers give the inertia
(1, 1, k − 2) at depth k, three or more give (0, 0, k), a Hessian that is zero. For k = 2 all
saddles are of the first kind.
"""

from sympy import ImmutableMatrix, hessian

from provenscape.kernel import Claim, Inertia, conjoin, inertia, real

weights = real("w1:6")
DEPTHS = (2, 3, 4, 5)


def curvature(depth, zeros):
    product = 1
    for w in weights[:depth]:
        product = product * w
    point = {w: int(i >= zeros) for i, w in enumerate(weights[:depth])}
    return ImmutableMatrix(hessian((product - 1) ** 2, weights[:depth]).xreplace(point))


def statements(counts):
    return tuple(
        Inertia(curvature(depth, zeros), *counts(depth, zeros))
        for depth in DEPTHS
        for zeros in range(2, depth + 1)
    )


def claim_with(counts):
    return Claim(
        id="curvature-at-a-scalar-saddle-depends-on-its-zero-layers",
        items=["N-50"],
        says="A critical point of positive loss of a linear network with one weight a layer has "
        "one direction of negative curvature if exactly two layers are 0, and the Hessian 0 if "
        "three or more are: from depth 3 on, some saddles have no negative curvature.",
        given={},
        then=statements(counts),
        scope="one weight a layer, depths 2 to 5, x = y = 1, the other weights 1",
    )


claim = claim_with(lambda depth, zeros: (1, 1, depth - 2) if zeros == 2 else (0, 0, depth))
witness = {}
mutants = [
    ("depth 3 like depth 2", claim_with(lambda depth, zeros: (1, 1, depth - 2))),
    ("two negative eigenvalues", claim_with(
        lambda depth, zeros: (0, 2, depth - 2) if zeros == 2 else (0, 0, depth)
    )),
]  # fmt: skip


def proof():
    return conjoin(claim, [inertia(claim.part(i)) for i in range(len(claim.then))])
