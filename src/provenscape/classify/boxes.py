"""Stationary points in a box, by enclosures: for functions that are no polynomials.

The box is cut into smaller ones. One is left out if a derivative is not zero on it or Krawczyk's
operator maps it off itself, and where f has a pole if the numerator of a derivative is not zero; if
the operator maps a slightly larger box into its inside, that one has exactly one stationary point,
which is regular (Krawczyk 1969; Moore 1977). In one variable a degenerate point is settled at a
rational number at which derivatives vanish exactly and the next one is not zero nearby. A list is
complete if no box is left over.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf, nextafter

import numpy as np
import sympy as sp
from flint import arb, fmpq
from flint import ctx as flint_context

from provenscape.classify.balls import pivots
from provenscape.classify.systems import Undecided
from provenscape.search.algebraic import for_sympy, fraction, simplest

FUNCTIONS = (sp.exp, sp.sin, sp.cos, sp.log, sp.tanh)
MOST_BOXES = 60_000
SMALLEST = 1e-7  # relative width at which a box is given up
MOST_LEFT = 200  # boxes that are given up, after which wider ones are: they fill a curve
WIDEST = 1e-2  # relative width of these
PRECISION = 128
PRECISIONS = (PRECISION, 512, 2_048)  # by which a point is told from an end of the box
HIGHEST_ORDER = 12
MARGIN = 0.05  # by which a box is widened before the operator is applied
LARGEST_DENOMINATOR = 10_000
NEGLIGIBLE = 1e-30  # a number of small height is 0, if it is less

Box = tuple[tuple[float, float], ...]
Sides = Sequence[tuple[sp.Expr, sp.Expr]]  # of a box, exactly
Evaluator = Callable[[Sequence[arb]], list[arb]]


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A stationary point in a tight box; its exact coordinates where they were recognized."""

    balls: tuple[arb, ...]
    exact: tuple[sp.Expr, ...] | None
    exact_value: sp.Expr | None
    value: arb
    inertia: tuple[int, int, int]
    kind: str
    strict: bool | None
    reason: str
    inside: bool  # of the box that was asked for; False for one on its edge


@dataclass(frozen=True, slots=True)
class Search:
    """What a search in a box found, and the boxes that were not settled."""

    points: tuple[Enclosed, ...]
    left: tuple[Box, ...]
    examined: int
    poles: bool = False  # whether boxes were left out in which f is not defined everywhere
    rough: bool = False  # whether derivatives have no bounds in a box that was not settled


class Function:
    """An expression with its derivatives, evaluated on balls."""

    def __init__(self, expr: sp.Expr, names: Sequence[str]) -> None:
        self.symbols = [sp.Symbol(name, real=True) for name in names]
        require_known(expr)
        self.expr = expr
        self.gradient_of = [sp.diff(expr, s) for s in self.symbols]
        hessian = [sp.diff(g, s) for g in self.gradient_of for s in self.symbols]
        self.value = compiled([expr], self.symbols)
        self.gradient = compiled(self.gradient_of, self.symbols)
        numerators = [sp.numer(sp.together(g)) for g in self.gradient_of]
        self.numerators = compiled(numerators, self.symbols)
        self.poles = False
        self._hessian = compiled(hessian, self.symbols)
        self.positive_of = [
            node.args[0]
            for node in sp.preorder_traversal(expr)
            if isinstance(node, sp.log) or (isinstance(node, sp.Pow) and not node.exp.is_Integer)
            if node.args[0] != sp.E
        ]
        self._positive = compiled(self.positive_of, self.symbols)

    def require_defined(self, at: Sequence[arb]) -> None:
        """Raise `Undecided` where the function is nowhere defined on a box."""
        for part, value in zip(self.positive_of, self._positive(at), strict=True):
            if value < 0:
                raise Undecided(f"{part} is negative on a part of the box; take a smaller one")

    def hessian(self, at: Sequence[arb]) -> list[list[arb]]:
        n, entries = len(self.symbols), self._hessian(at)
        return [entries[i * n : (i + 1) * n] for i in range(n)]


def require_known(expr: sp.Expr) -> None:
    """Raise `Undecided` for a part of which no enclosure is known here."""
    for node in sp.preorder_traversal(expr):
        power = isinstance(node, sp.Pow) and (node.exp.is_Rational or node.base == sp.E)
        plain = node.is_Rational or node.is_Symbol or node in (sp.pi, sp.E)
        if not (plain or power or isinstance(node, (sp.Add, sp.Mul, *FUNCTIONS))):
            raise Undecided(f"{node} has no enclosure here")


def compiled(expressions: Sequence[sp.Expr], symbols: Sequence[sp.Symbol]) -> Evaluator:
    """A function from balls for the symbols to balls for the expressions; common parts once."""
    shared, results = sp.cse(list(expressions), symbols=sp.numbered_symbols("_c"))
    names = list(symbols) + [name for name, _ in shared]
    place = {name: i for i, name in enumerate(names)}
    steps = [_closure(part, place) for _, part in shared]
    last = [_closure(part, place) for part in results]

    def evaluate(at: Sequence[arb]) -> list[arb]:
        known = list(at)
        for step in steps:
            known.append(step(known))
        return [step(known) for step in last]

    return evaluate


def _closure(expr: sp.Expr, place: dict[sp.Symbol, int]) -> Callable[[list[arb]], arb]:
    if isinstance(expr, sp.Symbol):
        index = place[expr]
        return lambda known: known[index]
    if isinstance(expr, sp.Rational):
        value = fmpq(int(expr.p), int(expr.q))
        return lambda known: arb(value)
    if expr is sp.pi:
        return lambda known: arb.pi()
    if expr is sp.E:
        return lambda known: arb(1).exp()
    parts = [_closure(part, place) for part in expr.args]
    if isinstance(expr, sp.Add):
        return lambda known: sum((part(known) for part in parts), arb(0))
    if isinstance(expr, sp.Mul):

        def product(known: list[arb]) -> arb:
            total = parts[0](known)
            for part in parts[1:]:
                total = total * part(known)
            return total

        return product
    if isinstance(expr, sp.Pow):
        return _power(parts[0], expr.exp)
    inner, name = parts[0], type(expr).__name__
    return lambda known: getattr(inner(known), name)()


def _power(base: Callable[[list[arb]], arb], exponent: sp.Rational) -> Callable[[list[arb]], arb]:
    top, bottom = int(exponent.p), int(exponent.q)

    def power(known: list[arb]) -> arb:
        value = base(known)
        if bottom != 1:
            return value ** arb(fmpq(top, bottom)) if value > 0 else arb("nan")
        size = abs(top)
        if size % 2:
            raised = value
            for _ in range(size - 1):
                raised = raised * value
        else:  # the square of a ball around 0 is not negative
            low, high = value.abs_lower(), value.abs_upper()
            raised = (low**size).union(high**size)
        return raised if top > 0 else 1 / raised

    return power


def outer(sides: Sides) -> Box:
    """A box of floats that holds one with exact sides, as tight as is easy to tell."""
    return tuple((_outward(low, -1), _outward(high, 1)) for low, high in sides)


def _outward(exact: sp.Expr, sign: int) -> float:
    """A float at the number or next to it on the side of the sign."""
    value = float(exact)
    if exact.is_Rational and sign * (sp.Rational(value) - exact) >= 0:
        return value
    return nextafter(value, sign * inf)


def search(expr: sp.Expr, names: Sequence[str], sides: Sides) -> Search:
    """All stationary points in the box; raises `Undecided` for a function with no enclosure."""
    f, box = Function(expr, names), outer(sides)
    with flint_context.workprec(PRECISION):
        regions: list[tuple[Box, tuple[arb, ...]]] = []
        left, todo, examined = [], [box], 0
        while todo:
            examined += 1
            if examined > MOST_BOXES:
                left += todo
                break
            part = todo.pop()
            if _is_settled(f, part, regions):
                continue
            widths = [
                (high - low) / (whole[1] - whole[0])
                for (low, high), whole in zip(part, box, strict=True)
            ]
            if max(widths) < (SMALLEST if len(left) < MOST_LEFT else WIDEST):
                left.append(part)
                continue
            todo += _halves(part, widths.index(max(widths)))
        points = [_enclosed(f, balls, sides) for balls in _distinct(regions)]
        degenerate, left = _degenerate(f, left, sides)
        rough = any(not g.is_finite() for part in left for g in f.gradient(balls_of(part)))
    found = [p for p in (*points, *degenerate) if p is not None]
    found.sort(key=lambda p: [float(b.mid()) for b in p.balls])
    return Search(tuple(found), tuple(left), examined, f.poles, rough)


def _halves(box: Box, along: int) -> list[Box]:
    low, high = box[along]
    middle = low + (high - low) * 0.4921875  # so that a face seldom meets a symmetric point
    return [
        (*box[:along], (middle, high), *box[along + 1 :]),
        (*box[:along], (low, middle), *box[along + 1 :]),
    ]


def balls_of(box: Box) -> list[arb]:
    """The sides of a box as balls."""
    return [arb(low).union(arb(high)) for low, high in box]


def _is_settled(f: Function, box: Box, regions: list[tuple[Box, tuple[arb, ...]]]) -> bool:
    """Whether the box has no stationary point but one that is now among the regions."""
    at = balls_of(box)
    f.require_defined(at)
    gradient = f.gradient(at)
    if any(g > 0 or g < 0 for g in gradient):
        return True
    if not all(g.is_finite() for g in gradient) and any(g > 0 or g < 0 for g in f.numerators(at)):
        f.poles = True  # where it is defined, this derivative is not zero
        return True
    hessian = f.hessian(at)
    wide = tuple((a - MARGIN * (b - a), b + MARGIN * (b - a)) for a, b in box)
    moved = krawczyk(f, balls_of(wide), f.hessian(balls_of(wide)))
    if moved is not None and all(
        low < m.lower() and m.upper() < high for m, (low, high) in zip(moved, wide, strict=True)
    ):
        tight = refined(f, moved)
        if not any(_within(tight, region) for region, _ in regions):
            regions.append((wide, tight))
        return True
    narrow = krawczyk(f, at, hessian)
    return narrow is not None and not all(a.overlaps(b) for a, b in zip(narrow, at, strict=True))


def _within(balls: Sequence[arb], box: Box) -> bool:
    return all(
        arb(low) < ball.lower() and ball.upper() < arb(high)
        for ball, (low, high) in zip(balls, box, strict=True)
    )


def krawczyk(f: Function, at: Sequence[arb], hessian: list[list[arb]]) -> tuple[arb, ...] | None:
    """m - Y g(m) + (1 - Y H)(X - m), Y near the inverse of the Hessian at the midpoint m."""
    n = len(at)
    middle = [x.mid() for x in at]
    centre = [[float(v.mid()) for v in row] for row in f.hessian(middle)]
    if not np.all(np.isfinite(centre)):
        return None
    try:
        inverse = np.linalg.inv(np.array(centre))
    except np.linalg.LinAlgError:
        return None
    if not np.all(np.isfinite(inverse)):
        return None
    gradient = f.gradient(middle)
    offset = [x - m for x, m in zip(at, middle, strict=True)]
    rest = [
        [
            arb(int(i == j)) - sum((arb(inverse[i, k]) * hessian[k][j] for k in range(n)), arb(0))
            for j in range(n)
        ]
        for i in range(n)
    ]
    moved = tuple(
        middle[i]
        - sum((arb(inverse[i, k]) * gradient[k] for k in range(n)), arb(0))
        + sum((rest[i][j] * offset[j] for j in range(n)), arb(0))
        for i in range(n)
    )
    return moved if all(m.is_finite() for m in moved) else None


def refined(f: Function, at: tuple[arb, ...]) -> tuple[arb, ...]:
    """The same point in a box as tight as the precision allows."""
    for _ in range(200):
        moved = krawczyk(f, at, f.hessian(at))
        if moved is None:
            return at
        following = tuple(a.intersection(b) for a, b in zip(at, moved, strict=True))
        if all(float(b.rad()) > 0.99 * float(a.rad()) for a, b in zip(at, following, strict=True)):
            return following
        at = following
    return at


def _distinct(regions: Sequence[tuple[Box, tuple[arb, ...]]]) -> list[tuple[arb, ...]]:
    """Each point once: one that lies in the region of another is the only one there."""
    found: list[tuple[Box, tuple[arb, ...]]] = []
    for region, tight in regions:
        if not any(_within(tight, r) or _within(t, region) for r, t in found):
            found.append((region, tight))
    return [tight for _, tight in found]


def _enclosed(f: Function, balls: tuple[arb, ...], sides: Sides) -> Enclosed | None:
    """The point with its nature, or None if it lies outside the box."""
    exact = recognized(f, balls)
    counts = pivots(f.hessian(balls))
    if counts is None:
        raise Undecided("a regular point has a Hessian that is not seen to be regular")
    positive, negative, _ = counts
    kind = "saddle" if positive and negative else "minimum" if positive else "maximum"
    words = {"saddle": "has eigenvalues of both signs", "minimum": "is positive definite"}
    reason = f"the Hessian {words.get(kind, 'is negative definite')}"
    inside = _place(f, balls, exact, sides)
    if inside is None:
        return None
    strict = None if kind == "saddle" else True
    value = f.value(balls)[0]
    return Enclosed(balls, exact, _value_at(f, exact), value, counts, kind, strict, reason, inside)


def _place(
    f: Function, balls: tuple[arb, ...], exact: tuple[sp.Expr, ...] | None, sides: Sides
) -> bool | None:
    """True inside the box, False where that is not told from its edge, None outside."""
    ends = [(k, sign, side[i]) for k, side in enumerate(sides) for i, sign in enumerate((1, -1))]
    for precision in PRECISIONS:
        with flint_context.workprec(precision):
            if exact is None:
                balls = refined(f, balls)
                beyond = [sign * (balls[k] - _ball(end)) for k, sign, end in ends]
            else:
                beyond = [_ball(sp.expand(sign * (exact[k] - end))) for k, sign, end in ends]
        if any(b < 0 for b in beyond):
            return None
        if all(b > 0 for b in beyond):
            return True
        if all(b >= 0 for b in beyond):
            break
    return False


def _ball(number: sp.Expr) -> arb:
    return compiled([number], [])([])[0]


def recognized(f: Function, balls: Sequence[arb]) -> tuple[sp.Expr, ...] | None:
    """Coordinates of small height, rational or rational multiples of pi, at which the derivatives
    are zero as SymPy computes them exactly."""
    guesses = [_guess(ball) for ball in balls]
    if any(guess is None for guess in guesses):
        return None
    at = dict(zip(f.symbols, guesses, strict=True))
    if all(sp.expand(g.subs(at)) == 0 for g in f.gradient_of):
        return tuple(g for g in guesses if g is not None)
    return None


def _value_at(f: Function, exact: tuple[sp.Expr, ...] | None) -> sp.Expr | None:
    if exact is None:
        return None
    return sp.expand(f.expr.subs(dict(zip(f.symbols, exact, strict=True))))


def _guess(ball: arb) -> sp.Expr | None:
    for unit, factor in ((sp.Integer(1), arb(1)), (sp.pi, arb.pi())):
        ratio = ball / factor
        if ratio.abs_upper() < NEGLIGIBLE:  # its exponent may be too large for a fraction
            return sp.Integer(0)
        low, high = _end(ratio.lower()), _end(ratio.upper())
        value = low if low == high else fmpq(0) if low <= 0 <= high else simplest(low, high)
        if int(value.q) <= (LARGEST_DENOMINATOR if unit == 1 else 120):
            return for_sympy(value) * unit
    return None


def _end(value: arb) -> fmpq:
    """An end of a ball that is not negligible; 0 for one that is itself."""
    if abs(value) < NEGLIGIBLE**2:
        return fmpq(0)
    return fraction(value)


def _degenerate(f: Function, left: Sequence[Box], sides: Sides) -> tuple[list[Enclosed], list[Box]]:
    """Of one variable: the degenerate points near which the boxes are left, and the boxes for which
    this fails. Adjoining boxes are taken together."""
    if len(f.symbols) > 1 or not left:
        return [], list(left)
    clusters: list[tuple[float, float]] = []
    for ((low, high),) in sorted(left):
        if clusters and low <= clusters[-1][1] + 4 * (high - low):
            clusters[-1] = (clusters[-1][0], high)
        else:
            clusters.append((low, high))
    found, rest = [], []
    for low, high in clusters:
        points = _flat(f, low, high, sides)
        if points is None:
            rest.append(((low, high),))
        else:
            found += points
    return found, list(rest)


def _flat(f: Function, low: float, high: float, sides: Sides) -> list[Enclosed] | None:
    """The only stationary point in an interval: the derivatives vanish there exactly up to an
    order, and the next one is away from zero on the interval. None where that is not seen, and no
    point for one outside the box."""
    width = high - low
    at = arb(low - width).union(arb(high + width))
    guess = _guess(at)
    if guess is None:
        return None
    derivative = f.gradient_of[0]
    for order in range(2, HIGHEST_ORDER):
        if sp.expand(derivative.subs(f.symbols[0], guess)) != 0:
            return None
        derivative = sp.diff(derivative, f.symbols[0])
        around = compiled([derivative], f.symbols)([at])[0]
        if around > 0 or around < 0:
            kind = "saddle" if order % 2 else "minimum" if around > 0 else "maximum"
            exact = compiled([guess], f.symbols)([at])[0]
            reason = f"the first derivative that is not zero is of order {order}"
            value = f.value([exact])[0]
            strict = None if kind == "saddle" else True
            counts = (int(order == 2 and bool(around > 0)), int(order == 2 and bool(around < 0)))
            inside = _place(f, (exact,), (guess,), sides)
            if inside is None:
                return []
            inertia = (*counts, 1 - sum(counts))
            own = _value_at(f, (guess,))
            point = (exact,), (guess,), own, value, inertia, kind, strict, reason, inside
            return [Enclosed(*point)]
    return None
