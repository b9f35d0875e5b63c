"""Heights of the landscapes of the plane, for the figures that show them as surfaces.

Design. Each landscape's compiled value on a grid that is symmetric about the origin and contains
it: a square of side 2a, or a disk of radius a in polar coordinates where the landscape turns with
the angle. `points` is the number of grid points along a side and is odd.

Acceptance. Every table attains at its centre the exact value of the landscape at the origin, and
all heights are finite.

Negative control. The heights of the bowl fail the symmetry f(x, y) = −f(y, x) that those of the
quadratic saddle satisfy.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from provenscape.models import landscapes

TABLES = (
    "bowl_surface",
    "cap_surface",
    "quadratic_saddle_surface",
    "degenerate_minimum_surface",
    "double_well_surface",
    "monkey_saddle_surface",
    "saddle_ring_surface",
    "saddle_cross_surface",
)
PARAMETERS = {"quick": {"points": 41}, "full": {"points": 61}}

SQUARES = {
    "bowl": (1.0, 1.0),
    "cap": (1.0, 1.0),
    "quadratic_saddle": (1.0, 1.0),
    "degenerate_minimum": (1.0, 1.0),
    "double_well": (1.6, 1.2),
    "saddle_cross": (1.0, 1.0),
}
DISKS = {"monkey_saddle": 1.0, "saddle_ring": 1.25}


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return for each landscape a table x, y, z; for a disk also radius and angle. No chance."""
    points = parameters["points"]
    squares = {name: _square(*half_sides, points) for name, half_sides in SQUARES.items()}
    disks = {name: _disk(radius, points) for name, radius in DISKS.items()}
    return {
        f"{name}_surface": grid.assign(z=landscapes.get(name).value(grid[["x", "y"]].to_numpy()))
        for name, grid in (squares | disks).items()
    }


def _square(half_width: float, half_height: float, points: int) -> pd.DataFrame:
    x, y = np.meshgrid(
        np.linspace(-half_width, half_width, points), np.linspace(-half_height, half_height, points)
    )
    return pd.DataFrame({"x": x.ravel(), "y": y.ravel()})


def _disk(radius: float, points: int) -> pd.DataFrame:
    angle, r = np.meshgrid(
        np.linspace(0, 2 * np.pi, 2 * points - 1), np.linspace(0, radius, (points + 1) // 2)
    )
    x, y = (r * np.cos(angle)).round(12), (r * np.sin(angle)).round(12)
    return pd.DataFrame(
        {"radius": r.ravel(), "angle": angle.ravel(), "x": x.ravel(), "y": y.ravel()}
    )
