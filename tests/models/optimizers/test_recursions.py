"""Optimizers against recursions in exact rational arithmetic, written apart from the package.

The published formulas of heavy ball (Polyak 1964), Nesterov (2004) and Adam (Kingma & Ba 2015) are
run here in `fractions.Fraction` along one coordinate of a quadratic. Adam's square root is taken as
an integer square root of 60 digits. This bounds the rounding of the package; test_optax.py compares
with an outside implementation.
"""

import math
from fractions import Fraction

import numpy as np
import pytest

from provenscape.errors import UserError
from provenscape.models import landscapes, optimizers
from provenscape.models.optimizers import (
    Adam,
    FiniteSum,
    GradientDescent,
    HeavyBall,
    Nesterov,
    SphereNoiseGradientDescent,
    StochasticGradientDescent,
    StoppedPerturbedDescent,
    WarmUp,
    noise_of_2021,
    thresholds_of_2017,
    trajectory,
    variant_of_2021,
)
from provenscape.models.optimizers.base import State
from provenscape.models.optimizers.perturbed import lengths

SADDLE = landscapes.get("quadratic_saddle")  # curvature 2 along x, −2 along y
WELL = landscapes.get("double_well")
START = (Fraction(3, 8), Fraction(1, 64))
ETA, BETA = Fraction(1, 16), Fraction(7, 8)
STEPS = 40
DIGITS = 10**60


def square_root(value: Fraction) -> Fraction:
    return Fraction(math.isqrt(value.numerator * DIGITS**2 // value.denominator), DIGITS)


def exact_heavy_ball(x: Fraction, curvature: int) -> list[Fraction]:
    """x_{t+1} = x_t − η λ x_t + β (x_t − x_{t−1})."""
    run = [x, x - ETA * curvature * x]
    while len(run) <= STEPS:
        run.append(run[-1] - ETA * curvature * run[-1] + BETA * (run[-1] - run[-2]))
    return run


def exact_nesterov(x: Fraction, curvature: int) -> list[Fraction]:
    """y_t = x_t + β (x_t − x_{t−1}), x_{t+1} = y_t − η λ y_t."""
    run = [x, x - ETA * curvature * x]
    while len(run) <= STEPS:
        ahead = run[-1] + BETA * (run[-1] - run[-2])
        run.append(ahead - ETA * curvature * ahead)
    return run


def exact_adam(x: Fraction, curvature: int, beta1: Fraction, beta2: Fraction) -> list[Fraction]:
    """The means of the past g and g² with weights (1 − β) β^(t−s), divided by their sum."""
    run, slopes = [x], []
    for _ in range(STEPS):
        slopes.insert(0, curvature * run[-1])
        first, second = (
            sum(beta**age * slope**power for age, slope in enumerate(slopes))
            / sum(beta**age for age in range(len(slopes)))
            for beta, power in ((beta1, 1), (beta2, 2))
        )
        run.append(run[-1] - ETA * first / (square_root(second) + Fraction(1, 2**20)))
    return run


def exact_warm_up(x: Fraction, curvature: int) -> list[Fraction]:
    run = [x]
    for t in range(1, STEPS + 1):
        run.append(run[-1] * (1 - curvature * ETA * min(Fraction(1), Fraction(t, 10))))
    return run


CASES = {
    "heavy ball": (HeavyBall(float(ETA), float(BETA)), exact_heavy_ball),
    "Nesterov": (Nesterov(float(ETA), float(BETA)), exact_nesterov),
    "Adam": (
        Adam(float(ETA), 0.875, 0.96875, 2.0**-20),
        lambda x, curvature: exact_adam(x, curvature, Fraction(7, 8), Fraction(31, 32)),
    ),
    "warm-up": (WarmUp(float(ETA), 10), exact_warm_up),
}


@pytest.mark.parametrize(("method", "exact"), CASES.values(), ids=CASES)
def test_a_run_agrees_with_the_published_formula_in_rational_arithmetic(method, exact):
    run = trajectory(method, SADDLE.grad, [[float(x) for x in START]], STEPS).x[:, 0]
    for coordinate, curvature in ((0, 2), (1, -2)):
        expected = np.array([float(x) for x in exact(START[coordinate], curvature)])
        scale = np.abs(expected).max()
        np.testing.assert_allclose(run[:, coordinate], expected, rtol=0, atol=1e-13 * scale)


def test_the_comparison_notices_a_coefficient_changed_by_a_millionth():
    """Negative control of the test above."""
    for name in ("heavy ball", "Nesterov"):
        method, exact = CASES[name]
        other = type(method)(method.eta, method.beta * (1 + 1e-6))
        run = trajectory(other, SADDLE.grad, [[float(x) for x in START]], STEPS).x[-1, 0, 1]
        assert abs(run / float(exact(START[1], -2)[-1]) - 1) > 1e-6


def test_nesterov_without_momentum_and_warm_up_of_one_step_are_gradient_descent():
    start = [[0.3, -0.7]]
    plain = trajectory(GradientDescent(0.1), SADDLE.grad, start, 30).x
    for method in (Nesterov(0.1, 0), WarmUp(0.1, 1)):
        np.testing.assert_allclose(trajectory(method, SADDLE.grad, start, 30).x, plain, rtol=1e-14)


def test_the_first_step_of_adam_has_length_eta_in_every_coordinate():
    run = trajectory(Adam(0.1), SADDLE.grad, [[5.0, -1e-3]], 1).x[:, 0]
    np.testing.assert_allclose(run[1] - run[0], [-0.1, -0.1], rtol=1e-4)


def test_adam_divides_by_the_second_moment_and_not_by_the_variance():
    """A constant gradient has variance 0; its steps stay of length η."""
    run = trajectory(Adam(0.1), np.ones_like, [[0.0]], 50).x[:, 0, 0]
    np.testing.assert_allclose(np.diff(run), -0.1, rtol=1e-6)


@pytest.mark.parametrize("method", [HeavyBall(0.1, 0.9), Nesterov(0.1, 0.9), Adam(0.1)])
def test_started_on_the_stable_manifold_momentum_and_adam_stay_on_it(method):
    run = trajectory(method, SADDLE.grad, [[1.5, 0.0]], 400).x[:, 0]
    assert (run[:, 1] == 0).all()


def test_the_noise_of_ge_et_al_has_length_eta():
    draw = np.random.default_rng(1)
    method = SphereNoiseGradientDescent(0.25)
    ends = trajectory(method, np.zeros_like, np.zeros((1000, 3)), 1, draw).x[1]
    np.testing.assert_allclose(np.linalg.norm(ends, axis=-1), 0.25, rtol=1e-14)
    assert np.abs(ends.mean(axis=0)).max() < 0.25 * 6 / math.sqrt(3000)


def test_the_thresholds_of_2017_are_those_printed():
    """By hand: d = 2, ℓ = 8, ρ = 24, ε = 1/10, c = 1, δ = 1/10, Δ = 1."""
    limits = thresholds_of_2017(8, 24, 0.1, 1, 0.1, 1, 2)
    chi = 3 * math.log(16 / (0.01 * 0.1))
    assert limits.chi == pytest.approx(chi)
    assert limits.eta == 1 / 8
    assert limits.radius == pytest.approx(0.1 / (8 * chi**2))
    assert limits.gradient == pytest.approx(8 * limits.radius)
    assert limits.decrease == pytest.approx(math.sqrt(0.001 / 24) / chi**3)
    assert limits.waiting == math.ceil(chi * 8 / math.sqrt(2.4))
    assert thresholds_of_2017(1, 1, 1, 1, 1, 1, 1).chi == 12


def test_the_variant_of_2021_waits_first_and_kicks_by_eta_times_its_radius():
    method = variant_of_2021(ell=8, rho=2, epsilon=0.5, iota=1.5)
    assert (method.eta, method.waiting) == (1 / 8, 12)
    assert method.radius == pytest.approx(0.5 / (400 * 1.5**3) / 8)
    draw = np.random.default_rng(1)
    perturbed = trajectory(method, np.zeros_like, np.ones((2, 3)), 40, draw).memory["perturbed"]
    assert np.flatnonzero(perturbed[:, 0]).tolist() == [14, 27, 40]
    assert noise_of_2021(0.5, 3, 9).sigma == pytest.approx(0.5)


@pytest.fixture
def stopped():
    limits = thresholds_of_2017(14, 30, 0.1, 1, 0.1, 1, 2)
    return StoppedPerturbedDescent(limits, WELL.value)


def test_the_stopping_rule_leaves_the_saddle_and_returns_a_minimum(stopped):
    start = np.array([[0.0, 0.5], [1.0, 0.0]])
    run = trajectory(stopped, WELL.grad, start, 2500, np.random.default_rng(1))
    assert run.memory["stopped"][-1].all()
    np.testing.assert_allclose(np.abs(run.x[-1]), [[1, 0], [1, 0]], atol=1e-3)
    first = int(run.memory["stopped"][:, 1].argmax())
    assert first == stopped.thresholds.waiting + 1
    assert np.array_equal(run.x[-1, 1], start[1])  # what is returned is the point before the kick


def test_a_stopped_replica_does_not_move_and_f_never_rises_much(stopped):
    run = trajectory(stopped, WELL.grad, [[0.0, 0.3]], 2500, np.random.default_rng(2))
    after = run.x[run.memory["stopped"][:, 0], 0]
    assert (after == after[0]).all()


TERMS = FiniteSum(3, lambda x: x[..., None] * np.array([1.0, 2.0, 6.0]))


def test_a_batch_step_has_the_mean_of_the_full_gradient():
    method = StochasticGradientDescent(0.5, 4, TERMS)
    start = np.ones((50_000, 1))
    ends = trajectory(method, TERMS.grad, start, 1, np.random.default_rng(1)).x[1]
    assert set(np.unique(np.round((1 - ends) * 8, 9))) <= set(range(4, 25))
    deviation = 0.5 * np.std([1, 2, 6]) / 2 / math.sqrt(50_000)
    assert abs(ends.mean() - (1 - 0.5 * 3)) < 6 * deviation


def test_equal_terms_make_stochastic_descent_plain():
    same = FiniteSum(5, lambda x: np.repeat(SADDLE.grad(x)[..., None], 5, axis=-1))
    start = np.array([[0.3, -0.7], [1.0, 0.0]])
    run = trajectory(
        StochasticGradientDescent(0.125, 2, same), same.grad, start, 20, np.random.default_rng(1)
    )
    plain = trajectory(GradientDescent(0.125), SADDLE.grad, start, 20)
    np.testing.assert_allclose(run.x, plain.x, rtol=1e-12)


@pytest.mark.parametrize(
    ("make", "named"),
    [
        (lambda: Nesterov(0, 0.9), "eta is 0"),
        (lambda: Nesterov(0.1, 1), "beta is 1"),
        (lambda: Adam(-1), "eta is -1"),
        (lambda: Adam(0.1, beta1=1), "beta1 is 1"),
        (lambda: Adam(0.1, beta2=math.nan), "beta2 is nan"),
        (lambda: Adam(0.1, epsilon=0), "epsilon is 0"),
        (lambda: WarmUp(0.1, 0), "warm_up is 0"),
        (lambda: SphereNoiseGradientDescent(0.1, -1), "scale is -1"),
        (lambda: StochasticGradientDescent(0.1, 0, TERMS), "batch is 0"),
        (lambda: thresholds_of_2017(8, 24, 0, 1, 0.1, 1, 2), "epsilon is 0"),
        (lambda: thresholds_of_2017(8, 24, 0.1, 2, 0.1, 1, 2), "c is 2"),
        (lambda: variant_of_2021(8, 2, 0, 2), "epsilon is 0"),
        (lambda: variant_of_2021(8, 2, 0.1, 0.5), "iota is 0.5"),
        (lambda: noise_of_2021(0.1, -1, 2), "radius is -1"),
        (lambda: optimizers.make("gradient_decent", eta=0.1), "mean gradient_descent"),
        (lambda: optimizers.make("adam", beta_1=0.9, eta=0.1), "mean beta1 or"),
        (lambda: optimizers.make("heavy_ball", eta=0.1), "beta"),
        (lambda: optimizers.make("perturbed_gradient_descent", eta=1, epsilon=0, radius=1), "eps"),
    ],
)
def test_a_wrong_parameter_or_name_is_named(make, named):
    with pytest.raises(UserError, match=named):
        make()


def test_every_optimizer_is_made_by_name():
    assert optimizers.make("heavy_ball", eta=0.1, beta=0.5) == HeavyBall(0.1, 0.5)
    assert len(optimizers.names()) == 15


@pytest.mark.parametrize("dimension", [1, 2, 3, 4, 5, 9])
def test_lengths_are_euclidean_in_every_dimension(dimension):
    rows = np.random.default_rng(dimension).standard_normal((50, dimension))
    assert np.allclose(lengths(rows), np.linalg.norm(rows, axis=-1), rtol=1e-15, atol=0)
    assert np.array_equal(lengths(np.full((1, dimension), np.inf)), [np.inf])


def test_adam_corrects_each_replica_by_its_own_age():
    method, gradient = Adam(0.1), lambda x: 2 * x
    one = trajectory(method, gradient, [[1.0, -2.0]], 5)
    later = State(one.x[3], {name: kept[3] for name, kept in one.memory.items()})
    fresh = method.begin(np.array([[1.0, -2.0]]))
    both = State(
        np.concatenate([later.x, fresh.x]),
        {name: np.concatenate([later.memory[name], fresh.memory[name]]) for name in later.memory},
    )
    after = method.step(both, gradient, np.random.default_rng(0)).x
    assert np.array_equal(after, np.concatenate([one.x[4], one.x[1]]))
