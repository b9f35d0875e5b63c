"""The functions that the post writes out are polynomials, hence infinitely differentiable.

x₁² − x₂², x₁⁴ − 2x₁² + x₂² and the monkey saddle x³ − 3xy² equal their Taylor polynomials of degree
four at every point, in every displacement.
"""

import sympy as sp

from provenscape.kernel import Claim, combine, conjoin, eq, real
from provenscape.models.landscapes import get

LANDSCAPES = tuple(get(name) for name in ("quadratic_saddle", "double_well", "monkey_saddle"))
s, t = real("s t")  # a displacement


def shifted(landscape):
    first, second = landscape.variables
    return landscape.expression.xreplace({first: first + s, second: second + t})


def taylor(landscape):
    """The Taylor polynomial of degree four at the point given by the variables."""
    first, second = landscape.variables
    return sp.Add(
        *(
            landscape.expression.diff((first, i), (second, j))
            * s**i
            * t**j
            / (sp.factorial(i) * sp.factorial(j))
            for i in range(5)
            for j in range(5 - i)
        )
    )


claim = Claim(
    id="the-functions-written-out-are-polynomials",
    items=["E-11"],
    says="The functions of which the post gives formula or name are polynomials, so infinitely "
    "differentiable; its clustering cost is not, unless it is smoothed.",
    given={},
    then=tuple(eq(shifted(f), taylor(f)) for f in LANDSCAPES),
    repairs="the-clustering-cost-is-not-differentiable",
    scope="x₁² − x₂², x₁⁴ − 2x₁² + x₂² and x³ − 3xy²",
)
points = [{v: 1 for f in LANDSCAPES for v in f.variables} | {s: 1, t: 2}]


def proof():
    return conjoin(claim, [combine(claim.part(i), using={}) for i in range(len(LANDSCAPES))])
