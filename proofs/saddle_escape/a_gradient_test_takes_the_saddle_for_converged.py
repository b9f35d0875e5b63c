"""Where the gradient is 0 no step moves, and ‖∇f‖ passes every stopping test; yet f can fall.

θ⁺ = θ − αg = θ for g = 0, coordinate by coordinate: the update rule unfolded. On x² − y² the origin
is such a point, and f(0, s) = −s² < f(0, 0) for every s ≠ 0.
"""

from provenscape.kernel import Claim, combine, conjoin, eq, gt, lt, real
from provenscape.models.landscapes import get

f = get("quadratic_saddle").f
theta, slope, others, alpha, tolerance, s = real("theta g others2 alpha tol s")

claim = Claim(
    id="a-gradient-test-takes-the-saddle-for-converged",
    says="Where the gradient vanishes, as at the saddle of x² − y², a gradient step of any length "
    "leaves the point where it is, and every test of the gradient's size reports convergence, "
    "although lower points are near.",
    items={"L-24": "whole", "L-25": "whole", "E-37": "part the-gradient-is-zero"},
    where={
        theta: "a coordinate of the parameters of any function",
        slope: "the partial derivative of that function along it",
        others: (
            "the sum of the squares of all its other partial derivatives",
            r"\|\nabla f\|^2-g^2",
        ),
        alpha: "the step length",
        tolerance: ("the tolerance of the stopping test", r"\mathrm{tol}"),
        s: "a displacement along the y axis",
    },
    given={
        "stationary": eq(slope),
        "stationary_elsewhere": eq(others),
        "tolerance": gt(tolerance),
        "displaced": gt(s**2),
    },
    then=(
        eq(theta - alpha * slope, theta),
        lt(slope**2 + others, tolerance**2),
        eq(f.partial(f.variables[0], at=(0, 0))),
        eq(f.partial(f.variables[1], at=(0, 0))),
        lt(f(0, s), f(0, 0)),
    ),
    scope="any function, each of any number of coordinates; 'the model takes it for convergence' "
    "read as: a stopping rule ‖∇f‖ < tol is met; the lower points are those of x² − y²",
)
witness = {theta: 1, slope: 0, others: 0, alpha: 1, tolerance: 1, s: 1}
countermodels = {
    "stationary": witness | {slope: 2},
    "stationary_elsewhere": witness | {others: 2},
    "tolerance": witness | {tolerance: 0},
    "displaced": witness | {s: 0},
}


def proof():
    still = combine(claim.part(0), using={"stationary": -alpha})
    passes = combine(
        claim.part(1),
        using={"tolerance": tolerance, "stationary": -slope, "stationary_elsewhere": -1},
    )
    level = [combine(claim.part(i), using={}) for i in (2, 3)]
    falls = combine(claim.part(4), using={"displaced": 1})
    return conjoin(claim, [still, passes, *level, falls])
