"""How fast the probability of a minimum approaches its large deviations."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREY, ORANGE, panel

ITEMS = ("N-25", "N-100")
TITLE = "The exponent of the probability of a minimum: quadratic in the dimension"
CAPTION = (
    "−log P/n² for the probability P that a GOE matrix has only positive eigenvalues. (a) It tends "
    "to (ln 3)/4 (Dean and Majumdar 2006), so that P is about 3^(−n²/4); independent signs have "
    "ln(2)/n and no such limit. (b) The excess falls like b/n: {excess_8:.0f} % of the limit at n "
    "= 8, {excess_100:.1f} % at n = 100."
)
NOTES = (
    "Values of P are certified by ball arithmetic; (ln 3)/4 = {limit:.6f}. A fit of θn² + bn + c "
    "log n + d + O(1/n) through n = {fitted_from:.0f}, …, {fitted_to:.0f} gives θ = {theta:.9f}, b "
    "= {linear:.8f} (line; the digits of ln(2 + √3)/2 − (ln 3)/4) and c = {logarithmic:.6f} (those "
    "of 1/24); these two closed forms are read off, not derived."
)
ALT = (
    "Left: certified values falling with n to a dashed line. Right: their distance from it on "
    "doubly logarithmic axes, along a straight line of slope minus one."
)
TABLES = {"rate": "large_deviation_rate"}
VALUES = "large_deviation_values"


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (rate, excess) = plt.subplots(1, 2, figsize=(DOUBLE_COLUMN, 2.5), layout="constrained")
    rows = tables["rate"]
    rate.semilogx(rows["n"], rows["rate"], "o", color=BLUE, ms=3.5, label="GOE, certified")
    rate.plot(rows["n"], rows["limit"], "--", color=ORANGE, label="$(\\ln 3)/4$")
    rate.plot(rows["n"], rows["signs"], "s", color=GREY, ms=3.5, label="signs, $\\ln(2)/n$")
    rate.set(xlabel="$n$", ylabel="$-\\log P/n^2$", ylim=(0, 0.72))
    rate.legend(frameon=False, loc="upper right")
    excess.loglog(rows["n"], rows["excess"], "o", color=BLUE, ms=3.5, label="GOE, certified")
    excess.plot(rows["n"], rows["linear"], color=ORANGE, lw=1.0, label="$b/n$")
    excess.set(xlabel="$n$", ylabel="$-\\log P/n^2-(\\ln 3)/4$")
    excess.legend(frameon=False, loc="upper right")
    panel(rate, "a", "rate")
    panel(excess, "b", "excess over the limit")
    return figure
