"""In the non-convex double well descent is linear from every start with ½ ≤ x₁ ≤ √2, any x₂.

With u = x₁² − 1 a step of length 1/20 multiplies u by w = 3/5 − 9u/25 + u²/25, between 0.28 and
0.8925 for −¾ ≤ u ≤ 1, and x₂ by 0.9. So the gap u² + x₂² falls by the factor 0.81 or less at each
step, and by about 0.36 near the minimum if x₂ = 0. Nearer the saddle x₁ grows by a factor of at
least 1.15 a step, so that the plateau there lasts for log(1/x₁) steps and is no sublinear one.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, real
from provenscape.models import landscapes

f = landscapes.get("double_well").f
x, y = f.variables
a, b, Q = real("a b Q")
eta = Rational(1, 20)

claim = Claim(
    id="descent-in-a-double-well-is-linear-from-far",
    says="On the non-convex double well, from every (x₁, x₂) with ½ ≤ x₁ ≤ √2, t steps of length "
    "1/20 leave at most 0.81^t of the gap, and x₁ in these bounds.",
    items={"O-63": "instance"},
    where={
        (a, b): "the start",
        (x, y): "the iterate",
        Q: ("the power 0.81^t, t the number of steps", "Q_t"),
    },
    given={
        "side": gt(a),
        "not_too_near": ge(a**2, Rational(1, 4)),
        "not_too_far": le(a**2, 2),
    },
    then=Invariant(
        (
            le(f(x, y) - f(1, 0), Q * (f(a, b) - f(1, 0))),
            gt(x),
            ge(x**2, Rational(1, 4)),
            le(x**2, 2),
        ),
        start={x: a, y: b, Q: 1},
        update={x: x - eta * f.partial(x), y: y - eta * f.partial(y), Q: Rational(81, 100) * Q},
    ),
    scope="the double well x₁⁴ − 2x₁² + x₂² and the step length 1/20",
)
witness = {a: 1, b: 1}
countermodels = {
    "side": {a: -1, b: 0},
    "not_too_near": {a: Rational(1, 10), b: 0},
    "not_too_far": {a: 5, b: 0},
}


def proof():
    near, far = x**2 - Rational(1, 4), 2 - x**2
    u = x**2 - 1
    below_limit = ((Rational(3, 400), 1), (Rational(7, 20), near), (Rational(1, 25), near * far))
    above_limit = ((Rational(59, 50), 1), (Rational(7, 25), far), (Rational(1, 25), far**2))
    # their sums are 9/10 − w and 9/10 + w
    slack = [(c * d * p * q, u) for c, p in below_limit for d, q in above_limit]
    gap, side, below, above = (claim.at_next_state(i) for i in range(4))
    steps = (
        combine(gap, using={"invariant.0": Rational(81, 100)}, squares=slack),
        combine(side, using={"invariant.1": Rational(4, 5), "invariant.3": x / 5}),
        combine(
            below,
            using={"invariant.2": Rational(21, 50) + Rational(9, 20) * far},
            squares=[(Rational(129, 1600), 1), (near / 25, near)],
        ),
        combine(
            above,
            using={"invariant.3": far**2 / 25},
            squares=[(Rational(18, 25), 1), (Rational(6, 25), far)],
        ),
    )
    return induct(claim, (None, None, None, None), steps)
