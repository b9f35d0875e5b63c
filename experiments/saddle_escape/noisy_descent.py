"""Noisy gradient descent as published, from the saddle of the double well to a minimum.

Design. f = x₁⁴ − 2x₁² + x₂², start at the saddle, η = 1/50, noise uniform on the unit sphere as in
Ge et al. (2015), 400 steps. A run succeeds if it ends within 1/4 of one of the minima (±1, 0).

Acceptance. At least 99 % of the runs succeed.

Negative control. Noise of radius 10⁻¹² fails the same test: 400 steps multiply it by about 10¹³.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from provenscape.claims.statistics import counts
from provenscape.models import landscapes
from provenscape.models.optimizers import SphereNoiseGradientDescent, after

TABLES = ("noisy_counts",)
PARAMETERS = {"quick": {"replicas": 2_000}, "full": {"replicas": 10_000}}

ETA, STEPS, NEAR = 1 / 50, 400, 1 / 4
WELL = landscapes.get("double_well")


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return noisy_counts: runs that end near a minimum, with noise and with faint noise."""
    generator = np.random.default_rng(seed)
    outcomes = {}
    for setting, scale in (("noise", 1.0), ("faint noise", 1e-12)):
        method = SphereNoiseGradientDescent(ETA, scale)
        start = np.zeros((parameters["replicas"], 2))
        end = after(method, WELL.grad, start, STEPS, generator).x
        outcomes[setting] = np.hypot(np.abs(end[:, 0]) - 1, end[:, 1]) < NEAR
    return {"noisy_counts": counts(outcomes)}
