"""Where gradient descent ends on the double well, by start and step size."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.colors import ListedColormap
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from provenscape.figures import DOUBLE_COLUMN, GREY, ORANGE, SKY, YELLOW

ITEMS = ("E-47", "N-36")
TITLE = "Limits of gradient descent on the double well, by start and step size"
CAPTION = (
    "Gradient descent on x₁⁴ − 2x₁² + x₂² from (x₁, 1/10): which limit it has, for each start and "
    "step size. The saddle at x₁ = 0 is the limit of a start only if some iterate hits x₁ = 0 "
    "exactly: on the axis and on countably many curves, the first of them dashed, "
    "x₁ = ±√(1 + 1/(4η)); they carry no area, at any step size. They bound the stripes in which "
    "the sides are exchanged. Dotted: η = 1/8, that is 1/L for the curvature L = 8 of the minima; "
    "beyond η = 1/4 = 2/L the minima repel too and runs stay bounded without a limit, up to 1/2, "
    "beyond which almost all diverge (fates are read after 2000 steps). Solid: starts beyond "
    "±√(1 + 1/(2η)) diverge. Of {random_trials} random starts in the square of side "
    "4 with η = 1/16, {random_at_saddle} end at the saddle."
)
ALT = (
    "A map over start and step size: two plain halves for small steps, stripes that interleave "
    "near the outer edges, an area without limit for large steps, and divergence outside."
)
TABLES = {"basins": "basins", "curves": "basin_curves"}
VALUES = "basin_values"

FATES = {
    "-": ("left minimum", SKY),
    "+": ("right minimum", ORANGE),
    "0": ("saddle (lines)", "black"),
    "c": ("bounded, no limit", YELLOW),
    "d": ("diverges", GREY),
}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    rows = tables["basins"]
    picture = np.array([["-+0cd".index(letter) for letter in row] for row in rows["fates"]])
    figure, axes = plt.subplots(figsize=(DOUBLE_COLUMN, 3.0), layout="constrained")
    axes.imshow(
        picture,
        cmap=ListedColormap([colour for _, colour in FATES.values()]),
        vmin=-0.5,
        vmax=4.5,
        extent=(-2.5, 2.5, 0, 0.6),
        origin="lower",
        aspect="auto",
        interpolation="nearest",
    )
    for name, line in (("divergence", "-"), ("onto saddle", "--")):
        for side in (-1, 1):
            curve = tables["curves"].query(f"curve == '{name}' and x * {side} > 0")
            axes.plot(curve["x"], curve["eta"], color="black", ls=line, lw=0.9)
    axes.axvline(0, color="black", ls="--", lw=0.9)
    axes.axhline(1 / 8, color="black", ls=":", lw=0.9)
    axes.set(xlabel="start $x_1$", ylabel="step size $\\eta$", xlim=(-2.5, 2.5), ylim=(0, 0.6))
    handles = [Patch(color=colour, label=label) for label, colour in FATES.values()]
    figure.legend(handles=handles, loc="outside upper center", ncols=5, frameon=False)
    return figure
