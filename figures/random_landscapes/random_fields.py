"""Critical points of a random field in the plane, and the counts by index in two and three
dimensions."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLACK, BLUE, DOUBLE_COLUMN, GREY, ORANGE, RED, mark, mesh, panel

ITEMS = ("N-03", "N-24", "N-25", "N-26")
TITLE = "Critical points of random fields, counted"
CAPTION = (
    "Stationary Gaussian fields on the torus. (a) One, with {shown_minimum} minima, {shown_saddle} "
    "saddles (crosses) and {shown_maximum} maxima (triangles). (b) Share of each index among the "
    "critical points in space. (c) Share minus that of independent signs, with three standard "
    "errors: in the plane Kac–Rice, counts and signs agree; in space signs are "
    "{space_from_binomial:.1f} standard errors off the count."
)
NOTES = (
    "(a) A Gaussian spectrum; minima (circles) and maxima together are exactly as many as saddles, "
    "as Morse's identity says. (b, c) Counts of all critical points of random Fourier series "
    "isotropic at each point ({plane_points} points of {plane_fields} fields in the plane, "
    "{space_points} of {space_fields} in space); Kac–Rice is exact. In space minima and maxima are "
    "together (29 − 6√6)/58 = {space_exact:.4f} of all, counted {space_extrema:.4f} ± "
    "{space_extrema_error:.4f}; for independent signs they are 1/4. The GOE is far from all of "
    "them and left out of (c)."
)
ALT = (
    "A coloured map of a random field with marked minima, saddles and maxima; shares by index, "
    "where only the GOE stands apart; and differences, about zero in the plane, and in space "
    "clearly below zero for extrema and above for saddles, on the Kac–Rice values."
)
TABLES = {"surface": "field_surface", "points": "field_points", "fractions": "field_fractions"}
VALUES = "random_fields_values"

LOOKS = {
    "independent signs": ("signs", BLACK, "_", 11, -0.0),
    "GOE": ("GOE", RED, "^", 5, 0.0),
    "closed form": ("Kac–Rice", ORANGE, "s", 5.5, 0.12),
    "direct count": ("counted", BLUE, "o", 3.5, -0.12),
}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (plane, shares, gaps) = plt.subplots(
        1, 3, figsize=(DOUBLE_COLUMN, 2.6), layout="constrained", width_ratios=(1.15, 0.8, 1.15)
    )
    grid = mesh(tables["surface"])
    plane.pcolormesh(grid["x"], grid["y"], grid["z"], shading="gouraud", rasterized=True)
    for nature, points in tables["points"].groupby("nature"):
        mark(plane, points["x"], points["y"], nature=str(nature), size=15, linewidths=0.4)
    plane.set(xlabel="$x_1$", ylabel="$x_2$", aspect="equal")
    plane.set(xlim=(0, 2 * 3.14159265), ylim=(0, 2 * 3.14159265))
    fractions = tables["fractions"]
    for route, (label, colour, marker, size, shift) in LOOKS.items():
        look = {"color": colour, "marker": marker, "ms": size, "ls": "", "mew": 1.3}
        for n, left in ((2, 0), (3, 4)):
            rows = fractions.query("n == @n and route == @route").set_index("index")
            signs = fractions.query("n == @n and route == 'independent signs'").set_index("index")
            if n == 3:
                shares.plot(rows.index, rows["fraction"], label=label, **look)
            if route not in ("GOE", "independent signs"):
                gaps.errorbar(
                    left + rows.index + shift,
                    1e3 * (rows["fraction"] - signs["fraction"]),
                    3e3 * rows["error"],
                    lw=1.0,
                    **look,
                )
    gaps.axhline(0, color=BLACK, lw=0.8)
    gaps.axvline(3, color=GREY, lw=0.6, ls=":")
    gaps.text(-0.4, 3.1, "plane", va="top")
    gaps.text(3.2, 3.1, "space", va="top")
    gaps.set(xlabel="negative eigenvalues $k$", ylabel="share − signs, in 1/1000", ylim=(-3.3, 3.3))
    gaps.set_xticks([0, 1, 2, 4, 5, 6, 7], ["0", "1", "2", "0", "1", "2", "3"])
    shares.set(xlabel="negative eigenvalues $k$", ylabel="share", xticks=range(4), ylim=(0, 0.72))
    shares.legend(frameon=False, loc="upper left", handletextpad=0.1, ncols=2, columnspacing=0.6)
    panel(plane, "a", "one field in the plane")
    panel(shares, "b", "in space")
    panel(gaps, "c", "against signs")
    return figure
