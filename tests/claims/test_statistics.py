"""Intervals of what experiments measure, against SciPy's and against what they promise."""

import numpy as np
import pytest
from scipy import stats

from provenscape.claims.statistics import FALSE_ALARM, half_width, share, slope

GENERATOR = np.random.default_rng(5)
GROUPS = GENERATOR.normal(size=(2, 30)) * [[1], [3]]


def test_the_interval_of_a_difference_is_that_of_welch():
    known = stats.ttest_ind(*GROUPS, equal_var=False).confidence_interval(1 - FALSE_ALARM)
    difference = GROUPS[0].mean() - GROUPS[1].mean()
    width = half_width(GROUPS, np.array([1, -1]))
    assert (difference - width, difference + width) == pytest.approx(tuple(known))


def test_without_spread_the_interval_is_a_point():
    assert half_width(np.ones((3, 8)), np.array([1, -2, 1])) == 0


def test_a_slope_is_a_sum_with_the_weights_that_slopes_of_unit_vectors_are():
    x, y = GENERATOR.normal(size=(2, 6))
    assert slope(x, np.eye(6)) @ y == pytest.approx(slope(x, y))


def test_a_share_lies_in_the_exact_interval_that_scipy_gives():
    found = share(np.arange(100) < 90)
    known = stats.binomtest(90, 100).proportion_ci(1 - FALSE_ALARM)
    assert (found["low"], found["high"]) == pytest.approx((known.low, known.high))
    assert (found["successes"], found["trials"], found["share"]) == (90, 100, 0.9)
