"""Curves of stationary points in the plane, and what f is along them.

A common factor g of both derivatives, irreducible over the rationals, is a curve on which f takes
one value v, or conjugate ones. There f - v = g^e w / m'(v) up to a factor that is 1 on the curve,
where m is the polynomial of v and w = m(f) / g^e. Where w is not zero and g regular, f has a local
minimum or maximum if e is even, by the sign of w / m'(v), and neither if e is odd.
"""

from dataclasses import dataclass
from typing import Any

from flint import arb, fmpq
from flint import ctx as flint_context

from provenscape.classify.balls import at_balls
from provenscape.classify.line import fibre, merged, roots, univariate
from provenscape.classify.plane import swapped, turns, upright
from provenscape.classify.systems import Point, solve
from provenscape.search.algebraic import PRECISIONS, Real, integral, reals, samples


@dataclass(frozen=True, slots=True)
class Arc:
    """A piece of a curve on which the nature of f does not change, with a point of it."""

    value: Real
    kind: str
    sign: int  # of f - v nearby where the exponent is even, else 0
    side: int  # of the factor
    place: tuple[fmpq | Real, ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """The real points of g = 0, all of them stationary: pieces, and points at which these end.

    exponent: how often g divides f - v. factor: the polynomial whose sign tells minima from maxima.
    """

    poly: Any
    exponent: int
    factor: Any
    arcs: tuple[Arc, ...]
    special: tuple[Point, ...]

    def inertia(self, sign: int) -> tuple[int, int, int]:
        """Of the Hessian at a regular point of a piece."""
        if self.exponent > 2:
            return (0, 0, 2)
        return (1, 0, 1) if sign > 0 else (0, 1, 1)


def curves(f: Any, common: Any, axes: Any) -> list[Curve]:
    """The curves on which a common factor of both derivatives is zero; pieces end at the axes too,
    where a polynomial is 0."""
    return [curve(f, g, axes) for g, _ in common.factor()[1]]


def curve(f: Any, g: Any, axes: Any) -> Curve:
    turned = upright(g) != 1
    if turned:
        f, g, axes = swapped(f), swapped(g), swapped(axes)
    start = samples(turns(g))[0]
    minimal = integral(univariate(_values(f, g, start), 0))
    (polynomial, _), *_ = minimal.factor()[1]
    polynomial = -polynomial if polynomial.leading_coefficient() < 0 else polynomial
    values = reals(polynomial)
    rest = f * 0
    for c in reversed(polynomial.coeffs()):
        rest = rest * f + fmpq(c)
    exponent = 0
    while True:
        quotient, remainder = divmod(rest, g)
        if remainder != 0:
            break
        rest, exponent = quotient, exponent + 1
    crossings = [] if rest.is_constant() else roots(univariate(g.resultant(rest, 1), 0))
    if not axes.is_constant() and divmod(axes, g)[1] != 0:
        crossings = merged(crossings, roots(univariate(g.resultant(axes, 1), 0)))
    arcs = []
    for x in samples(merged(turns(g), crossings)):
        for y in roots(fibre(g, 0, x)):
            value = values[0] if len(values) == 1 else _value(f, x, y, values)
            slope = _sign(polynomial.derivative()(value.ball(256)))
            side = _sign_at(rest, x, y)
            sign = 0 if exponent % 2 else side * slope
            kind = {0: "saddle", 1: "minimum", -1: "maximum"}[sign]
            arcs.append(Arc(value, kind, sign, side, (y, x) if turned else (x, y)))
    ends: list[Point] = []
    systems = [[g, g.derivative(0), g.derivative(1)]]
    if not rest.is_constant():
        systems.append([g, rest])
    if turned:
        systems = [[swapped(p) for p in system] for system in systems]
        g, rest = swapped(g), swapped(rest)
    for system in systems:
        ends += [point for found in solve(system) for point in found.points()]
    return Curve(g, exponent, rest, tuple(arcs), tuple(ends))


def _values(f: Any, g: Any, x: fmpq) -> Any:
    """A polynomial in the first variable whose roots are the values of f on g = 0 above x."""
    context = f.context()
    c, y = context.gens()
    at = context.constant(x)
    above = f.compose(at, y, ctx=context) - c
    return above.resultant(g.compose(at, y, ctx=context), 1)


def _value(f: Any, x: fmpq, y: Real, values: list[Real]) -> Real:
    for precision in PRECISIONS:
        with flint_context.workprec(precision):
            found = at_balls(f, (arb(x), y.ball(precision)))
            near = [v for v in values if v.ball(precision).overlaps(found)]
        if len(near) == 1:
            return near[0]
    raise ArithmeticError("a value on a curve is not told from its conjugates")


def _sign_at(poly: Any, x: fmpq, y: Real) -> int:
    """The sign of a polynomial that is not zero at a point with rational x."""
    for precision in PRECISIONS:
        with flint_context.workprec(precision):
            found = at_balls(poly, (arb(x), y.ball(precision)))
        if found > 0 or found < 0:
            return 1 if found > 0 else -1
    raise ArithmeticError("a piece of a curve is not told from a point at which it ends")


def _sign(value: arb) -> int:
    return 1 if value > 0 else -1 if value < 0 else 0
