"""Eliminants with cofactors: what the kernel's `roots` needs to know that a list is complete.

If a polynomial system has finitely many complex solutions, its ideal contains for each variable x
a nonzero polynomial p(x), which vanishes at the x-coordinate of every solution. The least one is
the minimal polynomial of multiplication by x modulo the ideal; it is found from the normal forms of
1, x, x², … for a Gröbner basis (Cox, Little & O'Shea 2005, Chapter 2). The cofactors c with
p = sum of c * equation follow from multiples of the equations (Macaulay 1902) in steps: x times the
normal form of xᵏ is brought to normal form by multiples of low degree, so that linear systems stay
small however high the degree of p is. The degree of the multiples grows until that is possible.
"""

from collections.abc import Sequence
from itertools import combinations_with_replacement
from typing import Any

import sympy as sp
from flint import fmpq, fmpq_mat

from provenscape.kernel import Roots
from provenscape.search.algebraic import for_ring, for_sympy
from provenscape.search.linear import rational
from provenscape.search.semidefinite import NotFound

Eliminant = tuple[sp.Expr, list[sp.Expr]]


def eliminants(statement: Roots, degree: int = 14) -> dict[sp.Symbol, Eliminant]:
    """For each variable the polynomial and the cofactors that `roots` takes.

    `degree` bounds the degree of cofactor times equation. Raises `NotFound` if there are infinitely
    many complex solutions, or the degree does not suffice.
    """
    ring = sp.ring(statement.variables, sp.QQ)[0]
    system = [ring.from_expr(sp.expand(equation)) for equation in statement.exact]
    basis = sp.groebner(statement.exact, *statement.variables, order="grevlex", domain=sp.QQ)
    if basis.exprs != [1] and not basis.is_zero_dimensional:
        raise NotFound("the system has infinitely many complex solutions")
    found = {}
    for variable in statement.variables:
        polynomial = minimal_polynomial(basis, variable)
        cofactors = lift(ring.from_expr(polynomial), system, degree)
        found[variable] = (polynomial, cofactors)
    return found


def minimal_polynomial(basis: Any, variable: sp.Symbol) -> sp.Expr:
    """The monic polynomial of least degree in the variable alone that lies in the ideal."""
    remainders = [sp.Poly(basis.reduce(sp.Integer(1))[1], *basis.gens)]
    while True:
        rows = sorted({m for r in remainders for m in r.monoms()})
        table = [[rational(r.coeff_monomial(m)) for r in remainders] for m in rows]
        combination = dependence(table)
        if combination:
            return sp.Add(*(c * variable**k for k, c in enumerate(combination)))
        following = sp.expand(remainders[-1].as_expr() * variable)
        remainders.append(sp.Poly(basis.reduce(following)[1], *basis.gens))


def dependence(table: Sequence[Sequence[fmpq]]) -> list[sp.Rational]:
    """The last column as a combination of the others: coefficients, with 1 for itself; or []."""
    last = len(table[0]) - 1
    solution = solve([row[:last] for row in table], [-row[last] for row in table])
    return [*solution, sp.Integer(1)] if solution is not None else []


def solve(table: Sequence[Sequence[fmpq]], values: Sequence[fmpq]) -> list[sp.Rational] | None:
    """A solution of a linear system over the rationals, zero wherever it is free, or None."""
    columns = len(table[0])
    entries = [v for row, b in zip(table, values, strict=True) for v in (*row, b)]
    reduced, rank = fmpq_mat(len(table), columns + 1, entries).rref()
    solution = [sp.Integer(0)] * columns
    for i in range(rank):
        pivot = next(j for j in range(columns + 1) if reduced[i, j] != 0)
        if pivot == columns:
            return None
        value = reduced[i, columns]
        solution[pivot] = for_sympy(value)
    return solution


def lift(target: Any, system: Sequence[Any], degree: int) -> list[sp.Expr]:
    """Cofactors with which the equations combine to the target, a polynomial in one variable;
    `degree` bounds that of the multiples that one step takes."""
    ring = target.ring
    index = next((k for m in target.monoms() for k, e in enumerate(m) if e), 0)
    equations = [e for e in system if e]
    least = max((sum(m) for e in equations for m in e.monoms()), default=0)
    for bound in range(least, degree + 1):
        found = Multiples(ring, system, bound).cofactors(target, index)
        if found is not None:
            return [c.as_expr() for c in found]
    raise NotFound(f"no cofactors up to degree {degree}")


class Multiples:
    """The multiples of equations by monomials up to a degree, and normal forms modulo their span.

    The basis of the span is chosen once: independent multiples, and as many monomials, the highest
    ones, of which a normal form is free.
    """

    def __init__(self, ring: Any, system: Sequence[Any], bound: int) -> None:
        self.ring, self.system, self.bound = ring, system, bound
        made = [
            (number, monomial, equation * monomial)
            for number, equation in enumerate(system)
            if equation
            for size in range(bound - max(map(sum, equation.monoms())) + 1)
            for factors in combinations_with_replacement(ring.gens, size)
            for monomial in [sp.prod(factors, start=ring.one)]
        ]
        every = {m for _, _, product in made for m in product.monoms()}
        self.monomials = sorted(every, key=lambda m: (sum(m), m), reverse=True)
        rows = [[rational(p.get(m, 0)) for m in self.monomials] for _, _, p in made]
        chosen = pivots(list(zip(*rows, strict=True)))
        self.made = [made[k] for k in chosen]
        rows = [rows[k] for k in chosen]
        self.leading = pivots(rows)
        size = len(chosen)
        square = [row[j] for row in rows for j in self.leading]
        self.inverse = fmpq_mat(size, size, square).inv() if size else None

    def normal(self, polynomial: Any) -> tuple[Any, list[Any]]:
        """The normal form, and cofactors with polynomial = normal form + sum c * equation."""
        cofactors = [self.ring.zero] * len(self.system)
        values = [rational(polynomial.get(self.monomials[j], 0)) for j in self.leading]
        if self.inverse is None or not any(values):
            return polynomial, cofactors
        weights = (fmpq_mat(1, len(values), values) * self.inverse).entries()
        rest = polynomial
        for weight, (number, monomial, product) in zip(weights, self.made, strict=True):
            if weight:
                exact = for_ring(weight)
                cofactors[number] += monomial * exact
                rest -= product * exact
        return rest, cofactors

    def cofactors(self, target: Any, index: int) -> list[Any] | None:
        """Cofactors of a polynomial in variable number `index`; None if the degree is too low."""
        gen = self.ring.gens[index]
        form, made = self.normal(self.ring.one)
        total, found = self.ring.zero, [self.ring.zero] * len(self.system)
        top = max((m[index] for m in target.monoms()), default=0)
        for power in range(top + 1):
            coefficient = target.get(
                tuple(power * (k == index) for k in range(len(self.ring.gens))), 0
            )
            if coefficient:
                total += form * coefficient
                found = [f + c * coefficient for f, c in zip(found, made, strict=True)]
            following = form * gen
            if power < top and max((sum(m) for m in following.monoms()), default=0) > self.bound:
                return None
            form, more = self.normal(following)
            made = [c * gen + m for c, m in zip(made, more, strict=True)]
        return found if total == 0 else None


def pivots(rows: Sequence[Sequence[fmpq]]) -> list[int]:
    """The columns with a pivot, which are independent and span all others."""
    if not rows or not rows[0]:
        return []
    table = fmpq_mat(len(rows), len(rows[0]), [v for row in rows for v in row])
    reduced, rank = table.rref()
    return [next(j for j in range(len(rows[0])) if reduced[i, j] != 0) for i in range(rank)]
