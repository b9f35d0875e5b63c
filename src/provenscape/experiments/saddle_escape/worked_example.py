"""What the notes' worked example on x² − y² costs: the run as printed, and the one it describes.

Design. η = 1/16. Four runs of gradient descent: from (0.05, 1.8) as printed; from (1.8, 0.05), with
the coordinates exchanged, which is the run that the words describe at first; from (1.8, 0), which
stalls; and the last with one perturbation from N(0, σ²I), σ = 1/100, at the first point with
‖∇f‖ ≤ 1/10. For σ = 10⁻⁴, …, 1 the cost of the last is the number of steps from the perturbation
until |y| ≥ 1. It is at most t if and only if |y₀| ≥ q^(−t), q = 1 + 2η, so that its median is
the least t ≥ 0 with q^t ≥ 1/(0.6745 σ).

Acceptance. Every exact median lies between the order statistics that bound the true median at the
project's confidence (Dvoretzky–Kiefer–Wolfowitz–Massart).

Negative control. The medians for q = 1 + η do not.
"""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from scipy import stats

from provenscape import landscapes
from provenscape.optimizers import GradientDescent, trajectory
from provenscape.statistics import dkw_half_width

TABLES = ("worked_example_runs", "worked_example_costs", "worked_example_values")
PARAMETERS = {"quick": {"replicas": 4_000}, "full": {"replicas": 40_000}}

ETA = 1 / 16
GROWTH = 1 + 2 * ETA
LONGEST, SHOWN = 180, 60
STALLED = 1 / 10
SIGMA = 1 / 100
SIGMAS = (1e-4, 1e-3, 1e-2, 1e-1, 1.0)
STARTS = {"as printed": (0.05, 1.8), "exchanged": (1.8, 0.05), "on the axis": (1.8, 0.0)}
SADDLE = landscapes.get("quadratic_saddle")


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return worked_example_runs (setting, step, x, y, value, gradient norm), worked_example_costs
    (sigma, low, median, high, exact, wrong) and worked_example_values (name, value)."""
    generator = np.random.default_rng(seed)
    paths = {name: _path(start) for name, start in STARTS.items()}
    stalled = int(np.argmax(np.linalg.norm(SADDLE.grad(paths["on the axis"]), axis=-1) <= STALLED))
    kick = SIGMA * generator.standard_normal(2)
    before = paths["on the axis"][: stalled + 1]
    paths["perturbed"] = np.concatenate([before, _path(before[-1] + kick)])[: SHOWN + 1]
    costs = [_cost(sigma, parameters["replicas"], generator) for sigma in SIGMAS]
    values = {
        "stalled_after": stalled,
        "lowest_gradient": np.linalg.norm(SADDLE.grad(paths["exchanged"]), axis=-1).min(),
        "cost": next(row["exact"] for row in costs if row["sigma"] == SIGMA),
        "at_once_sigma": 1 / stats.norm.ppf(3 / 4),
    }
    return {
        "worked_example_runs": pd.concat(
            [_rows(setting, path) for setting, path in paths.items()], ignore_index=True
        ),
        "worked_example_costs": pd.DataFrame(costs),
        "worked_example_values": pd.DataFrame({"name": list(values), "value": values.values()}),
    }


def exact_median(sigma: float, growth: float = GROWTH) -> int:
    """The least t with P(σ |z| ≥ growth^(−t)) ≥ 1/2, z standard normal."""
    needed = -math.log(sigma * stats.norm.ppf(3 / 4)) / math.log(growth)
    return max(0, math.ceil(needed))


def _path(start: Any) -> np.ndarray:
    """The points of gradient descent from `start`, shape (SHOWN + 1, 2)."""
    return trajectory(GradientDescent(ETA), SADDLE.grad, np.array([start]), SHOWN).x[:, 0]


def _rows(setting: str, path: np.ndarray) -> pd.DataFrame:
    columns = {"step": np.arange(len(path)), "x": path[:, 0], "y": path[:, 1]}
    slope = np.linalg.norm(SADDLE.grad(path), axis=-1)
    return pd.DataFrame({"setting": setting, **columns, "value": SADDLE.value(path), "norm": slope})


def _cost(sigma: float, replicas: int, generator: np.random.Generator) -> dict[str, float]:
    """The median cost of perturbations of that size with its bounds, and the two laws."""
    starts = sigma * generator.standard_normal((replicas, 2))
    path = trajectory(GradientDescent(ETA), SADDLE.grad, starts, LONGEST).x
    out = np.abs(path[:, :, 1]) >= 1
    steps = np.where(out.any(axis=0), out.argmax(axis=0), len(path))
    band = dkw_half_width(replicas)
    low, median, high = np.quantile(steps, [0.5 - band, 0.5, 0.5 + band], method="inverted_cdf")
    laws = {"exact": exact_median(sigma), "wrong": exact_median(sigma, 1 + ETA)}
    return {"sigma": sigma, "low": low, "median": median, "high": high, **laws}
