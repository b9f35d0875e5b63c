"""The strongly convex parabola and the quartic with two minima, against the PL boundary.

Design. f and f′ of `strongly_convex_partner` and `pl_quartic` on one grid of [−2, 2], which holds
the stationary points and the two places where the quartic leaves the PL inequality with µ = 1/2,
x² = µ/4. The inequality is tested at each point by the sign of f′² − 2µ(f − f*), f* = 0.

Acceptance. The points at which the quartic fails are those with x² < µ/4; at its local maximum
f′ = 0 and f − f* = 18/25.

Negative control. The parabola fails nowhere.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from provenscape.models import landscapes

TABLES = ("pl_curves", "pl_values")
PARAMETERS = {"quick": {"points": 401}, "full": {"points": 1601}}

MU = 0.5  # the article's constant
NAMES = {"parabola": "strongly_convex_partner", "quartic": "pl_quartic"}


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return pl_curves (function, x, gap, slope_squared, boundary, holds) and pl_values.

    No chance.
    """
    edge = np.sqrt(MU / 4)
    minimum = np.sqrt(6 / 5)
    special = [-minimum, -edge, 0.0, edge, minimum]
    x = np.unique(np.concatenate([np.linspace(-2, 2, parameters["points"]), special]))
    curves = pd.concat([_curve(name, x) for name in NAMES], ignore_index=True)
    at_maximum = landscapes.get("pl_quartic").value(np.zeros(1))
    return {
        "pl_curves": curves,
        "pl_values": pd.DataFrame(
            {
                "name": ["mu", "edge", "maximum", "minimum"],
                "value": [MU, edge, float(at_maximum), minimum],
            }
        ),
    }


def _curve(name: str, x: np.ndarray) -> pd.DataFrame:
    landscape = landscapes.get(NAMES[name])
    gap = landscape.value(x[:, None])
    slope_squared = landscape.grad(x[:, None])[:, 0] ** 2
    # At the edges of the failing interval the two sides are equal up to rounding.
    holds = slope_squared >= 2 * MU * gap * (1 - 1e-12)
    return pd.DataFrame(
        {
            "function": name,
            "x": x,
            "gap": gap,
            "slope_squared": slope_squared,
            "boundary": 2 * MU * gap,
            "holds": holds.astype(int),
        }
    )
