"""Barriers between networks for digits against their width, and against shared training."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREEN, ORANGE, PURPLE, RED, panel

ITEMS = ("N-57", "N-58", "N-59", "N-103")
TITLE = "Barriers between two networks for digits: as they are, aligned, with shared training"
CAPTION = (
    "Barriers on the line between two networks trained on digits, medians and deciles over pairs; "
    "hollow: with batch normalisation. (a) Of the training loss: independent networks, the same "
    "aligned, networks with one start. (b) Of the test error; dotted, the claim's 2 points. (c) "
    "Means as in (a) after k shared steps, narrow networks. Arrows: below 10⁻⁴."
)
NOTES = (
    "Two hidden layers of rectified units, 400 steps of SGD of length 1, batches of 32; each pair "
    "with a split of the 1797 images of its own; {trials:.0f} pairs at width 32, fewer at others "
    "(table connectivity_barriers). At width 32 the medians in (a) are {independent_barrier:.2f}, "
    "{by_weights_barrier:.3f} aligned by weights, {after_0_barrier:.4f} with one start; the "
    "training loss is {loss:.4f}."
)
ALT = (
    "Left and middle, curves against width: a high one for independent networks, two lower ones "
    "for aligned networks that fall to width 64, a low one for shared starts. Right, two curves "
    "that fall as more steps are shared."
)
TABLES = {"barriers": "connectivity_barriers"}
VALUES = "connectivity_values"

LOOKS = {
    "independent": ("independent", "o", RED, "-", 0.94),
    "by weights": ("aligned by weights", "s", BLUE, (0, (5, 1.5)), 0.98),
    "by activations": ("aligned by activations", "^", GREEN, (0, (1, 1)), 1.02),
    "after 0": ("one start", "D", ORANGE, (0, (4, 1.5, 1, 1.5)), 1.06),
}
NARROW = {8: ("width 8", "o", "-", ORANGE), 16: ("width 16", "s", (0, (4, 1.5)), PURPLE)}
FLOOR = 1e-4
PLACES = {0: 0, 10: 1, 30: 2, 100: 3, 300: 4}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (loss, error, shared) = plt.subplots(
        1, 3, figsize=(DOUBLE_COLUMN, 2.8), layout="constrained"
    )
    barriers = tables["barriers"]
    of_loss = barriers[barriers["measure"] == "training_loss"]
    of_error = barriers[barriers["measure"] == "test_error"].copy()
    of_error[["low", "median", "high"]] *= 100
    _widths(loss, of_loss, FLOOR)
    _widths(error, of_error, 0)
    loss.set(yscale="log", ylabel="barrier")
    loss.minorticks_off()
    error.set_yscale("symlog", linthresh=1)
    error.set(ylabel="barrier (points)", ylim=(-0.15, 100))
    error.set_yticks([0, 1, 10, 100], ["0", "1", "10", "100"])
    error.axhline(2, color="black", lw=0.8, ls=":")
    for width, (label, marker, dashes, colour) in NARROW.items():
        rows = of_loss[(of_loss["width"] == width) & (of_loss["normalised"] == 0)]
        rows = rows[rows["comparison"].str.startswith("after")]
        if rows.empty:  # at effort quick one width is measured
            continue
        places = rows["comparison"].str.removeprefix("after ").astype(int).map(PLACES)
        order = np.argsort(places.to_numpy())
        places, mean = places.to_numpy()[order], rows["mean"].to_numpy()[order]
        shown = mean >= FLOOR
        shared.plot(
            places[shown], mean[shown], marker=marker, ls=dashes, color=colour, label=label, ms=4
        )
        _below(shared, places[~shown], colour)
    shared.set(yscale="log", xlabel="shared steps $k$", ylabel="mean barrier")
    shared.set_ylim(bottom=FLOOR)
    shared.set_xticks(list(PLACES.values()), [str(k) for k in PLACES])
    shared.legend(frameon=False)
    figure.legend(
        *loss.get_legend_handles_labels(), loc="outside lower center", ncols=4, frameon=False
    )
    panel(loss, "a", "training loss")
    panel(error, "b", "test error")
    panel(shared, "c", "shared training")
    return figure


def _below(axes: Axes, places: np.ndarray, colour: str) -> None:
    """Arrows down where a barrier is below what the axis shows."""
    for place in places:
        axes.annotate(
            "", (place, FLOOR), (place, 2 * FLOOR),
            arrowprops={"arrowstyle": "-|>", "color": colour, "lw": 1},
        )  # fmt: skip


def _widths(axes: Axes, barriers: pd.DataFrame, floor: float) -> None:
    """Medians with deciles of each comparison against the width, slightly apart."""
    for name, (label, marker, colour, dashes, shift) in LOOKS.items():
        for normalised in (0, 1):
            rows = barriers[
                (barriers["comparison"] == name) & (barriers["normalised"] == normalised)
            ].sort_values("width")
            if rows.empty:
                continue
            places = (rows["width"] * shift * (1.12 if normalised else 1)).to_numpy()
            low, median, high = (rows[c].to_numpy() for c in ("low", "median", "high"))
            if floor:
                _below(axes, places[median < floor], colour)
            median = np.where(median < floor, np.nan, median)
            low = np.maximum(low, floor)
            look = {"marker": marker, "ms": 4, "lw": 1, "elinewidth": 0.7, "color": colour}
            look |= {"ls": "", "markerfacecolor": "white"} if normalised else {"ls": dashes}
            axes.errorbar(
                places, median, [median - low, high - median],
                label=None if normalised else label, **look,
            )  # fmt: skip
    axes.set_xscale("log", base=2)
    widths = sorted(barriers["width"].unique())
    axes.set_xticks(widths, [str(w) for w in widths], minor=False)
    axes.set_xlabel("width")
