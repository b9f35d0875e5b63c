"""One step h/L, √3 ≤ h ≤ 2, leaves a squared gradient of at most 2(h − 1)²LΔ: that of ½x².

More generally let the curvature lie between −κL and L, κ ≥ 0, and κh² + 2(1 − κ)h ≥ 3: beyond the
steps of claim the-smallest-gradient-of-long-steps. The interpolation inequality from x to x⁺ with
weight 1/(h − 1) and that from x⁺ to x with weight (2 − h)/(h − 1) add up, with f(x⁺) − |g⁺|²/(2L) ≥
f*, to 2L(f(x) − f*) ≥ |g⁺|²/(h − 1)² and a multiple of |g⁺ − (1 − h)g|², which is 0 on the parabola
Lx²/2, where the bound is attained. At h = 2 it is the start's own 2LΔ, so that no step of 2/L or
more gains anything; κ does not occur. For N steps see the table gradient_worst_cases: the
parabola's 2(h − 1)^(2N)LΔ up to some N, and then more. Rotaru, Glineur & Patrinos (2024) have the
rates of all constant steps by their abstract, which was seen, not their formula; our completion,
fitted to performance estimation at N ≤ 5, agrees with it at N = 6, 7 too, and is not proved here.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, ge, gt, le, real

h, L, kappa = real("h L kappa")
f, f_next, floor = real("f f_next f_star")
g2, n2, cross, least = real("g_2 n_2 cross least")
half = Rational(1, 2)
bend = (g2 - 2 * cross + n2 + 2 * kappa * h * (g2 - cross) - kappa * h**2 * g2) / (
    2 * L * (1 + kappa)
)

claim = Claim(
    id="one-step-beyond-root-three",
    says="On a function whose curvature lies between −κL and L, κ ≥ 0, the lesser squared gradient "
    "norm of the two ends of a step of length h/L, 1 < h ≤ 2, κh² + 2(1 − κ)h ≥ 3, is at most "
    "2(h − 1)²L(f(x₀) − f*), as on ½Lx²: with an L-Lipschitz gradient for √3 ≤ h ≤ 2.",
    items={},
    where={
        h: "the step length times L",
        L: "an upper bound of the curvature",
        kappa: "how negative it may be, over L",
        f: ("the value at the start", "f(x_0)"),
        f_next: ("the value after the step", "f(x^+)"),
        floor: ("a lower bound of f", "f^*"),
        g2: ("the squared gradient norm at the start", r"|\nabla f(x_0)|^2"),
        n2: ("that after the step", r"|\nabla f(x^+)|^2"),
        cross: (
            "the inner product of the two gradients",
            r"\langle \nabla f(x_0),\nabla f(x^+)\rangle",
        ),
        least: ("a number that no squared gradient norm is below", r"\min_k|\nabla f(x_k)|^2"),
    },
    given={
        "smooth": gt(L),
        "long": gt(h, 1),
        "two_at_most": le(h, 2),
        "beyond": ge(kappa * h**2 + 2 * (1 - kappa) * h, 3),
        "lower_curvature": ge(kappa),
        "interpolation": ge(f - f_next, h * cross / L + bend),
        "interpolation_back": ge(f_next - f, -h * g2 / L + bend),
        "last_step_down": ge(f_next - n2 / (2 * L), floor),
        "square": ge((1 - h) ** 2 * g2 - 2 * (1 - h) * cross + n2),
        "least_next": ge(n2, least),
    },
    then=le(least, 2 * (h - 1) ** 2 * L * (f - floor)),
    facts={
        "interpolation": "smooth-nonconvex-interpolation",
        "interpolation_back": "smooth-nonconvex-interpolation",
        "last_step_down": "first-order-condition-for-convexity",
    },
    tight=True,
    repairs="the-bound-of-long-steps-holds-for-every-step-below-two",
    about="the least gradient of long steps",
    scope="every dimension, one step; attained on ½Lx²",
)
# ½x² from 1 with h = 9/5: x = 1, −4/5.
witness = {
    h: Rational(9, 5), L: 1, kappa: 1, f: half, f_next: Rational(8, 25), floor: 0, g2: 1,
    n2: Rational(16, 25), cross: -Rational(4, 5), least: Rational(16, 25),
}  # fmt: skip
equality = witness
unit = witness | {n2: 1, least: 1, f_next: half}
countermodels = {
    "beyond": unit | {h: 3 * half, cross: -Rational(1, 8), f: Rational(37, 32)},
    "interpolation": unit | {cross: 0, f: half},
    "interpolation_back": unit | {cross: -1, f: Rational(69, 100)},
    "last_step_down": witness | {floor: half},
    "least_next": witness | {least: 1},
}


def proof():
    return combine(
        claim,
        using={
            "interpolation": 2 * L * (h - 1),
            "interpolation_back": 2 * L * (h - 1) * (2 - h),
            "last_step_down": 2 * L * (h - 1) ** 2,
            "square": (kappa * h**2 + 2 * (1 - kappa) * h - 3) / (1 + kappa),
            "least_next": 1,
        },
    )
