"""The Polyak step θ(f(x) − f*)/‖∇f(x)‖² multiplies the gap by 1 − θ + Lθ²/(4µ) at most under PL.

At θ = 2µ/L that is 1 − µ/L, Polyak's rate; for the step of the method itself, θ = 1, it is L/(4µ),
which helps only if L < 4µ. For large L/µ that step may not converge (polyak-step-may-cycle), unless
f is weakly strongly convex (polyak-step-under-weak-strong-convexity).
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, ge, gt, induct, le, real

L, mu, theta, eta, grad2, gap_next, first = real("L mu theta eta grad2 gap_next first")
gap, Q = real("gap Q")

claim = Claim(
    id="polyak-step-under-pl",
    says="On an L-smooth PL function T Polyak steps θ(f(x) − f*)/‖∇f(x)‖² with 0 < θ multiply the "
    "gap by at most (1 − θ + Lθ²/(4µ))^T: (1 − µ/L)^T for θ = 2µ/L, (L/(4µ))^T for θ = 1.",
    items={},
    where={
        L: "a Lipschitz constant of the gradient",
        mu: "the PL constant",
        theta: "the scale of the step, 1 in Polyak's method",
        eta: "the length of the present step",
        gap: ("the gap at the present iterate", "f(x_t)-f^*"),
        gap_next: ("the gap at the next one", "f(x_{t+1})-f^*"),
        grad2: ("the squared gradient norm at the present iterate", r"\|\nabla f(x_t)\|^2"),
        first: ("the first gap", "f(x_0)-f^*"),
        Q: ("(1 − θ + Lθ²/(4µ))^t, t the number of steps", "Q_t"),
    },
    given={
        "smooth": gt(L),
        "pl_constant": gt(mu),
        "contraction": ge(L, mu),
        "scale": gt(theta),
        "forward": ge(eta),
        "polyak_step": eq(eta * grad2, theta * gap),
        "upper_bound": le(gap_next, gap - eta * grad2 + L * eta**2 * grad2 / 2),
        "pl": ge(grad2, 2 * mu * gap),
    },
    then=Invariant(
        le(gap, Q * first),
        start={gap: first, Q: 1},
        update={gap: gap_next, Q: (1 - theta + L * theta**2 / (4 * mu)) * Q},
        fixed=(L, mu, theta),
    ),
    facts={"upper_bound": "quadratic-upper-bound", "contraction": "quadratic-upper-bound"},
    scope="every dimension; f not constant; a step of length 0 at a minimiser",
)
witness = [
    {L: 1, mu: 1, theta: 1, eta: Rational(1, 2), first: 16, grad2: 32, gap_next: 4},
    {grad2: 8, gap_next: 1},
    {grad2: 2, gap_next: Rational(1, 4)},
]
one = witness[0]
countermodels = {
    "upper_bound": one | {gap_next: 16},
    "pl": one | {eta: 2, grad2: 8, gap_next: 16},
    "polyak_step": one | {eta: 0, gap_next: 16},
}


def proof():
    positive = (1 - theta / 2) ** 2 + theta**2 * (L - mu) / (4 * mu)
    step = combine(
        claim.at_next_state(),
        using={
            "upper_bound": 1,
            "polyak_step": 1 - L * eta / 2 - L * theta / (4 * mu),
            "pl": L * theta * eta / (4 * mu),
            "invariant": positive,
        },
    )
    return induct(claim, None, step)
