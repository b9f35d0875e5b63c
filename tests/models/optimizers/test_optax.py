"""Optimizers step by step against optax, an outside implementation of the same published formulas.

optax is fed with JAX's automatic derivative of the landscape's expression, so that the gradient is
a second opinion too. A method that draws random numbers is compared with optax's plain descent plus
the very noise that the run drew.
"""

from functools import cache

import jax
import jax.numpy as jnp
import numpy as np
import optax
import pytest
import sympy as sp

from provenscape.models import landscapes
from provenscape.models.optimizers import (
    Adam,
    FiniteSum,
    GradientDescent,
    HeavyBall,
    Nesterov,
    NoisyGradientDescent,
    SphereNoiseGradientDescent,
    StochasticGradientDescent,
    WarmUp,
    trajectory,
)

WELL = landscapes.get("double_well")
START = np.array([[0.9, -0.7], [0.01, 1.2], [0.0, 0.3], [-1.3, 0.0]])
STEPS = 100  # from about 150 on, Adam's steps at a minimum amplify the rounding of both programs
TOLERANCE = 2.0**-40  # 4096 units in the last place, gathered in 100 steps on a curved landscape


@pytest.fixture(autouse=True)
def double_precision():
    with jax.enable_x64(True):
        yield


def gradient(landscape):
    value = sp.lambdify([landscape.variables], landscape.expression, modules="jax")
    return jax.vmap(jax.grad(value))


def run_of_optax(method, slope, steps=STEPS, start=START, noise=None):
    """x₀, …, x_steps of shape (steps + 1, replicas, d), `noise` added after each step."""
    noise = np.zeros((steps, *start.shape)) if noise is None else noise

    def step(carry, kick):
        x, memory = carry
        update, memory = method.update(slope(x), memory, x)
        x = optax.apply_updates(x, update) + kick
        return (x, memory), x

    x = jnp.asarray(start)
    run = jax.lax.scan(step, (x, method.init(x)), jnp.asarray(noise))[1]
    return np.concatenate([start[None], np.asarray(run)])


def ramp(count):
    """η (count + 1) / 10, until it is η: optax counts steps from 0."""
    return 0.05 * jnp.minimum(1, (count.astype(float) + 1) / 10)


PAIRS = {
    "gradient descent": (GradientDescent(0.05), optax.sgd(0.05)),
    "heavy ball": (HeavyBall(0.02, 0.9), optax.sgd(0.02, momentum=0.9)),
    "Adam": (Adam(0.05), optax.adam(0.05)),
    "Adam, other constants": (
        Adam(0.02, 0.8, 0.95, 1e-3),
        optax.adam(0.02, b1=0.8, b2=0.95, eps=1e-3),
    ),
    "warm-up": (WarmUp(0.05, 10), optax.sgd(ramp)),
}


@cache
def on_the_well(name):
    """The run of optax's partner on the double well."""
    return run_of_optax(PAIRS[name][1], gradient(WELL))


@pytest.mark.parametrize("name", PAIRS)
def test_every_step_agrees_with_optax_to_rounding(name):
    run = trajectory(PAIRS[name][0], WELL.grad, START, STEPS).x
    np.testing.assert_allclose(run, on_the_well(name), rtol=TOLERANCE, atol=TOLERANCE)


def test_nesterov_agrees_with_optax_at_the_points_where_the_gradient_is_taken():
    """optax keeps the point ahead, x + β v, where ours keeps x."""
    method = Nesterov(0.02, 0.9)
    run = trajectory(method, WELL.grad, START, STEPS)
    ahead = run.x + method.beta * run.memory["velocity"]
    expected = run_of_optax(optax.sgd(0.02, momentum=0.9, nesterov=True), gradient(WELL))
    np.testing.assert_allclose(ahead, expected, rtol=TOLERANCE, atol=TOLERANCE)


@pytest.mark.parametrize("name", ["gradient descent", "heavy ball", "Adam", "warm-up"])
def test_the_comparison_notices_a_step_length_changed_by_a_millionth(name):
    """Negative control of the tests above."""
    ours = PAIRS[name][0]
    other = type(ours)(**{**vars(ours), "eta": ours.eta * (1 + 1e-6)})
    run = trajectory(other, WELL.grad, START, STEPS).x
    assert (np.abs(run - on_the_well(name)) > 1e3 * TOLERANCE).any()


def normal_noise(generator):
    return [0.01 * generator.standard_normal(START.shape) for _ in range(STEPS)]


def sphere_noise(generator):
    drawn = [generator.standard_normal(START.shape) for _ in range(STEPS)]
    return [-0.05 * kick / np.linalg.norm(kick, axis=-1, keepdims=True) for kick in drawn]


@pytest.mark.parametrize(
    ("ours", "noise"),
    [
        (NoisyGradientDescent(0.05, 0.01), normal_noise),
        (SphereNoiseGradientDescent(0.05), sphere_noise),
    ],
    ids=["normal", "sphere"],
)
def test_noisy_descent_is_the_descent_of_optax_with_the_noise_added(ours, noise):
    run = trajectory(ours, WELL.grad, START, STEPS, np.random.default_rng(1)).x
    kicks = np.array(noise(np.random.default_rng(1)))
    expected = run_of_optax(optax.sgd(0.05), gradient(WELL), noise=kicks)
    np.testing.assert_allclose(run, expected, rtol=2.0**-30, atol=2.0**-30)


def test_stochastic_descent_is_the_descent_of_optax_on_the_batches_that_it_draws():
    slopes = np.array([0.5, -1.0, 3.0])
    objective = FiniteSum(3, lambda x: x[..., None] * slopes)
    ours = StochasticGradientDescent(0.05, 2, objective)
    run = trajectory(ours, objective.grad, START, 40, np.random.default_rng(1)).x
    generator = np.random.default_rng(1)
    method = optax.sgd(0.05)
    x, memory = jnp.asarray(START), method.init(START)
    for point in run[1:]:
        drawn = generator.integers(3, size=(len(START), 1, 2))
        curvature = slopes[drawn].mean(axis=-1)
        update, memory = method.update(curvature * x, memory, x)
        x = optax.apply_updates(x, update)
        np.testing.assert_allclose(point, x, rtol=TOLERANCE, atol=0)
