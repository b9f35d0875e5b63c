"""All solutions of a polynomial system with finitely many complex ones, exactly.

The multiples of the equations up to some degree, reduced, give a set B of monomials and a rule for
each product x_i b. If the matrices of these rules commute and the equations reduce to zero, B is a
basis of Q[x]/I (Mourrain 1999): this is verified, whatever was computed before. The traces of
multiplication then give the number of distinct complex solutions (the rank of Hermite's form), the
number of real ones (its signature), and each coordinate as a rational function of a separating
linear form t (Rouillier 1999). The polynomial of t is factored: a solution is a root of an
irreducible q, its coordinates are elements of Q[t]/(q). That they solve the equations is verified
in that field; that none is missing follows from both counts.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import combinations_with_replacement, count
from typing import Any

from flint import arb, fmpq, fmpq_mat, fmpq_poly, fmpz_poly
from flint import ctx as flint_context

from provenscape.classify.moving import solutions_move
from provenscape.search.algebraic import Candidates, Field, Real, ball_of, integral, real_of

Monomial = tuple[int, ...]
Terms = tuple[tuple[Monomial, fmpq], ...]
MOST_COLUMNS = 1500
MOST_SOLUTIONS = 130


class Undecided(Exception):
    """Something that is not decided here, and why."""


@dataclass(frozen=True, slots=True, eq=False)
class Solutions:
    """A class of conjugate solutions: coordinates in a field, and their multiplicity."""

    field: Field
    coordinates: tuple[fmpq_poly, ...]
    multiplicity: int
    algebra: "Algebra | None" = None  # of the system that it solves

    def candidates(self, terms: Terms) -> Candidates:
        """Irreducible polynomials of which one has the value of a polynomial as a root, if they are
        known."""
        return None if self.algebra is None else partial(_irreducible, self.algebra, terms)

    def points(self) -> "list[Point]":
        """The real ones."""
        return [Point(self, place) for place in self.field.places()]


@dataclass(frozen=True, slots=True)
class Point:
    """A real point with algebraic coordinates."""

    solution: Solutions
    place: Real

    @property
    def field(self) -> Field:
        return self.solution.field

    @property
    def elements(self) -> tuple[fmpq_poly, ...]:
        return self.solution.coordinates

    def coordinates(self) -> tuple[Real, ...]:
        return tuple(
            real_of(c, self.field, self.place, self.solution.candidates(((one, fmpq(1)),)))
            for c, one in zip(self.elements, units(len(self.elements)), strict=True)
        )

    def value(self, poly: Any) -> Real:
        """The value of a polynomial."""
        terms = terms_of(poly)
        element = _value(self.solution, terms)
        return real_of(element, self.field, self.place, self.solution.candidates(terms))

    def balls(self, precision: int = 64) -> tuple[Any, ...]:
        return tuple(ball_of(c, self.place, precision) for c in self.elements)


def total_degree(poly: Any) -> int:
    return max((sum(m) for m in poly.monoms()), default=-1)


def terms_of(poly: Any) -> Terms:
    return tuple(sorted((tuple(map(int, m)), c) for m, c in poly.to_dict().items()))


def monomials(variables: int, degree: int) -> Iterator[Monomial]:
    """The monomials of one degree."""
    for chosen in combinations_with_replacement(range(variables), degree):
        yield tuple(chosen.count(i) for i in range(variables))


def solve(system: Sequence[Any]) -> list[Solutions]:
    """All complex solutions, up to conjugation; raises `Undecided` where there are too many."""
    equations = [g for g in system if g != 0]
    if any(g.is_constant() for g in equations):
        return []
    found, real = Algebra.of(equations).solutions()
    for solution in found:
        for equation in equations:
            if at_elements(equation, solution.field, solution.coordinates) != 0:
                raise ArithmeticError("a solution does not solve its system")
    if real != sum(len(solution.points()) for solution in found):
        raise ArithmeticError("the number of real solutions is counted in two ways that differ")
    return found


def at_elements(poly: Any, field: Field, at: Sequence[fmpq_poly]) -> fmpq_poly:
    """The value of a polynomial at elements of a field."""
    return _at_elements(terms_of(poly), field, at)


def _at_elements(terms: Terms, field: Field, at: Sequence[fmpq_poly]) -> fmpq_poly:
    powers = [[fmpq_poly([1])] for _ in at]
    total = fmpq_poly([])
    for monomial, coefficient in terms:
        term = fmpq_poly([coefficient])
        for exponent, element, known in zip(monomial, at, powers, strict=True):
            while len(known) <= exponent:
                known.append(field.reduce(known[-1] * element))
            if exponent:
                term = field.reduce(term * known[exponent])
        total = total + term
    return total


@dataclass(frozen=True, slots=True, eq=False)
class Algebra:
    """Q[x]/I with a basis of monomials, and the matrices of multiplication by the variables.

    Columns of a matrix are the products of the basis; the first basis element is 1.
    """

    basis: tuple[Monomial, ...]
    matrices: tuple[fmpq_mat, ...]

    @classmethod
    def of(cls, equations: Sequence[Any]) -> "Algebra":
        variables = len(equations[0].degrees())
        if variables > 2 and solutions_move(equations):  # of two without a factor they are isolated
            raise Undecided("its stationary points are not isolated, and its system does not split")
        degrees = [total_degree(g) for g in equations]
        least = max(degrees)
        most = max(sum(d - 1 for d in sorted(degrees)[-variables:]) + 3, least + 2)
        for degree in range(least, most + 1):
            columns = [m for k in range(degree, -1, -1) for m in monomials(variables, k)]
            if len(columns) > MOST_COLUMNS:
                break
            found = cls._at(equations, columns, degree)
            if found is not None:
                return found
        raise Undecided("its stationary points are too many, or not isolated")

    @classmethod
    def _at(cls, equations: Sequence[Any], columns: list[Monomial], degree: int) -> Any:
        variables = len(columns[0])
        rows = span(equations, columns, degree)
        leading = {next(iter(row)) for row in rows}
        basis = [m for m in reversed(columns) if m not in leading]
        if not basis:
            return cls((), tuple(fmpq_mat(0, 0) for _ in range(variables)))
        if max(map(sum, basis)) >= degree or len(basis) > MOST_SOLUTIONS:
            return None
        place = {m: i for i, m in enumerate(basis)}
        rules = {next(iter(row)): row for row in rows}
        matrices = []
        for variable in range(variables):
            matrix = fmpq_mat(len(basis), len(basis))
            for column, monomial in enumerate(basis):
                product = raised(monomial, variable)
                if product in place:
                    matrix[place[product], column] = fmpq(1)
                elif product in rules:
                    for m, c in rules[product].items():
                        if m != product:
                            matrix[place[m], column] = -c
                else:
                    return None
            matrices.append(matrix)
        algebra = cls(tuple(basis), tuple(matrices))
        return algebra if algebra.is_quotient(equations) else None

    def is_quotient(self, equations: Sequence[Any]) -> bool:
        """Whether the matrices commute and the equations reduce to zero."""
        if any(a * b != b * a for i, a in enumerate(self.matrices) for b in self.matrices[:i]):
            return False
        zero, class_of = fmpq_mat(len(self.basis), 1), self.classes()
        return all(self._combined(terms_of(g), class_of) == zero for g in equations)

    def one(self) -> fmpq_mat:
        return fmpq_mat(len(self.basis), 1, [fmpq(1)] + [fmpq(0)] * (len(self.basis) - 1))

    def classes(self) -> Callable[[Monomial], fmpq_mat]:
        """The class of a monomial in the basis, each computed once."""
        known = {(0,) * len(self.matrices): self.one()}

        def class_of(monomial: Monomial) -> fmpq_mat:
            if monomial not in known:
                i = next(i for i, e in enumerate(monomial) if e)
                known[monomial] = self.matrices[i] * class_of(raised(monomial, i, -1))
            return known[monomial]

        return class_of

    def _combined(self, terms: Terms, of: Callable[[Monomial], fmpq_mat]) -> fmpq_mat:
        return sum((of(m) * c for m, c in terms), fmpq_mat(len(self.basis), 1))

    def multiplication(self, terms: Terms) -> fmpq_mat:
        """The matrix of multiplication by a polynomial, column by column: the product with x_i b is
        x_i times that with b."""
        size = len(self.basis)
        columns = {self.basis[0]: self._combined(terms, self.classes())}
        for monomial in self.basis[1:]:
            i = next(i for i, e in enumerate(monomial) if e)
            columns[monomial] = self.matrices[i] * columns[raised(monomial, i, -1)]
        return fmpq_mat(size, size, [c for v in columns.values() for c in v.entries()]).transpose()

    def traces(self) -> list[fmpq]:
        """The trace of multiplication by each element of the basis. Many products of two elements
        are one monomial, whose class is computed once."""
        class_of = self.classes()
        return [
            sum((class_of(times(b, c))[k, 0] for k, c in enumerate(self.basis)), fmpq(0))
            for b in self.basis
        ]

    def hermite(self, traces: fmpq_mat) -> fmpq_mat:
        """The matrix of the traces of products of two elements of the basis."""
        size = len(self.basis)
        rows: dict[Monomial, fmpq_mat] = {}
        for monomial in self.basis:
            if sum(monomial) == 0:
                rows[monomial] = traces
            else:
                i = next(i for i, e in enumerate(monomial) if e)
                rows[monomial] = rows[raised(monomial, i, -1)] * self.matrices[i]
        return fmpq_mat(size, size, [v for m in self.basis for v in rows[m].entries()])

    def solutions(self) -> tuple[list[Solutions], int]:
        """All solutions by a separating linear form, and the number of real ones by themselves."""
        if not self.basis:
            return [], 0
        traces = fmpq_mat(1, len(self.basis), self.traces())
        hermite = self.hermite(traces)
        distinct = hermite.rank()
        real = 2 * positive_squares(hermite, distinct) - distinct
        for form in forms(len(self.matrices)):
            matrix = sum(
                (m * fmpq(c) for m, c in zip(self.matrices[1:], form[1:], strict=True)),
                self.matrices[0] * fmpq(form[0]),
            )
            charpoly = matrix.charpoly()
            factors = integral(charpoly).factor()[1]
            if sum(q.degree() for q, _ in factors) == distinct:
                return self._by(matrix, factors, traces), real
        raise Undecided("no linear form tells its stationary points apart")

    def _by(self, matrix: fmpq_mat, factors: Any, traces: fmpq_mat) -> list[Solutions]:
        squarefree = fmpq_poly([1])
        for q, _ in factors:
            squarefree = squarefree * fmpq_poly(q)
        squarefree = squarefree * (1 / squarefree[squarefree.degree()])
        degree = squarefree.degree()
        coefficients = [squarefree[degree - i] for i in range(degree)]  # from the leading one on
        rows, row = [], traces
        for _ in range(degree):
            rows.append(row)
            row = row * matrix
        horner = [fmpq_poly([coefficients[j - k] for k in range(j + 1)]) for j in range(degree)]

        def numerator(vector: fmpq_mat) -> fmpq_poly:
            total = fmpq_poly([])
            for i, traced in enumerate(rows):
                total = total + horner[degree - 1 - i] * (traced * vector)[0, 0]
            return total

        bottom = numerator(self.one())
        tops = [numerator(m * self.one()) for m in self.matrices]
        found = []
        for q, multiplicity in factors:
            q = -q if q.leading_coefficient() < 0 else q
            field = Field(tuple(int(c) for c in q.coeffs()))
            inverse = field.inverse(field.reduce(bottom))
            coordinates = tuple(field.reduce(field.reduce(top) * inverse) for top in tops)
            found.append(Solutions(field, coordinates, int(multiplicity), self))
        return found


@cache
def _value(solution: Solutions, terms: Terms) -> fmpq_poly:
    return _at_elements(terms, solution.field, solution.coordinates)


@cache
def _irreducible(algebra: Algebra, terms: Terms) -> list[fmpz_poly]:
    """The irreducible factors of the characteristic polynomial of multiplication by another."""
    factors = integral(algebra.multiplication(terms).charpoly()).factor()[1]
    return [-q if q.leading_coefficient() < 0 else q for q, _ in factors]


def positive_squares(matrix: fmpq_mat, rank: int) -> int:
    """How many positive squares a quadratic form of known rank has. Lagrange's reduction in balls:
    as many pivots as the rank, none of them 0, leave nothing."""
    for doubled in count():
        with flint_context.workprec(128 << doubled):
            found = _positive_pivots([[arb(c) for c in row] for row in matrix.table()], rank)
        if found is not None:
            return found
    raise AssertionError


def _positive_pivots(rows: list[list[arb]], rank: int) -> int | None:
    """How many of so many pivots are positive, or None where the balls are too wide to tell."""
    positive = 0
    for _ in range(rank):
        if all(0 in row[i] for i, row in enumerate(rows)) and not _brought_to_diagonal(rows):
            return None
        pivots = [i for i, row in enumerate(rows) if 0 not in row[i]]
        if not pivots:
            return None
        at = max(pivots, key=lambda i: int(rows[i][i].rel_accuracy_bits()))
        pivot, column = rows[at][at], [row[at] for row in rows]
        positive += pivot > 0
        left = [i for i in range(len(rows)) if i != at]
        scaled = [c / pivot for c in column]
        upper = {(i, j): rows[i][j] - scaled[i] * column[j] for i in left for j in left if i <= j}
        rows = [[upper[min(i, j), max(i, j)] for j in left] for i in left]
    return positive


def _brought_to_diagonal(rows: list[list[arb]]) -> bool:
    """Take x_i + x_j for x_j, of an entry that is not 0 beside the diagonal, if there is one."""
    for i, row in enumerate(rows):
        for j, entry in enumerate(row):
            if 0 not in entry:
                rows[i] = [a + b for a, b in zip(row, rows[j], strict=True)]
                for each in rows:
                    each[i] = each[i] + each[j]
                return True
    return False


def forms(variables: int) -> Iterator[tuple[int, ...]]:
    """Linear forms, plain ones first, of which one tells any finitely many points apart."""
    yield from units(variables)
    for k in range(1, 200):
        yield tuple(k**j for j in range(variables))
        yield tuple((-k) ** j for j in range(variables))


def units(variables: int) -> Iterator[Monomial]:
    """The exponents of each variable by itself."""
    for i in range(variables):
        yield tuple(int(i == j) for j in range(variables))


def times(first: Monomial, second: Monomial) -> Monomial:
    return tuple(map(sum, zip(first, second, strict=True)))


def raised(monomial: Monomial, variable: int, by: int = 1) -> Monomial:
    return tuple(e + by * (i == variable) for i, e in enumerate(monomial))


def span(
    equations: Sequence[Any], columns: list[Monomial], degree: int
) -> list[dict[Monomial, fmpq]]:
    """The reduced rows of all that the equations generate without exceeding the degree."""
    place = {m: i for i, m in enumerate(columns)}
    variables = len(columns[0])
    rows: list[dict[Monomial, fmpq]] = []
    for equation in equations:
        terms = {tuple(map(int, m)): c for m, c in equation.to_dict().items()}
        for extra in range(degree - total_degree(equation) + 1):
            for factor in monomials(variables, extra):
                rows.append({times(m, factor): c for m, c in terms.items()})
    rows = reduced(rows, columns, place)
    while True:
        more = [
            {raised(m, i): c for m, c in row.items()}
            for row in rows
            if max(map(sum, row)) < degree
            for i in range(variables)
        ]
        known = len(rows)
        rows = reduced(rows + more, columns, place)
        if len(rows) == known:
            return rows


def reduced(
    rows: list[dict[Monomial, fmpq]], columns: list[Monomial], place: dict[Monomial, int]
) -> list[dict[Monomial, fmpq]]:
    matrix = fmpq_mat(len(rows), len(columns))
    for i, row in enumerate(rows):
        for m, c in row.items():
            matrix[i, place[m]] = c
    echelon, rank = matrix.rref()
    table = echelon.table()[:rank]
    return [{m: c for m, c in zip(columns, row, strict=True) if c != 0} for row in table]
