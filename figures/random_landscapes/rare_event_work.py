"""What splitting saves against plain Monte Carlo."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREEN, ORANGE, panel

ITEMS = ("N-25", "N-100")
TITLE = "The work of splitting and of plain Monte Carlo at equal relative error"
CAPTION = (
    "Probability that all n eigenvalues are positive, by splitting. (a) Matrices that plain Monte "
    "Carlo must test for the same relative error, over those that splitting factorizes: 10 to the "
    "{largest_power:.0f} for the GOE at n = {largest:.0f}. (b) The latter grow slowly with n. (c) "
    "Relative error. Where the event is not rare splitting saves nothing."
)
NOTES = (
    "Splitting is on the leading blocks. (a) Plain work is (1 − P)/(P ε²) for the relative error ε "
    "of (c), which comes from independent repetitions; each factorization or test counts one, "
    "whatever its size. For the GOE at n = {largest:.0f} splitting spends {largest_work:.1f} "
    "million factorizations for a relative error of {largest_error:.0f} %. GOE + √n at n = 8 is "
    "the case where the event is not rare."
)
ALT = (
    "Left: ratio of work rising on a logarithmic scale to beyond ten to the hundred; middle: the "
    "work of splitting; right: relative errors of one to some tens of per cent."
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
        if name == "equal_variance":  # its work is nearly the GOE's
            look |= {"ms": 6, "mfc": "none", "ls": ":"}
        ratio.semilogy(rows["n"], rows["ratio"], label=label, **look)
        work.semilogy(rows["n"], rows["factorizations"], **look)
        error.plot(rows["n"], 100 * rows["relative_error"], **look)
    ratio.axhline(1, color="black", lw=0.6)
    ratio.set(xlabel="$n$", ylabel="plain work / splitting work")
    work.set(xlabel="$n$", ylabel="matrices factorized")
    ratio.set_yticks([1, 1e25, 1e50, 1e75, 1e100, 1e125, 1e150])
    error.set(xlabel="$n$", ylabel="relative standard error, %", yscale="log")
    error.set_yticks([0.5, 1, 2, 5, 10, 20], ["0.5", "1", "2", "5", "10", "20"])
    error.set_yticks([], minor=True)
    ratio.legend(frameon=False, loc="upper left")
    for axes, letter, title in (
        (ratio, "a", "work saved"),
        (work, "b", "work of splitting"),
        (error, "c", "error of splitting"),
    ):
        panel(axes, letter, title)
    return figure
