"""A two-layer network with a least-squares loss, over all its parameters and many replicas.

With inputs x₁ … x_n in R^d and targets y, width m and parameters θ = (w₁ … w_m, a) in R^(m(d+1)),

    f_θ(x) = m^(−s) Σ_r a_r tanh(w_r · x),    loss(θ) = ½ ‖f_θ(X) − y‖².

At s = ½ this is the parametrisation of the neural tangent kernel (Jacot, Gabriel & Hongler 2018),
at s = 1 that of mean-field theory. `gradient` fits `provenscape.models.optimizers`.
"""

from dataclasses import dataclass

import numpy as np

from provenscape.errors import UserError
from provenscape.models.networks.requirements import require_finite
from provenscape.models.requirements import (
    require_count,
    require_generator,
    require_not_negative,
)


@dataclass(frozen=True)
class TwoLayerNetwork:
    """A network of that width on data `inputs` (n, d) and `targets` (n,); s is `scaling`."""

    width: int
    inputs: np.ndarray
    targets: np.ndarray
    scaling: float = 0.5

    def __post_init__(self) -> None:
        require_count(self, "width", self.width)
        inputs, targets = np.shape(self.inputs), np.shape(self.targets)
        if len(inputs) != 2 or 0 in inputs or targets != inputs[:1]:
            raise UserError(
                f"TwoLayerNetwork: inputs {inputs} and targets {targets} "
                "do not match; give shapes (n, d) and (n,)"
            )
        require_finite("TwoLayerNetwork", inputs=self.inputs, targets=self.targets)
        require_not_negative(self, scaling=self.scaling)

    @property
    def size(self) -> int:
        """The number m(d + 1) of parameters."""
        return self.width * (self.inputs.shape[1] + 1)

    def initial(self, generator: np.random.Generator, replicas: int) -> np.ndarray:
        """Return parameters that are independent standard normal; shape (replicas, size)."""
        require_generator(self, generator)
        require_count(self, "replicas", replicas)
        return generator.standard_normal((replicas, self.size))

    def residual(self, theta: np.ndarray) -> np.ndarray:
        """f_θ(X) − y for parameters of shape (replicas, size); shape (replicas, n)."""
        outer, hidden = self._forward(theta)
        return self._residual(outer, hidden)

    def loss(self, theta: np.ndarray) -> np.ndarray:
        """½ ‖f_θ(X) − y‖²; shape (replicas,)."""
        return (self.residual(theta) ** 2).sum(axis=-1) / 2

    def gradient(self, theta: np.ndarray) -> np.ndarray:
        """The gradient of the loss by all parameters; shape (replicas, size)."""
        return self.value_and_gradient(theta)[1]

    def value_and_gradient(self, theta: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The loss and its gradient, from one pass through the network."""
        outer, hidden = self._forward(theta)
        residual = self._residual(outer, hidden)
        pull = self.width**-self.scaling * residual
        by_inner = (outer[:, :, None] * (1 - hidden**2) * pull[:, None, :]) @ self.inputs
        by_outer = (hidden @ pull[:, :, None])[:, :, 0]
        gradient = np.concatenate([by_inner.reshape(len(theta), -1), by_outer], axis=-1)
        return (residual**2).sum(axis=-1) / 2, gradient

    def kernel(self, theta: np.ndarray) -> np.ndarray:
        """The tangent kernel J Jᵀ, J the Jacobian of f_θ(X) by θ; shape (replicas, n, n).

        Σ_r tanh(w_r·x) tanh(w_r·x') + a_r² tanh'(w_r·x) tanh'(w_r·x') x·x', times m^(−2s).
        """
        outer, hidden = self._forward(theta)
        slope = outer[:, :, None] * (1 - hidden**2)
        of_outer = hidden.transpose(0, 2, 1) @ hidden
        of_inner = (slope.transpose(0, 2, 1) @ slope) * (self.inputs @ self.inputs.T)
        return self.width ** (-2 * self.scaling) * (of_outer + of_inner)

    def _forward(self, theta: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return a, of shape (replicas, m), and tanh(W Xᵀ), of shape (replicas, m, n)."""
        if np.ndim(theta) != 2 or np.shape(theta)[1] != self.size:
            raise UserError(
                f"TwoLayerNetwork: parameters have shape {np.shape(theta)}; "
                f"give (replicas, {self.size})"
            )
        split = self.size - self.width
        inner = theta[:, :split].reshape(len(theta), self.width, -1)
        return theta[:, split:], np.tanh(inner @ self.inputs.T)

    def _residual(self, outer: np.ndarray, hidden: np.ndarray) -> np.ndarray:
        outputs = (outer[:, None, :] @ hidden)[:, 0, :]
        return self.width**-self.scaling * outputs - self.targets


def random_data(
    generator: np.random.Generator, count: int, dimension: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return inputs uniform on the unit sphere, (count, dimension); normal targets, (count,)."""
    require_generator("random_data", generator)
    require_count("random_data", "count", count)
    require_count("random_data", "dimension", dimension)
    inputs = generator.standard_normal((count, dimension))
    inputs /= np.linalg.norm(inputs, axis=-1, keepdims=True)
    return inputs, generator.standard_normal(count)
