"""A ball that is nudged off a saddle and rolls into a well."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import DOUBLE_COLUMN, GREY, ORANGE, mark, mesh, panel, space, surface

ITEMS = ("E-42",)
TITLE = "A nudged ball leaves the saddle"
CAPTION = (
    "Gradient descent on the double well x₁⁴ − 2x₁² + x₂² from {nudge:.2f} beside the saddle "
    "(cross) along x₁, step {eta:.1f}. (a) Its path into the well, a dot for each of {steps:.0f} "
    "steps. (b) Displacement: it grows at first geometrically, a straight line on this scale, from "
    "short steps, since the gradient is small near the saddle."
)
NOTES = "The post's picture was not available; function and path are our choice."
ALT = (
    "Left, a surface with two wells; dots lead from the saddle between them down into the right "
    "well. Right, displacement against step on a logarithmic scale, first straight, then level at "
    "the minimum."
)
TABLES = {"surface": "critical_points/double_well_surface", "ball": "nudged_ball"}
VALUES = "nudge_values"


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    grid = mesh(tables["surface"])
    ball = tables["ball"]
    figure = plt.figure(figsize=(DOUBLE_COLUMN, 2.6))
    axes = figure.add_axes((0.02, 0.02, 0.5, 0.98), projection="3d")
    surface(axes, grid, alpha=0.7)
    space(axes, elevation=48, azimuth=-80, x="$x_1$", y="$x_2$", z="$f$")
    look = {"color": ORANGE, "marker": "o", "markeredgecolor": "black", "markeredgewidth": 0.5}
    axes.plot(ball["x"], ball["y"], ball["z"] + 0.03, ms=3.8, zorder=6, **look)
    mark(axes, [0.0], [0.0], [0.0], nature="saddle", zorder=5)
    panel(axes, "a", "path")
    away = figure.add_axes((0.62, 0.17, 0.36, 0.71))
    away.plot(ball["step"], ball["x"], ms=4.5, **look)
    away.axhline(1, color=GREY, lw=0.7, ls=(0, (4, 2)))
    away.text(0, 0.95, "minimum", va="top")
    away.set(yscale="log", xlabel="step", ylabel="displacement $x_1$", ylim=(0.02, 1.5))
    away.set_yticks([0.03, 0.1, 0.3, 1], ["0.03", "0.1", "0.3", "1"])
    away.set_yticks([], minor=True)
    panel(away, "b", "displacement")
    return figure
