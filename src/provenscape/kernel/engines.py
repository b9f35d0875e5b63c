"""Exact zero tests and rigorous enclosures, each by engines that share no code.

An identity counts only if three agree: SymPy's polynomials over the rationals, FLINT's
polynomials over the rationals, and Python's fractions at random points. Enclosures are computed
by Arb's balls and again by mpmath's intervals.
"""

import hashlib
import random
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

import mpmath
import sympy as sp
from flint import Ordering, arb, fmpq, fmpq_mpoly_ctx
from flint import ctx as flint_context

from provenscape.kernel.statements import Rejected

NAMES = ("sympy", "flint", "fractions")


def opaque_atoms(expr: sp.Expr) -> list[sp.Expr]:
    """Symbols, and the outermost functions, roots and constants, that act as indeterminates."""
    found: set[sp.Expr] = set()

    def visit(node: sp.Expr) -> None:
        if isinstance(node, sp.Rational):
            return
        if isinstance(node, (sp.Add, sp.Mul)):
            for child in node.args:
                visit(child)
        elif isinstance(node, sp.Pow) and isinstance(node.exp, sp.Integer):
            visit(node.base)
        else:
            found.add(node)

    visit(expr)
    return sorted(found, key=sp.default_sort_key)


def zero_sympy(expr: sp.Expr) -> bool:
    """Whether the numerator of the rational function is the zero polynomial, by SymPy."""
    fresh = {atom: sp.Dummy() for atom in opaque_atoms(expr)}
    numerator, _ = sp.fraction(sp.together(expr.xreplace(fresh)))
    generators = list(fresh.values()) or [sp.Dummy()]
    return bool(sp.Poly(numerator, *generators, domain=sp.QQ).is_zero)


def zero_flint(expr: sp.Expr) -> bool:
    """The same by FLINT, with a walk of its own over numerator and denominator."""
    atoms = opaque_atoms(expr)
    ring = fmpq_mpoly_ctx.get([f"x{i}" for i in range(max(len(atoms), 1))], Ordering.degrevlex)
    generators = dict(zip(atoms, ring.gens(), strict=False))
    one = ring.constant(fmpq(1))

    def walk(node: sp.Expr) -> tuple[Any, Any]:
        if node in generators:
            return generators[node], one
        if isinstance(node, sp.Rational):
            return ring.constant(fmpq(int(node.p), int(node.q))), one
        if isinstance(node, sp.Pow):
            top, bottom = walk(node.base)
            power = int(node.exp)
            return (top**power, bottom**power) if power >= 0 else (bottom**-power, top**-power)
        top, bottom = walk(node.args[0])
        for child in node.args[1:]:
            child_top, child_bottom = walk(child)
            if isinstance(node, sp.Mul):
                top, bottom = top * child_top, bottom * child_bottom
            elif child_bottom == bottom:
                top = top + child_top
            else:
                top, bottom = top * child_bottom + child_top * bottom, bottom * child_bottom
        return top, bottom

    numerator, denominator = walk(expr)
    if denominator == 0:
        raise Rejected("a denominator vanishes identically")
    return bool(numerator == 0)


def zero_fractions(expr: sp.Expr, points: int = 4) -> bool:
    """Whether the expression vanishes at random rational points; the points follow from it."""
    atoms = opaque_atoms(expr)
    rng = random.Random(hashlib.sha256(sp.srepr(expr).encode()).digest())
    tested = 0
    for _ in range(8 * points):
        at = {a: Fraction(rng.randint(-(10**12), 10**12), rng.randint(1, 10**6)) for a in atoms}
        try:
            if evaluate_fraction(expr, at) != 0:
                return False
        except ZeroDivisionError:
            continue
        tested += 1
        if tested == points:
            return True
    raise Rejected("no random point avoids the denominators")


def evaluate_fraction(expr: sp.Expr, at: Mapping[sp.Expr, Fraction]) -> Fraction:
    """The exact value at a rational point; raises ZeroDivisionError and KeyError."""
    if expr in at:
        return at[expr]
    if isinstance(expr, sp.Rational):
        return Fraction(int(expr.p), int(expr.q))
    if isinstance(expr, sp.Add):
        return sum((evaluate_fraction(a, at) for a in expr.args), Fraction(0))
    if isinstance(expr, sp.Mul):
        product = Fraction(1)
        for factor in expr.args:
            product *= evaluate_fraction(factor, at)
        return product
    if isinstance(expr, sp.Pow) and isinstance(expr.exp, sp.Integer):
        return evaluate_fraction(expr.base, at) ** int(expr.exp)
    raise KeyError(expr)


def is_zero(expr: sp.Expr) -> bool:
    """Whether the expression is zero as a rational function of its atoms, by every engine."""
    return zero_fractions(expr) and zero_flint(expr) and zero_sympy(expr)


def require_identity(left: sp.Expr, right: sp.Expr) -> None:
    """Raise `Rejected` unless left = right as rational functions, by every engine."""
    if not is_zero(left - right):
        raise Rejected(f"not an identity: {sp.sstr(left)} = {sp.sstr(right)}")


def ball(low: sp.Rational, high: sp.Rational) -> arb:
    """The smallest Arb ball around an interval with rational ends."""
    lower, upper = arb(fmpq(int(low.p), int(low.q))), arb(fmpq(int(high.p), int(high.q)))
    return lower.union(upper)


def even_power(value: arb, power: int) -> arb:
    return arb(value.abs_lower() ** power).union(arb(value.abs_upper() ** power))


def evaluate_arb(expr: sp.Expr, at: Mapping[sp.Symbol, arb]) -> arb:
    """A ball that contains the value of the expression everywhere on the box."""
    if isinstance(expr, sp.Symbol):
        return at[expr]
    if isinstance(expr, sp.Rational):
        return arb(fmpq(int(expr.p), int(expr.q)))
    if expr is sp.S.Pi:
        return arb.pi()
    if expr is sp.S.Exp1:
        return arb(1).exp()
    arguments = [evaluate_arb(a, at) for a in expr.args]
    if isinstance(expr, sp.Add):
        return sum(arguments[1:], arguments[0])
    if isinstance(expr, sp.Mul):
        product = arguments[0]
        for factor in arguments[1:]:
            product = product * factor
        return product
    if isinstance(expr, sp.Pow):
        return power_arb(arguments[0], expr.exp)
    return getattr(arguments[0], type(expr).__name__)()


def power_arb(base: arb, exponent: sp.Expr) -> arb:
    if not isinstance(exponent, sp.Rational):
        raise Rejected(f"power with exponent {exponent}")
    if exponent.q != 1:
        return base ** arb(fmpq(int(exponent.p), int(exponent.q))) if base > 0 else arb("nan")
    power = abs(int(exponent))
    value = even_power(base, power) if power % 2 == 0 else base
    if power % 2:
        for _ in range(power - 1):
            value = value * base
    return 1 / value if exponent < 0 else value


def evaluate_mpmath(expr: sp.Expr, at: Mapping[sp.Symbol, Any]) -> Any:
    """The same enclosure in mpmath's interval arithmetic."""
    iv = mpmath.iv
    if isinstance(expr, sp.Symbol):
        return at[expr]
    if isinstance(expr, sp.Rational):
        return iv.mpf(int(expr.p)) / iv.mpf(int(expr.q))
    if expr is sp.S.Pi:
        return iv.pi
    if expr is sp.S.Exp1:
        return iv.e
    arguments = [evaluate_mpmath(a, at) for a in expr.args]
    if isinstance(expr, sp.Add):
        return sum(arguments[1:], arguments[0])
    if isinstance(expr, sp.Mul):
        product = arguments[0]
        for factor in arguments[1:]:
            product = product * factor
        return product
    if isinstance(expr, sp.Pow):
        if isinstance(expr.exp, sp.Integer):
            return arguments[0] ** int(expr.exp)
        return iv.exp(arguments[1] * iv.log(arguments[0]))
    simple: dict[str, Callable[[Any], Any]] = {
        "sin": iv.sin,
        "cos": iv.cos,
        "exp": iv.exp,
        "log": iv.log,
        "tanh": lambda t: 1 - 2 / (iv.exp(2 * t) + 1),
    }
    if type(expr).__name__ not in simple:
        raise Rejected(f"mpmath has no enclosure of {expr}")
    return simple[type(expr).__name__](arguments[0])


def sign(expr: sp.Expr) -> int:
    """The sign of an exact number: -1, 0 or 1; `Rejected` if it cannot be decided.

    Rationals are compared exactly; other numbers count as zero only if exact expansion gives 0.
    Balls of growing precision decide the rest, and must agree with the former.
    """
    if expr.free_symbols:
        raise Rejected(f"{expr} is no number")
    _require_defined_number(expr)
    exact = None
    try:
        value = evaluate_fraction(expr, {})
        exact = (value > 0) - (value < 0)
    except KeyError:
        if sp.expand(expr) == 0:
            exact = 0
    enclosed = _sign_by_balls(expr)
    if exact is None and enclosed == 0:
        raise Rejected(f"the sign of {expr} is not decided at 1024 bits")
    if exact is not None and exact != enclosed:
        raise Rejected(f"the engines disagree on the sign of {expr}")
    return enclosed


def _require_defined_number(expr: sp.Expr) -> None:
    for node in sp.preorder_traversal(expr):
        if isinstance(node, sp.Pow) and node.exp < 0 and sign(node.base) == 0:
            raise Rejected(f"division by zero in {expr}")
        if isinstance(node, sp.log) and sign(node.args[0]) <= 0:
            raise Rejected(f"logarithm of a non-positive number in {expr}")


def _sign_by_balls(expr: sp.Expr) -> int:
    """The sign, or 0 where the smallest ball still holds 0."""
    for precision in (64, 256, 1024):
        with flint_context.workprec(precision):
            enclosure = evaluate_arb(expr, {})
        if enclosure > 0 or enclosure < 0:
            return 1 if enclosure > 0 else -1
    if not enclosure.is_finite():
        raise Rejected(f"{expr} has no finite enclosure")
    return 0
