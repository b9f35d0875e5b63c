"""The functions that the post writes out are polynomials, hence infinitely differentiable.

x₁² − x₂², x₁⁴ − 2x₁² + x₂² and the monkey saddle x³ − 3xy² equal their Taylor polynomials, of their
own degree, at every point and in every displacement.
"""

from sympy import Add, factorial

from provenscape.kernel import Claim, combine, conjoin, eq, function, real
from provenscape.models.landscapes import get

NAMES = {"quadratic_saddle": 2, "double_well": 4, "monkey_saddle": 3}  # with their degrees
DEGREES = tuple(NAMES.values())
f, g, h = FUNCTIONS = tuple(
    function(letter, get(name).variables, get(name).expression)
    for letter, name in zip("fgh", NAMES, strict=True)
)
s, t = real("s t")


def shifted(one):
    first, second = one.variables
    return one(first + s, second + t)


def taylor(one, degree):
    """The Taylor polynomial of the degree at the point given by the variables."""
    first, second = one.variables
    return Add(
        *(
            one.partial(*[first] * i, *[second] * j) * s**i * t**j / (factorial(i) * factorial(j))
            for i in range(degree + 1)
            for j in range(degree + 1 - i)
        )
    )


claim = Claim(
    id="the-functions-written-out-are-polynomials",
    says="The functions of which the post gives formula or name equal their Taylor polynomials: "
    "they are polynomials, so infinitely differentiable.",
    items={"E-11": "instance"},
    where={(s, t): "a displacement"},
    given={},
    then=tuple(eq(shifted(one), taylor(one, d)) for one, d in zip(FUNCTIONS, DEGREES, strict=True)),
    repairs="every-function-of-the-post-is-differentiable",
    about="smoothness of the functions that the post writes out",
    scope="x₁² − x₂², x₁⁴ − 2x₁² + x₂² and x³ − 3xy²",
)
points = [{v: 1 for one in FUNCTIONS for v in one.variables} | {s: 1, t: 2}]
witness = points[0]


def proof():
    return conjoin(claim, [combine(claim.part(i), using={}) for i in range(len(FUNCTIONS))])
