"""What splitting saves against plain Monte Carlo."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREEN, ORANGE, panel

ITEMS = ("N-25", "N-100")
TITLE = "The work of splitting and of plain Monte Carlo at equal relative error"
CAPTION = (
    "Probability that all n eigenvalues are positive, estimated by splitting on the leading "
    "blocks. (a) Matrices that plain Monte Carlo must test for the relative error that splitting "
    "has, (1 − P)/(P ε²), over matrices that splitting factorizes: 10 to the {largest_power:.0f} "
    "for the GOE at n = {largest:.0f}, where splitting spends {largest_work:.1f} million "
    "factorizations for a relative error of {largest_error:.0f} %. (b) The same as counts: "
    "splitting (filled) grows slowly with n, plain Monte Carlo (open) as 1/P; each factorization "
    "or test counts one, whatever its size. (c) Relative standard error of splitting, from "
    "independent repetitions. Where the event is not rare (GOE + √n at n = 8) splitting saves "
    "nothing."
)
ALT = (
    "Left: ratio of work rising on a logarithmic scale to beyond ten to the hundred; middle: the "
    "two works; right: relative errors of one to some tens of per cent."
)
TABLES = {"work": "splitting_work"}
VALUES = "positive_definite_values"

LOOKS = {
    "goe": ("GOE", BLUE, "o"),
    "equal_variance": ("equal variances", ORANGE, "^"),
    "shifted_goe": (r"GOE + $\sqrt{n}$", GREEN, "s"),
}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (ratio, work, error) = plt.subplots(
        1, 3, figsize=(DOUBLE_COLUMN, 2.4), layout="constrained"
    )
    for name, (label, colour, marker) in LOOKS.items():
        rows = tables["work"][tables["work"]["ensemble"] == name]
        look = {"color": colour, "marker": marker, "ms": 3.5, "lw": 1.0}
        ratio.semilogy(rows["n"], rows["ratio"], label=label, **look)
        work.semilogy(rows["n"], rows["factorizations"], **look)
        work.semilogy(rows["n"], rows["plain"], mfc="none", ls="--", **look)
        error.plot(rows["n"], 100 * rows["relative_error"], **look)
    ratio.axhline(1, color="black", lw=0.6)
    ratio.set(xlabel="$n$", ylabel="plain work / splitting work")
    work.set(xlabel="$n$", ylabel="matrices")
    for axes in (ratio, work):
        axes.set_yticks([1, 1e25, 1e50, 1e75, 1e100, 1e125, 1e150])
    error.set(xlabel="$n$", ylabel="relative error of splitting, %", yscale="log")
    error.set_yticks([0.5, 1, 2, 5, 10, 20], ["0.5", "1", "2", "5", "10", "20"])
    error.set_yticks([], minor=True)
    ratio.legend(frameon=False, loc="upper left")
    work.annotate("plain", (20, 1e65), (7, 1e75))
    work.annotate("splitting", (20, 1e7), (18, 1e13))
    for axes, letter, title in (
        (ratio, "a", "work saved"),
        (work, "b", "work"),
        (error, "c", "error"),
    ):
        panel(axes, letter, title)
    return figure
