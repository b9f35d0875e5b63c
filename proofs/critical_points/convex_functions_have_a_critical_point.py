"""A convex function need not have a critical point: eˣ has none.

Its slope eˣ is positive everywhere, and so is its second derivative eˣ.
"""

from sympy import exp

from provenscape.kernel import Claim, function, le, real, refute

x, a, b = real("x a b")
f = function("f", (x,), exp(x))

claim = Claim(
    id="convex-functions-have-a-critical-point",
    says="A convex function, strongly or not, has a critical point.",
    items={"E-06": "part there-is-one"},
    where={(a, b): "they give any point of the line: a − b is any real number"},
    given={},
    then=le(f.partial(x, at=(a - b,)), 0),
    constants=(a, b),
    about="the critical points of a convex function",
    scope="eˣ, which is convex",
)


def refutation():
    return refute(claim, {})
