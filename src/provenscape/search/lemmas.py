"""Lemmas that help with any conclusion: bounds of functions and of numbers, and simple facts that
follow from the hypotheses.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, islice, permutations
from math import floor
from typing import Any

import sympy as sp

from provenscape.kernel import Claim, Rejected, Relation, eq, ge, gt, le, lt
from provenscape.kernel.engines import unfold
from provenscape.kernel.language import RealRoot
from provenscape.kernel.numeric import taylor
from provenscape.search import sparse
from provenscape.search.evident import one_factor
from provenscape.search.factors import factors
from provenscape.search.feasible import feasible
from provenscape.search.floats import approximate
from provenscape.search.identities import planned
from provenscape.search.plans import Circle, Combination, Enclosed, Lemma, Split, Taylor
from provenscape.search.problem import Problem
from provenscape.search.semidefinite import NotFound

MOST_LOGS = 3  # with which each exponential is compared
MOST_PLACES = 60
FEW_SYMBOLS = 4
MOST_FACTORS = 4
NOTHING = sp.Symbol("nothing", real=True)  # of which nothing is known


def bounds_of_functions(claims: Sequence[Claim]) -> list[Lemma]:
    """Taylor bounds of each exponential, logarithm, sine and cosine of the claims, as far as the
    kernel grants them; of log(u) by exp(t) >= 1 + t for t = log(u), -log(u), and differences
    of two such. Of one symbol alone, as in limits, to a higher degree."""
    atoms: set[sp.Expr] = set()
    symbols: set[sp.Basic] = set()
    for claim in claims:
        for relation in (*claim.given.values(), *claim.parts()):
            if isinstance(relation, Relation):
                atoms |= relation.expr.atoms(sp.exp, sp.log, sp.sin, sp.cos)
                symbols |= relation.expr.free_symbols
    alone = len(symbols) == 1
    found: list[Lemma] = []
    logs = [atom for atom in sorted(atoms, key=str) if isinstance(atom, sp.log)][:MOST_LOGS]
    for atom in sorted(atoms, key=str):
        t = atom.args[0]
        tried: dict[Any, list[tuple[Any, sp.Expr, int, Any]]] = {
            sp.exp: [
                *((sp.exp, t, degree, ge) for degree in (1, 2, 3, 4)),
                *((sp.exp, t - log, 1, ge) for log in logs),
            ],
            sp.log: [
                *((sp.exp, sign * atom, 1, ge) for sign in (1, -1)),
                *((sp.exp, atom - other, 1, ge) for other in logs if other != atom),
                *((sp.exp, -atom - other, 1, ge) for other in logs if other.is_number),
                *((sp.log, t - 1, degree, op) for degree, op in ((2, ge), (3, le))),
                *((sp.exp, sign * atom, 3, ge) for sign in (1, -1) if alone),
            ],
            sp.sin: [
                (sp.sin, s, d, op)
                for s in (t, -t)
                for d, op in ((1, le), (3, ge), (5, le))[: 2 + alone]
            ],
            sp.cos: [
                (sp.cos, t, d, op) for d, op in ((0, le), (2, ge), (4, le), (6, ge))[: 3 + alone]
            ],
        }
        for function, argument, degree, op in tried[type(atom)]:
            value = sp.log(1 + argument) if function is sp.log else function(argument)
            with suppress(Rejected):
                bound = op(value, taylor(function, argument, degree))
                lemma = Lemma(f"series {len(found)}", bound, Taylor(argument, degree, function))
                lemma.theorem(claims[0])
                found.append(lemma)
    return found + on_circles(claims[0], atoms)


def on_circles(claim: Claim, atoms: Iterable[sp.Expr]) -> list[Lemma]:
    """That each sine and cosine is at most 1 in size: 2 (1 + s) = (1 + s)² + c² where s² + c² = 1;
    and this of an argument of both."""
    found: list[Lemma] = []
    turning = [a for a in sorted(atoms, key=str) if isinstance(a, sp.sin | sp.cos)]
    for t in dict.fromkeys(a.args[0] for a in turning if not a.args[0].has(sp.Function)):
        s, c = sp.sin(t), sp.cos(t)
        circle = Lemma(f"circle of {sp.sstr(t)}", eq(s**2 + c**2, 1), Circle(t))
        sides = ((s, c, 1), (s, c, -1), (c, s, 1))  # cos t <= 1 is its Taylor bound
        with suppress(Rejected):
            circle.theorem(claim)
            found += [circle] if {s, c} <= {*turning} else []
            for one, other, sign in (side for side in sides if side[0] in turning):
                half = sp.Rational(1, 2)
                squares = [(half, 1 + sign * one), (half, other)]
                plan = Combination({circle.name: -half}, squares, lemmas=(circle,))
                found.append(Lemma(f"{circle.name} {len(found)}", ge(1 + sign * one), plan))
    return found


def bounds_of_numbers(claims: Sequence[Claim]) -> list[Lemma]:
    """Fractions below and above each number of the claims that is no power: near it and nearer;
    of a `RealRoot`, whose polynomial says the rest, near it alone."""
    atoms: set[sp.Expr] = set()
    for claim in claims:
        for relation in (*claim.given.values(), *claim.parts()):
            if isinstance(relation, Relation):
                atoms |= relation.expr.atoms(sp.Function, sp.NumberSymbol, RealRoot)
    found: list[Lemma] = []
    for atom in sorted((a for a in atoms if not a.free_symbols), key=str):
        value = Fraction(str(sp.N(approximate(atom), 30)))
        for size in (60,) if isinstance(atom, RealRoot) else (60, 10**6):
            low = sp.Rational(floor(value * size), size)
            for bound in (gt(atom, low), lt(atom, low + sp.Rational(1, size))):
                with suppress(Rejected):
                    lemma = Lemma(f"number {len(found)}", bound, Enclosed({}))
                    lemma.theorem(claims[0])
                    found.append(lemma)
    return found


def derive(claims: Sequence[Claim], lemmas: Sequence[Lemma]) -> list[Lemma]:
    """Simple facts that follow from the hypotheses: signs of symbols and of their differences, and
    squares that vanish. What seems to fail at points with the hypotheses is not tried."""
    claim = claims[0]
    symbols = sorted(set().union(*(r.expr.free_symbols for r in claim.given.values())), key=str)
    bases = list(dict.fromkeys(squared(claims)))
    candidates: list[sp.Expr] = [e for s in symbols for e in (s, -s, 1 - s, s - 1)]
    places = [
        at
        for at in islice(feasible(claim), MOST_PLACES)
        if all(seen_to_hold(r, at) is not False for r in claim.given.values())
    ]
    if places:
        candidates += compared(claims)
    candidates += [e for base in bases for e in (base, -base)]
    found: list[Lemma] = []
    known = {sp.expand(r.expr) for r in (*claim.given.values(), *(m.then for m in lemmas))}
    for number, expr in enumerate(dict.fromkeys(candidates)):
        if sp.expand(expr) in known or any(below(expr, at) for at in places):
            continue
        if isinstance(expr, sp.Add) and all(a in known for a in expr.args):
            continue
        best: list[Lemma] = []
        for op in (ge, gt):
            try:
                stated = claim.lemma("sign", claim.given, op(expr))
                problem = Problem(stated, [*lemmas, *found], factored=False)
                plan = planned(problem, sparse.identity(problem, 1, 1))
            except (NotFound, Rejected):
                break
            best = [Lemma(f"sign {number}", op(expr), plan)]
        found += best
        known |= {expr} if best else set()
    found += factors_of_products(claim, [*lemmas, *found])
    zero = [e for e in (*symbols, *bases) if places and not any(apart(e, at) for at in places)]
    for expr in zero:
        found += vanishing(claims, expr, [*lemmas, *found])
    return found


def factors_of_products(claim: Claim, lemmas: Sequence[Lemma]) -> list[Lemma]:
    """f >= 0 and g >= 0 from f g >= 0 and f + g >= 0, where no term of f + g may be negative: of
    R² >= Q², or R² = Q², and R >= 0 that R - Q and R + Q are not negative."""
    problem = Problem(claim.lemma("anything", claim.given, ge(NOTHING)), lemmas, factored=False)
    signs = sparse.Signs(problem)
    found: list[Lemma] = []
    for number, fact in enumerate((*problem.signed, *problem.equations)):
        for f, g in two_factors(fact.polynomial):
            if any(c < 0 or not signs.known(m) for m, c in (f + g).terms()):
                continue
            with suppress(NotFound, Rejected):
                stated = Lemma(f"product {number}", ge(problem.expr(f * g)), Combination({}))
                product = by_monomials(stated, claim, [*lemmas, *found])
                total = problem.expr(f + g)
                found += [one_factor(problem.expr(h), total, claim, product) for h in (f, g)]
    return found


def two_factors(polynomial: Any) -> Iterator[tuple[Any, Any]]:
    """All pairs of sums whose product is the polynomial, up to a positive number."""
    number, parts = factors(polynomial)
    if not 2 <= len(parts) <= MOST_FACTORS or any(p > 1 or len(f) < 2 for f, p in parts):
        return
    (first, _), *others = parts
    for size in range(len(others)):
        for chosen in combinations((f for f, _ in others), size):
            f = sp.prod(chosen, start=first)
            g = polynomial.exquo(f).quo_ground(abs(number))
            yield from ((f, g), (-f, -g))


def by_monomials(lemma: Lemma, claim: Claim, known: Sequence[Lemma]) -> Lemma:
    """The lemma with a proof whose multipliers are monomials; raises `NotFound`."""
    problem = Problem(lemma.claim(claim), known, factored=False)
    return replace(lemma, plan=planned(problem, sparse.identity(problem, 1, 0)))


def compared(claims: Sequence[Claim]) -> list[sp.Expr]:
    """The differences of two symbols that occur in one relation of few."""
    found: dict[sp.Expr, None] = {}
    for claim in claims:
        for relation in (*claim.given.values(), *claim.parts()):
            if not isinstance(relation, Relation):
                continue
            symbols = sorted(relation.expr.free_symbols, key=str)
            if len(symbols) <= FEW_SYMBOLS:
                found |= dict.fromkeys(a - b for a, b in permutations(symbols, 2))
            if len(symbols) == 2 and symbols == squared_symbols(relation):
                found |= dict.fromkeys((sp.Add(*symbols), -sp.Add(*symbols)))
    return list(found)


def squared_symbols(relation: Relation) -> list[sp.Symbol]:
    """The symbols of a relation that are squared in it, each a summand by itself."""
    terms = sp.Add.make_args(relation.expr)
    bases = [
        base for base, power in (t.as_coeff_Mul()[1].as_base_exp() for t in terms) if power == 2
    ]
    return sorted((b for b in bases if b.is_Symbol), key=str)


def squared(claims: Sequence[Claim]) -> Iterator[sp.Expr]:
    """The sums whose squares the hypotheses and the conclusions have as summands."""
    for claim in claims:
        for relation in (*claim.given.values(), *claim.parts()):
            if isinstance(relation, Relation):
                for side in sp.Add.make_args(unfold(relation.left - relation.right)):
                    for factor in sp.Mul.make_args(side):
                        base, power = factor.as_base_exp()
                        if isinstance(base, sp.Add) and power == 2:
                            yield base


def vanishing(claims: Sequence[Claim], expr: sp.Expr, lemmas: Sequence[Lemma]) -> list[Lemma]:
    """That an expression is 0, as two signs, if its square is shown to be at most 0; and the same
    of what it contributes to the conclusions, if it is a symbol."""
    claim = claims[0]
    zero = Lemma(f"zero {sp.sstr(expr)}", ge(-(expr**2)), Combination({}))
    try:
        problem = Problem(zero.claim(claim), lemmas, factored=False)
        zero = replace(zero, plan=planned(problem, sparse.identity(problem, 2, 1)))
    except (NotFound, Rejected):
        return []
    found = [zero, *both_signs(expr, zero)]
    for part in (p for c in claims for p in c.parts() if expr.is_Symbol):
        whole = sp.expand(part.expr) if isinstance(part, Relation) else sp.S.Zero
        slope = sp.factor(sp.diff(whole, expr).xreplace({expr: sp.S.Zero}))
        if slope.free_symbols and slope.is_polynomial():
            square = ge(-((expr * slope) ** 2))
            plan = Combination({zero.name: slope**2}, lemmas=(zero,))
            product = Lemma(f"{zero.name} times {sp.sstr(slope)}", square, plan)
            found += [product, *both_signs(expr * slope, product)]
    return found


def both_signs(expr: sp.Expr, zero: Lemma) -> list[Lemma]:
    """expr >= 0 and -expr >= 0, from -expr² >= 0."""
    found = []
    for sign in (1, -1):
        split = (ge(sign * expr), gt(-sign * expr))
        opposite = Combination({zero.name: sp.S.One}, (), -sign * expr, (zero,))
        plans = (Combination({"case": sp.S.One}), opposite)
        found.append(Lemma(f"{zero.name} {sign:+d}", ge(sign * expr), Split(split, plans)))
    return found


def apart(expr: sp.Expr, at: Any) -> bool:
    """Whether the expression is seen not to be 0 at a point."""
    value = expr.xreplace(at)
    return not (value.is_number and value == 0)


def seen_to_hold(relation: Relation, at: Any) -> bool | None:
    """Whether a relation holds at a point, if its value there is a fraction."""
    value = relation.expr.xreplace(at)
    if not isinstance(value, sp.Rational):
        return None
    return bool({"=": value == 0, ">": value > 0, ">=": value >= 0}[relation.sign])


def below(expr: sp.Expr, at: Any) -> bool:
    """Whether the expression is seen to be negative at a point."""
    value = expr.xreplace(at)
    return bool(value.is_number and value.is_real and approximate(value) < 0)
