"""Sublinear rates where another power of f − f* than one half is dominated."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import (
    BLACK,
    BLUE,
    DOUBLE_COLUMN,
    GREEN,
    ORANGE,
    PURPLE,
    RED,
    panel,
)

ITEMS = ("O-63",)
TITLE = "Other Łojasiewicz exponents than PL's: measured and predicted sublinear rates"
CAPTION = (
    "Gradient descent on |x|^p and |x² + y² − 1|^p, where the gradient dominates (f − f*)^θ, "
    "θ = 1 − 1/p. (a) f − f* on |x|^p, with predicted slopes, and (dashed) on the Morse–Bott "
    "circle, p = 2. (b) Measured exponents e of f − f* ~ t^(−e); the "
    "curve is 1/(2θ − 1)."
)
NOTES = (
    "From 1 on the line, from x² + y² = 2 outside the circle; step 1/L with the largest curvature "
    "on the way; exponents from the last decade of {steps:.0f} steps. They are off by at most "
    "{line_error:.2%} on the line and by {circle_error:.1%} on the circle, where x² + y² − 1 still "
    "matters beside 1. With p = 2 a step on the circle multiplies f − f* by "
    "{morse_bott_factor:.4f} in the end, predicted {morse_bott_predicted:.4f}; on the line one "
    "step leads to the minimum. The flatter the minimum, the slower the descent, yet no plateau "
    "for good: f − f* falls below every level. The exponent grows without bound as θ falls to 1/2."
)
ALT = (
    "Left, on two logarithmic axes, five curves that become straight, the less steep the higher "
    "the power, and a dashed one that drops; right, five pairs of points on a falling curve."
)
TABLES = {"curves": "lojasiewicz_curves", "rates": "lojasiewicz_rates"}
VALUES = "lojasiewicz_values"

LOOKS = {
    2.5: (BLUE, "o"),
    3.0: (ORANGE, "s"),
    4.0: (GREEN, "^"),
    6.0: (RED, "D"),
    10.0: (PURPLE, "v"),
}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (falls, exponents) = plt.subplots(
        1, 2, figsize=(DOUBLE_COLUMN, 2.7), layout="constrained", width_ratios=(1.3, 1)
    )
    by_family = tables["rates"].set_index(["family", "power"])
    rates, circle = by_family.loc["line"], by_family.loc["circle"]
    curves = tables["curves"]
    line_curves = curves[curves["family"] == "line"]
    morse_bott = curves[(curves["family"] == "circle") & (curves["power"] == 2)]
    for power, (colour, marker) in LOOKS.items():
        curve = line_curves[line_curves["power"] == power]
        falls.plot(
            curve["step"], curve["gap"], marker, color=colour, ms=3.5, mfc="white", mew=0.8,
            markevery=3, label=f"$p={power:g}$",
        )  # fmt: skip
        end = curve.iloc[-1]
        back = np.array([1e-3, 1])
        line = end["gap"] * back ** -rates.loc[power, "predicted"]
        falls.plot(end["step"] * back, line, color=colour, lw=0.9, zorder=0)
        row = rates.loc[power]
        exponents.plot(row["theta"], row["measured"], marker, color=colour, ms=5, mfc="white")
    exponents.plot(circle["theta"], circle["measured"], "x", color=BLACK, ms=4, label="circle")
    exponents.plot([], [], "o", color=BLUE, ms=5, mfc="white", label="line, as in (a)")
    exponents.legend(frameon=False, loc="upper right")
    falls.plot(
        morse_bott["step"],
        morse_bott["gap"],
        color=BLACK,
        ls=(0, (4, 2)),
        lw=0.9,
        label="circle, $p=2$",
    )
    low = line_curves["gap"].min()
    falls.set_ylim(low / 10, 3)
    theta = np.linspace(0.56, 0.95, 200)
    exponents.plot(theta, 1 / (2 * theta - 1), color=BLACK, lw=0.9, zorder=0)
    exponents.axvline(0.5, color=BLACK, lw=0.7, ls=":")
    exponents.text(0.51, 0.4, "PL: linear", va="bottom")
    falls.set(xscale="log", yscale="log", xlabel="step $t$", ylabel="$f-f^*$")
    falls.legend(frameon=False, loc="lower left", handletextpad=0.1)
    exponents.set(xlabel="$\\theta$", ylabel="exponent", xlim=(0.48, 1), ylim=(0, 8))
    panel(falls, "a", "descent on $|x|^p$")
    panel(exponents, "b", "exponents")
    return figure
