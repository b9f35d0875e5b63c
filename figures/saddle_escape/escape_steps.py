"""Steps to leave the saddle: simulated shares against the exact law."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREY, ORANGE, PURPLE, panel

ITEMS = ("N-08", "N-77", "O-33")
TITLE = "How long gradient descent stays near x² − y²: simulation and exact law"
CAPTION = (
    "First step T with |y| ≥ 1 of gradient descent on x² − y², η = 1/16, where y grows by 9/8 a "
    "step. (a) Share of runs still near the saddle, simulated (points) and exact (lines): the tail "
    "falls by 8/9 a step. (b) Simulated minus exact share out by step t, within its confidence "
    "band."
)
NOTES = (
    "T ≤ t exactly if |y₀| ≥ (8/9)ᵗ. y₀ is that of a uniform point of the disk of radius 1/100, "
    "normal with standard deviation 1/100, or zero with one perturbation, counted from it (the law "
    "of the disk again). Without perturbation no run ever leaves. The band holds the whole curve "
    "at confidence 1 − 10⁻⁶ (Dvoretzky, Kiefer, Wolfowitz and Massart)."
)
ALT = (
    "Left, three decaying curves on a logarithmic scale with simulated points on them; right, "
    "their differences, all within a horizontal band."
)
TABLES = {"steps": "escape_steps", "distances": "escape_distances"}

SETTINGS = {
    "uniform": ("uniform on a disk", BLUE, "o", "-"),
    "normal": ("normal", ORANGE, "s", "--"),
    "perturbed": ("perturbed descent", PURPLE, "^", ":"),
}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    width = tables["distances"]["half_width"].max()
    figure, (law, gap) = plt.subplots(1, 2, figsize=(DOUBLE_COLUMN, 2.5), layout="constrained")
    for setting, (label, colour, marker, line) in SETTINGS.items():
        curve = tables["steps"][tables["steps"]["setting"] == setting]
        law.semilogy(curve["step"], 1 - curve["exact"], color=colour, ls=line, lw=1.0)
        seen = curve[(curve["escaped"] < 1) & (curve["step"] % 3 == 0)]
        law.semilogy(
            seen["step"], 1 - seen["escaped"], marker, ms=3, mfc="none", color=colour, label=label
        )
        gap.plot(curve["step"], curve["escaped"] - curve["exact"], color=colour, ls=line)
    gap.axhspan(-width, width, color=GREY, alpha=0.2, lw=0)
    gap.text(1, 0.93 * width, "band at confidence $1-10^{-6}$", va="top")
    law.axhline(1, color="black", lw=0.8, ls=(0, (1, 1)))
    law.text(99, 0.9, "no perturbation", va="top", ha="right")
    law.set(xlabel="step $t$", ylabel="share of runs with $T>t$", ylim=(2e-4, 1.6))
    gap.set(xlabel="step $t$", ylabel="simulated − exact share", ylim=(-1.25 * width, 1.25 * width))
    law.legend(loc="lower left", frameon=False)
    panel(law, "a", "still near the saddle")
    panel(gap, "b", "deviation from the exact law")
    return figure
