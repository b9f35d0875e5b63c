"""Tangent kernels of networks of any depth, without their Jacobians; linearised training.

With B_l the derivatives of the output by the preactivations of layer l at each of the inputs, which
are its derivatives by the biases, and H_(l−1) what enters the layer, the tangent kernel is

    K = Σ_l B_l B_l' ∘ (1 + c_l² H_(l−1) H_(l−1)'),

c_l the factor on the weights of layer l. So a kernel of n inputs costs n passes and no array of n
times the number of parameters.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np

from provenscape.errors import UserError
from provenscape.models.networks.mlp import ACTIVATIONS, MLP, Parameters
from provenscape.models.networks.requirements import (
    require_double,
    require_each,
    require_finite,
    require_inputs,
    require_replicas,
)
from provenscape.models.requirements import require_count, require_positive

Seen = tuple[jax.Array, jax.Array, jax.Array]


def tangent_kernel(network: MLP, parameters: Parameters, inputs: jax.Array) -> jax.Array:
    """Return the tangent kernel of each replica on its inputs.

    `inputs` has shape (replicas, n, d), the kernels (replicas, n, n). Raises UserError unless the
    network has one output, no batch normalisation and no skip connections.
    """
    _require_plain("tangent_kernel", network)
    _require_pairs("tangent_kernel", network, parameters, inputs)
    return _kernel(network, parameters, inputs)


@partial(jax.jit, static_argnums=0)
def _kernel(network: MLP, parameters: Parameters, inputs: jax.Array) -> jax.Array:
    def one(theta: Parameters, rows: jax.Array) -> jax.Array:
        def output(biases: list[jax.Array], row: jax.Array) -> jax.Array:
            layers = [
                {"weights": layer["weights"], "biases": b}
                for layer, b in zip(theta, biases, strict=True)
            ]
            return network.outputs(layers, row[None])[0, 0]

        slopes = jax.vmap(jax.grad(output), (None, 0))([p["biases"] for p in theta], rows)
        entering = [rows, *network.hidden(theta, rows)[:-1]]
        kernel = jnp.zeros((len(rows), len(rows)), rows.dtype)
        for slope, h in zip(slopes, entering, strict=True):
            kernel += (slope @ slope.T) * (1 + network.factor(h.shape[-1]) ** 2 * (h @ h.T))
        return kernel

    return jax.vmap(one)(parameters, inputs)


def limit_kernel(network: MLP, inputs: np.ndarray, nodes: int = 64) -> np.ndarray:
    """Return the limit of the tangent kernel at the start as all widths grow; (replicas, n, n).

    With S₀ = XX'/d and, for u and v normal with the variances and the covariance in S_l,
    S_(l+1) = E σ(u)σ(v), the kernel is K₀ = 1 + S₀, K_(l+1) = 1 + S_(l+1) + K_l E σ'(u)σ'(v)
    (Jacot, Gabriel & Hongler 2018). Means are taken by Gauss and Hermite's rule with so many nodes
    in both directions, which asks for a smooth σ: raises UserError for ReLU, and for networks that
    `tangent_kernel` refuses or that are not in its parametrisation.
    """
    _require_plain("limit_kernel", network)
    if network.activation == "relu" or not network.kernel_scaling:
        raise UserError("limit_kernel: the network has kernel_scaling and a smooth activation")
    require_double("limit_kernel")
    require_inputs("limit_kernel", inputs, network.widths[0], 3)
    require_finite("limit_kernel", inputs=inputs)
    require_count("limit_kernel", "nodes", nodes)
    act = ACTIVATIONS[network.activation]
    places, weights = np.polynomial.hermite_e.hermegauss(nodes)
    weights = np.outer(weights, weights) / weights.sum() ** 2

    def mean(function: Callable[[jax.Array], jax.Array], covariance: np.ndarray) -> np.ndarray:
        """E function(u)function(v), entry by entry."""
        deviation = np.sqrt(np.diagonal(covariance, axis1=-2, axis2=-1))
        along = covariance / deviation[..., :, None]
        across = np.sqrt(np.maximum(deviation[..., None, :] ** 2 - along**2, 0))
        u = np.asarray(function(deviation[..., None] * places))
        v = along[..., None, None] * places[:, None] + across[..., None, None] * places
        return np.einsum("rik,rijkl,kl->rij", u, np.asarray(function(v)), weights, optimize=True)

    slope = jnp.vectorize(jax.grad(act))
    covariance = inputs @ inputs.transpose(0, 2, 1) / network.widths[0]
    kernel = 1 + covariance
    for _ in network.widths[1:-1]:
        kernel = kernel * mean(slope, covariance)
        covariance = mean(act, covariance)
        kernel = kernel + 1 + covariance
    return kernel


@dataclass(frozen=True)
class Course:
    """Training of networks, replicas first: kernels, outputs and last hidden layers on all inputs,
    at the start and at the end, and the parameters at both."""

    start: Parameters
    end: Parameters
    kernels: tuple[np.ndarray, np.ndarray]
    outputs: tuple[np.ndarray, np.ndarray]
    hidden: tuple[np.ndarray, np.ndarray]


def descend(
    network: MLP,
    start: Parameters,
    inputs: np.ndarray,
    targets: np.ndarray,
    step: float | np.ndarray,
    steps: int,
    scale: float = 1.0,
) -> Course:
    """Train by descent on ½ Σ (s f(x) − y)², s the `scale`, over the first inputs of each replica.

    `inputs` has shape (replicas, n, d), `targets` (replicas, k) with k ≤ n; kernels and outputs,
    s² K and s f, are those on all n. `step` is one number or one for each replica. Compiled once
    per shape, whatever step, steps and scale are. Raises UserError for what does not fit or is not
    finite; `steps` may be 0.
    """
    _require_plain("descend", network)
    _require_pairs("descend", network, start, inputs)
    if np.ndim(targets) != 2:
        raise UserError(f"descend: targets have shape {np.shape(targets)}; give (replicas, k)")
    if not targets.shape[1] <= inputs.shape[1] or len(inputs) != len(targets):
        raise UserError(f"descend: inputs {inputs.shape} and targets {targets.shape} do not match")
    require_finite("descend", inputs=inputs, targets=targets)
    require_each("descend", "step", step, len(inputs))
    if steps != 0:
        require_count("descend", "steps", steps)
    require_positive("descend", scale=scale)
    eta = np.broadcast_to(np.asarray(step, float), len(inputs))
    end, before, after = _descend(network, start, inputs, targets, eta, steps, scale)
    kernels, outputs, hidden = (
        (np.asarray(first), np.asarray(last)) for first, last in zip(before, after, strict=True)
    )
    return Course(start, end, kernels, outputs, hidden)


@partial(jax.jit, static_argnums=0)
def _descend(
    network: MLP,
    start: Parameters,
    inputs: jax.Array,
    targets: jax.Array,
    step: jax.Array,
    steps: jax.Array,
    scale: jax.Array,
) -> tuple[Parameters, Seen, Seen]:
    known = inputs[:, : targets.shape[1]]

    def loss(theta: Parameters, rows: jax.Array, wanted: jax.Array) -> jax.Array:
        return ((scale * network.outputs(theta, rows)[:, 0] - wanted) ** 2).sum() / 2

    def one(theta: Parameters, rows: jax.Array, wanted: jax.Array, eta: jax.Array) -> Parameters:
        pull = jax.grad(loss)(theta, rows, wanted)
        return jax.tree.map(lambda t, g: t - eta * g, theta, pull)

    def advance(_: int, theta: Parameters) -> Parameters:
        return jax.vmap(one)(theta, known, targets, step)

    def seen(theta: Parameters) -> Seen:
        layers = jax.vmap(network.hidden)(theta, inputs)
        kernel = scale**2 * _kernel(network, theta, inputs)
        return kernel, scale * layers[-1][..., 0], layers[-2]

    end = jax.lax.fori_loop(0, steps, advance, start)
    both = jax.tree.map(lambda a, b: jnp.stack([a, b]), start, end)
    found = jax.lax.map(seen, both)
    return end, *(tuple(part[k] for part in found) for k in (0, 1))


def _require_plain(who: str, network: MLP) -> None:
    if network.widths[-1] != 1 or network.normalised or network.skip:
        raise UserError(f"{who}: the network has one output, no batch norm and no skips")


def _require_pairs(
    who: str, network: MLP, parameters: Parameters, inputs: np.ndarray | jax.Array
) -> None:
    """Raise UserError unless each network has its inputs."""
    require_double(who)
    replicas = require_replicas(who, parameters, network.shapes)
    shape = require_inputs(who, inputs, network.widths[0], 3)
    if shape[0] != replicas:
        raise UserError(f"{who}: {replicas} networks, inputs for {shape[0]}")
