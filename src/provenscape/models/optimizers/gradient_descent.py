"""Gradient descent with a fixed step: x ← x − η ∇f(x).

On a quadratic with Hessian H = diag(λ) the coordinates are multiplied by 1 − ηλ in every step.
"""

from dataclasses import dataclass

import numpy as np

from provenscape.models.optimizers.base import Gradient, Optimizer, State
from provenscape.models.requirements import require_positive


@dataclass(frozen=True)
class GradientDescent(Optimizer):
    """Plain gradient descent. Raises UserError unless the step `eta` is finite and above 0."""

    eta: float

    def __post_init__(self) -> None:
        require_positive(self, eta=self.eta)

    def step(self, state: State, gradient: Gradient, generator: np.random.Generator) -> State:
        """Return x − η ∇f(x)."""
        change = self.eta * gradient(state.x)
        return State(np.subtract(state.x, change, out=change))
