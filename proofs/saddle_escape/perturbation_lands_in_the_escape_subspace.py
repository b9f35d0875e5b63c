"""A perturbation uniform in a ball of R³ is within s of a plane with a probability below 1.

For x² − y² − z² the escape subspace is the plane x = 0, and the coordinate ξ_x of a perturbation
uniform in the ball of radius r has the density ¾(1 − u²) at u = ξ_x/r. So |ξ_x| ≤ s has the
probability (3s/r − s³/r³)/2, which is 1 at s = r only and tends to 0 with s: the subspace itself
has probability 0, not 1.
"""

from sympy import Rational

from provenscape.kernel import Claim, Inertia, function, ge, gt, le, real, refute

x, y, z, s, r = real("x y z s r")
f = function("f", (x, y, z), x**2 - y**2 - z**2)
p = function("p", (s,), (3 * s / r - s**3 / r**3) / 2)

claim = Claim(
    id="perturbation-lands-in-the-escape-subspace",
    says="A random perturbation lies almost surely in the subspace of negative curvature: for "
    "x² − y² − z² it is within s of the plane x = 0 with probability 1, however small s > 0 is.",
    items={"N-42": "whole"},
    where={
        s: "a distance from the escape subspace, the plane x = 0",
        r: "the radius of the ball in which the perturbation is uniform",
    },
    given={"radius": gt(r), "distance": gt(s), "within_the_ball": le(s, r)},
    then=(ge(p(s), 1), Inertia(f.hessian((0, 0, 0)), 1, 2, 0)),
    bridges=("coordinate-of-a-uniform-ball",),
    about="a random perturbation and the escape subspace",
    scope="the saddle of x² − y² − z² in R³; p(s) is the probability of |ξ_x| ≤ s",
)


def refutation():
    return refute(claim, {s: Rational(1, 2), r: 1})
