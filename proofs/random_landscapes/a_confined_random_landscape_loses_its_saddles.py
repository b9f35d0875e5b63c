"""µ|x|²/2 + V(x) with a Gaussian field V: exponentially many saddles below a threshold, none above.

With m = µ/J, J² the strength of the field's curvature, the mean number of critical points grows
with the dimension N as e^(NS), S(m) = (m² − 1)/2 − log m, for m < 1 (Fyodorov 2004). S falls to 0
at m = 1, with slope 0 there and curvature 2: it vanishes as (1 − m)². Beyond, the mean number tends
to 1; as one critical point is the global minimum, the mean number of all others tends to 0. So in
high dimension a random function may have saddles nearly alone, or no saddle at all. The minima near
m = 1 are counted by Fyodorov & Nadal (2012).
"""

from sympy import Rational, log

from provenscape.kernel import Claim, combine, conjoin, eq, function, ge, gt, le, lt, real

m, total, minima, others, epsilon = real("m total minima others epsilon")
half = Rational(1, 2)
S = function("S", (m,), (m**2 - 1) / 2 - log(m))

claim = Claim(
    id="a-confined-random-landscape-loses-its-saddles",
    says="An isotropic Gaussian landscape confined by µ|x|²/2 has in the mean exponentially many "
    "critical points in high dimension if µ < J, with an exponent that vanishes as (1 − µ/J)², and "
    "for µ > J, in the mean and as the dimension grows, no critical point but one minimum.",
    items={"N-03": "instance", "N-26": "instance"},
    where={
        m: "the confinement µ/J below the threshold, where S is the exponent",
        epsilon: "a tolerance",
        total: "the mean number of critical points above the threshold, N large",
        minima: "the mean number of global minima, of which there is one at least",
        others: "the mean number of all other critical points",
    },
    given={
        "confined": gt(m),
        "below_the_threshold": lt(m, 1),
        "one_in_the_mean": le(total, 1 + epsilon),
        "a_minimum": ge(minima, 1),
        "count": eq(minima + others, total),
    },
    then=(
        le(others, epsilon),
        lt(S.partial(m), 0),
        eq(S(1), 0),
        eq(S.partial(m, at=(1,)), 0),
        eq(S.partial(m, m, at=(1,)), 2),
    ),
    facts={
        "one_in_the_mean": "confined-random-landscapes-trivialise",
        "a_minimum": "extreme-value-theorem",
    },
    bridges=("monotone-functions-have-signed-derivatives",),
    scope="mean numbers, for each ε > 0 from some dimension on; the minimum exists as H grows at "
    "infinity",
)
witness = {m: half, total: 1, minima: 1, others: 0, epsilon: 0}
countermodels = {
    "below_the_threshold": witness | {m: 2},
    "one_in_the_mean": witness | {total: 2, others: 1},
    "a_minimum": witness | {minima: 0, others: 1},
    "count": witness | {others: 1},
}


def proof():
    few = combine(claim.part(0), using={"one_in_the_mean": 1, "a_minimum": 1, "count": -1})
    falls = combine(claim.part(1), using={"below_the_threshold": (1 + m) / m})
    level = [combine(claim.part(i), using={}) for i in (2, 3, 4)]
    return conjoin(claim, [few, falls, *level])
