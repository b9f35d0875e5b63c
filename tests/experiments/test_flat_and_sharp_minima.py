"""The gaps of the article, and their exchange in other coordinates."""

import numpy as np
import published
import pytest

from provenscape.study.loading import load

experiment = load(published.ROOT / "experiments/implicit_bias/flat_and_sharp_minima.py")


@pytest.fixture
def minima():
    tables = published.of("implicit_bias", "flat_and_sharp_minima")
    return tables["basin_minima"].set_index(["coordinates", "minimum"])


def test_the_shift_gives_both_gaps_of_the_article(minima):
    assert round(minima.loc[("x", "flat"), "gap"], 2) == 0.05
    assert round(minima.loc[("x", "sharp"), "gap"], 2) == 0.93


def test_new_coordinates_keep_the_losses_and_exchange_flat_and_sharp(minima):
    plain, bent = minima.loc["x"], minima.loc["u"]
    assert (plain["training"] == bent["training"]).all()
    assert plain.loc["flat", "curvature"] < 1 < 50 < plain.loc["sharp", "curvature"]
    assert bent.loc["sharp", "curvature"] < 1 < 50 < bent.loc["flat", "curvature"]
    assert bent.loc["flat", "gap"] > 0.9 > 0.1 > bent.loc["sharp", "gap"]


def test_the_new_coordinates_are_increasing_with_the_stated_slope():
    u = np.linspace(-1, 20, 4001)
    x, slope = experiment._coordinate(u), experiment._slope(u)
    assert (np.diff(x) > 0).all()
    numeric = np.gradient(x, u)[1:-1]
    assert np.abs(numeric - slope[1:-1]).max() < 2e-2
    assert abs(slope[0] - experiment.STRETCH) < 1e-12
    assert abs(slope[-1] - 1 / experiment.STRETCH) < 1e-12
