"""What a potential and its proof are made of, as unknowns that stand linearly in one identity.

V(k) = Σ kʲ V_j is a form of the state before step k and of what that step evaluates. Sought are
V(0) at most the start, V(k + 1) at most ρ V(k), and a multiple of the metric at most V(k) plus a
constant: each is an identity in k with multipliers of conditions and with squares.
"""

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from itertools import product
from typing import Any

import sympy as sp
from sympy.polys.rings import ring

from provenscape.rate.clock import B
from provenscape.rate.forms import K, N, Symbolic, following, widened
from provenscape.rate.stages import Stages, denominator, entries
from provenscape.search.blocks import Block

PARTS = ("start", "step", "end")
TAGS = ("a", "b", "c")
AHEAD = 5  # how far weights of momentum may be ahead of k


@dataclass(frozen=True)
class Remembered(Block):
    """A block whose columns are made once: many choices of the same blocks are solved."""

    def columns(self) -> list[Any]:
        return self._columns

    @cached_property
    def _columns(self) -> list[Any]:
        return super().columns()


class Program:
    """Unknowns and what they multiply, in one identity, whose parts at the start, of a step and at
    the end are told apart by a symbol each."""

    def __init__(self, model: Stages, degree: int, factor: Fraction) -> None:
        self.model, self.degree = model, degree
        state, leaves, values = model.sizes
        count = state + 2 * leaves
        names = [f"u{i}" for i in range(count)] + [f"v{i}" for i in range(2 * values)]
        self.ring, *found = ring([*TAGS, "k", "b", *names, "t"], sp.QQ)
        self.tags = dict(zip(PARTS, found[:3], strict=True))
        self.k, self.b, self.t = found[3], found[4], found[-1]
        self.vectors, self.values = found[5 : 5 + count], found[5 + count : -1]
        ends = [e for c in model.conditions["end"].values() for e in entries(c)]
        steps = [e for c in model.conditions["step"].values() for e in entries(c)]
        self.below = {
            "start": sp.Integer(1),
            "step": sp.expand(sp.lcm(model.below**2, denominator(steps))),
            "end": denominator([*ends, *entries(model.metric)]),
        }
        self.target = self.tags["start"] * self.of(model.start)
        self._unknown, self._proved = list(self._potential()), list(self._proofs())
        self._put(factor)

    def _put(self, factor: Fraction) -> None:
        """Make the blocks for a factor, which multiplies V before a step."""
        self.factor, number = factor, sp.QQ(factor.numerator, factor.denominator)
        potential = [replace(one, weight=one.weight - now * number) for one, now in self._unknown]
        self.blocks: list[Block] = [*potential, *self._proved]

    def with_factor(self, factor: Fraction) -> "Program":
        """The same with another factor."""
        other = copy(self)
        other.__dict__.pop("listed", None)
        other._put(factor)
        return other

    @cached_property
    def listed(self) -> list[Block]:
        """The blocks with multiples of listed squares alone, and some squares more."""
        listed = (one for block in self.blocks for one in with_listed_squares(block))
        return [*listed, *self._moved()]

    def of(self, form: Symbolic, factor: Any = 1) -> Any:
        """The form times a factor that makes it polynomial in k."""
        total, n = self.ring.zero, form.square.rows
        parts = [
            (form.square[i, j], self.vectors[i] * self.vectors[j])
            for i in range(n)
            for j in range(n)
        ]
        parts += [*zip(form.linear, self.values, strict=False)]
        for number, value in [*parts, (form.least, self.t), (form.constant, self.ring.one)]:
            if number != 0:
                total += self._in_k(sp.cancel(number * factor)) * value
        return total

    def _potential(self) -> Iterator[tuple[Block, Any]]:
        """The unknown numbers of V, with what each adds to the three parts, but for what is less
        by the factor."""
        model, below = self.model, self.below["step"]
        for place in self._places():
            for power in range(self.degree + 1):
                now = self.unit(place, K**power)
                after = following(now, model.moved, model.sizes, model.clock.after)
                before = self.tags["step"] * self.of(widened(now, model.sizes), below)
                weight = self.tags["step"] * self.of(after, below)
                weight -= self.tags["end"] * self.of(now, self.below["end"])
                weight += self.tags["start"] * (self.of(self._at_start(now)) if power == 0 else 0)
                names = ("potential", place, power)
                yield Remembered(names, weight, (self.ring.one,), "free"), before

    def _places(self) -> list[Any]:
        state, leaves, values = self.model.sizes
        squares = [("square", i, j) for i in range(state + leaves) for j in range(i + 1)]
        further = ["least"] if self.model.metric.least != 0 else []
        further += ["constant"] if self.model.constants else []
        return [*squares, *(("value", i, 0) for i in range(values)), *((f, 0, 0) for f in further)]

    def unit(self, place: Any, number: Any) -> Symbolic:
        """The form with one number that is not 0."""
        state, leaves, values = self.model.sizes
        kind, i, j = place
        n = state + leaves
        square = sp.zeros(n, n)
        if kind == "square":
            square[i, j] = square[j, i] = number if i == j else number / 2
        nothing = sp.Integer(0)
        linear = tuple(number if (kind, i) == ("value", at) else nothing for at in range(values))
        ends = (number if kind == name else nothing for name in ("least", "constant"))
        return Symbolic(square, linear, *ends)

    def _at_start(self, form: Symbolic) -> Symbolic:
        """The form of the first state, whose points may depend on each other."""
        begin = sp.diag(self.model.begin, sp.eye(self.model.sizes[1]))
        return replace(form, square=begin.T * form.square * begin)

    def _proofs(self) -> Iterator[Block]:
        """Multipliers of conditions and squares, polynomials of the degree of V, or of as much
        more as the conditions grow with k."""
        leaves = self.model.sizes[1]
        for part, conditions in self.model.conditions.items():
            high = 0 if part == "start" else self.degree
            below = self.below[part]
            for role, condition in conditions.items():
                one = self._at_start(condition) if part == "start" else condition
                shown = -self.tags[part] * self.of(one, below)
                for power in range(high + 1):
                    names = ("condition", part, role, power)
                    yield Remembered(names, shown * self.k**power, (self.ring.one,))
            free = len(self.model.free) + leaves
            known = self.vectors[:free] if part == "start" else self.vectors
            weight = self.tags[part] * self._in_k(below)
            high += 0 if part == "start" else _growth(conditions.values())
            for odd in range(min(high, 1) + 1):
                basis = [u * self.k**e for e in range((high - odd) // 2 + 1) for u in known]
                yield Remembered(("squares", part, odd), weight * self.k**odd, tuple(basis))

    def _moved(self) -> Iterator[Block]:
        """Squares of points after the step, and of two of them with weights of k: a potential of
        momentum, such as that of t x+ - (t - 1) x, is at the end left with one of these."""
        points = []
        for i in range(self.model.moved.rows):
            below = denominator(list(self.model.moved.row(i)))
            parts = zip(self.model.moved.row(i), self.vectors, strict=False)
            terms = (self._in_k(sp.cancel(v * below)) * u for v, u in parts)
            points.append(sum(terms, self.ring.zero))
        pairs = ((a, b) for a in points for b in points if a is not b)
        later = self._in_k(self.model.clock.after)
        weights = [self.ring.one, *(later + ahead for ahead in range(-1, AHEAD - 1))]
        points += [a - weight * b for a, b in pairs for weight in weights]
        points = [
            point for point in points if point.degree(self.b) <= 0
        ]  # whose squares are reduced
        for part in PARTS[1:]:
            weight = self.tags[part] * self._in_k(self.below[part])
            for power, point in product(range(2), points):
                yield Remembered(("squares", part, power), weight * self.k**power, (point,))

    def _in_k(self, number: sp.Expr) -> Any:
        """A polynomial in k, or in t_k − 1 and t_(k+1) − 1, in the ring of all unknowns."""
        terms = sp.Poly(self.model.clock.reduced(number), K, B).terms()
        weights = (sp.QQ(int(c.p), int(c.q)) * self.k**i * self.b**j for (i, j), c in terms)
        return sum(weights, self.ring.zero)

    def bound(self, function: sp.Expr) -> Any:
        """What a multiple of a function of N in p multiplies."""
        factor = function.xreplace({N: K + 1}) * self.below["end"]
        return self.tags["end"] * self.of(self.model.metric, factor)

    def noise(self, function: sp.Expr) -> Any:
        """What a multiple of a function of N in q multiplies."""
        return -self.tags["end"] * self._in_k(function.xreplace({N: K + 1}) * self.below["end"])


def _growth(conditions: Iterable[Symbolic]) -> int:
    """The degree in k, or in t_k and t_(k+1), with which entries grow."""
    numbers = [e for condition in conditions for e in entries(condition) if e != 0]
    fractions = (sp.fraction(sp.together(e)) for e in numbers)
    degrees = ((sp.Poly(part, K, B).total_degree() for part in one) for one in fractions)
    return max((int(above - below) for above, below in degrees), default=0)


def with_listed_squares(block: Block) -> Iterator[Block]:
    """The block, or multiples of the squares of its vectors and of sums and differences of two."""
    if len(block.basis) == 1:
        yield block
        return
    for i, one in enumerate(block.basis):
        yield replace(block, basis=(one,))
        for other in block.basis[:i]:
            for both in (one + other, one - other):
                yield replace(block, basis=(both,))
