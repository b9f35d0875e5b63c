"""The quartic fails the PL inequality on exactly one interval; the parabola nowhere."""

import numpy as np
import published
import pytest

from provenscape.study.loading import load

experiment = load(published.ROOT / "experiments/polyak_lojasiewicz/strong_convexity_versus_pl.py")


@pytest.fixture
def curves():
    return published.table("polyak_lojasiewicz/pl_curves")


def test_the_quartic_fails_exactly_where_x_squared_is_below_mu_over_four(curves):
    quartic = curves[curves["function"] == "quartic"]
    fails = quartic["holds"] == 0
    edge = np.sqrt(experiment.MU / 4)
    assert (fails == (quartic["x"].abs() < edge - 1e-8)).all()
    assert fails.sum() > 10


def test_gap_slope_and_boundary_are_those_of_the_functions(curves):
    x = curves["x"]
    quartic = curves["function"] == "quartic"
    gap = np.where(quartic, x**4 / 2 - 6 / 5 * x**2 + 18 / 25, curves["gap"])
    slope = np.where(quartic, 2 * x**3 - 12 / 5 * x, np.sqrt(curves["slope_squared"]))
    np.testing.assert_allclose(curves["gap"], gap, rtol=1e-8, atol=1e-12)
    np.testing.assert_allclose(curves["slope_squared"], slope**2, rtol=1e-8, atol=1e-12)
    np.testing.assert_allclose(curves["boundary"], 2 * experiment.MU * gap, rtol=1e-8, atol=1e-12)


def test_scalars_of_the_caption_are_exact():
    values = published.table("polyak_lojasiewicz/pl_values").set_index("name")["value"]
    exact = {"mu": 0.5, "edge": 0.125**0.5, "maximum": 0.72, "minimum": 1.2**0.5}
    assert dict(values) == pytest.approx(exact, rel=1e-8)


def test_the_parabola_fails_nowhere(curves):
    assert (curves.loc[curves["function"] == "parabola", "holds"] == 1).all()


def test_the_maximum_has_no_slope_and_a_gap_of_18_over_25(curves):
    top = curves[(curves["function"] == "quartic") & (curves["x"] == 0)].iloc[0]
    assert top["slope_squared"] == 0
    assert abs(top["gap"] - 18 / 25) < 1e-15
