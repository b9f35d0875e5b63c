"""In a flat region the velocity of momentum is v₀β^t after t steps.

Plain gradient descent stops there at once; momentum remembers, but forgets at the rate β.
"""

from provenscape.kernel import Claim, Invariant, combine, eq, induct, real

beta, v, B, first, slope = real("beta v B v_0 slope")

claim = Claim(
    id="velocity-decays-geometrically-in-a-flat-region",
    says="With momentum the velocity in an exactly flat region is v₀β^t: it decays, slowly if β is "
    "near 1.",
    items={"L-30": "part velocity-stays-high"},
    where={
        beta: "the momentum coefficient",
        v: "the velocity, in one coordinate",
        first: "the velocity when the region is entered",
        B: ("β^t after t steps", r"\beta^t"),
        slope: ("the gradient, in that coordinate", r"\nabla J"),
    },
    given={"flat": eq(slope)},
    then=Invariant(
        eq(v, first * B),
        start={v: first, B: 1},
        update={v: beta * v + slope, B: beta * B},
        fixed=(beta,),
    ),
    repairs="velocity-stays-high-in-a-flat-region",
    scope="one coordinate of v ← βv + ∇J, a region with ∇J = 0",
)
witness = {beta: 1, first: 1, slope: 0}
countermodels = {"flat": witness | {slope: 1}}


def proof():
    step = combine(claim.at_next_state(), using={"invariant": beta, "flat": 1})
    return induct(claim, None, step)
