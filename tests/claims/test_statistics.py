"""Intervals of what experiments measure, against SciPy's and against what they promise."""

import math

import numpy as np
import pytest
from scipy import stats

from provenscape.claims.statistics import (
    FALSE_ALARM,
    QUANTILE,
    counts,
    dkw_half_width,
    half_width,
    share,
    slope,
)
from provenscape.kernel import CONFIDENCE

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


def test_the_confidence_is_one_less_a_millionth():
    assert CONFIDENCE.__class__(1, 10**6) == 1 - CONFIDENCE
    assert pytest.approx(1e-6, rel=1e-12) == FALSE_ALARM
    assert math.erfc(QUANTILE / math.sqrt(2)) == pytest.approx(1e-6, rel=1e-9)


@pytest.mark.parametrize("trials", [1, 100, 40_000])
def test_the_band_about_a_distribution_function_is_massarts(trials):
    width = dkw_half_width(trials)
    assert 2 * math.exp(-2 * trials * width**2) == pytest.approx(1e-6, rel=1e-9)


def test_no_trials_have_no_band():
    with pytest.raises(ZeroDivisionError):
        dkw_half_width(0)


def test_a_slope_is_that_of_the_least_squares_line_in_every_row():
    x, y = GENERATOR.normal(size=6), GENERATOR.normal(size=(3, 6))
    known = [np.polyfit(x, row, 1)[0] for row in y]
    np.testing.assert_allclose(slope(x, y), known)
    np.testing.assert_allclose(slope(x, 3 - 2 * x), -2)


def test_the_slope_through_one_point_is_no_number():
    with np.errstate(invalid="ignore"):
        assert np.isnan(slope(np.array([2.0]), np.array([5.0])))


def test_one_replica_gives_no_interval():
    with np.errstate(invalid="ignore"), pytest.warns(RuntimeWarning, match="Degrees of freedom"):
        width = half_width(np.array([[1.0], [2.0]]), np.array([1, -1]))
    assert np.isnan(width)  # and so no test passes on it
    assert not abs(0.0) <= width


def test_a_missing_number_gives_no_interval():
    width = half_width(np.array([[1.0, np.nan, 2.0]]), np.ones(1))
    assert np.isnan(width)


def test_the_weights_and_the_number_of_replicas_scale_an_interval():
    one = half_width(GROUPS, np.array([1, -1]))
    assert half_width(GROUPS, np.array([2, -2])) == pytest.approx(2 * one)
    assert half_width(np.tile(GROUPS, 4), np.array([1, -1])) < one / 1.9


def test_student_is_exact_for_one_group():
    known = stats.t.interval(1 - FALSE_ALARM, 29, GROUPS[0].mean(), stats.sem(GROUPS[0]))
    assert half_width(GROUPS[:1], np.ones(1)) == pytest.approx((known[1] - known[0]) / 2)


@pytest.mark.parametrize(("hits", "trials"), [(0, 50), (50, 50), (1, 1), (0, 1)])
def test_intervals_of_none_and_all_end_at_the_border(hits, trials):
    found = share(np.arange(trials) < hits)
    low, high = stats.binomtest(hits, trials).proportion_ci(1 - FALSE_ALARM)
    assert (found["low"], found["high"]) == pytest.approx((low, high), rel=1e-9, abs=2e-12)
    assert found["low"] == 0 if hits == 0 else found["high"] == 1


def test_a_share_of_no_trials_is_refused():
    with pytest.raises(ZeroDivisionError):
        share(np.zeros(0, dtype=bool))


def test_counts_are_of_each_setting_by_its_name_and_in_order():
    table = counts({"b": np.array([[True, False], [True, True]]), "a": np.zeros(3, dtype=bool)})
    assert table.to_dict("list") == {"setting": ["b", "a"], "successes": [3, 0], "trials": [4, 3]}
    assert counts({}).empty and list(counts({})) == ["setting", "successes", "trials"]
