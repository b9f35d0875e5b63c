"""Energy and index of the critical points of the spherical 3-spin glass."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, GREEN, GREY, ORANGE, PURPLE, RED, SKY, panel

ITEMS = ("N-101", "O-23", "O-24", "O-99")
TITLE = "Energy and index of the critical points of a spin glass"
CAPTION = (
    "Spherical p-spin glass, p = 3; u is the energy per spin. (a) Annealed complexity of each "
    "index and of all critical points near the bottom (Auffinger, Ben Arous & Černý 2013): they "
    "form layers, bounded by −E_k, E₀ = {lowest_3:.6f}, and merge at −E_∞, E_∞ = {edge_3:.6f}. "
    "(b) Exact share of some indices among the critical points at each energy for N = 25: low "
    "ones are minima, saddles of larger index lie higher. Minima are "
    "{largest_share:.1e} of all critical points on average (signs: {largest_signs:.1e}), "
    "but {low_share_25:.1%} of those below −E_∞. (c) All critical points of {forms_4} cubic forms "
    "on the sphere, N = 4, each found with all its complex companions: mean number per unit "
    "energy by index (steps) on the exact density."
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

COLOURS = (BLUE, ORANGE, GREEN, RED, PURPLE, SKY)


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (layers, bands, counted) = plt.subplots(
        1, 3, figsize=(DOUBLE_COLUMN, 2.5), layout="constrained"
    )
    lines = dict(zip(("0", "1", "2", "3"), COLOURS, strict=False)) | {"all": "black"}
    for index, rows in tables["complexity"].groupby("index"):
        label = "all" if index == "all" else f"$k={index}$"
        style = "--" if index == "all" else "-"
        layers.plot(rows["u"], rows["rate"], style, color=lines[str(index)], label=label)
    layers.axhline(0, color=GREY, lw=0.6)
    three = tables["thresholds"].query("p == 3").iloc[0]
    for name, label in (("E_0", "$-E_0$"), ("E_infinity", "$-E_\\infty$")):
        layers.axvline(-three[name], color=GREY, lw=0.6, ls=":")
        layers.text(-three[name], -0.0285, label, ha="right", va="bottom", rotation=90, fontsize=7)
    layers.set(xlabel="energy $u$", ylabel="complexity", ylim=(-0.03, 0.03), xlim=(-1.69, -1.61))
    layers.legend(frameon=False, loc="upper left", handlelength=1.2, labelspacing=0.2)
    panel(layers, "a", "layers, $N\\to\\infty$")
    for colour, (index, rows) in zip(COLOURS, tables["bands"].groupby("index"), strict=True):
        bands.plot(rows["u"], rows["share"], color=colour, label=f"$k={index}$")
    bands.axvline(-three["E_infinity"], color=GREY, lw=0.6, ls=":")
    bands.set(xlabel="energy $u$", ylabel="share at this energy", ylim=(0, 1.03))
    bands.legend(frameon=False, loc="upper right", handlelength=1.2, labelspacing=0.2)
    panel(bands, "b", "bands, $N=25$")
    for (route, index), rows in tables["energies"].groupby(["route", "index"]):
        colour = COLOURS[int(index)]
        if route == "count":
            counted.step(rows["u"], rows["density"], where="mid", color=colour, lw=0.8)
        else:
            counted.plot(rows["u"], rows["density"], color=colour, alpha=0.6, label=f"$k={index}$")
    counted.set(xlabel="energy $u$", ylabel="mean number per unit", ylim=(0, None))
    counted.legend(frameon=False, loc="upper center", ncols=2, columnspacing=4.5, handlelength=1.2)
    panel(counted, "c", "counted, $N=4$")
    return figure
