"""On x² noise of variance s² in the gradient leaves the mean square s²η/(4(1 − η)), and not 0.

x⁺ = x − η(2x + w) has E(x⁺)² = (1 − 2η)² Ex² + η²s². Exact descent with the same step length η < 1
converges to the minimum at a linear rate; the noisy one settles at the fixed point of that map,
where f − f* is positive. With a fixed step length the noise does harm.
"""

from sympy import Rational

from provenscape.kernel import Claim, eq, gt, le, lt, real, refute
from provenscape.models.landscapes import get

f = get("bowl").f
x = f.variables[0]
eta, s, V, V_next = real("eta s V V_next")
factor = 1 - eta * f.partial(x, x, at=(0, 0))

claim = Claim(
    id="noise-does-no-harm-to-convex-descent",
    says="Where descent with the exact gradient converges to the minimum of a convex function, "
    "descent with a noisy one does: its mean square distance does not rest above 0.",
    items={"E-40": "part no-harm"},
    where={
        eta: "the step length",
        s: "the standard deviation of the gradient's noise",
        V: ("the mean square of x before a step", r"\mathbb{E}\,x_t^2"),
        V_next: ("the mean square after it", r"\mathbb{E}\,x_{t+1}^2"),
    },
    given={
        "exact_descent_converges": lt(factor**2, 1),
        "noise": gt(s**2),
        "step_of_the_mean_square": eq(V_next, factor**2 * V + eta**2 * s**2),
        "no_change": eq(V_next, V),
    },
    then=le(V, 0),
    scope="one coordinate of the bowl x² + y², a fixed step length, noise w in the gradient of "
    "mean 0 given the past: E(ax − ηw)² = a²E x² + η²s²",
)


def refutation():
    quarter = Rational(1, 4)
    return refute(claim, {eta: Rational(1, 2), s: 1, V: quarter, V_next: quarter})
