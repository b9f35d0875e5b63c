"""On the double well (1 − x)/x falls by a factor 2/3 at least at every step of length 1/8.

The step is x⁺ = x(3 − x²)/2, so that 1 − x⁺ = (1 − x)²(2 + x)/2 and the quotient is multiplied by
(1 − x)(2 + x)/(3 − x²) ≤ 2/3. Hence 1 − x_t ≤ (2/3)^t(1/x₀ − 1): from |x₀| ≥ s, which a random
start satisfies with probability 1 − O(s), log(1/(sε))/log(3/2) steps give accuracy ε.
"""

from dataclasses import replace

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, gt, induct, le, real
from provenscape.models.landscapes import get

well = get("double_well")
x = well.variables[0]
first, bound = real("x_0 b")  # b = (2/3)^t (1/x₀ − 1)
following = x - well.gradient[0] / 8
third = Rational(1, 3)

claim = Claim(
    id="double-well-takes-logarithmically-many-steps",
    items=["E-02"],
    says="Gradient descent on the double well from 0 < x₀ ≤ 1 is within (2/3)^t(1/x₀ − 1) of the "
    "minimum after t steps: in polynomial, indeed logarithmic, time.",
    given={
        "right_of_the_saddle": gt(x),
        "left_of_the_minimum": le(x, 1),
        "start": gt(first**2),
    },
    then=Invariant(
        le(1 - x, bound * x),
        start={x: first, bound: 1 / first - 1},
        update={x: following, bound: 2 * bound / 3},
    ),
    scope="step 1/8; that x stays in (0, 1] is plain-descent-reaches-the-minimum-of-the-double-"
    "well; the other coordinate is multiplied by 3/4; one of the many cases",
)
witness = {x: Rational(1, 2), first: Rational(1, 2), bound: 1}
countermodels = {
    "right_of_the_saddle": {x: -1, first: -1, bound: -2},
    "left_of_the_minimum": {x: Rational(9, 5), first: Rational(9, 5), bound: Rational(-4, 9)},
}
mutants = [
    (
        "factor 1/2",
        replace(claim, then=replace(claim.then, update={x: following, bound: bound / 2})),
    )
]


def proof():
    law = claim.then
    given = {name: h.subs(law.start) for name, h in claim.given.items()}
    base = combine(replace(claim, given=given, then=law.relation.subs(law.start)), using={})
    # (2/3)b x⁺ − (1 − x⁺) = (1 − x²/3)(bx − (1 − x)) + (1 − x)x(3 + x)/6
    step = combine(
        replace(
            claim, given={**claim.given, "law": law.relation}, then=law.relation.subs(law.update)
        ),
        using={
            "law": 2 * third + third * (1 - x) * (1 + x),
            "left_of_the_minimum": x * (3 + x) / 6,
        },
    )
    return induct(claim, base, step)
