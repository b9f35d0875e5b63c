"""Oracle calls on the chain are never below the bound, and grow in proportion to it."""

from functools import cache

import numpy as np
import pandas as pd
import published
import pytest
from scipy.optimize import minimize_scalar

from provenscape.study.loading import load

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


def follows_its_law(rates: pd.DataFrame, queries: pd.DataFrame) -> bool:
    """Counts within a twelfth of a + bT, with what the table says of a and b, from raw counts."""
    for row in rates.itertuples():
        raw = queries[queries["method"] == row.method]
        off = abs((row.constant + row.each * raw["length"]) / raw["queries"] - 1).max()
        if not (off < 1 / 12 and off == pytest.approx(row.off_line, abs=1e-6)):
            return False
    return len(rates) == 6


def test_queries_grow_in_proportion_to_the_length(found):
    rates, queries = found["chain_exponents"], found["chain_queries"]
    assert follows_its_law(rates, queries)
    assert not follows_its_law(rates.assign(each=1.1 * rates["each"]), queries)
    squared = queries.assign(queries=queries["queries"] * queries["length"] / 8)
    assert not follows_its_law(rates, squared)
    assert (rates["each"] >= 1 - 1e-9).all()  # a coordinate a query at most


def test_who_is_not_steady_is_said_to_fail(found):
    """The criterion as it was set, from raw counts: a failure is told, not excused."""
    rates = found["chain_exponents"].set_index("method")
    caption = load(published.ROOT / "figures" / CHAPTER / "chain_progress.py").CAPTION
    for method, raw in found["chain_queries"].groupby("method"):
        each = (raw["queries"].diff() / raw["length"].diff()).dropna().to_numpy()
        steady = abs(each[-1] / each[0] - 1) <= 1 / 8
        assert rates.loc[method, "steady"] == steady
        assert steady or f"fails for {method}" in caption
    unsteady = found["chain_values"].set_index("name").loc["unsteady", "value"]
    assert unsteady == (~rates["steady"]).sum()


@cache
def power_of(lengths: tuple[float, ...], counts: tuple[float, ...]) -> float:
    """γ again: for each γ the best a and b of a + bT^γ are linear."""
    length, count = np.array(lengths), np.array(counts)

    def left(power: float) -> float:
        design = np.stack([np.ones_like(length), length**power], axis=1) / count[:, None]
        law = np.linalg.lstsq(design, np.ones_like(count), rcond=None)[0]
        return float(((design @ law - 1) ** 2).sum())

    grid = np.linspace(0.3, 2, 171)
    best = grid[np.argmin([left(power) for power in grid])]
    bounds = (best - 0.01, best + 0.01)
    return float(minimize_scalar(left, bounds=bounds, method="bounded", options={"xatol": 1e-9}).x)


def has_ranges(rates: pd.DataFrame, queries: pd.DataFrame) -> bool:
    """The exponents, and their ranges over all lengths but one, from the raw counts."""
    for row in rates.itertuples():
        raw = queries[queries["method"] == row.method]
        length, count = (tuple(raw[name].astype(float)) for name in ("length", "queries"))
        every = power_of(length, count)
        powers = [
            power_of(length[:i] + length[i + 1 :], count[:i] + count[i + 1 :])
            for i in range(len(count))
        ]
        told = np.array([row.exponent, row.low, row.high]) / row.theory
        if not np.allclose(told, [every, min(powers), max(powers)], atol=1e-3):
            return False
    return True


def test_exponents_have_ranges(found):
    rates, queries = found["chain_exponents"], found["chain_queries"]
    assert has_ranges(rates, queries)
    for column in ("exponent", "low", "high"):
        assert not has_ranges(rates.assign(**{column: rates[column] + 0.01}), queries)


def test_a_law_that_is_known_is_found():
    """γ of counts made by a + bT^γ, which no straight line in logarithms has."""
    growth = load(published.ROOT / "experiments" / CHAPTER / "chain_progress.py").growth
    length = np.array([8.0, 12, 16, 24, 32, 48])
    for power in (0.8, 1.0, 1.3):
        assert growth(length, 30 + 4 * length**power) == pytest.approx(power, abs=1e-6)


def test_with_the_same_step_all_coordinates_pushed_at_once_take_few_queries(found):
    values = found["chain_values"].set_index("name")["value"]
    assert values["pushed_at_once"] < values["length"] == values["with_step_one"]
    x, queries = 0.0, 0
    while values["length"] ** 0.5 * (slope := np.exp((1 - x**2) / 2)) > 1:  # Φ'(x), and ‖∇f‖
        x, queries = x + slope, queries + 1
    assert values["pushed_at_once"] == queries
    assert values["off_line"] == found["chain_exponents"]["off_line"].max()


def test_the_constants_are_below_those_used(found):
    rows = found["chain_constants"].set_index("name")
    assert (rows["low"] <= rows["high"]).all() and (rows["low"] <= rows["bound"]).all()
    others = rows.drop(index="Φ''")  # whose supremum is 1, attained: to the tolerance
    assert (others["high"] < others["bound"]).all()
    assert rows.loc["Φ''", "high"] == pytest.approx(1, abs=1e-4)
    assert rows.loc["gradient", "low"] > 133 and rows.loc["Hessian", "low"] > 1890
