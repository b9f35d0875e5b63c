"""The infimum of a polynomial, whether it is attained, and which sublevel sets are bounded.

One variable: ends and stationary points. Two: after a linear change f has a constant leading
coefficient in y, so that phi(x) = min over y of f(x, y) is continuous and D(x, phi(x)) = 0 for the
discriminant D(x, c) of f - c in y. As x tends to infinity phi tends to infinity or to a root of the
leading coefficient of D in x. The infimum is thus one of these roots, a stationary value, or minus
infinity; between two such numbers take a rational r: {f < r} is empty or not, which the columns
over one rational x in each interval between the roots of D(x, r) tell. More variables: a positive
definite leading form makes f grow in all directions; a variable with a constant factor of its
square is minimized over; else a ray or curve along which f falls is sought.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from flint import fmpq

from provenscape.classify import forms, plane
from provenscape.classify.formula import shown_polynomial
from provenscape.classify.line import fibre, merged, roots, univariate
from provenscape.classify.systems import Undecided, total_degree
from provenscape.search.algebraic import Real, of, rising, samples

EXPONENTS = (0, 1, -1, 2, -2, 3, -3)


@dataclass(frozen=True, slots=True)
class Infimum:
    """The infimum, None for minus infinity; whether it is attained; and why.

    bounded: below this number all sublevel sets are bounded, at and above it none need be; None if
    all of them are bounded. known: whether `bounded` was decided.
    """

    value: Real | None
    attained: bool
    reason: str
    known: bool = False
    bounded: Real | None = None


def infimum(
    f: Any, stationary: Sequence[Real], known: bool = True, rest: Any | None = None
) -> Infimum:
    """The infimum of a polynomial that is not constant, with these stationary values; raises
    `Undecided`. `known` tells that there are no others; f is not less than `rest`. Of the i-th
    variable the reason speaks as vi."""
    size, degree = len(f.degrees()), total_degree(f)
    values = sorted(set(stationary), key=rising)
    falling = ray(f) or (None if known else curve(f))
    if falling is not None:
        return Infimum(None, False, falling)
    if size == 1:
        return Infimum(values[0], True, "f grows at both ends of the line", True)
    if not known:
        shown = evident(f, values, rest)
        if shown is None:
            raise Undecided("not all values on a set of stationary points are known")
        return shown
    if is_definite(f):
        reason = f"the leading form, of degree {degree}, is positive definite, so that f grows"
        return Infimum(values[0], True, f"{reason} in all directions", True)
    if size == 2:
        return in_the_plane(f, values)
    for part, what in ((f, "f"), (rest, "f, or what it is more than squares,")):
        if part is not None and (forms.grows(part) or is_definite(part)):
            return Infimum(values[0], True, f"{what} grows in all directions", True)
    try:
        found = by_squares(f, values)
    except Undecided:
        found = None
    found = found or evident(f, values, rest)
    falling = curve(f) if found is None else None
    if falling is not None:
        return Infimum(None, False, falling)
    if found is None:
        raise Undecided("the leading form is not definite, and no variable can be minimized over")
    return found


def is_definite(f: Any) -> bool:
    """Whether the leading form is seen to be positive definite."""
    degree = total_degree(f)
    try:
        return degree > 0 and forms.is_positive(forms.homogeneous(f, degree))
    except Undecided:
        return False


def with_positive(f: Any, positive: Collection[int]) -> Infimum:
    """That f is unbounded below where some variables are positive; raises `Undecided`."""
    falling = curve(f, positive)
    if falling is None:
        raise Undecided("no curve was found along which f falls for ever")
    return Infimum(None, False, falling)


def on_half_line(f: Any, stationary: Sequence[Real], end: str) -> Infimum:
    """The infimum of a polynomial of one variable where that is positive, by its values at the
    stationary points there and its limits; `end` says in words what the variable 0 stands for."""
    poly = univariate(f, 0)
    if poly[poly.degree()] < 0:
        return with_positive(f, (0,))
    limit = of(poly[0])
    least = min((limit, *stationary), key=rising)
    reason = f"f tends to {limit.text()} as {end}, and to oo at the other end"
    return Infimum(least, least in stationary, reason, True, limit)


def evident(f: Any, values: Sequence[Real], rest: Any | None = None) -> Infimum | None:
    """The least stationary value as infimum, where f minus that is seen to be a square, also times
    a sum of squares of monomials, or f or
    `rest`, than which it is not less, minus that a sum of positive multiples of squares of
    monomials."""
    least = values[0].rational if values else None
    if least is None:
        return None
    for part in (f, rest):
        if part is not None and forms.is_sum_of_squares(part - least):
            return Infimum(values[0], True, "beyond it f is a sum of positive multiples of squares")
    factor, parts = (f - least).factor()
    odd = plane.product([part for part, k in parts if k % 2], f.context().constant(factor))
    if forms.is_sum_of_squares(odd):
        square = "a square" if odd.is_constant() else "a square times a sum of squares"
        return Infimum(values[0], True, f"beyond it f is a positive multiple of {square}")
    return None


def ray(f: Any) -> str | None:
    """A curve along which f is seen to tend to minus infinity by its leading term, or None."""
    size, degree = len(f.degrees()), total_degree(f)
    lead = forms.homogeneous(f, degree)
    for direction in forms.directions(size):
        for sign in (1, -1):
            value = lead(*(sign * d for d in direction))
            if value < 0:
                path = ", ".join(_power(sign * d, 1) for d in direction)
                return f"along ({path}) f behaves like {_power(value, degree)} as t -> oo"
    return None


def curve(f: Any, positive: Collection[int] = (), below: Sequence[int] = ()) -> str | None:
    """A curve x_i = a_i t^w_i along which f, divided by powers of the x_i, tends to minus infinity,
    or None; some a_i positive."""
    size = len(f.degrees())
    below = below or (0,) * size
    terms = [
        (tuple(int(e) - b for e, b in zip(m, below, strict=True)), c)
        for m, c in f.to_dict().items()
    ]
    factors = [fmpq(v) for v in (1, -1, 2, -2)] + [fmpq(1, 2), fmpq(-1, 2), fmpq(0)]
    tried = 0
    for weights in sorted(product(EXPONENTS, repeat=size), key=lambda w: sum(map(abs, w))):
        for slopes in product(factors, repeat=size):
            if any(not slopes[i] > 0 for i in positive):
                continue
            tried += 1
            if tried > forms.MOST_DIRECTIONS * 4:
                return None
            powers: dict[int, fmpq] = {}
            for monomial, c in terms:
                power, value = 0, c
                for e, w, a in zip(monomial, weights, slopes, strict=True):
                    power, value = power + e * w, value * a**e if e else value
                powers[power] = powers.get(power, fmpq(0)) + value
            top = max((p for p, c in powers.items() if c != 0), default=0)
            if top > 0 and powers[top] < 0:
                path = ", ".join(_power(a, w) for a, w in zip(slopes, weights, strict=True))
                return f"along ({path}) f behaves like {_power(powers[top], top)} as t -> oo"
    return None


def _power(factor: Any, power: int) -> str:
    """A term in t as text."""
    if factor == 0 or power == 0:
        return str(factor)
    t = "t" if power == 1 else f"t**{power}" if power > 0 else f"t**({power})"
    return t if factor == 1 else f"-{t}" if factor == -1 else f"{factor}*{t}"


def in_the_plane(f: Any, values: Sequence[Real]) -> Infimum:
    """The infimum over the plane of a polynomial whose leading form is nowhere negative."""
    context = f.context()
    x, y = context.gens()
    lead = forms.homogeneous(f, total_degree(f))
    k = next(k for k in _integers() if lead(k, 1) > 0)
    g = f.compose(x + k * y, y, ctx=context)
    turning = at_infinity(g)
    marks = merged(turning, values)
    lowest = next((i for i, r in enumerate(samples(marks)) if goes_below(g, r)), len(marks))
    shear = f" {'-' if k > 0 else '+'} {f'{abs(k)}*' * (abs(k) > 1)}v1" if k else ""
    lines = f"lines v0{shear} = c"
    reason = f"the least values on the {lines} were followed to c -> -oo and oo"
    if lowest == 0:
        return Infimum(None, False, curve(f) or f"f falls below every number: {reason}")
    value = marks[lowest - 1]
    ends = [_end(g, marks, side) for side in (-1, 1)]
    finite = sorted((end for end in ends if end is not None), key=rising)
    bounded = finite[0] if finite else None
    return Infimum(value, value in values, reason, True, bounded)


def _integers() -> Any:
    yield 0
    k = 1
    while True:
        yield from (k, -k)
        k += 1


def at_infinity(g: Any) -> list[Real]:
    """Numbers among which are the finite limits of the least value of a column."""
    wide = forms.context(3)
    a, b, c = wide.gens()
    shifted = g.compose(a, b, ctx=wide) - c
    discriminant = shifted.discriminant(1)
    top = int(discriminant.degrees()[0])
    lead = {(0, int(m[2])): k for m, k in discriminant.to_dict().items() if int(m[0]) == top}
    return roots(univariate(g.context().from_dict(lead), 1))


def goes_below(g: Any, level: fmpq) -> bool:
    """Whether g, which grows in each column, takes a value below the level."""
    return any(roots(fibre(g, 0, x) - level) for x in columns(g, level))


def columns(g: Any, level: fmpq) -> list[fmpq]:
    """One x in each interval in which the number of real y with g(x, y) = level is constant."""
    return samples(roots(univariate((g - level).discriminant(1), 0)))


def _end(g: Any, marks: Sequence[Real], side: int) -> Real | None:
    """The limit of the least value of a column at one end, None for infinity."""
    for i, level in enumerate(samples(list(marks))):
        x = columns(g, level)[0 if side < 0 else -1]
        if roots(fibre(g, 0, x) - level):
            return marks[i - 1]
    return None


def by_squares(f: Any, values: Sequence[Real]) -> Infimum | None:
    """The infimum in three and more variables, after minimizing over one that occurs in a square
    with a constant factor, or None where there is none; raises `Undecided`."""
    size = len(f.degrees())
    for i in range(size):
        if int(f.degrees()[i]) != 2:
            continue
        context = f.context()
        parts = [
            context.from_dict(
                {
                    tuple(0 if j == i else int(e) for j, e in enumerate(m)): c
                    for m, c in f.to_dict().items()
                    if int(m[i]) == k
                }
            )
            for k in range(3)
        ]
        if parts[2].is_constant() and parts[2] != 0 and parts[2].coeffs()[0] > 0:
            inner = forms.context(size - 1)
            rest = parts[0] - parts[1] * parts[1] / (4 * parts[2].coeffs()[0])
            gens = list(inner.gens())
            smaller = rest.compose(*gens[:i], inner.constant(0), *gens[i:], ctx=inner)
            left = shown_polynomial(rest, [f"v{j}" for j in range(size)])
            square = f"a square in v{i} taken away leaves {left}"
            if smaller.is_constant():
                least = of(smaller.to_dict().get((0,) * (size - 1), 0))
                return Infimum(least, True, square, True, least)
            found = infimum(smaller, values)
            return replace(found, reason=f"{square}: {_renumbered(found.reason, i)}")
    return None


def _renumbered(reason: str, missing: int) -> str:
    """A text about the variables but one, with the numbers that they have among all."""

    def name(found: re.Match[str]) -> str:
        number = int(found[1])
        return f"v{number + (number >= missing)}"

    return re.sub(r"\bv(\d)\b", name, reason)
