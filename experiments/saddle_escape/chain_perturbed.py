"""Perturbed gradient descent on a chain of strict saddles: each one adds the same number of steps.

Design. The landscape, starts and method of `chain_plain` with γ = L = 1 and η = 1/8, and eight
saddles. A run succeeds if it has left the last of them within 60 steps a saddle, 480 in all, and is
then at a minimum: within another 100 steps all |x_i| are within 1/10 of 4τ.

Acceptance. At least 99 % of the runs succeed.

Negative control. Perturbations of radius 10⁻⁵ instead of 1/50 fail the same test in most runs: each
saddle then costs about 60 steps. Plain descent, of radius 0, fails it in all.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from provenscape.claims.statistics import counts
from provenscape.models import landscapes
from provenscape.models.optimizers import GradientDescent, PerturbedGradientDescent
from provenscape.models.passage import follow

TABLES = ("chain_passed", "chain_passed_counts")
PARAMETERS = {"quick": {"replicas": 2_000}, "full": {"replicas": 4_000}}

SADDLES, ETA = 8, 1 / 8
BUDGET, SETTLE = 60 * SADDLES, 100
NEAR = 0.1
HALF_SIDE = 0.5
RADIUS, FAINT = 1 / 50, 1e-5


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return chain_passed (method, step, passed: mean number of saddles left) and the counts."""
    generator = np.random.default_rng(seed)
    chain = landscapes.saddle_chain(SADDLES, 1, 1)
    start = generator.uniform(-HALF_SIDE, HALF_SIDE, (parameters["replicas"], SADDLES))
    tables, outcomes = [], {}
    methods = {
        "perturbed": perturbed(RADIUS),
        "faintly perturbed": perturbed(FAINT),
        "plain": GradientDescent(ETA),
    }
    for name, method in methods.items():
        passed, outcomes[name] = follow(chain, method, start, generator, BUDGET, SETTLE, NEAR)
        step = np.arange(BUDGET + 1)
        tables.append(pd.DataFrame({"method": name, "step": step, "passed": passed}))
    return {
        "chain_passed": pd.concat(tables, ignore_index=True),
        "chain_passed_counts": counts(outcomes),
    }


def perturbed(radius: float) -> PerturbedGradientDescent:
    """Threshold 1/50 and waiting time 20, as in `chain_plain`."""
    return PerturbedGradientDescent(ETA, epsilon=1 / 50, radius=radius, waiting=20)
