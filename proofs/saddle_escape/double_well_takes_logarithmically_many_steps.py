"""On the double well (1 − x)/x falls by a factor 2/3 at least at every step of length 1/8.

For a multiple a·f the step is 1/(8a): one over the curvature 8a at the minima. The number of steps
then does not depend on a, while the curvature at the saddle is −4a: with the Lipschitz constant in
the bound the count has no unit, with 1/γ alone it has (claim
steps-are-bounded-by-dimension-and-curvature-alone). Along the wells the step is x⁺ = x(3 − x²)/2,
so that x stays in (0, 1], 1 − x⁺ = (1 − x)²(2 + x)/2 and the quotient is multiplied by (1 − x)(2 +
x)/(3 − x²) ≤ 2/3. Hence 1 − x_t ≤ (2/3)^t(1/x₀ − 1): from |x₀| ≥ s, which a random start satisfies
with probability 1 − O(s), log(1/(sε))/log(3/2) steps give accuracy ε. The other coordinate is
multiplied by 3/4.
"""

from dataclasses import replace

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, gt, induct, le, real
from provenscape.models.landscapes import get

f = get("double_well").f
x, y = f.variables
first, first_y, bound, Q, a, eta = real("x_0 y_0 b Q a eta")
third = Rational(1, 3)
update = {
    x: x - eta * a * f.partial(x),
    y: y - eta * a * f.partial(y),
    bound: 2 * bound / 3,
    Q: 3 * Q / 4,
}

claim = Claim(
    id="double-well-takes-logarithmically-many-steps",
    says="Descent with step 1/(8a) on a > 0 times the double well from 0 < x₀ ≤ 1 is within "
    "(2/3)^t(1/x₀ − 1) of the minimum along x after t steps, and within (3/4)^t|y₀| across: in "
    "polynomial, indeed logarithmic, time, the same for every a.",
    items={"E-02": "instance"},
    where={
        first: "the first coordinate of the start",
        first_y: "the second coordinate of the start",
        bound: "the number (2/3)^t (1/x₀ − 1) after t steps",
        Q: "the power (3/4)^t",
        a: "the factor by which the double well is multiplied",
        eta: "the step length",
    },
    given={
        "right_of_the_saddle": gt(first),
        "left_of_the_minimum": le(first, 1),
        "factor": gt(a),
        "step": eq(8 * a * eta, 1),
    },
    then=Invariant(
        (gt(x), le(x, 1), le(1 - x, bound * x), eq(y, Q * first_y)),
        start={x: first, y: first_y, bound: 1 / first - 1, Q: 1},
        update=update,
        fixed=(a, eta),
    ),
    repairs="steps-are-bounded-by-dimension-and-curvature-alone",
    scope="the double well x₁⁴ − 2x₁² + x₂²",
)
witness = {first: Rational(1, 2), first_y: 1, a: 2, eta: Rational(1, 16)}
countermodels = {
    "left_of_the_minimum": witness | {first: Rational(9, 5)},
    "right_of_the_saddle": witness | {first: -1},
}
mutants = [
    (
        "factor 1/2",
        replace(claim, then=replace(claim.then, update=update | {bound: bound / 2})),
        witness | {first: Rational(1, 10)},
    ),
]


def proof():
    along = f.partial(x) / 8
    steps = (
        combine(
            claim.at_next_state(0),
            using={"invariant.0": 1, "invariant.1": x * (1 + x) / 2, "step": -along},
        ),
        combine(claim.at_next_state(1), using={"step": along}, squares=[((2 + x) / 2, 1 - x)]),
        # (2/3)b x⁺ − (1 − x⁺) = (1 − x²/3)(bx − (1 − x)) + (1 − x)x(3 + x)/6
        combine(
            claim.at_next_state(2),
            using={
                "invariant.2": 2 * third + third * (1 - x) * (1 + x),
                "invariant.1": x * (3 + x) / 6,
                "step": -(1 + 2 * bound / 3) * along,
            },
        ),
        combine(
            claim.at_next_state(3), using={"invariant.3": Rational(3, 4), "step": -f.partial(y) / 8}
        ),
    )
    near_at_first = combine(claim.at_start(2), using={})
    return induct(claim, (None, None, near_at_first, None), steps)
