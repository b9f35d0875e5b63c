"""Training loss and test error on the line between two networks for digits."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREEN, GREY, ORANGE, RED, panel

ITEMS = ("N-56", "N-57", "N-60")
TITLE = "Loss and error between two networks for digits"
CAPTION = (
    "Two networks of width 32 at λ = 0 and 1, trained on digits: (a) training loss, (b) test error "
    "on the line between their weights; median and deciles of {trials:.0f} pairs. Independent "
    "networks have almost the same loss and a barrier between; units in the order of the other's "
    "lower it; a shared start leaves hardly any."
)
NOTES = (
    "Two hidden layers of rectified units, 400 steps of SGD of length 1, batches of 32; each pair "
    "with a split of the 1797 images, starts and orders of its own. Dotted: the error of guessing. "
    "Mean test error of the networks {error:.1f} %, of the average of independent ones "
    "{independent_error:.1f} %, aligned by weights {by_weights_error:.1f} %, after 100 shared "
    "steps {after_100_error:.1f} %."
)
ALT = (
    "Two panels of curves over λ from 0 to 1: a high arch for independent networks, two low arches "
    "for aligned ones, nearly level lines for shared starts."
)
TABLES = {"lines": "connectivity_lines"}
VALUES = "connectivity_values"

LOOKS = {
    "independent": ("independent", "o", RED, "-"),
    "by weights": ("aligned by weights", "s", BLUE, (0, (5, 1.5))),
    "by activations": ("aligned by activations", "^", GREEN, (0, (1, 1))),
    "after 0": ("one start", "D", ORANGE, (0, (4, 1.5, 1, 1.5))),
}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, places = plt.subplots(1, 2, figsize=(DOUBLE_COLUMN, 2.7), layout="constrained")
    lines = tables["lines"]
    for axes, measure, scale in zip(places, ("training_loss", "test_error"), (1, 100), strict=True):
        for name, (label, marker, colour, dashes) in LOOKS.items():
            rows = lines[(lines["comparison"] == name) & (lines["measure"] == measure)]
            low, median, high = (scale * rows[c] for c in ("low", "median", "high"))
            axes.fill_between(rows["share"], low, high, color=colour, alpha=0.2, lw=0)
            axes.plot(
                rows["share"], median, marker=marker, ms=4, color=colour, ls=dashes, label=label
            )
        axes.set(yscale="log", xlabel="share $\\lambda$ of the second network")
    places[0].set_ylabel("training loss")
    places[1].set_ylabel("test error (%)")
    places[1].axhline(90, color=GREY, lw=0.8, ls=":")
    places[1].set_yticks([2, 5, 10, 20, 50, 90], ["2", "5", "10", "20", "50", "90"])
    places[1].minorticks_off()
    figure.legend(
        *places[0].get_legend_handles_labels(), loc="outside lower center", ncols=4, frameon=False
    )
    panel(places[0], "a", "training loss")
    panel(places[1], "b", "test error")
    return figure
