"""One epoch of perturbed descent with the constants of its lemma, on the weakest saddles.

Design. Lemma 20 of Jin et al. (2021), the named fact perturbed-descent-gains-an-epoch: where ‖∇f‖ ≤
ε and λ_min ≤ −√(ρε), a perturbation uniform in the ball of radius ε/(400ι³ℓ) and then ιℓ/√(ρε)
steps of length 1/ℓ lower f by √(ε³/ρ)/(100ι³), but for probability (ℓ√d/√(ρε)) ι² 2^(8−ι). For each
setting ι is the least, in whole steps, for which this is at most δ = 1/100. Instances, ℓ = 1, from
x = 0, where λ_min = −√(ρε), the weakest curvature that the lemma admits:
    one direction   ½(x₁² + … + x_{d−1}²) + ε cos x_d; ρ = ε
    half of them    ½ Σ x_i² over the first half, ε Σ cos x_i over the second; ρ = ε
    weak curvature  ½ Σ a_i x_i² + ε cos x_d with a_i from ε to 1, geometric; ρ = ε
    a bump          ½(x₁² + … + x_{d−1}²) + γ exp(−x_d²/2), γ = 1.39 ε; ρ = 1.39 γ, as the third
                    derivative of exp(−x²/2) is at most 1.3802
Dimensions 4, 32, 256 (full: to 1024) with ε = 1/16, and ε = 1/64, 1/256 with d = 32. Recorded: the
share of runs that gain within the epoch; the step by which 99 % of the runs have gained, as a share
of the epoch; how many of the lemma's gains f has fallen by at the end of the epoch. (The bound on
all steps counts (f(0) − f*)/gain epochs.)

Acceptance. p ≥ 99/100 for one direction at d = 256 and for the others at d = 32. In every setting
the lemma's epoch is at most three times what 99 % of the runs need, and f falls by a million gains
at least.

Negative control. Two fifths of ι, with the radius, the epoch and the gain that belong to it, are
too few for most runs. (In trials with other seeds none gained with a third, and 90 % with half.)
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from provenscape.claims.statistics import counts
from provenscape.models.optimizers import uniform_ball

TABLES = ("published_epochs", "published_epoch_counts")
PARAMETERS = {
    "quick": {"replicas": 300, "trials": 2_000, "dimensions": [4, 32, 256]},
    "full": {"replicas": 1_000, "trials": 4_000, "dimensions": [4, 32, 256, 1024]},
}

ELL, DELTA = 1, 1 / 100
EPSILON, SMALLER = 1 / 16, (1 / 64, 1 / 256)
DIMENSION, HIGH = 32, 256
BUMP = 1.39
BLOCK = 1 << 15  # coordinates that are advanced together
Field = Callable[[np.ndarray], np.ndarray]


@dataclass(frozen=True)
class Saddle:
    """A function of d variables with a saddle at 0: what it falls below f(0), and its gradient."""

    rho: float
    fall: Field
    gradient: Field


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return published_epochs (instance, dimension, epsilon, iota, epoch, gained: a share of the
    runs, needed: the step by which 99 % gained over the epoch's steps, empty if fewer did, surplus:
    the median fall at the end of the epoch over the lemma's) and published_epoch_counts."""
    generator = np.random.default_rng(seed)
    settings = [(d, EPSILON) for d in parameters["dimensions"]]
    settings += [(DIMENSION, epsilon) for epsilon in SMALLER]
    rows = []
    for name, make in SADDLES.items():
        for dimension, epsilon in settings:
            saddle = make(dimension, epsilon)
            epoch, iota = constants(saddle.rho, epsilon, dimension)
            steps, surplus = gains(
                saddle, epsilon, iota, epoch, dimension, parameters["replicas"], generator
            )
            late = float(np.quantile(steps, 99 / 100, method="higher"))
            rows.append(
                {
                    "instance": name,
                    "dimension": dimension,
                    "epsilon": epsilon,
                    "iota": iota,
                    "epoch": epoch,
                    "gained": float((steps <= epoch).mean()),
                    "needed": late / epoch if late <= epoch else math.nan,
                    "surplus": float(np.median(surplus)),
                }
            )
    trials = parameters["trials"]
    outcomes = {
        name: _succeeds(name, HIGH if name == "one direction" else DIMENSION, 1, trials, generator)
        for name in SADDLES
    }
    outcomes["two fifths of iota"] = _succeeds("one direction", HIGH, 2 / 5, trials, generator)
    return {
        "published_epochs": pd.DataFrame(rows),
        "published_epoch_counts": counts(outcomes),
    }


def constants(rho: float, epsilon: float, dimension: int, share: float = 1) -> tuple[int, float]:
    """The steps of an epoch and ι: the least with failure probability at most δ, times `share`."""
    steps_per_iota = ELL / math.sqrt(rho * epsilon)
    epoch = math.ceil(steps_per_iota)
    while failure(epoch / steps_per_iota, steps_per_iota, dimension) > DELTA:
        epoch += 1
    epoch = math.ceil(epoch * share)
    return epoch, epoch / steps_per_iota


def failure(iota: float, steps_per_iota: float, dimension: int) -> float:
    """The lemma's bound of the probability that an epoch does not gain; it may exceed 1."""
    return steps_per_iota * math.sqrt(dimension) * iota**2 * 2.0 ** (8 - iota)


def gains(
    saddle: Saddle,
    epsilon: float,
    iota: float,
    epoch: int,
    dimension: int,
    replicas: int,
    generator: np.random.Generator,
) -> tuple[np.ndarray, np.ndarray]:
    """The step by which f has fallen by what the lemma says, epoch + 1 if it has not, and how many
    times as much it has fallen at the end of the epoch.

    A step of length 1/ℓ never raises f, so that a gain is not lost again.
    """
    gain = math.sqrt(epsilon**3 / saddle.rho) / (100 * iota**3)
    x = uniform_ball(generator, replicas, dimension, epsilon / (400 * iota**3) / ELL)
    rows = max(BLOCK // dimension, 1)
    parts = [_run(saddle, gain, epoch, x[k : k + rows]) for k in range(0, replicas, rows)]
    steps, surplus = zip(*parts, strict=True)
    return np.concatenate(steps), np.concatenate(surplus)


def _run(saddle: Saddle, gain: float, epoch: int, x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The same of some replicas, few enough that all steps find them in the cache. Once all have
    gained, none of the steps that are left is late, and the fall is asked at the end alone."""
    steps, late = np.ones(len(x), dtype=int), np.ones(len(x), dtype=bool)
    for _ in range(epoch):
        x -= saddle.gradient(x)  # ℓ = 1
        if late.any():
            late = saddle.fall(x) < gain
            steps += late
    return steps, saddle.fall(x) / gain


def _succeeds(
    name: str, dimension: int, share: float, trials: int, generator: np.random.Generator
) -> np.ndarray:
    saddle = SADDLES[name](dimension, EPSILON)
    epoch, iota = constants(saddle.rho, EPSILON, dimension, share)
    steps, _ = gains(saddle, EPSILON, iota, epoch, dimension, trials, generator)
    return steps <= epoch


def _cosines(curvatures: np.ndarray, size: float, count: int) -> Saddle:
    """½ Σ a_i x_i² + size · Σ cos x_j, the sum over the last `count` variables."""

    def fall(x: np.ndarray) -> np.ndarray:
        bowl, top = x[:, :-count], x[:, -count:]
        return 2 * size * (np.sin(top / 2) ** 2).sum(axis=1) - bowl**2 @ curvatures / 2

    def gradient(x: np.ndarray) -> np.ndarray:
        slope = np.empty_like(x)
        bowl, top = slope[:, :-count], slope[:, -count:]
        np.multiply(curvatures, x[:, :-count], out=bowl)
        np.multiply(-size, np.sin(x[:, -count:], out=top), out=top)
        return slope

    return Saddle(size, fall, gradient)


def _bump(dimension: int, epsilon: float) -> Saddle:
    size = BUMP * epsilon

    def fall(x: np.ndarray) -> np.ndarray:
        return -size * np.expm1(-(x[:, -1] ** 2) / 2) - (x[:, :-1] ** 2).sum(axis=1) / 2

    def gradient(x: np.ndarray) -> np.ndarray:
        slope = x.copy()
        slope[:, -1] *= -size * np.exp(-(x[:, -1] ** 2) / 2)
        return slope

    return Saddle(BUMP * size, fall, gradient)


SADDLES: dict[str, Callable[[int, float], Saddle]] = {
    "one direction": lambda d, epsilon: _cosines(np.ones(d - 1), epsilon, 1),
    "half of them": lambda d, epsilon: _cosines(np.ones(d // 2), epsilon, d // 2),
    "weak curvature": lambda d, epsilon: _cosines(np.geomspace(epsilon, 1, d - 1), epsilon, 1),
    "a bump": _bump,
}
