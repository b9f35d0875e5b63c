"""Kac–Rice fractions of isotropic fields: closed forms, Pfaffians, sampling, counted fields."""

from math import comb, pi, sqrt

import numpy as np
import pytest
import sympy as sp

from provenscape.errors import UserError
from provenscape.models.ensembles import cones, fields, kac_rice

QUARTER = sp.Rational(1, 4)


def test_minima_of_fields_in_space_are_those_of_bardeen_bond_kaiser_and_szalay():
    saddle = (29 + 6 * sp.sqrt(6)) / 116
    minimum = (29 - 6 * sp.sqrt(6)) / 116
    found = fields.exact_fractions(3)
    for value, exact in zip(found, (minimum, saddle, saddle, minimum), strict=True):
        assert sp.expand(value - exact) == 0
    assert minimum < sp.Rational(1, 8)  # fewer than independent signs would give


def test_half_the_critical_points_in_the_plane_are_saddles():
    assert fields.exact_fractions(2) == (QUARTER, 2 * QUARTER, QUARTER)
    assert fields.exact_fractions(1) == (2 * QUARTER, 2 * QUARTER)


@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_closed_forms_and_pfaffians_agree(n):
    exact = [float(value) for value in kac_rice.exact(n, QUARTER)]
    np.testing.assert_allclose(kac_rice.quadrature(n, 0.25), exact, rtol=1e-12)
    assert np.abs(kac_rice.quadrature(n, 0.24) / exact - 1).max() > 1e-3


@pytest.mark.parametrize("n", [2, 5, 9, 16])
def test_without_a_weight_every_ordered_eigenvalue_counts_one(n):
    np.testing.assert_allclose(kac_rice.quadrature(n, 0.0), 1, rtol=1e-10)


@pytest.mark.parametrize("n", [2, 3, 4, 8, 16])
def test_fractions_satisfy_the_identity_of_morse_and_are_symmetric(n):
    law = fields.fractions(n)
    assert abs(law @ (-1.0) ** np.arange(n + 1)) < 1e-10
    np.testing.assert_allclose(law, law[::-1], rtol=1e-8)
    if n >= 3:
        signs = np.array([comb(n, k) for k in range(n + 1)]) / 2**n
        assert law[0] < 0.99 * signs[0]


def test_minima_become_rarer_than_independent_signs_say_ever_faster():
    rate = [-np.log(fields.fractions(n)[0]) / n for n in (3, 6, 12, 24)]
    assert np.log(2) < rate[0] < rate[1] < rate[2] < rate[3] < 1


def test_sampling_agrees_with_pfaffians_and_not_with_another_weight():
    estimates = kac_rice.monte_carlo(6, (0.25, 0.2), 6000, np.random.default_rng(1))
    mean, error = estimates.mean(axis=0), estimates.std(axis=0, ddof=1) / sqrt(kac_rice.BATCHES)
    exact = kac_rice.quadrature(6, 0.25)
    assert (np.abs(mean[0] - exact) < 5 * error[0]).all()
    assert (np.abs(mean[1] - exact) > 5 * error[1]).all()
    share, deviation = kac_rice.shares(estimates[:, 0])
    assert (np.abs(share - exact / exact.sum()) < 5 * deviation).all()


def test_the_mean_determinant_on_the_line_is_that_of_a_gaussian_of_variance_three():
    assert kac_rice.mean_determinant(1) == pytest.approx(sqrt(6 / pi), rel=1e-12)


def test_pfaffians_square_to_determinants_and_keep_their_sign():
    raw = np.random.default_rng(1).standard_normal((20, 6, 6))
    skew = raw - np.swapaxes(raw, 1, 2)
    np.testing.assert_allclose(kac_rice.pfaffians(skew) ** 2, np.linalg.det(skew), rtol=1e-9)
    four = skew[0, :4, :4]
    exact = four[0, 1] * four[2, 3] - four[0, 2] * four[1, 3] + four[0, 3] * four[1, 2]
    assert kac_rice.pfaffians(four) == pytest.approx(exact, rel=1e-12)


def test_orthant_integrals_have_their_known_values():
    unit = sp.eye(2)
    assert cones.orthant_integral(unit, [((0, 0), 1)]) == sp.pi / 2
    assert cones.orthant_integral(unit, [((1, 2), 3)]) == 3 * sp.sqrt(2 * sp.pi) / 2
    tilted = sp.Matrix([[2, 1], [1, 2]])
    value = cones.orthant_integral(tilted, [((0, 0), 1)])
    assert sp.simplify(value - 2 * sp.pi / (6 * sp.sqrt(3))) == 0
    with pytest.raises(ArithmeticError, match="4 dimensions"):
        cones.orthant_integral(sp.eye(4), [((0, 0, 0, 0), 1)])


@pytest.mark.parametrize("field", [fields.LINE, fields.PLANE, fields.SPACE])
def test_the_periodic_fields_are_isotropic_in_their_derivatives(field):
    g, h = field.isotropy()
    amplitudes = field.sample(40_000, np.random.default_rng(1))
    n = field.modes.shape[1]
    gradient, hessian = field.derivatives(amplitudes, np.full((40_000, n), 0.3))
    np.testing.assert_allclose(gradient.T @ gradient / 40_000, g * np.eye(n), atol=0.05 * g)
    assert np.square(hessian[:, 0, 0]).mean() == pytest.approx(3 * h, rel=0.05)
    if n > 1:
        assert np.square(hessian[:, 0, 1]).mean() == pytest.approx(h, rel=0.05)
        assert (hessian[:, 0, 0] * hessian[:, 1, 1]).mean() == pytest.approx(h, rel=0.1)


def test_other_shells_are_not_isotropic():
    with pytest.raises(UserError, match="not isotropic"):
        fields.shells(2, (1, 1)).mean_count()


def test_derivatives_are_those_of_the_value():
    field = fields.SPACE
    amplitudes = field.sample(1, np.random.default_rng(1))
    x, step = np.array([[0.4, 1.1, 2.3]]), 1e-5
    gradient, hessian = field.derivatives(amplitudes, x)
    for j, unit in enumerate(np.eye(3) * step):
        ahead, behind = x + unit, x - unit
        slope = (field.value(amplitudes, ahead) - field.value(amplitudes, behind)) / (2 * step)
        assert slope == pytest.approx(gradient[:, j], rel=1e-7)
        bend = field.derivatives(amplitudes, ahead)[0] - field.derivatives(amplitudes, behind)[0]
        np.testing.assert_allclose(bend / (2 * step), hessian[:, j], rtol=1e-7)


def test_every_critical_point_of_a_known_field_is_found():
    modes = np.array([[1, 0], [0, 2]])
    field = fields.PeriodicField(modes, np.ones(2))
    found = fields.critical_points(field, np.ones((1, 2), dtype=complex), 8)  # cos x + cos 2y
    assert found.counts(1).tolist() == [[2, 4, 2]]
    spots = {tuple(np.round(point / (pi / 2)).astype(int) % 4) for point in found.x}
    assert spots == {(2 * i, j) for i in range(2) for j in range(4)}


def test_points_with_equal_values_of_one_generic_function_are_two():
    wave = fields.PeriodicField(np.array([[1]]), np.ones(1))
    amplitudes = np.array([[-1j * np.exp(0.7j)]])  # sin(x + 0.7): both of its points have one key
    found = fields.critical_points(wave, amplitudes, 8)
    assert sorted(np.sin(found.x[:, 0] + 0.7).round(9)) == [-1, 1]
    assert sorted(found.index) == [0, 1]


def test_morse_identity_holds_in_each_field_and_mean_counts_are_those_of_kac_rice():
    field = fields.PLANE
    counts = fields.critical_points(field, field.sample(600, np.random.default_rng(1)), 8).counts(
        600
    )
    assert (counts @ [1, -1, 1] == 0).all()
    total = counts.sum(axis=1)
    assert abs(total.mean() - field.mean_count()) < 5 * total.std() / sqrt(600)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: fields.exact_fractions(6), "at most 5"),
        (lambda: fields.fractions(25), "monte_carlo"),
        (lambda: fields.fractions(0), "whole number"),
        (lambda: kac_rice.quadrature(2, -0.1), "c is -0.1"),
        (lambda: kac_rice.monte_carlo(2, (0.25,), 0, np.random.default_rng(1)), "samples"),
        (lambda: fields.PeriodicField(np.eye(2), np.ones(3)), "modes has shape"),
        (lambda: fields.PLANE.sample(0, np.random.default_rng(1)), "fields"),
    ],
)
def test_bad_input_is_named(call, message):
    with pytest.raises(UserError, match=message):
        call()


def test_fields_that_break_the_identity_of_morse_are_searched_again():
    amplitudes = fields.SPACE.sample(100, np.random.default_rng(1))
    signs = [1, -1, 1, -1]
    once = fields.critical_points(fields.SPACE, amplitudes, 3, doublings=0).counts(100)
    again = fields.critical_points(fields.SPACE, amplitudes, 3).counts(100)
    assert (once @ signs).any() and not (again @ signs).any()
    assert (again >= once).all()


def test_trusted_digits_hide_the_noise_and_nothing_else():
    noisy = np.array([1 / 3, -2e-9 / 3, 0.0, 5e7 / 7]) * (1 + 1e-12)
    kept = kac_rice.trusted(noisy, 12)
    np.testing.assert_allclose(kept, noisy, rtol=5e-9)
    assert (kept == kac_rice.trusted(noisy * (1 - 2e-12), 12)).all()
    assert kac_rice.trusted(noisy, 24)[0] == pytest.approx(0.33333, abs=1e-15)


@pytest.mark.parametrize("n", [1, 2, 3])
def test_newton_steps_solve_their_systems_and_are_finite_where_a_hessian_is_singular(n):
    generator = np.random.default_rng(5)
    half, gradient = generator.standard_normal((50, n, n)), generator.standard_normal((50, n))
    hessian = half + half.swapaxes(1, 2)
    step = fields._solved(hessian, gradient)
    np.testing.assert_allclose((hessian @ step[..., None])[..., 0], gradient, atol=1e-9)
    assert np.isfinite(fields._solved(np.zeros((1, n, n)), gradient[:1])).all()
