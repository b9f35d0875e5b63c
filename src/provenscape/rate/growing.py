"""A potential whose numbers are polynomials in the number of the step, from one program.

For a given factor ρ its unknowns (`unknowns`) make a semidefinite program; p and q are chosen
(`growth`), as few unknowns are kept as are enough, and found in exact numbers (`solving`), or are
not. ρ is about the least with which V can be constant, if that is less than 1; else it is 1.

Potentials of this kind: Taylor & Bach (2019); Lessard, Recht & Packard (2016).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import sympy as sp

from provenscape.rate.clock import B, Clock
from provenscape.rate.forms import (
    K,
    N,
    Symbolic,
    Weighted,
    added,
    following,
    mapped,
    scaled,
    value_at,
    widened,
)
from provenscape.rate.growth import NOTHING, choices, simple
from provenscape.rate.local import NoPattern
from provenscape.rate.solving import extreme
from provenscape.rate.stages import Stages, stages
from provenscape.rate.unknowns import PARTS, Program
from provenscape.search.blocks import Block, decompose
from provenscape.search.semidefinite import Solution

DEGREES = (2, 1)  # of V in k that are tried, with ρ = 1
SLOWEST = 0.999  # a larger factor is none
MARGIN = Fraction(1, 500)  # by which it may be larger than the least
BISECTIONS = 10


@dataclass(frozen=True)
class Growing:
    """V(k), what bounds it at the start, and the metric after k + 1 steps, which is at most
    V(k)/p(k + 1) + `rest`; `growth` is p(N).

    A step multiplies V by at most `factor`; `begin` gives the first state from those of its points
    that are free; `sizes`, `shift`, `apart`, `watched` and `clock` as in `Stages`.
    """

    growth: sp.Expr
    rest: sp.Rational
    factor: sp.Rational
    start: Symbolic
    value: Symbolic
    metric: Symbolic
    moved: sp.Matrix
    begin: sp.Matrix
    base: Weighted
    step: Weighted
    end: Weighted
    sizes: tuple[int, int, int]
    shift: int
    apart: bool
    watched: bool
    clock: Clock

    def rate(self) -> sp.Expr:
        """What multiplies the start after N steps, as a function of N."""
        growth = self.growth.xreplace({N: self.clock.least})
        return (self.factor ** (N - 1) / growth).xreplace({N: N - self.shift})

    def left_of_step(self) -> Symbolic:
        """Of what is left of the identity of a step, what the clock's relation is multiplied by."""
        wide = widened(self.value, self.sizes)
        after = following(self.value, self.moved, self.sizes, self.clock.after)
        return self._left(self.step, (self.factor, wide), (sp.Integer(-1), after))

    def left_of_end(self) -> Symbolic:
        """The same of the identity of the end."""
        share = 1 / self.growth.xreplace({N: K + 1})
        wide = widened(self.value, self.sizes)
        rest = Symbolic(
            sp.zeros(*wide.square.shape), (sp.S.Zero,) * len(wide.linear), sp.S.Zero, self.rest
        )
        terms = ((share, wide), (sp.Integer(1), rest), (sp.Integer(-1), self.metric))
        return self._left(self.end, *terms)

    def _left(self, part: Weighted, *terms: tuple[sp.Expr, Symbolic]) -> Symbolic:
        squares = (
            (-w, Symbolic(r.T * r, (sp.S.Zero,) * 2 * self.sizes[2])) for w, r in part.squares
        )
        conditions = ((w, c) for _, w, c in part.conditions)
        total = added([scaled(form, w) for w, form in (*terms, *conditions, *squares)])
        relation = self.clock.relation
        return mapped(total, lambda number: sp.cancel(number / relation))


def potentials(path: Path) -> Iterator[Growing]:
    """Potentials that are polynomials in k, the fastest first; raises NoPattern where none are.

    If what a step evaluates does not do, what the metric would at each step is taken too.
    """
    failed: list[NoPattern] = []
    for watched in (False, True):
        try:
            yield from _potentials(stages(path, watched))
            return
        except NoPattern as why:
            failed.append(why)
    raise failed[0]


def _potentials(model: Stages) -> Iterator[Growing]:
    factor = None if model.constants else _least_factor(model)
    programs = [] if factor is None else [(0, factor)]
    programs += [(degree, Fraction(1)) for degree in DEGREES]
    found = False
    for degree, rho in programs:
        program = Program(model, degree, rho)
        for p, share, solution in choices(program):
            found = True
            yield _made(program, p, share, solution)
    if not found:
        raise NoPattern("no potential is a polynomial in the number of the step")


def _least_factor(model: Stages) -> Fraction | None:
    """About the least ρ below 1 with which there is a constant potential."""
    whole = Program(model, 0, Fraction(1))

    def enough(factor: float) -> bool:
        program = whole.with_factor(Fraction(factor))
        bound = Block(("p",), program.bound(sp.S.One), (program.ring.one,))
        best = extreme(program.target, [bound, *program.blocks], True)
        return best is not None and best > NOTHING

    low, high = 0.0, SLOWEST
    if not enough(high):
        return None
    for _ in range(BISECTIONS):
        middle = (low + high) / 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return simple(high, -MARGIN)


def _made(program: Program, p: sp.Expr, share: Fraction, solution: Solution) -> Growing:
    model = program.model
    weights: dict[str, dict[Any, sp.Expr]] = {part: {} for part in PARTS}
    roots: dict[str, list[tuple[sp.Expr, sp.Matrix]]] = {part: [] for part in PARTS}
    numbers: dict[Any, sp.Expr] = {}
    symbols = [sp.Symbol(str(u)) for u in program.vectors]
    inside = {sp.Symbol("k"): K, sp.Symbol("b"): B}
    for block, values in solution:
        kind, *where = block.names
        if kind == "potential":
            place, power = where
            numbers[place] = numbers.get(place, 0) + values[0] * K**power
        elif kind == "condition":
            part, role, power = where
            weights[part][role] = weights[part].get(role, 0) + values[0] * K**power
        else:
            part, odd = where
            for weight, root in decompose(block, values):
                row = [sp.expand(root).coeff(u).xreplace(inside) for u in symbols]
                roots[part].append((weight * K**odd, sp.Matrix([row])))
    value = added([program.unit(place, number) for place, number in numbers.items()])

    def proof(part: str) -> Weighted:
        share = 1 / p.xreplace({N: K + 1}) if part == "end" else sp.S.One
        at = {K: sp.S.Zero} if part == "start" else {}
        used = []
        for role, weight in weights[part].items():
            whole = sp.Add(*(term * share for term in sp.Add.make_args(weight)))
            if weight != 0:
                condition = value_at(model.conditions[part][role], at)
                used.append((role, whole.xreplace(at), condition))
        place = _places(model) if part == "start" else sp.eye(len(symbols))
        squares = (
            ((weight * share).xreplace(at), (row[:, : place.rows] * place).xreplace(at))
            for weight, row in roots[part]
        )
        return Weighted(tuple(used), tuple(squares))

    places = _places(model)
    begin = model.begin * places[: len(model.free), : model.sizes[0]]
    return Growing(
        p, sp.Rational(*share.as_integer_ratio()), sp.Rational(*program.factor.as_integer_ratio()),
        replace(model.start, square=places.T * model.start.square * places), value,
        model.metric, model.moved, begin, proof("start"), proof("step"), proof("end"),
        model.sizes, model.shift, model.apart, model.watched, model.clock,
    )  # fmt: skip


def _places(model: Stages) -> sp.Matrix:
    """Of the vectors at the start that are independent, which of all they are."""
    state, leaves, _ = model.sizes
    places = [*model.free, *range(state, state + leaves)]
    return sp.Matrix(len(places), state + leaves, lambda i, j: int(places[i] == j))
