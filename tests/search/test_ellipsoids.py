"""Linear bounds on balls and ellipsoids, with algebraic numbers."""

import pytest
from sympy import Rational, cbrt, sqrt

from provenscape.kernel import Claim, eq, ge, le, lt, real
from provenscape.search.ellipsoids import on_an_ellipsoid
from provenscape.search.semidefinite import NotFound

x, y, z = real("x y z")
DISC = le(x**2 + y**2, 1)


def claim(then, inside):
    return Claim("bound", "A bound.", {}, {"inside": inside}, then)


@pytest.mark.parametrize(
    ("then", "inside"),
    [
        (le(sqrt(2) * x + y, sqrt(3)), DISC),
        (ge(sqrt(2) * x + y, -sqrt(3)), DISC),
        (le(x, 1), DISC),
        (le(sqrt(2) * x + y, sqrt(3) + sqrt(2)), le((x - 1) ** 2 + y**2, 1)),
        (le(x + y, 2), le(x**2 + y**2 + x * y, 3)),
        (le(x, sqrt(2)), le(3 * x**2 + 2 * sqrt(3) * x * y + 2 * y**2, 3)),
        (lt(cbrt(2) * x + y, Rational(17, 10)), DISC),
        (lt(sqrt(2) * x + y, sqrt(5)), le(x**2 + y**2, sqrt(2))),
        (lt(sqrt(2) * x + y, sqrt(5) - Rational(1, 4)), DISC),
        (le(x + y + sqrt(2) * z, 2 * sqrt(2)), le(x**2 + y**2 + z**2, 2)),
    ],
)
def test_a_bound_that_holds_is_proved(then, inside):
    stated = claim(then, inside)
    by_balls = then.op == "<"  # the sign of a number that is left
    verdict = "certified" if by_balls else "proved"
    assert on_an_ellipsoid(stated).theorem(stated).verdict == verdict


@pytest.mark.parametrize(
    ("then", "inside"),
    [
        (lt(sqrt(2) * x + y, sqrt(3)), DISC),
        (le(sqrt(2) * x + y, Rational(17, 10)), DISC),
        (le(cbrt(2) * x + y, Rational(16, 10)), DISC),
        (ge(sqrt(2) * x + y, 0), DISC),
        (le(x + y, 2), le(x**2 + 2 * x * y + y**2, 9)),
        (le(x + z, 2), DISC),
        (le(x + y, 2), le(x**2, 1 + y)),
        (eq(x + y), DISC),
        (le(x, 1), le(x**2 + y**2, -1)),
    ],
)
def test_of_a_bound_that_fails_or_of_no_ellipsoid_there_is_no_plan(then, inside):
    with pytest.raises(NotFound):
        on_an_ellipsoid(claim(then, inside))
