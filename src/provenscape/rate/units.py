"""A problem in units in which its numbers have sizes near 1, and its proofs back in the old ones.

Points, values, conditions and rows of matrices are each multiplied by a power of ten; this changes
what is proved by powers of ten alone, so that a proof is turned back exactly. A start at 10⁻⁶ and
constants of 10⁶ are then solved like those of 1. Powers are the least squares' fit of all numbers
to 1.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import numpy as np
from flint import fmpq_poly
from scipy.sparse import lil_matrix
from scipy.sparse.linalg import lsmr

from provenscape.rate.checker import Certificate
from provenscape.rate.field import numeric
from provenscape.rate.problem import Affine, Condition, Problem
from provenscape.rate.tracing import Number, combined
from provenscape.search.linear import rational

FAR = 3  # powers of ten from 1 that a number may have as it is
Place = tuple[Any, ...]
Powers = dict[Place, int]


@dataclass(frozen=True)
class Units:
    """Powers of ten of points, values, conditions and rows of matrices, by place."""

    powers: Powers

    def problem(self, old: Problem) -> Problem:
        """The problem in these units."""
        conditions = tuple(
            Condition(c.name, self._affine(c.affine, (("condition", j),)), c.equality)
            for j, c in enumerate(old.conditions)
        )
        matrices = tuple(
            (
                name,
                [
                    [
                        self._affine(entry, (("row", k, a), ("row", k, b)))
                        for b, entry in enumerate(line)
                    ]
                    for a, line in enumerate(rows)
                ],
            )
            for k, (name, rows) in enumerate(old.matrices)
        )
        hints = old.hints and tuple(
            hint / self._ten(("condition", j)) / self.value(old) for j, hint in enumerate(old.hints)
        )
        return replace(old, conditions=conditions, matrices=matrices, hints=hints)

    def value(self, problem: Problem) -> float:
        """What 1 of the metric in these units is."""
        return float(self._ten(("value", problem.objective)))

    def back(self, problem: Problem, proof: Certificate) -> Certificate:
        """The proof of the problem itself."""
        goal = ("value", problem.objective)
        duals = [
            [
                [
                    _times(v, self._ten(goal, ("row", k, a), ("row", k, b)))
                    for b, v in enumerate(line)
                ]
                for a, line in enumerate(dual)
            ]
            for k, dual in enumerate(proof.duals)
        ]
        point = proof.point and {
            key: _times(v, self._ten(*_parts(key))) for key, v in proof.point.items()
        }
        return Certificate(
            proof.field,
            _times(proof.rate, self._ten(goal)),
            {j: _times(v, self._ten(goal, ("condition", j))) for j, v in proof.multipliers.items()},
            duals,
            point,
        )

    def _ten(self, *places: Place) -> Fraction:
        return Fraction(10) ** sum(self.powers.get(place, 0) for place in places)

    def _affine(self, affine: Affine, places: tuple[Place, ...]) -> Affine:
        return {
            key: combined("*", self._ten(*places, *_parts(key)), number)
            for key, number in affine.items()
        }


def _times(value: fmpq_poly, factor: Fraction) -> fmpq_poly:
    return value * rational(factor)


def _parts(key: Any) -> tuple[Place, ...]:
    """The units of which an entry of an expression is the product."""
    if key == 1:
        return ()
    return (key,) if key[0] == "value" else (("point", key[0]), ("point", key[1]))


def _size(number: Number) -> float:
    """The number's power of ten; 0 of a number with roots that is 0 itself."""
    size = float(abs(numeric(number)).log()) / float(np.log(10))
    return size if math.isfinite(size) else 0.0


def _numbers(problem: Problem) -> Iterator[tuple[tuple[Place, ...], float]]:
    """The units of each number, and its power of ten."""
    for j, condition in enumerate(problem.conditions):
        for key, number in condition.affine.items():
            yield (("condition", j), *_parts(key)), _size(number)
    for k, (_, rows) in enumerate(problem.matrices):
        for a, line in enumerate(rows):
            for b, entry in enumerate(line):
                for key, number in entry.items():
                    yield (("row", k, a), ("row", k, b), *_parts(key)), _size(number)


def near_one(problem: Problem) -> Units:
    """Units in which all numbers are near 1; those that are given if they are."""
    numbers = list(_numbers(problem))
    if all(abs(size) <= FAR for _, size in numbers):
        return Units({})
    places = {
        place: at for at, place in enumerate(dict.fromkeys(p for ps, _ in numbers for p in ps))
    }
    table = lil_matrix((len(numbers), len(places)))
    for row, (parts, _) in enumerate(numbers):
        for place in parts:
            table[row, places[place]] += 1
    found = lsmr(table.tocsr(), -np.array([size for _, size in numbers]), atol=1e-9, btol=1e-9)[0]
    return Units({place: round(float(found[at])) for place, at in places.items()})
