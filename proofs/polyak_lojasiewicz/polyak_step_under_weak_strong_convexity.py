"""Under weak strong convexity Polyak's step shrinks the squared distance by 1 − µ/(2L).

No constant is needed to choose the step η = (f(x) − f*)/‖∇f(x)‖². With p the minimiser next to x,
‖x⁺ − p‖² = ‖x − p‖² − 2η⟨∇f(x), x − p⟩ + η(f(x) − f*), and η ≥ 1/(2L). Polyak's argument for convex
functions, without convexity.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, ge, gt, induct, le, real

L, mu, eta, gap, grad2, inner, next2, first = real("L mu eta gap grad2 inner next2 first")
d2, Q = real("d2 Q")

claim = Claim(
    id="polyak-step-under-weak-strong-convexity",
    says="On an L-smooth weakly strongly convex f T Polyak steps (f(x) − f*)/‖∇f(x)‖² multiply the "
    "squared distance from the minimisers by at most (1 − µ/(2L))^T.",
    items={},
    where={
        L: "a Lipschitz constant of the gradient",
        mu: "the constant of weak strong convexity",
        eta: "the length of the present step",
        gap: ("the gap at the present iterate", "f(x_t)-f^*"),
        grad2: ("the squared gradient norm there", r"\|\nabla f(x_t)\|^2"),
        inner: (
            "the slope there away from the nearest minimiser p",
            r"\langle \nabla f(x_t), x_t-p \rangle",
        ),
        d2: ("the squared distance of the present iterate from the minimisers", r"\|x_t-p\|^2"),
        next2: ("that of the next one", r"\operatorname{dist}(x_{t+1}, X^*)^2"),
        first: ("that of the start", r"\operatorname{dist}(x_0, X^*)^2"),
        Q: ("(1 − µ/(2L))^t, t the number of steps", "Q_t"),
    },
    given={
        "smooth": gt(L),
        "contraction": ge(L, mu),
        "constant": gt(mu),
        "above_the_minimum": gt(gap),
        "distance": ge(d2),
        "forward": ge(eta),
        "polyak_step": eq(eta * grad2, gap),
        "weak_strong_convexity": ge(inner, gap + mu * d2 / 2),
        "gradient_bound": le(grad2, 2 * L * gap),
        "nearest": le(next2, d2 - 2 * eta * inner + eta**2 * grad2),
    },
    then=Invariant(
        le(d2, Q * first),
        start={d2: first, Q: 1},
        update={d2: next2, Q: (1 - mu / (2 * L)) * Q},
        fixed=(L, mu),
    ),
    facts={"gradient_bound": "quadratic-upper-bound", "contraction": "quadratic-upper-bound"},
    scope="every dimension; while the gap is positive, after that the iterates stay",
)
witness = [
    {L: 1, mu: 1, eta: Rational(1, 2), first: 16, gap: 8, grad2: 16, inner: 16, next2: 4},
    {gap: 2, grad2: 4, inner: 4, next2: 1},
    {gap: Rational(1, 2), grad2: 1, inner: 1, next2: Rational(1, 4)},
]
one = witness[0]
countermodels = {
    "polyak_step": [one | {eta: 0, next2: 16}, {}],
    "weak_strong_convexity": [one | {inner: 4, next2: 16}, {}],
    "gradient_bound": [one | {grad2: 8000, eta: Rational(1, 1000), next2: 15}, {next2: 14}],
    "nearest": [one | {next2: 16}, {}],
}


def proof():
    half = Rational(1, 2)
    step = combine(
        claim.at_next_state(),
        using={
            "nearest": gap,
            "weak_strong_convexity": 2 * eta * gap,
            "polyak_step": mu * d2 / (2 * L) - eta * gap,
            "gradient_bound": mu * d2 * eta / (2 * L),
            "forward": gap**2,
            "invariant": gap * (half + (L - mu) / (2 * L)),
        },
        scale=gap,
    )
    return induct(claim, None, step)
