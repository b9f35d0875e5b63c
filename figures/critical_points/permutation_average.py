"""Solutions that are equivalent under permutation, and their average."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.colors import BoundaryNorm
from matplotlib.figure import Figure

from provenscape.figures import (
    BLUE,
    DOUBLE_COLUMN,
    GREY,
    HEIGHT_COLOURS,
    ORANGE,
    height_bar,
    legend_above,
    mark,
    mesh,
    panel,
)

ITEMS = ("E-N2",)
TITLE = "Solutions equivalent under permutation, and their suboptimal average"
CAPTION = (
    "Seven points on the line (ticks), two centres x₁, x₂; smoothed sum of squared distances to "
    "the nearest. (a) The two optima, of loss {optimum:.3g}, are one clustering named in two "
    "orders; their average lies on the diagonal (dotted) and has loss {average:.4g}. Were the loss "
    "convex, it would be optimal too. (b) Loss on the line between them."
)
NOTES = (
    "The optimal centres are {centre_low:.2f} and {centre_high:.2f}. The best point of the "
    "diagonal, both centres at the mean {mean:.2f}, is a strict saddle of loss {saddle:.4g}, where "
    "the dashed level crosses itself. With the nearest centre itself, not smoothed, the loss has a "
    "kink at the average: the clustering objective is not differentiable everywhere."
)
ALT = (
    "Left, a contour map, symmetric about its diagonal, with two marked minima off the diagonal "
    "and between them a marked average and a saddle on it; right, the loss along the line between "
    "the minima, highest in the middle."
)
TABLES = {
    "surface": "permutation_surface",
    "points": "permutation_points",
    "segment": "permutation_segment",
    "data": "permutation_data",
}
VALUES = "permutation_values"

NATURES = {"optimum": "minimum", "swapped": "minimum", "average": "none", "mean": "saddle"}
LABELS = {"minimum": "optimum", "none": "average", "saddle": "saddle"}
LEVELS = [*range(3, 15), 16, 18, 20, 25, 30, 40, 50, 60]


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    grid = mesh(tables["surface"])
    points = tables["points"].assign(nature=tables["points"]["point"].map(NATURES))
    optima, average, saddle = (points[points["nature"] == nature] for nature in LABELS)
    figure, (plane, line) = plt.subplots(1, 2, figsize=(DOUBLE_COLUMN, 2.8))
    figure.subplots_adjust(left=0.07, right=0.985, bottom=0.14, top=0.88, wspace=0.42)
    plane.set_anchor("W")
    colours = {"levels": LEVELS, "norm": BoundaryNorm(LEVELS, 256), "cmap": HEIGHT_COLOURS}
    filled = plane.contourf(grid["x"], grid["y"], grid["z"], **colours)
    plane.contour(
        grid["x"], grid["y"], grid["z"], levels=saddle["z"], colors="white", linestyles="--"
    )
    plane.axline((0, 0), slope=1, color="white", lw=0.8, ls=":")
    plane.plot(optima["x"], optima["y"], color="white", lw=1)
    for nature, label in LABELS.items():
        group = points[points["nature"] == nature]
        mark(plane, group["x"], group["y"], nature=nature, label=label, size=28)
    plane.plot(tables["data"]["d"], [grid["y"].min()] * len(tables["data"]), "w|", ms=9, mew=1.5)
    plane.set(xlabel="$x_1$", ylabel="$x_2$", aspect="equal")
    legend_above(plane, columnspacing=0.6, handletextpad=0, bbox_to_anchor=(1.3, 1))
    height_bar(plane, filled, "smooth loss", ticks=[4, 8, 12, 20, 40, 60])
    segment = tables["segment"]
    line.plot(segment["t"], segment["soft"], color=BLUE, label="smooth loss")
    line.plot(segment["t"], segment["hard"], color=ORANGE, ls="--", label="nearest centre")
    mark(line, [0, 1], optima["z"], nature="minimum")
    mark(line, [0.5], average["z"], nature="none")
    line.axhline(optima["z"].iloc[0], color=GREY, lw=0.6, ls=":")
    line.set_xticks([0, 0.5, 1], ["one optimum", "average", "the other"])
    line.set(ylabel="loss", xlim=(-0.12, 1.12), ylim=(0, None))
    line.legend(loc="lower center", frameon=False)
    panel(plane, "a")
    panel(line, "b", "from one optimum to the other")
    return figure
