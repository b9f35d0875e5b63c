"""Noisy gradient descent on a chain of strict saddles: polynomial where plain descent is not.

Design. The landscape and starts of `chain_perturbed` (γ = L = τ = 1, η = 1/8, eight saddles) and
noise as in Ge et al. (2015), uniform on the sphere of radius 1/4, in every step. S_i is the first
step with |x_i| ≥ 2τ. A run succeeds if all S_i ≤ 480, 60 steps a saddle as in `chain_perturbed`,
and after another 100 steps all |x_i| are within 1/5 of 4τ (near the minimum a coordinate has
deviation below 1/50). The success probability has an exact binomial interval. What a further saddle
adds is (mean S_4 − mean S_2)/2 and (mean S_8 − mean S_4)/4, each mean over a third of the runs,
with Student's interval; the same for perturbed descent. All intervals are at the project's
confidence. (A first trial, with root seed 1, fitted an exponent of S_i instead, which the offset of
the first saddle distorts.)

Acceptance. At least 99 % of the runs succeed.

Negative control. Noise of radius 10⁻⁶ instead of 1/4 fails the same test, in about three of ten
runs: a saddle then costs nearly 60 steps. (Radius 0, plain descent, fails it in all.)
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from provenscape.claims.statistics import counts, half_width, share
from provenscape.models import landscapes
from provenscape.models.optimizers import PerturbedGradientDescent, SphereNoiseGradientDescent
from provenscape.models.passage import follow, steps_to_leave
from provenscape.study.tables import scalars

TABLES = ("chain_noisy_steps", "chain_noisy_values", "chain_noisy_counts")
PARAMETERS = {"quick": {"replicas": 2_000}, "full": {"replicas": 4_000}}

SADDLES, ETA, SCALE, FAINT = 8, 1 / 8, 1 / 4, 1e-6
BUDGET, SETTLE = 60 * SADDLES, 100
NEAR = 0.2
HALF_SIDE = 0.5
PERTURBED = PerturbedGradientDescent(ETA, epsilon=1 / 50, radius=1 / 50, waiting=20)
MARKS = (2, 4, 8)


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return chain_noisy_steps (method, saddle, mean, error), chain_noisy_values (name, value: what
    a further saddle adds, and the percentage of successes with its interval) and the counts."""
    generator = np.random.default_rng(seed)
    chain = landscapes.saddle_chain(SADDLES, 1, 1)
    start = generator.uniform(-HALF_SIDE, HALF_SIDE, (parameters["replicas"], SADDLES))
    methods = {"noisy": SphereNoiseGradientDescent(ETA, SCALE), "perturbed": PERTURBED}
    tables, values = [], dict[str, float]()
    for name, method in methods.items():
        steps = steps_to_leave(chain, method, start, 2 * BUDGET, generator)
        error = steps.std(axis=0, ddof=1) / np.sqrt(len(steps))
        saddle = np.arange(1, SADDLES + 1)
        columns = {"saddle": saddle, "mean": steps.mean(axis=0), "error": error}
        tables.append(pd.DataFrame({"method": name, **columns}))
        values |= _added(name, steps)
    faint = SphereNoiseGradientDescent(ETA, FAINT)
    outcomes = {
        "noise": follow(chain, methods["noisy"], start, generator, BUDGET, SETTLE, NEAR)[1],
        "faint noise": follow(chain, faint, start, generator, BUDGET, SETTLE, NEAR)[1],
    }
    success = share(outcomes["noise"])
    values |= {
        "success": 100 * success["share"],
        "success_low": 100 * success["low"],
        "success_high": 100 * success["high"],
    }
    return {
        "chain_noisy_steps": pd.concat(tables, ignore_index=True),
        "chain_noisy_values": scalars(values),
        "chain_noisy_counts": counts(outcomes),
    }


def _added(name: str, steps: np.ndarray) -> dict[str, float]:
    """What a further saddle adds, early and late, with its interval."""
    each = len(steps) // 3
    second, fourth, last = (steps[k * each : (k + 1) * each, i - 1] for k, i in enumerate(MARKS))
    found = {}
    for part, low, high, between in (("early", second, fourth, 2), ("late", fourth, last, 4)):
        added = (high.mean() - low.mean()) / between
        width = half_width(np.array([low, high]), np.array([-1, 1]) / between)
        found[f"{name}_{part}"] = float(added)
        found[f"{name}_{part}_low"], found[f"{name}_{part}_high"] = added - width, added + width
    return found
