"""With a nonlinear output unit no width makes a network linear: tanh(t) along a path of length t.

The network tanh(m^(−1/2) Σ a_r w_r) has m linear hidden units, input 1, output weights a_r = 1 and
starts at w_r = 0. If all w_r become t/√m the change of the weights has length t and the output is
tanh(t), at every width; its linearisation is t, and at t = 1 they differ by 1 − tanh(1) > 1/5. The
second-order term of a network with this scaling vanishes where the output unit is linear. That it
does not with a nonlinear last layer, nor with a narrow hidden layer, is in Liu, Zhu & Belkin
(2020).
"""

from sympy import Rational, tanh

from provenscape.kernel import Claim, chain, enclose, function, gt, real

s, w = real("s w")
f = function("f", (w,), tanh(s * w))

claim = Claim(
    id="a-nonlinear-output-unit-is-linear-at-no-width",
    says="A network of m linear units scaled by 1/√m with a tanh as output unit differs, at the "
    "distance 1 from its start, by more than 1/5 from its linearisation there, at every width m: "
    "the output unit has to be linear.",
    items={"N-89": "instance", "O-60": "instance", "O-90": "instance"},
    where={
        s: ("the square root of the width m", r"\sqrt{m}"),
        w: "the input weights, all equal, 0 at the start and then 1/√m",
    },
    given={"width": gt(s)},
    then=gt((f(1 / s) - f(0) - f.partial(w, at=(0,)) / s) ** 2, Rational(1, 25)),
    about="the distance of a wide network from its linearisation",
    scope="m linear units with output weights 1 and input 1, an output unit tanh; f is the output "
    "where all input weights are w",
)
witness = {s: 2}
points = [witness]


def proof():
    apart = claim.lemma("apart", {}, gt((tanh(1) - 1) ** 2, Rational(1, 25)))
    return chain(claim, {"apart": enclose(apart, {})}, using={"apart": 1})
