"""Noisy gradient descent as published, from the saddle of the double well to a minimum.

Design. f = x₁⁴ − 2x₁² + x₂², start at the saddle, η = 1/50, noise uniform on the unit sphere as in
Ge et al. (2015), 400 steps. A run succeeds if it ends within 1/4 of one of the minima (±1, 0).

Acceptance. At least 99 % of the runs succeed.

Negative control. Without noise no run leaves the saddle, and the same test is failed.
"""

from collections.abc import Mapping
from itertools import islice
from typing import Any

import numpy as np
import pandas as pd

from provenscape.claims.statistics import counts, supported
from provenscape.kernel import Claim, Theorem, ge, real
from provenscape.models import landscapes
from provenscape.models.optimizers import SphereNoiseGradientDescent, iterate

TABLES = ("noisy_counts",)
PARAMETERS = {"quick": {"replicas": 2_000}, "full": {"replicas": 10_000}}

ETA, STEPS, NEAR = 1 / 50, 400, 1 / 4
WELL = landscapes.get("double_well")

p = real("p")
claim = Claim(
    id="noisy-descent-reaches-a-minimum-from-the-saddle",
    items=("E-39",),
    says="Noisy gradient descent, started at the saddle of the double well, is near a minimum "
    "after 400 steps with probability at least 99 %.",
    given={},
    then=ge(100 * p, 99),
    scope="noise uniform on the unit sphere, step 1/50; near means within 1/4",
)


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return noisy_counts: runs that end near a minimum, with noise and without."""
    generator = np.random.default_rng(seed)
    outcomes = {}
    for setting, scale in (("noise", 1.0), ("no noise", 0.0)):
        method = SphereNoiseGradientDescent(ETA, scale)
        states = iterate(method, WELL.grad, np.zeros((parameters["replicas"], 2)), generator)
        end = next(islice(states, STEPS, None)).x
        outcomes[setting] = np.hypot(np.abs(end[:, 0]) - 1, end[:, 1]) < NEAR
    return {"noisy_counts": counts(outcomes)}


def evidence(tables: Mapping[str, pd.DataFrame]) -> Theorem:
    """The share of the noisy runs near a minimum."""
    return supported(claim, p, tables["noisy_counts"], "noise")


def control(tables: Mapping[str, pd.DataFrame]) -> Theorem:
    """The same without noise."""
    return supported(claim, p, tables["noisy_counts"], "no noise")
