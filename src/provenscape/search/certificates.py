"""Certificates with squares: one polynomial identity, found by semidefinite programming.

Sought is: conclusion * scale = sum over products w of hypotheses of s_w * w, each s_w a sum of
squares, plus free polynomials times the equations (Putinar 1993, and Schmüdgen 1991 where
hypotheses are multiplied together). `semidefinite` solves for the s_w, in coordinates in which
coefficients are of comparable size. Where the conclusion is attained, the squares vanish: points
that are known exactly cut the unknowns down before the solver sees them. The kernel has the last
word.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, combinations_with_replacement
from math import comb
from typing import Any

import sympy as sp
from flint import fmpq_mat
from sympy.core.parameters import distribute

from provenscape.kernel import Claim
from provenscape.kernel.cone import positive
from provenscape.search.algebraic import for_ring
from provenscape.search.blocks import Block, decompose
from provenscape.search.coordinates import balanced
from provenscape.search.identities import Identity, Summand, planned
from provenscape.search.linear import rational
from provenscape.search.plans import Combination
from provenscape.search.problem import Fact, Problem, monomials, value
from provenscape.search.problem import degree as total_degree
from provenscape.search.semidefinite import NotFound, Solution, solve

MOST_SQUARES = 500  # monomials of a root
MOST = 3000  # monomials of a multiplier of an equation
POSITIVE_FACTORS = 3  # strict hypotheses multiplied together, repetition allowed; of one, more


@dataclass(frozen=True)
class Size:
    """How large a certificate is sought: degree beyond that of the statement, hypotheses
    multiplied together, and of products with a number before them those of more hypotheses."""

    beyond: int = 0
    products: int = 1
    singles: int = 0
    most: int = 2000  # unknowns

    def __str__(self) -> str:
        shown = ["sums of squares" if self.products else "squares and numbers"]
        if self.beyond:
            shown.append(f"degree + {self.beyond}")
        if self.products > 1:
            shown.append(f"products of {self.products} hypotheses")
        if self.singles:
            shown.append(f"numbers times products of {self.singles}")
        return ", ".join(shown)


def certificate(
    claim: Claim, scale: Any = 1, degree: int | None = None, products: int = 1
) -> dict[str, Any]:
    """Arguments `using`, `squares` and `scale` that make `combine` prove the claim.

    `degree` bounds the degree of every term (default: the least even one that the statement
    needs), `products` the number of hypotheses multiplied together. Denominators are cleared if
    they are evidently positive. Raises `NotFound`.
    """
    problem = Problem(claim)
    scale = sp.sympify(scale)
    if not positive(scale, problem.known):
        raise NotFound(f"the scale {scale} is not evidently positive")
    try:
        multiplying = problem.ring.from_expr(sp.expand(scale))
    except (ValueError, sp.CoercionFailed) as error:
        raise NotFound(f"the scale {scale} has symbols that the claim has not") from error
    before = () if scale == 1 else (Fact(None, multiplying, ">", scale),)
    least = default_degree(problem, multiplying)
    beyond = 0 if degree is None else degree - least
    plan = planned(problem, identity(problem, before, Size(beyond, products)))
    if not isinstance(plan, Combination) or plan.lemmas:
        raise NotFound("the certificate needs lemmas")
    return {"using": dict(plan.using), "squares": list(plan.squares), "scale": plan.scale}


def default_degree(problem: Problem, scale: Any) -> int:
    """The least even degree that the statement needs."""
    top = max(
        [total_degree(problem.target * scale), *(total_degree(f.polynomial) for f in problem.facts)]
    )
    return top + top % 2


def identity(
    problem: Problem,
    scale: tuple[Fact, ...] = (),
    size: Size = Size(),
    tight: Sequence[Mapping[Any, Any]] = (),
) -> Identity:
    """An identity with squares; the facts of `scale` multiply the conclusion.

    `tight` are points (ring generator to rational) at which the hypotheses hold and the conclusion
    is attained.
    """
    ring = problem.ring
    multiplying = sp.prod([f.polynomial for f in scale], start=ring.one)
    degree = default_degree(problem, multiplying) + size.beyond
    equation = problem.then.sign == "="
    facts = [] if equation else problem.signed
    places = balanced(ring, problem.target, [f.polynomial for f in problem.facts])
    target = places.to(problem.target * multiplying)
    moved = {f: places.to(f.polynomial) for f in (*facts, *problem.equations)}
    count = len(ring.gens)
    least = min((total_degree(moved[f]) for f in problem.equations), default=degree)
    if (
        comb(count + degree // 2, count) > MOST_SQUARES
        or comb(count + degree - least, count) > MOST
    ):
        raise NotFound(f"polynomials of degree {degree} in {count} symbols are too many")
    blocks = []
    for count in range(size.products + 1) if not equation else ():
        for chosen in combinations(facts, count):
            weight = sp.prod([moved[f] for f in chosen], start=ring.one)
            half = (degree - total_degree(weight)) // 2
            if half >= 0:
                blocks.append(Block(chosen, weight, tuple(monomials(ring, half))))
    for count in range(size.products + 1, size.singles + 1) if not equation else ():
        for chosen in combinations_with_replacement(facts, count):
            weight = sp.prod([moved[f] for f in chosen], start=ring.one)
            if total_degree(weight) <= degree:
                blocks.append(Block(chosen, weight, (ring.one,)))
    if problem.then.sign == ">":
        strict = [f for f in facts if f.sign == ">"]
        most = degree if len(strict) == 1 else POSITIVE_FACTORS
        for count in range(most + 1):
            for chosen in combinations_with_replacement(strict, count):
                weight = sp.prod([moved[f] for f in chosen], start=ring.one)
                if total_degree(weight) <= degree:
                    blocks.append(Block(chosen, weight, (ring.one,), "strict"))
    for fact in problem.equations:
        basis = monomials(ring, degree - total_degree(moved[fact]))
        blocks.append(Block((fact,), moved[fact], tuple(basis), "free"))
    blocks = prune(target, blocks)
    unknowns = sum(b.unknowns() for b in blocks if b.kind == "square")
    if unknowns > size.most:
        raise NotFound(f"{unknowns} unknowns are too many: lower the degree or the products")
    blocks = [vanishing(b, [inside(places, point) for point in tight]) for b in blocks]
    solution = solve(target, [b for b in blocks if b.basis], problem.then.sign == ">")
    return assembled(ring, scale, solution, places.back)


def assembled(
    ring: Any,
    scale: tuple[Fact, ...],
    solution: Solution,
    back: Callable[[Any], Any] = lambda polynomial: polynomial,
) -> Identity:
    """The identity of a solution, its polynomials brought back to the coordinates of the ring."""
    terms, cofactors = [], []
    for block, values in solution:
        if block.kind == "free":
            cofactor = sum(
                (z * ring(v) for z, v in zip(block.basis, values, strict=True)), ring.zero
            )
            cofactors.append((block.names[0], back(cofactor)))
            continue
        with distribute(False):
            parts = decompose(block, values)
        for weight, root in parts:
            exact = back(ring.from_expr(sp.expand(root)))
            terms.append(Summand(weight, block.names, exact))
    return Identity((Summand(sp.Integer(1), scale, ring.one),), tuple(terms), tuple(cofactors))


def inside(places: Any, point: Mapping[Any, Any]) -> list[Any]:
    """The values of the new symbols at a point that is given in the old ones."""
    old = [point[g] for g in places.ring.gens]
    return [value(new, old) for new in places.new]


def vanishing(block: Block, points: Sequence[Sequence[Any]]) -> Block:
    """The block without the directions that a tight point excludes.

    Where the conclusion is 0 and the weight positive, the form z' G z is 0: G z = 0 there.
    """
    if block.kind == "free" or not points:
        return block
    rows = [[value(z, at) for z in block.basis] for at in points if value(block.weight, at) > 0]
    if not rows:
        return block
    table = fmpq_mat(len(rows), len(block.basis), [rational(v) for row in rows for v in row])
    reduced, rank = table.rref()
    width = len(block.basis)
    pivots = [next(j for j in range(width) if reduced[i, j] != 0) for i in range(rank)]
    basis = []
    for j in (k for k in range(width) if k not in pivots):
        form = block.basis[j]
        for i, pivot in enumerate(pivots):
            entry = reduced[i, j]
            form -= block.basis[pivot] * for_ring(entry)
        basis.append(form)
    return replace(block, basis=tuple(basis))


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
