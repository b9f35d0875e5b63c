"""A ball that is nudged off a saddle and rolls into a well."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import ORANGE, SINGLE_COLUMN, mark, mesh, space, surface

ITEMS = ("E-42",)
TITLE = "A nudged ball leaves the saddle"
CAPTION = (
    "Gradient descent on the double well x₁⁴ − 2x₁² + x₂², from a point beside the saddle: the "
    "nudge is {nudge:.2f} along x₁, the step {eta:.1f}; a dot for each of {steps:.0f} steps. The "
    "first steps are short, since the gradient is small near the saddle; the displacement grows, "
    "at first geometrically, until the ball settles in the well."
)
ALT = "A surface with two wells; dots lead from the saddle between them down into the right well."
TABLES = {"surface": "critical_points/double_well_surface", "ball": "nudged_ball"}
VALUES = "nudge_values"


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    grid = mesh(tables["surface"])
    ball = tables["ball"]
    figure = plt.figure(figsize=(SINGLE_COLUMN, 2.6))
    axes = figure.add_axes((-0.02, 0.0, 1.0, 1.04), projection="3d")
    surface(axes, grid, alpha=0.7)
    space(axes, elevation=48, azimuth=-80, x="$x_1$", y="$x_2$", z="$f$")
    axes.plot(
        ball["x"], ball["y"], ball["z"] + 0.03, color=ORANGE, marker="o", ms=3.5, zorder=6,
        markeredgecolor="black", markeredgewidth=0.4,
    )  # fmt: skip
    mark(axes, [0.0], [0.0], [0.0], nature="saddle")
    return figure
