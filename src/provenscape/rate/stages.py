"""A method as functions of the number k of a step: how the state moves, and what conditions say.

Forms of each stage are those of its conditions in the state before the stage before, with what
both evaluate (module `local`). Their entries are rational functions of k, and found from some
numbers of steps: if numbers in a step are of degree D in k, in numerator and denominator, then
those of points that are evaluated in the next step are of degree 2D at most, and entries, each of
two points, 4D. A function of degree 4 through more than 4D + 4 values is the right one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sympy as sp
from flint import fmpq, fmpq_mat

from provenscape.rate.file import degree
from provenscape.rate.local import Form, Local, NoPattern, Role, local, within
from provenscape.rate.pattern import (
    K,
    Symbolic,
    fit,
    given_of,
    matrix_of,
    metric_of,
    moves,
    value_at,
    widened,
)
from provenscape.search.algebraic import for_sympy
from provenscape.search.linear import rational

FURTHER = 9  # numbers of steps from which functions of k are found, besides 4D
HIGHEST = 2  # degree in k of a step
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

    @property
    def constants(self) -> bool:
        """Whether a condition has a constant term."""
        return any(c.constant != 0 for part in self.conditions.values() for c in part.values())


def stages(path: Path, watched: bool) -> Stages:
    """The method of a file; raises NoPattern."""
    high = degree(path)
    if high > HIGHEST:
        raise NoPattern(f"a step is of a degree in k above {HIGHEST}")
    samples = [local(path, steps, watched) for steps in range(2, 4 * high + FURTHER + 2)]
    long = samples[-1]
    last = long.last
    sizes = (len(long.states[0]), len(long.leaves[0]), len(long.values[0]))
    for s in range(last + 1):
        have = (len(long.leaves[s]), len(long.values[s]))
        if have != sizes[1:] and (s < last or have[0] > sizes[1] or have[1] > sizes[2]):
            raise NoPattern("stages do not evaluate the same things")
    first = _first(long)
    samples = [one for one in samples if one.last > first]
    if len(samples) <= 4 * high + 4 or last - first - 1 <= 4 * high + 4:
        raise NoPattern("the first steps are not as the others")
    moved = _matrix([matrix_of(moves(long, k)) for k in range(first, last)], first)
    starts = _together([_conditions(long, s, s, sizes) for s in range(first, last)], first)
    steps = _together([_conditions(long, s - 1, s, sizes) for s in range(first + 1, last)], first)
    ends = _together([_conditions(one, one.last - 1, one.last, sizes) for one in samples], first)
    metric = _same([_metric(one, sizes) for one in samples], first)
    now = {_earlier(role): widened(one, sizes) for role, one in starts.items()}
    begin, free = _begin(long)
    for k in range(first):
        _require_same(long, k, moved, {0: starts, 1: steps}, sizes)
    given = within(given_of(long), _rows(long, [long.states[0][i] for i in free], 0))
    return Stages(
        begin,
        free,
        _symbolic(given, long, long.values[0]),
        metric,
        moved,
        {
            "start": {role: at(one, 0) for role, one in starts.items()},
            "step": now | steps,
            "end": now | ends,
        },
        denominator(list(moved)),
        sizes,
        long.steps - last,
        steps != ends,
        watched,
    )


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
    problem: Local, k: int, moved: sp.Matrix, fitted: dict[int, Conditions], sizes: Any
) -> None:
    """Raise NoPattern unless what was fitted to later steps is also so at step k, whose state has
    points that depend on each other."""
    basis = matrix_of(problem.basis(k, k))
    later = matrix_of(fmpq_mat(problem.states[k + 1]))
    if moved.subs(K, k) * basis != later:
        raise NoPattern("the first step is not as the others")
    for ahead, conditions in fitted.items():
        wide = matrix_of(problem.basis(k, k + ahead))
        values = [v for s in range(k, k + ahead + 1) for v in problem.values[s]]
        known = {role: n for n, (role, s) in problem.roles.items() if s == k + ahead}
        for role, condition in conditions.items():
            form, here = problem.form(known[role]), at(condition, k)
            square = wide.T * here.square * wide
            linear = [for_sympy(form.linear.get(v, fmpq(0))) for v in values]
            if square != matrix_of(form.square) or list(here.linear) != linear:
                raise NoPattern("the first step is not as the others")


def at(form: Symbolic, k: int) -> Symbolic:
    return value_at(form, {K: sp.Integer(k)})


def entries(form: Symbolic) -> list[sp.Expr]:
    return [*form.square, *form.linear, form.least, form.constant]


def denominator(numbers: Sequence[sp.Expr]) -> sp.Expr:
    """The least common denominator, which must be positive for every k that is not negative."""
    below = sp.Integer(1)
    for number in numbers:
        below = sp.lcm(below, sp.fraction(sp.together(number))[1])
    below = sp.Poly(below, K).primitive()[1].as_expr()
    coefficients = sp.Poly(below, K).all_coeffs()
    if coefficients[0] < 0:
        below, coefficients = -below, [-c for c in coefficients]
    if any(c < 0 for c in coefficients) or coefficients[-1] == 0:
        raise NoPattern("a denominator of the method may vanish")
    return sp.expand(below)


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


def _together(samples: Sequence[Conditions], first: int) -> Conditions:
    """The conditions that all samples have, as functions of k."""
    shared = [role for role in samples[0] if all(role in one for one in samples)]
    return {role: _same([one[role] for one in samples], first) for role in shared}


def _same(samples: Sequence[Symbolic], first: int) -> Symbolic:
    lists, n = [entries(one) for one in samples], samples[0].square.rows
    made = [_function(list(numbers), first) for numbers in zip(*lists, strict=True)]
    return Symbolic(sp.Matrix(n, n, made[: n * n]), tuple(made[n * n : -2]), made[-2], made[-1])


def _matrix(samples: Sequence[sp.Matrix], first: int) -> sp.Matrix:
    made = [_function(list(numbers), first) for numbers in zip(*samples, strict=True)]
    return sp.Matrix(*samples[0].shape, made)


def _function(numbers: Sequence[Any], first: int) -> sp.Expr:
    """The function of k that has these values for k = first and what follows."""
    if all(v == numbers[0] for v in numbers):
        return numbers[0]
    return fit({(first + i,): rational(v) for i, v in enumerate(numbers)}, (K,))
