"""A gradient step on L x²/2 that is shorter than 2/L does not lead away from the minimum.

x² − (x − η L x)² = η L x² · (2 − η L), and both factors are at least 0.
"""

from provenscape.kernel import Claim, combine, function, gt, le, lt, real

L, eta, x, t = real("L eta x t")
f = function("f", (t,), L * t**2 / 2)

claim = Claim(
    id="short-steps-do-not-lead-away",
    says="On L x²/2 a gradient step shorter than 2/L does not lead away from the minimum at 0.",
    items={"P-01": "whole"},
    where={
        L: "the curvature",
        eta: ("the step length", r"\eta"),
        x: "where the step begins",
    },
    given={"curved": gt(L), "forward": gt(eta), "short": lt(eta * L, 2)},
    then=le((x - eta * f.partial(t, at=(x,))) ** 2, x**2),
    tight=True,
)
witness = {L: 1, eta: 1, x: 1}
equality = {L: 1, eta: 1, x: 0}
countermodels = {
    "curved": {L: -1, eta: 1, x: 1},
    "forward": {L: 1, eta: -1, x: 1},
    "short": {L: 1, eta: 3, x: 1},
}


def proof():
    return combine(claim, using={"short": eta * L * x**2})
