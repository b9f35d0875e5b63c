"""Stochastic gradient descent over a finite sum: x ← x − η ∇f_I(x), I drawn at random.

f = (1/n) Σ fᵢ, and ∇f_I is the mean over a batch of indices drawn with replacement. What the noise
∇f_I − ∇f can do is a matter of the fᵢ: where all of them have the same symmetry as f, no batch
leaves the set that the symmetry keeps fixed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from provenscape.models.optimizers.base import Gradient, Optimizer, State
from provenscape.models.requirements import require_count, require_positive


@dataclass(frozen=True)
class FiniteSum:
    """f = (1/n) Σ fᵢ by its terms: `terms(x)` has shape (replicas, d, n), one ∇fᵢ(x) a column."""

    count: int
    terms: Callable[[np.ndarray], np.ndarray]

    def grad(self, x: np.ndarray) -> np.ndarray:
        """∇f at points of shape (replicas, d); shape (replicas, d)."""
        return self.terms(x).mean(axis=-1)


@dataclass(frozen=True)
class StochasticGradientDescent(Optimizer):
    """Raises UserError unless `eta` is finite and above 0 and `batch` at least 1.

    It draws from its own `objective`; the gradient that `step` is given goes unused.
    """

    eta: float
    batch: int
    objective: FiniteSum
    draws_random_numbers: ClassVar[bool] = True

    def __post_init__(self) -> None:
        require_positive(self, eta=self.eta)
        require_count(self, "batch", self.batch)

    def step(self, state: State, gradient: Gradient, generator: np.random.Generator) -> State:
        """Return x − η times the mean gradient of a batch, drawn for each replica by itself."""
        drawn = generator.integers(self.objective.count, size=(state.x.shape[0], 1, self.batch))
        slope = np.take_along_axis(self.objective.terms(state.x), drawn, axis=-1).mean(axis=-1)
        return State(state.x - self.eta * slope)
