"""Algebraic numbers: what relations the roots in an expression satisfy, and when a number is zero.

Roots of whole numbers are written by roots of primes, √6 = √2 √3 and √2 = (2^(1/4))²; a `RealRoot`
is a root of its polynomial. Modulo these relations an expression is a polynomial of bounded degree
in the roots: where it is 0, so is the number. The converse holds where the relations are all that
there are, as for roots of primes or one `RealRoot`; else the characteristic polynomial of
multiplication by the number tells how small it would have to be.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from itertools import pairwise, product
from math import lcm, prod
from typing import Any

import sympy as sp
from flint import arb, fmpq, fmpq_mat, fmpz_poly
from flint import ctx as flint_context
from sympy.polys.matrices import DomainMatrix

from provenscape.kernel.language import NUMBER, RealRoot, Rejected, one_of, spelled

Coefficients = tuple[Fraction, ...]  # of a monic polynomial, without the leading one, rising
Element = dict[tuple[int, ...], Fraction]  # a polynomial in the roots
LARGEST_DIMENSION = 64


def is_root(atom: sp.Expr) -> bool:
    """Whether an indeterminate is a root of a rational number or a `RealRoot`."""
    return type(atom) is RealRoot or (
        isinstance(atom, sp.Pow) and all(one_of(type(part), NUMBER) for part in atom.args)
    )


@dataclass(frozen=True)
class Relations:
    """How the roots among some atoms are written by basic ones, each an indeterminate of its own
    (SymPy would merge their powers); the polynomial of each, and what it stands for."""

    written: Mapping[sp.Expr, sp.Expr]
    basic: Mapping[sp.Expr, Coefficients]
    meaning: Mapping[sp.Expr, sp.Expr]


def relations(atoms: Iterable[sp.Expr]) -> Relations:
    """The relations of the roots among the atoms."""
    return _relations(frozenset(filter(is_root, atoms)))


@lru_cache(maxsize=1_000)
def _relations(atoms: frozenset[sp.Expr]) -> Relations:
    written: dict[sp.Expr, sp.Expr] = {}
    basic: dict[sp.Expr, Coefficients] = {}
    meaning: dict[sp.Expr, sp.Expr] = {}
    powers: dict[sp.Expr, list[tuple[int, sp.Rational]]] = {}
    for atom in sorted(atoms, key=spelled):
        if type(atom) is RealRoot:
            written[atom] = _basic(atom, meaning)
            top = atom.coefficients[-1]
            basic[written[atom]] = tuple(Fraction(c, top) for c in atom.coefficients[:-1])
        else:
            primes = [*sp.factorint(atom.base.p).items()]
            primes += [(p, -k) for p, k in sp.factorint(atom.base.q).items()]
            powers[atom] = [(p, sp.Rational(k) * atom.exp) for p, k in primes]
    below: dict[int, int] = {}
    for parts in powers.values():
        for p, k in parts:
            below[p] = lcm(below.get(p, 1), int(k.q))
    for p, q in below.items():
        if q > 1:
            root = _basic(sp.Pow(p, sp.Rational(1, q)), meaning)
            basic[root] = (Fraction(-p), *[Fraction(0)] * (q - 1))
    names = {value: root for root, value in meaning.items()}
    for atom, parts in powers.items():
        roots = ((names.get(sp.Pow(p, sp.Rational(1, below[p])), p), below[p], k) for p, k in parts)
        written[atom] = sp.Mul(*(sp.Integer(1) * root ** int(k * q) for root, q, k in roots))
    return Relations(written, basic, meaning)


def _basic(value: sp.Expr, meaning: dict[sp.Expr, sp.Expr]) -> sp.Symbol:
    """The indeterminate that stands for a root; no symbol of a statement has such a name."""
    symbol = sp.Symbol(f"[{spelled(value)}]", real=True)
    meaning[symbol] = value
    return symbol


class Tower:
    """Polynomials in some roots modulo their relations, in Python's fractions."""

    def __init__(self, basic: Mapping[sp.Expr, Coefficients]) -> None:
        self.atoms = tuple(basic)
        self.relations = tuple(basic.values())

    def times(self, first: Element, second: Element) -> Element:
        total: Element = {}
        for a, c in first.items():
            for b, d in second.items():
                exponents = tuple(map(sum, zip(a, b, strict=True)))
                total[exponents] = total.get(exponents, Fraction(0)) + c * d
        return self.reduced(total)

    def reduced(self, element: Element) -> Element:
        for i, relation in enumerate(self.relations):
            degree = len(relation)
            while high := [m for m in element if m[i] >= degree]:
                top = max(high, key=lambda m: m[i])
                coefficient = element.pop(top)
                for k, c in enumerate(relation):
                    if c:
                        lower = (*top[:i], top[i] - degree + k, *top[i + 1 :])
                        element[lower] = element.get(lower, Fraction(0)) - coefficient * c
        return {m: c for m, c in element.items() if c}

    def quotient(self, expr: sp.Expr, at: Mapping[sp.Expr, Fraction]) -> tuple[Element, Element]:
        """Numerator and denominator of an expression in the roots and in what `at` gives."""
        zero = (0,) * len(self.atoms)
        one = {zero: Fraction(1)}
        if expr in at:
            return self.reduced({zero: at[expr]}), one
        if expr in self.atoms:
            i = self.atoms.index(expr)
            return {tuple(int(j == i) for j in range(len(self.atoms))): Fraction(1)}, one
        if isinstance(expr, sp.Rational):
            return self.reduced({zero: Fraction(int(expr.p), int(expr.q))}), one
        if isinstance(expr, sp.Pow) and isinstance(expr.exp, sp.Integer):
            top, bottom = self.quotient(expr.base, at)
            if expr.exp < 0:
                top, bottom = bottom, top
            power = abs(int(expr.exp))
            return self.power(top, power), self.power(bottom, power)
        if not isinstance(expr, (sp.Add, sp.Mul)):
            raise KeyError(expr)
        top, bottom = self.quotient(expr.args[0], at)
        for part in expr.args[1:]:
            other, below = self.quotient(part, at)
            if isinstance(expr, sp.Mul):
                top = self.times(top, other)
            else:
                top = self.plus(self.times(top, below), self.times(other, bottom))
            bottom = self.times(bottom, below)
        return top, bottom

    def plus(self, first: Element, second: Element) -> Element:
        keys = [*first, *(m for m in second if m not in first)]
        total = {m: first.get(m, Fraction(0)) + second.get(m, Fraction(0)) for m in keys}
        return {m: c for m, c in total.items() if c}

    def power(self, element: Element, exponent: int) -> Element:
        total: Element = {(0,) * len(self.atoms): Fraction(1)}
        for _ in range(exponent):
            total = self.times(total, element)
        return total

    def expression(self, element: Element) -> sp.Expr:
        """The element as SymPy writes it."""
        terms = []
        for m, c in element.items():
            powers = (a**e for a, e in zip(self.atoms, m, strict=True))
            terms.append(sp.Rational(c.numerator, c.denominator) * sp.Mul(*powers))
        return sp.Add(*terms)

    def matrix(self, element: Element) -> list[list[Fraction]]:
        """The matrix of multiplication by an element on the monomials of bounded degree."""
        basis = list(product(*(range(len(relation)) for relation in self.relations)))
        images = [self.times(element, {m: Fraction(1)}) for m in basis]
        return [[image.get(m, Fraction(0)) for image in images] for m in basis]


def equal_by_fractions(
    left: sp.Expr,
    right: sp.Expr,
    basic: Mapping[sp.Expr, Coefficients],
    places: Sequence[Mapping[sp.Expr, Fraction]],
) -> bool:
    """Whether both sides agree at rational places of the other indeterminates, modulo the
    relations."""
    tower = Tower(basic)
    for at in places:
        (a, b), (c, d) = tower.quotient(left, at), tower.quotient(right, at)
        if tower.times(a, d) != tower.times(c, b):
            return False
    return True


def canonical(expr: sp.Expr) -> sp.Expr:
    """A number that is a polynomial in roots, each of them to bounded degree."""
    found = relations(roots_in(expr))
    tower = Tower(found.basic)
    top, bottom = tower.quotient(expr.xreplace(found.written), {})
    if set(bottom) - {(0,) * len(tower.atoms)} or not bottom:
        return expr
    below = bottom[(0,) * len(tower.atoms)]
    return tower.expression({m: c / below for m, c in top.items()}).xreplace(found.meaning)


def roots_in(expr: sp.Expr) -> set[sp.Expr]:
    """The roots in an expression."""
    return {node for node in sp.preorder_traversal(expr) if is_proper_root(node)}


def is_proper_root(node: sp.Basic) -> bool:
    return (
        isinstance(node, sp.Expr)
        and is_root(node)
        and not isinstance(getattr(node, "exp", None), sp.Integer)
    )


def is_algebraic(expr: sp.Expr) -> bool:
    """Whether the expression is a number made of rationals and roots by the four operations."""
    if one_of(type(expr), NUMBER) or is_proper_root(expr):
        return True
    if isinstance(expr, sp.Pow):
        return isinstance(expr.exp, sp.Integer) and is_algebraic(expr.base)
    return isinstance(expr, (sp.Add, sp.Mul)) and all(map(is_algebraic, expr.args))


def is_zero(expr: sp.Expr) -> bool | None:
    """Whether an algebraic number is zero; None where this takes too much.

    It is not where a ball excludes 0, and it is where it vanishes modulo the relations. Else it is
    an eigenvalue of multiplication by it, and the eigenvalues other than 0 have a lower bound
    (Cauchy), which two engines compute.
    """
    if _is_below(expr, Fraction(0), (64,)) is False:
        return False
    found = relations(roots_in(expr))
    tower = Tower(found.basic)
    top, bottom = tower.quotient(expr.xreplace(found.written), {})
    if not bottom:
        raise Rejected(f"{expr} is not defined: its denominator is 0")
    if not top:
        return True
    if prod(map(len, tower.relations)) > LARGEST_DIMENSION:
        return None
    bound = _least_eigenvalue(tower.matrix(top))
    return _is_below(tower.expression(top).xreplace(found.meaning), bound)


def _least_eigenvalue(matrix: list[list[Fraction]]) -> Fraction:
    """A positive number below the size of each eigenvalue that is not 0."""
    size = len(matrix)
    entries = [fmpq(v.numerator, v.denominator) for row in matrix for v in row]
    coefficients = [
        Fraction(int(c.p), int(c.q)) for c in fmpq_mat(size, size, entries).charpoly().coeffs()
    ]
    exact = DomainMatrix(
        [[sp.QQ(v.numerator, v.denominator) for v in row] for row in matrix], (size, size), sp.QQ
    )
    other = [Fraction(int(c.numerator), int(c.denominator)) for c in exact.charpoly()[::-1]]
    if coefficients != other:
        raise Rejected("the engines disagree on a characteristic polynomial")
    lowest = next(c for c in coefficients if c)
    return abs(lowest) / (abs(lowest) + max(abs(c) for c in coefficients))


def _is_below(
    value: sp.Expr, bound: Fraction, precisions: Sequence[int] = (128, 1024, 4096)
) -> bool | None:
    """False where a ball shows that a number is not 0, True where its size is below the bound."""
    from provenscape.kernel.engines import evaluate_arb

    for precision in precisions:
        with flint_context.workprec(precision):
            ball = evaluate_arb(value, {})
            if ball > 0 or ball < 0:
                return False
            if ball.abs_upper() < arb(fmpq(bound.numerator, bound.denominator)):
                return True
    return None


@cache
def enclosure(coefficients: tuple[int, ...], index: int, precision: int) -> arb:
    """A ball that holds the real root with this index and no other one, by FLINT."""
    for bits in (precision, 4 * precision, 16 * precision):
        with flint_context.workprec(bits):
            found: Any = fmpz_poly(list(coefficients)).complex_roots()
            balls = sorted(
                (root.real for root, _ in found if root.imag == 0), key=lambda b: b.mid()
            )
        if all(a < b for a, b in pairwise(balls)):
            return balls[index]
    raise Rejected("the roots of a polynomial are not told apart")


@cache
def interval(coefficients: tuple[int, ...], index: int) -> tuple[sp.Rational, sp.Rational]:
    """Rational ends of a short interval around the same root, by SymPy's continued fractions."""
    poly = sp.Poly(coefficients[::-1], sp.Dummy(), domain=sp.ZZ)
    (low, high), _ = poly.intervals(eps=sp.Rational(1, 10**30))[index]
    return low, high
