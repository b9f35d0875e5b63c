"""A wide and a narrow basin of almost the same depth, under a shift and under new coordinates.

Design. The training loss f is `flat_sharp`; the test loss is f(x − δ), with one shift δ for both
minima. The gap of a minimum is the test loss there less the training loss there. In coordinates u
with x = φ(u), φ(u) = (s + 1/s)u/2 − (s − 1/s)w log(cosh(u/w))/2, increasing with slopes s far left
and 1/s far right, the same losses have the curvatures f″φ′² at their minima.

Acceptance. At the shift that the article's two gaps determine best, both gaps agree with its 0.05
and 0.93 to their last digit, and the coordinates u exchange which basin is the flat one.

Negative control. The same shift in the coordinates u gives the larger gap to the other basin.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from provenscape.models import landscapes
from provenscape.study.tables import scalars

TABLES = ("basins", "basins_reparametrised", "basin_minima", "basin_values")
PARAMETERS = {"quick": {"points": 401}, "full": {"points": 801}}

SHIFT = 0.325  # the article gives the two gaps, and neither formula nor shift
STRETCH = 7.5  # s, near the square root of the ratio of the two curvatures
BEND = 0.05  # w, the width of the change of slope
NAMES = ("flat", "sharp")


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return basins (x, training, test), basins_reparametrised (u, x, training, test), basin_minima
    (coordinates, minimum, place, training, test, curvature, gap) and basin_values (name, value).

    No chance.
    """
    x = np.linspace(-5, 4, parameters["points"])
    # The basin at the left is narrow in these coordinates: it gets as many points as the rest.
    u = np.concatenate(
        [np.linspace(-1, 0.5, parameters["points"]), np.linspace(0.5, 27, parameters["points"])[1:]]
    )
    minima = pd.concat([_minima("x"), _minima("u")], ignore_index=True)
    minima["gap"] = minima["test"] - minima["training"]
    entries = {"shift": SHIFT, "stretch": STRETCH, "depth_difference": _difference(minima)}
    for row in minima.to_dict("records"):
        entries[f"{row['minimum']}_gap_{row['coordinates']}"] = row["gap"]
        entries[f"{row['minimum']}_curvature_{row['coordinates']}"] = row["curvature"]
    return {
        "basins": pd.DataFrame({"x": x, "training": _loss(x), "test": _loss(x - SHIFT)}),
        "basins_reparametrised": pd.DataFrame(
            {"u": u, "x": _coordinate(u), "training": _in_u(u), "test": _in_u(u - SHIFT)}
        ),
        "basin_minima": minima,
        "basin_values": scalars(entries),
    }


def _loss(x: np.ndarray) -> np.ndarray:
    return landscapes.get("flat_sharp").value(x[:, None])


def _coordinate(u: np.ndarray) -> np.ndarray:
    """x = φ(u), with log(cosh) written so that it does not overflow."""
    bent = np.abs(u) + BEND * (np.log1p(np.exp(-2 * np.abs(u) / BEND)) - np.log(2))
    return (STRETCH + 1 / STRETCH) / 2 * u - (STRETCH - 1 / STRETCH) / 2 * bent


def _slope(u: np.ndarray) -> np.ndarray:
    return (STRETCH + 1 / STRETCH) / 2 - (STRETCH - 1 / STRETCH) / 2 * np.tanh(u / BEND)


def _in_u(u: np.ndarray) -> np.ndarray:
    return _loss(_coordinate(u))


def _minima(coordinates: str) -> pd.DataFrame:
    """The two minima in x or in u: place, losses there, and curvature of the training loss."""
    landscape = landscapes.get("flat_sharp")
    x = np.array([[float(p[0])] for p in landscape.critical_points])
    curvature = landscape.hess(x)[:, 0, 0]
    if coordinates == "x":
        place, test = x[:, 0], _loss(x[:, 0] - SHIFT)
    else:
        place = np.array([_inverse(value) for value in x[:, 0]])
        test, curvature = _in_u(place - SHIFT), curvature * _slope(place) ** 2
    return pd.DataFrame(
        {
            "coordinates": coordinates,
            "minimum": NAMES,
            "place": place,
            "training": _loss(x[:, 0]),
            "test": test,
            "curvature": curvature,
        }
    )


def _inverse(x: float) -> float:
    """u with φ(u) = x, by bisection: φ increases."""
    low, high = -10.0, 100.0
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if _coordinate(np.array([middle]))[0] < x else (low, middle)
    return (low + high) / 2


def _difference(minima: pd.DataFrame) -> float:
    training = minima.query("coordinates == 'x'")["training"].to_numpy()
    return float(abs(training[0] - training[1]))
