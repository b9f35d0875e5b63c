"""Rational functions of few numbers: the one of least degree through all values, or none."""

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

import sympy as sp
from flint import fmpq, fmpq_mat

from provenscape.rate.local import NoPattern
from provenscape.search.algebraic import for_sympy

DEGREES = sorted(product(range(5), repeat=2), key=lambda d: (sum(d), max(d)))


def fit(values: Mapping[tuple[int, ...], fmpq], symbols: Sequence[sp.Symbol]) -> sp.Expr:
    """The rational function of least degree through all the values; raises NoPattern."""
    for above, below in DEGREES:
        tops, bottoms = _monomials(above, len(symbols)), _monomials(below, len(symbols))
        if len(tops) + len(bottoms) > len(values) + (above + below == 0):
            continue
        rows = [
            [_power(at, e) for e in tops] + [-v * _power(at, e) for e in bottoms]
            for at, v in values.items()
        ]
        reduced, rank = fmpq_mat(rows).rref()
        if rank == len(tops) + len(bottoms):
            continue
        made = _function(_kernel(reduced, rank), tops, bottoms, symbols)
        if made is not None and _passes(made, values, symbols):
            return made
    raise NoPattern("the multipliers for few steps are no simple functions of their number")


def _passes(
    made: sp.Expr, values: Mapping[tuple[int, ...], fmpq], symbols: Sequence[sp.Symbol]
) -> bool:
    """Whether the function has the values, also where a common factor was cancelled."""
    points = (dict(zip(symbols, at, strict=True)) for at in values)
    return all(made.subs(p) == for_sympy(v) for p, v in zip(points, values.values(), strict=True))


def _kernel(reduced: fmpq_mat, rank: int) -> list[fmpq]:
    """A vector that the rows annihilate: one for the first unknown that is free."""
    n = reduced.ncols()
    pivots = []
    for i in range(rank):
        pivots.append(next(j for j in range(n) if reduced[i, j] != 0))
    free = next(j for j in range(n) if j not in pivots)
    vector = [fmpq(0)] * n
    vector[free] = fmpq(1)
    for i, pivot in enumerate(pivots):
        vector[pivot] = -reduced[i, free]
    return vector


def _function(
    vector: Sequence[fmpq], tops: Any, bottoms: Any, symbols: Sequence[sp.Symbol]
) -> sp.Expr | None:
    def polynomial(coefficients: Sequence[fmpq], exponents: Any) -> sp.Expr:
        terms = zip(coefficients, exponents, strict=True)
        return sp.Add(*(for_sympy(c) * sp.Mul(*map(sp.Pow, symbols, e)) for c, e in terms))

    over = polynomial(vector[: len(tops)], tops)
    under = polynomial(vector[len(tops) :], bottoms)
    return None if under == 0 else sp.factor(over / under)


def _monomials(degree: int, variables: int) -> list[tuple[int, ...]]:
    return [e for e in product(range(degree + 1), repeat=variables) if sum(e) <= degree]


def _power(at: tuple[int, ...], exponents: tuple[int, ...]) -> fmpq:
    total = 1
    for base, exponent in zip(at, exponents, strict=True):
        total *= base**exponent
    return fmpq(total)
