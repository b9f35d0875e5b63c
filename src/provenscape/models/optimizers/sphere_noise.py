"""Noisy gradient descent as published: x ← x − η (∇f(x) + n), n uniform on the unit sphere.

Ge, Huang, Jin & Yuan (2015), Algorithm 1, with the exact gradient in the place of a stochastic one;
`scale` 1 is theirs. The size of the noise in x is then η, with no parameter of its own.
"""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from provenscape.models.optimizers.base import Gradient, Optimizer, State
from provenscape.models.optimizers.perturbed import uniform_sphere
from provenscape.models.requirements import require_not_negative, require_positive


@dataclass(frozen=True)
class SphereNoiseGradientDescent(Optimizer):
    """Raises UserError unless `eta` is finite and above 0 and `scale` finite and at least 0."""

    eta: float
    scale: float = 1.0
    draws_random_numbers: ClassVar[bool] = True

    def __post_init__(self) -> None:
        require_positive(self, eta=self.eta)
        require_not_negative(self, scale=self.scale)

    def step(self, state: State, gradient: Gradient, generator: np.random.Generator) -> State:
        """Return x − η (∇f(x) + n)."""
        noise = self.scale * uniform_sphere(generator, *state.x.shape)
        return State(state.x - self.eta * (gradient(state.x) + noise))
