"""How second-order methods leave saddles, beside descent and Newton's method."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import NullLocator

from provenscape.figures import (
    BLUE,
    BROWN,
    DOUBLE_COLUMN,
    GREEN,
    ORANGE,
    PURPLE,
    SKY,
    panel,
)

ITEMS = ("N-22", "E-29", "E-34", "O-75")
TITLE = "Leaving saddles: cubic regularization and trust regions beside descent and Newton"
CAPTION = (
    "(a) Paths on the double well from (10⁻³, 0.9): Newton's method converges to the saddle at "
    "0. (b) Median steps until |x| ≥ 1/2 by distance from the stable axis: a logarithm for "
    "descent, a constant for methods with a model. (c) Median steps to leave the saddles of a "
    "chain: exponential for descent, a step or two a saddle."
)
NOTES = (
    "Methods with a model leave from the axis itself too, within 30 steps; Newton's method never "
    "leaves from any of the distances. Lines in (b): log(1/(2δ))/log(1 + 4η), the least for "
    "descent with step η from distance δ; η is 1/8 and, for short steps, 1/80, at most 200 of "
    "them. Cubic regularization has M = 24, the others adapt theirs. Descent has not "
    "left the seventh saddle of the chain after 1,000 steps in any run. A step of the "
    "second-order methods costs a Hessian and its eigenvectors."
)
ALT = (
    "Left, paths in the plane, one going to the saddle and the others to the minima; middle, "
    "two rising lines and three flat ones; right, one curve rising steeply and two nearly flat "
    "ones."
)
TABLES = {"left": "saddles_left", "paths": "saddles_left_paths", "chain": "saddles_left_chain"}

METHODS = {
    "descent": (BLUE, "o"),
    "descent, short steps": (SKY, "v"),
    "Newton": (BROWN, "X"),
    "cubic": (ORANGE, "s"),
    "adaptive cubic": (PURPLE, "^"),
    "trust region": (GREEN, "D"),
}
STEPS = {"descent": 1 / 8, "descent, short steps": 1 / 80}


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (plane, well, chain) = plt.subplots(
        1, 3, figsize=(DOUBLE_COLUMN, 2.7), layout="constrained"
    )
    for method, (colour, marker) in METHODS.items():
        path = tables["paths"][tables["paths"]["method"] == method]
        above = 3 if method == "Newton" else 2  # its path is beside that of descent
        drawn = path if method != "descent, short steps" else path.head(0)  # it hardly moves
        plane.plot(
            drawn["x"], drawn["y"], marker=marker, ms=3.5, lw=0.8, color=colour, label=method,
            zorder=above,
        )  # fmt: skip
        rows = tables["left"][tables["left"]["method"] == method].dropna()
        rows = rows[rows["distance"] > 0]
        well.loglog(rows["distance"], rows["median"], marker, ms=3.5, color=colour, mfc="none")
        if method in STEPS:
            least = np.log(1 / (2 * rows["distance"])) / np.log(1 + 4 * STEPS[method])
            well.plot(rows["distance"], least, color=colour, lw=0.8)
        rows = tables["chain"][tables["chain"]["method"] == method].dropna()
        chain.semilogy(rows["saddle"], rows["median"], marker=marker, ms=3.5, lw=0.8, color=colour)
    plane.plot([0], [0], "+", color="black", ms=9)
    plane.plot([-1, 1], [0, 0], "*", color="black", ms=7)
    plane.set(xlabel="$x$", ylabel="$y$", xlim=(-1.25, 1.25), ylim=(-0.25, 1))
    well.set(xlabel="distance from the axis", ylabel="steps until $|x|\\geq 1/2$")
    well.set_xticks([1e-1, 1e-4, 1e-8, 1e-12])
    well.xaxis.set_minor_locator(NullLocator())
    well.invert_xaxis()
    chain.set(xlabel="saddle", ylabel="steps until it is left", xticks=range(1, 9))
    handles = plane.get_legend_handles_labels()
    figure.legend(*handles, frameon=False, loc="outside lower center", ncols=6, handletextpad=0.3)
    panel(plane, "a", "paths on the double well")
    panel(well, "b", "steps to leave")
    panel(chain, "c", "a chain of saddles")
    return figure
