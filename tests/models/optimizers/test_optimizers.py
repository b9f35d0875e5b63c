"""Optimizers against exact recursions, and what they refuse."""

import math
from fractions import Fraction

import numpy as np
import pytest
from scipy import stats

from provenscape.errors import UserError
from provenscape.models import landscapes
from provenscape.models.optimizers import (
    GradientDescent,
    HeavyBall,
    NoisyGradientDescent,
    PerturbedGradientDescent,
    iterate,
    trajectory,
    uniform_ball,
)

FALSE_ALARM = 1e-6  # of each test of a distribution, were its seed drawn afresh
SADDLE = landscapes.get("quadratic_saddle")


def generator(key: int = 1) -> np.random.Generator:
    return np.random.default_rng(key)


def test_on_the_saddle_x_shrinks_by_1_minus_2_eta_and_y_grows_by_1_plus_2_eta():
    eta, steps = Fraction(1, 8), 12  # exact in binary
    start = np.array([[0.5, 1.75], [-3.0, 0.0], [0.0, -0.25]])
    run = trajectory(GradientDescent(float(eta)), SADDLE.grad, start, steps).x
    for t in range(steps + 1):
        factors = np.array([float((1 - 2 * eta) ** t), float((1 + 2 * eta) ** t)])
        np.testing.assert_allclose(run[t], start * factors, rtol=1e-15)
    assert run.shape == (steps + 1, 3, 2)
    assert (run[:, 1, 1] == 0).all()


def test_a_step_above_2_over_l_diverges_on_the_bowl_and_overflow_spares_the_other_replicas():
    bowl = landscapes.get("bowl")
    run = trajectory(GradientDescent(1.5), bowl.grad, [[1.0, 0.0], [0.0, 0.0]], 1100).x
    np.testing.assert_allclose(np.abs(run[:9, 0, 0]), 2.0 ** np.arange(9), rtol=1e-15)
    assert not np.isfinite(run[-1, 0, 0])
    assert (run[:, 1] == 0).all()


def test_step_1_over_l_on_the_bowl_lands_on_the_minimum():
    run = trajectory(GradientDescent(0.5), landscapes.get("bowl").grad, [[1.0, -3.0]], 1).x
    assert (run[1] == 0).all()


def test_heavy_ball_obeys_its_second_order_recursion():
    eta, beta = 0.02, 0.9
    x = trajectory(HeavyBall(eta, beta), SADDLE.grad, [[3.8, 0.01]], 200).x[:, 0]
    for coordinate, curvature in ((0, 2), (1, -2)):
        z = x[:, coordinate]
        expected = (1 + beta - eta * curvature) * z[1:-1] - beta * z[:-2]
        np.testing.assert_allclose(z[2:], expected, rtol=1e-9, atol=1e-12)
    assert x[1, 0] == pytest.approx(3.8 * (1 - 2 * eta))


def test_heavy_ball_without_momentum_is_gradient_descent():
    start = [[0.3, -0.7]]
    heavy = trajectory(HeavyBall(0.1, 0), SADDLE.grad, start, 30)
    plain = trajectory(GradientDescent(0.1), SADDLE.grad, start, 30)
    np.testing.assert_allclose(heavy.x, plain.x, rtol=1e-14)
    np.testing.assert_allclose(heavy.memory["velocity"][1:], np.diff(plain.x, axis=0), rtol=1e-8)


def test_perturbed_descent_is_plain_descent_as_long_as_the_gradient_is_large():
    method = PerturbedGradientDescent(eta=0.1, epsilon=0.5, radius=0.1)
    run = trajectory(method, SADDLE.grad, [[1.0, 0.0]], 40, generator())
    first = int(run.memory["perturbed"][:, 0].argmax())
    plain = trajectory(GradientDescent(0.1), SADDLE.grad, [[1.0, 0.0]], first - 1).x
    assert np.array_equal(run.x[:first], plain)
    assert np.linalg.norm(SADDLE.grad(run.x[first - 1, 0])) <= 0.5
    assert np.linalg.norm(SADDLE.grad(run.x[first - 2, 0])) > 0.5


def test_the_perturbation_comes_before_the_gradient_step_and_is_no_longer_than_the_radius():
    eta, radius = 0.1, 0.3
    method = PerturbedGradientDescent(eta, epsilon=1.0, radius=radius)
    after = trajectory(method, SADDLE.grad, np.zeros((500, 2)), 1, generator()).x[1]
    kick = after / np.array([1 - 2 * eta, 1 + 2 * eta])
    length = np.linalg.norm(kick, axis=-1)
    assert length.max() <= radius < length.max() * 1.02


@pytest.mark.parametrize("waiting", [0, 1, 5])
def test_between_perturbations_lie_the_steps_of_the_waiting_time(waiting):
    flat = np.zeros_like  # the gradient is small everywhere
    method = PerturbedGradientDescent(0.1, 1.0, 0.1, waiting)
    perturbed = trajectory(method, flat, np.ones((2, 3)), 60, generator()).memory["perturbed"]
    for replica in perturbed.T:
        when = np.flatnonzero(replica)
        assert when[0] == 1
        assert set(np.diff(when)) == {waiting + 1}


def test_noise_has_the_variance_asked_for():
    count, sigma = 200_000, 0.25
    method = NoisyGradientDescent(0.1, sigma)
    ends = trajectory(method, np.zeros_like, np.zeros((count, 2)), 1, generator()).x[1]
    statistic = (ends**2).sum() / sigma**2
    assert FALSE_ALARM / 2 < stats.chi2.cdf(statistic, 2 * count) < 1 - FALSE_ALARM / 2


@pytest.mark.parametrize("dimension", [1, 2, 3, 10])
def test_points_of_the_ball_are_uniform(dimension):
    """Radius to the power d is uniform; orthants are equally likely; so are the signs."""
    count, radius = 100_000, 2.5
    points = uniform_ball(generator(dimension), count, dimension, radius)
    assert points.shape == (count, dimension)
    content = (np.linalg.norm(points, axis=-1) / radius) ** dimension
    assert stats.kstest(content, "uniform").pvalue > FALSE_ALARM
    first = min(dimension, 3)
    orthant = (points[:, :first] > 0) @ (2 ** np.arange(first))
    assert stats.chisquare(np.bincount(orthant, minlength=2**first)).pvalue > FALSE_ALARM


@pytest.mark.parametrize("dimension", [1, 2, 3, 10])
def test_the_second_moment_of_the_ball_is_r2_over_d_plus_2(dimension):
    """E xᵢ² = r²/(d + 2) and E xᵢ⁴ = 3 r⁴/((d + 2)(d + 4)); the mean of n is nearly normal."""
    count, radius = 100_000, 1.5
    points = uniform_ball(generator(100 + dimension), count, dimension, radius)
    mean = radius**2 / (dimension + 2)
    variance = 3 * radius**4 / ((dimension + 2) * (dimension + 4)) - mean**2
    limit = stats.norm.isf(FALSE_ALARM / 2 / dimension) * math.sqrt(variance / count)
    assert np.abs((points**2).mean(axis=0) - mean).max() < limit


def test_points_on_a_cube_or_on_the_sphere_would_be_found_out():
    """Negative control of the two tests above."""
    draw = generator(7)
    cube = draw.uniform(-1, 1, (100_000, 2))
    inside = np.minimum(np.linalg.norm(cube, axis=-1), 1) ** 2
    assert stats.kstest(inside, "uniform").pvalue < FALSE_ALARM
    radius_not_rooted = draw.random(100_000) ** 2  # r U instead of r U^(1/2)
    assert stats.kstest(radius_not_rooted, "uniform").pvalue < FALSE_ALARM


def test_the_same_seed_gives_the_same_run_and_the_start_is_left_alone():
    start = np.array([[1.0, 0.0]])
    method = PerturbedGradientDescent(0.1, 0.5, 0.1)
    runs = [trajectory(method, SADDLE.grad, start, 30, generator(3)).x for _ in range(2)]
    assert np.array_equal(*runs)
    assert np.array_equal(start, [[1.0, 0.0]])


@pytest.mark.parametrize("bad", [0, -0.1, math.nan, math.inf])
def test_a_step_that_is_no_positive_number_is_refused(bad):
    for make in (
        GradientDescent,
        lambda eta: HeavyBall(eta, 0.9),
        lambda eta: NoisyGradientDescent(eta, 0.1),
        lambda eta: PerturbedGradientDescent(eta, 0.1, 0.1),
    ):
        with pytest.raises(UserError, match="eta is"):
            make(bad)


@pytest.mark.parametrize(
    ("make", "named"),
    [
        (lambda: PerturbedGradientDescent(0.1, 0, 0.1), "epsilon"),
        (lambda: PerturbedGradientDescent(0.1, 0.1, -1), "radius"),
        (lambda: PerturbedGradientDescent(0.1, 0.1, math.nan), "radius"),
        (lambda: PerturbedGradientDescent(0.1, 0.1, 0.1, waiting=-1), "waiting"),
        (lambda: NoisyGradientDescent(0.1, -1), "sigma"),
        (lambda: HeavyBall(0.1, 1), "beta"),
        (lambda: HeavyBall(0.1, -0.1), "beta"),
        (lambda: HeavyBall(0.1, math.nan), "beta"),
    ],
)
def test_a_wrong_parameter_is_named(make, named):
    with pytest.raises(UserError, match=f"{named} is"):
        make()


@pytest.mark.parametrize(
    ("start", "message"),
    [
        ([0.0, 1.0], "shape"),
        (1.0, "shape"),
        (np.zeros((0, 2)), "shape"),
        (np.zeros((2, 2, 2)), "shape"),
        ([[math.nan, 1.0]], "not finite"),
        ([[math.inf, 1.0]], "not finite"),
    ],
)
def test_a_wrong_start_is_refused(start, message):
    with pytest.raises(UserError, match=message):
        trajectory(GradientDescent(0.1), SADDLE.grad, start, 3)


def test_a_start_of_another_dimension_than_the_landscape_is_refused():
    with pytest.raises(UserError, match="shape"):
        trajectory(GradientDescent(0.1), SADDLE.grad, [[1.0, 2.0, 3.0]], 3)


def test_a_gradient_that_changes_the_shape_is_refused():
    with pytest.raises(UserError, match="keeps the shape"):
        iterate(GradientDescent(0.1), lambda x: x.sum(axis=-1), [[1.0, 2.0]])


def test_a_random_method_without_generator_and_negative_steps_are_refused():
    with pytest.raises(UserError, match="Generator"):
        trajectory(NoisyGradientDescent(0.1, 0.1), SADDLE.grad, [[1.0, 0.0]], 3)
    with pytest.raises(UserError, match="steps is -1"):
        trajectory(GradientDescent(0.1), SADDLE.grad, [[1.0, 0.0]], -1)
