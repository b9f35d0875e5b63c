"""A potential whose numbers are polynomials in the number of the step, from one program.

V(k) = Σ kʲ V_j, forms of the state before step k and of what that step evaluates, is sought with
V(0) at most the start, V(k + 1) at most ρ V(k), and p(N) · metric at most V(N − 1) + q(N), for
polynomials p and q = r·p whose coefficients are not negative. Each is an identity in k with
multipliers and squares, in which all that is unknown stands linearly: for a given ρ, a semidefinite
program. Its largest p is found numerically and made of simple fractions, as few unknowns are kept
as are enough, and `search.semidefinite` finds them in exact numbers, or does not. ρ is about the
least with which V can be constant, if that is less than 1; else it is 1.

Potentials of this kind: Taylor & Bach (2019); Lessard, Recht & Packard (2016).
"""

import math
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

import cvxpy as cp
import numpy as np
import sympy as sp
from sympy.polys.rings import ring

from provenscape.rate.local import NoPattern
from provenscape.rate.pattern import (
    K,
    N,
    Symbolic,
    Weighted,
    following,
    value_at,
    widened,
)
from provenscape.rate.stages import Stages, denominator, entries, stages
from provenscape.search import linear
from provenscape.search.blocks import Block, decompose, duplication
from provenscape.search.semidefinite import NotFound, Solution, relax, slices, solve

DEGREES = (2, 1)  # of V in k that are tried, with ρ = 1
NOTHING = 1e-4  # a number of p that is smaller is none
NEAR = 3e-6  # of the program's number to a fraction that it is taken for
# By which numbers of p may be smaller than those found.
EXACT, ROUGH, COARSE = Fraction(1, 10**6), Fraction(1, 20), Fraction(1, 4)
FEASIBLE = 1e-6  # an eigenvalue that is less negative is taken for 0
SLOWEST = 0.999  # a larger factor is none
MARGIN = Fraction(1, 500)  # by which it may be larger than the least
BISECTIONS = 10
PARTS = ("start", "step", "end")
TAGS = ("a", "b", "c")
COMPARED_AT = 5  # the number of steps for which growth is compared
AHEAD = 5  # how far weights of momentum may be ahead of k


@dataclass(frozen=True)
class Growing:
    """V(k), what bounds it at the start, and the metric after k + 1 steps, which is at most
    V(k)/p(k + 1) + `rest`; `growth` is p(N).

    A step multiplies V by at most `factor`; `begin` gives the first state from those of its points
    that are free; `sizes`, `shift`, `apart` and `watched` as in `Stages`.
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

    def rate(self) -> sp.Expr:
        """What multiplies the start after N steps, as a function of N."""
        return (self.factor ** (N - 1) / self.growth).xreplace({N: N - self.shift})


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
        for one in _fractions(_Program(model, degree, rho)):
            found = True
            yield one
    if not found:
        raise NoPattern("no potential is a polynomial in the number of the step")


class _Program:
    """Unknowns and what they multiply, in one identity, whose parts at the start, of a step and at
    the end are told apart by a symbol each."""

    def __init__(self, model: Stages, degree: int, factor: Fraction) -> None:
        self.model, self.degree, self.factor = model, degree, factor
        state, leaves, values = model.sizes
        count = state + 2 * leaves
        names = [f"u{i}" for i in range(count)] + [f"v{i}" for i in range(2 * values)]
        self.ring, *found = ring([*TAGS, "k", *names, "t"], sp.QQ)
        self.tags = dict(zip(PARTS, found[:3], strict=True))
        self.k, self.t = found[3], found[-1]
        self.vectors, self.values = found[4 : 4 + count], found[4 + count : -1]
        ends = [e for c in model.conditions["end"].values() for e in entries(c)]
        steps = [e for c in model.conditions["step"].values() for e in entries(c)]
        self.below = {
            "start": sp.Integer(1),
            "step": sp.expand(sp.lcm(model.below**2, denominator(steps))),
            "end": denominator([*ends, *entries(model.metric)]),
        }
        self.blocks = [*self._potential(), *self._proofs()]
        self.listed = [*(one for block in self.blocks for one in _listed(block)), *self._moved()]
        self.target = self.tags["start"] * self.of(model.start)

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

    def _potential(self) -> Iterator[Block]:
        """The unknown numbers of V, with what each adds to the three parts."""
        below, factor = self.below["step"], sp.Rational(*self.factor.as_integer_ratio())
        for place in self._places():
            for power in range(self.degree + 1):
                now = self._unit(place, K**power)
                after = following(now, self.model.moved, self.model.sizes)
                wide = self.of(widened(now, self.model.sizes), below * factor)
                weight = -self.tags["step"] * (wide - self.of(after, below))
                weight -= self.tags["end"] * self.of(now, self.below["end"])
                weight += self.tags["start"] * (self.of(self._at_start(now)) if power == 0 else 0)
                yield Block(("potential", place, power), weight, (self.ring.one,), "free")

    def _places(self) -> list[Any]:
        state, leaves, values = self.model.sizes
        squares = [("square", i, j) for i in range(state + leaves) for j in range(i + 1)]
        further = ["least"] if self.model.metric.least != 0 else []
        further += ["constant"] if self.model.constants else []
        return [*squares, *(("value", i, 0) for i in range(values)), *((f, 0, 0) for f in further)]

    def _unit(self, place: Any, number: Any) -> Symbolic:
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
                    yield Block(names, shown * self.k**power, (self.ring.one,))
            free = len(self.model.free) + leaves
            known = self.vectors[:free] if part == "start" else self.vectors
            weight = self.tags[part] * self._in_k(below)
            high += 0 if part == "start" else _growth(conditions.values())
            for odd in range(min(high, 1) + 1):
                basis = [u * self.k**e for e in range((high - odd) // 2 + 1) for u in known]
                yield Block(("squares", part, odd), weight * self.k**odd, tuple(basis))

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
        weights = [self.ring.one, *(self.k + ahead for ahead in range(AHEAD))]
        points += [a - weight * b for a, b in pairs for weight in weights]
        for part in PARTS[1:]:
            weight = self.tags[part] * self._in_k(self.below[part])
            for power, point in product(range(2), points):
                yield Block(("squares", part, power), weight * self.k**power, (point,))

    def _in_k(self, number: sp.Expr) -> Any:
        """A polynomial in k in the ring of all unknowns."""
        terms = sp.Poly(number, K).terms()
        weights = (sp.QQ(int(c.p), int(c.q)) * self.k**e for (e,), c in terms)
        return sum(weights, self.ring.zero)

    def bound(self, function: sp.Expr) -> Any:
        """What a multiple of a function of N in p multiplies."""
        factor = function.xreplace({N: K + 1}) * self.below["end"]
        return self.tags["end"] * self.of(self.model.metric, factor)

    def noise(self, function: sp.Expr) -> Any:
        """What a multiple of a function of N in q multiplies."""
        return -self.tags["end"] * self._in_k(function.xreplace({N: K + 1}) * self.below["end"])


def _growth(conditions: Iterable[Symbolic]) -> int:
    """The degree in k with which entries grow."""
    numbers = [e for condition in conditions for e in entries(condition) if e != 0]
    degrees = [tuple(sp.degree(part, K) for part in sp.fraction(sp.together(e))) for e in numbers]
    return max((int(above - below) for above, below in degrees), default=0)


# --- p and q -----------------------------------------------------------------------------------


def _fractions(program: _Program) -> Iterator[Growing]:
    """Potentials with the largest p, and with smaller and simpler ones. Without an inside, the
    semidefinite program's number is too large; that of listed squares alone is not."""
    seen: list[sp.Expr] = []
    powers, high = [N**e for e in range(program.degree, -1, -1)], program.degree
    single = [[(N + 1) ** high], [N**high]] if high else []
    first, rough = [(powers, EXACT)], [powers, *single]
    if program.model.constants:
        noises = [(_noise(program, shape), shape) for shape in (powers, *single)]
        first = [(shape, EXACT) for _, shape in sorted(noises, key=lambda one: round(one[0], 4))]
        rough = single
    others = [(program.blocks, one, ROUGH) for one in rough]
    others += [(program.blocks, one, COARSE) for one in single]
    groups = [
        *([(program.blocks, *one)] for one in first),
        [(program.listed, powers, EXACT), *others],
    ]
    for group in groups:
        for target, p, share in _largest_first(program, group):
            if p in seen:
                continue
            seen.append(p)
            try:
                solution = _few_squares(target, program.listed) or _solved(target, program.blocks)
            except NotFound:
                continue
            yield _made(program, p, share, solution)


def _largest_first(program: _Program, group: Sequence[Any]) -> list[tuple[Any, sp.Expr, Fraction]]:
    """What is chosen for each of a group, the least noise and then the largest p first."""
    found = []
    for blocks, shape, slack in group:
        with suppress(NotFound):
            found.append(_chosen(program, blocks, shape, slack))
    return sorted(found, key=lambda one: (one[2], -one[1].subs(N, COMPARED_AT)))


def _chosen(
    program: _Program, blocks: Sequence[Block], shape: Sequence[sp.Expr], slack: Fraction
) -> tuple[Any, sp.Expr, Fraction]:
    """The largest multiples of the functions of N, one after the other, whose sum p is then; what
    multiple of it is q, the least with which there is any; and what the blocks are to add up to."""
    share, target, p = Fraction(0), program.target, sp.Integer(0)
    if program.model.constants:
        noise = _noise(program, shape)
        if noise == math.inf:
            raise NotFound("no constant bounds the noise")
        share = _fraction(max(noise, 0.0), -slack)
    for term in shape:
        weight = program.bound(term) + program.noise(term) * _rational(share)
        block = Block(("p", term), weight, (program.ring.one,))
        best = _extreme(target, [block, *blocks], True)
        if best is None or (p == 0 and best < NOTHING):
            raise NotFound("no potential grows so fast")
        number = _fraction(best if best >= NOTHING else 0.0, slack)
        p += sp.Rational(*number.as_integer_ratio()) * term
        target -= weight * _rational(number)
    return target, p, share


def _noise(program: _Program, shape: Sequence[sp.Expr]) -> float:
    """The least multiple of p that q can be, numerically, where p begins with the function."""
    start = Block(("start",), -program.target, (program.ring.one,))
    noise = Block(("q",), program.noise(shape[0]), (program.ring.one,))
    best = _extreme(-program.bound(shape[0]), [noise, start, *program.blocks], False)
    return math.inf if best is None else best


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


def _extreme(target: Any, blocks: Sequence[Block], largest: bool) -> float | None:
    """The extreme of the first block's unknown, numerically; none where there is none."""
    system = _system(target, blocks)
    x = cp.Variable(system.shape[1] - 1)
    conditions = [system[:, :-1] @ x == system[:, -1]]
    for block, part in zip(blocks, slices(blocks), strict=True):
        n = len(block.basis)
        if block.kind == "square" and n == 1:
            conditions.append(x[part] >= 0)
        elif block.kind == "square":
            conditions.append(cp.reshape(duplication(n) @ x[part], (n, n), order="C") >> 0)
    program = cp.Problem(cp.Maximize(x[0]) if largest else cp.Minimize(x[0]), conditions)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that a solution may be inaccurate
            program.solve(solver=cp.CLARABEL)
    except (cp.SolverError, ValueError):
        return None
    return float(x.value[0]) if program.status in (cp.OPTIMAL, cp.OPTIMAL_INACCURATE) else None


def _solved(target: Any, blocks: Sequence[Block]) -> Solution:
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


def _few_squares(target: Any, listed: Sequence[Block]) -> Solution | None:
    """Exact unknowns with squares that are listed alone: the vertex of a linear program, which is
    found also where the semidefinite one has no inside, and at once."""
    columns = [dict(one.columns()[0].terms()) for one in listed]
    free = [one.kind == "free" for one in listed]
    found = linear.least(columns, dict(target.terms()), [1.0] * len(listed), free)
    return None if found is None else [(listed[i], [value]) for i, value in found.items()]


def _listed(block: Block) -> Iterator[Block]:
    """The block, or multiples of the squares of its vectors and of sums and differences of two."""
    if len(block.basis) == 1:
        yield block
        return
    for i, one in enumerate(block.basis):
        yield replace(block, basis=(one,))
        for other in block.basis[:i]:
            for both in (one + other, one - other):
                yield replace(block, basis=(both,))


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


def _fraction(value: float, slack: Fraction) -> Fraction:
    """The simplest fraction that is at most so much smaller than the value, or larger where the
    slack is negative."""
    other = -math.copysign(NEAR, slack)
    least, most = sorted(Fraction(value * (1 - share)) for share in (float(slack), other))
    return _simplest(least, most)


def _simplest(least: Fraction, most: Fraction) -> Fraction:
    """The fraction of least denominator between two that are not negative."""
    whole = math.ceil(least)
    if whole <= most:
        return Fraction(whole)
    rest = whole - 1
    return rest + 1 / _simplest(1 / (most - rest), 1 / (least - rest))


def _rational(value: Fraction) -> Any:
    return sp.QQ(value.numerator, value.denominator)


def _least_factor(model: Stages) -> Fraction | None:
    """About the least ρ below 1 with which there is a constant potential."""

    def enough(factor: float) -> bool:
        program = _Program(model, 0, Fraction(factor))
        bound = Block(("p",), program.bound(sp.S.One), (program.ring.one,))
        best = _extreme(program.target, [bound, *program.blocks], True)
        return best is not None and best > NOTHING

    low, high = 0.0, SLOWEST
    if not enough(high):
        return None
    for _ in range(BISECTIONS):
        middle = (low + high) / 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return _fraction(high, -MARGIN)


# --- what was found ----------------------------------------------------------------------------


def _made(program: _Program, p: sp.Expr, share: Fraction, solution: Solution) -> Growing:
    model = program.model
    weights: dict[str, dict[Any, sp.Expr]] = {part: {} for part in PARTS}
    roots: dict[str, list[tuple[sp.Expr, sp.Matrix]]] = {part: [] for part in PARTS}
    numbers: dict[Any, sp.Expr] = {}
    symbols = [sp.Symbol(str(u)) for u in program.vectors]
    inside = {sp.Symbol("k"): K}
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
    value = _sum(model, [program._unit(place, number) for place, number in numbers.items()])

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
        model.sizes, model.shift, model.apart, model.watched,
    )  # fmt: skip


def _places(model: Stages) -> sp.Matrix:
    """Of the vectors at the start that are independent, which of all they are."""
    state, leaves, _ = model.sizes
    places = [*model.free, *range(state, state + leaves)]
    return sp.Matrix(len(places), state + leaves, lambda i, j: int(places[i] == j))


def _sum(model: Stages, forms: Sequence[Symbolic]) -> Symbolic:
    total = forms[0]
    for one in forms[1:]:
        linear = tuple(a + b for a, b in zip(total.linear, one.linear, strict=True))
        ends = total.least + one.least, total.constant + one.constant
        total = Symbolic(total.square + one.square, linear, *ends)
    return total
