"""At the saddle of x² − y² the step is 0 and ‖∇f‖ passes every stopping test, though f can fall.

∇f(0, 0) = 0, so that x⁺ = x; and f(0, s) = −s² < 0 for every s ≠ 0.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, gt, lt, real
from provenscape.landscapes import get

saddle = get("quadratic_saddle")
x, y = saddle.variables
alpha, tolerance, s = real("alpha tol s")
origin = saddle.at((0, 0))
steps = [v - alpha * g for v, g in zip((x, y), saddle.gradient, strict=True)]

claim = Claim(
    id="a-gradient-test-takes-the-saddle-for-converged",
    items=["L-24", "L-25"],
    says="At the saddle of x² − y² a gradient step of any length leaves the point where it is, and "
    "every test of the gradient's size reports convergence, although lower points are near.",
    given={"at_x": eq(x), "at_y": eq(y), "tolerance": gt(tolerance), "displaced": gt(s**2)},
    then=(
        eq(steps[0], x),
        eq(steps[1], y),
        lt(sum(g**2 for g in saddle.gradient), tolerance**2),
        lt(saddle.expression.xreplace({x: 0, y: s}), saddle.expression.xreplace(origin)),
    ),
    scope="'the model takes it for convergence' read as: a stopping rule ‖∇f‖ < tol is met",
)
witness = {x: 0, y: 0, alpha: 1, tolerance: 1, s: 1}
countermodels = {
    "at_x": witness | {x: 1},
    "at_y": witness | {y: 1},
    "tolerance": witness | {tolerance: 0},
    "displaced": witness | {s: 0},
}


def proof():
    still = combine(claim.part(0), using={"at_x": -2 * alpha})
    level = combine(claim.part(1), using={"at_y": 2 * alpha})
    passes = combine(claim.part(2), using={"tolerance": tolerance, "at_x": -4 * x, "at_y": -4 * y})
    falls = combine(claim.part(3), using={"displaced": 1})
    return conjoin(claim, [still, level, passes, falls])
