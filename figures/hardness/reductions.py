"""What combinatorial problems become: two losses, a ray through the origin, two half-planes."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from provenscape.figures import (
    BLUE,
    DOUBLE_COLUMN,
    GREY,
    HEIGHT_COLOURS,
    ORANGE,
    RED,
    SKY,
    height_bar,
    mesh,
    panel,
)

ITEMS = ("O-81", "O-82", "O-85", "O-86", "E-13")
TITLE = "Partition, cliques and set splitting as minimization and training"
CAPTION = (
    "Reductions on small instances. (a) Quartic of the numbers 1, 2, which have no partition: f* "
    "is {least_quartic:.2f}, and 0 if there is one. (b) On the ray of a clique of 3 the sextic "
    "falls from the origin if k < 3. (c) Two threshold units split a set. (d) Loss of one ReLU "
    "without bias, above n, likewise."
)
NOTES = (
    "(a), (d): crosses are the signs; colours show square roots. The signs of a partition would "
    "have the value 0; without one the values are at least 1/(1 + Σ a²) = {gap:.3f}, which the "
    "loss of the ReLU attains ({least_relu:.3f}). (b) f(x) = Σ M_ij x_i²x_j² + |x|⁶ with M = "
    "k(J − A) − J; dashed where the origin is a local minimum. (c) The sample of the one set of "
    "two elements: a point is accepted if both units accept it, and each unit rejects one "
    "element. All instances up to a size were tried: quartic {quartic_agreements:.0f} right of "
    "{quartic_instances:.0f} (with one ingredient changed {quartic_control:.0f}), ReLU "
    "{one_ReLU_agreements:.0f} of {one_ReLU_instances:.0f} ({one_ReLU_control:.0f}), clique "
    "value {clique_value_agreements:.0f} of {clique_value_instances:.0f} "
    "({clique_value_control:.0f}), local minimum {local_minimum_agreements:.0f} of "
    "{local_minimum_instances:.0f} ({local_minimum_control:.0f}), three units "
    "{three_units_agreements:.0f} of {three_units_instances:.0f} ({three_units_control:.0f}). "
    "Minimised from many starts, the sextic of all graphs up to four vertices ends at 0 or off it "
    "as it should in {sextic_descent_agreements:.0f} of {sextic_descent_instances:.0f} cases, and "
    "the quartic of the cliques at the right side of its bound in {clique_descent_agreements:.0f}."
)
ALT = (
    "Four panels: a contour map with two wells beside two of four crosses; curves from the origin, "
    "two falling first and two rising, beside a graph with a marked triangle; a square's corners "
    "parted by two lines; a contour map with two wells and kinks."
)
TABLES = {
    "maps": "reduction_maps",
    "points": "reduction_points",
    "rays": "reduction_rays",
    "graph": "reduction_graph",
}
VALUES = "reduction_numbers"

CURVES = {1: (RED, "o"), 2: (ORANGE, "s"), 3: (BLUE, "^"), 4: (SKY, "D")}
UNITS = {"unit 1": (BLUE, "-"), "unit 2": (ORANGE, "--")}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, ((first, second), (third, fourth)) = plt.subplots(
        2, 2, figsize=(DOUBLE_COLUMN, 5.6), layout="constrained"
    )
    _map(first, tables["maps"], "quartic", "$x_1$", "$x_2$")
    _rays(second, tables["rays"], tables["graph"])
    _network(third, tables["points"])
    _map(fourth, tables["maps"], "relu", "$w_1$", "$w_2$")
    for axes, letter, title in (
        (first, "a", "PARTITION as a quartic"),
        (second, "b", "clique and local minimum"),
        (third, "c", "set splitting as training"),
        (fourth, "d", "PARTITION as a ReLU's loss"),
    ):
        panel(axes, letter, title)
    return figure


def _map(axes: Axes, maps: pd.DataFrame, name: str, across: str, up: str) -> None:
    grid = mesh(maps[maps["panel"] == name])
    root = np.sqrt(grid["z"])
    levels = np.linspace(0, 5.5, 23)
    drawn = axes.contourf(grid["x"], grid["y"], root, levels, cmap=HEIGHT_COLOURS)
    axes.contour(grid["x"], grid["y"], root, levels, colors="white", linewidths=0.3)
    axes.plot([-1, -1, 1, 1], [-1, 1, -1, 1], "x", color="white", ms=6, mew=1.6)
    axes.set(xlabel=across, ylabel=up, aspect="equal")
    height_bar(axes, drawn, "root of the value", ticks=[0, 1, 2, 3, 4, 5])


def _rays(axes: Axes, rays: pd.DataFrame, graph: pd.DataFrame) -> None:
    for k, rows in rays.groupby("k"):
        colour, marker = CURVES[int(k)]
        line = "--" if rows["minimum"].iloc[0] else "-"
        axes.plot(
            rows["s"], rows["value"], color=colour, ls=line, marker=marker, markevery=10, ms=3.5,
            label=f"$k = {k}$",
        )  # fmt: skip
    axes.axhline(0, color=GREY, lw=0.6)
    axes.set(xlabel="$s$, the point being $s$ on the clique", ylabel="value", ylim=(-0.06, 0.09))
    axes.legend(loc="lower left", frameon=False)
    small = axes.inset_axes((0.06, 0.6, 0.34, 0.38))
    for edge in graph.itertuples():
        look = {"color": RED, "lw": 2.2} if edge.clique else {"color": GREY, "lw": 1}
        small.plot([edge.x1, edge.x2], [edge.y1, edge.y2], marker="o", ms=4, **look)
    small.set(aspect="equal", xlim=(-1.2, 1.2), ylim=(-1.2, 1.2))
    small.set_axis_off()


def _network(axes: Axes, points: pd.DataFrame) -> None:
    for name, (colour, line) in UNITS.items():
        rows = points[points["panel"] == name]
        axes.plot(rows["x"], rows["y"], color=colour, ls=line, label=name)
    sample = points[points["panel"] == "network"]
    for label, marker, face in ((1, "o", SKY), (0, "X", RED)):
        rows = sample[sample["label"] == label]
        word = "accepted" if label else "rejected"
        axes.scatter(
            rows["x"], rows["y"], marker=marker, color=face, edgecolors="black", s=44,
            label=word, zorder=3,
        )  # fmt: skip
    axes.set(
        xlabel="element 1", ylabel="element 2", aspect="equal", xlim=(-0.6, 1.6), ylim=(-0.6, 1.6)
    )
    axes.legend(loc="center left", bbox_to_anchor=(1.01, 0.5), frameon=False)
