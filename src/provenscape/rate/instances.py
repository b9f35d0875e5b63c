"""A run of a method on a function on the line, exactly: it shows that hypotheses can hold.

Quadratic functions ½cx² and slopes c|x| are tried, for the constants of the class and at last for
c = 0, until all conditions of the performance problem hold, which is checked in fractions.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

from flint import fmpq, fmpq_mat
from PEPit import Point

from provenscape.rate.file import Method, method
from provenscape.rate.local import LEAST, Local, NoPattern, exactly, local

STARTS = (1, 3, 100)
TIMES = [[Fraction(1), *(Fraction(i, 2) for i in range(start, start + 12))] for start in (3, 7)]
CONSTANTS = ("L", "mu", "M", "alpha")


Run = tuple[fmpq_mat, dict[int, fmpq]]  # inner products and values


def instance(path: Path, problems: Sequence[Local], watched: bool) -> list[Run]:
    """Runs on one function, of as many steps as each problem has; raises NoPattern."""
    for start, kinds in _functions(path):
        runs = _runs(path, problems, watched, start, kinds)
        if runs is not None:
            return runs
    raise NoPattern("no trajectory is found on which the hypotheses hold")


def run_whatever_the_times(
    path: Path, counts: Sequence[int], watched: bool
) -> tuple[list[Local], list[Run]]:
    """Problems of so many steps and runs that are the same with other t_k than FISTA's, which are
    no fractions: of a function that the first step minimizes, say; raises NoPattern."""
    problems = [[local(path, count, watched, times) for count in counts] for times in TIMES]
    for start, kinds in _functions(path):
        one, other = (
            _runs(path, group, watched, start, kinds, times)
            for group, times in zip(problems, TIMES, strict=True)
        )
        if one is not None and one == other:
            return problems[0], one
    raise NoPattern("no trajectory in fractions is found on which the hypotheses hold")


def _functions(path: Path) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Points to start from, and a function of each class."""
    functions = method(path, 1).problem.list_of_functions
    leaves = [one for one in functions if one.get_is_leaf()]
    yield from product(STARTS, product(*map(_kinds, leaves)))


def _runs(
    path: Path,
    problems: Sequence[Local],
    watched: bool,
    start: int,
    kinds: Sequence[tuple[str, fmpq]],
    times: Sequence[Fraction] | None = None,
) -> list[Run] | None:
    """Runs of as many steps as each problem has, if all its conditions hold."""
    runs = []
    for problem in problems:
        run = _run(method(path, problem.steps, watched, times), start, kinds)
        if run is None or not _holds(problem, *run):
            return None
        runs.append(run)
    return runs


def _kinds(function: Any) -> Iterator[tuple[str, fmpq]]:
    """Functions that may be in the class, by kind and constant."""
    known = [getattr(function, name, None) for name in CONSTANTS]
    numbers = [exactly(v) for v in known if isinstance(v, int | float) and abs(v) < 1e9]
    numbers = [v for v in numbers if v > 0] or [fmpq(1)]
    for number in dict.fromkeys([sum(numbers, fmpq(0)) / 2, *numbers]):
        yield "quadratic", number
    for number in dict.fromkeys(numbers):
        yield "slope", number
    yield "quadratic", fmpq(0)


def _run(made: Method, start: int, kinds: Sequence[tuple[str, fmpq]]) -> Run | None:
    size = Point.counter
    rows, right = fmpq_mat(size, size), fmpq_mat(size, 1)
    known: set[int] = set()

    def equation(leaf: int, point: Point | None, factor: fmpq, constant: fmpq) -> None:
        known.add(leaf)
        rows[leaf, leaf] += 1
        right[leaf, 0] = constant
        for other, value in point.decomposition_dict.items() if point is not None else ():
            rows[leaf, other.counter] -= factor * exactly(value)

    for fixed in range(made.marks[0][0]):
        equation(fixed, None, fmpq(0), fmpq(0))
    for function, (kind, number) in zip(made.problem.list_of_functions, kinds, strict=True):
        for point, gradient, _ in function.list_of_points:
            if gradient.get_is_leaf() and gradient.counter not in known:
                quadratic = kind == "quadratic"
                factor, constant = (number, fmpq(0)) if quadratic else (fmpq(0), number)
                equation(gradient.counter, point, factor, constant)
    for leaf in set(range(size)) - known:
        equation(leaf, None, fmpq(0), fmpq(start))
    try:
        at = rows.solve(right)
    except ZeroDivisionError:
        return None

    def place(point: Point) -> fmpq:
        parts = point.decomposition_dict.items()
        return sum((exactly(v) * at[leaf.counter, 0] for leaf, v in parts), fmpq(0))

    values: dict[int, fmpq] = {}
    for function, (kind, number) in zip(made.problem.list_of_functions, kinds, strict=True):
        for point, _, value in function.list_of_points:
            x = place(point)
            if value.get_is_leaf():
                values[value.counter] = number * (x * x / 2 if kind == "quadratic" else abs(x))
    return at * at.transpose(), values


def _holds(problem: Local, gram: fmpq_mat, values: dict[int, fmpq]) -> bool:
    """Whether the conditions hold; the metric's value is put among the values."""
    goal = problem.problem.objective

    def at(number: int) -> fmpq:
        total = problem.constant(number)
        for key, value in problem.problem.conditions[number].affine.items():
            if key != 1:
                known = values.get(key[1], fmpq(0)) if key[0] == "value" else gram[key]
                total += exactly(value) * known
        return total

    metrics = [i for i, (role, _) in problem.roles.items() if role[0] == LEAST] or [problem.metric]
    values[goal] = min(-at(i) for i in metrics)
    for number, condition in enumerate(problem.problem.conditions):
        if number != problem.given and number not in metrics:
            value = at(number)
            if value > 0 or (condition.equality and value != 0):
                return False
    return True
