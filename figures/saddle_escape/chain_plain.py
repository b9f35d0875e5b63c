"""Exponential against polynomial: plain and perturbed descent on a chain of saddles."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREEN, ORANGE, panel

ITEMS = ("N-37", "O-05", "O-88")
TITLE = "A chain of strict saddles: exponential for plain, linear for perturbed descent"
CAPTION = (
    "The chain of strict saddles of Du et al. (2017). (a) Median steps until saddle i is left, "
    "with quartiles: plain gradient descent (filled) multiplies, perturbed (hollow) adds. (b) "
    "Ratio of the medians of plain descent from one saddle to the next, and its limit 1 + κ "
    "(lines). A single saddle costs either method the same few steps."
)
NOTES = (
    "Each saddle is met on leaving the one before, and while a coordinate leaves, the later ones "
    "are pressed towards their own saddles. κ = −log(1 − 2ηL)/log(1 + 2ηγ); the number S_i of "
    "every single run obeys S_(i+1) = (1 + κ) S_i + log(τ/|x_(i+1)(0)|)/log(1 + 2ηγ) up to a "
    "bounded number of steps. It is the chain that is exponential, not the saddle."
)
ALT = (
    "Left, on a logarithmic scale, three rising straight lines for plain descent and three that "
    "flatten for perturbed descent; right, ratios that approach horizontal lines."
)
TABLES = {"steps": "chain_steps", "rates": "chain_rates"}

FAMILIES = {
    "equal curvatures, step 1/8": (BLUE, "o", "$\\gamma=L$, $\\eta=1/8$"),
    "equal curvatures, step 1/4": (ORANGE, "s", "$\\gamma=L$, $\\eta=1/4$"),
    "repulsion twice attraction, step 1/10": (GREEN, "^", "$\\gamma=2L$, $\\eta=1/10$"),
}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (steps, rates) = plt.subplots(
        1, 2, figsize=(DOUBLE_COLUMN, 2.9), layout="constrained", width_ratios=(1.4, 1)
    )
    for shift, (family, (colour, marker, label)) in enumerate(FAMILIES.items()):
        for method, face in (("plain", colour), ("perturbed", "white")):
            row = tables["steps"].query(f"family == '{family}' and method == '{method}'")
            bars = [row["median"] - row["low"], row["high"] - row["median"]]
            steps.errorbar(
                row["saddle"] + 0.08 * (shift - 1),
                row["median"],
                bars,
                color=colour,
                marker=marker,
                mfc=face,
                ms=4,
                lw=0.8,
                ls="-" if method == "plain" else ":",
                label=f"{label}, {method}",
            )
        ratio = tables["rates"].query(f"family == '{family}' and method == 'plain'")
        rates.axhline(ratio["limit"].iloc[0], color=colour, lw=0.8)
        rates.plot(ratio["saddle"], ratio["ratio"], marker, color=colour, ms=4)
        limit = ratio["limit"].iloc[0]
        rates.text(8.2, limit - 0.05, f"$1+\\kappa={limit:.2f}$", ha="right", va="top")
    steps.set(xlabel="saddle $i$", ylabel="steps until it is left", yscale="log", ylim=(4, 3e3))
    handles = steps.get_legend_handles_labels()
    figure.legend(*handles, frameon=False, loc="outside lower center", ncols=3)
    rates.set(xlabel="saddle $i$", ylabel="steps to $i$ / to $i-1$", ylim=(1, 4.2), xlim=(1.6, 8.4))
    panel(steps, "a", "steps to leave saddle $i$")
    panel(rates, "b", "ratio, plain descent")
    return figure
