"""The worked example of the notes: four runs, and what a perturbation costs."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLACK, BLUE, DOUBLE_COLUMN, GREEN, PURPLE, RED, panel

ITEMS = ("N-74", "N-75", "N-76", "N-77")
TITLE = "What the worked example on x² − y² costs"
CAPTION = (
    "Gradient descent on x² − y², η = 1/16. (a) Gradient norm: from the printed start (0.05, 1.8) "
    "it grows at every step, and the run neither nears the saddle nor stalls, against the notes. "
    "(b) Median cost of leaving from (1.8, 0), measured and exact: every σ gets out, at a cost "
    "that falls with log σ."
)
NOTES = (
    "(a) Only on the axis y = 0 does descent stall. With the coordinates exchanged the gradient "
    "first falls, to {lowest_gradient:.2f} at the least, and the run leaves unaided: |y| ≥ 1 after "
    "{exchanged_cost:.0f} gradients. On the axis the gradient is below 1/10 (dotted) after "
    "{stalled_after:.0f} steps. (b) Gradients until half of the runs have |y| ≥ 1, with bounds at "
    "the confidence of the project's tests: perturbed once by N(0, σ²I) where the gradient is "
    "below 1/10, {perturbed_cost:.0f} at σ = 1/100; with such noise in every step, "
    "{noisy_cost:.0f}. Plain descent never gets there. To be out at once with probability 1/2 "
    "takes a perturbation of σ ≥ {at_once_sigma:.2f}."
)
ALT = (
    "Left, one curve that rises from the start, one that dips and rises, one that falls for ever "
    "and one that turns up after a perturbation; right, two falling lines with points on them, "
    "noisy below perturbed."
)
TABLES = {"runs": "worked_example_runs", "costs": "worked_example_costs"}
VALUES = "worked_example_values"

LOOKS = {
    "as printed": (RED, "-", "(0.05, 1.8), as printed"),
    "exchanged": (BLUE, (0, (6, 1, 1, 1)), "(1.8, 0.05)"),
    "on the axis": (BLACK, (0, (1.2, 1.2)), "(1.8, 0)"),
    "perturbed": (GREEN, (0, (4, 1.5)), "(1.8, 0), perturbed once"),
}
METHODS = {"perturbed": (GREEN, "o"), "noisy": (PURPLE, "D")}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (norms, costs) = plt.subplots(
        1, 2, figsize=(DOUBLE_COLUMN, 2.6), layout="constrained", width_ratios=(1.4, 1)
    )
    for setting, (colour, style, label) in LOOKS.items():
        rows = tables["runs"].query(f"setting == '{setting}'")
        norms.plot(rows["step"], rows["norm"], ls=style, color=colour, label=label)
    norms.axhline(0.1, color="black", lw=0.6, ls=":")
    norms.set(xlabel="step", ylabel="$\\Vert\\nabla f\\Vert$", yscale="log", ylim=(5e-4, 1e6))
    norms.legend(frameon=False, loc="upper right", ncols=2, columnspacing=0.8)
    norms.annotate("not as the notes say", (17, 250), ha="center", color=RED)
    for method, (colour, marker) in METHODS.items():
        rows = tables["costs"].query(f"method == '{method}'")
        costs.plot(rows["sigma"], rows["exact"], color=colour, lw=0.9)
        bars = [rows["median"] - rows["low"], rows["high"] - rows["median"]]
        costs.errorbar(
            rows["sigma"], rows["median"], bars, fmt=marker, ms=4, color=colour, label=method
        )
    costs.set(xscale="log", xlabel="$\\sigma$", ylabel="gradients to $|y|\\geq 1$", ylim=(0, 130))
    costs.legend(frameon=False)
    panel(norms, "a", "the runs")
    panel(costs, "b", "cost from (1.8, 0)")
    return figure
