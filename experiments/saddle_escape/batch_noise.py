"""Stochastic gradient descent at a saddle: what its noise reaches, and what symmetry forbids.

Design. η = 1/20, single draws (batch 1), from the saddle's stable line.
    along    double well with terms f ± b x₁, b = 1/4: the noise points along the escape direction
    across   double well with terms f ± b x₂: it is orthogonal to that direction, and x₁ = 0 stays
    network  terms ½ (u v − c_i)², a linear network with one hidden unit, c = 1/2, 1, 3/2; start on
             v = −u. Every term is unchanged by (u, v) → (−v, −u), so no batch leaves v = −u, and at
             the saddle 0 itself every term's gradient vanishes.
    network, near   the same from within 10⁻³ of the line: multiplicative noise, then escape
    along, faint    as along, with b = 10⁻⁷
Out means x₁² ≥ 1/4 in the double well and |u + v| ≥ 1 in the network, within 400 steps; in the
counts of `along` and `along, faint` within 100.

Acceptance. At least 99 % of the runs get out within 100 steps where the noise points along the
escape direction; across and in the network, on its line, none does, as symmetry forbids it.

Negative control. The same noise along the escape direction, but faint, fails the same 99 %: 100
steps multiply it by about 10⁸, and less than half of the runs are out. (The noise across that
direction had been the control, of which no run can be out whatever the test.)
"""

from collections.abc import Mapping
from itertools import islice
from typing import Any

import numpy as np
import pandas as pd

from provenscape.claims.statistics import counts
from provenscape.models import landscapes
from provenscape.models.optimizers import FiniteSum, StochasticGradientDescent, iterate

TABLES = ("batch_noise_counts", "batch_noise_escape", "batch_noise_paths")
PARAMETERS = {"quick": {"replicas": 2_000}, "full": {"replicas": 10_000}}

ETA, BATCH, STEPS = 1 / 20, 1, 400
PUSHES = {"along": (1 / 4, 0.0), "across": (0.0, 1 / 4), "along, faint": (1e-7, 0.0)}
SOON = 100  # steps within which the claim wants a run out
TARGETS = np.array([1 / 2, 1, 3 / 2])
NEAR = 1e-3
SHOWN, EVERY = 6, 4  # runs of each setting whose paths are kept, and the steps kept of them
WELL = landscapes.get("double_well")


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return the counts, batch_noise_escape (setting, step, escaped: share out by then) and
    batch_noise_paths (setting, replica, step, x, y; of the network u and v) of the first runs."""
    replicas = parameters["replicas"]
    settings = ("along", "across", "network", "network, near", "along, faint")
    tables, paths, outcomes = [], [], {}
    for setting, stream in zip(settings, seed.spawn(len(settings)), strict=True):
        generator = np.random.default_rng(stream)
        objective, start = problem(setting, replicas, generator)
        method = StochasticGradientDescent(ETA, BATCH, objective)
        states = islice(iterate(method, objective.grad, start, generator), STEPS + 1)
        out, shown = zip(
            *((_is_out(setting, state.x), state.x[:SHOWN]) for state in states), strict=True
        )
        out = np.logical_or.accumulate(out)
        paths.append(_paths(setting, np.array(shown)))
        step = np.arange(STEPS + 1)
        tables.append(pd.DataFrame({"setting": setting, "step": step, "escaped": out.mean(axis=1)}))
        outcomes[setting] = out[SOON if setting.startswith("along") else -1]
    return {
        "batch_noise_counts": counts(outcomes),
        "batch_noise_escape": pd.concat(tables, ignore_index=True),
        "batch_noise_paths": pd.concat(paths, ignore_index=True),
    }


def problem(
    setting: str, replicas: int, generator: np.random.Generator
) -> tuple[FiniteSum, np.ndarray]:
    """The finite sum of a setting and its starts, of shape (replicas, 2)."""
    side = generator.uniform(-1, 1, replicas)
    if setting in PUSHES:
        return additive(np.array(PUSHES[setting])), np.stack([0 * side, side], axis=1)
    start = np.stack([side, -side], axis=1)
    if setting == "network, near":
        start += generator.uniform(-NEAR, NEAR, start.shape)
    return FiniteSum(len(TARGETS), _network), start


def additive(push: np.ndarray) -> FiniteSum:
    """The double well as the mean of f + ⟨push, x⟩ and f − ⟨push, x⟩."""
    return FiniteSum(2, lambda x: WELL.grad(x)[..., None] + push[:, None] * np.array([1.0, -1.0]))


def _network(x: np.ndarray) -> np.ndarray:
    u, v = x[:, :1], x[:, 1:]
    residual = u * v - TARGETS
    return np.stack([residual * v, residual * u], axis=1)


def _is_out(setting: str, x: np.ndarray) -> np.ndarray:
    return x[:, 0] ** 2 >= 1 / 4 if setting in PUSHES else np.abs(x.sum(axis=1)) >= 1


def _paths(setting: str, points: np.ndarray) -> pd.DataFrame:
    """Rows setting, replica, step, x, y from points of shape (steps + 1, replicas, 2)."""
    kept = points[::EVERY]
    step, replica = np.indices(kept.shape[:2]).reshape(2, -1)
    x, y = kept.reshape(-1, 2).T
    columns = {"replica": replica, "step": EVERY * step, "x": x, "y": y}
    return pd.DataFrame({"setting": setting, **columns})
