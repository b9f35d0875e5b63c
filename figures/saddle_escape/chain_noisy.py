"""A chain of saddles: what each further one adds, with noise and with perturbations."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from provenscape.figures import BLUE, GREEN, ORANGE, SINGLE_COLUMN

ITEMS = ("O-05", "E-44")
TITLE = "A chain of strict saddles: noise in every step makes its cost linear"
CAPTION = (
    "Mean steps until saddle i of the chain of Du et al. (2017) is left, γ = L, η = 1/8. Perturbed "
    "descent and descent with noise in every step (Ge et al. 2015) add an almost constant number "
    "for every further saddle, while plain descent, shown by its medians, multiplies. Standard "
    "errors are below the size of the marks."
)
NOTES = (
    "Noise is uniform on a sphere. A further saddle adds with noise {noisy_early:.1f} "
    "[{noisy_early_low:.1f}, {noisy_early_high:.1f}] steps between the second and the fourth and "
    "{noisy_late:.1f} [{noisy_late_low:.1f}, {noisy_late_high:.1f}] between the fourth and the "
    "eighth, with perturbations {perturbed_early:.1f} [{perturbed_early_low:.1f}, "
    "{perturbed_early_high:.1f}] and {perturbed_late:.1f} [{perturbed_late_low:.1f}, "
    "{perturbed_late_high:.1f}] (Student's, 99.9999 %). Of the noisy runs {success:.1f} % "
    "[{success_low:.1f}, {success_high:.1f}] (exact binomial, 99.9999 %) are at a minimum in time."
)
ALT = "Two straight lines against the number of the saddle, and a third that leaves the picture."
TABLES = {"steps": "chain_noisy_steps", "plain": "chain_steps"}
VALUES = "chain_noisy_values"


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, axes = plt.subplots(figsize=(SINGLE_COLUMN, 2.6), layout="constrained")
    plain = tables["plain"].query("family == 'equal curvatures, step 1/8' and method == 'plain'")
    axes.plot(plain["saddle"], plain["median"], "o-", color=BLUE, ms=4, lw=0.8, label="plain")
    looks = {"perturbed": (ORANGE, "s"), "noisy": (GREEN, "D")}
    for name, (colour, marker) in looks.items():
        rows = tables["steps"].query(f"method == '{name}'")
        axes.plot(
            rows["saddle"], rows["mean"], marker + "-", color=colour, ms=4, lw=0.8, label=name
        )
    axes.set(xlabel="saddle $i$", ylabel="steps until it is left", ylim=(0, 400), xlim=(0.7, 8.3))
    axes.legend(frameon=False, loc="upper left")
    return figure
