"""Rates of linearised and real networks against the condition number; least eigenvalues."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLACK, BLUE, DOUBLE_COLUMN, GREEN, GREY, ORANGE, PURPLE, panel

ITEMS = ("N-92", "N-93", "O-61", "O-90")
TITLE = "The condition number sets the rate, the data set the least eigenvalue"
CAPTION = (
    "(a) Steps of descent on linearised networks to 10⁻⁶ of the first loss, against the condition "
    "number κ, and the bound (κ/2) log 10⁶ + 1; hollow: two inputs moved together. (b) Rate of the "
    "network itself over that of κ. (c) Least eigenvalue of the tangent kernel, by number n of "
    "inputs and their dimension d."
)
NOTES = (
    "Two-layer tanh networks, outputs divided by √m. (a), (b): {replicas:.0f} starts at each "
    "width on one data set of 4 inputs in R¹⁰, step 1/λ_max; hollow: width {near_width:.0f}, the "
    "second input moved towards the first; κ from {least_kappa:.1f} to {greatest_kappa:.0f}; the "
    "greatest count is {worst_share_of_bound:.2f} of the bound. (b) Median and 10–90 % band; at "
    "width {rate_width:.0f} the ratio is {rate_network:.4f}, for the linearised network "
    "{rate_descent:.4f}, for its flow, in steps of a twentieth, {rate_flow:.4f} of 2λ_min in "
    "time. (c) Medians of {replicas:.0f} data sets and starts of width 512: in two dimensions "
    "λ_min falls from {least_2_4:.1g} at n = 4 to {least_2_16:.0e} at n = 16, in sixteen from "
    "{least_16_4:.2f} to {least_16_16:.2f}. So a lower bound for all data there is not."
)
ALT = (
    "Left, points below a rising line. Middle, a ratio that tends to one with width. Right, four "
    "curves that fall with the number of inputs, the steepest in two dimensions."
)
TABLES = {"rates": "tangent_rates", "spectrum": "tangent_spectrum"}
VALUES = "tangent_values"

TICKS = (10, 30, 100, 300, 1000)
LOOKS = ((BLUE, "o", "-"), (ORANGE, "^", "--"), (PURPLE, "s", ":"), (GREEN, "D", "-."))


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (steps, ratio, least) = plt.subplots(
        1, 3, figsize=(DOUBLE_COLUMN, 2.5), layout="constrained"
    )
    rates = tables["rates"]
    plain, near = rates[rates["nearness"] == 1], rates[rates["nearness"] < 1]
    steps.plot(plain["kappa"], plain["steps"], "o", color=BLUE, ms=2.5, alpha=0.5, label="runs")
    steps.plot(near["kappa"], near["steps"], "^", color=ORANGE, ms=3, mfc="white", label="nearer")
    bound = rates.sort_values("kappa")
    steps.plot(bound["kappa"], bound["bound"], color=BLACK, ls="--", label="bound")
    steps.set(xscale="log", yscale="log", xlabel=r"condition number $\kappa$", ylabel="steps")
    for axis, values in ((steps.xaxis, rates["kappa"]), (steps.yaxis, rates["steps"])):
        axis.set_ticks([t for t in TICKS if values.min() <= t <= values.max()])
        axis.set_major_formatter("{x:.0f}")
    steps.minorticks_off()
    steps.legend(frameon=False)
    found = plain.groupby("width")["network"].quantile([0.1, 0.5, 0.9]).unstack()
    ratio.axhline(1, color=GREY, lw=0.8, ls=(0, (2, 2)))
    ratio.fill_between(found.index, found[0.1], found[0.9], color=BLUE, alpha=0.2, lw=0)
    ratio.plot(found.index, found[0.5], color=BLUE, marker="o", ms=3.5)
    ratio.set(xscale="log", xlabel="width $m$", ylabel="rate / predicted")
    ratio.set_xticks(found.index[::3], found.index[::3])
    ratio.xaxis.minorticks_off()
    medians = tables["spectrum"].groupby(["dimension", "count"])["least"].median()
    for dimension, (colour, marker, style) in zip(
        np.unique(tables["spectrum"]["dimension"]), LOOKS, strict=False
    ):
        row = medians[dimension]
        label = f"$d={dimension}$"
        least.plot(row.index, row, color=colour, marker=marker, ms=3.5, ls=style, label=label)
    least.set(xscale="log", yscale="log", xlabel="inputs $n$", ylabel=r"$\lambda_{\min}$")
    least.set_xticks(row.index, row.index)
    least.minorticks_off()
    least.legend(frameon=False, loc="lower left")
    for place, letter, title in zip(
        (steps, ratio, least), "abc", ("steps", "network", "spectrum"), strict=True
    ):
        panel(place, letter, title)
    return figure
