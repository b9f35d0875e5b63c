"""Lazy against feature regime: test error against the kernel, by scale and by width."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREEN, GREY, ORANGE, PURPLE, panel

ITEMS = ("N-95", "N-107", "N-108", "O-58", "O-64")
TITLE = "Networks against their own tangent kernels"
CAPTION = (
    "Test error over that of the network's own tangent kernel. (a) By the scale α of the outputs: "
    "where features move it is far lower on targets of one direction, hardly on draws of the "
    "kernel's process. (b) What moves. (c) At α = 1, by width: wider is lazier."
)
NOTES = (
    "{swept:.0f} trials a point, geometric means with 99.9999 % intervals; {width:.0f} ReLU units, "
    "{count:.0f} inputs in R¹⁰, {steps:.0f} steps of descent. α = 0.1, one direction: ratio "
    "{direction_features_ratio:.2f} ({direction_features_low:.2f} to "
    "{direction_features_high:.2f}); the hidden layer changes by {direction_features_moved:.0%}, "
    "the kernel by {direction_features_drift:.0%}. α = 10: {direction_lazy_ratio:.2f} "
    "({direction_lazy_low:.2f} to {direction_lazy_high:.2f}). On draws of the process: "
    "{kernel_features_ratio:.2f} ({kernel_features_low:.2f} to {kernel_features_high:.2f}) at α = "
    "0.1 against the own kernel, and {kernel_features_against_infinite:.2f} against that of "
    "infinite width with the ridge of the noise, which has the least mean error of all methods. "
    "Changes of the hidden layer and of the kernel in (b) are medians, on targets of one direction."
)
ALT = (
    "Left, the ratio of errors against scale: far below one at small scale for one target, near "
    "one for the other, and near one for both at large scale. Middle, changes of hidden layer and "
    "kernel fall with the scale. Right, the ratio rises towards one with width."
)
TABLES = {"sweep": "regime_sweep"}
VALUES = "regime_values"

TICKS = (0.1, 0.2, 0.5, 1)
LOOKS = {
    "direction": (BLUE, "o", "-", "one direction"),
    "kernel": (ORANGE, "^", "--", "kernel's process"),
}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, axes = plt.subplots(1, 3, figsize=(DOUBLE_COLUMN, 2.6), layout="constrained")
    sweep = tables["sweep"]
    base = sweep.groupby("width").size().idxmax()
    for target, (colour, marker, style, label) in LOOKS.items():
        rows = sweep[(sweep["target"] == target) & (sweep["width"] == base)].sort_values("scale")
        _ratio(axes[0], rows, "scale", colour, marker, style, label)
    rows = sweep[(sweep["target"] == "direction") & (sweep["width"] == base)].sort_values("scale")
    for name, colour, marker, label in (
        ("features", GREEN, "D", "hidden layer"),
        ("drift", PURPLE, "s", "kernel"),
    ):
        axes[1].plot(rows["scale"], rows[name], color=colour, marker=marker, ms=3.5, label=label)
    wide = sweep[(sweep["target"] == "direction") & (sweep["scale"] == 1)].sort_values("width")
    _ratio(axes[2], wide, "width", BLUE, "o", "-", "one direction")
    for place in (axes[0], axes[2]):
        place.axhline(1, color=GREY, lw=0.8, ls=(0, (2, 2)))
        place.set(yscale="log")
    axes[0].set(xscale="log", xlabel=r"scale $\alpha$ of the outputs", ylabel="error / kernel's")
    axes[1].set(xscale="log", yscale="log", xlabel=r"scale $\alpha$ of the outputs")
    axes[1].set_ylabel("relative change")
    axes[2].set(xscale="log", xlabel="width $m$")
    axes[2].set_xticks(wide["width"], wide["width"])
    for place in (axes[0], axes[2]):
        place.set_yticks(TICKS, TICKS)
    for place in axes:
        place.minorticks_off()
    for place, letter, title in zip(
        axes, "abc", ("test error", "movement", "by width"), strict=True
    ):
        panel(place, letter, title)
        place.legend(frameon=False, loc="lower right" if letter != "b" else "lower left")
    return figure


def _ratio(
    axes: Axes, rows: pd.DataFrame, by: str, colour: str, marker: str, style: str, label: str
) -> None:
    ends = np.abs(rows[["low", "high"]].to_numpy() - rows[["ratio"]].to_numpy()).T
    axes.errorbar(
        rows[by], rows["ratio"], ends, color=colour, marker=marker, ms=3.5, ls=style, label=label,
        capsize=2, lw=1,
    )  # fmt: skip
