"""How fast gradient descent is when the gradient dominates another power of f − f* than one half.

Design. f = |x|^p on [−1, 1], f* = 0, so that |f'| = p f^θ with θ = 1 − 1/p, the exponent of the
Łojasiewicz inequality: 1/2 for p = 2, which is PL, and more for flatter minima. Gradient descent
from 1 with the step 1/L = 1/(p(p − 1)) is the recursion x ← x(1 − x^(p−2)/(p − 1)). As x^(2−p)
grows by about (p − 2)/(p − 1) a step, f falls like t^(−1/(2θ − 1)), 1/(2θ − 1) = p/(p − 2); for
p = 2 the one step leads to the minimum. The exponent is read off the last decade of steps.

Acceptance. Each measured exponent is the predicted one within 1 %.

Negative control. None is within 1 % of that predicted for the next power.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

TABLES = ("lojasiewicz_curves", "lojasiewicz_rates")
PARAMETERS = {"quick": {"steps": 100_000}, "full": {"steps": 1_000_000}}

POWERS = np.array([2.5, 3.0, 4.0, 6.0, 10.0])
KEPT = 61  # points of each curve that are kept, evenly on a logarithmic axis


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return lojasiewicz_curves (power, step, gap) and lojasiewicz_rates (power, theta, measured,
    predicted): the exponents e of f − f* ~ t^(−e). No chance."""
    steps = parameters["steps"]
    kept = np.unique(np.round(np.geomspace(1, steps, KEPT)).astype(int))
    ends = (steps // 10, steps)
    gaps = descent({*kept, *ends})
    curves = [
        pd.DataFrame({"power": p, "step": kept, "gap": [gaps[t][i] for t in kept]})
        for i, p in enumerate(POWERS)
    ]
    theta = 1 - 1 / POWERS
    rates = {
        "power": POWERS,
        "theta": theta,
        "measured": np.log10(gaps[ends[0]] / gaps[ends[1]]),
        "predicted": 1 / (2 * theta - 1),
    }
    return {
        "lojasiewicz_curves": pd.concat(curves, ignore_index=True),
        "lojasiewicz_rates": pd.DataFrame(rates),
    }


def descent(wanted: set[int]) -> dict[int, np.ndarray]:
    """f − f* after each wanted number of steps, of all powers at once."""
    x, found = np.ones(len(POWERS)), {}
    for step in range(1, max(wanted) + 1):
        x = x * (1 - x ** (POWERS - 2) / (POWERS - 1))
        if step in wanted:
            found[step] = x**POWERS
    return found
