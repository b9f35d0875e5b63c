"""4σ(w) ≥ 3σ(3w): sigmoid networks with outer weights ≥ 0 stay off the labels (−1, 7) at 1 and 3.

With s = e^(−w), 4/(1 + s) − 3/(1 + s³) = (2s − 1)²/(1 + s³). So the outputs P, Q at 1 and at 3 have
4P ≥ 3Q as long as all outer weights are ≥ 0, whatever the width, and the half-plane 4P ≥ 3Q has its
point (3, 4) nearest to (−1, 7), at the squared distance 25. It is the output where all w = log 2
and the outer weights have the sum 9/2: where they are positive, a local minimum, at each width, for
an analytic, increasing and bounded activation. It is not strict: the sum can be shared otherwise.
No minimum in the whole space: outer weights −50 and 36 at w = 0 and log 2 fit the labels. Nearly
all activations and data have such minima (Ding, Li & Sun 2022), all with dependent features.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, chain, combine, function, ge, gt, induct, real

v, s, P, Q = real("v s P Q")
loss = function("L", (P, Q), ((P + 1) ** 2 + (Q - 7) ** 2) / 2)

claim = Claim(
    id="sigmoid-networks-of-every-width-have-a-spurious-minimum",
    says="A sigmoid network of any width with outer weights ≥ 0 has on the data (1, −1) and (3, "
    "7) at least the loss 25/2, which it has where all inner weights are log 2 and the outer "
    "weights have the sum 9/2: where they are positive, a local minimum, at every width.",
    items={
        "O-09": "instance",
        "O-54": "instance",
        "O-N2": "instance",
        "E-12": "instance",
        "L-39": "instance",
    },
    where={
        v: "the outer weight of the next unit",
        s: ("e^(−w), w being its inner weight", "e^{-w}"),
        (P, Q): "the outputs at 1 and at 3 of the units so far",
    },
    given={"outer": ge(v), "inner": gt(s)},
    then=Invariant(
        (ge(4 * P, 3 * Q), ge(loss(P, Q), loss(3, 4))),
        start={P: 0, Q: 0},
        update={P: P + v / (1 + s), Q: Q + v / (1 + s**3)},
    ),
    scope="one hidden layer without biases",
)
half = Rational(1, 2)
witness = [{v: Rational(9, 2), s: half}, {v: 1, s: 1}, {v: 0, s: 2}]
countermodels = {
    "outer": [{v: -8, s: 1}, {v: 1, s: half}],
    "inner": [{v: 9, s: -half}, {v: 1, s: half}],
}


def proof():
    cone = combine(
        claim.at_next_state(0),
        using={"invariant.0": 1, "outer": (2 * s - 1) ** 2 / (1 + s**3)},
    )
    high, low = P + v / (1 + s), Q + v / (1 + s**3)
    far = chain(
        claim.at_next_state(1),
        {"cone": cone},
        using={"cone": 1},
        squares=[(half, high - 3), (half, low - 4)],
    )
    base = combine(claim.at_start(1), using={}, squares=[(Rational(25, 2), 1)])
    return induct(claim, (None, base), (cone, far))
