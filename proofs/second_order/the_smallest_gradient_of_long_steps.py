"""With a step h/L, 1 ≤ h ≤ √3, the bound of descent is 4LΔ/(N(4h − h³) + 2), least at h = 2/√3.

One step, on every function with L-Lipschitz gradient: the interpolation inequality from x to x⁺
with weight (h + 1)/2 and that from x⁺ to x with weight (h − 1)/2, in which the inner product of the
two gradients cancels, give f − f⁺ ≥ ((3h − h³)|g|² + h|g⁺|²)/(4L). So f falls by (4h − h³)/(4L)
times the least squared norm at every step as long as 3h − h³ ≥ 0, and from the last point by half
of it more. It is attained in the plane (claim long-steps-attain-the-worst-case). The formula does
not go on beyond √3 (claim
the-bound-of-long-steps-fails-beyond-root-three). At h = 2/√3 it is 4LΔ/((16/(3√3))N + 2).
The formula is credited from memory to Abbaszadehpeivasti, de Klerk & Zamani (2022), whose theorem
was not seen; performance estimation finds the same numbers (table gradient_worst_cases).
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, real

h, L, N = real("h L N")
f, f_next, floor, first = real("f f_next f_star f_0")
g2, n2, cross, least = real("g_2 n_2 cross least")
rate = (4 * h - h**3) / (4 * L)
half = Rational(1, 2)

claim = Claim(
    id="the-smallest-gradient-of-long-steps",
    says="On a function with L-Lipschitz gradient the least squared gradient norm after N steps of "
    "length h/L, 1 ≤ h ≤ √3, the last point included, is at most 4L(f(x₀) − f*)/(N(4h − h³) + 2).",
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
        "long": ge(h, 1),
        "not_too_long": le(h**2, 3),
        "interpolation": ge(
            f - f_next,
            h * (g2 + cross) / (2 * L) + (g2 - 2 * cross + n2) / (4 * L) - h**2 * g2 / (4 * L),
        ),
        "interpolation_back": ge(
            f_next - f,
            -h * (g2 + cross) / (2 * L) + (g2 - 2 * cross + n2) / (4 * L) - h**2 * g2 / (4 * L),
        ),
        "last_step_down": ge(f_next - n2 / (2 * L), floor),
        "norm_here": ge(g2),
        "norm_next": ge(n2),
        "least_here": ge(g2, least),
        "least_next": ge(n2, least),
    },
    then=Invariant(
        (
            le(f + N * rate * least, first),
            le((N * (4 * h - h**3) + 2) * least, 4 * L * (first - floor)),
        ),
        start={f: first, N: 0},
        update={f: f_next, N: N + 1},
        fixed=(h, L, floor, least),
    ),
    facts={
        "interpolation": "smooth-nonconvex-interpolation",
        "interpolation_back": "smooth-nonconvex-interpolation",
        "last_step_down": "quadratic-upper-bound",
    },
    scope="every dimension and every number of steps",
)
# ½x² from 4 with h = 3/2: x = 4, −2, 1, −½.
witness = [
    {
        h: 3 * half, L: 1, first: 8, floor: 0, least: Rational(1, 4), g2: 16, n2: 4, cross: -8,
        f_next: 2,
    },
    {g2: 4, n2: 1, cross: -2, f_next: half},
    {g2: 1, n2: Rational(1, 4), cross: -half, f_next: Rational(1, 8)},
]  # fmt: skip
unit = {h: 1, L: 1, first: 1, floor: 0, least: 1, g2: 1, n2: 1, cross: 1}
quarter = Rational(1, 4)
countermodels = {
    "long": [
        unit | {h: half, first: 15 * quarter**2, f_next: half},
        {cross: 11 * quarter, f_next: half},
    ],
    "not_too_long": [
        {
            h: Rational(9, 5), L: 1, first: half, floor: 0, least: Rational(16, 25), g2: 1,
            n2: Rational(16, 25), cross: -Rational(4, 5), f_next: Rational(8, 25),
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
    here = h * (3 - h**2) / (4 * L)
    gain = {"interpolation": (h + 1) / 2, "interpolation_back": (h - 1) / 2}
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
