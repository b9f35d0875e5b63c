"""Points at which a strict conclusion just fails: 0 at a minimum, with coordinates that are no
fractions, as x + y < √2 on the unit circle.

A minimum of the conclusion under the hypotheses is found in floating point; Newton's method on the
equations of Lagrange and the hypotheses that hold with equality there gives it to many digits; its
coordinates are recognized as roots of polynomials of low degree with small coefficients. Whether
they are is the kernel's to say.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import product

import mpmath
import numpy as np
import sympy as sp
from scipy.optimize import minimize

from provenscape.kernel import Rejected
from provenscape.search.candidates import SEED, Goals, Point, roots_of
from provenscape.search.floats import approximate, numeric

STARTS = 12
TOUCHING = 1e-5
DIGITS = 50
LARGEST = {1: 10**6, 2: 1000, 3: 200, 4: 60}  # coefficient of a polynomial, by its degree
MOST_POINTS = 6


def touching(goals: Goals) -> Iterator[Point]:
    """Exact points, as far as they are recognized, at which a strict conclusion seems to be 0."""
    if goals.failing.sign != ">" or not goals.symbols:
        return
    seen: list[np.ndarray] = []
    for near, active in minima(goals):
        if len(seen) == MOST_POINTS or any(np.allclose(near, other, atol=1e-4) for other in seen):
            continue
        seen.append(near)
        place = refined(goals, near, active)
        choices = [recognized(v) for v in place] if place else []
        for values in product(*choices) if choices else ():
            yield dict(zip(goals.symbols, values, strict=True))


def minima(goals: Goals) -> Iterator[tuple[np.ndarray, list[sp.Expr]]]:
    """Numerical minima at which the conclusion is about 0, with what is 0 there too."""
    count = len(goals.symbols)
    value = numeric(goals.symbols, goals.failing.expr)
    sides = [(numeric(goals.symbols, r.expr), r) for r in goals.relations]
    constraints = [
        {"type": "eq" if r.sign == "=" else "ineq", "fun": lambda v, f=f: float(f(v))}
        for f, r in sides
    ]
    for start in np.random.default_rng(SEED).uniform(-2, 2, (STARTS, count)):
        with np.errstate(all="ignore"), suppress(ValueError, OverflowError, ZeroDivisionError):
            done = minimize(
                lambda v: float(value(v)),
                start,
                constraints=constraints,
                method="SLSQP",
                options={"ftol": 1e-15, "maxiter": 200},
            )
            if np.isfinite(done.x).all() and abs(done.fun) < TOUCHING:
                yield done.x, [r.expr for f, r in sides if abs(float(f(done.x))) < TOUCHING]


def refined(goals: Goals, near: np.ndarray, active: Sequence[sp.Expr]) -> list[mpmath.mpf]:
    """The minimum to many digits, or nothing where Newton's method does not come to it."""
    weights = [sp.Dummy() for _ in active]
    lagrangian = goals.failing.expr - sp.Add(*(w * e for w, e in zip(weights, active, strict=True)))
    unknowns = [*goals.symbols, *weights]
    system = [sp.diff(lagrangian, s) for s in goals.symbols] + list(active)
    slopes = np.array(
        [[float(sp.diff(e, s).subs(dict(zip(goals.symbols, near, strict=True)))) for e in active]
         for s in goals.symbols]
    ).reshape(len(goals.symbols), len(active))  # fmt: skip
    gradient = [
        float(sp.diff(goals.failing.expr, s).subs(dict(zip(goals.symbols, near, strict=True))))
        for s in goals.symbols
    ]
    first = np.linalg.lstsq(slopes, np.array(gradient), rcond=None)[0] if active else []
    with mpmath.workdps(DIGITS + 10), suppress(ValueError, ZeroDivisionError, TypeError):
        function = sp.lambdify([unknowns], system, "mpmath")
        start = [mpmath.mpf(float(v)) for v in (*near, *first)]
        found = mpmath.findroot(lambda *v: function(v), start, tol=mpmath.mpf(10) ** -DIGITS)
        found = list(found) if isinstance(found, mpmath.matrix) else [found]
        if max(abs(a - b) for a, b in zip(found, near, strict=False)) < 100 * TOUCHING:
            return found[: len(goals.symbols)]
    return []


def recognized(value: mpmath.mpf) -> list[sp.Expr]:
    """The roots next to a number of the first polynomial that it seems to solve."""
    x = sp.Symbol("x", real=True)
    with mpmath.workdps(DIGITS):
        if abs(value) < mpmath.mpf(10) ** (-DIGITS // 2):
            return [sp.S.Zero]
        for degree, largest in LARGEST.items():
            found = mpmath.findpoly(
                value, degree, maxcoeff=largest, tol=mpmath.mpf(10) ** (-DIGITS // 2)
            )
            if found is None:
                continue
            poly = sp.Add(*(int(c) * x**k for k, c in enumerate(reversed(found))))
            roots = list(sp.roots(poly, x, filter="R", cubics=False, quartics=False))
            with suppress(Rejected):
                roots = roots or list(roots_of(poly))
            return [r for r in roots if abs(float(approximate(r)) - float(value)) < TOUCHING]
    return []
