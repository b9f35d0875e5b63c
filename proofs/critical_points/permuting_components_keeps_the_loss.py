"""Swapping two components leaves three losses unchanged: tanh network, tensor, polynomial clusters.

The squared loss of v₁ tanh(u₁) + v₂ tanh(u₂) on one example; the squared distance of a symmetric
third-order tensor to a⊗a⊗a + b⊗b⊗b in the plane; and Σ (d − x₁)²(d − x₂)² over two points d, which
vanishes exactly if each point has a centre. The definition of a symmetric objective on examples.
"""

from dataclasses import replace

from sympy import Add, tanh

from provenscape.kernel import Claim, combine, conjoin, eq, function, real

u1, v1, u2, v2, target = real("u1 v1 u2 v2 target")
network = function("F", (u1, v1, u2, v2), (v1 * tanh(u1) + v2 * tanh(u2) - target) ** 2)
a1, a2, b1, b2 = real("a1 a2 b1 b2")
entries = real("t0 t1 t2 t3")
tensor = function(
    "T",
    (a1, a2, b1, b2),
    Add(
        *(
            weight * (t - a1 ** (3 - j) * a2**j - b1 ** (3 - j) * b2**j) ** 2
            for j, (t, weight) in enumerate(zip(entries, (1, 3, 3, 1), strict=True))
        )
    ),
)
x1, x2, d1, d2 = real("x1 x2 d1 d2")
clustering = function("G", (x1, x2), Add(*((d - x1) ** 2 * (d - x2) ** 2 for d in (d1, d2))))

claim = Claim(
    id="permuting-components-keeps-the-loss",
    says="Swapping its two components does not change the loss of a tanh network, of a tensor sum, "
    "or a polynomial loss of two cluster centres: they are symmetric.",
    items={"E-18": "definition", "E-19": "definition"},
    where={
        target: "the label of the one example",
        tuple(entries): "the tensor's entries, by how many of the three indices are 2",
        (d1, d2): "the points to be clustered",
    },
    given={},
    then=(
        eq(network(u2, v2, u1, v1), network(u1, v1, u2, v2)),
        eq(tensor(b1, b2, a1, a2), tensor(a1, a2, b1, b2)),
        eq(clustering(x2, x1), clustering(x1, x2)),
    ),
    scope="two components: tanh neurons with one example of input 1, rank-one tensors of order "
    "three in the plane, and a polynomial loss of two centres for two points on the line in place "
    "of the sum of nearest distances",
)
points = [
    {u1: 0, v1: 0, u2: 0, v2: 0, target: 1}
    | {a1: 1, a2: 2, b1: 3, b2: 5, x1: 0, x2: 1, d1: 2, d2: 4}
    | dict.fromkeys(entries, 1),
]
mutants = [
    (
        "first coordinates of the tensors swapped, second not",
        replace(
            claim,
            then=(
                claim.then[0],
                eq(tensor(b1, a2, a1, b2), tensor(a1, a2, b1, b2)),
                claim.then[2],
            ),
        ),
    ),
]


def proof():
    return conjoin(claim, [combine(claim.part(i), using={}) for i in range(3)])
