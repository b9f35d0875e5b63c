"""On an L-smooth PL function T steps of length 1/L shrink the gap by (1 − µ/L)^T at least.

Polyak (1963); Karimi, Nutini & Schmidt (2016), Theorem 1. Induction over the one-step bound
(pl-one-step); µ ≤ L by pl-constant-at-most-L.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, ge, gt, induct, le, real

L, mu, grad2, gap, gap_next, Q, first = real("L mu grad2 gap gap_next Q first")

claim = Claim(
    id="pl-linear-rate",
    says="With step 1/L the gap after T steps is at most (1 − µ/L)^T times the first gap.",
    items={"O-50": "whole", "O-63": "part linear-curve", "O-N1": "part rate"},
    where={
        L: "a Lipschitz constant of the gradient",
        mu: "the PL constant",
        gap: ("the gap at the present iterate", r"f(x_t)-f^*"),
        gap_next: ("the gap at the next one", r"f(x_{t+1})-f^*"),
        grad2: ("the squared gradient norm at the present iterate", r"\|\nabla f(x_t)\|^2"),
        Q: ("(1 − µ/L)^t, t the number of steps", "Q_t"),
        first: ("the first gap", r"f(x_0)-f^*"),
    },
    given={
        "smooth": gt(L),
        "contraction": ge(L, mu),
        "descent": le(gap_next, gap - grad2 / (2 * L)),
        "pl": ge(grad2, 2 * mu * gap),
    },
    then=Invariant(
        le(gap, Q * first),
        start={gap: first, Q: 1},
        update={gap: gap_next, Q: (1 - mu / L) * Q},
        fixed=(L, mu),
    ),
    facts={"descent": "quadratic-upper-bound", "contraction": "quadratic-upper-bound"},
    scope="every dimension; f not constant: a constant f, PL with every µ, has gap 0 throughout",
)
witness = [
    {L: 2, mu: 1, grad2: 4, gap_next: 1, first: 2},
    {grad2: 2, gap_next: Rational(1, 2)},
    {grad2: 1, gap_next: Rational(1, 4)},
]
countermodels = {
    "descent": witness[0] | {gap_next: 2},
    "pl": witness[0] | {grad2: 0, gap_next: 2},
}


def proof():
    step = combine(
        claim.at_next_state(),
        using={"descent": 1, "pl": 1 / (2 * L), "invariant": (L - mu) / L},
    )
    return induct(claim, None, step)
