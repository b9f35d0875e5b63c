"""At a point with k coordinates ±1/√k the curvatures are −8/k, k − 1 times, and 4/k, d − k times.

The curvature along a tangent v is −12 Σ xᵢ² vᵢ² + 4 (Σ xᵢ⁴)|v|². With A the squared length of the
part of v on the k coordinates and B that of the rest it is (4B − 8A)/k. The tangents on the k
coordinates form k − 1 dimensions. For k = 1 none is left, A = 0, and the point is a minimum.
"""

from sympy import S, sqrt

from provenscape.kernel import Claim, Inertia, combine, conjoin, eq, gt, inertia, lt, real
from provenscape.models.landscapes import OnSphere, tensor_decomposition

k, a, A, B = real("k a A B")
form = -12 * a**2 * A + 4 * (k * a**4) * (A + B)
SIZES = range(2, 9)


def curvatures(d, size):
    point = [1 / sqrt(S(size))] * size + [S.Zero] * (d - size)
    sphere = OnSphere(tensor_decomposition(d))
    return Inertia(sphere.hessian_at(point), d - size, size - 1, 1)


claim = Claim(
    id="curvatures-of-the-tensor-on-the-sphere",
    items=["O-29", "E-36"],
    says="On the sphere an orthogonal tensor of order four has the strict saddle property: its "
    "components are minima with definite Hessian, and every other stationary point has k − 1 "
    "curvatures −8/k; the remaining d − k are 4/k.",
    given={
        "on the sphere": eq(k * a**2, 1),
        "along the coordinates": gt(A),
        "across them": gt(B),
    },
    then=(
        eq(k * form, 4 * B - 8 * A),
        lt(k * form.xreplace({B: S.Zero}), 0),
        gt(k * form.xreplace({A: S.Zero}), 0),
        *(curvatures(d, size) for d in SIZES for size in range(1, d + 1)),
    ),
    repairs="every-stationary-point-of-a-tensor-fit-is-a-strict-saddle-or-a-minimum",
    scope="the formula in every dimension; the numbers of signs for d from 2 to 8 at one point of "
    "each k, the others being its images under permutations and changes of sign; the zero "
    "eigenvalue belongs to the normal",
)
witness = {k: 1, a: 1, A: 1, B: 1}
countermodels = {
    "on the sphere": {k: 1, a: 2, A: 1, B: 1},
    "along the coordinates": {k: 2, a: 1 / sqrt(S(2)), A: 0, B: 1},
    "across them": {k: 2, a: 1 / sqrt(S(2)), A: 1, B: 0},
}


def proof():
    parts = [
        combine(
            claim.part(0), using={"on the sphere": 4 * k * a**2 * (A + B) - 12 * A + 4 * (A + B)}
        ),
        combine(
            claim.part(1),
            using={"on the sphere": 8 * A - 4 * k * a**2 * A, "along the coordinates": 8},
        ),
        combine(
            claim.part(2),
            using={"on the sphere": 4 * B * (k * a**2 + 1), "across them": 4},
        ),
    ]
    signs = [inertia(claim.part(i)) for i in range(3, len(claim.then))]
    return conjoin(claim, [*parts, *signs])
