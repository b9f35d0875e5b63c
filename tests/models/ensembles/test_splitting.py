"""Splitting finds certified probabilities of rare minima, and notices a wrong ensemble."""

import math

import numpy as np
import pytest

from provenscape.errors import UserError
from provenscape.models import ensembles
from provenscape.models.ensembles import goe_balls, inertia, splitting, tridiagonal
from provenscape.models.ensembles.base import Gaussian

GOE = ensembles.get("goe")


def deviations(found: list[splitting.Estimate], logs: np.ndarray) -> np.ndarray:
    """Estimates minus certified values, in standard errors."""
    return np.array(
        [
            (1 - math.exp(log - one.log_probability)) / max(one.relative_error, 1e-15)
            for one, log in zip(found, logs, strict=True)
        ]
    )


def test_estimates_agree_with_certified_values_and_those_of_equal_variances_do_not():
    logs = tridiagonal.log_positive_definite(10)
    for name, agrees in (("goe", True), ("equal_variance", False)):
        found = splitting.leading_blocks(
            ensembles.get(name), 10, np.random.default_rng(1), particles=150
        )
        assert found[0].log_probability == pytest.approx(math.log(0.5), abs=1e-15)
        gaps = np.abs(deviations(found, logs))[1:]
        assert (gaps.max() < 5) if agrees else (gaps.min() > 10)
        assert 0.01 < found[-1].relative_error < 0.2


def test_the_estimate_is_unbiased_for_small_populations_too():
    found = splitting.positive_definite(GOE, 5, np.random.default_rng(2), 10, 3000, 2)
    exact = float(goe_balls.positive_definite(5).log().mid())
    assert found.relative_error < 0.02
    assert abs(math.expm1(found.log_probability - exact)) < 5 * found.relative_error


def test_without_redrawn_rows_enough_the_stated_error_grows():
    few, many = (
        splitting.positive_definite(GOE, 12, np.random.default_rng(3), 100, 16, moves)
        for moves in (1, 12)
    )
    assert few.relative_error > 1.5 * many.relative_error
    assert few.factorizations < many.factorizations


def test_a_shift_of_the_diagonal_is_taken_into_account():
    found = splitting.positive_definite(
        ensembles.get("shifted_goe"), 6, np.random.default_rng(4), 200
    )
    exact = float(goe_balls.positive_definite(6, 1, 6).log().mid())
    assert abs(math.expm1(found.log_probability - exact)) < 5 * found.relative_error < 0.1


def test_the_scale_of_the_entries_does_not_matter():
    scaled = Gaussian("scaled", "scaled", on=3 * math.sqrt(2), off=3.0)
    one, other = (
        splitting.positive_definite(e, 6, np.random.default_rng(5), 50) for e in (GOE, scaled)
    )
    assert one.log_probability == pytest.approx(other.log_probability, abs=0.05)
    assert one.factorizations == other.factorizations == 2 * 800 * (5 + 4 * 8) + 16 * 13 * 5


def test_conditioned_matrices_have_the_law_of_directly_sampled_positive_definite_ones():
    """After many redrawn rows, so that a wrong Metropolis rule would show."""
    drawn = splitting.conditioned(GOE, 3, np.random.default_rng(6), 500, 16, moves=30)
    assert drawn.shape == (16, 500, 3, 3)
    assert inertia.positive_definite(drawn).all()
    direct = GOE.sample(3, 500_000, np.random.default_rng(7))
    direct = direct[inertia.positive_definite(direct)]
    for moment in (lambda m: m[..., 0, 0], lambda m: m[..., 1, 0] ** 2, _trace):
        means = moment(drawn).mean(axis=1)
        expected, error = moment(direct).mean(), moment(direct).std() / math.sqrt(len(direct))
        joint = math.hypot(means.std(ddof=1) / 4, error)
        assert abs(means.mean() - expected) < 5 * joint


def _trace(matrices: np.ndarray) -> np.ndarray:
    return np.trace(matrices, axis1=-1, axis2=-2)


@pytest.mark.parametrize("name", ["signs", "separable", "correlated"])
def test_ensembles_without_independent_gaussian_entries_are_refused(name):
    with pytest.raises(UserError, match=f"splitting: {name} is not"):
        splitting.positive_definite(ensembles.get(name), 3, np.random.default_rng(1))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"n": 0}, "n is 0"),
        ({"n": 2.0}, r"n is 2\.0"),
        ({"particles": 0}, "particles is 0"),
        ({"moves": True}, "moves is True"),
        ({"repetitions": 1}, "repetitions is 1; give at least 2"),
        ({"generator": 5}, "generator is 5"),
        ({"ensemble": "goe"}, "'goe' is not an ensemble"),
    ],
)
def test_arguments_that_make_no_sense_are_refused(arguments, message):
    given = {"ensemble": GOE, "n": 3, "generator": np.random.default_rng(1)} | arguments
    with pytest.raises(UserError, match=message):
        splitting.positive_definite(**given)
