"""Trajectories along which an iteration leaves its invariant, or is to satisfy hypotheses.

The constants and the inputs of each state are simple numbers: all combinations, as far as these are
few, and otherwise draws with a fixed seed. Floating point says which to show to the kernel.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import Any

import numpy as np
import sympy as sp

from provenscape.kernel import Claim, Invariant, Relation, eq
from provenscape.kernel.engines import unfold
from provenscape.search.candidates import SEED, SIMPLE, Goals, Point, sides, within
from provenscape.search.floats import numeric

STEPS = 40
LONG = 400  # steps, where numbers grow by a few digits in each
MOST = 20_000
MOST_SHOWN = 30
Report = Callable[[str], None]


def trajectories(
    claim: Claim, fails: bool = True, steps: int = 0, report: Report = lambda what: None
) -> Iterator[list[Point]]:
    """Points of trajectories along which the hypotheses hold, and a relation fails at the end; or,
    with `fails` not, whatever the relations. Without a number of steps as many as are of use; at
    the end it is reported how many there were."""
    then = claim.iteration
    assert isinstance(then, Invariant)
    state = then.state
    free = [s for s in claim.symbols() if s not in state]
    order = [*state, *free]
    known = [(numeric(order, r.expr), r.sign) for r in claim.given.values()]
    others = [p for p in claim.parts() if isinstance(p, Relation)]
    aims = [(numeric(order, r.expr), r.sign) for r in (*then.relations, *others)]
    first = numeric(free, [unfold(then.start[s]) for s in state])
    move = numeric(order, [unfold(then.update[s]) for s in state])
    varying = [k for k, s in enumerate(free) if s not in then.constants]
    steps = steps or (STEPS if varying or not linear(then) else LONG)
    given = solved(claim, then)
    settled = [(free.index(s), numeric(order, e)) for s, e in given.items()]
    shown, most = 0, 0
    bounds = [sides(symbol, claim.given.values()) for symbol in free]
    for draws in inputs(bounds, bool(varying), steps):
        with np.errstate(all="ignore"):
            runs, reached = run(
                draws, varying, len(state), settled, known, aims, first, move, steps, fails
            )
        most = max(most, reached)
        for number, length in runs:
            points = []
            for step in range(length):
                kept = range(len(free)) if step == 0 else varying
                points.append({free[k]: exact(draws[step][k][number]) for k in kept})
            yield with_solved(points, given, then) if given else points
            shown += 1
            if shown >= MOST_SHOWN:
                return
    if most:
        report(f"none of them is seen to fail among its first {most} states")
    else:
        report("at no start that is tried do the hypotheses hold")


def linear(then: Invariant) -> bool:
    """Whether each next state is linear in the states before, with numbers that may depend on how
    many there were."""
    updates = {s: unfold(then.update[s]) for s in then.state}
    states = [s for s, e in updates.items() if not sp.expand(e - s).is_Rational]
    return all(
        updates[s].is_polynomial(*states) and sp.Poly(updates[s], *states).total_degree() <= 1
        for s in states
    )


def solved(claim: Claim, then: Invariant) -> dict[sp.Symbol, sp.Expr]:
    """Constants and inputs that an equation among the hypotheses gives by others, and by the state
    in the case of inputs."""
    aim = sp.Symbol("aim", real=True)
    signs = {f"state {k}": r for k, r in enumerate(then.relations) if r.sign != "="}
    stated = claim.lemma("hypotheses", {**claim.given, **signs}, eq(aim, 1))
    goals = Goals.of(stated, keep=(*then.state, aim))
    moving = {s for s in claim.symbols() if s not in then.constants}
    return {
        symbol: value
        for symbol, value in (goals.solved.items() if goals else ())
        if symbol in moving or not value.free_symbols & moving
    }


def with_solved(
    points: list[Point], given: Mapping[sp.Symbol, sp.Expr], then: Invariant
) -> list[Point]:
    """The points with exact values for what is given by the rest."""
    now: Point = {}
    state: Point = {}
    found = []
    for number, point in enumerate(points):
        now = {**now, **point}
        for symbol, value in given.items():
            if symbol in point:
                now[symbol] = value.xreplace({**now, **state})
        if number == 0:
            state = {s: sp.sympify(unfold(v)).xreplace(now) for s, v in then.start.items()}
            for symbol, value in given.items():
                now[symbol] = value.xreplace({**now, **state})
        found.append({s: now[s] for s in point})
        at = {**now, **state}
        state = {s: sp.sympify(unfold(v)).xreplace(at) for s, v in then.update.items()}
    return found


def inputs(
    bounds: Sequence[tuple[float, float]], varying: bool, steps: int
) -> Iterator[list[np.ndarray]]:
    """For each step the values (count, draws) of all constants and inputs between these bounds."""
    rng = np.random.default_rng(SEED)
    for values in (SIMPLE[:5], SIMPLE, SMALL):
        tables = [within(values, *ends) for ends in bounds]
        if len(values) ** len(bounds) <= MOST:
            picked = list(product(*tables))
            table = np.array(picked).reshape(len(picked), len(bounds)).T
        else:
            table = drawn(tables, rng)
        yield [table] * steps
        if varying:
            yield [drawn(tables, rng) for _ in range(steps)]


def drawn(tables: Sequence[np.ndarray], rng: np.random.Generator) -> np.ndarray:
    """Values of each table, drawn at random."""
    return np.array([rng.choice(table, MOST) for table in tables])


SMALL = (*(Fraction(k, 12) for k in range(1, 13)), 2, 3, -1, 0)


def run(
    draws: list[np.ndarray],
    varying: list[int],
    states: int,
    settled: list[Any],
    known: list[Any],
    aims: list[Any],
    first: Any,
    move: Any,
    steps: int,
    fails: bool,
) -> tuple[list[tuple[int, int]], int]:
    """Which draws give a trajectory that is wanted, with its number of states, short ones first;
    and how many states there are of the longest one."""
    size = draws[0].shape[1]
    start = list(draws[0])
    try:
        for k, value in settled:
            start[k] = np.broadcast_to(value([*[np.zeros(size)] * states, *start]), size)
        state = [np.broadcast_to(np.asarray(v, float), size) for v in first(start)]
    except (TypeError, ValueError, ZeroDivisionError):
        return [], 0
    alive, found = np.ones(size, bool), []
    rng = np.random.default_rng(SEED)
    for step in range(steps):
        now = list(start)
        for k in varying:
            now[k] = draws[step][k]
        for k, value in settled:
            now[k] = np.broadcast_to(value([*state, *now]), size)
        row = [*state, *now]
        for function, sign in known:
            alive &= holds(function, sign, row, size, True)
        if fails:
            broken = alive & ~np.all([holds(f, s, row, size, False) for f, s in aims], axis=0)
            found += [(int(n), step + 1) for n in np.flatnonzero(broken)[:MOST_SHOWN]]
            alive &= ~broken
        if not alive.any():
            return found, step
        if not fails and varying and step + 1 < steps:  # in place of others, those that go on
            kept = rng.choice(np.flatnonzero(alive), size)
            draws[: step + 1] = [np.asarray(draw)[:, kept] for draw in draws[: step + 1]]
            start, row = [np.asarray(v)[kept] for v in start], [np.asarray(v)[kept] for v in row]
            alive = np.ones(size, bool)
        try:
            state = [np.broadcast_to(np.asarray(v, float), size) for v in move(row)]
        except (TypeError, ValueError, ZeroDivisionError):
            return found, step + 1
        alive &= np.all([np.isfinite(v) for v in state], axis=0)
    if fails:
        return found, steps
    return [(int(n), steps) for n in np.flatnonzero(alive)[:MOST_SHOWN]], steps


def holds(function: Any, sign: str, row: Any, size: int, wide: bool) -> np.ndarray:
    """Where the relation holds; hypotheses strictly to rounding, conclusions with room for it."""
    try:
        value = np.broadcast_to(np.asarray(function(row), float), size)
    except (TypeError, ValueError, ZeroDivisionError):
        return np.zeros(size, bool)
    room = 1e-9 * (1 + np.abs(value))
    if sign == "=":
        return np.asarray(np.abs(value) <= room)
    return np.asarray(value > (0 if wide and sign == ">" else -room))


def exact(value: float) -> sp.Rational:
    return sp.Rational(Fraction(float(value)).limit_denominator(1000))
