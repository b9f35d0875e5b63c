"""The table of exponents as a chart."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREY, ORANGE, RED

ITEMS = ("O-77", "O-83", "O-84", "O-98")
TITLE = "Queries for a gradient of length ε: exponents of 1/ε, upper and lower"
CAPTION = (
    "Exponents of 1/ε in the number of queries for |∇f| ≤ ε, by what a query tells and what is "
    "Lipschitz: best method (open), best lower bound (filled), announced in a preprint (cross). "
    "The documents' ε^(−3/2) is of Hessians that are Lipschitz; for gradients it is ε^(−2), or "
    "between ε^(−12/7) and ε^(−7/4)."
)
NOTES = (
    "f(x₀) − inf f ≤ Δ; lower bounds in a dimension that may grow with 1/ε but for the last two "
    "rows, upper ones in every dimension; logarithms left out. Works, in the order of the rows: "
    "Carmon et al. (2020), part I, and Nesterov (2004); Carmon et al. (2021), part II, and Li & "
    "Lin (2023); part II, with Carmon et al. (2017); part I, with Nesterov & Polyak (2006); part "
    "I, with Cartis, Gould & Toint (2020), twice; Arjevani et al. (2023), with Ghadimi & Lan "
    "(2013), and with Fang et al. (2018) for gradients Lipschitz in mean square; Chewi, Bubeck & "
    "Salim (2023), twice, the last with a logarithm. Crosses: Zhou (2026). R marks lower bounds "
    "that hold for random methods too."
)
ALT = (
    "Ten rows with a filled and an open marker each on an axis from zero to four; they agree but "
    "in two rows, gradients with more Lipschitz derivatives, where a cross lies on the open one."
)
TABLES = {"known": "known_exponents"}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, axes = plt.subplots(figsize=(DOUBLE_COLUMN, 3.2), layout="constrained")
    known = tables["known"]
    rows = range(len(known))
    axes.hlines(rows, 0, known["lower"], color=GREY, lw=0.5)
    axes.hlines(rows, known["lower"], known["upper"], color=RED, lw=2.5)
    axes.plot(known["upper"], rows, "o", color=BLUE, ms=9, mfc="none", label="best method")
    axes.plot(known["lower"], rows, "o", color=ORANGE, ms=3, label="lower bound")
    axes.plot(known["announced"], rows, "x", color=RED, ms=5, label="announced")
    names = [f"{row.oracle}; Lipschitz {row.smooth}" for row in known.itertuples()]
    axes.set_yticks(list(rows), names)
    axes.invert_yaxis()
    for row, (low, high, random) in enumerate(
        known[["lower", "upper", "random"]].itertuples(index=False)
    ):
        text = f"{high:.4g}" if low == high else f"{low:.4g} to {high:.4g}"
        text += ", R" if random else ""
        axes.text(high + 0.12, row, text, va="center")
    axes.set(xlabel="exponent of $1/\\varepsilon$", xlim=(-0.15, 4.9))
    axes.legend(frameon=False, loc="lower right")
    return figure
