"""Value and slope of a quadratic at 0 are the same for every curvature, whose sign decides.

Whatever the symmetric H, c + ½v'Hv has value c and gradient 0 at the origin: along a ray tv value
and slope are c and 0 for every curvature a = v'Hv, and the change of the value has the sign of a.
So value and gradient at the point leave all four kinds open, and the curvatures are needed; they
are enough unless one is 0 (claim a-singular-semidefinite-hessian-leaves-the-type-open).
"""

from provenscape.kernel import Claim, combine, conjoin, eq, function, gt, real

t, a, c = real("t a c")
f = function("f", (t, a, c), c + a * t**2 / 2)
AT_0 = (0, a, c)

claim = Claim(
    id="the-sign-of-the-curvature-decides-at-equal-value-and-slope",
    says="For every symmetric H, c + ½v'Hv has at the origin the value c and along each ray the "
    "slope 0 and the curvature a = v'Hv; where a ≠ 0 its change along the ray has the sign of a.",
    items={"N-21": "part hessian-is-needed"},
    where={
        t: "the parameter of a ray tv; f is c + ½v'Hv along it",
        a: ("the curvature along v", r"v^\top H v"),
        c: "the value at the origin",
    },
    given={"curved": gt(a**2), "displaced": gt(t**2)},
    then=(
        eq(f(*AT_0), c),
        eq(f.partial(t, at=AT_0)),
        eq(f.partial(t, t, at=AT_0), a),
        gt(a * (f(t, a, c) - f(*AT_0))),
    ),
    scope="quadratics in every dimension",
)
witness = {t: 1, a: 1, c: 0}
countermodels = {"curved": witness | {a: 0}, "displaced": witness | {t: 0}}


def proof():
    level = [combine(claim.part(i), using={}) for i in range(3)]
    return conjoin(claim, [*level, combine(claim.part(3), using={"curved": t**2 / 2})])
