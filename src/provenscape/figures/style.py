"""The house style: print sizes, colours and the few marks that figures share.

A figure is laid out for a column or a page; WIDTHS are those of journals, in inches, and a figure
is drawn anew for each of them, its text never scaled. No text is below seven points on paper, no
exponent below six. Any two colours of the palette differ also without red or green cones, each
stands out from white (tests/figures/test_colours.py), heights are viridis, and whatever colour
says is also said by a marker, a line style or a label.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import seaborn as sns
from matplotlib import _mathtext, mathtext
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

SINGLE_COLUMN = 3.5
DOUBLE_COLUMN = 7.0
COLUMN_WIDTHS = (3.25, 3.5, 5.5)
PAGE_WIDTHS = (5.5, 6.75, 7.0)
WIDTHS = tuple(sorted({*COLUMN_WIDTHS, *PAGE_WIDTHS}))
SMALLEST_FONT = 7
SMALLEST_GLYPH = 6
_EXPONENT = 0.82  # size of an exponent relative to its base

BLUE = "#0b5fb0"
ORANGE = "#d67f03"
GREEN = "#1c9f5c"
RED = "#bf1407"
PURPLE = "#6b1a78"
BROWN = "#5c3a2c"
GREY = "#757575"
SKY = "#1795cf"
BLACK = "#000000"
PALETTE = {
    "BLUE": BLUE,
    "ORANGE": ORANGE,
    "GREEN": GREEN,
    "RED": RED,
    "PURPLE": PURPLE,
    "BROWN": BROWN,
    "GREY": GREY,
    "SKY": SKY,
    "BLACK": BLACK,
}
HEIGHT_COLOURS = "viridis"
SIGN_COLOURS = "RdBu"  # red below zero, blue above

# How a stationary point looks, by its nature; white edges keep it visible on any surface.
MARKS: dict[str, dict[str, Any]] = {
    "minimum": {"marker": "o", "color": SKY},
    "maximum": {"marker": "^", "color": RED},
    "saddle": {"marker": "X", "color": ORANGE},
    "none": {"marker": "s", "color": "white"},
}

_RC = {
    "axes.labelsize": 8,
    "axes.linewidth": 0.6,
    "axes.titlesize": 8,
    "contour.linewidth": 0.6,
    "figure.dpi": 300,  # in which texts are measured, as those of the PNG
    "font.size": 8,
    "grid.linewidth": 0.4,
    "image.cmap": HEIGHT_COLOURS,
    "legend.fontsize": 7.5,
    "legend.title_fontsize": 7.5,
    "lines.linewidth": 1.2,
    "lines.markersize": 5,
    "mathtext.fontset": "dejavusans",
    "pdf.fonttype": 42,
    "savefig.dpi": 300,
    "svg.fonttype": "none",
    "xtick.labelsize": 7.5,
    "xtick.major.pad": 2,
    "xtick.major.size": 3,
    "xtick.major.width": 0.6,
    "ytick.labelsize": 7.5,
    "ytick.major.pad": 2,
    "ytick.major.size": 3,
    "ytick.major.width": 0.6,
}


@contextmanager
def style() -> Iterator[None]:
    """Draw and save in the house style; the settings before are restored at the end.

    Nothing of a user's own matplotlibrc counts. The font is the one that Matplotlib ships, so that
    every machine draws the same letters.
    """
    with plt.rc_context(), _legible_exponents():
        plt.rcdefaults()
        sns.set_theme("paper", "ticks", list(PALETTE.values()), font="DejaVu Sans", rc=_RC)
        yield


@contextmanager
def _legible_exponents() -> Iterator[None]:
    """Set exponents and subscripts larger than Matplotlib does; it has no option for that.

    Formulas laid out before are forgotten, lest their exponents remain.
    """
    before = _mathtext.SHRINK_FACTOR
    try:
        _set_exponents(_EXPONENT)
        yield
    finally:
        _set_exponents(before)


def _set_exponents(size: float) -> None:
    _mathtext.SHRINK_FACTOR = size
    mathtext.MathTextParser._parse_cached.cache_clear()  # type: ignore[attr-defined]


def mesh(table: pd.DataFrame, rows: str = "y", columns: str = "x") -> dict[str, np.ndarray]:
    """Return each column of a table over a grid as a matrix, rows and columns in rising order."""
    shape = table[rows].nunique(), table[columns].nunique()
    ordered = table.sort_values([rows, columns], kind="stable")
    return {name: ordered[name].to_numpy().reshape(shape) for name in table.columns}


def mark(axes: Axes, *coordinates: Any, nature: str, size: float = 36, **options: Any) -> None:
    """Mark points (two or three coordinates) with the house's symbol for their nature."""
    look = MARKS[nature] | {"edgecolors": "black", "linewidths": 0.7, "zorder": 10, "s": size}
    if len(coordinates) == 3:
        look["depthshade"] = False
    axes.scatter(*coordinates, **(look | options))


def surface(axes: Any, grid: dict[str, np.ndarray], height: str = "z", **options: Any) -> None:
    """Draw the surface over the columns x and y of a `mesh`, coloured by height.

    It is drawn as pixels also in PDF and SVG, where some thousand facets would be slow and show
    seams.
    """
    look = {"cmap": HEIGHT_COLOURS, "linewidth": 0.15, "edgecolor": (1, 1, 1, 0.35), "zorder": 1}
    axes.computed_zorder = False
    axes.plot_surface(
        grid["x"],
        grid["y"],
        grid[height],
        rstride=1,
        cstride=1,
        antialiased=True,
        rasterized=True,
        **(look | options),
    )


def space(
    axes: Any,
    elevation: float = 35,
    azimuth: float = -75,
    height: float = 0.6,
    zoom: float = 0.98,
    **labels: str,
) -> None:
    """Give axes in space their view, quiet panes and labels (x, y, z; default their names).

    `height` is the length of the vertical axis relative to the others. At the default view an
    observer sees the bottom of a bowl and both slopes of a saddle.
    """
    axes.view_init(elev=elevation, azim=azimuth)
    axes.set_box_aspect((1, 1, height), zoom=zoom)
    for name in ("x", "y", "z"):
        axis = getattr(axes, f"{name}axis")
        axis.set_pane_color((0.97, 0.97, 0.97))
        axis.line.set_linewidth(0.6)
        axis._axinfo["grid"].update(color=(0.85, 0.85, 0.85), linewidth=0.4)
        axis.set_tick_params(pad=-1 if name == "z" else -3)
        axis.labelpad = -6 if name == "z" else -8
        axis.set_label_text(labels.get(name, f"${name}$"))
        axis.set_major_locator(MaxNLocator(4, steps=[1, 2, 5, 10]))


def panel(axes: Any, letter: str, title: str = "") -> None:
    """Head a panel with its letter in bold and a title."""
    text = rf"$\bf{{{letter}}}$  {title}" if title else rf"$\bf{{{letter}}}$"
    if axes.name == "3d":  # set_title would stand off by the empty corners of the cube
        axes.text2D(0, 0.98, text, transform=axes.transAxes, va="top")
    else:
        axes.set_title(text, loc="left")


def legend_above(axes: Axes, **options: Any) -> None:
    """Put the legend on top of a panel, at its right, where it covers no data."""
    look = {"loc": "lower right", "bbox_to_anchor": (1, 1), "ncols": 3, "frameon": False}
    spaces = {"borderaxespad": 0.1, "columnspacing": 1.0, "handletextpad": 0.2}
    axes.legend(**(look | spaces | options))


def height_bar(axes: Axes, drawn: Any, label: str = "", **options: Any) -> None:
    """Put a colour bar beside a panel, of the panel's own height."""
    bar = axes.figure.colorbar(drawn, cax=axes.inset_axes((1.03, 0, 0.045, 1)), **options)
    bar.set_label(label)
    bar.outline.set_linewidth(0.6)
