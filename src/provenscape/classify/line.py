"""Polynomials of one variable with rational coefficients, and fibres of those of two."""

from collections.abc import Sequence
from typing import Any

from flint import fmpq, fmpq_poly, fmpz_poly

from provenscape.search.algebraic import Real, compare, of, reals, rising


def univariate(poly: Any, variable: int) -> fmpq_poly:
    """A polynomial in which no other variable occurs."""
    degree = int(poly.degrees()[variable])
    coefficients = [fmpq(0)] * (degree + 1)
    for monomial, c in poly.to_dict().items():
        coefficients[int(monomial[variable])] = c
    return fmpq_poly(coefficients)


def fibre(poly: Any, variable: int, value: fmpq) -> fmpq_poly:
    """The polynomial of two variables where one of them has a rational value."""
    found: dict[int, fmpq] = {}
    for monomial, c in poly.to_dict().items():
        other = int(monomial[1 - variable])
        found[other] = found.get(other, fmpq(0)) + c * value ** int(monomial[variable])
    return fmpq_poly([found.get(k, fmpq(0)) for k in range(max(found, default=-1) + 1)])


def roots(poly: fmpq_poly | fmpz_poly) -> list[Real]:
    """The distinct real roots, in rising order; none of a polynomial that is zero."""
    return reals(poly) if poly.degree() > 0 else []


def merged(*lists: Sequence[Real]) -> list[Real]:
    """All of these numbers once, in rising order."""
    found: list[Real] = []
    for number in (n for numbers in lists for n in numbers):
        if number not in found:
            found.append(number)
    return sorted(found, key=rising)


def within(numbers: Sequence[Real], low: fmpq, high: fmpq) -> int:
    """How many of the numbers lie strictly between two rational ones."""
    a, b = of(low), of(high)
    return sum(compare(a, n) < 0 < compare(b, n) for n in numbers)


def squarefree(poly: fmpq_poly) -> fmpq_poly:
    return poly // poly.gcd(poly.derivative()) if poly.degree() > 0 else poly
