"""Steps of any length 0 < η < 2/L multiply the gap by 1 − 2µη(1 − Lη/2) at most each.

The textbook bound for a general step, 1 − µ/L at η = 1/L. The factor of pl-rate-squared is smaller,
but its proof looks beyond the two points of a step; this one needs no more than the upper bound.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, real

L, mu, eta, grad2, gap_next, first = real("L mu eta grad2 gap_next first")
gap, Q = real("gap Q")
share = 1 - L * eta / 2

claim = Claim(
    id="pl-rate-of-any-step",
    says="On an L-smooth PL function T steps of length 0 < η < 2/L multiply the gap by at most "
    "(1 − 2µη(1 − Lη/2))^T.",
    items={},
    where={
        L: "a Lipschitz constant of the gradient",
        mu: "the PL constant",
        eta: "the step length",
        gap: ("the gap at the present iterate", "f(x_t)-f^*"),
        gap_next: ("the gap at the next one", "f(x_{t+1})-f^*"),
        grad2: ("the squared gradient norm at the present iterate", r"\|\nabla f(x_t)\|^2"),
        first: ("the first gap", "f(x_0)-f^*"),
        Q: ("(1 − 2µη(1 − Lη/2))^t, t the number of steps", "Q_t"),
    },
    given={
        "forward": gt(eta),
        "not_too_long": gt(share),
        "contraction": ge(L, mu),
        "descent": le(gap_next, gap - eta * share * grad2),
        "pl": ge(grad2, 2 * mu * gap),
    },
    then=Invariant(
        le(gap, Q * first),
        start={gap: first, Q: 1},
        update={gap: gap_next, Q: (1 - 2 * mu * eta * share) * Q},
        fixed=(L, mu, eta),
    ),
    facts={"descent": "quadratic-upper-bound", "contraction": "quadratic-upper-bound"},
    scope="every dimension; f not constant: a constant f has gap 0 throughout",
)
witness = [
    {L: 1, mu: 1, eta: Rational(1, 2), grad2: 4, first: 2, gap_next: Rational(1, 2)},
    {grad2: 1, gap_next: Rational(1, 8)},
    {grad2: Rational(1, 4), gap_next: Rational(1, 32)},
]
countermodels = {
    "descent": witness[0] | {gap_next: 2},
    "pl": witness[0] | {grad2: 0, gap_next: 2},
}


def proof():
    step = combine(
        claim.at_next_state(),
        using={
            "descent": 1,
            "pl": eta * share,
            "invariant": (1 - L * eta) ** 2 + 2 * eta * share * (L - mu),
        },
    )
    return induct(claim, None, step)
