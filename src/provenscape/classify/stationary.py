"""All stationary points of a polynomial: isolated ones, curves and surfaces of them.

In the plane the greatest common factor h of both derivatives splits the set: h = 0, and the
finitely many solutions of the derivatives divided by h. In more variables the system is split
wherever an equation factors, until each part has finitely many complex solutions or is given by its
equations.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any

from provenscape.classify import forms, local, plane, real, whole
from provenscape.classify.curves import Curve, curves
from provenscape.classify.local import Nature
from provenscape.classify.sheets import Sheet, is_empty, lies_on, remainder, sheet, vanishes
from provenscape.classify.systems import (
    Point,
    Solutions,
    Undecided,
    at_elements,
    solve,
    total_degree,
)
from provenscape.search.algebraic import Real, compare, of, rising

MOST_PARTS = 400

Parted = tuple[tuple[Any, ...], tuple[Any, ...]]  # equations set aside, and those left
Key = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Stationary:
    """An isolated stationary point, or one that is special on a curve or sheet of them."""

    point: Point
    coordinates: tuple[Real, ...]
    value: Real
    nature: Nature
    on: tuple[int, ...] = ()  # the curves or sheets through it, by their place in the list


@dataclass(frozen=True, slots=True)
class Found:
    """Every stationary point lies in one of these; `everywhere` if f is constant. `open` says what
    was not decided: isolated points may be missing then. `factored` tells that the derivatives have
    a common factor, of which curves and special points are the real zeros."""

    points: tuple[Stationary, ...]
    curves: tuple[Curve, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    everywhere: bool = False
    open: tuple[str, ...] = ()
    factored: bool = False

    def values(self) -> list[Real]:
        """The stationary values, in rising order."""
        found = {p.value for p in self.points}
        found |= {arc.value for curve in self.curves for arc in curve.arcs}
        found |= {s.value for s in self.sheets if s.value is not None}
        return sorted(found, key=rising)


def stationary(f: Any, cut: Iterable[int] = ()) -> Found:
    """The stationary points of a polynomial; raises `Undecided`. Pieces of curves in the plane end
    where one of the variables of `cut` is 0."""
    size = len(f.degrees())
    gradient = [f.derivative(i) for i in range(size)]
    if all(g == 0 for g in gradient):
        return Found((), everywhere=True)
    if size == 1:
        return Found(_settled(f, [p for s in solve(gradient) for p in s.points()], ()))
    if size > 2:
        return _in_space(f, gradient)
    common = reduce(lambda a, b: a.gcd(b), gradient)
    axes = plane.product([f.context().gens()[i] for i in cut], f * 0 + 1)
    found = curves(f, common, axes)
    points = [p for s in solve([g // common for g in gradient]) for p in s.points()]
    for curve in found:
        points += curve.special
    kept = tuple(curve for curve in found if curve.arcs)
    return Found(_settled(f, points, kept), kept, factored=not common.is_constant())


def _settled(
    f: Any, points: Sequence[Point], found: Sequence[Curve], isolated: bool = True
) -> tuple[Stationary, ...]:
    """Each of these points once, with its nature, in the order of its coordinates; `isolated` tells
    that each is so among the complex ones."""
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
        value = point.value(f)
        nature = local.nature(f, point, isolated=isolated and not found)
        settled[at] = Stationary(point, at, value, nature, on)
    return tuple(sorted(settled.values(), key=lambda s: tuple(map(rising, s.coordinates))))


def _in_space(f: Any, gradient: Sequence[Any]) -> Found:
    """The parts of the set. One of positive complex dimension is a sheet if it has a regular real
    point, and its singular points, looked for beside it, may be isolated; if it has none, these are
    all its real points, and take its place."""
    points: list[Point] = []
    inner: list[tuple[Any, ...]] = []  # sets of singular points of sheets
    replaced: list[tuple[Any, ...]] = []
    sheets: dict[tuple[str, ...], tuple[tuple[Any, ...], Point | None]] = {}
    undecided: list[str] = []
    todo: list[tuple[Parted, frozenset[Key], bool]] = [(((), tuple(gradient)), frozenset(), False)]
    seen: set[Key] = set()
    while todo:
        (solved, rest), within, beside = todo.pop()
        rest = _once(g for g in rest if g != 0)
        key = (tuple(map(str, solved)), tuple(map(str, rest)))
        if key in within:
            raise Undecided("a set of stationary points of more equations than its codimension")
        if key in seen or any(g.is_constant() for g in rest):
            continue
        seen.add(key)
        if len(seen) > MOST_PARTS:
            raise Undecided("its gradient falls into too many parts")
        parts, system = _split(solved, rest), (*solved, *rest)
        if parts is not None:
            todo += [(part, within, beside) for part in parts]
        elif len(system) >= len(gradient):
            try:
                points += [p for s in solve(system) for p in s.points()]
            except Undecided as why:
                smaller = _smaller(solved, rest)
                if smaller is not None:
                    replaced.append(system)
                    todo.append((smaller, within | {key}, beside))
                elif not beside:
                    raise
                else:
                    undecided.append(str(why))
        elif not is_empty(system):
            below, sample = within | {key}, None
            try:
                smaller = _smaller(solved, rest)
                sample = None if smaller else real.regular_point(system)
                if smaller or rest:
                    part = smaller or ((), _singular(system))
                    todo.append((part, below, beside or sample is not None))
                if sample is None:
                    replaced.append(system)
                    continue
            except Undecided as why:
                undecided.append(str(why))
            if beside:
                inner.append(system)
            else:
                sheets[tuple(sorted(map(str, system)))] = (system, sample)
    known = [sheets[name] for name in sorted(sheets)]
    told = tuple(
        sheet(f, system, sample)
        for i, (system, sample) in enumerate(known)
        if not any(
            all(vanishes(g, system) for g in other)
            for j, (other, _) in enumerate(known)
            if j < i or (j > i and not all(vanishes(g, other) for g in system))
        )
    )
    return _settled_in_space(f, points, told, inner, replaced, undecided)


def _smaller(solved: tuple[Any, ...], rest: tuple[Any, ...]) -> Parted | None:
    """The same real points with the derivatives of a polynomial that keeps its sign: those of one
    that is seen to be a sum of squares, or that is the only one left."""
    for g in rest:
        slopes = [g.derivative(i) for i in range(len(g.degrees()))]
        if all(vanishes(slope, rest) for slope in slopes):
            continue
        evident = forms.is_sum_of_squares(g) or forms.is_sum_of_squares(-g)
        if evident or (len(rest) == 1 and _keeps_sign(g)):
            return solved, (*rest, *slopes)
    return None


def _keeps_sign(poly: Any) -> bool:
    """Whether a polynomial is seen to be nowhere negative, or nowhere positive."""
    used = [i for i, degree in enumerate(poly.degrees()) if degree > 0]
    inner = forms.context(len(used))
    place = dict(zip(used, inner.gens(), strict=True))
    gens = [place.get(i, inner.constant(0)) for i in range(len(poly.degrees()))]
    smaller = poly.compose(*gens, ctx=inner)
    for sign in (1, -1):
        try:
            found = stationary(sign * smaller)
            known = all(sheet.constant for sheet in found.sheets)
            lowest = whole.infimum(sign * smaller, found.values(), known).value
        except (Undecided, IndexError):
            continue
        if lowest is not None and compare(lowest, of(0)) >= 0:
            return True
    return False


def _singular(system: tuple[Any, ...]) -> tuple[Any, ...]:
    return (*system, *real.minors(real.differentials(system)))


def _settled_in_space(
    f: Any,
    points: Sequence[Point],
    sheets: Sequence[Sheet],
    inner: Sequence[tuple[Any, ...]],
    replaced: Sequence[tuple[Any, ...]],
    undecided: list[str],
) -> Found:
    """The points that are isolated among the real ones, and the flat ones of sheets, with their
    nature. On no sheet and in no set that was replaced, a point is isolated among the complex ones
    too."""
    isolated: list[Point] = []
    others: list[Point] = []
    for p in points:
        sets = (*(sheet.equations for sheet in sheets), *inner)
        through = [system for system in sets if lies_on(p, system)]
        if any(real.is_regular(real.minors(real.differentials(s)), p) for s in through):
            continue
        try:
            if all(real.is_isolated(system, p) for system in through):
                inside = through or any(lies_on(p, system) for system in replaced)
                (others if inside else isolated).append(p)
        except Undecided as why:
            undecided.append(str(why))
    isolated, unknown = _with_multiplicity(f, isolated, finite=not sheets)
    flat = [p for sheet in sheets for p in sheet.flat]
    found = (
        *_settled(f, isolated, ()),
        *_settled(f, [*unknown, *others], (), isolated=False),
        *(_on(s, sheets) for s in _settled(f, flat, (), isolated=False)),
    )
    ordered = sorted(found, key=lambda s: tuple(map(rising, s.coordinates)))
    return Found(tuple(ordered), sheets=tuple(sheets), open=tuple(dict.fromkeys(undecided)))


def _on(settled: Stationary, sheets: Sequence[Sheet]) -> Stationary:
    """The point with the sheets through it."""
    through = (i for i, s in enumerate(sheets) if lies_on(settled.point, s.equations))
    return replace(settled, on=tuple(through))


def _with_multiplicity(
    f: Any, points: list[Point], finite: bool
) -> tuple[list[Point], list[Point]]:
    """The points with their multiplicity as solutions of the whole gradient, or a bound on it, for
    splitting an equation changes it; and those of which none is known that is small enough.
    `finite` tells that the gradient may have finitely many solutions."""
    if not points:
        return [], []
    if finite:
        try:
            every = solve([f.derivative(i) for i in range(len(f.degrees()))])
            return [p for s in every for p in s.points()], []
        except Undecided:
            pass
    most = (total_degree(f) - 1) ** len(f.degrees())  # Bezout
    if most > local.LARGEST_ORDER:
        return [], points
    return [Point(Solutions(p.field, p.elements, most), p.place) for p in points], []


def _once(system: Iterable[Any]) -> tuple[Any, ...]:
    """The equations, each of them once, reduced by those of lower degree and without repeated
    factors; those that others are seen to generate left out."""
    once = list({str(g): g for g in map(_plain, system)}.values())
    kept: list[Any] = []
    for g in sorted(once, key=lambda g: (total_degree(g), str(g))):
        if not vanishes(g, kept):
            kept.append(_plain(remainder(g, kept)))
    return tuple(kept)


def _plain(g: Any) -> Any:
    """The polynomial without repeated factors, monic."""
    return plane.product([factor for factor, _ in g.factor()[1]], g * 0 + 1)


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
            if int(tail.degrees()[variable]) <= 0:
                gens = list(g.context().gens())
                gens[variable] = tail
                put = tuple(e.compose(*gens, ctx=g.context()) for e in (*rest[:i], *rest[i + 1 :]))
                return [((*solved, g), put)]
    return None
