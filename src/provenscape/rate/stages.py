"""A method as functions of the number k of a step: how the state moves, and what conditions say.

Forms of each stage are those of its conditions in the state before the stage before, with what
both evaluate (module `local`). Their entries are rational functions of k, and found from some
numbers of steps: if numbers in a step are of degree D in k, in numerator and denominator, then
those of points that are evaluated in the next step are of degree 2D at most, and entries, each of
two points, 4D. A function of degree 4 through more than 4D + 4 values is the right one. Of t_k and
t_(k+1), which may stand in a step as well (module `clock`), it is one through as many values of
each, whatever the other: any fractions are put for them, related or not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

import sympy as sp
from flint import fmpq, fmpq_mat

from provenscape.rate.clock import COUNT, FISTA, B, Clock
from provenscape.rate.degrees import counters
from provenscape.rate.few import given_of, metric_of, moves
from provenscape.rate.fitting import fit
from provenscape.rate.forms import K, Symbolic, matrix_of, value_at, widened
from provenscape.rate.kinds import COUNTER
from provenscape.rate.local import Form, Local, NoPattern, Role, local, within
from provenscape.search.algebraic import for_sympy
from provenscape.search.linear import rational

FURTHER = 9  # numbers of steps from which functions of k are found, besides 4D
OTHERS = 211  # values for t_j that are of no account, if numbers are as is thought
ALIKE = (
    "stages do not evaluate the same things: each step must evaluate the functions as often as the "
    "others, and a metric that is the least over all steps at points where the step does too"
)
HIGHEST, HIGHEST_OF_TIMES = 2, 1  # degree of a step in k, and in t and t_next
Conditions = dict[Role, Symbolic]


@dataclass(frozen=True)
class Stages:
    """What is the same for every number of steps.

    `conditions` are those at the start, of a step, and at the end, where k is that of the stage
    before the last; `below` is positive and makes polynomials of what a step does. `sizes`:
    vectors of a state, gradients and values of a stage; `shift`: steps after the last stage. The
    state before the first step is `begin` times those of its points that are `free`.
    """

    begin: sp.Matrix
    free: list[int]
    start: Symbolic
    metric: Symbolic
    moved: sp.Matrix
    conditions: dict[str, Conditions]
    below: sp.Expr
    sizes: tuple[int, int, int]
    shift: int
    apart: bool  # whether the end evaluates elsewhere than a step would
    watched: bool  # as in `file.method`
    clock: Clock

    @property
    def constants(self) -> bool:
        """Whether a condition has a constant term."""
        return any(c.constant != 0 for part in self.conditions.values() for c in part.values())


@dataclass(frozen=True)
class _Sample:
    """A stage of a run, and which values of k, or of t_k − 1 and t_(k+1) − 1, it has."""

    where: tuple[int, ...]
    run: Local
    stage: int


@dataclass(frozen=True)
class _Samples:
    """Stages of runs: those before the last, those before these, and those before the end."""

    clock: Clock
    first: list[tuple[int, ...]]  # values for the stages that depend on each other
    long: Local
    inner: Sequence[_Sample]
    between: Sequence[_Sample]
    ends: Sequence[_Sample]


def stages(path: Path, watched: bool) -> Stages:
    """The method of a file; raises NoPattern."""
    used, high = counters(path)
    timed = bool(used - {COUNTER})
    if timed and COUNTER in used:
        raise NoPattern("a step has k and t; it may have one of them")
    if high > (HIGHEST_OF_TIMES if timed else HIGHEST):
        names = f"t and t_next above {HIGHEST_OF_TIMES}" if timed else f"k above {HIGHEST}"
        raise NoPattern(f"a step is of a degree in {names}")
    samples = (_timed if timed else _counted)(path, watched, high)
    long, last = samples.long, samples.long.last
    sizes = _sizes(long)
    symbols = samples.clock.symbols

    def fitted(found: Sequence[_Sample], ahead: int) -> Conditions:
        where = [one.where for one in found]
        sampled = [_conditions(o.run, o.stage, o.stage + ahead, sizes) for o in found]
        return _together(sampled, where, symbols)

    inner, end = [o.where for o in samples.inner], [o.where for o in samples.ends]
    moved = _matrix([matrix_of(moves(o.run, o.stage)) for o in samples.inner], inner, symbols)
    metric = _same([_metric(o.run, sizes) for o in samples.ends], end, symbols)
    starts, steps = fitted(samples.inner, 0), fitted(samples.between, 1)
    ends = fitted(samples.ends, 1)
    now = {_earlier(role): widened(one, sizes) for role, one in starts.items()}
    begin, free = _begin(long)
    for k, values in enumerate(samples.first):
        _require_same(long, k, dict(zip(symbols, values, strict=True)), moved, starts, steps)
    given = within(given_of(long), _rows(long, [long.states[0][i] for i in free], 0))
    begun = {role: value_at(one, {K: sp.S.Zero}) for role, one in starts.items()}
    if any(e.has(B) for one in begun.values() for e in entries(one)):
        raise NoPattern("what the first step evaluates depends on t_next")
    return Stages(
        begin,
        free,
        _symbolic(given, long, long.values[0]),
        metric,
        moved,
        {"start": begun, "step": now | steps, "end": now | ends},
        denominator(list(moved)),
        sizes,
        long.steps - last,
        steps != ends,
        watched,
        samples.clock,
    )


def _counted(path: Path, watched: bool, high: int) -> _Samples:
    """Runs of different lengths, of which the last has all stages."""
    runs = [local(path, steps, watched) for steps in range(2, 4 * high + FURTHER + 2)]
    long = runs[-1]
    first, last = _first(long), long.last
    runs = [one for one in runs if one.last > first]
    if len(runs) <= 4 * high + 4 or last - first - 1 <= 4 * high + 4:
        raise NoPattern("the first steps are not as the others")
    inner = [_Sample((k,), long, k) for k in range(first, last)]
    ends = [_Sample((one.last - 1,), one, one.last - 1) for one in runs]
    return _Samples(COUNT, [(k,) for k in range(first)], long, inner, inner[:-1], ends)


def _timed(path: Path, watched: bool, high: int) -> _Samples:
    """Short runs, of which one stage has any two whole numbers for t_k and t_(k+1)."""
    several = 4 * high + 5
    long = local(path, FURTHER, watched, [Fraction(1), *map(Fraction, range(3, FURTHER + 5))])
    first, shift = _first(long), long.steps - long.last
    inner, ends = list[_Sample](), list[_Sample]()
    for number, (a, b) in enumerate(product(range(1, several + 1), repeat=2)):
        other = several + 2 + 37 * number**2 % OTHERS  # no simple function of the two
        times = [Fraction(1), *(Fraction(other + i) for i in range(first + shift + 4))]
        times[first], times[first + 1] = Fraction(a + 1), Fraction(b + 1)
        for found, further in ((inner, 2), (ends, 1)):
            run = local(path, first + further + shift, watched, times)
            found.append(_Sample((a, b), run, first))
    values: list[tuple[int, ...]] = [(0, 2), *((k + 1, k + 2) for k in range(1, first))]
    return _Samples(FISTA, values[:first], long, inner, inner, ends)


def _sizes(long: Local) -> tuple[int, int, int]:
    """Vectors of a state, gradients and values of a stage, which must be alike."""
    sizes = (len(long.states[0]), len(long.leaves[0]), len(long.values[0]))
    for s in range(long.last + 1):
        have = (len(long.leaves[s]), len(long.values[s]))
        if have != sizes[1:] and (s < long.last or have[0] > sizes[1] or have[1] > sizes[2]):
            raise NoPattern(ALIKE)
    return sizes


def _earlier(role: Role) -> Role:
    """The role of a stage, as it is seen from the next one."""
    function, table, *places = role
    return (function, table, *((s if s == "fixed" else s - 1, at) for s, at in places))


def _first(problem: Local) -> int:
    """The first stage from which on the points of all states are independent."""
    for first in range(problem.last - 2):
        bases = (problem.basis(s, s) for s in range(first, problem.last))
        if all(basis.rank() == basis.nrows() for basis in bases):
            return first
    raise NoPattern("the points of the state depend on each other")


def _rows(problem: Local, state: Sequence[Sequence[fmpq]], stage: int) -> fmpq_mat:
    unit = range(len(problem.problem.points))
    return fmpq_mat([*state, *([fmpq(int(i == j)) for j in unit] for i in problem.leaves[stage])])


def _begin(problem: Local) -> tuple[sp.Matrix, list[int]]:
    """The first state in terms of those of its points that are independent, and which these are."""
    free: list[int] = []
    for i, row in enumerate(problem.states[0]):
        if fmpq_mat([*(problem.states[0][j] for j in free), row]).rank() > len(free):
            free.append(i)
    rows = fmpq_mat([problem.states[0][i] for i in free])
    right = rows.transpose() * (rows * rows.transpose()).inv()
    return matrix_of(fmpq_mat(problem.states[0]) * right), free


def _require_same(
    problem: Local,
    k: int,
    values: dict[sp.Symbol, int],
    moved: sp.Matrix,
    starts: Conditions,
    steps: Conditions,
) -> None:
    """Raise NoPattern unless what was fitted to later steps is also so at step k, whose state has
    points that depend on each other."""
    basis = matrix_of(problem.basis(k, k))
    later = matrix_of(fmpq_mat(problem.states[k + 1]))
    if moved.subs(values) * basis != later:
        raise NoPattern("the first step is not as the others")
    for ahead, conditions in enumerate((starts, steps)):
        wide = matrix_of(problem.basis(k, k + ahead))
        listed = [v for s in range(k, k + ahead + 1) for v in problem.values[s]]
        known = {role: n for n, (role, s) in problem.roles.items() if s == k + ahead}
        for role, condition in conditions.items():
            form, here = problem.form(known[role]), value_at(condition, values)
            square = wide.T * here.square * wide
            linear = [for_sympy(form.linear.get(v, fmpq(0))) for v in listed]
            if square != matrix_of(form.square) or list(here.linear) != linear:
                raise NoPattern("the first step is not as the others")


def entries(form: Symbolic) -> list[sp.Expr]:
    return [*form.square, *form.linear, form.least, form.constant]


def denominator(numbers: Sequence[sp.Expr]) -> sp.Expr:
    """The least common denominator, which must be positive for what is not negative."""
    below = sp.Integer(1)
    for number in numbers:
        below = sp.lcm(below, sp.fraction(sp.together(number))[1])
    poly = sp.Poly(below, K, B).primitive()[1]
    poly = -poly if poly.LC() < 0 else poly
    if any(c < 0 for c in poly.coeffs()) or poly.nth(0, 0) == 0:
        raise NoPattern("a denominator of the method may vanish")
    return sp.expand(poly.as_expr())


def _symbolic(form: Form, problem: Local, values: Sequence[int]) -> Symbolic:
    least = problem.problem.objective if problem.least else -1
    if any(v != 0 for k, v in form.linear.items() if k not in values and k != least):
        raise NoPattern("a value of another stage is needed")
    linear = tuple(for_sympy(form.linear.get(i, fmpq(0))) for i in values)
    return Symbolic(matrix_of(form.square), linear, for_sympy(form.linear.get(least, fmpq(0))))


def _wide(problem: Local, form: Form, first: int, stage: int, sizes: Any) -> Symbolic:
    """A form in the state before the first of two stages; what the last does not evaluate counts
    nothing."""
    values = [v for s in range(first, stage + 1) for v in problem.values[s]]
    made = _symbolic(within(form, problem.basis(first, stage)), problem, values)
    several = stage - first + 1
    size = sizes[0] + several * sizes[1]
    square = sp.zeros(size, size)
    square[: made.square.rows, : made.square.cols] = made.square
    padding = [sp.Integer(0)] * (several * sizes[2] - len(made.linear))
    return Symbolic(square, (*made.linear, *padding), made.least)


def _metric(problem: Local, sizes: Any) -> Symbolic:
    if not problem.least:
        return _wide(problem, metric_of(problem), problem.last - 1, problem.last, sizes)
    size = sizes[0] + 2 * sizes[1]
    return Symbolic(sp.zeros(size, size), (sp.Integer(0),) * (2 * sizes[2]), sp.Integer(1))


def _conditions(problem: Local, first: int, stage: int, sizes: Any) -> Conditions:
    """Conditions of the stage that are about the state before the first and what both evaluate."""
    found = {}
    for number, (role, at) in problem.roles.items():
        if at == stage:
            try:
                made = _wide(problem, problem.form(number), first, stage, sizes)
            except NoPattern:
                continue
            constant = for_sympy(problem.constant(number))
            found[role] = Symbolic(made.square, made.linear, made.least, constant)
    return found


def _together(
    samples: Sequence[Conditions], where: Sequence[tuple[int, ...]], symbols: tuple[sp.Symbol, ...]
) -> Conditions:
    """The conditions that all samples have, as functions of the symbols."""
    shared = [role for role in samples[0] if all(role in one for one in samples)]
    return {role: _same([one[role] for one in samples], where, symbols) for role in shared}


def _same(
    samples: Sequence[Symbolic], where: Sequence[tuple[int, ...]], symbols: tuple[sp.Symbol, ...]
) -> Symbolic:
    lists, n = [entries(one) for one in samples], samples[0].square.rows
    made = [_function(list(numbers), where, symbols) for numbers in zip(*lists, strict=True)]
    return Symbolic(sp.Matrix(n, n, made[: n * n]), tuple(made[n * n : -2]), made[-2], made[-1])


def _matrix(
    samples: Sequence[sp.Matrix], where: Sequence[tuple[int, ...]], symbols: tuple[sp.Symbol, ...]
) -> sp.Matrix:
    made = [_function(list(numbers), where, symbols) for numbers in zip(*samples, strict=True)]
    return sp.Matrix(*samples[0].shape, made)


def _function(
    numbers: Sequence[Any], where: Sequence[tuple[int, ...]], symbols: tuple[sp.Symbol, ...]
) -> sp.Expr:
    """The function of the symbols that has these values at these places."""
    if all(v == numbers[0] for v in numbers):
        return numbers[0]
    return fit({at: rational(v) for at, v in zip(where, numbers, strict=True)}, symbols)
