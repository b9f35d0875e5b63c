"""Fitting an orthogonal tensor by least squares over all of R²: the origin is a degenerate saddle.

‖Σ eᵢ⊗eᵢ⊗eᵢ⊗eᵢ − u⊗u⊗u⊗u‖² = d − 2 Σ uᵢ⁴ + |u|⁸ has gradient and Hessian 0 at the origin, and
smaller values as near as one likes: f(t, 0) − f(0, 0) = −t⁴(2 − t⁴). So this formulation is not
strict saddle. Ge et al. (2015) decompose on spheres instead.
"""

from sympy import Rational

from provenscape.kernel import Claim, Inertia, combine, conjoin, eq, function, gt, inertia, lt, real

x, y, t = real("x y t")
f = function("f", (x, y), 2 - 2 * (x**4 + y**4) + (x**2 + y**2) ** 4)
slopes = f.gradient(at=(0, 0))

claim = Claim(
    id="the-origin-of-a-tensor-fit-is-a-degenerate-saddle",
    says="Fitting an orthogonal tensor by least squares without a constraint, gradient and Hessian "
    "vanish at the origin, and there are lower values arbitrarily near.",
    items={},
    where={t: "the distance from the origin"},
    given={"moved": gt(t**2), "near": lt(t**4, 2)},
    then=(*map(eq, slopes), Inertia(f.hessian(at=(0, 0)), 0, 0, 2), lt(f(t, 0), f(0, 0))),
    scope="one component for a tensor of order four in the plane",
)
witness = {t: 1}
countermodels = {"moved": {t: 0}, "near": {t: Rational(3, 2)}}


def proof():
    flat = [combine(claim.part(i), using={}) for i in (0, 1)]
    lower = combine(claim.part(3), using={"near": t**4})
    return conjoin(claim, [*flat, inertia(claim.part(2)), lower])
