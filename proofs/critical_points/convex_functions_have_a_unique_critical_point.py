"""A convex function can have many critical points: x² as a function of (x, y) has a line of them.

(And eˣ has none.) The statement: two critical points of a convex function coincide.
"""

from provenscape.kernel import Claim, eq, real, refute

x, y = real("x y")
function = x**2

claim = Claim(
    id="convex-functions-have-a-unique-critical-point",
    items=["E-06"],
    says="A convex function, strongly or not, has exactly one critical point.",
    given={"critical": eq(function.diff(x))},
    then=eq(x**2 + y**2),
    scope="x² on the plane, convex: its critical point (0, 0) is the only one",
)


def refutation():
    return refute(claim, {x: 0, y: 1})
