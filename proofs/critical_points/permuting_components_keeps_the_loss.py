"""Swapping two components leaves the loss of a network, a tensor sum or a clustering unchanged.

The squared loss of v₁ tanh(u₁) + v₂ tanh(u₂) on one example; the squared distance of a symmetric
third-order tensor to a⊗a⊗a + b⊗b⊗b in the plane; and Σ (d − x₁)²(d − x₂)² over two points d, which
vanishes exactly if each point has a centre.
"""

from sympy import Add, tanh

from provenscape.kernel import Claim, combine, conjoin, eq, real

u1, v1, u2, v2, target = real("u1 v1 u2 v2 target")
network = (v1 * tanh(u1) + v2 * tanh(u2) - target) ** 2
a1, a2, b1, b2 = real("a1 a2 b1 b2")
entries = real("t0 t1 t2 t3")  # of the tensor, by how many of the three indices are 2
tensor = Add(
    *(
        weight * (t - a1 ** (3 - j) * a2**j - b1 ** (3 - j) * b2**j) ** 2
        for j, (t, weight) in enumerate(zip(entries, (1, 3, 3, 1), strict=True))
    )
)
x1, x2, d1, d2 = real("x1 x2 d1 d2")
clustering = Add(*((d - x1) ** 2 * (d - x2) ** 2 for d in (d1, d2)))
SWAP = {u1: u2, u2: u1, v1: v2, v2: v1, a1: b1, b1: a1, a2: b2, b2: a2, x1: x2, x2: x1}

claim = Claim(
    id="permuting-components-keeps-the-loss",
    items=["E-17", "E-18", "E-19"],
    says="Network, tensor and clustering losses see their components only as a set: swapping two "
    "changes nothing.",
    given={},
    then=tuple(eq(loss, loss.xreplace(SWAP)) for loss in (network, tensor, clustering)),
    scope="two components: tanh neurons with one example of input 1, rank-one tensors of order "
    "three in the plane, and a polynomial loss of two centres for two points on the line in place "
    "of the sum of nearest distances",
)
witness = {}
points = [
    {u1: 0, v1: 0, u2: 0, v2: 0, target: 1}
    | {a1: 1, a2: 2, b1: 3, b2: 5, x1: 0, x2: 1, d1: 2, d2: 4}
    | dict.fromkeys(entries, 1)
]
mutants = [
    (
        "first layers swapped, second layers not",
        Claim(
            claim.id, claim.items, claim.says, {},
            (eq(network, network.xreplace({u1: u2, u2: u1})), *claim.then[1:]),
        ),
    ),
    (
        "first coordinates of the tensors swapped, second not",
        Claim(
            claim.id, claim.items, claim.says, {},
            (claim.then[0], eq(tensor, tensor.xreplace({a1: b1, b1: a1})), claim.then[2]),
        ),
    ),
]  # fmt: skip


def proof():
    return conjoin(claim, [combine(claim.part(i), using={}) for i in range(3)])
