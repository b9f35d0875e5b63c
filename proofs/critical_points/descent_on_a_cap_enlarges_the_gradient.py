"""On −x² the slope after t steps of gradient descent is (1 + 2η)^t times the first slope.

Each step multiplies x, and with it the slope −2x, by 1 + 2η. By Bernoulli's inequality the square
of the slope is at least its first value times (1 + 2ηt)², beyond every bound: nothing makes the
gradient tend to 0.
"""

from provenscape.kernel import Claim, Invariant, combine, eq, function, ge, gt, induct, real

x, eta, a, t, P = real("x eta a t P")
f = function("f", (x,), -(x**2))

claim = Claim(
    id="descent-on-a-cap-enlarges-the-gradient",
    says="On −x² t steps of any length η > 0 multiply the slope by exactly (1 + 2η)^t ≥ 1 + 2ηt.",
    items={"O-02": "instance"},
    where={
        x: ("the iterate", "x_t"),
        eta: "the step length",
        a: ("the start", "x_0"),
        t: "the number of steps",
        P: "the power (1 + 2η)^t",
    },
    given={"step": gt(eta)},
    then=Invariant(
        (
            eq(f.partial(x), P * f.partial(x, at=(a,))),
            ge(P, 1 + 2 * eta * t),
            ge(t),
        ),
        start={x: a, t: 0, P: 1},
        update={x: x - eta * f.partial(x), t: t + 1, P: (1 + 2 * eta) * P},
    ),
    scope="−x², every start and every step length",
)
witness = {a: 1, eta: 1}
countermodels = {"step": [{a: 1, eta: -2}, {}, {}, {}]}


def proof():
    slope, power, count = (claim.at_next_state(i) for i in range(3))
    steps = (
        combine(slope, using={"invariant.0": 1 + 2 * eta}),
        combine(power, using={"invariant.1": 1 + 2 * eta, "invariant.2": 4 * eta**2}),
        combine(count, using={"invariant.2": 1}, squares=[(1, 1)]),
    )
    return induct(claim, (None, None, None), steps)
