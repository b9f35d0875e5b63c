"""Loss curves of linear networks from small starts: from saddle to saddle."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLACK, BLUE, DOUBLE_COLUMN, GREEN, GREY, ORANGE, panel

ITEMS = ("N-47", "N-50")
TITLE = "Linear networks of depth one to four, from saddle to saddle"
CAPTION = (
    "Gradient descent on ‖W_k⋯W₁ − Y‖² from small random starts, Y of singular values 3, 2, 1. "
    "(a–d) Loss by depth; dashed, the losses of the saddles where the product is Y with its "
    "singular values cut off after 0, 1, 2. Depth 1 is convex and passes them by; the others rest "
    "at each. (e) Smallest gradient there."
)
NOTES = (
    "Square layers of width 3, step 1/500, one start for each depth. (e) The smallest gradient "
    "while the loss is within 2 % (of 14) of a plateau, over the largest on the path. For depth 2 "
    "and more it is at most {gradient:.3f}, and the product is then within {distance:.3f} ‖Y‖ of "
    "the cut-off one; that of depth 2 at rank 0 is as small as its start. The runs end with the "
    "losses {end_2:.0e}, {end_3:.0e} and {end_4:.0e}. From depth 3 on the curvature along the "
    "factors that are still small in every layer vanishes at the saddle itself, which therefore is "
    "not left exponentially."
)
ALT = (
    "Left, four loss curves over the logarithm of the step; three descend in stairs along dashed "
    "lines, one smoothly. Right, small gradients at the plateaus for all depths but one."
)
TABLES = {"curves": "plateau_curves", "visits": "plateau_visits"}
VALUES = "plateau_values"

LOOKS = {1: (GREY, "s"), 2: (BLUE, "o"), 3: (ORANGE, "^"), 4: (GREEN, "D")}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure = plt.figure(figsize=(DOUBLE_COLUMN, 3.4), layout="constrained")
    panels = figure.subplot_mosaic(
        "abe;cde", width_ratios=(1, 1, 1.1), gridspec_kw={"hspace": 0.02}
    )
    for letter, (depth, (colour, marker)) in zip("abcd", LOOKS.items(), strict=True):
        axes = panels[letter]
        for level in sorted(set(tables["visits"]["plateau"]) - {0}):
            axes.axhline(level, color=BLACK, lw=0.6, ls=(0, (4, 2)), zorder=0)
        curve = tables["curves"][tables["curves"]["depth"] == depth]
        axes.plot(curve["step"], curve["loss"], color=colour, lw=1.5)
        axes.set(xscale="log", ylim=(-0.8, 15.5), xlim=(8, 4e4))
        axes.set_yticks([1, 5, 14])
        panel(axes, letter, f"depth {depth}")
        met = tables["visits"].query("depth == @depth and rank < 3")
        panels["e"].plot(
            met["rank"], met["gradient"], marker=marker, color=colour, ms=5.5, lw=0.7, ls=":",
            label=f"depth {depth}",
        )  # fmt: skip
    for letter in "ac":
        panels[letter].set_ylabel("loss")
    for letter in "cd":
        panels[letter].set_xlabel("step")
    panels["e"].set(yscale="log", xlabel="rank at the saddle", ylim=(1e-7, 2))
    panels["e"].set_ylabel("smallest gradient (share)")
    panels["e"].set_xticks([0, 1, 2])
    panels["e"].legend(frameon=False, loc="lower right")
    panel(panels["e"], "e", "how flat each plateau is")
    return figure
