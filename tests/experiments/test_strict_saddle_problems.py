"""Random starts, spectra, plateaus, more columns and slices: each passes, its control fails."""

from pathlib import Path

import numpy as np
import pytest
import sympy as sp

from provenscape.models import landscapes
from provenscape.models.landscapes.random_instances import random_frame, random_matrix
from provenscape.study.loading import load

CHAPTER = "strict_saddle_problems"
FOLDER = Path(__file__).parents[2] / "experiments" / CHAPTER


def values(tables, name: str, table: str) -> dict[str, float]:
    return dict(tables(name)[table].itertuples(index=False))


def test_starts_at_the_origin_never_move_and_shares_lie_in_their_intervals(tables):
    shares = tables("random_starts")["start_shares"].set_index("problem")
    assert shares.loc["network from the origin", "successes"] == 0
    assert ((shares["low"] <= shares["share"]) & (shares["share"] <= shares["high"])).all()
    assert set(shares.query("kind == 'claimed'")["trials"]) <= {4_000, 10_000}  # quick, full


def exact(rows: np.ndarray) -> sp.Matrix:
    return sp.Matrix(np.rint(64 * rows).astype(int).tolist()) / 64


@pytest.mark.parametrize("name", ["matrix", "principal component", "phases", "log cosh"])
def test_losses_with_an_instance_a_run_are_those_of_the_landscapes(name):
    module, generator = load(FOLDER / "random_starts.py"), np.random.default_rng(4)
    first, second, signal = (np.rint(64 * generator.normal(size=(2, 4, 3))) / 64 for _ in range(3))
    seen = np.array([[1, 0, 1], [1, 1, 1], [0, 1, 0], [1, 1, 0]])
    if name == "matrix":
        loss = module.matrix_loss(first, seen, 2)
        made = [landscapes.matrix_completion(seen.tolist(), exact(each), 2) for each in first]
    elif name == "principal component":
        covariances = first.swapaxes(1, 2) @ first
        loss = module.quadratic_loss(covariances)
        made = [landscapes.pca(exact(each).T * exact(each)) for each in first]
    elif name == "phases":
        loss = module.phase_loss(first, signal[:, 0])
        made = [
            landscapes.phase_retrieval(exact(rows), list(exact(z[:1])))
            for rows, z in zip(first, signal, strict=True)
        ]
    else:
        loss = module.log_cosh_loss(second, 1 / 10)
        made = [
            landscapes.smoothed_dictionary_learning(exact(each), sp.Rational(1, 10))
            for each in second
        ]
    x = generator.normal(size=(2, made[0].dimension))
    expected = [landscape.value(point) for landscape, point in zip(made, x, strict=True)]
    slopes = [landscape.grad(point) for landscape, point in zip(made, x, strict=True)]
    np.testing.assert_allclose(loss.value(x), expected, rtol=1e-12)
    np.testing.assert_allclose(loss.gradient(x), slopes, rtol=1e-11, atol=1e-12)


def test_spectra_and_escape_factors_are_the_predicted_ones_and_not_a_neighbours(tables):
    got = values(tables, "predicted_spectra", "predicted_spectra_values")
    assert got["error"] < 1e-9
    assert got["gradient"] < 1e-12
    assert got["escape_error"] < 1e-3
    assert got["miss"] > 1e-2


@pytest.mark.parametrize("kept", [(), (0,), (0, 2), (1, 2)])
def test_the_factorization_spectrum_has_as_many_values_as_unknowns(kept):
    spectrum = load(FOLDER / "predicted_spectra.py").factorization_spectrum(kept)
    assert spectrum.size == 2 * (4 + 3)
    assert ((spectrum < 0).any()) == (kept != (0, 1))


def test_a_network_of_depth_two_rests_at_each_plateau_and_depth_one_at_none(tables):
    visits = tables("saddle_to_saddle")["plateau_visits"].query("rank < 3")
    flat = (visits["gradient"] < 1 / 10) & (visits["steps"] >= 100) & (visits["distance"] < 1 / 20)
    assert flat[visits["depth"] > 1].all()
    assert not flat[visits["depth"] == 1].any()
    got = values(tables, "saddle_to_saddle", "plateau_values")
    assert got["end_2"] < 1e-6


def test_one_more_column_fits_always_and_recovers_seldom_unless_all_is_observed(tables):
    shares = tables("over_parameterization")["rank_shares"].set_index(["setting", "rank"])
    assert shares.loc[("path", 1), "share"] < 3 / 4
    assert shares.loc[("path", 2), "share"] > 19 / 20
    assert shares.loc[("path", 2), "r_share"] < 1 / 4
    assert (shares.loc["all", ["share", "r_share"]] > 19 / 20).all(axis=None)


def test_marked_points_are_stationary_and_moved_ones_are_not(tables):
    made = tables("problem_landscapes")
    assert (made["problem_points"]["gradient"] < 1e-12).all()
    assert (made["problem_points"]["off"] < 1e-12).all()
    assert (made["tensor_points"]["gradient"] < 1e-12).all()
    assert (made["problem_orbits"]["loss"] < 1e-12).all()
    for plane in load(FOLDER / "problem_landscapes.py").slices().values():
        moved = plane.stationary() + 1e-3 * np.ones(plane.landscape.dimension)
        assert (np.linalg.norm(plane.landscape.grad(moved), axis=-1) > 1e-12).all()


def test_the_tensor_has_six_minima_twelve_saddles_and_eight_maxima_on_the_sphere(tables):
    got = values(tables, "problem_landscapes", "problem_values")
    assert (got["points"], got["minimum"], got["saddle"], got["maximum"]) == (26, 6, 12, 8)
    kinds = tables("problem_landscapes")["tensor_points"].groupby("nature")["size"].unique()
    assert {nature: sizes.tolist() for nature, sizes in kinds.items()} == {
        "minimum": [1],
        "saddle": [2],
        "maximum": [3],
    }


def test_random_frames_are_exactly_orthogonal_and_matrices_have_the_values_asked_for():
    generator = np.random.default_rng(3)
    frame = random_frame(4, generator)
    assert (frame * frame.T).is_Identity
    matrix = np.array(random_matrix(5, 3, (3, 2), generator), dtype=float)
    assert np.linalg.svd(matrix)[1] == pytest.approx([3, 2, 0], abs=1e-12)
