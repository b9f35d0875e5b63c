"""Critical points of a random field in the plane, and the counts by index in two and three
dimensions."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREY, ORANGE, RED, mark, mesh, panel

ITEMS = ("N-03", "N-24", "N-25", "N-26")
TITLE = "Critical points of random fields, counted"
CAPTION = (
    "Stationary Gaussian fields on the torus. (a) One with a Gaussian spectrum: {shown_minimum} "
    "minima (circles), {shown_saddle} saddles (crosses), {shown_maximum} maxima (triangles); "
    "minima and maxima together are exactly as many as saddles, as Morse's identity says. (b, c) "
    "Fractions by index of all critical points counted in random Fourier series isotropic at each "
    "point ({plane_points} points of {plane_fields} fields, {space_points} of {space_fields}; "
    "errors too small to be seen), the exact ones by Kac–Rice, those of independent signs and "
    "those of a GOE matrix. In the plane the first three agree. In space the share of minima and "
    "maxima is (29 − 6√6)/58 = {space_exact:.4f}, counted {space_extrema:.4f} ± "
    "{space_extrema_error:.4f}; for independent signs it is 1/4, {space_from_binomial:.1f} "
    "standard errors from the count."
)
ALT = (
    "A coloured map of a random field with marked minima, saddles and maxima; two bar charts in "
    "which counts, Kac-Rice and signs nearly agree and GOE has far fewer definite matrices."
)
TABLES = {"surface": "field_surface", "points": "field_points", "fractions": "field_fractions"}
VALUES = "random_fields_values"

BARS = {
    "direct count": ("counted", BLUE),
    "closed form": ("Kac–Rice", ORANGE),
    "independent signs": ("signs", GREY),
    "GOE": ("GOE", RED),
}
WIDTH = 0.2


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (plane, two, three) = plt.subplots(
        1, 3, figsize=(DOUBLE_COLUMN, 2.6), layout="constrained", width_ratios=(1.15, 0.85, 1.1)
    )
    grid = mesh(tables["surface"])
    plane.pcolormesh(grid["x"], grid["y"], grid["z"], shading="gouraud", rasterized=True)
    for nature, points in tables["points"].groupby("nature"):
        mark(plane, points["x"], points["y"], nature=str(nature), size=15, linewidths=0.4)
    plane.set(xlabel="$x_1$", ylabel="$x_2$", aspect="equal")
    plane.set(xlim=(0, 2 * 3.14159265), ylim=(0, 2 * 3.14159265))
    panel(plane, "a", "one field in the plane")
    fractions = tables["fractions"]
    _bars(two, fractions.query("n == 2"))
    _bars(three, fractions.query("n == 3"))
    two.set_xticks([0, 1, 2], ["minimum", "saddle", "maximum"])
    two.set_ylabel("share of the critical points")
    three.set_xlabel("negative eigenvalues $k$")
    three.set_xticks([0, 1, 2, 3])
    three.legend(frameon=False, loc="upper right", bbox_to_anchor=(1.02, 1.03), handlelength=1)
    three.set_ylim(0, 0.72)
    panel(two, "b", "two dimensions")
    panel(three, "c", "three dimensions")
    return figure


def _bars(axes: Axes, rows: pd.DataFrame) -> None:
    for place, (route, (label, colour)) in enumerate(BARS.items()):
        chosen = rows[rows["route"] == route]
        shift = (place - (len(BARS) - 1) / 2) * WIDTH
        axes.bar(chosen["index"] + shift, chosen["fraction"], WIDTH, color=colour, label=label)
