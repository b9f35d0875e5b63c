"""Plain and perturbed gradient descent on the surface x² − y²."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from provenscape.figures import (
    BLACK,
    BLUE,
    DOUBLE_COLUMN,
    ORANGE,
    mark,
    mesh,
    panel,
    space,
    surface,
)

ITEMS = ("O-34",)
TITLE = "Stalling at the saddle of x² − y², and leaving it"
CAPTION = (
    "Gradient descent with step {eta:.1f} on x² − y². (a) Circles: from (1, 0) the run ends at the "
    "saddle. Squares: from (−1, 0) one perturbation near the saddle makes y nonzero; it grows "
    "geometrically and passes 1 after {perturbed_steps:.0f} steps. (b) |y| of that run, and of a "
    "plain run from y = {tiny:.0e}: it too leaves."
)
NOTES = (
    "Perturbation of radius at most {radius:.2f}. From (1, 0) y stays exactly 0; from (−1, 0) "
    "plain descent would do the same. The plain run off the axis leaves after {tiny_steps:.0f} "
    "steps. Plain descent stalls from the line y = 0 alone."
)
ALT = (
    "Left, a saddle surface with a path of circles from the right down to the saddle and a path of "
    "squares from the left that turns off along the descending side. Right, on a logarithmic "
    "scale, two straight lines of equal slope, a short one after the perturbation and a long one."
)
TABLES = {
    "surface": "critical_points/quadratic_saddle_surface",
    "paths": "canonical_paths",
    "tiny": "tiny_path",
}
VALUES = "canonical_values"
LOOKS = {
    "plain": (BLACK, "o", "plain, from $(1,0)$: $y=0$"),
    "perturbed": (ORANGE, "s", "perturbed, from $(-1,0)$"),
    "tiny": (BLUE, "D", "plain, from $y=10^{-16}$"),
}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    grid = mesh(tables["surface"])
    runs = dict(list(tables["paths"].groupby("run")))
    figure = plt.figure(figsize=(DOUBLE_COLUMN, 2.6))
    heights = figure.add_axes((0.0, 0.0, 0.5, 1.0), projection="3d")
    surface(heights, grid, alpha=0.75)
    space(heights, elevation=38, azimuth=-62)
    for name in ("plain", "perturbed"):
        colour, marker, _ = LOOKS[name]
        run = runs[name]
        heights.plot(
            run["x"], run["y"], run["z"] + 0.02, color=colour, marker=marker, ms=3.8, zorder=5,
            markeredgecolor="white", markeredgewidth=0.4,
        )  # fmt: skip
    mark(heights, [0.0], [0.0], [0.0], nature="saddle")
    panel(heights, "a", "paths")
    growth = figure.add_axes((0.6, 0.17, 0.38, 0.72))
    moved = runs["perturbed"][runs["perturbed"]["y"] != 0]
    for name, run in (("perturbed", moved), ("tiny", tables["tiny"])):
        colour, marker, _ = LOOKS[name]
        growth.plot(
            run["step"], run["y"].abs(), color=colour, marker=marker, ms=3.5,
            markevery=4 if name == "perturbed" else 15,
        )  # fmt: skip
    growth.set(yscale="log", xlabel="step", ylabel="$|y|$", ylim=(1e-17, 1e2))
    shown = [
        Line2D([], [], color=colour, marker=marker, ms=3.5, label=label)
        for colour, marker, label in LOOKS.values()
    ]
    growth.legend(handles=shown, loc="lower right", frameon=False)
    panel(growth, "b", "escape direction")
    return figure
