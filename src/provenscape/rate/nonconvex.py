"""Functions that need not be convex, with points at which they are least.

PEPit's own classes know of no least value. With one at x*, f(x) ≥ f(x*), and of a smooth function
f(x − ∇f(x)/L) ≥ f(x*), so that f(x) − ‖∇f(x)‖²/(2L) ≥ f(x*) for each x. Whether this and the
conditions between two points are sufficient is not asked here: what is proved from them holds for
such functions.
"""

import math
from typing import Any

import PEPit.functions
from PEPit import Constraint, Function


class Least(Function):
    """Of PEPit's class beside it, with the least values that `minimized` is told of."""

    least: tuple[Any, ...] = ()

    def minimized(self) -> None:
        """The last point at which it was evaluated is one where it is least."""
        self.least = (*self.least, self.list_of_points[-1])

    def add_class_constraints(self) -> None:
        super().add_class_constraints()
        if self.least:
            self.add_constraints_from_two_lists_of_points(
                self.least, self.list_of_points, "least value", self._above
            )

    def _above(self, _x: Any, _g: Any, least: Any, _y: Any, slope: Any, value: Any) -> Constraint:
        smooth = getattr(self, "L", math.inf)
        return (value - slope**2 / (2 * smooth) if math.isfinite(smooth) else value) >= least


class SmoothFunction(Least, PEPit.functions.SmoothFunction):
    """Smooth, of any curvature."""


class SmoothStronglyConvexFunction(Least, PEPit.functions.SmoothStronglyConvexFunction):
    """Smooth and, with mu < 0, weakly convex."""


class StronglyConvexFunction(Least, PEPit.functions.StronglyConvexFunction):
    """Weakly convex, with mu < 0."""


WEAK = {kind.__name__: kind for kind in (SmoothStronglyConvexFunction, StronglyConvexFunction)}


def stationary(function: Function) -> bool:
    """Whether points at which its gradient is 0 are named, of which no least value is known."""
    parts = [f for f, weight in function.decomposition_dict.items() if weight]
    alone = any(curved(f) for f in parts) and not getattr(function, "least", ())
    return bool(function.list_of_stationary_points) and alone


def curved(function: Function) -> bool:
    """Whether it need not be convex, as far as its class and its constants say."""
    weak = type(function).__name__ in WEAK and function.mu < 0
    return weak or isinstance(function, PEPit.functions.SmoothFunction)
