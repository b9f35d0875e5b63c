"""Minima that come in orbits, and the 26 stationary points of a tensor on the sphere."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import (
    DOUBLE_COLUMN,
    HEIGHT_COLOURS,
    SKY,
    mark,
    mesh,
    panel,
)

ITEMS = ("O-29",)
TITLE = "What symmetry makes of the minima: points, a circle, curves"
CAPTION = (
    "Three of the problems and the symmetries of their losses. (a) An orthogonal tensor of order "
    "four on the sphere of three dimensions; signs and permutations act. Of its {points:.0f} "
    "stationary points {minimum:.0f} are minima (the components and their negatives, circles), "
    "{saddle:.0f} strict saddles (crosses) and {maximum:.0f} maxima (triangles), all with "
    "nonsingular Hessians; those on the near side are marked. (b) Complex phase retrieval of one "
    "entry: a change of phase keeps the loss, and the minima form a circle (thick), at each point "
    "of which the Hessian is singular. (c) The smallest factorization, ½(uv − 1)²: scaling u and "
    "1/v keeps the loss, and the minima form two curves. In (b) and (c) the strict saddle "
    "property as printed, with a positive definite Hessian at every minimum, fails. (b), (c): "
    "contours of the square root of the loss."
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
VIEW = np.array([0.80, 0.45, 0.40])


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    surfaces, points, orbits = tables["surfaces"], tables["points"], tables["orbits"]
    figure = plt.figure(figsize=(DOUBLE_COLUMN, 2.5))
    ball = figure.add_axes((0.005, -0.02, 0.35, 1.0), projection="3d")
    grid = mesh(tables["sphere"], rows="latitude", columns="longitude")
    colours = plt.get_cmap(HEIGHT_COLOURS)((grid["value"] + 1) * 1.5)
    ball.computed_zorder = False
    ball.plot_surface(
        grid["x"], grid["y"], grid["z"], facecolors=colours, rstride=1, cstride=1,
        shade=False, linewidth=0, antialiased=False, rasterized=True, zorder=1,
    )  # fmt: skip
    tensor = tables["tensor"]
    near = tensor[tensor[["x", "y", "z"]].to_numpy() @ VIEW > 0.15]
    for nature, group in near.groupby("nature"):
        mark(ball, group["x"], group["y"], group["z"], nature=str(nature), size=34)
    ball.view_init(elev=24, azim=30)
    ball.set_box_aspect((1, 1, 1), zoom=1.35)
    ball.set_axis_off()
    panel(ball, "a", "tensor on the sphere")
    for left, letter, (name, (title, x, y)) in zip((0.42, 0.74), "bc", PLANES.items(), strict=True):
        axes = figure.add_axes((left, 0.17, 0.25, 0.7))
        plane = mesh(surfaces[surfaces["problem"] == name])
        root = np.sqrt(plane["z"])
        levels = np.linspace(0, np.quantile(root, 0.9), 16)
        axes.contourf(plane["x"], plane["y"], root, levels, cmap=HEIGHT_COLOURS, extend="max")
        axes.contour(plane["x"], plane["y"], root, levels, colors="white", linewidths=0.25)
        for _, branch in orbits[orbits["problem"] == name].groupby("branch"):
            axes.plot(branch["x"], branch["y"], color="black", lw=3.4, solid_capstyle="round")
            axes.plot(branch["x"], branch["y"], color=SKY, lw=2.2, solid_capstyle="round")
        for nature, group in points[points["problem"] == name].groupby("nature"):
            mark(axes, group["x"], group["y"], nature=str(nature), size=34)
        axes.set(xlabel=x, ylabel=y, aspect="equal")
        panel(axes, letter, title)
    return figure
