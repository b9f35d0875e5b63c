"""One gradient step of length 1/L contracts the gap of a PL function by 1 − µ/L.

Polyak (1963); Karimi, Nutini & Schmidt (2016), Theorem 1.
"""

from provenscape.kernel import Claim, combine, ge, gt, le, real

L, mu, grad2, gap, gap_next = real("L mu grad2 gap gap_next")

claim = Claim(
    id="pl-one-step",
    says="A step of length 1/L multiplies the optimality gap by at most 1 − µ/L.",
    items={"O-50": "part one-step", "O-51": "part pl-inserted"},
    where={
        L: "a Lipschitz constant of the gradient",
        mu: "the PL constant",
        grad2: ("the squared gradient norm at the iterate", r"\|\nabla f(x)\|^2"),
        gap: ("the gap at the iterate", "f(x)-f^*"),
        gap_next: ("the gap at the next one", "f(x^+)-f^*"),
    },
    given={
        "smooth": gt(L),
        "descent": le(gap_next, gap - grad2 / (2 * L)),
        "pl": ge(grad2, 2 * mu * gap),
    },
    then=le(gap_next, (1 - mu / L) * gap),
    facts={"descent": "quadratic-upper-bound"},
    tight=True,
    scope="every dimension; attained over the stated hypotheses, over functions see "
    "pl-one-step-squared",
)
witness = {L: 2, mu: 1, grad2: 4, gap: 2, gap_next: 1}
equality = witness
countermodels = {"descent": witness | {gap_next: 2}, "pl": witness | {grad2: 0, gap_next: 2}}


def proof():
    return combine(claim, using={"descent": 1, "pl": 1 / (2 * L)})
