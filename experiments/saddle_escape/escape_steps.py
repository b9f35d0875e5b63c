"""How many steps gradient descent takes to leave the saddle of x² − y², against the exact law.

Design. η = 1/16, so that y grows by q = 9/8 a step, and T is the first step with |y| ≥ 1. Then
T ≤ t if and only if |y₀| ≥ q^(−t), which is the exact law of T for every law of y₀. Three settings:
plain gradient descent from a point uniform on the disk of radius 1/100 about (1, 0); the same with
y₀ normal of standard deviation 1/100, as in the notes' example; perturbed gradient descent from
(1.8, 0), on the stable line, with ε = 1/10, r = 1/100 and a waiting time that no replica outlasts,
its steps counted from the perturbation.

Acceptance. The empirical distribution function lies in the Dvoretzky–Kiefer–Wolfowitz–Massart
band about the exact one, at the project's confidence. At least 99 % of the perturbed replicas are
out within 100 steps of the perturbation.

Negative control. The law for q = 1 + η instead of 1 + 2η is outside the band; a perturbation of a
thousandth of the radius fails the 99 %.
"""

import math
from collections.abc import Callable, Mapping
from itertools import islice
from typing import Any

import numpy as np
import pandas as pd
from scipy import stats

from provenscape.claims.statistics import counts, dkw_half_width
from provenscape.models import landscapes
from provenscape.models.optimizers import (
    GradientDescent,
    Optimizer,
    PerturbedGradientDescent,
    iterate,
    uniform_ball,
)

TABLES = ("escape_steps", "escape_distances", "escape_counts")
PARAMETERS = {"quick": {"replicas": 4_000}, "full": {"replicas": 40_000}}

ETA = 1 / 16
GROWTH = 1 + 2 * ETA
RADIUS = 1 / 100
EPSILON = 1 / 10
WAITING = 220
LONGEST = 400
SHOWN = 100
WITHIN = 100
ON_THE_LINE = (1.8, 0.0)


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return escape_steps (setting, step, escaped, exact: shares out by that step),
    escape_distances (setting, distance, wrong_law, half_width) and escape_counts."""
    replicas = parameters["replicas"]
    disk, normal, kick, faint = map(np.random.default_rng, seed.spawn(4))
    on_the_line = np.tile(ON_THE_LINE, (replicas, 1))
    perturbed = PerturbedGradientDescent(ETA, EPSILON, RADIUS, WAITING)
    started = _steps_to_perturbation()
    plain, centre = GradientDescent(ETA), np.array([1, 0])
    on_disk = centre + uniform_ball(disk, replicas, 2, RADIUS)
    around = centre + RADIUS * normal.standard_normal((replicas, 2))
    times = {
        "uniform": _first_exit(plain, on_disk, disk),
        "normal": _first_exit(plain, around, normal),
        "perturbed": _first_exit(perturbed, on_the_line, kick) - started,
    }
    weaker = PerturbedGradientDescent(ETA, EPSILON, RADIUS / 1000, WAITING)
    late = _first_exit(weaker, on_the_line, faint) - started
    laws = {"uniform": disk_law, "normal": normal_law, "perturbed": disk_law}
    tables = [_against(setting, times[setting], laws[setting], GROWTH) for setting in times]
    distances = pd.DataFrame(
        {
            "setting": list(times),
            "distance": [(t["escaped"] - t["exact"]).abs().max() for t in tables],
            "wrong_law": [
                _against_wrong(setting, times[setting], laws[setting]) for setting in times
            ],
            "half_width": dkw_half_width(replicas),
        }
    )
    return {
        "escape_steps": pd.concat(tables, ignore_index=True),
        "escape_distances": distances,
        "escape_counts": counts(
            {
                "perturbed": times["perturbed"] <= WITHIN,
                "a thousandth of the radius": late <= WITHIN,
            }
        ),
    }


def disk_law(size: np.ndarray) -> np.ndarray:
    """P(|y| ≤ size) for (x, y) uniform on the disk of radius RADIUS."""
    a = np.minimum(size / RADIUS, 1)
    return (a * np.sqrt(1 - a**2) + np.arcsin(a)) * 2 / math.pi


def normal_law(size: np.ndarray) -> np.ndarray:
    """P(|y| ≤ size) for y normal with mean 0 and standard deviation RADIUS."""
    return 1 - 2 * stats.norm.sf(size / RADIUS)


def _first_exit(method: Optimizer, start: np.ndarray, generator: np.random.Generator) -> np.ndarray:
    """The first step with |y| ≥ 1 of each replica; LONGEST + 1 if there is none by then."""
    steps = np.full(len(start), LONGEST + 1)
    grad = landscapes.get("quadratic_saddle").grad
    for t, state in enumerate(islice(iterate(method, grad, start, generator), LONGEST + 1)):
        steps = np.where((steps > LONGEST) & (np.abs(state.x[:, 1]) >= 1), t, steps)
    return steps


def _steps_to_perturbation() -> int:
    """The steps before the first with |g| = 2 |x| ≤ ε on the line, where x shrinks by 1 − 2η."""
    x, steps = ON_THE_LINE[0], 0
    while 2 * x > EPSILON:
        x, steps = x * (1 - 2 * ETA), steps + 1
    return steps


def _against(
    setting: str, steps: np.ndarray, law: Callable[[np.ndarray], np.ndarray], growth: float
) -> pd.DataFrame:
    step = np.arange(SHOWN + 1)
    escaped = (steps[:, None] <= step).mean(axis=0)
    exact = 1 - law(growth ** (-step.astype(float)))
    return pd.DataFrame({"setting": setting, "step": step, "escaped": escaped, "exact": exact})


def _against_wrong(
    setting: str, steps: np.ndarray, law: Callable[[np.ndarray], np.ndarray]
) -> float:
    table = _against(setting, steps, law, 1 + ETA)
    return float((table["escaped"] - table["exact"]).abs().max())
