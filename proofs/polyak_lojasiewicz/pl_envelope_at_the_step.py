"""After a step f(z) − ‖z − x₁‖²/(2t) is at most (1 − µt) f(x₀) at every z, taking f* = 0.

For a step of length η and every t ≤ min(η, 2/L − η) below 1/L: the quadratic upper bound at x₀ and
PL at x₀ leave ½(1/t − L)‖z − x₀ + c∇f(x₀)‖² with c = (η − t)/(1 − Lt), and a multiple of ‖∇f(x₀)‖²
that is not negative for these t. At z = x₁ it is a one-step bound; used at all z it gives twice the
rate (pl-one-step-squared).
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, ge, gt, le, real

L, mu, eta, t = real("L mu eta t")
f_0, f_z, g_0, inner, d_0, d_1 = real("f_0 f_z g_0 inner d_0 d_1")
c = (eta - t) / (1 - L * t)

claim = Claim(
    id="pl-envelope-at-the-step",
    says="After a step of length η the gap at z less ‖z − x₁‖²/(2t) is at most 1 − µt times the "
    "first gap, at every z and for every t < 1/L with t ≤ η and t ≤ 2/L − η.",
    items={},
    where={
        L: "a constant of the quadratic upper bound",
        mu: "the PL constant",
        eta: "the step length",
        t: "the parameter of the envelope",
        f_0: ("the gap at the iterate", "f(x_0)-f^*"),
        f_z: ("the gap at any point z", "f(z)-f^*"),
        g_0: ("the squared gradient norm at the iterate", r"\|\nabla f(x_0)\|^2"),
        inner: ("the slope at the iterate towards z", r"\langle \nabla f(x_0), z-x_0 \rangle"),
        d_0: ("the squared distance of z from the iterate", r"\|z-x_0\|^2"),
        d_1: ("the squared distance of z from the next iterate", r"\|z-x_1\|^2"),
    },
    given={
        "envelope": gt(t),
        "below": gt(1 - L * t),
        "at_most_the_step": le(t, eta),
        "not_too_long": le(L * (eta + t), 2),
        "gradient_norm": ge(g_0),
        "upper_bound": le(f_z, f_0 + inner + L * d_0 / 2),
        "step_along_gradient": eq(d_1, d_0 + 2 * eta * inner + eta**2 * g_0),
        "square": ge(d_0 + 2 * c * inner + c**2 * g_0),
        "pl": ge(g_0, 2 * mu * f_0),
    },
    then=le(f_z - d_1 / (2 * t), (1 - mu * t) * f_0),
    facts={"upper_bound": "quadratic-upper-bound"},
    tight=True,
    scope="every dimension; the square is that of ‖z − x₀ + c∇f(x₀)‖",
)
witness = {
    L: 2, mu: 1, eta: Rational(1, 4), t: Rational(1, 4),
    f_0: 8, f_z: 8, g_0: 16, inner: 0, d_0: 0, d_1: 1,
}  # fmt: skip
equality = witness
countermodels = {
    "upper_bound": witness | {f_z: 9},
    "step_along_gradient": witness | {d_1: 0},
    "pl": witness | {f_0: 16, f_z: 16},
}


def proof():
    return combine(
        claim,
        using={
            "upper_bound": 1,
            "step_along_gradient": 1 / (2 * t),
            "square": (1 - L * t) / (2 * t),
            "gradient_norm": (eta - t) * (2 - L * (eta + t)) / (2 * (1 - L * t)),
            "pl": t / 2,
        },
    )
