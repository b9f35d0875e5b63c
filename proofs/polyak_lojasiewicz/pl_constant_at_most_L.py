"""A function that is L-smooth and PL with µ, and not constant, has µ ≤ L.

From ‖∇f‖² ≤ 2L(f − f*) (the descent lemma, since f(x⁺) ≥ f*) and PL at a point with f > f*.
"""

from provenscape.kernel import Claim, combine, ge, gt, le, real

L, mu, grad2, gap = real("L mu grad2 gap")

claim = Claim(
    id="pl-constant-at-most-L",
    items=["O-50"],
    says="The PL constant never exceeds the smoothness constant, so 1 − µ/L lies in [0, 1).",
    given={
        "not_minimal": gt(gap),
        "smooth": le(grad2, 2 * L * gap),
        "pl": ge(grad2, 2 * mu * gap),
    },
    then=le(mu, L),
    tight=True,
    scope="at one point above the minimum; without such a point f is constant",
)
witness = {L: 1, mu: 1, grad2: 2, gap: 1}
equality = witness
countermodels = {
    "not_minimal": {L: 0, mu: 1, grad2: 0, gap: 0},
    "smooth": witness | {mu: 2, grad2: 4},
    "pl": witness | {mu: 2},
}


def proof():
    return combine(claim, using={"smooth": 1, "pl": 1}, scale=2 * gap)
