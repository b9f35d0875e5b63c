"""A step of length a²η from aw is a times a step of length η from w: the effective rate is η/|w|².

So after batch normalisation (ε = 0) the direction of the weights moves as if |w| = 1 and the step
length were η/|w|²: it does depend on the scale of the layer, and falls as the weights grow, |w −
η∇f|² = |w|² + η²|∇f|². It does not depend on the scale of the inputs: multiplying them by any t > 0
changes nothing. Here for a unit with two inputs, squared loss and the best gain, with any data;
that every loss of a normalised unit has such slopes, for any number of inputs, is another claim.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, function, gt, real

x, y, a, eta, t = real("x y a eta t")
A, B, C, b, c, T = real("A B C b c T")
f = function("f", (x, y), T - (b * x + c * y) ** 2 / (A * x**2 + 2 * B * x * y + C * y**2))
g = function(
    "g",
    (x, y, t),
    T - (b * x * t + c * y * t) ** 2 / ((A * x**2 + 2 * B * x * y + C * y**2) * t**2),
)
far = (a * x, a * y)

claim = Claim(
    id="a-step-of-a-normalised-unit-counts-as-its-length-over-the-squared-weights",
    says="With batch normalisation (ε = 0) f(aw) = f(w) and ∇f(aw) = ∇f(w)/a for a ≠ 0, and "
    "w·∇f(w) = 0: a step of length a²η from aw is a times the step of length η from w, each step "
    "makes the weights longer, |w|² + η²|∇f|², and the scale of the inputs has no influence.",
    items={"N-62": "instance"},
    where={
        (x, y): "the weights w of a unit with batch normalisation",
        a: "their scale",
        eta: "the step length",
        t: "a factor on the inputs",
        (A, B, C): "second moments of the two inputs, centred",
        (b, c): "second moments of the inputs with the label",
        T: "second moment of the label",
    },
    given={
        "inputs": gt(t),
        "spread": gt(A * x**2 + 2 * B * x * y + C * y**2),
        "scaled_spread": gt(A * (a * x) ** 2 + 2 * B * (a * x) * (a * y) + C * (a * y) ** 2),
    },
    then=(
        eq(f(*far), f(x, y)),
        eq(a * f.partial(x, at=far), f.partial(x)),
        eq(a * f.partial(y, at=far), f.partial(y)),
        eq(x * f.partial(x) + y * f.partial(y)),
        eq(a * x - a**2 * eta * f.partial(x, at=far), a * (x - eta * f.partial(x))),
        eq(a * y - a**2 * eta * f.partial(y, at=far), a * (y - eta * f.partial(y))),
        eq(
            (x - eta * f.partial(x)) ** 2 + (y - eta * f.partial(y)) ** 2,
            x**2 + y**2 + eta**2 * (f.partial(x) ** 2 + f.partial(y) ** 2),
        ),
        eq(g(x, y, t), f(x, y)),
    ),
    repairs="normalisation-frees-the-step-from-the-scale-of-the-weights",
    about="the step of descent on the weights of a normalised unit",
    scope="two inputs, squared loss, the best gain",
)
witness = {x: 1, y: 1, a: 2, eta: 1, t: 3, A: 1, B: 0, C: 1, b: 1, c: 0, T: 1}
points = [witness, witness | {B: 1, C: 3, c: 2}]


def proof():
    return conjoin(claim, [combine(claim.part(i), using={}) for i in range(8)])
