"""Networks in JAX against NumPy: outputs, gradients, curvature, training; and what is refused."""

import jax
import numpy as np
import pytest
from jax.flatten_util import ravel_pytree
from sklearn.datasets import load_digits

from provenscape.errors import UserError
from provenscape.models.networks import TwoLayerNetwork, curvature, digits, losses, mlp, training
from provenscape.models.networks.mlp import MLP

KINDS = {
    "plain": {},
    "kernel": {"kernel_scaling": True, "activation": "tanh"},
    "normalised": {"normalised": True, "activation": "softplus"},
    "skip": {"skip": True, "activation": "tanh"},
    "both": {"skip": True, "normalised": True, "activation": "tanh"},
}


@pytest.fixture(params=KINDS)
def network(request):
    return MLP((3, 4, 4, 2), **KINDS[request.param])


@pytest.fixture
def data():
    generator = np.random.default_rng(5)
    return generator.standard_normal((7, 3)), generator.integers(0, 2, 7).astype(np.int32)


def start(network, replicas=2, seed=0):
    """Starts in double precision, with biases that are not 0."""
    generator = np.random.default_rng(seed)
    layers = network.initial(generator, replicas, dtype=np.float64)
    return [
        layer | {"biases": generator.standard_normal(layer["biases"].shape)} for layer in layers
    ]


def one(parameters, replica=0):
    return jax.tree.map(lambda a: a[replica], parameters)


def by_hand(network, parameters, inputs, reference):
    """f at `inputs`, the formulas of the module's docstring written out in NumPy."""
    gain = 2**0.5 if network.activation == "relu" else 1.0
    act = {
        "relu": lambda z: np.maximum(z, 0),
        "tanh": np.tanh,
        "softplus": lambda z: np.log1p(np.exp(z)),
    }[network.activation]
    h, known = inputs, reference
    for number, layer in enumerate(parameters):
        weights, biases = np.asarray(layer["weights"]), np.asarray(layer["biases"])
        if network.kernel_scaling:
            weights = gain * weights / np.sqrt(len(weights))
        z, k = h @ weights + biases, known @ weights + biases
        if number == len(parameters) - 1:
            return z
        if network.normalised:
            mean, spread = k.mean(0), np.sqrt(k.var(0) + network.epsilon)
            z, k = (z - mean) / spread, (k - mean) / spread
        through = network.skip and h.shape[1] == z.shape[1]
        h, known = (h * through if through else 0) + act(z), (known if through else 0) + act(k)


def test_outputs_are_those_of_the_formula(network, data):
    inputs, _ = data
    parameters = one(start(network))
    reference = np.random.default_rng(9).standard_normal((5, 3))
    for known in (None, reference):
        expected = by_hand(network, parameters, inputs, inputs if known is None else known)
        found = network.outputs(parameters, inputs, known)
        np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-12)


def test_gradients_agree_with_differences(network, data):
    inputs, labels = data
    targets = np.random.default_rng(6).standard_normal((7, 2))
    for loss, goal in ((losses.cross_entropy, labels), (losses.squared_error, targets)):
        flat, unflatten = ravel_pytree(one(start(network)))
        shifts = 1e-6 * np.eye(len(flat))
        at = np.concatenate([flat + shifts, flat - shifts, flat[None]])
        values, slopes = jax.jit(
            jax.vmap(jax.value_and_grad(lambda v: loss(network, unflatten(v), inputs, goal)))  # noqa: B023
        )(at)
        above, below = values[:-1].reshape(2, -1)
        np.testing.assert_allclose(slopes[-1], (above - below) / 2e-6, atol=1e-7)


def test_the_kernel_scaling_is_that_of_the_two_layer_network():
    generator = np.random.default_rng(1)
    inputs, targets = generator.standard_normal((4, 3)), generator.standard_normal(4)
    written_out = TwoLayerNetwork(6, inputs, targets)
    theta = written_out.initial(generator, 2)
    inner, outer = theta[:, :18].reshape(2, 6, 3), theta[:, 18:, None]
    network = MLP((3, 6, 1), "tanh", kernel_scaling=True)
    parameters = [
        {"weights": np.sqrt(3) * inner.transpose(0, 2, 1), "biases": np.zeros((2, 6))},
        {"weights": outer, "biases": np.zeros((2, 1))},
    ]
    outputs = jax.vmap(network.outputs, (0, None))(parameters, inputs)[..., 0]
    np.testing.assert_allclose(outputs - targets, written_out.residual(theta), rtol=1e-12)


def test_one_step_is_gradient_descent_with_momentum(data):
    network = MLP((3, 4, 4, 2), **KINDS["both"])
    inputs, labels = data
    begun = start(network)
    order = np.arange(7, dtype=np.int32)[None, None].repeat(2, 0).repeat(3, 1)
    path = training.train(
        network, losses.cross_entropy, begun, inputs, labels, order,
        np.array([0.1, 0.2]), momentum=0.5, records=3,
    )  # fmt: skip
    _, unflatten = ravel_pytree(one(begun))
    slope = jax.jit(jax.grad(lambda v: losses.cross_entropy(network, unflatten(v), inputs, labels)))
    for replica, rate in enumerate((0.1, 0.2)):
        flat, _ = ravel_pytree(one(begun, replica))
        velocity = np.zeros(len(flat))
        for record in range(3):
            velocity = 0.5 * velocity - rate * slope(flat)
            flat = flat + velocity
            there = jax.tree.map(lambda a, t=record, r=replica: a[t, r], path)
            np.testing.assert_allclose(ravel_pytree(there)[0], flat, rtol=1e-10)


def test_replicas_do_not_disturb_each_other(data):
    inputs, labels = data
    network = MLP((3, 4, 2), "relu")
    begun = start(network, 3)
    begun[0]["weights"] = np.where(np.arange(3)[:, None, None] == 1, np.inf, begun[0]["weights"])
    order = training.batches(np.random.default_rng(0), 3, 7, 2, 5)
    path = training.train(network, losses.cross_entropy, begun, inputs, labels, order, 0.1)
    copies = np.array([2, 2, 2])
    alone = training.train(
        network, losses.cross_entropy, jax.tree.map(lambda a: a[copies], begun), inputs, labels,
        order[copies], 0.1,
    )  # fmt: skip
    ends = np.asarray(mlp.flatten(jax.tree.map(lambda a: a[-1], path)))
    assert np.isnan(ends[1]).any() and np.isfinite(ends[[0, 2]]).all()
    expected = mlp.flatten(jax.tree.map(lambda a: a[-1], alone))[0]
    np.testing.assert_allclose(ends[2], expected, rtol=1e-12)


def test_each_epoch_uses_each_example_once():
    order = training.batches(np.random.default_rng(0), 4, 10, 3, 6)
    assert order.shape == (4, 6, 3)
    for epoch in (order[:, :3], order[:, 3:]):
        assert all(len(set(rows.ravel().tolist())) == 9 for rows in epoch)
    assert (order[0] != order[1]).any() and (order[:, :3] != order[:, 3:]).any()


def test_lanczos_finds_the_spectrum_within_its_residuals(data):
    network = MLP((3, 4, 4, 2), **KINDS["both"])
    inputs, labels = data
    parameters = start(network)
    values, residuals = curvature.hessian_eigenvalues(
        network, losses.cross_entropy, parameters, inputs, labels, np.random.default_rng(3), 15
    )
    _, unflatten = ravel_pytree(one(parameters))
    dense = jax.jit(
        jax.hessian(lambda v: losses.cross_entropy(network, unflatten(v), inputs, labels))
    )
    for replica in range(2):
        exact = np.linalg.eigvalsh(dense(ravel_pytree(one(parameters, replica))[0]))
        away = np.abs(values[replica][:, None] - exact).min(axis=1)
        assert (away <= residuals[replica] + 1e-12).all()
        assert exact[-1] == pytest.approx(values[replica, -1], abs=1e-6)


def test_mixtures():
    network = MLP((3, 4, 2))
    first, second = start(network, 3, 0), start(network, 3, 1)
    half = mlp.mixture(first, second, 0.25)
    first, second, half = map(mlp.flatten, (first, second, half))
    np.testing.assert_allclose(half, 0.75 * first + 0.25 * second, rtol=1e-6)
    assert first.shape == (3, network.size)


def test_losses_of_known_outputs():
    network = MLP((2, 2))
    parameters = [{"weights": np.eye(2), "biases": np.zeros(2)}]
    inputs, labels = np.array([[3.0, 0.0], [0.0, 1.0], [2.0, 0.0]]), np.array([0, 1, 1])
    expected = np.log1p(np.exp([-3.0, -1.0, 2.0])).mean()
    assert losses.cross_entropy(network, parameters, inputs, labels) == pytest.approx(expected)
    assert losses.error_rate(network, parameters, inputs, labels) == pytest.approx(1 / 3)
    assert losses.squared_error(network, parameters, inputs, inputs + 1) == pytest.approx(1)


def test_digits_are_those_of_the_library():
    for ours, theirs in zip(digits.load(), load_digits(return_X_y=True), strict=True):
        np.testing.assert_array_equal(ours, theirs, strict=True)
        assert ours.strides == theirs.strides  # sums go the same way


def test_digits_are_split_without_overlap():
    drawn = digits.split(np.random.default_rng(2), 1200, 597)
    assert drawn.inputs.shape == (1200, 64) and drawn.test_inputs.shape == (597, 64)
    np.testing.assert_allclose(drawn.inputs.mean(axis=0), 0, atol=1e-6)
    images, _ = digits.load()
    mean = -drawn.inputs.min(axis=0) * 16  # each pixel off the corners is 0 somewhere
    rebuilt = np.vstack([drawn.inputs, drawn.test_inputs]) * 16 + mean
    shown = np.ptp(images, axis=0) > 0
    low = images[:, shown].min(axis=0) == 0
    key = lambda rows: sorted(map(tuple, np.rint(rows[:, shown][:, low]).astype(int)))  # noqa: E731
    assert key(rebuilt) == key(images)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: MLP((3,)), "widths"),
        (lambda: MLP((3, 0, 2)), "a width is 0"),
        (lambda: MLP((3, 2), "sine"), "activation is 'sine'"),
        (lambda: MLP((3, 2), epsilon=-1), "epsilon"),
        (lambda: MLP((3, 2)).initial(np.random.default_rng(0), 0), "replicas is 0"),
        (lambda: training.batches(np.random.default_rng(0), 1, 5, 6, 1), "batch is 6"),
        (lambda: digits.split(np.random.default_rng(0), 1500, 400), "there are 1797"),
        (lambda: digits.split(np.random.default_rng(0), 5, 5), "have no"),
        (lambda: digits.check(np.ones((2, 3)), np.array([0.0, np.nan])), "label"),
        (lambda: digits.check(np.ones((2, 3)), np.array([0, 10])), "label"),
        (lambda: digits.check(np.full((2, 3), np.nan), np.array([0, 1])), "not finite"),
        (lambda: digits.check(np.ones((2, 3)), np.array([0])), "do not match"),
    ],
)
def test_bad_input_is_refused(make, says):
    with pytest.raises(UserError, match=says):
        make()


def test_training_that_does_not_fit_is_refused(data):
    network = MLP((3, 4, 2))
    order = training.batches(np.random.default_rng(0), 2, 7, 2, 5)
    with pytest.raises(UserError, match="cannot be shared by 2 records"):
        training.train(network, losses.cross_entropy, start(network), *data, order, 0.1, records=2)
    with pytest.raises(UserError, match="2 replicas, 3 networks"):
        training.train(network, losses.cross_entropy, start(network, 3), *data, order, 0.1)
    with pytest.raises(UserError, match="steps is 99"):
        curvature.hessian_eigenvalues(
            network, losses.cross_entropy, start(network), *data, np.random.default_rng(0), 99
        )
