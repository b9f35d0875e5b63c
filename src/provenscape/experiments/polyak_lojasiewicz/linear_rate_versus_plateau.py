"""Loss of a wide network under gradient descent, beside its PL bound and a slow landscape.

Design. A two-layer tanh network in the tangent-kernel scaling, one initialisation, 8 inputs, step
1/L with L the largest eigenvalue of the tangent kernel K at the start. µ is the smallest eigenvalue
of K met on the path, so that ½‖∇‖² ≥ µ·loss holds at every iterate (claim
tangent-kernel-gives-pl-inequality). Beside it gradient descent on ¼x⁴, which satisfies no PL
inequality, from x = 1 with step 1/3, the reciprocal of its curvature at the start.

Acceptance. Down to rounding error the network's loss stays below (1 − µ/L)^t times its start; the
slope of the last decade of the quartic's loss in log-log coordinates is −2 within 5 %, sublinear.

Negative control. The quartic's loss is not below (1 − µ/L)^t at the end.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from provenscape.networks import TwoLayerNetwork, random_data
from provenscape.optimizers import GradientDescent, trajectory

TABLES = ("rate_curves", "rate_values")
PARAMETERS = {"quick": {"width": 256, "steps": 1000}, "full": {"width": 1024, "steps": 1000}}

COUNT, DIMENSION = 8, 8
ROUNDING = 1e-20  # below, the network's relative loss is rounding error
KEPT = 200  # points of each curve that are kept, evenly on a logarithmic axis


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return rate_curves (curve, step, loss relative to its start) and rate_values."""
    generator = np.random.default_rng(seed)
    steps = parameters["steps"]
    network = TwoLayerNetwork(parameters["width"], *random_data(generator, COUNT, DIMENSION))
    start = network.initial(generator, 1)
    largest = float(np.linalg.eigvalsh(network.kernel(start))[0, -1])
    path = trajectory(GradientDescent(1 / largest), network.gradient, start, steps).x[:, 0]
    smallest = float(np.linalg.eigvalsh(network.kernel(path))[:, 0].min())
    loss = network.loss(path)
    quartic = trajectory(GradientDescent(1 / 3), lambda x: x**3, np.ones((1, 1)), steps).x[:, 0, 0]
    t = np.arange(steps + 1)
    curves = {
        "network": loss / loss[0],
        "bound": (1 - smallest / largest) ** t,
        "quartic": quartic**4,
    }
    kept = np.unique(np.round(np.geomspace(1, steps + 1, KEPT)).astype(int)) - 1
    above = curves["network"] > ROUNDING
    decade = t >= steps / 10
    slope = np.polyfit(np.log(t[decade]), np.log(curves["quartic"][decade]), 1)[0]
    tail = (curves["network"] < 1e-3) & (curves["network"] > 1e-12)
    entries = {
        "width": network.width,
        "count": COUNT,
        "mu": smallest,
        "smoothness": largest,
        "bound_rate": -np.log1p(-smallest / largest),
        "tested": int(above.sum()),
        "violations": int((curves["network"] > curves["bound"] * (1 + 1e-9))[above].sum()),
        "measured_rate": -np.polyfit(t[tail], np.log(curves["network"][tail]), 1)[0],
        "quartic_slope": slope,
        "quartic_end": curves["quartic"][-1],
        "steps": steps,
    }
    return {
        "rate_curves": pd.concat(
            [
                pd.DataFrame({"curve": name, "step": t[kept], "loss": curve[kept]})
                for name, curve in curves.items()
            ],
            ignore_index=True,
        ),
        "rate_values": pd.DataFrame({"name": entries.keys(), "value": entries.values()}),
    }
