"""Two symmetric minima with a strict saddle between them."""

from provenscape.models.landscapes.base import Landscape, coordinates

x1, x2 = coordinates("x1 x2")

double_well = Landscape(
    name="double_well",
    title=r"$x_1^4-2x_1^2+x_2^2$",
    variables=(x1, x2),
    expression=x1**4 - 2 * x1**2 + x2**2,
    critical_points=((-1, 0), (0, 0), (1, 0)),
    source="post, section on symmetry",
)
