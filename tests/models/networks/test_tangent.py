"""Tangent kernels against Jacobians and a second implementation; training; what is refused."""

import jax
import numpy as np
import pytest
from jax.flatten_util import ravel_pytree

from provenscape.errors import UserError
from provenscape.models.networks.mlp import MLP, flatten
from provenscape.models.networks.tangent import descend, limit_kernel, start_kernels, tangent_kernel


@pytest.mark.parametrize(("widths", "activation"), [((3, 5, 1), "relu"), ((2, 4, 3, 1), "tanh")])
@pytest.mark.parametrize("scaling", [True, False])
def test_the_kernel_is_the_jacobian_times_its_transpose(widths, activation, scaling):
    rng = np.random.default_rng(1)
    network = MLP(widths, activation, kernel_scaling=scaling)
    start = network.initial(rng, 2, dtype=np.float64)
    inputs = rng.standard_normal((2, 4, widths[0]))
    kernels = np.asarray(tangent_kernel(network, start, inputs))
    _, unflatten = ravel_pytree(jax.tree.map(lambda a: a[0], start))
    slope = jax.jit(jax.jacobian(lambda theta, x: network.outputs(unflatten(theta), x)[:, 0]))
    for kernel, rows, number in zip(kernels, inputs, range(2), strict=True):
        flat, _ = ravel_pytree(jax.tree.map(lambda a, r=number: a[r], start))
        jacobian = slope(flat, rows)
        assert np.allclose(kernel, jacobian @ jacobian.T, rtol=1e-12)


def test_short_descent_follows_the_linear_equation():
    rng = np.random.default_rng(2)
    network = MLP((3, 40, 1), "tanh", kernel_scaling=True)
    start = network.initial(rng, 2, dtype=np.float64)
    inputs, targets = rng.standard_normal((2, 5, 3)), rng.standard_normal((2, 4))
    step, scale = np.array([1e-5, 2e-5]), 0.7
    course = descend(network, start, inputs, targets, step, 1, scale)
    residual = course.outputs[0][:, :4] - targets
    change = -step[:, None] * (course.kernels[0][:, :, :4] @ residual[..., None])[..., 0]
    assert np.allclose(course.outputs[1] - course.outputs[0], change, rtol=1e-3)
    assert np.allclose(course.kernels[0], scale**2 * tangent_kernel(network, start, inputs))


@pytest.mark.parametrize(
    ("widths", "activation"),
    [((3, 5, 1), "relu"), ((2, 4, 3, 1), "tanh"), ((2, 3, 1), "softplus"), ((2, 3, 1), "identity")],
)
def test_descent_is_that_of_derivatives_taken_by_machine(widths, activation):
    rng = np.random.default_rng(4)
    network = MLP(widths, activation, kernel_scaling=True)
    start = network.initial(rng, 2, dtype=np.float64)
    inputs, targets = rng.standard_normal((2, 5, widths[0])), rng.standard_normal((2, 4))
    step, scale = np.array([0.1, 0.2]), 0.7

    def loss(theta, x, y):
        return ((scale * network.outputs(theta, x[:4])[:, 0] - y) ** 2).sum() / 2

    end, slope = start, jax.jit(jax.vmap(jax.grad(loss)))
    for _ in range(7):
        pull = slope(end, inputs, targets)
        end = jax.tree.map(lambda t, g: t - step.reshape(-1, *[1] * (t.ndim - 1)) * g, end, pull)
    course = descend(network, start, inputs, targets, step, 7, scale)
    for theta, kernel, outputs, hidden in zip(
        (start, end), course.kernels, course.outputs, course.hidden, strict=True
    ):
        layers = jax.vmap(network.hidden)(theta, inputs)
        np.testing.assert_allclose(outputs, scale * layers[-1][..., 0], rtol=1e-10)
        np.testing.assert_allclose(hidden, layers[-2], rtol=1e-10)
        np.testing.assert_allclose(
            kernel, scale**2 * tangent_kernel(network, theta, inputs), rtol=1e-10
        )
    first, last = flatten(start), flatten(end)
    np.testing.assert_allclose(course.length, np.linalg.norm(first, axis=1))
    np.testing.assert_allclose(course.moved, np.linalg.norm(last - first, axis=1))


@pytest.mark.parametrize(("dimension", "activation"), [(2, "tanh"), (5, "tanh"), (5, "relu")])
def test_kernels_at_the_start_have_the_law_of_those_of_weights(dimension, activation):
    """First and second moments agree, at widths and inputs that are far from any limit: with tanh
    they would not if W' in the derivatives were drawn anew, as is often assumed."""
    rng = np.random.default_rng(5)
    network = MLP((dimension, 2, 2, 2, 1), activation, kernel_scaling=True)
    count = 16_000
    rows = np.repeat(3 * rng.standard_normal((1, 3, dimension)), count, axis=0)
    drawn = tangent_kernel(network, network.initial(rng, count, dtype=np.float64), rows)
    moments = []
    for kernels in (drawn, start_kernels(network, rng, rows)):
        entries = kernels[:, *np.triu_indices(3)]
        squares = (entries[:, :, None] * entries[:, None, :])[:, *np.triu_indices(6)]
        moments.append(np.concatenate([entries, np.sqrt(np.abs(squares))], axis=1))
    gaps = moments[0].mean(axis=0) - moments[1].mean(axis=0)
    errors = np.sqrt((moments[0].var(axis=0) + moments[1].var(axis=0)) / count)
    assert (np.abs(gaps) < 5 * errors).all()


def test_what_is_refused():
    rng = np.random.default_rng(3)
    network = MLP((3, 4, 1), "tanh")
    start = network.initial(rng, 1)
    inputs = np.zeros((1, 2, 3))
    with pytest.raises(UserError, match="one output"):
        tangent_kernel(MLP((3, 4, 2)), start, inputs)
    with pytest.raises(UserError, match="give a network with kernel_scaling"):
        start_kernels(network, rng, inputs)
    with pytest.raises(UserError, match="one output"):
        descend(MLP((3, 4, 1), skip=True), start, inputs, np.zeros((1, 2)), 0.1, 1)
    with pytest.raises(UserError, match="do not match"):
        descend(network, start, inputs, np.zeros((1, 3)), 0.1, 1)
    with pytest.raises(UserError, match="not a finite number"):
        descend(network, start, inputs, np.full((1, 2), np.nan), 0.1, 1)


@pytest.mark.parametrize("hidden", [1, 2, 3])
def test_the_limit_of_linear_networks_is_a_multiple_of_that_of_their_inputs(hidden):
    rows = np.random.default_rng(1).standard_normal((2, 4, 5))
    network = MLP((5, *[7] * hidden, 1), "identity", kernel_scaling=True)
    expected = (hidden + 1) * (1 + rows @ rows.transpose(0, 2, 1) / 5)
    np.testing.assert_allclose(limit_kernel(network, rows), expected, rtol=1e-12)


@pytest.mark.parametrize("hidden", [1, 3])
def test_wide_networks_have_nearly_the_limit_and_narrow_ones_have_not(hidden):
    rng = np.random.default_rng(2)
    rows = np.repeat(rng.standard_normal((1, 4, 5)), 64, axis=0)
    gaps = []
    for width in (8, 256):
        network = MLP((5, *[width] * hidden, 1), "tanh", kernel_scaling=True)
        kernels = tangent_kernel(network, network.initial(rng, 64, dtype=np.float64), rows)
        gap = np.asarray(kernels).mean(axis=0) - limit_kernel(network, rows[:1])[0]
        gaps.append(np.linalg.norm(gap) / np.linalg.norm(limit_kernel(network, rows[:1])))
    assert gaps[1] < 0.02 and gaps[1] < gaps[0]


@pytest.mark.parametrize(("activation", "scaling"), [("relu", True), ("tanh", False)])
def test_the_limit_is_refused_where_it_is_not_this(activation, scaling):
    network = MLP((5, 8, 1), activation, kernel_scaling=scaling)
    with pytest.raises(UserError, match="kernel_scaling and a smooth activation"):
        limit_kernel(network, np.ones((1, 2, 5)))
