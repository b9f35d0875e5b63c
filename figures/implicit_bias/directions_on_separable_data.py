"""Margins of gradient descent against their bounds, and where its steps and Adam's lead."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLACK, BLUE, DOUBLE_COLUMN, GREEN, GREY, ORANGE, RED, panel

ITEMS = ("O-73", "O-74")
TITLE = "Directions of gradient descent and Adam with the logistic loss on separable data"
CAPTION = (
    "Logistic loss of one example (2, 1). (a) Margin of gradient descent, between its proved "
    "bounds, growing like log t. (b) Angle of the weights from (2, 1): the direction turns like "
    "1/log t. (c) Angle of the last step: Adam's is along (1, 1) until the gradient is below ε, "
    "and then along (2, 1)."
)
NOTES = (
    "Start (−1, 1), {steps:.0f} steps. Shaded in (a): the margins m with m₀ + e^m₀ + st ≤ m + e^m "
    "≤ m₀ + e^m₀ + 2st, s = 1. Adam with β₁ = 0.9, β₂ = 0.99 and steps 0.1/√t. (1, 1), at "
    "{diagonal:.2f} radians from (2, 1), is the direction of the largest ℓ∞ margin, (2, 1) that "
    "of the largest ℓ2 margin. With every ε > 0 the steps turn to (2, 1) in the end, and the "
    "weights slowly."
)
ALT = (
    "Left, a rising curve in a narrow band on a logarithmic axis of steps. Middle, four falling "
    "curves, one levelling off at the dotted line of (1, 1). Right, two curves at the dotted line, "
    "one of which falls to 0 late, and two near 0."
)
TABLES = {"margins": "separable_margins", "directions": "separable_directions"}
VALUES = "separable_values"

LOOKS = {
    "gradient descent": ("gradient descent", BLUE, "-"),
    "Adam, ε = 0": ("Adam, $\\epsilon=0$", RED, (0, (5, 1.5))),
    "Adam, ε = 1e-08": ("Adam, $\\epsilon=10^{-8}$", ORANGE, (0, (1, 1))),
    "Adam, ε = 1": ("Adam, $\\epsilon=1$", GREEN, (0, (4, 1.5, 1, 1.5))),
}
DIAGONAL = 0.32175055439664


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (margins, weights, moves) = plt.subplots(
        1, 3, figsize=(DOUBLE_COLUMN, 2.6), layout="constrained"
    )
    course = tables["margins"]
    margins.fill_between(course["step"], course["low"], course["high"], color=GREY, alpha=0.35)
    margins.plot(course["step"], course["margin"], color=BLUE)
    for method, group in tables["directions"].groupby("method", sort=False):
        label, colour, dashes = LOOKS[method]
        weights.plot(group["step"], group["angle"], color=colour, ls=dashes, label=label)
        moves.plot(group["step"], group["move"], color=colour, ls=dashes)
    for axes in (weights, moves):
        axes.axhline(DIAGONAL, color=BLACK, ls=(0, (1, 2)), lw=0.8)
        axes.set_ylim(-0.05, None)
    weights.annotate(
        "$(1, 1)$", (1, DIAGONAL), (2, -3), textcoords="offset points", va="top", ha="left"
    )
    figure.legend(*weights.get_legend_handles_labels(), loc="outside lower center", ncols=4,
                  frameon=False)  # fmt: skip
    for axes, letter, title, label in (
        (margins, "a", "margin", "margin $m$"),
        (weights, "b", "weights", "angle from $(2, 1)$"),
        (moves, "c", "last step", "angle from $(2, 1)$"),
    ):
        axes.set(xscale="log", xlabel="step $t$", ylabel=label)
        panel(axes, letter, title)
    return figure
