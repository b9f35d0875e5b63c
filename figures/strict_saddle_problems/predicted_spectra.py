"""Curvatures at stationary points and escape rates, computed against closed forms."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import (
    BLUE,
    DOUBLE_COLUMN,
    GREEN,
    GREY,
    ORANGE,
    PURPLE,
    RED,
    panel,
)

ITEMS = ("O-29", "N-82")
TITLE = "Predicted and computed curvature, and the escape that it predicts"
CAPTION = (
    "{points:.0f} stationary points of random instances of five problems. (a) Eigenvalues of the "
    "computed Hessian against their closed forms; on the line the two are equal. (b) Descent from "
    "saddles and maxima: measured growth per step, as (factor − 1)/η, against −λ_min. (c) Error "
    "over the largest curvature of the point. (d) Relative difference in (b)."
)
NOTES = (
    "Random frames; Hessians along the sphere for tensors and components. Curvatures agree to "
    "{error:.0e} of the largest; axes in (a) are linear within ±1; errors below 10⁻¹⁷ in (c) and "
    "below 10⁻⁹ in (d), the digits of the table, are drawn there. Descent starts 10⁻⁸ along the "
    "most negative direction of the point; the largest relative difference is {escape_error:.0e}. "
    "Two of the five problems have minima with eigenvalues 0: complex phases and factorization."
)
ALT = (
    "Two scatter plots in which all points of five problems lie on the diagonal, and under them "
    "their errors, near rounding for the spectra and below one part in ten thousand for the escape."
)
TABLES = {"spectra": "predicted_spectra", "escapes": "escape_factors"}
VALUES = "predicted_spectra_values"

LOOKS = {
    "tensor": ("o", BLUE),
    "component": ("s", GREEN),
    "phases": ("^", ORANGE),
    "complex phases": ("v", RED),
    "factorization": ("D", PURPLE),
}

FLOORS = (1e-17, 1e-9)  # where what is smaller, or 0, is drawn


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, ((spectra, escapes), (misfit, miss)) = plt.subplots(
        2, 2, figsize=(DOUBLE_COLUMN, 4.2), layout="constrained", height_ratios=(1.3, 1)
    )
    factors = tables["escapes"].assign(
        error=(tables["escapes"]["measured"] / tables["escapes"]["predicted"] - 1).abs()
    )
    for axes, table, y in (
        (spectra, tables["spectra"], "computed"),
        (misfit, tables["spectra"], "error"),
        (escapes, factors, "measured"),
        (miss, factors, "error"),
    ):
        if y != "error":
            axes.axline((1, 1), (2, 2), color=GREY, lw=0.8, zorder=0)
        for problem, (marker, colour) in LOOKS.items():
            group = table[table["problem"] == problem]
            floor = FLOORS[axes is miss] if y == "error" else None
            axes.scatter(
                group["predicted"], group[y].clip(lower=floor), s=16, marker=marker,
                facecolors="none", edgecolors=colour, linewidths=0.9, label=problem,
            )  # fmt: skip
    ticks = {-100: "−100", -10: "−10", -1: "−1", 0: "0", 1: "1", 10: "10", 100: "100"}
    for axes in (spectra, misfit):
        axes.set_xscale("symlog", linthresh=1)
        axes.set_xticks([*ticks], ticks.values())
    spectra.set_yscale("symlog", linthresh=1)
    spectra.set_yticks([*ticks], ticks.values())
    spectra.minorticks_off()
    misfit.set(yscale="log", xlabel="predicted curvature", ylabel="error", ylim=(5e-18, 1e-14))
    spectra.set(ylabel="computed curvature")
    escapes.set(xscale="log", yscale="log", xlim=(1, 1000), ylim=(1, 1000))
    escapes.set(ylabel=r"measured, (factor $-\,1)/\eta$")
    miss.set(xscale="log", yscale="log", xlim=(1, 1000), ylim=(5e-10, 1e-3))
    miss.set(xlabel=r"predicted, $-\lambda_{\min}$", ylabel="relative error")
    spectra.legend(frameon=False, loc="upper left", handletextpad=0.1)
    panel(spectra, "a", "spectra at stationary points")
    panel(escapes, "b", "escape from saddles and maxima")
    panel(misfit, "c", "error of the spectra")
    panel(miss, "d", "error of the escape")
    return figure
