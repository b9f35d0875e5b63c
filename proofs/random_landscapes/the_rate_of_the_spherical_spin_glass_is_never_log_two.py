"""2/3 < log 2 < 5/7 and ½ log 2 > 1/3: the spin glass has neither the share 2⁻ᴺ nor few minima.

With the rate (p − 2)/p of claim
minima-of-the-spherical-spin-glass-are-rare-at-rate-p-minus-2-over-p, which grows with p and is 2/3
for p = 6 and 5/7 for p = 7: up to degree six minima are exponentially more frequent than 2⁻ᴺ, from
seven on less. For p = 3 their mean number grows as e^(0.0132 N).
"""

from sympy import Rational, log

from provenscape.kernel import Claim, conjoin, enclose, gt, lt

claim = Claim(
    id="the-rate-of-the-spherical-spin-glass-is-never-log-two",
    items=["N-101"],
    says="The share of minima in a spherical spin glass is e^(−N(p − 2)/p) in the mean, 2⁻ᴺ for no "
    "degree: more for p ≤ 6, less for p ≥ 7; and minima, rare among critical points, are "
    "exponentially many.",
    given={},
    then=(
        lt(Rational(2, 3), log(2)),
        gt(Rational(5, 7), log(2)),
        gt(log(2) / 2 - Rational(1, 3)),
    ),
    scope="the numbers, the last for p = 3; the rates are those of Auffinger, Ben Arous and Černý "
    "(2013)",
)
witness = {}


def proof():
    return conjoin(claim, [enclose(claim.part(i), {}) for i in range(3)])
