"""On ¼x⁴ gradient descent is sublinear: after t steps x² ≥ x₀²/(1 + 6ηx₀²t).

x⁺ = x(1 − s) with s = ηx² ≤ ½, and (1 − s)²(1 + 6s) = 1 + s(4 − 11s + 6s²) ≥ 1 there, so that 1/x²
grows by no more than 6η a step. The gap is at least its first value over (1 + 6ηx₀²t)², above every
C q^t with q < 1 for large t. The minimum is degenerate; the PL inequality fails near it.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, function, ge, gt, induct, le, real

x, eta, a, t = real("x eta a t")
f = function("f", (x,), x**4 / 4)

claim = Claim(
    id="quartic-bowl-has-no-linear-rate",
    says="On ¼x⁴, without PL, t steps of gradient descent from x₀ > 0 with 2ηx₀² ≤ 1 leave "
    "x² ≥ x₀²/(1 + 6ηx₀²t): the gap falls no faster than a constant over t².",
    items={"O-63": "instance"},
    where={x: ("the iterate", "x_t"), eta: "the step length", a: "the start", t: "the steps"},
    given={"start": gt(a), "step": gt(eta), "short_step": le(2 * eta * a**2, 1)},
    then=Invariant(
        (ge(x**2 * (1 + 6 * eta * a**2 * t), a**2), gt(x), le(2 * eta * x**2, 1), ge(t)),
        start={x: a, t: 0},
        update={x: x - eta * f.partial(x), t: t + 1},
    ),
    scope="¼x⁴ on the line; starts x₀ < 0 by reflection",
)
witness = {a: 1, eta: Rational(1, 4)}
countermodels = {
    "start": {a: 0, eta: 1},
    "step": {a: 1, eta: -1},
    "short_step": {a: 1, eta: 1},
}


def proof():
    half = Rational(1, 2)
    s = eta * x**2
    slow, positive, short, counts = (claim.at_next_state(i) for i in range(4))
    steps = (
        combine(slow, using={"invariant.0": (1 - s) ** 2, "invariant.2": a**2 * s * (4 - 3 * s)}),
        combine(positive, using={"invariant.2": x * half, "invariant.1": half}),
        combine(short, using={"invariant.2": 1}, squares=[(2 * (2 - s), s)]),
        combine(counts, using={"invariant.3": 1}, squares=[(1, 1)]),
    )
    return induct(claim, (None, None, None, None), steps)
