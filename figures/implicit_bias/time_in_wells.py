"""Where SGD is found in two wells of equal depth, by the noise."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLACK, BLUE, DOUBLE_COLUMN, GREY, ORANGE, panel

ITEMS = ("O-67", "O-70", "O-91")
TITLE = "Time of SGD in a flat and in a sharp well of equal depth"
CAPTION = (
    "A flat and a sharp well of equal depth. (a) Noise of one strength: the flat well has the "
    "share {isotropic_share:.2f}, its part of the width. (b) Noise proportional to the curvature: "
    "{curvature_share:.2f}. (c) Label noise: {label_share:.2f}, as (b). Bounded noise of one size, "
    "long steps: {bounded_share:.0f}; the flat well is left for good."
)
NOTES = (
    "{runs:.0f} runs each, half from each minimum; bars: where they end, lines: the stationary "
    "density of the diffusion, with shares {isotropic_theory:.3f} and {curvature_theory:.3f} of "
    "the flat well. (c) Step 1/4 and noise ±15/4: the sharp well's slope at its edge, 4, is above "
    "the noise, that of the flat one, 2, is below. Else steps of 0.002: Gaussian noise, and labels "
    "±1/√0.002, whose noise is the slope of the residual times as much."
)
ALT = (
    "Three panels with the loss of two wells in grey. Left, bars in both wells, more in the wide "
    "one; middle, nearly all bars in the wide one; right, four shares, the last of them 0."
)
TABLES = {"densities": "densities_in_wells", "shares": "time_in_wells"}
VALUES = "wells_values"

PANELS = (("isotropic", "a", "one strength"), ("curvature", "b", "by curvature"))


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, axes = plt.subplots(1, 3, figsize=(DOUBLE_COLUMN, 2.5), layout="constrained")
    densities = tables["densities"]
    for place, (noise, letter, title) in zip(axes, PANELS, strict=False):
        found = densities[densities["noise"] == noise]
        width = float(np.diff(found["x"]).min())
        place.bar(found["x"], found["density"], width, color=BLUE, alpha=0.6, lw=0, label="runs")
        place.plot(found["x"], found["theory"], color=ORANGE, label="stationary density")
        scale = found["density"].max() / found["loss"].max()
        place.plot(
            found["x"], found["loss"] * scale, color=GREY, ls=(0, (4, 1.5)), label="loss (scaled)"
        )
        place.set(xlabel="$x$", ylabel="density" if letter == "a" else None)
        panel(place, letter, title)
    shares = tables["shares"]
    rows = np.arange(len(shares))
    axes[2].barh(rows, shares["share"], 0.6, color=BLUE, alpha=0.6, lw=0)
    axes[2].plot(shares["theory"], rows, "|", color=BLACK, markersize=16)
    axes[2].set(xlim=(-0.02, 1.05), xlabel="share of the flat well")
    axes[2].set_yticks(rows, shares["noise"])
    axes[2].invert_yaxis()
    panel(axes[2], "c", "shares")
    handles = axes[0].get_legend_handles_labels()
    figure.legend(*handles, loc="outside lower center", ncols=3, frameon=False)
    return figure
