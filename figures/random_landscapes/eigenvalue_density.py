"""Where the eigenvalues of random symmetric matrices lie."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLACK, BLUE, DOUBLE_COLUMN, GREEN, GREY, ORANGE, PURPLE, panel

ITEMS = ("N-99", "N-101")
TITLE = "Eigenvalue densities: semicircle, Gaussian, and conditioned on a minimum"
CAPTION = (
    "Density of eigenvalues in units of √n, with two standard errors. (a) GOE: tails beyond ±2 at "
    "n = 4, the semicircle (line) at n = 256. (b) Equal variances give the same semicircle; "
    "independent diagonal entries (as they are) do not. (c) GOE given a minimum, n = 20, on the "
    "density of Dean and Majumdar."
)
NOTES = (
    "Bars are mostly within the symbols; lines are the exact limits. (b) The signs of the diagonal "
    "matrix are as fair as those of the others. (c) Given that all eigenvalues are positive, an "
    "event so rare that only splitting reaches it; steps: the limit averaged over the bins of the "
    "points (Dean and Majumdar 2006). They differ at the ends, where n = 20 is not yet large. "
    "Eigenvalues are pushed against zero: the typical minimum of such a model is nearly flat in "
    "some directions."
)
ALT = (
    "Left: a bell with tails at n = 4 and a semicircle at n = 256. Middle: a semicircle and a "
    "Gaussian bell. Right: a density that rises steeply towards zero and ends at 2.3."
)
TABLES = {"density": "eigenvalue_density", "limits": "limit_densities"}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (goe, others, minimum) = plt.subplots(
        1, 3, figsize=(DOUBLE_COLUMN, 2.4), layout="constrained"
    )
    density = tables["density"]
    limits = tables["limits"]
    semicircle, wall = (limits[limits["limit"] == n] for n in ("semicircle", "hard wall"))
    curves = (
        (goe, "goe", 4, BLUE, "o", "$n=4$"),
        (goe, "goe", 256, GREEN, "s", "$n=256$"),
        (others, "equal_variance", 256, ORANGE, "^", "equal variances"),
        (others, "separable", 256, PURPLE, "D", "diagonal"),
    )
    for axes, setting, n, colour, marker, label in curves:
        rows = density[(density["setting"] == setting) & (density["n"] == n)]
        axes.errorbar(
            rows["x"],
            rows["density"],
            2 * rows["error"],
            fmt=marker,
            ms=2.6,
            lw=0.7,
            color=colour,
            label=label,
        )
    for axes in (goe, others):
        axes.plot(
            semicircle["x"], semicircle["density"], color=BLACK, lw=0.9, zorder=3,
            label="semicircle",
        )  # fmt: skip
        axes.set(xlabel=r"$\lambda/\sqrt{n}$", ylim=(0, 0.6))
        axes.legend(
            loc="upper center", ncols=2, frameon=False, handletextpad=0.3, columnspacing=0.5
        )
    rows = density.query("setting == 'minimum'")
    minimum.errorbar(
        rows["x"], rows["density"], 2 * rows["error"], fmt="o", ms=2.5, lw=0.7, color=BLUE,
        label="$n=20$",
    )  # fmt: skip
    minimum.stairs(
        rows["limit"], [*(rows["x"] - 0.05), rows["x"].iloc[-1] + 0.05], color=GREY, lw=0.8,
        label="limit, mean over bins",
    )  # fmt: skip
    minimum.plot(wall["x"], wall["density"], color=BLACK, lw=0.9, zorder=3, label="limit")
    minimum.legend(loc="upper right", frameon=False)
    minimum.set(xlabel=r"$\lambda/\sqrt{n}$", xlim=(0, 2.6), ylim=(0, 2.2))
    goe.set_ylabel("density")
    for axes, letter, title in (
        (goe, "a", "GOE"),
        (others, "b", "other ensembles"),
        (minimum, "c", "GOE, minimum"),
    ):
        panel(axes, letter, title)
    return figure
