"""Measured exponents are those that the Łojasiewicz inequality predicts, and no others."""

import numpy as np
import pytest

CHAPTER = "polyak_lojasiewicz"


@pytest.fixture
def families(tables):
    rates = tables("lojasiewicz_exponents")["lojasiewicz_rates"]
    return dict(list(rates.groupby("family")))


TOLERANCES = pytest.mark.parametrize(("family", "within"), [("line", 0.01), ("circle", 0.1)])


@TOLERANCES
def test_measured_exponents_are_the_predicted_ones(families, family, within):
    rates = families[family]
    assert np.allclose(rates["measured"], rates["predicted"], rtol=within)


@TOLERANCES
def test_they_are_not_those_of_the_next_power(families, family, within):
    rates = families[family]
    measured, predicted = rates["measured"].to_numpy(), rates["predicted"].to_numpy()
    assert not np.isclose(measured[:-1], predicted[1:], rtol=within).any()


def test_the_morse_bott_circle_is_neared_at_the_linear_rate_of_its_curvature(tables):
    values = tables("lojasiewicz_exponents")["lojasiewicz_values"].set_index("name")["value"]
    assert values["morse_bott_factor"] == pytest.approx(values["morse_bott_predicted"], rel=1e-6)


def test_the_gaps_fall(tables):
    curves = tables("lojasiewicz_exponents")["lojasiewicz_curves"]
    for _, curve in curves.groupby(["family", "power"]):
        assert (np.diff(curve["gap"]) < 0).all()
