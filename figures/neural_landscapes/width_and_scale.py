"""The loss that SGD reaches by width and scale of the start, and how soon."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LogNorm
from matplotlib.figure import Figure
from matplotlib.ticker import NullFormatter

from provenscape.figures import BLUE, DOUBLE_COLUMN, HEIGHT_COLOURS, ORANGE, panel

ITEMS = ("N-55", "L-42")
TITLE = "Training loss and time by width and scale of the start"
CAPTION = (
    "One hidden layer of ReLU units on 256 digits, 400 steps of SGD. Median of the least loss over "
    "four lengths of step, (a) with the digits' labels, (b) with random ones, by width and scale "
    "of the start. (c) Steps to a loss of 1/10 at scale 1: wider is sooner."
)
NOTES = (
    "Scale 1 is the start of He et al. (2015). {together:.0f} runs a cell; {trials:.0f} at widths "
    "8, 64 and scale 1. (a), (b) ringed: median below 1/10; losses below 10⁻³ have one colour, "
    "that of the bar's tip. (c) Medians, looked at every tenth "
    "step; no marker where more than half of the runs do not get there. A step of a network twice "
    "as wide costs twice as much."
)
ALT = (
    "Left and middle, maps of loss over width and scale, dark at the right, where rings mark small "
    "losses; the middle one has fewer rings. Right, three falling curves of steps against width."
)
TABLES = {"summary": "width_summary"}
VALUES = "width_values"


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (digits, random, time) = plt.subplots(
        1, 3, figsize=(DOUBLE_COLUMN, 2.6), layout="constrained", width_ratios=(1, 1, 1.1)
    )
    table = tables["summary"]
    for axes, labels in ((digits, "digits"), (random, "random")):
        image = _map(axes, table[table["labels"] == labels])
    bar = figure.colorbar(image, ax=random, pad=0.02)
    bar.set_label("loss, cut at 1/1000")
    digits.set_ylabel("scale of the start")
    plain = table[table["scale"] == 1]
    for labels, column, label, colour, marker, dashes in (
        ("digits", "equal_time", "digits, step 0.3", BLUE, "o", (0, (4, 1.5))),
        ("digits", "best_time", "digits, best step", BLUE, "s", "-"),
        ("random", "best_time", "random, best step", ORANGE, "^", "-"),
    ):
        part = plain[plain["labels"] == labels]
        time.plot(part["width"], part[column], color=colour, marker=marker, ls=dashes, label=label,
                  markersize=4)  # fmt: skip
    time.set(xlabel="width", ylabel=r"steps to loss $1/10$")
    time.set_xscale("log", base=2)
    time.set_yscale("log")
    reached = plain.dropna(subset=["equal_time", "best_time"], how="all")
    widths = sorted(reached["width"].unique())[::2]
    time.set_xticks(widths, [str(width) for width in widths])
    time.set_yticks([20, 50, 100, 200, 400], ["20", "50", "100", "200", "400"])
    time.yaxis.set_minor_formatter(NullFormatter())
    figure.legend(*time.get_legend_handles_labels(), loc="outside lower right", ncols=3,
                  frameon=False)  # fmt: skip
    panel(digits, "a", "digits")
    panel(random, "b", "random labels")
    panel(time, "c", "time")
    return figure


def _map(axes: Axes, table: pd.DataFrame):  # type: ignore[no-untyped-def]
    wide = table.pivot(index="scale", columns="width", values="median")
    image = axes.imshow(wide.clip(1e-9), aspect="auto", origin="lower", norm=LogNorm(1e-3, 3),
                        cmap=HEIGHT_COLOURS)  # fmt: skip
    rows, columns = np.nonzero(wide.to_numpy() < 0.1)
    axes.scatter(columns, rows, s=16, facecolors="none", edgecolors="white", linewidths=0.8)
    axes.set_xticks(range(wide.shape[1])[::2], [str(w) for w in wide.columns[::2]])
    axes.set_yticks(
        range(wide.shape[0]), [f"{s:g}" if s >= 1 else f"1/{1 / s:g}" for s in wide.index]
    )
    axes.set_xlabel("width")
    return image
