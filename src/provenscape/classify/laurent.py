"""Functions that are polynomials divided by powers of positive unknowns, as exp(x) + exp(-x) is.

With u = exp(x) and f = N / u^m a derivative by x is u^-m (u N_u - m N): the stationary points are
solutions of polynomial equations with u > 0. There f - c, c the value, has the sign of N - c u^m,
whose Hessian is u^m times that of f, and takes its place.

f tends to infinity in all directions if the exponents of the positive terms in exponentials alone
are on no side of a plane through 0, an even power of each other unknown occurs, and each term that
may be negative has an exponent that is a combination of those of positive terms with weights of sum
below one: by the inequality of the means it is at most a small multiple of these and a constant.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import reduce
from itertools import combinations, islice, product
from typing import Any

from flint import fmpq, fmpq_mat

from provenscape.classify import forms, local, whole
from provenscape.classify.formula import Polynomial, shown_polynomial
from provenscape.classify.local import Nature
from provenscape.classify.stationary import Found, Stationary
from provenscape.classify.systems import Point, Solutions, Undecided, at_elements, solve
from provenscape.classify.whole import Infimum
from provenscape.search.algebraic import Real, compare, of, real_of, rising, sign_of

Terms = dict[tuple[int, ...], fmpq]


def stationary(given: Polynomial) -> Found:
    """All stationary points; raises `Undecided`."""
    f, below = given.poly, given.below
    unknowns = f.context().gens()
    system = [
        unknown * f.derivative(i) - power * f if power else f.derivative(i)
        for i, (unknown, power) in enumerate(zip(unknowns, below, strict=True))
    ]
    if all(g == 0 for g in system):
        return Found((), everywhere=True)
    common = reduce(lambda a, b: a.gcd(b), system) if len(system) > 1 else f * 0 + 1
    for factor, _ in common.factor()[1]:
        if not (never_vanishes(given, factor) or never_vanishes(given, -factor)):
            shown = shown_polynomial(factor, given.names)
            raise Undecided(f"stationary points where {shown} = 0, beside exp(x) and exp(-x)")
    system = [divmod(g, common)[0] for g in system]
    points = [
        settled(given, point, system)
        for solutions in _solved(system, given)
        for point in solutions.points()
        if all(compare(of(0), point.coordinates()[i]) < 0 for i in given.exponentials)
    ]
    return Found(tuple(sorted(points, key=lambda p: tuple(map(rising, p.coordinates)))))


def never_vanishes(given: Polynomial, poly: Any) -> bool:
    """Whether a polynomial is seen to be positive where the exponentials are."""
    plain = [i for i in range(len(given.names)) if i not in given.exponentials]
    alone = any(not any(int(m[i]) for i in plain) for m in poly.to_dict())
    return alone and _is_positive_sum(given, poly.to_dict())


def _solved(system: Sequence[Any], given: Polynomial) -> list[Solutions]:
    """The solutions; beside them, where these are not isolated, those at which no exponential is 0,
    by an unknown that is the inverse of their product."""
    try:
        return solve(system)
    except Undecided:
        pass
    size = len(system)
    wide = forms.context(size + 1)
    *gens, inverse = wide.gens()
    product = wide.constant(1)
    for i in given.exponentials:
        product = product * gens[i]
    inside = [g.compose(*gens, ctx=wide) for g in system if g != 0]
    return [_narrowed(solutions, size) for solutions in solve([*inside, product * inverse - 1])]


def _narrowed(solutions: Solutions, size: int) -> Solutions:
    """The solutions in the first unknowns."""
    return replace(solutions, coordinates=solutions.coordinates[:size], algebra=None)


def settled(given: Polynomial, point: Point, system: Sequence[Any]) -> Stationary:
    """A stationary point with its value and nature."""
    f, field = given.poly, point.field
    divisor = _divisor(given)
    below = at_elements(divisor, field, point.elements)
    element = field.reduce(at_elements(f, field, point.elements) * field.inverse(below))
    value = real_of(element, field, point.place)
    top, bottom = (local.hessian(p, point) for p in (f, divisor))
    matrix = [
        [field.reduce(a - element * b) for a, b in zip(*rows, strict=True)]
        for rows in zip(top, bottom, strict=True)
    ]
    counts = local.inertia(matrix, point)
    nature = _nature(f, divisor, value, counts, point, system)
    return Stationary(point, point.coordinates(), value, nature)


def _nature(
    f: Any, divisor: Any, value: Any, counts: tuple[int, int, int], point: Point, system: Any
) -> Nature:
    positive, negative, zero = counts
    if positive and negative:
        return Nature("saddle", counts, None, "the Hessian has eigenvalues of both signs")
    if not zero:
        kind, sign = ("minimum", "positive") if positive else ("maximum", "negative")
        return Nature(kind, counts, True, f"the Hessian is {sign} definite")
    if sum(counts) == 1:
        return _on_the_line(system[0], counts, point)
    if value.rational is None:
        return Nature("undecided", counts, None, "the Hessian is singular, the value no fraction")
    try:
        found = local.nature(f - value.rational * divisor, point, isolated=False)
    except Undecided as why:
        return Nature("undecided", counts, None, str(why))
    return Nature(found.kind, counts, found.strict, found.reason)


def _on_the_line(slope: Any, counts: tuple[int, int, int], point: Point) -> Nature:
    """By the first derivative of f' that is not 0; the slope has the sign of f'."""
    order = 1
    while (element := at_elements(slope, point.field, point.elements)) == 0:
        slope, order = slope.derivative(0), order + 1
    rising_after = sign_of(element, point.place) > 0
    reason = f"the first derivative that is not zero has the order {order}"
    if order % 2:
        return Nature("saddle", counts, None, reason)
    return Nature("minimum" if rising_after else "maximum", counts, True, reason)


def infimum(given: Polynomial, found: Found) -> Infimum:
    """The infimum, from the ends of the line, from what f is seen to be, from growth in all
    directions, or from a curve along which f falls; raises `Undecided`."""
    terms = _terms(given)
    if found.everywhere:
        return Infimum(of(terms.get((0,) * len(given.below), fmpq(0))), True, "f is constant")
    values = found.values()
    if len(given.below) == 1:
        return _on_the_line_as_a_whole(given, terms, found)
    shown = evident(given, found)
    if shown is not None:
        return shown
    falling = whole.curve(given.poly, tuple(given.exponentials), given.below)
    if falling is not None:
        return Infimum(None, False, falling)
    if values and _grows(given, terms):
        reason = f"as a function of {', '.join(given.names)} f grows in all directions"
        return Infimum(values[0], True, reason, True)
    raise Undecided("whether f grows in all directions is not seen from its exponents")


def evident(given: Polynomial, found: Found) -> Infimum | None:
    """The infimum where f minus the least stationary value is seen to be a positive multiple of a
    square, exponentials being positive, or f minus a constant a sum of terms that are not negative
    and vanish together far out."""
    values = found.values()
    least = values[0].rational if values else None
    if least is not None:
        factor, parts = (given.poly - least * _divisor(given)).factor()
        odd = given.poly.context().constant(factor)
        for part, power in parts:
            odd = odd * part if power % 2 else odd
        if _is_positive_sum(given, odd.to_dict()):
            return Infimum(values[0], True, "beyond it f is a positive multiple of a square")
    terms = _terms(given)
    constant = terms.pop((0,) * len(given.names), fmpq(0))
    plain = [i for i in range(len(given.names)) if i not in given.exponentials]
    pure = [m for m in terms if not any(m[i] for i in plain)]
    if not pure or not _is_positive_sum(given, terms):
        return None
    for w in product(range(-2, 3), repeat=len(given.exponentials)):
        if all(sum(a * m[i] for a, i in zip(w, given.exponentials, strict=True)) < 0 for m in pure):
            limit = of(constant)
            reason = f"beyond {limit.text()} f is a sum of terms that are not negative, of which "
            reason += "those of exponentials alone are positive and tend to 0 together"
            return Infimum(limit, False, reason)
    return None


def _is_positive_sum(given: Polynomial, terms: Mapping[Any, fmpq]) -> bool:
    """Whether all coefficients are positive, and exponents even but of exponentials."""
    plain = [i for i in range(len(given.names)) if i not in given.exponentials]
    return all(c > 0 and not any(int(m[i]) % 2 for i in plain) for m, c in terms.items())


def _divisor(given: Polynomial) -> Any:
    """The powers by which the polynomial is divided."""
    divisor = given.poly.context().constant(1)
    for unknown, power in zip(given.poly.context().gens(), given.below, strict=True):
        divisor = divisor * unknown**power
    return divisor


def _terms(given: Polynomial) -> Terms:
    """The terms of f, with exponents of both signs."""
    return {
        tuple(int(e) - b for e, b in zip(m, given.below, strict=True)): c
        for m, c in given.poly.to_dict().items()
    }


def _on_the_line_as_a_whole(given: Polynomial, terms: Terms, found: Found) -> Infimum:
    name, factor = given.exponentials[0]
    said: dict[str, str] = {}
    finite: list[Real] = []
    for exponent, side in ((min(terms)[0], -1), (max(terms)[0], 1)):
        c = terms[(exponent,)]
        end = "oo" if side * factor > 0 else "-oo"
        if exponent * side > 0:
            said[end] = "oo" if c > 0 else "-oo"
        else:
            finite.append(of(0 if exponent else c))
            said[end] = finite[-1].text()
    to = (f"to {said[end]} as {name} -> {end}" for end in ("-oo", "oo"))
    reason = f"f tends {', and '.join(to)}"
    if "-oo" in said.values():
        return Infimum(None, False, reason)
    values = found.values()
    least = min((*finite, *values), key=rising)
    bounded = min(finite, key=rising) if finite else None
    return Infimum(least, least in values, reason, True, bounded)


def _grows(given: Polynomial, terms: Terms) -> bool:
    """Whether f is seen to tend to infinity in all directions."""
    size = len(given.below)
    plain = [i for i in range(size) if i not in given.exponentials]
    others = [m for m in terms if any(m)]
    good = [m for m in others if terms[m] > 0 and not any(m[i] % 2 for i in plain)]
    for i in plain:
        if not any(m[i] and not any(e for j, e in enumerate(m) if j != i) for m in good):
            return False
    pure = [tuple(m[i] for i in given.exponentials) for m in good if not any(m[i] for i in plain)]
    count = len(given.exponentials)
    ends = (tuple(s * int(i == j) for j in range(count)) for i in range(count) for s in (1, -1))
    if not all(_is_combination(end, pure) for end in ends):
        return False
    return all(_is_combination(m, good, 1) for m in others if m not in good)


def _is_combination(exponent: Sequence[int], corners: Sequence[Any], most: int = 0) -> bool:
    """Whether it is a combination of corners with weights that are not negative, if asked of less
    sum than a number."""
    size = len(exponent)
    right = fmpq_mat(size, 1, list(exponent))
    for chosen in islice(combinations(corners, size), forms.MOST_DIRECTIONS):
        matrix = fmpq_mat(size, size, [m[i] for i in range(size) for m in chosen])
        if matrix.det() != 0:
            weights = matrix.solve(right).entries()
            if all(w >= 0 for w in weights) and (not most or sum(weights, fmpq(0)) < most):
                return True
    return False
