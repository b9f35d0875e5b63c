"""Sections of the landscapes through their stationary point at the origin.

Design. Values along the coordinate axes, which are the Hessian's eigenvectors, of the bowl, the
cap, the quadratic saddle and the three landscapes that share the Hessian diag(2, 0); and around
the circle of radius 1 for the monkey saddle and, to compare, the quadratic saddle.

Acceptance. The second difference of each section at the origin agrees with the Hessian's entry
there to the step's square; around the circle the monkey saddle changes sign six times.

Negative control. Around the same circle the quadratic saddle changes sign four times.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from provenscape.models import landscapes

TABLES = ("axis_sections", "circle_sections")
PARAMETERS = {"quick": {"points": 81}, "full": {"points": 161}}

STRAIGHT = (
    "bowl",
    "cap",
    "quadratic_saddle",
    "degenerate_minimum",
    "degenerate_saddle",
    "degenerate_inflection",
)
ROUND = ("monkey_saddle", "quadratic_saddle")


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return axis_sections (landscape, axis, s, x, y, z) and circle_sections (landscape, angle, z).

    No chance.
    """
    points = parameters["points"]
    return {
        "axis_sections": pd.concat(
            [
                _along(name, axis, np.linspace(-1, 1, points))
                for name in STRAIGHT
                for axis in ("x", "y")
            ],
            ignore_index=True,
        ),
        "circle_sections": pd.concat(
            [_around(name, np.linspace(0, 2 * np.pi, 2 * points - 1)) for name in ROUND],
            ignore_index=True,
        ),
    }


def _along(name: str, axis: str, s: np.ndarray) -> pd.DataFrame:
    place = np.zeros((s.size, 2))
    place[:, 0 if axis == "x" else 1] = s
    height = landscapes.get(name).value(place)
    x, y = place.T
    return pd.DataFrame({"landscape": name, "axis": axis, "s": s, "x": x, "y": y, "z": height})


def _around(name: str, angle: np.ndarray) -> pd.DataFrame:
    place = np.stack([np.cos(angle), np.sin(angle)], axis=-1).round(12)
    height = landscapes.get(name).value(place)
    return pd.DataFrame({"landscape": name, "angle": angle, "z": height})
