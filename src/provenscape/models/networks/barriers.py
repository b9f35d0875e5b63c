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
from provenscape.models.networks.requirements import (
    require_data,
    require_double,
    require_finite,
    require_layers,
    require_replicas,
    require_rows,
)
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

    A measure that returns several numbers, which spares passes, counts as so many. Networks have
    the replicas first; replica r is measured on the examples `rows[r]` of all `inputs` and
    `labels`. Raises UserError for networks, shares, data or rows that do not fit.
    """
    require_double("along")
    replicas = require_replicas("along", first, network.shapes)
    require_layers("along", second, network.shapes, replicas)
    if not measures or np.ndim(shares) != 1 or np.size(shares) == 0:
        raise UserError("along: give one measure or more, and shares with one axis")
    require_finite("along", shares=shares)
    (count,) = require_data("along", inputs, labels, network.widths[0], network.widths[-1])
    chosen = require_rows("along", rows, count, 2)
    if chosen[0] != replicas:
        raise UserError(f"along: {replicas} networks, rows for {chosen[0]}")
    values = _along(
        network, measures, first, second, jnp.asarray(shares, first[0]["weights"].dtype),
        jnp.asarray(inputs), jnp.asarray(labels), jnp.asarray(rows),
    )  # fmt: skip
    return np.asarray(values, np.float64)


def barrier(values: np.ndarray, shares: np.ndarray) -> np.ndarray:
    """Return the barrier of values along lines, shape (…, shares); shape (…).

    Raises UserError unless the shares begin with 0, end with 1 and are as many as the values.
    """
    values, shares = np.asarray(values, float), np.asarray(shares, float)
    fit = values.ndim > 0 and shares.ndim == 1 and 1 < len(shares) == values.shape[-1]
    if not fit or shares[0] != 0 or shares[-1] != 1:
        raise UserError(
            f"barrier: values {values.shape} at the shares {shares}; give one each, from 0 to 1"
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
        found = (measure(network, place, inputs[chosen], labels[chosen]) for measure in measures)
        return jnp.concatenate([jnp.atleast_1d(part) for part in found])

    def at(share: jax.Array) -> jax.Array:  # one share at a time, which spares memory
        return jax.vmap(partial(one, share=share))(first, second, rows)

    return jax.lax.map(at, shares).transpose(2, 1, 0)
