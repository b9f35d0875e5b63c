"""A saddle of a scalar network has negative curvature if two layers vanish, none if more do.

With X = Y = 1 and the weights that do not vanish equal to 1: two zero layers give the inertia
(1, 1, k − 2) at depth k, three or more give (0, 0, k), a Hessian that is zero. For k = 2 all
saddles are of the first kind. In wider networks too the Hessian at the origin is zero from depth 3
on.
"""

from dataclasses import replace

from sympy import eye

from provenscape.kernel import Claim, Inertia, combine, conjoin, eq, function, inertia
from provenscape.models.landscapes import deep_linear_network

DEPTHS = (2, 3, 4, 5)


def loss(name, widths):
    """The loss of a network that is to learn the identity, under a name of its own."""
    identity = eye(widths[0])
    network = deep_linear_network(widths, identity, identity)
    return function(name, network.variables, network.expression)


scalar = {depth: loss(f"f{depth}", [1] * (depth + 1)) for depth in DEPTHS}
wide = {depth: loss(f"g{depth}", [2] * (depth + 1)) for depth in (2, 3)}
POINTS = [(depth, zeros) for depth in DEPTHS for zeros in range(2, depth + 1)]


def point(depth, zeros):
    """The first `zeros` weights are 0, the others 1."""
    return [int(i >= zeros) for i in range(depth)]


def critical(depth, zeros):
    """The gradient is zero there, and the loss is 1."""
    f, at = scalar[depth], point(depth, zeros)
    return eq(sum(slope**2 for slope in f.gradient(at=at))), eq(f(*at), 1)


def curvatures(counts, of_three_wide_layers=(0, 0, 12)):
    origins = [[0] * len(f.variables) for f in wide.values()]
    return (
        *(Inertia(scalar[d].hessian(at=point(d, z)), *counts(d, z)) for d, z in POINTS),
        Inertia(wide[2].hessian(at=origins[0]), 4, 4, 0),
        Inertia(wide[3].hessian(at=origins[1]), *of_three_wide_layers),
    )


def by_zero_layers(depth, zeros):
    return (1, 1, depth - 2) if zeros == 2 else (0, 0, depth)


flat = tuple(relation for d, z in POINTS for relation in critical(d, z))
claim = Claim(
    id="curvature-at-a-scalar-saddle-depends-on-its-zero-layers",
    says="A critical point of positive loss of a linear network with one weight a layer has "
    "one direction of negative curvature if exactly two layers are 0, and the Hessian 0 if "
    "three or more are; at width two the origin of three layers has the Hessian 0 too, that of "
    "two layers has four directions of negative curvature.",
    items={"N-50": "instance"},
    given={},
    then=(*flat, *curvatures(by_zero_layers)),
    scope="one weight a layer, depths 2 to 5, X = Y = 1, the other weights 1; width two with X "
    "= Y the identity at depths 2 and 3",
)
mutants = [
    (
        "depth 3 like depth 2",
        replace(claim, then=(*flat, *curvatures(lambda depth, zeros: (1, 1, depth - 2)))),
    ),
    (
        "three layers of width two like two",
        replace(claim, then=(*flat, *curvatures(by_zero_layers, (4, 4, 4)))),
    ),
]


def proof():
    parts = range(len(claim.then))
    values = [combine(claim.part(i), using={}) for i in parts[: len(flat)]]
    return conjoin(claim, [*values, *(inertia(claim.part(i)) for i in parts[len(flat) :])])
