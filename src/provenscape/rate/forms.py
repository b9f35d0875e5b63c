"""Forms of the state before a step and of what steps evaluate, with functions of k and m in them.

Their differences are sums of conditions with multipliers, and of squares.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import sympy as sp
from flint import fmpq_mat

from provenscape.rate.local import NoPattern, Role
from provenscape.search.algebraic import for_sympy

K, M, N = sp.symbols("k m N")  # steps done, to go before the last, and all


@dataclass(frozen=True)
class Symbolic:
    """A form whose entries are functions of k and m, or of N.

    `least` multiplies the least metric over all steps, if that is what is bounded.
    """

    square: sp.Matrix
    linear: tuple[sp.Expr, ...]
    least: sp.Expr = sp.S.Zero
    constant: sp.Expr = sp.S.Zero


@dataclass(frozen=True)
class Weighted:
    """Conditions with multipliers, and squares with theirs, whose sum is a difference of forms.

    Conditions are forms too, each with its role; vectors are combinations of those of the form.
    """

    conditions: tuple[tuple[Role, sp.Expr, Symbolic], ...]
    squares: tuple[tuple[sp.Expr, sp.Matrix], ...]


def mapped(form: Symbolic, change: Callable[[sp.Expr], sp.Expr]) -> Symbolic:
    """The form with all its numbers changed."""
    linear = tuple(map(change, form.linear))
    return Symbolic(
        form.square.applyfunc(change), linear, change(form.least), change(form.constant)
    )


def scaled(form: Symbolic, factor: sp.Expr) -> Symbolic:
    return mapped(form, lambda number: number * factor)


def added(forms: Sequence[Symbolic]) -> Symbolic:
    total = forms[0]
    for one in forms[1:]:
        linear = tuple(a + b for a, b in zip(total.linear, one.linear, strict=True))
        ends = total.least + one.least, total.constant + one.constant
        total = Symbolic(total.square + one.square, linear, *ends)
    return total


def matrix_of(matrix: fmpq_mat) -> sp.Matrix:
    return sp.Matrix(matrix.nrows(), matrix.ncols(), [for_sympy(v) for v in matrix.entries()])


def difference(
    before: Symbolic,
    after: Symbolic,
    factor: sp.Expr,
    used: Sequence[tuple[Role, sp.Expr, Symbolic]],
) -> sp.Matrix:
    """factor · before − after + Σ multiplier · condition, whose linear part must vanish."""
    square = before.square * factor - after.square
    linear = [a * factor - b for a, b in zip(before.linear, after.linear, strict=True)]
    for _, weight, one in used:
        square += one.square * weight
        linear = [a + weight * b for a, b in zip(linear, one.linear, strict=True)]
    if any(sp.cancel(v) != 0 for v in linear):
        raise NoPattern("the fitted multipliers do not cancel the values")
    return square.applyfunc(sp.cancel)


def squares(matrix: sp.Matrix) -> tuple[tuple[sp.Expr, sp.Matrix], ...]:
    """The form as a sum of multiples of squares, by elimination from the last vector on."""
    rest, found = matrix, []
    for i in reversed(range(rest.shape[0])):
        pivot = sp.factor(rest[i, i])
        if pivot == 0:
            if any(v != 0 for v in rest.row(i)):
                raise NoPattern("the form of the remainder is not semidefinite")
            continue
        row = (rest.row(i) / pivot).applyfunc(sp.factor)
        found.append((pivot, row))
        rest = (rest - pivot * row.T * row).applyfunc(sp.cancel)
    return tuple(found)


def widened(value: Symbolic, sizes: tuple[int, int, int]) -> Symbolic:
    """The form, with what the next stage evaluates as further vectors and values."""
    return replace(
        value,
        square=sp.diag(value.square, sp.zeros(sizes[1], sizes[1])),
        linear=(*value.linear, *[sp.Integer(0)] * sizes[2]),
    )


def following(
    value: Symbolic, moved: sp.Matrix, sizes: tuple[int, int, int], after: sp.Expr = K + 1
) -> Symbolic:
    """The potential after a step, in terms of the state before it."""
    later = value_at(value, {K: after, M: M - 1})
    n, g, v = sizes
    move = sp.Matrix.vstack(
        sp.Matrix.hstack(moved, sp.zeros(n, g)), sp.Matrix.hstack(sp.zeros(g, n + g), sp.eye(g))
    )
    return replace(
        later, square=move.T * later.square * move, linear=(*[sp.Integer(0)] * v, *later.linear)
    )


def value_at(value: Symbolic, at: Mapping[Any, Any]) -> Symbolic:
    """The form with other numbers of steps."""
    return Symbolic(
        value.square.xreplace(dict(at)).applyfunc(sp.factor),
        tuple(sp.factor(v.xreplace(dict(at))) for v in value.linear),
        *(sp.factor(v.xreplace(dict(at))) for v in (value.least, value.constant)),
    )


def weighted_at(part: Weighted, at: Mapping[Any, Any]) -> Weighted:
    """The conditions and squares with other numbers of steps."""
    at = dict(at)
    used = ((role, weight.xreplace(at), value_at(one, at)) for role, weight, one in part.conditions)
    found = ((weight.xreplace(at), row.xreplace(at)) for weight, row in part.squares)
    return Weighted(tuple(used), tuple(found))
