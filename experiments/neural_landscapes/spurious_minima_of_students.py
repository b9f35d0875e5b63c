"""Spurious minima of a student of k rectified units with k orthonormal teachers, certified.

Design. The population loss ½ E (Σ max(0, w_i·x) − Σ max(0, x_j))², x standard normal in R^k, for
every k of a range. From three starts with five numbers each (families A, B and C) Newton's method
looks for a stationary point that permutations of k − 1 coordinates keep; that of B is kept by all.
Balls show that there is one in a box of half-width 10⁻¹², and enclose its loss and the least of the
k² eigenvalues of the Hessian (`student_teacher.certified_point`). The least loss is 0, at the
teachers. No chance.

Acceptance. For each k from 6 on the points of the families A and B are strict local minima, with a
loss above 1/100; for each k from 7 on that of C is one. These are more k, and more minima for each,
than the theorem of Safran & Shamir (2018) needs: one for each k from 6 to 20.

Negative control. For fewer units, down to 4, 3 and 5 in the families A, B and C, the same balls
show a negative eigenvalue: these points are no minima. That minima begin at k = 6 was known from
the paper; that those of C begin at 7 was seen in a trial.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from provenscape.models.landscapes.student_teacher import certified_point

TABLES = ("spurious_minima",)
PARAMETERS = {"quick": {"largest": 8}, "full": {"largest": 20}}

STARTS = {
    "A": (1.0, -0.03, 0.27, 0.19, -0.62),
    "B": (-0.66, 0.33, 0.33, 0.33, -0.66),
    "C": (-0.66, 0.33, -0.01, 0.02, 1.07),
}
FEWEST = {"A": 4, "B": 3, "C": 5}  # with fewer units the start leads to another family


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return spurious_minima: family, units, the five numbers a to e, and lower and upper bounds of
    the loss and of the least eigenvalue of the Hessian."""
    rows = []
    for family, start in STARTS.items():
        for units in range(FEWEST[family], parameters["largest"] + 1):
            point = certified_point(units, start)
            numbers = {
                name: float(ball.mid())
                for name, ball in zip("abcde", point.parameters, strict=True)
            }
            rows.append({"family": family, "units": units} | numbers | _bounds(point))
    return {"spurious_minima": pd.DataFrame(rows)}


def _bounds(point: Any) -> dict[str, float]:
    """Rounded outwards to floats, with room for the nine digits of a table."""
    room = 1e-8
    return {
        f"{name}_{end}": float(bound.mid()) + sign * room
        for name in ("loss", "curvature")
        for end, sign, bound in (
            ("least", -1, getattr(point, name).lower()),
            ("most", 1, getattr(point, name).upper()),
        )
    }
