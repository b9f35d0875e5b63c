"""Worst cases over quadratic functions and symmetric linear maps, eigenvalue by eigenvalue.

With H symmetric, of eigenvalues from µ to L, a quadratic function has the gradient H(x − x*). A
method with fixed coefficients moves each component of x − x* along an eigenvector of H apart from
the others: points and gradients have the components p(λ) c, p polynomials in the eigenvalue λ and c
that of the start. Squares and values are then sums over eigenvalues of m(λ) c² for the metric and
s(λ) c² for the start, which is at most R; so the metric is at most R times the largest m(λ)/s(λ),
and in dimension one is that much. Of several conditions at the start one is taken, if the others
hold where the metric is largest under it alone. The one fact that is used and not proved here is
the spectral theorem: H has an orthonormal basis of eigenvectors.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flint import fmpq_poly

from provenscape.rate.checker import exactly
from provenscape.rate.exact import used
from provenscape.rate.field import RATIONALS, Field, Unknown, field_of
from provenscape.rate.problem import Evaluated, Linear, Problem
from provenscape.rate.univariate import Largest, Polynomial, Ring, Unbounded, largest, real
from provenscape.search.algebraic import compare

FACT = "the spectral theorem: a symmetric matrix has an orthonormal basis of eigenvectors"
ONE, ZERO = fmpq_poly([1]), fmpq_poly([])
Weights = Mapping[int, fmpq_poly]


class Other(Exception):
    """The problem is no such one; says why."""


@dataclass(frozen=True)
class Start:
    """A condition at the start: Σ form(λ)/denominator(λ)² c² is at most the bound, or equal."""

    form: Polynomial
    bound: fmpq_poly
    equality: bool
    name: str


@dataclass(frozen=True)
class Spectral:
    """A method in eigencomponents c of what is free at the start, called `name`, with eigenvalues
    between the ends: the metric is `constant` + Σ metric(λ)/denominator(λ)² c². Of the conditions
    at the start one is taken, and there may be others."""

    ring: Ring
    metric: Polynomial
    taken: Start
    others: tuple[Start, ...]
    denominator: Polynomial
    constant: fmpq_poly
    ends: tuple[fmpq_poly, fmpq_poly]
    name: str

    @property
    def start(self) -> Polynomial:
        return self.taken.form

    @property
    def bound(self) -> fmpq_poly:
        return self.taken.bound


@dataclass(frozen=True)
class Worst:
    """The exact worst case, at an eigenvalue, and the square of the start's component there: none
    where the metric comes near the worst case only."""

    field: Field
    rate: fmpq_poly
    where: Largest
    square: tuple[Field, fmpq_poly] | None


class _Components:
    """What points are in one eigencomponent: polynomials in λ for each free point, all over one
    denominator, which is 0 for no eigenvalue."""

    def __init__(self, ring: Ring, linear: Linear, ends: tuple[fmpq_poly, fmpq_poly]) -> None:
        self.ring, self.ends, self.centre = ring, ends, linear.centre
        self.denominator: Polynomial = [ONE]
        self.of: dict[int, dict[int, Polynomial]] = {}
        self.values: dict[int, tuple[Weights, Weights]] = {}
        gradients = {leaf for one in linear.evaluated for leaf in one.gradient}
        for one in linear.evaluated:
            for leaf in [*one.point, *([] if linear.centre is None else [linear.centre])]:
                if leaf not in gradients:
                    self.of.setdefault(leaf, {leaf: [ONE]})
        for one in linear.evaluated:
            self._evaluate(one)

    def sum(self, weights: Weights) -> dict[int, Polynomial]:
        """Of points, over the denominator."""
        found: dict[int, Polynomial] = {}
        for leaf, weight in weights.items():
            if leaf not in self.of:
                raise Other("a point is not made of the start and gradients before it")
            for free, one in self.of[leaf].items():
                found[free] = self.ring.sum(found.get(free, []), self.ring.scaled(one, weight))
        return found

    def product(self, one: Weights, two: Weights) -> dict[tuple[int, int], Polynomial]:
        """The inner product of two points, over the denominator's square."""
        found: dict[tuple[int, int], Polynomial] = {}
        for i, a in self.sum(one).items():
            for j, b in self.sum(two).items():
                place = (min(i, j), max(i, j))
                found[place] = self.ring.sum(found.get(place, []), self.ring.product(a, b))
        return found

    def _evaluate(self, one: Evaluated) -> None:
        """The gradient, λ times the point less the centre."""
        at = {leaf: self.ring.numbers.of(number) for leaf, number in one.point.items()}
        if self.centre is not None:
            at[self.centre] = at.get(self.centre, fmpq_poly([])) - 1
        at = {leaf: weight for leaf, weight in at.items() if weight != 0}
        if len(one.gradient) > 1 or any(v != 1 for v in one.gradient.values()):
            raise Other("a gradient is given by a condition")
        gradient = next(iter(one.gradient), None)
        if gradient in self.of or (gradient is None and at):
            raise Other("a gradient is given by a condition")
        if one.value is not None:
            self.values[one.value] = at, {} if gradient is None else {gradient: ONE}
        if gradient is None:
            return
        rest = self.sum({leaf: weight for leaf, weight in at.items() if leaf != gradient})
        if gradient in at:  # at x + w g: g = λ (x - x*)/(1 - w λ), a proximal step
            self._divide_by([ONE, -at[gradient]])
        self.of[gradient] = {free: [ZERO, *p] if p else [] for free, p in rest.items()}

    def _divide_by(self, factor: Polynomial) -> None:
        if any(self.ring.numbers.sign(self.ring.at(factor, end)) <= 0 for end in self.ends):
            raise Other("a proximal step is not defined for each eigenvalue")
        self.denominator = self.ring.product(self.denominator, factor)
        for one in self.of.values():
            for free in one:
                one[free] = self.ring.product(one[free], factor)

    def form(self, row: Mapping[Any, fmpq_poly]) -> tuple[Polynomial, tuple[int, ...]]:
        """A condition's squares and values as p(λ) c², over the denominator's square, where c is of
        one free point or of the difference of two; and which."""
        found: dict[tuple[int, int], Polynomial] = {}
        level = ZERO
        for key, weight in row.items():
            if key == 1:
                continue
            if key[0] == "value":
                if key[1] not in self.values:
                    raise Other("a value is not one of the function")
                level, part = level + weight, self.product(*self.values[key[1]])
                weight = weight / 2
            else:
                part = self.product({key[0]: ONE}, {key[1]: ONE})
            for place, one in part.items():
                one = self.ring.scaled(one, weight)
                found[place] = self.ring.sum(found.get(place, []), one)
        if level != 0:
            raise Other("values are not compared with the least")
        return self._of_one({place: one for place, one in found.items() if one})

    def _of_one(
        self, form: dict[tuple[int, int], Polynomial]
    ) -> tuple[Polynomial, tuple[int, ...]]:
        free = tuple(sorted({leaf for place in form for leaf in place}))
        if len(free) < 2:
            return next(iter(form.values()), []), free
        first, second, *rest = free
        square, mixed = form.get((first, first), []), form.get((first, second), [])
        twice = self.ring.scaled(square, fmpq_poly([-2]))
        if rest or form.get((second, second), []) != square or mixed != twice:
            raise Other("more than one point is free at the start")
        return square, free


def spectral(problem: Problem, chosen: int = 0) -> Spectral:
    """The problem in one eigencomponent, with one of its conditions at the start taken; raises
    Other where it is none of these."""
    linear = problem.linear
    if linear is None:
        raise Other("there is not one function, quadratic, or one operator, symmetric and linear")
    numbers = field_of([*used(problem), *linear.numbers()])
    ring, (conditions, _) = Ring(numbers), exactly(problem, numbers)
    low, high = numbers.of(linear.low), numbers.of(linear.high)
    others = [i for i in range(len(conditions)) if i not in linear.own]
    if problem.metrics != 1 or len(others) < 2:
        raise Other("there are several metrics, or no condition at the start")
    metric = conditions[others[0]]
    goal = ("value", problem.objective)
    if metric.get(goal) != 1 or any(goal in conditions[i] for i in others[1:]):
        raise Other("the metric is no expression")
    parts = _Components(ring, linear, (low, high))
    rest, of_metric = parts.form({k: v for k, v in metric.items() if k != goal})
    starts, all_free = [], {of_metric} - {()}
    for i in others[1:]:
        form, free = parts.form(conditions[i])
        bound = -conditions[i].get(1, ZERO)
        if not form:
            raise Other("a condition at the start is of nothing that is free")
        if numbers.sign(bound) <= 0:
            raise Other("the start is at no positive distance")
        all_free.add(free)
        condition = problem.conditions[i]
        starts.append(Start(form, bound, condition.equality, condition.name))
    if len(all_free) > 1:
        raise Other("more than one point is free at the start")
    taken = starts.pop(chosen)
    return Spectral(
        ring,
        [-c for c in rest],
        taken,
        tuple(starts),
        parts.denominator,
        -metric.get(1, ZERO),
        (low, high),
        " - ".join(problem.points[leaf] for leaf in all_free.pop()),
    )


def solved(problem: Problem) -> tuple[Spectral, Worst]:
    """The problem with the condition at the start that decides, and its exact worst case; raises
    Other, Unbounded and Unknown."""
    one = spectral(problem)
    if not one.others:
        return one, worst(one)
    for chosen in range(len(one.others) + 1):
        one = spectral(problem, chosen)
        try:
            found = worst(one)
        except (Unbounded, Unknown):
            continue
        if found.square is not None and all(_holds(one, other, found) for other in one.others):
            return one, found
    raise Other("no condition at the start gives the worst case by itself")


def _holds(one: Spectral, other: Start, found: Worst) -> bool:
    """Whether another condition holds where the worst case is attained."""
    assert found.square is not None
    home, square = found.square
    if square == 0:
        return not other.equality
    there = Ring(home)
    over = home.inverse(there.at(one.denominator, found.where.at))
    value = home.times(there.at(other.form, found.where.at), home.times(over, over))
    left = home.sign(other.bound - home.times(value, square))
    return left == 0 or (left > 0 and not other.equality)


def worst(one: Spectral) -> Worst:
    """The exact worst case under the condition that is taken; raises Unbounded, and Unknown where
    it is not identified."""
    found = largest(one.ring, one.metric, one.start, *one.ends)
    if not one.taken.equality and found.field.sign(found.value) < 0:
        return Worst(found.field, one.constant, found, (RATIONALS, ZERO))
    rate = one.constant + found.field.times(found.value, one.bound)
    there = Ring(found.home)
    below, over = there.at(one.start, found.at), there.at(one.denominator, found.at)
    if below == 0:
        return Worst(found.field, rate, found, None)
    share = found.home.times(one.bound, found.home.inverse(below))
    square = found.home.times(share, found.home.times(over, over))
    return Worst(found.field, rate, found, (found.home, square))


def least(one: Spectral) -> tuple[int, fmpq_poly] | None:
    """Where the metric is p(λ)² times the only start with p(0) = 1: the degree of p, and the least
    worst case of all such p, which is that of Chebyshev's polynomial; it is quoted, not proved."""
    ring, (low, high) = one.ring, one.ends
    square, rest = ring.divided(one.metric, one.start)
    if one.others or rest or one.constant != 0 or not square or square[0] != 1 or len(square) < 2:
        return None
    if len(ring.odd_part(square)) > 1 or ring.numbers.sign(low) <= 0 or low == high:
        return None
    degree = (len(square) - 1) // 2
    at = ring.numbers.times(high + low, ring.numbers.inverse(high - low))
    before, now = ONE, at
    for _ in range(degree - 1):
        before, now = now, ring.numbers.times(at, now) * 2 - before
    inverse = ring.numbers.inverse(now)
    return degree, ring.numbers.times(one.bound, ring.numbers.times(inverse, inverse))


def record(one: Spectral, found: Worst) -> dict[str, Any]:
    """What is proved, as plain data."""
    numbers, there = found.field, found.where
    known: dict[str, Any] = {
        "status": "proved",
        "rate": numbers.text(found.rate),
        "value": float(numbers.ball(found.rate)),
        "degree": numbers.polynomial(found.rate).degree(),
        "attained": found.square is not None,
        "multipliers": {},
        "eigenvalues": [one.ring.numbers.text(end) for end in one.ends],
        "eigenvalue": there.home.text(there.at),
        "rests on": FACT,
    }
    if one.others and found.square != (RATIONALS, ZERO):
        known["multipliers"] = {one.taken.name: numbers.text(found.where.value)}
    if found.square is not None:
        home, square = found.square
        inner = {f"<{one.name}, {one.name}>": home.text(square)}
        known["extremal"] = {"dimension": 1, "inner products": inner, "values": {}}
    return known


def published(one: Spectral, found: Worst) -> dict[str, str]:
    """How the worst case stands to that of Chebyshev's method, where that is the least."""
    bound = least(one)
    if bound is None:
        return {}
    degree, best = bound
    apart = compare(real(one.ring.numbers, best), real(found.field, found.rate))
    said = ("smaller than the worst case", "equal", "larger")[apart + 1]
    return {f"Chebyshev_{degree}": f"{said} ({float(one.ring.numbers.ball(best)):.10g})"}
