"""The share of the gradient of a residual network that comes through paths of each length."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLACK, BLUE, DOUBLE_COLUMN, GREEN, PURPLE, panel

ITEMS = ("N-66",)
TITLE = "Paths that carry the gradient of a residual network"
CAPTION = (
    "Residual networks of {blocks:.0f} blocks on digits: share of the gradient that comes through "
    "all paths with k branches, exactly. (a) At the start: shallow paths dominate with batch norm "
    "or weak branches, not with full branches and no normalisation. (b) After 25 steps. (c) Median "
    "share of paths with at most {shallow:.0f} branches in training."
)
NOTES = (
    "Shares ⟨g_k, g⟩/‖g‖², gradient by the first hidden layer; (a), (b) means over 12 runs, (c) "
    "medians over {trials:.0f}. Dotted in (a): binomial with 1/2. At the start "
    "{batch_norm_0_mean:.1f} branches in the mean with batch norm, {scaled_0_mean:.1f} with "
    "branches times 1/√17, {neither_0_mean:.1f} with full ones. In some runs these last overflow; "
    "the others are trained with steps of 0.003, and their paths are shallow after a few of them."
)
ALT = (
    "Left, three humps of shares over length: two near two or three branches, one at eight. "
    "Middle, two humps further left. Right, three curves over steps, one rising from near zero."
)
TABLES = {"shares": "path_shares", "runs": "path_runs"}
VALUES = "path_values"

LOOKS = {
    "batch norm": ("batch norm", BLUE, "o", "-"),
    "scaled": ("branches / √17", GREEN, "D", (0, (4, 1.5))),
    "neither": ("full branches, no batch norm", PURPLE, "x", (0, (1, 1))),
}
BINOMIAL = [
    k / 65536
    for k in (1, 16, 120, 560, 1820, 4368, 8008, 11440, 12870,
              11440, 8008, 4368, 1820, 560, 120, 16, 1)
]  # fmt: skip


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, axes = plt.subplots(1, 3, figsize=(DOUBLE_COLUMN, 2.6), layout="constrained")
    for place, time in zip(axes, (0, 25), strict=False):
        for design, (label, colour, marker, dashes) in LOOKS.items():
            shares = tables["shares"]
            part = shares[(shares["time"] == time) & (shares["design"] == design)]
            if part["share"].notna().all():
                place.plot(part["length"], part["share"], color=colour, marker=marker, ls=dashes,
                           markersize=3.5, label=label)  # fmt: skip
        place.set(xlabel="branches on the path $k$", ylabel="share of the gradient")
    axes[0].plot(range(17), BINOMIAL, color=BLACK, ls=(0, (1, 2)), lw=0.8)
    axes[1].sharey(axes[0])
    wide = tables["runs"].groupby(["design", "time"])["shallow"].median()
    for design, (_, colour, marker, dashes) in LOOKS.items():
        part = wide[design]
        axes[2].plot(range(len(part)), part, color=colour, marker=marker, ls=dashes, markersize=4)
    times = list(wide["scaled"].index)
    axes[2].set_xticks(range(len(times)), [str(time) for time in times])
    axes[2].axhline(0.5, color=BLACK, ls=(0, (1, 2)), lw=0.8)
    axes[2].set(xlabel="step", ylabel="share of shallow paths", ylim=(0, 1.03))
    panel(axes[0], "a", "start")
    panel(axes[1], "b", "after 25 steps")
    panel(axes[2], "c", "in training")
    figure.legend(*axes[0].get_legend_handles_labels(), loc="outside lower center", ncols=3,
                  frameon=False)  # fmt: skip
    return figure
