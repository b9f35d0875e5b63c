"""Coordinates in which coefficients are of comparable size: shears and shifts, then powers of ten.

(10⁶x − y)⁴ + x² has coefficients over 24 orders of magnitude, of which floating point sees the
largest alone. A shear x ← x + c y or a shift x ← x + c that makes the coefficients smaller is
exact and has an exact inverse; so has x ← 10ᵏ x. Coefficients that are tame are left alone.
"""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import sympy as sp

TAME = 4.0  # orders of magnitude
MOST_MOVES = 40


class Coordinates:
    """Old symbols in terms of new ones, and back."""

    def __init__(self, ring: Any) -> None:
        self.ring = ring
        self.old = list(ring.gens)  # each old symbol as a polynomial in the new ones
        self.new = list(ring.gens)

    def to(self, polynomial: Any) -> Any:
        return polynomial.compose(list(zip(self.ring.gens, self.old, strict=True)))

    def back(self, polynomial: Any) -> Any:
        return polynomial.compose(list(zip(self.ring.gens, self.new, strict=True)))

    def move(self, index: int, slope: Any, other: Any) -> None:
        """From now on symbol number `index` is slope * itself + other, which is free of it."""
        gens = self.ring.gens
        step = (gens[index], gens[index] * slope + other)
        self.old = [p.compose(*step) for p in self.old]
        inverse = (self.new[index] - other.compose(list(zip(gens, self.new, strict=True)))) / slope
        self.new[index] = inverse


def spread(polynomial: Any) -> float:
    """Orders of magnitude between the coefficients."""
    sizes = [magnitude(c) for c in polynomial.coeffs()]
    return max(sizes, default=0.0) - min(sizes, default=0.0)


def magnitude(value: Any) -> float:
    top, bottom = abs(int(value.numerator)), int(value.denominator)
    return math.log10(top) - math.log10(bottom)


def balanced(ring: Any, target: Any, others: Sequence[Any]) -> Coordinates:
    """Coordinates for the target and the other polynomials; the given ones where these are tame."""
    found = Coordinates(ring)
    if all(spread(p) < TAME for p in (target, *others)):
        return found
    for _ in range(MOST_MOVES):
        before = found.to(target)
        best: tuple[float, Any] = (weight(before) - 1e-9, None)
        for index, shift in shears(before):
            after = before.compose(ring.gens[index], ring.gens[index] + shift)
            best = min(best, (weight(after), (index, shift)), key=lambda b: b[0])
        if best[1] is None:
            break
        found.move(best[1][0], ring.one, best[1][1])
    powers = exponents([found.to(p) for p in (target, *others)])
    for index, power in enumerate(powers):
        if power:
            found.move(index, sp.QQ.from_sympy(sp.Integer(10) ** power), ring.zero)
    return found


def weight(polynomial: Any) -> float:
    """How large and how many the coefficients are, free of the scale of each symbol."""
    rows = [[*m, 1] for m in polynomial.monoms()]
    sizes = np.array([magnitude(c) for c in polynomial.coeffs()])
    if not rows:
        return 0.0
    table = np.array(rows, float)
    scale = np.linalg.lstsq(table, sizes, rcond=None)[0]
    return float(np.abs(sizes - table @ scale).sum()) + len(rows)


def shears(polynomial: Any) -> list[tuple[int, Any]]:
    """For each symbol the shifts by a multiple of another, or by a number, that remove the term
    after its highest pure power."""
    ring, found = polynomial.ring, []
    count = len(ring.gens)
    for index in range(count):
        power = max((m[index] for m in polynomial.monoms()), default=0)
        lead = polynomial.get(tuple(power if k == index else 0 for k in range(count)), 0)
        if power < 2 or not lead:
            continue
        for other in (None, *(k for k in range(count) if k != index)):
            monom = [power - 1 if k == index else int(k == other) for k in range(count)]
            beside = polynomial.get(tuple(monom), 0)
            if beside:
                step = ring.one if other is None else ring.gens[other]
                found.append((index, step * (-beside / (power * lead))))
    return found


def exponents(polynomials: Sequence[Any]) -> list[int]:
    """Powers of ten for the symbols that bring the coefficients of each polynomial together."""
    count = len(polynomials[0].ring.gens)
    rows, sizes = [], []
    for number, polynomial in enumerate(polynomials):
        for monom, coefficient in polynomial.terms():
            own = [float(number == k) for k in range(len(polynomials))]
            rows.append([*map(float, monom), *own])
            sizes.append(magnitude(coefficient))
    if not rows:
        return [0] * count
    solution = np.linalg.lstsq(np.array(rows), -np.array(sizes), rcond=None)[0]
    return [round(float(v)) for v in solution[:count]]


def orders(polynomials: Sequence[Any]) -> list[int]:
    """The same, and zeros where the coefficients are tame."""
    tame = all(spread(p) < TAME for p in polynomials)
    return [0] * len(polynomials[0].ring.gens) if tame else exponents(polynomials)
