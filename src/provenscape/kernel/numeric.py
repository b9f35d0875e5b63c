"""Rules of rigorous computation: `enclose`, `exhaust`, `unsat`, `series`, `pythagoras`."""

import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import Any

import mpmath
import sympy as sp

from provenscape.kernel.algebra import entailed
from provenscape.kernel.claim import Claim
from provenscape.kernel.cone import defined, nonnegative, positive
from provenscape.kernel.engines import (
    ball,
    derived,
    evaluate_arb,
    evaluate_mpmath,
    identical,
    require_identity,
    sign,
)
from provenscape.kernel.language import Rejected, admit
from provenscape.kernel.logic import holds
from provenscape.kernel.relations import Bound, Inertia, Relation, eq, ge, le
from provenscape.kernel.theorem import Step, Term, Theorem

Checked = tuple[Step, Sequence[Theorem]]
Box = dict[sp.Symbol, tuple[sp.Rational, sp.Rational]]


def enclose(
    claim: Claim, box: Mapping[sp.Symbol, tuple[Any, Any]], factor: Any = 1, boxes: int = 20_000
) -> Checked:
    """conclusion = factor * cofactor on a box, with the cofactor enclosed away from 0.

    The factor, which takes the exact zeros, is evidently non-negative (positive for a strict
    conclusion); the cofactor is shown positive on the closed box by adaptive bisection, with Arb's
    balls and again with mpmath's intervals. Every side of the box must be a hypothesis.
    Verdict: certified.
    """
    if not isinstance(claim.then, Relation) or claim.then.sign == "=":
        raise Rejected("enclosures prove inequalities")
    known, sides = claim.known(), {}
    for symbol, ends in box.items():
        low, high = sides[symbol] = tuple(map(admit, ends))
        if not all(isinstance(end, sp.Rational) for end in (low, high)) or low > high:
            raise Rejected(f"[{low}, {high}] is no interval with rational ends")
        for side in (Bound(symbol - low, ">="), Bound(high - symbol, ">=")):
            if not entailed(side, known):
                raise Rejected(f"{side.text()} is no hypothesis of {claim.id}")
    factor = defined(factor, known)
    evident = positive if claim.then.sign == ">" else nonnegative
    if not evident(factor, known):
        raise Rejected(f"the sign of the factor {factor} is not evident")
    cofactor = sp.cancel(claim.then.expr / factor) if factor != 1 else claim.then.expr
    if factor != 1:
        require_identity(claim.then.expr, factor * cofactor)
    if cofactor.free_symbols - set(sides):
        raise Rejected("every symbol of the conclusion needs a side of the box")
    slopes = {s: derived(cofactor, (s,), (1,)) for s in sides}
    for positive_on in (_positive_arb, _positive_mpmath):
        _bisect(cofactor, slopes, sides, positive_on, boxes)
    terms = (
        Term("factor", "", factor, cofactor),
        *(Term("side", s.name, low, high) for s, (low, high) in sides.items()),
    )
    return Step("enclose", "certified", ("arb", "mpmath"), certificate=terms), ()


Test = Callable[[sp.Expr, Mapping[sp.Symbol, sp.Expr], Box], bool]


def _bisect(
    expr: sp.Expr, slopes: Mapping[sp.Symbol, sp.Expr], start: Box, test: Test, boxes: int
) -> None:
    stack, visited = [start], 0
    while stack:
        box = stack.pop()
        visited += 1
        if visited > boxes:
            raise Rejected(
                f"positivity is not shown within {boxes} boxes; it fails or is too tight"
            )
        if test(expr, slopes, box):
            continue
        centre = {s: ball((low + high) / 2, (low + high) / 2) for s, (low, high) in box.items()}
        if evaluate_arb(expr, centre) <= 0:
            raise Rejected("positivity fails at the centre of a box")
        widest = max(box, key=lambda s: box[s][1] - box[s][0], default=None)
        if widest is None or box[widest][0] == box[widest][1]:
            raise Rejected("positivity fails at a point")
        low, high = box[widest]
        middle = (low + high) / 2
        stack += [{**box, widest: (low, middle)}, {**box, widest: (middle, high)}]


def _positive_arb(expr: sp.Expr, slopes: Mapping[sp.Symbol, sp.Expr], box: Box) -> bool:
    at = {s: ball(*ends) for s, ends in box.items()}
    if evaluate_arb(expr, at) > 0:
        return True
    centre = {s: (low + high) / 2 for s, (low, high) in box.items()}
    mean = evaluate_arb(expr, {s: ball(c, c) for s, c in centre.items()})
    for s, slope in slopes.items():
        mean = mean + evaluate_arb(slope, at) * (at[s] - ball(centre[s], centre[s]))
    return bool(mean > 0)


def _positive_mpmath(expr: sp.Expr, slopes: Mapping[sp.Symbol, sp.Expr], box: Box) -> bool:
    def interval(low: sp.Rational, high: sp.Rational) -> Any:
        lower, upper = (mpmath.iv.mpf(int(v.p)) / mpmath.iv.mpf(int(v.q)) for v in (low, high))
        return mpmath.iv.mpf([lower.a, upper.b])

    at = {s: interval(*ends) for s, ends in box.items()}
    try:
        if evaluate_mpmath(expr, at).a > 0:
            return True
        centre = {s: interval((a + z) / 2, (a + z) / 2) for s, (a, z) in box.items()}
        mean = evaluate_mpmath(expr, centre)
        for s, slope in slopes.items():
            mean = mean + evaluate_mpmath(slope, at) * (at[s] - centre[s])
    except ZeroDivisionError:  # a pole: the box is cut further
        return False
    return bool(mean.a > 0)


def exhaust(
    claim: Claim, domain: Mapping[sp.Symbol, Sequence[Any]], limit: int = 100_000
) -> Checked:
    """The conclusions, relations or inertias, at every point of a finite domain, exactly.

    For each symbol the hypothesis ``product of (symbol - value) = 0`` states the domain; points at
    which another hypothesis fails are passed over. Verdict: certified.
    """
    relations = (*claim.given.values(), *claim.parts())
    if not all(isinstance(part, (Relation, Inertia)) for part in relations):
        raise Rejected(f"{claim.id} concludes more than can be seen point by point")
    values = {s: [admit(v) for v in choices] for s, choices in domain.items()}
    for symbol, choices in values.items():
        for value in choices:
            sign(value)
        member = sp.prod([symbol - v for v in choices])
        equations = [h.expr for h in claim.given.values() if h.sign == "="]
        if not any(identical(e, s * member) for e in equations for s in (1, -1)):
            raise Rejected(f"no hypothesis restricts {symbol} to {choices}")
    used = set().union(*(e.free_symbols for r in relations for e in r.expressions()))
    if used - set(values):
        raise Rejected(f"no finite domain for {sorted(map(str, used - set(values)))}")
    symbols = sorted(values, key=str)
    if sp.prod([len(values[s]) for s in symbols]) > limit:
        raise Rejected(f"the domain has more than {limit} points")
    for choice in product(*(values[s] for s in symbols)):
        point = dict(zip(symbols, choice, strict=True))
        inside = all(holds(h, point) for h in claim.given.values())
        if inside and not all(holds(part, point) for part in claim.parts()):
            raise Rejected(f"{claim.id} fails at {point}")
    return Step("exhaust", "certified", ("fractions", "arb")), ()


def unsat(claim: Claim, seconds: int = 20) -> Checked:
    """Z3 finds no point at which the hypotheses hold and the conclusion fails.

    Polynomial statements only; the solver runs in a process of its own with a hard limit. Its word
    alone stands behind the theorem. Verdict: certified.
    """
    if not isinstance(claim.then, Relation):
        raise Rejected("Z3 decides relations")
    relations = (*claim.given.values(), claim.then)
    symbols = sorted(set().union(*(r.expr.free_symbols for r in relations)), key=str)
    names = {s: f"x{i}" for i, s in enumerate(symbols)}
    lines = [f"(declare-const {name} Real)" for name in names.values()]
    lines += [f"(assert ({h.sign} {smtlib(h.expr, names)} 0))" for h in claim.given.values()]
    lines.append(f"(assert (not ({claim.then.sign} {smtlib(claim.then.expr, names)} 0)))")
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-c", SOLVE, str(seconds)],
            input="\n".join(lines),
            capture_output=True,
            text=True,
            timeout=seconds + 10,
        )
        answer = done.stdout.strip() or done.stderr.strip()[-200:]
    except subprocess.TimeoutExpired:
        answer = "nothing in time"
    if answer != "unsat":
        raise Rejected(f"Z3 answers {answer}")
    return Step("unsat", "certified", ("z3",)), ()


SOLVE = """
import sys, z3
solver = z3.Solver()
solver.set("timeout", 1000 * int(sys.argv[1]))
solver.from_string(sys.stdin.read())
print(solver.check())
"""


def smtlib(expr: sp.Expr, names: Mapping[sp.Symbol, str]) -> str:
    """The polynomial or rational expression in SMT-LIB's prefix notation."""
    if isinstance(expr, sp.Symbol):
        return names[expr]
    if isinstance(expr, sp.Rational):
        top = f"(- {-expr.p}.0)" if expr.p < 0 else f"{expr.p}.0"
        return f"(/ {top} {expr.q}.0)"
    if isinstance(expr, (sp.Add, sp.Mul)):
        head = "+" if isinstance(expr, sp.Add) else "*"
        return f"({head} {' '.join(smtlib(a, names) for a in expr.args)})"
    if isinstance(expr, sp.Pow) and isinstance(expr.exp, sp.Integer):
        product = " ".join([smtlib(expr.base, names)] * abs(int(expr.exp)))
        return f"(* 1.0 {product})" if expr.exp > 0 else f"(/ 1.0 (* 1.0 {product}))"
    raise Rejected(f"Z3 is given polynomials alone, not {expr}")


def series(claim: Claim, function: type[sp.Function], argument: Any, degree: int) -> Checked:
    """The classical one-sided Taylor bounds of sin, cos, exp and log, for an argument t.

    With T the Taylor polynomial of the degree at 0: sin t <= T for degree 1 mod 4 and sin t >= T
    for degree 3 mod 4, where t >= 0 is evident; cos t <= T for degree 0 mod 4 and cos t >= T for
    degree 2 mod 4; exp t >= T for odd degree, and for even degree exp t >= T where t >= 0 is
    evident and exp t <= T where t <= 0 is. Each follows from the last by integrating from 0.
    Verdict: proved.
    """
    known = claim.known()
    t = defined(argument, known)
    forward, backward = nonnegative(t, known), nonnegative(sp.expand(-t), known)
    odd, rest = degree % 2 == 1, degree % 4
    if type(degree) is not int or not 0 <= degree <= 100:
        raise Rejected("the degree is a whole number up to 100")
    if function is sp.exp and (odd or forward or backward):
        relation = ge if odd or forward else le
    elif function is sp.sin and odd and forward:
        relation = le if rest == 1 else ge
    elif function is sp.cos and not odd:
        relation = le if rest == 0 else ge
    elif function is sp.log and positive(1 + t, known) and (odd or forward or backward):
        relation = ge if not odd and forward else le
    else:
        raise Rejected(f"no one-sided Taylor bound of {function} of degree {degree} at this {t}")
    value = sp.log(1 + t) if function is sp.log else function(t)
    bound = relation(value, taylor(function, t, degree))
    if not isinstance(claim.then, Relation) or claim.then.bound != bound.bound:
        raise Rejected(f"the Taylor bound is {bound.text()}")
    return Step("series", "proved", ()), ()


def taylor(function: type[sp.Function], t: sp.Expr, degree: int) -> sp.Expr:
    """The Taylor polynomial at 0 of exp, sin, cos or log(1 + t), evaluated at t."""
    if function is sp.log:
        return sp.Add(*((-1) ** (k + 1) * t**k / sp.Integer(k) for k in range(1, degree + 1)))
    kept = {sp.exp: lambda k: 1, sp.sin: lambda k: k % 2, sp.cos: lambda k: 1 - k % 2}[function]
    signs = (1, 1, 1, 1) if function is sp.exp else (1, 1, -1, -1)
    terms = (signs[k % 4] * t**k / sp.factorial(k) for k in range(degree + 1) if kept(k))
    return sp.Add(*terms)


def pythagoras(claim: Claim, argument: Any) -> Checked:
    """sin(t)**2 + cos(t)**2 = 1, which the polynomial engines do not know. Verdict: proved."""
    t = defined(argument, claim.known())
    circle = eq(sp.sin(t) ** 2 + sp.cos(t) ** 2, 1)
    if not isinstance(claim.then, Relation) or claim.then.bound != circle.bound:
        raise Rejected(f"the conclusion is not sin({t})**2 + cos({t})**2 = 1")
    return Step("pythagoras", "proved", ()), ()
