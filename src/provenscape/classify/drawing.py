"""A figure of what was found: the graph of a function of one variable, contours of one of two."""

import io
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import sympy as sp
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from provenscape.errors import UserError
from provenscape.figures.style import BLACK, SINGLE_COLUMN, mark, style
from provenscape.study.files import write_bytes
from provenscape.study.spelling import read

FORMATS = {"pdf": {"CreationDate": None}, "svg": {"Date": None}, "png": {}}
SAMPLES = 401  # along each axis
MARGIN = 0.4  # of the largest extent of the points
QUANTILES = (0.02, 0.7)  # of the window's values, between which levels lie
Data = dict[str, Any]


def require_drawable(path: Path, variables: int) -> None:
    """Raise `UserError` unless a figure can be drawn to this path."""
    if path.suffix[1:] not in FORMATS:
        raise UserError(f"{path}: name it .pdf, .svg or .png")
    if variables > 2:
        raise UserError(f"{path}: a figure is drawn of one or two variables; leave --figure out")


def draw(data: Data, expr: sp.Expr, path: Path) -> None:
    """Draw the function and its stationary points, and write the figure."""
    with style(), plt.rc_context({"svg.hashsalt": "classify"}), np.errstate(all="ignore"):
        figure = _graph(data, expr) if len(data["variables"]) == 1 else _contours(data, expr)
        stream = io.BytesIO()
        kind = path.suffix[1:]
        figure.savefig(stream, format=kind, metadata=FORMATS[kind], bbox_inches="tight")
        plt.close(figure)
    write_bytes(path, stream.getvalue())


def values(expr: sp.Expr, at: dict[str, np.ndarray]) -> Any:
    """The expression on an array for each variable, by a walk over its parts."""
    if isinstance(expr, sp.Symbol):
        return at[expr.name]
    if expr.is_number:
        return float(expr)
    parts = [values(part, at) for part in expr.args]
    if isinstance(expr, sp.Add):
        return sum(parts)
    if isinstance(expr, sp.Mul):
        return np.prod(np.broadcast_arrays(*parts), axis=0)
    if isinstance(expr, sp.Pow):
        return parts[0] ** parts[1]
    return getattr(np, type(expr).__name__)(parts[0])


def _graph(data: Data, expr: sp.Expr) -> Figure:
    figure, axes = plt.subplots(figsize=(SINGLE_COLUMN, 2.4))
    ((low, high),) = _window(data)
    x = np.linspace(low, high, SAMPLES)
    axes.plot(x, values(expr, {data["variables"][0]: x}) + 0 * x, color=BLACK)
    for kind, points in _by_kind(data).items():
        at = [float(p["coordinates"][0]["near"]) for p in points]
        height = [float(p["value"]["near"]) for p in points]
        mark(axes, at, height, nature=kind, label=kind)
    axes.set(xlabel=f"${sp.latex(sp.Symbol(data['variables'][0]))}$", ylabel="$f$")
    _legend(axes)
    return figure


def _contours(data: Data, expr: sp.Expr) -> Figure:
    figure, axes = plt.subplots(figsize=(SINGLE_COLUMN, 2.9))
    first, second = data["variables"]
    sides = _window(data)
    x, y = np.meshgrid(*(np.linspace(low, high, SAMPLES) for low, high in sides))
    at = {first: x, second: y}
    z = values(expr, at) + 0 * x
    branches = [b for curve in data["curves"] for b in curve["branches"]]
    heights = [float(p["value"]["near"]) for p in (*data["points"], *branches)]
    drawn = axes.contourf(x, y, np.ma.masked_invalid(z), levels=_levels(z, heights), extend="both")
    figure.colorbar(drawn, ax=axes).set_label("$f$", rotation=0, labelpad=8)
    for curve in data["curves"]:
        text = curve["equations"][0].removesuffix(" = 0")
        zero = values(read(text, lambda name: sp.Symbol(name, real=True)), at) + 0 * x
        axes.contour(x, y, zero, levels=[0], colors="white", linewidths=1.6)
        axes.contour(x, y, zero, levels=[0], colors=BLACK, linewidths=0.8, linestyles="--")
    if data["curves"]:
        axes.plot([], [], "--", color=BLACK, linewidth=0.8, label="stationary curve")
    for kind, points in _by_kind(data).items():
        places = np.array([[float(c["near"]) for c in p["coordinates"]] for p in points])
        mark(axes, *places.T, nature=kind, label=kind)
    names = [f"${sp.latex(sp.Symbol(name))}$" for name in (first, second)]
    axes.set(xlabel=names[0], ylabel=names[1])
    _legend(axes)
    return figure


def _legend(axes: Any) -> None:
    _, labels = axes.get_legend_handles_labels()
    if labels:
        columns = 2 if len(labels) == 4 else 3
        axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=columns, frameon=False)


def _by_kind(data: Data) -> dict[str, list[Data]]:
    found: dict[str, list[Data]] = {}
    for point in data["points"]:
        kind = point["kind"] if point["kind"] != "undecided" else "none"
        found.setdefault(kind, []).append(point)
    return dict(sorted(found.items()))


def _levels(z: np.ndarray, stationary: list[float]) -> np.ndarray:
    """Levels around the stationary values, where there are two of them; else where most of f is."""
    known = z[np.isfinite(z)]
    if known.size == 0:
        return np.array([0.0, 1.0])
    span = max(stationary, default=0.0) - min(stationary, default=0.0)
    if span > 0:
        low, high = min(stationary) - 0.6 * span, max(stationary) + 0.6 * span
    else:
        low, high = (float(np.quantile(known, q)) for q in QUANTILES)
    low, high = max(low, float(known.min())), min(high, float(known.max()))
    return np.asarray(MaxNLocator(18).tick_values(low, max(high, low + 1e-9)))


def _window(data: Data) -> list[tuple[float, float]]:
    """The box that was searched, or what holds the points with a margin; the unit square about one
    point, and no less about curves."""
    if "box" in data:
        return [(low, high) for low, high in data["box"]]
    ends = []
    for i in range(len(data["variables"])):
        at = [float(p["coordinates"][i]["near"]) for p in data["points"]]
        ends.append((min(at, default=0.0), max(at, default=0.0)))
    margin = MARGIN * max(high - low for low, high in ends) or 1.0
    margin = max(margin, 1.5) if data["curves"] else margin
    return [(low - margin, high + margin) for low, high in ends]
