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
    "Gradient descent on |x|^p from 1 with step 1/L. There |f′| = p (f − f*)^θ with θ = 1 − 1/p; θ "
    "= 1/2 is PL. (a) f − f* by step; lines of the predicted slopes end at the last points. (b) "
    "Measured exponents e of f − f* ~ t^(−e) on the predicted curve 1/(2θ − 1)."
)
NOTES = (
    "L = p(p − 1) on [−1, 1]; measured from the last decade of steps. The flatter the minimum, the "
    "slower the descent, yet never a plateau for good: f − f* falls below every level. For p = 2 "
    "one step leads to the minimum, and with a shorter step the rate is linear; the exponent grows "
    "without bound as θ falls to 1/2."
)
ALT = (
    "Left, on two logarithmic axes, five curves that become straight, the less steep the higher "
    "the power; right, five points on a falling curve."
)
TABLES = {"curves": "lojasiewicz_curves", "rates": "lojasiewicz_rates"}

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
    rates = tables["rates"].set_index("power")
    for power, (colour, marker) in LOOKS.items():
        curve = tables["curves"][tables["curves"]["power"] == power]
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
