"""Queries of first-order methods on the chain with a Lipschitz Hessian are not below the bound."""

import numpy as np
import pandas as pd
import pytest

from provenscape.models.hard_instances import fitted

CHAPTER = "hardness"


@pytest.fixture
def found(tables):
    return tables("first_order_chain")


def keeps_to_the_bound(queries: pd.DataFrame, progress: pd.DataFrame) -> bool:
    return bool(
        (queries["queries"] >= queries["length"]).all()
        and (queries["found"] >= queries["length"]).all()
        and (progress["found"] <= progress["query"]).all()
        and (queries["least"] > 1).all()
    )


def grows(queries: pd.DataFrame) -> bool:
    return all(
        (np.diff(rows.sort_values("length")["queries"]) > 0).all()
        for _, rows in queries.groupby("method")
    )


def test_no_method_asks_for_fewer_points_than_the_bound(found):
    queries, progress = found["first_order_queries"], found["first_order_progress"]
    assert keeps_to_the_bound(queries, progress) and grows(queries)
    assert not keeps_to_the_bound(queries.assign(queries=queries["length"] - 1), progress)
    assert not keeps_to_the_bound(queries, progress.assign(found=progress["query"] + 1))
    assert not keeps_to_the_bound(queries.assign(least=0.99), progress)
    assert not grows(queries.assign(queries=100))


def test_lengths_are_those_that_the_constants_allow(found):
    for row in found["first_order_queries"].itertuples():
        accuracy, length = fitted(row.mu)
        assert row.length == length and row.accuracy == pytest.approx(accuracy, rel=1e-8)


def test_where_all_coordinates_are_pushed_at_once_fewer_are_enough(found):
    values = found["first_order_values"].set_index("name")["value"]
    assert values["from_one_half"] < values["longest"]
    longest = found["first_order_queries"].query("length == length.max()")
    assert (longest["queries"] >= values["longest"]).all()
