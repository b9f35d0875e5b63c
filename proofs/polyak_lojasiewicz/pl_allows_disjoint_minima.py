"""The quartic ½(x² − 6/5)², shown as a PL function with two global minima, is PL for no µ > 0.

Whatever the constant, the inequality fails at the local maximum 0 between the two minima.
"""

from provenscape.kernel import Claim, ge, real, refute
from provenscape.models import landscapes

f = landscapes.get("pl_quartic").f
(x,) = f.variables
mu = real("mu")

claim = Claim(
    id="pl-allows-disjoint-minima",
    says="The quartic with its two global minima is PL, for some µ, on the whole line.",
    items={"O-47": "part pl-allows-disjoint-minima"},
    where={x: "a point of the line", mu: "a PL constant"},
    given={},
    then=ge(f.partial(x) ** 2 / 2, mu * f(x)),
    constants=(mu,),
    about="the minimisers of a PL function",
    scope="the quartic ½(x² − 6/5)², whose minimum value is 0",
)


def refutation():
    return refute(claim, {x: 0})
