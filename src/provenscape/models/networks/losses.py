"""Losses of one network on one batch; labels are whole numbers, targets real."""

import jax
import jax.numpy as jnp

from provenscape.models.networks.mlp import Network, Parameters


def cross_entropy(
    network: Network,
    parameters: Parameters,
    inputs: jax.Array,
    labels: jax.Array,
    reference: jax.Array | None = None,
) -> jax.Array:
    """Mean over the batch of −log softmax(f(x))_y."""
    logs = jax.nn.log_softmax(network.outputs(parameters, inputs, reference))
    return -jnp.take_along_axis(logs, labels[:, None], axis=1).mean()


def squared_error(
    network: Network,
    parameters: Parameters,
    inputs: jax.Array,
    targets: jax.Array,
    reference: jax.Array | None = None,
) -> jax.Array:
    """Half the mean over the batch of ‖f(x) − y‖²; targets (n, outputs)."""
    residual = network.outputs(parameters, inputs, reference) - targets
    return (residual**2).sum(axis=1).mean() / 2


def error_rate(
    network: Network,
    parameters: Parameters,
    inputs: jax.Array,
    labels: jax.Array,
    reference: jax.Array | None = None,
) -> jax.Array:
    """The share of inputs whose largest output is not that of the label."""
    found = network.outputs(parameters, inputs, reference).argmax(axis=1)
    return (found != labels).mean()
