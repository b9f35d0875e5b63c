"""Gradient descent with noise in every step: x ← x − η ∇f(x) + ξ, ξ ~ N(0, σ² I).

The post prints x − η ∇f(x) + ε with ε of mean 0 and leaves the law open; here it is normal.
"""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from provenscape.models.optimizers.base import Gradient, Optimizer, State
from provenscape.models.requirements import require_not_negative, require_positive


@dataclass(frozen=True)
class NoisyGradientDescent(Optimizer):
    """Raises UserError unless `eta` is finite and above 0 and `sigma` finite and at least 0."""

    eta: float
    sigma: float
    draws_random_numbers: ClassVar[bool] = True

    def __post_init__(self) -> None:
        require_positive(self, eta=self.eta)
        require_not_negative(self, sigma=self.sigma)

    def step(self, state: State, gradient: Gradient, generator: np.random.Generator) -> State:
        """Return x − η ∇f(x) + ξ."""
        noise = self.sigma * generator.standard_normal(state.x.shape)
        return State(state.x - self.eta * gradient(state.x) + noise)
