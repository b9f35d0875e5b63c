"""The p-spin glass: exact means, thresholds, and cubic forms solved completely."""

from itertools import pairwise
from math import log, sqrt

import numpy as np
import pytest
import sympy as sp

from provenscape.errors import UserError
from provenscape.models.ensembles import cubic_forms, spin_glass


@pytest.mark.parametrize("N", [2, 3, 4])
def test_a_quadratic_form_has_one_pair_of_eigenvectors_of_each_index(N):
    assert spin_glass.exact_counts(2, N) == (2,) * N


@pytest.mark.parametrize("p", [3, 4, 7])
def test_total_counts_are_those_of_random_symmetric_tensors(p):
    circle, sphere = sum(spin_glass.exact_counts(p, 2)), sum(spin_glass.exact_counts(p, 3))
    assert sp.simplify(circle - 2 * sp.sqrt(3 * p - 2)) == 0
    breiding = 1 + 4 * sp.sqrt(p - 1) ** 3 / sp.sqrt(3 * p - 2)
    assert sp.simplify(sphere - 2 * breiding) == 0


@pytest.mark.parametrize("N", [2, 3, 5, 8])
def test_mean_counts_satisfy_the_identity_of_morse_on_the_sphere(N):
    for p in (3, 5):
        total = spin_glass.mean_counts(p, N) @ (-1.0) ** np.arange(N)
        assert total == pytest.approx(1 + (-1) ** (N - 1), abs=1e-9)


def test_energy_densities_integrate_to_the_mean_counts():
    nodes, rule = np.polynomial.legendre.leggauss(100)
    density = spin_glass.energy_densities(3, 5, 4 * nodes)
    np.testing.assert_allclose(4 * rule @ density, spin_glass.mean_counts(3, 5), rtol=1e-10)


def test_thresholds_of_the_cubic_glass_are_the_published_ones():
    assert spin_glass.threshold(3) == pytest.approx(1.632993161855, abs=1e-12)
    lowest = [spin_glass.lowest_energy(3, k) for k in range(40)]
    assert lowest[0] == pytest.approx(1.656998, abs=5e-7)
    assert all(a > b for a, b in pairwise(lowest))
    assert spin_glass.threshold(3) < lowest[-1] < spin_glass.threshold(3) + 0.005
    assert spin_glass.complexity(3, 0, -lowest[0]) == pytest.approx(0, abs=1e-14)


@pytest.mark.parametrize("p", [3, 4, 10])
def test_the_closed_form_of_the_cost_is_the_integral_that_defines_it(p):
    edge, u = spin_glass.threshold(p), -spin_glass.threshold(p) - 0.3
    z = np.linspace(edge, -u, 200_001)
    area = np.trapezoid(np.sqrt(z**2 - edge**2), z) * 2 / edge**2
    saved = spin_glass.complexity(p, 0, u) - spin_glass.complexity(p, 1, u)
    assert saved == pytest.approx(area, rel=1e-6)


def test_complexities_meet_at_the_threshold_and_are_flat_for_each_index_above():
    edge = spin_glass.threshold(3)
    for k in (0, 3):
        flat = spin_glass.complexity(3, k, np.array([-edge, -1.0, 1.0]))
        np.testing.assert_allclose(flat, log(2) / 2 - 1 / 3, rtol=1e-12)
    total = spin_glass.total_complexity(3, np.array([-edge, 0.0, 2.0]))
    np.testing.assert_allclose(total, [log(2) / 2 - 1 / 3, log(2) / 2, log(2) / 2], rtol=1e-12)


def test_minima_are_far_more_frequent_than_under_independent_signs():
    for N in (4, 10, 20):
        mean = spin_glass.mean_counts(3, N)
        assert mean[0] / mean.sum() > 1.5 * 2.0 ** (1 - N)
    assert all(abs(spin_glass.minima_rate(p) - log(2)) > 0.02 for p in range(2, 60))


@pytest.mark.parametrize(("N", "forms"), [(2, 400), (3, 400), (4, 200), (5, 15)])
def test_cubic_forms_are_solved_completely(N, forms):
    found = cubic_forms.critical_points(cubic_forms.sample(N, forms, np.random.default_rng(1)))
    assert found.residual.max() < 1e-6 < 1e-4 < found.gap.min()
    counts = found.counts()
    assert (counts @ (-1) ** np.arange(N) == 1 + (-1) ** (N - 1)).all()
    assert (counts.sum(axis=1) // 2 % 2 == 1).all()  # conjugate pairs leave an odd number real
    assert counts.sum(axis=1).max() <= 2 * (2**N - 1)
    error = counts.std(axis=0, ddof=1) / sqrt(forms)
    assert (np.abs(counts.mean(axis=0) - spin_glass.mean_counts(3, N)) < 5 * error).all()


def test_the_critical_points_of_a_sum_of_cubes_are_known():
    N = 3
    tensor = np.zeros((1, N, N, N))
    tensor[0, range(N), range(N), range(N)] = 1
    found = cubic_forms.critical_points(tensor)
    # unit vectors with equal nonzero coordinates: maxima e_i, saddles, and one minimum
    assert found.counts().tolist() == [[4, 6, 4]]
    sizes = sorted(round(1 / energy**2) for energy in found.energy)
    assert sizes == [1, 1, 1, 2, 2, 2, 3]


def test_points_are_critical_and_energies_are_values():
    tensors = cubic_forms.sample(4, 20, np.random.default_rng(2))
    found = cubic_forms.critical_points(tensors)
    own = tensors[found.form]
    gradient = np.einsum("mijk,mj,mk->mi", own, found.x, found.x)
    np.testing.assert_allclose(gradient, found.energy[:, None] * found.x, atol=1e-10)


def test_cubic_forms_are_invariant_under_rotations():
    tensors = cubic_forms.sample(3, 200_000, np.random.default_rng(3))
    x, y = np.array([1, 0, 0]), np.array([0.6, 0.8, 0])
    f, g = (np.einsum("fijk,i,j,k->f", tensors, z, z, z) for z in (x, y))
    h = np.einsum("fijk,i,j,k->f", tensors, *3 * [np.ones(3) / sqrt(3)])
    for value in (f, g, h):
        assert np.mean(value) == pytest.approx(0, abs=5 / sqrt(len(tensors)))
        assert np.mean(value * value) == pytest.approx(1, abs=5 * sqrt(2 / len(tensors)))
    for pair, cosine in (((f, g), 0.6), ((f, h), 1 / sqrt(3)), ((g, h), 1.4 / sqrt(3))):
        assert np.mean(pair[0] * pair[1]) == pytest.approx(cosine**3, abs=5 * sqrt(2 / 200_000))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: spin_glass.mean_counts(1, 4), "p is 1"),
        (lambda: spin_glass.mean_counts(3, 1), "N is 1"),
        (lambda: spin_glass.mean_counts(3, 40), "at most"),
        (lambda: spin_glass.lowest_energy(2, 0), "p is 2"),
        (lambda: spin_glass.complexity(3, -1, 0.0), "index k"),
        (lambda: cubic_forms.critical_points(np.zeros((2, 3, 3))), "shape"),
        (lambda: cubic_forms.critical_points(np.zeros((1, 6, 6, 6))), "2 to 5"),
        (lambda: cubic_forms.sample(3, 0, np.random.default_rng(1)), "forms"),
    ],
)
def test_bad_input_is_named(call, message):
    with pytest.raises(UserError, match=message):
        call()
