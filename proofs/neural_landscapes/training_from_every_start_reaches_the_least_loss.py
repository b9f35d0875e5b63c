"""From a start with weights 0 descent does not move, and the loss is not the least.

One hidden unit; for more of them, more layers and rectified or odd activations the same point is
stationary but for the output's bias: the gradient of each weight has a factor that is 0.
"""

from provenscape.kernel import Claim, eq, function, real, refute

v, a = real("v a")
f = function("f", (v, a), (v * a - 1) ** 2 / 2)

claim = Claim(
    id="training-from-every-start-reaches-the-least-loss",
    says="Training ends with the least loss whatever the start: a start at which descent rests has "
    "loss 0.",
    items={"N-102": "part similar-quality"},
    where={v: "ingoing weight of the hidden unit", a: "its outgoing weight"},
    given={f"rests_{i}": eq(slope) for i, slope in enumerate(f.gradient(), 1)},
    then=eq(f(v, a), 0),
    about="training from a start",
    scope="one hidden unit with identity activation, one datum x = 1 with target 1",
)


def refutation():
    return refute(claim, {v: 0, a: 0})
