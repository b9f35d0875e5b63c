"""A rectified network without biases has f(2x) = 2f(x): loss ≥ 1/10 on labels 1 and 1 at x and 2x.

It holds for every width and depth, for linear networks too, and for as many weights as one likes:
more weights than data do not make the least loss 0.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, function, ge, induct, real

v, h, a, b = real("v h a b")
loss = function("L", (a, b), ((a - 1) ** 2 + (b - 1) ** 2) / 2)

claim = Claim(
    id="networks-without-biases-do-not-fit-parallel-inputs",
    says="A network of rectified or linear units without biases, of any width and depth, has a "
    "squared loss of at least 1/10 on the labels 1 and 1 at inputs x and 2x: no number of weights "
    "makes its least loss 0.",
    items={"O-55": "instance", "O-59": "instance", "N-53": "instance"},
    where={
        v: "the outer weight of the next unit of the last hidden layer",
        h: "its value at x, which at 2x is 2h",
        (a, b): "the outputs at x and at 2x of the units so far",
    },
    given={},
    then=Invariant(
        (eq(b, 2 * a), ge(loss(a, b), Rational(1, 10))),
        start={a: 0, b: 0},
        update={a: a + v * h, b: b + v * (2 * h)},
    ),
    scope="one output",
)
witness = [{v: 1, h: 1}, {v: -1, h: 1}, {v: 3, h: 0}]


def proof():
    parallel = combine(claim.at_next_state(0), using={"invariant.0": 1})
    out, gap = a + v * h, b - 2 * a
    far = combine(
        claim.at_next_state(1),
        using={"invariant.0": 2 * out - 1 + gap / 2},
        squares=[(Rational(5, 2), out - Rational(3, 5))],
    )
    start = combine(claim.at_start(1), using={}, squares=[(Rational(9, 10), 1)])
    return induct(claim, (None, start), (parallel, far))
