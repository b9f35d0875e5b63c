"""Below a threshold µ|x|²/2 + V(x), V a Gaussian field, has e^(NS) critical points in the mean.

With m = µ/J, J² the strength of the field's curvature, the mean number of critical points grows
with the dimension N as e^(NS), S(m) = (m² − 1)/2 − log m, for m < 1 (Fyodorov 2004). S falls to 0
at m = 1, with slope 0 there and curvature 2: it is positive below, and vanishes as (1 − m)². Beyond
see a-confined-random-landscape-loses-its-saddles. The minima near m = 1 are
counted by Fyodorov & Nadal (2012).
"""

from sympy import Rational, log

from provenscape.kernel import Claim, combine, conjoin, eq, function, gt, lt, real

m = real("m")
S = function("S", (m,), (m**2 - 1) / 2 - log(m))

claim = Claim(
    id="a-confined-random-landscape-has-exponentially-many-points",
    says="An isotropic Gaussian landscape confined by µ|x|²/2 has in the mean exponentially many "
    "critical points in high dimension if µ < J: e^(NS) to leading order, with an exponent S that "
    "falls from above to 0 at µ = J, where it vanishes as (1 − µ/J)².",
    items={"N-03": "instance", "N-26": "instance"},
    where={m: "the confinement µ/J, below the threshold, where S is the exponent"},
    given={"confined": gt(m), "below_the_threshold": lt(m, 1)},
    then=(
        lt(S.partial(m), 0),
        eq(S(1), 0),
        eq(S.partial(m, at=(1,)), 0),
        eq(S.partial(m, m, at=(1,)), 2),
    ),
    bridges=(
        "confined-random-landscapes-trivialise",
        "monotone-functions-have-signed-derivatives",
    ),
    scope="mean numbers, N growing; m fixed",
)
witness = {m: Rational(1, 2)}
countermodels = {"below_the_threshold": {m: 2}}


def proof():
    falls = combine(claim.part(0), using={"below_the_threshold": (1 + m) / m})
    return conjoin(claim, [falls, *(combine(claim.part(i), using={}) for i in (1, 2, 3))])
