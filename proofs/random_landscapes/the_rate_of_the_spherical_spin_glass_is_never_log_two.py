"""(p − 2)/p ≤ 2/3 < log 2 < 5/7 ≤ (q − 2)/q: the spin glass has the share 2⁻ᴺ of minima at no p.

With the rate (p − 2)/p of claim
minima-of-the-spherical-spin-glass-are-rare-at-rate-p-minus-2-over-p: up to degree six minima are
exponentially more frequent than 2⁻ᴺ, from seven on less. For p = 3 their mean number still grows,
as e^(0.0132 N), since ½ log 2 > 1/3.
"""

from sympy import Rational, log

from provenscape.kernel import Claim, chain, conjoin, enclose, ge, gt, le, lt, real

p, q = real("p q")

claim = Claim(
    id="the-rate-of-the-spherical-spin-glass-is-never-log-two",
    says="In the mean the share of minima in a spherical spin glass is e^(−N(p − 2)/p), 2⁻ᴺ for no "
    "degree: more for p ≤ 6, less for p ≥ 7; and for p = 3 minima, rare among critical points, "
    "are exponentially many.",
    items={"N-101": "instance"},
    where={p: "a degree from 3 to 6", q: "a degree from 7 on"},
    given={"from_three": ge(p, 3), "up_to_six": le(p, 6), "from_seven": ge(q, 7)},
    then=(
        lt((p - 2) / p, log(2)),
        gt((q - 2) / q, log(2)),
        gt(log(2) / 2, Rational(1, 3)),
    ),
    bridges=("spin-glass-complexity",),
    scope="the rates at which the share of minima falls, against log 2; the last line is the "
    "exponent of the number of minima for p = 3",
)
witness = {p: 6, q: 7}
countermodels = {
    "up_to_six": {p: 7, q: 7},
    "from_seven": {p: 6, q: 6},
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
    many = chain(claim.part(2), {"above": above}, using={"above": Rational(1, 2)})
    return conjoin(claim, [more, less, many])
