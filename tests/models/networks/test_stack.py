"""Networks whose design is data: equal to `MLP` of the same weights, and the design stays."""

import jax
import numpy as np
import pytest

from provenscape.errors import UserError
from provenscape.models.networks import digits, losses, training
from provenscape.models.networks.mlp import MLP
from provenscape.models.networks.stack import Design, Stack

DESIGNS = [Design(skip=s, normalised=n) for s in (False, True) for n in (False, True)]
WIDTHS = (5, *[4] * 6, 3)
OUTPUTS = jax.jit(Stack.outputs, static_argnums=0)  # compiled once, as the design is data
SLOPE = jax.jit(jax.grad(losses.cross_entropy, 1), static_argnums=0)


@pytest.fixture
def batch():
    generator = np.random.default_rng(1)
    return generator.standard_normal((7, 5)), generator.integers(0, 3, 7)


def first(parameters):
    return jax.tree.map(lambda leaf: leaf[0], parameters)


@pytest.mark.parametrize("design", DESIGNS)
def test_outputs_and_gradients_are_those_of_the_same_network_written_out(design, batch):
    plain = MLP(WIDTHS, "tanh", normalised=design.normalised, skip=design.skip)
    stack = Stack(5, 4, 6, 3, "tanh")
    start = plain.initial(np.random.default_rng(0), 2, dtype=np.float64)
    layers, together = first(start), first(stack.stacked(start, design))
    for reference in (None, batch[0][:4]):
        np.testing.assert_allclose(
            OUTPUTS(stack, together, batch[0], reference),
            plain.outputs(layers, batch[0], reference),
            rtol=1e-12,
        )
    one = jax.grad(losses.cross_entropy, 1)(plain, layers, *batch)
    other = SLOPE(stack, together, *batch)
    blocks = [layer["weights"] for layer in one[1:-1]]
    np.testing.assert_allclose(other[1]["weights"], np.stack(blocks), rtol=1e-9, atol=1e-14)
    np.testing.assert_allclose(other[0]["weights"], one[0]["weights"], rtol=1e-9, atol=1e-14)


def test_a_branch_of_strength_zero_leaves_the_first_layer_as_it_is(batch):
    stack = Stack(5, 4, 6, 3)
    start = first(stack.initial(np.random.default_rng(0), 1, Design(skip=True, branch=0.0)))
    h = stack.enter(start[0], batch[0], 7)
    np.testing.assert_allclose(
        stack.outputs(start, batch[0]), h @ start[2]["weights"] + start[2]["biases"], rtol=1e-6
    )


def test_training_leaves_the_design_alone(batch):
    stack = Stack(5, 4, 6, 3)
    start = stack.initial(np.random.default_rng(0), 2, Design(True, True, 0.5))
    order = training.batches(np.random.default_rng(0), 2, 7, 3, 4)
    end = training.train(stack, losses.cross_entropy, start, *batch, order, 0.1)
    for name in ("skip", "branch", "normalised"):
        np.testing.assert_array_equal(end[1][name][0], start[1][name])
    assert not np.array_equal(end[1]["weights"][0], start[1]["weights"])
    assert stack.size == sum(leaf[0].size for leaf in jax.tree.leaves(start))


@pytest.mark.parametrize("numbers", [(0, 4, 6, 3), (5, 0, 6, 3), (5, 4, 1, 3), (5, 4, 6, 0)])
def test_counts_that_make_no_network_are_named(numbers):
    with pytest.raises(UserError, match="Stack"):
        Stack(*numbers)


def test_an_unknown_activation_is_named():
    with pytest.raises(UserError, match="known are"):
        Stack(5, 4, 6, 3, "sine")


def test_each_replica_draws_each_image_once_and_no_more_than_there_are():
    rows = digits.drawn(np.random.default_rng(0), 3, 6, np.zeros(8, int))
    assert all(len(set(row)) == 6 for row in rows.tolist())
    with pytest.raises(UserError, match="9 examples"):
        digits.drawn(np.random.default_rng(0), 3, 9, np.zeros(8, int))


def test_a_replica_that_misses_a_class_is_told():
    labels = np.repeat([4, 7], 4)
    digits.drawn(np.random.default_rng(0), 3, 5, labels)
    with pytest.raises(UserError, match="replica 0 have no"):
        digits.drawn(np.random.default_rng(0), 3, 1, labels)
