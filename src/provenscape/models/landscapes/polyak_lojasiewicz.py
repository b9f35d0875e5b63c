"""One-dimensional functions on which the Polyak–Łojasiewicz inequality is discussed.

q(x) = ½(x² − 6/5)² has two global minima at ±√(6/5) and a local maximum at 0, so that it cannot
satisfy the inequality on the whole line. The document draws beside it a strongly convex function
without a formula; x²/2, with strong convexity and smoothness constant 1, is our choice.
x² + 3 sin² x is the standard example of a function that is PL and not convex.
"""

import sympy as sp

from provenscape.models.landscapes.base import Landscape, coordinates

(x,) = coordinates("x")

pl_quartic = Landscape(
    name="pl_quartic",
    title=r"$\frac{1}{2}(x^2-\frac{6}{5})^2$",
    variables=(x,),
    expression=(x**2 - sp.Rational(6, 5)) ** 2 / 2,
    critical_points=((-sp.sqrt(sp.Rational(6, 5)),), (0,), (sp.sqrt(sp.Rational(6, 5)),)),
    source="article, Figure 3: (1/2)(x² − 1.2)²",
)

strongly_convex_partner = Landscape(
    name="strongly_convex_partner",
    title=r"$\frac{1}{2}x^2$",
    variables=(x,),
    expression=x**2 / 2,
    critical_points=((0,),),
    source="our choice; the article draws a strongly convex function and gives no formula",
)

sine_bowl = Landscape(
    name="sine_bowl",
    title=r"$x^2+3\sin^2 x$",
    variables=(x,),
    expression=x**2 + 3 * sp.sin(x) ** 2,
    critical_points=((0,),),
    source="Karimi, Nutini & Schmidt (2016), Section 2.2",
)
