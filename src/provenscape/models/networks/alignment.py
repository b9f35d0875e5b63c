"""Hidden units of one network put in the order of another's, by weights or by activations.

Reordering the units of hidden layers, with the columns of the weights before, the biases and the
rows of the weights after, leaves the function of a network as it was: π_l(j) is the unit that comes
to place j of layer l, and W_l becomes W_l[π_(l−1)(i), π_l(j)].

By weights: Σ_l ⟨W_l, W'_l⟩ + ⟨b_l, b'_l⟩, W' and b' reordered, is raised by one layer's permutation
at a time, each time to its maximum, until no layer raises it (Ainsworth, Hayase & Srinivasa 2023).
With one hidden layer that is the greatest value, with more of them it may not be. By activations:
the sum of correlations of matched units over the inputs is greatest, in each layer for itself (Li
et al. 2016). Each maximum is a linear assignment.
"""

from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
from scipy.optimize import linear_sum_assignment

from provenscape.errors import UserError
from provenscape.models.networks.mlp import MLP, Parameters
from provenscape.models.networks.requirements import (
    require_double,
    require_finite,
    require_inputs,
    require_layers,
    require_replicas,
)
from provenscape.models.requirements import require_count

Permutations = list[np.ndarray]  # π_l of each hidden layer, shape (replicas, n_l)
RISE = 1e-9  # of the sum for one layer, relative; what is less may be rounding


def permute(parameters: Parameters, permutations: Permutations) -> Parameters:
    """Return the networks with unit π_l(j) at place j of each hidden layer; replicas first."""
    _require_orders(parameters, permutations)
    found = []
    for number, layer in enumerate(parameters):
        weights, biases = np.asarray(layer["weights"]), np.asarray(layer["biases"])
        if number > 0:
            weights = np.take_along_axis(weights, permutations[number - 1][:, :, None], axis=1)
        if number < len(permutations):
            weights = np.take_along_axis(weights, permutations[number][:, None, :], axis=2)
            biases = np.take_along_axis(biases, permutations[number], axis=1)
        found.append({"weights": jnp.asarray(weights), "biases": jnp.asarray(biases)})
    return found


def match_weights(
    network: MLP, first: Parameters, second: Parameters, sweeps: int = 100
) -> Permutations:
    """Return the order of each second network's units that brings its weights near the first's.

    Begins with the order as it is; goes through the layers at most `sweeps` times. Raises UserError
    for skip connections, which tie the orders of layers to each other, and for networks of other
    widths or with weights that are not finite.
    """
    _require_free("match_weights", network, first, second)
    require_count("match_weights", "sweeps", sweeps)
    ours, theirs = _double(first), _double(second)
    replicas = len(ours[0][0])
    found = [np.tile(np.arange(n), (replicas, 1)) for n in network.widths[1:-1]]
    for _ in range(sweeps):
        risen = False
        for number, before in enumerate(found):
            gains = _gains(ours, theirs, found, number)
            after = _assignments(gains)
            old, new = _sums(gains, before), _sums(gains, after)
            better = new > old + RISE * np.abs(old)
            found[number] = np.where(better[:, None], after, before)
            risen |= bool(better.any())
        if not risen:
            break
    return found


def match_activations(
    network: MLP, first: Parameters, second: Parameters, inputs: np.ndarray
) -> Permutations:
    """Return the order of each second network's units that correlates them with the first's.

    `inputs` has the replicas first, (replicas, n, d). A unit that is constant has correlation 0
    with all. Raises UserError for skip connections, networks of other widths, and numbers that are
    not finite.
    """
    require_double("match_activations")
    replicas = _require_free("match_activations", network, first, second)
    shape = require_inputs("match_activations", inputs, network.widths[0], 3)
    if shape[0] != replicas:
        raise UserError(f"match_activations: {replicas} networks, inputs for {shape[0]}")
    require_finite("match_activations", inputs=inputs)
    tables = _correlations(network, first, second, jnp.asarray(inputs))
    return [_assignments(np.asarray(table, np.float64)) for table in tables]


@partial(jax.jit, static_argnums=0)
def _correlations(
    network: MLP, first: Parameters, second: Parameters, inputs: jax.Array
) -> list[jax.Array]:
    """For each hidden layer the correlations of first with second units, (replicas, n_l, n_l)."""

    def standard(h: jax.Array) -> jax.Array:
        h = h - h.mean(axis=0)
        length = jnp.linalg.norm(h, axis=0)
        return jnp.where(length > 0, h / jnp.where(length > 0, length, 1), 0)

    def one(ours: Parameters, theirs: Parameters, x: jax.Array) -> list[jax.Array]:
        pairs = zip(network.hidden(ours, x)[:-1], network.hidden(theirs, x)[:-1], strict=True)
        return [standard(a).T @ standard(b) for a, b in pairs]

    return jax.vmap(one)(first, second, inputs)


def _gains(
    ours: list[tuple[np.ndarray, np.ndarray]],
    theirs: list[tuple[np.ndarray, np.ndarray]],
    orders: Permutations,
    number: int,
) -> np.ndarray:
    """What the sum has from their unit j at our place i of a layer, (replicas, n_l, n_l)."""
    (before, biases), (after, _) = ours[number], ours[number + 1]
    (their_before, their_biases), (their_after, _) = theirs[number], theirs[number + 1]
    if number > 0:
        rows = orders[number - 1][:, :, None]
        their_before = np.take_along_axis(their_before, rows, axis=1)
    if number + 1 < len(orders):
        columns = orders[number + 1][:, None, :]
        their_after = np.take_along_axis(their_after, columns, axis=2)
    return (
        before.transpose(0, 2, 1) @ their_before
        + biases[:, :, None] * their_biases[:, None, :]
        + after @ their_after.transpose(0, 2, 1)
    )


def _assignments(gains: np.ndarray) -> np.ndarray:
    """The permutation of the greatest sum for each replica; SciPy takes one matrix at a time."""
    return np.stack([linear_sum_assignment(table, maximize=True)[1] for table in gains])


def _sums(gains: np.ndarray, order: np.ndarray) -> np.ndarray:
    return np.take_along_axis(gains, order[:, :, None], axis=2).sum(axis=(1, 2))


def _double(parameters: Parameters) -> list[tuple[np.ndarray, np.ndarray]]:
    """Weights and biases of each layer, so that sums of their products can be compared."""
    return [
        (np.asarray(layer["weights"], np.float64), np.asarray(layer["biases"], np.float64))
        for layer in parameters
    ]


def _require_free(who: str, network: MLP, first: Parameters, second: Parameters) -> int:
    """Return the number of replicas of both."""
    if network.skip:
        raise UserError(f"{who}: skip connections tie the orders of layers; give a plain network")
    replicas = require_replicas(who, first, network.shapes)
    require_layers(who, second, network.shapes, replicas)
    for layer in (*first, *second):
        require_finite(who, **layer)
    return replicas


def _require_orders(parameters: Parameters, permutations: Permutations) -> None:
    shapes = [np.shape(layer["biases"]) for layer in parameters[:-1]]
    if [np.shape(order) for order in permutations] != shapes:
        raise UserError(f"permute: give permutations of the hidden layers, of shapes {shapes}")
    for order, (_, width) in zip(permutations, shapes, strict=True):
        if (np.sort(order, axis=1) != np.arange(width)).any():
            raise UserError("permute: an order names a unit twice or not at all")
