"""Momentum that comes down a slope of 1 in steps of 1/100 coasts 9/10 on the plateau at its foot.

On a slope of steepness G velocities tend to G/(1 − β), the one that v ← βv + G keeps, and come to
no more from rest: here it is 10. From the velocity v₀ the distance gone on a plateau tends to z
with z(1 − β) = ηβv₀ (claim momentum-coasts-a-finite-distance). With β = 9/10 that is less than the
width 1 of the plateau, on which the iterate comes to rest. Shorter steps carry less far.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, ge, gt, le, real, refute

beta, eta, first, z, slope, width = real("beta eta v_0 z G w")
nine_tenths, hundredth = Rational(9, 10), Rational(1, 100)

claim = Claim(
    id="momentum-crosses-every-plateau",
    says="Like a ball that rolls down a slope of 1 and has the velocity to which that leads, "
    "momentum of 9/10 with step lengths of at most 1/100 is carried across a plateau of width 1 at "
    "its foot.",
    items={"L-33": "whole", "L-30": "part coasts-through"},
    where={
        beta: "the momentum coefficient",
        eta: "the step length",
        slope: "the steepness of the slope above the plateau",
        first: "the velocity at the entry",
        z: "the distance gone on the plateau until rest, by which all that is less is crossed",
        width: "the width of the plateau",
    },
    given={
        "momentum": eq(beta, nine_tenths),
        "steepness": eq(slope, 1),
        "kept_on_the_slope": eq(first, beta * first + slope),
        "step": gt(eta),
        "short": le(eta, hundredth),
        "width": eq(width, 1),
        "coasting": eq(z * (1 - beta), eta * beta * first),
    },
    then=ge(z, width),
    scope="v ← βv + ∇J and θ ← θ − ηv; an exactly flat plateau below a slope so long that the "
    "velocity has come to what it keeps",
)


def refutation():
    point = {beta: nine_tenths, slope: 1, first: 10, eta: hundredth, width: 1}
    return refute(claim, point | {z: nine_tenths})
