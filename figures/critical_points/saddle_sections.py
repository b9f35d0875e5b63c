"""The two sections of the quadratic saddle."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import ORANGE, PURPLE, SINGLE_COLUMN, mark, panel

ITEMS = ("L-15",)
TITLE = "Sections of the saddle x² − y² along its axes"
CAPTION = (
    "Sections of z = x² − y² through the origin. (a) Along x the section is convex and the origin "
    "its minimum. (b) Along y it is concave and the origin its maximum. Of the surface the same "
    "point is neither."
)
ALT = (
    "Left, a parabola that opens upwards with its minimum marked; right, a parabola that opens "
    "downwards with its maximum marked."
)
TABLES = {"sections": "axis_sections"}

PANELS = {
    "x": ("a", "$z=x^2$: convex", ORANGE, "-", "minimum", "positive\ncurvature"),
    "y": ("b", "$z=-y^2$: concave", PURPLE, (0, (4, 1.5)), "maximum", "negative\ncurvature"),
}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    sections = tables["sections"].query("landscape == 'quadratic_saddle'")
    figure, both = plt.subplots(1, 2, figsize=(SINGLE_COLUMN, 1.75), layout="constrained")
    for axes, (axis, (letter, title, colour, line, nature, curvature)) in zip(
        both, PANELS.items(), strict=True
    ):
        curve = sections[sections["axis"] == axis]
        axes.plot(curve["s"], curve["z"], color=colour, ls=line)
        mark(axes, 0, 0, nature=nature)
        upwards = nature == "minimum"
        axes.annotate(
            f"{nature}\n{curvature}",
            (0, 0),
            (0, 14 if upwards else -14),
            textcoords="offset points",
            ha="center",
            va="bottom" if upwards else "top",
            fontsize=7,
        )
        axes.set_xlabel(f"${axis}$")
        axes.margins(y=0.1)
        panel(axes, letter, title)
    both[0].set_ylabel("$z$")
    return figure
