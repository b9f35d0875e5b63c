"""Newton's method for a stationary point: x ← x − ∇²f(x)⁻¹ ∇f(x), of whatever kind it is.

It does not see the signs of the curvatures and goes to saddles as it goes to minima; the step is
taken with the eigenvectors, so that a singular Hessian gives what the formula does, no number.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from provenscape.models.optimizers.base import Gradient, Optimizer, State
from provenscape.models.optimizers.subproblems import require_hessian
from provenscape.models.requirements import require_functions


@dataclass(frozen=True)
class Newton(Optimizer):
    """`hessian` maps points (replicas, d) to (replicas, d, d).

    Raises UserError for a hessian that is no function; in a step for one that is not finite or not
    symmetric.
    """

    hessian: Callable[[np.ndarray], np.ndarray]

    def __post_init__(self) -> None:
        require_functions(self, hessian=self.hessian)

    def step(self, state: State, gradient: Gradient, generator: np.random.Generator) -> State:
        """Return x − H⁻¹ ∇f(x)."""
        x = state.x
        matrices = require_hessian("Newton", self.hessian(x), (*x.shape, x.shape[1]))
        values, vectors = np.linalg.eigh(matrices)
        components = np.einsum("rij,ri->rj", vectors, gradient(x))
        with np.errstate(divide="ignore"):
            return State(x - np.einsum("rij,rj->ri", vectors, components / values))
