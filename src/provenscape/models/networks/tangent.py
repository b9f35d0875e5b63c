"""Tangent kernels of networks of any depth, without their Jacobians; linearised training.

With B_l the derivatives of the output by the preactivations of layer l at each of the inputs, which
are its derivatives by the biases, and H_(l−1) what enters the layer, the tangent kernel is

    K = Σ_l B_l B_l' ∘ (1 + c_l² H_(l−1) H_(l−1)'),

c_l the factor on the weights of layer l. So a kernel of n inputs costs n passes and no array of n
times the number of parameters. With L layers B_L = 1, and B_l = (c B_(l+1) W_(l+1)') ∘ σ'. This is
written out in NumPy for one network after the other, which the cache holds.
"""

from collections.abc import Callable
from dataclasses import dataclass

import jax
import numpy as np
from scipy.linalg.blas import dgemm

from provenscape.errors import UserError
from provenscape.models.networks.mlp import MLP, Parameters
from provenscape.models.networks.requirements import (
    require_double,
    require_each,
    require_finite,
    require_inputs,
    require_replicas,
)
from provenscape.models.requirements import require_count, require_generator, require_positive

CACHED = 2**14  # numbers of a layer's inputs and derivatives that are worked on at once
Function = Callable[[np.ndarray], np.ndarray]
Arrays = list[np.ndarray]  # one a layer
Network = list[tuple[np.ndarray, np.ndarray]]  # weights and biases, one pair a layer

VALUES: dict[str, Function] = {
    "identity": lambda z: z,
    "relu": lambda z: np.maximum(z, 0),
    "softplus": lambda z: np.logaddexp(z, 0),
    "tanh": np.tanh,
}
SLOPES: dict[str, Function] = {  # σ'(z), of h = σ(z)
    "identity": np.ones_like,
    "relu": np.sign,
    "softplus": lambda h: -np.expm1(-h),
    "tanh": lambda h: 1 - h * h,
}


def tangent_kernel(
    network: MLP, parameters: Parameters, inputs: np.ndarray | jax.Array
) -> np.ndarray:
    """Return the tangent kernel of each replica on its inputs, in double precision.

    `inputs` has shape (replicas, n, d), the kernels (replicas, n, n). Raises UserError unless the
    network has one output, no batch normalisation and no skip connections.
    """
    _require_plain("tangent_kernel", network)
    _require_pairs("tangent_kernel", network, parameters, inputs)
    pairs = zip(_each(parameters), np.asarray(inputs, float), strict=True)
    return np.stack([_seen(network, theta, rows)[0] for theta, rows in pairs])


def start_kernels(network: MLP, generator: np.random.Generator, inputs: np.ndarray) -> np.ndarray:
    """Return tangent kernels at independent starts, one for each replica of the inputs.

    They have the law of `tangent_kernel` at `MLP.initial`, without matrices of m² weights. Of a
    hidden layer's W, of independent standard normals, the kernel asks for HW and, with a B that
    depends on W through HW alone, for BW'. Let H' = QR with orthonormal columns of Q. Then
    Ξ = Q'W is of independent standard normals, HW = R'Ξ, and W = QΞ + (1 − QQ')V with another such
    matrix V, independent of Ξ. With B' = PS likewise, VP = Z is one too, and

        BW' = BΞ'Q' + S'Z'(1 − QQ').

    A layer of m units costs O(mn²). Raises UserError as `tangent_kernel` does, and for networks
    that are not in the parametrisation of the kernel.
    """
    _require_plain("start_kernels", network)
    if not network.kernel_scaling:
        raise UserError("start_kernels: give a network with kernel_scaling")
    require_generator("start_kernels", generator)
    require_inputs("start_kernels", inputs, network.widths[0], 3)
    require_finite("start_kernels", inputs=inputs)
    size = max(CACHED // (inputs.shape[1] * sum(network.widths)), 1)
    parts = (inputs[k : k + size] for k in range(0, len(inputs), size))
    return np.concatenate([_start_kernels(network, generator, rows) for rows in parts])


def _start_kernels(network: MLP, generator: np.random.Generator, rows: np.ndarray) -> np.ndarray:
    """The kernels of some networks; Q and Ξ are those of each layer. What one needs is drawn
    together, so that it is the same however many there are."""
    act, slope = VALUES[network.activation], SLOPES[network.activation]
    replicas, n, _ = rows.shape
    layers = list(zip(network.widths, network.widths[1:], strict=False))
    shapes = [(min(m, n), width) for m, width in layers]
    shapes += [(min(width, n), m) for m, width in layers[:0:-1]]
    ends = np.cumsum([a * b for a, b in shapes])
    drawn = np.split(generator.standard_normal((replicas, ends[-1])), ends[:-1], axis=1)
    normal = [part.reshape(replicas, *shape) for part, shape in zip(drawn, shapes, strict=True)]
    images, others = normal[: len(layers)], normal[len(layers) :]
    entering, bases = [rows], []
    for image in images:
        basis, triangular = np.linalg.qr(entering[-1].mT)
        bases.append(basis)
        entering.append(act(network.factor(basis.shape[1]) * (triangular.mT @ image)))
    entering.pop()
    slopes = [np.ones((replicas, n, 1))]
    for h, basis, image, own in zip(
        entering[:0:-1], bases[:0:-1], images[:0:-1], others, strict=True
    ):
        _, triangular = np.linalg.qr(slopes[-1].mT)
        other = triangular.mT @ own
        pulled = other + (slopes[-1] @ image.mT - other @ basis) @ basis.mT
        slopes.append(network.factor(basis.shape[1]) * pulled * slope(h))
    return _kernel(network, entering, slopes[::-1])


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
    require_inputs("limit_kernel", inputs, network.widths[0], 3)
    require_finite("limit_kernel", inputs=inputs)
    require_count("limit_kernel", "nodes", nodes)
    act, slope = VALUES[network.activation], SLOPES[network.activation]
    places, weights = np.polynomial.hermite_e.hermegauss(nodes)
    weights = np.outer(weights, weights) / weights.sum() ** 2

    def mean(function: Function, covariance: np.ndarray) -> np.ndarray:
        """E function(u)function(v), entry by entry."""
        deviation = np.sqrt(np.diagonal(covariance, axis1=-2, axis2=-1))
        along = covariance / deviation[..., :, None]
        across = np.sqrt(np.maximum(deviation[..., None, :] ** 2 - along**2, 0))
        u = function(deviation[..., None] * places)
        v = along[..., None, None] * places[:, None] + across[..., None, None] * places
        return np.einsum("rik,rijkl,kl->rij", u, function(v), weights, optimize=True)

    covariance = inputs @ inputs.transpose(0, 2, 1) / network.widths[0]
    kernel = 1 + covariance
    for _ in network.widths[1:-1]:
        kernel = kernel * mean(lambda z: slope(act(z)), covariance)
        covariance = mean(act, covariance)
        kernel = kernel + 1 + covariance
    return kernel


@dataclass(frozen=True)
class Course:
    """Training of networks, replicas first: kernels, outputs and last hidden layers on all inputs,
    at the start and at the end, the norm of the parameters at the start, and how far they move."""

    kernels: tuple[np.ndarray, np.ndarray]
    outputs: tuple[np.ndarray, np.ndarray]
    hidden: tuple[np.ndarray, np.ndarray]
    length: np.ndarray
    moved: np.ndarray


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
    s² K and s f, are those on all n. `step` is one number or one for each replica. All is in
    double precision. Raises UserError for what does not fit or is not finite; `steps` may be 0.
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
    each = zip(_each(start), inputs, targets, np.broadcast_to(step, len(inputs)), strict=True)
    found = [_course(network, *own, steps, scale) for own in each]
    before, after, length, moved = zip(*found, strict=True)

    def both(part: int) -> tuple[np.ndarray, np.ndarray]:
        first, last = (np.stack([seen[part] for seen in end]) for end in (before, after))
        return first, last

    return Course(both(0), both(1), both(2), np.array(length), np.array(moved))


def _course(
    network: MLP,
    start: Network,
    rows: np.ndarray,
    wanted: np.ndarray,
    eta: float,
    steps: int,
    scale: float,
) -> tuple[Arrays, Arrays, float, float]:
    """What is seen of one network at the start and at the end, ‖θ₀‖ and ‖θ − θ₀‖."""
    theta = [(weights.copy(), biases.copy()) for weights, biases in start]
    known = rows[: len(wanted)]
    for _ in range(steps):
        entering, outputs = _forward(network, theta, known)
        pull = -eta * scale * (scale * outputs - wanted)[:, None]
        slopes = _backward(network, theta, entering)
        for (weights, biases), h, slope in zip(theta, entering, slopes, strict=True):
            change = pull * slope
            factor = network.factor(h.shape[1])  # W' += factor change' h, in place
            dgemm(factor, change.T, h.T, 1.0, weights.T, trans_b=True, overwrite_c=True)
            biases += change.sum(axis=0)
    pairs = [
        pair for layers in zip(start, theta, strict=True) for pair in zip(*layers, strict=True)
    ]
    length = np.linalg.norm([np.linalg.norm(first) for first, _ in pairs])
    moved = np.linalg.norm([np.linalg.norm(last - first) for first, last in pairs])
    before, after = (_seen(network, end, rows, scale) for end in (start, theta))
    return before, after, float(length), float(moved)


def _each(parameters: Parameters) -> list[Network]:
    """The networks of all replicas, in double precision."""
    layers = [(np.asarray(a["weights"], float), np.asarray(a["biases"], float)) for a in parameters]
    return [[(w[r], b[r]) for w, b in layers] for r in range(len(layers[0][0]))]


def _seen(network: MLP, theta: Network, rows: np.ndarray, scale: float = 1.0) -> Arrays:
    """s² K and s f of one network, and its last hidden layer."""
    entering, outputs = _forward(network, theta, rows)
    kernel = _kernel(network, entering, _backward(network, theta, entering))
    return [scale**2 * kernel, scale * outputs, entering[-1]]


def _forward(network: MLP, theta: Network, rows: np.ndarray) -> tuple[Arrays, np.ndarray]:
    """H₀ … H_(L−1) and the outputs of one network."""
    entering, z = [rows], rows
    for weights, biases in theta:
        z = network.factor(len(weights)) * (entering[-1] @ weights) + biases
        entering.append(VALUES[network.activation](z))
    return entering[:-1], z[:, 0]


def _backward(network: MLP, theta: Network, entering: Arrays) -> Arrays:
    """B₁ … B_L of one network."""
    slopes = [np.ones((len(entering[0]), 1))]
    for (weights, _), h in zip(theta[:0:-1], entering[:0:-1], strict=True):
        pulled = network.factor(len(weights)) * (slopes[-1] @ weights.T)
        slopes.append(pulled * SLOPES[network.activation](h))
    return slopes[::-1]


def _kernel(network: MLP, entering: Arrays, slopes: Arrays) -> np.ndarray:
    """Σ_l B_l B_l' ∘ (1 + c_l² H_(l−1) H_(l−1)'), of one network or of several."""
    *replicas, n, _ = entering[0].shape
    kernel = np.zeros((*replicas, n, n))
    for slope, h in zip(slopes, entering, strict=True):
        kernel += (slope @ slope.mT) * (1 + network.factor(h.shape[-1]) ** 2 * (h @ h.mT))
    return kernel


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
