"""A statement about elementary functions of one variable X >= 0, bounded below by a polynomial.

Each term c X^i exp(k X^p) times a power of the exponential is bounded by a Taylor polynomial: by
one of exp from below if c > 0, and else by one from above, which the kernel grants where the
exponent is not positive; the power is chosen so that it is. The bounds come as near as is needed
on a bounded interval, and at X = 0 their terms are those of the function. Far out an exponential is
positive. Sines and cosines have bounds from both sides. A logarithm is the variable itself: with
X = log(1 + x) it is x = exp(X) - 1.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from typing import Any

import sympy as sp
from flint import fmpq, fmpq_poly

from provenscape.kernel import Claim, Relation
from provenscape.kernel.cone import positive
from provenscape.kernel.language import real_symbol
from provenscape.kernel.numeric import taylor
from provenscape.search.algebraic import of, reals, rising, samples
from provenscape.search.semidefinite import NotFound

DEGREES = (1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13)
MOST_SHIFTS = 8
X = real_symbol("number")
Key = tuple[str, Any]  # exp, sin or cos, and k of its argument k X^p
ONE: Key = ("exp", sp.S.Zero)


@dataclass(frozen=True)
class Frame:
    """A statement in terms of X: `value` is X in its own symbols, and is not negative."""

    value: sp.Expr
    power: int  # p of the arguments k X^p
    atoms: Mapping[sp.Symbol, tuple[Key, sp.Expr]]  # symbol of a number, what it is
    left: sp.Expr  # the sides of the conclusion, turned so that left >= right
    right: sp.Expr
    bottom: sp.Expr
    terms: Mapping[tuple[int, sp.Expr], sp.Rational]  # of the numerator: power of X, product

    def key(self, product: sp.Expr) -> Key:
        """What a product of numbers is."""
        exponent, others = sp.S.Zero, list[Key]()
        for base, power in product.as_powers_dict().items():
            if base == 1:
                continue
            key, _ = self.atoms[base]
            if key[0] == "exp":
                exponent += key[1] * power
            else:
                others += [key] * int(power)
        if not others:
            return ("exp", exponent)
        if exponent or len(others) > 1:
            raise NotFound("a product of a sine or cosine with another function")
        return others[0]

    def function(self, key: Key) -> sp.Expr:
        """What a key stands for, in the symbols of the claim."""
        return getattr(sp, key[0])(key[1] * self.value**self.power)


@dataclass(frozen=True)
class Side:
    """A bound on a function from one side: the degree of its Taylor polynomial, or None where the
    exponential is known to be positive alone."""

    key: Key
    lower: bool
    degree: int | None

    def polynomial(self, power: int) -> fmpq_poly:
        if self.degree is None:
            return fmpq_poly([])
        kind, factor = self.key
        series = sp.Poly(taylor(getattr(sp, kind), X, self.degree) * sp.Integer(1), X)
        found: dict[int, Any] = {}
        for (k,), c in series.terms():
            weight = c * factor**k
            found[k * power] = fmpq(int(weight.p), int(weight.q))
        return fmpq_poly([found.get(k, fmpq(0)) for k in range(max(found, default=0) + 1)])


def framed(claim: Claim, value: sp.Expr) -> Frame:
    """The conclusion in terms of X; raises `NotFound`."""
    then = claim.then
    assert isinstance(then, Relation)
    (symbol,) = then.expr.free_symbols
    sign = -1 if value.could_extract_minus_sign() else 1
    base = sign * value
    sides = (then.left, then.right) if then.op in (">=", ">") else (then.right, then.left)
    power, atoms, put = 1, dict[sp.Symbol, tuple[Key, sp.Expr]](), dict[sp.Expr, sp.Expr]()
    if base == symbol:
        found = sorted(then.expr.atoms(sp.exp, sp.sin, sp.cos), key=str)
        inner = [a.args[0] for a in found]
        powers = {int(sp.degree(e, symbol)) if e.is_polynomial(symbol) else 0 for e in inner}
        if len(powers) != 1 or 0 in powers:
            raise NotFound("arguments that are no multiples of each other")
        power = powers.pop()
        for k, atom in enumerate(found):
            factor = atom.args[0] / symbol**power
            if not isinstance(factor, sp.Rational):
                raise NotFound("arguments that are no multiples of each other")
            number = real_symbol(f"value{k}")
            atoms[number] = (atom.func.__name__, factor * sign**power), atom
            put[atom] = number
        after = {symbol: sign * X}
    else:
        number = real_symbol("value0")
        argument, slope = base.args[0], sp.diff(base.args[0], symbol)
        atoms[number] = ("exp", sp.Integer(sign)), argument
        put[base] = sign * X
        after = {symbol: (number - argument.xreplace({symbol: sp.S.Zero})) / slope}
    left, right = (side.xreplace(put).xreplace(after) for side in sides)
    top, bottom = sp.fraction(sp.together(left - right))
    back = {n: e for n, (_, e) in atoms.items()} | {X: value}
    known = tuple(claim.known())
    if positive(-bottom.xreplace(back), known):
        top, bottom = -top, -bottom
    if not positive(bottom.xreplace(back), known):
        raise NotFound(f"the denominator {bottom.xreplace(back)} is not evidently positive")
    try:
        whole = sp.Poly(sp.expand(top), X, *atoms, domain=sp.QQ)
    except (sp.PolynomialError, sp.CoercionFailed) as error:
        raise NotFound("coefficients that are no fractions, or functions of functions") from error
    terms: dict[tuple[int, sp.Expr], sp.Rational] = {}
    for (i, *powers), c in whole.terms():
        product = sp.Mul(*(n**e for n, e in zip(atoms, powers, strict=True)))
        terms[i, product] = sp.Rational(c)
    return Frame(value, power, atoms, left, right, bottom, terms)


@dataclass(frozen=True)
class Bounded:
    """What bounds a statement from below: exp(shift X^p) times the sum of the sides' polynomials
    with their weights, which is `rest`, a polynomial in X."""

    shift: sp.Rational
    sides: Mapping[Side, Mapping[int, sp.Rational]]  # weights, by the power of X
    rest: fmpq_poly


def left_over(frame: Frame, low: Any, high: Any, sign: str) -> Bounded | None:
    """The first bounds whose polynomial is nowhere negative (positive, for a strict sign)."""
    for degree in DEGREES:
        for shift in shifts(frame):
            for far in (False, True)[: 1 + (high == inf)]:
                found = bounded(frame, shift, degree, far)
                if found and is_nonnegative(found.rest, low, high, sign == ">"):
                    return found
    return None


def shifts(frame: Frame) -> list[sp.Rational]:
    """Exponents whose exponential may be taken out: all terms to be bounded from above then have
    exponents that are not positive."""
    keys = [(frame.key(product), c) for (_, product), c in frame.terms.items()]
    if any(kind != "exp" for (kind, _), _ in keys):
        return [sp.S.Zero]
    exponents = sorted({k for (_, k), _ in keys} | {sp.S.Zero})
    least = max((k for (_, k), c in keys if c < 0), default=exponents[0])
    return [k for k in exponents if k >= least][:MOST_SHIFTS]


def bounded(frame: Frame, shift: sp.Rational, degree: int, far: bool) -> Bounded | None:
    """The terms with their bounds of degrees up to this one; `far` out an exponential that grows
    has its bound, and one that falls is known to lie between 0 and 1."""
    weights: dict[Side, dict[int, sp.Rational]] = {}
    rest = fmpq_poly([])
    for (i, product), c in frame.terms.items():
        kind, factor = frame.key(product)
        key = (kind, factor - shift) if kind == "exp" else (kind, factor)
        monomial = fmpq_poly([0] * i + [1]) * fmpq(int(c.p), int(c.q))
        if key == ONE:
            rest = rest + monomial
            continue
        found = side(key, bool(c > 0), degree, far)
        if found is None:
            return None
        own = weights.setdefault(found, {})
        own[i] = own.get(i, sp.S.Zero) + abs(c)
        rest = rest + monomial * found.polynomial(frame.power)
    return Bounded(shift, weights, rest)


def side(key: Key, lower: bool, degree: int, far: bool) -> Side | None:
    """The Taylor bound of a function of k X^p, X >= 0, of this degree or less, if there is one."""
    kind, factor = key
    if kind == "exp":
        if far and factor < 0:
            return Side(key, lower, None if lower else 0)
        if lower:
            return Side(key, lower, degree if factor > 0 or degree % 2 else degree - 1)
        return Side(key, lower, degree - degree % 2) if factor < 0 else None
    wanted = {"cos": 2 * lower, "sin": 1 + 2 * (lower == bool(factor > 0))}[kind]
    found = next((d for d in range(degree, -1, -1) if d % 4 == wanted), None)
    return None if found is None else Side(key, lower, found)


def is_nonnegative(poly: fmpq_poly, low: Any, high: Any, strict: bool) -> bool:
    """Whether a polynomial is nowhere negative between two numbers, and if asked, not 0 inside."""
    if poly.degree() < 0:
        return not strict
    ends = [of(fmpq(int(sp.sympify(e).p), int(sp.sympify(e).q))) for e in (low, high) if e != inf]
    roots = reals(poly) if poly.degree() else []
    marks = sorted({*roots, *ends}, key=rising)
    start = marks.index(ends[0])
    stop = marks.index(ends[1]) if len(ends) > 1 else len(marks)
    if strict and any(mark in roots for mark in marks[start + 1 : stop]):
        return False
    inside = samples(marks)[start + 1 : stop + 1]
    return all(poly(place) > 0 for place in inside)
