"""PL alone does not make gradient descent converge: x² + x⁴ is PL, and every fixed step diverges.

x² + x⁴ is 2-strongly convex, hence PL with µ = 2, but not L-smooth. From x = 1 + 1/η the step
overshoots: the new point is further from 0 and higher.
"""

from provenscape.kernel import Claim, gt, le, real, refute

eta, x = real("eta x")
function = x**2 + x**4
following = x - eta * function.diff(x)

claim = Claim(
    id="pl-alone-gives-a-linear-rate",
    items=["O-07", "O-89"],
    says="On every PL function plain gradient descent converges at a linear rate, whatever else.",
    given={"step": gt(eta)},
    then=le(function.xreplace({x: following}), function),
    locally=(eta,),
    scope="'for some step size η > 0', from every start; x² + x⁴, which is PL with µ = 2",
)


def refutation():
    return refute(claim, {x: 1 + 1 / eta})
