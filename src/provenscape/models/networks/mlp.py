"""Multilayer perceptrons: any depth, width and activation; batch normalisation, skip connections.

With widths d = n₀, n₁ … n_L and parameters W_l of shape (n_(l−1), n_l), b_l of shape (n_l,),

    h₀ = x,   h_l = [h_(l−1) +] σ(N(h_(l−1) W_l + b_l)),   f(x) = h_(L−1) W_L + b_L,

where the skip in brackets is there if `skip` and n_(l−1) = n_l, and N is the identity or, if
`normalised`, batch normalisation without trained scale and shift: each unit less its mean over the
batch, divided by √(variance + ε) (Ioffe & Szegedy 2015). Biases start at 0.

Two parametrisations. In the standard one entries of W_l start as N(0, g²/n_(l−1)), g² = 2 for
ReLU, else 1; in that of the tangent kernel (Jacot, Gabriel & Hongler 2018) they start as N(0, 1)
and W_l is multiplied by g/√n_(l−1) wherever it is used.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import jax
import jax.numpy as jnp
import numpy as np

from provenscape.errors import UserError
from provenscape.models.networks.requirements import (
    Shapes,
    require_double,
    require_inputs,
    require_layers,
)
from provenscape.models.requirements import (
    require_count,
    require_generator,
    require_not_negative,
)

Layer = dict[str, jax.Array]
Parameters = list[Layer]

ACTIVATIONS: dict[str, Callable[[jax.Array], jax.Array]] = {
    "identity": lambda z: z,
    "relu": jax.nn.relu,
    "softplus": jax.nn.softplus,
    "tanh": jnp.tanh,
}


class Network(Protocol):
    """What losses, training and curvature ask of a network: hashable, and without parameters."""

    @property
    def size(self) -> int: ...

    @property
    def shapes(self) -> Shapes: ...

    def outputs(
        self, parameters: Parameters, inputs: jax.Array, reference: jax.Array | None = None
    ) -> jax.Array: ...

    def __hash__(self) -> int: ...


def require_activation(who: object, name: str) -> None:
    """Raise UserError, naming the network, unless an activation has this name."""
    if name not in ACTIVATIONS:
        raise UserError(
            f"{type(who).__name__}: activation is {name!r}; known are {', '.join(ACTIVATIONS)}"
        )


@dataclass(frozen=True)
class MLP:
    """A network by its widths (inputs, hidden layers, outputs); hashable, holds no parameters.

    Raises UserError for fewer than two widths, a width below 1, an unknown activation, ε < 0.
    """

    widths: tuple[int, ...]
    activation: str = "relu"
    kernel_scaling: bool = False
    normalised: bool = False
    skip: bool = False
    epsilon: float = 1e-5

    def __post_init__(self) -> None:
        if len(self.widths) < 2:
            raise UserError(f"MLP: widths are {self.widths}; give inputs, hidden layers, outputs")
        for width in self.widths:
            require_count(self, "a width", width)
        require_activation(self, self.activation)
        require_not_negative(self, epsilon=self.epsilon)

    @property
    def size(self) -> int:
        """The number Σ n_l (n_(l−1) + 1) of parameters."""
        return sum(n * (m + 1) for m, n in zip(self.widths, self.widths[1:], strict=False))

    @property
    def shapes(self) -> Shapes:
        """The shapes of each layer's parameters."""
        pairs = zip(self.widths, self.widths[1:], strict=False)
        return [{"weights": (m, n), "biases": (n,)} for m, n in pairs]

    def initial(
        self,
        generator: np.random.Generator,
        replicas: int,
        scale: float = 1.0,
        dtype: type[np.floating] = np.float32,
    ) -> Parameters:
        """Return independent starts, replicas first, weights times `scale`.

        Everything that is computed from them is in their precision.
        """
        require_double("MLP")
        require_generator(self, generator)
        require_count(self, "replicas", replicas)
        require_not_negative(self, scale=scale)
        layers = []
        for m, n in zip(self.widths, self.widths[1:], strict=False):
            factor = scale * (1.0 if self.kernel_scaling else self._gain / m**0.5)
            weights = generator.standard_normal((replicas, m, n))
            weights *= factor
            layers.append(
                {
                    "weights": jnp.asarray(weights, dtype),
                    "biases": jnp.zeros((replicas, n), dtype),
                }
            )
        return layers

    def outputs(
        self, parameters: Parameters, inputs: jax.Array, reference: jax.Array | None = None
    ) -> jax.Array:
        """Return f of one network at `inputs` (n, d); shape (n, outputs).

        Batch normalisation takes means and variances over `reference` (k, d), by default over
        `inputs` themselves. For a test set the training set is the reference.
        """
        return self.hidden(parameters, inputs, reference)[-1]

    def hidden(
        self, parameters: Parameters, inputs: jax.Array, reference: jax.Array | None = None
    ) -> list[jax.Array]:
        """Return h₁ … h_(L−1) and f of one network at `inputs`; shapes (n, n_l)."""
        require_layers("MLP", parameters, self.shapes)
        for rows in (inputs,) if reference is None else (inputs, reference):
            require_inputs("MLP", rows, self.widths[0])
        if not self.normalised or reference is None:
            return self._pass(parameters, inputs, len(inputs))
        both = jnp.concatenate([reference, inputs])
        return [h[len(reference) :] for h in self._pass(parameters, both, len(reference))]

    def _pass(self, parameters: Parameters, inputs: jax.Array, reference: int) -> list[jax.Array]:
        """Return all layers; statistics are those of the first `reference` rows."""
        act = ACTIVATIONS[self.activation]
        h, found = inputs, []
        for number, layer in enumerate(parameters, 1):
            z = self.factor(h.shape[-1]) * (h @ layer["weights"]) + layer["biases"]
            if number < len(parameters):
                if self.normalised:
                    z = standardized(z, reference, self.epsilon)
                skipped = h if self.skip and h.shape == z.shape else 0.0
                h = skipped + act(z)
                found.append(h)
        return [*found, z]

    def factor(self, entering: int) -> float:
        """What multiplies the weights of a layer that so many units enter."""
        return self._gain / entering**0.5 if self.kernel_scaling else 1.0

    @property
    def _gain(self) -> float:
        return 2.0**0.5 if self.activation == "relu" else 1.0


def standardized(z: jax.Array, known: int, epsilon: float) -> jax.Array:
    """Each column less its mean, over √(variance + ε), both over the first `known` rows."""
    seen = z[:known]
    return (z - seen.mean(0)) / jnp.sqrt(seen.var(0) + epsilon)


def flatten(parameters: Parameters) -> jax.Array:
    """Return the parameters of replicas as rows; shape (replicas, size)."""
    leaves = jax.tree.leaves(parameters)
    return jnp.concatenate([leaf.reshape(len(leaf), -1) for leaf in leaves], axis=1)


def mixture(first: Parameters, second: Parameters, share: float) -> Parameters:
    """(1 − λ)θ + λθ', entry by entry, λ the share."""
    return jax.tree.map(lambda a, b: (1 - share) * a + share * b, first, second)
