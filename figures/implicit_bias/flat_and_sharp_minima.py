"""Flat and sharp minima under a shift of the loss, and in other coordinates."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, ORANGE, mark, panel

ITEMS = ("O-71",)
TITLE = "A flat and a sharp minimum of almost the same value"
CAPTION = (
    "A flat and a sharp minimum whose values differ by {depth_difference:.2f}. (a) Training loss. "
    "(b) Test loss, shifted by {shift:.3f}: it exceeds the training loss by {flat_gap_x:.2f} at "
    "the flat minimum, by {sharp_gap_x:.2f} at the sharp one. (c) Other coordinates, "
    "the same shift there: flat and sharp are exchanged; inset, the narrow well."
)
NOTES = (
    "(a) Curvatures {flat_curvature_x:.2f} and {sharp_curvature_x:.1f}. (b) Formula and shift are "
    "our choice; the article gives the two gaps alone. (c) Coordinates u with x = φ(u) smooth and "
    "increasing: each minimum keeps its value, but the curvatures are now {flat_curvature_u:.1f} "
    "and {sharp_curvature_u:.2f}, and the shift of u gives the gaps {flat_gap_u:.2f} and "
    "{sharp_gap_u:.2f}. Which minimum is the flat one depends on the parametrisation (Dinh, "
    "Pascanu, Bengio & Bengio 2017)."
)
ALT = (
    "Left, a loss with a wide basin at the left, a narrow one at the right. Middle, the loss and "
    "its shifted copy: short bar at the flat minimum, long bar at the sharp one. Right, in new "
    "coordinates the left basin is narrow and the right one wide, and the bars are exchanged."
)
TABLES = {"plain": "basins", "bent": "basins_reparametrised", "minima": "basin_minima"}
VALUES = "basin_values"

NAMES = {"flat": "flat in $x$,\n", "sharp": "sharp in $x$,\n"}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (train, test, bent) = plt.subplots(
        1, 3, figsize=(DOUBLE_COLUMN, 2.5), layout="constrained", sharey=True
    )
    minima = tables["minima"]
    in_x, in_u = (minima[minima["coordinates"] == name] for name in "xu")
    train.plot(tables["plain"]["x"], tables["plain"]["training"], color=BLUE)
    for row in in_x.itertuples():
        mark(train, row.place, row.training, nature="minimum")
        train.annotate(
            row.minimum, (row.place, row.training), (0, -9), textcoords="offset points",
            ha="center", va="top",
        )  # fmt: skip
    _shifted(test, tables["plain"], in_x)
    _shifted(bent, tables["bent"], in_u)
    handles = test.get_legend_handles_labels()
    figure.legend(*handles, loc="outside lower center", ncols=2, frameon=False)
    train.set(xlabel="$x$", ylabel="loss", ylim=(-0.36, 1.08))
    test.set_xlabel("$x$")
    bent.set_xlabel("$u$, where $x=\\varphi(u)$")
    bent.set_xlim(-6, 27)
    _inset(bent, tables["bent"])
    for axes, letter, title in (
        (train, "a", "training"),
        (test, "b", "test"),
        (bent, "c", "in other coordinates"),
    ):
        panel(axes, letter, title)
    return figure


def _inset(axes: Axes, curves: pd.DataFrame) -> None:
    """The losses where the well at the left is, wider."""
    near = curves[curves["u"].between(-0.9, 0.9)]
    inset = axes.inset_axes((0.26, 0.4, 0.24, 0.36))
    inset.plot(near["u"], near["training"], color=BLUE, lw=1)
    inset.plot(near["u"], near["test"], color=ORANGE, lw=1, ls=(0, (4, 1.5)))
    inset.set(xlim=(-0.9, 0.9), xticks=(-0.5, 0.5), yticks=())


def _shifted(axes: Axes, curves: pd.DataFrame, minima: pd.DataFrame) -> None:
    """The training loss, its shifted copy, and a bar for the gap at each minimum."""
    along = minima["coordinates"].iloc[0]
    label = {"flat": "", "sharp": ""} if along == "x" else NAMES
    align = {"flat": "center", "sharp": "center"}
    axes.plot(curves[along], curves["training"], color=BLUE, label="training")
    axes.plot(curves[along], curves["test"], color=ORANGE, ls=(0, (4, 1.5)), label="test")
    for row in minima.itertuples():
        mark(axes, row.place, row.training, nature="minimum")
        axes.plot((row.place, row.place), (row.training, row.test), color="black", zorder=9)
        axes.plot(row.place, row.test, "_", color="black", markersize=9, zorder=11)
        axes.annotate(
            f"{label[row.minimum]}gap {row.gap:.2f}", (row.place, row.training), (0, -7),
            textcoords="offset points", ha=align[row.minimum], va="top",
        )  # fmt: skip
