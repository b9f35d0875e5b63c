"""PL alone gives descent no linear rate: on x² + x⁴ each step length has starts that jump too high.

A linear rate gap_t ≤ C qᵗ gap₀ from every start lets one step multiply the gap by K = Cq at most.
x² + x⁴ is 2-strongly convex, hence PL with µ = 2, but not L-smooth: whatever η and K are, the step
from x = 1 + K + 1/η lands higher than K times the first gap. That no start at all need do is shown
by no-step-length-converges-on-a-pl-function.
"""

from provenscape.kernel import Claim, function, ge, le, real, refute

eta, K, x = real("eta K x")
f = function("f", (x,), x**2 + x**4)

claim = Claim(
    id="pl-alone-gives-a-linear-rate",
    says="On every PL function plain gradient descent has a linear rate: for some fixed step and "
    "some K, one step from any start multiplies the gap by at most K.",
    items={"O-07": "part linear-rate", "O-89": "part linear-rate", "O-11": "part pl"},
    where={x: "the iterate", eta: "the step length", K: "the factor that a step may gain"},
    given={"pl": ge(f.partial(x) ** 2 / 2, 2 * f(x))},
    then=le(f(x - eta * f.partial(x)), K * f(x)),
    constants=(eta, K),
    about="gradient descent on a PL function",
    scope="x² + x⁴, which is PL with µ = 2 and has the minimum value 0; one step length for all "
    "starts",
)


def refutation():
    return refute(claim, {x: 1 + K + 1 / eta})
