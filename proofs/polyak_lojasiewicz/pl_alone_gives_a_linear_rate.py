"""PL alone does not make descent converge: on x² + x⁴ each fixed step increases it from some start.

x² + x⁴ is 2-strongly convex, hence PL with µ = 2, but not L-smooth. From x = 1 + 1/η the step
overshoots: the new point is further from 0 and higher.
"""

from provenscape.kernel import Claim, function, ge, le, real, refute

eta, x = real("eta x")
f = function("f", (x,), x**2 + x**4)

claim = Claim(
    id="pl-alone-gives-a-linear-rate",
    says="On every PL function plain gradient descent with some fixed step converges from every "
    "start: no step increases the function.",
    items={"O-07": "part linear-rate", "O-89": "part linear-rate"},
    where={x: "the iterate", eta: "the step length"},
    given={"pl": ge(f.partial(x) ** 2 / 2, 2 * f(x))},
    then=le(f(x - eta * f.partial(x)), f(x)),
    constants=(eta,),
    about="gradient descent on a PL function",
    scope="x² + x⁴, which is PL with µ = 2 and has the minimum value 0; one step length for all "
    "starts",
)


def refutation():
    return refute(claim, {x: 1 + 1 / eta})
