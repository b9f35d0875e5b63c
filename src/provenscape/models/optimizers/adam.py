"""Adam: m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², x ← x − η m̂ / (√v̂ + ε), by coordinates.

m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ) are means of the past gradients and of their squares,
with weights that sum to 1; v̂ is the second moment about 0, not the variance.
Kingma & Ba (2015), Algorithm 1.
"""

from dataclasses import dataclass

import numpy as np

from provenscape.models.optimizers.base import Gradient, Optimizer, State
from provenscape.models.requirements import require_fraction, require_positive


@dataclass(frozen=True)
class Adam(Optimizer):
    """Its memory: `first` (m) and `second` (v), of the shape of x, and `age` (t).

    Raises UserError unless `eta` and `epsilon` are finite and above 0 and both β lie in [0, 1).
    """

    eta: float
    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8

    def __post_init__(self) -> None:
        require_positive(self, eta=self.eta, epsilon=self.epsilon)
        require_fraction(self, beta1=self.beta1, beta2=self.beta2)

    def begin(self, x: np.ndarray) -> State:
        """Return the state with no gradient seen."""
        zero = np.zeros_like(x)
        return State(x, {"first": zero, "second": zero, "age": np.zeros(x.shape[0], dtype=int)})

    def step(self, state: State, gradient: Gradient, generator: np.random.Generator) -> State:
        """Return the state after one more gradient."""
        memory, slope = state.memory, gradient(state.x)
        part = (1 - self.beta1) * slope
        first = self.beta1 * memory["first"]
        first += part
        second = self.beta2 * memory["second"]
        second += np.multiply(1 - self.beta2, np.square(slope, out=part), out=part)
        age = memory["age"] + 1
        ages = age[:1] if (age == age[0]).all() else age  # in a run all replicas have one age
        root = np.divide(second, _total_weight(self.beta2, ages), out=part)
        np.sqrt(root, out=root)
        root += self.epsilon
        change = first / _total_weight(self.beta1, ages)
        change *= self.eta
        change /= root
        x = np.subtract(state.x, change, out=change)
        return State(x, {"first": first, "second": second, "age": age})


def _total_weight(beta: float, age: np.ndarray) -> np.ndarray:
    """1 − βᵗ as a column."""
    return np.asarray(1 - beta**age)[:, None]
