"""With I_d = ∫₋₁¹ (1 − u²)^((d−1)/2) du, I_d · I_{d+1} = 2π/(d + 1) in every dimension d.

Integration by parts gives I_{d+2} = I_d (d + 1)/(d + 2); I₁ = 2 and I₂ = π/2. 1/(r I_d) is the
density at 0 of one coordinate of a point uniform in the ball of radius r in R^d.
"""

from dataclasses import replace

from sympy import Rational, pi

from provenscape.kernel import Claim, Invariant, combine, eq, gt, induct, real

d, section, next_section = real("d I_d I_next")

claim = Claim(
    id="ball-sections-multiply-to-two-pi-over-d-plus-one",
    says="The normalising integrals of one coordinate of a point uniform in the unit ball satisfy "
    "I_d · I_{d+1} = 2π/(d + 1).",
    items={},
    where={
        d: "the dimension, from 1 on",
        section: ("the integral in dimension d", "I_d"),
        next_section: ("the integral in dimension d + 1", "I_{d+1}"),
    },
    given={"dimension": gt(d)},
    then=Invariant(
        eq(section * next_section * (d + 1), 2 * pi),
        start={d: 1, section: 2, next_section: pi / 2},
        update={d: d + 1, section: next_section, next_section: section * (d + 1) / (d + 2)},
    ),
    bridges=("beta-integral",),
)
witness = {}
mutants = [
    (
        "starts from I_2 = 2/3",
        replace(
            claim, then=replace(claim.then, start={d: 1, section: 2, next_section: Rational(2, 3)})
        ),
    )
]


def proof():
    return induct(claim, None, combine(claim.at_next_state(), using={"invariant": 1}))
