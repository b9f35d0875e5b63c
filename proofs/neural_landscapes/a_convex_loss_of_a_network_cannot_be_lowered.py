"""If the loss of a network is convex in its weights, its outputs are no better than outputs 0.

Let φ(0) = 0, the output layer be linear and ℓ a convex loss of all outputs, the squared loss or
cross-entropy. The weights (2a, 0) and (0, 2w) of output and hidden layers have the outputs 0, the
point (a, w) between them any outputs s that the network has; (−a, w) has −s. Convex in the weights
means ℓ(s) ≤ ℓ(0) and ℓ(−s) ≤ ℓ(0), and ℓ is convex: all three are equal. With other activations
take a pair of units: (2a, −2a) with equal hidden weights, and (0, 0) with any.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, ge, le, real

up, down, zero, first, second = real("up down zero first second")
half = Rational(1, 2)

claim = Claim(
    id="a-convex-loss-of-a-network-cannot-be-lowered",
    says="If a loss that is convex in the outputs, such as the squared loss or cross-entropy, is "
    "convex in the weights of a network with a hidden layer and a linear output layer, then all "
    "outputs of the network have the same loss as the outputs 0: no training can lower it.",
    items={"N-01": "instance"},
    where={
        up: ("the loss of outputs s that the network has with weights (a, w)", r"\ell(s)"),
        down: ("the loss of −s, with weights (−a, w)", r"\ell(-s)"),
        zero: ("the loss of outputs 0", r"\ell(0)"),
        first: ("the loss with output weights ±2a and hidden weights 0", r"L(\pm 2a, 0)"),
        second: ("the loss with output weights 0 and hidden weights 2w", r"L(0, 2w)"),
    },
    given={
        "no_hidden_signal": eq(first, zero),
        "no_output_weights": eq(second, zero),
        "convex_in_outputs": ge((up + down) / 2, zero),
        "convex_in_weights": le(up, (first + second) / 2),
        "convex_in_weights_for_minus_a": le(down, (first + second) / 2),
    },
    then=(ge(up, zero), le(up, zero)),
    scope="activations that are 0 at 0; others with pairs of units; no output bias",
)
witness = {up: 1, down: 1, zero: 1, first: 1, second: 1}
countermodels = {
    "no_hidden_signal": witness | {first: 2, up: Rational(3, 2), down: Rational(3, 2)},
    "no_output_weights": witness | {second: 2, up: Rational(3, 2), down: Rational(3, 2)},
    "convex_in_outputs": witness | {up: 0, down: 0},
    "convex_in_weights": witness | {up: 2},
    "convex_in_weights_for_minus_a": witness | {up: 0, down: 2},
}


def proof():
    ends = {"no_hidden_signal": half, "no_output_weights": half}
    low = combine(
        claim.part(0),
        using={
            "convex_in_outputs": 2,
            "convex_in_weights_for_minus_a": 1,
            **{name: -weight for name, weight in ends.items()},
        },
    )
    high = combine(
        claim.part(1),
        using={
            "convex_in_weights": 1,
            **{name: -weight for name, weight in ends.items()},
        },
    )
    return conjoin(claim, [low, high])
