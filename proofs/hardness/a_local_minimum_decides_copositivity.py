"""To find a local minimum is NP-hard, already for polynomials of degree six that have a global one.

For a symmetric integer matrix M let f(x) = Σ M_ij x_i²x_j² + |x|⁶ = q(x) + r(x). It grows in every
direction, so that it has a global minimum. Along the ray through x, f(sx) = qs⁴ + rs⁶ with r > 0
for x ≠ 0. If x ≠ 0 is stationary then 4q + 6r = 0: q(x) < 0, f(x) < 0, and f(sx) < 0 for 0 < s ≤ 1,
so that the origin is no local minimum. With u_i = x_i², any vector u ≥ 0, q = u'Mu. Hence either M
is copositive, q ≥ 0 everywhere, and the origin is the only stationary point and the only local
minimum; or M is not, the origin is no local minimum, and every local minimum x ≠ 0, there is one,
has u'Mu < 0. One local minimum, of which it need only be known whether it is 0, decides
copositivity, whose negation is NP-complete (Murty & Kabadi 1987); for a graph, M = k(J − A) − J is
copositive just if no clique has more than k vertices (de Klerk & Pasechnik 2002, in terms of stable
sets), so that large numbers are not needed.

Whether a given point is a local minimum is NP-hard to decide too, at degree four: the origin and q
alone. At degree four a local minimum need not exist, and whether one does is NP-hard (Ahmadi &
Zhang 2022, who also show that on a polytope no point within the distance cⁿ of a local minimum of a
quadratic function is found in polynomial time unless P = NP). For cubic polynomials a local minimum
is found by semidefinite programming, while stationary points are NP-hard to find (Ahmadi & Zhang
2022). All this counts bits. Points with |∇f| ≤ ε and λ_min ≥ −√ε are found in a number of steps
that is polynomial in 1/ε, the Lipschitz constants and f(x_0) − f*, and those of strict saddle
functions are near local minima; but these constants may be exponential in the bits of f, in which
even coarse stationary points are NP-hard to find (Ahmadi & Hall 2026). Here the origin is such a
point and need not be a minimum. Anandkumar & Ge (2016) have that points which satisfy the
conditions of order four are NP-hard to find.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, function, gt, le, lt, real

s, q, r = real("s q r")
f = function("f", (s,), q * s**4 + r * s**6)

claim = Claim(
    id="a-local-minimum-decides-copositivity",
    says="f(x) = Σ M_ij x_i²x_j² + |x|⁶ has a global minimum; where x ≠ 0 is stationary, u'Mu < "
    "0 for u_i = x_i² and f(sx) < 0 for 0 < s ≤ 1: a local minimum is 0 just if M is "
    "copositive, so that to find one is NP-hard.",
    items={"E-13": "part it-is-hard"},
    where={
        s: "the parameter of the ray through a point x, at which it is 1",
        q: ("the form of M at the squares of the coordinates of x", r"u^\top M u"),
        r: ("the sixth power of the length of x", r"|x|^6"),
    },
    given={
        "not_the_origin": gt(r),
        "stationary": eq(f.partial(s, at=(1,))),
        "off_the_origin": gt(s**2),
        "up_to_x": le(s**2, 1),
    },
    then=(lt(q), lt(f(1)), lt(f(s))),
    bridges=("copositivity-is-hard", "extreme-value-theorem"),
    scope="every symmetric matrix M of every order; f along a ray",
)
witness = {s: Rational(1, 2), q: -3, r: 2}
countermodels = {
    "not_the_origin": {s: 1, q: 0, r: 0},
    "stationary": {s: 1, q: 1, r: 1},
    "off_the_origin": {s: 0, q: -3, r: 2},
    "up_to_x": {s: 2, q: -3, r: 2},
}


def proof():
    half = Rational(1, 2)
    form = combine(claim.part(0), {"not_the_origin": 3 * half, "stationary": -half * half})
    value = combine(claim.part(1), {"not_the_origin": half, "stationary": -half * half})
    ray = combine(
        claim.part(2),
        {
            "not_the_origin": half * s**4,
            "stationary": -half * half * s**4,
            "up_to_x": r * s**4,
        },
    )
    return conjoin(claim, [form, value, ray])
