"""The quadratic saddle in space, from two sides."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import DOUBLE_COLUMN, ORANGE, PURPLE, mark, mesh, panel, space, surface

ITEMS = ("L-14",)
TITLE = "The saddle x² − y² from two sides"
CAPTION = (
    "The surface z = x² − y² from two sides. Along x it curves upwards (Hessian eigenvalue 2), "
    "along y downwards (eigenvalue −2, dashed); at the origin, where the curves cross, the "
    "gradient vanishes."
)
NOTES = "Two views stand in for an interactive rotation."
ALT = (
    "Two perspective views of a saddle surface; a parabola that opens upwards and one that opens "
    "downwards cross at its centre, which is marked as a saddle."
)
TABLES = {
    "surface": "quadratic_saddle_surface",
    "sections": "axis_sections",
    "points": "stationary_points",
}

CURVES = {
    "x": {"color": ORANGE, "ls": "-", "label": r"$z=x^2$ at $y=0$: $\lambda=2$"},
    "y": {"color": PURPLE, "ls": (0, (4, 1.5)), "label": r"$z=-y^2$ at $x=0$: $\lambda=-2$"},
}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    grid = mesh(tables["surface"])
    sections = tables["sections"].query("landscape == 'quadratic_saddle'")
    point = tables["points"].query("landscape == 'quadratic_saddle'").iloc[0]
    figure = plt.figure(figsize=(DOUBLE_COLUMN, 2.9))
    for letter, title, left, azimuth in (
        ("a", "one view", 0.0, -60),
        ("b", "turned by 90°", 0.55, 30),
    ):
        axes = figure.add_axes((left, 0.1, 0.44, 0.89), projection="3d")
        surface(axes, grid, alpha=0.9)
        for axis, look in CURVES.items():
            curve = sections[sections["axis"] == axis]
            axes.plot(curve["x"], curve["y"], curve["z"], lw=2, zorder=5, **look)
        mark(axes, point["x"], point["y"], point["z"], nature="saddle", label="saddle")
        space(axes, elevation=42, azimuth=azimuth, height=0.5, zoom=0.95)
        panel(axes, letter, title)
    figure.legend(*axes.get_legend_handles_labels(), loc="lower center", ncols=3, frameon=False)
    return figure
