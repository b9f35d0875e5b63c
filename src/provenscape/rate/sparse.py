"""Which inequalities a proof can do with: few, so that what follows is small.

In double precision the dual of a performance problem (module `checker` has the identity) is solved
for the least τ, and then for τ and a little of a weighted sum of multipliers, where those that were
small weigh most (reweighted l1: Candès, Wakin & Boyd 2008). What is left is tried once more; all of
this is a guess, to be proved by what it is used for.
"""

import warnings
from collections.abc import Callable, Collection
from typing import Any

import cvxpy as cp
import numpy as np

from provenscape.rate.problem import Affine, Problem

ROUNDS = 4
WEIGHT = 1e-5  # of the sum beside τ
SHARP = 1e-3  # of the largest multiplier: much smaller ones weigh the same
SMALL = 1e-5  # of the largest multiplier: below, it is left out
AGREES = 1e-6  # of τ with all inequalities and with those that are left
SOLVED = (cp.OPTIMAL, cp.OPTIMAL_INACCURATE)
FEW = 12  # inequalities that are not worth the trouble


class _Dual:
    """The program for all multipliers, or for those of some inequalities."""

    def __init__(self, problem: Problem, numeric: Callable[[Any], Any]) -> None:
        self.problem, self.n = problem, len(problem.points)
        affines = [c.affine for c in problem.conditions]
        self.rows = [self._row(a, numeric) for a in affines]
        self.lmis = [
            [[self._row(entry, numeric) for entry in line] for line in rows]
            for _, rows in problem.matrices
        ]

    def _row(self, affine: Affine, numeric: Callable[[Any], Any]) -> np.ndarray:
        """The constant, the values, and the symmetric matrix, one after the other."""
        row = np.zeros(1 + len(self.problem.values) + self.n * self.n)
        first = 1 + len(self.problem.values)
        for key, number in affine.items():
            value = float(numeric(number))
            if key == 1:
                row[0] += value
            elif key[0] == "value":
                row[1 + key[1]] += value
            else:
                i, j = key
                row[first + i * self.n + j] += value / 2
                row[first + j * self.n + i] += value / 2
        return row

    def program(self, kept: Collection[int]) -> tuple[dict[int, int], Any, Any, list[Any]]:
        """Places of the inequalities, their multipliers, τ, and the conditions on all."""
        equal = [i for i, c in enumerate(self.problem.conditions) if c.equality]
        place = {i: at for at, i in enumerate(kept)}
        weights = cp.Variable(len(place), nonneg=True)
        total = np.array([self.rows[i] for i in place]).T @ weights
        if equal:
            total = total + np.array([self.rows[i] for i in equal]).T @ cp.Variable(len(equal))
        for rows in self.lmis:
            size = len(rows)
            flat = np.array([entry for line in rows for entry in line]).T
            total = total - flat @ cp.vec(cp.Variable((size, size), PSD=True), order="C")
        goal = np.zeros(len(self.problem.values))
        goal[self.problem.objective] = 1
        first = 1 + len(self.problem.values)
        conditions = [total[1:first] == goal]
        if self.n:
            form = cp.Variable((self.n, self.n), PSD=True)
            conditions.append(cp.vec(form, order="C") == total[first:])
        return place, weights, -total[0], conditions


def essential(
    problem: Problem, numeric: Callable[[Any], Any]
) -> tuple[frozenset[int], float] | None:
    """Inequalities by number, few, that give the least τ, with it; none where that is not seen."""
    every = [i for i, c in enumerate(problem.conditions) if not c.equality]
    if len(every) <= FEW:
        return None
    dual = _Dual(problem, numeric)
    try:
        return _fewest(dual, every)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # Clarabel's panics are no Exception; without a guess all are tried
        return None


def _solve(goal: Any, conditions: list[Any]) -> float | None:
    program = cp.Problem(cp.Minimize(goal), conditions)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that a solution may be inaccurate
        program.solve(solver=cp.CLARABEL)
    return float(program.value) if program.status in SOLVED else None


def _fewest(dual: _Dual, every: list[int]) -> tuple[frozenset[int], float] | None:
    place, weights, rate, conditions = dual.program(every)
    least = _solve(rate, conditions)
    if least is None:
        return None
    scale = max(1.0, abs(least))
    best, found = None, np.asarray(weights.value)
    for _ in range(ROUNDS):
        costs = 1 / (np.abs(found) + SHARP * np.abs(found).max())
        if _solve(rate / scale + WEIGHT / len(every) * (costs @ weights), conditions) is None:
            break
        found = np.asarray(weights.value)
        kept = [i for i, at in place.items() if found[at] > SMALL * found.max()]
        if best is not None and len(kept) >= len(best):
            continue
        again = _solve(*_only_rate(dual, kept))
        if again is not None and abs(again - least) <= AGREES * scale:
            best = kept
    return None if best is None else (frozenset(best), least)


def _only_rate(dual: _Dual, kept: list[int]) -> tuple[Any, list[Any]]:
    _, _, rate, conditions = dual.program(kept)
    return rate, conditions
