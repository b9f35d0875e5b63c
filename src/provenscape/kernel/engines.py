"""Exact identities and rigorous enclosures, each by engines that share no arithmetic.

An identity counts only if three agree, each of which evaluates its two sides apart: SymPy's
polynomials over Python's fractions, FLINT's polynomials over FLINT's rationals, and Python's
fractions at random points; where it does not hold with roots as indeterminates, the same three
compute modulo the polynomials of these roots. All three start from the expressions as SymPy holds
them, in which the named functions have been put in. (With python-flint installed SymPy would take
FLINT's numbers for its own; `provenscape.workflow.determinism` keeps it from that, and the kernel
refuses to run where it did.)
Enclosures are computed by Arb's balls and again by mpmath's intervals, widened.
"""

import hashlib
import random
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

import mpmath
import sympy as sp
from flint import Ordering, arb, fmpq, fmpq_mpoly_ctx
from flint import ctx as flint_context
from sympy.external.gmpy import GROUND_TYPES
from sympy.polys.rings import PolyRing

from provenscape.kernel.language import (
    FunctionValue,
    RealRoot,
    Rejected,
    admit,
    nodes,
    partial_derivative,
    spelled,
)
from provenscape.kernel.numbers import (
    Coefficients,
    enclosure,
    equal_by_fractions,
    interval,
    is_algebraic,
    is_zero,
    relations,
)

NAMES = ("sympy", "flint", "fractions")


def require_two_arithmetics() -> None:
    """Raise `Rejected` where SymPy computes with FLINT's numbers, so that two engines are one."""
    if GROUND_TYPES != "python":
        raise Rejected(
            f"SymPy computes with {GROUND_TYPES}'s numbers; set SYMPY_GROUND_TYPES=python "
            "before Python starts (provenscape's own commands do)"
        )


def unfold(expr: sp.Expr) -> sp.Expr:
    """The expression with every named function put in, at its place, from the inside out.

    Partial derivatives follow the kernel's own rules, and each is compared with SymPy's.
    """
    named = [node.definition for node in nodes(expr) if type(node) is FunctionValue]
    return (
        _unfolded(expr, tuple((d.variables, d.parameters, d.body) for d in named))
        if named
        else expr
    )


@lru_cache(maxsize=20_000)
def _unfolded(expr: sp.Expr, named: tuple[Any, ...]) -> sp.Expr:
    """The same, remembered by the expression and what its named functions stand for now."""
    if type(expr) is not FunctionValue:
        return expr.func(*map(unfold, expr.args))
    at = {symbol: unfold(value) for symbol, value in expr.substitution().items()}
    return admit(body_of(expr).xreplace(at))


def body_of(value: FunctionValue) -> sp.Expr:
    """The derivative that stands for the value, as an expression in the function's variables."""
    return derived(value.definition.body, value.definition.variables, value.orders)


@cache
def derived(body: sp.Expr, variables: tuple[sp.Symbol, ...], orders: tuple[int, ...]) -> sp.Expr:
    """The partial derivative of a body, by two sets of rules that agree."""
    own = partial_derivative(body, variables, orders)
    if any(orders):
        along = [(v, k) for v, k in zip(variables, orders, strict=True) if k]
        require_identity(own, sp.diff(body, *along))
    return admit(own)


def sources_of_meaning(expr: sp.Expr) -> Iterator[tuple[str, sp.Expr]]:
    """Denominators and arguments of logarithms, those inside named functions included."""
    for node in nodes(expr):
        if type(node) is FunctionValue:
            inside = (*sources_in(node.definition.body), *sources_in(body_of(node)))
            if inside:
                at = {symbol: unfold(value) for symbol, value in node.substitution().items()}
                yield from ((kind, admit(inner.xreplace(at))) for kind, inner in inside)
        elif isinstance(node, sp.Pow) and node.exp < 0:
            yield "denominator", unfold(node.base)
        elif isinstance(node, sp.log):
            yield "argument of log", unfold(node.args[0])


@cache
def sources_in(body: sp.Expr) -> tuple[tuple[str, sp.Expr], ...]:
    """Those of the body of a function or of its derivative, remembered by the expression."""
    return tuple(sources_of_meaning(body))


def opaque_atoms(expr: sp.Expr) -> list[sp.Expr]:
    """The indeterminates of an expression, in SymPy's order."""
    return sorted(indeterminates(expr), key=sp.default_sort_key)


def indeterminates(expr: sp.Expr) -> set[sp.Expr]:
    """Symbols, and the outermost functions, roots and constants, that act as such."""
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
    return found


Basic = Mapping[sp.Expr, Coefficients]  # the relations of roots, by root
NONE: Basic = MappingProxyType({})


def equal_sympy(left: sp.Expr, right: sp.Expr, basic: Basic = NONE) -> bool:
    """Whether both sides are the same rational function, by SymPy's polynomials."""
    fresh = {atom: sp.Dummy() for atom in {*opaque_atoms(left), *opaque_atoms(right)}}
    generators = list(fresh.values()) or [sp.Dummy()]
    ring = PolyRing(generators, sp.QQ)
    (a, b), (c, d) = (
        map(ring.from_expr, sp.fraction(sp.together(side)) if has_poles(side) else (side, sp.S.One))
        for side in (left.xreplace(fresh), right.xreplace(fresh))
    )
    if not basic:
        return bool(a * d == c * b)
    rules = [
        sp.Poly([1, *(sp.Rational(c.numerator, c.denominator) for c in rule[::-1])], fresh[root])
        for root, rule in basic.items()
        if root in fresh
    ]
    known = [rule.as_expr() for rule in rules]
    return bool(sp.reduced((a * d - c * b).as_expr(), known, *generators, domain=sp.QQ)[1] == 0)


def has_poles(expr: sp.Expr) -> bool:
    """Whether a power with a negative exponent stands in an expression."""
    return any(isinstance(node, sp.Pow) and node.exp < 0 for node in nodes(expr))


def equal_flint(left: sp.Expr, right: sp.Expr, basic: Basic = NONE) -> bool:
    """The same by FLINT, with a walk of its own over numerators and denominators."""
    atoms = sorted({*opaque_atoms(left), *opaque_atoms(right)}, key=sp.default_sort_key)
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

    (a, b), (c, d) = walk(left), walk(right)
    if b == 0 or d == 0:
        raise Rejected("a denominator vanishes identically")
    if not basic:
        return bool(a == c if b == d else a * d == c * b)
    difference = a * d - c * b
    for root, rule in basic.items():
        if root in generators:
            generator = generators[root]
            terms = (generator**k * fmpq(c.numerator, c.denominator) for k, c in enumerate(rule))
            difference = divmod(difference, sum(terms, generator ** len(rule)))[1]
    return bool(difference == 0)


def random_places(left: sp.Expr, right: sp.Expr, number: int) -> Iterator[dict[sp.Expr, Fraction]]:
    """Random rational values for the indeterminates of two sides, which follow from them."""
    atoms = sorted({*opaque_atoms(left), *opaque_atoms(right)}, key=sp.default_sort_key)
    rng = random.Random(hashlib.sha256(f"{spelled(left)} = {spelled(right)}".encode()).digest())
    for _ in range(number):
        yield {a: Fraction(rng.randint(-(10**12), 10**12), rng.randint(1, 10**6)) for a in atoms}


def equal_fractions(left: sp.Expr, right: sp.Expr, points: int = 4) -> bool:
    """Whether both sides agree at random rational points, which follow from them."""
    tested = 0
    for at in random_places(left, right, 8 * points):
        try:
            if evaluate_fraction(left, at) != evaluate_fraction(right, at):
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


@lru_cache(maxsize=20_000)
def sampled(expr: sp.Expr, number: int) -> Fraction:
    """The value at a fixed rational point, one for each number; raises ZeroDivisionError.

    Each indeterminate has a value of its own, whatever expression it stands in, so that the values
    can be remembered; they differ from point to point. It tells what is worth a check, and no more.
    """
    at = {}
    for atom in indeterminates(expr):
        digest = hashlib.sha256(spelled(atom).encode()).digest()
        first, step, below = (int.from_bytes(digest[i : i + 2]) for i in (0, 2, 4))
        at[atom] = Fraction(first + number * (step + 1), below % 97 + 1)
    return evaluate_fraction(expr, at)


@lru_cache(maxsize=20_000)
def identical(left: sp.Expr, right: sp.Expr) -> bool:
    """Whether both sides are the same rational function of their atoms, by every engine; of roots
    among these it is known of which polynomial."""
    if equal_fractions(left, right):
        return equal_flint(left, right) and equal_sympy(left, right)
    found = relations(indeterminates(left) | indeterminates(right))
    if not found.basic:
        return False
    require_meaning(left)
    require_meaning(right)
    left, right = left.xreplace(found.written), right.xreplace(found.written)
    basic = found.basic
    places = [
        {atom: value for atom, value in at.items() if atom not in basic}
        for at in random_places(left, right, 3)
    ]
    return (
        equal_by_fractions(left, right, basic, places)
        and equal_flint(left, right, basic)
        and equal_sympy(left, right, basic)
    )


def require_meaning(side: sp.Expr) -> None:
    """Raise `Rejected` unless balls show that no denominator of a side vanishes identically: one
    that is 0 for the values of its roots would make any two sides equal."""
    denominators = [n.base for n in nodes(side) if isinstance(n, sp.Pow) and n.exp < 0]
    for at in random_places(side, sp.Integer(0), 8) if denominators else ():
        balls = {atom: arb(fmpq(v.numerator, v.denominator)) for atom, v in at.items()}
        values = {a: b for a, b in balls.items() if isinstance(a, sp.Symbol)}
        with flint_context.workprec(256):
            if all((v := evaluate_arb(d, values)) > 0 or v < 0 for d in denominators):
                return
    if denominators:
        raise Rejected(f"a denominator of {sp.sstr(side)} may vanish identically")


def require_identity(left: sp.Expr, right: sp.Expr) -> None:
    """Raise `Rejected` unless left = right as rational functions, by every engine."""
    if not identical(left, right):
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
    if type(expr) is RealRoot:
        return enclosure(expr.coefficients, expr.index, flint_context.prec)
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
    """The same enclosure in mpmath's interval arithmetic; raises ZeroDivisionError at a pole.

    mpmath's exp and its kin can miss an end by a rounding, so that each is widened by a part in
    10⁹; a quotient is formed only where the denominator stays away from 0.
    """
    iv = mpmath.iv
    if isinstance(expr, sp.Symbol):
        return at[expr]
    if isinstance(expr, sp.Rational):
        return iv.mpf(int(expr.p)) / iv.mpf(int(expr.q))
    if expr is sp.S.Pi:
        return widened(iv.pi)
    if expr is sp.S.Exp1:
        return widened(iv.e)
    if type(expr) is RealRoot:
        low, high = interval(expr.coefficients, expr.index)
        ends = (iv.mpf(int(end.p)) / iv.mpf(int(end.q)) for end in (low, high))
        return widened(iv.mpf([next(ends).a, next(ends).b]))
    arguments = [evaluate_mpmath(a, at) for a in expr.args]
    if isinstance(expr, sp.Add):
        return sum(arguments[1:], arguments[0])
    if isinstance(expr, sp.Mul):
        product = arguments[0]
        for factor in arguments[1:]:
            product = product * factor
        return product
    if isinstance(expr, sp.Pow):
        if not isinstance(expr.exp, sp.Integer):
            return widened(iv.exp(arguments[1] * widened(iv.log(arguments[0]))))
        power = arguments[0] ** abs(int(expr.exp))
        if expr.exp < 0 and power.a <= 0 <= power.b:
            raise ZeroDivisionError(expr)
        return 1 / power if expr.exp < 0 else power
    simple: dict[str, Callable[[Any], Any]] = {
        "sin": iv.sin,
        "cos": iv.cos,
        "exp": iv.exp,
        "log": iv.log,
        "tanh": lambda t: 1 - 2 / (widened(iv.exp(2 * t)) + 1),
    }
    if type(expr).__name__ not in simple:
        raise Rejected(f"mpmath has no enclosure of {expr}")
    return widened(simple[type(expr).__name__](arguments[0]))


def widened(value: Any) -> Any:
    """The interval with both ends moved outward by a part in 10⁹ of the larger, and 10⁻³⁰."""
    iv = mpmath.iv
    size = max(abs(value.a), abs(value.b))
    margin = size * iv.mpf(10) ** -9 + iv.mpf(10) ** -30
    return iv.mpf([(value.a - margin).a, (value.b + margin).b])


def sign(expr: sp.Expr) -> int:
    """The sign of an exact number: -1, 0 or 1; `Rejected` if it cannot be decided.

    Rationals are compared exactly, and algebraic numbers with zero; other numbers count as zero
    only if exact expansion gives 0. Balls of growing precision decide the rest, and must agree with
    the former.
    """
    if expr.free_symbols:
        raise Rejected(f"{expr} is no number")
    for kind, inner in sources_of_meaning(expr):
        if (kind == "denominator" and sign(inner) == 0) or (
            kind != "denominator" and sign(inner) <= 0
        ):
            raise Rejected(f"{expr} is not defined: its {kind} is {inner}")
    expr = unfold(expr)
    exact = None
    try:
        value = evaluate_fraction(expr, {})
        exact = (value > 0) - (value < 0)
    except KeyError:
        if sp.expand(expr) == 0 or (is_algebraic(expr) and is_zero(expr)):
            exact = 0
    enclosed = _sign_by_balls(expr)
    if exact is None and enclosed == 0:
        raise Rejected(f"the sign of {expr} is not decided at 1024 bits")
    if exact is not None and exact != enclosed:
        raise Rejected(f"the engines disagree on the sign of {expr}")
    return enclosed


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
