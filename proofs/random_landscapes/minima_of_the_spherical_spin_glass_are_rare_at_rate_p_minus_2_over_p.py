"""In the spherical p-spin glass the minima are a share e^(−N(p − 2)/p) of the critical points.

A difference of two cited exponents: Auffinger, Ben Arous & Černý (2013) have e^(NA) critical points
in the mean with A = ½ log(p − 1), and e^(NB) minima with B = A − (p − 2) E²/(4(p − 1)) and the
threshold E² = 4(p − 1)/p. So A − B = (p − 2)/p. Maxima are as many as minima, by symmetry.
"""

from sympy import Rational, log

from provenscape.kernel import Claim, combine, conjoin, eq, ge, gt, real

p, every, minima, threshold = real("p A B E2")

claim = Claim(
    id="minima-of-the-spherical-spin-glass-are-rare-at-rate-p-minus-2-over-p",
    says="In the mean, of the critical points of a homogeneous Gaussian polynomial of degree p ≥ "
    "3 in N variables on the sphere a share e^(−N(p − 2)/p) are minima, to leading order in the "
    "exponent, and as many are maxima: almost all are saddles.",
    items={"O-24": "part in-the-mean", "N-101": "part rare-minima"},
    where={
        p: "the degree",
        every: "the exponent per dimension of the mean number of critical points",
        minima: "the exponent per dimension of the mean number of minima",
        threshold: ("the square of the threshold energy", "E^2"),
    },
    given={
        "degree": ge(p, 3),
        "critical_points": eq(every, log(p - 1) / 2),
        "minima": eq(minima, log(p - 1) / 2 - (p - 2) * threshold / (4 * (p - 1))),
        "threshold": eq(threshold, 4 * (p - 1) / p),
    },
    then=(eq(every - minima, (p - 2) / p), gt(every - minima)),
    facts={
        "critical_points": "spin-glass-complexity",
        "minima": "spin-glass-complexity",
        "threshold": "spin-glass-complexity",
    },
    scope="mean numbers on the exponential scale as N → ∞",
)
third = Rational(1, 3)
witness = {p: 3, every: log(2) / 2, minima: log(2) / 2 - third, threshold: 8 * third}
countermodels = {
    "critical_points": witness | {every: 0},
    "minima": witness | {minima: log(2) / 2},
    "threshold": witness | {threshold: 0, minima: log(2) / 2},
}


def proof():
    using = {
        "critical_points": 1,
        "minima": -1,
        "threshold": (p - 2) / (4 * (p - 1)),
    }
    rate = combine(claim.part(0), using=using)
    falls = combine(claim.part(1), using=using, squares=[((p - 2) / p, 1)])
    return conjoin(claim, [rate, falls])
