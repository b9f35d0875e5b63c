"""The paths of the documents' pictures obey the exact recursions, and say who leaves the saddle."""

import numpy as np
import published
import pytest

from provenscape.models import landscapes
from provenscape.models.optimizers import PerturbedGradientDescent, trajectory
from provenscape.study.loading import load

experiment = load(published.ROOT / "experiments/saddle_escape/document_paths.py")


@pytest.fixture
def tables():
    return published.of("saddle_escape", "document_paths")


def values(table):
    return table.set_index("name")["value"]


def test_plain_runs_obey_the_exact_recursion(tables):
    paths = tables["header_paths"]
    for name, (x, y) in (("worked", (0.05, 1.8)), ("axis", (1.8, 0.0))):
        run = paths[paths["run"] == f"plain, {name}"]
        t = run["step"].to_numpy()
        np.testing.assert_allclose(run["x"], x * (1 - 2 * experiment.HEADER_ETA) ** t, rtol=1e-8)
        np.testing.assert_allclose(run["y"], y * (1 + 2 * experiment.HEADER_ETA) ** t, rtol=1e-8)


def test_only_the_plain_run_on_the_axis_comes_nearer_to_the_saddle(tables):
    paths = tables["header_paths"]
    nearer = {}
    for name, run in paths.groupby("run"):
        nearer[name] = run["distance"].iloc[-1] < run["distance"].iloc[0]
    assert [name for name, is_nearer in nearer.items() if is_nearer] == ["plain, axis"]


def test_a_perturbation_leaves_and_its_absence_stays(tables):
    paths = tables["canonical_paths"]
    assert (paths[paths["run"] == "plain"]["y"] == 0).all()
    assert paths[paths["run"] == "perturbed"]["y"].abs().max() > 0.8


def test_the_tiniest_offset_escapes_after_the_exact_number_of_steps(tables):
    exact = np.ceil(np.log(1 / experiment.TINY) / np.log(1 + 2 * experiment.ETA))
    assert values(tables["canonical_values"])["tiny_steps"] == exact


def test_the_first_read_outs_are_those_of_the_module(tables):
    shown = values(tables["telemetry_values"])
    assert f"{shown['first_gradient']:.3f}" == "7.600"
    assert shown["first_velocity"] == 0
    assert shown["last_velocity"] < 1e-2 * shown["top_velocity"]
    assert shown["ball_leaves"] < shown["descent_leaves"]


def test_the_three_patches_are_the_three_cases_of_a_strict_saddle_function(tables):
    at = tables["well_patch_points"].set_index("patch")
    assert at.loc["slope", "gradient"] > 1 and at.loc["slope", "eigenvalue"] > 0
    assert at.loc["saddle", "gradient"] == 0 and at.loc["saddle", "eigenvalue"] == -4
    assert at.loc["bowl", "gradient"] == 0 and at.loc["bowl", "eigenvalue"] == 2


def test_no_perturbation_escapes_within_twelve_steps_of_a_tenth_but_most_do_later():
    method = PerturbedGradientDescent(experiment.ETA, experiment.EPSILON, experiment.RADIUS)
    start = np.tile(experiment.AXIS_START, (5_000, 1))
    gradient = landscapes.get("quadratic_saddle").grad
    generator = np.random.default_rng(1)
    y = np.abs(trajectory(method, gradient, start, experiment.LONG_STEPS, generator).x[..., 1])
    assert (y[9] == 0).all()
    assert 0.3 < y[experiment.HEADER_STEPS].max() <= 0.1 * (1.2 + 1.2**2 + 1.2**3)
    assert np.median(y[-1]) > 1


def test_most_perturbed_runs_of_the_header_are_out_after_its_twelve_steps(tables):
    shown = values(tables["header_values"])
    assert shown["short_out"] == 0
    assert 50 < shown["out_low"] < shown["out_percent"] < shown["out_high"] < 100


def test_the_ways_down_of_the_patches_go_down(tables):
    ways = tables["well_patch_ways"]
    assert ways.groupby("patch")["way"].nunique().to_dict() == {"saddle": 2, "slope": 1}
    for _, way in ways.groupby(["patch", "way"]):
        assert (way["z"].diff().dropna() < 0).all()


def test_the_ball_coasts_through_the_saddle_and_swings_back(tables):
    runs = tables["telemetry"]
    ball = runs[(runs["run"] == "heavy ball") & (runs["start"] == "on the axis")]
    passage = ball[ball["x"] <= 0].iloc[0]
    assert passage["velocity"] > 0.95 * ball["velocity"].max()
    assert np.count_nonzero(np.diff(np.sign(ball["x"]))) > 2
