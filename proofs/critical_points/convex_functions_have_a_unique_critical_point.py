"""A convex function can have many critical points: x² as a function of (x, y) has a line of them.

x² is convex: the mean of two values exceeds the value at the midpoint by a quarter of the squared
difference of the x coordinates. The statement: two critical points coincide. (And eˣ has none:
claim convex-functions-have-a-critical-point.)
"""

from provenscape.kernel import Claim, eq, function, real, refute

x, y, a, b = real("x y a b")
f = function("f", (x, y), x**2)

claim = Claim(
    id="convex-functions-have-a-unique-critical-point",
    says="A convex function, strongly or not, has at most one critical point.",
    items={"E-06": "part at-most-one"},
    where={(a, b): "a second critical point"},
    given={
        "critical_x": eq(f.partial(x)),
        "critical_y": eq(f.partial(y)),
        "critical_a": eq(f.partial(x, at=(a, b))),
        "critical_b": eq(f.partial(y, at=(a, b))),
    },
    then=eq((x - a) ** 2 + (y - b) ** 2),
    about="the critical points of a convex function",
    scope="x² on the plane, which is convex",
)


def refutation():
    return refute(claim, {x: 0, y: 1, a: 0, b: 0})
