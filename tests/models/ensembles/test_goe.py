"""Closed forms for the GOE against a direct integral, balls, pivots and samples."""

import math
from fractions import Fraction

import mpmath as mp
import numpy as np
import pytest
import sympy as sp
from flint import arb
from scipy import stats

from provenscape.errors import UserError
from provenscape.models import ensembles
from provenscape.models.ensembles import (
    goe_balls,
    goe_exact,
    inertia,
    skew,
    tridiagonal,
    two_by_two,
)

FALSE_ALARM = 1e-6
KNOWN = {
    1: sp.Rational(1, 2),
    2: (2 - sp.sqrt(2)) / 4,
    3: sp.Rational(1, 4) - 1 / (sp.sqrt(2) * sp.pi),
    4: sp.Rational(1, 4) - sp.sqrt(2) / 16 - 1 / (2 * sp.pi),
}


def as_ball(expression: sp.Expr) -> arb:
    return arb(str(expression.evalf(60, maxn=600)))


@pytest.mark.parametrize(("n", "value"), KNOWN.items())
def test_known_closed_forms(n, value):
    assert sp.expand(goe_exact.positive_definite(n) - value) == 0


@pytest.mark.parametrize("n", range(1, 11))
def test_the_probabilities_are_positive_symmetric_and_sum_to_one_exactly(n):
    found = goe_exact.index_probabilities(n)
    assert len(found) == n + 1
    assert sp.expand(sum(found)) == 1
    assert all(sp.expand(found[k] - found[n - k]) == 0 for k in range(n + 1))
    assert sp.expand(found[0] - goe_exact.positive_definite(n)) == 0
    assert min(x.evalf(20, maxn=400) for x in found) > 0


@pytest.mark.parametrize("n", range(1, 13))
def test_closed_forms_lie_in_the_field_of_root_two_extended_by_one_over_pi(n):
    x = sp.Symbol("x")
    in_x = sp.Poly(goe_exact.positive_definite(n).subs(sp.pi, 1 / x), x, extension=sp.sqrt(2))
    assert in_x.degree() <= n // 4 + 1
    assert not in_x.free_symbols_in_domain


def angular(n: int, k: int, nodes: int = 40) -> float:
    """P(k of n eigenvalues are negative) by quadrature of the joint density itself.

    The density is homogeneous times a Gaussian, so the radius integrates out; what is left has
    n − 1 variables: the angle between the largest and the smallest eigenvalue, and ratios of
    neighbours on each side of zero.
    """
    points, weights = np.polynomial.legendre.leggauss(nodes)
    points, weights = (points + 1) / 2, weights / 2
    grids = np.meshgrid(*[points] * (n - 1), indexing="ij")
    measure = np.ones_like(grids[0])
    for axis in range(n - 1):
        measure = measure * weights.reshape([-1 if a == axis else 1 for a in range(n - 1)])
    if 0 < k < n:
        phi = grids[0] * math.pi / 2
        measure = measure * math.pi / 2
        tops, ratios = [np.cos(phi), np.sin(phi)], grids[1:]
    else:
        tops, ratios = [np.ones_like(grids[0])], grids
    sides = []
    for top, count in zip(tops, [c for c in (k, n - k) if c], strict=True):
        side = [top]
        for ratio in ratios[: count - 1]:
            measure = measure * side[-1]
            side.append(side[-1] * ratio)
        ratios = ratios[count - 1 :]
        sides.append(side)
    x = [-y for y in sides[0]] + sides[1] if 0 < k < n else sides[0]
    for i in range(n):
        for j in range(i):
            measure = measure * np.abs(x[i] - x[j])
    degree = n + n * (n - 1) // 2
    total = (measure * sum(y * y for y in x) ** (-degree / 2)).sum()
    norm = (2 * math.pi) ** (n / 2) / math.factorial(n)
    for j in range(1, n + 1):
        norm *= math.gamma(1 + j / 2) / math.gamma(1.5)
    return total * 2 ** (degree / 2 - 1) * math.gamma(degree / 2) / norm


@pytest.mark.parametrize(("n", "k"), [(n, k) for n in (2, 3, 4) for k in range(n + 1)])
def test_closed_forms_agree_with_quadrature_of_the_joint_density(n, k):
    exact = float(goe_exact.index_probabilities(n)[k].evalf(20))
    assert angular(n, k) == pytest.approx(exact, rel=1e-11)


def test_thirty_digits_for_three_eigenvalues_by_quadrature():
    with mp.workdps(40):
        integral = mp.quad(
            lambda s, t: (1 - s) * (1 - s * t) * (1 - t) * s**2 / (1 + s * s + (s * t) ** 2) ** 3,
            [0, 1],
            [0, 1],
            method="gauss-legendre",
        )
        norm = mp.sqrt(2 * mp.pi) ** 3 / 6
        norm *= mp.gamma(2) * mp.gamma(2.5) / mp.gamma(1.5) ** 2
        value = 4 * mp.gamma(3) * integral / norm
        exact = mp.mpf(str(goe_exact.positive_definite(3).evalf(40)))
        assert abs(value - exact) < mp.mpf(10) ** -30


@pytest.mark.parametrize("n", range(1, goe_exact.LARGEST + 1))
def test_balls_hold_the_closed_forms(n):
    ball = goe_balls.positive_definite(n)
    exact = as_ball(goe_exact.positive_definite(n))
    assert ball.overlaps(exact)
    assert ball.rel_accuracy_bits() >= goe_balls.BITS
    assert not (ball * (1 + arb(2) ** -50)).overlaps(exact)


@pytest.mark.parametrize("n", [1, 2, 5, 8, 10])
def test_balls_hold_the_closed_forms_of_every_index(n):
    exact = goe_exact.index_probabilities(n)
    for ball, value in zip(goe_balls.index_probabilities(n), exact, strict=True):
        assert ball.overlaps(as_ball(value))


def test_pivots_and_pfaffians_agree_to_rounding_up_to_a_hundred():
    logs = tridiagonal.log_positive_definite(100)
    for n in (1, 2, 3, 7, 20, 50, 100):
        ball = float(goe_balls.positive_definite(n).log().mid())
        assert logs[n - 1] == pytest.approx(ball, abs=1e-13 * (n + 10) + 2e-15 * abs(ball))


@pytest.mark.parametrize("shift", [-1, 2, Fraction(7, 2)])
def test_pivots_and_pfaffians_agree_with_a_shift(shift):
    logs = tridiagonal.log_positive_definite(12, float(shift))
    for n in (1, 2, 5, 12):
        ball = float(goe_balls.positive_definite(n, shift).log().mid())
        assert logs[n - 1] == pytest.approx(ball, abs=1e-11)
    assert logs[0] == pytest.approx(stats.norm.logcdf(float(shift) / math.sqrt(2)), abs=1e-13)
    assert abs(logs[4] - tridiagonal.log_positive_definite(5, float(shift) + 1e-6)[4]) > 1e-9


def test_a_common_shift_of_two_dimensions_has_its_closed_form():
    value, change = tridiagonal.common_shift(4, lambda n: 2 * math.sqrt(n))
    assert value[0] == pytest.approx(1 / 2, abs=1e-14)
    assert value[1] == pytest.approx(1 / 2 - math.sqrt(10) / 20, abs=1e-14)
    assert change.max() < 1e-12
    wide, _ = tridiagonal.common_shift(2, lambda n: 20.0)
    assert wide[1] == pytest.approx((1 - 1 / math.sqrt(402)) / 2, abs=1e-12)


@pytest.mark.parametrize(("n", "trials"), [(2, 200_000), (3, 200_000), (4, 400_000)])
def test_samples_of_the_goe_have_the_exact_probability_and_those_of_equal_variances_not(n, trials):
    exact = float(goe_exact.positive_definite(n).evalf(20))
    for name, agrees in (("goe", True), ("equal_variance", False)):
        matrices = ensembles.get(name).sample(n, trials, np.random.default_rng(3))
        found = int(inertia.positive_definite(matrices).sum())
        assert (stats.binomtest(found, trials, exact).pvalue > FALSE_ALARM) == agrees


def test_two_by_two_cones():
    assert two_by_two.positive_definite(1).overlaps(as_ball(KNOWN[2]))
    assert two_by_two.positive_definite(0).overlaps(arb(1) / 4)
    equal = float(two_by_two.positive_definite(2).mid())
    matrices = ensembles.get("equal_variance").sample(2, 400_000, np.random.default_rng(4))
    found = int(inertia.positive_definite(matrices).sum())
    assert stats.binomtest(found, 400_000, equal).pvalue > FALSE_ALARM
    x = sp.Symbol("x")
    formula = sp.sympify(two_by_two.FORMULA, {"x": x})
    assert float(formula.evalf(20)) == pytest.approx(equal, rel=1e-15)


def test_the_rate_tends_to_a_quarter_of_log_three():
    rates = {n: float(-goe_balls.positive_definite(n).log()) / n**2 for n in (20, 50, 100)}
    gaps = [rates[n] - math.log(3) / 4 for n in (20, 50, 100)]
    assert 0 < gaps[2] < gaps[1] < gaps[0]
    assert gaps[2] * 100 == pytest.approx(gaps[1] * 50, rel=0.01)


def test_the_square_of_a_pfaffian_is_the_determinant():
    drawn = np.random.default_rng(5).integers(-4, 5, size=(6, 6))
    M = sp.Matrix(drawn - drawn.T)
    assert skew.pfaffian(M.tolist()) ** 2 == M.det() != 0
    assert skew.pfaffian([[0, 3], [-3, 0]]) == 3


@pytest.mark.parametrize("n", [0, -2, True, 3.0, "4"])
@pytest.mark.parametrize(
    "function",
    [
        goe_exact.positive_definite,
        goe_exact.index_probabilities,
        goe_balls.positive_definite,
        goe_balls.index_probabilities,
        tridiagonal.log_positive_definite,
    ],
    ids=lambda f: f"{f.__module__.rsplit('.')[-1]}.{f.__name__}",
)
def test_a_dimension_that_is_no_whole_number_from_1_on_is_refused(function, n):
    with pytest.raises(UserError, match=r"n is .*; give a whole number, 1 or more"):
        function(n)


def test_dimensions_beyond_reach_are_refused_with_a_way_out():
    with pytest.raises(UserError, match=r"give at most 16 .*goe_balls"):
        goe_exact.positive_definite(17)
    with pytest.raises(UserError, match="give at most 200"):
        goe_balls.positive_definite(201)
    with pytest.raises(UserError, match="give at most 50"):
        tridiagonal.common_shift(51, float)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: goe_balls.positive_definite(3, 0.5), "shift is 0.5"),
        (lambda: goe_balls.positive_definite(3, True), "shift is True"),
        (lambda: goe_balls.positive_definite(3, 1, -1), "root is -1"),
        (lambda: goe_balls.positive_definite(3, bits=0), "bits is 0"),
        (lambda: tridiagonal.log_positive_definite(3, math.nan), "shift is nan"),
        (lambda: tridiagonal.log_positive_definite(3, nodes=0), "nodes is 0"),
        (lambda: two_by_two.positive_definite(-1), "ratio is -1"),
        (lambda: two_by_two.positive_definite(0.5), "ratio is 0.5"),
    ],
)
def test_other_arguments_that_make_no_sense_are_refused(call, message):
    with pytest.raises(UserError, match=message):
        call()
