"""Where the gradient vanishes the velocity of momentum falls below every fraction of its value.

v ← βv + ∇J with ∇J = 0 gives v = v₀β^t (velocity-decays-geometrically-in-a-flat-region), and β^t is
below any h > 0 for t large enough if β < 1.
"""

from provenscape.kernel import Claim, eq, ge, gt, lt, real, refute

v, first, decay, h = real("v v_0 B h")  # B = β^t

claim = Claim(
    id="velocity-stays-high-in-a-flat-region",
    items=["L-30"],
    says="With momentum the velocity stays high while the iterate is in a flat region: above some "
    "fraction of what it was.",
    given={
        "moving": gt(first),
        "decay": gt(decay),
        "damped": lt(decay, 1),
        "flat": eq(v, first * decay),
    },
    then=ge(v, h * first),
    locally=(h,),
    scope="'for some fraction h the velocity is at least hv₀ for as long as the region is flat'; "
    "B = β^t takes values below every h; an exactly flat region",
)


def refutation():
    return refute(claim, {first: 1, decay: h / (2 + 2 * h), v: h / (2 + 2 * h)})
