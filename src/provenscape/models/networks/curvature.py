"""Eigenvalues of the Hessian of a loss by Lanczos' method, with bounds on what is left out.

Lanczos' method on a symmetric H from a start q₁ finds orthonormal Q and a tridiagonal T with
H Q = Q T + β q eₖᵀ. An eigenpair (θ, s) of T has ‖H Qs − θ Qs‖ = β|sₖ|, and H has an eigenvalue
within that distance of θ (Parlett 1998, Theorem 4.5.1). Products H v are derivatives of gradients
(Pearlmutter 1994), so H is never formed.
"""

from collections.abc import Callable
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
from jax.flatten_util import ravel_pytree

from provenscape.errors import UserError
from provenscape.models.networks.mlp import MLP, Parameters
from provenscape.models.networks.training import Loss


def hessian_eigenvalues(
    network: MLP,
    loss: Loss,
    parameters: Parameters,
    inputs: np.ndarray,
    targets: np.ndarray,
    generator: np.random.Generator,
    steps: int = 40,
) -> tuple[np.ndarray, np.ndarray]:
    """Return Ritz values of the Hessian of each replica, ascending, and their residuals.

    Both have shape (replicas, steps); within its residual of each Ritz value lies an eigenvalue.
    Everything is in double precision. Raises UserError if there are more steps than parameters.
    """
    if steps > network.size:
        raise UserError(
            f"hessian_eigenvalues: steps is {steps}, but there are {network.size} parameters"
        )
    double = jax.tree.map(lambda a: a.astype(np.float64), parameters)
    replicas = len(double[0]["biases"])
    first = generator.standard_normal((replicas, network.size))
    whole = np.issubdtype(np.asarray(targets).dtype, np.integer)
    diagonal, beside = _lanczos(
        network, loss, steps, double, jnp.asarray(inputs, np.float64),
        jnp.asarray(targets, np.int32 if whole else np.float64), first,
    )  # fmt: skip
    tridiagonal = jax.vmap(jnp.diag)(diagonal) + _beside(beside[:, :-1])
    values, vectors = np.linalg.eigh(np.asarray(tridiagonal))
    return values, np.asarray(beside[:, -1:]) * np.abs(vectors[:, -1, :])


def hessian_product(
    network: MLP, loss: Loss, parameters: Parameters, inputs: jax.Array, targets: jax.Array
) -> Callable[[jax.Array], jax.Array]:
    """Return v ↦ H v, H the Hessian of one network's loss; v has the size of its parameters."""
    flat, unflatten = ravel_pytree(parameters)
    slope = jax.grad(lambda theta: loss(network, unflatten(theta), inputs, targets))
    return lambda v: jax.jvp(slope, (flat,), (v,))[1]


@partial(jax.jit, static_argnums=(0, 1, 2))
def _lanczos(
    network: MLP,
    loss: Loss,
    steps: int,
    parameters: Parameters,
    inputs: jax.Array,
    targets: jax.Array,
    first: jax.Array,
) -> tuple[jax.Array, jax.Array]:
    """Return the diagonal of T and the entries beside it, the last of which is β."""

    def one(theta: Parameters, start: jax.Array) -> tuple[jax.Array, jax.Array]:
        product = hessian_product(network, loss, theta, inputs, targets)
        basis = jnp.zeros((steps + 1, len(start))).at[0].set(start / jnp.linalg.norm(start))

        def step(basis: jax.Array, k: jax.Array) -> tuple[jax.Array, tuple[jax.Array, jax.Array]]:
            image = product(basis[k])
            alpha = image @ basis[k]
            for _ in range(2):  # orthogonal to all before, twice, which keeps rounding harmless
                image = image - basis.T @ (basis @ image)
            beta = jnp.linalg.norm(image)
            return basis.at[k + 1].set(image / jnp.maximum(beta, 1e-300)), (alpha, beta)

        return jax.lax.scan(step, basis, jnp.arange(steps))[1]

    return jax.vmap(one)(parameters, first)


def _beside(entries: jax.Array) -> jax.Array:
    """Symmetric matrices with these entries above and below the diagonal."""
    upper = jax.vmap(partial(jnp.diag, k=1))(entries)
    return upper + upper.transpose(0, 2, 1)
