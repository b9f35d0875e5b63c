"""How the steps to leave one saddle scale."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import NullFormatter

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREEN, ORANGE, RED, panel

ITEMS = ("N-37", "N-41", "O-38", "E-30")
TITLE = "Steps to leave one strict saddle, by accuracy, dimension and curvature"
CAPTION = (
    "Mean steps until |x_d| ≥ 1 on ½(x₁² + … + x²_{{d−1}} − γx_d²), from a random point of a ball, "
    "and the exact law (lines). (a) Logarithmic in the distance r; Adam does not depend on it. (b) "
    "Logarithmic in the dimension. (c) Inverse in the curvature. (d) With γ = √ε and r = ε, "
    "log(1/ε)/√ε."
)
NOTES = (
    "η = 1/4; uniform point of a ball of radius r; bars: two standard errors; brackets: Student's "
    "intervals at 99.9999 %. (a) Slope in log(1/r) {radius_slope:.3f} [{radius_low:.3f}, "
    "{radius_high:.3f}], exact {radius_exact:.3f}; of noisy descent from the saddle itself in "
    "log(1/σ) {noise_slope:.3f} [{noise_low:.3f}, {noise_high:.3f}]. (b) Slope in the logarithm "
    "{dimension_slope:.2f} [{dimension_low:.2f}, {dimension_high:.2f}], exact "
    "{dimension_exact:.2f}. (c) Exponent {curvature_slope:.4f} [{curvature_low:.4f}, "
    "{curvature_high:.4f}], exact {curvature_exact:.4f}. (d) As the theory couples them; slope of "
    "T log(1 + η√ε) in log(1/ε) {accuracy_slope:.3f} [{accuracy_low:.3f}, {accuracy_high:.3f}], "
    "exact {accuracy_exact:.3f}. One saddle never costs plain descent more than a logarithm of the "
    "distance."
)
ALT = (
    "Four panels of measured means on exact lines: straight against log one over r and log d, a "
    "power law against curvature, and straight for the coupled case."
)
TABLES = {"scaling": "escape_scaling"}
VALUES = "escape_scaling_values"

TITLES = ("distance", "dimension", "curvature", "coupled")


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, panels = plt.subplots(1, 4, figsize=(DOUBLE_COLUMN, 2.2), layout="constrained")
    radius, dimension, curvature, accuracy = panels
    scaling = tables["scaling"]
    _plot(radius, scaling.query("part == 'radius'"), BLUE, "o", "descent, $r$")
    _plot(radius, scaling.query("part == 'noise'"), GREEN, "D", "noisy, $\\sigma$")
    _plot(radius, scaling.query("part == 'Adam'"), RED, "X", "Adam, $r$")
    _plot(dimension, scaling.query("part == 'dimension'"), BLUE, "o", "")
    _plot(curvature, scaling.query("part == 'curvature'"), BLUE, "o", "")
    _plot(accuracy, scaling.query("part == 'accuracy'"), BLUE, "o", "")
    radius.set(xscale="log", xlabel="$r$ or $\\sigma$", ylabel="mean steps $T$", ylim=(0, 245))
    radius.legend(frameon=False, loc="upper right", handletextpad=0.1, borderaxespad=0)
    dimension.set(xscale="log", xlabel="dimension $d$")
    dimension.set_xscale("log", base=2)
    curvature.set(xscale="log", yscale="log", xlabel="curvature $\\gamma$")
    accuracy.set(
        xscale="log", xlabel="$\\varepsilon$", ylabel="$T\\,\\log(1+\\eta\\sqrt{\\varepsilon})$"
    )
    curvature.set_yticks([200, 500, 1000, 2000, 4000], ["200", "500", "1000", "2000", "4000"])
    curvature.yaxis.set_minor_formatter(NullFormatter())
    for axes, letter, title in zip(panels, "abcd", TITLES, strict=True):
        panel(axes, letter, title)
    return figure


def _plot(axes: Axes, rows: pd.DataFrame, colour: str, marker: str, label: str) -> None:
    axes.plot(rows["parameter"], rows["exact"], color=ORANGE, lw=1.0)
    axes.errorbar(
        rows["parameter"],
        rows["mean"],
        2 * rows["error"],
        fmt=marker,
        ms=3.5,
        lw=0.8,
        color=colour,
        label=label,
    )
