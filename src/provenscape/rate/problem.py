"""A performance problem of PEPit with exact numbers.

Unknown are the entries of the Gram matrix G of the points and gradients, and the function values
F, one of which, t, is to be as large as can be. Known are expressions that are affine in both:
t <= each metric, what is at most 0, what is 0, and matrices of expressions that are positive
semidefinite, as G is. Each has a name of its own, also where PEPit calls many the same.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from PEPit import PEP, Expression, Function, Point
from PEPit.functions import SmoothStronglyConvexQuadraticFunction
from PEPit.operators import SymmetricLinearOperator

from provenscape.rate.interpolation import necessary_only
from provenscape.rate.kinds import NEGATIVE, SIZES
from provenscape.rate.nonconvex import stationary
from provenscape.rate.tracing import Number, combined, known_as

Affine = dict[Any, Number]  # keys: 1, ("value", i), or a pair i <= j of points
NO_POINT = (
    "PEPit's solver finds that no point and function have all conditions, so that there is no "
    "worst case; look at the conditions of the start and of the class"
)
LINEAR = (SmoothStronglyConvexQuadraticFunction, SymmetricLinearOperator)


@dataclass(frozen=True)
class Condition:
    """An expression that is at most 0, or 0."""

    name: str
    affine: Affine
    equality: bool


@dataclass(frozen=True)
class Evaluated:
    """Where a function or an operator is evaluated: the point and the gradient as sums of points by
    number, and the number of the value, which operators have not."""

    point: dict[int, Number]
    gradient: dict[int, Number]
    value: int | None


@dataclass(frozen=True)
class Linear:
    """The only function, if its gradient is a symmetric map of the point less the `centre`, or the
    only operator, if it is such a map of the point; eigenvalues are from low to high. `own` are the
    numbers of the conditions that say so."""

    low: Number
    high: Number
    centre: int | None
    evaluated: tuple[Evaluated, ...]
    own: frozenset[int]

    def numbers(self) -> Iterator[Number]:
        yield from (self.low, self.high)
        for one in self.evaluated:
            yield from (*one.point.values(), *one.gradient.values())


@dataclass(frozen=True)
class Problem:
    """Maximize the value at `objective`; a matrix of `matrices` is a list of rows of expressions.

    `read_from` lists plain floats that were read as fractions, `unread` those that could not be,
    with the name of the first condition that has them; `hints` are PEPit's numerical multipliers
    of the conditions. `empty` says why nothing is in a class, `infeasible` that PEPit's solver
    finds no point, if that is so; and `unbounded` whether it finds that the metric is not bounded.
    `necessary` names the classes whose conditions are not known to be sufficient; `stationary` says
    whether a point has gradient 0, of a function that need not be convex, and no least value.
    """

    points: tuple[str, ...]
    values: tuple[str, ...]
    objective: int
    conditions: tuple[Condition, ...]
    matrices: tuple[tuple[str, list[list[Affine]]], ...]
    metrics: int
    read_from: tuple[tuple[float, Fraction], ...] = ()
    unread: tuple[tuple[float, str], ...] = ()
    classes: tuple[str, ...] = ()
    hints: tuple[float, ...] | None = None
    empty: str | None = None
    infeasible: str | None = None
    unbounded: bool = False
    linear: Linear | None = None
    necessary: tuple[str, ...] = ()
    stationary: bool = False


@dataclass
class _Reader:
    """Exact numbers of a problem's floats."""

    read: set[tuple[float, Fraction]] = field(default_factory=set)
    unread: dict[float, str] = field(default_factory=dict)

    def number(self, value: Any, where: str) -> Number:
        known = known_as(value)
        if known is None:
            self.unread.setdefault(float(value), where)
            return Fraction(1)
        self.read |= known[1]
        return known[0]

    def affine(self, expression: Expression, where: str) -> Affine:
        total: Affine = {}
        for key, value in expression.decomposition_dict.items():
            place: Any = 1
            if isinstance(key, tuple):
                place = tuple(sorted(point.counter for point in key))
            elif isinstance(key, Expression):
                place = ("value", key.counter)
            number = self.number(value, where)
            total[place] = combined("+", total[place], number) if place in total else number
        return {key: number for key, number in total.items() if number != 0}

    def point(self, point: Point) -> dict[int, Number]:
        entries = point.decomposition_dict.items()
        found = {p.counter: self.number(v, p.get_name() or "a point") for p, v in entries}
        return {at: number for at, number in found.items() if number != 0}


def named(given: list[str | None], otherwise: str) -> tuple[str, ...]:
    """Names with letters, digits and underscores, each different from the rest."""
    plain = [re.sub(r"\W+", "_", name or "").strip("_") for name in given]
    often, names = Counter(plain), list[str]()
    seen: Counter[str] = Counter()
    for number, name in enumerate(plain):
        if not name or name[0].isdigit():
            name = f"{otherwise}{number}"
        elif often[name] > 1:
            seen[name] += 1
            name = f"{name}_{seen[name]}"
        while name in names:
            name += "_"
        names.append(name)
    return tuple(names)


def _hints(conditions: list[Any]) -> tuple[float, ...] | None:
    try:
        hints = tuple(abs(float(c._dual_variable_value)) for c in conditions)
    except (TypeError, ValueError):
        return None
    return hints if any(hints) else None


def impossible(function: Any) -> str | None:
    """Constants that no function or operator has, in words."""
    kind = type(function).__name__
    known = {name: getattr(function, name, None) for name in ("mu", "L", "M", "D")}
    numbers = {name: v for name, v in known.items() if isinstance(v, int | float)}
    for name in SIZES:
        if numbers.get(name, 0) < 0:
            return NEGATIVE.format(name=name, value=float(numbers[name]), kind=kind)
    mu, upper = numbers.get("mu"), numbers.get("L")
    if mu is not None and upper is not None and mu > upper:
        return (
            f"mu = {float(mu):g} of {kind} is larger than L = {float(upper):g}: "
            "nothing is in the class; exchange or change them"
        )
    if mu is not None and mu == upper and kind == "SmoothStronglyConvexFunction":
        return (
            f"mu = {float(mu):g} of {kind} is L as well, and PEPit divides by 1 - mu/L; take mu "
            "less than L (with mu = L the function is a multiple of the squared distance)"
        )
    return None


def _status(problem: PEP) -> str:
    """What PEPit's solver says where it has no value: infeasible, unbounded, or nothing."""
    status = getattr(getattr(problem.wrapper, "prob", None), "status", None) or ""
    return status.removesuffix("_inaccurate")


def _linear(scalar: list[Any], lmis: list[Any], reader: _Reader) -> Linear | None:
    """What the only function is, if it is quadratic, or the only operator, if it is linear."""
    leaves = [f for f in Function.list_of_functions if f.get_is_leaf()]
    if len(leaves) != 1 or type(leaves[0]) not in LINEAR:
        return None
    (one,) = leaves
    at = {id(c): i for i, c in enumerate(scalar)}
    own = frozenset(at[id(c)] for c in one.list_of_class_constraints if id(c) in at)
    whole = len(own) == len(one.list_of_class_constraints) and lmis == one.list_of_class_psd
    if not whole or not math.isfinite(one.L):
        return None
    centre = None
    if isinstance(one, SmoothStronglyConvexQuadraticFunction):
        centre = one.list_of_stationary_points[0][0].counter
    evaluated = tuple(
        Evaluated(
            reader.point(point),
            reader.point(gradient),
            value.counter if centre is not None and value.get_is_leaf() else None,
        )
        for point, gradient, value in one.list_of_points
    )
    low, high = (reader.number(v, "a class") for v in (one.mu, one.L))
    return Linear(low, high, centre, evaluated, own)


def read(problem: PEP) -> Problem:
    """The problem that PEPit has just set up, with exact numbers."""
    reader = _Reader()
    scalar = problem._list_of_constraints_sent_to_wrapper or problem._list_of_prepared_constraints
    lmis = problem._list_of_psd_sent_to_wrapper or problem._list_of_prepared_psd
    names = named([c.get_name() for c in scalar], "condition")
    conditions = tuple(
        Condition(name, reader.affine(c.expression, name), c.equality_or_inequality == "equality")
        for name, c in zip(names, scalar, strict=True)
    )
    titles = named([m.get_name() for m in lmis], "matrix")
    matrices = tuple(
        (
            name,
            [
                [
                    reader.affine(matrix[i, j], name)
                    for j in range(len(matrix.matrix_of_expressions))
                ]
                for i in range(len(matrix.matrix_of_expressions))
            ],
        )
        for name, matrix in zip(titles, lmis, strict=True)
    )
    linear = _linear(scalar, lmis, reader)
    return Problem(
        named([p.get_name() for p in Point.list_of_leaf_points], "v"),
        named([e.get_name() for e in Expression.list_of_leaf_expressions], "f"),
        problem.objective.counter,
        conditions,
        matrices,
        len(problem.list_of_performance_metrics),
        tuple(sorted(reader.read)),
        tuple(reader.unread.items()),
        tuple(type(f).__name__ for f in problem.list_of_functions),
        _hints(scalar),
        next(filter(None, map(impossible, problem.list_of_functions)), None),
        NO_POINT if _status(problem) == "infeasible" else None,
        _status(problem) == "unbounded",
        linear,
        necessary_only(Function.list_of_functions),
        any(map(stationary, Function.list_of_functions)),
    )
