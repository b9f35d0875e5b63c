"""Worst cases of descent by performance estimation, against formulas and extremal functions."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import (
    BLACK,
    BLUE,
    DOUBLE_COLUMN,
    GREEN,
    GREY,
    ORANGE,
    PURPLE,
    RED,
    panel,
)

ITEMS = ("O-77",)
TITLE = "How large the least gradient of descent can be, over the whole range of steps"
CAPTION = (
    "Descent with step h/L, gap Δ. (a) Largest least squared gradient after N steps, gradient "
    "L-Lipschitz: performance estimation (points), formula, proved up to √3, fitted beyond "
    "(lines), the textbook's for N = 1 (dashed), ½x² (dotted). (b) N = 2, curvatures "
    "between −κL and L. (c) A worst function for h = 0.8, iterates marked."
)
NOTES = (
    "N up to {most_steps:.0f}; the last point counts. Up to √3 the formula is 4LΔ/(N min(4h − h², "
    "4h − h³) + 2), from which the program differs by {error:.0e} at most; beyond, our "
    "completion, fitted to the program at N ≤ 5, κ = 0, 1/4, 1/2, 1, 3 ({error_fitted:.0e} here) "
    "and proved for N = 1 alone; at {held_out:.0f} points held out, with N = 6, 7, κ = 1/8, 3/4, "
    "2, 7, it differs by {error_held_out:.0e} at most. After "
    "{most_steps:.0f} steps the best length of those tried is h = {best_h:.4f} with "
    "{best:.4f}; at h = 1 it is {at_one:.4f}, the textbook's "
    "is {textbook_at_one:.4f}. Two steps of 1.8 may leave {between:.4f}, where the formula for "
    "shorter steps has {between_proved:.4f} and ½x² {between_parabola:.4f}. From 1 to √3 each step "
    "adds (4h − h³)/4 to the reciprocal, and beyond √3 in the end too: {added:.4f} at 1.8, by "
    "formula {added_below:.4f}. The curves of (a) have kinks at 1 and √3, where the formula "
    "changes, and beyond, wherever ½x² becomes worst for one step more; from the last kink on the "
    "curve is that of ½x². (b) Crosses: the longest step for which the formula is proved; κ = 0 "
    "are the convex functions. (c) The slope is 1 less the distance from the nearest iterate."
)
ALT = (
    "Left and middle, points on curves that fall, are lowest beyond one and rise steeply to two at "
    "h = 2; right, a rising wavy function with four marked points."
)
TABLES = {
    "cases": "gradient_worst_cases",
    "curvatures": "gradient_worst_case_curvatures",
    "functions": "gradient_extremal_functions",
}
VALUES = "gradient_worst_case_values"

COLOURS = (BLUE, ORANGE, GREEN, PURPLE, RED, GREY)
MARKERS = "os^vDP"


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (worst, bent, shape) = plt.subplots(
        1, 3, figsize=(DOUBLE_COLUMN, 2.8), layout="constrained", width_ratios=(1.5, 1.2, 1)
    )
    cases = tables["cases"]
    for (steps, rows), colour, marker in zip(
        cases.groupby("steps"), COLOURS, MARKERS, strict=False
    ):
        worst.plot(rows["h"], rows["completed"], color=colour, lw=1.0)
        worst.plot(rows["h"], rows["parabola"], ":", color=colour, lw=0.9)
        worst.plot(
            rows["h"], rows["measured"], marker, color=colour, ms=3.4, mfc="white", mew=0.8,
            label=f"$N={steps}$",
        )  # fmt: skip
    first = cases[(cases["steps"] == 1) & (cases["h"] < 2)]
    worst.plot(first["h"], first["textbook"], "--", color=BLACK, lw=0.9, label="textbook")
    worst.axvline(np.sqrt(3), color=GREY, lw=0.6)
    worst.text(np.sqrt(3) + 0.03, 3.3, "√3", ha="left", va="top")
    worst.set(xlabel="step $h$, times $1/L$", yscale="log", ylim=(0.15, 11), xlim=(0, 2.25))
    worst.set_ylabel("least $|\\nabla f|^2$ over $L\\Delta$")
    worst.set_yticks([0.2, 0.5, 1, 2, 5], ["0.2", "0.5", "1", "2", "5"])
    worst.minorticks_off()
    worst.legend(frameon=False, handlelength=1.2, ncols=2, columnspacing=0.8, loc="upper center")
    for (kappa, rows), colour, marker in zip(
        tables["curvatures"].groupby("kappa"), COLOURS, MARKERS, strict=False
    ):
        edge = rows[rows["h"] == rows["longest"]]
        bent.plot(rows["h"], rows["completed"], color=colour, lw=1.0)
        bent.plot(edge["h"], edge["completed"], "x", color=colour, ms=6)
        bent.plot(
            rows["h"], rows["measured"], marker, color=colour, ms=3.0, mfc="white", mew=0.8,
            label=f"κ = {kappa:g}",
        )  # fmt: skip
    bent.plot([], [], "x", color=BLACK, ms=6, label="proved up to")
    bent.set(xlabel="step $h$, times $1/L$", yscale="log", ylim=(0.15, 11), xlim=(0, 2.05))
    bent.set_yticks([0.2, 0.5, 1, 2, 5], ["0.2", "0.5", "1", "2", "5"])
    bent.minorticks_off()
    bent.legend(frameon=False, loc="upper center", ncols=2, handletextpad=0.1, columnspacing=0.8)
    curve = tables["functions"].query("function == 'zigzag'")
    at = curve[curve["iterate"]]
    shape.plot(curve["x"], curve["value"], color=BLUE, lw=1.2, label="$f$")
    shape.plot(curve["x"], curve["slope"], "--", color=ORANGE, lw=1.0, label="$f'$")
    shape.plot(at["x"], at["value"], "o", color=BLUE, ms=4, mfc="white")
    shape.plot(at["x"], at["slope"], "o", color=ORANGE, ms=4, mfc="white")
    shape.set(xlabel="$x$", ylim=(-0.1, None))
    shape.legend(frameon=False, loc="upper left")
    panel(worst, "a", "worst cases")
    panel(bent, "b", "lower curvatures")
    panel(shape, "c", "a worst function")
    return figure
