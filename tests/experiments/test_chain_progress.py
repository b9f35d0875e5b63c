"""Oracle calls on the chain are never below the bound, and grow in proportion to it."""

import numpy as np
import pandas as pd
import pytest

CHAPTER = "hardness"


@pytest.fixture
def found(tables):
    return tables("chain_progress")


def keeps_to_the_bound(queries: pd.DataFrame, course: pd.DataFrame) -> bool:
    unfinished = course["found"] < course["found"].max()
    return bool(
        (queries["queries"] >= queries["length"]).all()
        and (queries["found"] == queries["length"]).all()
        and (course["found"] <= course["query"]).all()
        and (course.loc[unfinished, "gradient"] > 1).all()
    )


def test_no_method_asks_for_fewer_points_than_the_chain_is_long(found):
    assert keeps_to_the_bound(found["chain_queries"], found["chain_progress"])
    faster = found["chain_queries"].assign(queries=found["chain_queries"]["length"] - 1)
    assert not keeps_to_the_bound(faster, found["chain_progress"])
    ahead = found["chain_progress"].assign(found=found["chain_progress"]["query"] + 1)
    assert not keeps_to_the_bound(found["chain_queries"], ahead)


def test_the_trust_region_attains_the_bound(found):
    attained = found["chain_queries"].query("method == 'trust region'")
    assert (attained["queries"] == attained["length"]).all()


def test_queries_grow_in_proportion_to_the_length(found):
    rates = found["chain_exponents"].set_index("method")
    apart = abs(rates["each_last"] / rates["each_first"] - 1)
    longest = found["chain_queries"].groupby("method")["length"].max()
    refused = {"adaptive cubic"} if longest["adaptive cubic"] == 128 else set()
    assert set(rates.index[apart >= 1 / 8]) == refused  # as the experiment says
    assert (rates.loc[sorted(refused), "each_last"] < 3).all()
    assert (rates["off_line"] < 1 / 12).all()
    assert (
        (rates["first"] <= rates["last"] + 1e-8) & (rates["last"] < rates["theory"] + 0.01)
    ).all()


def in_the_windows(rates: pd.DataFrame, queries: pd.DataFrame) -> bool:
    """The ranges, from the raw counts; none is above theory, to which they rise."""
    for row in rates.itertuples():
        raw = queries[queries["method"] == row.method]
        length, count = np.log(raw[["length", "queries"]].to_numpy()).T
        apart = np.subtract.outer(length, length)
        steeper = np.subtract.outer(count, count)
        wide = apart >= np.log(2) - 1e-9
        slopes = steeper[wide] / apart[wide] * row.theory
        if not np.allclose([slopes.min(), slopes.max()], [row.low, row.high], rtol=1e-9):
            return False
        if not row.high <= row.theory + 0.01:
            return False
    return len(rates) == 6


def test_exponents_have_ranges_over_the_windows_of_accuracy(found):
    rates, queries = found["chain_exponents"], found["chain_queries"]
    assert in_the_windows(rates, queries)
    assert not in_the_windows(rates.assign(low=rates["low"] - 0.01), queries)
    assert not in_the_windows(rates.assign(theory=1.2), queries)


def test_with_the_same_step_all_coordinates_pushed_at_once_take_few_queries(found):
    values = found["chain_values"].set_index("name")["value"]
    assert values["pushed_at_once"] < values["length"] <= values["with_step_one"]


def test_the_constants_are_below_those_used(found):
    rows = found["chain_constants"].set_index("name")
    assert (rows["low"] <= rows["high"]).all() and (rows["low"] <= rows["bound"]).all()
    others = rows.drop(index="Φ''")  # whose supremum is 1, attained: to the tolerance
    assert (others["high"] < others["bound"]).all()
    assert rows.loc["Φ''", "high"] == pytest.approx(1, abs=1e-4)
    assert rows.loc["gradient", "low"] > 133 and rows.loc["Hessian", "low"] > 1890
