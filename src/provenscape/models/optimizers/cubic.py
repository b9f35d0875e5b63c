"""Cubic regularisation: x ← x + s with s a minimiser of g's + s'Hs/2 + (M/6)‖s‖³ over R^d.

With M at least the Lipschitz constant of the Hessian f falls in every step (Nesterov & Polyak
2006, with M fixed). Where no such constant is known M is adapted: Cartis, Gould & Toint (2011),
Algorithm 2.1, whose σ is M/2. The model's minimum is exact (`subproblems`), or that on the Krylov
subspace of gradient and Hessian, for which products of the Hessian with vectors are enough
(`krylov`).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from provenscape.errors import UserError
from provenscape.models.optimizers.base import Gradient, Optimizer, State
from provenscape.models.optimizers.subproblems import cubic_step
from provenscape.models.optimizers.trust_region import agreement
from provenscape.models.requirements import require_functions, require_positive


@dataclass(frozen=True)
class CubicNewton(Optimizer):
    """`M` is the constant of the cubic term; `hessian` maps (replicas, d) to (replicas, d, d).

    Raises UserError unless `M` is finite and above 0, and in a step for a Hessian that is not
    finite or not symmetric.
    """

    M: float
    hessian: Callable[[np.ndarray], np.ndarray]

    def __post_init__(self) -> None:
        require_functions(self, hessian=self.hessian)
        require_positive(self, M=self.M)

    def step(self, state: State, gradient: Gradient, generator: np.random.Generator) -> State:
        """Return x + s."""
        x = state.x
        return State(x + cubic_step(gradient(x), self.hessian(x), self.M).step)


@dataclass(frozen=True)
class AdaptiveCubic(Optimizer):
    """Cubic regularisation that finds its constant by itself, `M` being the first one tried.

    `value` maps (replicas, d) to (replicas,). With ρ the ratio of the decrease of f to that of the
    model, a step is taken if ρ ≥ `accept`; M is multiplied by `grow` if not, and divided by
    `shrink`, down to `least`, if ρ ≥ `trust`. Its memory is `constant`, M of each replica.
    Raises UserError unless `M` and `least` are finite and above 0, 0 < `accept` ≤ `trust` < 1,
    `grow` > 1 and `shrink` ≥ 1; in a step as `CubicNewton` does, for
    values of another shape, and for one at x that is not finite.
    """

    M: float
    value: Callable[[np.ndarray], np.ndarray]
    hessian: Callable[[np.ndarray], np.ndarray]
    accept: float = 0.1
    trust: float = 0.9
    grow: float = 2
    shrink: float = 2
    least: float = 1e-12

    def __post_init__(self) -> None:
        require_functions(self, value=self.value, hessian=self.hessian)
        require_positive(self, M=self.M, grow=self.grow, shrink=self.shrink, least=self.least)
        if not 0 < self.accept <= self.trust < 1:
            raise UserError(
                f"AdaptiveCubic: accept is {self.accept} and trust {self.trust}; give numbers "
                "with 0 < accept ≤ trust < 1"
            )
        if not (self.grow > 1 and self.shrink >= 1):
            raise UserError(
                f"AdaptiveCubic: grow is {self.grow} and shrink {self.shrink}; give grow above 1 "
                "and shrink 1 or more"
            )

    def begin(self, x: np.ndarray) -> State:
        """Return the state with the first constant."""
        return State(x, {"constant": np.full(x.shape[0], float(self.M))})

    def step(self, state: State, gradient: Gradient, generator: np.random.Generator) -> State:
        """Return x + s, or x where f did not fall enough, and the constants for the next step."""
        x, constant = state.x, state.memory["constant"]
        found = cubic_step(gradient(x), self.hessian(x), constant)
        ratio = agreement(self, self.value, x, found)
        moved = np.where((ratio >= self.accept)[:, None], x + found.step, x)
        smaller = np.maximum(np.minimum(self.least, constant), constant / self.shrink)
        constant = np.where(ratio >= self.trust, smaller, constant)
        constant = np.where(ratio >= self.accept, constant, constant * self.grow)
        return State(moved, {"constant": constant})
