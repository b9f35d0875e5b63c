"""Perturbed gradient descent by two published rules, on the double well.

Design. f = x₁⁴ − 2x₁² + x₂² from (0, x₂), x₂ uniform on [−1, 1], on the stable line of the saddle.
On the box |x₁| ≤ 1.2, which no run leaves, ‖∇²f‖ ≤ 13.28 and the Hessian's Lipschitz constant is at
most 28.8: ℓ = 14, ρ = 30. ε = δ = 1/10, Δ = 2, d = 2. Methods: Algorithm 2 of Jin et al. (2017)
with c = 1 (the theorem asks for c below an absolute constant that it does not give); Algorithm 4 of
Jin et al. (2021) with ι = log(d ℓ Δ/(ρ ε δ)) = 5.23, for 400 steps: the theorem has an unnamed
factor in ι. By perturbed-descent-takes-few-steps-above-a-lower-bound, 25600ι⁵ℓ√dΔ ≤ 2^ι δε² is
enough, for 100ι³(ιℓ + √(ρε))Δ/ε² steps; the least such ι and the steps are in the table.
A run succeeds if what it returns (the last iterate of the second method) has ‖∇f‖ ≤ ε and λ_min ≥
−√(ρ ε).

Acceptance. At least 99 % of the runs of Algorithm 2 stop and succeed; at least half of the iterates
of Algorithm 4 are as good, in the mean over runs.

Negative control. Algorithm 2 with 16 steps of waiting instead of 266 fails: by then a perturbation
has seldom gained what the rule asks for, and most runs stop at the saddle. With radius 0 all do.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import count, islice
from typing import Any

import numpy as np
import pandas as pd

from provenscape.claims.statistics import counts
from provenscape.models import landscapes
from provenscape.models.optimizers import (
    Optimizer,
    StoppedPerturbedDescent,
    iterate,
    thresholds_of_2017,
    variant_of_2021,
)
from provenscape.study.tables import scalars

TABLES = ("published_values", "published_counts", "published_runs")
PARAMETERS = {"quick": {"replicas": 2_000}, "full": {"replicas": 10_000}}

ELL, RHO, EPSILON, DELTA, GAP, DIMENSION = 14, 30, 1 / 10, 1 / 10, 2, 2
NEGATIVE = math.sqrt(RHO * EPSILON)
LONGEST = 1200
SHORT_WAIT = 16
STEPS_OF_2021 = 400
WELL = landscapes.get("double_well")


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return published_values (name, value: the constants, mean steps until the stop, steps until
    half of the runs are at a good point, the mean share of good iterates of Algorithm 4, ι and
    steps by the claim), published_counts and published_runs (method, step, second_order, stopped:
    shares of runs)."""
    starts, kicks, variant = map(np.random.default_rng, seed.spawn(3))
    start = np.zeros((parameters["replicas"], 2))
    start[:, 1] = starts.uniform(-1, 1, len(start))
    limits = thresholds_of_2017(ELL, RHO, EPSILON, 1, DELTA, GAP, DIMENSION)
    moved = _follow(StoppedPerturbedDescent(limits, WELL.value), start, kicks, LONGEST)
    still = StoppedPerturbedDescent(replace(limits, radius=0.0), WELL.value)
    unmoved = _follow(still, start, kicks, LONGEST)
    hasty = StoppedPerturbedDescent(replace(limits, waiting=SHORT_WAIT), WELL.value)
    early = _follow(hasty, start, kicks, LONGEST)
    iota = math.log(DIMENSION * ELL * GAP / (RHO * EPSILON * DELTA))
    method = variant_of_2021(ELL, RHO, EPSILON, iota)
    later = _follow(method, start, variant, STEPS_OF_2021)
    values = {
        "chi": limits.chi,
        "radius_2017": limits.radius,
        "gradient_2017": limits.gradient,
        "decrease_2017": limits.decrease,
        "waiting_2017": limits.waiting,
        "mean_steps_2017": (~moved.stopped).sum(axis=0).mean(),
        "found_2017": int((moved.good.mean(axis=1) >= 1 / 2).argmax()),
        "found_2021": int((later.good.mean(axis=1) >= 1 / 2).argmax()),
        "iota": iota,
        "radius_2021": method.radius,
        "waiting_2021": method.waiting,
        "good_share_2021": later.good.mean(),
        "proved_iota": proved_iota(),
        "proved_steps": 100
        * proved_iota() ** 3
        * (proved_iota() * ELL + NEGATIVE)
        * GAP
        / EPSILON**2,
    }
    return {
        "published_values": scalars(values),
        "published_counts": counts(
            {
                "2017": moved.stopped[-1] & moved.good[-1],
                "2021": later.good[-1],
                "2017 with a short wait": early.stopped[-1] & early.good[-1],
                "2017 with radius 0": unmoved.stopped[-1] & unmoved.good[-1],
            }
        ),
        "published_runs": pd.concat(
            [_shares("2017", moved), _shares("2021", later), _shares("radius 0", unmoved)],
            ignore_index=True,
        ),
    }


def proved_iota() -> int:
    """The least whole ι with 25600ι⁵ℓ√dΔ ≤ 2^ι δε²."""
    size = 25600 * ELL * math.sqrt(DIMENSION) * GAP / (DELTA * EPSILON**2)
    return next(iota for iota in count(1) if size * iota**5 <= 2**iota)


def second_order(x: np.ndarray) -> np.ndarray:
    """Whether ‖∇f‖ ≤ ε and λ_min(∇²f) ≥ −√(ρ ε) at points (replicas, 2); shape (replicas,)."""
    flat = np.linalg.norm(WELL.grad(x), axis=-1) <= EPSILON
    return flat & (np.linalg.eigvalsh(WELL.hess(x))[:, 0] >= -NEGATIVE)


@dataclass(frozen=True)
class _Runs:
    """Whether each replica is at a second-order point, and has stopped; shape (steps + 1,
    replicas). What a stopped replica holds is what it returns."""

    good: np.ndarray
    stopped: np.ndarray


def _follow(
    method: Optimizer, start: np.ndarray, generator: np.random.Generator, steps: int
) -> _Runs:
    states = islice(iterate(method, WELL.grad, start, generator), steps + 1)
    never = np.zeros(len(start), dtype=bool)
    marks = [(second_order(state.x), state.memory.get("stopped", never)) for state in states]
    good, stopped = map(np.array, zip(*marks, strict=True))
    return _Runs(good, stopped)


def _shares(method: str, runs: _Runs) -> pd.DataFrame:
    shares = {"second_order": runs.good.mean(axis=1), "stopped": runs.stopped.mean(axis=1)}
    return pd.DataFrame({"method": method, "step": np.arange(len(runs.good)), **shares})
