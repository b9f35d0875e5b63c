"""Stochastic descent with steps 2/(µ(γ + t)) under PL: the expected gap is at most ν/(γ + t).

Here γ ≥ 2L/µ, so that no step is longer than 1/L, and ν is the larger of γ times the first gap and
2Lσ²/µ²; (1 − 2/k)ν/k + ν/k² ≤ ν/(k + 1) for k = γ + t. The stochastic gradient is as in
stochastic-descent-under-pl-with-constant-steps. Karimi, Nutini & Schmidt (2016), Theorem 4, bound
E‖v‖² instead of the variance, which on all of Rⁿ excludes PL unless f is constant.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, ge, gt, induct, le, real

L, mu, sigma, gamma, nu, slope, v2, g2, gap_next, first = real(
    "L mu sigma gamma nu slope v2 g2 gap_next first"
)
gap, k = real("gap k")
eta = 2 / (mu * k)

claim = Claim(
    id="stochastic-descent-under-pl-with-decreasing-steps",
    says="On an L-smooth PL function stochastic descent with steps 2/(µ(γ + t)), γ ≥ 2L/µ, and "
    "unbiased gradients of variance σ² at most given the past has an expected gap of at most "
    "ν/(γ + t) after t steps, for every ν that is at least γ(f(x₀) − f*) and 2Lσ²/µ².",
    items={},
    where={
        L: "a Lipschitz constant of the gradient",
        mu: "the PL constant",
        sigma: "the square root of the bound on the variance",
        gamma: "where the steps begin",
        nu: "the constant of the rate",
        slope: (
            "the expected product of gradient and stochastic gradient",
            r"E\langle \nabla f(x_t), v_t \rangle",
        ),
        v2: ("the expected square of the stochastic gradient", r"E\|v_t\|^2"),
        g2: ("the expected square of the gradient", r"E\|\nabla f(x_t)\|^2"),
        gap: ("the expected gap at the present iterate", "E f(x_t)-f^*"),
        gap_next: ("the expected gap at the next one", "E f(x_{t+1})-f^*"),
        first: ("the gap at the start", "f(x_0)-f^*"),
        k: ("γ + t, t the number of steps", "k_t"),
    },
    given={
        "smooth": gt(L),
        "pl_constant": gt(mu),
        "contraction": ge(L, mu),
        "index": gt(k),
        "short": ge(k, 2 * L / mu),
        "start": ge(nu, gamma * first),
        "noise": ge(nu, 2 * L * sigma**2 / mu**2),
        "upper_bound": le(gap_next, gap - eta * slope + L * eta**2 * v2 / 2),
        "unbiased": eq(slope, g2),
        "variance": le(v2, g2 + sigma**2),
        "gradient_norm": ge(g2),
        "pl": ge(g2, 2 * mu * gap),
    },
    then=Invariant(
        le(k * gap, nu),
        start={gap: first, k: gamma},
        update={gap: gap_next, k: k + 1},
        fixed=(L, mu, sigma, gamma),
    ),
    facts={
        "upper_bound": "quadratic-upper-bound",
        "contraction": "quadratic-upper-bound",
        "unbiased": "conditional-means-of-independent-samples",
        "variance": "conditional-means-of-independent-samples",
    },
    scope="every dimension; the start is fixed; f not constant",
)
witness = [
    {L: 1, mu: 1, sigma: 0, gamma: 2, nu: 4, first: 2, slope: 4, v2: 4, g2: 4, gap_next: 0},
    {slope: 0, v2: 0, g2: 0, gap_next: 0},
    {slope: 0, v2: 0, g2: 0, gap_next: 0},
]
one = witness[0]
still = {slope: 0, v2: 0, g2: 0, gap_next: 0}
countermodels = {
    "start": [one | {nu: 0}, still],
    "noise": [
        one | still | {sigma: 1, nu: 0, first: 0, v2: 1, gap_next: Rational(1, 2)},
        {g2: 1, slope: 1, v2: 2, gap_next: 0},
    ],
    "upper_bound": [one | {gap_next: 2}, {}],
    "unbiased": [one | {slope: 0, gap_next: 2}, {}],
    "variance": [one | {v2: 8, gap_next: 2}, {gap_next: 1}],
    "pl": [one | still | {gap_next: 2}, {}],
    "short": [
        one | {gamma: 1, nu: 2, g2: 10, slope: 10, v2: 10, gap_next: 2},
        {gap_next: -3},
    ],
}


def proof():
    base = combine(claim.at_start(), using={"start": 1})
    step = combine(
        claim.at_next_state(),
        using={
            "upper_bound": k + 1,
            "unbiased": (k + 1) * eta,
            "variance": (k + 1) * L * eta**2 / 2,
            "short": (k + 1) * eta * g2 / (2 * k),
            "pl": (k + 1) * eta / 2,
            "invariant": (k + 1) * (k * (L - mu) / L + mu / L * (k - 2 * L / mu)) / k**2,
            "noise": (k + 2) / k**2,
        },
        squares=[(2 * L / (mu**2 * k**2), sigma)],
    )
    return induct(claim, base, step)
