"""A step of length η < 2/L multiplies the gap of a PL function by at most (1 − µ min(η, 2/L − η))².

For η ≤ 1/L that is (1 − µη)², twice the exponent of the textbook bound, and no factor is smaller
(pl-rate-on-a-quadratic). f is differentiable on Rⁿ with the quadratic upper bound L; it need not be
convex, nor have a lower bound on its curvature.

Let f* = 0, t < 1/L with t ≤ η and t ≤ 2/L − η, and for s < 1/L let z be a maximiser of f(z) − ‖z −
x₁‖²/(2s), which is at least f(x₁). By the quadratic upper bound that function is below f(x₁) where
‖z − x₁‖ > 2s‖∇f(x₁)‖/(1 − Ls), so that its maximum on the closed ball of that radius, which it
attains, is its maximum at all. Along the mesh s₀, rs₀, r²s₀, … ≤ t the maximum, times 1 − µs/r,
does not fall (pl-envelope-grows), and it stays below (1 − µt) f(x₀) (pl-envelope-at-the-step). With
s₀ → 0, then r → 1 and t → min(η, 2/L − η) < 1/L, or → 1/L, this is the bound.
docs/pl_one_step_squared.md has the proof in words, and what was known before.
"""

from sympy import Rational

from provenscape.kernel import (
    Claim,
    Invariant,
    chain,
    combine,
    eq,
    ge,
    gt,
    induct,
    le,
    real,
)

L, mu, eta, t, r, s_0 = real("L mu eta t r s_0")
f_0, f_1, g_0 = real("f_0 f_1 g_0")
f_z, g_z, inner, d_0, d_1 = real("f_z g_z inner d_0 d_1")
s, u = real("s u")
c = (eta - t) / (1 - L * t)

claim = Claim(
    id="pl-one-step-squared",
    says="A step of length η < 2/L multiplies the gap of a PL function with the quadratic upper "
    "bound L by at most (1 − µ min(η, 2/L − η))²: for t < 1/L at most that minimum "
    "(1 − µs₀/r)(f(x₁) − f*) is at most (1 − µs/r)(1 − µt)(f(x₀) − f*) at each s of the mesh s₀, "
    "rs₀, … up to t/r; now s₀ → 0, r → 1.",
    items={},
    where={
        L: "a constant of the quadratic upper bound",
        mu: "the PL constant",
        eta: "the step length",
        t: "the end of the mesh",
        r: "its ratio",
        s_0: "its start",
        s: "the present point of the mesh",
        u: "the gap less ‖z − x₁‖²/(2s) at the maximiser of the point before; at first, at x₁",
        f_0: ("the gap at the iterate", "f(x_0)-f^*"),
        f_1: ("the gap at the next one", "f(x_1)-f^*"),
        g_0: ("the squared gradient norm at the iterate", r"\|\nabla f(x_0)\|^2"),
        f_z: ("the gap at the maximiser z for s", "f(z)-f^*"),
        g_z: ("the squared gradient norm there", r"\|\nabla f(z)\|^2"),
        inner: ("the slope at the iterate towards z", r"\langle \nabla f(x_0), z-x_0 \rangle"),
        d_0: ("the squared distance of z from the iterate", r"\|z-x_0\|^2"),
        d_1: ("the squared distance of z from the next one", r"\|z-x_1\|^2"),
    },
    given={
        "smooth": gt(L),
        "pl_constant": gt(mu),
        "end": gt(t),
        "contraction": ge(L - mu),
        "below": gt(1 - L * t),
        "at_most_the_step": ge(eta - t),
        "not_too_long": ge(2 - L * (eta + t)),
        "mesh": gt(s),
        "finer": gt(r - 1),
        "up_to_the_end": ge(t - r * s),
        "gradient_norm": ge(g_0),
        "distance": ge(d_1),
        "step_along_gradient": eq(d_1, d_0 + 2 * eta * inner + eta**2 * g_0),
        "square": ge(d_0 + 2 * c * inner + c**2 * g_0),
        "upper_bound": le(f_z, f_0 + inner + L * d_0 / 2),
        "pl_at_the_iterate": ge(g_0, 2 * mu * f_0),
        "pl_at_the_maximiser": ge(g_z, 2 * mu * f_z),
        "maximiser": ge(f_z - d_1 / (2 * s), u),
        "stationary": eq(d_1, s**2 * g_z),
    },
    then=Invariant(
        (
            ge((1 - mu * s / r) * u, (1 - mu * s_0 / r) * f_1),
            le((1 - mu * s_0 / r) * f_1, (1 - mu * s / r) * (1 - mu * t) * f_0),
        ),
        start={s: s_0, u: f_1},
        update={s: r * s, u: f_z - d_1 / (2 * r * s)},
        fixed=(L, mu, eta, t, r, s_0, f_0, f_1, g_0),
    ),
    facts={
        "contraction": "quadratic-upper-bound",
        "upper_bound": "quadratic-upper-bound",
        "maximiser": "extreme-value-theorem",
        "stationary": "first-order-necessary-condition",
    },
    bridges=("limits-keep-inequalities",),
    proves="pl-step-contracts-by-the-square",
    scope="every dimension; functions that are not constant; the square is that of "
    "‖z − x₀ + c∇f(x₀)‖",
)


def on_half_x_squared(place):
    """The maximiser for s on ½x² after the step of length ¼ from 4 to 3: z = 3/(1 − s)."""
    z = 3 / (1 - place)
    return {f_z: z**2 / 2, g_z: z**2, inner: 4 * (z - 4), d_0: (z - 4) ** 2, d_1: (z - 3) ** 2}


first = {
    L: 2, mu: 1, eta: Rational(1, 4), t: Rational(1, 4), r: 2, s_0: Rational(1, 32),
    f_0: 8, f_1: Rational(9, 2), g_0: 16,
}  # fmt: skip
witness = [
    first | on_half_x_squared(Rational(1, 32)),
    on_half_x_squared(Rational(1, 16)),
    on_half_x_squared(Rational(1, 8)),
]


near = {f_z: 8, g_z: 16, d_1: Rational(1, 64), f_1: Rational(15, 2)}
at_the_next = {f_z: Rational(9, 2), g_z: 9, inner: -4, d_0: 1, d_1: 0}
countermodels = {
    "upper_bound": [first | near | {d_0: 0, inner: -Rational(63, 32)}, {}],
    "pl_at_the_iterate": [first | near | {g_0: 0, d_0: Rational(1, 64), inner: 0}, {}],
    "step_along_gradient": [first | near | {d_0: 0, inner: 0}, {}],
    "maximiser": [witness[0] | {f_1: 8}, {}],
    "stationary": [first | at_the_next, {}],
    "pl_at_the_maximiser": [first | at_the_next | {g_z: 0}, {}],
}


def proof():
    given = claim.given
    names = ("smooth", "pl_constant", "contraction", "below", "mesh", "finer", "up_to_the_end")
    signs = {name: relation for name, relation in given.items() if name in names}
    after = combine(
        claim.lemma("1 - mu s", signs, gt(1 - mu * s)),
        using={
            "below": 1,
            "up_to_the_end": L,
            "finer": s * L,
            "contraction": s,
        },
    )
    before = combine(
        claim.lemma("1 - mu s/r", signs, gt(1 - mu * s / r)),
        using={
            "below": 1,
            "up_to_the_end": L,
            "finer": s * (r + 1) * L / r,
            "contraction": s / r,
        },
    )
    value = f_z - d_1 / (2 * r * s)
    envelope = combine(
        claim.lemma("envelope", given, le(value, (1 - mu * t) * f_0)),
        using={
            "upper_bound": 1,
            "step_along_gradient": 1 / (2 * t),
            "square": (1 - L * t) / (2 * t),
            "gradient_norm": (eta - t) * (2 - L * (eta + t)) / (2 * (1 - L * t)),
            "pl_at_the_iterate": t / 2,
            "distance": (t - r * s) / (2 * r * s * t),
        },
    )
    grows, bounded = claim.at_next_state(0), claim.at_next_state(1)
    growing = chain(
        grows,
        {"before": before},
        using={
            "maximiser": 1 - mu * s / r,
            "stationary": (r - 1) / (2 * r * s),
            "pl_at_the_maximiser": s * (r - 1) / (2 * r),
            "invariant.0": 1,
        },
    )
    bound = chain(
        bounded,
        {"after": after, "growing": growing, "envelope": envelope},
        using={"growing": 1, "envelope": 1 - mu * s},
    )
    start = chain(
        claim.at_start(1),
        {
            "before": (before, {s: s_0}),
            "envelope": (envelope, {s: s_0, u: f_1}),
        },
        using={
            "envelope": 1 - mu * s_0 / r,
            "maximiser": 1 - mu * s_0 / r,
            "distance": (1 - mu * s_0 / r) * (r - 1) / (2 * r * s_0),
        },
    )
    return induct(claim, (None, start), (growing, bound))
