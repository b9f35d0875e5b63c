"""Finite-width tangent kernels: what falls with width, and how fast."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from provenscape.figures import BLACK, BLUE, DOUBLE_COLUMN, GREEN, GREY, ORANGE, PURPLE, panel

ITEMS = ("N-89", "N-94", "N-106", "O-60", "O-64")
TITLE = "What falls with the width of a network, and how fast"
CAPTION = (
    "tanh networks, outputs divided by √m, one hidden layer: (a) distance of the tangent kernel "
    "from its limit, its drift in training, error of the linearised network; (b) relative change "
    "of hidden layer and parameters, and distance. (c) Kernel drift at depths 1 to 3, hollow: "
    "distance at the start. (d) Drift with outputs divided by √m and by m."
)
NOTES = (
    "Medians over {replicas:.0f} data sets of 8 inputs in R⁵ ({deep_replicas:.0f} at depths 2 "
    "and 3, where training ends at the widths {widest_2:.0f} and {widest_3:.0f}; kernels at the"
    " start of wider ones {wide_replicas:.0f}), with 10–90 % bands but in (c); the limit is "
    "computed by quadrature; 64 steps of length 1/λ_max. Exponents over widths from "
    "{fit_from:.0f}, with 99.9999 % intervals, one hidden layer: fluctuation "
    "{kernel_1_fluctuation:.2f} ({kernel_1_fluctuation_low:.2f} to "
    "{kernel_1_fluctuation_high:.2f}), drift {kernel_1_drift:.2f} ({kernel_1_drift_low:.2f} to "
    "{kernel_1_drift_high:.2f}), linearisation {kernel_1_linearisation:.2f} "
    "({kernel_1_linearisation_low:.2f} to {kernel_1_linearisation_high:.2f}), hidden layer "
    "{kernel_1_features:.2f} ({kernel_1_features_low:.2f} to {kernel_1_features_high:.2f}), "
    "parameters {kernel_1_relative:.2f} ({kernel_1_relative_low:.2f} to "
    "{kernel_1_relative_high:.2f}), distance {kernel_1_absolute:.2f} "
    "({kernel_1_absolute_low:.2f} to {kernel_1_absolute_high:.2f}). A bound of m^(−1/2) is "
    "proved for drift and linearisation in a ball; random signs make the drift fall nearly as "
    "1/m. With outputs divided by m its exponent is {mean_field_1_drift:.2f} "
    "({mean_field_1_drift_low:.2f} to {mean_field_1_drift_high:.2f})."
)
ALT = (
    "Four panels on logarithmic axes against width. First, three falling lines, one of slope "
    "minus one half and two steeper. Second, two lines of slope minus one half and a level one."
    " Third, for depths one to three falling lines of drift and, less steep, of distance from "
    "the limit. Fourth, a falling and a level line."
)
TABLES = {"starts": "tangent_starts", "training": "tangent_training"}
VALUES = "tangent_values"

LEFT = (
    ("fluctuation", BLUE, "o", "kernel at start"),
    ("drift", ORANGE, "^", "kernel drift"),
    ("linearisation", PURPLE, "s", "linearisation"),
)
MIDDLE = (
    ("features", GREEN, "D", "hidden layer"),
    ("relative", BLUE, "o", "parameters"),
    ("absolute", BLACK, "x", "distance"),
)
DEPTHS = ((BLUE, "o", "-"), (ORANGE, "^", "--"), (PURPLE, "s", ":"))


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, grid = plt.subplots(2, 2, figsize=(DOUBLE_COLUMN, 4.4), layout="constrained")
    axes = grid.ravel()
    training, starts = tables["training"], tables["starts"]
    kernel = training[training["scaling"] == "kernel"]
    one = kernel[kernel["depth"] == 1]
    first = starts[starts["depth"] == 1]
    for name, colour, marker, label in LEFT:
        _line(axes[0], first if name == "fluctuation" else one, name, colour, marker, label)
    for name, colour, marker, label in MIDDLE:
        _line(axes[1], one, name, colour, marker, label)
    for (depth, rows), (colour, marker, style) in zip(
        kernel.groupby("depth"), DEPTHS, strict=False
    ):
        _line(axes[2], rows, "drift", colour, marker, f"depth {depth}", style, band=False)
        middle = starts[starts["depth"] == depth].groupby("width")["fluctuation"].median()
        axes[2].plot(middle.index, middle, color=colour, marker=marker, ms=3.5, ls=style, lw=0.6,
                     mfc="none")  # fmt: skip
    _line(axes[3], one, "drift", BLUE, "o", r"outputs / $\sqrt{m}$")
    other = training[training["scaling"] == "mean_field"]
    _line(axes[3], other, "drift", GREY, "x", "outputs / $m$", "-.")
    every = np.unique(one["width"])
    widths = np.array([32.0, one["width"].max()])
    for place, start, slope, text in (
        (axes[0], 0.012, -1.0, "$1/m$"),
        (axes[1], 0.1, -0.5, r"$1/\sqrt{m}$"),
        (axes[2], 0.012, -1.0, "$1/m$"),
        (axes[3], 0.012, -1.0, "$1/m$"),
    ):
        place.plot(
            widths, start * (widths / widths[0]) ** slope, color=GREY, lw=0.8, ls=(0, (2, 2))
        )
        middle = np.sqrt(widths.prod())
        at = (middle, start * (middle / widths[0]) ** slope)
        place.annotate(text, at, (-2, -2), textcoords="offset points", ha="right", va="top")
    titles = ("kernel", "movement", "kernel by depth", "kernel drift by scaling")
    for place, letter, title in zip(axes, "abcd", titles, strict=True):
        place.set(xscale="log", yscale="log", xlabel="width $m$")
        place.set_xticks(every[::2], every[::2])
        place.xaxis.minorticks_off()
        panel(place, letter, title)
        place.legend(
            loc="center left", bbox_to_anchor=(1.0, 0.5), frameon=False, handlelength=1.6,
            handletextpad=0.4, borderaxespad=0.2,
        )  # fmt: skip
    for place in (axes[0], axes[2]):
        place.set_ylabel("relative change or error")
    return figure


def _line(
    axes: Axes,
    rows: pd.DataFrame,
    name: str,
    colour: str,
    marker: str,
    label: str,
    style: str = "-",
    band: bool = True,
) -> None:
    found = rows.groupby("width")[name].quantile([0.1, 0.5, 0.9]).unstack()
    if band:
        axes.fill_between(found.index, found[0.1], found[0.9], color=colour, alpha=0.15, lw=0)
    axes.plot(found.index, found[0.5], color=colour, marker=marker, ms=3.5, ls=style, label=label)
