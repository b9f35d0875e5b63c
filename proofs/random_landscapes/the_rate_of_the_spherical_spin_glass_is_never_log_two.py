"""(p − 2)/p ≤ 2/3 < log 2 < 5/7 ≤ (q − 2)/q: the spin glass has the share 2⁻ᴺ of minima at no p.

With the rate (p − 2)/p of claim
minima-of-the-spherical-spin-glass-are-rare-at-rate-p-minus-2-over-p: up to degree six minima are
exponentially more frequent than 2⁻ᴺ, from seven on less. The exponent b of their mean number is 0
at degree 2, and its slope (d − 2)²/(2d²(d − 1)) is positive beyond: at every degree from three on
minima, rare among critical points, are exponentially many, e^(0.0132 N) at degree three.
"""

from sympy import Rational, log

from provenscape.kernel import (
    Claim,
    chain,
    combine,
    conjoin,
    enclose,
    eq,
    function,
    ge,
    gt,
    le,
    lt,
    real,
)

p, q, d = real("p q d")
b = function("b", (d,), log(d - 1) / 2 - (d - 2) / d)

claim = Claim(
    id="the-rate-of-the-spherical-spin-glass-is-never-log-two",
    says="In the mean the share of minima in a spherical spin glass of degree p ≥ 3 is "
    "e^(−N(p − 2)/p), 2⁻ᴺ for no degree: more for p ≤ 6, less for p ≥ 7; and at every degree "
    "minima are exponentially many.",
    items={"N-101": "whole"},
    where={
        p: "a degree from 3 to 6",
        q: "a degree from 7 on",
        d: "a degree, taken as a real number; b(d) is the exponent of the number of minima",
    },
    given={
        "from_three": ge(p, 3),
        "up_to_six": le(p, 6),
        "from_seven": ge(q, 7),
        "beyond_two": gt(d, 2),
    },
    then=(
        lt((p - 2) / p, log(2)),
        gt((q - 2) / q, log(2)),
        eq(b(2), 0),
        gt(b.partial(d)),
    ),
    bridges=("spin-glass-complexity", "monotone-functions-have-signed-derivatives"),
    repairs="index-of-a-random-function-is-binomial",
    about="the law of the index",
    scope="the rates at which the share of minima falls, against log 2, and the exponent "
    "½ log(d − 1) − (d − 2)/d of the mean number of minima",
)
witness = {p: 6, q: 7, d: 3}
countermodels = {
    "up_to_six": witness | {p: 7},
    "from_seven": witness | {q: 6},
}


def proof():
    above = enclose(claim.lemma("above 2/3", {}, gt(log(2), Rational(2, 3))), {})
    below = enclose(claim.lemma("below 5/7", {}, lt(log(2), Rational(5, 7))), {})
    more = chain(claim.part(0), {"above": above}, using={"above": 1, "up_to_six": 1 / (3 * p)})
    less = chain(
        claim.part(1),
        {"below": below},
        using={"below": 1, "from_seven": 2 / (7 * q)},
    )
    start = combine(claim.part(2), using={})
    slope = 1 / (2 * d**2 * (d - 1))
    grows = combine(claim.part(3), using={"beyond_two": (d - 2) * slope})
    return conjoin(claim, [more, less, start, grows])
