"""The probability that all eigenvalues are positive, against the dimension."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREEN, GREY, ORANGE, RED, panel

ITEMS = ("N-25", "N-100", "L-21", "L-22", "L-23")
TITLE = "How likely a random symmetric matrix has only positive eigenvalues"
CAPTION = (
    "Probability that all n eigenvalues are positive. Lines: closed forms, ball arithmetic or "
    "quadrature along pivots (for equal variances the points themselves are joined); circles: "
    "Monte Carlo; triangles: splitting; bars, mostly smaller than the symbols: three standard "
    "errors. (a) Small n. Only independent signs follow 2⁻ⁿ: at n = 8 it is {signs_8:.2e}, and "
    "{goe_8:.2e} for the GOE. (b) All n. With dependent eigenvalues the exponent is quadratic in "
    "n: at n = 30, {goe_30:.1e} for the GOE and not {signs_30:.1e}. GOE + √n is shifted half-way "
    "to the edge of its spectrum. The last ensemble adds 2√n ξ to the whole diagonal, one Gaussian "
    "ξ a matrix: an eigenvalue is positive with probability 1/2 as before, yet all of them are "
    "with probability {correlated_last:.3f} at n = 32, which tends to P(ξ > 1) = "
    "{correlated_limit:.3f}. (c) Sampled minus best value, in standard errors. So 2⁻ⁿ is neither "
    "an upper nor a lower bound: the correlations decide."
)
ALT = (
    "Left and middle: six curves falling with n on a logarithmic scale, one straight, one flat, "
    "the others ever steeper. Right: deviations of the sampled values, scattered about zero."
)
TABLES = {"all": "positive_definite_probability", "agreement": "method_agreement"}
VALUES = "positive_definite_values"

LOOKS = {
    "correlated": ("GOE + common shift", RED, (0, (1, 1))),
    "signs": ("signs, separable: $2^{-n}$", GREY, "--"),
    "shifted_goe": (r"GOE + $\sqrt{n}$", GREEN, "-."),
    "goe": ("GOE", BLUE, "-"),
    "equal_variance": ("equal variances", ORANGE, (0, (4, 1, 1, 1, 1, 1))),
}
METHODS = {"Monte Carlo": ("o", 3.0), "splitting": ("^", 3.5)}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (small, large, gaps) = plt.subplots(
        1, 3, figsize=(DOUBLE_COLUMN, 2.9), layout="constrained", width_ratios=(1, 1, 0.6)
    )
    table, same = tables["all"], tables["agreement"].query("setting == 'same ensemble'")
    for name, (label, colour, line) in LOOKS.items():
        rows = table[(table["ensemble"] == name) & (table["probability"] > 0)]
        best = rows.drop_duplicates("n")
        for axes in (small, large):
            axes.semilogy(best["n"], best["probability"], color=colour, ls=line, label=label)
            _points(axes, rows, colour)
        kept = same[same["ensemble"] == name]
        for method, (marker, size) in METHODS.items():
            seen = kept[kept["method"] == method]
            gaps.plot(
                seen["n"], seen["deviation"], marker, color=colour, ms=size, mfc="none", mew=0.8
            )
    small.set(xlim=(0.5, 8.5), ylim=(1e-12, 3), xlabel="$n$", ylabel="probability")
    large.set(xlim=(0, 49), ylim=(1e-290, 1e10), xlabel="$n$")
    large.set_yticks([1e-250, 1e-200, 1e-150, 1e-100, 1e-50, 1])
    gaps.set(xscale="log", xlabel="$n$", ylabel="standard errors", ylim=(-6, 6))
    gaps.set_xticks([1, 2, 4, 8, 16, 32], ["1", "2", "4", "8", "16", "32"])
    gaps.set_xticks([], minor=True)
    gaps.axhline(0, color="black", lw=0.6)
    figure.legend(
        *small.get_legend_handles_labels(), loc="outside lower center", ncols=5, frameon=False
    )
    for axes, letter, title in (
        (small, "a", "small $n$"),
        (large, "b", "all $n$"),
        (gaps, "c", "agreement"),
    ):
        panel(axes, letter, title)
    return figure


def _points(axes: Axes, rows: pd.DataFrame, colour: str) -> None:
    for method, (marker, size) in METHODS.items():
        seen = rows[rows["method"] == method]
        error = (3 * seen["error"]).clip(upper=0.999 * seen["probability"])
        axes.errorbar(
            seen["n"],
            seen["probability"],
            [error, 3 * seen["error"]],
            fmt=marker,
            ms=size,
            mfc="none",
            mew=0.8,
            lw=0.8,
            color=colour,
        )
