"""The squared loss of a network with a linear output layer is not convex, features being learned.

The outputs are Φ(w)a for the n data, with features Φ that depend on weights w: any architecture. If
the length of Φ(w)a depends on w, say A = |Φ(w)a|² > B = |Φ(u)a|², take the share µ < 1 with µA > B
and t large, so that t(µA − B) > 2µ(P − Q): on the segment from (w′, 0) to (u, ta/µ), whose point at
the share µ is (w, ta), the loss of that point, ½|tΦ(w)a − y|², exceeds the average ½(1 − µ)|y|² +
½µ|tΦ(u)a/µ − y|² of the ends. It holds for all labels. Exceptions are fixed features (a linear
model) and features whose Gram matrix ΦᵀΦ is the same for all weights.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, function, gt, lt, real

t, mu, A, B, P, Q, Y = real("t mu A B P Q Y")
half = Rational(1, 2)
near = function("L", (t,), (t**2 * A - 2 * t * P + Y) / 2)
far = function("R", (t,), (t**2 * B - 2 * t * Q + Y) / 2)

claim = Claim(
    id="squared-losses-of-networks-are-not-convex",
    says="The squared loss of a network with a linear output layer, any architecture, data and "
    "labels, is not convex, unless the length of the outputs for given output weights is the same "
    "for all weights of the other layers: some chord lies below the loss.",
    items={"N-01": "instance"},
    where={
        t: "the factor of the output weights a",
        mu: "the share of the second end at the point between",
        (A, P): "|Φ(w)a|² and ⟨Φ(w)a, y⟩ with the weights w of the point between",
        (B, Q): "|Φ(u)a|² and ⟨Φ(u)a, y⟩ with the weights u of the second end",
        Y: ("the squared length of the labels", r"|y|^2"),
    },
    given={
        "share": gt(mu),
        "less_than_one": lt(mu, 1),
        "large": gt(t),
        "large_enough": gt(t * (mu * A - B), 2 * mu * (P - Q)),
    },
    then=gt(near(t), (1 - mu) * near(0) + mu * far(t / mu)),
    scope="one output; L is the loss at (w, ta), R that at (u, ta); at t = 0 both are that of "
    "output weights 0, whatever the others are",
)
witness = {mu: half, A: 4, B: 1, P: 0, Q: 0, Y: 1, t: 1}
countermodels = {
    "large_enough": witness | {P: 5},
    "large": {mu: half, A: 4, B: 1, P: -3, Q: 0, Y: 1, t: -1},
}


def proof():
    return combine(claim, using={"large_enough": t / 2}, scale=mu)
