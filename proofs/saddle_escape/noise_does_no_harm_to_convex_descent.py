"""On x² noise of variance s² in the gradient leaves the mean square s²η/(4(1 − η)), and not 0.

x⁺ = x − η(2x + w) has E(x⁺)² = (1 − 2η)² Ex² + η²s². Exact descent with the same step length η < 1
converges to the minimum at a linear rate; the noisy one settles at the fixed point of that map,
where f − f* is positive. With a fixed step length the noise does harm.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, gt, le, lt, real, refute
from provenscape.models.landscapes import get

bowl = get("bowl")
eta, s, V, V_next = real("eta s V V_next")
factor = 1 - eta * bowl.hessian[0, 0]

claim = Claim(
    id="noise-does-no-harm-to-convex-descent",
    items=["E-40"],
    says="Where descent with the exact gradient converges to the minimum of a convex function, "
    "descent with a noisy one does: its mean square distance does not stay above 0.",
    given={
        "exact_descent_converges": lt(factor**2, 1),
        "noise": gt(s**2),
        "step_of_the_mean_square": eq(V_next, factor**2 * V + eta**2 * s**2),
        "no_change": eq(V_next, V),
    },
    then=le(V, 0),
    scope="x², a fixed step length η = 1/2 and independent noise of variance 1; V is the mean "
    "square at which the noisy iteration rests",
)


def refutation():
    half = Rational(1, 2)
    return refute(claim, {eta: half, s: 1, V: Rational(1, 4), V_next: Rational(1, 4)})
