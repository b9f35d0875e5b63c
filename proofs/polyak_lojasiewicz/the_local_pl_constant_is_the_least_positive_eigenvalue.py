"""Near a set of minima µ cannot exceed the least positive eigenvalue, and on a ring comes near it.

By Rebjock & Boumal (2025) a function that is PL with µ near a minimum x* has ⟨v, Hv⟩ ≥ µ|v|² for
all v normal to the set of minima: an eigenvector normal to it has an eigenvalue of µ at least. For
¼(|x|² − 1)², whose minima form a circle and whose Hessian there has the eigenvalues 2 and 0, the
four local properties hold with constants that tend to 2 as the neighbourhood |x| ≥ r shrinks, r →
1: PL with 2r², the error bound with r(1 + r), quadratic growth with (1 + r)²/2. Only |x| occurs, so
that the same is true of the sphere of minima in every dimension.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, gt, real

x, y, s, r = real("x y s r")
mu, m, v2, form = real("mu m v2 form")
quarter = Rational(1, 4)
f = function("f", (x, y), (x**2 + y**2 - 1) ** 2 / 4)
gradient2 = f.partial(x) ** 2 + f.partial(y) ** 2

claim = Claim(
    id="the-local-pl-constant-is-the-least-positive-eigenvalue",
    says="If f is PL with µ near a minimum, no eigenvalue of the Hessian there along a direction "
    "normal to the set of minima is below µ. Of ¼(|x|² − 1)², minimal on the unit circle with the "
    "eigenvalues 2 and 0, PL holds for |x| ≥ r with µ = 2r², ‖∇f‖ ≥ r(1 + r) times the distance "
    "and f ≥ ¼(1 + r)² times its square: the three constants tend to 2.",
    items={},
    where={
        mu: "a PL constant of f near the minimum",
        m: "an eigenvalue of the Hessian at the minimum",
        v2: ("the squared length of its eigenvector, normal to the set of minima", "|v|^2"),
        form: ("the Hessian's form at it", "v^\\top Hv"),
        s: ("the length of the point (x, y)", "|x|"),
        r: "the least length in the neighbourhood",
    },
    given={
        "curvature": ge(form, mu * v2),
        "eigenvector": eq(form, m * v2),
        "nonzero": gt(v2),
        "length": eq(s**2, x**2 + y**2),
        "length_is_positive": ge(s),
        "radius": ge(r),
        "near_the_circle": ge(s, r),
    },
    then=(
        ge(m, mu),
        eq(f.partial(x, x, at=(1, 0)), 2),
        eq(f.partial(x, y, at=(1, 0))),
        eq(f.partial(y, y, at=(1, 0))),
        ge(gradient2 / 2, 2 * r**2 * f(x, y)),
        ge(gradient2, (r * (1 + r)) ** 2 * (s - 1) ** 2),
        ge(f(x, y), (1 + r) ** 2 * (s - 1) ** 2 / 4),
    ),
    facts={"curvature": "local-pl-and-morse-bott"},
    scope="the first part for every twice continuously differentiable f; the circle in the plane, "
    "|s − 1| being the distance from it",
)
witness = {mu: 1, m: 2, v2: 1, form: 2, x: 1, y: 0, s: 1, r: 1}
countermodels = {
    "curvature": witness | {mu: 3},
    "eigenvector": witness | {m: 0},
    "length": witness | {x: 0, s: 2, r: 2},
    "near_the_circle": witness | {x: quarter, s: quarter, r: 1},
}


def proof():
    q, w = x**2 + y**2, x**2 + y**2 - 1
    eigenvalue = combine(claim.part(0), using={"curvature": 1, "eigenvector": -1}, scale=v2)
    at_a_minimum = [combine(claim.part(i), using={}) for i in (1, 2, 3)]
    pl = combine(
        claim.part(4), using={"near_the_circle": w**2 * (s + r) / 2, "length": -(w**2) / 2}
    )
    error_bound = combine(
        claim.part(5),
        using={
            "near_the_circle": (s - 1) ** 2 * (s + r + 1) * (s**2 + s + r**2 + r),
            "length": -(q**2 + q * s**2 + s**4 - 2 * (q + s**2) + 1),
        },
    )
    growth = combine(
        claim.part(6),
        using={
            "near_the_circle": quarter * (s - 1) ** 2 * (s + r + 2),
            "length": -quarter * (q + s**2 - 2),
        },
    )
    return conjoin(claim, [eigenvalue, *at_a_minimum, pl, error_bound, growth])
