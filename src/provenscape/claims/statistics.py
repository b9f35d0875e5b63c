"""Confidence in what experiments measure: one level for all tests, bands and intervals.

Every empirical test of the project is made at `CONFIDENCE`, which the kernel fixes. By the union
bound a family of m such tests raises a false alarm with probability at most m · 10⁻⁶.
"""

import math

import numpy as np
import pandas as pd
from scipy.special import ndtri, stdtrit

from provenscape.kernel import CONFIDENCE
from provenscape.kernel.statistical import interval

FALSE_ALARM = float(1 - CONFIDENCE)
QUANTILE = -float(ndtri(FALSE_ALARM / 2))  # of the normal distribution, on both sides


def dkw_half_width(trials: int) -> float:
    """Half the width of the band about an empirical distribution function that holds everywhere.

    P(sup |F_n − F| > w) ≤ 2 exp(−2 n w²), for any F, continuous or not. Massart (1990).
    """
    return math.sqrt(math.log(2 / FALSE_ALARM) / (2 * trials))


def slope(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Least-squares slopes of y, shape (..., k), over x, shape (k,); shape (...)."""
    centred = x - x.mean()
    return (y * centred).sum(axis=-1) / (centred**2).sum()


def half_width(samples: np.ndarray, weights: np.ndarray) -> float:
    """Half the width of the interval at `CONFIDENCE` of Σ wᵢ × the mean of group i.

    `samples` has shape (groups, replicas) and `weights` (groups,). Student's, with the degrees of
    freedom of Welch and Satterthwaite, so that the groups may differ in variance; like any such
    interval it is exact for normal samples and holds for others as they become many.
    """
    parts = np.square(weights) * samples.var(axis=1, ddof=1) / samples.shape[1]
    variance = parts.sum()
    if not variance:
        return 0.0
    freedom = variance**2 * (samples.shape[1] - 1) / np.square(parts).sum()
    return -float(stdtrit(freedom, FALSE_ALARM / 2) * math.sqrt(variance))


def counts(rows: dict[str, np.ndarray]) -> pd.DataFrame:
    """Return a table setting, successes, trials from outcomes (booleans), one array a setting."""
    return pd.DataFrame(
        {
            "setting": list(rows),
            "successes": [int(np.count_nonzero(outcome)) for outcome in rows.values()],
            "trials": [outcome.size for outcome in rows.values()],
        }
    )


def share(outcome: np.ndarray) -> dict[str, float]:
    """Return successes, trials, share and the exact binomial interval low, high of an array of
    booleans."""
    successes = int(np.count_nonzero(outcome))
    low, high = map(float, interval(successes, outcome.size, CONFIDENCE))
    counted = {"successes": successes, "trials": outcome.size}
    return counted | {"share": successes / outcome.size, "low": low, "high": high}
