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
    "{points:.0f} stationary points of random instances of five problems in random frames. (a) "
    "Eigenvalues of the compiled Hessian (along the sphere for tensors and components) against "
    "their closed forms, which agree to {error:.0e} of the largest; on the line the two are equal. "
    "Both axes are linear within ±1. (b) Descent from a saddle or a maximum, started 10⁻⁸ along "
    "its most negative direction: the measured growth per step, as (factor − 1)/η, against −λ_min; "
    "the largest relative difference is {escape_error:.0e}. Two of the five problems have minima "
    "with eigenvalues 0: complex phases and factorization."
)
ALT = "Two scatter plots in which all points of five problems lie on the diagonal."
TABLES = {"spectra": "predicted_spectra", "escapes": "escape_factors"}
VALUES = "predicted_spectra_values"

LOOKS = {
    "tensor": ("o", BLUE),
    "component": ("s", GREEN),
    "phases": ("^", ORANGE),
    "complex phases": ("v", RED),
    "factorization": ("D", PURPLE),
}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (spectra, escapes) = plt.subplots(
        1, 2, figsize=(DOUBLE_COLUMN, 2.8), layout="constrained"
    )
    for axes, table, x, y in (
        (spectra, tables["spectra"], "predicted", "computed"),
        (escapes, tables["escapes"], "predicted", "measured"),
    ):
        axes.axline((1, 1), (2, 2), color=GREY, lw=0.8, zorder=0)
        for problem, (marker, colour) in LOOKS.items():
            group = table[table["problem"] == problem]
            axes.scatter(
                group[x], group[y], s=16, marker=marker, facecolors="none", edgecolors=colour,
                linewidths=0.9, label=problem if len(group) else None,
            )  # fmt: skip
    spectra.set_xscale("symlog", linthresh=1)
    spectra.set_yscale("symlog", linthresh=1)
    ticks = {-100: "−100", -10: "−10", -1: "−1", 0: "0", 1: "1", 10: "10", 100: "100"}
    spectra.set_xticks([*ticks], ticks.values())
    spectra.set_yticks([*ticks], ticks.values())
    spectra.minorticks_off()
    spectra.set(xlabel="predicted curvature", ylabel="computed curvature")
    escapes.set(
        xscale="log", yscale="log", xlim=(1, 1000), ylim=(1, 1000),
        xlabel=r"predicted, $-\lambda_{\min}$",
        ylabel=r"measured, (factor $-\,1)/\eta$",
    )  # fmt: skip
    spectra.legend(frameon=False, loc="upper left", handletextpad=0.1)
    panel(spectra, "a", "spectra at stationary points")
    panel(escapes, "b", "escape from saddles and maxima")
    return figure
