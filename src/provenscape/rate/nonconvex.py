"""Smooth functions that need not be convex, with points at which they are least.

PEPit's own class knows of no least value. With one at x*, f(x − ∇f(x)/L) ≥ f(x*), so that
f(x) − ‖∇f(x)‖²/(2L) ≥ f(x*) for each x. Whether this and the conditions between two points are
sufficient is not asked here: what is proved from them holds for such functions.
"""

from typing import Any

import PEPit.functions
from PEPit import Constraint


class SmoothFunction(PEPit.functions.SmoothFunction):
    """PEPit's class, with the least values that `minimized` is told of."""

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
        return value - slope**2 / (2 * self.L) >= least
