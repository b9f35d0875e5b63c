"""Units put in another order, found again, matched best; barriers on lines that are known."""

from itertools import permutations, product

import jax
import numpy as np
import pytest

from provenscape.errors import UserError
from provenscape.models.networks import losses
from provenscape.models.networks.alignment import match_activations, match_weights, permute
from provenscape.models.networks.barriers import along, barrier
from provenscape.models.networks.mlp import MLP, mixture

NETWORK = MLP((5, 7, 6, 3))
REPLICAS = 3


@pytest.fixture
def generator():
    return np.random.default_rng(7)


def start(network, generator):
    """Starts in double precision, with biases that are not 0."""
    return [
        layer | {"biases": generator.standard_normal(layer["biases"].shape)}
        for layer in network.initial(generator, REPLICAS, dtype=np.float64)
    ]


def whole(network, generator):
    """Weights and biases that are small whole numbers, so that sums are exact in any order."""
    return jax.tree.map(
        lambda leaf: generator.integers(-3, 4, leaf.shape).astype(np.float64),
        start(network, generator),
    )


def orders(network, generator):
    """Permutations of the hidden layers, each replica with its own."""
    return [
        generator.permuted(np.tile(np.arange(n), (REPLICAS, 1)), axis=1)
        for n in network.widths[1:-1]
    ]


def outputs(parameters, inputs):
    """Of rectified networks, in NumPy; (replicas, n, outputs)."""
    h = inputs
    for number, layer in enumerate(parameters, 1):
        h = h @ np.asarray(layer["weights"]) + np.asarray(layer["biases"])[:, None, :]
        h = np.maximum(h, 0) if number < len(parameters) else h
    return h


def product_of(first, second):
    """Σ of products of all parameters, for each replica."""
    leaves = zip(jax.tree.leaves(first), jax.tree.leaves(second), strict=True)
    return sum((np.asarray(a) * np.asarray(b)).reshape(len(a), -1).sum(axis=1) for a, b in leaves)


@pytest.mark.parametrize("network", [NETWORK, MLP((5, 4, 3)), MLP((2, 3, 4, 5, 2))])
def test_a_permuted_network_is_the_same_function_exactly(network, generator):
    theta = whole(network, generator)
    moved = permute(theta, orders(network, generator))
    inputs = generator.integers(-3, 4, (11, network.widths[0])).astype(np.float64)
    np.testing.assert_array_equal(outputs(moved, inputs), outputs(theta, inputs))
    assert any((a != b).any() for a, b in zip(jax.tree.leaves(moved), jax.tree.leaves(theta)))  # noqa: B905


def test_unit_j_of_the_permuted_network_is_the_unit_that_the_order_names(generator):
    theta, order = start(NETWORK, generator), orders(NETWORK, generator)
    inputs = generator.standard_normal((4, 5))
    hidden = jax.vmap(NETWORK.hidden, (0, None))
    before, after = hidden(theta, inputs), hidden(permute(theta, order), inputs)
    for layer, named in enumerate(order):
        expected = np.take_along_axis(np.asarray(before[layer]), named[:, None, :], axis=2)
        np.testing.assert_allclose(after[layer], expected, atol=1e-12)


def match(by, first, second, generator):
    if by == "weights":
        return match_weights(NETWORK, first, second)
    inputs = generator.standard_normal((REPLICAS, 200, 5))
    return match_activations(NETWORK, first, second, inputs)


@pytest.mark.parametrize("by", ["weights", "activations"])
def test_a_planted_permutation_is_found(by, generator):
    theta = start(NETWORK, generator)
    moved = permute(theta, orders(NETWORK, generator))
    found = permute(moved, match(by, theta, moved, generator))
    for ours, theirs in zip(jax.tree.leaves(theta), jax.tree.leaves(found), strict=True):
        np.testing.assert_array_equal(ours, theirs)


def test_matching_by_weights_never_moves_the_second_network_away(generator):
    first, second = start(NETWORK, generator), start(NETWORK, generator)
    matched = permute(second, match_weights(NETWORK, first, second))
    assert (product_of(first, matched) > product_of(first, second)).all()


def test_one_hidden_layer_is_matched_best_of_all(generator):
    network = MLP((3, 4, 2))
    first, second = start(network, generator), start(network, generator)
    reached = product_of(first, permute(second, match_weights(network, first, second)))
    every = [
        product_of(first, permute(second, [np.tile(order, (REPLICAS, 1))]))
        for order in map(np.array, permutations(range(4)))
    ]
    np.testing.assert_allclose(reached, np.max(every, axis=0), rtol=1e-12)


def test_no_layer_by_itself_can_be_matched_better(generator):
    network = MLP((3, 4, 4, 2))
    first, second = start(network, generator), start(network, generator)
    matched = permute(second, match_weights(network, first, second))
    still = np.tile(np.arange(4), (REPLICAS, 1))
    for layer, order in product(range(2), map(np.array, permutations(range(4)))):
        change = [still, still]
        change[layer] = np.tile(order, (REPLICAS, 1))
        other = product_of(first, permute(matched, change))
        assert (other <= product_of(first, matched) + 1e-9).all()


def test_a_unit_without_variance_is_matched_with_what_is_left(generator):
    theta = start(NETWORK, generator)
    dead = [layer | {} for layer in theta]
    dead[0] = {
        "weights": np.asarray(theta[0]["weights"]).copy(),
        "biases": np.asarray(theta[0]["biases"]).copy(),
    }
    dead[0]["weights"][:, :, 2] = 0
    dead[0]["biases"][:, 2] = -1
    found = match_activations(NETWORK, dead, dead, generator.standard_normal((REPLICAS, 50, 5)))
    np.testing.assert_array_equal(found[0], np.tile(np.arange(7), (REPLICAS, 1)))


def test_values_along_a_line_are_those_of_mixtures_on_the_rows(generator):
    network = MLP((5, 4, 3), normalised=True)
    first, second = start(network, generator), start(network, generator)
    inputs, labels = generator.standard_normal((20, 5)), generator.integers(0, 3, 20)
    rows = np.array([generator.permutation(20)[:9] for _ in range(REPLICAS)])
    shares = np.array([0, 0.25, 1])
    measures = (losses.cross_entropy, losses.error_rate)
    found = along(network, measures, first, second, shares, inputs, labels, rows)
    assert found.shape == (2, REPLICAS, 3)
    for r, share in ((0, 1), (2, 2)):
        place = jax.tree.map(lambda a, r=r: a[r], mixture(first, second, shares[share]))
        expected = [
            measure(network, place, inputs[rows[r]], labels[rows[r]]) for measure in measures
        ]
        np.testing.assert_allclose(found[:, r, share], expected, rtol=1e-6)


def test_the_barrier_is_the_greatest_excess_over_the_chord():
    shares = np.array([0, 0.25, 0.5, 1])
    values = np.array([[1, 2, 2.5, 3], [0, 0.1, 0.2, 1], [1, 3, 9, 5]])
    np.testing.assert_allclose(barrier(values, shares), [0.5, 0, 6])


def test_what_cannot_be_aligned_is_refused(generator):
    theta = start(NETWORK, generator)
    skipping = MLP((5, 7, 6, 3), skip=True)
    with pytest.raises(UserError, match="skip connections"):
        match_weights(skipping, theta, theta)
    with pytest.raises(UserError, match="skip connections"):
        match_activations(skipping, theta, theta, generator.standard_normal((REPLICAS, 4, 5)))
    with pytest.raises(UserError, match="sweeps is 0"):
        match_weights(NETWORK, theta, theta, sweeps=0)
    with pytest.raises(UserError, match="give permutations of the hidden layers"):
        permute(theta, orders(NETWORK, generator)[:1])
    twice = [np.zeros_like(order) for order in orders(NETWORK, generator)]
    with pytest.raises(UserError, match="names a unit twice"):
        permute(theta, twice)
    with pytest.raises(UserError, match="from 0 to 1"):
        barrier(np.ones((2, 3)), np.array([0, 0.5, 0.9]))
