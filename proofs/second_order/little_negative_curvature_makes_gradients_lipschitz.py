"""Curvature between −κL and L makes the gradient L-Lipschitz for κ ≤ 1, but not for κ > 1.

The interpolation inequality for x, y and for y, x, added, is (1 + κ)L⟨γ, Δ⟩ ≥ |γ|² − κL²|Δ|² +
2κL⟨γ, Δ⟩, with Δ = x − y and γ = ∇f(x) − ∇f(y): |γ|² ≤ κL²|Δ|² + (1 − κ)L⟨γ, Δ⟩. For κ ≤ 1 a square
bounds the last term: 2L⟨γ, Δ⟩ ≤ |γ|² + L²|Δ|².
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, ge, gt, le, real

L, kappa = real("L kappa")
f_x, f_y, dd, gg, gd, yd = real("f_x f_y dd gg gd yd")
more = (gg / L - kappa * L * dd + 2 * kappa * gd) / (2 * (1 + kappa))

claim = Claim(
    id="little-negative-curvature-makes-gradients-lipschitz",
    says="If f satisfies the interpolation inequality for curvatures between −κL and L with 0 ≤ κ "
    "≤ 1, its gradient is L-Lipschitz.",
    items={},
    where={
        L: "an upper bound of the curvature",
        kappa: "how negative it may be, over L",
        f_x: ("the value at x", "f(x)"),
        f_y: ("the value at y", "f(y)"),
        dd: ("the squared length of Δ = x − y", r"|\Delta|^2"),
        gg: ("the squared length of γ = ∇f(x) − ∇f(y)", r"|\gamma|^2"),
        gd: ("the inner product of both", r"\langle \gamma,\Delta\rangle"),
        yd: ("the inner product of the gradient at y and Δ", r"\langle \nabla f(y),\Delta\rangle"),
    },
    given={
        "smooth": gt(L),
        "weakly_convex": ge(kappa),
        "little": le(kappa, 1),
        "interpolation": ge(f_x - f_y, yd + more),
        "interpolation_back": ge(f_y - f_x, -yd - gd + more),
        "square": ge(gg - 2 * L * gd + L**2 * dd),
    },
    then=le(gg, L**2 * dd),
    facts={
        "interpolation": "smooth-nonconvex-interpolation",
        "interpolation_back": "smooth-nonconvex-interpolation",
    },
    tight=True,
    repairs="curvature-bounds-alone-make-gradients-lipschitz",
    about="Lipschitz constants of gradients of weakly convex functions",
    scope="every dimension",
)
half = Rational(1, 2)
witness = {L: 1, kappa: 1, f_x: half, f_y: 0, dd: 1, gg: 1, gd: 1, yd: 0}
equality = witness
countermodels = {
    "little": {L: 1, kappa: 2, f_x: -1, f_y: 0, dd: 1, gg: 4, gd: -2, yd: 0},
    "interpolation": witness | {gg: 4, gd: 2, f_x: -5, dd: 2},
    "interpolation_back": witness | {gg: 4, gd: 2, f_x: 5, dd: 2},
    "square": {L: 1, kappa: 0, f_x: 2, f_y: 0, dd: 1, gg: 4, gd: 4, yd: 0},
}


def proof():
    both = {"interpolation": 2 * L, "interpolation_back": 2 * L}
    return combine(claim, using={**both, "square": (1 - kappa) / (1 + kappa)}, scale=1)
