"""Where the gradient vanishes the velocity of momentum falls below every fraction of its value.

v ← βv + ∇J with ∇J = 0 gives v = v₀β^t (velocity-decays-geometrically-in-a-flat-region), and β^t is
below any h > 0 for t large enough if β < 1: β^t ≤ 1/(1 + t(1/β − 1)).
"""

from provenscape.kernel import Claim, eq, ge, gt, lt, real, refute

v, first, decay, h = real("v v_0 B h")

claim = Claim(
    id="velocity-stays-high-in-a-flat-region",
    says="With momentum the velocity stays high while the iterate is in a flat region: above some "
    "fraction of what it was.",
    items={"L-30": "part velocity-stays-high"},
    where={
        h: "the fraction",
        v: ("the velocity after t steps in the region", "v_t"),
        first: "the velocity when the region is entered",
        decay: ("β^t, which takes values below every positive number", r"\beta^t"),
    },
    given={
        "moving": gt(first),
        "decay": gt(decay),
        "damped": lt(decay, 1),
        "flat": eq(v, first * decay),
    },
    then=ge(v, h * first),
    constants=(h,),
    scope="an exactly flat region, so wide that the iterate stays in it: wider than all further "
    "steps together",
)


def refutation():
    return refute(claim, {first: 1, decay: h / (2 + 2 * h), v: h / (2 + 2 * h)})
