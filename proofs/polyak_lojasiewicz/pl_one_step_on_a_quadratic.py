"""On ½µx² a step of length 1/L multiplies the gap by exactly (1 − µ/L)²: no smaller factor holds.

The quadratic is L-smooth for µ ≤ L and PL with µ.
"""

from provenscape.kernel import Claim, combine, eq, function, gt, real

L, mu, x = real("L mu x")
f = function("f", (x,), mu * x**2 / 2)

claim = Claim(
    id="pl-one-step-on-a-quadratic",
    says="On ½µx² one step of length 1/L multiplies the gap by exactly (1 − µ/L)².",
    items={"O-50": "instance"},
    where={x: "the iterate", L: "one over the step length", mu: "the curvature"},
    given={"step": gt(L)},
    then=eq(f(x - f.partial(x) / L), (1 - mu / L) ** 2 * f(x)),
    scope="½µx² on the line, which is L-smooth for 0 ≤ µ ≤ L and PL with µ",
)
witness = {L: 2, mu: 1, x: 1}


def proof():
    return combine(claim, using={})
