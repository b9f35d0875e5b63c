"""The network obeys its PL bound at every step; the quartic does not."""

import pytest

from provenscape.experiments import seed_for
from provenscape.experiments.polyak_lojasiewicz import linear_rate_versus_plateau as experiment


@pytest.fixture(scope="module")
def tables():
    seed = seed_for("polyak_lojasiewicz", "linear_rate_versus_plateau", 1)
    return experiment.run(experiment.PARAMETERS["quick"], seed)


def test_the_network_stays_below_its_bound_and_is_faster(tables):
    values = tables["rate_values"].set_index("name")["value"]
    assert values["mu"] > 0
    assert values["violations"] == 0
    assert values["measured_rate"] > values["bound_rate"]


def test_the_quartic_is_sublinear_and_breaks_the_bound(tables):
    values = tables["rate_values"].set_index("name")["value"]
    assert abs(values["quartic_slope"] + 2) < 0.1
    ends = tables["rate_curves"].groupby("curve")["loss"].last()
    assert ends["quartic"] > ends["bound"]
