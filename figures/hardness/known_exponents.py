"""The table of exponents as a chart."""

from fractions import Fraction

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREY, ORANGE, RED

ITEMS = ("O-77", "O-83", "O-84", "O-98")
TITLE = "Queries for stationary points: exponents of 1/ε, upper and lower"
CAPTION = (
    "Exponents of 1/ε in the number of queries for |∇f| ≤ ε, or with λ_min ≥ −√ε too (second "
    "order), by what a query tells and what is Lipschitz: best method (open), best lower bound "
    "(filled), announced in a preprint (cross). ε^(−3/2) is of queried Hessians that are "
    "Lipschitz; for gradients it is ε^(−2), or between ε^(−12/7) and ε^(−7/4)."
)
NOTES = (
    "f(x₀) − inf f ≤ Δ; lower bounds in a dimension that may grow with 1/ε but for the last two "
    "rows, upper ones in every dimension; logarithms left out. Works, in the order of the rows: "
    "Carmon et al. (2020), part I, and Nesterov (2004); Carmon et al. (2021), part II, with Li & "
    "Lin (2023), and with Carmon et al. (2018) for second order; part II, with Carmon et al. "
    "(2017); part I, with the methods that ask for gradients alone, twice; part I, with Nesterov & "
    "Polyak (2006), twice; part I, with Cartis, Gould & Toint (2020), three times; Arjevani et al. "
    "(2023), with Ghadimi & Lan (2013), and with Fang et al. (2018) for gradients Lipschitz in "
    "mean square; Arjevani et al. (2020); Fang et al. (2018), times √n for n terms; Chewi, Bubeck "
    "& Salim (2023), twice, the last with a logarithm. Crosses: Zhou (2026). R marks lower bounds "
    "that hold for random methods too."
)
ALT = (
    "Rows with a filled and an open marker each on an axis from zero to four; they agree but for "
    "gradients with more Lipschitz derivatives, where a cross lies on the open one, and for "
    "products of the Hessian with vectors."
)
TABLES = {"known": "known_exponents"}
SECOND = "second order"


def exponent(value: float) -> str:
    """The simple fraction that the table has to nine digits."""
    return str(Fraction(value).limit_denominator(30))


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, axes = plt.subplots(figsize=(DOUBLE_COLUMN, 4.6), layout="constrained")
    known = tables["known"]
    rows = range(len(known))
    axes.hlines(rows, 0, known["lower"], color=GREY, lw=0.5)
    axes.hlines(rows, known["lower"], known["upper"], color=RED, lw=2.5)
    axes.plot(known["upper"], rows, "o", color=BLUE, ms=8, mfc="none", label="best method")
    axes.plot(known["lower"], rows, "o", color=ORANGE, ms=3, label="lower bound")
    axes.plot(known["announced"], rows, "x", color=RED, ms=5, label="announced")
    names = [
        f"{row.oracle}; Lipschitz {row.smooth}{', 2nd order' if row.goal == SECOND else ''}"
        for row in known.itertuples()
    ]
    axes.set_yticks(list(rows), names)
    axes.invert_yaxis()
    for row, (low, high, random) in enumerate(
        known[["lower", "upper", "random"]].itertuples(index=False)
    ):
        text = exponent(high) if low == high else f"{exponent(low)} to {exponent(high)}"
        text += ", R" if random else ""
        axes.text(high + 0.14, row, text, va="center")
    axes.set(xlabel="exponent of $1/\\varepsilon$", xlim=(-0.15, 4.9))
    axes.legend(frameon=False, loc="lower right")
    return figure
