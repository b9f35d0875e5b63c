"""The tangent of a convex function lies below it, so a stationary point is a global minimum.

From the definitions alone: on the way from x to y the values lie below the chord, and, with p =
⟨∇f(x), y − x⟩ the derivative along it, above f(x) + pt − κt for every small t, whatever κ > 0. The
two leave f(y) ≥ f(x) + p − κ, and κ is arbitrary. At a stationary point p = 0 for every y. For two
stationary points, as two local minima are, this is f(x) ≤ f(y) ≤ f(x).
"""

from provenscape.kernel import Claim, combine, ge, gt, le, real

f_x, f_y, value, p, t, kappa = real("f_x f_y value p t kappa")

claim = Claim(
    id="convex-stationary-points-are-global-minima",
    says="For a differentiable convex f, f(y) ≥ f(x) + ⟨∇f(x), y − x⟩ − κ for all x, y and every "
    "κ > 0; where ∇f(x) = 0, x is a global minimiser, and all local minima have one value.",
    items={
        "O-13": "whole",
        "E-01": "part one-minimum-value",
        "E-06": "part it-is-the-global-minimum",
    },
    where={
        f_x: ("the value at a point x", "f(x)"),
        f_y: ("the value at any other point y", "f(y)"),
        p: (
            "the derivative at x along y − x; 0 for every y if x is stationary",
            r"\langle\nabla f(x), y-x\rangle",
        ),
        t: "a part of the way from x to y, small enough for κ",
        value: ("the value there", "f(x+t(y-x))"),
        kappa: "a tolerance, of use if it is positive and small",
    },
    given={
        "on_the_way": gt(t),
        "convex": le(value, (1 - t) * f_x + t * f_y),
        "differentiable": ge(value, f_x + p * t - kappa * t),
    },
    then=ge(f_y, f_x + p - kappa),
    tight=True,
    scope="every dimension; a differentiable f",
)
witness = {f_x: 1, f_y: 1, p: 1, kappa: 1, t: 1, value: 1}
equality = witness
countermodels = {
    "on_the_way": witness | {f_y: 0, t: 0},
    "convex": witness | {f_y: 0},
    "differentiable": witness | {f_y: 0, value: 0},
}


def proof():
    return combine(claim, using={"convex": 1, "differentiable": 1}, scale=t)
