"""How far parameters travel from their start, in narrow and wide networks."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from provenscape.figures import BLUE, DOUBLE_COLUMN, ORANGE, PURPLE, panel

ITEMS = ("O-62",)
TITLE = "Wide networks stay near their initialisation, in one scaling"
CAPTION = (
    "Two-layer tanh networks on the same 8 inputs. (a) Paths of six runs for widths {narrow:.0f} "
    "and {wide:.0f}, each in its principal plane, in units of ‖θ₀‖. (b) Movement in time, outputs "
    "divided by √m: median and 10–90 % band. (c) Movement at the end: it falls with width m in "
    "that scaling, but not with outputs divided by m."
)
NOTES = (
    "Gradient descent, {steps:.0f} steps of length {step:g}; {replicas:.0f} initialisations θ₀ for "
    "each width. The data are the first drawn on which the kernel of a wide network has λ_min ≥ "
    "0.08 ({least_eigenvalue:.3f}). (a) Paths are turned by 60° from the next; the planes hold at "
    "least {share_narrow:.1%} and {share_wide:.1%} of the squared length. (b) Every other width; "
    "this is the tangent-kernel scaling. (c) In it the exponent over m ≥ {fit_from:.0f} is "
    "{kernel_exponent:.3f} (99.9999 % interval {kernel_low:.3f} to {kernel_high:.3f}); over m ≥ "
    "{last_from:.0f} it is {last_exponent:.3f} ({last_low:.3f} to {last_high:.3f}); at infinite "
    "width it is −1/2. What shrinks is the movement relative to ‖θ₀‖, from "
    "{kernel_narrow:.2f} to {kernel_wide:.3f}; the distance itself does not "
    "({kernel_narrow_distance:.1f} and {kernel_wide_distance:.1f}). Width alone does not make a "
    "network lazy: with outputs divided by m and steps multiplied by m the exponent is "
    "{mean_field_exponent:.2g} ({mean_field_low:.3f} to {mean_field_high:.3f}), and the network "
    "of width {wide:.0f} moves {mean_field_wide:.1f} times ‖θ₀‖. All networks with m ≥ "
    "{fit_from:.0f} bring the loss to at most {worst_loss_ratio:.1e} of its start. The article "
    "gives neither widths nor architecture."
)
ALT = (
    "Left, six orange paths reach far from the centre, six blue ones end very near it. Middle, "
    "movement against steps for several widths, lower for wider networks. Right, on logarithmic "
    "axes, final movement falls with width along a line of slope about minus one half in one "
    "scaling and stays level in the other."
)
TABLES = {"curves": "movement_curves", "final": "movement_final", "paths": "movement_paths"}
VALUES = "movement_values"


def draw(tables: dict[str, pd.DataFrame]) -> Figure:
    figure, (plane, time, width) = plt.subplots(
        1, 3, figsize=(DOUBLE_COLUMN, 2.5), width_ratios=(1, 1.1, 1), layout="constrained"
    )
    _paths(plane, tables["paths"])
    _times(time, tables["curves"].query("scaling == 'kernel'"))
    _widths(width, tables["final"], tables["curves"])
    panel(plane, "a", r"paths from $\theta_0$ (+)")
    panel(time, "b", "in time")
    panel(width, "c", "at the end, by width")
    return figure


def _paths(axes: Axes, paths: pd.DataFrame) -> None:
    widths = sorted(paths["width"].unique())
    for width, colour, marker in zip(widths, (ORANGE, BLUE), "^o", strict=True):
        for replica, run in paths[paths["width"] == width].groupby("replica"):
            label = f"$m={width}$" if replica == 0 else None
            look = {"color": colour, "marker": marker, "ms": 3.5, "markevery": [-1]}
            axes.plot(run["u"], run["v"], lw=1, label=label, **look)
    axes.plot(0, 0, "+", color="black", ms=6, zorder=5)
    axes.set(aspect="equal", xlabel=r"units of $\|\theta_0\|$")
    reach = 1.1 * paths[["u", "v"]].abs().to_numpy().max()
    axes.set(xlim=(-reach, reach), ylim=(-reach, 1.4 * reach))
    axes.legend(loc="upper center", ncols=2, frameon=False, columnspacing=1, handlelength=1.5)


def _times(axes: Axes, curves: pd.DataFrame) -> None:
    widths = sorted(curves["width"].unique())[::2]
    for width in widths:
        curve = curves[curves["width"] == width]
        axes.fill_between(curve["step"], curve["low"], curve["high"], color=BLUE, alpha=0.2, lw=0)
        axes.plot(curve["step"], curve["median"], color=BLUE)
        end = curve.iloc[-1]
        axes.annotate(
            f"$m={width}$",
            (end["step"], end["median"]),
            (3, 0),
            textcoords="offset points",
            va="center",
        )
    axes.set(xscale="log", yscale="log", xlabel="step $t$", xlim=(1, 40000))
    axes.set_ylabel(r"$\|\theta_t-\theta_0\|/\|\theta_0\|$", labelpad=1)


def _widths(axes: Axes, final: pd.DataFrame, curves: pd.DataFrame) -> None:
    looks = {
        "mean_field": (PURPLE, "s", "outputs / $m$"),
        "kernel": (BLUE, "o", r"outputs / $\sqrt{m}$"),
    }
    for scaling, (colour, marker, label) in looks.items():
        rows = final[final["scaling"] == scaling]
        axes.scatter(rows["width"], rows["movement"], color=colour, marker=marker, s=5, alpha=0.4)
        ends = curves[curves["scaling"] == scaling].groupby("width").last()
        axes.plot(ends.index, ends["median"], color=colour, marker=marker, ms=3.5, label=label)
    axes.set(xscale="log", yscale="log", xlabel="width $m$")
    axes.legend(loc="lower left", frameon=False)
