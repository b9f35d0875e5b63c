"""Counts that claims are judged on have as many trials as declared, and exact intervals."""

import numpy as np
import published
import pytest
from scipy.special import betaincinv

from provenscape.claims.statistics import FALSE_ALARM
from provenscape.study.loading import load

MADE = {f"{one.chapter}/{table}": one for one in published.EXPERIMENTS for table in one.tables}
COUNTED = sorted(name for name in MADE if name.endswith(("_counts", "_shares", "_budgets")))


def sizes(value):
    """All whole numbers in what an experiment declares."""
    if isinstance(value, dict):
        return {n for part in (*value, *value.values()) for n in sizes(part)}
    if isinstance(value, list | tuple):
        return {n for part in value for n in sizes(part)}
    return {value} if isinstance(value, int) and not isinstance(value, bool) else set()


@pytest.mark.parametrize("name", COUNTED)
def test_trials_are_as_many_as_declared_and_intervals_are_exact(name):
    if not published.is_built(MADE[name]):
        pytest.skip("the table is not built, or older than its code")
    table = published.table(name)
    if "trials" not in table:
        pytest.skip("it has no trials")
    successes, trials = table["successes"], table["trials"]
    assert ((successes >= 0) & (successes <= trials)).all()
    constants = {k: v for k, v in vars(load(MADE[name].path)).items() if k.isupper()}
    declared = sorted(sizes(list(constants.values())))
    declared = {a * b for a in declared for b in (1, *declared)}
    if not name.endswith("field_group_counts"):  # of these the points are counted
        assert set(trials) <= declared
    if "low" in table:
        inside = (successes > 0, successes < trials)
        low = betaincinv(np.maximum(successes, 1), trials - successes + 1, FALSE_ALARM / 2)
        high = betaincinv(successes + 1, np.maximum(trials - successes, 1), 1 - FALSE_ALARM / 2)
        np.testing.assert_allclose(table["low"], np.where(inside[0], low, 0), rtol=1e-4)
        np.testing.assert_allclose(table["high"], np.where(inside[1], high, 1), rtol=1e-4)
