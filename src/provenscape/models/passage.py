"""The passage of a chain of saddles: when each of them is left, and where a run is in the end.

On `landscapes.saddle_chain` with τ = 1 coordinate i has left its saddle once |x_i| ≥ 2, and the
minima have all |x_i| = 4.
"""

from itertools import islice

import numpy as np

from provenscape.models.landscapes import Landscape
from provenscape.models.optimizers import Optimizer, iterate

LEFT = 2.0  # |x_i| = 2τ
MINIMUM = 4.0  # |x_i| = 4τ


def steps_to_leave(
    chain: Landscape,
    method: Optimizer,
    start: np.ndarray,
    longest: int,
    generator: np.random.Generator,
) -> np.ndarray:
    """The first step with |x_i| ≥ 2τ, for each replica and i; infinite if none by `longest`."""
    steps = np.full(start.shape, np.inf)
    states = iterate(method, chain.grad, start, generator)
    for t, state in enumerate(islice(states, longest + 1)):
        steps[np.isinf(steps) & (np.abs(state.x) >= LEFT)] = t
        if np.isfinite(steps).all():
            break
    return steps


def follow(
    chain: Landscape,
    method: Optimizer,
    start: np.ndarray,
    generator: np.random.Generator,
    budget: int,
    settle: int,
    near: float,
) -> tuple[np.ndarray, np.ndarray]:
    """The mean number of saddles left at each step of the budget, and whether each run has left all
    by then and has, `settle` steps later, every |x_i| within `near` of the minimum's."""
    left = np.zeros(start.shape, dtype=bool)
    passed = []
    states = iterate(method, chain.grad, start, generator)
    for state in islice(states, budget + 1):
        left |= np.abs(state.x) >= LEFT
        passed.append(left.sum(axis=1).mean())
    for _ in range(settle):
        state = next(states)
    settled = (np.abs(np.abs(state.x) - MINIMUM) < near).all(axis=1)
    return np.array(passed), left.all(axis=1) & settled
