"""Where gradient descent ends on the double well, by start and step size."""

from itertools import pairwise

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLACK, BLUE, DOUBLE_COLUMN, GREEN, GREY, ORANGE

ITEMS = ("E-47", "N-36")
TITLE = "Limits of gradient descent on the double well, by start and step size"
CAPTION = (
    "Where gradient descent on x₁⁴ − 2x₁² + x₂² from (x₁, 1/10) ends, by start and step size; "
    "symbols: computed runs. The saddle is the limit only on the axis and on countably many curves "
    "(dashed, the outermost), without area at any step size. Of {random_trials} random starts with "
    "η = 1/16, {random_at_saddle} end at the saddle."
)
NOTES = (
    "Shading: exact edges. Only a start some iterate of which is x₁ = 0 has the saddle as its "
    "limit; the dashed curves reach it in one to four steps, the first is x₁² = 1 + 1/(4η). They "
    "bound the stripes in which the sides are exchanged. Dotted: η = 1/8, that is 1/L for the "
    "curvature L = 8 of the minima, and η = 1/4 = 2/L, beyond which the minima repel too and runs "
    "stay bounded without a limit, up to η = 1/2, beyond which almost all diverge. Solid: starts "
    "beyond x₁² = 1 + 1/(2η) diverge. Fates are read after 2000 steps; random starts are uniform "
    "in the square of side 4."
)
ALT = (
    "A map over start and step size: two plain halves for small steps, stripes that interleave "
    "near the outer edges, an area without limit for large steps, and divergence outside."
)
TABLES = {"basins": "basins", "curves": "basin_curves"}
VALUES = "basin_values"

ENDS = {
    "left minimum": ("left minimum", BLUE, "<"),
    "right minimum": ("right minimum", ORANGE, ">"),
    "bounded": ("bounded, no limit", GREEN, "."),
    "diverges": ("diverges", GREY, "x"),
}
ONTO = ("onto saddle", "onto saddle in 2", "onto saddle in 3", "onto saddle in 4")
LABEL = {"facecolor": "white", "edgecolor": "none", "pad": 1.5}
ATTRACTS, BOUNDED, TOP = 1 / 4, 1 / 2, 0.6


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, axes = plt.subplots(figsize=(DOUBLE_COLUMN, 3.5), layout="constrained")
    right = tables["curves"].query("x > 0").pivot(index="eta", columns="curve", values="x")
    eta = right.index.to_numpy()
    _shade(axes, eta, right)
    for name, (label, colour, marker) in ENDS.items():
        x, y = _places(tables["basins"], name)
        axes.scatter(x, y, 7, color=colour, marker=marker, linewidths=0.6, label=label)
    for side in (-1, 1):
        first = "mapped onto the saddle" if side > 0 else None
        axes.plot(side * right["divergence"], eta, color=BLACK, lw=1.1)
        for name in ONTO:
            shown = eta <= (TOP if name == ONTO[0] else ATTRACTS)
            axes.plot(
                side * right[name][shown], eta[shown], color=BLACK, ls=(0, (4, 2)), lw=0.8,
                label=first if name == ONTO[0] else None,
            )  # fmt: skip
    axes.axvline(0, color=BLACK, ls=(0, (4, 2)), lw=0.8)
    for height in (1 / 8, ATTRACTS):
        axes.axhline(height, color=BLACK, ls=":", lw=0.9)
    marked = axes.secondary_yaxis("right")
    marked.set_yticks([1 / 8, ATTRACTS, BOUNDED], ["$1/L$", "$2/L$", "$4/L$"])
    axes.text(1.52, 0.41, "$x_1^2=1+1/(2\\eta)$", va="bottom", bbox=LABEL)
    axes.text(1.12, 0.41, "$x_1^2=1+1/(4\\eta)$", va="bottom", ha="right", bbox=LABEL)
    axes.set(xlabel="start $x_1$", ylabel="step size $\\eta$", xlim=(-2.5, 2.5), ylim=(0, TOP))
    axes.set_yticks([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6])
    figure.legend(loc="outside upper center", ncols=3, frameon=False, handletextpad=0.3)
    return figure


def _shade(axes: plt.Axes, eta: np.ndarray, right: pd.DataFrame) -> None:
    """Tint the stripes between the curves, alternately, and what diverges or has no limit."""
    low = eta <= ATTRACTS
    stripes = [0 * eta, *(right[name].to_numpy() for name in ONTO)]
    for side, colours in ((1, (ORANGE, BLUE)), (-1, (BLUE, ORANGE))):
        for k, (inner, outer) in enumerate(pairwise(stripes)):
            tint = {"color": colours[k % 2], "alpha": 0.22, "lw": 0}
            axes.fill_betweenx(eta[low], side * inner[low], side * outer[low], **tint)
            if k == 0:
                axes.fill_between((0, 2.5 * side), 0, eta[0], **tint)
        middle = (eta >= ATTRACTS) & (eta <= BOUNDED)
        edge = side * right["divergence"].to_numpy()
        axes.fill_betweenx(eta[middle], 0, edge[middle], color=GREEN, alpha=0.15, lw=0)
        axes.fill_betweenx(eta, edge, 2.6 * side, color=GREY, alpha=0.3, lw=0)
        high = eta > BOUNDED - 1e-9
        axes.fill_betweenx(eta[high], 0, edge[high], color=GREY, alpha=0.3, lw=0)


def _places(basins: pd.DataFrame, end: str) -> tuple[pd.Series, pd.Series]:
    """Every second start and step size whose run ends there."""
    row, column = basins["eta"].rank(method="dense"), basins["x"].rank(method="dense")
    kept = basins[(row % 2 == 1) & (column % 2 == 1) & (basins["end"] == end)]
    return kept["x"], kept["eta"]
