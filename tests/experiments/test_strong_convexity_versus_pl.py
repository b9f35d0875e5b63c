"""The quartic fails the PL inequality on exactly one interval; the parabola nowhere."""

from pathlib import Path

import numpy as np
import pytest

from provenscape.study.loading import load

experiment = load(
    Path(__file__).parents[2] / "experiments/polyak_lojasiewicz/strong_convexity_versus_pl.py"
)


@pytest.fixture(scope="module")
def curves():
    return experiment.run(experiment.PARAMETERS["quick"], np.random.SeedSequence(0))["pl_curves"]


def test_the_quartic_fails_exactly_where_x_squared_is_below_mu_over_four(curves):
    quartic = curves[curves["function"] == "quartic"]
    fails = quartic["holds"] == 0
    assert (fails == (quartic["x"].abs() < np.sqrt(experiment.MU / 4))).all()
    assert fails.sum() > 10


def test_the_parabola_fails_nowhere(curves):
    assert (curves.loc[curves["function"] == "parabola", "holds"] == 1).all()


def test_the_maximum_has_no_slope_and_a_gap_of_18_over_25(curves):
    top = curves[(curves["function"] == "quartic") & (curves["x"] == 0)].iloc[0]
    assert top["slope_squared"] == 0
    assert abs(top["gap"] - 18 / 25) < 1e-15
