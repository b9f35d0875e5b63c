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
    "Methods on the chain of Carmon, Duchi, Hinder & Sidford from 0. (a) Coordinates found by "
    "query; none enters the shaded region. (b) Queries until |∇f| ≤ ε, on growing chains, for "
    "L = Δ = 1: first-order methods with Lipschitz gradient, second-order with Lipschitz "
    "Hessian; lines: the lower bounds ε^(−2)/1824 and ε^(−3/2)/547."
)
NOTES = (
    "A coordinate is found when it is beyond 1/2. Length {length:.0f} in (a), where until |∇f| ≤ 1 "
    "gradient descent asks for {queries_gradient_descent:.0f} points, heavy ball for "
    "{queries_heavy_ball:.0f}, Nesterov for {queries_Nesterov:.0f}, cubic regularization for "
    "{queries_cubic:.0f}, adaptive cubic for {queries_adaptive_cubic:.0f}, the trust region for "
    "{queries_trust_region:.0f}, which is the bound. Step 1/152, momentum 0.9, cubic constant "
    "2080, which the certified suprema allow. On a chain pushed all at once descent asks for "
    "{pushed_at_once:.0f}. With ε the length grows like ε^(−2) or ε^(−3/2), so that the same runs "
    "are problems of the two classes; the bounds hold for methods that stay in the span of what "
    "they are told, and, constants apart, for all."
)
ALT = (
    "Left, staircases of six methods below the line of one coordinate a query, the trust region "
    "on it; right, points on lines parallel to two lower bounds of slopes two and three halves."
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
    figure, (found, accuracy) = plt.subplots(
        1, 2, figsize=(DOUBLE_COLUMN, 2.8), layout="constrained", width_ratios=(1, 1.15)
    )
    progress, queries = tables["progress"], tables["queries"]
    length, last = queries["length"].max(), progress["query"].max()
    top = 1.1 * length
    found.fill_between([1, length, 2 * last], [1, length, length], top, color="0.88", lw=0)
    found.plot([1, length], [1, length], color=BLACK, lw=0.9)
    for method, (colour, marker) in LOOKS.items():
        rows = progress[(progress["method"] == method) & (progress["found"] > 0)]
        found.step(rows["query"], rows["found"], where="post", color=colour, lw=1.1)
        counts = queries[queries["method"] == method]
        accuracy.plot(
            counts["accuracy"], counts["queries"], marker, color=colour, ms=4, mfc="white",
            mew=0.9, label=method,
        )  # fmt: skip
    for order, style in ((1, "-"), (2, "--")):
        bound = queries[queries["order"] == order].drop_duplicates("length")
        power = "-2" if order == 1 else "-3/2"
        accuracy.plot(
            bound["accuracy"], bound["length"], style, color=BLACK, lw=0.9,
            label=f"bound, $\\varepsilon^{{{power}}}$",
        )  # fmt: skip
    found.set(xscale="log", yscale="log", xlabel="query", ylabel="coordinates found")
    found.set(xlim=(1, 2 * last), ylim=(0.9, top))
    found.set_yticks([1, 2, 5, 10, 20, 50], ["1", "2", "5", "10", "20", "50"])
    found.minorticks_off()
    accuracy.set(
        xscale="log", yscale="log", xlabel="accuracy $\\varepsilon$", ylabel="queries",
    )  # fmt: skip
    accuracy.set_xticks([0.001, 0.002, 0.005], ["0.001", "0.002", "0.005"])
    accuracy.xaxis.set_minor_formatter(NullFormatter())
    accuracy.legend(
        frameon=False, loc="center left", bbox_to_anchor=(1, 0.5), handlelength=1.4,
        borderaxespad=0.2,
    )  # fmt: skip
    panel(found, "a", "course")
    panel(accuracy, "b", "queries by accuracy")
    return figure
