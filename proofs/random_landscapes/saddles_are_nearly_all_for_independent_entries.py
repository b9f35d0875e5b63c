"""A Hessian with independent symmetric entries is indefinite with probability at least 1 − 2/2ⁿ.

If the leading block of order n + 1 is definite of either sign, so is that of order n, and the next
diagonal entry has that sign; these two are independent, and the second has probability at most 1/2.
Singular a block is almost never if the entries have densities, as its determinant is a polynomial.
Independent fair signs of the eigenvalues give equality. This is about the one critical point of a
quadratic function; at those of other random functions the law of the Hessian is weighted by
|det H|.
"""

from sympy import Rational

from provenscape.kernel import Claim, Invariant, combine, eq, ge, induct, le, real

minimum, maximum, power = real("p_min p_max P")
positive, negative, keeps_up, keeps_down = real("h_plus h_minus w_plus w_minus")
saddle, singular = real("p_saddle p_singular")
half = Rational(1, 2)
next_minimum, next_maximum = minimum * positive * keeps_up, maximum * negative * keeps_down

claim = Claim(
    id="saddles-are-nearly-all-for-independent-entries",
    says="If the Hessian of a random quadratic function has independent, symmetrically distributed "
    "entries with densities, its critical point is a saddle with probability at least 1 − 2/2ⁿ.",
    items={"N-100": "instance"},
    where={
        power: ("one half to the power n", "2^{-n}"),
        minimum: ("the probability that the block of order n is positive definite", r"p_{+}"),
        maximum: ("the probability that it is negative definite", r"p_{-}"),
        singular: ("the probability that the next block is singular", "p_0"),
        saddle: ("the probability that it has eigenvalues of both signs and no other", r"p_{\pm}"),
        positive: ("the probability that the next diagonal entry is positive", "h_{+}"),
        negative: ("the probability that it is negative", "h_{-}"),
        keeps_up: (
            "the probability that the next block is positive definite, if this one and the next "
            "entry are positive",
            "w_{+}",
        ),
        keeps_down: ("the same with negative for positive", "w_{-}"),
    },
    given={
        "positive_entry": ge(positive),
        "not_mostly_positive": le(positive, half),
        "negative_entry": ge(negative),
        "not_mostly_negative": le(negative, half),
        "conditional_up": ge(keeps_up),
        "at_most_one_up": le(keeps_up, 1),
        "conditional_down": ge(keeps_down),
        "at_most_one_down": le(keeps_down, 1),
        "nonsingular": eq(singular),
    },
    then=Invariant(
        (
            ge(minimum),
            le(minimum, power),
            ge(maximum),
            le(maximum, power),
            ge(saddle, 1 - 2 * power),
        ),
        start={minimum: half, maximum: half, saddle: 0, power: half},
        update={
            minimum: next_minimum,
            maximum: next_maximum,
            saddle: 1 - next_minimum - next_maximum - singular,
            power: power / 2,
        },
    ),
    facts={"nonsingular": "zero-set-of-an-analytic-function-is-null"},
    scope="quadratic functions, of any number n ≥ 1 of variables",
)
begin = {positive: half, negative: half, keeps_up: 1, keeps_down: 1, singular: 0}
witness = begin
countermodels = {
    "not_mostly_positive": begin | {positive: 1, negative: 0},
    "not_mostly_negative": begin | {negative: 1, positive: 0},
    "nonsingular": begin | {singular: half},
}


def proof():
    up = {"invariant.1": half, "not_mostly_positive": minimum, "at_most_one_up": minimum * positive}
    down = {
        "invariant.3": half,
        "not_mostly_negative": maximum,
        "at_most_one_down": maximum * negative,
    }
    steps = (
        combine(claim.at_next_state(0), using={"invariant.0": positive * keeps_up}),
        combine(claim.at_next_state(1), using=up),
        combine(claim.at_next_state(2), using={"invariant.2": negative * keeps_down}),
        combine(claim.at_next_state(3), using=down),
        combine(claim.at_next_state(4), using={**up, **down, "nonsingular": -1}),
    )
    return induct(claim, (None,) * 5, steps)
