"""Sets of stationary points of positive dimension in three and more variables, given by equations.

Where the equations are independent and the Hessian has as many eigenvalues that are not zero, f
minus its value is a quadratic form in the directions across the set (Morse and Bott).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from typing import Any

from provenscape.classify import forms, local, real
from provenscape.classify.local import Nature
from provenscape.classify.systems import (
    Point,
    Solutions,
    Undecided,
    at_elements,
    solve,
    total_degree,
)
from provenscape.search.algebraic import Real

MOST_TRIED = 4  # points where the curvature is not negative, if there are infinitely many


@dataclass(frozen=True, slots=True)
class Sheet:
    """A set of stationary points of positive dimension; a regular real point of it, if one was
    found, with the value and the nature of f there; whether f is constant.

    falls: whether the Hessian is seen to have eigenvalues of both signs everywhere on it but at the
    `flat` points; if not, flat has some of those at which this is not seen. uniform: whether the
    Hessian is the same everywhere, and with it the nature.
    """

    equations: tuple[Any, ...]
    sample: Point | None
    value: Real | None
    nature: Nature | None
    constant: bool
    falls: bool = False
    flat: tuple[Point, ...] = ()
    uniform: bool = False


def sheet(f: Any, system: tuple[Any, ...], point: Point | None) -> Sheet:
    """What can be said of a set of positive dimension, at a real point of it and everywhere."""
    if point is None:
        return Sheet(system, None, None, None, False)
    point = Point(Solutions(point.field, point.elements, 1), point.place)
    value = point.value(f)
    constant = value.rational is not None and vanishes(f - value.rational, system)
    falls, flat = _falls(f, system)
    nature, uniform = _nature(f, system, point), total_degree(f) <= 2
    return Sheet(system, point, value, nature, constant, falls, flat, uniform)


def _nature(f: Any, system: tuple[Any, ...], point: Point) -> Nature:
    """The nature of f at a point of a sheet."""
    size = len(f.degrees())
    counts = local.exact_inertia(f, point)
    positive, negative, zero = counts
    if positive and negative:
        return Nature("saddle", counts, None, "the Hessian has eigenvalues of both signs")
    if zero == size - len(system) and zero < size:
        kind = "minimum" if positive else "maximum"
        reason = "across the sheet the Hessian is definite (Morse and Bott)"
        return Nature(kind, counts, False, reason)
    return Nature("undecided", counts, None, "the Hessian is degenerate across it")


def _falls(f: Any, system: tuple[Any, ...]) -> tuple[bool, tuple[Point, ...]]:
    """Whether a principal minor of order two of the Hessian is negative everywhere on a set but at
    finitely many points; those of them, or some, at which there are not eigenvalues of both signs.
    """
    hessian = real.differentials([f.derivative(i) for i in range(len(f.degrees()))])
    for i, j in combinations(range(len(hessian)), 2):
        minor = hessian[i][i] * hessian[j][j] - hessian[i][j] * hessian[i][j]
        minor = remainder(minor, system)
        if minor == 0 or not forms.is_sum_of_squares(-minor):
            continue
        if minor.is_constant():
            return True, ()
        zeros = (*system, minor)
        try:
            falls, found = True, [point for some in solve(zeros) for point in some.points()]
        except Undecided:
            falls, found = False, list(islice(real.on_planes(zeros), MOST_TRIED))
        return falls, tuple(p for p in found if 0 in local.exact_inertia(f, p)[:2])
    return False, ()


def is_nondegenerate(f: Any, system: tuple[Any, ...]) -> bool:
    """Whether everywhere on a set its equations are seen to be independent, and a principal minor
    of the Hessian of their number not to be zero."""
    hessian = real.differentials([f.derivative(i) for i in range(len(f.degrees()))])
    chosen = combinations(range(len(hessian)), len(system))
    across = [real.determinant([hessian[i] for i in rows], rows) for rows in chosen]
    independent = real.minors(real.differentials(system))
    return all(is_empty((*system, *_zeros(system, m))) for m in (independent, across))


def _zeros(system: Sequence[Any], polys: Sequence[Any]) -> Iterator[Any]:
    """Equations of the real points of a set at which polynomials vanish: for a sum of squares of
    monomials, each of them."""
    for poly in polys:
        poly = remainder(poly, system)
        if forms.is_sum_of_squares(poly) or forms.is_sum_of_squares(-poly):
            for monomial in poly.monoms():
                yield poly.context().from_dict({tuple(int(e > 0) for e in monomial): 1})
        else:
            yield poly


def lies_on(point: Point, system: Sequence[Any]) -> bool:
    return all(at_elements(e, point.field, point.elements) == 0 for e in system)


def is_empty(system: tuple[Any, ...]) -> bool:
    """Whether the system is seen to have no complex solution."""
    try:
        return not solve(system)
    except Undecided:
        return False


def vanishes(poly: Any, system: Sequence[Any]) -> bool:
    """Whether a polynomial is seen to vanish where the system does, by division."""
    return any(divmod(poly, g)[1] == 0 for g in system) or bool(remainder(poly, system) == 0)


def remainder(poly: Any, system: Sequence[Any]) -> Any:
    """A polynomial that is the same where the system vanishes, after division by each in turn."""
    for _ in system:
        for g in system:
            poly = divmod(poly, g)[1]
    return poly
