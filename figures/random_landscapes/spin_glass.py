"""Energy and index of the critical points of the spherical 3-spin glass."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import (
    BLACK,
    BLUE,
    BROWN,
    DOUBLE_COLUMN,
    GREEN,
    GREY,
    ORANGE,
    PURPLE,
    RED,
    SKY,
    panel,
)

ITEMS = ("N-101", "O-23", "O-24", "O-99")
TITLE = "Energy and index of the critical points of a spin glass"
CAPTION = (
    "Critical points of the spherical 3-spin glass, by energy u per spin and index k. (a) Annealed "
    "complexity: layers that merge at −E_∞. (b) Share of some indices at each energy, N = 25: low "
    "critical points are minima. (c) All critical points of {forms_4} cubic forms, N = 4: counted "
    "(steps) and exact (curves) mean number per unit energy."
)
NOTES = (
    "(a) Auffinger, Ben Arous & Černý (2013): complexity of the mean number, not of the typical "
    "one; E₀ = {lowest_3:.6f}, E_∞ = {edge_3:.6f}. (b) Exact. Minima are {largest_share:.1e} of "
    "all critical points on average (independent signs: {largest_signs:.1e}), but "
    "{low_share_25:.1%} of those below −E_∞ (dotted). (c) Critical points are found with all their "
    "complex companions, so that none is missed."
)
ALT = (
    "Complexity curves fanning out below a threshold; humps of index shares ordered by energy; "
    "histograms of four indices on smooth curves, ordered by energy."
)
TABLES = {
    "complexity": "spin_glass_complexity",
    "bands": "spin_glass_bands",
    "energies": "spin_glass_energies",
    "thresholds": "spin_glass_thresholds",
}
VALUES = "spin_glass_values"

LOOKS = {
    0: (BLUE, "-"),
    1: (ORANGE, (0, (5, 1.5))),
    2: (GREEN, (0, (6, 1, 1, 1))),
    3: (RED, (0, (1.3, 1))),
    4: (PURPLE, (0, (3, 1))),
    8: (BROWN, (0, (4, 1, 1, 1, 1, 1))),
    12: (SKY, (0, (8, 1.5))),
}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (layers, bands, counted) = plt.subplots(
        1, 3, figsize=(DOUBLE_COLUMN, 2.6), layout="constrained"
    )
    for index, rows in tables["complexity"].groupby("index"):
        if index == "all":
            layers.plot(rows["u"], rows["rate"], color=BLACK, lw=2.4, zorder=0, label="all")
        else:
            colour, line = LOOKS[int(index)]
            layers.plot(rows["u"], rows["rate"], ls=line, color=colour, label=f"$k={index}$")
    layers.axhline(0, color=GREY, lw=0.6)
    three = tables["thresholds"].query("p == 3").iloc[0]
    for name, label in (("E_0", "$-E_0$"), ("E_infinity", "$-E_\\infty$")):
        layers.axvline(-three[name], color=GREY, lw=0.6, ls=":")
        layers.text(-three[name], -0.0285, label, ha="right", va="bottom", rotation=90)
    layers.set(xlabel="energy $u$", ylabel="complexity", ylim=(-0.03, 0.03), xlim=(-1.69, -1.61))
    layers.legend(frameon=False, loc="upper left", handlelength=2.2, labelspacing=0.2)
    panel(layers, "a", "layers, $N\\to\\infty$")
    for index, rows in tables["bands"].groupby("index"):
        colour, line = LOOKS[int(index)]
        bands.plot(rows["u"], rows["share"], ls=line, color=colour)
        top = rows.loc[rows["share"].idxmax()]
        place = (top["u"], top["share"] + 0.02) if index else (-1.42, 0.85)
        bands.text(*place, f"{index}", color=colour, ha="center", va="bottom")
    bands.axvline(-three["E_infinity"], color=GREY, lw=0.6, ls=":")
    bands.set(xlabel="energy $u$", ylabel="share at this energy", ylim=(0, 1.08))
    bands.text(0.2, 0.9, "index $k$", ha="center")
    panel(bands, "b", "bands, $N=25$")
    for (route, index), rows in tables["energies"].groupby(["route", "index"]):
        colour, line = LOOKS[int(index)]
        if route == "count":
            counted.step(rows["u"], rows["density"], where="mid", color=colour, lw=0.7)
            continue
        counted.plot(rows["u"], rows["density"], ls=line, color=colour)
        top = rows.loc[rows["density"].idxmax()]
        place = (top["u"], top["density"] + 0.1)
        counted.text(*place, f"{index}", color=colour, ha="center", va="bottom")
    counted.set(xlabel="energy $u$", ylabel="mean number per unit", ylim=(0, 7.6))
    counted.text(-2.6, 7.2, "index $k$", va="top")
    panel(counted, "c", "counted, $N=4$")
    return figure
