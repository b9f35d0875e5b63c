"""Swapping the two neurons of a two-layer network leaves its loss unchanged.

The same identity holds for the sum of rank-one tensors and for clustering losses, which also see
the components only as a set; here the squared loss of v₁ tanh(u₁) + v₂ tanh(u₂) on one example.
"""

from sympy import tanh

from provenscape.kernel import Claim, combine, eq, real

u1, v1, u2, v2, target = real("u1 v1 u2 v2 target")
loss = (v1 * tanh(u1) + v2 * tanh(u2) - target) ** 2
swapped = loss.xreplace({u1: u2, u2: u1, v1: v2, v2: v1})

claim = Claim(
    id="permuting-components-keeps-the-loss",
    items=["E-17", "E-18", "E-19"],
    says="A loss that sees its components only as a set is unchanged when two are swapped.",
    given={},
    then=eq(loss, swapped),
    scope="two tanh neurons and one example with input 1; any target",
)
witness = {u1: 0, v1: 0, u2: 0, v2: 0, target: 1}
mutants = [
    (
        "first layers swapped, second layers not",
        Claim(claim.id, claim.items, claim.says, {}, eq(loss, loss.xreplace({u1: u2, u2: u1}))),
    )
]


def proof():
    return combine(claim, using={})
