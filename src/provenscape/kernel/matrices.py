"""Rules about exact matrices and polynomial systems: `inertia` and `roots`."""

from collections.abc import Mapping, Sequence
from itertools import pairwise, product
from typing import Any

import sympy as sp
from flint import fmpq, fmpq_mat, fmpq_poly

from provenscape.kernel.claim import Claim
from provenscape.kernel.cone import defined
from provenscape.kernel.engines import (
    NAMES,
    evaluate_arb,
    evaluate_fraction,
    require_identity,
    sign,
)
from provenscape.kernel.language import Rejected, substitute
from provenscape.kernel.numbers import canonical, is_algebraic
from provenscape.kernel.relations import Inertia, Roots
from provenscape.kernel.theorem import Step, Term, Theorem

Counts = tuple[int, int, int]
Checked = tuple[Step, Sequence[Theorem]]


def inertia(claim: Claim) -> Checked:
    """The numbers of positive, negative and zero eigenvalues of an exact symmetric matrix.

    Sylvester's law: symmetric elimination in fractions, with 2 x 2 pivots. Second engine:
    Descartes' rule on FLINT's characteristic polynomial, exact since all its roots are real. Where
    entries have roots, both are done with signs of algebraic numbers. Verdict: proved.
    """
    if not isinstance(claim.then, Inertia):
        raise Rejected(f"{claim.id} does not conclude an inertia")
    counted = counts(claim.then.exact)
    if counted != (claim.then.positive, claim.then.negative, claim.then.zero):
        raise Rejected(f"the inertia is {counted}")
    return Step("inertia", "proved", ("fractions", "flint")), ()


def counts(matrix: sp.ImmutableMatrix) -> Counts:
    """The inertia of a symmetric matrix of algebraic numbers, by two engines that agree."""
    if all(isinstance(entry, sp.Rational) for entry in matrix):
        counted, again = inertia_by_pivots(matrix), inertia_by_charpoly(matrix)
    elif all(map(is_algebraic, matrix)):
        counted, again = inertia_by_minors(matrix), inertia_by_descartes(matrix)
    else:
        raise Rejected(f"the entries of {matrix.tolist()} are no algebraic numbers")
    if counted != again:
        raise Rejected("the engines disagree on an inertia")
    return counted


def inertia_by_pivots(matrix: sp.ImmutableMatrix) -> Counts:
    """Inertia by symmetric Gaussian elimination in exact fractions."""
    rest = [[evaluate_fraction(entry, {}) for entry in row] for row in matrix.tolist()]
    positive = negative = 0
    while rest and any(value for row in rest for value in row):
        size = range(len(rest))
        diagonal = next((i for i in size if rest[i][i] != 0), None)
        if diagonal is not None:
            pivot = rest[diagonal][diagonal]
            positive, negative = positive + (pivot > 0), negative + (pivot < 0)
            keep = [i for i in size if i != diagonal]
            rest = [
                [rest[i][j] - rest[i][diagonal] * rest[diagonal][j] / pivot for j in keep]
                for i in keep
            ]
        else:
            p, q = next((i, j) for i in size for j in size if rest[i][j] != 0)
            off = rest[p][q]
            positive, negative = positive + 1, negative + 1
            keep = [i for i in size if i not in (p, q)]
            rest = [
                [
                    rest[i][j] - (rest[i][p] * rest[q][j] + rest[i][q] * rest[p][j]) / off
                    for j in keep
                ]
                for i in keep
            ]
    return positive, negative, matrix.shape[0] - positive - negative


def inertia_by_charpoly(matrix: sp.ImmutableMatrix) -> Counts:
    """Inertia by counting the sign changes of the characteristic polynomial."""
    size = matrix.shape[0]
    entries = [fmpq(int(e.p), int(e.q)) for e in matrix]
    coefficients = list(fmpq_mat(size, size, entries).charpoly().coeffs())
    zero = next(i for i, c in enumerate(coefficients) if c != 0)
    signs = [1 if c > 0 else -1 for c in coefficients if c != 0]
    positive = sum(a != b for a, b in pairwise(signs))
    return positive, size - zero - positive, zero


def inertia_by_minors(matrix: sp.ImmutableMatrix) -> Counts:
    """Inertia of a matrix of algebraic numbers, by elimination without division: what is left is
    multiplied by the square of the pivot."""
    rest = [[canonical(entry) for entry in row] for row in matrix.tolist()]
    positive = negative = 0
    while rest:
        size = range(len(rest))
        signs = [sign(rest[i][i]) for i in size]
        pivot = next((i for i in size if signs[i]), None)
        if pivot is None:
            pair = next(((i, j) for i in size for j in range(i) if sign(rest[i][j])), None)
            if pair is None:
                break
            p, q = pair  # with zeros on the diagonal: add one row and column to the other
            rest[p] = [rest[p][j] + rest[q][j] for j in size]
            for row in rest:
                row[p] = row[p] + row[q]
            continue
        top = rest[pivot][pivot]
        positive, negative = positive + (signs[pivot] > 0), negative + (signs[pivot] < 0)
        keep = [i for i in size if i != pivot]
        rest = [
            [canonical(top * (top * rest[i][j] - rest[i][pivot] * rest[pivot][j])) for j in keep]
            for i in keep
        ]
    return positive, negative, matrix.shape[0] - positive - negative


def inertia_by_descartes(matrix: sp.ImmutableMatrix) -> Counts:
    """The same by the signs of the characteristic polynomial (Faddeev and Le Verrier)."""
    size = matrix.shape[0]
    coefficients, power = [sp.Integer(1)], sp.eye(size)
    for k in range(1, size + 1):
        product_ = (matrix * power).applyfunc(canonical)
        coefficients.append(canonical(-product_.trace() / k))
        power = product_ + coefficients[-1] * sp.eye(size)
    signs = [sign(c) for c in coefficients]
    zero = next(k for k, s in enumerate(reversed(signs)) if s)
    changes = sum(a != b for a, b in pairwise([s for s in signs if s]))
    return changes, size - zero - changes, zero


def roots(claim: Claim, eliminants: Mapping[sp.Symbol, tuple[Any, Sequence[Any]]]) -> Checked:
    """The complete list of real solutions of a polynomial system.

    For each variable x the certificate gives a nonzero polynomial p(x) and cofactors c, defined
    everywhere, with p = sum of c * equation, an identity checked by all engines; solutions then lie
    on the finite grid of the real roots of the p. FLINT isolates these, and SymPy's Sturm sequence
    counts them. Every grid point must violate an equation (a ball that excludes 0) or be the only
    one near a listed point, which solves all equations exactly; so that the listed points are as
    many as the solutions at most. Verdict: proved.
    """
    if not isinstance(claim.then, Roots) or claim.given:
        raise Rejected(f"{claim.id} does not conclude a solution set without hypotheses")
    system, variables, points = claim.then.exact, claim.then.variables, claim.then.points
    for point in points:
        if any(sign(substitute(e, dict(zip(variables, point, strict=True)))) for e in system):
            raise Rejected(f"{point} does not solve the system")
    axes, terms = [], []
    for variable in variables:
        if variable not in eliminants:
            raise Rejected(f"no polynomial in {variable} alone is given")
        polynomial, cofactors = eliminants[variable]
        total = sp.Add(*(defined(c, ()) * e for c, e in zip(cofactors, system, strict=True)))
        axes.append(real_roots(defined(polynomial, ()), variable))
        require_identity(defined(polynomial, ()), total)
        terms.append(Term("eliminant", variable.name, sp.Integer(1), defined(polynomial, ())))
        terms += (
            Term("cofactor", variable.name, defined(c, ()), e)
            for c, e in zip(cofactors, system, strict=True)
        )
    matched = []
    for candidate in product(*axes):
        at = dict(zip(variables, candidate, strict=True))
        values = [evaluate_arb(e, at) for e in system]
        if any(value > 0 or value < 0 for value in values):
            continue
        near = [
            i
            for i, point in enumerate(points)
            if all(
                evaluate_arb(v, {}).overlaps(ball) for v, ball in zip(point, candidate, strict=True)
            )
        ]
        if len(near) != 1:
            raise Rejected(f"a solution near {candidate} is not listed, or listed twice")
        matched += near
    if sorted(matched) != list(range(len(points))):
        raise Rejected("the listed points are not one for each solution")
    return Step("roots", "proved", (*NAMES, "arb"), certificate=tuple(terms)), ()


def real_roots(polynomial: sp.Expr, variable: sp.Symbol) -> list[Any]:
    """Disjoint balls around the real roots of a nonzero univariate rational polynomial."""
    if polynomial.free_symbols - {variable}:
        raise Rejected(f"{polynomial} is not a polynomial in {variable} alone")
    poly = sp.Poly(polynomial, variable, domain=sp.QQ)
    if poly.is_zero:
        raise Rejected("the zero polynomial eliminates nothing")
    coefficients = poly.all_coeffs()[::-1]
    require_identity(polynomial, sp.Add(*(c * variable**k for k, c in enumerate(coefficients))))
    if poly.degree() == 0:
        return []
    exact = fmpq_poly([fmpq(int(c.p), int(c.q)) for c in coefficients])
    isolated: list[Any] = exact.complex_roots()
    found = [root.real for root, _ in isolated if root.imag == 0]
    if len(found) != poly.count_roots():
        raise Rejected("the engines disagree on the number of real roots")
    return found
