"""Losses along the line between two networks, and the barrier on it.

With θ(λ) = (1 − λ)θ + λθ' the barrier is the greatest of L(θ(λ)) − (1 − λ)L(θ) − λL(θ') over λ in
[0, 1] (Entezari et al. 2022), here over a grid that holds 0 and 1, so that it is at least 0 and at
most the barrier on the whole line.
"""

from functools import partial

import jax
import jax.numpy as jnp
import numpy as np

from provenscape.errors import UserError
from provenscape.models.networks.mlp import MLP, Parameters, mixture
from provenscape.models.networks.training import Loss


def along(
    network: MLP,
    measures: tuple[Loss, ...],
    first: Parameters,
    second: Parameters,
    shares: np.ndarray,
    inputs: np.ndarray,
    labels: np.ndarray,
    rows: np.ndarray,
) -> np.ndarray:
    """Return each measure at each share λ of the line; shape (measures, replicas, shares).

    Networks have the replicas first; replica r is measured on the examples `rows[r]` of all
    `inputs` and `labels`.
    """
    values = _along(
        network, measures, first, second, jnp.asarray(shares, first[0]["weights"].dtype),
        jnp.asarray(inputs), jnp.asarray(labels), jnp.asarray(rows),
    )  # fmt: skip
    return np.asarray(values, np.float64)


def barrier(values: np.ndarray, shares: np.ndarray) -> np.ndarray:
    """Return the barrier of values along lines, shape (…, shares); shape (…).

    Raises UserError unless the shares begin with 0, end with 1 and are as many as the values.
    """
    if values.shape[-1] != len(shares) or shares[0] != 0 or shares[-1] != 1:
        raise UserError(
            f"barrier: {values.shape[-1]} values at the shares {shares}; give them from 0 to 1"
        )
    chord = values[..., :1] * (1 - shares) + values[..., -1:] * shares
    return np.asarray((values - chord).max(axis=-1))


@partial(jax.jit, static_argnums=(0, 1))
def _along(
    network: MLP,
    measures: tuple[Loss, ...],
    first: Parameters,
    second: Parameters,
    shares: jax.Array,
    inputs: jax.Array,
    labels: jax.Array,
    rows: jax.Array,
) -> jax.Array:
    def one(ours, theirs, chosen, share):  # type: ignore[no-untyped-def]
        place = mixture(ours, theirs, share)
        return jnp.stack(
            [measure(network, place, inputs[chosen], labels[chosen]) for measure in measures]
        )

    def at(share: jax.Array) -> jax.Array:  # one share at a time, which spares memory
        return jax.vmap(partial(one, share=share))(first, second, rows)

    return jax.lax.map(at, shares).transpose(2, 1, 0)
