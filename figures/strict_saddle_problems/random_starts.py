"""Shares of runs that find the optimum: by problem, and by the number of columns."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREEN, GREY, ORANGE, RED, panel

ITEMS = ("N-86", "N-85", "O-30")
TITLE = "How often gradient descent finds the optimum, and what more columns do"
CAPTION = (
    "Shares of runs, with exact binomial intervals at 99.9999 %. (a) Runs from random starts that "
    "end at the optimum, by problem; dotted, the claim's threshold of 99 %. (b) The 5 × 5 matrix "
    "of ones completed with r columns: loss below 10⁻³ (solid) and matrix recovered as well "
    "(hollow). To reach an optimum is not to recover."
)
NOTES = (
    "(a) Descent is without noise, each run on an instance of its own. Circles: problems that a "
    "claim is about, which must succeed together; squares: other problems and settings; triangles: "
    "controls, completion from half of the entries and a linear network of depth 3 started at the "
    "origin. (b) Offset for legibility. On a path of entries, "
    "which determines the matrix at r = 1, with one more column no run ends in a spurious minimum, "
    "but the fit is no longer unique."
)
ALT = (
    "Left, horizontal intervals of success shares by problem, most at one; right, shares by rank, "
    "solid lines rising to one and dashed lines falling to zero."
)
TABLES = {"starts": "start_shares", "ranks": "rank_shares"}

KINDS = {"claimed": ("o", BLUE), "other": ("s", GREEN), "control": ("^", RED)}
SETTINGS = {"all": ("o", GREY, -0.08), "path": ("^", ORANGE, 0.0), "random": ("D", BLUE, 0.08)}
NAMES = {"all": "all entries", "path": "a path", "random": "random entries"}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (starts, ranks) = plt.subplots(
        1, 2, figsize=(DOUBLE_COLUMN, 2.8), layout="constrained", width_ratios=(5, 4)
    )
    shares = tables["starts"][::-1].reset_index(drop=True)
    for kind, (marker, colour) in KINDS.items():
        rows = shares[shares["kind"] == kind]
        errors = [rows["share"] - rows["low"], rows["high"] - rows["share"]]
        starts.errorbar(
            rows["share"], rows.index, xerr=errors, fmt=marker, color=colour, ms=4, label=kind
        )
    starts.axvline(0.99, color=GREY, lw=0.8, ls=":", zorder=0)
    starts.legend(frameon=False, loc="center left", handletextpad=0.2)
    starts.set_yticks(range(len(shares)), shares["problem"])
    starts.set(xlabel="share of runs at the optimum", xlim=(-0.03, 1.03))
    for name, (marker, colour, shift) in SETTINGS.items():
        rows = tables["ranks"][tables["ranks"]["setting"] == name]
        _shares(ranks, rows, "", shift, {"marker": marker, "color": colour, "label": NAMES[name]})
        hollow = {"marker": marker, "color": colour, "mfc": "white", "ls": "--"}
        _shares(ranks, rows, "r_", shift + 0.03, hollow)
    ranks.set(xlabel="columns $r$", ylabel="share of runs", ylim=(-0.05, 1.08))
    ranks.set_xticks([1, 2, 3, 4])
    ranks.legend(frameon=False, loc="center right")
    panel(starts, "a", "random starts")
    panel(ranks, "b", "columns beyond the rank")
    return figure


def _shares(
    axes: Axes, rows: pd.DataFrame, prefix: str, shift: float, look: dict[str, object]
) -> None:
    share = rows[f"{prefix}share"]
    errors = [share - rows[f"{prefix}low"], rows[f"{prefix}high"] - share]
    axes.errorbar(rows["rank"] + shift, share, yerr=errors, ms=4.5, lw=0.9, **look)
