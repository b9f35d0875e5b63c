"""At a critical point of (w₅w₄w₃w₂w₁ − y)² the loss is 0, or every product of four weights is 0.

The derivative along w₁ is 2(P − y)w₂w₃w₄w₅, so (w₂w₃w₄w₅)²(P − y)² = 0; likewise for the others. So
a critical point with positive loss has two zero weights at least. Depths 1 to 4 are the same with
the last weights held at 1: at depth 1 the product of the others is 1, and the loss is 0.
"""

from sympy import prod

from provenscape.kernel import Claim, combine, conjoin, eq, function, real

weights = real("w1:6")
y = real("y")
f = function("f", weights, (prod(weights) - y) ** 2)


def others(w):
    return prod(v for v in weights if v != w)


claim = Claim(
    id="a-stationary-scalar-network-fits-or-has-two-zero-layers",
    says="At a critical point of a linear network with one weight a layer, the loss is 0 or at "
    "least two layers are 0, up to depth 5.",
    items={"N-48": "instance", "N-51": "instance"},
    where={y: "the label of the input 1"},
    given={f"stationary_{w}": eq(f.partial(w)) for w in weights},
    then=tuple(eq(others(w) ** 2 * f(*weights)) for w in weights),
    scope="one weight a layer, one example; depth 5, and smaller depths with weights held at 1",
)
witness = dict.fromkeys(weights, 1) | {y: 1}
countermodels = {f"stationary_{w}": dict.fromkeys(weights, 1) | {w: 0, y: 1} for w in weights}
points = [witness | {y: 2}]


def proof():
    return conjoin(
        claim,
        [
            combine(
                claim.part(i),
                using={f"stationary_{w}": others(w) * (prod(weights) - y) / 2},
            )
            for i, w in enumerate(weights)
        ],
    )
