"""Each experiment of the chapter passes its acceptance test and its negative control."""

import numpy as np
import pandas as pd
import published
import pytest

from provenscape.models import landscapes
from provenscape.study.loading import load

CHAPTER = "critical_points"
FOLDER = published.ROOT / "experiments" / CHAPTER


@pytest.fixture
def surfaces(tables):
    return tables("surfaces")


@pytest.fixture
def points(tables):
    return tables("stationary_points")["stationary_points"]


@pytest.fixture
def sections(tables):
    return tables("saddle_sections")


@pytest.fixture
def permutation(tables):
    return tables("permutation_average")


def test_surfaces_are_finite_and_exact_at_the_origin(surfaces):
    for table, grid in surfaces.items():
        landscape = landscapes.get(table.removesuffix("_surface"))
        assert np.isfinite(grid["z"]).all()
        centre = grid[(grid["x"] == 0) & (grid["y"] == 0)]
        assert not centre.empty
        exact = landscape.expression.subs(landscape.at((0, 0)))
        assert (centre["z"] == float(exact)).all()


def antisymmetric(grid: pd.DataFrame) -> bool:
    z = grid.pivot(index="y", columns="x", values="z").to_numpy()
    return bool((z == -z.T).all())


def test_the_saddle_surface_changes_sign_under_exchange_and_the_bowl_does_not(surfaces):
    assert antisymmetric(surfaces["quadratic_saddle_surface"])
    assert not antisymmetric(surfaces["bowl_surface"])


def test_every_point_is_stationary_and_the_values_confirm_the_hessian_test(points):
    assert points["gradient_is_zero"].all()
    decided = points[points["hessian_test"] != "undecided"]
    assert len(decided) == 7
    assert (decided["hessian_test"] == decided["nature"]).all()


def test_one_hessian_belongs_to_points_of_different_nature(points):
    trio = points[points["landscape"].str.startswith("degenerate_")]
    assert (trio["eigenvalue_low"] == 0).all()
    assert (trio["eigenvalue_high"] == 2).all()
    assert (trio["hessian_test"] == "undecided").all()
    assert trio["nature"].tolist() == ["minimum", "saddle", "saddle"]


def test_connected_saddles_have_hessian_zero_and_both_signs_nearby(points):
    connected = points[points["landscape"].isin(["saddle_ring", "saddle_cross"])]
    saddles = connected[connected["nature"] == "saddle"]
    assert len(saddles) == 17
    assert (saddles[["eigenvalue_low", "eigenvalue_high"]] == 0).all(axis=None)
    assert (saddles["lowest"] < 0).all()
    assert (saddles["highest"] > 0).all()
    assert connected.set_index("nature").loc["minimum", "z"] == -1


def test_second_differences_of_the_sections_are_the_hessian_entries(sections):
    for (name, axis), curve in sections["axis_sections"].groupby(["landscape", "axis"]):
        s, z = curve["s"].to_numpy(), curve["z"].to_numpy()
        middle = len(s) // 2
        step = s[middle + 1] - s[middle]
        second = (z[middle + 1] - 2 * z[middle] + z[middle - 1]) / step**2
        landscape = landscapes.get(name)
        index = "xy".index(axis)
        exact = float(landscape.hessian[index, index].subs(landscape.at((0, 0))))
        assert second == pytest.approx(exact, abs=3 * step**2)


@pytest.mark.parametrize(("name", "changes"), [("monkey_saddle", 6), ("quadratic_saddle", 4)])
def test_sign_changes_around_the_circle(sections, name, changes):
    z = sections["circle_sections"].query("landscape == @name")["z"].to_numpy()
    signs = np.sign(z[np.abs(z) > 1e-9])
    assert np.count_nonzero(np.diff(signs)) == changes


def test_permuted_optima_are_equal_and_their_average_is_worse(permutation):
    points = permutation["permutation_points"].set_index("point")
    assert points.loc[["optimum", "swapped", "mean"], "is_stationary"].all()
    assert not points.loc["average", "is_stationary"]
    assert points.loc["optimum", "eigenvalue_low"] > 0
    assert points.loc["optimum", "z"] == points.loc["swapped", "z"]
    assert points.loc["average", "z"] > points.loc["mean", "z"] > points.loc["optimum", "z"]
    assert points.loc["mean", "eigenvalue_low"] < 0 < points.loc["mean", "eigenvalue_high"]
    assert permutation["permutation_surface"]["z"].min() >= points.loc["optimum", "z"]


def test_nothing_is_lost_by_averaging_where_the_centres_coincide():
    soft = landscapes.soft_clustering([1, 1], 1)
    minimise = load(FOLDER / "permutation_average.py").minimise
    optimum = minimise(soft, np.array([1.2, 0.9]))
    average = (optimum + optimum[::-1]) / 2
    assert soft.value(average) == pytest.approx(soft.value(optimum), abs=1e-12)
