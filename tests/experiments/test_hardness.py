"""Each reduction is right on all its instances and its control is not; tampered tables are told."""

import numpy as np
import pandas as pd
import pytest

CHAPTER = "hardness"
REDUCTIONS = {
    "quartic", "one ReLU", "clique value", "clique descent", "local minimum", "sextic descent",
    "three units",
}  # fmt: skip


def is_accepted(tables: dict[str, pd.DataFrame]) -> bool:
    """The acceptance test of the experiment, from its tables alone."""
    checks, values = tables["reduction_checks"], tables["reduction_values"]
    total = checks.drop(columns="size").groupby("reduction").sum()
    truth = values.groupby("n")["difference"].agg(lambda d: (d == 0).sum())
    listed = [
        checks[checks["reduction"] == name].set_index("size") for name in ("quartic", "one ReLU")
    ]
    right = (
        set(total.index) == REDUCTIONS
        and (checks["agreements"] == checks["instances"]).all()
        and ((total["yes"] > 0) & (total["yes"] < total["instances"])).all()
        and all((rows["yes"] == truth).all() for rows in listed)
    )
    numbers = [np.array(list(map(int, text.split()))) for text in values["numbers"]]
    squares = np.array([(a**2).sum() for a in numbers])
    low = values["difference"] ** 2 / (1 + squares)
    between = all(
        ((values[name] >= low - 1e-12) & (values[name] <= values["difference"] ** 2 + 1e-12)).all()
        for name in ("quartic", "relu")
    )
    minima = tables["reduction_minima"]
    n = minima["vertices"]
    stationary = (  # 4u'Mu + 6|x|⁶ = 0 there, and a clique of more than k vertices gives the value
        (minima["form"] < 0).all()
        and (minima["slope"] < 1e-7).all()
        and np.allclose(3 * minima["value"], minima["form"], rtol=1e-6)
        and (minima["value"] <= -(4 / 27) / n**3 * (1 - 1e-9)).all()
    )
    return bool(
        right
        and between
        and stationary
        and np.allclose(values["relu"], low, rtol=1e-12, atol=1e-12)
    )


def test_each_reduction_is_right_on_all_instances(tables):
    assert is_accepted(tables("reductions"))


def test_each_wrong_reduction_is_caught(tables):
    checks = tables("reductions")["reduction_checks"]
    total = checks.drop(columns="size").groupby("reduction").sum()
    assert (total["control"] < total["instances"]).all()
    assert (total["control"] + total["wrong_yes"] + total["wrong_no"] == total["instances"]).all()


def test_each_wrong_reduction_errs_both_ways(tables):
    total = tables("reductions")["reduction_checks"].groupby("reduction").sum()
    assert (total["wrong_yes"] > 0).all() and (total["wrong_no"] > 0).all()


def test_all_instances_are_there(tables):
    checks = tables("reductions")["reduction_checks"].set_index(["reduction", "size"])["instances"]
    assert [checks["quartic", n] for n in (1, 2, 3, 4)] == [4, 10, 20, 35]  # C(n + 3, n)
    assert [checks["clique value", n] for n in (1, 2, 3, 4)] == [1, 4, 24, 256]  # n 2^(n(n-1)/2)
    assert [checks["three units", n] for n in (2, 3)] == [8, 128]  # 2^(2^n − 1)
    assert [checks["sextic descent", n] for n in (1, 2, 3, 4)] == [1, 4, 24, 256]


@pytest.mark.parametrize(
    ("table", "column", "row", "change"),
    [
        ("reduction_checks", "agreements", 0, -1),
        ("reduction_checks", "yes", 12, 1),
        ("reduction_values", "quartic", 5, -0.5),
        ("reduction_values", "relu", 5, 0.01),
        ("reduction_values", "difference", 5, 1),
        ("reduction_minima", "form", 3, 1),
        ("reduction_minima", "value", 3, -0.01),
    ],
)
def test_a_tampered_table_is_told(tables, table, column, row, change):
    found = {name: frame.copy() for name, frame in tables("reductions").items()}
    found[table][column] = found[table][column].astype(float)
    found[table].loc[row, column] += change
    assert not is_accepted(found)


def test_what_is_drawn_is_what_is_claimed(tables):
    found = tables("reductions")
    rays = found["reduction_rays"]
    falls = rays[rays["s"] > 0].groupby("k")["value"].min() < 0
    assert dict(falls) == {1: True, 2: True, 3: False, 4: False}
    assert dict(rays.groupby("k")["minimum"].all()) == {1: False, 2: False, 3: True, 4: True}
    maps = found["reduction_maps"].groupby("panel")["z"].min()
    numbers = dict(found["reduction_numbers"].itertuples(index=False))
    assert numbers["gap"] == pytest.approx(numbers["least_relu"]) == pytest.approx(1 / 6)
    assert numbers["least_quartic"] <= maps["quartic"] < 1.02 * numbers["least_quartic"]
    assert numbers["least_relu"] <= maps["relu"] < 1.02 * numbers["least_relu"]
