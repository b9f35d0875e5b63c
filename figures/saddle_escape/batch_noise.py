"""Which noise of a batch leaves a saddle: it depends on where the noise points."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREEN, ORANGE, RED, panel

ITEMS = ("L-32", "O-40")
TITLE = "Stochastic gradients leave a saddle only if they reach the escape direction"
CAPTION = (
    "Stochastic gradient descent over a finite sum, batch 1, six runs a setting. (a, b) Coordinate "
    "of escape, x₁ for a double well and u + v for a linear network: exactly 0 where no term of "
    "the sum reaches it. (c) The other coordinate of those runs, which the noise does move. (d) "
    "Share out by each step."
)
NOTES = (
    "η = 1/20, starts on the stable line. Double well: two terms that differ along x₁, the escape "
    "direction, or across it, along x₂; a run is out once x₁² ≥ 1/4. Network with one hidden unit: "
    "three terms ½(uv − c)², each unchanged by (u, v) → (−v, −u), so that no batch leaves the line "
    "v = −u; at the saddle all their gradients vanish, and the noise dies out with u − v. Near its "
    "line: starts within 1/1000 of it; out once |u + v| ≥ 1. Noise of the gradient stands in for a "
    "perturbation only if it points the right way."
)
ALT = (
    "Top: curves that leave 0 to both sides, and dashed lines that stay at 0, for two problems. "
    "Bottom left: jagged curves about 0 and smooth ones that tend to it. Bottom right: two shares "
    "that rise from 0 to 1, and two, with marks by turns, that stay at 0."
)
TABLES = {"escape": "batch_noise_escape", "paths": "batch_noise_paths"}

LOOKS = {
    "along": (BLUE, "-", "double well, noise along"),
    "across": (ORANGE, (0, (5, 1.5)), "double well, noise across"),
    "network, near": (GREEN, (0, (6, 1, 1, 1)), "network, near its line"),
    "network": (RED, (0, (1.2, 1.2)), "network, on its line"),
}
# of the two that stay at 0, on one line
MARKS = {
    "across": {"marker": "s", "ms": 4, "markevery": (0.05, 0.2)},
    "network": {"marker": "o", "ms": 4, "markevery": (0.15, 0.2)},
}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, ((well, network), (other, share)) = plt.subplots(
        2, 2, figsize=(DOUBLE_COLUMN, 4.0), layout="constrained"
    )
    paths = tables["paths"]
    paths = paths.assign(sum=paths["x"] + paths["y"], difference=(paths["y"] - paths["x"]) / 2)
    shown = (
        (well, "along", "x"),
        (well, "across", "x"),
        (network, "network, near", "sum"),
        (network, "network", "sum"),
        (other, "across", "y"),
        (other, "network", "difference"),
    )
    for axes, setting, coordinate in shown:
        colour, style, _ = LOOKS[setting]
        for _, run in paths[paths["setting"] == setting].groupby("replica"):
            width = 1.6 if (run[coordinate] == 0).all() else 0.9
            axes.plot(run["step"], run[coordinate], color=colour, ls=style, lw=width)
    for setting, (colour, style, label) in LOOKS.items():
        rows = tables["escape"].query(f"setting == '{setting}'")
        share.plot(
            rows["step"],
            rows["escaped"],
            ls=style,
            color=colour,
            label=label,
            **MARKS.get(setting, {}),
        )
    well.set(ylabel="$x_1$", xlim=(0, 200), ylim=(-1.25, 1.25))
    network.set(ylabel="$u+v$", xlim=(0, 400))
    other.set(ylabel="$x_2$ (orange), $(v-u)/2$ (red)", xlim=(0, 200))
    share.set(ylabel="share of runs that are out", ylim=(-0.05, 1.05), xlim=(0, 400))
    handles = share.get_legend_handles_labels()
    figure.legend(
        *handles,
        frameon=False,
        loc="outside lower center",
        ncols=2,
        columnspacing=4,
        handlelength=4,
    )
    titles = (
        "double well, escape direction",
        "network, escape direction",
        "along the stable line",
        "who leaves",
    )
    for axes, letter, title in zip((well, network, other, share), "abcd", titles, strict=True):
        axes.set_xlabel("step")
        panel(axes, letter, title)
    return figure
