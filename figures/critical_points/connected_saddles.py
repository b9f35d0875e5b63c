"""Two connected sets of saddle points with vanishing Hessian."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.colors import FuncNorm
from matplotlib.figure import Figure
from matplotlib.ticker import FixedFormatter

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

ITEMS = ("E-53",)
TITLE = "Connected sets of saddle points"
CAPTION = (
    "Connected saddle points (black; some are marked), surface and contours. (a, b) (x² + y² − "
    "1)³: every point of the unit circle is one; the origin is a minimum. (c, d) x³y³: every point "
    "of the two axes is one. Each has Hessian 0, which is positive semidefinite: none is isolated, "
    "none is strict."
)
NOTES = (
    "At each of these saddles the function is 0 and takes both signs arbitrarily near; there are "
    "no other stationary points but the origin of (a). The post's picture has the monkey saddle as "
    "its (a) and these as (b) and (c); it gives no formulas, ours are a choice. Colours change at "
    "equal steps of the cube root."
)
ALT = (
    "Two surfaces and under them their contour maps: a dish whose rim is a level circle of marked "
    "saddles, and a surface with two rising and two falling quadrants whose marked axes are lines "
    "of saddles."
)
TABLES = {
    "ring": "saddle_ring_surface",
    "cross": "saddle_cross_surface",
    "points": "stationary_points",
    "curves": "stationary_curves",
}

PANELS = {
    "ring": ("ab", "$(x^2+y^2-1)^3$", ("radius", "angle")),
    "cross": ("cd", "$x^3y^3$", ("y", "x")),
}
# f is a cube h³: levels at equal steps of h
LEVELS = [(k / 8) ** 3 for k in range(-8, 9)]
TICKS = ["−1", "−1/8", "0", "1/8", "1"]  # every fourth of them


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure = plt.figure(figsize=(DOUBLE_COLUMN, 4.7))
    colours = {"cmap": SIGN_COLOURS, "norm": FuncNorm((np.cbrt, lambda h: h**3), -1, 1)}
    for row, (name, (letters, title, grid_columns)) in enumerate(PANELS.items()):
        grid = mesh(tables[name], *grid_columns)
        points = tables["points"].query(f"landscape == 'saddle_{name}'")
        curves = tables["curves"].query(f"landscape == 'saddle_{name}'")
        bottom = 0.5 * (1 - row)
        axes = figure.add_axes((0.0, bottom, 0.5, 0.5), projection="3d")
        surface(axes, grid, edgecolor=(0, 0, 0, 0.1), **colours)
        space(axes, elevation=38, azimuth=-65)
        panel(axes, letters[0], title)
        plane = figure.add_axes((0.54, bottom + 0.085, 0.32, 0.36))
        filled = plane.contourf(grid["x"], grid["y"], grid["z"], levels=LEVELS, **colours)
        for _, curve in curves.groupby("piece"):
            axes.plot(curve["x"], curve["y"], curve["z"], color="black", lw=1.2, zorder=5)
            plane.plot(curve["x"], curve["y"], color="black", lw=1.2)
        for nature, group in points.groupby("nature"):
            mark(axes, group["x"], group["y"], group["z"], nature=nature, size=20)
            mark(plane, group["x"], group["y"], nature=nature, label=nature, size=26, clip_on=False)
        plane.set(xlabel="$x$", ylabel="$y$", aspect="equal")
        plane.locator_params(nbins=5)
        panel(plane, letters[1])
        legend_above(plane)
        height_bar(plane, filled, "$f$", ticks=LEVELS[::4], format=FixedFormatter(TICKS))
    return figure
