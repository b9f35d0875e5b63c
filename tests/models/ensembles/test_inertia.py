"""Signs of eigenvalues: the sign test agrees with exact arithmetic and with eigenvalues."""

import numpy as np
import pytest
import sympy as sp

from provenscape.errors import UserError
from provenscape.models import ensembles
from provenscape.models.ensembles import inertia


def generator() -> np.random.Generator:
    return np.random.default_rng(1)


def test_small_integer_matrices_are_judged_as_exact_arithmetic_judges_them():
    matrices = generator().integers(-2, 5, size=(400, 3, 3))
    matrices = np.tril(matrices) + np.swapaxes(np.tril(matrices, -1), 1, 2)
    exact = [sp.Matrix(m).is_positive_definite for m in matrices.tolist()]
    assert inertia.positive_definite(matrices).tolist() == exact
    assert 10 < sum(exact) < 390


@pytest.mark.parametrize("n", [1, 2, 3, 8, 15, 16, 33])
def test_the_sign_test_agrees_with_the_eigenvalues_on_mixed_batches(n):
    goe = ensembles.get("goe").sample(n, 300, generator())
    levels = np.linspace(-2, 6, 300)[:, None, None] * np.sqrt(n) * np.eye(n)
    matrices = (goe + levels).reshape(20, 15, n, n)
    found = inertia.positive_definite(matrices)
    assert found.shape == (20, 15)
    assert np.array_equal(found, np.linalg.eigvalsh(matrices)[..., 0] > 0)
    assert np.array_equal(found, inertia.indices(matrices) == 0)
    assert 0 < found.sum() < found.size


def test_indices_count_the_negative_eigenvalues():
    signs = np.array([[1, -1, -1], [1, 1, 1], [-1, -1, -1], [2, 0, -3]])
    turn = np.linalg.qr(generator().standard_normal((3, 3)))[0]
    assert inertia.indices(signs[:, None, :] * np.eye(3)).tolist() == [2, 0, 3, 1]
    turned = turn @ (signs[:3, None, :] * np.eye(3)) @ turn.T
    assert inertia.indices((turned + np.swapaxes(turned, 1, 2)) / 2).tolist() == [2, 0, 3]


@pytest.mark.parametrize("name", ensembles.names())
@pytest.mark.parametrize("n", [1, 2, 5, 16, 33, 41])
def test_indices_are_those_of_the_eigenvalues(name, n):
    matrices = ensembles.get(name).sample(n, 400, generator())
    assert np.array_equal(
        inertia.indices(matrices), (np.linalg.eigvalsh(matrices) < 0).sum(axis=-1)
    )


@pytest.mark.parametrize("pivot", [0.0, 1e-300, 1e-17, -1e-14, 1e-9])
def test_a_small_first_pivot_misleads_no_count(pivot):
    """Elimination over 1e-17 leaves nothing of the other rows' own entries."""
    matrices = ensembles.get("goe").sample(4, 400, generator())
    matrices[:, 0, 0] = pivot
    assert np.array_equal(
        inertia.indices(matrices), (np.linalg.eigvalsh(matrices) < 0).sum(axis=-1)
    )


def test_a_semidefinite_matrix_is_not_positive_definite_and_the_batch_may_be_of_one():
    assert not inertia.positive_definite(np.ones((2, 2)))
    assert not inertia.positive_definite(np.zeros((3, 3)))
    assert inertia.positive_definite(np.eye(4))
    assert inertia.positive_definite(np.ones((0, 2, 2))).shape == (0,)


@pytest.mark.parametrize("n", [2, 15, 16, 40])
def test_a_single_diagonal_entry_decides_wherever_it_stands(n):
    """The identity plus ones, an entry 1 + d in place of one 2: det = 1 + n d, so d > −1/n."""
    matrices = np.tile(np.eye(n), (2 * n, 1, 1)) + np.ones((n, n))
    for place in range(n):
        matrices[2 * place, place, place] = 1 - 1 / n + 1e-9
        matrices[2 * place + 1, place, place] = 1 - 1 / n - 1e-9
    assert inertia.positive_definite(matrices).tolist() == [True, False] * n


@pytest.mark.parametrize("n", [4, 33])
def test_the_matrices_given_stay_as_they_were(n):
    matrices = ensembles.get("goe").sample(n, 50, generator()) + 3 * n * np.eye(n)
    before = matrices.copy()
    inertia.positive_definite(matrices)
    assert np.array_equal(matrices, before)


WRONG = {
    "is not symmetric": np.array([[1.0, 2.0], [2.0000001, 1.0]]),
    "not finite": np.array([[np.nan, 0.0], [0.0, 1.0]]),
    "finite": np.array([[np.inf, 0.0], [0.0, 1.0]]),
    r"shape \(2, 3\)": np.ones((2, 3)),
    r"shape \(4,\)": np.ones(4),
    r"shape \(3, 0, 0\)": np.ones((3, 0, 0)),
    "type complex128": np.eye(2) * 1j,
    "differ in shape": [np.eye(2), np.eye(3)],
    "type bool": np.eye(2, dtype=bool),
}


@pytest.mark.parametrize("function", [inertia.positive_definite, inertia.indices])
@pytest.mark.parametrize(("message", "matrices"), WRONG.items(), ids=WRONG)
def test_what_is_no_real_symmetric_matrix_is_refused(function, message, matrices):
    with pytest.raises(UserError, match=f"^{function.__name__}: .*{message}"):
        function(matrices)


def test_one_bad_matrix_among_many_is_found():
    matrices = ensembles.get("goe").sample(6, 1000, generator())
    matrices[777, 5, 0] += 1e-9
    with pytest.raises(UserError, match="not symmetric"):
        inertia.positive_definite(matrices)
