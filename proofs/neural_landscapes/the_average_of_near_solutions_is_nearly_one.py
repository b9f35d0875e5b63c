"""|f(θ̄) − y| ≤ βd²/8: the loss at the average of two solutions at distance d is β²d⁴/128 at most.

f is the output on one example, with β-Lipschitz gradient along the segment between two solutions.
Seen from the middle each end, at distance d/2, is off the tangent by β(d/2)²/2 at most, and in the
sum of the two the tangent's slope cancels. So the average is a solution exactly where the model is
linear (β = 0), nearly one where d is small against 1/√β, and not otherwise; f = βt²/2 attains the
bound. It is of fourth order in d as both ends fit; of two minima that do not, the loss at the
average is at most their mean plus Md²/8, by the same computation with the loss in place of f.
"""

from sympy import Rational

from provenscape.kernel import Claim, chain, combine, conjoin, ge, le, real

m, y, s, beta, d2 = real("m y s beta d2")
off = beta / 2 * (d2 / 4)

claim = Claim(
    id="the-average-of-near-solutions-is-nearly-one",
    says="If two weights at distance d both give the output y on an example, and the gradient of "
    "the output is β-Lipschitz, their average gives an output within βd²/8 of y, which is y if the "
    "model is linear, and a squared loss ½(f − y)² of at most β²d⁴/128.",
    items={"N-105": "part on-or-near"},
    where={
        m: "the output at the average of the weights",
        y: "the output of both solutions",
        s: "the slope of the output at the average, times half the way to the first solution",
        beta: "a Lipschitz constant of the gradient of the output",
        d2: ("the squared distance of the two solutions", r"d^2"),
    },
    given={
        "one_above": le(y, m + s + off),
        "one_below": ge(y, m + s - off),
        "other_above": le(y, m - s + off),
        "other_below": ge(y, m - s - off),
    },
    then=(
        le(m - y, beta * d2 / 8),
        ge(m - y, -beta * d2 / 8),
        le((m - y) ** 2 / 2, beta**2 * d2**2 / 128),
    ),
    facts={
        "one_above": "quadratic-upper-bound",
        "one_below": "quadratic-lower-bound",
        "other_above": "quadratic-upper-bound",
        "other_below": "quadratic-lower-bound",
    },
    repairs="the-average-of-two-solutions-is-nearly-one",
    about="the loss at the average of two solutions",
    scope="one example; every number of weights",
)
witness = {m: 0, y: 1, s: 0, beta: 2, d2: 4}
countermodels = {
    "one_above": {m: 0, y: 1, s: 0, beta: 0, d2: 4} | {s: -1},
    "one_below": {m: 0, y: -1, s: 0, beta: 0, d2: 4} | {s: 1},
    "other_above": {m: 0, y: 1, s: 1, beta: 0, d2: 4},
    "other_below": {m: 0, y: -1, s: -1, beta: 0, d2: 4},
}


def proof():
    half = Rational(1, 2)
    above = combine(claim.part(0), using={"one_below": half, "other_below": half})
    below = combine(claim.part(1), using={"one_above": half, "other_above": half})
    square = chain(
        claim.part(2),
        {"above": above, "below": below},
        using={"above": (m - y + beta * d2 / 8) / 2},
    )
    return conjoin(claim, [above, below, square])
