"""All stationary points of a polynomial: isolated ones, curves and surfaces of them.

In the plane the greatest common factor h of both derivatives splits the set: h = 0, and the
finitely many solutions of the derivatives divided by h. In more variables the system is split
wherever an equation factors, until each part has finitely many complex solutions or is given by its
equations.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Any

from flint import fmpq

from provenscape.classify import local, plane
from provenscape.classify.algebraic import Real, real_of, rising
from provenscape.classify.curves import Curve, curves
from provenscape.classify.local import Nature
from provenscape.classify.systems import (
    Point,
    Solutions,
    Undecided,
    at_elements,
    solve,
    total_degree,
)

MOST_PARTS = 400
TRIALS = (1, -1, 2, fmpq(1, 2), -2, 3, 0)


Parted = tuple[tuple[Any, ...], tuple[Any, ...]]  # equations set aside, and those left


@dataclass(frozen=True, slots=True)
class Stationary:
    """An isolated stationary point, or one that is special on a curve of them."""

    point: Point
    coordinates: tuple[Real, ...]
    value: Real
    nature: Nature
    on: tuple[int, ...] = ()  # the curves through it, by their place in the list


@dataclass(frozen=True, slots=True)
class Sheet:
    """A set of stationary points of positive dimension in three and more variables; a real point
    of it, if one was found, with the value and the nature of f there; whether f is constant."""

    equations: tuple[Any, ...]
    sample: Point | None
    value: Real | None
    nature: Nature | None
    constant: bool


@dataclass(frozen=True, slots=True)
class Found:
    """Every stationary point lies in one of these; `everywhere` if f is constant."""

    points: tuple[Stationary, ...]
    curves: tuple[Curve, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    everywhere: bool = False
    notes: tuple[str, ...] = field(default=())

    def values(self) -> list[Real]:
        """The stationary values, in rising order."""
        found = {p.value for p in self.points}
        found |= {arc.value for curve in self.curves for arc in curve.arcs}
        found |= {s.value for s in self.sheets if s.value is not None}
        return sorted(found, key=rising)


def stationary(f: Any) -> Found:
    """The stationary points of a polynomial; raises `Undecided`."""
    size = len(f.degrees())
    gradient = [f.derivative(i) for i in range(size)]
    if all(g == 0 for g in gradient):
        return Found((), everywhere=True)
    if size == 1:
        return Found(_settled(f, [p for s in solve(gradient) for p in s.points()], ()))
    if size > 2:
        return _in_space(f, gradient)
    common = reduce(lambda a, b: a.gcd(b), gradient)
    found = curves(f, common)
    points = [p for s in solve([g // common for g in gradient]) for p in s.points()]
    for curve in found:
        points += curve.special
    kept = tuple(curve for curve in found if curve.arcs)
    return Found(_settled(f, points, kept), kept)


def _settled(f: Any, points: Sequence[Point], found: Sequence[Curve]) -> tuple[Stationary, ...]:
    """Each of these points once, with its nature, in the order of its coordinates."""
    settled: dict[tuple[Real, ...], Stationary] = {}
    for point in points:
        at = point.coordinates()
        if at in settled:
            continue
        on = tuple(
            i
            for i, curve in enumerate(found)
            if at_elements(curve.poly, point.field, point.elements) == 0
            and plane.half_branches(curve.poly, at).count
        )
        value = real_of(at_elements(f, point.field, point.elements), point.field, point.place)
        nature = local.nature(f, point, isolated=not found)
        settled[at] = Stationary(point, at, value, nature, on)
    return tuple(sorted(settled.values(), key=lambda s: tuple(map(rising, s.coordinates))))


def _in_space(f: Any, gradient: Sequence[Any]) -> Found:
    points: list[Point] = []
    sheets: list[tuple[Any, ...]] = []
    todo: list[Parted] = [((), tuple(gradient))]
    seen: set[tuple[tuple[str, ...], ...]] = set()
    while todo:
        solved, rest = todo.pop()
        rest = _once(_plain(g) for g in rest if g != 0)
        key = (tuple(map(str, solved)), tuple(map(str, rest)))
        if key in seen or any(g.is_constant() for g in rest):
            continue
        seen.add(key)
        if len(seen) > MOST_PARTS:
            raise Undecided("its gradient falls into too many parts")
        parts, system = _split(solved, rest), (*solved, *rest)
        if parts is not None:
            todo += parts
        elif len(system) < len(gradient):
            if not _is_empty(system):
                sheets.append(system)
        else:
            points += [p for s in solve(system) for p in s.points()]
    known = [s for _, s in sorted({tuple(sorted(map(str, s))): s for s in sheets}.items())]
    told = tuple(
        _sheet(f, system)
        for i, system in enumerate(known)
        if not any(
            all(_vanishes(g, system) for g in other)
            for j, other in enumerate(known)
            if j < i or (j > i and not all(_vanishes(g, other) for g in system))
        )
    )
    return Found(_settled_in_space(f, points, told), sheets=told)


def _settled_in_space(
    f: Any, points: Sequence[Point], sheets: Sequence[Sheet]
) -> tuple[Stationary, ...]:
    away = [
        p
        for p in points
        if not any(
            all(at_elements(e, p.field, p.elements) == 0 for e in sheet.equations)
            for sheet in sheets
        )
    ]
    return _settled(f, _with_multiplicity(f, away), ())


def _with_multiplicity(f: Any, points: Sequence[Point]) -> list[Point]:
    """The points with their multiplicity as solutions of the whole gradient, where that has
    finitely many; splitting an equation changes it."""
    if all(p.solution.multiplicity == 1 for p in points) and not points:
        return list(points)
    try:
        whole = solve([f.derivative(i) for i in range(len(f.degrees()))])
    except Undecided:
        return [Point(Solutions(p.field, p.elements, local.LARGEST_ORDER), p.place) for p in points]
    return [p for s in whole for p in s.points()]


def _is_empty(system: tuple[Any, ...]) -> bool:
    """Whether the system is seen to have no complex solution."""
    try:
        return not solve(system)
    except Undecided:
        return False


def _vanishes(poly: Any, system: Sequence[Any]) -> bool:
    """Whether a polynomial is seen to vanish where the system does, by division."""
    for _ in system:
        for g in system:
            poly = divmod(poly, g)[1]
    return bool(poly == 0)


def _once(system: Iterable[Any]) -> tuple[Any, ...]:
    """The equations, each of them once, without multiples of others."""
    once = list({str(g): g for g in system}.values())
    kept: list[Any] = []
    for g in sorted(once, key=lambda g: (total_degree(g), str(g))):
        if not any(divmod(g, h)[1] == 0 for h in kept):
            kept.append(g)
    return tuple(kept)


def _plain(g: Any) -> Any:
    """The polynomial without repeated factors, monic."""
    plain = g * 0 + 1
    for factor, _ in g.factor()[1]:
        plain = plain * factor
    return plain


def _split(solved: tuple[Any, ...], rest: tuple[Any, ...]) -> list[Parted] | None:
    """Systems whose solutions together are those of the system, or None if it does not split.

    An equation is solved for a variable that it has with a constant factor alone; that variable is
    then put in everywhere else, and the equation is set aside."""
    for i, g in enumerate(rest):
        factors = [factor for factor, _ in g.factor()[1]]
        if len(factors) > 1:
            others = (*rest[:i], *rest[i + 1 :])
            return [(solved, (factor, *others)) for factor in factors]
    for i, g in enumerate(rest):
        for variable, generator in enumerate(g.context().gens()):
            c = g.to_dict().get(tuple(int(j == variable) for j in range(len(g.degrees()))))
            if int(g.degrees()[variable]) != 1 or c is None:
                continue
            tail = generator - g / c
            if int(tail.degrees()[variable]) == 0:
                gens = list(g.context().gens())
                gens[variable] = tail
                put = tuple(e.compose(*gens, ctx=g.context()) for e in (*rest[:i], *rest[i + 1 :]))
                return [((*solved, g), put)]
    return None


def _sheet(f: Any, system: tuple[Any, ...]) -> Sheet:
    """What can be said of a set of positive dimension: a real point of it, and f there."""
    size, context = len(f.degrees()), f.context()
    gens = context.gens()
    for trial in TRIALS:
        for first in range(size):
            cut = list(system)
            for j in range(size - len(system)):
                variable = (first + j) % size
                cut.append(gens[variable] - context.constant(trial + j))
            try:
                points = [p for s in solve(cut) for p in s.points()]
            except Undecided:
                continue
            if points:
                point = Point(Solutions(points[0].field, points[0].elements, 1), points[0].place)
                element = at_elements(f, point.field, point.elements)
                value = real_of(element, point.field, point.place)
                one = value.rational is not None and _vanishes(f - value.rational, system)
                return Sheet(system, point, value, _on_sheet(f, system, point), one)
    return Sheet(system, None, None, None, False)


def _on_sheet(f: Any, system: tuple[Any, ...], point: Point) -> Nature:
    """The nature of f at a point of a sheet. Where the Hessian has as many zero eigenvalues as the
    sheet has dimensions, f - f(p) is a quadratic form in the others (Morse and Bott)."""
    size = len(f.degrees())
    counts = local.exact_inertia(f, point)
    positive, negative, zero = counts
    if positive and negative:
        return Nature("saddle", counts, None, "the Hessian has eigenvalues of both signs")
    if zero == size - len(system) and zero < size:
        kind = "minimum" if positive else "maximum"
        reason = "across the sheet the Hessian is definite (Morse and Bott)"
        return Nature(kind, counts, False, reason)
    return Nature(
        "undecided", counts, None, "not decided here: the Hessian is degenerate across it"
    )
