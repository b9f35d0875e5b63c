"""The tangent of a convex function lies below it, so a stationary point is a global minimum.

From the definitions alone: on the way from x to y the values lie below the chord, and, with p =
⟨∇f(x), y − x⟩ the derivative along it, above f(x) + pt − κt for every small t, whatever κ > 0. The
two leave f(y) ≥ f(x) + p − κ. If f(y) were below f(x) + p, this would fail with half of the defect
for κ. At a stationary point p = 0 for every y; and of two stationary points, as two local minima
are, neither is higher.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, ge, gt, le, real

f_x, f_y, value, p, t, kappa = real("f_x f_y value p t kappa")
other, s, lam, p_y = real("other s lambda q")

claim = Claim(
    id="convex-stationary-points-are-global-minima",
    says="For a differentiable convex f, f(y) ≥ f(x) + ⟨∇f(x), y − x⟩ for all x and y: where "
    "∇f(x) = 0, x is a global minimiser, and all stationary points, so all local minima, have one "
    "value.",
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
        p_y: (
            "the derivative at y along x − y; 0 if y is stationary",
            r"\langle\nabla f(y), x-y\rangle",
        ),
        (t, s): "parts of the way from x to y and from y to x, small enough for κ and λ",
        value: ("the value at the first part", "f(x+t(y-x))"),
        other: ("the value at the second", "f(y+s(x-y))"),
        kappa: "half of what f(y) would fall below the tangent at x",
        lam: "half of what f(x) would fall below the tangent at y",
    },
    given={
        "on_the_way": gt(t),
        "convex": le(value, (1 - t) * f_x + t * f_y),
        "defect": eq(2 * kappa, f_x + p - f_y),
        "differentiable": ge(value, f_x + p * t - kappa * t),
        "on_the_way_back": gt(s),
        "convex_back": le(other, (1 - s) * f_y + s * f_x),
        "defect_back": eq(2 * lam, f_y + p_y - f_x),
        "differentiable_at_y": ge(other, f_y + p_y * s - lam * s),
    },
    then=(ge(f_y, f_x + p), le(f_y + p_y, f_x)),
    scope="every dimension; a differentiable f; κ and λ are the tolerances of the two "
    "derivatives, and if one is not positive, that conclusion needs nothing",
)
half = Rational(1, 2)
witness = {
    f_x: 1, f_y: 1, p: 0, p_y: 0, kappa: 0, lam: 0, t: 1, s: 1, value: 1, other: 1,
}  # fmt: skip
lower = {f_y: 0, kappa: half, p_y: 1, lam: 0}
countermodels = {
    "convex": witness | lower,
    "differentiable": witness | lower | {value: 0},
    "convex_back": witness | {f_x: 0, p: -1, kappa: -1, value: 0, lam: half},
}


def proof():
    # f(x) + p − f(y) = 2κ ≤ κ
    parts = []
    for i, (way, names) in enumerate(
        (
            (t, ("convex", "differentiable", "defect")),
            (s, ("convex_back", "differentiable_at_y", "defect_back")),
        )
    ):
        convex, differentiable, defect = names
        parts.append(
            combine(
                claim.part(i),
                using={convex: 2, differentiable: 2, defect: -way},
                scale=way,
            )
        )
    return conjoin(claim, parts)
