"""Inequalities between elementary functions of one variable, by their Taylor bounds.

What a statement leaves above its bounds (`taylor_bounds`) is a polynomial, that is to be
nonnegative where X is. Intervals are halved, and X < 0 is reflected. Sine and cosine of one
argument alone are two numbers whose squares sum up to 1.

exp(-x) exp(x) is 1 for SymPy, which sees both factors, and no identity between polynomials. So the
statement is proved of numbers, with such products as hypotheses, and the exponentials are put in.
"""

from collections.abc import Callable
from contextlib import suppress
from math import inf
from typing import Any

import sympy as sp
from flint import fmpq_poly

from provenscape.kernel import Claim, Rejected, Relation, eq, ge, gt, le, lt
from provenscape.kernel.cone import nonnegative, positive
from provenscape.kernel.language import real_symbol
from provenscape.kernel.numeric import taylor
from provenscape.search.evident import confirmed
from provenscape.search.plans import Circle, Combination, Instance, Lemma, Plan, Split, Taylor
from provenscape.search.semidefinite import NotFound
from provenscape.search.taylor_bounds import (
    ONE,
    Frame,
    Key,
    Side,
    X,
    framed,
    left_over,
)

MOST_CUTS = 5  # of intervals in a row
FAR = (1, 2, 4, 8, 16, 32)  # where the rest of an unbounded interval begins
Prove = Callable[[Claim], Plan]


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


def on_the_circle(claim: Claim, prove: Prove) -> Plan:
    """A plan for an inequality in the sine and cosine of one argument alone, as of two numbers
    whose squares sum up to 1; `prove` finds one for these. Raises `NotFound`."""
    then = claim.then
    if not isinstance(then, Relation) or then.sign == "=":
        raise NotFound("no inequality")
    turning = then.expr.atoms(sp.sin, sp.cos)
    if len(turning) != 2 or len({atom.args[0] for atom in turning}) != 1:
        raise NotFound("not the sine and the cosine of one argument")
    (argument,) = {atom.args[0] for atom in turning}
    sine, cosine = real_symbol("sine"), real_symbol("cosine")
    values = {sine: sp.sin(argument), cosine: sp.cos(argument)}
    put = {value: number for number, value in values.items()}
    aim = Relation(then.left.xreplace(put), then.op, then.right.xreplace(put))
    if not aim.expr.free_symbols <= {sine, cosine}:
        raise NotFound("other symbols beside sine and cosine")
    given = {"circle": eq(sine**2 + cosine**2, 1)}
    circle = Lemma("circle", eq(sp.sin(argument) ** 2 + sp.cos(argument) ** 2, 1), Circle(argument))
    plan = prove(claim.lemma("of numbers", given, aim))
    return confirmed(Instance((circle,), given, aim, plan, values), claim)


def of_exponentials(claim: Claim, prove: Prove) -> Plan:
    """A plan for an inequality in powers of the exponentials of several symbols, as of positive
    numbers; `prove` finds one for these. exp(u + v) is no product for the kernel. Raises
    `NotFound`."""
    then = claim.then
    if not isinstance(then, Relation) or then.sign == "=":
        raise NotFound("no inequality")
    values: dict[sp.Symbol, sp.Expr] = {}
    put: dict[sp.Expr, sp.Expr] = {}
    for node in sorted(then.expr.atoms(sp.exp), key=str):
        power, symbol = node.args[0].as_coeff_Mul()
        if not (symbol.is_Symbol and power.is_Integer and power > 0):
            raise NotFound("an exponent that is no positive multiple of a symbol")
        number = real_symbol(f"exp_{symbol.name}")
        values[number] = sp.exp(symbol)
        put[node] = number**power
    aim = Relation(then.left.xreplace(put), then.op, then.right.xreplace(put))
    if len(values) < 2 or not aim.expr.free_symbols <= set(values):
        raise NotFound("not of exponentials of several symbols alone")
    given = {f"positive {number.name}": gt(number) for number in values}
    plan = prove(claim.lemma("of numbers", given, aim))
    return confirmed(Instance((), given, aim, plan, values), claim)


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
