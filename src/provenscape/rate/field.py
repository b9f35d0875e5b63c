"""Exact arithmetic with one real algebraic number.

An element of Q(θ) is a polynomial in θ of degree below that of θ's minimal polynomial, of which θ
is the real root with some index; for the rationals θ = 0. Numbers that are known to many digits are
recognized as elements by continued fractions, or by integer relations (LLL): that is a guess, to be
proved by what it is used for.
"""

import operator
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import sympy as sp
from flint import arb, ctx, fmpq, fmpq_poly, fmpz_mat, fmpz_poly

from provenscape.rate.tracing import Number
from provenscape.search import algebraic
from provenscape.search.algebraic import Real, ball_of, for_sympy, root_balls, sign_of
from provenscape.search.linear import rational

ENOUGH = 900  # bits for roots of a script, which are known to any number of digits
NEAR = 1e-9  # of a number with the root of a polynomial that it is taken for
DEGREE = 16  # of the algebraic numbers that are recognized
X = fmpq_poly([0, 1])


class Unknown(Exception):
    """A number that is not recognized in the field, or not proved to be in it."""


class NotAlgebraic(Unknown):
    """A number of which no field is found."""


def precision(bits: int) -> AbstractContextManager[Any]:
    """FLINT's precision is at least so many bits inside."""
    return ctx.workprec(max(ctx.prec, bits))


@dataclass(frozen=True)
class Field:
    """Q(θ) for a real algebraic number θ; Q itself for a rational one.

    The arithmetic is that of `search.algebraic`; `basis` are elements of which others are short
    combinations, in the place of the powers of θ.
    """

    place: Real
    basis: list[fmpq_poly] = field(default_factory=list, repr=False, compare=False)
    _known: dict[Number, fmpq_poly] = field(default_factory=dict, repr=False, compare=False)

    @property
    def abstract(self) -> algebraic.Field:
        """The field without its place on the line."""
        return algebraic.Field(self.place.coefficients)

    @property
    def degree(self) -> int:
        return self.place.degree

    def __call__(self, number: Any) -> fmpq_poly:
        return fmpq_poly([rational(number) if isinstance(number, Fraction) else number])

    def times(self, one: fmpq_poly, two: fmpq_poly) -> fmpq_poly:
        return self.abstract.reduce(one * two)

    def inverse(self, one: fmpq_poly) -> fmpq_poly:
        if one == 0:
            raise ZeroDivisionError("zero has no inverse")
        return self.abstract.inverse(one)

    def theta(self) -> Any:
        """θ as a ball at the precision that is set."""
        return self.place.ball(ctx.prec)

    def ball(self, element: fmpq_poly) -> Any:
        return ball_of(element, self.place, ctx.prec)

    def sign(self, element: fmpq_poly) -> int:
        """-1, 0 or 1, proved."""
        return sign_of(element, self.place)

    def matrix(self, element: fmpq_poly) -> list[list[fmpq]]:
        """Of the multiplication by the element, column k the image of θ^k."""
        columns, now = [], element
        for _ in range(self.degree):
            columns.append([now[i] for i in range(self.degree)])
            now = self.times(now, X)
        return [list(row) for row in zip(*columns, strict=True)]

    def of(self, number: Number) -> fmpq_poly:
        """The element that a number of a script is, proved; raises Unknown."""
        if isinstance(number, Fraction):
            return self(number)
        if number in self._known:
            return self._known[number]
        parts = [self.of(part) for part in number.parts]
        if number.operation == "+":
            made = parts[0] + parts[1]
        elif number.operation == "*":
            made = self.times(parts[0], parts[1])
        elif number.operation == "/":
            made = self.times(parts[0], self.inverse(parts[1]))
        else:
            made = self.square_root(parts[0], number)
        self._known[number] = made
        return made

    def square_root(self, square: fmpq_poly, number: Number) -> fmpq_poly:
        """The root of a square in the field, proved by squaring it; raises Unknown."""
        with precision(ENOUGH):
            value = numeric(number)
            root = self.recognize(value, int(ctx.prec * 0.2))
        if self.times(root, root) != square or self.sign(root) < 0:
            raise Unknown(f"the square root {value.str(12, radius=False)} is not in the field")
        return root

    def recognize(self, value: Any, digits: int) -> fmpq_poly:
        """The element near a value that is known to so many digits; raises Unknown."""
        near = fraction(value, digits)
        if near is not None:
            return fmpq_poly([near])
        if self.degree > 1:
            basis = self.basis or [fmpq_poly([0] * k + [1]) for k in range(self.degree)]
            relation = relate([*(self.ball(one) for one in basis), value], digits)
            if relation is not None and relation[-1] != 0:
                pairs = zip(relation[:-1], basis, strict=True)
                return sum((one * fmpq(-c, relation[-1]) for c, one in pairs), fmpq_poly([0]))
        raise Unknown(f"{value.str(12, radius=False)} is not recognized")

    def text(self, element: fmpq_poly) -> str:
        """The number in closed form where it has degree 1 or 2, else its polynomial and value."""
        exact = self.symbolic(element)
        if exact is not None:
            return str(exact)
        polynomial = self.polynomial(element)
        symbol = sp.Symbol("t")
        shown = sp.Poly([int(c) for c in reversed(polynomial.coeffs())], symbol).as_expr()
        return f"the root near {self.ball(element).str(12, radius=False)} of {shown}"

    def polynomial(self, element: fmpq_poly) -> fmpz_poly:
        """The minimal polynomial of the element."""
        return self.abstract.minimal(element)

    def symbolic(self, element: fmpq_poly) -> sp.Expr | None:
        """The number for SymPy, if it has degree 1 or 2."""
        if element.degree() <= 0:
            return for_sympy(element[0])
        polynomial = self.polynomial(element)
        if polynomial.degree() != 2:
            return None
        c, b, a = (int(v) for v in polynomial.coeffs())
        middle = fmpq(-b, 2 * a)
        apart = self.sign(element - fmpq_poly([middle]))
        half = sp.sqrt(sp.Rational(b * b - 4 * a * c, 4 * a * a))
        return for_sympy(middle) + apart * half


RATIONALS = Field(algebraic.of(0))


def numeric(number: Number, known: dict[Number, Any] | None = None) -> Any:
    """A ball around a number of a script, at the precision that is set."""
    if isinstance(number, Fraction):
        return arb(number.numerator) / arb(number.denominator)
    known = {} if known is None else known
    if number not in known:
        parts = [numeric(part, known) for part in number.parts]
        if number.operation == "root":
            known[number] = parts[0].sqrt()
        else:
            way = {"+": operator.add, "*": operator.mul, "/": operator.truediv}[number.operation]
            known[number] = way(*parts)
    return known[number]


def dyadic(value: Any) -> Fraction:
    """The middle of a ball."""
    man, exp = value.mid().man_exp()
    return int(man) * Fraction(2) ** int(exp)


def fraction(value: Any, digits: int) -> fmpq | None:
    """The rational of small numerator and denominator that agrees with a value, if there is one."""
    near = dyadic(value)
    for third in (digits // 4, digits // 3, digits // 2 - 3):
        guess = near.limit_denominator(10**third)
        error = abs(guess - near)
        if error < Fraction(1, 10**digits) * max(Fraction(1), abs(near)):
            return rational(guess)
    return None


def relate(values: Sequence[Any], digits: int) -> list[int] | None:
    """Integers, not all 0, that make the sum of products nearly 0, if there are small ones."""
    n, scale = len(values), arb(10) ** digits
    rows = []
    for i, value in enumerate(values):
        rounded = (value * scale).mid().floor().unique_fmpz()
        if rounded is None:
            return None
        rows.append([int(i == j) for j in range(n)] + [rounded])
    short = fmpz_mat(rows).lll()
    best = [int(short[0, j]) for j in range(n + 1)]
    size = max(len(str(abs(c))) for c in best[:n])
    if abs(best[n]) > 10 ** (digits // (2 * n) + 4) or size * n > 0.75 * digits:
        return None
    return best[:n]


def adjoin(start: Field, values: Sequence[Any], digits: int) -> Field:
    """A field in which the values, known to so many digits, are likely to be; raises Unknown."""
    found = start
    for value in values:
        try:
            found.recognize(value, digits)
        except Unknown:
            found = _larger(found, value, digits)
    return found


def field_of(numbers: Iterable[Number]) -> Field:
    """The field of all square roots in the numbers of a script; raises Unknown.

    Its basis are the products of the roots if these are independent: a number that comes up is a
    combination of them with smaller coefficients than of powers of one root.
    """
    roots: dict[Number, None] = {}
    seen: set[Number] = set()

    def visit(number: Number) -> None:
        if isinstance(number, Fraction) or number in seen:
            return
        seen.add(number)
        for part in number.parts:
            visit(part)
        if number.operation == "root":
            roots[number] = None

    for number in numbers:
        visit(number)
    with precision(ENOUGH):
        digits = int(ctx.prec * 0.25)
        found = adjoin(RATIONALS, [numeric(root) for root in roots], digits)
    products = [fmpq_poly([1])]
    for root in roots:
        element = found.of(root)
        if 2 * len(products) > found.degree or element.degree() <= 0:
            break
        products += [found.times(one, element) for one in products]
    if len(products) == found.degree:
        found.basis.extend(products)
    return found


def _larger(old: Field, value: Any, digits: int) -> Field:
    """A field with the old root and the value in it."""
    for k in (0, 1, -1, 2, 3) if old.degree > 1 else (0,):
        new = value + k * old.theta() if k else value
        found = generated(new, digits)
        if found is None:
            continue
        try:
            if old.degree > 1:
                found.recognize(old.theta(), digits)
            found.recognize(value, digits)
            return found
        except Unknown:
            continue
    shown = value.str(12, radius=False)
    what = f"is no algebraic number of degree up to {DEGREE} and small coefficients"
    raise NotAlgebraic(f"{shown} {what}")


def generated(value: Any, digits: int) -> Field | None:
    """The field of the algebraic number of least degree that agrees with the value."""
    powers = [arb(1)]
    for _ in range(DEGREE):
        powers.append(powers[-1] * value)
        relation = relate(powers, digits)
        if relation is None:
            continue
        _, factors = fmpz_poly(relation).factor()
        for factor, _ in factors:
            at = arb(0)
            for c in reversed(factor.coeffs()):
                at = at * value + arb(c)
            if abs(at.mid()) < arb(10) ** (-digits // 2) and factor.degree() > 1:
                return _isolated(factor, value)
    return None


def _isolated(factor: fmpz_poly, value: Any) -> Field | None:
    """The field of the root of an irreducible polynomial that is nearest to a value."""
    factor = -factor if factor.leading_coefficient() < 0 else factor
    coefficients = tuple(int(c) for c in factor.coeffs())
    apart = [abs(float((root - value).mid())) for root in root_balls(factor, ctx.prec)]
    near = [i for i, distance in enumerate(apart) if distance < NEAR]
    return Field(Real(coefficients, near[0])) if len(near) == 1 else None
