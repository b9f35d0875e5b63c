"""On the line a stationary point need be neither a peak nor a valley.

The derivative of x³ vanishes at 0, but the values on the two sides of 0 lie on different sides of
the value at 0, as near as one likes. At a peak or valley all nearby differences have one sign, so
that the product of any two of them is ≥ 0.
"""

from provenscape.kernel import Claim, eq, function, ge, lt, real, refute

x, s, t, r = real("x s t r")
f = function("f", (x,), x**3)

claim = Claim(
    id="stationary-points-on-the-line-are-peaks-or-valleys",
    says="On the line every stationary point is a peak or a valley: near it no two differences "
    "f(x + s) − f(x) have opposite signs.",
    items={"N-10": "whole"},
    where={
        x: "a stationary point",
        r: "the radius of a neighbourhood",
        (s, t): "displacements from the point",
    },
    given={
        "stationary": eq(f.partial(x)),
        "s_near": lt(s**2, r**2),
        "t_near": lt(t**2, r**2),
    },
    then=ge((f(x + s) - f(x)) * (f(x + t) - f(x))),
    parameters=(x,),
    constants=(r,),
    about="the stationary points of a function of one variable",
    scope="for the function x³ of one variable",
)


def refutation():
    return refute(claim, {x: 0, s: r / 2, t: -r / 2})
