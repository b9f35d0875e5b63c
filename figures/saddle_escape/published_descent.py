"""Perturbed descent with the constants that its authors print."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLUE, GREEN, GREY, SINGLE_COLUMN

ITEMS = ("N-38", "O-31")
TITLE = "Perturbed gradient descent with its printed constants, on the double well"
CAPTION = (
    "Share of the runs at an approximate second-order point (solid) and stopped (dotted), from the "
    "stable line of the saddle, ε = 1/10. Jin et al. (2017), Algorithm 2 with c = 1: perturbation "
    "radius {radius_2017:.1e}, {waiting_2017:.0f} steps of waiting; it stops after "
    "{mean_steps_2017:.0f} steps on average, of which the waiting for the last perturbation, at "
    "the minimum, is a large part. Jin et al. (2021), Algorithm 4: radius {radius_2021:.1e}, a "
    "perturbation every {waiting_2021:.0f} steps at small gradients, no stopping rule. With radius "
    "0 the first stops at the saddle. The constants are conservative: they guarantee, and cost."
)
ALT = "Two curves rise to 1, one after another; dotted curves of stopping rise later."
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
