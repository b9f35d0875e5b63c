"""The symmetric double well and its three stationary points."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.patheffects import withStroke

from provenscape.figures import (
    DOUBLE_COLUMN,
    height_bar,
    legend_above,
    mark,
    mesh,
    panel,
    space,
    surface,
)

ITEMS = ("E-26",)
TITLE = "Two symmetric minima with a saddle between them"
CAPTION = (
    "f(x₁, x₂) = x₁⁴ − 2x₁² + x₂². The minima (−1, 0) and (1, 0) of value −1 are isolated and "
    "exchanged by the symmetry x₁ → −x₁; the straight path between them passes the saddle (0, 0), "
    "where f = 0. (a) Surface. (b) Contours; dashed, the level of the saddle; λ, eigenvalues of "
    "the Hessian."
)
NOTES = "The three marked points are all stationary points that there are."
ALT = (
    "Left, a surface with two wells side by side; right, its contour map with two marked minima "
    "and the marked saddle between them."
)
TABLES = {"surface": "double_well_surface", "points": "stationary_points"}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    grid = mesh(tables["surface"])
    points = tables["points"].query("landscape == 'double_well'")
    figure = plt.figure(figsize=(DOUBLE_COLUMN, 2.5))
    space_axes = figure.add_axes((0.0, 0.0, 0.44, 1.0), projection="3d")
    surface(space_axes, grid, alpha=0.9)
    space(space_axes, elevation=48, azimuth=-80, x="$x_1$", y="$x_2$", z="$f$")
    plane = figure.add_axes((0.52, 0.14, 0.35, 0.74))
    filled = plane.contourf(grid["x"], grid["y"], grid["z"], levels=20)
    plane.contour(grid["x"], grid["y"], grid["z"], levels=[0], colors="white", linestyles="--")
    for nature, group in points.groupby("nature"):
        mark(space_axes, group["x"], group["y"], group["z"], nature=nature)
        mark(plane, group["x"], group["y"], nature=nature, label=nature)
    for point in points.itertuples():
        plane.annotate(
            f"λ = {point.eigenvalue_low:.0f}, {point.eigenvalue_high:.0f}".replace("-", "−"),
            (point.x, point.y),
            (0, -9),
            textcoords="offset points",
            ha="center",
            va="top",
            color="white",
            fontsize=7,
            path_effects=[withStroke(linewidth=2, foreground="#30325a")],
        )
    plane.set(xlabel="$x_1$", ylabel="$x_2$", aspect="equal")
    legend_above(plane)
    height_bar(plane, filled, "$f$")
    panel(space_axes, "a", "surface")
    panel(plane, "b", "contours")
    return figure
