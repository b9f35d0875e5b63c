"""Steps against the accuracy: bounds, slopes that attain their orders, and a double well."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREEN, GREY, ORANGE, panel

ITEMS = ("O-76", "O-77", "O-79", "O-84", "O-92")
TITLE = "Steps to an approximate second-order point against the accuracy"
CAPTION = (
    "(a) On slopes, with L = M = Δ = 1: steps measured (points) and proved bounds (lines), of "
    "order ε⁻² for descent and ε^(−3/2) for cubic regularisation and a trust region. Shaded: "
    "below the lower bound of any second-order method in high dimension. (b) On the double "
    "well, medians and quartiles: logarithms and less."
)
NOTES = (
    "(a) One slope for each ε, of gradient ε and height nearly 1; the bounds are 2LΔ/ε², 12√M "
    "Δ/ε^(3/2) and 5.51√M Δ/ε^(3/2), the trust region's radius is fixed at √(2ε/(3M)). The edge "
    "of the shaded region is √M Δ/(12√2080 ε^(3/2)), from the chain of Carmon, Duchi, Hinder & "
    "Sidford; on the line fewer queries are enough. (b) Random starts; here the trust region "
    "adapts its radius. What a step costs is not counted."
)
ALT = (
    "Left, three straight lines of points on logarithmic scales, each below its dashed line, "
    "the steepest for descent; right, one line rising evenly and two that are nearly flat."
)
TABLES = {"worst": "iteration_bounds", "typical": "iteration_typical"}

METHODS = {
    "descent": ("descent", BLUE, "o"),
    "cubic": ("cubic regularisation", ORANGE, "s"),
    "trust region": ("trust region", GREEN, "D"),
}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (worst, typical) = plt.subplots(
        1, 2, figsize=(DOUBLE_COLUMN, 3.0), layout="constrained"
    )
    for method, (label, colour, marker) in METHODS.items():
        rows = tables["worst"][tables["worst"]["method"] == method]
        worst.loglog(rows["epsilon"], rows["steps"], marker, ms=3.5, color=colour, label=label)
        worst.loglog(rows["epsilon"], rows["bound"], ls="--", lw=0.9, color=colour)
        rows = tables["typical"][tables["typical"]["method"] == method]
        typical.semilogx(
            rows["epsilon"], rows["median"], marker=marker, ms=3.5, color=colour, lw=0.8
        )
        typical.fill_between(
            rows["epsilon"], rows["low"], rows["high"], color=colour, alpha=0.2, lw=0
        )
    lower = tables["worst"][tables["worst"]["method"] == "cubic"]
    worst.fill_between(lower["epsilon"], 0.1, lower["lower"], color=GREY, alpha=0.35, lw=0)
    for axis, steps in ((worst, "steps"), (typical, "steps")):
        axis.invert_xaxis()
        axis.set(xlabel="accuracy $\\varepsilon$", ylabel=steps)
    worst.set_ylim(0.1, None)
    typical.set_ylim(0, None)
    handles = worst.get_legend_handles_labels()
    figure.legend(*handles, frameon=False, loc="outside lower center", ncols=3, handletextpad=0.3)
    panel(worst, "a", "slopes: measured and proved")
    panel(typical, "b", "the double well")
    return figure
