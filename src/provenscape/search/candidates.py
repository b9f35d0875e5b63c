"""Candidate points at which given relations may hold, from Z3 and from numerical optimization.

Equations that are linear in a symbol are solved for it first. Z3 is asked for a model in a process
of its own with a hard limit. SciPy looks for a point at which every inequality holds by the largest
margin, from fixed random starts, which is rounded to small rationals. A quadratic equation that
rounding broke is solved for one symbol again, so that points may have square roots.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import Any

import numpy as np
import sympy as sp
from scipy.optimize import minimize

from provenscape.kernel import Claim, Rejected, Relation, root_of
from provenscape.kernel.cone import nonnegative, nonzero
from provenscape.kernel.numeric import smtlib
from provenscape.kernel.relations import Bound
from provenscape.search.floats import approximate, numeric

Point = dict[sp.Symbol, sp.Expr]
DENOMINATORS = (1, 2, 3, 4, 6, 12, 100, 10**4, 10**8, 10**14)
SEED = 20_240_229
SIMPLE = (0, 1, -1, 2, Fraction(1, 2), -2, Fraction(-1, 2), 3, -3, Fraction(1, 4), 4, 10, -10)
ANGLES = tuple(sp.pi * sp.Rational(k, 12) for k in range(-12, 25))
MOST_SAMPLES = 40_000
MOST_KEPT = 40
FAR = tuple(2**k for k in range(2, 11))
MOST_ALONG = 3  # symbols


@dataclass(frozen=True)
class Goals:
    """What the point must satisfy, in the free symbols; `solved` gives the others from these."""

    symbols: tuple[sp.Symbol, ...]
    relations: tuple[Bound, ...]
    failing: Bound
    solved: Mapping[sp.Symbol, sp.Expr]

    @staticmethod
    def of(claim: Claim, keep: Sequence[sp.Symbol] = ()) -> "Goals | None":
        """The goals of a claim of one relation; symbols that are kept are solved for by nothing."""
        if not isinstance(claim.then, Relation) or claim.constants:
            return None
        relations, failing = [r.bound for r in claim.given.values()], claim.then.bound
        symbols = set().union(*(r.expr.free_symbols for r in (*relations, failing)))
        solved: dict[sp.Symbol, sp.Expr] = {}
        known = tuple(claim.given.values())
        for find in (simple_value, value_of, root_value):
            for equation in [r for r in relations if r.sign == "="]:
                current = sp.expand(equation.expr.xreplace(solved))
                for symbol in sorted(current.free_symbols - set(keep), key=str):
                    value = find(symbol, current, known)
                    if value is None:
                        continue
                    put = {symbol: value}
                    solved = {s: sp.expand(e.xreplace(put)) for s, e in solved.items()} | put
                    relations.remove(equation)
                    break
        free = tuple(sorted(symbols - set(solved), key=str))
        rest = tuple(Bound(r.expr.xreplace(solved), r.sign) for r in relations)
        return Goals(free, rest, Bound(failing.expr.xreplace(solved), failing.sign), solved)

    def complete(self, values: Mapping[sp.Symbol, sp.Expr]) -> Point:
        """The point in all symbols; equations that rounding broke are solved for one symbol."""
        at: Point = dict(values)
        settled: set[sp.Symbol] = set()
        for equation in (r.expr for r in self.relations if r.sign == "="):
            for symbol in sorted(equation.free_symbols, key=lambda s: (s in settled, str(s))):
                rest = equation.xreplace({s: v for s, v in at.items() if s != symbol})
                if not rest.has(symbol) or not rest.is_polynomial(symbol):
                    continue
                near = sp.roots(rest, symbol, filter="R", cubics=False, quartics=False)
                near = list(near) or list(roots_of(rest))
                if near:
                    distance = {abs(float(approximate(root - at[symbol]))): root for root in near}
                    at[symbol] = distance[min(distance)]
                    settled.add(symbol)
                    break
        return at | {s: e.xreplace(at) for s, e in self.solved.items()}


def roots_of(expr: sp.Expr) -> Iterator[sp.Expr]:
    """The real roots, of degree 3 and more, of a polynomial in one symbol with fractions as
    coefficients."""
    with suppress(sp.PolynomialError, sp.CoercionFailed, Rejected):
        for factor, _ in sp.Poly(expr, *expr.free_symbols, domain=sp.QQ).factor_list()[1]:
            if factor.degree() > 2:
                yield from (root_of(factor.as_expr(), k) for k in range(factor.count_roots()))


def simple_value(
    symbol: sp.Symbol, expr: sp.Expr, known: Sequence[Relation] = ()
) -> sp.Expr | None:
    """The value of the symbol for which the expression is 0, if it is linear in it, with a number
    before it."""
    slope = sp.diff(expr, symbol)
    return sp.expand(symbol - expr / slope) if isinstance(slope, sp.Rational) and slope else None


def value_of(symbol: sp.Symbol, expr: sp.Expr, known: Sequence[Relation]) -> sp.Expr | None:
    """The same with what the relations show not to be 0 before the symbol."""
    slope = sp.diff(expr, symbol)
    if not slope or symbol in slope.free_symbols or not nonzero(sp.factor(slope), known):
        return None
    return sp.factor(sp.cancel(symbol - expr / slope))


def root_value(symbol: sp.Symbol, expr: sp.Expr, known: Sequence[Relation]) -> sp.Expr | None:
    """The root that the symbol is, if its square alone occurs and it is not negative."""
    square = sp.Dummy("square")
    value = simple_value(square, expr.xreplace({symbol**2: square}))
    if value is None or symbol in value.free_symbols or not nonnegative(symbol, known):
        return None
    return None if approximate(value).is_negative else sp.sqrt(value)


def models(goals: Goals, seconds: float) -> Iterator[Point]:
    """Z3's models, first with every symbol nonzero; irrational values come rounded."""
    names = {s: f"x{i}" for i, s in enumerate(goals.symbols)}
    lines = [f"(declare-const {name} Real)" for name in names.values()]
    try:
        lines += [f"(assert ({r.sign} {smtlib(r.expr, names)} 0))" for r in goals.relations]
        failing = goals.failing
        lines.append(f"(assert (not ({failing.sign} {smtlib(failing.expr, names)} 0)))")
    except Rejected:
        return
    nonzero = [f"(assert (not (= {name} 0)))" for name in names.values()]
    for extra in (nonzero, []):
        try:
            done = subprocess.run(
                [sys.executable, "-c", MODEL, str(seconds)],
                input="\n".join([*lines, *extra]),
                capture_output=True,
                text=True,
                timeout=10 * seconds + 5,
            )
            found = json.loads(done.stdout or "null")
        except (subprocess.TimeoutExpired, json.JSONDecodeError):
            continue
        if found is not None:
            exact = [sp.Rational(found.get(name, "0")) for name in names.values()]
            yield from roundings(goals.symbols, exact)
            yield dict(zip(goals.symbols, exact, strict=True))


MODEL = """
import sys, json, z3
solver = z3.Solver()
seconds = float(sys.argv[1])
solver.set("rlimit", int(4_000_000 * seconds))
solver.set("timeout", int(10_000 * seconds))
solver.from_string(sys.stdin.read())
if solver.check() == z3.sat:
    model = solver.model()
    values = {d.name(): model[d] for d in model.decls() if z3.is_arith(model[d])}
    exact = {n: v if z3.is_rational_value(v) else v.approx(20) for n, v in values.items()}
    print(json.dumps({n: str(v.as_fraction()) for n, v in exact.items()}))
"""


def sampled_points(goals: Goals) -> Iterator[Point]:
    """Simple points at which everything seems to hold, to rounding; the simplest values first.

    Whole numbers and simple fractions in all combinations, as far as these are few; otherwise, and
    then at other orders of magnitude, points drawn with a fixed seed.
    """
    n = len(goals.symbols)
    rng = np.random.default_rng(SEED)
    sets = []
    for values in (SIMPLE[:5], SIMPLE):
        tables = [within(values, *sides(symbol, goals.relations)) for symbol in goals.symbols]
        if len(values) ** n <= MOST_SAMPLES:
            picks = np.array(list(product(range(len(values)), repeat=n)), int)
        else:
            picks = rng.integers(0, len(values), (MOST_SAMPLES, n))
        columns = [t[picks[:, k]] for k, t in enumerate(tables)]
        sets.append(np.column_stack(columns) if n else np.zeros((1, 0)))
    if n:
        powers = rng.integers(-8, 10, (MOST_SAMPLES, n))
        wide = rng.choice([-1.0, 1.0], (MOST_SAMPLES, n)) * 10.0**powers
        sets.append(wide * rng.choice([0, 1, 1, 1, 2, 3], (MOST_SAMPLES, n)))
    relations = [*goals.relations, goals.failing]
    functions = [numeric(goals.symbols, r.expr) for r in relations]
    for points in sets:
        good = np.ones(len(points), bool)
        with np.errstate(all="ignore"):
            for relation, function in zip(relations, functions, strict=True):
                try:
                    value = np.broadcast_to(np.asarray(function(points.T), float), len(points))
                except (TypeError, ValueError, OverflowError, ZeroDivisionError):
                    good[:] = False
                    break
                room = 1e-9 * (1 + np.abs(value))
                holds = {
                    ">": value > (room if relation is goals.failing else 0),
                    ">=": value >= -room,
                    "=": np.abs(value) <= room,
                }[relation.sign]
                good &= np.isfinite(value) & (~holds if relation is goals.failing else holds)
        for point in points[good][:MOST_KEPT]:
            exact = (sp.Rational(Fraction(float(v)).limit_denominator(10**9)) for v in point)
            yield dict(zip(goals.symbols, exact, strict=True))


def far_points(goals: Goals) -> Iterator[Point]:
    """Powers of two, as exponentials of multiples of one symbol fail by less than floats tell; of
    steeper ones the values would be too large."""
    exponents = [e.args[0] for e in goals.failing.expr.atoms(sp.exp)]
    if len(goals.symbols) == 1 and exponents:
        (symbol,) = goals.symbols
        if all(isinstance(sp.diff(e, symbol), sp.Rational) for e in exponents):
            for size in FAR:
                yield from ({symbol: sp.Integer(sign * size)} for sign in (1, -1))


def attained(goals: Goals) -> Iterator[Point]:
    """Exact zeros, along each symbol with simple numbers for the others, of a strict conclusion: as
    x² + 3 > 2√3 x fails at √3, and sin x < 1 at π/2."""
    if goals.failing.sign != ">":
        return
    for symbol in goals.symbols[:MOST_ALONG]:
        others = [s for s in goals.symbols[:MOST_ALONG] if s != symbol]
        rest = dict.fromkeys(goals.symbols[MOST_ALONG:], sp.S.Zero)
        for values in product((0, 1, -1), repeat=len(others)):
            at = {**rest, **{s: sp.Integer(v) for s, v in zip(others, values, strict=True)}}
            along = goals.failing.expr.xreplace(at)
            if along.is_polynomial(symbol) and along.has(symbol):
                found = sp.roots(along, symbol, filter="R", cubics=False, quartics=False)
                rising = sorted(found, key=lambda root: float(approximate(root)))
                yield from (at | {symbol: root} for root in rising)
            if along.has(sp.sin, sp.cos):
                yield from (at | {symbol: angle} for angle in ANGLES)


def sides(symbol: sp.Symbol, relations: Iterable[Bound | Relation]) -> tuple[float, float]:
    """The numbers between which hypotheses that are about the symbol alone keep it."""
    low, high = -np.inf, np.inf
    for relation in relations:
        if relation.sign != "=" and relation.expr.free_symbols == {symbol}:
            slope = sp.diff(relation.expr, symbol)
            if isinstance(slope, sp.Rational) and slope:
                end = float(approximate(symbol - sp.expand(relation.expr / slope)))
                low, high = (max(low, end), high) if slope > 0 else (low, min(high, end))
    return low, high


def within(values: Sequence[Any], low: float, high: float) -> np.ndarray:
    """The values, moved into an interval, whose ends 0 and 1 become."""
    numbers = np.array(values, float)
    if np.isfinite(low) and np.isfinite(high) and low < high:
        share = np.where(numbers == 1, 1, np.abs(numbers) / (1 + np.abs(numbers)))
        return low + (high - low) * share
    if np.isfinite(low) and low != 0:
        return low + np.abs(numbers)
    return high - np.abs(numbers) if np.isfinite(high) and high != 0 else numbers


def rounded_optima(goals: Goals, starts: int) -> Iterator[Point]:
    """Roundings of points at which the least margin is large, from random starts in [-3, 3]."""
    failing = goals.failing.expr
    margins = [r.expr for r in goals.relations if r.sign != "="]
    margins.append(failing**2 if goals.failing.sign == "=" else -failing)
    equations = [r.expr for r in goals.relations if r.sign == "="]
    n = len(goals.symbols)
    least, equal = (numeric(goals.symbols, e) for e in (margins, equations))
    constraints = [{"type": "ineq", "fun": lambda v: np.array(least(v[:n]), float) - v[n]}]
    if equations:
        constraints.append({"type": "eq", "fun": lambda v: np.array(equal(v[:n]), float)})

    def objective(v: np.ndarray) -> float:
        return float(-v[n])

    rng = np.random.default_rng(SEED)
    for start in rng.uniform(-3, 3, (starts, n)):
        with np.errstate(all="ignore"):
            try:
                result = minimize(
                    objective,
                    [*start, 0.0],
                    bounds=[(-100, 100)] * n + [(None, 1)],
                    constraints=constraints,
                    method="SLSQP",
                )
            except (ValueError, OverflowError, ZeroDivisionError):
                continue
        if np.isfinite(result.x).all():
            yield from roundings(goals.symbols, result.x[:n])


def roundings(symbols: Sequence[sp.Symbol], values: Sequence[Any]) -> Iterator[Point]:
    """The values rounded to rationals, simple ones first."""
    for bound in DENOMINATORS:
        rounded = (sp.Rational(Fraction(str(v)).limit_denominator(bound)) for v in values)
        yield dict(zip(symbols, rounded, strict=True))
