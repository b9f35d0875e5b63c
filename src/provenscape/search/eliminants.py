"""Eliminants with cofactors: what the kernel's `roots` needs to know that a list is complete.

If a polynomial system has finitely many complex solutions, its ideal contains for each variable x
a nonzero polynomial p(x), which vanishes at the x-coordinate of every solution. The least one is
the minimal polynomial of multiplication by x modulo the ideal; it is found from the normal forms of
1, x, x², … for a Gröbner basis (Cox, Little & O'Shea 2005, Chapter 2). The cofactors c with
p = sum of c * equation then solve a linear system in the multiples of the equations up to some
degree (Macaulay 1902); the degree grows until it is solvable.
"""

from collections.abc import Sequence
from itertools import combinations_with_replacement
from typing import Any

import sympy as sp
from flint import fmpq, fmpq_mat

from provenscape.kernel import Roots
from provenscape.search.semidefinite import NotFound, rational

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
        solution[pivot] = sp.Rational(int(value.p), int(value.q))
    return solution


def lift(target: Any, system: Sequence[Any], degree: int) -> list[sp.Expr]:
    """Cofactors with which the equations combine to the target."""
    ring = target.ring
    least = max(sum(m) for polynomial in (target, *system) for m in polynomial.monoms())
    for bound in range(least, degree + 1):
        multiples = [
            (index, monomial)
            for index, equation in enumerate(system)
            for size in range(bound - max(map(sum, equation.monoms())) + 1)
            for factors in combinations_with_replacement(ring.gens, size)
            for monomial in [sp.prod(factors, start=ring.one)]
        ]
        products = [system[index] * monomial for index, monomial in multiples]
        rows = sorted({m for p in (*products, target) for m in p.monoms()})
        table = [[rational(p.get(m, 0)) for p in products] for m in rows]
        solution = solve(table, [rational(target.get(m, 0)) for m in rows])
        if solution is not None:
            cofactors = [sp.Integer(0)] * len(system)
            for coefficient, (index, monomial) in zip(solution, multiples, strict=True):
                cofactors[index] += coefficient * monomial.as_expr()
            return cofactors
    raise NotFound(f"no cofactors up to degree {degree}")
