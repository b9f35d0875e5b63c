"""The monkey saddle: three ways down, three ways up, and no curvature."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import (
    DOUBLE_COLUMN,
    SIGN_COLOURS,
    height_bar,
    legend_above,
    mark,
    mesh,
    panel,
    space,
    surface,
)

ITEMS = ("E-52",)
TITLE = "The monkey saddle, whose Hessian vanishes"
CAPTION = (
    "The monkey saddle x³ − 3xy². (a) Surface over the unit disk. (b) Contours: three sectors in "
    "which it is positive (blue) alternate with three in which it is negative (red). The Hessian "
    "at the origin is 0: no direction of negative curvature shows the way down, and the saddle is "
    "not strict."
)
NOTES = (
    "The black lines are its zeros. In the post's sense of degenerate (positive semidefinite with "
    "eigenvalue 0) a minimum such as that of x² + y⁴ would be one too."
)
ALT = (
    "Left, a surface with three valleys and three ridges that meet at the centre; right, its "
    "contour map with three blue and three red sectors, alternating."
)
TABLES = {"surface": "monkey_saddle_surface", "points": "stationary_points"}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    grid = mesh(tables["surface"], rows="radius", columns="angle")
    point = tables["points"].query("landscape == 'monkey_saddle'").iloc[0]
    figure = plt.figure(figsize=(DOUBLE_COLUMN, 2.7))
    space_axes = figure.add_axes((0.0, 0.0, 0.46, 1.0), projection="3d")
    surface(space_axes, grid, cmap=SIGN_COLOURS, edgecolor=(0, 0, 0, 0.12))
    mark(space_axes, point["x"], point["y"], point["z"], nature=point["nature"])
    space(space_axes)
    plane = figure.add_axes((0.58, 0.14, 0.3, 0.74))
    levels = [k / 10 for k in range(-10, 11)]
    filled = plane.contourf(grid["x"], grid["y"], grid["z"], levels=levels, cmap=SIGN_COLOURS)
    plane.contour(grid["x"], grid["y"], grid["z"], levels=[0], colors="black", linewidths=0.8)
    mark(plane, point["x"], point["y"], nature=point["nature"], label="saddle, $H=0$")
    ticks = [-1, -0.5, 0, 0.5, 1]
    plane.set(xlabel="$x$", ylabel="$y$", aspect="equal", xticks=ticks, yticks=ticks)
    legend_above(plane)
    height_bar(plane, filled, "$f$", ticks=ticks)
    panel(space_axes, "a", "surface")
    panel(plane, "b", "contours")
    return figure
