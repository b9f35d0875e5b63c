"""Trust region: x ← x + s with s a minimiser of g's + s'Hs/2 over ‖s‖ ≤ r, and r adapted.

The subproblem is solved exactly (`subproblems`; Moré & Sorensen 1983). Acceptance and radius are
those of Nocedal & Wright (2006), Algorithm 4.1, which SciPy has too.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from provenscape.errors import UserError
from provenscape.models.optimizers.base import Gradient, Optimizer, State
from provenscape.models.optimizers.subproblems import Solution, trust_region_step
from provenscape.models.requirements import (
    require_functions,
    require_numbers,
    require_positive,
)

NOISE = 10 * np.finfo(float).eps


@dataclass(frozen=True)
class TrustRegion(Optimizer):
    """`value` and `hessian` map (replicas, d) to (replicas,) and (replicas, d, d).

    With ρ the ratio of the decrease of f to that of the model, a step is taken if ρ > `accept`; r
    is divided by 4 if ρ < 1/4, and doubled, up to `largest`, if ρ > 3/4 and the step is as long as
    r. Its memory is `radius`, r of each replica. Raises UserError unless `radius` and `largest` are
    finite and above 0, `radius` ≤ `largest` and 0 ≤ `accept` < 1/4; in a step for a Hessian that is
    not finite or not symmetric, values of another shape, and one at x that is not finite.
    """

    radius: float
    value: Callable[[np.ndarray], np.ndarray]
    hessian: Callable[[np.ndarray], np.ndarray]
    accept: float = 0.15
    largest: float = 1000

    def __post_init__(self) -> None:
        require_functions(self, value=self.value, hessian=self.hessian)
        require_positive(self, radius=self.radius, largest=self.largest)
        if self.radius > self.largest:
            raise UserError(
                f"TrustRegion: radius is {self.radius} and largest {self.largest}; give a radius "
                "that is no larger"
            )
        if not 0 <= self.accept < 1 / 4:
            raise UserError(f"TrustRegion: accept is {self.accept}; give a number in [0, 1/4)")

    def begin(self, x: np.ndarray) -> State:
        """Return the state with the first radius."""
        return State(x, {"radius": np.full(x.shape[0], float(self.radius))})

    def step(self, state: State, gradient: Gradient, generator: np.random.Generator) -> State:
        """Return x + s, or x where f did not fall enough, and the radii for the next step."""
        x, radius = state.x, state.memory["radius"]
        found = trust_region_step(gradient(x), self.hessian(x), radius)
        ratio = agreement(self, self.value, x, found)
        moved = np.where((ratio > self.accept)[:, None], x + found.step, x)
        longer = (ratio > 3 / 4) & (found.shift > 0)
        radius = np.where(longer, np.minimum(2 * radius, self.largest), radius)
        return State(moved, {"radius": np.where(ratio < 1 / 4, radius / 4, radius)})


def agreement(
    who: object, value: Callable[[np.ndarray], np.ndarray], x: np.ndarray, found: Solution
) -> np.ndarray:
    """The decrease of f over that of the model, (replicas,); −∞ where f is no number at x + s.

    Raises UserError for values that are not of the shape (replicas,), and where f is not finite at
    x: no step could be told from another.

    To both a few units of the last place of f are added, so that near a minimum, where they are
    rounding, the ratio is 1 (Conn, Gould & Toint 2000, Section 17.4.2).
    """
    before = require_numbers(who, "value", value(x), x.shape[:1])
    if not np.isfinite(before).all():
        raise UserError(
            f"{type(who).__name__}: value is {before[~np.isfinite(before)][0]} at an iterate; "
            "start where it is finite"
        )
    after = require_numbers(who, "value", value(x + found.step), x.shape[:1])
    noise = NOISE * np.abs(before)
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        ratio = (before - after + noise) / (found.decrease + noise)
    return np.where(np.isnan(ratio), -np.inf, ratio)
