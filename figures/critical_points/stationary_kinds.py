"""The three kinds of stationary point with a regular Hessian."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import DOUBLE_COLUMN, mark, mesh, panel, space, surface

ITEMS = ("E-N1",)
TITLE = "A local minimum, a local maximum and a saddle point"
CAPTION = (
    "A local minimum (x² + y²), a local maximum (−x² − y²) and a saddle point (x² − y²), each "
    "marked at the origin. The gradient vanishes at all three; the eigenvalues of the Hessian, "
    "both positive, both negative and one of each, tell them apart."
)
ALT = "Three surfaces in space: a bowl, an upturned bowl and a saddle, their centres marked."
TABLES = {
    "bowl": "bowl_surface",
    "cap": "cap_surface",
    "quadratic_saddle": "quadratic_saddle_surface",
    "points": "stationary_points",
}

HEADINGS = {
    "bowl": "local minimum of $x^2+y^2$",
    "cap": "local maximum of $-x^2-y^2$",
    "quadratic_saddle": "saddle point of $x^2-y^2$",
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
        panel(axes, "abc"[column], heading)
    return figure
