"""At a point with k coordinates ±1/√k the curvatures are −8/k, k − 1 times, and 4/k, d − k times.

With a = ±1/√k, h(t) is −Σ xᵢ⁴ at the point (x + tv)/|x + tv| for a tangent v ⟂ x; A is the squared
length of the part of v on the k coordinates and B that of the rest. Σ (xᵢ + tvᵢ)⁴ has the terms
ka⁴, 0, 6t²a²A, 4t³ Σ xᵢvᵢ³ and t⁴ Σ vᵢ⁴, and h''(0) = (4B − 8A)/k. The tangents on the k
coordinates form k − 1 dimensions. For k = 1 none is left, A = 0, and the curvature is 4.
"""

from sympy import Add

from provenscape.kernel import Claim, Inertia, combine, conjoin, eq, function, inertia, real

k, a, A, B, cubic, quartic, t = real("k a A B cubic quartic t")
fourth = k * a**4 + 6 * t**2 * a**2 * A + 4 * t**3 * cubic + t**4 * quartic
h = function("h", (t,), -fourth / (1 + t**2 * (A + B)) ** 2)
SIZES = range(2, 6)


def by_direction(d):
    """−Σ xᵢ⁴ at x/|x|."""
    x = real(f"x1:{d + 1}")
    return function(f"f{d}", x, -Add(*(v**4 for v in x)) / Add(*(v**2 for v in x)) ** 2)


def curvatures(d):
    f = by_direction(d)
    points = [(size, [int(i < size) for i in range(d)]) for size in range(1, d + 1)]
    return [Inertia(f.hessian(at=at), d - size, size - 1, 1) for size, at in points]


claim = Claim(
    id="curvatures-of-the-tensor-on-the-sphere",
    says="On the sphere an orthogonal tensor of order four has the strict saddle property: at a "
    "stationary point with k coordinates that are not 0 the curvature is −8/k along them and 4/k "
    "across them; so the Hessian is definite at its components, k = 1, and all others have "
    "negative curvature.",
    items={"O-29": "part orthogonal-tensor-curvatures", "E-36": "instance"},
    where={
        k: "the number of coordinates of x that are not 0",
        a: "their common size",
        A: "the squared length of the part of a tangent v on these coordinates",
        B: "the squared length of the rest of v",
        cubic: ("the sum of xᵢvᵢ³", r"\textstyle\sum_i x_iv_i^3"),
        quartic: ("the sum of vᵢ⁴", r"\textstyle\sum_i v_i^4"),
    },
    given={"on the sphere": eq(k * a**2, 1)},
    then=(
        eq(k * h.partial(t, t, at=(0,)), 4 * B - 8 * A),
        *(one for d in SIZES for one in curvatures(d)),
    ),
    scope="the formula in every dimension, h being the tensor along (x + tv)/|x + tv|; the numbers "
    "of signs for d from 2 to 5, as a function of the direction of x, at one point of each k, the "
    "others being its images under permutations and changes of sign; the zero eigenvalue belongs "
    "to the length of x",
)
witness = {k: 1, a: 1, A: 1, B: 1, cubic: 0, quartic: 1}
countermodels = {"on the sphere": witness | {a: 2}}
points = [witness]


def proof():
    form = combine(
        claim.part(0), using={"on the sphere": 4 * k * a**2 * (A + B) - 12 * A + 4 * (A + B)}
    )
    return conjoin(claim, [form, *(inertia(claim.part(i)) for i in range(1, len(claim.then)))])
