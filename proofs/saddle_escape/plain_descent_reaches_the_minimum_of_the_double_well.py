"""On the double well plain descent with η = 1/8 from 0 < x₀ ≤ 1 reaches the minimum at x = 1.

x⁺ = x + x(1 − x²)/2, so 1 − x⁺ = (1 − x)(1 − x(1 + x)/2) with a factor of at most 1 − x₀/2: x stays
in [x₀, 1] and the distance to 1 falls by that factor at least; y is multiplied by 3/4. By symmetry
all starts with 0 < |x₀| ≤ 1 leave the saddle; x₀ = 0 is the only one that does not.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, chain, combine, eq, ge, gt, induct, le, real
from provenscape.models.landscapes import get

f = get("double_well").f
x, y = f.variables
first_x, first_y, Q, S = real("x_0 y_0 Q S")
eta = Rational(1, 8)

claim = Claim(
    id="plain-descent-reaches-the-minimum-of-the-double-well",
    says="Plain gradient descent with step 1/8 on the double well goes from every start with 0 < "
    "x₀ ≤ 1 to the minimum (1, 0): 1 − x ≤ (1 − x₀)(1 − x₀/2)^t and y = y₀(3/4)^t after t steps, "
    "with neither momentum nor noise.",
    items={"L-31": "instance", "L-04": "instance"},
    where={
        (first_x, first_y): "the coordinates of the start",
        Q: ("(1 − x₀/2)^t after t steps", "Q_t"),
        S: ("(3/4)^t after t steps", "S_t"),
    },
    given={"off_the_saddle": gt(first_x), "left_of_the_minimum": le(first_x, 1)},
    then=Invariant(
        (
            ge(x, first_x),
            le(x, 1),
            le(1 - x, (1 - first_x) * Q),
            eq(y, first_y * S),
        ),
        start={x: first_x, y: first_y, Q: 1, S: 1},
        update={
            x: x - eta * f.partial(x),
            y: y - eta * f.partial(y),
            Q: (1 - first_x / 2) * Q,
            S: Rational(3, 4) * S,
        },
    ),
    repairs="plain-descent-stays-at-the-saddle-of-the-double-well",
    scope="step length 1/8; the starts with x₀ < 0 by reflection",
)
half = Rational(1, 2)
witness = {first_x: half, first_y: 1}
countermodels = {
    "off_the_saddle": witness | {first_x: -half},
    "left_of_the_minimum": witness | {first_x: 2},
}


def proof():
    next_states = [claim.at_next_state(i) for i in range(4)]
    off = claim.lemma("x > 0", next_states[0].given, gt(x))
    lemma = {"off": combine(off, using={"invariant.0": 1, "off_the_saddle": 1})}
    away = chain(next_states[0], lemma, using={"invariant.0": 1, "invariant.1": x * (1 + x) / 2})
    inside = chain(next_states[1], lemma, using={"invariant.1": (1 - x) * (2 + x) / 2})
    # 1 − x⁺ = (1 − x)(1 − x₀/2) − (1 − x)(x − x₀)/2 − (1 − x)x²/2
    nearer = chain(
        next_states[2],
        lemma,
        using={
            "invariant.2": 1 - first_x / 2,
            "invariant.0": (1 - x) / 2,
            "invariant.1": x**2 / 2,
        },
    )
    across = combine(next_states[3], using={"invariant.3": Rational(3, 4)})
    return induct(claim, (None,) * 4, (away, inside, nearer, across))
