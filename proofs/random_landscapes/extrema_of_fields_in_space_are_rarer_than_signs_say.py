"""Of the critical points of isotropic random fields in space fewer than 1 in 4 are extrema.

By Kac–Rice the share of minima and maxima together is (29 − 6√6)/58 = 0.2466, by independent signs
1/4. The points of one field are not independent: a trial is a hundred fields, and whether their
points together have fewer extrema than a quarter. The control: as many points, independent signs.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, gt, real

p = real("p")

claim = Claim(
    id="extrema-of-fields-in-space-are-rarer-than-signs-say",
    says="Of all critical points of a hundred isotropic random fields in three dimensions fewer "
    "than a quarter, the share that independent signs would give, are minima or maxima, with "
    "probability above 1/2.",
    items={},
    given={},
    then=Chance(
        gt(p, Rational(1, 2)),
        p,
        "fewer than one in four of the critical points of all the fields is a minimum or a maximum",
        "a hundred random Fourier series on the three-dimensional torus are drawn, independent of "
        "each other and isotropic in their derivatives at each point",
        trials=(180, 240),
    ),
    scope="three dimensions, one spectrum",
)
EVIDENCE = {"table": "field_group_counts", "setting": "fields"}
CONTROL = {"table": "field_group_counts", "setting": "independent signs"}
