"""sin² = ηλ(2 − ηλ) at each step, once the length of the weights is steady: data do not enter.

A step with decay λ is w ← (1 − ηλ)w − ηg, with g orthogonal to w where the loss ignores the length
of w. The length is steady where what the gradient adds is what decay takes, and then the sine of
the angle between two weights in a row depends on η and λ alone: not on the scale of the loss, the
data or the start. Of this equilibrium it is true that the effective rate is free of the scale; to
reach it takes about 1/(ηλ) steps.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, gt, real

W, G, q, eta, lam, c, L = real("W G q eta lambda c L")

claim = Claim(
    id="with-weight-decay-normalised-weights-turn-by-an-angle-set-by-the-rates",
    says="With weight decay λ, where the length of normalised weights is steady, each step turns "
    "them by an angle with sin² = ηλ(2 − ηλ), whatever the loss, the data and the scale.",
    items={"N-62": "instance"},
    where={
        W: ("the squared length of the weights", "|w|^2"),
        G: ("the squared length of the gradient", "|g|^2"),
        q: ("inner product of weights and gradient", r"\langle w, g\rangle"),
        c: ("inner product of the weights before and after the step", r"\langle w, w'\rangle"),
        L: ("the squared length of the weights after the step", "|w'|^2"),
        eta: "the step length",
        lam: "the weight decay",
    },
    given={
        "length": gt(W),
        "orthogonal": eq(q),
        "after": eq(L, (1 - eta * lam) ** 2 * W - 2 * eta * (1 - eta * lam) * q + eta**2 * G),
        "inner": eq(c, (1 - eta * lam) * W - eta * q),
        "steady": eq(L, W),
    },
    then=(
        eq(1 - c**2 / W**2, eta * lam * (2 - eta * lam)),
        eq(eta**2 * G, eta * lam * (2 - eta * lam) * W),
    ),
    facts={"orthogonal": "euler-on-functions-that-ignore-the-length"},
    about="the step of descent on the weights of a normalised unit",
)
witness = {W: 4, G: 3, q: 0, eta: 1, lam: Rational(1, 2), c: 2, L: 4}
countermodels = {
    "orthogonal": {W: 4, G: 1, q: -2, eta: 1, lam: 1, c: 2, L: 1} | {L: 4, G: 4},
    "steady": witness | {G: 12, L: 13},
}


def proof():
    keep = 1 - eta * lam
    return conjoin(
        claim,
        [
            combine(
                claim.part(0),
                using={
                    "inner": -(c + keep * W - eta * q) / W**2,
                    "orthogonal": (2 * keep * W * eta - eta**2 * q) / W**2,
                },
            ),
            combine(
                claim.part(1),
                using={"after": -1, "steady": 1, "orthogonal": 2 * eta * keep},
            ),
        ],
    )
