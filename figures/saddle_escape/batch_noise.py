"""Which noise of a batch leaves a saddle: it depends on where the noise points."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLUE, GREEN, ORANGE, RED, SINGLE_COLUMN

ITEMS = ("L-32", "O-40")
TITLE = "Stochastic gradients leave a saddle only if they reach the escape direction"
CAPTION = (
    "Share of the runs of stochastic gradient descent, batch 1, η = 1/20, that have left the "
    "saddle by each step. In the double well the two terms of the sum differ along the escape "
    "direction, and every run leaves; or they differ across it, and none does. In a linear network "
    "with one hidden unit all terms share the symmetry of the loss: from its axis no batch leaves, "
    "however large the noise, while starts within 1/1000 of the axis do. Noise of the gradient is "
    "no substitute for a perturbation unless it points the right way."
)
ALT = "Two curves rise from 0 to 1; two others stay at 0."
TABLES = {"escape": "batch_noise_escape"}

LOOKS = {
    "along": (BLUE, "-", "double well, noise along"),
    "across": (ORANGE, "-", "double well, noise across"),
    "network, near": (GREEN, "-", "network, near its axis"),
    "network": (RED, (0, (4, 4)), "network, on its axis"),
}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, axes = plt.subplots(figsize=(SINGLE_COLUMN, 2.6), layout="constrained")
    for setting, (colour, style, label) in LOOKS.items():
        rows = tables["escape"].query(f"setting == '{setting}'")
        axes.plot(rows["step"], rows["escaped"], ls=style, color=colour, label=label)
    axes.set(xlabel="step", ylabel="share of the runs that are out", ylim=(-0.04, 1.04))
    axes.legend(frameon=False, loc="center right")
    return figure
