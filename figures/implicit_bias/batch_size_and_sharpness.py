"""Batch size against sharpness and test error, at one training loss."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from provenscape.figures import BLACK, BLUE, DOUBLE_COLUMN, ORANGE, panel

ITEMS = ("O-10", "O-65", "O-66", "N-70")
TITLE = "Sharpness and test error by batch size, at equal training loss"
CAPTION = (
    "Small ReLU networks on 192 digits, against full-batch descent with the same step and training "
    "loss, 1/20. (a) λ_max falls with step over batch size. (b) Test error: no difference is told "
    "from 0 where the bar crosses the line. (c) Test loss. Bars: 99.9999 % intervals over "
    "{replicas:.0f} pairs."
)
NOTES = (
    "Steps 1/10, 1/5, 2/5; a pair shares split and start. Noisy: 38 of the 192 labels are wrong. "
    "For batches of 8 with step 2/5, noisy, λ_max is {lambda_max_mean:.2f} of that of full batches "
    "({lambda_max_low:.2f} to {lambda_max_high:.2f}), relative λ_max, which no scaling of units "
    "changes, {relative_mean:.2f} ({relative_low:.2f} to {relative_high:.2f}), the trace "
    "{trace_mean:.2f}; test error differs by {error_mean:+.1f} points ({error_low:+.1f} to "
    "{error_high:+.1f}) and test loss by {test_loss_mean:+.3f} ({test_loss_low:+.3f} to "
    "{test_loss_high:+.3f}); the flatter has less test loss in {less_loss:.0f} of {replicas:.0f} "
    "pairs. At equal epochs, 50, step 2/5, it is otherwise, for training losses differ: "
    "{epochs_loss_small:.3f} with batches of 8, {epochs_loss_whole:.2f} with all; mean λ_max is "
    "{epochs_lambda_max_small:.2f} and {epochs_lambda_max_whole:.1f}, and the flatter networks, "
    "which fit the wrong labels, make {epochs_error_mean:+.1f} points ({epochs_error_low:+.1f} to "
    "{epochs_error_high:+.1f}) more errors. Residuals of λ_max are at most {residual:.1%} of it."
)
ALT = (
    "Three panels against step over batch size. Left, the share of sharpness falls from one to "
    "about a quarter with noisy labels and to three fifths with clean ones. Middle, differences "
    "of test error with bars that hold zero. Right, differences of test loss, above zero for the "
    "greatest ratio with noisy labels."
)
TABLES = {"effects": "sharpness_effects"}
VALUES = "sharpness_values"

COLOURS = {"noisy": ORANGE, "clean": BLUE}
MARKERS = {8: "o", 32: "s"}
RATIOS = (320, 160, 80, 40, 20)
PANELS = (
    ("lambda_max", "a", r"$\lambda_{\max}$", "share of full batch's"),
    ("error", "b", "test error", "difference, points"),
    ("test_loss", "c", "test loss", "difference"),
)


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, axes = plt.subplots(1, 3, figsize=(DOUBLE_COLUMN, 2.7), layout="constrained")
    for place, (quantity, letter, title, label) in zip(axes, PANELS, strict=True):
        effects = tables["effects"]
        _differences(place, effects[effects["quantity"] == quantity], quantity)
        place.set(xscale="log", xlabel=r"step $\eta$ / batch size $B$", ylabel=label)
        place.set_xticks([1 / k for k in RATIOS], [f"1/{k}" for k in RATIOS])
        place.set_xticks([], minor=True)
        panel(place, letter, title)
    handles = axes[0].get_legend_handles_labels()
    figure.legend(*handles, loc="outside lower center", ncols=2, frameon=False)
    return figure


def _differences(axes: Axes, effects: pd.DataFrame, quantity: str) -> None:
    axes.axhline(1 if quantity == "lambda_max" else 0, color=BLACK, lw=0.6)
    for (labels, batch), rows in effects.groupby(["labels", "batch"], sort=False):
        # Two settings may have one ratio: apart by a little.
        ratio = rows["step"] / batch * (0.94 if labels == "clean" else 1.06)
        middle, low, high = (_shown(rows[c], quantity) for c in ("mean", "low", "high"))
        axes.errorbar(
            ratio,
            middle,
            [middle - low, high - middle],
            fmt=MARKERS[batch],
            color=COLOURS[labels],
            mfc=COLOURS[labels] if labels == "noisy" else "white",
            ms=4,
            elinewidth=1,
            label=f"$B={batch}$, {labels} labels",
        )


def _shown(differences: pd.Series, quantity: str) -> pd.Series:
    """Differences of logarithms as ratios, those of shares in points."""
    if quantity == "lambda_max":
        return np.exp(differences)
    return 100 * differences if quantity == "error" else differences
