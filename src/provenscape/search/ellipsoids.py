"""A linear bound on a ball or an ellipsoid, with algebraic numbers, as √2 x + y ≤ √3 on the disc.

Let the hypothesis be g >= 0 for g = ρ - (x - c)' A (x - c) with A positive definite, and the
conclusion T >= 0 for T = m - v' (x - c), with m, ρ > 0. For λ = m/(2ρ) and w = A⁻¹ v,

    T = λ g + λ (x - c - w/(2λ))' A (x - c - w/(2λ)) + (m² - ρ v' w)/(2m),

and the last number is not negative exactly if the bound holds. The form is written as squares, one
symbol after the other. That a sum of roots is positive, balls show.
"""

from collections.abc import Sequence
from contextlib import suppress

import sympy as sp

from provenscape.kernel import Claim, Relation, gt
from provenscape.search.evident import confirmed
from provenscape.search.plans import Combination, Enclosed, Lemma, Plan
from provenscape.search.semidefinite import NotFound

MOST_SYMBOLS = 8
NOTHING = NotFound("no linear bound on an ellipsoid")


def on_an_ellipsoid(claim: Claim) -> Plan:
    """A plan from one hypothesis; raises `NotFound`."""
    for name, inside in claim.given.items():
        if isinstance(claim.then, Relation) and isinstance(inside, Relation):
            with suppress(NotFound):
                return confirmed(from_one(claim.then, name, inside), claim)
    raise NOTHING


def from_one(then: Relation, name: str, inside: Relation) -> Combination:
    """The identity above; raises `NotFound` where there is none."""
    symbols = sorted(inside.expr.free_symbols, key=str)
    if "=" in (then.sign, inside.sign) or not then.expr.free_symbols <= set(symbols):
        raise NOTHING
    if not all(r.expr.is_polynomial(*symbols) for r in (then, inside)):
        raise NOTHING
    bound, quadratic = (sp.Poly(r.expr, *symbols) for r in (then, inside))
    if (bound.total_degree(), quadratic.total_degree()) != (1, 2) or len(symbols) > MOST_SYMBOLS:
        raise NOTHING
    form = -sp.hessian(quadratic.as_expr(), symbols) / 2
    if not all(form[:k, :k].det().is_positive for k in range(1, len(symbols) + 1)):
        raise NOTHING
    at_zero = [quadratic.coeff_monomial(s) for s in symbols]
    centre = form.LUsolve(sp.Matrix(at_zero) / 2)
    middle, radius = (sp.radsimp(sp.expand(p(*centre))) for p in (bound, quadratic))
    if not (middle.is_positive and radius.is_positive):
        raise NOTHING
    weight = sp.radsimp(middle / (2 * radius))
    squares, rest = completed(bound.as_expr() - weight * quadratic.as_expr(), symbols)
    squares += [(rest, sp.S.One)] if rest != 0 else []
    hidden = dict.fromkeys(n for n in (weight, *(w for w, _ in squares)) if n.has(sp.Add))
    lemmas = (Lemma(f"number {k}", gt(n), Enclosed({})) for k, n in enumerate(hidden))
    return Combination({name: weight}, squares, lemmas=tuple(lemmas))


def completed(
    rest: sp.Expr, symbols: Sequence[sp.Symbol]
) -> tuple[list[tuple[sp.Expr, sp.Expr]], sp.Expr]:
    """A quadratic as positive numbers times squares, each without the symbols before its own, and a
    number that is left."""
    squares = []
    for symbol in symbols:
        slope = sp.diff(rest, symbol)
        weight = sp.radsimp(sp.diff(slope, symbol) / 2)
        root = collected(slope / (2 * weight), symbols)
        squares.append((weight, root))
        rest = collected(rest - weight * root**2, symbols)
    return squares, rest


def collected(expr: sp.Expr, symbols: Sequence[sp.Symbol]) -> sp.Expr:
    """The polynomial with its numbers added up, and no roots in their denominators."""
    found = {m: sp.radsimp(sp.expand(c)) for m, c in sp.Poly(expr, *symbols).terms()}
    return sp.Add(*(c * sp.prod(map(sp.Pow, symbols, m)) for m, c in found.items()))
