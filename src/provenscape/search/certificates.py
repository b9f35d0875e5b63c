"""Certificates for `combine`: which multipliers make the claim an identity, found and made exact.

Sought is one polynomial identity: conclusion * scale = sum over products w of hypotheses of
s_w * w, each s_w a sum of squares, plus free polynomials times the equations (Putinar 1993, and
Schmüdgen 1991 where hypotheses are multiplied together). With all s_w constant this is Farkas'
lemma. `semidefinite` solves for the s_w; the kernel has the last word.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, combinations_with_replacement
from typing import Any

import sympy as sp
from sympy.core.parameters import distribute

from provenscape.kernel import Claim, Rejected, Relation, combine
from provenscape.kernel.cone import positive
from provenscape.search.blocks import Block, decompose
from provenscape.search.semidefinite import NotFound, solve

MOST_UNKNOWNS = 2000
POSITIVE_FACTORS = 3  # strict hypotheses multiplied together, repetition allowed


def certificate(
    claim: Claim, scale: Any = 1, degree: int | None = None, products: int = 1
) -> dict[str, Any]:
    """Arguments `using`, `squares` and `scale` that make `combine` prove the claim.

    `degree` bounds the degree of every term (default: the least even one that the statement
    needs), `products` the number of hypotheses multiplied together. Denominators are cleared if
    they are evidently positive. Raises `NotFound`.
    """
    if not isinstance(claim.then, Relation):
        raise NotFound("certificates are sought for one relation")
    known = tuple(claim.given.values())
    if not positive(scale := sp.sympify(scale), known):
        raise NotFound(f"the scale {scale} is not evidently positive")
    symbols = sorted(set().union(*(r.expr.free_symbols for r in (*known, claim.then))), key=str)
    ring = sp.ring([*symbols, *scale.free_symbols.difference(symbols)] or ["one"], sp.QQ)[0]

    def cleared(expr: sp.Expr) -> tuple[Any, sp.Expr]:
        top, bottom = sp.fraction(sp.together(expr))
        if not positive(bottom, known):
            raise NotFound(f"the denominator {bottom} is not evidently positive")
        try:
            return ring.from_expr(sp.expand(top)), bottom
        except ValueError as error:
            raise NotFound(f"{top} is no polynomial over the rationals") from error

    target, denominator = cleared(claim.then.expr * scale)
    terms = {name: cleared(r.expr) for name, r in claim.given.items()}
    most = max([total_degree(target), *(total_degree(n) for n, _ in terms.values())])
    degree = most + most % 2 if degree is None else degree
    signs = {n: terms[n][0] for n, r in claim.given.items() if r.sign != "="}
    blocks = []
    if claim.then.sign != "=":
        for size in range(products + 1):
            for names in combinations(signs, size):
                weight = sp.prod([signs[n] for n in names], start=ring.one)
                half = (degree - total_degree(weight)) // 2
                if half >= 0:
                    blocks.append(Block(names, weight, tuple(monomials(ring, half))))
        if claim.then.sign == ">":
            strict = [n for n in signs if claim.given[n].sign == ">"]
            for size in range(POSITIVE_FACTORS + 1):
                for names in combinations_with_replacement(strict, size):
                    weight = sp.prod([signs[n] for n in names], start=ring.one)
                    if total_degree(weight) <= degree:
                        blocks.append(Block(names, weight, (ring.one,), "strict"))
    for name, relation in claim.given.items():
        if relation.sign == "=":
            basis = monomials(ring, degree - total_degree(terms[name][0]))
            blocks.append(Block((name,), terms[name][0], tuple(basis), "free"))
    blocks = prune(target, blocks)
    unknowns = sum(len(b.basis) * (len(b.basis) + 1) // 2 for b in blocks if b.kind == "square")
    if unknowns > MOST_UNKNOWNS:
        raise NotFound(f"{unknowns} unknowns are too many: lower the degree or the products")
    solution = solve(target, blocks, claim.then.sign == ">")
    using: dict[str, sp.Expr] = {}
    squares: list[tuple[Any, sp.Expr]] = []
    with distribute(False):
        for block, values in solution:
            parts = decompose(block, values)
            if not block.names:
                squares += parts
            elif parts:
                first, *others = block.names
                whole = sp.Add(*(c if q == 1 else c * q**2 for c, q in parts))
                if block.kind == "free":
                    whole = sp.Add(*(c * q for c, q in parts))
                extra = [terms[n][1] for n in block.names] + [claim.given[n].expr for n in others]
                using[first] = sp.Add(using.get(first, 0), sp.Mul(whole, *extra))
    found = {"using": using, "squares": squares, "scale": scale * denominator}
    try:
        combine(claim, **found)
    except Rejected as error:  # as where SymPy merges two multipliers into one of unclear sign
        raise NotFound(f"the kernel rejects what was found: {error}") from error
    return found


def total_degree(polynomial: Any) -> int:
    return max((sum(m) for m in polynomial.monoms()), default=0)


def monomials(ring: Any, degree: int) -> Iterator[Any]:
    for size in range(degree + 1):
        for chosen in combinations_with_replacement(ring.gens, size):
            yield sp.prod(chosen, start=ring.one)


def prune(target: Any, blocks: Sequence[Block]) -> list[Block]:
    """Leave out monomials of the plain squares whose own square nothing else can cancel."""
    rest = {m for b in blocks if b.names for column in b.columns() for m in column.monoms()}
    rest |= set(target.monoms()) | {m for b in blocks if b.kind == "strict" for m in b.weight}
    kept = []
    for block in blocks:
        basis = list(block.basis)
        while not block.names and block.kind == "square":
            cross = {(p * q).monoms()[0] for p, q in combinations(basis, 2)} | rest
            fewer = [p for p in basis if (p**2).monoms()[0] in cross]
            if len(fewer) == len(basis):
                break
            basis = fewer
        kept.append(replace(block, basis=tuple(basis)))
    return [b for b in kept if b.basis]
