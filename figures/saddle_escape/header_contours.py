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
    RED,
    SIGN_COLOURS,
    mark,
    mesh,
    panel,
)

ITEMS = ("N-05",)
TITLE = "Gradient descent near the saddle of x² − y²"
CAPTION = (
    "Contours of x² − y², blue where it is positive and red where it is negative, with gradient "
    "descent of step length η = {eta:.2f} from the worked example's start (0.05, 1.8) and from "
    "(1.8, 0), markers for the first {steps:.0f} steps; beside it, |y|. The notes say that descent "
    "from their start converges to the saddle. It does not: y grows by the factor {factor:.1f} a "
    "step, and at step {steps:.0f} the run is {worked_distance:.0f} away. Only a start with y = 0 "
    "is drawn to the saddle ({axis_distance:.4f} away at step {steps:.0f}, y = 0 throughout). "
    "Orange: ten runs from there that are perturbed by at most {radius:.1f} wherever "
    "‖∇f‖ ≤ {epsilon:.1f}. They leave to either side; of {replicas:.0f} such runs "
    "{out_percent:.1f} % [{out_low:.1f}, {out_high:.1f}] (exact binomial interval, 99 %) "
    "have |y| ≥ 1 at step {steps:.0f}, but with η = {short_eta:.1f} {short_out:.0f} have. From the "
    "worked start the gradient is never small: perturbed and plain run are the same. The header "
    "gives neither start nor step; both are our choice."
)
ALT = (
    "Left, hyperbolic contours with a run that leaves the window upwards at once, one along the "
    "horizontal axis to the saddle, and ten that turn off near it, upwards or downwards. Right, "
    "|y| on a logarithmic scale: straight growth for the first, growth after a jump for the ten."
)
TABLES = {"surface": "header_surface", "paths": "header_paths"}
VALUES = "header_values"

LOOKS = {
    "plain, worked": (GREEN, "-", "o", "from (0.05, 1.8), plain and perturbed"),
    "perturbed, axis": (ORANGE, "-", "s", "from (1.8, 0), perturbed"),
    "plain, axis": ("black", "-", "o", "from (1.8, 0), plain"),
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
        runs = tables["paths"][tables["paths"]["run"] == name]
        width, size = (0.8, 1.2) if name == "perturbed, axis" else (1.2, 2.5)
        for replica, run in runs.groupby("replica"):
            shown = run[run["step"] <= HEADER_STEPS]
            plane.plot(run["x"], run["y"], color=colour, ls=line, lw=width)
            plane.plot(shown["x"], shown["y"], color=colour, ls="", marker=marker, ms=size)
            far.plot(
                run["step"], run["y"].abs().where(run["y"] != 0), color=colour, ls=line, lw=width,
                marker=marker, ms=2, label="_" if replica else label,
            )  # fmt: skip
    plane.annotate(
        "start", (0.05, 1.8), (-9, 0), textcoords="offset points", va="center", ha="right"
    )
    plane.annotate("gone at step 1", (0.05, 1.8), (6, 0), textcoords="offset points", va="center")
    plane.annotate("start", (1.8, 0), (5, -5), textcoords="offset points", ha="right", va="top")
    mark(plane, 0, 0, nature="saddle")
    plane.annotate("saddle", (0, 0), (-8, 0), textcoords="offset points", ha="right", va="center")
    ticks = range(-2, 3)
    plane.set(
        xlim=(-2, 2), ylim=(-2, 2), xticks=ticks, yticks=ticks, xlabel="$x$", ylabel="$y$",
        aspect="equal",
    )  # fmt: skip
    far.axvline(HEADER_STEPS, color="grey", lw=0.6, zorder=0)
    far.axhline(1, color="grey", lw=0.6, ls=":", zorder=0)
    far.set(yscale="log", ylim=(1e-3, 1e4), xlabel="step", ylabel="$|y|$", xticks=range(0, 21, 4))
    far.annotate("step 12", (HEADER_STEPS, 1e-3), (3, 4), textcoords="offset points")
    far.annotate("plain from (1.8, 0): $y=0$", (0, 1e-3), (3, 4), textcoords="offset points")
    figure.legend(
        *far.get_legend_handles_labels(), loc="outside lower center", ncols=3, frameon=False
    )
    panel(plane, "a", "twelve steps")
    panel(far, "b", "distance along the escape direction")
    return figure
