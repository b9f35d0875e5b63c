"""Above a threshold µ|x|²/2 + V(x), V a Gaussian field, has in the mean no point but one minimum.

With m = µ/J, J² the strength of the field's curvature, the mean number of critical points tends to
1 with the dimension for m > 1 (Fyodorov 2004). As one critical point is the global minimum, the
mean number of all others tends to 0: in high dimension a random function may have no saddle at all.
Below the threshold see a-confined-random-landscape-has-exponentially-many-points.
"""

from provenscape.kernel import Claim, combine, eq, ge, le, real

total, minima, others, epsilon = real("total minima others epsilon")

claim = Claim(
    id="a-confined-random-landscape-loses-its-saddles",
    says="An isotropic Gaussian landscape confined by µ|x|²/2 with µ > J has, in the mean and as "
    "the dimension grows, no critical point but one minimum.",
    items={"N-03": "instance", "N-26": "instance"},
    where={
        epsilon: "a tolerance",
        total: "the mean number of critical points, N large",
        minima: "the mean number of global minima, of which there is one at least",
        others: "the mean number of all other critical points",
    },
    given={
        "one_in_the_mean": le(total, 1 + epsilon),
        "a_minimum": ge(minima, 1),
        "count": eq(minima + others, total),
    },
    then=le(others, epsilon),
    facts={
        "one_in_the_mean": "confined-random-landscapes-trivialise",
        "a_minimum": "extreme-value-theorem",
    },
    scope="mean numbers, for µ > J and each ε > 0 from some dimension on; the minimum exists as H "
    "grows at infinity",
)
witness = {total: 1, minima: 1, others: 0, epsilon: 0}
countermodels = {
    "one_in_the_mean": witness | {total: 2, others: 1},
    "a_minimum": witness | {minima: 0, others: 1},
    "count": witness | {others: 1},
}


def proof():
    return combine(claim, using={"one_in_the_mean": 1, "a_minimum": 1, "count": -1})
