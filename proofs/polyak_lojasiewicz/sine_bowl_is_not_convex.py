"""f(x) = x² + 3 sin²x, a PL function, is not convex: f″(π/2) = −4."""

from sympy import pi

from provenscape import landscapes
from provenscape.kernel import Claim, ge, refute

bowl = landscapes.get("sine_bowl")
(x,) = bowl.variables

claim = Claim(
    id="pl-functions-are-convex",
    items=[],
    says="A PL function is convex (the converse of what the article says of O-44).",
    given={},
    then=ge(bowl.hessian[0, 0]),
    scope="for x² + 3 sin²x, PL by sine-bowl-is-pl",
)


def refutation():
    return refute(claim, {x: pi / 2})
