"""One step that multiplies a form by a factor, so that N steps multiply it by its power.

That is enough where the metric is the form that is bounded at the start.
"""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sympy as sp

from provenscape.rate.few import given_of, metric_of, moves, multiplier, prove, symbolic
from provenscape.rate.forms import Symbolic, Weighted, difference, matrix_of, squares
from provenscape.rate.local import NoPattern, Role, local, within
from provenscape.search.algebraic import for_sympy


@dataclass(frozen=True)
class Contraction:
    """One step, and so each, multiplies the form by at most the factor.

    `sizes`: vectors of a state, gradients and values of a step; `ahead`: those of the metric.
    """

    before: Symbolic
    after: Symbolic
    factor: sp.Expr
    moved: sp.Matrix
    step: Weighted
    sizes: tuple[int, int, int]
    ahead: tuple[int, int]


def contraction(path: Path, only: Collection[Role] | None = None) -> Contraction | None:
    """The proof of one step, where the metric is the form that is bounded at the start; from some
    conditions alone, if they are given."""
    whole = local(path, 1)
    places = (
        (r, s) for r, s in whole.roles.values() if only is not None and _seen(r, s) not in only
    )
    problem = whole.without({(r, s == whole.last) for r, s in places})
    proof = prove(problem)
    start, end = given_of(problem), metric_of(problem)
    states, leaves, values = problem.states, problem.leaves, problem.values
    try:
        before = symbolic(within(start, problem.basis(0, 0)), values[0])
        later = symbolic(within(end, problem.basis(1, 1)), values[1])
    except NoPattern:
        return None
    if not _same(before, later):
        return None
    both = [*values[0], *values[1]]
    basis = problem.basis(0, 1)
    used = [
        (_seen(role, stage), for_sympy(weight), symbolic(within(problem.form(i), basis), both))
        for i, (role, stage) in problem.roles.items()
        if (weight := multiplier(proof, i)) != 0
    ]
    factor = for_sympy(multiplier(proof, problem.given))
    wide = symbolic(within(start, basis), both)
    after = symbolic(within(end, basis), both)
    rest = difference(wide, after, factor, used)
    return Contraction(
        before,
        after,
        factor,
        matrix_of(moves(problem, 0)),
        Weighted(tuple(used), squares(rest)),
        (len(states[0]), len(leaves[0]), len(values[0])),
        (len(leaves[1]), len(values[1])),
    )


def _seen(role: Role, stage: int) -> Role:
    """The role with stages relative to the second: stage 0 is −1."""
    function, table, *places = role
    shift = stage - 1
    moved = ((s if s == "fixed" else s + shift, at) for s, at in places)
    return (function, table, *moved)


def _same(one: Symbolic, two: Symbolic) -> bool:
    """Whether forms agree, of which one has zeros where the other has no vectors or values."""

    def entries(form: Symbolic) -> dict[Any, sp.Expr]:
        n = form.square.shape[0]
        found: dict[Any, sp.Expr] = {(i, j): form.square[i, j] for i in range(n) for j in range(n)}
        found |= dict(enumerate(form.linear))
        return {at: v for at, v in found.items() if v != 0}

    return entries(one) == entries(two)
