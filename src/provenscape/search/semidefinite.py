"""Exact solutions of small semidefinite feasibility problems about polynomials.

Given a target polynomial and blocks, each a known weight times an unknown form z' G z, the
equation target = sum of the blocks is solved with every G semidefinite and rational. Clarabel
maximizes the least eigenvalue t of all G. If t > 0, the solution is rounded and put on the affine
space of the equation exactly, and stays semidefinite (Peyrl & Parrilo 2008). If t = 0, as wherever
the bound is attained, some G has a kernel: its numerical basis is rounded to rationals, z is cut
down to the complement, and the search starts again (facial reduction; Monniaux & Corbineau 2011).
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations_with_replacement, pairwise
from typing import Any

import numpy as np
import sympy as sp
from flint import fmpq, fmpq_mat

from provenscape.search.algebraic import for_sympy
from provenscape.search.blocks import Block, acceptable, reduce
from provenscape.search.conic import minimized, upper
from provenscape.search.linear import rational

DENOMINATORS = (1, 2, 4, 12, 60, 1000, 10**6, 10**9)
THRESHOLDS = (1e-6, 1e-4, 1e-3)
USABLE = ("Solved", "AlmostSolved", "InsufficientProgress", "MaxIterations")


class NotFound(Exception):
    """No certificate of the form that was searched; the claim may be true all the same."""


Solution = list[tuple[Block, list[sp.Rational]]]


def solve(target: Any, blocks: Sequence[Block], strict: bool, depth: int = 6) -> Solution:
    """Exact unknowns for which the blocks add up to the target; raises `NotFound`."""
    if strict and not any(b.kind == "strict" for b in blocks):
        raise NotFound("nothing strictly positive is left")
    blocks = [b for b in blocks if b.weight != 0]
    columns = [c for b in blocks for c in b.columns()]
    if target == 0 and not strict:
        return []
    rows = sorted({m for p in (target, *columns) for m in p.monoms()})
    system = [[p.get(m, 0) for p in (*columns, target)] for m in rows]
    if not columns:
        if target != 0:
            raise NotFound("nothing is left to combine")
        return []
    table = fmpq_mat(len(rows), len(columns) + 1, [rational(v) for row in system for v in row])
    reduced, rank = table.rref()
    pivots = [next(j for j in range(len(columns) + 1) if reduced[i, j] != 0) for i in range(rank)]
    if len(columns) in pivots:
        raise NotFound("no multipliers of this form give the conclusion, whatever their signs")
    guess, least = relax(np.array(system, dtype=float), blocks)
    if least < -1e-3 * max(1.0, float(np.abs(guess).max(initial=0))):
        raise NotFound("the semidefinite program has no solution")
    free = [j for j in range(len(columns)) if j not in pivots]
    rows_of = [[(j, c) for j in free if (c := reduced[i, j]) != 0] for i in range(rank)]
    for bound in DENOMINATORS:
        exact = {j: rational(Fraction(guess[j]).limit_denominator(bound)) for j in free}
        for i, pivot in enumerate(pivots):
            terms = (c * exact[j] for j, c in rows_of[i])
            exact[pivot] = reduced[i, len(columns)] - sum(terms, fmpq(0))
        values = [for_sympy(exact[j]) for j in range(len(columns))]
        parts = [(b, values[part]) for b, part in zip(blocks, slices(blocks), strict=True)]
        if all(acceptable(block, part) for block, part in parts):
            return parts
    for threshold in THRESHOLDS if depth else ():
        smaller = [
            reduce(b, guess[part], threshold)
            for b, part in zip(blocks, slices(blocks), strict=True)
        ]
        if smaller != list(blocks):
            try:
                return solve(target, [b for b in smaller if b.basis], strict, depth - 1)
            except NotFound:
                continue
    raise NotFound("rounding and facial reduction fail")


def relax(system: np.ndarray, blocks: Sequence[Block]) -> tuple[np.ndarray, float]:
    """Numerical unknowns with the largest least eigenvalue (at most 1), and that eigenvalue."""
    unknowns = system.shape[1] - 1
    if not any(b.kind != "free" for b in blocks):
        return np.zeros(unknowns), 1.0
    nothing, bounded = np.zeros((len(system), 1)), np.zeros((1, unknowns + 1))
    bounded[0, -1] = -1  # least <= 1
    matrices = [
        triangle(len(block.basis), part, unknowns)
        for block, part in zip(blocks, slices(blocks), strict=True)
        if block.kind != "free"
    ]
    done = minimized(
        -np.eye(unknowns + 1)[-1],
        (-np.hstack([system[:, :-1], nothing]), system[:, -1]),
        (bounded, np.ones(1)),
        [(rows, np.zeros(len(rows))) for rows in matrices],
    )
    if str(done.status) not in USABLE:
        raise NotFound(f"the semidefinite program is {done.status}")
    return np.array(done.x[:-1]), float(done.x[-1])


def triangle(size: int, part: slice, unknowns: int) -> np.ndarray:
    """The entries `upper` of G - least * I, in terms of all unknowns and the least."""
    pairs = combinations_with_replacement(range(size), 2)
    place = {pair: part.start + k for k, pair in enumerate(pairs)}
    rows = np.zeros((len(place), unknowns + 1))
    for number, pair in enumerate(upper(size)):
        rows[number, place[pair]] = 1
        rows[number, -1] = -float(pair[0] == pair[1])
    return rows


def slices(blocks: Sequence[Block]) -> list[slice]:
    """Where the unknowns of each block stand."""
    ends = np.cumsum([0, *(b.unknowns() for b in blocks)])
    return [slice(int(a), int(z)) for a, z in pairwise(ends)]
