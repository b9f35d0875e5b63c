"""Test errors of averages of weights against the networks they are made of."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import (
    BLACK,
    BLUE,
    DOUBLE_COLUMN,
    GREEN,
    GREY,
    ORANGE,
    PURPLE,
    RED,
    panel,
)

ITEMS = ("N-60", "N-61")
TITLE = "Averages of weights: of independent, aligned and related networks for digits"
CAPTION = (
    "(a) Mean test error of the average of two networks for digits, by how they are related, and "
    "of the networks themselves (black). (b) Excess at width 32 over the networks, paired, with "
    "intervals at 99.9999 % (axis linear in the grey band, logarithmic outside): the average over "
    "the end of one run is not told from its last weights."
)
NOTES = (
    "Two hidden layers of rectified units, 400 steps of SGD of length 1; {trials:.0f} pairs at "
    "width 32, fewer at others (table connectivity_averages). The average over the end of a run is "
    "that after 250, 300, 350 and 400 steps, against the last; its error is {tail_error:.2f} %, "
    "that of the last weights {error:.2f} %. The intervals are Student's, each at that level."
)
ALT = (
    "Left, curves of test error against width: that of averages of independent networks is far "
    "above the others, which come near the black one as width grows. Right, horizontal intervals "
    "of excess errors by kind of average."
)
TABLES = {"averages": "connectivity_averages"}
VALUES = "connectivity_values"

LOOKS = {
    "independent": ("independent", "o", RED, "-"),
    "by weights": ("aligned by weights", "s", BLUE, (0, (5, 1.5))),
    "by activations": ("aligned by activations", "^", GREEN, (0, (1, 1))),
    "after 0": ("one start", "D", ORANGE, (0, (4, 1.5, 1, 1.5))),
    "after 100": ("100 shared steps", "v", GREY, ""),
    "tail": ("end of one run", "P", PURPLE, (0, (2, 1))),
}
SHOWN = 32


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (errors, excesses) = plt.subplots(
        1, 2, figsize=(DOUBLE_COLUMN, 2.7), layout="constrained"
    )
    table = tables["averages"]
    plain = table[table["normalised"] == 0].sort_values("width")
    for name, (label, marker, colour, dashes) in LOOKS.items():
        rows = plain[plain["comparison"] == name]
        errors.plot(
            rows["width"], 100 * rows["error"], marker=marker, ms=4, color=colour, ls=dashes,
            label=label,
        )  # fmt: skip
    ends = plain[plain["comparison"] == "independent"]
    errors.plot(
        ends["width"], 100 * (ends["error"] - ends["excess"]), color=BLACK, lw=0.9, label="networks"
    )
    errors.set_xscale("log", base=2)
    errors.set(yscale="log", xlabel="width", ylabel="test error (%)")
    widths = sorted(plain["width"].unique())
    errors.set_xticks(widths, [str(w) for w in widths], minor=False)
    errors.set_yticks([2, 5, 10, 20, 50], ["2", "5", "10", "20", "50"])
    errors.minorticks_off()
    shown = plain[plain["width"] == SHOWN].set_index("comparison").loc[list(LOOKS)]
    for place, (name, (_, marker, colour, _)) in enumerate(LOOKS.items()):
        row = shown.loc[name]
        excesses.errorbar(
            100 * row["excess"], place, xerr=100 * row["half_width"], fmt=marker, color=colour, ms=4
        )
    excesses.axvline(0, color=GREY, lw=0.8, ls=":", zorder=0)
    excesses.set_xscale("symlog", linthresh=1)
    excesses.axvspan(-1, 1, color=GREY, alpha=0.15, lw=0, zorder=0)
    excesses.set_xlim(-1.6, 60)
    excesses.set_xticks([-1, 0, 1, 10], ["−1", "0", "1", "10"])
    excesses.set_ylim(-0.6, len(LOOKS) - 0.4)
    excesses.set_yticks(range(len(LOOKS)), [look[0] for look in LOOKS.values()])
    excesses.invert_yaxis()
    excesses.set_xlabel("excess of the test error (points)")
    figure.legend(
        *errors.get_legend_handles_labels(), loc="outside lower center", ncols=3, frameon=False
    )
    panel(errors, "a", "error of the average")
    panel(excesses, "b", f"excess, width {SHOWN}")
    return figure
