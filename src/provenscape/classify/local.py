"""The nature of a stationary point, degenerate ones included.

The inertia of the Hessian is counted exactly. Where it is semidefinite and singular, the directions
in which it is regular are solved for (the splitting lemma): what is left is a function of as many
variables as the Hessian has zero eigenvalues. Of one variable, its first nonzero coefficient
decides, and the curve found on the way is one along which f descends if it does. Of two, `plane`
decides on a jet that determines it: of a point with multiplicity mu the jet of order mu + 1 does
(Mather; Tougeron). Of more, the lowest form decides where it is definite, odd or takes both signs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import sympy as sp
from flint import fmpq, fmpq_poly

from provenscape.classify import forms, plane
from provenscape.classify.balls import inertia_by_balls
from provenscape.classify.systems import Point, Undecided, at_elements, raised
from provenscape.search.algebraic import RATIONALS, Field, Real, for_sympy, real_of, sign_of

Series = list[fmpq_poly]
LARGEST_ORDER = 64
WEIGHTS = (1, 2, 3, 4)
SLOPES = (*map(fmpq, (0, 1, -1, 2, -2, 3, -3)), fmpq(1, 2), fmpq(-1, 2))
MOST_CURVES = 20_000


@dataclass(frozen=True, slots=True)
class Nature:
    """What a stationary point is, and why.

    kind: minimum, maximum, saddle (neither of both), or undecided. strict: whether it is the only
    point nearby with its value, None for a saddle. curves: exact curves through the point, each
    with the first term of f along it beyond its value.
    """

    kind: str
    inertia: tuple[int, int, int]
    strict: bool | None
    reason: str
    curves: tuple[tuple[str, str], ...] = ()


def nature(f: Any, point: Point, isolated: bool = True) -> Nature:
    """The nature of a stationary point of f; `isolated` tells that no curve of such points meets
    it."""
    counts = inertia_by_balls(f, point) or exact_inertia(f, point)
    positive, negative, zero = counts
    if positive and negative:
        return Nature("saddle", counts, None, "the Hessian has eigenvalues of both signs")
    if not zero:
        kind = "minimum" if positive else "maximum"
        sign = "positive" if positive else "negative"
        return Nature(kind, counts, True, f"the Hessian is {sign} definite")
    size = len(f.degrees())
    expansion = taylor(f, point)
    if zero == 1:
        found = _along_the_kernel(expansion, point, counts, isolated)
        if found is not None:
            return found
    if size == 2:
        return _in_the_plane(f, point, counts, expansion)
    return _with_large_kernel(expansion, point, counts, isolated)


def exact_inertia(f: Any, point: Point) -> tuple[int, int, int]:
    """Eigenvalues of the Hessian by sign."""
    return inertia(hessian(f, point), point)


def hessian(f: Any, point: Point) -> list[list[fmpq_poly]]:
    """The Hessian, of elements of the point's field."""
    size = range(len(f.degrees()))
    return [
        [at_elements(f.derivative(i).derivative(j), point.field, point.elements) for j in size]
        for i in size
    ]


def inertia(matrix: list[list[fmpq_poly]], point: Point) -> tuple[int, int, int]:
    """Eigenvalues of a symmetric matrix by sign, by elimination in the point's field."""
    field, place, n = point.field, point.place, len(matrix)
    rest = [list(row) for row in matrix]
    positive = negative = 0
    while rest:
        size = range(len(rest))
        pivot = next((i for i in size if rest[i][i] != 0), None)
        if pivot is not None:
            kept = [i for i in size if i != pivot]
            inverse = field.inverse(rest[pivot][pivot])
            positive += sign_of(rest[pivot][pivot], place) > 0
            negative += sign_of(rest[pivot][pivot], place) < 0
            rest = [
                [
                    rest[i][j]
                    - field.reduce(field.reduce(rest[i][pivot] * rest[pivot][j]) * inverse)
                    for j in kept
                ]
                for i in kept
            ]
            continue
        off = next(((i, j) for i in size for j in size if rest[i][j] != 0), None)
        if off is None:
            break
        # a zero diagonal with a nonzero entry beside it: add one row and column to the other
        p, q = off
        for j in size:
            rest[p][j] = rest[p][j] + rest[q][j]
        for i in size:
            rest[i][p] = rest[i][p] + rest[i][q]
    return positive, negative, n - positive - negative


def taylor(f: Any, point: Point) -> dict[tuple[int, ...], fmpq_poly]:
    """The coefficients of f(p + h) - f(p) in h that are not zero."""
    found = {}
    level = {(0,) * len(f.degrees()): f}
    while level:
        following = {}
        for monomial, derivative in level.items():
            last = max((i for i, e in enumerate(monomial) if e), default=0)
            for i in range(last, len(monomial)):
                above = raised(monomial, i)
                following[above] = derivative.derivative(i) / above[i]
        level = {m: d for m, d in following.items() if d != 0}
        for monomial, derivative in level.items():
            value = at_elements(derivative, point.field, point.elements)
            if value != 0:
                found[monomial] = value
    return found


def _along_the_kernel(
    expansion: dict[tuple[int, ...], fmpq_poly],
    point: Point,
    counts: tuple[int, int, int],
    isolated: bool,
) -> Nature | None:
    """The nature where the Hessian has one zero eigenvalue, by the curve on which the other
    derivatives vanish; None if f seems to be constant on it."""
    field = point.field
    order = 3
    while order <= (point.solution.multiplicity + 1 if isolated else LARGEST_ORDER // 4):
        curve = centre_curve(expansion, field, order)
        values = along(expansion, field, curve, order)
        first = next((k for k, c in enumerate(values) if c != 0), None)
        if first is not None:
            return _by_first_term(expansion, point, counts, curve, first)
        order = min(2 * order, max(order + 1, point.solution.multiplicity + 1))
    return None


def _by_first_term(
    expansion: dict[tuple[int, ...], fmpq_poly],
    point: Point,
    counts: tuple[int, int, int],
    curve: list[Series],
    first: int,
) -> Nature:
    field, place = point.field, point.place
    short = [series[: first // 2 + 1] for series in curve]
    values = along(expansion, field, short, first)
    value = values[first]
    if any(v != 0 for v in values[:first]) or value == 0:
        raise ArithmeticError("the curve was cut too short")
    shown = ((path_text(short, place), term_text(value, place, first)),)
    sign = sign_of(value, place)
    if first % 2:
        reason = f"along a curve f - f(p) begins with the odd power {first}: it takes both signs"
        return Nature("saddle", counts, None, reason, shown)
    upward, downward = counts[1] == 0 and sign > 0, counts[0] == 0 and sign < 0
    if upward or downward:
        others = counts[0] + counts[1]
        reason = (
            f"after a change of variables f - f(p) is {'' if upward else 'minus '}the sum of "
            f"{others} squares and t^{first}"
            if others
            else f"f - f(p) begins with the even power {first}"
        )
        return Nature("minimum" if upward else "maximum", counts, True, reason, shown)
    reason = "the Hessian and the first term along a curve in its kernel have opposite signs"
    return Nature("saddle", counts, None, reason, shown)


def centre_curve(
    expansion: dict[tuple[int, ...], fmpq_poly], field: Field, order: int
) -> list[Series]:
    """Series h(s), h'(0) in the kernel of the Hessian, along which all derivatives of f but one
    vanish up to the order; of that one the coordinate is a multiple of s."""
    n = len(next(iter(expansion)))
    hessian = [[_second(expansion, i, j) for j in range(n)] for i in range(n)]
    kernel = null_vector(hessian, field)
    chosen = next(i for i in range(n) if kernel[i] != 0)
    others = [i for i in range(n) if i != chosen]
    scale = field.inverse(kernel[chosen])
    curve: list[Series] = [[fmpq_poly([]), field.reduce(v * scale)] for v in kernel]
    inverse = inverted([[hessian[i][j] for j in others] for i in others], field)
    gradients = [derivative(expansion, i) for i in others]
    for k in range(2, order + 1):
        for series in curve:
            series.append(fmpq_poly([]))
        wrong = [along(gradient, field, curve, k)[k] for gradient in gradients]
        for row, i in zip(inverse, others, strict=True):
            total = fmpq_poly([])
            for entry, value in zip(row, wrong, strict=True):
                total = total + field.reduce(entry * value)
            curve[i][k] = -total
    return curve


def _second(expansion: dict[tuple[int, ...], fmpq_poly], i: int, j: int) -> fmpq_poly:
    n = len(next(iter(expansion)))
    monomial = raised(raised((0,) * n, i), j)
    return expansion.get(monomial, fmpq_poly([])) * (2 if i == j else 1)


def derivative(
    expansion: dict[tuple[int, ...], fmpq_poly], i: int
) -> dict[tuple[int, ...], fmpq_poly]:
    return {raised(m, i, -1): c * m[i] for m, c in expansion.items() if m[i]}


def along(
    expansion: dict[tuple[int, ...], fmpq_poly], field: Field, curve: Sequence[Series], order: int
) -> Series:
    """The coefficients of a polynomial along a curve, up to an order."""
    one = [fmpq_poly([1])] + [fmpq_poly([])] * order
    powers: list[list[Series]] = [[one] for _ in curve]
    total = [fmpq_poly([])] * (order + 1)
    for monomial, coefficient in expansion.items():
        term = one
        for i, exponent in enumerate(monomial):
            while len(powers[i]) <= exponent:
                powers[i].append(times(powers[i][-1], curve[i], field, order))
            if exponent:
                term = times(term, powers[i][exponent], field, order)
        total = [t + field.reduce(coefficient * c) for t, c in zip(total, term, strict=True)]
    return total


def times(first: Series, second: Series, field: Field, order: int) -> Series:
    product_ = [fmpq_poly([]) for _ in range(order + 1)]
    for i, a in enumerate(first):
        if a != 0:
            for j, b in enumerate(second[: order + 1 - i]):
                if b != 0:
                    product_[i + j] = product_[i + j] + a * b
    return [field.reduce(c) for c in product_]


def echelon(matrix: list[list[fmpq_poly]], field: Field) -> tuple[list[list[fmpq_poly]], list[int]]:
    """The reduced echelon form of a matrix over a field, by Gauss and Jordan; its pivot columns."""
    rows = [list(row) for row in matrix]
    pivots: list[int] = []
    for column in range(len(rows[0]) if rows else 0):
        at = len(pivots)
        found = next((r for r in range(at, len(rows)) if rows[r][column] != 0), None)
        if found is None:
            continue
        rows[at], rows[found] = rows[found], rows[at]
        inverse = field.inverse(rows[at][column])
        rows[at] = [field.reduce(v * inverse) for v in rows[at]]
        for r in range(len(rows)):
            if r != at and rows[r][column] != 0:
                factor = rows[r][column]
                rows[r] = [
                    v - field.reduce(factor * w) for v, w in zip(rows[r], rows[at], strict=True)
                ]
        pivots.append(column)
    return rows, pivots


def null_vector(matrix: list[list[fmpq_poly]], field: Field) -> list[fmpq_poly]:
    """A nonzero vector that a singular matrix of a field takes to zero."""
    rows, pivots = echelon(matrix, field)
    n = len(matrix)
    free = next(c for c in range(n) if c not in pivots)
    vector = [fmpq_poly([])] * n
    vector[free] = fmpq_poly([1])
    for row, column in zip(rows, pivots, strict=False):
        vector[column] = -row[free]
    return vector


def inverted(matrix: list[list[fmpq_poly]], field: Field) -> list[list[fmpq_poly]]:
    """The inverse of a regular matrix over a field."""
    n = len(matrix)
    beside = [[*row, *(fmpq_poly([int(i == j)]) for j in range(n))] for i, row in enumerate(matrix)]
    rows, pivots = echelon(beside, field)
    assert pivots == list(range(n))
    return [row[n:] for row in rows]


def _in_the_plane(
    f: Any, point: Point, counts: tuple[int, int, int], expansion: dict[tuple[int, ...], fmpq_poly]
) -> Nature:
    """The nature of a point of the plane, whatever its Hessian."""
    found = plane.nature(f, point)
    curves: tuple[tuple[str, str], ...] = ()
    if found.kind == "saddle":
        wanted = [-1] if counts[0] else [1] if counts[1] else [-1, 1]
        curves = tuple(c for sign in wanted if (c := curve_of_sign(expansion, point, sign)))
    return Nature(found.kind, counts, found.strict, found.reason, curves)


def curve_of_sign(
    expansion: dict[tuple[int, ...], fmpq_poly], point: Point, sign: int
) -> tuple[str, str] | None:
    """A curve h_i = a_i t^w_i through the point along which f - f(p) has the sign for small t > 0,
    among those with small exponents and coefficients."""
    n = len(next(iter(expansion)))
    for path in _simple_paths(n):
        order = max(map(sum, expansion)) * max(WEIGHTS)
        first = _first_term(expansion, path, order)
        if first is not None and sign_of(first[1], point.place) == sign:
            curve = [
                [fmpq_poly([])] * weight + [fmpq_poly([slope])] if slope else [fmpq_poly([])]
                for slope, weight in path
            ]
            shown = path_text(curve, point.place)
            return shown, term_text(first[1], point.place, first[0])
    return None


def _simple_paths(n: int) -> Iterator[tuple[tuple[fmpq, int], ...]]:
    count = 0
    for weights in sorted(product(WEIGHTS, repeat=n), key=lambda w: (max(w), sum(w), w)):
        if min(weights) > 1 and len(set(weights)) == 1:
            continue
        for slopes in product(SLOPES, repeat=n):
            if any(slopes):
                count += 1
                if count > MOST_CURVES:
                    return
                yield tuple(zip(slopes, weights, strict=True))


def _first_term(
    expansion: dict[tuple[int, ...], fmpq_poly], path: Sequence[tuple[fmpq, int]], order: int
) -> tuple[int, fmpq_poly] | None:
    """The first power of t and its coefficient, of f along h_i = a_i t^w_i."""
    terms: dict[int, fmpq_poly] = {}
    for monomial, coefficient in expansion.items():
        factor, power = fmpq(1), 0
        for exponent, (slope, weight) in zip(monomial, path, strict=True):
            if exponent:
                factor, power = factor * slope**exponent, power + weight * exponent
        if factor:
            terms[power] = terms.get(power, fmpq_poly([])) + coefficient * factor
    found = sorted((power, c) for power, c in terms.items() if c != 0) if terms else []
    return found[0] if found else None


def _with_large_kernel(
    expansion: dict[tuple[int, ...], fmpq_poly],
    point: Point,
    counts: tuple[int, int, int],
    isolated: bool,
) -> Nature:
    """The nature in three and more variables with two and more zero eigenvalues."""
    wanted = [-1] if counts[0] else [1] if counts[1] else [-1, 1]
    curves = [curve_of_sign(expansion, point, sign) for sign in wanted]
    if all(curves):
        reason = "f - f(p) takes the sign that it would not at a minimum or maximum, along a curve"
        return Nature("saddle", counts, None, reason, tuple(c for c in curves if c))
    if point.field != RATIONALS:
        return Nature("undecided", counts, None, "the Hessian has a large kernel")
    order = point.solution.multiplicity + 1 if isolated else max(map(sum, expansion))
    sign = -1 if counts[1] else 1
    try:
        rest, whole = forms.residual(expansion, order)
        if not (isolated or whole):
            raise Undecided("no order of its expansion is known that determines the kind")
        kind, strict, reason = forms.origin(rest)
    except Undecided as why:
        return Nature("undecided", counts, None, str(why))
    if kind == ("minimum" if sign > 0 else "maximum") or (not counts[0] + counts[1]):
        return Nature(kind, counts, strict, f"in the kernel of the Hessian, {reason}")
    return Nature("saddle", counts, None, f"in the kernel of the Hessian, {reason}")


def path_text(curve: Sequence[Series], place: Real) -> str:
    """The offsets from the point along a curve, as polynomials in t."""
    return f"({', '.join(_series_text(series, place) for series in curve)})"


def _series_text(series: Series, place: Real) -> str:
    t = sp.Symbol("t")
    terms = [_number(c, place) * t**k for k, c in enumerate(series) if c != 0]
    return sp.sstr(sp.Add(*terms))


def term_text(value: fmpq_poly, place: Real, power: int) -> str:
    return sp.sstr(_number(value, place) * sp.Symbol("t") ** power)


def _number(element: fmpq_poly, place: Real) -> sp.Expr:
    """An element of a field for SymPy: in radicals if that is short, else by the root r of its
    polynomial."""
    exact = real_of(element, Field(place.coefficients), place).sympy()
    if exact is not None:
        return exact
    r = sp.Symbol("r")
    return sp.Add(*(for_sympy(c) * r**k for k, c in enumerate(element.coeffs())))
