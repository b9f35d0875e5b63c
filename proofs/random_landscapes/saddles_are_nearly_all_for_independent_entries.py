"""A Hessian with independent symmetric entries is indefinite with probability at least 1 − 2/2ⁿ.

Positive definite it is with probability at most 2⁻ⁿ (claim
random-symmetric-matrices-are-positive-definite-with-at-most-half-to-the-n), and so is −H, of the
same kind; singular it is almost never if the entries have densities. Independent fair signs of the
eigenvalues give equality. This is about the one critical point of a quadratic function; at those of
other random functions the law of the Hessian is weighted by |det H|.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, ge, le, real

minimum, maximum, saddle, singular = real("p_min p_max p_saddle p_singular")
power = real("p")

claim = Claim(
    id="saddles-are-nearly-all-for-independent-entries",
    says="If the Hessian of a random quadratic function has independent, symmetrically distributed "
    "entries with densities, its critical point is a saddle with probability at least 1 − 2/2ⁿ.",
    items={"N-100": "instance"},
    where={
        power: ("one half to the power n", "2^{-n}"),
        minimum: ("the probability that all eigenvalues are positive", r"p_{\min}"),
        maximum: ("the probability that all are negative", r"p_{\max}"),
        singular: ("the probability that one is zero", r"p_0"),
        saddle: ("the probability of both signs and no zero", r"p_{\pm}"),
    },
    given={
        "rarely_a_minimum": le(minimum, power),
        "rarely_a_maximum": le(maximum, power),
        "nonsingular": eq(singular),
        "total": eq(minimum + maximum + saddle + singular, 1),
    },
    then=ge(saddle, 1 - 2 * power),
    facts={"nonsingular": "zero-set-of-an-analytic-function-is-null"},
    tight=True,
    scope="quadratic functions, of any number n of variables",
)
half, quarter = Rational(1, 2), Rational(1, 4)
witness = {minimum: quarter, maximum: quarter, saddle: half, singular: 0, power: quarter}
equality = witness
countermodels = {
    "rarely_a_minimum": witness | {minimum: half, saddle: quarter},
    "rarely_a_maximum": witness | {maximum: half, saddle: quarter},
    "nonsingular": witness | {singular: quarter, saddle: quarter},
    "total": witness | {saddle: 0},
}


def proof():
    return combine(
        claim,
        using={"rarely_a_minimum": 1, "rarely_a_maximum": 1, "total": 1, "nonsingular": -1},
    )
