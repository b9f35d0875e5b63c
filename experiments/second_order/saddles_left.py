"""How second-order methods leave the saddles that hold descent, from near and from on the axis.

Design. On the double well, which has a strict saddle at 0 with stable axis x = 0: starts at
distance 10⁻¹, 10⁻², …, 10⁻¹², and 0, from the axis, y uniform on [−1, 1]. Steps until |x| ≥ 1/2, at
most 200, of descent with step 1/8, and 1/80, Newton, cubic regularization with M = 24, which is
|f'''| at the minima, adaptive cubic regularization from M = 1, and the trust region, whose radius
adapts, from 1/2. On the chain
of saddles of `saddle_escape`, γ = L = τ = 1: steps until each of eight saddles is left, from starts
uniform on [−½, ½]⁸, of descent with step 1/8, adaptive cubic regularization and the trust region;
medians, of 1,000 steps at most. Paths of all methods on the double well from (10⁻³, 0.9).

Acceptance. From every distance all runs of the three second-order methods with a model leave,
within 30 steps, the start on the axis included, and all end within 1/100 of a minimum. All runs of
the two adaptive methods leave the eight saddles of the chain within 200 steps.

Negative control, of runs that could have left, none from the axis. x does not depend on y, and a
step η of descent multiplies it by 1 + 4η(1 − x²): from distance δ all runs leave after no fewer
than log(1/(2δ))/log(1 + 4η) steps and no more than four after it. With step 1/80 they so leave
within 200 steps from 10⁻⁴ and not from 10⁻⁵. Newton's from 10⁻¹ on do not leave: it turns x into
−2x³/(1 − 3x²). Descent has left the last saddle of the chain within 200 steps in no run.
"""

from collections.abc import Mapping
from itertools import islice
from typing import Any

import numpy as np
import pandas as pd

from provenscape.models import landscapes
from provenscape.models.optimizers import (
    AdaptiveCubic,
    CubicNewton,
    GradientDescent,
    Newton,
    Optimizer,
    TrustRegion,
    iterate,
    trajectory,
)
from provenscape.models.passage import steps_to_leave

TABLES = ("saddles_left", "saddles_left_paths", "saddles_left_chain")
PARAMETERS = {
    "quick": {"replicas": 100, "on_the_chain": 40},
    "full": {"replicas": 500, "on_the_chain": 200},
}

WELL = landscapes.get("double_well")
SADDLES = 8
DISTANCES = (*(10.0**-k for k in range(1, 13)), 0.0)
OUT, LONGEST, NEAR = 0.5, 200, 0.01
LONGEST_ON_THE_CHAIN = 1_000
PATH_START, PATH_STEPS = (1e-3, 0.9), 60


def methods(landscape: landscapes.Landscape) -> dict[str, Optimizer]:
    """All methods, for one landscape."""
    return {
        "descent": GradientDescent(1 / 8),
        "descent, short steps": GradientDescent(1 / 80),
        "Newton": Newton(landscape.hess),
        "cubic": CubicNewton(24.0, landscape.hess),
        "adaptive cubic": AdaptiveCubic(1.0, landscape.value, landscape.hess),
        "trust region": TrustRegion(0.5, landscape.value, landscape.hess),
    }


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return saddles_left (method, distance, left: share of the runs, at_minimum: share within NEAR
    of a minimum at the end, median and longest steps until |x| ≥ 1/2, infinite ones empty),
    saddles_left_paths (method, step, x, y) and saddles_left_chain (method, saddle, low, median,
    high: quartiles of the steps, infinite ones empty, and left: the share of the runs)."""
    generator = np.random.default_rng(seed)
    height = generator.uniform(-1, 1, parameters["replicas"])
    start = np.array([[x, y] for x in DISTANCES for y in height])
    found, paths = [], []
    for name, method in methods(WELL).items():
        out, end = leave(method, start)
        steps = out.reshape(len(DISTANCES), -1)
        arrived = (np.abs(np.abs(end) - (1, 0)).max(axis=-1) < NEAR).reshape(steps.shape)
        columns = {
            "distance": DISTANCES,
            "left": np.isfinite(steps).mean(axis=1),
            "at_minimum": arrived.mean(axis=1),
            "median": np.quantile(steps, 0.5, axis=1, method="higher"),
            "longest": steps.max(axis=1),
        }
        found.append(pd.DataFrame({"method": name, **columns}))
        path = trajectory(method, WELL.grad, np.array([PATH_START]), PATH_STEPS).x[:, 0]
        columns = {"step": np.arange(PATH_STEPS + 1), "x": path[:, 0], "y": path[:, 1]}
        paths.append(pd.DataFrame({"method": name, **columns}))
    chain = landscapes.saddle_chain(SADDLES, 1, 1)
    begin = generator.uniform(-0.5, 0.5, (parameters["on_the_chain"], SADDLES))
    passed = [
        quartiles(name, steps_to_leave(chain, method, begin, LONGEST_ON_THE_CHAIN, generator))
        for name, method in methods(chain).items()
        if name in ("descent", "adaptive cubic", "trust region")
    ]
    return {
        "saddles_left": pd.concat(found, ignore_index=True).replace(np.inf, np.nan),
        "saddles_left_paths": pd.concat(paths, ignore_index=True),
        "saddles_left_chain": pd.concat(passed, ignore_index=True).replace(np.inf, np.nan),
    }


def leave(method: Optimizer, start: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The first step with |x| ≥ 1/2 of each run, infinite if none, and the last point."""
    out = np.full(len(start), np.inf)
    for t, state in enumerate(islice(iterate(method, WELL.grad, start), LONGEST + 1)):
        out[np.isinf(out) & (np.abs(state.x[:, 0]) >= OUT)] = t
    return out, state.x


def quartiles(name: str, steps: np.ndarray) -> pd.DataFrame:
    """Of the steps until each saddle is left."""
    low, median, high = np.quantile(steps, (0.25, 0.5, 0.75), axis=0, method="higher")
    left = np.isfinite(steps).mean(axis=0)
    columns = {"saddle": np.arange(1, SADDLES + 1), "low": low, "median": median, "high": high}
    return pd.DataFrame({"method": name, **columns, "left": left})
