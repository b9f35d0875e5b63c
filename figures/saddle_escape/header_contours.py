"""Contours of x² − y² with plain and perturbed gradient descent from two starts."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from provenscape.figures import BLACK, DOUBLE_COLUMN, GREEN, GREY, PURPLE, mark, mesh, panel

ITEMS = ("N-05",)
TITLE = "Gradient descent near the saddle of x² − y²"
CAPTION = (
    "Gradient descent on x² − y². From the worked example's start (0.05, 1.8) it does not converge "
    "to the saddle, as the notes say, but leaves; only a start with y = 0 is drawn to it. Runs "
    "perturbed near the saddle leave to either side. (a) {steps:.0f} steps, two of them. (b) Near "
    "it. (c) |y|; dotted, step {steps:.0f}."
)
NOTES = (
    "Contours are solid where x² − y² is positive and dashed where it is negative. Step length η = "
    "{eta:.2f}. From (0.05, 1.8) y grows by the factor {factor:.1f} a step, and at step "
    "{steps:.0f} the run is {worked_distance:.0f} away; its gradient is never small, so that "
    "perturbed and plain run are the same. From (1.8, 0) plain descent is {axis_distance:.4f} away "
    "at step {steps:.0f}, with y = 0 throughout. Perturbations are of at most {radius:.1f} "
    "wherever ‖∇f‖ ≤ {epsilon:.1f}; of {replicas:.0f} such runs {out_percent:.1f} % "
    "[{out_low:.1f}, {out_high:.1f}] (exact binomial interval, 99.9999 %) have |y| ≥ 1 at step "
    "{steps:.0f}, but with η = {short_eta:.1f} {short_out:.0f} have. The header gives neither "
    "start nor step; both are our choice."
)
ALT = (
    "Left, hyperbolic contours with a run that leaves the window upwards at once, one along the "
    "horizontal axis to the saddle, and two that turn off near it. Middle, ten of them near the "
    "saddle. Right, |y| on a logarithmic scale: straight growth for the first, growth after a jump "
    "for the ten."
)
TABLES = {"surface": "header_surface", "near": "header_near", "paths": "header_paths"}
VALUES = "header_values"

LOOKS = {
    "perturbed, axis": (PURPLE, (0, (4, 1)), "s", "(1.8, 0), perturbed"),
    "plain, worked": (GREEN, "-", "^", "(0.05, 1.8), plain and perturbed"),
    "plain, axis": (BLACK, "-", "o", "(1.8, 0), plain"),
}
HEADER_STEPS = 12


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (plane, near, far) = plt.subplots(
        1, 3, figsize=(DOUBLE_COLUMN, 2.8), layout="constrained", width_ratios=(1.1, 1, 1)
    )
    _contours(plane, mesh(tables["surface"]), (0.5, 1, 2, 3))
    _contours(near, mesh(tables["near"]), (0.02, 0.08, 0.2))
    sides = _one_to_each_side(tables["paths"])
    for name, (colour, line, marker, label) in LOOKS.items():
        runs = tables["paths"][tables["paths"]["run"] == name]
        width, size = (0.7, 2) if name == "perturbed, axis" else (1.2, 3.2)
        look = {"color": colour, "ls": line, "marker": marker, "lw": width}
        for replica, run in runs.groupby("replica"):
            shown = run[run["step"] <= HEADER_STEPS]
            if name != "perturbed, axis" or replica in sides:
                plane.plot(shown["x"], shown["y"], ms=size, **look)
            near.plot(shown["x"], shown["y"], ms=size, **look)
            sized = run["y"].abs().where(run["y"] != 0)
            far.plot(run["step"], sized, ms=2.2, label="_" if replica else label, **look)
    plane.annotate("leaves\nat step 1", (0.05, 1.8), (0.25, 1.3), va="center")
    plane.annotate("start", (1.8, 0), (4, -5), textcoords="offset points", ha="right", va="top")
    mark(plane, 0, 0, nature="saddle", size=30)
    mark(near, 0, 0, nature="saddle", size=40)
    plane.annotate("saddle", (0, 0), (-7, 0), textcoords="offset points", ha="right", va="center")
    ticks = range(-2, 3)
    plane.set(
        xlim=(-2, 2), ylim=(-2, 2), xticks=ticks, yticks=ticks, xlabel="$x$", ylabel="$y$",
        aspect="equal",
    )  # fmt: skip
    near.set(xlim=(-0.1, 0.5), ylim=(-0.5, 0.5), xlabel="$x$", ylabel="$y$", xticks=(0, 0.2, 0.4))
    far.axvline(HEADER_STEPS, color=GREY, lw=0.8, ls=":", zorder=0)
    far.axhline(1, color=GREY, lw=0.6, zorder=0)
    far.set(yscale="log", ylim=(1e-3, 1e4), xlabel="step", ylabel="$|y|$", xticks=range(0, 21, 4))
    far.annotate("plain: $y=0$", (0, 1e-3), (3, 4), textcoords="offset points")
    handles, labels = far.get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside lower center", ncols=3, frameon=False)
    panel(plane, "a", "twelve steps")
    panel(near, "b", "near the saddle")
    panel(far, "c", "escape direction")
    return figure


def _one_to_each_side(paths: pd.DataFrame) -> set[int]:
    """The first perturbed run that goes up and the first that goes down."""
    last = paths[paths["run"] == "perturbed, axis"].groupby("replica")["y"].last()
    return {last.index[last > 0][0], last.index[last < 0][0]}


def _contours(axes: Axes, grid: dict[str, object], levels: tuple[float, ...]) -> None:
    """Level lines in grey: solid above zero, dashed below; the level zero thicker."""
    for sign, line in ((1, "-"), (-1, "--")):
        axes.contour(
            grid["x"], grid["y"], grid["z"], levels=sorted(sign * v for v in levels),
            colors="0.7", linewidths=0.6, linestyles=line,
        )  # fmt: skip
    axes.contour(grid["x"], grid["y"], grid["z"], levels=[0], colors="0.7", linewidths=1.1)
