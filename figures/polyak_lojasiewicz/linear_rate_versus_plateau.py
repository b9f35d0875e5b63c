"""A linear rate under the PL inequality beside landscapes without it."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREEN, GREY, ORANGE, PURPLE, panel

ITEMS = ("O-63",)
TITLE = "The linear rate under PL, and landscapes without PL"
CAPTION = (
    "Gradient descent, f − f* relative to its start. A wide network, below its bound (1 − µ/L)^t, "
    "and landscapes without PL: x² + y⁴, a power of t; (x² + y² − 1)³, a plateau at degenerate "
    "saddles; the double well, a plateau at its strict saddle until step {well_leaves:.0f}, then "
    "linear. (a, b) Linear and logarithmic steps."
)
NOTES = (
    "Network, full batch: two layers, tanh, width {width:.0f}, {count:.0f} inputs, step 1/L, where "
    "L = {smoothness:.2f} is the largest eigenvalue of the tangent kernel at the start; µ = "
    "{mu:.3f}, the smallest met on the path; it lies above the bound at {violations:.0f} of "
    "{tested:.0f} steps, down to rounding error. From 10⁻³ to 10⁻¹² its rate is "
    "{measured_rate:.4f} a step, that of the bound {bound_rate:.4f}: with a constant kernel the "
    "exponent is twice the bound's. x² + y⁴ from (0, 1), convex: slope {quartic_slope:.2f} in (b). "
    "(x² + y² − 1)³, not convex, from (1, 1): its circle of saddles, at half of the start, is "
    "neared with slope {ring_slope:.2f}, the thin line in (b), and never left: the sublinear "
    "plateau. The double well is started at (10⁻⁶, 1). So the lasting plateau comes from "
    "degenerate points; a generic (Morse) function has none. The article gives "
    "no formula for its curve."
)
ALT = (
    "Left, on a logarithmic vertical axis, a blue line falls steeply below a dashed line, an "
    "orange curve flattens, a purple one is level, and a green one is level at first and then "
    "falls in a straight line. Right, on two logarithmic axes, the orange curve is a straight "
    "line, and so is a thin purple one."
)
TABLES = {"curves": "rate_curves"}
VALUES = "rate_values"

LOOKS = {
    "network": (BLUE, "-", "wide network"),
    "bound": (GREY, (0, (4, 2)), "$(1-\\mu/L)^t$"),
    "quartic": (ORANGE, (0, (8, 1.2, 2, 1.2)), "$x^2+y^4$"),
    "ring": (PURPLE, (0, (4, 1, 1, 1, 1, 1)), "$(x^2+y^2-1)^3$"),
    "well": (GREEN, (0, (1, 1)), "double well"),
}
PLATEAU = 0.5  # the height of the ring's saddles, relative to its start


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, both = plt.subplots(1, 2, figsize=(DOUBLE_COLUMN, 2.6), layout="constrained")
    curves = tables["curves"]
    for axes, scale, letter, title in (
        (both[0], "linear", "a", "steps"),
        (both[1], "log", "b", "logarithm of the steps"),
    ):
        for name, (colour, line, label) in LOOKS.items():
            curve = curves[(curves["curve"] == name) & (curves["loss"] > 1e-12)]
            shown = curve[curve["step"] > 0] if scale == "log" else curve
            axes.plot(shown["step"], shown["loss"], color=colour, ls=line, label=label)
        if scale == "log":
            ring = curves[(curves["curve"] == "ring") & (curves["step"] > 0)]
            axes.plot(ring["step"], ring["loss"] - PLATEAU, color=PURPLE, lw=0.8)
        axes.set(xscale=scale, yscale="log", xlabel="step $t$", ylim=(1e-12, 3))
        panel(axes, letter, title)
    both[0].set_ylabel("$f-f^*$ relative to its start")
    handles, labels = both[0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside lower center", ncols=5, frameon=False)
    return figure
