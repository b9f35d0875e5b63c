"""Losses of one network on one batch; labels are whole numbers, targets real; else UserErrors."""

import jax
import jax.numpy as jnp

from provenscape.errors import UserError
from provenscape.models.networks.mlp import Network, Parameters
from provenscape.models.networks.requirements import require_labels


def cross_entropy(
    network: Network,
    parameters: Parameters,
    inputs: jax.Array,
    labels: jax.Array,
    reference: jax.Array | None = None,
) -> jax.Array:
    """Mean over the batch of −log softmax(f(x))_y."""
    require_labels("cross_entropy", labels, len(inputs))
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
    found = network.outputs(parameters, inputs, reference)
    if jnp.shape(targets) != found.shape:
        raise UserError(
            f"squared_error: targets have shape {jnp.shape(targets)}, outputs {found.shape}"
        )
    residual = found - targets
    return (residual**2).sum(axis=1).mean() / 2


def error_rate(
    network: Network,
    parameters: Parameters,
    inputs: jax.Array,
    labels: jax.Array,
    reference: jax.Array | None = None,
) -> jax.Array:
    """The share of inputs whose largest output is not that of the label."""
    require_labels("error_rate", labels, len(inputs))
    found = network.outputs(parameters, inputs, reference).argmax(axis=1)
    return (found != labels).mean()
