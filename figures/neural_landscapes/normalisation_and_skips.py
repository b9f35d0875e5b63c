"""At which depth networks of five designs train, and how smooth their losses are on the way."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREEN, GREY, ORANGE, PURPLE, panel

ITEMS = ("N-64", "L-43", "L-45")
TITLE = "Batch normalisation and skip connections: depth, roughness and sharpness"
CAPTION = (
    "ReLU networks of width 16 on digits. (a) Share of runs that train, by depth. (b) Change of "
    "the gradient along itself over the distance, at depth 16, medians of {trials:.0f} runs. (c) "
    "Largest eigenvalue of the Hessian, {smooth:.0f} runs. Batch norm alone is rough and sharp at "
    "the start; skips with weak branches are smoothest."
)
NOTES = (
    "100 steps of SGD, each design with the step that two other runs chose; a run trains if its "
    "loss ends below 1/2. Scaled skips have branches times 1/√depth. (b) Over steps −s∇L, s from "
    "0.005 to 0.04; skips with full branches are at {skip_plain_roughness_start:.0e} times the "
    "roughness of the plain network at the start and overflow in some runs. Ratio of roughness of "
    "batch norm and the plain network: {batch_norm_plain_roughness_start:.1f} at the start, "
    "{batch_norm_plain_roughness_end:.2f} in the end; of batch norm with and without skips: "
    "{batch_norm_and_skip_batch_norm_roughness_start:.2f} and "
    "{batch_norm_and_skip_batch_norm_roughness_end:.2f}; of scaled skips and the plain network: "
    "{scaled_skip_plain_roughness_start:.2f} and {scaled_skip_plain_roughness_end:.3f}."
)
ALT = (
    "Left, five falling curves of shares by depth: scaled skips and batch norm with skips fall "
    "last. Middle and right, medians on a logarithmic axis at three times for four designs; batch "
    "norm alone starts highest."
)
TABLES = {"shares": "design_shares", "smooth": "design_smoothness"}
VALUES = "design_values"

LOOKS = {
    "plain": (GREY, "s", "-"),
    "batch norm": (ORANGE, "^", (0, (4, 1.5))),
    "skip": (PURPLE, "x", (0, (1, 1))),
    "scaled skip": (GREEN, "D", (0, (4, 1.5, 1, 1.5))),
    "batch norm and skip": (BLUE, "o", "-"),
}
TIMES = ("start", "early", "end")


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (share, rough, sharp) = plt.subplots(
        1, 3, figsize=(DOUBLE_COLUMN, 2.7), layout="constrained"
    )
    for design, group in tables["shares"].groupby("design", sort=False):
        colour, marker, dashes = LOOKS[design]
        share.plot(group["depth"], group["share"], color=colour, marker=marker, ls=dashes,
                   markersize=4, label=design)  # fmt: skip
    share.set(xlabel="hidden layers", ylabel="share that trains", ylim=(-0.05, 1.05))
    share.set_xscale("log", base=2)
    depths = sorted(tables["shares"]["depth"].unique())
    share.set_xticks(depths, [str(depth) for depth in depths])
    _along(rough, tables["smooth"], "roughness")
    _along(sharp, tables["smooth"], "sharpness")
    rough.set_ylabel("roughness")
    sharp.set_ylabel(r"$\lambda_{\max}$")
    panel(share, "a", "depth")
    panel(rough, "b", "change of gradient")
    panel(sharp, "c", "sharpness")
    figure.legend(*share.get_legend_handles_labels(), loc="outside lower center", ncols=5,
                  frameon=False)  # fmt: skip
    return figure


def _along(axes: Axes, table: pd.DataFrame, measure: str) -> None:
    medians = table[table["design"] != "skip"].groupby(["design", "time"])[measure].median()
    for place, (design, (colour, marker, dashes)) in enumerate(LOOKS.items()):
        if design != "skip":
            values = [medians[design, time] for time in TIMES]
            shifted = [k + 0.06 * (place - 2) for k in range(len(TIMES))]
            axes.plot(shifted, values, color=colour, marker=marker, ls=dashes, markersize=4)
    axes.set_yscale("log")
    axes.set_xticks(range(3), ["0", "25", "100"])
    axes.set_xlabel("step")
