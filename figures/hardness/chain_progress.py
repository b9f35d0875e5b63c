"""Progress on the chain against the lower bound, and queries by accuracy."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import NullFormatter

from provenscape.figures import (
    BLACK,
    BLUE,
    DOUBLE_COLUMN,
    GREEN,
    ORANGE,
    PURPLE,
    RED,
    SKY,
    panel,
)

ITEMS = ("O-83", "O-84", "O-98")
TITLE = "The chain on which no method finds more than one coordinate a query"
CAPTION = (
    "Methods on the chain of Carmon et al. (2020) from 0. (a) Coordinates found by query; none "
    "enters the shaded region. (b), (c) Queries until |∇f| ≤ ε by first- and second-order "
    "methods, L = Δ = 1; shaded, below the bounds ε^(−2)/1824, ε^(−3/2)/547. "
    "Queries a coordinate were to be steady within an eighth: that fails for adaptive cubic."
)
NOTES = (
    "A coordinate is found when it is beyond 1/2. Length {length:.0f} in (a), where until |∇f| ≤ 1 "
    "gradient descent asks for {queries_gradient_descent:.0f} points, heavy ball for "
    "{queries_heavy_ball:.0f}, Nesterov for {queries_Nesterov:.0f}, cubic regularization for "
    "{queries_cubic:.0f}, adaptive cubic for {queries_adaptive_cubic:.0f}, the trust region for "
    "{queries_trust_region:.0f}, which is the bound. Step 1/152, momentum 0.9, cubic constant "
    "2080, which the certified suprema allow. With step 1 descent asks for {with_step_one:.0f} "
    "points, and for {pushed_at_once:.0f} where all coordinates are pushed at once. ε is set by "
    "the length, which grows like ε^(−2) in (b) and like ε^(−3/2) in (c). All counts are within "
    "{off_line:.3f} of laws a + bT in the length T, with b = {each_gradient_descent:.1f} for "
    "descent, {each_heavy_ball:.2f} for heavy ball, {each_Nesterov:.2f} for Nesterov, "
    "{each_cubic:.1f} for cubic, {each_adaptive_cubic:.2f} for adaptive cubic, where queries a "
    "coordinate go from {each_first_adaptive_cubic:.2f} to {each_last_adaptive_cubic:.2f}, and "
    "{each_trust_region:.2f} for the trust region; the bound is 1. Exponents in 1/ε of what grows "
    "in a + bT^γ, with their range over all lengths but one: descent "
    "{exponent_gradient_descent:.2f} ({low_gradient_descent:.2f} to {high_gradient_descent:.2f}), "
    "heavy ball {exponent_heavy_ball:.2f} ({low_heavy_ball:.2f} to {high_heavy_ball:.2f}), "
    "Nesterov {exponent_Nesterov:.2f} ({low_Nesterov:.2f} to {high_Nesterov:.2f}), theory 2; "
    "cubic {exponent_cubic:.2f} ({low_cubic:.2f} to {high_cubic:.2f}), adaptive cubic "
    "{exponent_adaptive_cubic:.2f} ({low_adaptive_cubic:.2f} to {high_adaptive_cubic:.2f}), trust "
    "region {exponent_trust_region:.2f} ({low_trust_region:.2f} to {high_trust_region:.2f}), "
    "theory 3/2. Descent's and cubic's are below: their queries a coordinate still fall. The "
    "bounds hold for methods that stay in the span of what they are told, and, constants apart, "
    "for all."
)
ALT = (
    "Left, staircases of six methods below the line of one coordinate a query, the trust region "
    "on it; middle and right, points above a shaded region, and rising with its straight edge."
)
TABLES = {"progress": "chain_progress", "queries": "chain_queries"}
VALUES = "chain_values"

LOOKS = {
    "trust region": (RED, "D"),
    "adaptive cubic": (PURPLE, "v"),
    "cubic": (GREEN, "^"),
    "Nesterov": (ORANGE, "s"),
    "heavy ball": (SKY, "P"),
    "gradient descent": (BLUE, "o"),
}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, axes = plt.subplots(
        1, 3, figsize=(DOUBLE_COLUMN, 2.9), layout="constrained", width_ratios=(1.2, 1, 1)
    )
    found = axes[0]
    progress, queries = tables["progress"], tables["queries"]
    length, last = progress["found"].max(), progress["query"].max()
    top = 1.1 * length
    found.fill_between([1, length, 2 * last], [1, length, length], top, color="0.88", lw=0)
    found.plot([1, length], [1, length], color=BLACK, lw=0.9)
    for method, (colour, marker) in LOOKS.items():
        rows = progress[(progress["method"] == method) & (progress["found"] > 0)]
        found.step(rows["query"], rows["found"], where="post", color=colour, lw=1.1)
        counts = queries[queries["method"] == method]
        axes[counts["order"].iloc[0]].plot(
            counts["accuracy"], counts["queries"], marker, color=colour, ms=4, mfc="white",
            mew=0.9, label=method,
        )  # fmt: skip
    for order, power, places in ((1, "-2", (0.002, 0.005)), (2, "-3/2", (0.0005, 0.001, 0.003))):
        bound = queries[queries["order"] == order].drop_duplicates("length")
        axes[order].plot(
            bound["accuracy"], bound["length"], ("-", "--")[order - 1], color=BLACK, lw=0.9,
            label=f"bound, $\\varepsilon^{{{power}}}$",
        )  # fmt: skip
        axes[order].fill_between(bound["accuracy"], bound["length"], 1, color="0.88", lw=0)
        axes[order].set(xscale="log", yscale="log", xlabel="accuracy $\\varepsilon$")
        axes[order].set_xticks(places, [f"{place:g}" for place in places])
        axes[order].xaxis.set_minor_formatter(NullFormatter())
        axes[order].invert_xaxis()
    axes[1].set(ylabel="queries", ylim=(4, 2 * queries["queries"].max()))
    axes[2].set(ylim=axes[1].get_ylim())
    found.set(xscale="log", yscale="log", xlabel="query", ylabel="coordinates found")
    found.set(xlim=(1, 2 * last), ylim=(0.9, top))
    found.set_yticks([1, 2, 5, 10, 20, 50], ["1", "2", "5", "10", "20", "50"])
    found.minorticks_off()
    handles, labels = axes[1].get_legend_handles_labels()
    more = axes[2].get_legend_handles_labels()
    figure.legend(
        handles + more[0], labels + more[1], frameon=False, loc="outside lower center", ncols=4,
        handlelength=1.4,
    )  # fmt: skip
    panel(found, "a", "course")
    panel(axes[1], "b", "first order, by accuracy")
    panel(axes[2], "c", "second order")
    return figure
