"""On x² − y² the escape subspace is the y axis; every perturbation with ξ_x > 0 misses it.

In the plane these are the right half of the disc, with probability one half; the left half misses
it too. A proper subspace has probability 0, not 1.
"""

from sympy import Rational, pi

from provenscape.kernel import Claim, Inertia, eq, ge, gt, le, real, refute
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
x, y = f.variables
inside, right, r = real("inside right r")

claim = Claim(
    id="perturbation-lands-in-the-escape-subspace",
    says="A random perturbation lies almost surely in the subspace of negative curvature, the y "
    "axis for x² − y².",
    items={"N-42": "whole"},
    where={
        inside: ("the probability of the y axis", r"P(\xi_x=0)"),
        right: ("the probability of the right half of the disc", r"P(\xi_x>0)"),
        r: "the radius of the ball",
    },
    given={
        "radius": gt(r),
        "uniform": eq(right * pi * r**2, pi * r**2 / 2),
        "probability": ge(inside),
        "total": le(inside + right, 1),
    },
    then=(
        ge(inside, 1),
        Inertia(f.hessian((0, 0)), 1, 1, 0),
    ),
    scope="the saddle of x² − y², whose negative curvature is along y; a perturbation uniform in a "
    "disc, of which the right half has half the area",
)


def refutation():
    return refute(claim, {inside: 0, right: Rational(1, 2), r: 1})
