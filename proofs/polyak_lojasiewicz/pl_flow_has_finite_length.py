"""Along the gradient flow of a PL function √gap falls by √(µ/2) or more per unit of length.

With s = √(f − f*) and G = ‖∇f‖, the flow has ds/dt = −G²/(2s) and speed G, and PL is G ≥ √(2µ)·s;
so −ds/dt ≥ √(µ/2)·G, and s plus √(µ/2) times the length does not increase along the flow. What this
means for the set of minimisers is not part of the statement; for C^∞ functions see Boumal,
Criscitiello & Rebjock (2026, arXiv:2604.07972).
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, ge, gt, real

root, s, G, fall = real("root s G fall")

claim = Claim(
    id="pl-flow-has-finite-length",
    says="Along the gradient flow of a PL function, as long as the gap is positive, its root falls "
    "at least √(µ/2) times as fast as the path grows: the path is at most √(2(f(x) − f*)/µ) long.",
    items={},
    where={
        root: ("the root of twice the PL constant", r"\sqrt{2\mu}"),
        s: ("the root of the gap", r"\sqrt{f-f^*}"),
        G: ("the gradient norm, the speed of the flow", r"\|\nabla f\|"),
        fall: ("how fast the root of the gap falls", r"-\tfrac{d}{dt}\sqrt{f-f^*}"),
    },
    given={
        "above_the_minimum": gt(s),
        "speed": ge(G),
        "chain_rule": eq(2 * s * fall, G**2),
        "pl": ge(G, root * s),
    },
    then=ge(fall, root * G / 2),
    bridges=("monotone-functions-have-signed-derivatives", "picard-lindelof"),
    tight=True,
    scope="every dimension; √(µ/2) is half of √(2µ)",
)
witness = {root: 2, s: 1, G: 2, fall: 2}
equality = witness
countermodels = {
    "chain_rule": {root: 2, s: 1, G: 2, fall: 0},
    "pl": {root: 2, s: 1, G: 1, fall: Rational(1, 2)},
}


def proof():
    return combine(claim, using={"chain_rule": 1, "pl": G}, scale=2 * s)
