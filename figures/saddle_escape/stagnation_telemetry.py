"""Gradient and velocity near a saddle, with and without momentum."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, ORANGE, mark, panel

ITEMS = ("L-28",)
TITLE = "Read-outs near a saddle: gradient and velocity"
CAPTION = (
    "Gradient descent and heavy ball (β = {beta:.1f}) on x² − y² from (3.8, 0) and from "
    "{offset:.3f} off the axis. (a) Paths: only the offset frees them. (b) Gradient magnitude: "
    "from the axis it shrinks to zero. (c) The velocity of heavy ball does not stay high, as the "
    "module says: it shrinks as well."
)
NOTES = (
    "Step length {eta:.2f}; a symbol every other step. The module's read-outs at the start are "
    "gradient magnitude {first_gradient:.3f} and velocity {first_velocity:.3f}; function and start "
    "are our inference. At the first passage of the saddle the velocity is near its highest, "
    "{top_velocity:.2f}, but from the axis the ball swings back and forth, and its velocity is "
    "{last_velocity:.1e} at step {last_step:.0f}. Dips are steps at which the swinging ball is "
    "near the saddle or at rest. Off the axis heavy ball passes |y| = 1 at step {ball_leaves:.0f}, "
    "gradient descent at step {descent_leaves:.0f}; these runs are drawn up to |y| = 4."
)
ALT = (
    "Left, paths along the horizontal axis to the saddle; the two that start off it turn away "
    "upwards. Middle and right, gradient and velocity on logarithmic scales: hollow symbols fall, "
    "those of heavy ball in waves; filled symbols fall and rise again."
)
TABLES = {"runs": "telemetry"}
VALUES = "telemetry_values"

LOOKS = {
    ("gradient descent", "on the axis"): (ORANGE, "^", "white"),
    ("gradient descent", "off the axis"): (ORANGE, "^", ORANGE),
    ("heavy ball", "on the axis"): (BLUE, "o", "white"),
    ("heavy ball", "off the axis"): (BLUE, "o", BLUE),
}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (away, slope, speed) = plt.subplots(
        1, 3, figsize=(DOUBLE_COLUMN, 2.8), layout="constrained"
    )
    for (name, start), run in tables["runs"].groupby(["run", "start"], sort=False):
        colour, marker, face = LOOKS[name, start]
        look = {"color": colour, "marker": marker, "mfc": face, "ls": "", "ms": 3, "mew": 0.6}
        every = run[run["step"] % 2 == 0]
        away.plot(run["x"], run["y"], **look | {"ls": "-", "lw": 0.6, "markevery": 2})
        slope.plot(every["step"], every["gradient"], label=f"{name}, {start}", **look)
        if name == "heavy ball":
            later = every[every["step"] > 0]
            speed.plot(later["step"], later["velocity"], **look)
    mark(away, 0, 0, nature="saddle", size=30)
    away.annotate("start", (3.8, 0), (4, 6), textcoords="offset points", ha="right", va="bottom")
    away.set(xlabel="$x$", ylabel="$y$", xlim=(-2.6, 4.2), ylim=(-0.5, 4))
    slope.set(yscale="log", xlabel="step", ylabel="gradient magnitude", ylim=(1e-5, 30))
    speed.set(yscale="log", xlabel="step", ylabel="velocity", ylim=(1e-5, 30), xlim=(-3, 123))
    handles, labels = slope.get_legend_handles_labels()
    figure.legend(
        handles, labels, loc="outside lower center", ncols=2, frameon=False, handletextpad=0.1
    )
    panel(away, "a", "paths")
    panel(slope, "b", "gradient")
    panel(speed, "c", "velocity of heavy ball")
    return figure
