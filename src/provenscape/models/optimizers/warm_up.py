"""Gradient descent whose step grows linearly at first: η_t = η min(1, t / warm_up), t = 1, 2, ….

On a quadratic with Hessian diag(λ) the coordinates are multiplied by Π (1 − η_t λ).
Goyal et al. (2017), section 2.2, the gradual warm-up.
"""

from dataclasses import dataclass

import numpy as np

from provenscape.models.optimizers.base import Gradient, Optimizer, State
from provenscape.models.requirements import require_positive


@dataclass(frozen=True)
class WarmUp(Optimizer):
    """Its memory is `age`, the steps taken; `warm_up` 1 is plain gradient descent.

    Raises UserError unless `eta` and `warm_up` are finite and above 0.
    """

    eta: float
    warm_up: int

    def __post_init__(self) -> None:
        require_positive(self, eta=self.eta, warm_up=self.warm_up)

    def begin(self, x: np.ndarray) -> State:
        """Return the state with no step taken."""
        return State(x, {"age": np.zeros(x.shape[0], dtype=int)})

    def step(self, state: State, gradient: Gradient, generator: np.random.Generator) -> State:
        """Return x − η_t ∇f(x)."""
        age = state.memory["age"] + 1
        rate = self.eta * np.minimum(1, age / self.warm_up)
        return State(state.x - rate[:, None] * gradient(state.x), {"age": age})
