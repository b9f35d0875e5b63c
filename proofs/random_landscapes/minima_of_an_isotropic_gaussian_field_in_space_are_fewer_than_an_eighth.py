"""Of the critical points of an isotropic Gaussian field in R³, (29 − 6√6)/116 = 0.1233… are minima.

Kac–Rice with the Hessian weighted by |det H|; per unit volume there are 29 − 6√6 maxima to
29 + 6√6 saddles of either index (Bardeen, Bond, Kaiser & Szalay 1986), and as many minima. In the
plane the field has the 1/4 of two independent signs; in space it misses the 1/8 of three by 1.4 %.
"""

from sympy import Rational, sqrt

from provenscape.kernel import Claim, combine, eq, gt, lt, real

share, root, extremum, saddle = real("share r minima saddles")  # r = √6; densities of each index

claim = Claim(
    id="minima-of-an-isotropic-gaussian-field-in-space-are-fewer-than-an-eighth",
    items=["N-24"],
    says="Of the critical points of an isotropic Gaussian field in R³ the share (29 − 6√6)/116 are "
    "minima, less than the 1/8 of three independent signs.",
    given={
        "root": eq(root**2, 6),
        "positive_root": gt(root),
        "density_of_minima": eq(extremum, 29 - 6 * root),
        "density_of_saddles": eq(saddle, 29 + 6 * root),
        "share": eq(share * (2 * extremum + 2 * saddle), extremum),
    },
    then=lt(share, Rational(1, 8)),
    scope="the densities, in a common unit, are the paper's, recomputed by Kac–Rice in the "
    "ensembles of this project, not in the kernel; the share, a ratio of means, does not depend on "
    "the spectrum of the field",
)
witness = {
    root: sqrt(6),
    extremum: 29 - 6 * sqrt(6),
    saddle: 29 + 6 * sqrt(6),
    share: Rational(1, 4) - 3 * sqrt(6) / 58,
}
countermodels = {
    "root": {root: 1, extremum: 23, saddle: 35, share: Rational(23, 116)},
    "positive_root": {
        root: -sqrt(6),
        extremum: 29 + 6 * sqrt(6),
        saddle: 29 - 6 * sqrt(6),
        share: Rational(1, 4) + 3 * sqrt(6) / 58,
    },
    "density_of_minima": {
        **witness,
        extremum: 29 + 6 * sqrt(6),
        share: Rational(1, 4),
    },
    "density_of_saddles": {**witness, saddle: 29 - 6 * sqrt(6), share: Rational(1, 4)},
    "share": {**witness, share: 1},
}


def proof():
    level = root + Rational(29, 12)
    return combine(
        claim,
        using={
            "root": 6,
            "share": -level,
            "density_of_minima": level * (2 * share - 1),
            "density_of_saddles": 2 * level * share,
        },
        squares=[(Rational(23, 24), 1)],
        scale=116 * level,
    )
