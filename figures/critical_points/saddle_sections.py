"""The two sections of the quadratic saddle."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import ORANGE, PURPLE, SINGLE_COLUMN, mark, panel

ITEMS = ("L-15", "L-16")
TITLE = "Sections of the saddle x² − y² along its axes"
CAPTION = (
    "Sections of z = x² − y² through the origin, labelled as in the module. (a) Along x the "
    "section is convex and the origin its minimum. (b) Along y it is concave and the origin its "
    "maximum. Of the surface the same point is neither."
)
NOTES = (
    "Stable and unstable are meant of the direction: a displacement along x shrinks under gradient "
    "descent with a step length below 1, one along y grows under any. The module gives neither "
    "ranges nor colours."
)
ALT = (
    "Left, a parabola that opens upwards with its minimum marked; right, a parabola that opens "
    "downwards with its maximum marked."
)
TABLES = {"sections": "axis_sections"}

PANELS = {
    "x": ("a", "convex: $z=x^2$", ORANGE, "-", "minimum", "positive curvature\nminimum\nstable"),
    "y": (
        "b",
        "concave: $z=-y^2$",
        PURPLE,
        (0, (4, 1.5)),
        "maximum",
        "unstable\nmaximum\nnegative curvature",
    ),
}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    sections = tables["sections"].query("landscape == 'quadratic_saddle'")
    figure, both = plt.subplots(1, 2, figsize=(SINGLE_COLUMN, 1.9), layout="constrained")
    for axes, (axis, (letter, title, colour, line, nature, words)) in zip(
        both, PANELS.items(), strict=True
    ):
        curve = sections[sections["axis"] == axis]
        axes.plot(curve["s"], curve["z"], color=colour, ls=line)
        mark(axes, 0, 0, nature=nature)
        upwards = nature == "minimum"
        place = {"y": 0.97, "va": "top"} if upwards else {"y": 0.03, "va": "bottom"}
        axes.text(0.5, s=words, ha="center", transform=axes.transAxes, **place)
        axes.set_xlabel(f"${axis}$")
        axes.margins(y=0.1)
        panel(axes, letter, title)
    both[0].set_ylabel("$z$")
    return figure
