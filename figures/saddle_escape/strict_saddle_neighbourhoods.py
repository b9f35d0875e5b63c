"""The three kinds of neighbourhood of a strict saddle function, from the double well."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import DOUBLE_COLUMN, RED, mark, mesh, panel, space, surface

ITEMS = ("E-33",)
TITLE = "Three neighbourhoods of a strict saddle function"
CAPTION = (
    "Three patches of the double well x₁⁴ − 2x₁² + x₂², one for each alternative of the strict "
    "saddle property; lines lead down. (a) A slope: the gradient alone shows the way. (b) A "
    "saddle: it falls to both sides along an eigenvector. (c) A minimum: no way down. The gradient "
    "does not tell (b) from (c), λ_min does."
)
NOTES = (
    "(a) At (3/2, 1/2): ‖∇f‖ = {slope_gradient:.2f}, λ_min = {slope_eigenvalue:.0f}. (b) ‖∇f‖ = "
    "{saddle_gradient:.0f}, λ_min = {saddle_eigenvalue:.0f}, the eigenvector is along x₁. (c) ‖∇f‖ "
    "= {bowl_gradient:.0f}, λ_min = {bowl_eigenvalue:.0f}. Heights are of f and scaled for each "
    "patch. The post's pictures were not available; function and places are our choice."
)
ALT = (
    "Three small surfaces: a slope with one arrow down, a saddle with two to opposite sides, and a "
    "bowl with its bottom marked."
)
TABLES = {"patches": "well_patches", "points": "well_patch_points", "ways": "well_patch_ways"}
VALUES = "well_patch_values"

NATURES = {"slope": "none", "saddle": "saddle", "bowl": "minimum"}
TITLES = {"slope": "large gradient", "saddle": "way down", "bowl": "near a minimum"}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure = plt.figure(figsize=(DOUBLE_COLUMN, 2.3))
    points = tables["points"].set_index("patch")
    for index, (name, title) in enumerate(TITLES.items()):
        axes = figure.add_axes((0.005 + index / 3, 0.02, 0.285, 0.95), projection="3d")
        grid = mesh(tables["patches"][tables["patches"]["patch"] == name])
        surface(axes, grid, alpha=0.9)
        space(axes, x="$x_1$", y="$x_2$", z="$f$")
        for _, way in tables["ways"].query(f"patch == '{name}'").groupby("way"):
            x, y, z = (way[c].to_numpy() for c in "xyz")
            axes.plot(x, y, z, color=RED, lw=1.8, zorder=8)
            axes.plot(x[-1:], y[-1:], z[-1:], "v", color=RED, ms=6, mec="white", mew=0.5, zorder=9)
        at = points.loc[name]
        mark(axes, [at["x"]], [at["y"]], [at["z"]], nature=NATURES[name])
        axes.yaxis.labelpad, axes.zaxis.labelpad = -4, -2.5
        panel(axes, "abc"[index], title)
    return figure
