"""Each ensemble has the law that it says, and refuses what it cannot sample."""

import math

import numpy as np
import pytest

from provenscape.errors import UserError
from provenscape.models import ensembles

SIZE = 40_000
DEVIATIONS = 5  # standard errors allowed to sample moments

# name: variances on and off the diagonal, mean of the diagonal, covariance of two diagonal entries
MOMENTS = {
    "signs": (1, 0, 0, 0),
    "separable": (1, 0, 0, 0),
    "goe": (2, 1, 0, 0),
    "equal_variance": (1, 1, 0, 0),
    "shifted_goe": (2, 1, math.sqrt(3), 0),
    "correlated": (2 + 12, 1, 0, 12),
}


def generator(key: int = 1) -> np.random.Generator:
    return np.random.default_rng(key)


def test_the_table_above_names_every_ensemble():
    assert set(MOMENTS) == set(ensembles.names())


@pytest.mark.parametrize("name", ensembles.names())
def test_samples_are_symmetric_and_have_the_stated_moments(name):
    on, off, mean, common = MOMENTS[name]
    matrices = ensembles.get(name).sample(3, SIZE, generator())
    assert matrices.shape == (SIZE, 3, 3)
    assert np.array_equal(matrices, np.swapaxes(matrices, 1, 2))
    upper = matrices[:, *np.triu_indices(3)]  # 00 01 02 11 12 22
    expected = np.diag([on, off, off, on, off, on]).astype(float)
    for i in (0, 3, 5):
        for j in (0, 3, 5):
            expected[i, j] = on if i == j else common
    means = np.array([mean, 0, 0, mean, 0, mean])
    spread = np.diag(expected)
    band = DEVIATIONS / math.sqrt(SIZE)  # times standard deviations; of products, as if normal
    assert (abs(upper.mean(axis=0) - means) <= band * np.sqrt(spread)).all()
    deviations = np.sqrt(np.outer(spread, spread) + expected**2)
    assert (abs(np.cov(upper.T) - expected) <= band * deviations + 1e-12).all()


def test_signs_are_signs_and_the_goe_is_not_changed_by_a_rotation():
    diagonal = ensembles.get("signs").sample(4, 100, generator())[:, range(4), range(4)]
    assert set(np.unique(diagonal)) == {-1.0, 1.0}
    turn = np.array([[1, 1], [-1, 1]]) / math.sqrt(2)
    for name, invariant in (("goe", True), ("equal_variance", False)):
        turned = turn @ ensembles.get(name).sample(2, SIZE, generator()) @ turn.T
        ratio = turned[:, 0, 0].var() / turned[:, 0, 1].var()
        plain = MOMENTS[name][0] / MOMENTS[name][1]
        assert (abs(ratio / plain - 1) < 0.1) == invariant


def test_the_same_generator_gives_the_same_matrices():
    goe = ensembles.get("goe")
    assert np.array_equal(goe.sample(5, 7, generator()), goe.sample(5, 7, generator()))
    assert not np.array_equal(goe.sample(5, 7, generator()), goe.sample(5, 7, generator(2)))


@pytest.mark.parametrize("n", [0, -1, True, 2.0, "3", None])
def test_a_dimension_that_is_no_whole_number_from_1_on_is_refused(n):
    with pytest.raises(UserError, match=r"goe: n is .*; give a whole number, 1 or more"):
        ensembles.get("goe").sample(n, 5, generator())


@pytest.mark.parametrize("size", [0, -3, False, 1.5])
def test_a_size_that_is_no_whole_number_from_1_on_is_refused(size):
    with pytest.raises(UserError, match="signs: size is"):
        ensembles.get("signs").sample(3, size, generator())


def test_a_seed_in_place_of_a_generator_is_refused():
    with pytest.raises(UserError, match=r"numpy\.random\.Generator"):
        ensembles.get("goe").sample(3, 5, 1)


def test_an_unknown_ensemble_is_refused_with_the_nearest_name():
    with pytest.raises(UserError, match="did you mean goe"):
        ensembles.get("geo")
    with pytest.raises(UserError, match="no ensemble is called 7"):
        ensembles.get(7)
