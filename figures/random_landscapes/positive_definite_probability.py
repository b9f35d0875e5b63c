"""The probability that all eigenvalues are positive, against the dimension."""

from typing import Any

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREEN, GREY, ORANGE, RED, panel

ITEMS = ("N-25", "N-100", "L-21", "L-22", "L-23")
TITLE = "How likely a random symmetric matrix has only positive eigenvalues"
CAPTION = (
    "Probability that all n eigenvalues are positive: exact (lines), by Monte Carlo (hollow) and "
    "splitting (filled). (a) Small n: only independent signs follow 2⁻ⁿ. (b) All n: the GOE's "
    "exponent is quadratic in n; with a shift common to all eigenvalues the probability does not "
    "vanish. (c) Sampled minus best value. 2⁻ⁿ is neither an upper nor a lower bound."
)
NOTES = (
    "Lines: closed forms, ball arithmetic or quadrature along pivots; for equal variances the "
    "points themselves are joined. Bars, mostly smaller than the symbols: three standard errors. "
    "At n = 8 the probability is {signs_8:.2e} for signs and {goe_8:.2e} for the GOE; at n = 30, "
    "{signs_30:.1e} and {goe_30:.1e}. GOE + √n is shifted half-way to the edge of its spectrum. "
    "The last ensemble adds 2√n ξ to the whole diagonal, one Gaussian ξ a matrix: an eigenvalue is "
    "positive with probability 1/2 as before, yet all of them are with probability "
    "{correlated_last:.3f} at n = 32, which tends to P(ξ > 1) = {correlated_limit:.3f}."
)
ALT = (
    "Left and middle: six curves falling with n on a logarithmic scale, one straight, one flat, "
    "the others ever steeper. Right: deviations of the sampled values, scattered about zero."
)
TABLES = {"all": "positive_definite_probability", "agreement": "method_agreement"}
VALUES = "positive_definite_values"

LOOKS = {
    "correlated": ("GOE + common shift", RED, (0, (1, 1)), "v"),
    "signs": ("signs, separable: $2^{-n}$", GREY, "--", "s"),
    "shifted_goe": (r"GOE + $\sqrt{n}$", GREEN, "-.", "D"),
    "goe": ("GOE", BLUE, "-", "o"),
    "equal_variance": ("equal variances", ORANGE, (0, (4, 1, 1, 1, 1, 1)), "^"),
}
SIZE = 3.2
METHODS = {"Monte Carlo": False, "splitting": True}  # filled


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (small, large, gaps) = plt.subplots(
        1, 3, figsize=(DOUBLE_COLUMN, 2.9), layout="constrained", width_ratios=(1, 1, 0.7)
    )
    table, same = tables["all"], tables["agreement"].query("setting == 'same ensemble'")
    handles = []
    for name, (label, colour, line, marker) in LOOKS.items():
        rows = table[(table["ensemble"] == name) & (table["probability"] > 0)]
        best = rows.drop_duplicates("n")
        for axes in (small, large):
            axes.semilogy(best["n"], best["probability"], color=colour, ls=line)
            _points(axes, rows, colour, marker)
        kept = same[same["ensemble"] == name]
        for method in METHODS:
            seen = kept[kept["method"] == method]
            look = _marker(method, colour, marker)
            gaps.plot(seen["n"], seen["deviation"], ls="", **look)
        look = {"color": colour, "ls": line, "marker": marker, "mfc": "white", "ms": SIZE}
        handles.append(Line2D([], [], label=label, **look))
    small.set(xlim=(0.5, 8.5), ylim=(1e-12, 3), xlabel="$n$", ylabel="probability")
    large.set(xlim=(0, 49), ylim=(1e-290, 1e10), xlabel="$n$")
    large.set_yticks([1e-250, 1e-200, 1e-150, 1e-100, 1e-50, 1])
    gaps.set(xscale="log", xlabel="$n$", ylabel="standard errors", ylim=(-3.5, 3.5))
    gaps.set_xticks([1, 2, 4, 8, 16, 32], ["1", "2", "4", "8", "16", "32"])
    gaps.set_xticks([], minor=True)
    gaps.axhline(0, color="black", lw=0.6)
    figure.legend(handles=handles, loc="outside lower center", ncols=3, frameon=False)
    for axes, letter, title in (
        (small, "a", "small $n$"),
        (large, "b", "all $n$"),
        (gaps, "c", "agreement"),
    ):
        panel(axes, letter, title)
    return figure


def _marker(method: str, colour: str, marker: str) -> dict[str, Any]:
    face = colour if METHODS[method] else "white"
    return {"color": colour, "marker": marker, "ms": SIZE, "mfc": face, "mew": 0.8}


def _points(axes: Axes, rows: pd.DataFrame, colour: str, marker: str) -> None:
    for method in METHODS:
        seen = rows[rows["method"] == method]
        error = (3 * seen["error"]).clip(upper=0.999 * seen["probability"])
        axes.errorbar(
            seen["n"],
            seen["probability"],
            [error, 3 * seen["error"]],
            ls="",
            elinewidth=0.8,
            **_marker(method, colour, marker),
        )
