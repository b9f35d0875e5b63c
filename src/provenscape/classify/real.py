"""Whether a set that equations give has real points, and which of these are isolated.

A set of positive complex dimension may have isolated real points, as x^2 + y^2 + z^2 = 0 has, or
none. Where the differentials of the equations are independent (a regular point) the real points are
a manifold of positive dimension, so that isolated ones are singular. A regular real point is looked
for on coordinate planes; else each connected piece of the real points has one nearest to a rational
point (Seidenberg 1954), which is singular or solves the equations of the nearest points. A singular
point is isolated if an ellipsoid around it, smaller than each at which the distance is stationary,
has no real point of the set.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

from flint import fmpq

from provenscape.classify.systems import Point, Undecided, at_elements, solve
from provenscape.search.algebraic import of, rational_between, rising

CENTRES = ((3, 5, -7, 11, -13, 17, -19, 23), (-2, 7, 4, -9, 15, 6, -21, 10))
TRIALS = (1, -1, 2, fmpq(1, 2), -2, 3, 0)


def minors(rows: Sequence[Sequence[Any]]) -> list[Any]:
    """The determinants of the square blocks of all rows, those that are not zero."""
    columns = range(len(rows[0]))
    found = (determinant(rows, chosen) for chosen in combinations(columns, len(rows)))
    return [d for d in found if d != 0]


def determinant(rows: Sequence[Sequence[Any]], columns: Sequence[int]) -> Any:
    """The determinant of a block of columns, along its first row."""
    if len(columns) == 1:
        return rows[0][columns[0]]
    total = rows[0][0] * 0
    for k, column in enumerate(columns):
        if rows[0][column] != 0:
            part = determinant(rows[1:], (*columns[:k], *columns[k + 1 :]))
            total = total + rows[0][column] * part * (-1) ** k
    return total


def differentials(system: Sequence[Any]) -> list[list[Any]]:
    return [[g.derivative(i) for i in range(len(g.degrees()))] for g in system]


def is_regular(bends: Sequence[Any], point: Point) -> bool:
    """Whether one of the minors of the differentials is not zero at a point."""
    return any(at_elements(m, point.field, point.elements) != 0 for m in bends)


def on_planes(system: Sequence[Any]) -> Iterator[Point]:
    """Real points of a set where some coordinates are whole numbers or a half."""
    gens, size = system[0].context().gens(), len(system[0].degrees())
    for trial in TRIALS:
        for first in range(size):
            cut = list(system)
            for j in range(size - len(system)):
                cut.append(gens[(first + j) % size] - (trial + j))
            try:
                found = solve(cut)
            except Undecided:
                continue
            yield from (point for s in found for point in s.points())


def distance(context: Any, centre: Sequence[Any]) -> Any:
    """A positive definite quadratic polynomial around a point, of unequal axes."""
    total = context.constant(0)
    for i, (generator, c) in enumerate(zip(context.gens(), centre, strict=False)):
        total = total + (i + 1) * (generator - c) ** 2
    return total


def nearest(system: Sequence[Any], centre: Sequence[Any]) -> list[Point]:
    """Real points among which are, of each piece of the set, those that are nearest to a centre;
    and all singular ones. Raises `Undecided`."""
    away = distance(system[0].context(), centre)
    equations = minors(differentials([*system, away]))
    return [point for s in solve([*system, *equations]) for point in s.points()]


def regular_point(system: Sequence[Any]) -> Point | None:
    """A real point with independent differentials, or None if there is none; raises `Undecided`."""
    bends = minors(differentials(system))
    for point in on_planes(system):
        if is_regular(bends, point):
            return point
    for centre in CENTRES:
        try:
            found = nearest(system, centre)
        except Undecided:
            continue
        regular = next((p for p in found if is_regular(bends, p)), None)
        if regular is not None or all(is_isolated(system, p) for p in found):
            return regular
    raise Undecided("whether a set of stationary points has real points beyond its singular ones")


def is_isolated(system: Sequence[Any], point: Point) -> bool:
    """Whether a singular real point is the only real point of the set nearby; raises `Undecided`.

    The squared distance r to it has no stationary value on the set between 0 and the least that is
    found; on the ellipsoid at such an r the set is smooth and bounded, so that it has a point
    nearest to any other centre there if it has one at all.
    """
    centre = [c.rational for c in point.coordinates()]
    if any(c is None for c in centre):
        raise Undecided("whether an irrational point is isolated in a set of stationary points")
    context = system[0].context()
    away = distance(context, centre)
    values = {p.value(away) for p in nearest(system, centre)} - {of(0)}
    least = min(values, key=rising, default=of(2))
    slice_ = [*system, away - rational_between(of(0), least)]
    if len(slice_) == len(system[0].degrees()):
        return not any(s.points() for s in solve(slice_))
    for other in CENTRES:
        try:
            return not nearest(slice_, other)
        except Undecided:
            continue
    raise Undecided("whether a point is isolated in a set of stationary points")
