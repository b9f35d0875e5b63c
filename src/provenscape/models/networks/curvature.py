"""Eigenvalues of the Hessian of a loss by Lanczos' method, with bounds on what is left out; trace.

Lanczos' method on a symmetric H from a start q₁ finds orthonormal Q and a tridiagonal T with
H Q = Q T + β q eₖᵀ. An eigenpair (θ, s) of T has ‖H Qs − θ Qs‖ = β|sₖ|, and H has an eigenvalue
within that distance of θ (Parlett 1998, Theorem 4.5.1). Products H v are derivatives of gradients
(Pearlmutter 1994), so H is never formed.

λ_max of H depends on the weights that stand for a function: those of a ReLU unit may be scaled. The
relative Hessian D H D, D = diag(θ), that of s ↦ loss(θ + s θ) at 0, is the same for all of them
(Kwon, Kim, Park & Choi 2021).

Inputs and targets are shared by the replicas, (n, d) and (n,) or (n, outputs), or have the replicas
first: each has data of its own.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from jax.flatten_util import ravel_pytree

from provenscape.errors import UserError
from provenscape.models.networks.mlp import Network, Parameters, flatten
from provenscape.models.networks.requirements import (
    require_data,
    require_double,
    require_replicas,
)
from provenscape.models.networks.training import Loss
from provenscape.models.requirements import require_count, require_generator


def hessian_eigenvalues(
    network: Network,
    loss: Loss,
    parameters: Parameters,
    inputs: np.ndarray,
    targets: np.ndarray,
    generator: np.random.Generator,
    steps: int = 40,
    relative: bool = False,
) -> tuple[np.ndarray, np.ndarray]:
    """Return Ritz values of the Hessian of each replica, ascending, and their residuals.

    Both have shape (replicas, steps); within its residual of each Ritz value lies an eigenvalue.
    With `relative` they are those of the relative Hessian. Everything is in double precision.
    Raises UserError if there are more steps than parameters, data and replicas do not match, or a
    replica is not finite.
    """
    require_generator("hessian_eigenvalues", generator)
    if require_count("hessian_eigenvalues", "steps", steps) > network.size:
        raise UserError(
            f"hessian_eigenvalues: steps is {steps}, but there are {network.size} parameters"
        )
    double, *data = _double(network, parameters, inputs, targets)
    first = generator.standard_normal((len(double[0]["biases"]), network.size))
    scale = flatten(double) if relative else jnp.ones_like(first)
    found = _lanczos(network, loss, steps, double, *data, scale, first)
    diagonal, beside = map(np.asarray, found)
    if not np.isfinite(diagonal).all():
        raise UserError(
            "hessian_eigenvalues: the Hessian of a replica is not finite; was its step too long?"
        )
    tridiagonal = np.zeros((len(first), steps, steps))
    rows = np.arange(steps)
    tridiagonal[:, rows, rows] = diagonal
    tridiagonal[:, rows[1:], rows[:-1]] = beside[:, :-1]  # eigh reads this half
    values, vectors = np.linalg.eigh(tridiagonal)
    return values, beside[:, -1:] * np.abs(vectors[:, -1, :])


def hessian_trace(
    network: Network,
    loss: Loss,
    parameters: Parameters,
    inputs: np.ndarray,
    targets: np.ndarray,
    generator: np.random.Generator,
    probes: int = 16,
) -> np.ndarray:
    """Return v'Hv for independent v with entries ±1, each with the trace for its mean.

    Shape (replicas, probes), in double precision (Hutchinson 1990).
    """
    require_generator("hessian_trace", generator)
    require_count("hessian_trace", "probes", probes)
    double, *data = _double(network, parameters, inputs, targets)
    size = (len(double[0]["biases"]), probes, network.size)
    return np.asarray(_forms(network, loss, double, *data, generator.choice((-1.0, 1.0), size)))


def hessian_product(
    network: Network, loss: Loss, parameters: Parameters, inputs: jax.Array, targets: jax.Array
) -> Callable[[jax.Array], jax.Array]:
    """Return v ↦ H v, H the Hessian of one network's loss; v has the size of its parameters.

    The gradient is linearised once, however many products are taken.
    """
    flat, unflatten = ravel_pytree(parameters)
    slope = jax.grad(lambda theta: loss(network, unflatten(theta), inputs, targets))
    product: Callable[[jax.Array], jax.Array] = jax.linearize(slope, flat)[1]
    return product


@partial(jax.jit, static_argnums=(0, 1, 2))
def _lanczos(
    network: Network,
    loss: Loss,
    steps: int,
    parameters: Parameters,
    inputs: jax.Array,
    targets: jax.Array,
    scales: jax.Array,
    first: jax.Array,
) -> tuple[jax.Array, jax.Array]:
    """Return the diagonal of T and the entries beside it, the last of which is β.

    T is that of D H D, D = diag(scales).
    """

    def one(
        theta: Parameters, rows: jax.Array, wanted: jax.Array, scale: jax.Array, start: jax.Array
    ) -> tuple[jax.Array, jax.Array]:
        product = hessian_product(network, loss, theta, rows, wanted)
        basis = jnp.zeros((steps + 1, len(start))).at[0].set(start / jnp.linalg.norm(start))

        def step(basis: jax.Array, k: jax.Array) -> tuple[jax.Array, tuple[jax.Array, jax.Array]]:
            image = scale * product(scale * basis[k])
            alpha = image @ basis[k]
            for _ in range(2):  # orthogonal to all before, twice, which keeps rounding harmless
                image = image - (basis @ image) @ basis
            beta = jnp.linalg.norm(image)
            return basis.at[k + 1].set(image / jnp.maximum(beta, 1e-300)), (alpha, beta)

        return jax.lax.scan(step, basis, jnp.arange(steps))[1]

    return _each(one, parameters, inputs, targets, scales, first)


@partial(jax.jit, static_argnums=(0, 1))
def _forms(
    network: Network,
    loss: Loss,
    parameters: Parameters,
    inputs: jax.Array,
    targets: jax.Array,
    probes: jax.Array,
) -> jax.Array:
    """v'Hv for each replica and probe."""

    def one(theta: Parameters, rows: jax.Array, wanted: jax.Array, signs: jax.Array) -> jax.Array:
        product = hessian_product(network, loss, theta, rows, wanted)
        return jax.lax.map(lambda v: v @ product(v), signs)

    return _each(one, parameters, inputs, targets, probes)


def _double(
    network: Network, parameters: Parameters, inputs: np.ndarray, targets: np.ndarray
) -> tuple[Parameters, jax.Array, jax.Array]:
    """The same in double precision; labels stay whole numbers."""
    require_double("curvature")
    replicas = require_replicas("curvature", parameters, network.shapes)
    entering, leaving = network.shapes[0]["weights"][0], network.shapes[-1]["biases"][-1]
    axes = 3 if np.ndim(inputs) == 3 else 2
    if axes == 3 and not replicas == len(inputs) == len(targets):
        raise UserError(
            f"curvature: {replicas} networks, data for {len(inputs)} and {len(targets)} replicas"
        )
    require_data("curvature", inputs, targets, entering, leaving, axes)
    whole = np.issubdtype(np.asarray(targets).dtype, np.integer)
    return (
        jax.tree.map(lambda a: a.astype(np.float64), parameters),
        jnp.asarray(inputs, np.float64),
        jnp.asarray(targets, np.int32 if whole else np.float64),
    )


def _each(
    function: Callable[..., Any],
    parameters: Parameters,
    inputs: jax.Array,
    targets: jax.Array,
    *others: jax.Array,
) -> Any:
    """The function of each replica's arrays, one after the other: they fit the cache, all do not.

    Data without an axis of replicas are the same for all.
    """
    if inputs.ndim == 3:
        return jax.lax.map(lambda own: function(*own), (parameters, inputs, targets, *others))
    return jax.lax.map(
        lambda own: function(own[0], inputs, targets, *own[1:]), (parameters, *others)
    )
