"""In the spherical p-spin glass the minima are a share e^(−N(p − 2)/p) of the critical points.

Auffinger, Ben Arous & Černý (2013): the mean number of critical points grows as e^(NA) with
A = ½ log(p − 1), that of minima as e^(NB) with B = A − (p − 2) E²/(4(p − 1)) and the threshold
E² = 4(p − 1)/p. These are hypotheses here; A − B = (p − 2)/p follows.
"""

from sympy import Rational, log

from provenscape.kernel import Claim, combine, conjoin, eq, ge, gt, real

p, every, minima, threshold = real("p A B E2")  # A and B, and E²

claim = Claim(
    id="minima-of-the-spherical-spin-glass-are-rare-at-rate-p-minus-2-over-p",
    items=["N-101", "O-24"],
    says="By the numbers of Auffinger, Ben Arous and Černý, of the critical points of a "
    "homogeneous Gaussian polynomial of degree p ≥ 3 on the sphere of dimension N a share "
    "e^(−N(p − 2)/p) are minima: almost all are saddles.",
    given={
        "degree": ge(p, 3),
        "threshold": eq(p * threshold, 4 * (p - 1)),
        "complexities": eq(4 * (p - 1) * (every - minima), (p - 2) * threshold),
    },
    then=(eq(p * (every - minima), p - 2), gt(every - minima)),
    scope="the two exponents are the paper's, not derived here: mean numbers on the exponential "
    "scale as N → ∞; maxima are as many as minima",
)
third = Rational(1, 3)
witness = {p: 3, every: log(2) / 2, minima: log(2) / 2 - third, threshold: 8 * third}
countermodels = {
    "degree": {p: 2, every: 0, minima: 0, threshold: 2},
    "threshold": {p: 3, every: 0, minima: 0, threshold: 0},
    "complexities": {p: 3, every: 0, minima: 0, threshold: 8 * third},
}


def proof():
    using = {"complexities": p, "threshold": p - 2}
    rate = combine(claim.part(0), using=using, scale=4 * (p - 1))
    falls = combine(
        claim.part(1),
        using=using,
        squares=[(4 * (p - 1) * (p - 2), 1)],
        scale=4 * p * (p - 1),
    )
    return conjoin(claim, [rate, falls])
