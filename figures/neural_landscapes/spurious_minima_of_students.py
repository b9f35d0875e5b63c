"""Loss and least curvature at certified stationary points of student networks, by their units."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLACK, BLUE, DOUBLE_COLUMN, GREEN, ORANGE, panel

ITEMS = ("N-97", "N-46", "O-09")
TITLE = "Spurious minima of student networks, certified"
CAPTION = (
    "k rectified units learn k orthonormal units, Gaussian inputs in R^k: three families of "
    "stationary points. (a) Their loss; the least loss is 0. (b) The least eigenvalue of the "
    "Hessian: filled where it is positive, a strict and spurious minimum; hollow where it is "
    "negative, a saddle."
)
NOTES = (
    "Existence by an interval Newton method, loss and eigenvalue by ball arithmetic; bounds are "
    "narrower than the markers. A and B are minima from k = 6 on, the range of Safran & Shamir "
    "(2018), C from 7 on."
)
ALT = (
    "Left, three curves of loss against the number of units, two rise to a tenth and one falls to "
    "a hundredth. Right, three curves of least curvature that cross zero between five and seven "
    "units and stay positive."
)
TABLES = {"points": "spurious_minima"}

FAMILIES = {"A": (BLUE, "o"), "B": (ORANGE, "s"), "C": (GREEN, "^")}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (loss, curvature) = plt.subplots(
        1, 2, figsize=(DOUBLE_COLUMN, 2.5), layout="constrained"
    )
    for family, (colour, marker) in FAMILIES.items():
        points = tables["points"].query("family == @family")
        minimum = points["curvature_least"] > 0
        for place, name in ((loss, "loss"), (curvature, "curvature")):
            middle = (points[f"{name}_least"] + points[f"{name}_most"]) / 2
            place.plot(points["units"], middle, color=colour, lw=0.8, zorder=1)
            for chosen, face in ((minimum, colour), (~minimum, "white")):
                place.plot(
                    points["units"][chosen],
                    middle[chosen],
                    marker,
                    color=colour,
                    markerfacecolor=face,
                    markersize=4,
                    label=f"family {family}" if face == colour and name == "loss" else None,
                )
    curvature.axhline(0, color=BLACK, lw=0.6)
    curvature.set_ylim(-0.05, 0.06)
    loss.set(ylabel="loss", ylim=(0, 0.11))
    curvature.set_ylabel(r"$\lambda_{\min}$ of the Hessian")
    for place, letter, title in ((loss, "a", "loss"), (curvature, "b", "least curvature")):
        place.set(xlabel="units $k$", xticks=range(4, 21, 4))
        panel(place, letter, title)
    loss.legend(loc="center right", frameon=False)
    return figure
