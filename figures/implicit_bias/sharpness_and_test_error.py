"""Sharpness against test error, over runs, weights of one function, and their rank correlations."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from provenscape.figures import BLACK, BLUE, DOUBLE_COLUMN, GREEN, GREY, ORANGE, panel

ITEMS = ("N-68", "L-40")
TITLE = "Sharpness and test error of small networks at equal training loss"
CAPTION = (
    "(a) λ_max and test error, a point for each run, noisy labels; grey: four networks, each with "
    "its layers scaled, the same outputs to the last bit. (b) Rank correlations of sharpness with "
    "test error and test loss, with 99.9999 % intervals: {told:.0f} of {correlations:.0f} are told "
    "from 0."
)
NOTES = (
    "ReLU networks 64–32–32–10 on 192 digits, training loss 1/20; {replicas:.0f} replicas for each "
    "batch size and step. Scaling: weights and biases of the first layer times s, the next "
    "weights over s, s = 1/16, 1/4, 4, 16; greatest change of an output: {changed:.0f}; λ_max "
    "up to {raised:.0f} times as large (median). Relative: λ_max of D H D, D = diag(θ), one for "
    "all of these. (b) Filled: across the runs of a replica, mean over replicas; hollow: across "
    "replicas for one batch and step, mean over these. Greatest mean: {widest:.2f} in size. "
    "Chosen by scaling, λ_max would be correlated with anything."
)
ALT = (
    "Left, a cloud of points without a slope, three colours side by side, and horizontal grey "
    "lines that reach to a hundred times the sharpness. Right, correlations about zero with wide "
    "bars."
)
TABLES = {
    "runs": "sharpness_runs",
    "rescaled": "sharpness_rescaled",
    "correlations": "sharpness_correlations",
}
VALUES = "sharpness_values"

BATCHES = {8: (BLUE, "o"), 32: (GREEN, "s"), 192: (ORANGE, "^")}
NAMES = {"lambda_max": r"$\lambda_{\max}$", "relative": r"relative $\lambda_{\max}$",
         "trace": "trace"}  # fmt: skip
OUTCOMES = {"error": (BLUE, "o", "test error"), "test_loss": (ORANGE, "s", "test loss")}
WAYS = {True: "runs of a replica", False: "across replicas"}
SHOWN = 4  # networks whose scaled weights are drawn


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (cloud, ranks) = plt.subplots(
        1, 2, figsize=(DOUBLE_COLUMN, 2.9), width_ratios=(1.1, 1), layout="constrained"
    )
    _runs(cloud, tables["runs"].query("labels == 'noisy'"), tables["rescaled"])
    _correlations(ranks, tables["correlations"])
    handles = ranks.get_legend_handles_labels()
    figure.legend(*handles, loc="outside lower center", ncols=2, frameon=False)
    panel(cloud, "a", "runs; four networks scaled")
    panel(ranks, "b", "rank correlations")
    return figure


def _runs(axes: Axes, runs: pd.DataFrame, rescaled: pd.DataFrame) -> None:
    for batch, (colour, marker) in BATCHES.items():
        rows = runs[runs["batch"] == batch]
        if len(rows):
            axes.plot(
                rows["lambda_max"], 100 * rows["error"], marker, color=colour, ms=2.5, alpha=0.6,
                mew=0, label="full batch" if batch == max(BATCHES) else f"$B={batch}$",
            )  # fmt: skip
    plain = runs[(runs["batch"] == max(BATCHES)) & (runs["step"] == runs["step"].max())]
    both = pd.concat([plain, rescaled])
    for replica in range(SHOWN):
        line = both[both["replica"] == replica].sort_values("lambda_max")
        label = "scaled" if replica == 0 else None
        axes.plot(
            line["lambda_max"], 100 * line["error"], "D-", color=GREY, ms=3.5, lw=1, mfc="white",
            label=label,
        )  # fmt: skip
    axes.set(xscale="log", xlabel=r"$\lambda_{\max}$", ylabel="test error, %")
    axes.legend(loc="upper right", frameon=False, handletextpad=0.3)


def _correlations(axes: Axes, table: pd.DataFrame) -> None:
    axes.axvline(0, color=BLACK, lw=0.6)
    rows = list(table.groupby(["labels", "measure"], sort=False).groups)
    for place, key in enumerate(rows):
        found = table[(table["labels"] == key[0]) & (table["measure"] == key[1])]
        for shift, (_, row) in zip(np.linspace(-0.3, 0.3, 4), found.iterrows(), strict=True):
            colour, marker, name = OUTCOMES[row["outcome"]]
            inside = row["across"] == "runs of a replica"
            axes.errorbar(
                row["mean"], place + shift,
                xerr=[[row["mean"] - row["low"]], [row["high"] - row["mean"]]],
                fmt=marker, color=colour, mfc=colour if inside else "white", ms=3.5, elinewidth=0.9,
                label=f"{name}, {WAYS[inside]}" if place == 0 else None,
            )  # fmt: skip
    axes.set_yticks(range(len(rows)), [f"{NAMES[m]}, {labels}" for labels, m in rows])
    axes.invert_yaxis()
    axes.set(xlabel="Spearman's coefficient", xlim=(-1.05, 1.05))
