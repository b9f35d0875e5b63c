"""N steps h/L of descent, h ≤ 1, meet a squared gradient of at most 4LΔ/(N(4h − h²) + 2), or less.

That is for functions with L-Lipschitz gradient. More generally let the curvature lie between −κL
and L, κ ≥ 0 (hypoconvex, or weakly convex, functions; κ = 1 is the case above, κ = 0 the convex
one).
One step: the interpolation inequality of the two points and the square (1 − h)|g − g⁺|²/(2(1 + κ))
give f − f⁺ ≥ (h(1 + 2κ − κh)|g|² + h|g⁺|²)/(2L(1 + κ)), so that f falls by h(2 − κh/(1 + κ))/(2L)
times the least squared norm at every step, and from the last point by 1/(2L) of it more: f −
|g|²/(2L) ≥ inf f. So the bound is 2LΔ/(Nh(2 − κh/(1 + κ)) + 1); for h = 1, κ = 1 it is 4LΔ/(3N +
2), where the textbook has 2LΔ/N. No smaller one holds, already on the line (claim
short-steps-attain-the-worst-case).
For κ = 1 the formula is credited to Abbaszadehpeivasti, de Klerk & Zamani (2022), for
κ > 0 to Rotaru, Glineur & Patrinos (2022): their abstracts were seen, not the theorems. Longer
steps: claim the-smallest-gradient-of-long-steps.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, real

h, L, N, kappa = real("h L N kappa")
f, f_next, floor, first = real("f f_next f_star f_0")
g2, n2, cross, least = real("g_2 n_2 cross least")
apart = 1 + kappa
rate = h * (2 * apart - kappa * h) / (2 * L * apart)
half, quarter = Rational(1, 2), Rational(1, 4)

claim = Claim(
    id="the-smallest-gradient-of-short-steps",
    says="On a function whose curvature lies between −κL and L, κ ≥ 0, the least squared gradient "
    "norm after N steps of length h/L, 0 < h ≤ 1, the last point included, is at most "
    "2L(f(x₀) − f*)/(Nh(2 − κh/(1 + κ)) + 1): with an L-Lipschitz gradient, κ = 1, at most "
    "4L(f(x₀) − f*)/(N(4h − h²) + 2).",
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
        "step": gt(h),
        "short": le(h, 1),
        "lower_curvature": ge(kappa),
        "interpolation": ge(
            f - f_next,
            h * cross / L
            + (g2 - 2 * cross + n2 + 2 * kappa * h * (g2 - cross) - kappa * h**2 * g2)
            / (2 * L * apart),
        ),
        "square": ge(g2 - 2 * cross + n2),
        "last_step_down": ge(f_next - n2 / (2 * L), floor),
        "norm_here": ge(g2),
        "norm_next": ge(n2),
        "least_here": ge(g2, least),
        "least_next": ge(n2, least),
    },
    then=Invariant(
        (
            le(f + N * rate * least, first),
            le(
                (N * h * (2 * apart - kappa * h) + apart) * least,
                2 * L * apart * (first - floor),
            ),
        ),
        start={f: first, N: 0},
        update={f: f_next, N: N + 1},
        fixed=(h, L, kappa, floor, least),
    ),
    facts={
        "interpolation": "smooth-nonconvex-interpolation",
        "last_step_down": "first-order-condition-for-convexity",
    },
    scope="every dimension and every number of steps",
)
# ½x² from 4 with h = ½: x = 4, 2, 1, ½.
witness = [
    {
        h: half,
        L: 1,
        kappa: 1,
        first: 8,
        floor: 0,
        least: quarter,
        g2: 16,
        n2: 4,
        cross: 8,
        f_next: 2,
    },
    {g2: 4, n2: 1, cross: 2, f_next: half},
    {g2: 1, n2: quarter, cross: half, f_next: Rational(1, 8)},
]
quarters = {
    h: half,
    L: 1,
    kappa: 1,
    first: 1,
    floor: 0,
    least: 1,
    g2: 1,
    n2: 1,
    cross: 1,
    f_next: half,
}
countermodels = {
    "interpolation": quarters | {f_next: 1},
    "last_step_down": [quarters | {floor: half, f_next: Rational(9, 16)}, {f_next: Rational(1, 8)}],
    "least_here": [
        quarters | {g2: 0, cross: half, f_next: Rational(7, 8)},
        {f_next: Rational(3, 4)},
    ],
    "least_next": [
        quarters | {n2: 0, cross: half, f_next: Rational(11, 16)},
        {f_next: Rational(3, 8)},
    ],
}


def proof():
    start, value, bound = claim.at_start(1), claim.at_next_state(0), claim.at_next_state(1)
    here = h * (1 + kappa + kappa * (1 - h))
    gain = {"interpolation": 1, "square": (1 - h) / (2 * L * apart)}
    least_of_both = {"least_here": here / (2 * L * apart), "least_next": h / (2 * L * apart)}
    whole = 2 * L * apart
    total = {name: whole * weight for name, weight in gain.items()} | {"last_step_down": whole}
    steps = (
        combine(value, gain | least_of_both | {"invariant.0": 1}),
        combine(bound, total | {"invariant.0": whole, "least_here": here, "least_next": h + apart}),
    )
    first_bound = combine(start, total | {"norm_here": here, "norm_next": h, "least_next": apart})
    return induct(claim, (None, first_bound), steps)
