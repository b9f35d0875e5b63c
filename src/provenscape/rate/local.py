"""A method for N steps, with those conditions alone that are about neighbouring steps.

Of the points at which the functions are evaluated, stage −1 has the minimizers, stage s those of
step s, and the last stage those of the metric. A condition is kept if its two points are of the
same or of neighbouring stages, or one is a minimizer. Everything that a stage adds to a proof is
then about the state before it, its own gradients and those of the next stage; minimizers are the
origin and their values 0, which is checked to be no loss.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from flint import fmpq, fmpq_mat
from PEPit import Point

from provenscape.rate.file import Method, method
from provenscape.rate.problem import Affine, Problem, read
from provenscape.rate.tracing import exact_of
from provenscape.search.linear import rational

Role = tuple[Any, ...]  # function, table and place of the two points, relative to the first stage


LEAST = -1  # the number of no function: the role of a metric at each step


class NoPattern(Exception):
    """Says why nothing is said about every number of steps."""


@dataclass(frozen=True)
class Form:
    """A quadratic form of vectors, and a linear one of values."""

    square: fmpq_mat
    linear: dict[int, fmpq]

    def plus(self, other: "Form", factor: fmpq) -> "Form":
        linear = dict(self.linear)
        for key, value in other.linear.items():
            linear[key] = linear.get(key, fmpq(0)) + factor * value
        return Form(self.square + other.square * factor, linear)


@dataclass(frozen=True)
class Local:
    """The problem of N steps; conditions by number, what is of a stage by stage.

    `roles` has role and last stage of each condition of a class, and, if the metric is the least
    over all steps, of what says so; `states` the vectors of the state before each stage and at the
    end, `leaves` and `values` what each stage evaluates.
    """

    problem: Problem
    least: bool
    roles: dict[int, tuple[Role, int]]
    given: int
    metric: int
    states: list[list[list[fmpq]]]
    leaves: list[list[int]]
    values: list[list[int]]

    @property
    def steps(self) -> int:
        return len(self.states) - 1

    @property
    def last(self) -> int:
        """The last stage at which anything is evaluated."""
        return max((s for s, v in enumerate(self.values) if v), default=0)

    def form(self, number: int) -> Form:
        """The condition, without its constant."""
        return form(self.problem.conditions[number].affine, len(self.problem.points))

    def constant(self, number: int) -> fmpq:
        return exactly(self.problem.conditions[number].affine.get(1, Fraction(0)))

    def require_homogeneous(self) -> None:
        """Raise NoPattern where the metric or a condition of the class has a constant term."""
        others = (i for i in range(len(self.problem.conditions)) if i != self.given)
        if self.least or any(self.constant(i) != 0 for i in others):
            raise NoPattern("the metric or a condition of the class has a constant term")

    def without(self, left_out: Collection[tuple[Role, bool]]) -> "Local":
        """The same with no condition of these roles at the last stage, or before."""
        kept = [
            i
            for i in range(len(self.problem.conditions))
            if i not in self.roles
            or (self.roles[i][0], self.roles[i][1] == self.last) not in left_out
        ]
        place = {old: new for new, old in enumerate(kept)}
        conditions = tuple(self.problem.conditions[i] for i in kept)
        return replace(
            self,
            problem=replace(self.problem, conditions=conditions),
            roles={place[i]: role for i, role in self.roles.items() if i in place},
            given=place[self.given],
            metric=place[self.metric],
        )

    def basis(self, stage: int, until: int) -> fmpq_mat:
        """The state before a stage, and what it and the next ones evaluate, as rows."""
        n = len(self.problem.points)
        rows = list(self.states[stage])
        for s in range(stage, until + 1):
            rows += [[fmpq(int(i == j)) for j in range(n)] for i in self.leaves[s]]
        return fmpq_mat(rows)


def exactly(value: Any) -> fmpq:
    """A number of the problem that is a fraction."""
    number = exact_of(value) if isinstance(value, float | int) else value
    if not isinstance(number, Fraction):
        raise NoPattern("a number of the method is no fraction")
    return rational(number)


def form(affine: Affine, size: int) -> Form:
    square, linear = fmpq_mat(size, size), dict[int, fmpq]()
    for key, value in affine.items():
        if key == 1:
            continue
        if key[0] == "value":
            linear[key[1]] = exactly(value)
        else:
            i, j = key
            square[i, j] += exactly(value) / 2
            square[j, i] += exactly(value) / 2
    return Form(square, linear)


def within(whole: Form, basis: fmpq_mat) -> Form:
    """The same form in other vectors; raises NoPattern where it is none of these alone."""
    try:
        right = basis.transpose() * (basis * basis.transpose()).inv()
    except ZeroDivisionError:
        raise NoPattern("the points of the state depend on each other") from None
    square = right.transpose() * whole.square * right
    if basis.transpose() * square * basis != whole.square:
        raise NoPattern("what a step needs to know of the past is more than the state")
    return Form(square, whole.linear)


def local(
    path: Path, steps: int, watched: bool = False, times: Sequence[Fraction] | None = None
) -> Local:
    """The problem of the file for so many steps; raises NoPattern and UserError."""
    made = method(path, steps, watched, times)
    # As PEPit's own `solve` does first; the solver is not needed.
    made.problem._prepare_constraints(verbose=0)
    whole = read(made.problem)
    if whole.unread:
        value, where = whole.unread[0]
        raise NoPattern(f"{value!r} in {where} is no number that is known exactly")
    if whole.matrices:
        raise NoPattern(
            "the class has a matrix over all points at once, as quadratic functions have, and no "
            "conditions of neighbouring steps alone; leave --all out, for given numbers of steps"
        )
    if whole.metrics > 1 and not made.least:
        raise NoPattern("there are several metrics; give one, or its least over all steps")
    marks = made.marks
    roles = _roles(made)
    if made.least:
        roles |= {i: ((LEAST, "least", (0, 0)), i) for i in range(whole.metrics)}
    starts = [i for i, c in enumerate(whole.conditions) if i not in roles and i >= whole.metrics]
    if len(starts) != 1:
        raise NoPattern("there must be one condition at the start, and none besides the class")
    if 1 in whole.conditions[whole.metrics - 1].affine:
        raise NoPattern("the metric has a constant term")
    if whole.conditions[starts[0]].equality:
        raise NoPattern("the condition at the start must be an inequality")
    fixed = range(marks[0][0])
    starting = {i for p in made.states[0].values() for i in _vector(p, len(whole.points))[1]}
    stages = range(len(marks) - 1)
    leaves = [[i for i in range(marks[s][0], marks[s + 1][0]) if i not in starting] for s in stages]
    values = [
        [i for i in range(marks[s][1], marks[s + 1][1]) if i != whole.objective] for s in stages
    ]
    moved = _from_minimizers(whole, made, list(fixed), range(marks[0][1]))
    kept = [i for i in range(len(moved.conditions)) if i not in roles or roles[i] is not None]
    place = {old: new for new, old in enumerate(kept)}
    problem = replace(
        moved, conditions=tuple(moved.conditions[i] for i in kept), hints=None, infeasible=None
    )
    labels = {place[i]: role for i, role in roles.items() if role is not None}
    vectors = [
        [_vector(p, len(whole.points), fixed)[0] for p in state.values()] for state in made.states
    ]
    metric = place[whole.metrics - 1]
    return Local(problem, made.least, labels, place[starts[0]], metric, vectors, leaves, values)


def _vector(point: Point, size: int, fixed: Sequence[int] = ()) -> tuple[list[fmpq], list[int]]:
    row = [fmpq(0)] * size
    for leaf, value in point.decomposition_dict.items():
        if leaf.counter not in fixed:
            row[leaf.counter] = exactly(value)
    return row, [i for i, v in enumerate(row) if v != 0]


def _roles(made: Method) -> dict[int, tuple[Role, int] | None]:
    """Role and last stage of each condition of a class; none of those that are not local."""
    order = {id(c): i for i, c in enumerate(made.problem._list_of_prepared_constraints)}
    found: dict[int, tuple[Role, int] | None] = {}
    for number, function in enumerate(made.problem.list_of_functions):
        counts = [mark[2][number] for mark in made.marks]

        def stage(i: int, counts: list[int] = counts) -> tuple[int, int]:
            at = next(s for s, count in enumerate(counts) if i < count)
            return at - 1, i - (counts[at - 1] if at else 0)

        for name, table in function.tables_of_constraints.items():
            for i, line in enumerate(table.values):
                for j, constraint in enumerate(line):
                    if id(constraint) not in order:
                        continue
                    places = [stage(j)] if len(table.values) == 1 else [stage(i), stage(j)]
                    found[order[id(constraint)]] = _role((number, name), places)
    return found


def _role(of: tuple[Any, ...], places: list[tuple[int, int]]) -> tuple[Role, int] | None:
    stages = [s for s, _ in places if s >= 0]
    if not stages or max(stages) - min(stages) > 1:
        return None
    base = max(stages)
    return (*of, *((s - base if s >= 0 else "fixed", at) for s, at in places)), base


def _from_minimizers(whole: Problem, made: Method, fixed: list[int], values: Sequence[int]) -> Any:
    """Minimizers at the origin with value 0 and gradients 0, once nothing is seen to change.

    With several functions of which a sum has the minimizer x*, each is taken less its tangent
    there: a point is x − x*, a gradient g − g*, a value f(x) − f(x*) − <g*, x − x*>. A condition
    that is the same form of these as of those before has no need of x*, g* and f(x*).
    """
    points = {p.counter for p in made.fixed.values()}
    if len(points) != 1:
        raise NoPattern("there must be one minimizer, of one function or of a sum")
    size, zero = len(whole.points), next(iter(points))
    moves, less, tangents = fmpq_mat(size, size), dict[int, dict[int, fmpq]](), {}
    for i in range(size):
        moves[i, i] = fmpq(int(i not in fixed))
    for i in {p.counter for p in made.states[0].values() if p.get_is_leaf()}:
        moves[i, zero] = fmpq(-1)
    for function in made.problem.list_of_functions:
        if not function.list_of_points or function.list_of_points[0][0].counter != zero:
            raise NoPattern("a function is not evaluated at the minimizer")
        _, slope, least = function.list_of_points[0]
        lowest = {e.counter: exactly(v) for e, v in least.decomposition_dict.items()}
        gradient = _vector(slope, size)[0]
        for point, moved, value in function.list_of_points[1:]:
            if moved.get_is_leaf():
                for i in fixed:
                    moves[moved.counter, i] = -gradient[i]
            if value.get_is_leaf():
                less[value.counter] = lowest
                at = fmpq_mat([_vector(point, size)[0]])
                at[0, zero] -= 1
                product = fmpq_mat([gradient]).transpose() * at / 2
                tangents[value.counter] = product + product.transpose()
    for state in made.states:
        for point in state.values():
            row = fmpq_mat([_vector(point, size)[0]])
            change = row * moves - row
            if any(v != (-1 if i == zero else 0) for i, v in enumerate(change.entries())):
                raise NoPattern("the conditions change when all points move together")
    conditions = []
    for condition in whole.conditions:
        one = form(condition.affine, size)
        square = moves.transpose() * one.square * moves
        linear = {k: v for k, v in one.linear.items() if k not in values}
        for value, factor in list(linear.items()):
            if value in tangents:
                square -= tangents[value] * factor
            for k, v in less.get(value, {}).items():
                linear[k] = linear.get(k, fmpq(0)) - factor * v
        if square != one.square:
            raise NoPattern(
                "the conditions change when all points move together, or when each function is "
                "taken less its tangent at the minimizer"
            )
        if any(v != one.linear.get(k, 0) for k, v in linear.items()) or any(
            v != linear.get(k, 0) for k, v in one.linear.items()
        ):
            raise NoPattern(
                "the conditions change when a number is added to the function: the start, the "
                "metric or the class (as ConvexIndicatorFunction) has a value that is not less the "
                "least one, as f(x) - f(xs) is"
            )
        kept = {
            key: v
            for key, v in condition.affine.items()
            if key == 1
            or (key[0] == "value" and key[1] not in values)
            or (key[0] != "value" and not set(fixed) & set(key))
        }
        conditions.append(replace(condition, affine=kept))
    return replace(whole, conditions=tuple(conditions))
