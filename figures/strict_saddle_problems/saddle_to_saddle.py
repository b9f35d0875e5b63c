"""Loss curves of linear networks from small starts: from saddle to saddle."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREEN, GREY, ORANGE, PURPLE, panel

ITEMS = ("N-47", "N-50")
TITLE = "Linear networks of depth one to four, from saddle to saddle"
CAPTION = (
    "‖W_k⋯W₁ − Y‖² for square layers of width 3 and Y of singular values 3, 2, 1, under gradient "
    "descent with step 1/500 from small random starts. Dashed: the losses 14, 5, 1 of the saddles "
    "where the product is Y with its singular values cut off after 0, 1 or 2. (a) Depth 1 is "
    "convex and passes them by; the deeper networks rest at each. (b) The smallest gradient while "
    "the loss is within 2 % (of 14) of a plateau, over the largest on the path. For depth 2 and "
    "more it is at most {gradient:.3f}, and the product is then within {distance:.3f} ‖Y‖ of the "
    "cut-off one. The runs end with the losses {end_2:.0e}, {end_3:.0e} and {end_4:.0e}. From "
    "depth 3 on the curvature along the factors that are still small in every layer vanishes at "
    "the saddle itself, which therefore is not left exponentially: the waits depend strongly on "
    "the start."
)
ALT = (
    "Left, four loss curves over the logarithm of the step; three descend in stairs along dashed "
    "lines, one smoothly. Right, small gradients at the plateaus for all depths but one."
)
TABLES = {"curves": "plateau_curves", "visits": "plateau_visits"}
VALUES = "plateau_values"

LOOKS = {1: (GREY, "s"), 2: (BLUE, "o"), 3: (ORANGE, "^"), 4: (GREEN, "D")}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (curves, visits) = plt.subplots(
        1, 2, figsize=(DOUBLE_COLUMN, 2.5), layout="constrained", width_ratios=(3, 2)
    )
    for level in sorted(set(tables["visits"]["plateau"]) - {0}):
        curves.axhline(level, color=PURPLE, lw=0.7, ls=(0, (4, 2)), zorder=0)
    for depth, (colour, marker) in LOOKS.items():
        curve = tables["curves"][tables["curves"]["depth"] == depth]
        curves.plot(curve["step"], curve["loss"], color=colour, label=f"depth {depth}")
        met = tables["visits"].query("depth == @depth and rank < 3")
        visits.plot(met["rank"], met["gradient"], marker=marker, color=colour, ms=5, lw=0.8, ls=":")
    curves.set(xscale="log", xlabel="step", ylabel="loss", yticks=[0, 1, 5, 14], ylim=(-0.5, 15.5))
    curves.legend(frameon=False, loc="lower left", borderaxespad=0.2)
    visits.set(
        yscale="log", xlabel="rank of the product at the saddle", ylabel="smallest gradient (share)"
    )
    visits.set_xticks([0, 1, 2])
    panel(curves, "a", "loss")
    panel(visits, "b", "how flat each plateau is")
    return figure
