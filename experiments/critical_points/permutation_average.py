"""Two optimal clusterings that differ by a swap of the centres, and their suboptimal average.

Design. Seven points on the line are to be served by two centres x₁, x₂. The loss is the sum of
squared distances to the nearest centre, and a soft version of it that is smooth (see
`landscapes.soft_clustering`). Its minimiser is found by Newton's method from the two groups'
means; swapping its coordinates gives the second optimum, averaging the two the point on the
diagonal that the convexity argument needs. Also recorded: the point with both centres at the mean
of the data, which symmetry makes stationary, with its Hessian's eigenvalues.

Acceptance. The gradient at the optimum is below 1e−12 and the Hessian positive definite; both
optima have the same value, exactly; the average is worse; the symmetric point is a strict saddle.

Negative control. One centre for each of two points that coincide: swapping changes nothing, the
average is the optimum itself, and nothing is lost.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd

from provenscape.models import landscapes
from provenscape.models.landscapes import Landscape

TABLES = (
    "permutation_surface",
    "permutation_points",
    "permutation_segment",
    "permutation_data",
    "permutation_values",
)
PARAMETERS = {
    "quick": {"points": 41, "segment_points": 81},
    "full": {"points": 61, "segment_points": 161},
}

DATA = tuple(Fraction(k, 4) for k in (-7, -5, -4, 3, 4, 5, 6))
TEMPERATURE = Fraction(1, 2)
GROUP_MEANS = np.array([-4 / 3, 9 / 8])
HALF_WIDTH = 2.4
NEWTON_STEPS = 6
STATIONARY = 1e-12


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return the tables of the soft loss on a grid, its special points, both losses on a segment.

    permutation_surface: x, y, z. permutation_points: point, x, y, z, is_stationary (gradient
    below 1e−12), eigenvalue_low, eigenvalue_high. permutation_segment: t, soft, hard along the
    straight line from the first optimum (t = 0) to the second (t = 1). permutation_data: d.
    permutation_values: name, value. No chance.
    """
    soft = landscapes.soft_clustering(DATA, TEMPERATURE)
    first = minimise(soft, GROUP_MEANS)
    second, mean = first[::-1], float(sum(DATA) / len(DATA))
    special = np.array([first, second, (first + second) / 2, [mean, mean]])
    t = np.linspace(0, 1, parameters["segment_points"])
    segment = (1 - t[:, None]) * first + t[:, None] * second
    side = np.linspace(-HALF_WIDTH, HALF_WIDTH, parameters["points"])
    x, y = (part.ravel() for part in np.meshgrid(side, side))
    points = _describe(soft, special)
    optimum, _, average, saddle = points["z"]
    return {
        "permutation_surface": pd.DataFrame(
            {"x": x, "y": y, "z": soft.value(np.stack([x, y], axis=-1))}
        ),
        "permutation_points": points,
        "permutation_segment": pd.DataFrame(
            {"t": t, "soft": soft.value(segment), "hard": nearest_centre_loss(segment)}
        ),
        "permutation_data": pd.DataFrame({"d": [float(d) for d in DATA]}),
        "permutation_values": pd.DataFrame(
            {
                "name": ["optimum", "average", "saddle", "centre_low", "centre_high", "mean"],
                "value": [optimum, average, saddle, *first, mean],
            }
        ),
    }


def minimise(landscape: Landscape, start: np.ndarray) -> np.ndarray:
    """Return the stationary point that Newton's method reaches from `start`."""
    x = start
    for _ in range(NEWTON_STEPS):
        x = x - np.linalg.solve(landscape.hess(x), landscape.grad(x))
    return x


def nearest_centre_loss(centres: np.ndarray) -> np.ndarray:
    """Σᵢ min((dᵢ − x₁)², (dᵢ − x₂)²) for centres of shape (..., 2); shape (...)."""
    gaps = np.array([float(d) for d in DATA])[:, None] - centres[..., None, :]
    return (gaps**2).min(axis=-1).sum(axis=-1)


def _describe(landscape: Landscape, places: np.ndarray) -> pd.DataFrame:
    spectrum = np.linalg.eigvalsh(landscape.hess(places))
    return pd.DataFrame(
        {
            "point": ["optimum", "swapped", "average", "mean"],
            "x": places[:, 0],
            "y": places[:, 1],
            "z": landscape.value(places),
            "is_stationary": np.linalg.norm(landscape.grad(places), axis=-1) < STATIONARY,
            "eigenvalue_low": spectrum[:, 0],
            "eigenvalue_high": spectrum[:, 1],
        }
    )
