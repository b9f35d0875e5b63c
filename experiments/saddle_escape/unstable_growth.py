"""How the unstable component grows under each method near x² − y², against exact factors.

Design. Curvature −2 along y, η = 1/16, all methods from y₀ = 10⁻⁶ at rest. With a = 1 + 2η = 9/8:
    gradient descent  y_t = aᵗ y₀                       warm-up  Π (1 + 2 η_s) y₀
    heavy ball        roots of z² − (1 + 2η + β) z + β = 0
    Nesterov          roots of z² − (1 + β) a z + β a = 0
    noisy descent     E y_t² = a^(2t) y₀² + σ² (a^(2t) − 1)/(a² − 1)
both momentum methods with β = 9/10 and y₋₁ = y₀. Adam divides by the size of the gradient and so
moves by steps of about η, not by a factor: once 1/(1 − β₁) ≪ t ≪ 1/(1 − β₂), a straight line of
slope s in y has m̂ ≈ g and v̂ ≈ g²/3, and thus s = √3 η. Also: the first step with |y| ≥ 1 from
y₀ = 10⁻², …, 10⁻⁸.

Acceptance. Deterministic methods agree with their formula to a relative 10⁻⁹ at every step; the
noisy one's mean square within the project's normal quantile, about 4.9 standard errors. Adam's
steps lie between √(1 + β₂)/(1 + β₁) η, the second one for y₀ ≪ η, where the first gradient is as
nothing beside the second, and √3 η. Between y₀ = 10⁻² and 10⁻⁸ gradient descent's time grows by
log 10⁶ / log a up to one step; Adam's changes by at most one step.

Negative control. The formula of gradient descent is off by more than half for the momentum methods,
and the stable component, with a in the place of 1 − 2η, fails the agreement.
"""

from collections.abc import Mapping
from itertools import islice
from typing import Any

import numpy as np
import pandas as pd

from provenscape.models import landscapes
from provenscape.models.optimizers import (
    Adam,
    GradientDescent,
    HeavyBall,
    Nesterov,
    NoisyGradientDescent,
    Optimizer,
    WarmUp,
    iterate,
    trajectory,
)

TABLES = ("unstable_growth", "growth_times")
PARAMETERS = {"quick": {"replicas": 4_000}, "full": {"replicas": 40_000}}

ETA, BETA, WARM_UP = 1 / 16, 9 / 10, 40
FACTOR = 1 + 2 * ETA
START = 1e-6
SIGMA = 1e-6
STEPS = 120
STARTS = tuple(10.0**-k for k in range(2, 9))
LONGEST = 400
METHODS: dict[str, Optimizer] = {
    "gradient descent": GradientDescent(ETA),
    "heavy ball": HeavyBall(ETA, BETA),
    "Nesterov": Nesterov(ETA, BETA),
    "warm-up": WarmUp(ETA, WARM_UP),
    "Adam": Adam(ETA, epsilon=1e-12),
}


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return unstable_growth (method, step, size, exact, deviation) and growth_times.

    `size` is |y_t|, of the noisy method the root mean square, and `deviation` that mean square's
    distance from the exact one in standard errors; `exact` is empty for Adam. growth_times has
    method, start, steps.
    """
    grad = landscapes.get("quadratic_saddle").grad
    tables = []
    for name, method in METHODS.items():
        path = trajectory(method, grad, np.array([[1.0, START]]), STEPS).x[:, 0, 1]
        tables.append(_rows(name, np.abs(path), exact_growth(name), np.zeros(STEPS + 1)))
    generator = np.random.default_rng(seed)
    start = np.tile([0.0, START], (parameters["replicas"], 1))
    noisy = trajectory(NoisyGradientDescent(ETA, SIGMA), grad, start, STEPS, generator).x[..., 1]
    square, exact = (noisy**2).mean(axis=1), exact_growth("noisy descent") ** 2
    error = np.maximum((noisy**2).std(axis=1) / np.sqrt(parameters["replicas"]), 1e-300)
    deviation = np.where(np.isclose(square, exact, rtol=1e-12, atol=0), 0, (square - exact) / error)
    tables.append(_rows("noisy descent", np.sqrt(square), np.sqrt(exact), deviation))
    return {
        "unstable_growth": pd.concat(tables, ignore_index=True),
        "growth_times": pd.concat(
            [_times(name, method) for name, method in METHODS.items()], ignore_index=True
        ),
    }


def exact_growth(name: str) -> np.ndarray:
    """|y_t| for t = 0 … STEPS by the formula of the docstring; nan where there is none."""
    t = np.arange(STEPS + 1)
    match name:
        case "gradient descent":
            return START * FACTOR**t
        case "warm-up":
            rates = ETA * np.minimum(1, np.arange(1, STEPS + 1) / WARM_UP)
            return START * np.concatenate([[1], np.cumprod(1 + 2 * rates)])
        case "heavy ball":
            return START * two_roots(1 + 2 * ETA + BETA, BETA, t)
        case "Nesterov":
            return START * two_roots((1 + BETA) * FACTOR, BETA * FACTOR, t)
        case "noisy descent":
            q = FACTOR ** (2 * t)
            return np.sqrt(q * START**2 + SIGMA**2 * (q - 1) / (FACTOR**2 - 1))
    return np.full(STEPS + 1, np.nan)


def two_roots(total: float, product: float, t: np.ndarray) -> np.ndarray:
    """The solution of y_{t+1} = total y_t − product y_{t−1} with y₀ = y₋₁ = 1."""
    spread = np.sqrt(total**2 / 4 - product)
    large, small = total / 2 + spread, total / 2 - spread
    weight = (1 - 1 / small) / (1 / large - 1 / small)
    return weight * large**t + (1 - weight) * small**t


def _rows(method: str, size: np.ndarray, exact: np.ndarray, deviation: np.ndarray) -> pd.DataFrame:
    step = np.arange(STEPS + 1)
    return pd.DataFrame(
        {"method": method, "step": step, "size": size, "exact": exact, "deviation": deviation}
    )


def _times(name: str, method: Optimizer) -> pd.DataFrame:
    grad = landscapes.get("quadratic_saddle").grad
    start = np.array([[0.0, y] for y in STARTS])
    sizes = [np.abs(s.x[:, 1]) for s in islice(iterate(method, grad, start), LONGEST + 1)]
    steps = (np.array(sizes) >= 1).argmax(axis=0)
    return pd.DataFrame({"method": name, "start": STARTS, "steps": steps})
