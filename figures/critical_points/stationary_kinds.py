"""The three kinds of stationary point with a regular Hessian."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import DOUBLE_COLUMN, mark, mesh, panel, space, surface

ITEMS = ("E-N1",)
TITLE = "A local minimum, a local maximum and a saddle point"
CAPTION = (
    "(a) A local minimum, of x² + y², (b) a local maximum, of −x² − y², and (c) a saddle point, of "
    "x² − y², each marked at the origin. The gradient vanishes at all three; the eigenvalues λ of "
    "the Hessian, both positive, both negative and one of each, tell them apart."
)
NOTES = "The post's pictures were not available; the functions are our choice."
ALT = "Three surfaces in space: a bowl, an upturned bowl and a saddle, their centres marked."
TABLES = {
    "bowl": "bowl_surface",
    "cap": "cap_surface",
    "quadratic_saddle": "quadratic_saddle_surface",
    "points": "stationary_points",
}

HEADINGS = {
    "bowl": "local minimum",
    "cap": "local maximum",
    "quadratic_saddle": "saddle point",
}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    points = tables["points"].set_index("landscape")
    figure = plt.figure(figsize=(DOUBLE_COLUMN, 2.2))
    for column, (name, heading) in enumerate(HEADINGS.items()):
        axes = figure.add_axes((0.005 + 0.33 * column, 0.02, 0.315, 0.95), projection="3d")
        surface(axes, mesh(tables[name]), alpha=0.9)
        point = points.loc[name]
        mark(axes, point["x"], point["y"], point["z"], nature=point["nature"])
        space(axes, zoom=0.93)
        values = f"λ = {point['eigenvalue_low']:.0f}, {point['eigenvalue_high']:.0f}"
        panel(axes, "abc"[column], f"{heading}: {values}".replace("-", "−"))
    return figure
