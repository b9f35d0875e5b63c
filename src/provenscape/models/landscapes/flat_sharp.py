"""One loss with a wide and a narrow basin of almost the same depth.

With a = exp(−(x + 2)²/2), b = exp(−28(x − 2)²) and depths p = 3/100, q = 1/50,

    f = 1 − ((1 − p) a (1 − b) + (1 − q) b (1 − a)) / (1 − ab).

Where a = 1 this is p whatever b, and where b = 1 it is q whatever a; so −2 and 2 are stationary
exactly, with f(−2) = 3/100 and f(2) = 1/50, and 0 < f < 1 everywhere. Near them f is
p + (1 − p)(x + 2)²/2 and q + 28(1 − q)(x − 2)² up to higher order: curvatures 0.97 and about 55.
The top of the barrier between them is a third stationary point, without closed form.
"""

import sympy as sp

from provenscape.models.landscapes.base import Landscape, coordinates

(x,) = coordinates("x")
WIDE = sp.exp(-((x + 2) ** 2) / 2)
NARROW = sp.exp(-28 * (x - 2) ** 2)
WIDE_GAIN = 1 - sp.Rational(3, 100)
NARROW_GAIN = 1 - sp.Rational(1, 50)

flat_sharp = Landscape(
    name="flat_sharp",
    title=r"wide and narrow basin",
    variables=(x,),
    expression=1
    - (WIDE_GAIN * WIDE * (1 - NARROW) + NARROW_GAIN * NARROW * (1 - WIDE)) / (1 - WIDE * NARROW),
    critical_points=((-2,), (2,)),
    source="our choice for the article's Figure 5, which gives no formula",
)
