"""Counts that claims are judged on have as many trials as declared, and exact intervals."""

import numpy as np
import published
import pytest
from scipy.special import betaincinv
from scipy.stats import binom, norm

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


def counted(name):
    """Successes and trials of each setting of a table."""
    return published.table(name).set_index("setting")[["successes", "trials"]]


def test_replicas_counted_as_out_are_those_of_the_distribution_function():
    rows = counted("saddle_escape/escape_counts")
    steps = published.table("saddle_escape/escape_steps").set_index(["setting", "step"])
    share = steps.loc[("perturbed", 100), "escaped"]
    assert rows["successes"]["perturbed"] == pytest.approx(share * rows["trials"]["perturbed"])


def test_runs_of_batches_counted_as_out_are_those_of_the_shares():
    rows = counted("saddle_escape/batch_noise_counts")
    table = published.table("saddle_escape/batch_noise_escape")
    for setting, shares in table.groupby("setting"):
        share = shares.set_index("step")["escaped"][100 if "along" in setting else 400]
        assert rows["successes"][setting] == pytest.approx(share * rows["trials"][setting])
        number = shares["escaped"] * rows["trials"][setting]
        np.testing.assert_allclose(number, number.round(), atol=1e-4)
        assert number.is_monotonic_increasing


def test_starts_that_all_problems_share_are_as_many_as_their_shares_allow():
    rows = counted("strict_saddle_problems/start_counts")
    shares = published.table("strict_saddle_problems/start_shares").set_index("problem")
    claimed = shares[shares["kind"] == "claimed"]["successes"]
    half = [*claimed.drop("completion"), shares["successes"]["completion, half observed"]]
    for setting, each in (("three quarters observed", claimed), ("half observed", half)):
        successes, trials = rows.loc[setting]
        assert trials - sum(trials - n for n in each) <= successes <= min(each)


def test_matrices_counted_as_definite_are_those_of_the_probabilities():
    rows = counted("random_landscapes/equal_variance_counts")
    table = published.table("random_landscapes/positive_definite_probability")
    share = table.query("n == 4 and method == 'Monte Carlo'").set_index("ensemble")["probability"]
    np.testing.assert_allclose(rows["successes"], share[rows.index] * rows["trials"], rtol=1e-8)


def levels():
    """Settings whose successes have a law that is known, and the chance of one."""
    a = 1e5 * (8 / 9) ** 100  # |y| over the radius of what is out after 100 steps
    points = published.table("random_landscapes/field_counts").set_index("field").loc["space"]
    groups = points["fields"] / 100
    some = np.arange(round(points["points"] / groups) - 10, round(points["points"] / groups) + 10)
    off = (1 / 4 - points["kac_rice_extrema"]) / points["extrema_error"] / np.sqrt(groups)
    fields = "random_landscapes/field_group_counts"
    definite = "random_landscapes/spin_glass_definite_counts"
    return {
        ("saddle_escape/escape_counts", "a thousandth of the radius"): (
            1 - (a * np.sqrt(1 - a * a) + np.arcsin(a)) * 2 / np.pi
        ),
        (fields, "fields"): norm.cdf(off),  # of a group, by its error
        (fields, "independent signs"): binom.cdf((some - 1) // 4, some, 1 / 4).mean(),
        (definite, "independent signs"): 1 / 8,
        (definite, "GOE matrices"): 1 / 4 - 1 / np.sqrt(2) / np.pi,
    }


def test_counts_are_at_the_levels_of_their_laws():
    for (name, setting), chance in levels().items():
        row = counted(name).loc[setting]
        low, high = binom.interval(1 - FALSE_ALARM, row["trials"], chance)
        assert low <= row["successes"] <= high, (name, setting)
