"""N steps h/L of descent, h ≤ 1, meet a squared gradient of at most 4LΔ/(N(4h − h²) + 2).

One step, on every function with L-Lipschitz gradient: the interpolation inequality of the two
points and the square ¼(1 − h)|g − g⁺|² give f − f⁺ ≥ ((3h − h²)|g|² + h|g⁺|²)/(4L), so that f falls
by (4h − h²)/(4L) times the least squared norm at every step, and from the last point by half of it
more: f − |g|²/(2L) ≥ inf f. For h = 1 that is 4LΔ/(3N + 2), where the textbook has 2LΔ/N. No
smaller bound holds, already on the line (claim short-steps-attain-the-worst-case).
The formula is credited from memory to Abbaszadehpeivasti, de Klerk & Zamani (2022), whose theorem
was not seen; longer steps: claim the-smallest-gradient-of-long-steps.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, real

h, L, N = real("h L N")
f, f_next, floor, first = real("f f_next f_star f_0")
g2, n2, cross, least = real("g_2 n_2 cross least")
rate = (4 * h - h**2) / (4 * L)
half, quarter = Rational(1, 2), Rational(1, 4)

claim = Claim(
    id="the-smallest-gradient-of-short-steps",
    says="On a function with L-Lipschitz gradient the least squared gradient norm after N steps of "
    "length h/L, 0 < h ≤ 1, the last point included, is at most 4L(f(x₀) − f*)/(N(4h − h²) + 2).",
    items={},
    where={
        h: "the step length times L",
        L: "a Lipschitz constant of the gradient",
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
        "interpolation": ge(
            f - f_next,
            h * (g2 + cross) / (2 * L) + (g2 - 2 * cross + n2) / (4 * L) - h**2 * g2 / (4 * L),
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
            le((N * (4 * h - h**2) + 2) * least, 4 * L * (first - floor)),
        ),
        start={f: first, N: 0},
        update={f: f_next, N: N + 1},
        fixed=(h, L, floor, least),
    ),
    facts={
        "interpolation": "smooth-nonconvex-interpolation",
        "last_step_down": "quadratic-upper-bound",
    },
    scope="every dimension and every number of steps",
)
# ½x² from 4 with h = ½: x = 4, 2, 1, ½.
witness = [
    {h: half, L: 1, first: 8, floor: 0, least: quarter, g2: 16, n2: 4, cross: 8, f_next: 2},
    {g2: 4, n2: 1, cross: 2, f_next: half},
    {g2: 1, n2: quarter, cross: half, f_next: Rational(1, 8)},
]
quarters = {h: half, L: 1, first: 1, floor: 0, least: 1, g2: 1, n2: 1, cross: 1, f_next: half}
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
    here = (h * (1 - h) + 2 * h) / (4 * L)
    gain = {"interpolation": 1, "square": (1 - h) / (4 * L)}
    total = {name: 4 * L * weight for name, weight in gain.items()} | {"last_step_down": 4 * L}
    least_of_both = {"least_here": here, "least_next": h / (4 * L)}
    steps = (
        combine(value, gain | least_of_both | {"invariant.0": 1}),
        combine(
            bound, total | {"invariant.0": 4 * L, "least_here": 4 * L * here, "least_next": h + 2}
        ),
    )
    first_bound = combine(
        start, total | {"norm_here": 4 * L * here, "norm_next": h, "least_next": 2}
    )
    return induct(claim, (None, first_bound), steps)
