"""Planes through phase retrieval and completion with their stationary points."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import DOUBLE_COLUMN, HEIGHT_COLOURS, mark, mesh, panel

ITEMS = ("O-29", "O-30")
TITLE = "Phase retrieval and completion, with and without enough data"
CAPTION = (
    "Contours of the square root of the loss. (a) Phase retrieval in the mean: minima at the "
    "signal (1, 1) and its negative, two saddles. (b) From three measurements: (1, −1) and (−1, 1) "
    "are spurious minima. (c) The 3 × 3 matrix of ones completed at rank one from six entries: "
    "±(1, 0, −1) are spurious minima."
)
NOTES = (
    "Each point is of its kind by the eigenvalues of the Hessian in the whole space. (a) The mean "
    "is over Gaussian measurements. (b) The vectors (1, 0), (0, 1), (½, ½) determine the signal up "
    "to its sign; the spurious minima have loss {spurious_phases:.3f}. (c) The entries determine "
    "the matrix; the plane is that of (1, 1, 1) and (1, 0, −1), the minima ±(1, 1, 1) have loss 0, "
    "the spurious ones {spurious_completion:.0f}; the origin is a saddle. Escaping the saddles may "
    "lead to these."
)
ALT = (
    "Three contour maps. The first has two minima, two saddles and a maximum; the second and third "
    "each have four minima, two of them of positive loss."
)
TABLES = {"surfaces": "problem_surfaces", "points": "problem_points"}
VALUES = "problem_values"

PANELS = {
    "population": ("in the mean", "$x_1$", "$x_2$"),
    "measured": ("three measurements", "$x_1$", "$x_2$"),
    "completion": ("six of nine entries", r"along $(1,1,1)$", r"along $(1,0,-1)$"),
}
LABELS = {"minimum": "minimum", "saddle": "strict saddle", "maximum": "maximum"}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    surfaces, points = tables["surfaces"], tables["points"]
    figure, panels = plt.subplots(1, 3, figsize=(DOUBLE_COLUMN, 2.6), layout="constrained")
    for axes, letter, (name, (title, x, y)) in zip(panels, "abc", PANELS.items(), strict=True):
        grid = mesh(surfaces[surfaces["problem"] == name])
        root = np.sqrt(grid["z"])
        levels = np.linspace(0, np.quantile(root, 0.85), 30)
        axes.contourf(grid["x"], grid["y"], root, levels, cmap=HEIGHT_COLOURS, extend="max")
        axes.contour(grid["x"], grid["y"], root, levels, colors="white", linewidths=0.25)
        for nature, group in points[points["problem"] == name].groupby("nature"):
            mark(axes, group["x"], group["y"], nature=nature, label=LABELS[nature], size=30)
        axes.set(xlabel=x, ylabel=y, aspect="equal")
        panel(axes, letter, title)
    handles, labels = panels[0].get_legend_handles_labels()
    figure.legend(
        handles, labels, loc="outside lower center", ncols=3, frameon=False, handletextpad=0.1
    )
    return figure
