"""The two-layer network's gradient and tangent kernel against differences of its outputs."""

import numpy as np
import pytest

from provenscape.errors import UserError
from provenscape.models.networks import TwoLayerNetwork, random_data


@pytest.fixture(params=[0.5, 1.0])
def network(request):
    return TwoLayerNetwork(7, *random_data(np.random.default_rng(1), 4, 3), request.param)


def jacobian(network, theta):
    """∂f_θ(X)/∂θ for one θ by central differences; shape (n, size)."""
    h = 1e-6
    shifts = h * np.eye(network.size)
    return ((network.residual(theta + shifts) - network.residual(theta - shifts)) / (2 * h)).T


def test_gradient_and_kernel_agree_with_differences(network):
    theta = network.initial(np.random.default_rng(2), 3)
    for k, one in enumerate(theta):
        by_differences = jacobian(network, one)
        expected = network.residual(theta)[k] @ by_differences
        np.testing.assert_allclose(network.gradient(theta)[k], expected, atol=1e-8)
        kernel = by_differences @ by_differences.T
        np.testing.assert_allclose(network.kernel(theta)[k], kernel, atol=1e-8)


def test_one_unit_computes_what_the_formula_says():
    network = TwoLayerNetwork(1, np.array([[0.6, 0.8]]), np.array([0.25]))
    theta = np.array([[0.5, -1.0, 2.0]])  # w = (1/2, −1), a = 2
    output = 2 * np.tanh(0.5 * 0.6 - 0.8)
    assert network.loss(theta)[0] == pytest.approx((output - 0.25) ** 2 / 2, rel=1e-14)


def test_the_squared_gradient_is_at_least_twice_the_kernels_least_eigenvalue_times_the_loss():
    network = TwoLayerNetwork(64, *random_data(np.random.default_rng(3), 5, 4))
    theta = network.initial(np.random.default_rng(4), 20)
    least = np.linalg.eigvalsh(network.kernel(theta))[:, 0]
    squared = (network.gradient(theta) ** 2).sum(axis=-1)
    assert (squared >= 2 * least * network.loss(theta) * (1 - 1e-12)).all()


def test_data_lie_on_the_sphere():
    inputs, targets = random_data(np.random.default_rng(0), 50, 6)
    np.testing.assert_allclose(np.linalg.norm(inputs, axis=-1), 1)
    assert targets.shape == (50,)


def test_shapes_that_do_not_match_are_refused():
    with pytest.raises(UserError, match="do not match"):
        TwoLayerNetwork(3, np.ones((4, 2)), np.ones(5))
    with pytest.raises(UserError, match="width is 0"):
        TwoLayerNetwork(0, np.ones((4, 2)), np.ones(4))
