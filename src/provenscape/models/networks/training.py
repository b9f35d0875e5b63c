"""Stochastic gradient descent on many networks at once, compiled once per shape.

    v ← β v − η ∇L_B(θ),   θ ← θ + v

with momentum β and a loss L_B over the batch B of a step. Every replica has batches and a step η of
its own, so that a batch of replicas may be a sweep. A replica that overflows stays nan; the others
go on undisturbed.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from provenscape.errors import UserError
from provenscape.models.networks.mlp import Network, Parameters
from provenscape.models.networks.requirements import (
    require_data,
    require_double,
    require_each,
    require_replicas,
    require_rows,
)
from provenscape.models.requirements import require_count, require_fraction, require_generator

Loss = Callable[[Any, Parameters, jax.Array, jax.Array], jax.Array]  # of a network first


def batches(
    generator: np.random.Generator, replicas: int, count: int, batch: int, steps: int
) -> np.ndarray:
    """Return which of `count` examples each step uses; shape (replicas, steps, batch).

    Each replica goes through the examples in a random order, anew in each epoch; what is left of an
    epoch when less than a batch remains is not used. Raises UserError if a batch is larger than the
    data.
    """
    require_generator("batches", generator)
    sizes = {"replicas": replicas, "count": count, "batch": batch, "steps": steps}
    for name, value in sizes.items():
        require_count("batches", name, value)
    if batch > count:
        raise UserError(f"batches: batch is {batch}, but there are {count} examples")
    each = count // batch
    epochs = -(-steps // each)
    orders = np.tile(np.arange(count, dtype=np.int32), (replicas, epochs, 1))
    orders = generator.permuted(orders, axis=2)[:, :, : each * batch]
    return orders.reshape(replicas, epochs * each, batch)[:, :steps]


def train(
    network: Network,
    loss: Loss,
    start: Parameters,
    inputs: np.ndarray,
    targets: np.ndarray,
    order: np.ndarray,
    step: float | np.ndarray,
    momentum: float = 0.0,
    records: int = 1,
) -> Parameters:
    """Return the parameters after equal shares of the steps: a first axis of length `records`.

    `start` and `order` (from `batches`) have the replicas first; `step` is one number or one for
    each replica. The axes of the answer are (records, replicas, …); the start is not among them.
    Raises UserError if the steps cannot be shared equally, replicas do not agree, the order names
    examples that are not there, data do not fit the network or are not finite, or a step or the
    momentum is none. Parameters may be nan.
    """
    require_double("train")
    networks = require_replicas("train", start, network.shapes)
    entering, leaving = network.shapes[0]["weights"][0], network.shapes[-1]["biases"][-1]
    (count,) = require_data("train", inputs, targets, entering, leaving)
    replicas, steps, _ = require_rows("train", order, count, 3)
    require_each("train", "step", step, replicas)
    require_fraction("train", momentum=momentum)
    if steps % require_count("train", "records", records):
        raise UserError(f"train: {steps} steps cannot be shared by {records} records")
    if networks != replicas:
        raise UserError(f"train: batches for {replicas} replicas, {networks} networks")
    single = start[0]["weights"].dtype
    rates = jnp.broadcast_to(jnp.asarray(step, single), (replicas,))
    each = np.asarray(order).reshape(replicas, records, steps // records, -1)
    shared = each.transpose(1, 2, 0, 3)
    return _train(
        network, loss, start, jnp.asarray(inputs, single), _targets(targets, single),
        jnp.asarray(shared), rates, jnp.asarray(momentum, single),
    )  # fmt: skip


def _targets(targets: np.ndarray, single: np.dtype) -> jax.Array:
    whole = np.issubdtype(np.asarray(targets).dtype, np.integer)
    return jnp.asarray(targets, np.int32 if whole else single)


@partial(jax.jit, static_argnums=(0, 1))
def _train(
    network: Network,
    loss: Loss,
    start: Parameters,
    inputs: jax.Array,
    targets: jax.Array,
    order: jax.Array,
    rates: jax.Array,
    momentum: jax.Array,
) -> Parameters:
    slope = jax.grad(partial(loss, network))

    def one(theta, velocity, rows, rate):  # type: ignore[no-untyped-def]
        pull = slope(theta, inputs[rows], targets[rows])
        velocity = jax.tree.map(lambda v, g: momentum * v - rate * g, velocity, pull)
        return jax.tree.map(jnp.add, theta, velocity), velocity

    def advance(state, rows):  # type: ignore[no-untyped-def]
        return jax.vmap(one)(*state, rows, rates), None

    def record(state, rows):  # type: ignore[no-untyped-def]
        state, _ = jax.lax.scan(advance, state, rows)
        return state, state[0]

    still = jax.tree.map(jnp.zeros_like, start)
    return jax.lax.scan(record, (start, still), order)[1]
