"""Minima that come in orbits, and the 26 stationary points of a tensor on the sphere."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle

from provenscape.figures import (
    BLACK,
    DOUBLE_COLUMN,
    HEIGHT_COLOURS,
    mark,
    mesh,
    panel,
)

ITEMS = ("O-29",)
TITLE = "What symmetry makes of the minima: points, a circle, curves"
CAPTION = (
    "Minima in orbits of symmetries. (a) Orthogonal tensor of order four on the sphere: signs and "
    "permutations act, and its {points:.0f} stationary points are isolated; shown is one of each "
    "antipodal pair. (b) Complex phase retrieval of one entry: the minima form a circle. (c) The "
    "smallest factorization, ½(uv − 1)²: they form two curves."
)
NOTES = (
    "(a) {minimum:.0f} minima (the components and their negatives), {saddle:.0f} strict saddles "
    "and {maximum:.0f} maxima, all with nonsingular Hessians. (b) A change of phase keeps the "
    "loss; (c) scaling u and 1/v does. At each point of these curves of minima the Hessian is "
    "singular, so that the strict saddle property as printed, with a positive definite Hessian at "
    "every minimum, fails. (b), (c): contours of the square root of the loss."
)
ALT = (
    "A sphere coloured by the tensor's value with marked points, a contour map with a circle of "
    "minima around a maximum, and one with two branches of a hyperbola of minima about a saddle."
)
TABLES = {
    "sphere": "tensor_sphere",
    "tensor": "tensor_points",
    "surfaces": "problem_surfaces",
    "points": "problem_points",
    "orbits": "problem_orbits",
}
VALUES = "problem_values"

PLANES = {
    "complex": ("a circle of phases", "$p$", "$q$"),
    "scaling": ("a scaling orbit", "$u$", "$v$"),
}
ACROSS, UP, TOWARDS = np.array(
    [[-0.4903, 0.8716, 0.0], [-0.3574, -0.2010, 0.9121], [0.7950, 0.4472, 0.4101]]
)  # the view, an orthonormal frame
LABELS = {"minimum": "minimum", "saddle": "strict saddle", "maximum": "maximum"}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    surfaces, points, orbits = tables["surfaces"], tables["points"], tables["orbits"]
    figure, (ball, *planes) = plt.subplots(1, 3, figsize=(DOUBLE_COLUMN, 2.8), layout="constrained")
    _sphere(ball, tables["sphere"], tables["tensor"])
    panel(ball, "a", "tensor on the sphere")
    for axes, letter, (name, (title, x, y)) in zip(planes, "bc", PLANES.items(), strict=True):
        plane = mesh(surfaces[surfaces["problem"] == name])
        root = np.sqrt(plane["z"])
        levels = np.linspace(0, np.quantile(root, 0.9), 16)
        axes.contourf(plane["x"], plane["y"], root, levels, cmap=HEIGHT_COLOURS, extend="max")
        axes.contour(plane["x"], plane["y"], root, levels, colors="white", linewidths=0.25)
        for _, branch in orbits[orbits["problem"] == name].groupby("branch"):
            axes.plot(branch["x"], branch["y"], color=BLACK, lw=3.6, solid_capstyle="round")
            axes.plot(branch["x"], branch["y"], color="white", lw=2.2, ls=(0, (2, 1)))
        for nature, group in points[points["problem"] == name].groupby("nature"):
            mark(axes, group["x"], group["y"], nature=str(nature), size=34)
        axes.set(xlabel=x, ylabel=y, aspect="equal")
        panel(axes, letter, title)
    handles, labels = ball.get_legend_handles_labels()
    orbit = (
        Line2D([], [], color=BLACK, lw=3.6),
        Line2D([], [], color="white", lw=2.2, ls=(0, (2, 1))),
    )
    figure.legend(
        [*handles, orbit], [*labels, "curve of minima"],
        loc="outside lower center", ncols=4, frameon=False,
    )  # fmt: skip
    return figure


def _sphere(axes: Axes, sphere: pd.DataFrame, tensor: pd.DataFrame) -> None:
    """The near half of the sphere, seen from far away."""
    place = sphere[["x", "y", "z"]].to_numpy()
    shown = place @ TOWARDS > 0
    rim = Circle((0, 0), 1, fill=False, lw=1.5)
    axes.add_patch(rim)
    levels = np.linspace(-1, -1 / 3, 17)
    drawn = axes.tricontourf(
        place[shown] @ ACROSS, place[shown] @ UP, sphere["value"][shown], levels,
        cmap=HEIGHT_COLOURS, extend="both",
    )  # fmt: skip
    drawn.set_clip_path(rim)
    near = tensor[tensor[["x", "y", "z"]].to_numpy() @ TOWARDS > 0]
    for nature, label in LABELS.items():
        at = near.loc[near["nature"] == nature, ["x", "y", "z"]].to_numpy()
        mark(axes, at @ ACROSS, at @ UP, nature=nature, size=34, label=label)
    axes.set(xlim=(-1.12, 1.12), ylim=(-1.12, 1.12), aspect="equal")
    axes.set_axis_off()
