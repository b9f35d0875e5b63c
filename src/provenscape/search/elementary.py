"""Inequalities between elementary functions of one variable, by their Taylor bounds.

On X >= 0 each term c X^i exp(k X^p) times a power of the exponential is bounded below by a Taylor
polynomial: by one of exp from below if c > 0, and else by one from above, which the kernel grants
where the exponent is not positive; the power is chosen so that it is. What is left is a polynomial,
that is to be nonnegative where X is. The bounds come as near as is needed on a bounded interval,
and at X = 0 their terms are those of the function. Intervals are halved, far out an exponential is
positive, and X < 0 is reflected. Sines and cosines have bounds from both sides. A logarithm is the
variable itself: with X = log(1 + x) it is x = exp(X) - 1.

exp(-x) exp(x) is 1 for SymPy, which sees both factors, and no identity between polynomials. So the
statement is proved of numbers, with such products as hypotheses, and the exponentials are put in.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from math import inf
from typing import Any

import sympy as sp
from flint import fmpq, fmpq_poly

from provenscape.kernel import Claim, Rejected, Relation, eq, ge, gt, le, lt
from provenscape.kernel.cone import nonnegative, positive
from provenscape.kernel.language import real_symbol
from provenscape.kernel.numeric import taylor
from provenscape.search.algebraic import of, reals, rising, samples
from provenscape.search.evident import confirmed
from provenscape.search.plans import Combination, Instance, Lemma, Plan, Split, Taylor
from provenscape.search.semidefinite import NotFound

DEGREES = (1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13)
MOST_CUTS = 5  # of intervals in a row
FAR = (1, 2, 4, 8, 16, 32)  # where the rest of an unbounded interval begins
MOST_SHIFTS = 8
X = real_symbol("number")
Key = tuple[str, Any]  # exp, sin or cos, and k of its argument k X^p
Prove = Callable[[Claim], Plan]
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


def by_series(claim: Claim, prove: Prove) -> Plan:
    """A plan for an inequality in one symbol; `prove` finds one for polynomials. Raises
    `NotFound`."""
    then = claim.then
    if not isinstance(then, Relation) or then.sign == "=" or len(then.expr.free_symbols) != 1:
        raise NotFound("no inequality in one symbol")
    if not then.expr.has(sp.exp, sp.sin, sp.cos, sp.log):
        raise NotFound("no function but polynomials")
    value = variable(then)
    low, high = domain(claim, value)
    if sees_failure(claim, value, low, high):
        raise NotFound("it seems to fail")
    if high > 0 > low:
        cases = (ge(value), lt(value, 0))
        split = Split(cases, (Combination({}), Combination({})), "side")
        above, below = (split.claim(claim, case) for case in cases)
        plans = on_a_side(above, value, 0, high, prove), on_a_side(below, -value, 0, -low, prove)
        return confirmed(Split(cases, plans, "side"), claim)
    own, start, end = (value, low, high) if low >= 0 else (-value, -high, -low)
    if nonnegative(own - start, tuple(claim.known())):
        return confirmed(on_a_side(claim, own, start, end, prove), claim)
    stated = claim.lemma("sign", claim.given, ge(own))
    known = Lemma(f"sign of {sp.sstr(own)}", ge(own), prove(stated))
    cases = (ge(own), lt(own, 0))
    split = Split(cases, (Combination({}), Combination({})), "side")
    inside = on_a_side(split.claim(claim, cases[0]), own, 0, end, prove)
    outside = impossible(then, own, known)
    return confirmed(Split(cases, (inside, outside), "side"), claim)


def impossible(then: Relation, own: sp.Expr, known: Lemma) -> Combination:
    """A plan where -own > 0 is the case and own >= 0 is known: T, whatever it is, times -own is
    ((T + 1)/2)^2 (-own) + ((T - 1)/2)^2 own, and so for T - 1."""
    rest = then.expr - 1 if then.sign == ">" else then.expr
    plus, minus = ((rest + 1) / 2) ** 2, ((rest - 1) / 2) ** 2
    using = {"side": plus + 1 if then.sign == ">" else plus, known.name: minus}
    return Combination(using, (), -own, (known,))


def variable(then: Relation) -> sp.Expr:
    """The symbol, or the one logarithm with an argument that is linear in it."""
    (symbol,) = then.expr.free_symbols
    logs = sorted(then.expr.atoms(sp.log), key=str)
    if not logs:
        return symbol
    inner = logs[0].args[0]
    if len(logs) > 1 or then.expr.has(sp.exp, sp.sin, sp.cos):
        raise NotFound("more than one logarithm, or others beside it")
    if not isinstance(sp.diff(inner, symbol), sp.Rational):
        raise NotFound("a logarithm of what is not linear")
    return logs[0]


def domain(claim: Claim, value: sp.Expr) -> tuple[Any, Any]:
    """Numbers between which the hypotheses keep the variable, ±inf where they do not."""
    (symbol,) = value.free_symbols
    low, high = -inf, inf
    for relation in claim.known():
        if relation.sign != "=" and relation.expr.free_symbols == {symbol}:
            slope = sp.diff(relation.expr, symbol)
            if isinstance(slope, sp.Rational) and slope:
                end = symbol - sp.expand(relation.expr / slope)
                if isinstance(end, sp.Rational):
                    low, high = (max(low, end), high) if slope > 0 else (low, min(high, end))
    if value == symbol:
        return low, high
    inner = value.args[0]
    ends = [inner.xreplace({symbol: e}) if e not in (inf, -inf) else None for e in (low, high)]
    ends = ends if sp.diff(inner, symbol) > 0 else ends[::-1]
    start = 0 if ends[0] is not None and ends[0] >= 1 else -inf
    return start, 0 if ends[1] is not None and ends[1] <= 1 else inf


def sees_failure(claim: Claim, value: sp.Expr, low: Any, high: Any) -> bool:
    """Whether the conclusion is seen to be false somewhere in the domain."""
    assert isinstance(claim.then, Relation)
    (symbol,) = value.free_symbols
    expr = claim.then.expr
    left, right = max(float(low), -20.0), min(float(high), 20.0)
    for k in range(1, 40):
        place = left + (right - left) * k / 40
        at = sp.Float(place) if value == symbol else place_of(value, place)
        number = expr.xreplace({symbol: at}).evalf()
        if number.is_real and number < -1e-9 * (1 + abs(place)):
            return True
    return False


def place_of(value: sp.Expr, place: float) -> sp.Expr:
    """Where a logarithm of what is linear in a symbol has a value."""
    (symbol,), inner = value.free_symbols, value.args[0]
    slope = sp.diff(inner, symbol)
    return (sp.exp(sp.Float(place)) - inner.xreplace({symbol: sp.S.Zero})) / slope


def on_a_side(
    claim: Claim, value: sp.Expr, low: Any, high: Any, prove: Prove, cuts: int = MOST_CUTS
) -> Plan:
    """A plan where `value` lies between `low` >= 0 and `high`; raises `NotFound`."""
    frame, then = framed(claim, value), claim.then
    assert isinstance(then, Relation)
    with suppress(NotFound, Rejected):
        return on_an_interval(claim, frame, low, high, prove)
    if not cuts:
        raise NotFound("no Taylor bounds of low degree are near enough")
    ends = [low + step for step in FAR] if high == inf else [(low + sp.sympify(high)) / 2]
    for end in ends:
        if high == inf and not left_over(frame, end, inf, then.sign):
            continue
        cases = (ge(value, end), lt(value, end))
        split = Split(cases, (Combination({}), Combination({})), f"cut {cuts}")
        beyond, before = (split.claim(claim, case) for case in cases)
        plans = (
            on_a_side(beyond, value, end, high, prove, 0 if high == inf else cuts - 1),
            on_a_side(before, value, low, end, prove, cuts - 1),
        )
        return Split(cases, plans, f"cut {cuts}")
    raise NotFound("no end of the interval is settled")


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


def on_an_interval(claim: Claim, frame: Frame, low: Any, high: Any, prove: Prove) -> Plan:
    """The plan without further cases; raises `NotFound` and `Rejected`."""
    then = claim.then
    assert isinstance(then, Relation)
    found = left_over(frame, low, high, then.sign)
    if found is None:
        raise NotFound("no Taylor bounds of low degree are near enough")
    known = tuple(claim.known())
    above = gt if positive(frame.value - low, known) else ge
    given: dict[str, Relation] = {"low": above(X, low)}
    if high != inf:
        below = lt if positive(high - frame.value, known) else le
        given["high"] = below(X, high)
    rest = polynomial(found.rest)
    lemmas, using = [], dict[str, sp.Expr]()
    op = gt if then.sign == ">" else ge
    unit, values = sp.S.One, {X: frame.value} | {n: e for n, (_, e) in frame.atoms.items()}
    if isinstance(rest, sp.Rational):
        squares = [(rest, sp.S.One)]
    else:
        left = Lemma("rest", op(rest), Combination({}))
        plan = prove(claim.lemma("rest", dict(given), op(rest)))
        lemmas, squares = [Lemma("rest", left.then, plan)], []
    if not isinstance(frame.bottom, sp.Rational):
        given["denominator"] = gt(frame.bottom)
    if found.shift:
        unit = real_symbol("unit")
        given["unit"] = gt(unit)
        values[unit] = frame.function(("exp", found.shift))
    numbers: dict[Key, sp.Symbol] = {}
    facts: list[Lemma] = []
    for k, (own, weights) in enumerate(found.sides.items()):
        number = numbers.setdefault(own.key, real_symbol(f"bounded{len(numbers)}"))
        values[number] = frame.function(own.key)
        name = f"bound {k}"
        given[name], fact = bound(frame, own, number)
        facts += [fact] if fact else []
        using[name] = unit * sp.Add(*(c * X**i for i, c in weights.items()))
    if squares:
        squares = [(unit * squares[0][0], sp.S.One)]
    else:
        using["rest"] = unit
    for k, product in enumerate(dict.fromkeys(product for _, product in frame.terms)):
        kind, factor = frame.key(product)
        key = (kind, factor - found.shift) if kind == "exp" else (kind, factor)
        same = unit * (numbers[key] if key != ONE else sp.S.One)
        if same != product:
            name = f"product {k}"
            given[name] = eq(same, product)
            using[name] = -sp.Add(*(c * X**i for (i, p), c in frame.terms.items() if p == product))
    aim = op(frame.left, frame.right)
    plan = Combination(using, squares, frame.bottom, tuple(lemmas))
    whole = Instance(tuple(facts), given, aim, plan, values)
    return confirmed(whole, claim)


def bound(frame: Frame, own: Side, number: sp.Expr) -> tuple[Relation, Lemma | None]:
    """The bound as a hypothesis about a number, and the lemma that gives it of the function."""
    if own.degree is None:
        return gt(number), None
    kind, factor = own.key
    function, turned = getattr(sp, kind), kind == "sin" and factor < 0
    factor, number = (-factor, -number) if turned else (factor, number)
    op = ge if own.lower != turned else le
    argument = factor * frame.value**frame.power
    series = op(function(argument), taylor(function, argument, own.degree))
    stated = op(number, taylor(function, factor * X**frame.power, own.degree))
    name = f"{kind} at {sp.sstr(argument)}, degree {own.degree}"
    return stated, Lemma(name, series, Taylor(argument, own.degree, function))


def polynomial(poly: fmpq_poly) -> sp.Expr:
    """For SymPy, in X."""
    return sp.Add(*(sp.Rational(int(c.p), int(c.q)) * X**k for k, c in enumerate(poly.coeffs())))
