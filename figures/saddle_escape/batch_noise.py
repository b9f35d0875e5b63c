"""Which noise of a batch leaves a saddle: it depends on where the noise points."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREEN, ORANGE, RED, mark, panel

ITEMS = ("L-32", "O-40")
TITLE = "Stochastic gradients leave a saddle only if they reach the escape direction"
CAPTION = (
    "Stochastic gradient descent over a finite sum, batch 1, η = 1/20; six runs each in the "
    "plane, from dots on the stable line of the saddle. (a) The double well, whose escape "
    "direction is x₁: two terms that differ along it drive every run to a minimum; two that differ "
    "across it move the runs on the line x₁ = 0 alone. (b) A linear network with one hidden unit, "
    "terms ½(uv − c_i)²: they all are unchanged by (u, v) → (−v, −u), so that from the line v = −u "
    "no batch leaves, however large the noise, while runs from within 1/1000 of the line do. "
    "(c) Share of the runs that have left the saddle by each step. Noise of the gradient is a "
    "substitute for a perturbation only if it points the right way."
)
ALT = (
    "Left, runs that spread to two minima and runs that stay on a vertical line; middle, runs that "
    "stay on a diagonal and runs that leave it along the other; right, two curves from 0 to 1 "
    "and two that stay at 0."
)
TABLES = {"escape": "batch_noise_escape", "paths": "batch_noise_paths"}

LOOKS = {
    "along": (BLUE, "-", "double well, noise along"),
    "across": (ORANGE, "-", "double well, noise across"),
    "network, near": (GREEN, "-", "network, near its line"),
    "network": (RED, (0, (4, 4)), "network, on its line"),
}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (well, network, share) = plt.subplots(
        1, 3, figsize=(DOUBLE_COLUMN, 2.7), layout="constrained"
    )
    planes = {"along": well, "across": well, "network, near": network, "network": network}
    for setting, (colour, style, label) in LOOKS.items():
        rows = tables["escape"].query(f"setting == '{setting}'")
        share.plot(rows["step"], rows["escaped"], ls=style, color=colour, label=label)
        runs = tables["paths"].query(f"setting == '{setting}'")
        for _, run in runs.groupby("replica"):
            planes[setting].plot(run["x"], run["y"], color=colour, lw=0.7, alpha=0.8)
            planes[setting].plot(run["x"].iloc[0], run["y"].iloc[0], "o", color=colour, ms=4)
    mark(well, 0, 0, nature="saddle")
    mark(well, [-1, 1], [0, 0], nature="minimum")
    mark(network, 0, 0, nature="saddle")
    well.set(xlabel="$x_1$", ylabel="$x_2$", xlim=(-1.4, 1.4), ylim=(-1.4, 1.4))
    network.set(xlabel="$u$", ylabel="$v$", xlim=(-1.7, 1.7), ylim=(-1.7, 1.7))
    share.set(xlabel="step", ylabel="share of the runs that are out", ylim=(-0.04, 1.04))
    figure.legend(
        *share.get_legend_handles_labels(), frameon=False, loc="outside lower center", ncols=4
    )
    panel(well, "a", "double well")
    panel(network, "b", "linear network")
    panel(share, "c", "who leaves")
    return figure
