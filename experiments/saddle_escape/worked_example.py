"""What the notes' worked example on x² − y² costs: the run as printed, and the one it describes.

Design. η = 1/16. Four runs of gradient descent: from (0.05, 1.8) as printed; from (1.8, 0.05), with
the coordinates exchanged, which is the run that the words describe at first; from (1.8, 0), which
stalls; and the last with one perturbation from N(0, σ²I), σ = 1/100, at the first point with
‖∇f‖ ≤ 1/10. For σ = 10⁻⁴, …, 1 the cost from (1.8, 0) is the least number of gradients after which
|y| ≥ 1 in half of the runs, of two methods. Perturbed descent: those until it stalls, one more as
the perturbed point needs its own, and then the least t ≥ 0 with q^t σ m ≥ 1, where q = 1 + 2η and
m = 0.6745 is the median of |N(0, 1)|. Noisy descent, N(0, σ²I) in every step: y_t is normal with
variance σ² (q^(2t) − 1)/(q² − 1), so that its cost is the least t with σ m √((q^(2t) − 1)/(q² − 1))
≥ 1. Plain descent never gets there from (1.8, 0).

Acceptance. Every exact cost lies between the steps at which the measured share of runs with
|y| ≥ 1 first is within w of one half and beyond it by w, where w is the half width at the project's
confidence (Dvoretzky–Kiefer–Wolfowitz–Massart; Hoeffding for noisy descent, at single steps).

Negative control. The costs for q = 1 + η do not, for σ up to 1/10. (At σ = 1 noisy descent needs
two or three steps whatever q is, as a trial run with another root seed showed.)
"""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from scipy import stats

from provenscape.claims.statistics import dkw_half_width
from provenscape.models import landscapes
from provenscape.models.optimizers import (
    GradientDescent,
    NoisyGradientDescent,
    Optimizer,
    trajectory,
)
from provenscape.study.tables import scalars

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
    (method, sigma, low, median, high, exact, wrong) and worked_example_values (name, value)."""
    generator = np.random.default_rng(seed)
    paths = {name: _path(start) for name, start in STARTS.items()}
    stalled = int(np.argmax(np.linalg.norm(SADDLE.grad(paths["on the axis"]), axis=-1) <= STALLED))
    kick = SIGMA * generator.standard_normal(2)
    before = paths["on the axis"][: stalled + 1]
    paths["perturbed"] = np.concatenate([before, _path(before[-1] + kick)])[: SHOWN + 1]
    costs = pd.DataFrame(
        [
            _cost(method, sigma, stalled, parameters["replicas"], generator)
            for method in ("perturbed", "noisy")
            for sigma in SIGMAS
        ]
    )
    shown = costs[costs["sigma"] == SIGMA].set_index("method")["exact"]
    values = {
        "stalled_after": stalled,
        "lowest_gradient": np.linalg.norm(SADDLE.grad(paths["exchanged"]), axis=-1).min(),
        "perturbed_cost": shown["perturbed"],
        "noisy_cost": shown["noisy"],
        "exchanged_cost": int(np.argmax(np.abs(paths["exchanged"][:, 1]) >= 1)),
        "at_once_sigma": 1 / stats.norm.ppf(3 / 4),
    }
    return {
        "worked_example_runs": pd.concat(
            [_rows(setting, path) for setting, path in paths.items()], ignore_index=True
        ),
        "worked_example_costs": costs,
        "worked_example_values": scalars(values),
    }


def exact_cost(method: str, sigma: float, stalled: int, growth: float = GROWTH) -> int:
    """The least number of gradients after which |y| ≥ 1 with probability at least ½."""
    needed = 1 / (sigma * stats.norm.ppf(3 / 4))
    if method == "perturbed":
        return stalled + 1 + max(0, math.ceil(math.log(needed) / math.log(growth)))
    return math.ceil(math.log1p(needed**2 * (growth**2 - 1)) / (2 * math.log(growth)))


def _path(start: Any) -> np.ndarray:
    """The points of gradient descent from `start`, shape (SHOWN + 1, 2)."""
    return trajectory(GradientDescent(ETA), SADDLE.grad, np.array([start]), SHOWN).x[:, 0]


def _rows(setting: str, path: np.ndarray) -> pd.DataFrame:
    columns = {"step": np.arange(len(path)), "x": path[:, 0], "y": path[:, 1]}
    slope = np.linalg.norm(SADDLE.grad(path), axis=-1)
    return pd.DataFrame({"setting": setting, **columns, "value": SADDLE.value(path), "norm": slope})


def _cost(
    method: str, sigma: float, stalled: int, replicas: int, generator: np.random.Generator
) -> dict[str, Any]:
    """The measured cost with its bounds, and the two laws; y alone matters, and starts at 0."""
    start, spent = np.zeros((replicas, 2)), 0
    optimizer: Optimizer = NoisyGradientDescent(ETA, sigma)
    if method == "perturbed":
        start, spent = sigma * generator.standard_normal((replicas, 2)), stalled + 1
        optimizer = GradientDescent(ETA)
    path = trajectory(optimizer, SADDLE.grad, start, LONGEST, generator).x
    share = (np.abs(path[:, :, 1]) >= 1).mean(axis=1)
    band = dkw_half_width(replicas)
    low, median, high = (spent + int((share >= 0.5 + w).argmax()) for w in (-band, 0, band))
    laws = {
        "exact": exact_cost(method, sigma, stalled),
        "wrong": exact_cost(method, sigma, stalled, 1 + ETA),
    }
    return {"method": method, "sigma": sigma, "low": low, "median": median, "high": high, **laws}
