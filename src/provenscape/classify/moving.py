"""Whether the solutions of a system are seen to move: numbers, from which nothing but an early
refusal follows.

From a solution that Newton's method finds, at which the differentials have a common zero direction,
it is started again at some steps in that direction. Where it comes to solutions of the same kind
close to each of these, the solution is on a curve of them: so are the stationary points of
(x z − 1)² + (x w)² + (y z)² + (y w − 1)², as x and y may be multiplied by what divides z and w.
An isolated solution is what it comes back to.
"""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import numpy as np

from provenscape.search.floats import polynomial

SEED = 11
STARTS = 6
STEPS = 60
AWAY = (0.05, 0.1, 0.2)
SMALL = 1e-10  # of the equations at a solution
SINGULAR = 1e-5  # of a singular value, to the largest


def solutions_move(equations: Sequence[Any]) -> bool:
    """Whether a curve of real solutions is seen."""
    with np.errstate(all="ignore"), suppress(OverflowError, np.linalg.LinAlgError):
        return _curve_is_seen(equations)
    return False  # numbers that are too large for floats


def _curve_is_seen(equations: Sequence[Any]) -> bool:
    size = len(equations[0].degrees())
    values = [polynomial(g) for g in equations]
    slopes = [[polynomial(g.derivative(i)) for i in range(size)] for g in equations]

    def differentials(at: Any) -> Any:
        return np.array([[slope(at) for slope in row] for row in slopes])

    def solution(start: Any) -> Any:
        at = start
        for _ in range(STEPS):
            gap = np.array([value(at) for value in values])
            if not np.isfinite(gap).all() or np.abs(at).max() > 1e3:
                return None
            if np.abs(gap).max() < SMALL:
                return at
            at = at - np.linalg.lstsq(differentials(at), gap, rcond=SINGULAR)[0]
        return None

    def still(at: Any) -> Any:
        """A direction in which all equations are 0 to first order, or None."""
        _, sizes, ways = np.linalg.svd(differentials(at))
        lowest = sizes[-1] if len(sizes) == size else 0.0
        return ways[-1] if lowest <= SINGULAR * max(sizes[0], 1e-3) else None

    for start in np.random.default_rng(SEED).uniform(-2, 2, (STARTS, size)):
        at = solution(start)
        way = None if at is None else still(at)
        if way is None:
            continue
        others = [solution(at + step * way) for step in AWAY]
        if all(
            other is not None
            and still(other) is not None
            and 0.8 * step < np.linalg.norm(other - at) < 1.2 * step
            for step, other in zip(AWAY, others, strict=True)
        ):
            return True
    return False
