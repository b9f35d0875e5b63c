"""Curves on which an expression is negative near 0, however close to 0.

On y = c·s^k, with the other variables ±s or 0, the term of lowest order in s decides for small s.
Its coefficient is a polynomial in c; between its roots, and beyond them, c is tried. So
(y − x²)(y − 2x²) is negative on y = 3/2·x², and not where c is outside [1, 2]. With the others ±s²
there are cusps: (y² − x³)(y² − 2x³) is negative on x = s², y = 6/5·s³.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise, product

import numpy as np
import sympy as sp

POWERS = (1, 2, 3, 4)
MOST_OTHERS = 3  # variables besides y whose signs are tried
S, C = sp.Dummy("s"), sp.Dummy("c")


def bends(
    expr: sp.Expr, variables: Sequence[sp.Symbol], y: sp.Symbol, pace: int = 1
) -> list[tuple[sp.Expr, int]]:
    """Each (c, k) with which expr is negative on y = c·s^k for all small positive s, where the
    other variables, if there are any, are 0 or go like s^pace."""
    others = [x for x in variables if x != y]
    if (
        len(others) > MOST_OTHERS
        or not expr.is_polynomial(*variables)
        or y not in expr.free_symbols
    ):
        return []
    found: list[tuple[sp.Expr, int]] = []
    for signs in product((1, -1, 0), repeat=len(others)):
        if others and not any(signs):
            continue
        at = {x: sign * S**pace for x, sign in zip(others, signs, strict=True)}
        for power in POWERS:
            along = sp.Poly(sp.expand(expr.xreplace({**at, y: C * S**power})), S)
            lowest = along.all_coeffs()[along.degree() - along.monoms()[-1][0]]
            if lowest.free_symbols == {C}:
                form = sp.Poly(lowest, C)
                found += [(c, power) for c in between(form) if form.eval(c) < 0]
    return list(dict.fromkeys(found))


def between(form: sp.Poly) -> Iterator[sp.Expr]:
    """A short fraction in each interval that the real roots of a polynomial leave."""
    roots = np.roots([float(c) for c in form.all_coeffs()])
    real = sorted({round(float(z.real), 9) for z in roots if abs(z.imag) < 1e-6 * (1 + abs(z))})
    ends = [real[0] - 2, *real, real[-1] + 2] if real else []
    for low, high in pairwise(ends):
        denominator = 1
        while True:
            middle = Fraction((low + high) / 2).limit_denominator(denominator)
            if low < middle < high or denominator > 10**12:
                break
            denominator *= 2
        yield sp.Rational(middle.numerator, middle.denominator)
