"""Plain and perturbed gradient descent on the surface x² − y²."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import DOUBLE_COLUMN, ORANGE, mark, mesh, panel, space, surface

ITEMS = ("O-34",)
TITLE = "Stalling at the saddle of x² − y², and leaving it"
CAPTION = (
    "Gradient descent with step {eta:.1f} on x² − y². (a) Grey: from (1, 0) without perturbation y "
    "stays exactly 0 and the run ends at the saddle. Orange: from the mirror image (−1, 0), where "
    "plain descent would do the same, one perturbation of radius at most {radius:.2f} near the "
    "saddle makes y nonzero; y grows geometrically and passes 1 after {perturbed_steps:.0f} steps. "
    "(b) |y| of that run, and of a plain run that starts off the axis "
    "by y = {tiny:.0e}: it too leaves, after {tiny_steps:.0f} steps. Plain descent stalls from the "
    "line y = 0 alone."
)
ALT = (
    "Left, a saddle surface with a grey path from the right down to the saddle and an orange path "
    "from the left that turns off along the descending side. Right, on a logarithmic scale, "
    "straight lines of equal slope."
)
TABLES = {
    "surface": "critical_points/quadratic_saddle_surface",
    "paths": "canonical_paths",
    "tiny": "tiny_path",
}
VALUES = "canonical_values"
GREY = "0.35"


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    grid = mesh(tables["surface"])
    runs = dict(list(tables["paths"].groupby("run")))
    figure = plt.figure(figsize=(DOUBLE_COLUMN, 2.6))
    heights = figure.add_axes((0.0, 0.0, 0.5, 1.0), projection="3d")
    surface(heights, grid, alpha=0.75)
    space(heights, elevation=38, azimuth=-62)
    for name, colour in (("plain", GREY), ("perturbed", ORANGE)):
        run = runs[name]
        heights.plot(
            run["x"], run["y"], run["z"] + 0.02, color=colour, marker="o", ms=3.5, zorder=5,
            markeredgecolor="white", markeredgewidth=0.3,
        )  # fmt: skip
    mark(heights, [0.0], [0.0], [0.0], nature="saddle")
    panel(heights, "a")
    growth = figure.add_axes((0.6, 0.17, 0.38, 0.72))
    moved = runs["perturbed"][runs["perturbed"]["y"] != 0]
    growth.plot(moved["step"], moved["y"].abs(), color=ORANGE, label="after the perturbation")
    growth.plot(
        tables["tiny"]["step"], tables["tiny"]["y"].abs(), color=GREY, ls=(0, (4, 1.5)),
        label="plain, off the axis",
    )  # fmt: skip
    growth.set(yscale="log", xlabel="step", ylabel="$|y|$")
    growth.legend(loc="lower right", frameon=False)
    panel(growth, "b")
    return figure
