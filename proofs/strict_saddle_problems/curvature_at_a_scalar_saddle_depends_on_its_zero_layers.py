"""A saddle of a scalar network has negative curvature if two layers vanish, none if more do.

With X = Y = 1 and the weights that do not vanish equal to 1: two zero layers give the inertia
(1, 1, k − 2) at depth k, three or more give (0, 0, k), a Hessian that is zero. For k = 2 all
saddles are of the first kind. In wider networks too the Hessian at the origin is zero from depth 3
on.
"""

from sympy import ImmutableMatrix, eye

from provenscape.kernel import Claim, Inertia, conjoin, inertia
from provenscape.models.landscapes import deep_linear_network

DEPTHS = (2, 3, 4, 5)


def curvature(depth, zeros):
    """The Hessian where the first `zeros` weights are 0 and the others 1."""
    network = deep_linear_network([1] * (depth + 1), [[1]], [[1]])
    point = network.at([int(i >= zeros) for i in range(depth)])
    return ImmutableMatrix(network.hessian.xreplace(point))


def origin(widths):
    network = deep_linear_network(widths, eye(widths[0]), eye(widths[0]))
    return ImmutableMatrix(network.hessian.xreplace(network.at([0] * network.dimension)))


def claim_with(counts, wide=(0, 0, 12)):
    return Claim(
        id="curvature-at-a-scalar-saddle-depends-on-its-zero-layers",
        items=["N-50"],
        says="A critical point of positive loss of a linear network with one weight a layer has "
        "one direction of negative curvature if exactly two layers are 0, and the Hessian 0 if "
        "three or more are; at width two the origin of three layers has the Hessian 0 too, that of "
        "two layers has four directions of negative curvature.",
        given={},
        then=(
            *(
                Inertia(curvature(depth, zeros), *counts(depth, zeros))
                for depth in DEPTHS
                for zeros in range(2, depth + 1)
            ),
            Inertia(origin([2, 2, 2]), 4, 4, 0),
            Inertia(origin([2, 2, 2, 2]), *wide),
        ),
        scope="one weight a layer, depths 2 to 5, X = Y = 1, the other weights 1; width two with X "
        "= Y the identity at depths 2 and 3",
    )


def by_zero_layers(depth, zeros):
    return (1, 1, depth - 2) if zeros == 2 else (0, 0, depth)


claim = claim_with(by_zero_layers)
witness = {}
mutants = [
    ("depth 3 like depth 2", claim_with(lambda depth, zeros: (1, 1, depth - 2))),
    ("three layers of width two like two", claim_with(by_zero_layers, (4, 4, 4))),
]


def proof():
    return conjoin(claim, [inertia(claim.part(i)) for i in range(len(claim.then))])
