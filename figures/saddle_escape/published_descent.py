"""Perturbed descent by two published rules, with constants where these leave them open."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLACK, BLUE, ORANGE, SINGLE_COLUMN, panel

ITEMS = ("N-38", "O-31")
TITLE = "Perturbed gradient descent by two published rules, on the double well"
CAPTION = (
    "Perturbed descent by published rules on the double well, ε = 1/10, from the stable line of "
    "the saddle; constants that the theorems leave open are ours. (a) Share of runs at an "
    "approximate second-order point. (b) Share stopped: the rule of Jin et al. (2017) stops, also "
    "at the saddle if nothing is perturbed; that of 2021 never does."
)
NOTES = (
    "Jin et al. (2017), Algorithm 2, with c = 1, where the theorem takes c below an unnamed "
    "constant: the perturbation has radius {radius_2017:.1e} and {waiting_2017:.0f} steps to show "
    "a decrease. Half of the runs are at such a point by step {found_2017:.0f}; they stop after "
    "{mean_steps_2017:.0f} steps on average, as they wait out the time of the first perturbation "
    "and then that of another, at the minimum. Jin et al. (2021), Algorithm 4, has an unnamed "
    "factor in ι too, which we set to 1: ι = {iota:.2f}, where our proof of its bound takes "
    "{proved_iota:.0f}, and with that {proved_steps:.0e} steps. The radius is {radius_2021:.1e}, "
    "with a perturbation every {waiting_2021:.0f} steps where the gradient is small. Half of its "
    "runs are there by step {found_2021:.0f}. Stopping certifies nothing without a perturbation."
)
ALT = (
    "Above, two curves, almost one, rise to 1 soon after step 100, a third stays at 0. Below, one "
    "curve rises near 600, and one without perturbation near 300."
)
TABLES = {"runs": "published_runs"}
VALUES = "published_values"

LOOKS = {
    "2017": (BLUE, "-", "Jin et al. (2017)"),
    "2021": (ORANGE, (0, (4, 1.5)), "Jin et al. (2021)"),
    "radius 0": (BLACK, (0, (1.2, 1.2)), "2017 without perturbation"),
}
# of the two that are nearly one curve
MARKS = {
    "2017": {"marker": "o", "ms": 3.5, "markevery": (0.05, 0.12)},
    "2021": {"marker": "s", "ms": 3.5, "mfc": "white", "markevery": (0.11, 0.12)},
}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (there, stopped) = plt.subplots(
        2, 1, figsize=(SINGLE_COLUMN, 3.4), layout="constrained", sharex=True
    )
    for method, (colour, line, label) in LOOKS.items():
        rows = tables["runs"].query(f"method == '{method}'")
        look = {"color": colour, "ls": line, "label": label, **MARKS.get(method, {})}
        there.plot(rows["step"], rows["second_order"], **look)
        if method != "2021":
            stopped.plot(rows["step"], rows["stopped"], color=colour, ls=line)
    for axes in (there, stopped):
        axes.set(ylabel="share of the runs", ylim=(-0.06, 1.06), xlim=(0, 800))
    stopped.set_xlabel("step")
    there.legend(frameon=False, loc="center right")
    panel(there, "a", "at a second-order point")
    panel(stopped, "b", "stopped")
    return figure
