"""Unknowns of an identity: the extreme of one numerically; all in exact numbers, few and simple.

The identity is a sum of blocks (`search.blocks`) that is to be a target polynomial.
"""

from collections.abc import Callable, Sequence
from itertools import combinations_with_replacement
from typing import Any

import numpy as np

from provenscape.search import linear
from provenscape.search.blocks import Block
from provenscape.search.conic import Infeasible, least, upper
from provenscape.search.semidefinite import NotFound, Solution, relax, slices, solve

FEASIBLE = 1e-6  # an eigenvalue that is less negative is taken for 0


def _system(target: Any, blocks: Sequence[Block]) -> np.ndarray:
    """The equations of the unknowns, with the target as the last column."""
    columns = [*(c for b in blocks for c in b.columns()), target]
    rows = sorted({m for p in columns for m in p.monoms()})
    place = {m: i for i, m in enumerate(rows)}
    system = np.zeros((len(rows), len(columns)))
    for j, column in enumerate(columns):
        for m, c in column.terms():
            system[place[m], j] = float(c)
    return system


def extreme(target: Any, blocks: Sequence[Block], largest: bool) -> float | None:
    """The extreme of the first block's unknown, numerically; none where there is none."""
    system = _system(target, blocks)
    every = np.eye(system.shape[1] - 1)
    positive, matrices = list[int](), list[np.ndarray]()
    for block, part in zip(blocks, slices(blocks), strict=True):
        size = len(block.basis)
        if block.kind == "square" and size == 1:
            positive.append(part.start)
        elif block.kind == "square":
            rows = combinations_with_replacement(range(size), 2)
            place = {pair: part.start + at for at, pair in enumerate(rows)}
            matrices.append(every[[place[pair] for pair in upper(size)]])
    try:
        found = least(
            -every[0] if largest else every[0],
            (system[:, :-1], -system[:, -1]),
            (every[positive], np.zeros(len(positive))),
            [(one, np.zeros(len(one))) for one in matrices],
        )
    except Infeasible:
        return None
    return None if found is None else float(found[0])


def few_unknowns(target: Any, blocks: Sequence[Block]) -> Solution:
    """Exact unknowns with few blocks, of which no kind can be left out, so that they are simple."""
    try:
        found, kept = solve(target, blocks, strict=False), list(blocks)
    except NotFound:
        kept = _without(blocks, lambda rest: _enough(target, rest))
        found = solve(target, kept, strict=False)

    def shorter(rest: Sequence[Block]) -> bool:
        nonlocal found
        try:
            found = solve(target, rest, strict=False)
        except NotFound:
            return False
        return True

    _without(kept, shorter)
    return found


def few_squares(target: Any, listed: Sequence[Block]) -> Solution | None:
    """Exact unknowns with squares that are listed alone: the vertex of a linear program, which is
    found also where the semidefinite one has no inside, and at once."""
    columns = [dict(one.columns()[0].terms()) for one in listed]
    free = [one.kind == "free" for one in listed]
    found = linear.least(columns, dict(target.terms()), [1.0] * len(listed), free)
    return None if found is None else [(listed[i], [value]) for i, value in found.items()]


def _without(blocks: Sequence[Block], enough: Callable[[Sequence[Block]], bool]) -> list[Block]:
    """Blocks that are enough without any more of a kind."""
    kept = list(blocks)
    for group in dict.fromkeys(_group(block) for block in blocks):
        rest = [block for block in kept if _group(block) != group]
        if enough(rest):
            kept = rest
    return kept


def _enough(target: Any, blocks: Sequence[Block]) -> bool:
    try:
        _, least = relax(_system(target, blocks), blocks)
    except NotFound:
        return False
    return least > -FEASIBLE


def _group(block: Block) -> tuple[Any, ...]:
    """What is left out at once: a condition of the start, or of step and end; an entry of V."""
    kind, *where = block.names
    if kind == "condition":
        return (kind, where[0] == "start", where[1])
    return (kind, where[0]) if kind == "potential" else (kind, *where)
