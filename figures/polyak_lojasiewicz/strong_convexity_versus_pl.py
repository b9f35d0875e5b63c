"""A strongly convex function and a quartic with two minima, and where the quartic is not PL."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREY, ORANGE, RED, mark, panel

ITEMS = ("O-47", "O-48")
TITLE = "Two minima and the PL inequality"
CAPTION = (
    "(a) The strongly convex ½x² and the quartic ½(x² − 1.2)². (b) f′² against f − f*, with the "
    "boundary of the PL inequality for µ = {mu:.1f}. The article says that both lie above it. The "
    "quartic does not: for |x| < {edge:.3f} (thick) it falls below, down to f′ = 0 at its local "
    "maximum (triangle)."
)
NOTES = (
    "At the maximum, where f − f* = {maximum:.2f}, on the axis of (b), the inequality fails for "
    "every µ > 0; on the line no PL function has separated minima. The strongly convex function is "
    "our choice; the article gives no formula."
)
ALT = (
    "Left, a parabola and a quartic with two minima, the top of its hump in red. Right, on "
    "logarithmic axes, the parabola's line lies above the dashed boundary; of the quartic's two "
    "branches one stays above and the other falls below it, in red."
)
TABLES = {"curves": "pl_curves"}
VALUES = "pl_values"

LOOKS = {"parabola": (BLUE, "-", "½$x^2$"), "quartic": (ORANGE, (0, (5, 1.2)), "½$(x^2-1.2)^2$")}
FLOOR = 1e-4


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    curves = tables["curves"]
    figure, (left, right) = plt.subplots(1, 2, figsize=(DOUBLE_COLUMN, 2.7), layout="constrained")
    for name, (colour, line, label) in LOOKS.items():
        curve = curves[curves["function"] == name]
        left.plot(curve["x"], curve["gap"], color=colour, ls=line, label=label)
        shown = curve[(curve["gap"] >= FLOOR) & (curve["slope_squared"] >= FLOOR)]
        half = shown[shown["x"] > 0]  # both functions are even
        right.plot(half["gap"], half["slope_squared"], color=colour, ls=line)
    failing = curves[(curves["holds"] == 0)]
    top = failing.loc[failing["x"].abs().idxmin()]
    left.plot(failing["x"], failing["gap"], color=RED, lw=2.4, label="PL fails")
    steep = failing[(failing["slope_squared"] >= FLOOR) & (failing["x"] > 0)]
    right.plot(steep["gap"], steep["slope_squared"], color=RED, lw=2.4)
    minima = curves[(curves["function"] == "quartic") & (curves["gap"] < 1e-20)]
    mark(left, minima["x"], minima["gap"], nature="minimum")
    mark(left, [0.0], [0.0], nature="minimum")
    mark(left, [top["x"]], [top["gap"]], nature="maximum")
    mark(right, [top["gap"]], [FLOOR], nature="maximum", clip_on=False)
    boundary = curves[curves["gap"] >= FLOOR].sort_values("gap")
    right.plot(
        boundary["gap"], boundary["boundary"], color=GREY, ls=(0, (4, 2)), zorder=0,
        label="$2\\mu(f-f^*)$",
    )  # fmt: skip
    right.annotate(
        "$f'=0$", (top["gap"], FLOOR), (7, 6), textcoords="offset points", ha="left", va="bottom"
    )
    left.set(xlabel="$x$", ylabel="$f-f^*$", ylim=(-0.12, 2.1))
    right.set(
        xscale="log", yscale="log", xlabel="$f-f^*$", ylabel="$f\\,'^2$",
        xlim=(FLOOR, 8), ylim=(FLOOR, 200),
    )  # fmt: skip
    left.legend(loc="upper center", ncols=1, frameon=False)
    right.legend(loc="upper left", frameon=False)
    panel(left, "a", "two functions")
    panel(right, "b", "slope against height")
    return figure
