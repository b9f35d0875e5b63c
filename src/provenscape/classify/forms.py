"""The sign of a polynomial near the origin and of forms, in any number of variables."""

from collections.abc import Iterator, Sequence
from itertools import combinations, islice, product
from typing import Any

from flint import Ordering, fmpq_mat, fmpq_mpoly_ctx, fmpq_poly

from provenscape.classify import plane
from provenscape.classify.balls import value_ball
from provenscape.classify.line import univariate
from provenscape.classify.systems import (
    Point,
    Solutions,
    Undecided,
    at_elements,
    solve,
    total_degree,
)
from provenscape.search.algebraic import RATIONALS, of, reals, sign_of

DIRECTIONS = (0, 1, -1, 2, -2, 3, -3)
MOST_DIRECTIONS = 5_000


def context(size: int) -> Any:
    return fmpq_mpoly_ctx.get([f"v{i}" for i in range(size)], Ordering.degrevlex)


def residual(expansion: dict[tuple[int, ...], fmpq_poly], order: int) -> tuple[Any, bool]:
    """The function that is left of f - f(p) in the kernel of its Hessian at a rational point, up
    to an order: the other coordinates are solved for, as power series, from their derivatives.
    Beside it, whether it is the whole function."""
    n = len(next(iter(expansion)))
    ring = context(n)
    f = ring.from_dict({m: c[0] for m, c in expansion.items()})
    hessian = fmpq_mat(n, n)
    for i in range(n):
        for j in range(n):
            m = tuple(int(k == i) + int(k == j) for k in range(n))
            hessian[i, j] = expansion.get(m, fmpq_poly([]))[0] * (2 if i == j else 1)
    _, rank = hessian.rref()
    echelon = hessian.rref()[0]
    solved = [next(j for j in range(n) if echelon[i, j] != 0) for i in range(rank)]
    free = [j for j in range(n) if j not in solved]
    block = fmpq_mat(rank, rank, [hessian[i, j] for i in solved for j in solved])
    inner = context(len(free))
    values = [inner.constant(0)] * n
    for generator, j in zip(inner.gens(), free, strict=True):
        values[j] = generator
    gradients = [f.derivative(i) for i in solved]
    if rank:
        inverse = block.inv()
        for _ in range(order):
            wrong = [truncated(g.compose(*values, ctx=inner), order) for g in gradients]
            for row, j in enumerate(solved):
                step = inner.constant(0)
                for k, value in enumerate(wrong):
                    step = step + value * inverse[row, k]
                values[j] = values[j] - step
    left = f.compose(*values, ctx=inner)
    whole = total_degree(left) <= order and not any(
        g.compose(*values, ctx=inner) != 0 for g in gradients
    )
    return truncated(left, order), whole


def truncated(poly: Any, order: int) -> Any:
    return poly.context().from_dict(
        {tuple(map(int, m)): c for m, c in poly.to_dict().items() if sum(m) <= order}
    )


def homogeneous(poly: Any, degree: int) -> Any:
    """The part of one degree."""
    return poly.context().from_dict(
        {tuple(map(int, m)): c for m, c in poly.to_dict().items() if sum(m) == degree}
    )


def origin(poly: Any) -> tuple[str, bool | None, str]:
    """What a polynomial with no term of degree below 3 has at the origin: kind, strict, reason."""
    size = len(poly.degrees())
    if poly == 0:
        raise Undecided("nothing is left of f - f(p) to any order tried")
    if size == 2:
        point = Point(Solutions(RATIONALS, (fmpq_poly([]),) * 2, 1), of(0))
        found = plane.nature(poly, point)
        return found.kind, found.strict, found.reason
    lowest = min(sum(m) for m in poly.monoms())
    form = homogeneous(poly, lowest)
    if lowest % 2:
        return "saddle", None, f"the lowest form has the odd degree {lowest}"
    signs = {(v > 0) - (v < 0) for v in (form(*d) for d in directions(size))} - {0}
    if len(signs) == 2:
        return "saddle", None, f"the lowest form, of degree {lowest}, takes both signs"
    sign = signs.pop()
    if is_positive(form * sign):
        word = "positive" if sign > 0 else "negative"
        kind = "minimum" if sign > 0 else "maximum"
        return kind, True, f"the lowest form, of degree {lowest}, is {word} definite"
    raise Undecided("the lowest form is not definite")


def directions(size: int) -> Iterator[tuple[int, ...]]:
    """Whole directions, one of each pair of opposite ones, short ones first."""
    found = sorted(
        (d for d in product(DIRECTIONS, repeat=size) if any(d)),
        key=lambda d: (sum(map(abs, d)), [-v for v in d]),
    )
    yield from found[:MOST_DIRECTIONS]


def is_positive(form: Any) -> bool:
    """Whether a form is positive away from the origin; raises `Undecided`.

    A factor that occurs an even number of times must be definite itself. What is left must be
    positive on x_1 = 0, which is a form in fewer variables, and then its least value on x_1 = 1 is
    at a stationary point of that.
    """
    if form == 0:
        return False
    factor, parts = form.factor()
    rest = form.context().constant(factor)
    for part, power in parts:
        if power % 2:
            rest = rest * part
        elif not (_is_positive(part) or _is_positive(-part)):
            return False
    return _is_positive(rest)


def _is_positive(form: Any) -> bool:
    size, degree = len(form.degrees()), total_degree(form)
    terms = {tuple(map(int, m)): c for m, c in form.to_dict().items()}
    corners = [terms.get(tuple(degree * (i == j) for j in range(size)), 0) for i in range(size)]
    if degree % 2 or not all(c > 0 for c in corners):
        return False
    if is_sum_of_squares(form):
        return True
    inner = context(size - 1)
    on_zero = form.compose(inner.constant(0), *inner.gens(), ctx=inner)
    if size > 2 and not is_positive(on_zero):
        return False
    on_one = form.compose(inner.constant(1), *inner.gens(), ctx=inner)
    if size == 2:
        return not reals(univariate(on_one, 0))
    return all(
        is_positive_at(on_one, point)
        for solutions in solve([on_one.derivative(i) for i in range(size - 1)])
        for point in solutions.points()
    )


def is_sum_of_squares(poly: Any) -> bool:
    """Whether a polynomial is a sum of positive multiples of squares of monomials."""
    return all(c > 0 and not any(int(e) % 2 for e in m) for m, c in poly.to_dict().items())


def grows(poly: Any) -> bool:
    """Whether a polynomial is seen to tend to infinity in all directions, by its exponents.

    Let a power of each variable be among the squares of monomials with a positive coefficient, and
    each other exponent a combination of theirs with positive weights of sum below one. Then by the
    inequality of the means the other monomials are at most a small multiple of the squares plus a
    constant.
    """
    terms = {tuple(map(int, m)): c for m, c in poly.to_dict().items() if sum(m)}
    squares = [m for m, c in terms.items() if c > 0 and not any(e % 2 for e in m)]
    powers = {i for m in squares for i, e in enumerate(m) if e == sum(m)}
    if len(powers) < len(poly.degrees()):
        return False
    return all(_is_inside(m, squares) for m in terms if m not in squares)


def _is_inside(exponent: tuple[int, ...], squares: Sequence[tuple[int, ...]]) -> bool:
    """Whether an exponent is a combination of these with positive weights of sum below one."""
    used = [i for i, e in enumerate(exponent) if e]
    known = [m for m in squares if all(exponent[i] or not e for i, e in enumerate(m))]
    right = fmpq_mat(len(used), 1, [exponent[i] for i in used])
    chosen = islice(combinations(known, len(used)), MOST_DIRECTIONS)
    for corners in chosen:
        matrix = fmpq_mat(len(used), len(used), [m[i] for i in used for m in corners])
        if matrix.det() != 0:
            weights = matrix.solve(right).entries()
            if all(w >= 0 for w in weights) and sum(weights) < 1:
                return True
    return False


def is_positive_at(poly: Any, point: Point) -> bool:
    ball = value_ball(poly, point, 128)
    if ball > 0 or ball < 0:
        return bool(ball > 0)
    return sign_of(at_elements(poly, point.field, point.elements), point.place) > 0
