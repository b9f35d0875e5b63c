"""The worked example of the notes: four runs, and what a perturbation costs."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREEN, GREY, ORANGE, RED, panel

ITEMS = ("N-74", "N-75", "N-76", "N-77")
TITLE = "What the worked example on x² − y² costs"
CAPTION = (
    "Gradient descent on x² − y², η = 1/16. (a) Gradient norm. From (0.05, 1.8), the start that is "
    "printed, it grows at every step: the run neither approaches the saddle nor stalls. With the "
    "coordinates exchanged it first falls, to {lowest_gradient:.2f} at the least, and the run "
    "leaves unaided. Only on the axis y = 0 does descent stall: the gradient is below 1/10 after "
    "{stalled_after:.0f} steps; one perturbation N(0, σ²I), σ = 1/100, then costs {cost:.0f} more "
    "steps in the median until |y| ≥ 1. (b) That median for other σ, measured, with bounds that "
    "hold at the confidence of the project's tests, and the exact law: every σ gets out, at a cost "
    "that falls with log σ. To be out at once with probability 1/2 takes σ ≥ {at_once_sigma:.2f}."
)
ALT = (
    "Left, one curve that rises from the start, one that dips and rises, one that falls for ever "
    "and one that turns up after a perturbation; right, points on a staircase falling with sigma."
)
TABLES = {"runs": "worked_example_runs", "costs": "worked_example_costs"}
VALUES = "worked_example_values"

LOOKS = {
    "as printed": (RED, "-", "(0.05, 1.8), as printed"),
    "exchanged": (BLUE, "-", "(1.8, 0.05)"),
    "on the axis": (GREY, "-", "(1.8, 0)"),
    "perturbed": (GREEN, "--", "(1.8, 0), perturbed once"),
}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (norms, costs) = plt.subplots(
        1, 2, figsize=(DOUBLE_COLUMN, 2.6), layout="constrained", width_ratios=(1.4, 1)
    )
    for setting, (colour, style, label) in LOOKS.items():
        rows = tables["runs"].query(f"setting == '{setting}'")
        norms.plot(rows["step"], rows["norm"], style, color=colour, label=label)
    norms.axhline(0.1, color="black", lw=0.6, ls=":")
    norms.set(xlabel="step", ylabel="$\\Vert\\nabla f\\Vert$", yscale="log", ylim=(5e-4, 1e6))
    norms.legend(frameon=False, loc="upper right", ncols=2, columnspacing=0.8)
    rows = tables["costs"]
    costs.plot(rows["sigma"], rows["exact"], color=ORANGE, label="exact law")
    bars = [rows["median"] - rows["low"], rows["high"] - rows["median"]]
    costs.errorbar(
        rows["sigma"], rows["median"], bars, fmt="o", ms=4, color=GREEN, label="measured"
    )
    costs.set(xscale="log", xlabel="$\\sigma$", ylabel="median steps to $|y|\\geq 1$", ylim=(0, 90))
    costs.legend(frameon=False)
    panel(norms, "a", "the runs")
    panel(costs, "b", "cost of one perturbation")
    return figure
