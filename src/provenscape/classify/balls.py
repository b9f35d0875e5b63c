"""What balls show of a polynomial at a point: its value, and the inertia of a regular Hessian."""

from collections.abc import Sequence
from typing import Any

from flint import arb
from flint import ctx as flint_context

from provenscape.classify.systems import Point

FIRST_PRECISIONS = (64, 192)


def at_balls(poly: Any, at: Sequence[arb]) -> arb:
    """A ball that holds the value of the polynomial at a point in these balls."""
    powers: list[list[arb]] = [[arb(1)] for _ in at]
    total = arb(0)
    for monomial, coefficient in poly.to_dict().items():
        term = arb(coefficient)
        for i, exponent in enumerate(map(int, monomial)):
            while len(powers[i]) <= exponent:
                powers[i].append(powers[i][-1] * at[i])
            if exponent:
                term = term * powers[i][exponent]
        total = total + term
    return total


def value_ball(poly: Any, point: Point, precision: int) -> arb:
    with flint_context.workprec(precision):
        return at_balls(poly, point.balls(precision))


def inertia_by_balls(f: Any, point: Point) -> tuple[int, int, int] | None:
    """The inertia of the Hessian if it is seen to be regular, or None."""
    n = len(f.degrees())
    for precision in FIRST_PRECISIONS:
        with flint_context.workprec(precision):
            at = point.balls(precision)
            matrix = [
                [at_balls(f.derivative(i).derivative(j), at) for j in range(n)] for i in range(n)
            ]
            found = pivots(matrix)
        if found is not None:
            return found
    return None


def pivots(matrix: list[list[arb]]) -> tuple[int, int, int] | None:
    """Symmetric elimination with balls; None where no pivot is away from zero.

    A block with a zero diagonal has one eigenvalue of each sign for each pair that it takes.
    """
    rest, positive, negative = matrix, 0, 0
    while rest:
        size = range(len(rest))
        p = max(size, key=lambda i: float(rest[i][i].abs_lower()))
        if rest[p][p] > 0 or rest[p][p] < 0:
            positive, negative = positive + (rest[p][p] > 0), negative + (rest[p][p] < 0)
            kept = [i for i in size if i != p]
            rest = [[rest[i][j] - rest[i][p] * rest[p][j] / rest[p][p] for j in kept] for i in kept]
            continue
        pairs = [(i, j) for i in size for j in size if i < j]
        if not pairs:
            return None
        i, j = max(pairs, key=lambda ij: float(rest[ij[0]][ij[1]].abs_lower()))
        determinant = rest[i][i] * rest[j][j] - rest[i][j] * rest[i][j]
        if not determinant < 0:
            return None
        positive, negative = positive + 1, negative + 1
        kept = [k for k in size if k not in (i, j)]
        a, b, c = rest[i][i], rest[i][j], rest[j][j]
        rest = [
            [
                rest[k][m]
                - (
                    c * rest[k][i] * rest[i][m]
                    - b * (rest[k][i] * rest[j][m] + rest[k][j] * rest[i][m])
                    + a * rest[k][j] * rest[j][m]
                )
                / determinant
                for m in kept
            ]
            for k in kept
        ]
    return positive, negative, 0
