"""Confidence in what experiments measure: one level for all tests, bands and bootstrap intervals.

Every empirical test of the project is made at `CONFIDENCE`, which the kernel fixes. By the union
bound a family of m such tests raises a false alarm with probability at most m · 10⁻⁶.
"""

import math
from collections.abc import Callable

import numpy as np
import pandas as pd
import sympy as sp
from scipy.stats import norm

from provenscape.kernel import CONFIDENCE
from provenscape.kernel.statistical import interval

FALSE_ALARM = float(1 - CONFIDENCE)
QUANTILE = float(norm.isf(FALSE_ALARM / 2))  # of the normal distribution, on both sides


def dkw_half_width(trials: int) -> float:
    """Half the width of the band about an empirical distribution function that holds everywhere.

    P(sup |F_n − F| > w) ≤ 2 exp(−2 n w²), for any F, continuous or not. Massart (1990).
    """
    return math.sqrt(math.log(2 / FALSE_ALARM) / (2 * trials))


def slope(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Least-squares slopes of y, shape (..., k), over x, shape (k,); shape (...)."""
    centred = x - x.mean()
    return (y * centred).sum(axis=-1) / (centred**2).sum()


def bootstrap_interval(
    samples: np.ndarray,
    statistic: Callable[[np.ndarray], np.ndarray],
    generator: np.random.Generator,
    rounds: int = 1000,
    level: float = 0.99,
) -> tuple[float, float]:
    """Return the basic bootstrap interval of a statistic of the groups' means. Efron (1979).

    `samples` has shape (groups, replicas); each group is resampled by itself, `rounds` times.
    `statistic` maps means of shape (..., groups) to shape (...).
    """
    groups, replicas = samples.shape
    means = np.empty((rounds, groups))
    for group in range(groups):
        weights = generator.multinomial(replicas, np.full(replicas, 1 / replicas), size=rounds)
        means[:, group] = weights @ samples[group] / replicas
    centre = statistic(samples.mean(axis=1))
    low, high = np.quantile(statistic(means), [(1 - level) / 2, (1 + level) / 2])
    return float(2 * centre - high), float(2 * centre - low)


def counts(rows: dict[str, np.ndarray]) -> pd.DataFrame:
    """Return a table setting, successes, trials from outcomes (booleans), one array a setting."""
    return pd.DataFrame(
        {
            "setting": list(rows),
            "successes": [int(np.count_nonzero(outcome)) for outcome in rows.values()],
            "trials": [outcome.size for outcome in rows.values()],
        }
    )


def share(outcome: np.ndarray, confidence: sp.Rational = CONFIDENCE) -> dict[str, float]:
    """Return successes, trials, share and the exact binomial interval low, high of an array of
    booleans."""
    successes = int(np.count_nonzero(outcome))
    low, high = map(float, interval(successes, outcome.size, confidence))
    counted = {"successes": successes, "trials": outcome.size}
    return counted | {"share": successes / outcome.size, "low": low, "high": high}
