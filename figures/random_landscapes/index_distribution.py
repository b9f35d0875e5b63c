"""How many eigenvalues are negative: independent signs against Gaussian matrices."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREY, ORANGE, panel

ITEMS = ("N-24", "N-26", "N-99")
TITLE = "The index of a random symmetric matrix: binomial or not"
CAPTION = (
    "Probability of k negative eigenvalues of n. Bars: independent signs, C(n, k)/2ⁿ. Dots: GOE, "
    "exact. Crosses: equal variances of all entries, sampled. (a–c) Eigenvalues repel each other, "
    "so that about half of them are negative far more surely than with signs. (d) Variance of k: "
    "n/4 for signs; for the GOE it grows like log(n)/π² (dashed)."
)
NOTES = (
    "GOE: closed forms in √2 and 1/π for n ≤ 8, ball arithmetic beyond. For n = 32, at most two "
    "more or fewer than half with probability {goe_near_half:.4f} for the GOE and "
    "{signs_near_half:.4f} for signs. (d) Exact up to n = 48; the dashed line is put through the "
    "last point: {goe_variance_48:.3f} at n = 48, where signs have 12."
)
ALT = (
    "Three bar charts in which the distribution of the Gaussian matrices is much narrower than the "
    "binomial one, and a plot of variances: a steep line and a nearly flat one."
)
TABLES = {"index": "index_distribution", "variance": "index_variance"}
VALUES = "index_values"

DIMENSIONS = (4, 8, 32)


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, panels = plt.subplots(1, 4, figsize=(DOUBLE_COLUMN, 2.3), layout="constrained")
    index = tables["index"]
    exact = index[index["method"] != "Monte Carlo"]
    for axes, n, letter in zip(panels, DIMENSIONS, "abc", strict=False):
        signs = exact[(exact["ensemble"] == "signs") & (exact["n"] == n)]
        goe = exact[(exact["ensemble"] == "goe") & (exact["n"] == n)]
        equal = index[(index["ensemble"] == "equal_variance") & (index["n"] == n)]
        axes.bar(signs["index"], signs["probability"], 0.8, color=GREY, alpha=0.5, label="signs")
        axes.plot(goe["index"], goe["probability"], "o", color=BLUE, ms=3.5, label="GOE")
        axes.vlines(goe["index"], 0, goe["probability"], color=BLUE, lw=1.0)
        axes.plot(
            equal["index"],
            equal["probability"],
            "x",
            color=ORANGE,
            ms=4,
            mew=0.9,
            label="equal variances",
        )
        axes.set(xlabel="index $k$", ylim=(0, 0.76))
        axes.set_xticks(range(0, n + 1, max(1, n // 8)))
        panel(axes, letter, f"$n={n}$")
    panels[2].set_xlim(7.5, 24.5)
    panels[0].set_ylabel("probability")
    spread, variance = panels[3], tables["variance"]
    for name, colour, marker in (("signs", GREY, "s"), ("goe", BLUE, "o")):
        rows = variance[variance["ensemble"] == name]
        spread.loglog(rows["n"], rows["variance"], marker, color=colour, ms=3.5)
        spread.plot(rows["n"], rows["shifted"], color=colour, lw=1.0, ls="--")
    spread.set(xlabel="$n$", ylabel="variance of $k$")
    spread.set_xticks([1, 2, 4, 8, 16, 32], ["1", "2", "4", "8", "16", "32"])
    spread.set_xticks([], minor=True)
    spread.text(9, 4.2, "signs", color="black", fontsize=7, ha="right")
    spread.text(20, 0.36, "GOE", color="black", fontsize=7)
    panel(spread, "d", "spread")
    handles, labels = panels[0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside lower center", ncols=3, frameon=False)
    return figure
