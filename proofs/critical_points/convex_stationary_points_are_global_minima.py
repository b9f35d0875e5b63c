"""For convex f, ∇f(x) = 0 makes x a global minimiser.

From the definitions alone: on the way from x to y the values lie below the chord, and, the
derivative at x being 0, above f(x) − κt for every small t, whatever κ > 0. The two leave
f(y) ≥ f(x) − κ, and κ is arbitrary.
"""

from provenscape.kernel import Claim, combine, ge, gt, le, real

f_x, f_y, value, t, kappa = real("f_x f_y value t kappa")

claim = Claim(
    id="convex-stationary-points-are-global-minima",
    says="At a stationary point x of a convex function f(x) ≤ f(y) + κ for every y and every "
    "κ > 0, so x is a global minimiser and all local minima have one value.",
    items={"O-13": "whole", "E-01": "part one-minimum-value"},
    where={
        f_x: ("the value at the stationary point x", "f(x)"),
        f_y: ("the value at any other point y", "f(y)"),
        t: "a part of the way from x to y, small enough for κ",
        value: ("the value there", "f(x+t(y-x))"),
        kappa: "a tolerance, of use if it is positive and small",
    },
    given={
        "on_the_way": gt(t),
        "convex": le(value, (1 - t) * f_x + t * f_y),
        "stationary": ge(value, f_x - kappa * t),
    },
    then=ge(f_y, f_x - kappa),
    tight=True,
    scope="every dimension; a differentiable f",
)
witness = {f_x: 1, f_y: 0, kappa: 1, t: 1, value: 0}
equality = witness
countermodels = {
    "on_the_way": {f_x: 1, f_y: -1, kappa: 1, t: 0, value: 1},
    "convex": {f_x: 1, f_y: -1, kappa: 1, t: 1, value: 0},
    "stationary": {f_x: 1, f_y: -1, kappa: 1, t: 1, value: -1},
}


def proof():
    return combine(claim, using={"convex": 1, "stationary": 1}, scale=t)
