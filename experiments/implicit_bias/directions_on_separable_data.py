"""The direction of the weights of a linear model with logistic loss, by gradient descent and Adam.

Design. One example (2, 1), start (−1, 1), the logistic loss. Gradient descent with constant step
1/|x|² (s = 1); Adam with β₁ = 9/10, β₂ = 99/100, steps 1/(10√t), and ε = 0, 10⁻⁸, 1. The ℓ2
direction is (2, 1), the ℓ∞ direction (1, 1). All runs are deterministic.

Acceptance. The margin m of descent keeps m₀ + e^m₀ + st ≤ m + e^m ≤ m₀ + e^m₀ + 2st at every step
recorded; the part of its weights across (2, 1) never changes. The last step of Adam with ε = 0 is
along (1, 1), its weights nearer to (1, 1) than to (2, 1); with ε > 0 the last step is along (2, 1),
to a fiftieth of a radian, and with ε = 10⁻⁸ the 20th was along (1, 1). (Directions of weights turn
like 1/log t: none with ε > 0 is near its limit yet.)

Negative control. Bounds with ⅛ of the rate s do not hold: the margin is above them at the end.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from provenscape.study.tables import scalars

TABLES = ("separable_directions", "separable_margins", "separable_values")
PARAMETERS = {"quick": {"steps": 20_000}, "full": {"steps": 200_000}}

EXAMPLE = np.array([2.0, 1.0])
START = np.array([-1.0, 1.0])
RATE = 1.0  # s, the step of descent times |x|²
BETAS = (0.9, 0.99)
EPSILONS = (0.0, 1e-8, 1.0)
FIRST_STEP = 0.1
POINTS = 60


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return separable_directions (method, step, u, v, angle, move), angles from (2, 1) in radians,
    positive towards (1, 1), of the weights and of their last step, separable_margins (step, margin,
    low, high) and separable_values (name, value).

    No chance.
    """
    steps = parameters["steps"]
    times = np.unique(np.geomspace(1, steps, POINTS).astype(int))
    runs = {"gradient descent": descent(times)}
    runs |= {f"Adam, ε = {eps:g}": adam(times, eps) for eps in EPSILONS}
    frames = []
    for name, (weights, moves) in runs.items():
        frames.append(
            pd.DataFrame(
                {
                    "method": name, "step": times, "u": weights[:, 0], "v": weights[:, 1],
                    "angle": angle(weights), "move": angle(moves),
                }
            )
        )  # fmt: skip
    margins = runs["gradient descent"][0] @ EXAMPLE
    first = EXAMPLE @ START + np.exp(EXAMPLE @ START)
    table = pd.DataFrame(
        {
            "step": times,
            "margin": margins,
            "low": [margin_of(first + RATE * t) for t in times],
            "high": [margin_of(first + 2 * RATE * t) for t in times],
        }
    )
    entries = {"steps": steps, "diagonal": float(angle(np.ones((1, 2)))[0])}
    return {
        "separable_directions": pd.concat(frames, ignore_index=True),
        "separable_margins": table,
        "separable_values": scalars(entries),
    }


def descent(times: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Weights and last moves of gradient descent at these times, by its margin alone."""
    square = float(EXAMPLE @ EXAMPLE)
    first = float(EXAMPLE @ START)
    margin, found, wanted = first, [], set(times.tolist())
    for t in range(1, times[-1] + 1):
        margin += RATE / (1 + np.exp(margin))
        if t in wanted:
            found.append(START + (margin - first) / square * EXAMPLE)
    return np.array(found), np.tile(EXAMPLE, (len(times), 1))


def adam(times: np.ndarray, epsilon: float) -> tuple[np.ndarray, np.ndarray]:
    """Weights and last moves of Adam at these times."""
    (a, b), (u, v) = EXAMPLE.tolist(), START.tolist()
    (beta, gamma), (m, n, p, q) = BETAS, (0.0,) * 4
    found, moves, wanted = [], [], set(times.tolist())
    power, square_power = 1.0, 1.0
    for t in range(1, times[-1] + 1):
        slope = -1 / (1 + np.exp(a * u + b * v))
        m, n = beta * m + (1 - beta) * slope * a, beta * n + (1 - beta) * slope * b
        p = gamma * p + (1 - gamma) * (slope * a) ** 2
        q = gamma * q + (1 - gamma) * (slope * b) ** 2
        power, square_power = power * beta, square_power * gamma
        step = FIRST_STEP / t**0.5 / (1 - power)
        first = step * m / ((p / (1 - square_power)) ** 0.5 + epsilon)
        second = step * n / ((q / (1 - square_power)) ** 0.5 + epsilon)
        u, v = u - first, v - second
        if t in wanted:
            found.append((u, v))
            moves.append((-first, -second))
    return np.array(found), np.array(moves)


def angle(vectors: np.ndarray) -> np.ndarray:
    """The angle of each vector from (2, 1), in radians, positive towards (1, 1)."""
    a, b = EXAMPLE
    return np.arctan2(a * vectors[:, 1] - b * vectors[:, 0], vectors @ EXAMPLE)


def margin_of(total: float) -> float:
    """The m with m + e^m = total, by Newton's method from above; the left side is convex."""
    m = np.log(total) if total > 1 else total
    for _ in range(100):
        m -= (m + np.exp(m) - total) / (1 + np.exp(m))
    return float(m)
