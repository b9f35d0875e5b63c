"""Stationary points at which the Hessian is singular and does not decide.

`degenerate_minimum`, `degenerate_saddle` and `degenerate_inflection` share the Hessian diag(2, 0)
at the origin, yet the first has a strict minimum there and the other two have none: along
x = 0 they are y⁴, −y⁴ and y³.

`monkey_saddle` has Hessian 0 at its only stationary point.

`saddle_ring` and `saddle_cross` are cubes h³ of a function h. Since ∇h³ = 3h²∇h and
∇²h³ = 6h∇h∇hᵀ + 3h²∇²h, every point of the curve h = 0 is stationary with Hessian exactly 0, so
positive semidefinite with all eigenvalues zero. Both h change sign across every point of their
curve, so each of its points is a saddle: f takes both signs arbitrarily near, f = 0 on the curve.
For the ring h = x² + y² − 1; off the circle the origin is the one further stationary point, a
minimum with Hessian 6I. For the cross h = xy; the two axes are all its stationary points.

A Hessian that vanishes altogether is no accident of the choice. Where stationary points form a
smooth curve in the plane, the Hessian annihilates the tangent; if its other eigenvalue were
positive, f would have a (non-strict) minimum at each of these points (Morse–Bott). So a curve of
saddles that are degenerate in the sense of the post has Hessian 0.
"""

from provenscape.models.landscapes.base import Landscape, coordinates

x, y = coordinates("x y")
ORIGIN = ((0, 0),)

degenerate_minimum = Landscape(
    name="degenerate_minimum",
    title=r"$x^2+y^4$",
    variables=(x, y),
    expression=x**2 + y**4,
    critical_points=ORIGIN,
    source="our choice: strict minimum with singular Hessian",
)

degenerate_saddle = Landscape(
    name="degenerate_saddle",
    title=r"$x^2-y^4$",
    variables=(x, y),
    expression=x**2 - y**4,
    critical_points=ORIGIN,
    source="our choice: saddle with the Hessian of degenerate_minimum",
)

degenerate_inflection = Landscape(
    name="degenerate_inflection",
    title=r"$x^2+y^3$",
    variables=(x, y),
    expression=x**2 + y**3,
    critical_points=ORIGIN,
    source="our choice: inflection along y with the Hessian of degenerate_minimum",
)

monkey_saddle = Landscape(
    name="monkey_saddle",
    title=r"$x^3-3xy^2$",
    variables=(x, y),
    expression=x**3 - 3 * x * y**2,
    critical_points=ORIGIN,
    source="post, last section: a degenerate saddle in its standard form",
)

saddle_ring = Landscape(
    name="saddle_ring",
    title=r"$(x^2+y^2-1)^3$",
    variables=(x, y),
    expression=(x**2 + y**2 - 1) ** 3,
    critical_points=(),
    source="our choice for the post's connected saddle points: a circle of them",
)

saddle_cross = Landscape(
    name="saddle_cross",
    title=r"$x^3y^3$",
    variables=(x, y),
    expression=x**3 * y**3,
    critical_points=(),
    source="our choice for the post's connected saddle points: two crossing lines of them",
)
