"""A function that is L-smooth and PL with µ, and not constant, has µ ≤ L.

From ‖∇f‖² ≤ 2L(f − f*) (the descent lemma, since f(x⁺) ≥ f*) and PL at a point with f > f*.
"""

from provenscape.kernel import Claim, combine, ge, gt, le, real

L, mu, grad2, gap, gap_next = real("L mu grad2 gap gap_next")

claim = Claim(
    id="pl-constant-at-most-L",
    says="The PL constant of a function that is not constant is at most the smoothness constant.",
    items={},
    where={
        L: "a Lipschitz constant of the gradient",
        mu: "the PL constant",
        grad2: ("the squared gradient norm at a point", r"\|\nabla f(x)\|^2"),
        gap: ("the gap there", "f(x)-f^*"),
        gap_next: ("the gap after a step of length 1/L", "f(x^+)-f^*"),
    },
    given={
        "not_minimal": gt(gap),
        "smooth": gt(L),
        "descent": le(gap_next, gap - grad2 / (2 * L)),
        "infimum": ge(gap_next),
        "pl": ge(grad2, 2 * mu * gap),
    },
    then=le(mu, L),
    facts={"descent": "quadratic-upper-bound"},
    tight=True,
    scope="at one point above the minimum; without such a point f is constant",
)
witness = {L: 1, mu: 1, grad2: 2, gap: 1, gap_next: 0}
equality = witness
countermodels = {
    "not_minimal": {L: 1, mu: 2, grad2: 0, gap: 0, gap_next: 0},
    "descent": witness | {mu: 2, grad2: 4},
    "infimum": witness | {mu: 2, grad2: 4, gap_next: -1},
    "pl": witness | {mu: 2},
}


def proof():
    return combine(claim, using={"descent": 2 * L, "infimum": 2 * L, "pl": 1}, scale=2 * gap)
