"""The three quadratic landscapes of the plane: bowl, cap and saddle."""

from provenscape.models.landscapes.base import Landscape, coordinates

x, y = coordinates("x y")

bowl = Landscape(
    name="bowl",
    title=r"$x^2+y^2$",
    variables=(x, y),
    expression=x**2 + y**2,
    critical_points=((0, 0),),
    source="our choice for a local minimum with positive definite Hessian",
)

cap = Landscape(
    name="cap",
    title=r"$-x^2-y^2$",
    variables=(x, y),
    expression=-(x**2) - y**2,
    critical_points=((0, 0),),
    source="our choice for a local maximum with negative definite Hessian",
)

quadratic_saddle = Landscape(
    name="quadratic_saddle",
    title=r"$x^2-y^2$",
    variables=(x, y),
    expression=x**2 - y**2,
    critical_points=((0, 0),),
    source="all four documents: the standard example of a strict saddle",
)
