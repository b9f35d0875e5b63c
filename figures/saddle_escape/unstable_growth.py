"""Growth of the unstable component under each method."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import (
    BLUE,
    BROWN,
    DOUBLE_COLUMN,
    GREEN,
    ORANGE,
    PURPLE,
    RED,
    panel,
)

ITEMS = ("L-30", "L-33", "L-35", "L-38", "O-33")
TITLE = "Growth of the unstable component near x² − y² for each method"
CAPTION = (
    "The component y along the negative curvature of x² − y², η = 1/16. (a) Runs from 10⁻⁶ at rest "
    "(points) and exact solutions (lines): all grow by a constant factor at last but Adam, which "
    "moves by about η a step. (b) First step with |y| ≥ 1 by start: a logarithm for all but Adam."
)
NOTES = (
    "(a) Of noisy descent (σ = 10⁻⁶) the root mean square; momentum (β = 0.9) grows by a larger "
    "factor; warm-up of 40 steps only delays; curves end at 300. (b) Adam's steps do not depend on "
    "the size of the gradient as long as it exceeds its ε, here 10⁻¹². From y = 0 exactly, none of "
    "them but noisy descent ever moves along y."
)
ALT = (
    "Left, growth curves on a logarithmic scale, straight for five methods and flattening early "
    "for Adam; right, steps against start, five rising lines and a flat one for Adam."
)
TABLES = {"growth": "unstable_growth", "times": "growth_times"}

METHODS = {
    "gradient descent": (BLUE, "o"),
    "warm-up": (BROWN, "v"),
    "noisy descent": (GREEN, "D"),
    "heavy ball": (ORANGE, "s"),
    "Nesterov": (PURPLE, "^"),
    "Adam": (RED, "X"),
}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (growth, times) = plt.subplots(
        1, 2, figsize=(DOUBLE_COLUMN, 3.0), layout="constrained", width_ratios=(1.25, 1)
    )
    for offset, (method, (colour, marker)) in enumerate(METHODS.items()):
        curve = tables["growth"].query("size < 300")
        curve = curve[curve["method"] == method]
        growth.semilogy(curve["step"], curve["exact"], color=colour, lw=1.0)
        every = curve.iloc[offset::8] if method != "Adam" else curve.iloc[1::8]
        growth.semilogy(every["step"], every["size"], marker, ms=3.5, color=colour, label=method)
        row = tables["times"][tables["times"]["method"] == method]
        times.semilogx(row["start"], row["steps"], marker=marker, ms=3.5, lw=0.8, color=colour)
    growth.axhline(1, color="black", lw=0.6, ls=(0, (1, 2)))
    growth.set(xlabel="step $t$", ylabel="$|y_t|$", ylim=(3e-7, 3e2), xlim=(-2, 122))
    handles = growth.get_legend_handles_labels()
    figure.legend(*handles, frameon=False, loc="outside lower center", ncols=3, handletextpad=0.1)
    times.set(xlabel="start $y_0$", ylabel="first step with $|y|\\geq 1$", ylim=(0, None))
    panel(growth, "a", "unstable component from $10^{-6}$")
    panel(times, "b", "steps to leave")
    return figure
