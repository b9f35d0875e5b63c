"""In how many steps networks of five designs train, and how smooth their losses are."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREEN, GREY, ORANGE, PURPLE, panel

ITEMS = ("N-63", "N-64", "L-43", "L-45")
TITLE = "Batch normalisation and skip connections: steps to train, roughness and sharpness"
CAPTION = (
    "ReLU networks of width 16 on digits. (a) Share of runs that train within 100 steps, by "
    "depth; (b) at depth 16, by steps. There: (c) change of the gradient along itself, (d) "
    "largest eigenvalue of the Hessian, (e) its size over that of the tenth, medians and "
    "quartiles; (f) ratios of (e), with over without batch norm."
)
NOTES = (
    "SGD, each design with the length of step that two other runs chose for the number of "
    "steps; a run trains if its loss ends below 1/2. Scaled skips have branches times 1/√depth."
    " (a), (b) {replicas:.0f} runs a point, {trials:.0f} at depth 16 and 100 steps, markers "
    "shifted; bars are binomial intervals at the level of the project, so that 0 of "
    "{replicas:.0f} allows a share of 0.70. (c) {trials:.0f} runs, steps −s∇L, s from 0.005 to "
    "0.04; (d), (e) {smooth:.0f} runs; (f) geometric means of paired ratios, with 99.9999 % "
    "intervals, with skips over scaled skips. Not drawn: skips with full branches are at "
    "{skip_plain_roughness_start:.0e} times the roughness of the plain network at the start and"
    " overflow in some runs. Ratio of roughness of batch norm and the plain network: "
    "{batch_norm_plain_roughness_start:.1f} at the start, {batch_norm_plain_roughness_end:.2f} "
    "in the end; of batch norm with and without skips: "
    "{batch_norm_and_skip_batch_norm_roughness_start:.2f} and "
    "{batch_norm_and_skip_batch_norm_roughness_end:.2f}; of scaled skips and the plain network:"
    " {scaled_skip_plain_roughness_start:.2f} and {scaled_skip_plain_roughness_end:.3f}."
)
ALT = (
    "Six panels. Shares of five designs fall with depth, scaled skips and batch norm with skips"
    " last; they rise with the number of steps for all. Medians with bars on logarithmic axes "
    "at three times for four designs; batch norm alone starts roughest and sharpest, the "
    "condition numbers are alike. Last, ratios with long bars, all but one of which cross the "
    "line at one."
)
TABLES = {
    "shares": "design_shares",
    "budgets": "design_budgets",
    "smooth": "design_smoothness",
    "ratios": "design_ratios",
}
VALUES = "design_values"

LOOKS = {
    "plain": (GREY, "s", "-"),
    "batch norm": (ORANGE, "^", (0, (4, 1.5))),
    "skip": (PURPLE, "x", (0, (1, 1))),
    "scaled skip": (GREEN, "D", (0, (4, 1.5, 1, 1.5))),
    "batch norm and skip": (BLUE, "o", "-"),
}
COMPARED = (
    ("batch norm", "plain", "no skips", ORANGE, "^"),
    ("batch norm and skip", "scaled skip", "skips", BLUE, "o"),
)
TIMES = {"start": "0", "early": "25", "end": "100"}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, ((share, budget, rough), (sharp, condition, ratio)) = plt.subplots(
        2, 3, figsize=(DOUBLE_COLUMN, 4.4), layout="constrained"
    )
    _shares(share, tables["shares"], "depth")
    share.set(xlabel="hidden layers", ylabel="share that trains")
    _shares(budget, tables["budgets"], "budget")
    budget.set(xlabel="steps")
    _along(rough, tables["smooth"], "roughness")
    _along(sharp, tables["smooth"], "sharpness")
    _along(condition, tables["smooth"], "condition")
    _ratios(ratio, tables["ratios"])
    rough.set_ylabel("roughness")
    condition.set_yticks([3, 5, 10, 20], ["3", "5", "10", "20"])
    condition.set_yticks([], minor=True)
    condition.set_ylabel(r"$|\lambda|_1 / |\lambda|_{10}$")
    sharp.set_ylabel(r"$\lambda_{\max}$")
    panel(share, "a", "100 steps")
    panel(budget, "b", "16 layers")
    panel(rough, "c", "change of gradient")
    panel(sharp, "d", "sharpness")
    panel(condition, "e", "condition")
    panel(ratio, "f", "ratio of condition")
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


def _ratios(axes: Axes, table: pd.DataFrame) -> None:
    """Ratios of the condition with and without batch norm, by time."""
    rows = table[table["measure"] == "condition"].set_index(["first", "second", "time"])
    times = [time for time in TIMES if time in set(table["time"])]
    for place, (first, second, text, colour, marker) in enumerate(COMPARED):
        found = rows.loc[[(first, second, time) for time in times]]
        reach = found["ratio"] - found["low"], found["high"] - found["ratio"]
        shifted = [k + 0.16 * (place - 0.5) for k in range(len(times))]
        axes.errorbar(shifted, found["ratio"], reach, color=colour, marker=marker, ls="none",
                      markersize=4, elinewidth=0.8, label=text)  # fmt: skip
    axes.axhline(1, color=GREY, lw=0.6)
    axes.set(yscale="log", xlabel="step", ylabel="batch norm / without", xlim=(-0.5, 2.5))
    axes.set_xticks(range(len(times)), [TIMES[time] for time in times])
    axes.legend(frameon=False, loc="upper center", handletextpad=0.3)
    low, high = axes.get_ylim()
    axes.set_ylim(low, high * 3)


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
