"""Polynomials in one variable over a real field, their signs, and the largest value of a quotient.

A polynomial is the list of its coefficients from the constant one on, elements of a `Field`, the
last of them not 0. Roots of those with rational coefficients are isolated by FLINT; over larger
fields a sign on a whole interval is proved by Sturm's theorem, in the field's exact arithmetic.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from flint import Ordering, arb, fmpq, fmpq_mpoly_ctx, fmpq_poly, fmpz

from provenscape.rate.field import RATIONALS, Field, Unknown, precision
from provenscape.search import algebraic
from provenscape.search.algebraic import PRECISIONS, Real, compare, real_of, reals

Polynomial = list[fmpq_poly]
Terms = dict[tuple[int, ...], fmpz | fmpq]
APART = 256  # bits after which values that are not told apart may be equal
ZERO = fmpq_poly([])


class Unbounded(Exception):
    """The quotient has no largest value; says near which number it grows."""


@dataclass(frozen=True)
class Largest:
    """The largest value of a quotient, and where it has it, each an element of a field."""

    field: Field
    value: fmpq_poly
    home: Field
    at: fmpq_poly


class Ring:
    """Arithmetic of polynomials over a field."""

    def __init__(self, numbers: Field) -> None:
        self.numbers = numbers

    def trimmed(self, one: Sequence[fmpq_poly]) -> Polynomial:
        found = list(one)
        while found and found[-1] == 0:
            found.pop()
        return found

    def sum(self, one: Polynomial, two: Polynomial) -> Polynomial:
        longer, shorter = (one, two) if len(one) >= len(two) else (two, one)
        rest = longer[len(shorter) :]
        return self.trimmed([a + b for a, b in zip(longer, shorter, strict=False)] + rest)

    def scaled(self, one: Polynomial, factor: fmpq_poly) -> Polynomial:
        return self.trimmed([self.numbers.times(c, factor) for c in one])

    def less(self, one: Polynomial, two: Polynomial) -> Polynomial:
        return self.sum(one, [-c for c in two])

    def product(self, one: Polynomial, two: Polynomial) -> Polynomial:
        found = [ZERO] * max(len(one) + len(two) - 1, 0)
        for i, a in enumerate(one):
            for j, b in enumerate(two):
                found[i + j] = found[i + j] + self.numbers.times(a, b)
        return self.trimmed(found)

    def derivative(self, one: Polynomial) -> Polynomial:
        return [c * k for k, c in enumerate(one)][1:]

    def divided(self, one: Polynomial, two: Polynomial) -> tuple[Polynomial, Polynomial]:
        """Quotient and remainder."""
        rest, inverse = list(one), self.numbers.inverse(two[-1])
        quotient = [ZERO] * max(len(one) - len(two) + 1, 0)
        for k in reversed(range(len(quotient))):
            factor = self.numbers.times(rest[k + len(two) - 1], inverse)
            quotient[k] = factor
            for i, c in enumerate(two):
                rest[k + i] = rest[k + i] - self.numbers.times(factor, c)
        return quotient, self.trimmed(rest)

    def monic(self, one: Polynomial) -> Polynomial:
        return self.scaled(one, self.numbers.inverse(one[-1])) if one else []

    def gcd(self, one: Polynomial, two: Polynomial) -> Polynomial:
        if self.numbers.degree == 1:  # FLINT is faster there
            return [fmpq_poly([c]) for c in self.norm(one).gcd(self.norm(two)).coeffs()]
        while two:
            one, two = two, self.monic(self.divided(one, two)[1])
        return self.monic(one)

    def at(self, one: Polynomial, place: fmpq_poly) -> fmpq_poly:
        total = ZERO
        for c in reversed(one):
            total = self.numbers.times(total, place) + c
        return total

    def ball(self, one: Polynomial, place: Any) -> Any:
        """The value at a ball, at the precision that is set."""
        total = arb(0)
        for c in reversed(one):
            total = total * place + self.numbers.ball(c)
        return total

    def odd_part(self, one: Polynomial) -> Polynomial:
        """The product of the factors of odd multiplicity, each once (Yun's algorithm)."""
        common = self.gcd(one, self.derivative(one))
        rest, found, odd = self.divided(one, common)[0], [fmpq_poly([1])], True
        slope = self.divided(self.derivative(one), common)[0]
        slope = self.less(slope, self.derivative(rest))
        while len(rest) > 1:
            factor = self.gcd(rest, slope)
            found = self.product(found, factor) if odd else found
            rest = self.divided(rest, factor)[0]
            slope = self.less(self.divided(slope, factor)[0], self.derivative(rest))
            odd = not odd
        return found

    def roots_between(self, one: Polynomial, low: fmpq_poly, high: fmpq_poly) -> int:
        """How many roots a squarefree polynomial has strictly between: those that FLINT isolates,
        or over larger fields by Sturm's theorem."""
        if self.numbers.degree == 1:
            ends = real(self.numbers, low), real(self.numbers, high)
            return sum(root not in ends for root in roots(self, one, *ends))
        for end in (low, high):
            if len(one) > 1 and self.at(one, end) == 0:
                one = self.divided(one, [-end, fmpq_poly([1])])[0]
        chain, following = [one], self.derivative(one)
        while following:
            chain.append(following)
            rest = self.divided(chain[-2], following)[1]
            following = [-c for c in self._shortened(rest)]
        return self._changes(chain, low) - self._changes(chain, high)

    def _shortened(self, one: Polynomial) -> Polynomial:
        """A positive multiple with smaller numbers."""
        if not one:
            return one
        size = self.numbers.inverse(one[-1])
        return self.scaled(one, size if self.numbers.sign(size) > 0 else -size)

    def _changes(self, chain: Sequence[Polynomial], place: fmpq_poly) -> int:
        signs = [s for s in (self.numbers.sign(self.at(one, place)) for one in chain) if s]
        return sum(a != b for a, b in pairwise(signs))

    def nonnegative(self, one: Polynomial, low: fmpq_poly, high: fmpq_poly) -> bool:
        """Whether the polynomial is nowhere negative from low to high, proved either way."""
        if not one:
            return True
        if low == high:
            return self.numbers.sign(self.at(one, low)) >= 0
        if self.roots_between(self.odd_part(one), low, high):
            return False
        places = (low + (high - low) * fmpq(k, len(one) + 1) for k in range(1, len(one) + 1))
        values = (self.at(one, place) for place in places)  # more than it has roots
        return next(self.numbers.sign(v) for v in values if v != 0) > 0

    def norm(self, one: Polynomial) -> fmpq_poly:
        """A polynomial with rational coefficients that is 0 where this one is."""
        if self.numbers.degree == 1:
            return fmpq_poly([c[0] for c in one])
        ring = fmpq_mpoly_ctx.get(("x", "t"), Ordering.lex)
        modulus = self.numbers.place.coefficients
        first: Terms = {(k, i): c[i] for k, c in enumerate(one) for i in range(len(c.coeffs()))}
        second: Terms = {(0, i): fmpq(c) for i, c in enumerate(modulus)}
        found = ring.from_dict(first).resultant(ring.from_dict(second), "t").to_dict()
        degree = max(int(x) for x, _ in found)
        return fmpq_poly([found.get((k, 0), fmpq(0)) for k in range(degree + 1)])


def real(numbers: Field, element: fmpq_poly) -> Real:
    """An element of a field as a number of its own."""
    return real_of(element, numbers.abstract, numbers.place)


def roots(ring: Ring, one: Polynomial, low: Real, high: Real) -> list[Real]:
    """Numbers from low to high among which are all roots of a polynomial; over Q, its roots."""
    if len(one) < 2:
        return []
    found = reals(ring.norm(one))
    return [root for root in found if compare(low, root) <= 0 <= compare(high, root)]


def largest(
    ring: Ring, above: Polynomial, below: Polynomial, low: fmpq_poly, high: fmpq_poly
) -> Largest:
    """The largest value of above/below from low to high, where below is nowhere negative.

    Common factors are left out, so that the quotient is continued to their roots. Raises Unbounded,
    and Unknown where a value is not identified. At the ends the value is in the field, and that the
    quotient is nowhere larger is proved by the sign of a polynomial; inside, each critical point is
    a root that is isolated, and their values are compared exactly.
    """
    common = ring.gcd(above, below)
    above, below = ring.divided(above, common)[0], ring.divided(below, common)[0]
    if not ring.nonnegative(below, low, high):
        above, below = [-c for c in above], [-c for c in below]
    if not ring.nonnegative(below, low, high):
        raise Unknown("what is bounded at the start changes its sign")
    ends = [real(ring.numbers, low), real(ring.numbers, high)]
    _require_bounded(ring, above, below, ends)
    slope = ring.less(
        ring.product(ring.derivative(above), below), ring.product(above, ring.derivative(below))
    )
    places = [ends[0], *roots(ring, slope, *ends), ends[1]]
    best = _largest_of(places, lambda place: _quotient(ring, above, below, place))
    for end, place in zip((high, low), reversed(ends), strict=True):
        if place in best:
            inverse = ring.numbers.inverse(ring.at(below, end))
            value = ring.numbers.times(ring.at(above, end), inverse)
            if at_most(ring, above, below, value, low, high):
                return Largest(ring.numbers, value, ring.numbers, end)
    if ring.numbers.degree > 1:
        raise Unknown("the largest value is inside the interval and has roots of the method in it")
    values = {place: _exact(above, below, place) for place in best}
    if len(set(values.values())) > 1:
        raise Unknown("values that are nearly equal are not told apart")
    place = best[0]
    return Largest(*element(values[place]), *element(place))


def at_most(
    ring: Ring,
    above: Polynomial,
    below: Polynomial,
    value: fmpq_poly,
    low: fmpq_poly,
    high: fmpq_poly,
) -> bool:
    """Whether above <= value * below from low to high, proved either way."""
    return ring.nonnegative(ring.less(ring.scaled(below, value), above), low, high)


def element(number: Real) -> tuple[Field, fmpq_poly]:
    """A number as an element of the field that it generates."""
    if number.rational is not None:
        return RATIONALS, fmpq_poly([number.rational])
    return Field(number), fmpq_poly([0, 1])


def _require_bounded(
    ring: Ring, above: Polynomial, below: Polynomial, ends: Sequence[Real]
) -> None:
    """Raise Unbounded where below is 0 and above is positive; Unknown where it is negative."""
    if ring.numbers.degree > 1 and len(below) > 1:
        raise Unknown("the start is no multiple of what the metric has, and the method has roots")
    for place in roots(ring, below, *ends):
        value = real_sign(above, place)
        if value > 0:
            raise Unbounded(place.text())
        raise Unknown("the metric falls without bound")


def real_sign(one: Polynomial, place: Real) -> int:
    """The sign of a polynomial with rational coefficients at a real number."""
    there = algebraic.Field(place.coefficients)
    return algebraic.sign_of(there.reduce(fmpq_poly([c[0] for c in one])), place)


def _quotient(
    ring: Ring, above: Polynomial, below: Polynomial, place: Real
) -> Callable[[int], Any]:
    def at(bits: int) -> Any:
        with precision(bits):
            there = place.ball(bits)
            return ring.ball(above, there) / ring.ball(below, there)

    return at


def _largest_of(places: list[Real], value: Callable[[Real], Callable[[int], Any]]) -> list[Real]:
    """The places whose values are not seen to be less than another's."""
    left = list(dict.fromkeys(places))
    for bits in PRECISIONS:
        balls = [value(place)(bits) for place in left]
        low = max((b.lower() for b in balls if b.is_finite()), key=float)
        left = [p for p, b in zip(left, balls, strict=True) if not b < low]
        if len(left) == 1 or bits >= APART:
            return left
    return left


def _exact(above: Polynomial, below: Polynomial, place: Real) -> Real:
    """The quotient at a real number, where coefficients are rational."""
    there = algebraic.Field(place.coefficients)
    over, under = (there.reduce(fmpq_poly([c[0] for c in one])) for one in (above, below))
    return real_of(there.reduce(over * there.inverse(under)), there, place)
