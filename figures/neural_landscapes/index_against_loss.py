"""Index of certified critical points against their loss, and what the candidates are."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import DOUBLE_COLUMN, GREEN, GREY, ORANGE, PURPLE, SKY, panel

ITEMS = ("N-27", "N-28", "N-29", "L-03")
TITLE = "Critical points of a small network: index against loss, and candidates that are none"
CAPTION = (
    "A network with 51 parameters on three digits. (a) Index of certified critical points against "
    "their gap, 0 for the least loss known and 1 for the best constant: higher saddles have more "
    "directions down. (b) What candidates are, by where they were sought. (c) Gaps of minima "
    "reached by descent, sorted."
)
NOTES = (
    "Weight decay 0.01. (a) {descended:.0f} landscapes; points shifted at random by up to 0.3 "
    "across. Spearman's correlation {correlation:.2f} for those from trajectories; of "
    "{saddles:.0f} such saddles the share {saddles_near:.2f} is within 0.1 of the least. Index 8 "
    "at gap 1 is the constant output. (b) {landscapes:.0f} landscapes, a candidate each: damped "
    "Newton, or least ‖∇f‖ (Levenberg and Marquardt), from trajectories of descent and from random "
    "weights; descent itself. Flat: not critical and the gradient near the kernel of the Hessian. "
    "Worst gap with four units {worst_minimum:.3f}."
)
ALT = (
    "Left, crosses of saddles rise from index two at gap zero to index eight at gap one, circles "
    "of minima at the origin. Middle, four stacked bars. Right, two rising curves, that of one "
    "unit far above that of four."
)
TABLES = {"candidates": "critical_candidates", "shares": "critical_shares"}
VALUES = "critical_values"

ORIGINS = {
    "descent": "descent",
    "trajectory, Newton": "trajectory,\nNewton",
    "trajectory": "trajectory,\nleast $\\|\\nabla f\\|$",
    "random": "random,\nleast $\\|\\nabla f\\|$",
}
KINDS = {
    "minimum": (SKY, "", "minimum"),
    "saddle": (ORANGE, "///", "saddle"),
    "gradient-flat": (PURPLE, "...", "flat"),
    "unfinished": (GREY, "", "not critical"),
}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (scatter, bars, gaps) = plt.subplots(
        1, 3, figsize=(DOUBLE_COLUMN, 2.7), layout="constrained", width_ratios=(1, 1.25, 0.9)
    )
    table = tables["candidates"]
    known = table[table["kind"].isin(["minimum", "saddle"]) & (table["units"] == 4)]
    shift = np.random.default_rng(0)
    for kind, marker in (("minimum", "o"), ("saddle", "X")):
        part = known[(known["kind"] == kind)].dropna(subset=["gap"])
        height = part["index"] + shift.uniform(-0.3, 0.3, len(part))
        scatter.scatter(part["gap"], height, s=12, marker=marker, color=KINDS[kind][0],
                        edgecolors="black", linewidths=0.3, label=kind)  # fmt: skip
    scatter.set(xlabel="gap", ylabel="index")
    scatter.legend(frameon=False, loc="lower right")
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
        part = table.query("origin == 'descent' and units == @units and kind == 'minimum'")
        values = np.sort(part["gap"].to_numpy())
        share = np.linspace(0, 1, len(values))
        gaps.plot(share, values, color=colour, ls=dashes, label=f"{units} unit" + "s" * (units > 1))
    gaps.set(xlabel="share of minima", ylabel="gap")
    gaps.legend(frameon=False, loc="upper left")
    figure.legend(*bars.get_legend_handles_labels(), loc="outside lower center", ncols=4,
                  frameon=False)  # fmt: skip
    panel(scatter, "a", "index and loss")
    panel(bars, "b", "candidates")
    panel(gaps, "c", "ends of descent")
    return figure
