"""Tangent kernels by width and networks against kernels, judged from the raw tables."""

import numpy as np
import pytest

from provenscape.claims.statistics import half_width, slope

CHAPTER = "neural_landscapes"
EXPECTED = {"fluctuation": -0.5, "features": -0.5, "absolute": 0.0}


def exponent(rows, measure):
    """The slope over widths from 32 of a raw table, and half its interval."""
    wide = rows[rows["width"] >= 32].pivot(index="width", columns="replica", values=measure)
    wide = wide.dropna()  # widths that some replicas have not
    slopes = slope(np.log(wide.index.to_numpy()), np.log(wide.to_numpy()).T)
    return slopes.mean(), half_width(slopes[None], np.ones(1))


def kernels_are_accepted(tables) -> bool:
    training = tables["tangent_training"]
    right = True
    for depth, rows in tables["tangent_starts"].groupby("depth"):
        right &= abs(exponent(rows, "fluctuation")[0] + 0.5) < 0.2
        trained = training[(training["scaling"] == "kernel") & (training["depth"] == depth)]
        for measure in ("features", "relative", "absolute"):
            expected = EXPECTED.get(measure, -0.5 if depth == 1 else -1.0)
            right &= abs(exponent(trained, measure)[0] - expected) < 0.2
        right &= exponent(trained, "linearisation")[0] < -0.5
        found, half = exponent(trained, "drift")
        right &= found + (half if depth == 1 else 0) < -0.5
    return bool(right)


def the_other_scaling_fails(tables) -> bool:
    training = tables["tangent_training"]
    found, half = exponent(training[training["scaling"] == "mean_field"], "drift")
    return bool(found - half > -0.5)


def rates_are_accepted(tables) -> bool:
    rates = tables["tangent_rates"]
    bound = rates["kappa"] / 2 * np.log(1e6) + 1
    within = (rates["steps"] <= bound).all() and np.allclose(bound, rates["bound"])
    plain, closer = rates[rates["nearness"] == 1], rates[rates["nearness"] <= 0.25]
    within &= closer["kappa"].median() > 3 * plain["kappa"].median()
    within &= abs(closer["descent"].median() - 1) < 0.02
    wide = plain[plain["width"] == plain["width"].max()]
    near = (wide[["descent", "flow", "network"]].median().sub(1).abs() < 0.02).all()
    return bool(within and near)


def spectrum_is_accepted(tables) -> bool:
    medians = tables["tangent_spectrum"].groupby(["dimension", "count"])["least"].median().unstack()
    falls = (medians.diff(axis=1).iloc[:, 1:] < 0).all(axis=None)
    return bool(falls and (medians.diff().iloc[1:] > 0).all(axis=None))


def regimes_are_accepted(tables) -> bool:
    trials, counts = tables["regime_trials"], tables["regime_counts"].set_index("setting")
    direction = trials[trials["target"] == "direction"]
    base = direction[direction["width"] == 64]
    events = {
        "features": base["network"][base["scale"] == 0.1] < base["own"][base["scale"] == 0.1] / 2,
        "features, lazy": base["network"][base["scale"] == 10]
        < base["own"][base["scale"] == 10] / 2,
    }
    kernel = trials[(trials["target"] == "kernel") & (trials["scale"] == 0.1)]
    events["not halved"] = kernel["network"] >= kernel["own"] / 2
    right = all(event.sum() == counts.loc[name, "successes"] for name, event in events.items())
    right &= all(len(event) == 160 for event in events.values())
    lazy = trials[(trials["scale"] == 10) & (trials["trial"] < 40)]
    for _, rows in lazy.groupby("target"):
        logs = np.log(rows["network"] / rows["own"]).to_numpy()
        half = half_width(logs[None], np.ones(1))
        right &= np.log(0.9) < logs.mean() - half < logs.mean() + half < np.log(1.1)
    return bool(right)


def test_exponents_are_those_of_theory_and_the_other_scaling_has_none(tables):
    found = tables("tangent_kernels")
    assert kernels_are_accepted(found)
    assert the_other_scaling_fails(found)


def test_rates_are_those_of_the_condition_number(tables):
    assert rates_are_accepted(tables("tangent_kernels"))


def test_least_eigenvalues_fall_with_inputs_and_rise_with_dimension(tables):
    assert spectrum_is_accepted(tables("tangent_kernels"))


def test_counts_and_ratios_follow_from_the_trials(tables):
    assert regimes_are_accepted(tables("networks_against_kernels"))


@pytest.mark.parametrize("measure", ["drift", "features", "relative", "absolute"])
def test_tampered_exponents_are_told(tables, measure):
    found = {name: table.copy() for name, table in tables("tangent_kernels").items()}
    training = found["tangent_training"]
    training[measure] *= training["width"] ** 0.5
    assert not kernels_are_accepted(found)


@pytest.mark.parametrize(("column", "change"), [("steps", 99), ("kappa", -1), ("network", 0.1)])
def test_tampered_rates_are_told(tables, column, change):
    found = {name: table.copy() for name, table in tables("tangent_kernels").items()}
    found["tangent_rates"][column] += change
    assert not rates_are_accepted(found)


@pytest.mark.parametrize(
    ("table", "column"), [("regime_counts", "successes"), ("regime_trials", "own")]
)
def test_tampered_trials_are_told(tables, table, column):
    found = {name: table.copy() for name, table in tables("networks_against_kernels").items()}
    found[table][column] = found[table][column] / 2
    assert not regimes_are_accepted(found)
