"""In how many steps networks of five designs train, and how smooth their losses are."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREEN, GREY, ORANGE, PURPLE, panel

ITEMS = ("N-64", "L-43", "L-45")
TITLE = "Batch normalisation and skip connections: steps to train, roughness and sharpness"
CAPTION = (
    "ReLU networks of width 16 on digits. (a) Share of runs that train within 100 steps, by depth; "
    "(b) at depth 16, by number of steps. (c) Change of the gradient along itself over the "
    "distance, (d) largest eigenvalue of the Hessian, medians and quartiles at depth 16: batch "
    "norm alone is roughest at the start."
)
NOTES = (
    "SGD, each design with the length of step that two other runs chose for the number of steps; a "
    "run trains if its loss ends below 1/2. Scaled skips have branches times 1/√depth. (a), (b) "
    "{replicas:.0f} runs a point, {trials:.0f} at depth 16 and 100 steps, markers shifted; bars "
    "are binomial intervals at the level of the project, so that 0 of {replicas:.0f} allows a "
    "share of 0.70. (c) {trials:.0f} runs, steps −s∇L, s from 0.005 to 0.04; (d) {smooth:.0f} "
    "runs. Not drawn: skips with full branches are at {skip_plain_roughness_start:.0e} times the "
    "roughness of the plain network at the start and overflow in some runs. Ratio of roughness of "
    "batch norm and the plain network: {batch_norm_plain_roughness_start:.1f} at the start, "
    "{batch_norm_plain_roughness_end:.2f} in the end; of batch norm with and without skips: "
    "{batch_norm_and_skip_batch_norm_roughness_start:.2f} and "
    "{batch_norm_and_skip_batch_norm_roughness_end:.2f}; of scaled skips and the plain network: "
    "{scaled_skip_plain_roughness_start:.2f} and {scaled_skip_plain_roughness_end:.3f}."
)
ALT = (
    "Four panels. Shares of five designs fall with depth, scaled skips and batch norm with skips "
    "last; they rise with the number of steps for all. Below, medians with bars on logarithmic "
    "axes at three times for four designs; batch norm alone starts highest."
)
TABLES = {
    "shares": "design_shares",
    "budgets": "design_budgets",
    "smooth": "design_smoothness",
}
VALUES = "design_values"

LOOKS = {
    "plain": (GREY, "s", "-"),
    "batch norm": (ORANGE, "^", (0, (4, 1.5))),
    "skip": (PURPLE, "x", (0, (1, 1))),
    "scaled skip": (GREEN, "D", (0, (4, 1.5, 1, 1.5))),
    "batch norm and skip": (BLUE, "o", "-"),
}
TIMES = {"start": "0", "early": "25", "end": "100"}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, ((share, budget), (rough, sharp)) = plt.subplots(
        2, 2, figsize=(DOUBLE_COLUMN, 4.6), layout="constrained"
    )
    _shares(share, tables["shares"], "depth")
    share.set(xlabel="hidden layers", ylabel="share that trains")
    _shares(budget, tables["budgets"], "budget")
    budget.set(xlabel="steps")
    _along(rough, tables["smooth"], "roughness")
    _along(sharp, tables["smooth"], "sharpness")
    rough.set_ylabel("roughness")
    sharp.set_ylabel(r"$\lambda_{\max}$")
    panel(share, "a", "100 steps")
    panel(budget, "b", "16 layers")
    panel(rough, "c", "change of gradient")
    panel(sharp, "d", "sharpness")
    figure.legend(*share.get_legend_handles_labels(), loc="outside lower center", ncols=5,
                  frameon=False)  # fmt: skip
    return figure


def _shares(axes: Axes, table: pd.DataFrame, key: str) -> None:
    for place, (design, (colour, marker, dashes)) in enumerate(LOOKS.items()):
        part = table[table["design"] == design]
        reach = part["share"] - part["low"], part["high"] - part["share"]
        axes.errorbar(part[key] * 2 ** (0.08 * (place - 2)), part["share"],
                      [end.clip(lower=0) for end in reach], color=colour, marker=marker, ls=dashes,
                      markersize=4, lw=1, elinewidth=0.5, label=design)  # fmt: skip
    axes.set(ylim=(-0.05, 1.05))
    axes.set_xscale("log", base=2)
    values = sorted(table[key].unique())
    axes.set_xticks(values, [str(value) for value in values])


def _along(axes: Axes, table: pd.DataFrame, measure: str) -> None:
    groups = table[table["design"] != "skip"].groupby(["design", "time"])[measure]
    low, medians, high = (groups.quantile(q) for q in (0.25, 0.5, 0.75))
    times = [time for time in TIMES if time in set(table["time"])]
    for place, (design, (colour, marker, dashes)) in enumerate(LOOKS.items()):
        if design != "skip":
            keys = [(design, time) for time in times]
            middle = medians[keys].to_numpy()
            reach = middle - low[keys].to_numpy(), high[keys].to_numpy() - middle
            shifted = [k + 0.06 * (place - 2) for k in range(len(times))]
            axes.errorbar(shifted, middle, reach, color=colour, marker=marker, ls=dashes,
                          markersize=4, lw=1, elinewidth=0.5)  # fmt: skip
    axes.set_yscale("log")
    axes.set_xticks(range(len(times)), [TIMES[time] for time in times])
    axes.set_xlabel("step")
