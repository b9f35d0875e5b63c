"""Perturbed descent with the constants that its authors print."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLUE, GREEN, GREY, SINGLE_COLUMN

ITEMS = ("N-38", "O-31")
TITLE = "Perturbed gradient descent with its printed constants, on the double well"
CAPTION = (
    "Share of the runs at an approximate second-order point (solid) and stopped (dotted), by step, "
    "from the stable line of the saddle, ε = 1/10. Jin et al. (2017), Algorithm 2, with c = 1, "
    "where the theorem takes c below an unnamed constant: the perturbation has radius "
    "{radius_2017:.1e} and {waiting_2017:.0f} steps to show a decrease. Half of the runs are at "
    "such a point by step {found_2017:.0f}; they stop after {mean_steps_2017:.0f} steps on "
    "average, as they wait out the time of the first perturbation and then that of another, at the "
    "minimum. Jin et al. (2021), Algorithm 4, with a radius of {radius_2021:.1e} and a "
    "perturbation every {waiting_2021:.0f} steps where the gradient is small, is there by step "
    "{found_2021:.0f} and has no rule to stop. With radius 0 the first stops too, at the saddle: "
    "stopping certifies nothing without a perturbation."
)
ALT = (
    "Two solid curves, almost one, rise to 1 soon after step 100, a third stays at 0; a dotted "
    "curve rises near 300 for radius 0, another near 600."
)
TABLES = {"runs": "published_runs"}
VALUES = "published_values"

LOOKS = {
    "2017": (BLUE, "Jin et al. (2017)"),
    "2021": (GREEN, "Jin et al. (2021)"),
    "radius 0": (GREY, "2017 with radius 0"),
}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, axes = plt.subplots(figsize=(SINGLE_COLUMN, 2.6), layout="constrained")
    for method, (colour, label) in LOOKS.items():
        rows = tables["runs"].query(f"method == '{method}'")
        axes.plot(rows["step"], rows["second_order"], color=colour, label=label)
        if rows["stopped"].any():
            axes.plot(rows["step"], rows["stopped"], ":", color=colour)
    axes.set(xlabel="step", ylabel="share of the runs", ylim=(-0.04, 1.04), xlim=(0, 800))
    figure.legend(frameon=False, loc="outside upper center", ncols=3, columnspacing=0.8)
    return figure
