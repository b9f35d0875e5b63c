"""Real algebraic numbers, and number fields with their real places.

A real number is given by its irreducible polynomial over the integers and by its index among the
real roots of that in rising order, from 0: two are equal if and only if both agree. FLINT isolates
the roots of a polynomial with certainty at any precision, so that unequal ones are told apart by
balls. A field Q[t]/(q) with q irreducible has its elements as polynomials of lower degree; zero is
the zero polynomial alone, and the sign at a real root of q follows from balls.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cmp_to_key
from itertools import pairwise
from typing import Any

import sympy as sp
from flint import arb, fmpq, fmpq_mat, fmpq_poly, fmpz_poly
from flint import ctx as flint_context

PRECISIONS = (64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384)
SHORT = 40  # characters of an exact number that is shown in radicals
Candidates = Callable[[], Sequence[fmpz_poly]] | None


@cache
def _roots(coefficients: tuple[int, ...], precision: int) -> tuple[arb, ...]:
    with flint_context.workprec(precision):
        found: Any = fmpz_poly(list(coefficients)).complex_roots()
        balls = [root.real for root, _ in found if root.imag == 0]
    return tuple(sorted(balls, key=lambda ball: float(ball.mid())))


def root_balls(poly: fmpz_poly, precision: int = 64) -> tuple[arb, ...]:
    """Disjoint balls around the distinct real roots of a nonzero polynomial, in rising order."""
    if poly.degree() < 1:
        return ()
    for bits in (p for p in PRECISIONS if p >= precision):
        balls = _roots(tuple(int(c) for c in poly.coeffs()), bits)
        if all(a < b for a, b in pairwise(balls)):
            return balls
    raise ArithmeticError("roots are not told apart")


def for_sympy(value: fmpq) -> sp.Rational:
    """A number of FLINT for SymPy."""
    return sp.Rational(int(value.p), int(value.q))


def for_ring(value: fmpq) -> Any:
    """A number of FLINT for SymPy's rings of polynomials over the rationals."""
    return sp.QQ(int(value.p), int(value.q))


def integral(poly: fmpq_poly) -> fmpz_poly:
    """The primitive integer polynomial with positive leading coefficient of the same roots."""
    top = poly.numer()
    top = fmpz_poly([c // top.content() for c in top.coeffs()]) if top.degree() >= 0 else top
    return -top if top.leading_coefficient() < 0 else top


@dataclass(frozen=True, slots=True)
class Real:
    """The real root with this index, in rising order, of an irreducible integer polynomial."""

    coefficients: tuple[int, ...]  # from the constant one on
    index: int

    @property
    def poly(self) -> fmpz_poly:
        return fmpz_poly(list(self.coefficients))

    @property
    def degree(self) -> int:
        return len(self.coefficients) - 1

    @property
    def rational(self) -> fmpq | None:
        """The number itself, if it is rational."""
        return fmpq(-self.coefficients[0], self.coefficients[1]) if self.degree == 1 else None

    def ball(self, precision: int = 64) -> arb:
        """A ball that holds the number and no other root of its polynomial."""
        if self.degree == 1:
            with flint_context.workprec(precision):
                return arb(self.rational)
        return root_balls(self.poly, precision)[self.index]

    def __float__(self) -> float:
        return float(self.ball(128).mid())

    def sympy(self) -> sp.Expr:
        """The number for SymPy: rational, in radicals where that is short, or as a root."""
        return _sympy(self)

    def text(self) -> str:
        """The number exactly, in a form that SymPy reads."""
        exact = self.sympy()
        if exact is None:
            return f"CRootOf({_polynomial_text(self.coefficients)}, {self.index})"
        return sp.sstr(exact)

    def near(self, digits: int = 12) -> str:
        """The number to so many digits."""
        return decimal(self.ball(256), digits)


def decimal(ball: arb, digits: int = 12) -> str:
    """The midpoint of a small ball to so many digits."""
    value = 0.0 if 0 in ball and ball.rad() < 1e-15 else float(ball.mid()) + 0.0
    return f"{value:.{digits}g}"


@cache
def _sympy(number: Real) -> sp.Expr | None:
    if number.rational is not None:
        return for_sympy(number.rational)
    found = _radicals(number.coefficients)
    exact = found[number.index] if found else None
    return exact if exact is not None and len(sp.sstr(exact)) <= SHORT else None


def _radicals(a: tuple[int, ...]) -> list[sp.Expr]:
    """All real roots of an irreducible polynomial in rising order, none if it is of another form
    than a quadratic one of x or x², or a x^3 + b, a x^5 + b, a x^6 + b."""
    degree = len(a) - 1
    if degree == 2:
        return _of_quadratic(a)
    if degree == 4 and a[1] == a[3] == 0:
        falling = [sp.sqrt(square) for square in reversed(_of_quadratic(a[::2])) if square > 0]
        return [*(-root for root in falling), *reversed(falling)]
    if degree in (3, 5, 6) and not any(a[1:-1]):
        ratio = sp.Rational(-a[0], a[-1])
        base = abs(ratio) ** sp.Rational(1, degree)
        return [-base, base] if degree == 6 else [base if ratio > 0 else -base]
    return []


def _of_quadratic(a: tuple[int, ...]) -> list[sp.Expr]:
    """The real roots of a[0] + a[1] x + a[2] x² in rising order, if there are two."""
    discriminant = a[1] ** 2 - 4 * a[2] * a[0]
    if discriminant <= 0:
        return []
    half, apart = sp.Rational(-a[1], 2 * a[2]), sp.sqrt(discriminant) / (2 * abs(a[2]))
    return [half - apart, half + apart]


@cache
def _polynomial_text(coefficients: tuple[int, ...]) -> str:
    return fmpz_poly_text(fmpz_poly(list(coefficients)))


def fmpz_poly_text(poly: fmpz_poly, name: str = "x") -> str:
    """The polynomial as SymPy writes it."""
    return sp.sstr(sp.Poly([int(c) for c in reversed(poly.coeffs())], sp.Symbol(name)).as_expr())


def reals(poly: fmpz_poly | fmpq_poly) -> list[Real]:
    """The distinct real roots of a nonzero polynomial, in rising order."""
    if isinstance(poly, fmpq_poly):
        poly = integral(poly)
    if poly.degree() < 1:
        return []
    found = []
    for factor, _ in poly.factor()[1]:
        factor = -factor if factor.leading_coefficient() < 0 else factor
        coefficients = tuple(int(c) for c in factor.coeffs())
        found += [Real(coefficients, i) for i in range(len(root_balls(factor)))]
    return sorted(found, key=rising)


def of(value: fmpq | int) -> Real:
    """A rational number."""
    value = fmpq(value)
    return Real((-int(value.p), int(value.q)), 0)


def compare(first: Real, second: Real) -> int:
    """-1, 0 or 1, as the first is less than, equal to or greater than the second."""
    if first == second:
        return 0
    for precision in PRECISIONS:
        a, b = first.ball(precision), second.ball(precision)
        if a < b or a > b:
            return -1 if a < b else 1
    raise ArithmeticError("unequal numbers are not told apart")


rising = cmp_to_key(compare)  # a key for sorting


def rational_between(low: Real, high: Real) -> fmpq:
    """A rational number strictly between two real ones, of a small denominator."""
    for precision in PRECISIONS:
        a, b = low.ball(precision), high.ball(precision)
        with flint_context.workprec(precision):  # to which the ends of balls are rounded
            left, right = fraction(a.upper()), fraction(b.lower())
        if left < right:
            return simplest(left, right)
    raise ArithmeticError("unequal numbers are not told apart")


def below(number: Real) -> fmpq:
    """A whole number below."""
    return fmpq(fraction(number.ball().lower()).floor() - 1)


def above(number: Real) -> fmpq:
    """A whole number above."""
    return fmpq(fraction(number.ball().upper()).ceil() + 1)


def samples(numbers: list[Real]) -> list[fmpq]:
    """Rational numbers, one in each interval into which the sorted numbers cut the line."""
    if not numbers:
        return [fmpq(0)]
    inner = [rational_between(a, b) for a, b in pairwise(numbers)]
    return [below(numbers[0]), *inner, above(numbers[-1])]


def fraction(value: arb) -> fmpq:
    """The midpoint of a ball, which is a binary fraction."""
    mantissa, exponent = value.mid().man_exp()
    return fmpq(mantissa) * fmpq(2) ** int(exponent)


def simplest(low: fmpq, high: fmpq) -> fmpq:
    """The fraction of least denominator strictly between two others (Stern and Brocot)."""
    wholes = []
    while (whole := low.floor()) + 1 >= high and low != whole:
        wholes.append(whole)
        low, high = 1 / (high - whole), 1 / (low - whole)
    if whole + 1 < high:
        ends = (0, int(whole) + 1, int(high.ceil()) - 1)
        found = fmpq(min((k for k in ends if low < k < high), key=abs))
    else:
        found = fmpq(whole) + 1 / ((1 / (high - whole)).floor() + fmpq(1))
    for whole in reversed(wholes):
        found = whole + 1 / found
    return found


@dataclass(frozen=True, slots=True)
class Field:
    """Q[t]/(q) for an irreducible q; elements are polynomials of degree below that of q."""

    coefficients: tuple[int, ...]

    @property
    def q(self) -> fmpq_poly:
        return _modulus(self.coefficients)

    @property
    def degree(self) -> int:
        return len(self.coefficients) - 1

    def reduce(self, element: Any) -> fmpq_poly:
        return fmpq_poly(element) % self.q

    def inverse(self, element: fmpq_poly) -> fmpq_poly:
        gcd, first, _ = element.xgcd(self.q)
        return self.reduce(first * (1 / gcd[0]))

    def places(self) -> list[Real]:
        """The real roots of q."""
        poly = fmpz_poly(list(self.coefficients))
        return [Real(self.coefficients, i) for i in range(len(root_balls(poly)))]

    def minimal(self, element: fmpq_poly, among: Candidates = None) -> fmpz_poly:
        """The irreducible integer polynomial of an element; `among` gives irreducible ones of which
        it is one, where they are known: its own matrix has larger numbers."""
        if element.degree() < 1:
            return integral(fmpq_poly([0, 1]) - element)
        if element.degree() == 1:  # a + b t: the polynomial of t, at (x - a)/b
            return integral(self.q(fmpq_poly([-element[0], 1]) / element[1]))
        known = among() if among is not None else ()
        fitting = [p for p in known if self.degree % p.degree() == 0]
        if len(fitting) == 1:
            return fitting[0]
        for poly in fitting:
            if self.at(poly, element) == 0:
                return poly
        return fmpz_poly(list(_minimal(self, tuple(element.coeffs()))))

    def at(self, poly: fmpz_poly, element: fmpq_poly) -> fmpq_poly:
        """The value of a polynomial at an element."""
        total = fmpq_poly([])
        for c in reversed(poly.coeffs()):
            total = self.reduce(total * element + c)
        return total


@cache
def _minimal(field: Field, element: tuple[fmpq, ...]) -> tuple[int, ...]:
    """The polynomial of an element: the only factor of that of multiplication by it."""
    size, rows, product = field.degree, [], fmpq_poly(list(element))
    for _ in range(size):
        rows.append([product[i] for i in range(size)])
        product = field.reduce(product * fmpq_poly([0, 1]))
    charpoly = fmpq_mat(size, size, [v for row in rows for v in row]).charpoly()
    (factor, _), *_ = integral(charpoly).factor()[1]
    factor = -factor if factor.leading_coefficient() < 0 else factor
    return tuple(int(c) for c in factor.coeffs())


@cache
def _modulus(coefficients: tuple[int, ...]) -> fmpq_poly:
    return fmpq_poly(list(coefficients))


RATIONALS = Field((0, 1))


def ball_of(element: fmpq_poly, place: Real, precision: int) -> arb:
    """A ball that holds the element at the place, where t is the real root."""
    with flint_context.workprec(precision):
        at, value = place.ball(precision), arb(0)
        for c in reversed(element.coeffs()):
            value = value * at + arb(c)
    return value


def sign_of(element: fmpq_poly, place: Real) -> int:
    """The sign of an element of a field at one of its real places."""
    if element.degree() < 0:
        return 0
    if element.degree() == 0:
        return 1 if element[0] > 0 else -1
    for precision in PRECISIONS:
        value = ball_of(element, place, precision)
        if value > 0 or value < 0:
            return 1 if value > 0 else -1
    raise ArithmeticError("a nonzero element is not told from zero")


def real_of(element: fmpq_poly, field: Field, place: Real, among: Candidates = None) -> Real:
    """The element at the place as a real number of its own; `among` as for `Field.minimal`."""
    poly = field.minimal(element, among)
    coefficients = tuple(int(c) for c in poly.coeffs())
    if poly.degree() == 1:
        return Real(coefficients, 0)
    for precision in PRECISIONS:
        value = ball_of(element, place, precision)
        near = [i for i, b in enumerate(root_balls(poly, precision)) if b.overlaps(value)]
        if len(near) == 1:
            return Real(coefficients, near[0])
    raise ArithmeticError("a root is not told from its conjugates")
