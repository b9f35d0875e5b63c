"""Heavy ball: v ← β v − η ∇f(x), x ← x + v, with v = 0 at the start.

Along an eigenvector of a constant Hessian with eigenvalue λ the iterates obey
x_{t+1} = (1 + β − ηλ) x_t − β x_{t−1}, whose characteristic roots solve
z² − (1 + β − ηλ) z + β = 0. Polyak (1964).
"""

from dataclasses import dataclass

import numpy as np

from provenscape.models.optimizers.base import Gradient, Optimizer, State
from provenscape.models.requirements import require_fraction, require_positive


@dataclass(frozen=True)
class HeavyBall(Optimizer):
    """Its memory is `velocity`, of the shape of x; with `beta` 0 it is gradient descent.

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
        """Return the state with v = β v − η ∇f(x) and x + v."""
        change = self.eta * gradient(state.x)
        velocity = self.beta * state.memory["velocity"]
        velocity -= change
        return State(np.add(state.x, velocity, out=change), {"velocity": velocity})
