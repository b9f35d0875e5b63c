"""Steps against the accuracy: bounds, slopes that attain their orders, and a double well."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import (
    BLACK,
    BLUE,
    BROWN,
    DOUBLE_COLUMN,
    GREEN,
    ORANGE,
    PURPLE,
    RED,
    SKY,
    panel,
)

ITEMS = ("O-76", "O-77", "O-79", "O-84", "O-92")
TITLE = "Steps to an approximate second-order point against the accuracy"
CAPTION = (
    "(a) On slopes, with L = M = Δ = 1: steps measured (marks) and proved bounds (dashed). "
    "Dotted, dash-dotted: what methods of first order, ε⁻²/1824, and of second, ε^(−3/2)/547, "
    "need on the chain in high dimension, which is no slope: methods that adapt go below it here. "
    "(b) On the double well, medians and quartiles."
)
NOTES = (
    "(a) One slope for each ε, of gradient ε and height nearly 1. Bounds: 2LΔ/ε² for descent, 12√M "
    "Δ/ε^(3/2) for cubic regularization, 5.51√M Δ/ε^(3/2) for the radius √(2ε/(3M)); none is "
    "proved here for Nesterov's method and those that adapt freely, whose steps grow by a "
    "logarithm on slopes, which are not the hard functions. On a line the cubic steps by products "
    "and those with constants of at least M are the exact ones. Lower bounds are ΔL/(1824ε²), with "
    "L alone, and √M Δ/(12√2080 ε^(3/2)), from the chain of Carmon, Duchi, Hinder & Sidford; with "
    "L and M that of first order is in figure first_order_chain. "
    "Perturbed descent is descent up to |f'| ≤ ε; Newton's step is not defined where f'' = 0. (b) "
    "Random starts; Newton's upper quartile is infinite. Costs of a step are not counted."
)
ALT = (
    "Left, marks on logarithmic scales in straight lines of two slopes below dashed lines, the "
    "steeper for first-order methods, and two nearly level rows; a dotted and a dash-dotted "
    "line below. Right, two lines that rise evenly and four that are nearly flat."
)
TABLES = {"worst": "iteration_bounds", "typical": "iteration_typical"}

METHODS = {
    "descent": (BLUE, "o", 3.5),
    "Nesterov": (SKY, "P", 3.5),
    "Newton": (BROWN, "X", 4),
    "cubic": (ORANGE, "s", 6),
    "Krylov cubic": (RED, "+", 5),
    "adaptive cubic, M at least": (PURPLE, ".", 3),
    "adaptive cubic, free": (PURPLE, "^", 3.5),
    "trust region, fixed": (GREEN, "d", 3.5),
    "trust region, adaptive": (GREEN, "v", 3.5),
}
LABELS = {
    "cubic": "cubic regularization",
    "Krylov cubic": "cubic, one product a step",
    "adaptive cubic, M at least": "adaptive cubic, constant ≥ M",
    "trust region, fixed": "trust region, fixed radius",
    "trust region, adaptive": "trust region, adaptive radius",
}
LEAST = 1.0  # steps: what is less is no bound


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (worst, typical) = plt.subplots(
        1, 2, figsize=(DOUBLE_COLUMN, 3.7), layout="constrained"
    )
    steps, medians = (tables[name].groupby("method") for name in ("worst", "typical"))
    for method, (colour, marker, size) in METHODS.items():
        look = {"marker": marker, "ms": size, "color": colour, "mfc": "none", "mew": 0.9}
        worst.plot([], [], ls="", label=LABELS.get(method, method), **look)
        if method in steps.groups:
            rows = steps.get_group(method)
            worst.plot(rows["epsilon"], rows["steps"], ls="", **look)
            worst.plot(rows["epsilon"], rows["bound"], ls="--", lw=0.9, color=colour)
        if method in medians.groups:
            rows = medians.get_group(method)
            typical.plot(rows["epsilon"], rows["median"], lw=0.8, **look)
            typical.fill_between(
                rows["epsilon"], rows["low"], rows["high"], color=colour, alpha=0.15, lw=0
            )
    worst.plot([], [], "--", color=BLACK, lw=0.9, label="proved bound")
    for method, line, order in (("descent", ":", "first"), ("cubic", "-.", "second")):
        lower = steps.get_group(method)
        worst.plot(
            lower["epsilon"], lower["lower"], line, color=BLACK, lw=1.0,
            label=f"needed on the chain, {order} order",
        )  # fmt: skip
    for axis in (worst, typical):
        axis.set(xscale="log", xlabel="accuracy $\\varepsilon$", ylabel="steps")
        axis.invert_xaxis()
    worst.set(yscale="log", ylim=(LEAST, None))
    typical.minorticks_off()
    typical.set_ylim(0, None)
    handles = worst.get_legend_handles_labels()
    figure.legend(*handles, frameon=False, loc="outside lower center", ncols=3, handletextpad=0.3)
    panel(worst, "a", "slopes: measured and proved")
    panel(typical, "b", "the double well")
    return figure
