"""A linear rate under the PL inequality beside a landscape without it."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREY, ORANGE, panel

ITEMS = ("O-63",)
TITLE = "The linear rate under PL, and a landscape without PL"
CAPTION = (
    "Full-batch gradient descent, loss relative to its start. Blue: a two-layer tanh network of "
    "width {width:.0f} on {count:.0f} inputs, step 1/L, where L = {smoothness:.2f} is the largest "
    "eigenvalue of the tangent kernel at the start. Dashed: (1 − µ/L)^t with µ = {mu:.3f}, the "
    "smallest eigenvalue met on the path; the network lies above it at {violations:.0f} of "
    "{tested:.0f} steps, down to rounding error. From 10⁻³ to 10⁻¹² its rate is "
    "{measured_rate:.4f} a step, that of the bound {bound_rate:.4f}: with a constant kernel the "
    "exponent is twice the bound's. Orange: ¼x⁴, convex but PL for no µ; in (b), on two "
    "logarithmic axes, its loss falls with slope {quartic_slope:.2f}. Not every landscape without "
    "PL has such a plateau; the article's curve has no formula."
)
ALT = (
    "Left, on a logarithmic vertical axis, a blue line falls steeply below a dashed line while an "
    "orange curve flattens. Right, on two logarithmic axes, the orange curve is a straight line."
)
TABLES = {"curves": "rate_curves"}
VALUES = "rate_values"

LOOKS = {
    "network": (BLUE, "-", "wide network"),
    "bound": (GREY, (0, (4, 2)), "$(1-\\mu/L)^t$"),
    "quartic": (ORANGE, "-", "¼$x^4$"),
}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, both = plt.subplots(1, 2, figsize=(DOUBLE_COLUMN, 2.6), layout="constrained")
    for axes, scale, letter in zip(both, ("linear", "log"), "ab", strict=True):
        for name, (colour, line, label) in LOOKS.items():
            curves = tables["curves"]
            curve = curves[(curves["curve"] == name) & (curves["loss"] > 1e-12)]
            shown = curve[curve["step"] > 0] if scale == "log" else curve
            axes.plot(shown["step"], shown["loss"], color=colour, ls=line, label=label)
        axes.set(xscale=scale, yscale="log", xlabel="step $t$", ylim=(1e-12, 3))
        panel(axes, letter)
    both[0].set_ylabel("loss / loss at the start")
    both[0].legend(frameon=False)
    return figure
