"""Gradient and velocity near a saddle, with and without momentum."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREEN, mark, panel

ITEMS = ("L-28",)
TITLE = "Read-outs near a saddle: gradient and velocity"
CAPTION = (
    "Gradient descent and heavy ball (β = {beta:.1f}) on x² − y², step {eta:.2f}, from (3.8, 0), "
    "where the read-outs are those of the module: gradient magnitude {first_gradient:.3f}, "
    "velocity {first_velocity:.3f} (function and start are our inference); dashed, from a start "
    "off the axis by {offset:.3f}, drawn up to |y| = 4. (a) Paths. (b) Gradient magnitude (green): "
    "from the axis it shrinks to zero. (c) Velocity of heavy ball (blue): the module says that it "
    "stays high. So it is at the first passage of the saddle, near its highest, "
    "{top_velocity:.2f}. But from the axis the ball swings back and forth; its velocity is "
    "{last_velocity:.1e} at step {last_step:.0f}, and heavy ball stalls as well. What frees both "
    "methods is the offset: heavy ball passes |y| = 1 at step {ball_leaves:.0f}, gradient descent "
    "at step {descent_leaves:.0f}."
)
ALT = (
    "Left, two paths along the horizontal axis to the saddle, which turn off vertically when they "
    "start off the axis. Middle and right, gradient and velocity on logarithmic scales: solid "
    "lines fall, dashed lines fall and rise again."
)
TABLES = {"runs": "telemetry"}
VALUES = "telemetry_values"

WIDTHS = {"gradient descent": 0.9, "heavy ball": 1.8}
LINES = {"on the axis": "-", "off the axis": (0, (3, 1.5))}
SHADES = {"on the axis": 0.45, "off the axis": 1.0}  # pale, so that the dashes show on it


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (plane, slope, speed) = plt.subplots(
        1, 3, figsize=(DOUBLE_COLUMN, 2.6), layout="constrained"
    )
    for (name, start), run in tables["runs"].groupby(["run", "start"], sort=False):
        look = {"lw": WIDTHS[name], "ls": LINES[start], "alpha": SHADES[start]}
        label = f"{name}, {start}"
        plane.plot(run["x"], run["y"], color="black", label=label, **look)
        slope.plot(run["step"], run["gradient"], color=GREEN, **look)
        if name == "heavy ball":
            later = run[run["step"] > 0]
            speed.plot(later["step"], later["velocity"], color=BLUE, **look)
    mark(plane, 0, 0, nature="saddle")
    plane.plot(3.8, 0, "o", color="black", ms=4)
    plane.annotate("start", (3.8, 0), (0, 6), textcoords="offset points", ha="right", va="bottom")
    plane.set(xlabel="$x$", ylabel="$y$", xlim=(-4, 4), ylim=(-4, 4))
    slope.set(yscale="log", xlabel="step", ylabel="gradient magnitude", ylim=(1e-5, 30))
    speed.set(yscale="log", xlabel="step", ylabel="velocity", ylim=(1e-5, 30))
    handles, labels = plane.get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside lower center", ncols=4, frameon=False)
    panel(plane, "a", "paths")
    panel(slope, "b", "gradient")
    panel(speed, "c", "velocity of heavy ball")
    return figure
