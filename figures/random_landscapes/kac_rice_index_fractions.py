"""Fractions of critical points by index: Kac–Rice against independent signs and the GOE."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREEN, GREY, RED, panel

ITEMS = ("N-24", "N-25", "N-26", "N-100", "N-101")
TITLE = "What replaces C(n, k)/2ⁿ at the critical points of random functions"
CAPTION = (
    "Random functions of n variables. (a) Mean number of minima over mean number of critical "
    "points, by Kac–Rice; 2⁻ⁿ of independent signs; and the probability that a GOE matrix is "
    "positive definite, which is not that of a critical point. All fall at least exponentially, "
    "but only signs like 2⁻ⁿ. (b) Index at n = 12: nearly binomial for fields."
)
NOTES = (
    "(a) Isotropic Gaussian fields (dots: exact; hollow squares: Monte Carlo, two standard "
    "errors), where log(share)/n tends to −1; the spherical 3-spin glass on the n-sphere, where it "
    "tends to −1/3; GOE, falling like exp(−n² (log 3)/4). For the fields the share is "
    "{minima_3:.4f} instead of 0.125 at n = 3, {minima_24:.2e} instead of {signs_24:.2e} at n = "
    "24. Ratios of means are not means of ratios. (b) Variance {spread_12:.3f} n for fields "
    "against n/4 for signs, a difference that figure random_fields (c) shows; the GOE is "
    "concentrated at n/2."
)
ALT = (
    "Four falling curves on a log scale, GOE steepest and spin glass flattest; three index "
    "distributions around six, the GOE's the narrowest."
)
TABLES = {"fractions": "field_fractions", "growth": "spin_glass_growth"}
VALUES = "random_fields_values"


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (minima, index) = plt.subplots(
        1, 2, figsize=(DOUBLE_COLUMN, 2.7), layout="constrained", width_ratios=(1.2, 1)
    )
    fractions = tables["fractions"]
    lowest = fractions.query("index == 0 and n > 1")
    glass = tables["growth"]
    exact = lowest[lowest["route"].isin(["closed form", "Pfaffian"])]
    signs = lowest[lowest["route"] == "independent signs"]
    goe = lowest[lowest["route"] == "GOE"]
    sampled = lowest[lowest["route"] == "Monte Carlo"]
    minima.plot(glass["N"] - 1, glass["share"], "-D", ms=3.5, color=GREEN, label="3-spin glass")
    minima.plot(signs["n"], signs["fraction"], "--", color=GREY, label="signs, $2^{-n}$")
    minima.plot(exact["n"], exact["fraction"], "-o", ms=3.5, color=BLUE, label="isotropic field")
    minima.errorbar(
        sampled["n"],
        sampled["fraction"],
        2 * sampled["error"],
        fmt="s",
        ms=3.5,
        mfc="white",
        color=BLUE,
        lw=1,
        zorder=5,
    )
    minima.plot(goe["n"], goe["fraction"], ":^", ms=3.5, color=RED, label="GOE matrix")
    minima.set(yscale="log", xlabel="dimension $n$", ylabel="share of minima", xlim=(0, 42))
    minima.legend(frameon=False, loc="upper right")
    panel(minima, "a", "all eigenvalues positive")
    looks = {
        "Pfaffian": (BLUE, "o-", "isotropic field"),
        "independent signs": (GREY, "s--", "signs, $C(n, k)/2^n$"),
        "GOE": (RED, "^:", "GOE matrix"),
    }
    twelve = fractions.query("n == 12")
    for route, (colour, line, label) in looks.items():
        rows = twelve[twelve["route"] == route]
        index.plot(rows["index"], rows["fraction"], line, ms=3.5, color=colour, label=label)
    index.set(xlabel="negative eigenvalues $k$", ylabel="share", xticks=range(0, 13, 2))
    index.legend(frameon=False, loc="upper left", bbox_to_anchor=(-0.02, 1.02))
    panel(index, "b", "index at $n = 12$")
    return figure
