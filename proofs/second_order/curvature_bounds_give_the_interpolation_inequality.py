"""Between a concave and a convex parabola: the inequality on which the worst cases of descent rest.

If the curvature of f lies between −κL and L, κ > −1, f is below the parabola of curvature L through
x and above that of curvature −κL through y, everywhere, so also at z = y + (LΔ − γ)/(L(1 + κ)), Δ =
x − y, γ = ∇f(x) − ∇f(y), where the two say most of f(x) − f(y). For κ = 1, an L-Lipschitz gradient
(which gives both bounds of f), the result is f(x) − f(y) ≥ ½⟨∇f(x) + ∇f(y), Δ⟩ + |γ|²/(4L) −
(L/4)|Δ|².
"""

from provenscape.kernel import Claim, combine, ge, gt, le, real

L, kappa = real("L kappa")
f_x, f_y, f_z = real("f_x f_y f_z")
dd, gg, gd, yd, yg = real("dd gg gd yd yg")
whole = L * (1 + kappa)
# inner products of z − y = (LΔ − γ)/whole and z − x = −(κLΔ + γ)/whole
y_slope = (L * yd - yg) / whole
x_slope = -(kappa * L * (yd + gd) + yg + gg) / whole
y_square = (L**2 * dd - 2 * L * gd + gg) / whole**2
x_square = (kappa**2 * L**2 * dd + 2 * kappa * L * gd + gg) / whole**2

claim = Claim(
    id="curvature-bounds-give-the-interpolation-inequality",
    says="If f − (L/2)|x|² is concave and f + (κL/2)|x|² convex, κ > −1, then for all x and "
    "y, with Δ = x − y and γ = ∇f(x) − ∇f(y), f(x) − f(y) ≥ ⟨∇f(y), Δ⟩ + (|γ|²/L − κL|Δ|² + "
    "2κ⟨γ, Δ⟩)/(2(1 + κ)).",
    items={},
    where={
        L: "an upper bound of the curvature",
        kappa: "how negative it may be, over L",
        f_x: ("the value at x", "f(x)"),
        f_y: ("the value at y", "f(y)"),
        f_z: ("the value at z = y + (LΔ − γ)/(L(1 + κ))", "f(z)"),
        dd: ("the squared length of Δ = x − y", r"|\Delta|^2"),
        gg: ("the squared length of γ = ∇f(x) − ∇f(y)", r"|\gamma|^2"),
        gd: ("the inner product of both", r"\langle \gamma,\Delta\rangle"),
        yd: ("the inner product of the gradient at y and Δ", r"\langle \nabla f(y),\Delta\rangle"),
        yg: ("that of the gradient at y and γ", r"\langle \nabla f(y),\gamma\rangle"),
    },
    given={
        "smooth": gt(L),
        "apart": gt(1 + kappa),
        "below_the_upper_parabola": le(f_z, f_x + x_slope + L * x_square / 2),
        "above_the_lower_parabola": ge(f_z, f_y + y_slope - kappa * L * y_square / 2),
    },
    then=ge(f_x - f_y, yd + (gg / L - kappa * L * dd + 2 * kappa * gd) / (2 * (1 + kappa))),
    facts={
        "below_the_upper_parabola": "first-order-condition-for-convexity",
        "above_the_lower_parabola": "first-order-condition-for-convexity",
    },
    bridges=("quadratic-upper-bound", "quadratic-lower-bound"),
    proves="smooth-nonconvex-interpolation",
    tight=True,
    scope="every dimension",
)
witness = {L: 1, kappa: 1, f_x: 1, f_y: 0, f_z: 0, dd: 1, gg: 1, gd: 1, yd: 0, yg: 0}
equality = {L: 1, kappa: 1, f_x: 0, f_y: 0, f_z: 0, dd: 0, gg: 0, gd: 0, yd: 0, yg: 0}
countermodels = {
    "below_the_upper_parabola": equality | {f_x: -1},
    "above_the_lower_parabola": equality | {f_y: 1},
}


def proof():
    return combine(claim, using={"below_the_upper_parabola": 1, "above_the_lower_parabola": 1})
