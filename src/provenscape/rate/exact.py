"""From a solution to many digits to an exact one.

On the face of all optimal solutions, some multipliers and slacks are 0, and the matrices have
kernels; the interior-point method ends inside the face, and shows which. The kernels' bases in
echelon form are recognized as exact numbers. What is left is linear: the multipliers that make the
identity hold and annihilate the kernels, the points that have equality where they must. A point of
that affine space near the numerical solution is rational in the free unknowns, exact in all
(facial reduction and rounding: Peyrl & Parrilo 2008; Monniaux & Corbineau 2011). Whether it is a
proof is decided by `checker` alone.
"""

from collections.abc import Sequence
from typing import Any

from flint import arb, arb_mat, fmpq, fmpq_mat, fmpq_poly

from provenscape.rate import checker
from provenscape.rate.checker import Certificate, Refused
from provenscape.rate.field import Field, Unknown, adjoin, dyadic, field_of
from provenscape.rate.interior import Solution
from provenscape.rate.problem import Problem
from provenscape.rate.tracing import Number
from provenscape.search.linear import rational

SMALL = 1e-10  # what is 0 on the face is below, for solutions of forty digits and more
DENOMINATORS = (1, 2, 4, 12, 60, 1000, 10**6, 10**9, 10**12)
SHARES = (0.75, 0.45, 0.22)  # of the digits of a solution that its parts may have
Basis = list[list[Any]]
Unknowns = dict[Any, Any]


def rows_of(matrix: arb_mat) -> Basis:
    """The row space of a semidefinite matrix in echelon form; pivots are the largest."""
    rest, n = matrix.tolist(), matrix.nrows()
    pivots: list[int] = []
    while len(pivots) < n:
        k = max((i for i in range(n) if i not in pivots), key=lambda i: float(rest[i][i]))
        if float(rest[k][k]) < SMALL:
            break
        pivots.append(k)
        inverse = [(v / rest[k][k]).mid() for v in rest[k]]
        for i in range(n):
            if i not in pivots:
                factor = rest[i][k]
                rest[i] = [(v - factor * u).mid() for v, u in zip(rest[i], inverse, strict=True)]
    pivots.sort()
    if not pivots:
        return []
    within = arb_mat([[matrix[i, j] for j in pivots] for i in pivots])
    rows = arb_mat([[matrix[i, j] for j in range(n)] for i in pivots])
    return within.solve(rows, algorithm="approx").mid().tolist()


def kernel_of(rows: Basis, n: int) -> Basis:
    """What is orthogonal to rows in echelon form, in echelon form too."""
    pivots = []
    for row in rows:
        pivots.append(max(range(n), key=lambda j: _is_unit(rows, row, j)))
    free = [j for j in range(n) if j not in pivots]
    kernel = []
    for j in free:
        vector = [arb(0)] * n
        vector[j] = arb(1)
        for row, pivot in zip(rows, pivots, strict=True):
            vector[pivot] = -row[j]
        kernel.append(vector)
    return kernel


def _is_unit(rows: Basis, row: list[Any], j: int) -> bool:
    return all(abs(float(other[j]) - float(other is row)) < 1e-20 for other in rows)


def certificate(problem: Problem, solution: Solution, digits: int) -> Certificate:
    """An exact proof of the upper bound, and of the lower if one is found.

    Raises Unknown if numbers are not recognized, Refused if what is found proves nothing.
    """
    failed: Unknown | Refused = Unknown("nothing was tried")
    best: Certificate | None = None
    for share in SHARES:
        try:
            found = _certificate(problem, solution, int(digits * share))
        except (Unknown, Refused) as error:
            failed = error
            continue
        if found.point is not None:
            return found
        best = best or found
    if best is None:
        raise failed
    return best


def _certificate(problem: Problem, solution: Solution, good: int) -> Certificate:
    slacks = [rows_of(form) for form in solution.forms]
    duals = [rows_of(dual) for dual in solution.duals]
    sizes = [form.nrows() for form in solution.forms]
    strict = [len(s) + len(d) == n for s, d, n in zip(slacks, duals, sizes, strict=True)]
    kernels = [
        s if exact else kernel_of(d, n)
        for s, d, n, exact in zip(slacks, duals, sizes, strict, strict=True)
    ]
    entries = [v for basis in kernels for row in basis for v in row]
    numbers = adjoin(field_of(used(problem)), entries, good)
    exact = [[[numbers.recognize(v, good) for v in row] for row in basis] for basis in kernels]
    proof = _dual(problem, solution, numbers, exact)
    images = [
        e if s else [[numbers.recognize(v, good) for v in row] for row in basis]
        for e, s, basis in zip(exact, strict, slacks, strict=True)
    ]
    try:
        point = _primal(problem, solution, numbers, images, proof.rate)
    except (Refused, Unknown):
        return proof
    return Certificate(proof.field, proof.rate, proof.multipliers, proof.duals, point)


def used(problem: Problem) -> list[Number]:
    """All numbers of the problem, in order."""
    affines = [c.affine for c in problem.conditions]
    affines += [entry for _, rows in problem.matrices for line in rows for entry in line]
    return [value for affine in affines for value in affine.values()]


def _dual(
    problem: Problem, solution: Solution, numbers: Field, kernels: list[list[list[fmpq_poly]]]
) -> Certificate:
    conditions, matrices = checker.exactly(problem, numbers)
    equalities = [i for i, c in enumerate(problem.conditions) if c.equality]
    active = [i for i in solution.slack if float(solution.multiplier[i]) > SMALL]
    place: dict[Any, int] = {}
    guess: list[Any] = []
    for i in [*equalities, *active]:
        place[("multiplier", i)] = len(guess)
        guess.append(solution.multiplier[i])
    for number, dual in enumerate(solution.duals[1:]):
        for i in range(dual.nrows()):
            for j in range(i + 1):
                place[("dual", number, i, j)] = len(guess)
                guess.append(dual[i, j])
    width = len(guess)
    columns: dict[Any, dict[int, fmpq_poly]] = {}

    def add(row: dict[Any, fmpq_poly], at: int, factor: int) -> None:
        for key, value in row.items():
            line = columns.setdefault(key, {})
            line[at] = line.get(at, fmpq_poly([0])) + value * factor

    for i, row in enumerate(conditions):
        if ("multiplier", i) in place:
            add(row, place[("multiplier", i)], 1)
    for number, rows in enumerate(matrices):
        for i in range(len(rows)):
            for j in range(len(rows)):
                add(rows[i][j], place[("dual", number, max(i, j), min(i, j))], -1)
    zero = fmpq_poly([0])
    equations: list[tuple[dict[int, fmpq_poly], fmpq_poly]] = []
    objective = ("value", problem.objective)
    columns.setdefault(objective, {})
    for key, line in columns.items():
        if key != 1 and key[0] == "value":
            equations.append((line, fmpq_poly([int(key == objective)])))
    points = solution.points
    for vector in kernels[0]:
        for i in points:
            total: dict[int, fmpq_poly] = {}
            for j, weight in zip(points, vector, strict=True):
                if weight == 0:
                    continue
                factor = weight if i == j else weight / 2
                for at, value in columns.get((min(i, j), max(i, j)), {}).items():
                    total[at] = total.get(at, zero) + numbers.times(value, factor)
            equations.append((total, zero))
    for number, kernel in enumerate(kernels[1:]):
        for vector in kernel:
            for i in range(len(vector)):
                total = {}
                for j, weight in enumerate(vector):
                    at = place[("dual", number, max(i, j), min(i, j))]
                    total[at] = total.get(at, zero) + weight
                equations.append((total, zero))
    space = Affine(equations, width, numbers)

    def made(values: list[fmpq_poly]) -> Certificate:
        rate = zero
        for at, value in columns.get(1, {}).items():
            rate = rate - numbers.times(value, values[at])
        multipliers = {key[1]: values[at] for key, at in place.items() if key[0] == "multiplier"}
        duals = []
        for number, rows in enumerate(matrices):
            n = range(len(rows))
            duals.append(
                [[values[place[("dual", number, max(i, j), min(i, j))]] for j in n] for i in n]
            )
        proof = Certificate(numbers, rate, {i: v for i, v in multipliers.items() if v != 0}, duals)
        checker.upper(problem, proof)
        return proof

    return space.first(guess, made)


def _primal(
    problem: Problem,
    solution: Solution,
    numbers: Field,
    images: list[list[list[fmpq_poly]]],
    rate: fmpq_poly,
) -> dict[Any, fmpq_poly]:
    conditions, matrices = checker.exactly(problem, numbers)
    zero, image, points = fmpq_poly([0]), images[0], solution.points
    place: dict[Any, int] = {}
    guess: list[Any] = []
    pivots = [
        next(j for j in range(len(points)) if all((o[j] == (1 if o is r else 0)) for o in image))
        for r in image
    ]
    for a in range(len(image)):
        for b in range(a + 1):
            place[("form", a, b)] = len(guess)
            guess.append(solution.forms[0][pivots[a], pivots[b]])
    for key, value in sorted(solution.values.items()):
        place[key] = len(guess)
        guess.append(value)
    gram: dict[Any, dict[int, fmpq_poly]] = {}
    for x, i in enumerate(points):
        for y, j in enumerate(points):
            if i > j:
                continue
            line: dict[int, fmpq_poly] = {}
            for a in range(len(image)):
                for b in range(len(image)):
                    value = numbers.times(image[a][x], image[b][y])
                    at = place[("form", max(a, b), min(a, b))]
                    line[at] = line.get(at, zero) + value
            gram[(i, j)] = {k: v for k, v in line.items() if v != 0}

    def reduced(row: dict[Any, fmpq_poly]) -> tuple[dict[int, fmpq_poly], fmpq_poly]:
        line: dict[int, fmpq_poly] = {}
        constant = zero
        for key, value in row.items():
            if key == 1:
                constant = constant + value
                continue
            terms = {place[key]: fmpq_poly([1])} if key in place else gram.get(key, {})
            for at, factor in terms.items():
                line[at] = line.get(at, zero) + numbers.times(value, factor)
        return line, -constant

    equations = []
    for number, row in enumerate(conditions):
        tight = number in solution.slack and float(solution.slack[number]) < SMALL
        if tight or problem.conditions[number].equality:
            equations.append(reduced(row))
    for rows, form in zip(matrices, images[1:], strict=True):
        for vector in orthogonal(form, len(rows)):
            for entries in rows:
                total: dict[int, fmpq_poly] = {}
                right = zero
                for entry, weight in zip(entries, vector, strict=True):
                    terms, constant = reduced(entry)
                    for at, value in terms.items():
                        total[at] = total.get(at, zero) + numbers.times(value, weight)
                    right = right + numbers.times(constant, weight)
                equations.append((total, right))
    equations.append(({place[("value", problem.objective)]: fmpq_poly([1])}, rate))
    space = Affine(equations, len(guess), numbers)

    def made(values: list[fmpq_poly]) -> dict[Any, fmpq_poly]:
        point: dict[Any, fmpq_poly] = {k: values[at] for k, at in place.items() if k[0] == "value"}
        for key, line in gram.items():
            total = zero
            for at, factor in line.items():
                total = total + numbers.times(values[at], factor)
            point[key] = total
        proof = Certificate(numbers, rate, {}, [], point)
        checker.lower(problem, proof)
        return point

    return space.first(guess, made)


def orthogonal(rows: list[list[fmpq_poly]], n: int) -> list[list[fmpq_poly]]:
    """A basis of what is orthogonal to exact rows in echelon form."""
    pivots = [
        next(j for j in range(n) if all(o[j] == (1 if o is r else 0) for o in rows)) for r in rows
    ]
    basis = []
    for j in (j for j in range(n) if j not in pivots):
        vector = [fmpq_poly([int(i == j)]) for i in range(n)]
        for row, pivot in zip(rows, pivots, strict=True):
            vector[pivot] = -row[j]
        basis.append(vector)
    return basis


class Affine:
    """The solutions of linear equations over the field: solved for pivots, free in the rest."""

    def __init__(
        self,
        equations: Sequence[tuple[dict[int, fmpq_poly], fmpq_poly]],
        width: int,
        numbers: Field,
    ) -> None:
        self.numbers, self.width, d = numbers, width, numbers.degree
        table: list[list[fmpq]] = []
        for line, right in equations:
            block = [[fmpq(0)] * (width * d + 1) for _ in range(d)]
            for at, value in line.items():
                for r, row in enumerate(numbers.matrix(value)):
                    for s, c in enumerate(row):
                        block[r][at * d + s] = c
            for r in range(d):
                block[r][-1] = right[r]
            table += block
        if not table:
            table = [[fmpq(0)] * (width * d + 1)]
        self.reduced, rank = fmpq_mat(table).rref()
        self.pivots: list[int] = []
        column = 0
        for i in range(rank):
            while self.reduced[i, column] == 0:
                column += 1
            self.pivots.append(column)
        if self.pivots and self.pivots[-1] == width * d:
            raise Refused("the exact equations of the face have no solution")

    def at(self, guess: Sequence[Any], bound: int) -> list[fmpq_poly]:
        """The solution whose free unknowns are the guess, rounded to denominators up to bound."""
        d = self.numbers.degree
        values = [fmpq(0)] * (self.width * d)
        pivots = set(self.pivots)
        for at in range(self.width):
            if at * d not in pivots:
                values[at * d] = nearby(guess[at], bound)
        free = [j for j in range(self.width * d) if j not in pivots and values[j] != 0]
        for i, pivot in enumerate(self.pivots):
            total = self.reduced[i, self.width * d]
            for j in free:
                total -= self.reduced[i, j] * values[j]
            values[pivot] = total
        return [fmpq_poly(values[at * d : at * d + d]) for at in range(self.width)]

    def first(self, guess: Sequence[Any], made: Any) -> Any:
        """What `made` makes of the first rounding that it does not refuse."""
        refused = Refused("nothing was tried")
        seen: list[list[fmpq_poly]] = []
        for bound in DENOMINATORS:
            values = self.at(guess, bound)
            if values in seen:
                continue
            seen.append(values)
            try:
                return made(values)
            except Refused as error:
                refused = error
        raise refused


def nearby(value: Any, bound: int) -> fmpq:
    """The fraction with a denominator up to the bound that is nearest to the value."""
    return rational(dyadic(value).limit_denominator(bound))
