"""Σ (xᵢ⁴ − 2xᵢ²) over d variables has 3^d critical points, C(d, k) 2^(d−k) of them of index k.

A critical point has each coordinate at one of the two wells or at the maximum between them, and its
index is the number of coordinates at the maximum: C(d, k) ways to choose these, and 2^(d−k) to
choose wells for the others, by the binomial theorem for (2 + z)^d. So minima are (2/3)^d of all,
which is exponentially small, though not 2^(−d), and exponentially many.
"""

from provenscape.kernel import Claim, Inertia, Roots, conjoin, function, inertia, real, roots

x = real("x")
f = function("f", (x,), x**4 - 2 * x**2)
kinds = {(-1,): (1, 0, 0), (0,): (0, 1, 0), (1,): (1, 0, 0)}

claim = Claim(
    id="sums-of-double-wells-have-binomially-many-points-of-each-index",
    says="x⁴ − 2x² has two wells, of index 0, and one critical point more, of index 1: so "
    "Σ (xᵢ⁴ − 2xᵢ²) over d variables has 3^d critical points, C(d, k) 2^(d−k) of index k, and "
    "minima are (2/3)^d of them.",
    items={"N-24": "instance", "N-25": "instance"},
    given={},
    then=(
        Roots(f.gradient(), (x,), tuple(kinds)),
        *(Inertia(f.hessian(at), *counts) for at, counts in kinds.items()),
    ),
    bridges=("binomial-theorem",),
    scope="one variable of a sum without mixed terms; every d",
)


def proof():
    listed = roots(claim.part(0), {x: (f.partial(x), (1,))})
    return conjoin(claim, [listed, *(inertia(claim.part(i)) for i in (1, 2, 3))])
