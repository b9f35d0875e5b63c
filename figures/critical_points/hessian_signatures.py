"""Stationary points by the signature of their Hessian."""

from typing import Any

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from provenscape.figures import (
    BLUE,
    DOUBLE_COLUMN,
    GREEN,
    ORANGE,
    PURPLE,
    RED,
    mark,
    mesh,
    panel,
    space,
    surface,
)

ITEMS = ("O-26",)
TITLE = "Stationary points ordered by the signature of the Hessian"
CAPTION = (
    "Stationary points by the Hessian H: surfaces, and below them sections through the point. (a) "
    "H ≻ 0: a strict local minimum. (b) H ≺ 0: a strict local maximum. (c) H indefinite: a strict "
    "saddle. (d) H ⪰ 0 singular: degenerate; sections along y of three functions with the same H, "
    "one with a minimum, two without."
)
NOTES = (
    "(b) H ⪯ 0 would not suffice: y⁴ − x² has H ⪯ 0 at the origin and no maximum there. (c) It is "
    "escaped along the eigenvector of the negative eigenvalue. (d) The surface is x² + y⁴; x² − y⁴ "
    "is a saddle although no eigenvalue is negative, so that information of higher order is "
    "needed. An eigenvalue below 0, the document's mark of a strict saddle, is also found in (b) "
    "and in singular Hessians such as diag(−2, 0): the four classes are not a partition."
)
ALT = (
    "Four surfaces: bowl, upturned bowl, saddle, and a trough with a flat bottom; under each a "
    "panel of sections, labelled with the Hessian's eigenvalues. Under the fourth, curves for plus "
    "y to the fourth, minus y to the fourth and y cubed leave the origin tangentially."
)
TABLES = {
    "bowl": "bowl_surface",
    "cap": "cap_surface",
    "quadratic_saddle": "quadratic_saddle_surface",
    "degenerate_minimum": "degenerate_minimum_surface",
    "sections": "axis_sections",
    "points": "stationary_points",
}

PANELS = {
    "bowl": ("minimum", r"$H\succ 0$"),
    "cap": ("maximum", r"$H\prec 0$"),
    "quadratic_saddle": ("strict saddle", "$H$ indefinite"),
    "degenerate_minimum": ("degenerate", "$H$ singular"),
}
TRIO = {
    "degenerate_minimum": ("$x^2+y^4$: minimum", BLUE, "-"),
    "degenerate_saddle": ("$x^2-y^4$: saddle", RED, (0, (4, 1.5))),
    "degenerate_inflection": ("$x^2+y^3$: saddle", GREEN, (0, (1, 1))),
}
AXES = {"x": (ORANGE, "-"), "y": (PURPLE, (0, (4, 1.5)))}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    points = tables["points"].set_index("landscape")
    sections = tables["sections"].set_index(["landscape", "axis"])
    figure = plt.figure(figsize=(DOUBLE_COLUMN, 4.0))
    for column, (name, (heading, signature)) in enumerate(PANELS.items()):
        left, point = 0.245 * column, points.loc[name]
        above = figure.add_axes((left + 0.005, 0.57, 0.235, 0.42), projection="3d")
        surface(above, mesh(tables[name]), alpha=0.9)
        mark(above, 0, 0, point["z"], nature=point["nature"], size=28)
        space(above, z="")
        panel(above, "abcd"[column], heading)
        below = figure.add_axes((left + 0.055, 0.235, 0.18, 0.26))
        curves = _trio(sections) if name == "degenerate_minimum" else _along(sections.loc[name])
        for curve, label, colour, line in curves:
            below.plot(curve["s"], curve["z"], color=colour, ls=line, label=label)
        decided = point["hessian_test"] != "undecided"
        mark(below, 0, 0, nature=point["nature"] if decided else "none", size=28)
        values = f"{point['eigenvalue_low']:.0f}, {point['eigenvalue_high']:.0f}"
        below.set_title(f"{signature}: λ = {values}".replace("-", "−"), pad=4)
        below.set(xticks=[-1, 0, 1], xlabel="$y$" if name in TRIO else "$x$ or $y$")
        below.yaxis.set_major_locator(MaxNLocator(3, steps=[1, 2, 5, 10]))
        below.legend(loc="upper center", bbox_to_anchor=(0.45, -0.3), frameon=False)
    return figure


def _along(sections: pd.DataFrame) -> list[tuple[pd.DataFrame, str, str, Any]]:
    """The sections along both axes; one curve where they are the same."""
    curves = [(sections.loc[a], f"along ${a}$", colour, line) for a, (colour, line) in AXES.items()]
    (first, _, colour, line), (second, *_) = curves
    if (first["z"].to_numpy() == second["z"].to_numpy()).all():
        return [(first, "along $x$ and along $y$", colour, line)]
    return curves


def _trio(sections: pd.DataFrame) -> list[tuple[pd.DataFrame, str, str, Any]]:
    return [(sections.loc[(name, "y")], *look) for name, look in TRIO.items()]
