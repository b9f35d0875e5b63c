"""With a nonlinear output unit no width makes a network linear: tanh(t) along a path of length t.

The network tanh(m^(−1/2) Σ a_r w_r) has m linear hidden units, input 1, output weights a_r = 1 and
starts at w_r = 0. If all w_r become t/√m the change of the weights has length t and the output is
tanh(t), at every width; its linearisation is t, and at t = 1 they differ by 1 − tanh(1) > 1/5. The
second-order term of a network with this scaling vanishes where the output unit is linear. That it
does not with a nonlinear last layer, nor with a narrow hidden layer, is in Liu, Zhu & Belkin
(2020).
"""

from sympy import Rational, tanh

from provenscape.kernel import Claim, enclose, eq, function, ge, gt, le, real, refute

M, epsilon, s, w = real("M epsilon s w")
f = function("f", (w,), tanh(s * w))

claim = Claim(
    id="a-wide-network-is-linear-in-its-weights-near-the-start",
    says="For every ε there is a width from which on, for all changes of the weights of length 1, "
    "a network scaled by 1/√m differs by at most ε from its linearisation at the start.",
    items={"N-89": "whole", "O-60": "part linear", "O-90": "part linear"},
    where={
        M: "a number whose square is a width that is large enough for ε",
        epsilon: "the distance asked for",
        s: ("the square root of the width m", r"\sqrt{m}"),
        w: "the input weights, all equal, 0 at the start",
    },
    given={
        "accuracy": gt(epsilon),
        "wide": ge(s, M),
        "length": eq(s**2 * w**2, 1),
    },
    then=le((f(w) - f(0) - f.partial(w, at=(0,)) * w) ** 2, epsilon**2),
    parameters=(epsilon,),
    constants=(M,),
    about="the distance of a wide network from its linearisation",
    scope="m linear units with output weights 1 and input 1, an output unit tanh; f is the output "
    "where all input weights are w",
)


def refutation():
    apart = claim.lemma("apart", {}, gt((tanh(1) - 1) ** 2, Rational(1, 25)))
    return refute(claim, {epsilon: Rational(1, 5), s: M, w: 1 / M}, enclose(apart, {}))
