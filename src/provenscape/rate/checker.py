"""An exact check of a worst case: nothing that found it is used or trusted.

The problem (module `problem`): maximize t under c_j <= 0 (or = 0), M_k semidefinite and G
semidefinite. An upper bound τ is proved by multipliers λ_j, not negative where c_j is an
inequality, and semidefinite matrices Λ_k and S with, as polynomials of the entries of G and of the
values,
    τ − t = −Σ λ_j c_j + Σ ⟨Λ_k, M_k⟩ + ⟨S, G⟩.
A lower bound is proved by a Gram matrix and values that satisfy all conditions. Numbers are
elements of one real field; signs are proved, and semidefiniteness by elimination.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flint import fmpq_poly

from provenscape.rate.field import Field
from provenscape.rate.problem import Affine, Problem
from provenscape.search.algebraic import root_balls

Matrix = list[list[fmpq_poly]]


class Refused(Exception):
    """The certificate proves nothing; says where it fails."""


@dataclass(frozen=True)
class Certificate:
    """What proves the worst case; numbers are elements of the field.

    `multipliers` by number of the condition; `duals` one matrix for each matrix of the problem;
    `point`, by place, proves the bound attained, if there is one.
    """

    field: Field
    rate: fmpq_poly
    multipliers: dict[int, fmpq_poly]
    duals: list[Matrix]
    point: dict[Any, fmpq_poly] | None = None


def exactly(problem: Problem, numbers: Field) -> tuple[list[Any], list[Any]]:
    """All expressions with elements of the field; raises Unknown."""

    def row(affine: Affine) -> dict[Any, fmpq_poly]:
        return {key: numbers.of(value) for key, value in affine.items()}

    conditions = [row(c.affine) for c in problem.conditions]
    return conditions, [[[row(e) for e in line] for line in rows] for _, rows in problem.matrices]


def require_field(numbers: Field) -> None:
    """Raise Refused unless the polynomial is irreducible and has a real root with the index."""
    polynomial = numbers.place.poly
    _, factors = polynomial.factor()
    if len(factors) != 1 or factors[0][1] != 1:
        raise Refused("the polynomial of the field is reducible")
    if not 0 <= numbers.place.index < len(root_balls(polynomial)):
        raise Refused("the polynomial of the field has no such real root")


def upper(problem: Problem, proof: Certificate) -> None:
    """Raise Refused unless the multipliers prove that the worst case is at most the rate."""
    numbers = proof.field
    require_field(numbers)
    conditions, matrices = exactly(problem, numbers)
    total: dict[Any, fmpq_poly] = {1: proof.rate, ("value", problem.objective): fmpq_poly([-1])}

    def add(row: dict[Any, fmpq_poly], factor: fmpq_poly) -> None:
        for key, value in row.items():
            total[key] = total.get(key, fmpq_poly([0])) + numbers.times(value, factor)

    for number, factor in proof.multipliers.items():
        if not problem.conditions[number].equality and numbers.sign(factor) < 0:
            raise Refused(f"the multiplier of {problem.conditions[number].name} is negative")
        add(conditions[number], factor)
    if len(proof.duals) != len(matrices):
        raise Refused("a matrix has no multiplier")
    for (name, _), rows, dual in zip(problem.matrices, matrices, proof.duals, strict=True):
        require_semidefinite(dual, numbers, f"the multiplier of {name}", len(rows))
        for i, line in enumerate(rows):
            for j, entry in enumerate(line):
                add(entry, -dual[i][j])
    size = len(problem.points)
    slack = [[fmpq_poly([0])] * size for _ in range(size)]
    for key, value in total.items():
        if key == 1 or key[0] == "value":
            if value != 0:
                raise Refused(f"the identity leaves {numbers.text(value)} times {key}")
            continue
        i, j = key
        half = value if i == j else value / 2
        slack[i][j] = slack[j][i] = half
    require_semidefinite(slack, numbers, "the form of the Gram matrix", size)


def lower(problem: Problem, proof: Certificate) -> None:
    """Raise Refused unless the point has the conditions and a value that is the rate."""
    if proof.point is None:
        raise Refused("there is no point")
    numbers, point = proof.field, proof.point
    require_field(numbers)
    conditions, matrices = exactly(problem, numbers)

    def at(row: dict[Any, fmpq_poly]) -> fmpq_poly:
        value = row.get(1, fmpq_poly([0]))
        for key, c in row.items():
            if key != 1:
                value = value + numbers.times(c, point.get(key, fmpq_poly([0])))
        return value

    if point.get(("value", problem.objective), fmpq_poly([0])) != proof.rate:
        raise Refused("the point has another value")
    for condition, row in zip(problem.conditions, conditions, strict=True):
        sign = numbers.sign(at(row))
        if sign > 0 or (condition.equality and sign):
            raise Refused(f"the point violates {condition.name}")
    for (name, _), rows in zip(problem.matrices, matrices, strict=True):
        form = [[at(entry) for entry in line] for line in rows]
        require_semidefinite(form, numbers, f"{name} at the point", len(rows))
    size = len(problem.points)
    gram = [
        [point.get((min(i, j), max(i, j)), fmpq_poly([0])) for j in range(size)]
        for i in range(size)
    ]
    require_semidefinite(gram, numbers, "the Gram matrix", size)


def require_semidefinite(
    matrix: Sequence[Sequence[fmpq_poly]], numbers: Field, what: str, size: int
) -> int:
    """The rank of a semidefinite matrix; raises Refused for any other."""
    if len(matrix) != size or any(len(line) != size for line in matrix):
        raise Refused(f"{what} has another size")
    rest = [list(line) for line in matrix]
    if any(rest[i][j] != rest[j][i] for i in range(size) for j in range(i)):
        raise Refused(f"{what} is not symmetric")
    rank = 0
    for k in range(size):
        sign = numbers.sign(rest[k][k])
        if sign < 0:
            raise Refused(f"{what} is not semidefinite")
        if sign == 0:
            if any(rest[k][j] != 0 for j in range(k, size)):
                raise Refused(f"{what} is not semidefinite")
            continue
        rank += 1
        inverse = numbers.inverse(rest[k][k])
        for i in range(k + 1, size):
            if rest[i][k] == 0:
                continue
            factor = numbers.times(rest[i][k], inverse)
            for j in range(i, size):
                if rest[k][j] != 0:
                    rest[i][j] = rest[i][j] - numbers.times(factor, rest[k][j])
                    rest[j][i] = rest[i][j]
    return rank
