"""Tangent kernels against Jacobians and a second implementation; training; what is refused."""

import jax
import numpy as np
import pytest
from jax.flatten_util import ravel_pytree

from provenscape.errors import UserError
from provenscape.models.networks.mlp import MLP, flatten
from provenscape.models.networks.tangent import descend, limit_kernel, tangent_kernel


@pytest.mark.parametrize(("widths", "activation"), [((3, 5, 1), "relu"), ((2, 4, 3, 1), "tanh")])
@pytest.mark.parametrize("scaling", [True, False])
def test_the_kernel_is_the_jacobian_times_its_transpose(widths, activation, scaling):
    rng = np.random.default_rng(1)
    network = MLP(widths, activation, kernel_scaling=scaling)
    start = network.initial(rng, 2, dtype=np.float64)
    inputs = rng.standard_normal((2, 4, widths[0]))
    kernels = np.asarray(tangent_kernel(network, start, inputs))
    for kernel, rows, number in zip(kernels, inputs, range(2), strict=True):
        flat, unflatten = ravel_pytree(jax.tree.map(lambda a, r=number: a[r], start))
        jacobian = jax.jacobian(
            lambda theta, back=unflatten, x=rows: network.outputs(back(theta), x)[:, 0]
        )(flat)
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
    assert flatten(course.end).shape == (2, network.size)


def test_what_is_refused():
    rng = np.random.default_rng(3)
    network = MLP((3, 4, 1), "tanh")
    start = network.initial(rng, 1)
    inputs = np.zeros((1, 2, 3))
    with pytest.raises(UserError, match="one output"):
        tangent_kernel(MLP((3, 4, 2)), start, inputs)
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
