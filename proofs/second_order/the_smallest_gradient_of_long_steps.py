"""With a step h/L, 1 ≤ h ≤ √3, the bound of descent is 4LΔ/(N(4h − h³) + 2), least at h = 2/√3.

That is for functions with L-Lipschitz gradient. More generally let the curvature lie between −κL
and L, κ ≥ 0 (κ = 1 is the case above). One step: the interpolation inequality from x to x⁺ with
weight (1 + κh)/D and that from x⁺ to x with weight (h − 1)/D, D = 2 − h + κh, in which the inner
product of the two gradients cancels, give f − f⁺ ≥ h(P|g|² + |g⁺|²)/(2LD), P = 3 − 2h + 2κh − κh².
As long as P ≥ 0, up to h = 3/(1 − κ + √(1 + κ + κ²)), f falls by h(2 − h)(2 + κh)/(2LD) times the
least squared norm at every step, and from the last point by 1/(2L) of it more. With an L-Lipschitz
gradient it is attained in the plane (claim long-steps-attain-the-worst-case), and the formula does
not go on beyond √3 (claim the-bound-of-long-steps-holds-for-every-step-below-two; one step there:
claim one-step-beyond-root-three). At h = 2/√3 it is 4LΔ/((16/(3√3))N + 2).
For κ = 1 the formula is credited to Abbaszadehpeivasti, de Klerk & Zamani (2022), for κ
> 0 to Rotaru, Glineur & Patrinos (2022): their abstracts were seen, not the theorems; performance
estimation finds the same numbers (table gradient_worst_cases).
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, lt, real

h, L, N, kappa = real("h L N kappa")
f, f_next, floor, first = real("f f_next f_star f_0")
g2, n2, cross, least = real("g_2 n_2 cross least")
apart = 2 - h + kappa * h
fall = h * (2 - h) * (2 + kappa * h)
half = Rational(1, 2)

claim = Claim(
    id="the-smallest-gradient-of-long-steps",
    says="On a function whose curvature lies between −κL and L, κ ≥ 0, the least squared gradient "
    "norm after N steps of length h/L, 1 ≤ h < 2, κh² + 2(1 − κ)h ≤ 3, the last point "
    "included, is at most 2L(f(x₀) − f*)/(Nh(2 − h)(2 + κh)/(2 − h + κh) + 1): with an L-Lipschitz "
    "gradient, κ = 1, h ≤ √3, at most 4L(f(x₀) − f*)/(N(4h − h³) + 2).",
    items={},
    where={
        h: "the step length times L",
        L: "an upper bound of the curvature",
        kappa: "how negative it may be, over L",
        N: "the number of steps so far",
        f: ("the value at the present iterate", "f(x)"),
        f_next: ("the value at the next iterate", "f(x^+)"),
        floor: ("a lower bound of f", "f^*"),
        first: ("the value at the start", "f(x_0)"),
        g2: ("the squared gradient norm at the present iterate", r"|\nabla f(x)|^2"),
        n2: ("that at the next iterate", r"|\nabla f(x^+)|^2"),
        cross: (
            "the inner product of the two gradients",
            r"\langle \nabla f(x),\nabla f(x^+)\rangle",
        ),
        least: ("a number that no squared gradient norm is below", r"\min_k|\nabla f(x_k)|^2"),
    },
    given={
        "smooth": gt(L),
        "long": ge(h, 1),
        "below_two": lt(h, 2),
        "not_too_long": le(kappa * h**2 + 2 * (1 - kappa) * h, 3),
        "lower_curvature": ge(kappa),
        "interpolation": ge(
            f - f_next,
            h * cross / L
            + (g2 - 2 * cross + n2 + 2 * kappa * h * (g2 - cross) - kappa * h**2 * g2)
            / (2 * L * (1 + kappa)),
        ),
        "interpolation_back": ge(
            f_next - f,
            -h * g2 / L
            + (g2 - 2 * cross + n2 + 2 * kappa * h * (g2 - cross) - kappa * h**2 * g2)
            / (2 * L * (1 + kappa)),
        ),
        "last_step_down": ge(f_next - n2 / (2 * L), floor),
        "norm_here": ge(g2),
        "norm_next": ge(n2),
        "least_here": ge(g2, least),
        "least_next": ge(n2, least),
    },
    then=Invariant(
        (
            le(2 * L * apart * f + N * fall * least, 2 * L * apart * first),
            le(
                (N * fall + apart) * least,
                2 * L * apart * (first - floor),
            ),
        ),
        start={f: first, N: 0},
        update={f: f_next, N: N + 1},
        fixed=(h, L, kappa, floor, least),
    ),
    facts={
        "interpolation": "smooth-nonconvex-interpolation",
        "interpolation_back": "smooth-nonconvex-interpolation",
        "last_step_down": "first-order-condition-for-convexity",
    },
    scope="every dimension and every number of steps",
)
# ½x² from 4 with h = 3/2: x = 4, −2, 1, −½.
witness = [
    {
        h: 3 * half, L: 1, kappa: 1, first: 8, floor: 0, least: Rational(1, 4), g2: 16, n2: 4,
        cross: -8, f_next: 2,
    },
    {g2: 4, n2: 1, cross: -2, f_next: half},
    {g2: 1, n2: Rational(1, 4), cross: -half, f_next: Rational(1, 8)},
]  # fmt: skip
unit = {h: 1, L: 1, kappa: 1, first: 1, floor: 0, least: 1, g2: 1, n2: 1, cross: 1}
quarter = Rational(1, 4)
countermodels = {
    "long": [
        unit | {h: half, first: 15 * quarter**2, f_next: half},
        {cross: 11 * quarter, f_next: half},
    ],
    "not_too_long": [
        {
            h: Rational(9, 5), L: 1, kappa: 1, first: half, floor: 0, least: Rational(16, 25),
            g2: 1, n2: Rational(16, 25), cross: -Rational(4, 5), f_next: Rational(8, 25),
        },
        {g2: 4, cross: -4, f_next: Rational(8, 25)},
    ],
    "interpolation": unit | {f_next: 1},
    "last_step_down": [unit | {floor: half, f_next: quarter}, {f_next: -half}],
    "least_here": [unit | {g2: 0, cross: half, f_next: 3 * quarter}, {f_next: half}],
    "least_next": [unit | {n2: 0, cross: 0, f_next: half}, {f_next: 0}],
}  # fmt: skip


def proof():
    start, value, bound = claim.at_start(1), claim.at_next_state(0), claim.at_next_state(1)
    here = h * (3 - 2 * (1 - kappa) * h - kappa * h**2)
    total = {"interpolation": 2 * L * (1 + kappa * h), "interpolation_back": 2 * L * (h - 1)}
    positive = (2 - h) * (1 + kappa * h / (2 - h))  # 2 − h + κh, as a product of positive numbers
    down = {"last_step_down": 2 * L * positive}
    following = {"least_here": here, "least_next": h + positive}
    steps = (
        combine(value, total | {"invariant.0": 1, "least_here": here, "least_next": h}),
        combine(bound, total | down | following | {"invariant.0": 1}),
    )
    first_bound = combine(
        start, total | down | {"norm_here": here, "norm_next": h, "least_next": positive}
    )
    return induct(claim, (None, first_bound), steps)
