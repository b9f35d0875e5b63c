"""Counterexamples to "there are constants such that": points in terms of the constants.

"Near 0" says that a radius r can be chosen; it fails if for every r some point within it fails. The
point is then sought along curves: each variable is a simple number, or a multiple of a power of a
quantity that is small with the constants, such as r/(1 + r), or large with them. Curves on which
the terms of lowest order are negative (`curves`) come first: with powers 1 and 2 they are
parabolas, on which (y − x²)(y − 3x²) fails and on no line. Numbers at many sizes of the constants
say which of them to show to the kernel. Functions are their Taylor polynomials first, as floating
point does not see how little cos x is below 1 − x²/2 + x⁴/23.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import combinations, product
from typing import Any

import numpy as np
import sympy as sp

from provenscape.kernel import Claim, Rejected, Relation, gt
from provenscape.kernel.numeric import taylor
from provenscape.kernel.relations import Bound
from provenscape.search.candidates import SEED, Goals, Point, sampled_points, value_of
from provenscape.search.curves import bends
from provenscape.search.floats import numeric

SIZES = (1e-4, 1e-2, 0.3, 1.0, 3.7, 1e2, 1e4)
FACTORS = (1, -1, 2, -2, sp.Rational(1, 2), -sp.Rational(1, 2), sp.Rational(1, 4), 4)
NUMBERS = (0, 1, -1, 2, sp.Rational(1, 2), -2, 3)
SHARES = (1, sp.Rational(1, 4), sp.Rational(1, 20), sp.Rational(1, 400))
PACES = (1, 2)
MOST_MULTIPLIED = 4  # constants
MOST = 60_000
MOST_SHOWN = 30
DEGREE = 8  # of Taylor polynomials


def families(claim: Claim) -> Iterator[Point]:
    """Points that seem to refute the claim for all positive constants, the simplest first."""
    parts = [part for part in claim.parts() if isinstance(part, Relation)]
    for part in parts:
        try:
            stated = claim.lemma("part", claim.given, part)
        except Rejected:  # it has a meaning for the positive constants alone
            continue
        goals = Goals.of(stated, keep=(*claim.constants, *claim.parameters))
        if goals is None:
            continue
        idle = {s for s in claim.symbols() if s not in {*goals.symbols, *goals.solved}}
        rest = dict.fromkeys(idle - set(claim.constants), sp.S.Zero)
        elsewhere = [*around(claim, goals), *at_equality(claim, goals)]
        for some in filter(None, map(truncated, (goals, *elsewhere))):
            yield from (rest | point for point in of_one(claim, some, (0,)))
        for levels in ((0, 1), (2,)):
            for some in (goals, *elsewhere):
                for point in of_one(claim, some, levels):
                    yield rest | point


def truncated(goals: Goals) -> Goals | None:
    """The goals with Taylor polynomials for functions of what vanishes at 0, of 1 + that for
    logarithms, where the conclusion has these alone."""
    expr, put = goals.failing.expr, dict[sp.Expr, sp.Expr]()
    zero = dict.fromkeys(expr.free_symbols, sp.S.Zero)
    for atom in expr.atoms(sp.exp, sp.sin, sp.cos, sp.log):
        argument = atom.args[0] - (1 if atom.func is sp.log else 0)
        if not argument.is_polynomial() or argument.xreplace(zero) != 0:
            return None
        put[atom] = taylor(atom.func, argument, DEGREE)
    if not put:
        return None
    return replace(goals, failing=Bound(sp.expand(expr.xreplace(put)), goals.failing.sign))


def around(claim: Claim, goals: Goals) -> Iterator[Goals]:
    """The goals in coordinates from a point other than 0 at which the hypotheses hold with
    constants of 0: near it, where they say that something is near."""
    variables = [s for s in goals.symbols if s not in (*claim.constants, *claim.parameters)]
    zero = dict.fromkeys(claim.constants, sp.S.Zero)
    with suppress(Rejected):  # of what is folded to a number, or not defined
        closed = {"=": "=", ">": ">=", ">=": ">="}
        limits = tuple(Bound(r.expr.xreplace(zero), closed[r.sign]) for r in goals.relations)
        never = Bound(sp.Integer(-1), ">=")
        point = next(sampled_points(Goals(tuple(variables), limits, never, {})), {})
        put = {s: s + v for s, v in point.items() if v}
        if put:
            moved = {s: e.xreplace(put) for s, e in goals.solved.items()} | put
            relations = tuple(r.subs(put) for r in goals.relations)
            yield Goals(goals.symbols, relations, goals.failing.subs(put), moved)


def at_equality(claim: Claim, goals: Goals) -> Iterator[Goals]:
    """The goals where an inequality among the hypotheses is an equation, and gives a variable."""
    known = (*claim.given.values(), *map(gt, claim.constants))
    kept = {*claim.constants, *claim.parameters}
    for relation in goals.relations:
        for symbol in sorted(relation.expr.free_symbols - kept, key=str):
            value = value_of(symbol, relation.expr, known) if relation.sign != "=" else None
            if value is None:
                continue
            put = {symbol: value}
            with suppress(Rejected):  # of what is not defined any more
                yield Goals(
                    tuple(s for s in goals.symbols if s != symbol),
                    tuple(r.subs(put) for r in goals.relations if r is not relation),
                    goals.failing.subs(put),
                    {s: e.xreplace(put) for s, e in goals.solved.items()} | put,
                )


def of_one(claim: Claim, goals: Goals, levels: Sequence[int]) -> Iterator[Point]:
    variables = [s for s in goals.symbols if s not in claim.constants]
    grid = np.array(list(product(SIZES, repeat=len(claim.constants))), float)
    if len(grid) > 400:
        rng = np.random.default_rng(SEED)
        grid = 10.0 ** rng.uniform(-4, 4, (100, len(claim.constants)))
    if not variables:
        yield dict(goals.solved)
        return
    small, bent = curved(claim, goals, variables) if 0 in levels else ([], {})
    if small:
        straight = [sp.S.Zero, *small, *(-v for v in small)]
        fixed = [sp.sympify(v) for v in NUMBERS[:3]]
        choices = [fixed if s in claim.parameters else straight + bent[s] for s in variables]
        yield from good(claim, goals, variables, choices, grid)
    for level in levels:
        forms = values_of(claim, level)
        numbers = [sp.sympify(v) for v in NUMBERS[: 3 + 2 * level]]
        choices = [numbers if s in claim.parameters else [*numbers, *forms] for s in variables]
        yield from good(claim, goals, variables, choices, grid)


def curved(
    claim: Claim, goals: Goals, variables: list[sp.Symbol]
) -> tuple[list[sp.Expr], dict[sp.Symbol, list[sp.Expr]]]:
    """Small quantities, and for each variable its curves over them on which the claim may fail."""
    free = [s for s in variables if s not in claim.parameters]
    for pace in PACES if goals.failing.sign != "=" else ():
        found = {s: bends(goals.failing.expr, free, s, pace) for s in free}
        if any(found.values()):
            small = [share * c / (1 + c) for share in SHARES for c in claim.constants]
            curves = {
                s: [c * v**power for c, power in found.get(s, ()) for v in small] for s in variables
            }
            return [v**pace for v in small], curves
    return [], {}


def values_of(claim: Claim, level: int) -> list[sp.Expr]:
    """What a variable may be in terms of the constants; the simplest first."""
    constants = list(claim.constants)
    small = [c / (1 + c) for c in constants] + constants + [1 / c for c in constants]
    large = [1 + c for c in constants]
    if level > 0:
        small += [1 / (1 + c) for c in constants]
        small += [a * b for a, b in combinations(constants, 2)]
        small += [a / b for a in constants for b in constants if a != b]
        small += [a / (1 + b) for a in constants for b in constants if a != b]
        small += [1 / (1 + a + b) for a, b in combinations(constants, 2)]
    if level > 1:
        small += [c / (1 + c**2) for c in constants]
        whole = sp.Add(1, *constants)
        below = sp.Mul(*(1 + c for c in constants))
        most = len(constants) if len(constants) <= MOST_MULTIPLIED else 0
        small += [
            sp.Mul(*some) / below
            for size in range(most)
            for some in combinations(constants, size + 1)
        ]
        large += [whole, whole**2]
    bases = [*small, *large]
    found = []
    for power in (1, 2, 3)[: level + 1 if level else 2]:
        for base in bases:
            for factor in FACTORS[: 4 + 2 * level]:
                found.append(factor * base**power)
    return list(dict.fromkeys(found))


def good(
    claim: Claim, goals: Goals, variables: list[sp.Symbol], choices: list[list[Any]], grid: Any
) -> Iterator[Point]:
    """Of all combinations, or as many as are drawn with a fixed seed, those that refute the claim
    at every size of the constants that is tried."""
    counts = [len(c) for c in choices]
    total = int(np.prod([float(n) for n in counts])) if counts else 1
    if total <= MOST:
        picks = np.array(list(product(*(range(n) for n in counts)))).reshape(total, len(counts))
        picks = picks[np.argsort(picks.sum(axis=1), kind="stable")]
    else:
        rng = np.random.default_rng(SEED)
        share = rng.random((MOST, len(counts))) ** 2  # simple ones more often
        picks = np.unique((share * np.array(counts)).astype(int), axis=0)
        picks = picks[np.argsort(picks.sum(axis=1), kind="stable")]
    tables = []
    for options in choices:
        columns = []
        for value in options:
            at = numeric(claim.constants, value)(grid.T)
            columns.append(np.broadcast_to(np.asarray(at, float), len(grid)))
        tables.append(np.array(columns))
    order = [*claim.constants, *variables]
    relations = [*goals.relations, goals.failing]
    functions = [numeric(order, r.expr) for r in relations]
    alive = np.arange(len(picks))
    for size in range(len(grid)):
        if not len(alive):
            return
        rows = [np.full(len(alive), v) for v in grid[size]]
        rows += [tables[k][picks[alive, k], size] for k in range(len(variables))]
        keep = np.ones(len(alive), bool)
        with np.errstate(all="ignore"):
            for relation, function in zip(relations, functions, strict=True):
                try:
                    value = np.broadcast_to(np.asarray(function(rows), float), len(alive))
                except (TypeError, ValueError, OverflowError, ZeroDivisionError):
                    return
                holds = {">": value > 0, ">=": value >= 0, "=": np.abs(value) <= 1e-12}
                held = holds[relation.sign]
                keep &= ~np.isnan(value) & (~held if relation is goals.failing else held)
        alive = alive[keep]
    for index in alive[:MOST_SHOWN]:
        values = zip(variables, picks[index], choices, strict=True)
        at = {s: sp.sympify(options[k]) for s, k, options in values}
        solved = {s: sp.sympify(e).xreplace(at) for s, e in goals.solved.items()}
        yield at | solved
