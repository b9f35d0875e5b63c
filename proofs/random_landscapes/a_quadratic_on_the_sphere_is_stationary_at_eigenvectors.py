"""−½ (x₁² + 2x₂² + 3x₃²) has six stationary points on the sphere of R³, two of each index.

At a stationary point on the sphere ∇f is a multiple of x, so that xᵢ ∂ⱼf = xⱼ ∂ᵢf for all i and j:
the points ±eᵢ. Near ±eᵢ the other two coordinates serve as coordinates of the sphere, with
xᵢ² = 1 − Σ xⱼ²; in these f is fᵢ, and its Hessian at 0 gives the index. In any dimension no
stationary point of Σ λᵢxᵢ² with distinct λᵢ has two nonzero coordinates: claim
two-coordinates-of-an-eigenvector-need-equal-eigenvalues.
"""

from itertools import combinations

from sympy import Rational

from provenscape.kernel import Claim, Inertia, Roots, conjoin, function, inertia, roots
from provenscape.models.landscapes import pca

landscape = pca([[1, 0, 0], [0, 2, 0], [0, 0, 3]])
f, x = landscape.f, landscape.variables
pairs = tuple(combinations(range(3), 2))
parallel = tuple(x[i] * f.partial(x[j]) - x[j] * f.partial(x[i]) for i, j in pairs)
points = tuple(tuple(s * int(v == w) for w in x) for v in x for s in (1, -1))
charts = tuple(
    function(
        f"f_{number}",
        [w for w in x if w != v],
        landscape.expression.xreplace({v**2: 1 - sum(w**2 for w in x if w != v)}),
    )
    for number, v in enumerate(x, 1)
)

claim = Claim(
    id="a-quadratic-on-the-sphere-is-stationary-at-eigenvectors",
    says="−½ (x₁² + 2x₂² + 3x₃²) has six stationary points on the unit sphere of R³, two of each "
    "index 0, 1 and 2.",
    items={"N-24": "instance", "N-25": "instance", "N-26": "instance", "E-16": "instance"},
    given={},
    then=(
        Roots((*parallel, sum(v**2 for v in x) - 1), x, points),
        *(Inertia(g.hessian((0, 0)), k, 2 - k, 0) for k, g in enumerate(charts)),
    ),
    scope="one quadratic form in three variables; f_i is f on the sphere near ±e_i, in the other "
    "two coordinates",
)


def proof():
    listed = roots(claim.part(0), {v: eliminant(place) for place, v in enumerate(x)})
    return conjoin(claim, [listed, *(inertia(claim.part(i)) for i in (1, 2, 3))])


def eliminant(i):
    """v³ − v = v (|x|² − 1) − Σ v w², where x_j ∂_k f − x_k ∂_j f = (j − k) x_j x_k."""
    cofactors = [x[j + k - i] * Rational(1, k - j) if i in (j, k) else 0 for j, k in pairs]
    return x[i] ** 3 - x[i], (*cofactors, x[i])
