"""Relative movement falls with width in the tangent-kernel scaling, not in the mean-field one."""

import published
import pytest


@pytest.fixture
def tables():
    return published.of("neural_landscapes", "parameter_movement")


@pytest.fixture
def values(tables):
    return tables["movement_values"].set_index("name")["value"]


def accepted(values, scaling):
    low, high = values[f"{scaling}_low"], values[f"{scaling}_high"]
    return -0.7 < low <= high < -0.3


def test_the_tangent_kernel_scaling_passes_and_the_mean_field_scaling_fails(values):
    assert accepted(values, "kernel")
    assert not accepted(values, "mean_field")
    assert -0.1 < values["mean_field_low"] <= values["mean_field_high"] < 0.1


def test_wide_networks_fit_the_data(values):
    assert values["worst_loss_ratio"] < 1e-3


def test_movement_falls_from_each_wide_width_to_the_next(tables):
    final = tables["movement_final"].query("scaling == 'kernel' and width >= 64")
    assert final.groupby("width")["movement"].median().is_monotonic_decreasing


def test_paths_start_at_zero_and_end_at_the_movement_measured(tables):
    paths, final = tables["movement_paths"], tables["movement_final"]
    assert (paths.query("step == 0")[["u", "v"]].abs() < 1e-12).all(axis=None)
    ends = paths.query("step == 1000").set_index(["width", "replica"])
    length = (ends["u"] ** 2 + ends["v"] ** 2) ** 0.5
    measured = final.query("scaling == 'kernel'").set_index(["width", "replica"])["movement"]
    assert (length <= measured[length.index] * (1 + 1e-9)).all()
    assert (length >= 0.9 * measured[length.index]).all()
