"""Index of certified critical points against their loss, and what the candidates are."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import NullLocator

from provenscape.figures import DOUBLE_COLUMN, GREEN, GREY, ORANGE, PURPLE, SKY, panel

ITEMS = ("N-27", "N-28", "N-29", "L-03")
TITLE = "Critical points of a small network: index against loss, and candidates that are none"
CAPTION = (
    "A network with 51 parameters on three digits. (a) Index of certified critical points against "
    "their gap, 0 for the least loss known and 1 for the best constant: higher saddles have more "
    "directions down. (b) What is found, by where it was sought. (c) Share of descents at most so "
    "far above other starts."
)
NOTES = (
    "Weight decay 0.01, gradient descent with steps of 1. (a) {searched:.0f} landscapes; the axis "
    "is linear below 10⁻³, points are shifted at random by up to 0.3 upwards or downwards. "
    "Spearman's correlation {correlation:.2f} for those from the first 50 steps; of {saddles:.0f} "
    "saddles among them the share {saddles_near:.2f} is within 0.1 of the least. Index 8 at gap 1 "
    "is the constant output. (b) Damped Newton from the first 50 steps, from step 1000 to 10 000, "
    "and least ‖∇f‖ (Levenberg and Marquardt) from random weights; for descent itself what full "
    "Newton steps reach within 1/10. Flat: not critical and the gradient near the kernel of the "
    "Hessian. (c) {landscapes:.0f} landscapes, 1000 steps, against the least of three other "
    "starts; the line is at 0.02, the axis linear below 10⁻³."
)
ALT = (
    "Left, crosses of saddles rise with the gap to index eight at gap one, circles of minima below "
    "at index zero. Middle, five stacked bars. Right, two rising curves, that of four units at one "
    "long before that of one unit."
)
TABLES = {
    "candidates": "critical_candidates",
    "descents": "critical_descents",
    "shares": "critical_shares",
}
VALUES = "critical_values"

ORIGINS = {
    "descent": "descent,\n10 000 steps",
    "descent, 1000": "descent,\n1000 steps",
    "late trajectory": "Newton,\nlate",
    "trajectory": "Newton,\nearly",
    "random": "random\nweights",
}
KINDS = {
    "minimum": (SKY, "", "minimum"),
    "saddle": (ORANGE, "///", "saddle"),
    "gradient-flat": (PURPLE, "...", "flat"),
    "unfinished": (GREY, "xxx", "not critical"),
}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (scatter, bars, gaps) = plt.subplots(
        1, 3, figsize=(DOUBLE_COLUMN, 2.7), layout="constrained", width_ratios=(1, 1.25, 0.9)
    )
    table = tables["candidates"]
    there = ~table["origin"].str.startswith("descent") | (table["moved"] <= 0.1)
    known = table[table["kind"].isin(["minimum", "saddle"]) & there]
    shift = np.random.default_rng(0)
    for kind, marker in (("minimum", "o"), ("saddle", "X")):
        part = known[known["kind"] == kind]
        height = part["index"] + shift.uniform(-0.3, 0.3, len(part))
        scatter.scatter(part["gap"], height, s=12, marker=marker, color=KINDS[kind][0],
                        edgecolors="black", linewidths=0.3, label=kind)  # fmt: skip
    scatter.set(xlabel="gap", ylabel="index")
    scatter.set_xscale("symlog", linthresh=1e-3, linscale=0.4)
    scatter.set_xlim(-3e-4, 2)
    scatter.set_xticks([0, 1e-2, 1e-1, 1])
    scatter.set_yticks(range(0, 10, 2))
    scatter.legend(frameon=False, loc="upper left")
    left = np.zeros(len(ORIGINS))
    wide = tables["shares"].pivot(index="origin", columns="kind", values="share").fillna(0)
    for kind, (colour, hatch, label) in KINDS.items():
        if kind in wide:
            width = wide[kind].reindex(list(ORIGINS)).to_numpy()
            bars.barh(range(len(ORIGINS)), width, 0.65, left, color=colour, hatch=hatch,
                      edgecolor="white", lw=0.5, label=label)  # fmt: skip
            left += width
    bars.set_yticks(range(len(ORIGINS)), list(ORIGINS.values()))
    bars.invert_yaxis()
    bars.set(xlabel="share of candidates", xlim=(0, 1))
    for units, colour, dashes in ((4, SKY, "-"), (1, GREEN, (0, (4, 1.5)))):
        part = tables["descents"].query("start == 0 and units == @units")
        gaps.ecdf(part["gap"], color=colour, ls=dashes, label=f"{units} unit" + "s" * (units > 1))
    gaps.axvline(0.02, color=GREY, lw=0.8)
    gaps.set(xlabel="gap to other starts", ylabel="share", ylim=(0, 1.02))
    gaps.set_xscale("symlog", linthresh=1e-3, linscale=0.4)
    gaps.set_xticks([-1e-1, 0, 1e-1])
    gaps.xaxis.set_minor_locator(NullLocator())
    gaps.legend(frameon=False, loc="upper left", handlelength=1.2)
    figure.legend(*bars.get_legend_handles_labels(), loc="outside lower center", ncols=4,
                  frameon=False)  # fmt: skip
    panel(scatter, "a", "index and loss")
    panel(bars, "b", "candidates")
    panel(gaps, "c", "descents")
    return figure
