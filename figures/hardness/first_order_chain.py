"""First-order methods on the chain with a Lipschitz Hessian, against the certified bound."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import NullFormatter

from provenscape.figures import BLACK, BLUE, DOUBLE_COLUMN, ORANGE, SKY, panel

ITEMS = ("O-98",)
TITLE = "First-order methods need many gradients although the Hessian is Lipschitz too"
CAPTION = (
    "First-order methods from 0 on the chain of Carmon, Duchi, Hinder & Sidford (2021). (a) "
    "Coordinates found by query; none enters the shaded region. (b) Queries until |∇f| ≤ ε, "
    "gradient and Hessian 1-Lipschitz, Δ = 1; shaded, below the certified bound, which is of order "
    "ε^(−12/7). Dotted: ε^(−2)/1824, with a Lipschitz gradient alone."
)
NOTES = (
    "A coordinate is found when it is not 0. (a) µ = {drawn_mu:g}, length {drawn_length:.0f}. (b) "
    "One µ for each ε, down to {longest_mu:g}, and the greatest length with Δ = 1, up to "
    "{longest:.0f}. Queries are never fewer than {least_ratio:.2f} times the length; while the "
    "last two coordinates are 0 the gradient is never below {least:.2f} times the proved "
    "µ^(3/4)/4. Between the two longest the bound has the slope {slope_of_bound:.2f}; it goes to "
    "12/7 = 1.71 as µ falls. From ½ everywhere, where all coordinates are pushed at once, descent "
    "asks for {from_one_half:.0f} points on the longest. Step 1/(4 + 181µ), momentum 0.9. The "
    "bound holds for methods that move along coordinates they were told of."
)
ALT = (
    "Left, three staircases below the line of one coordinate a query; right, three rows of marks "
    "that rise above a shaded region as ε falls, and a dotted line."
)
TABLES = {"queries": "first_order_queries", "progress": "first_order_progress"}
VALUES = "first_order_values"

LOOKS = {"Nesterov": (ORANGE, "s"), "heavy ball": (SKY, "P"), "descent": (BLUE, "o")}
LINES = {"Nesterov": "-", "heavy ball": "--", "descent": "-."}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (course, counts) = plt.subplots(
        1, 2, figsize=(DOUBLE_COLUMN, 2.9), layout="constrained"
    )
    queries, progress = tables["queries"], tables["progress"]
    length, last = progress["found"].max(), progress["query"].max()
    top = 1.2 * length
    course.fill_between([1, length, 2 * last], [1, length, length], top, color="0.88", lw=0)
    course.plot([1, length], [1, length], color=BLACK, lw=0.9)
    for method, (colour, marker) in LOOKS.items():
        rows = progress[(progress["method"] == method) & (progress["found"] > 0)]
        course.step(
            rows["query"], rows["found"], LINES[method], where="post", color=colour, lw=1.1,
            label=method,
        )  # fmt: skip
        made = queries[queries["method"] == method]
        counts.plot(
            made["accuracy"], made["queries"], marker, color=colour, ms=4, mfc="white", mew=0.9,
            label=method,
        )  # fmt: skip
    bound = queries.drop_duplicates("mu")
    counts.fill_between(bound["accuracy"], bound["length"], 1, color="0.88", lw=0)
    counts.plot(bound["accuracy"], bound["length"], color=BLACK, lw=0.9, label="bound")
    counts.plot(
        bound["accuracy"], bound["accuracy"] ** -2 / 1824, ":", color=BLACK, lw=1.1,
        label="gradient alone",
    )  # fmt: skip
    course.set(xscale="log", yscale="log", xlabel="query", ylabel="coordinates found")
    course.set(xlim=(1, 2 * last), ylim=(0.9, top))
    counts.set(xscale="log", yscale="log", xlabel="accuracy $\\varepsilon$", ylabel="queries")
    counts.set_ylim(5, None)
    counts.set_xticks([2e-3, 1e-3, 5e-4, 2e-4], ["0.002", "0.001", "0.0005", "0.0002"])
    counts.xaxis.set_minor_formatter(NullFormatter())
    counts.invert_xaxis()
    course.legend(frameon=False, loc="lower right")
    counts.legend(frameon=False, loc="upper left")
    panel(course, "a", "course")
    panel(counts, "b", "by accuracy")
    return figure
