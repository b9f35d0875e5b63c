"""On ½µx² a step of length 1/L multiplies the gap by exactly (1 − µ/L)²: no smaller factor holds.

The quadratic is L-smooth for µ ≤ L and PL with µ.
"""

from provenscape.kernel import Claim, combine, eq, gt, real

L, mu, x = real("L mu x")
function = mu * x**2 / 2
following = x - function.diff(x) / L

claim = Claim(
    id="pl-one-step-on-a-quadratic",
    items=["O-50"],
    says="On ½µx² one step multiplies the gap by exactly (1 − µ/L)².",
    given={"smooth": gt(L)},
    then=eq(function.xreplace({x: following}), (1 - mu / L) ** 2 * function),
    scope="½µx² on the line, which is L-smooth for µ ≤ L and PL with µ",
)
witness = {L: 2, mu: 1, x: 1}


def proof():
    return combine(claim, using={})
