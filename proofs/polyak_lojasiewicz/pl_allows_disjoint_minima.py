"""The quartic ½(x² − 6/5)², shown as a PL function with two global minima, is PL for no µ > 0.

Whatever the constant, the inequality fails at the local maximum 0 between the two minima.
"""

from provenscape.kernel import Claim, ge, gt, real, refute
from provenscape.models import landscapes

quartic = landscapes.get("pl_quartic")
(x,) = quartic.variables
(slope,) = quartic.gradient
mu = real("mu")

claim = Claim(
    id="pl-allows-disjoint-minima",
    items=["O-47"],
    says="PL allows several disjoint global minima, as the quartic with its two shows.",
    given={"constant": gt(mu)},
    then=ge(slope**2 / 2, mu * quartic.expression),
    locally=(mu,),
    scope="'for some µ > 0' on the whole line; the quartic ½(x² − 6/5)²",
)


def refutation():
    return refute(claim, {x: 0})
