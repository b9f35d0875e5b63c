"""A Hessian with independent symmetric entries is indefinite with probability at least 1 − 2/2ⁿ.

Positive definite it is with probability at most 2⁻ⁿ (claim
random-symmetric-matrices-are-positive-definite-with-at-most-half-to-the-n), and so is −H, of the
same kind; singular it is almost never if the entries have densities. Independent fair signs of the
eigenvalues give equality.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, eq, ge, le, real

minimum, maximum, saddle, singular = real("p_min p_max p_saddle p_singular")
power = real("p")  # 2ⁿ

claim = Claim(
    id="saddles-are-nearly-all-for-independent-entries",
    items=["N-03", "N-26"],
    says="If the Hessian has independent, symmetrically distributed entries with densities, a "
    "critical point is a saddle with probability at least 1 − 2/2ⁿ.",
    given={
        "rarely_a_minimum": le(minimum * power, 1),
        "rarely_a_maximum": le(maximum * power, 1),
        "nonsingular": eq(singular),
        "total": eq(minimum + maximum + saddle + singular, 1),
    },
    then=ge(saddle * power, power - 2),
    tight=True,
    repairs="almost-all-critical-points-are-saddles",
    scope="the Hessian of a random quadratic function, or independent fair signs; in the plane "
    "the bound is one half. The critical points of isotropic fields have Hessians weighted by "
    "|det H|, with a common random shift",
)
half, quarter = Rational(1, 2), Rational(1, 4)
witness = {minimum: quarter, maximum: quarter, saddle: half, singular: 0, power: 4}
equality = witness
countermodels = {
    "rarely_a_minimum": {**witness, minimum: half, saddle: quarter},
    "rarely_a_maximum": {**witness, maximum: half, saddle: quarter},
    "nonsingular": {**witness, singular: quarter, saddle: quarter},
    "total": {**witness, saddle: 0},
}


def proof():
    return combine(
        claim,
        using={
            "rarely_a_minimum": 1,
            "rarely_a_maximum": 1,
            "total": power,
            "nonsingular": -power,
        },
    )
