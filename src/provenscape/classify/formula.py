"""From the text that a user types to a polynomial over the rationals, or the reason why not.

An exponential exp(k x) in a variable that occurs nowhere else is a positive unknown u = exp(x): the
change of variables is a diffeomorphism, so that stationary points, their inertia and kind are those
of the polynomial with u > 0, or of its quotient by powers of u where there is exp(-k x) too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import comb, gcd, lcm
from typing import Any

import sympy as sp
from flint import Ordering, fmpq, fmpq_mpoly_ctx

from provenscape.classify import domain, naming
from provenscape.classify.boxes import Sides
from provenscape.errors import UserError
from provenscape.search.algebraic import for_sympy
from provenscape.study.grammar import Unreadable, shown
from provenscape.study.spelling import Condition, read

MOST_DEGREE = 60
MOST_TERMS = 6_000
LARGEST_END = 1e6  # of a box


@dataclass(frozen=True)
class Polynomial:
    """A polynomial, the names of its unknowns, and of those that are exp(k x): x and k.

    rest: what it is more than a sum of positive multiples of squares that were typed as such.
    below: the function is the polynomial divided by these powers of the unknowns, which are 0 but
    for exponentials, as of exp(x) + exp(-x).
    """

    poly: Any
    rest: Any
    names: tuple[str, ...]
    exponentials: Mapping[int, tuple[str, sp.Rational]] = field(default_factory=dict)
    below: tuple[int, ...] = ()


def parse(
    text: str, variables: Sequence[str] | None = None, sides: str | None = None
) -> tuple[sp.Expr, tuple[str, ...]]:
    """The expression and its variables in order, as `naming.variables` has them; raises
    `UserError`, also where the expression is defined at points at which what was typed is not, in
    the box with these sides if they are given."""
    names = naming.variables(text, variables)
    conditions: list[Condition] = []
    try:
        expr = read(text, lambda name: sp.Symbol(name, real=True), conditions)
        domain.require_kept(conditions, expr, names, None if sides is None else box(sides, names))
        return expr, names
    except Unreadable as error:
        raise naming.unread(error) from error


def box(text: str, names: Sequence[str]) -> Sides:
    """The sides of a box, written as x=-2:2,y=0:pi, in the order of the names, exactly; `UserError`
    else."""
    sides: dict[str, tuple[sp.Expr, sp.Expr]] = {}
    for part in text.split(","):
        name, _, ends = part.partition("=")
        low, colon, high = ends.partition(":")
        name = name.strip()
        if name not in names or name in sides or not colon:
            raise UserError(
                f"--box: {shown(part)} is no side; write {names[0]}=-2:2 for each variable"
            )
        sides[name] = (_end(low), _end(high))
        if not sides[name][0] < sides[name][1]:
            raise UserError(f"--box: {shown(part)} is empty; write the lower end first")
    missing = [name for name in names if name not in sides]
    if missing:
        raise UserError(f"--box: no side is given for {missing[0]}; add {missing[0]}=-2:2")
    return tuple(sides[name] for name in names)


def _end(text: str) -> sp.Expr:
    """The number that a text spells."""

    def none(name: str) -> sp.Symbol:
        raise Unreadable(f"{shown(name)} is no number")

    try:
        exact = read(text, none)
        size = abs(float(exact))
    except (Unreadable, TypeError, ValueError, OverflowError) as error:
        raise UserError(f"--box: {shown(text)} is no number; write -2, 0.5 or 2*pi") from error
    if size > LARGEST_END:
        raise UserError(f"--box: {shown(text)} is too far out; at most {LARGEST_END:g} is taken")
    return exact


def polynomial(expr: sp.Expr, names: tuple[str, ...]) -> Polynomial | None:
    """The expression as a polynomial with rational coefficients, or None if it is none.

    Raises `UserError` if it is too large.
    """
    if domain.of_expression(expr):
        return None
    symbols = [sp.Symbol(name, real=True) for name in names]
    exponentials: dict[int, tuple[str, sp.Rational]] = {}
    expr, factors = without_exponentials(expr, symbols)
    for symbol, factor in factors.items():
        exponentials[symbols.index(symbol)] = symbol.name, factor
    unknowns = tuple(
        f"exp({sp.sstr(exponentials[i][1] * s)})" if i in exponentials else s.name
        for i, s in enumerate(symbols)
    )
    context = fmpq_mpoly_ctx.get([f"v{i}" for i in range(len(names))], Ordering.degrevlex)
    generators = dict(zip(symbols, context.gens(), strict=True))
    degree = _degree(expr, frozenset(factors))
    if degree is None:
        return None
    if degree > MOST_DEGREE or comb(len(names) + degree, degree) > MOST_TERMS:
        raise UserError(
            f"degree {degree} in {len(names)} variables is too much: at most degree {MOST_DEGREE} "
            f"and {MOST_TERMS} monomials are taken"
        )
    poly, below = _lowered(*_walk(expr, generators, context))
    rest = poly
    for term in sp.Add.make_args(expr) if not any(below) else ():
        if _is_square_of_sum(term):
            rest = rest - _walk(term, generators, context)[0]
    return Polynomial(poly, rest, unknowns, exponentials, below)


def _is_square_of_sum(term: sp.Expr) -> bool:
    """Whether a term is a positive multiple of even powers, of a sum at least once."""
    powers = [factor for factor in sp.Mul.make_args(term) if not factor.is_Rational]
    return (
        all(p.is_Pow and p.exp.is_Integer and p.exp % 2 == 0 for p in powers)
        and any(p.base.is_Add for p in powers)
        and sp.Mul(*(c for c in sp.Mul.make_args(term) if c.is_Rational)) > 0
    )


def without_exponentials(
    expr: sp.Expr, symbols: Sequence[sp.Symbol]
) -> tuple[sp.Expr, dict[sp.Symbol, sp.Rational]]:
    """The expression with u for exp(k x) of each variable x that occurs in exponents alone, u
    keeping the name of x, and these k; exp(x - 2 y) is a product. As it is where an exponent is
    none of these variables, or has one that occurs elsewhere."""
    exponents: dict[sp.Expr, dict[sp.Symbol, sp.Rational]] = {}
    for node in expr.atoms(sp.exp):
        terms = (term.as_coeff_Mul() for term in sp.Add.make_args(sp.expand(node.args[0])))
        powers = {symbol: k for k, symbol in terms}
        if not all(s in symbols and k.is_Rational for s, k in powers.items()):
            return expr, {}
        exponents[node] = powers
    factors: dict[sp.Symbol, sp.Rational] = {}
    for symbol in symbols:
        found = [powers[symbol] for powers in exponents.values() if symbol in powers]
        if found:
            below = lcm(*(int(k.q) for k in found))
            factor = sp.Rational(gcd(*(int(k * below) for k in found)), below)
            factors[symbol] = factor if max(found) > 0 else -factor
    fresh = {symbol: sp.Dummy() for symbol in factors}
    replaced = expr.xreplace(
        {
            node: sp.Mul(*(fresh[s] ** (k / factors[s]) for s, k in powers.items()))
            for node, powers in exponents.items()
        }
    )
    if replaced.has(*factors) if factors else True:
        return expr, {}
    return replaced.xreplace({new: symbol for symbol, new in fresh.items()}), factors


def _degree(expr: sp.Expr, exponentials: frozenset[sp.Symbol]) -> int | None:
    """A bound on the degree, by structure, a negative power of an exponential counting as one; None
    for what is no polynomial over the rationals."""
    if isinstance(expr, sp.Rational):
        return 0
    if isinstance(expr, sp.Symbol):
        return 1
    if isinstance(expr, sp.Pow) and isinstance(expr.exp, sp.Integer):
        inner = _degree(expr.base, exponentials)
        if inner is None or (expr.exp < 0 and expr.base not in exponentials):
            return None
        return inner * abs(int(expr.exp))
    if isinstance(expr, (sp.Add, sp.Mul)):
        parts = [_degree(part, exponentials) for part in expr.args]
        if None in parts:
            return None
        known = [part for part in parts if part is not None]
        return max(known) if isinstance(expr, sp.Add) else sum(known)
    return None


Below = tuple[int, ...]  # the powers of the unknowns by which a polynomial is divided


def _walk(expr: sp.Expr, generators: Mapping[sp.Symbol, Any], context: Any) -> tuple[Any, Below]:
    """The expression as a polynomial and what it is divided by."""
    none = (0,) * len(generators)
    if isinstance(expr, sp.Rational):
        return context.constant(fmpq(int(expr.p), int(expr.q))), none
    if isinstance(expr, sp.Symbol):
        return generators[expr], none
    if isinstance(expr, sp.Pow):
        power = int(expr.exp)
        if power < 0:
            own = list(generators).index(expr.base)
            return context.constant(1), tuple(-power * (i == own) for i in range(len(none)))
        poly, below = _walk(expr.base, generators, context)
        return poly**power, tuple(power * e for e in below)
    parts = [_walk(part, generators, context) for part in expr.args]
    if isinstance(expr, sp.Mul):
        whole = context.constant(1)
        for poly, _ in parts:
            whole = whole * poly
        return whole, tuple(map(sum, zip(*(below for _, below in parts), strict=True)))
    common = tuple(map(max, zip(*(below for _, below in parts), strict=True)))
    total = context.constant(0)
    for poly, below in parts:
        lacking = (a - b for a, b in zip(common, below, strict=True))
        for generator, power in zip(generators.values(), lacking, strict=True):
            poly = poly * generator**power
        total = total + poly
    return total, common


def _lowered(poly: Any, below: Below) -> tuple[Any, Below]:
    """The same quotient without a common power of an unknown."""
    least = [
        min((int(m[i]) for m in poly.to_dict()), default=0) if e else 0 for i, e in enumerate(below)
    ]
    common = [min(a, b) for a, b in zip(least, below, strict=True)]
    for generator, power in zip(poly.context().gens(), common, strict=True):
        poly = divmod(poly, generator**power)[0]
    return poly, tuple(b - c for b, c in zip(below, common, strict=True))


def shown_polynomial(poly: Any, names: Sequence[str]) -> str:
    """The polynomial with these names, as SymPy writes it."""
    symbols = [sp.Symbol(name) for name in names]
    terms = []
    for monomial, c in poly.to_dict().items():
        powers = [s**e for s, e in zip(symbols, map(int, monomial), strict=True)]
        terms.append(sp.Mul(for_sympy(c), *powers))
    return sp.sstr(sp.Add(*terms))
