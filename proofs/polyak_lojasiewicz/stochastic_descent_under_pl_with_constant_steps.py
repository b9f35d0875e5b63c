"""Stochastic descent with a step η ≤ 1/L under PL: (1 − µη)^t times the gap, and Lησ²/(2µ).

The stochastic gradient v at x has conditional mean ∇f(x) and conditional variance σ² at most, as if
it is made from a sample independent of x. Then E⟨∇f(x), v⟩ = E‖∇f(x)‖² and E‖v‖² ≤ E‖∇f(x)‖² + σ².
Karimi, Nutini & Schmidt (2016), Theorem 4, bound E‖v‖² instead of the variance.
"""

from provenscape.kernel import Claim, Invariant, combine, eq, ge, gt, induct, le, real

L, mu, eta, sigma, slope, v2, g2, gap_next, first = real(
    "L mu eta sigma slope v2 g2 gap_next first"
)
gap, Q = real("gap Q")

claim = Claim(
    id="stochastic-descent-under-pl-with-constant-steps",
    says="On an L-smooth PL function T steps of stochastic descent of length η ≤ 1/L, with "
    "unbiased gradients of variance σ² at most given the past, leave an expected gap of at most "
    "(1 − µη)^T times the first, and Lησ²/(2µ).",
    items={},
    where={
        L: "a Lipschitz constant of the gradient",
        mu: "the PL constant",
        eta: "the step length",
        sigma: "the square root of the bound on the variance",
        slope: (
            "the expected product of gradient and stochastic gradient",
            r"E\langle \nabla f(x_t), v_t \rangle",
        ),
        v2: ("the expected square of the stochastic gradient", r"E\|v_t\|^2"),
        g2: ("the expected square of the gradient", r"E\|\nabla f(x_t)\|^2"),
        gap: ("the expected gap at the present iterate", "E f(x_t)-f^*"),
        gap_next: ("the expected gap at the next one", "E f(x_{t+1})-f^*"),
        first: ("the gap at the start", "f(x_0)-f^*"),
        Q: ("(1 − µη)^t, t the number of steps", "Q_t"),
    },
    given={
        "smooth": gt(L),
        "forward": gt(eta),
        "short": le(L * eta, 1),
        "contraction": ge(L, mu),
        "pl_constant": gt(mu),
        "upper_bound": le(gap_next, gap - eta * slope + L * eta**2 * v2 / 2),
        "unbiased": eq(slope, g2),
        "variance": le(v2, g2 + sigma**2),
        "gradient_norm": ge(g2),
        "pl": ge(g2, 2 * mu * gap),
    },
    then=Invariant(
        le(gap, Q * first + (1 - Q) * L * eta * sigma**2 / (2 * mu)),
        start={gap: first, Q: 1},
        update={gap: gap_next, Q: (1 - mu * eta) * Q},
        fixed=(L, mu, eta, sigma),
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
    {L: 1, mu: 1, eta: 1, sigma: 0, first: 2, slope: 4, v2: 4, g2: 4, gap_next: 0},
    {slope: 0, v2: 0, g2: 0, gap_next: 0},
    {slope: 0, v2: 0, g2: 0, gap_next: 0},
]
one = witness[0]
countermodels = {
    "upper_bound": one | {gap_next: 2},
    "unbiased": one | {slope: 0, gap_next: 2},
    "variance": one | {v2: 8, gap_next: 2},
    "pl": one | {slope: 0, g2: 0, v2: 0, gap_next: 2},
}


def proof():
    step = combine(
        claim.at_next_state(),
        using={
            "upper_bound": 1,
            "unbiased": eta,
            "variance": L * eta**2 / 2,
            "short": eta * g2 / 2,
            "pl": eta / 2,
            "invariant": mu / L * (1 - L * eta) + (L - mu) / L,
        },
    )
    return induct(claim, None, step)
