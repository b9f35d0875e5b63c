"""Deep networks of one width in which the design is data, so that designs train in one batch.

With h₁ = σ(N(x W₁ + b₁)) and L hidden layers of one width, a block is

    h_l = s h_(l−1) + t σ(N(h_(l−1) W_l + b_l)),   l = 2 … L,   f(x) = h_L W + b,

where N is batch normalisation without trained scale and shift if ν = 1, and the identity if ν = 0.
The numbers s, t and ν are leaves of the parameters that no gradient moves: their derivatives are 0
by decree, and they stay as they are. (s, t) = (0, 1) is the plain network and (1, 1) the residual
one, equal to `MLP` with the same weights. Blocks are run by a loop that is compiled once, whatever
the depth.
"""

from dataclasses import dataclass

import jax
import jax.numpy as jnp
import numpy as np

from provenscape.errors import UserError
from provenscape.models.networks.mlp import (
    ACTIVATIONS,
    MLP,
    Layer,
    Parameters,
    require_activation,
    standardized,
)
from provenscape.models.networks.requirements import Shapes, require_inputs, require_layers
from provenscape.models.requirements import require_count


@dataclass(frozen=True)
class Design:
    """The numbers s, t, ν of a network and the factor on its weights at the start."""

    skip: bool = False
    normalised: bool = False
    branch: float = 1.0


@dataclass(frozen=True)
class Stack:
    """A network of `depth` hidden layers of one width; hashable, holds no parameters.

    Raises UserError for counts below 1, fewer than two hidden layers, or an unknown activation.
    """

    inputs: int
    width: int
    depth: int
    outputs_count: int
    activation: str = "relu"
    epsilon: float = 1e-5

    def __post_init__(self) -> None:
        for name in ("inputs", "width", "depth", "outputs_count"):
            require_count(self, name, getattr(self, name))
        if self.depth < 2:
            raise UserError("Stack: depth is 1, so that there is no block; give 2 or more")
        require_activation(self, self.activation)

    @property
    def size(self) -> int:
        """The number of leaves' entries of one network, those of the design among them."""
        blocks = self.depth - 1
        ends = (self.inputs + 1) * self.width + (self.width + 1) * self.outputs_count
        return ends + 1 + blocks * (self.width + 1) * self.width + 3

    @property
    def shapes(self) -> Shapes:
        """The shapes of each part's parameters."""
        blocks, width = self.depth - 1, self.width
        numbers: dict[str, tuple[int, ...]] = dict.fromkeys(("skip", "branch", "normalised"), ())
        return [
            {"weights": (self.inputs, width), "biases": (width,), "normalised": ()},
            {"weights": (blocks, width, width), "biases": (blocks, width), **numbers},
            {"weights": (width, self.outputs_count), "biases": (self.outputs_count,)},
        ]

    def initial(
        self,
        generator: np.random.Generator,
        replicas: int,
        design: Design,
        scale: float = 1.0,
        dtype: type[np.floating] = np.float32,
    ) -> Parameters:
        """Return independent starts, replicas first, as those of `MLP.initial`."""
        widths = (self.inputs, *[self.width] * self.depth, self.outputs_count)
        layers = MLP(widths, self.activation).initial(generator, replicas, scale, dtype)
        return self.stacked(layers, design)

    def stacked(self, layers: Parameters, design: Design) -> Parameters:
        """The parameters of an `MLP` of these widths, replicas first, under a design."""
        first, *middle, last = layers
        kind = first["weights"].dtype
        replicas = len(first["weights"])

        def number(value: float) -> jax.Array:
            return jnp.full((replicas,), value, kind)

        gate = number(design.normalised)
        blocks: Layer = {
            "weights": jnp.stack([layer["weights"] for layer in middle], axis=1),
            "biases": jnp.stack([layer["biases"] for layer in middle], axis=1),
            "skip": number(design.skip),
            "branch": number(design.branch),
            "normalised": gate,
        }
        return [dict(first) | {"normalised": gate}, blocks, last]

    def outputs(
        self, parameters: Parameters, inputs: jax.Array, reference: jax.Array | None = None
    ) -> jax.Array:
        """Return f of one network at `inputs` (n, d); see `MLP.outputs` on `reference`."""
        require_layers("Stack", parameters, self.shapes)
        for examples in (inputs,) if reference is None else (inputs, reference):
            require_inputs("Stack", examples, self.inputs)
        first, blocks, last = parameters
        known = len(inputs) if reference is None else len(reference)
        rows = inputs if reference is None else jnp.concatenate([reference, inputs])
        h = self.enter(first, rows, known)
        h, _ = jax.lax.scan(
            lambda h, layer: (self.block(blocks, layer, h, known), None),
            h,
            (blocks["weights"], blocks["biases"]),
        )
        found = h @ last["weights"] + last["biases"]
        return found if reference is None else found[known:]

    def enter(self, first: Layer, rows: jax.Array, known: int) -> jax.Array:
        """h₁ at `rows`, statistics over the first `known` of them."""
        return self._branch(first, first["weights"], first["biases"], rows, known)

    def block(
        self, blocks: Layer, layer: tuple[jax.Array, jax.Array], h: jax.Array, known: int
    ) -> jax.Array:
        """h_l from h_(l−1) and (W_l, b_l)."""
        skip, branch = (jax.lax.stop_gradient(blocks[name]) for name in ("skip", "branch"))
        return skip * h + branch * self._branch(blocks, *layer, h, known)

    def _branch(
        self, design: Layer, weights: jax.Array, biases: jax.Array, h: jax.Array, known: int
    ) -> jax.Array:
        z = h @ weights + biases
        gate = jax.lax.stop_gradient(design["normalised"])
        z = jnp.where(gate > 0, standardized(z, known, self.epsilon), z)
        return ACTIVATIONS[self.activation](z)
