"""What the Hessian says of each stationary point, and what the values around it say.

Design. For the landscapes of the plane: each known stationary point, and eight or nine exact
points of each connected set of them. The Hessian there is exact; the Hessian test reads its
eigenvalues' signs: both positive, minimum; both negative, maximum; one of each, saddle; else it is
undecided. Independently, f − f(x*) is evaluated exactly at rational points of circles around x*:
positive at all of them, minimum; negative at all, maximum; both signs, saddle. That is proof of a
saddle's two sides at these distances, and for the extrema an observation that the chapter's proofs
confirm.

Acceptance. Gradients are exactly zero; wherever the Hessian test decides, the values agree.

Negative control. Three landscapes with one and the same Hessian, x² + y⁴, x² − y⁴ and x² + y³,
must come out undecided by the test and not all alike by the values.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd
import sympy as sp

from provenscape.models import landscapes
from provenscape.models.landscapes import Landscape

TABLES = ("stationary_points", "stationary_curves")
PARAMETERS = {
    "quick": {"quarter_circle": 8, "curve_points": 61},
    "full": {"quarter_circle": 24, "curve_points": 121},
}

RADII = (sp.Rational(1, 10), sp.Rational(1, 100))
NAMES = (
    "bowl",
    "cap",
    "quadratic_saddle",
    "degenerate_minimum",
    "degenerate_saddle",
    "degenerate_inflection",
    "double_well",
    "monkey_saddle",
    "saddle_ring",
    "saddle_cross",
)
_C, _S = sp.Rational(3, 5), sp.Rational(4, 5)
_H = sp.Rational(1, 2)
CONNECTED = {
    "saddle_ring": (
        *((1, 0), (_C, _S), (0, 1), (-_C, _S), (-1, 0), (-_C, -_S), (0, -1), (_C, -_S)),
        (0, 0),
    ),
    "saddle_cross": (
        *((-1, 0), (-_H, 0), (0, 0), (_H, 0), (1, 0)),
        *((0, -1), (0, -_H), (0, _H), (0, 1)),
    ),
}


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return the stationary points, one a row, and the curves that some of them form. No chance.

    stationary_points: landscape, x, y, z, gradient_is_zero, eigenvalue_low, eigenvalue_high,
    hessian_test, lowest and highest of f − f(x*) on the larger circle, nature.
    stationary_curves: landscape, piece, x, y, z.
    """
    directions = list(_rational_directions(parameters["quarter_circle"]))
    rows = [
        _row(landscapes.get(name), point, directions)
        for name in NAMES
        for point in (landscapes.get(name).critical_points or CONNECTED[name])
    ]
    return {
        "stationary_points": pd.DataFrame(rows),
        "stationary_curves": _curves(parameters["curve_points"]),
    }


def _curves(points: int) -> pd.DataFrame:
    """The unit circle of the ring and the two axes of the cross, where both are exactly 0."""
    s = np.linspace(-1, 1, points)
    pieces = {
        ("saddle_ring", "circle"): np.stack([np.cos(np.pi * s), np.sin(np.pi * s)], axis=-1).round(
            12
        ),
        ("saddle_cross", "x axis"): np.stack([s, 0 * s], axis=-1),
        ("saddle_cross", "y axis"): np.stack([0 * s, s], axis=-1),
    }
    tables = [
        pd.DataFrame(
            {"landscape": name, "piece": piece, "x": place[:, 0], "y": place[:, 1], "z": 0.0}
        )
        for (name, piece), place in pieces.items()
    ]
    return pd.concat(tables, ignore_index=True)


def _row(
    landscape: Landscape,
    point: tuple[sp.Expr, sp.Expr],
    directions: list[tuple[sp.Rational, sp.Rational]],
) -> dict[str, Any]:
    here = landscape.at(point)
    hessian = landscape.hessian.subs(here)
    low, high = sorted(sp.Matrix(hessian).eigenvals(multiple=True))
    value = landscape.expression.subs(here)
    f = sp.Lambda(landscape.variables, landscape.expression - value)
    circles = [
        [f(point[0] + radius * u, point[1] + radius * v) for u, v in directions] for radius in RADII
    ]
    natures = {_nature(min(circle), max(circle)) for circle in circles}
    return {
        "landscape": landscape.name,
        "x": float(point[0]),
        "y": float(point[1]),
        "z": float(value),
        "gradient_is_zero": all(g.subs(here) == 0 for g in landscape.gradient),
        "eigenvalue_low": float(low),
        "eigenvalue_high": float(high),
        "hessian_test": _nature(low, high),
        "lowest": float(min(circles[0])),
        "highest": float(max(circles[0])),
        "nature": natures.pop() if len(natures) == 1 else "undecided",
    }


def _nature(low: sp.Expr, high: sp.Expr) -> str:
    """Read a pair of extreme signs, of eigenvalues or of differences of values."""
    if low > 0:
        return "minimum"
    if high < 0:
        return "maximum"
    return "saddle" if low < 0 < high else "undecided"


def _rational_directions(count: int) -> Iterator[tuple[sp.Rational, sp.Rational]]:
    """Yield 4 · count exact points of the unit circle, among them the four on the axes."""
    for k in range(count):
        t = sp.Rational(k, count)
        u, v = (1 - t**2) / (1 + t**2), 2 * t / (1 + t**2)
        yield from ((u, v), (-v, u), (-u, -v), (v, -u))
