"""Functions on which one method is slow for all accuracies, and the steps counted on them."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREEN, GREY, ORANGE, PURPLE, RED, panel

ITEMS = ("O-77", "O-79", "O-92", "N-22")
TITLE = "Functions on which one method is slow for every accuracy"
CAPTION = (
    "(a) |f'| along the first steps (marks: iterates) of descent on a function with L = 1 and of "
    "cubic regularization on one with M = 1. (b) Steps until ‖∇f‖ ≤ ε on such functions, each for "
    "all ε; lines: ε^(−1/p) for gradients k^(−p), p little above 1/2 (descent, Newton, trust "
    "region) and 2/3 (cubic)."
)
NOTES = (
    "After examples of Cartis, Gould & Toint (2010). p = 1/2 + 1/20 and 2/3 + 1/20; larger margins "
    "are in the table. Newton's method and the trust region, from radius 2, make the same steps, "
    "on a function on the plane. On one function the orders 2 and 3/2 themselves are not attained, "
    "as the descents add up to the gap. Adaptive cubic regularization may not go below M; free to "
    "do so it is fast there (crosses)."
)
ALT = (
    "Left, two falling curves with marks on them, one of them in waves; right, straight lines on "
    "logarithmic scales, a steeper one with three kinds of points and a flatter one with two."
)
TABLES = {"steps": "slow_functions", "shapes": "slow_function_shapes"}

LOOKS = {
    "descent": (BLUE, "o", 6.0),
    "Newton": (PURPLE, "s", 3.6),
    "trust region": (GREEN, "D", 2.0),
    "cubic": (ORANGE, "^", 5.5),
    "adaptive cubic": (RED, "v", 2.6),
    "adaptive cubic, free": (GREY, "x", 3.5),
}
ORDERS = {"descent": (1 / 2 + 1 / 20, BLUE), "cubic": (2 / 3 + 1 / 20, ORANGE)}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (shape, count) = plt.subplots(
        1, 2, figsize=(DOUBLE_COLUMN, 2.9), layout="constrained", width_ratios=(1, 1.35)
    )
    for name, style in (("descent", "-"), ("cubic", "--")):
        rows = tables["shapes"][tables["shapes"]["function"] == name]
        at = rows[rows["iterate"]]
        colour, marker, _ = LOOKS[name]
        shape.plot(rows["x"], rows["slope"], style, color=colour, lw=1.1, label=name)
        shape.plot(at["x"], at["slope"], marker, color=colour, ms=4, mfc="white")
    shape.set(xlabel="$x$", ylabel="$|f'|$", ylim=(0, None))
    shape.legend(frameon=False)
    least = tables["steps"][tables["steps"]["margin"] == tables["steps"]["margin"].min()]
    for name, (colour, marker, size) in LOOKS.items():
        rows = least[least["method"] == name]
        filled = {} if marker == "x" else {"mfc": "white", "mew": 0.9}
        count.loglog(
            rows["epsilon"], rows["steps"], marker, color=colour, ms=size, label=name, **filled
        )
    for name, (power, colour) in ORDERS.items():
        epsilon = least.loc[least["method"] == name, "epsilon"]
        count.loglog(epsilon, epsilon ** (-1 / power), color=colour, lw=0.7, zorder=0)
    count.invert_xaxis()
    count.set(xlabel="accuracy $\\varepsilon$", ylabel="steps")
    count.legend(frameon=False, loc="center left", bbox_to_anchor=(1, 0.5), handletextpad=0.2)
    panel(shape, "a", "slopes along the way")
    panel(count, "b", "steps until $\\|\\nabla f\\| \\leq \\varepsilon$")
    return figure
