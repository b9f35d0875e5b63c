"""The three kinds of neighbourhood of a strict saddle function, from the double well."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import DOUBLE_COLUMN, mark, mesh, panel, space, surface

ITEMS = ("E-33",)
TITLE = "Three neighbourhoods of a strict saddle function"
CAPTION = (
    "Three patches of one function, the double well x₁⁴ − 2x₁² + x₂², one for each alternative of "
    "the strict saddle property. (1) A slope: ‖∇f‖ = {slope_gradient:.2f}, "
    "λ_min = {slope_eigenvalue:.2f}. (2) A saddle: ‖∇f‖ = {saddle_gradient:.0f}, "
    "λ_min = {saddle_eigenvalue:.0f}; it falls along x₁. (3) A local minimum: "
    "‖∇f‖ = {bowl_gradient:.0f}, λ_min = {bowl_eigenvalue:.0f}. The gradient does not tell (2) "
    "from (3), λ_min does. Heights are scaled for each patch. The post's pictures were not "
    "available; function and places are our choice."
)
ALT = "Three small surfaces: a tilted one, a saddle with its centre marked, a bowl with its bottom."
TABLES = {"patches": "well_patches", "points": "well_patch_points"}
VALUES = "well_patch_values"

NATURES = {"slope": "none", "saddle": "saddle", "bowl": "minimum"}
TITLES = {"slope": "large gradient", "saddle": "way down", "bowl": "near a minimum"}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure = plt.figure(figsize=(DOUBLE_COLUMN, 2.2))
    points = tables["points"].set_index("patch")
    for index, (name, title) in enumerate(TITLES.items()):
        axes = figure.add_axes((index / 3, 0.0, 0.31, 0.95), projection="3d")
        grid = mesh(tables["patches"][tables["patches"]["patch"] == name])
        surface(axes, grid, alpha=0.9)
        space(axes, x="$x_1$", y="$x_2$", z="$f$")
        at = points.loc[name]
        mark(axes, [at["x"]], [at["y"]], [at["z"]], nature=NATURES[name])
        panel(axes, str(index + 1), title)
    return figure
