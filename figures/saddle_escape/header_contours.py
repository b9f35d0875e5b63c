"""Contours of x² − y² with plain and perturbed gradient descent from two starts."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import (
    BLUE,
    DOUBLE_COLUMN,
    GREEN,
    ORANGE,
    PURPLE,
    RED,
    SIGN_COLOURS,
    mark,
    mesh,
    panel,
)

ITEMS = ("N-05",)
TITLE = "Gradient descent near the saddle of x² − y²"
CAPTION = (
    "(a) Contours of x² − y², blue where it is positive and red where it is negative, with descent "
    "of step length η = {eta:.1f} from the worked example's start (0.05, 1.8) and from (1.8, 0); "
    "markers for the first {steps:.0f} steps. (b) Distance from the saddle; the vertical line is "
    "step {steps:.0f}. The notes say that gradient descent from their start converges to the "
    "saddle. It does not: y grows by the factor {factor:.1f} a step, and at step {steps:.0f} the "
    "run is {worked_distance:.1f} away, far outside the picture. Only a start with y = 0 is drawn "
    "to the saddle (distance {axis_distance:.2f} at step {steps:.0f}); a perturbation of radius "
    "{radius:.1f} wherever ‖∇f‖ ≤ {epsilon:.1f} then lets it escape, but only after the "
    "{steps:.0f} steps. From the worked start the gradient is never that small: the perturbed run "
    "is the plain one. The header gives neither start nor step; both are our choice."
)
ALT = (
    "Left, hyperbolic contours with a run that leaves the window upwards, one that ends at the "
    "saddle on the horizontal axis, and one that turns off near it. Right, distances from the "
    "saddle on a logarithmic scale: three runs end in straight growth, one in straight decay."
)
TABLES = {"surface": "header_surface", "paths": "header_paths"}
VALUES = "header_values"

LOOKS = {
    "plain, worked": (GREEN, "-", "o", "plain, from (0.05, 1.8)"),
    "perturbed, worked": (PURPLE, (0, (3, 2)), "s", "perturbed, from (0.05, 1.8)"),
    "plain, axis": ("black", "-", "o", "plain, from (1.8, 0)"),
    "perturbed, axis": (ORANGE, (0, (3, 2)), "s", "perturbed, from (1.8, 0)"),
}
HEADER_STEPS = 12


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    grid = mesh(tables["surface"])
    figure, (plane, far) = plt.subplots(1, 2, figsize=(DOUBLE_COLUMN, 3.0), layout="constrained")
    levels = np.linspace(-4, 4, 17)
    plane.contourf(grid["x"], grid["y"], grid["z"], levels=levels, cmap=SIGN_COLOURS, alpha=0.45)
    for sign, colour in ((-1, RED), (1, BLUE)):
        plane.contour(
            grid["x"], grid["y"], grid["z"], levels=[sign * v for v in (0.5, 1, 2, 3)][::sign],
            colors=colour, linewidths=0.6, linestyles="-",
        )  # fmt: skip
    for name, (colour, line, marker, label) in LOOKS.items():
        run = tables["paths"][tables["paths"]["run"] == name]
        shown = run[run["step"] <= HEADER_STEPS]
        plane.plot(run["x"], run["y"], color=colour, ls=line, lw=1)
        plane.plot(shown["x"], shown["y"], color=colour, ls="", marker=marker, ms=2.5)
        far.plot(run["step"], run["distance"], color=colour, ls=line, label=label)
    plane.annotate(
        "start", (0.05, 1.8), (-6, 0), textcoords="offset points", va="center", ha="right"
    )
    plane.annotate("gone at step 1", (0.05, 1.8), (6, 0), textcoords="offset points", va="center")
    plane.annotate("start", (1.8, 0), (5, -5), textcoords="offset points", ha="right", va="top")
    mark(plane, 0, 0, nature="saddle")
    plane.annotate("saddle", (0, 0), (-6, -7), textcoords="offset points", ha="right", va="top")
    ticks = range(-2, 3)
    plane.set(
        xlim=(-2, 2), ylim=(-2, 2), xticks=ticks, yticks=ticks, xlabel="$x$", ylabel="$y$",
        aspect="equal",
    )  # fmt: skip
    far.axvline(HEADER_STEPS, color="grey", lw=0.6, zorder=0)
    far.set(yscale="log", ylim=(3e-4, 4e3), xlabel="step", ylabel="distance from the saddle")
    far.annotate("step 12", (HEADER_STEPS, 3e-4), (3, 4), textcoords="offset points")
    figure.legend(
        *far.get_legend_handles_labels(), loc="outside lower center", ncols=4, frameon=False
    )
    panel(plane, "a")
    panel(far, "b")
    return figure
