"""The network obeys its PL bound at every step; landscapes without PL do not."""

import published
import pytest

from provenscape.study.loading import load

experiment = load(published.ROOT / "experiments/polyak_lojasiewicz/linear_rate_versus_plateau.py")


@pytest.fixture
def tables():
    return published.of("polyak_lojasiewicz", "linear_rate_versus_plateau")


def test_the_network_stays_below_its_bound_and_is_faster(tables):
    values = tables["rate_values"].set_index("name")["value"]
    assert values["mu"] > 0
    assert values["violations"] == 0
    assert values["measured_rate"] > values["bound_rate"]


def test_quartic_and_ring_are_sublinear_and_break_the_bound(tables):
    values = tables["rate_values"].set_index("name")["value"]
    for name, limit in (("quartic", -2), ("ring", -3)):
        assert values[f"{name}_slope"] == pytest.approx(values[f"{name}_recursion_slope"], rel=1e-6)
        assert values[f"{name}_far_slope"] == pytest.approx(limit, rel=0.01)
    ends = tables["rate_curves"].groupby("curve")["loss"].last()
    assert min(ends["quartic"], ends["ring"]) > ends["bound"]


def test_descent_stays_on_the_plateau_of_degenerate_saddles_and_leaves_that_of_a_strict_one(tables):
    runs = tables["rate_curves"].pivot(index="step", columns="curve", values="loss")
    assert (runs["ring"] > experiment.PLATEAU).all()
    assert runs["ring"].iloc[-1] < experiment.PLATEAU + 1e-6
    assert runs["ring"].is_monotonic_decreasing
    on_plateau = (runs["well"] - experiment.PLATEAU).abs() < 0.01
    assert on_plateau.sum() > 5
    assert runs["well"].iloc[-1] < 1e-14
