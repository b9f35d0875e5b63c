"""Momentum of 9/10 that enters a plateau in steps of a tenth of its width rests at 9/10 of it.

From the velocity v₀ the distance gone on a plateau tends to z with z(1 − β) = ηβv₀ (claim
momentum-coasts-a-finite-distance), nine steps of the length ηv₀ at entry for β = 9/10. A plateau
that is wider is not crossed. Down a slope of steepness G velocities come to G/(1 − β) at most.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, ge, gt, real, refute

beta, eta, first, z, width = real("beta eta v_0 z w")

claim = Claim(
    id="momentum-crosses-a-plateau-of-ten-entry-steps",
    says="Like a ball that rolls on, momentum of 9/10, the usual one, that enters a plateau in "
    "steps of a tenth of its width is carried across it.",
    items={"L-33": "whole", "L-30": "part coasts-through"},
    where={
        beta: "the momentum coefficient",
        eta: "the step length",
        first: "the velocity at the entry",
        z: "the distance gone on the plateau until rest, by which all that is less is crossed",
        width: "the width of the plateau",
    },
    given={
        "momentum": eq(beta, Rational(9, 10)),
        "step": gt(eta),
        "moving": gt(first),
        "width": eq(width, 10 * eta * first),
        "coasting": eq(z * (1 - beta), eta * beta * first),
    },
    then=ge(z, width),
    scope="v ← βv + ∇J and θ ← θ − ηv; an exactly flat plateau",
)


def refutation():
    return refute(claim, {beta: Rational(9, 10), eta: 1, first: 1, width: 10, z: 9})
