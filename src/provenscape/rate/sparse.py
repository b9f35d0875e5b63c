"""Which inequalities a proof can do with: few, so that what follows is small.

In double precision the dual of a performance problem (module `checker` has the identity) is solved
for the least τ, and then for τ and a little of a weighted sum of multipliers, where those that were
small weigh most (reweighted l1: Candès, Wakin & Boyd 2008). What is left is tried once more; all of
this is a guess, to be proved by what it is used for.
"""

import math
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

import numpy as np

from provenscape.rate.problem import Affine, Problem
from provenscape.search.conic import Infeasible, least, upper

ROUNDS = 4
WEIGHT = 1e-5  # of the sum beside τ
SHARP = 1e-3  # of the largest multiplier: much smaller ones weigh the same
SMALL = 1e-5  # of the largest multiplier: below, it is left out
AGREES = 1e-6  # of τ with all inequalities and with those that are left
LEAST = 1e-3  # of a τ, of which a solver in double precision knows the digits
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

    def solved(
        self, kept: Sequence[int], costs: np.ndarray | None = None, scale: float = 1.0
    ) -> tuple[float, np.ndarray] | None:
        """The least τ, and the multipliers of some inequalities that give it; with costs of these,
        what is least is τ over the scale plus what they cost. None where no solution is found."""
        equal = [i for i, c in enumerate(self.problem.conditions) if c.equality]
        first = 1 + len(self.problem.values)
        columns = [self.rows[i] for i in (*kept, *equal)]
        within, places = list[list[int]](), upper(self.n)
        for rows in self.lmis:
            pairs = upper(len(rows))
            within.append([len(columns) + k for k in range(len(pairs))])
            columns += [-rows[i][j] - (rows[j][i] if i != j else 0) for i, j in pairs]
        total = np.array(columns).T if columns else np.zeros((first + self.n * self.n, 0))
        every = np.eye(len(columns))
        goal = np.zeros(len(self.problem.values))
        goal[self.problem.objective] = 1
        form = total[[first + i * self.n + j for i, j in places]]
        wanted = -total[0] / scale
        if costs is not None:
            wanted[: len(kept)] += costs
        matrices = [every[rows] for rows in within] + ([form] if self.n else [])
        found = least(
            wanted,
            (total[1:first], -goal),
            (every[: len(kept)], np.zeros(len(kept))),
            [(one, np.zeros(len(one))) for one in matrices],
        )
        return None if found is None else (float(-total[0] @ found), found[: len(kept)])


def rate(problem: Problem, numeric: Callable[[Any], Any]) -> float | None:
    """About the least τ with all inequalities, ∞ if there is none; None where that is not seen."""
    try:
        found = _Dual(problem, numeric).solved(_inequalities(problem))
    except Infeasible:
        return math.inf
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # Clarabel's panics are no Exception
        return None
    return None if found is None else found[0]


def essential(
    problem: Problem, numeric: Callable[[Any], Any]
) -> tuple[frozenset[int], float] | None:
    """Inequalities by number, few, that give the least τ, with it; none where that is not seen."""
    every = _inequalities(problem)
    if len(every) <= FEW:
        return None
    try:
        return _fewest(_Dual(problem, numeric), every)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # as above; without a guess all are tried
        return None


def _inequalities(problem: Problem) -> list[int]:
    return [i for i, c in enumerate(problem.conditions) if not c.equality]


def _fewest(dual: _Dual, every: list[int]) -> tuple[frozenset[int], float] | None:
    known = dual.solved(every)
    if known is None:
        return None
    rate, found = known
    scale = max(abs(rate), LEAST)
    best = None
    for _ in range(ROUNDS):
        costs = 1 / (np.abs(found) + SHARP * np.abs(found).max())
        lighter = dual.solved(every, WEIGHT / len(every) * costs, scale)
        if lighter is None:
            break
        found = lighter[1]
        kept = [i for i, value in zip(every, found, strict=True) if value > SMALL * found.max()]
        if best is not None and len(kept) >= len(best):
            continue
        with suppress(Infeasible):
            again = dual.solved(kept)
            if again is not None and abs(again[0] - rate) <= AGREES * scale:
                best = kept
    return None if best is None else (frozenset(best), rate)
