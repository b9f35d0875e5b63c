"""Where two or more layers of a scalar network are 0, there are lower and higher losses nearby.

Set the z ≥ 2 zero weights to t > 0: with a the product of the others, t²a < 2y and t ≤ 1, the
product of all, τ = tᶻa, lies between 0 and 2y, so that (τ − y)² < y²; with one weight turned to −t
it is −τ, and (τ + y)² > y². A critical point of positive loss has two zero layers (claim
a-stationary-scalar-network-fits-or-has-two-zero-layers), and y ≠ 0: so it is a saddle.
"""

from sympy import prod

from provenscape.kernel import Claim, combine, conjoin, function, gt, le, lt, real

t, a, y = real("t a y")
ZEROS = (2, 3, 4, 5)


def network(zeros):
    """The loss of all layers but those whose weights have the product a."""
    weights = real(f"w1:{zeros + 1}")
    return function(f"f{zeros}", weights, (a * prod(weights) - y) ** 2)


NETWORKS = [(zeros, network(zeros)) for zeros in ZEROS]

claim = Claim(
    id="zero-layers-of-a-scalar-network-lead-down-and-up",
    says="In a linear network with one weight a layer, where two to five weights are 0 and the "
    "loss is positive, there are lower and higher losses arbitrarily near: moving these weights by "
    "t lowers the loss, and with the first of them turned it raises it.",
    items={"N-48": "instance", "N-51": "instance"},
    where={
        t: "the size of the zero weights after the step",
        a: "the product of the other weights",
        y: "the label of the input 1",
    },
    given={
        "step": gt(t),
        "others": gt(a),
        "small_step": le(t, 1),
        "product": lt(t**2 * a, 2 * y),
    },
    then=(
        *(lt(f(*[t] * z), f(*[0] * z)) for z, f in NETWORKS),
        *(gt(f(-t, *[t] * (z - 1)), f(*[0] * z)) for z, f in NETWORKS),
    ),
    scope="one weight a layer, input 1; other signs of y and of the other weights by a change of "
    "sign of one weight",
)
witness = {t: 1, a: 1, y: 1}
points = [{t: 1, a: 1, y: 1}, {t: 1, a: 3, y: 2}]
countermodels = {
    "step": witness | {t: 0},
    "others": witness | {a: 0},
    "small_step": {t: 10, a: 1, y: 51},
    "product": witness | {a: 3},
}


def proof():
    lower, higher = [], []
    for i, z in enumerate(ZEROS):
        longer = sum(t**j for j in range(z - 2))  # (1 − t^(z−2)) / (1 − t)
        lower.append(
            combine(
                claim.part(i),
                using={"product": t**z * a, "small_step": t ** (z + 2) * a**2 * longer},
            )
        )
        higher.append(
            combine(
                claim.part(len(ZEROS) + i),
                using={"product": t**z * a, "others": t ** (z + 2) * a},
                squares=[(1, t**z * a)],
            )
        )
    return conjoin(claim, lower + higher)
