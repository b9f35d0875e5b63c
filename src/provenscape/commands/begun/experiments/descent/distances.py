"""Distance to the minimum of x²/2 along gradient descent, from random starts.

Design. Starts uniform on [−1, 1], twenty steps of length 1/2, 2 and 5/2; the curvature is 1.

Acceptance. With step length 1/2 the largest distance is halved by every step, to rounding.

Negative control. With step length 5/2, longer than 2/L, it is not.
"""

import numpy as np
import pandas as pd

TABLES = ("distances",)
PARAMETERS = {"quick": {"starts": 10}, "full": {"starts": 1000}}
STEPS = 20


def run(parameters, seed):
    """Return distances (eta: step length, step: number of the step, largest: largest |x|)."""
    start = np.random.default_rng(seed).uniform(-1, 1, parameters["starts"])
    rows = []
    for eta in (0.5, 2.0, 2.5):
        x = start
        for step in range(STEPS + 1):
            rows.append({"eta": eta, "step": step, "largest": abs(x).max()})
            x = x - eta * x
    return {"distances": pd.DataFrame(rows)}
