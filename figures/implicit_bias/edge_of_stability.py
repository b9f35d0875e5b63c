"""The edge of stability: sharpness along descent with constant step."""

from typing import Any

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREEN, GREY, ORANGE, panel

ITEMS = ("O-65", "N-70")
TITLE = "Sharpness along gradient descent against 2/η"
CAPTION = (
    "Full-batch descent with step η on 192 digits, and batches of 8. (a) λ_max, each line the mean "
    "of {replicas:.0f} runs with the band from least to greatest; dashed: 2/η. With η = 3/10 it "
    "rises to 2/η, with 2/5 it starts there, and stays; with 1/5 it still rises. Batches of 8 stay "
    "below. (b) Training loss."
)
NOTES = (
    "tanh networks 64–32–32–10, squared loss. Mean of λ_max η/2 over the last two looks with "
    "η = 3/10: {ratio_192_30:.3f}, with batches of 8 {ratio_8_30:.2f}. How sharp a solution of "
    "full-batch descent is, says its step (Cohen et al. 2021). λ_max: largest Ritz value of 16 "
    "Lanczos steps, residuals at most {residual:.0%} of it; mean at the start {start:.1f}."
)
ALT = (
    "Left, three sharpness curves and their horizontal dashed lines: one rises to its line, one "
    "begins at it, one is still below; a fourth, with small batches, stays at half its line. "
    "Right, losses that fall, on a logarithmic axis."
)
TABLES = {"course": "edge_of_stability"}
VALUES = "edge_values"

STEPS = {0.2: (BLUE, "^", "1/5"), 0.3: (ORANGE, "o", "3/10"), 0.4: (GREEN, "D", "2/5")}
WHOLE = 192


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, axes = plt.subplots(1, 2, figsize=(DOUBLE_COLUMN, 2.6), layout="constrained")
    for (batch, eta), rows in tables["course"].groupby(["batch", "eta"], sort=False):
        colour, marker, name = STEPS[eta]
        label = rf"$\eta={name}$" + ("" if batch == WHOLE else f", batches of {batch}")
        look: dict[str, Any] = {"color": colour, "marker": marker, "label": label}
        if batch != WHOLE:
            look |= {"color": GREY, "marker": "s", "mfc": "white"}
        for place, quantity in zip(axes, ("lambda_max", "loss"), strict=True):
            _band(place, rows, quantity, look)
        if batch == WHOLE:
            axes[0].axhline(2 / eta, color=colour, ls=(0, (4, 1.5)), lw=1)
    axes[0].set(xlabel="step", ylabel=r"$\lambda_{\max}$", ylim=(0, 11.5))
    axes[1].set(xlabel="step", ylabel="training loss", yscale="log")
    panel(axes[0], "a", r"sharpness, and $2/\eta$ (dashed)")
    panel(axes[1], "b", "training loss")
    figure.legend(
        *axes[0].get_legend_handles_labels(), loc="outside lower center", ncols=4, frameon=False
    )
    return figure


def _band(axes: Axes, rows: pd.DataFrame, quantity: str, look: dict[str, Any]) -> None:
    by = rows.groupby("step")[quantity]
    low, middle, high = by.min(), by.mean(), by.max()
    axes.fill_between(low.index, low, high, color=look["color"], alpha=0.15, lw=0)
    axes.plot(middle.index, middle, ms=3.5, **look)
