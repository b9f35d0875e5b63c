"""Functions of two variables near a point and along curves, decided by sign changes.

f - v changes sign across a curve that is a factor of it an odd number of times, and nowhere else.
So a point p with value v is a local minimum or maximum if and only if no real branch of the odd
factors passes through it, and a strict one if none of any factor does. Branches are counted on the
edge of a box with rational corners that holds no other point at which branches could meet or turn:
for a value v of degree two or more, f - v is replaced by its norm m(f), m the polynomial of v,
which near p is f - v times something that is not zero.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flint import fmpq

from provenscape.classify.line import fibre, merged, roots, univariate, within
from provenscape.classify.systems import Point, Undecided
from provenscape.search.algebraic import (
    Real,
    above,
    below,
    compare,
    of,
    rational_between,
)

MOST_DEGREE = 60  # of a norm


@dataclass(frozen=True, slots=True)
class Found:
    kind: str
    strict: bool | None
    reason: str


def norm(f: Any, value: Real) -> Any:
    """m(f) for the primitive polynomial m of the value: zero where f has it, or a conjugate one."""
    if value.degree * max(map(sum, f.monoms()), default=0) > MOST_DEGREE:
        raise Undecided(f"its value has degree {value.degree}, which is too much here")
    total = f * 0
    for c in reversed(value.coefficients):
        total = total * f + c
    return total


def product(factors: Sequence[Any], one: Any) -> Any:
    """The product of polynomials, beginning with one."""
    for factor in factors:
        one = one * factor
    return one


def nature(f: Any, point: Point) -> Found:
    """Whether f has a local minimum or maximum at a stationary point, by counting branches."""
    value = point.value(f)
    whole = norm(f, value)
    if whole == 0:
        return Found("constant", False, "f is constant")
    factors = whole.factor()[1]
    one = f * 0 + 1
    at = point.coordinates()
    odd = product([g for g, k in factors if k % 2], one)
    every = product([g for g, _ in factors], one)
    branches = half_branches(odd, at)
    if branches.count:
        reason = (
            f"f - f(p) changes its sign across {branches.count} half-branches of f = f(p) that end "
            "at the point"
        )
        return Found("saddle", None, reason)
    around = half_branches(every, at)
    x, y = around.sample(every)
    sign = 1 if compare(of(f(x, y)), value) > 0 else -1
    strict = around.count == 0
    reason = f"near the point f - f(p) is {'positive' if sign > 0 else 'negative'}, " + (
        "for the level curve has no other point there"
        if strict
        else f"or zero on {around.count} half-branches, across none of which it changes its sign"
    )
    return Found("minimum" if sign > 0 else "maximum", strict, reason)


@dataclass(frozen=True, slots=True)
class Box:
    """A box around a point, and the number of half-branches of a curve that end at the point."""

    left: fmpq
    right: fmpq
    low: fmpq
    high: fmpq
    count: int

    def sample(self, poly: Any) -> tuple[fmpq, fmpq]:
        """A point on the right edge at which the polynomial is not zero."""
        zeros = [n for n in roots(fibre(poly, 0, self.right)) if self.holds(n)]
        edge = [of(self.low), *zeros, of(self.high)]
        return self.right, rational_between(edge[0], edge[1])

    def holds(self, number: Real) -> bool:
        return compare(of(self.low), number) < 0 < compare(of(self.high), number)


def half_branches(curve: Any, at: Sequence[Real]) -> Box:
    """The half-branches at a point of a curve that is a squarefree polynomial of two variables."""
    x, y = at
    content = upright(curve)
    rest = curve // content
    vertical = 2 * (x in roots(univariate(content, 0)))
    turning = turns(rest)
    at_x = _over(rest, x)
    numbers = merged(at_x, [y])
    place = numbers.index(y)
    low = rational_between(numbers[place - 1], y) if place else below(y)
    high = rational_between(y, numbers[place + 1]) if place + 1 < len(numbers) else above(y)
    flat = [roots(fibre(rest, 1, edge)) for edge in (low, high)]
    if any(x in numbers for numbers in flat):
        raise ArithmeticError("the box around a point has a branch through its edge")
    others = merged(turning, roots(univariate(content, 0)), *flat, [x])
    place = others.index(x)
    left = rational_between(others[place - 1], x) if place else below(x)
    right = rational_between(x, others[place + 1]) if place + 1 < len(others) else above(x)
    count = sum(within(roots(fibre(rest, 0, edge)), low, high) for edge in (left, right))
    return Box(left, right, low, high, count + vertical)


def upright(curve: Any) -> Any:
    """The factor of a polynomial that depends on the first variable alone."""
    alone = [factor for factor, _ in curve.factor()[1] if factor.degrees()[1] == 0]
    return product(alone, curve * 0 + 1)


def turns(curve: Any) -> list[Real]:
    """Where a curve without upright factor has a point of which it is no graph over the first
    variable, or goes to infinity."""
    degree = int(curve.degrees()[1])
    if degree == 0:
        return []
    lead = leading(curve)
    folds = curve.discriminant(1) if degree > 1 else lead
    return merged(roots(univariate(lead, 0)), roots(univariate(folds, 0)))


def leading(curve: Any) -> Any:
    """The leading coefficient in the second variable."""
    degree = int(curve.degrees()[1])
    context = curve.context()
    terms = {(int(m[0]), 0): c for m, c in curve.to_dict().items() if int(m[1]) == degree}
    return context.from_dict(terms)


def _over(curve: Any, x: Real) -> list[Real]:
    """Numbers among which are all roots of the curve over a real algebraic x."""
    if curve.degrees()[1] == 0:
        return []
    if x.rational is not None:
        return roots(fibre(curve, 0, x.rational))
    context = curve.context()
    minimal = context.from_dict({(i, 0): fmpq(c) for i, c in enumerate(x.coefficients) if c})
    return roots(univariate(curve.resultant(minimal, 0), 1))


def swapped(poly: Any) -> Any:
    """The polynomial with its two variables exchanged."""
    return poly.context().from_dict({(int(m[1]), int(m[0])): c for m, c in poly.to_dict().items()})
