"""Measured exponents are those that the Łojasiewicz inequality predicts, and no others."""

import numpy as np
import pytest

CHAPTER = "polyak_lojasiewicz"


@pytest.fixture
def rates(tables):
    return tables("lojasiewicz_exponents")["lojasiewicz_rates"]


def test_measured_exponents_are_the_predicted_ones(rates):
    assert np.allclose(rates["measured"], rates["predicted"], rtol=0.01)


def test_they_are_not_those_of_the_next_power(rates):
    measured, predicted = rates["measured"].to_numpy(), rates["predicted"].to_numpy()
    assert not np.isclose(measured[:-1], predicted[1:], rtol=0.01).any()


def test_the_gaps_fall(tables):
    curves = tables("lojasiewicz_exponents")["lojasiewicz_curves"]
    for _, curve in curves.groupby("power"):
        assert (np.diff(curve["gap"]) < 0).all()
