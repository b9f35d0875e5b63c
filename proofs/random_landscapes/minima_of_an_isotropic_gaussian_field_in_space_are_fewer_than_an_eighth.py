"""Of the critical points of an isotropic Gaussian field in R³, (29 − 6√6)/116 = 0.1233… are minima.

Per unit volume there are 29 − 6√6 maxima to 29 + 6√6 saddles of either index (Bardeen, Bond,
Kaiser & Szalay 1986; recomputed by Kac–Rice in `models.ensembles.fields`), and as many minima. In
the plane the field has the 1/4 of two independent signs; in space it misses the 1/8 of three by
1.4 %.
"""

from sympy import Rational, sqrt

from provenscape.kernel import Claim, combine, conjoin, eq, gt, lt, real

share, root, extremum, saddle = real("share r minima saddles")

claim = Claim(
    id="minima-of-an-isotropic-gaussian-field-in-space-are-fewer-than-an-eighth",
    says="Of the critical points of an isotropic Gaussian field in R³ the share (29 − 6√6)/116 are "
    "minima in the mean, less than the 1/8 of three independent signs.",
    items={"N-24": "instance"},
    where={
        root: "the positive square root of six",
        extremum: "the mean number of minima per unit volume, and of maxima, in some unit",
        saddle: "the mean number of saddles of index one, and of index two, in the same unit",
        share: "the share of minima, a ratio of means",
    },
    given={
        "root": eq(root**2, 6),
        "positive_root": gt(root),
        "density_of_minima": eq(extremum, 29 - 6 * root),
        "density_of_saddles": eq(saddle, 29 + 6 * root),
        "share": eq(share * (2 * extremum + 2 * saddle), extremum),
    },
    then=(eq(share, (29 - 6 * root) / 116), lt(share, Rational(1, 8))),
    facts={
        "density_of_minima": "peaks-of-isotropic-gaussian-fields-in-space",
        "density_of_saddles": "peaks-of-isotropic-gaussian-fields-in-space",
    },
    scope="three dimensions, whatever the spectrum of the field",
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
    ratio = combine(
        claim.part(0),
        using={
            "share": 1,
            "density_of_minima": 1 - 2 * share,
            "density_of_saddles": -2 * share,
        },
        scale=116,
    )
    level = root + Rational(29, 12)
    below = combine(
        claim.part(1),
        using={
            "root": 6,
            "share": -level,
            "density_of_minima": level * (2 * share - 1),
            "density_of_saddles": 2 * level * share,
        },
        squares=[(Rational(23, 24), 1)],
        scale=116 * level,
    )
    return conjoin(claim, [ratio, below])
