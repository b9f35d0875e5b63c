"""Directions on separable data and time in wells, judged from the tables; tampering is told."""

import numpy as np
import pytest

CHAPTER = "implicit_bias"
DIAGONAL = np.arctan2(1, 3)  # the angle from (2, 1) to (1, 1)
DESCENT = "gradient descent"


def directions_are_accepted(tables) -> bool:
    table, margins = tables["separable_directions"], tables["separable_margins"]
    last = table.groupby("method").last()
    course = table[table["method"] == DESCENT]
    total = margins["margin"] + np.exp(margins["margin"])
    first = -1 + np.exp(-1)
    step = margins["step"]
    within = ((first + step <= total + 1e-9) & (total <= first + 2 * step + 1e-9)).all()
    same = np.allclose(margins["margin"], 2 * course["u"].to_numpy() + course["v"].to_numpy())
    across = np.allclose(2 * course["v"] - course["u"], 3)
    plain = last.loc["Adam, ε = 0"]
    diagonal = abs(plain["move"] - DIAGONAL) < 1e-6
    nearer = abs(plain["angle"] - DIAGONAL) < abs(plain["angle"])
    back = (last.loc[["Adam, ε = 1e-08", "Adam, ε = 1"], "move"].abs() < 0.02).all()
    small = table[(table["method"] == "Adam, ε = 1e-08") & (table["step"] <= 20)].iloc[-1]
    before = abs(small["move"] - DIAGONAL) < 1e-6
    return bool(within and same and across and diagonal and nearer and back and before)


def wells_are_accepted(tables) -> bool:
    table = tables["time_in_wells"].set_index("noise")
    share = table["in_flat"] / table["runs"]
    error = 3 * np.sqrt(table["theory"] * (1 - table["theory"]) / table["runs"])
    near = ((share - table["theory"]).abs() <= error + 0.03 * (table["theory"] > 0)).all()
    other = table.loc["curvature", "theory"]
    apart = abs(share["isotropic"] - other) > error["isotropic"] + 0.03
    exact = abs(table.loc["isotropic", "theory"] - 2 / 3) < 1e-6
    return bool(near and apart and exact and table.loc["bounded", "in_flat"] == 0)


def test_descent_and_adam_go_in_the_directions_stated(tables):
    assert directions_are_accepted(tables("directions_on_separable_data"))


def test_an_eighth_of_the_rate_is_refuted(tables):
    margins = tables("directions_on_separable_data")["separable_margins"].iloc[-1]
    total = margins["margin"] + np.exp(margins["margin"])
    assert total > -1 + np.exp(-1) + 2 * margins["step"] / 8


def test_runs_are_in_the_wells_as_the_stationary_density_says(tables):
    assert wells_are_accepted(tables("time_in_wells"))


@pytest.mark.parametrize(
    ("table", "column", "change"),
    [
        ("separable_margins", "margin", 1.0),
        ("separable_directions", "u", 0.1),
        ("separable_directions", "move", 0.1),
    ],
)
def test_tampered_directions_are_told(tables, table, column, change):
    found = {n: t.copy() for n, t in tables("directions_on_separable_data").items()}
    found[table][column] += change
    assert not directions_are_accepted(found)


@pytest.mark.parametrize(
    ("noise", "count"), [("isotropic", 0.9), ("curvature", 0.9), ("label", 0.9), ("bounded", 1)]
)
def test_tampered_counts_are_told(tables, noise, count):
    found = {n: t.copy() for n, t in tables("time_in_wells").items()}
    table = found["time_in_wells"]
    table.loc[table["noise"] == noise, "in_flat"] = round(count * table["runs"].iloc[0])
    assert not wells_are_accepted(found)
