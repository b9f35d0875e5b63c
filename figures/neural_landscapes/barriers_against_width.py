"""Barriers between networks for digits against their width, and against shared training."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREEN, ORANGE, RED, panel

ITEMS = ("N-57", "N-58", "N-59", "N-103")
TITLE = "Barriers between two networks for digits: as they are, aligned, with shared training"
CAPTION = (
    "Barriers on the line between two networks trained on digits, medians and deciles over pairs. "
    "(a) Of the training loss: independent networks, the same aligned, networks with one start. "
    "(b) Of the test error, in percentage points; dotted, the claim's 2. (c) Mean barrier after k "
    "shared steps, narrow networks."
)
NOTES = (
    "Two hidden layers of rectified units, 400 steps of SGD of length 1, batches of 32; each pair "
    "with a split of the 1797 images of its own; {trials:.0f} pairs at width 32, fewer at others "
    "(table connectivity_barriers). Hollow: with batch normalisation. Barriers below 10⁻⁴ are "
    "drawn there. At width 32 the medians in (a) are {independent_barrier:.2f}, "
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
NARROW = {8: ("width 8", "o", "-"), 16: ("width 16", "s", (0, (4, 1.5)))}
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
    _widths(loss, of_loss)
    _widths(error, of_error)
    loss.set(yscale="log", ylabel="barrier of the training loss")
    loss.minorticks_off()
    error.set_yscale("symlog", linthresh=1)
    error.set(ylabel="barrier of the test error (points)", ylim=(0, 100))
    error.set_yticks([0, 1, 10, 100], ["0", "1", "10", "100"])
    error.axhline(2, color="black", lw=0.8, ls=":")
    for width, (label, marker, dashes) in NARROW.items():
        rows = of_loss[(of_loss["width"] == width) & (of_loss["normalised"] == 0)]
        rows = rows[rows["comparison"].str.startswith("after")]
        if rows.empty:  # at effort quick one width is measured
            continue
        places = rows["comparison"].str.removeprefix("after ").astype(int).map(PLACES)
        shared.plot(
            places, rows["mean"].clip(FLOOR), marker=marker, ls=dashes, color=ORANGE, label=label,
            markerfacecolor=ORANGE if width == 8 else "white",
        )  # fmt: skip
    shared.set(yscale="log", xlabel="shared steps $k$", ylabel="mean barrier of the training loss")
    shared.set_xticks(list(PLACES.values()), [str(k) for k in PLACES])
    shared.legend(frameon=False)
    figure.legend(
        *loss.get_legend_handles_labels(), loc="outside lower center", ncols=4, frameon=False
    )
    panel(loss, "a", "training loss")
    panel(error, "b", "test error")
    panel(shared, "c", "shared training")
    return figure


def _widths(axes: Axes, barriers: pd.DataFrame) -> None:
    """Medians with deciles of each comparison against the width, slightly apart."""
    for name, (label, marker, colour, dashes, shift) in LOOKS.items():
        for normalised in (0, 1):
            rows = barriers[
                (barriers["comparison"] == name) & (barriers["normalised"] == normalised)
            ].sort_values("width")
            if rows.empty:
                continue
            low, median, high = (rows[c].clip(FLOOR) for c in ("low", "median", "high"))
            axes.errorbar(
                rows["width"] * shift * (1.12 if normalised else 1),
                median,
                yerr=[median - low, high - median],
                marker=marker,
                ms=4,
                lw=1,
                elinewidth=0.7,
                color=colour,
                ls="" if normalised else dashes,
                markerfacecolor="white" if normalised else colour,
                label=None if normalised else label,
            )
    axes.set_xscale("log", base=2)
    widths = sorted(barriers["width"].unique())
    axes.set_xticks(widths, [str(w) for w in widths], minor=False)
    axes.set_xlabel("width")
