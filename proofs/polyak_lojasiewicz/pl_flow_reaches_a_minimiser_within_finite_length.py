"""Along the gradient flow of a PL function √gap falls by √(µ/2) or more per unit of length.

With s = √(f − f*) and G = ‖∇f‖, the flow has ds/dt = −G²/(2s) and speed G, and PL is G ≥ √(2µ)·s;
so −ds/dt ≥ √(µ/2)·G. The flow from x has length at most √(2(f(x) − f*)/µ) and leads to a minimiser
that depends continuously on x (short lengths near the minimisers, which stay where they are). Thus
the minimisers of a PL function on ℝᵈ with locally Lipschitz gradient are a retract of ℝᵈ, and
connected: no disjoint minima in any dimension. For C^∞ functions Boumal, Criscitiello & Rebjock
(2026, arXiv:2604.07972) show more: f − f* is the squared norm of a submersion.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, ge, gt, real

root, s, G, fall = real("root s G fall")  # √(2µ), √gap, ‖∇f‖, −ds/dt

claim = Claim(
    id="pl-flow-reaches-a-minimiser-within-finite-length",
    items=["O-47"],
    says="Along the gradient flow of a PL function the root of the gap falls at least √(µ/2) times "
    "as fast as the path grows, so that every path to the minimisers has finite length.",
    given={
        "above_the_minimum": gt(s),
        "speed": ge(G),
        "chain_rule": eq(2 * s * fall, G**2),
        "pl": ge(G, root * s),
    },
    then=ge(fall, root * G / 2),
    tight=True,
    scope="every dimension, root = √(2µ) and √(µ/2) = root/2. That the end points depend "
    "continuously on the start, so that the minimisers of a PL function with locally Lipschitz "
    "gradient on ℝᵈ form a connected set, is topology which is not checked here; for C^∞ functions "
    "Boumal, Criscitiello and Rebjock (2026) describe that set",
)
witness = {root: 2, s: 1, G: 2, fall: 2}
equality = witness
countermodels = {
    "above_the_minimum": {root: 1, s: 0, G: 0, fall: -1},
    "speed": {root: -2, s: 1, G: -1, fall: Rational(1, 2)},
    "chain_rule": {root: 2, s: 1, G: 2, fall: 0},
    "pl": {root: 2, s: 1, G: 1, fall: Rational(1, 2)},
}


def proof():
    return combine(claim, using={"chain_rule": 1, "pl": G}, scale=2 * s)
