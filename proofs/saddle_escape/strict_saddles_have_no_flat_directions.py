"""x² + y⁴ − z² has a strict saddle at the origin, and its Hessian diag(2, 0, −2) a flat direction.

The origin is its only stationary point; λ_min = −2 < 0, and Hu = 0 for u along y.
"""

from sympy import Matrix

from provenscape.kernel import Claim, eq, function, gt, lt, real, refute

x, y, z = real("x y z")
u = real("u1 u2 u3")
f = function("f", (x, y, z), x**2 + y**4 - z**2)
origin = (0, 0, 0)
image = f.hessian(origin) * Matrix(u)
stationary = {f"stationary_along_{v}": eq(f.partial(v, at=origin)) for v in f.variables}

claim = Claim(
    id="strict-saddles-have-no-flat-directions",
    says="A stationary point with λ_min(H) < 0 has no flat directions: Hu ≠ 0 for every u ≠ 0.",
    items={"O-28": "part no-flat-directions"},
    where={u: "the components of a direction"},
    given={
        **stationary,
        "strict": lt(f.partial(z, z, at=origin), 0),
        "direction": gt(sum(c**2 for c in u)),
    },
    then=gt(sum(c**2 for c in image)),
    scope="x² + y⁴ − z² at the origin",
)


def refutation():
    return refute(claim, dict(zip(u, (0, 1, 0), strict=True)))
