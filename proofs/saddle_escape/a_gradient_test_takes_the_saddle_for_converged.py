"""Where the gradient is 0 no step moves, and ‖∇f‖ passes every stopping test; yet f can fall.

θ⁺ = θ − αg = θ for g = 0, coordinate by coordinate. On x² − y² the origin is such a point, and
f(0, s) = −s² < f(0, 0) for every s ≠ 0.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, gt, lt, real
from provenscape.models.landscapes import get

saddle = get("quadratic_saddle")
x, y = saddle.variables
theta, slope, alpha, tolerance, s = real("theta g alpha tol s")
origin = saddle.at((0, 0))
step = theta - alpha * slope

claim = Claim(
    id="a-gradient-test-takes-the-saddle-for-converged",
    items=["L-24", "L-25"],
    says="Where the gradient vanishes, as at the saddle of x² − y², a gradient step of any length "
    "leaves the point where it is, and every test of the gradient's size reports convergence, "
    "although lower points are near.",
    given={"stationary": eq(slope), "tolerance": gt(tolerance), "displaced": gt(s**2)},
    then=(
        eq(step, theta),
        lt(slope**2, tolerance**2),
        eq(sum(g.xreplace(origin) ** 2 for g in saddle.gradient)),
        lt(saddle.expression.xreplace({x: 0, y: s}), saddle.expression.xreplace(origin)),
    ),
    scope="any function, each of any number of coordinates; 'the model takes it for convergence' "
    "read as: a stopping rule ‖∇f‖ < tol is met; the lower points are those of x² − y²",
)
witness = {theta: 1, slope: 0, alpha: 1, tolerance: 1, s: 1}
countermodels = {
    "stationary": witness | {slope: 2},
    "tolerance": witness | {tolerance: 0},
    "displaced": witness | {s: 0},
}


def proof():
    still = combine(claim.part(0), using={"stationary": -alpha})
    passes = combine(claim.part(1), using={"tolerance": tolerance, "stationary": -slope})
    level = combine(claim.part(2), using={})
    falls = combine(claim.part(3), using={"displaced": 1})
    return conjoin(claim, [still, passes, level, falls])
