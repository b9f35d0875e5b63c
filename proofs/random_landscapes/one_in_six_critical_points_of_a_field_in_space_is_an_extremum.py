"""Of the critical points of isotropic random fields in space more than one in six is an extremum.

By Kac–Rice the share of minima and maxima together is (29 − 6√6)/58 = 0.2466. One point is drawn
from each field, so that trials are independent; fields with many points count no more than others.
Of GOE matrices, the control, 0.0498 are definite.
"""

from sympy import Rational

from provenscape.kernel import Chance, Claim, ge, real

p = real("p")

claim = Claim(
    id="one-in-six-critical-points-of-a-field-in-space-is-an-extremum",
    says="A critical point of an isotropic random field in three dimensions, drawn at random from "
    "all of one field, is a minimum or a maximum with probability at least 1/6.",
    items={},
    given={},
    then=Chance(
        ge(p, Rational(1, 6)),
        p,
        "the critical point is a minimum or a maximum",
        "a random Fourier series on the three-dimensional torus is drawn, isotropic in its "
        "derivatives at each point, and then one of its critical points",
        trials=(2_500, 16_000),
    ),
    scope="three dimensions, one spectrum",
)
EVIDENCE = {"table": "field_definite_counts", "setting": "critical points"}
CONTROL = {"table": "field_definite_counts", "setting": "GOE matrices"}
