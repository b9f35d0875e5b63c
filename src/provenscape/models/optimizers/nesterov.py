"""Nesterov's accelerated gradient with a fixed momentum: v ← β v − η ∇f(x + β v), x ← x + v.

Along an eigenvector of a constant Hessian with eigenvalue λ the iterates obey
x_{t+1} = (1 − ηλ) ((1 + β) x_t − β x_{t−1}), whose characteristic roots solve
z² − (1 + β)(1 − ηλ) z + β (1 − ηλ) = 0. Nesterov (2004), section 2.2, scheme with constant step.
"""

from dataclasses import dataclass

import numpy as np

from provenscape.models.optimizers.base import Gradient, Optimizer, State
from provenscape.models.requirements import require_fraction, require_positive


@dataclass(frozen=True)
class Nesterov(Optimizer):
    """Its memory is `velocity`; with `beta` 0 it is gradient descent.

    Raises UserError unless `eta` is finite and above 0 and 0 ≤ `beta` < 1.
    """

    eta: float
    beta: float

    def __post_init__(self) -> None:
        require_positive(self, eta=self.eta)
        require_fraction(self, beta=self.beta)

    def begin(self, x: np.ndarray) -> State:
        """Return the state at rest."""
        return State(x, {"velocity": np.zeros_like(x)})

    def step(self, state: State, gradient: Gradient, generator: np.random.Generator) -> State:
        """Return the state with v = β v − η ∇f(x + β v) and x + v."""
        carried = self.beta * state.memory["velocity"]
        velocity = carried - self.eta * gradient(state.x + carried)
        return State(state.x + velocity, {"velocity": velocity})
