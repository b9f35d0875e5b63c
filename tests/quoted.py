"""The numbers that captions quote, and intervals, by another computation than the experiments'."""

import math
import string

import numpy as np
import published
import pytest
from scipy.special import stdtrit

from provenscape.claims.statistics import FALSE_ALARM
from provenscape.study import registry

FIGURES = registry.figures(published.ROOT)


def asked(name):
    """The names that captions, notes and words ask of a table."""
    texts = [f.caption + f.notes + f.alt for f in FIGURES if f.values == name]
    return {key for text in texts for _, key, _, _ in string.Formatter().parse(text) if key}


def check(name, expected, elsewhere=()):
    """The table has these numbers, to seven digits, and captions ask for no others of it."""
    found = published.table(name).set_index("name")["value"]
    assert (asked(name) & set(found.index)) - set(expected) - set(elsewhere) == set()
    for key, number in expected.items():
        within = 1e-9 if abs(number) > 1e-6 else 1e-40  # differences of numbers of nine digits
        assert float(found[key]) == pytest.approx(number, rel=2e-7, abs=within), key


def half(samples, weights=(1.0,)):
    """Half the width of Welch's interval of Σ wᵢ × mean of row i."""
    samples = np.atleast_2d(samples)
    count = samples.shape[1]
    parts = np.square(weights) * samples.var(axis=1, ddof=1) / count
    freedom = parts.sum() ** 2 * (count - 1) / (parts**2).sum()
    return -stdtrit(freedom, FALSE_ALARM / 2) * math.sqrt(parts.sum())


def around(samples):
    """A mean with its ends."""
    mean, width = np.mean(samples), half(samples)
    return {"": mean, "_low": mean - width, "_high": mean + width}
