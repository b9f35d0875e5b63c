"""What the definitions say exactly: stationary points, spectra, and what the docstrings claim."""

import numpy as np
import pytest
import sympy as sp

from provenscape.kernel.language import admit
from provenscape.models import landscapes

FIXED = tuple(map(landscapes.get, landscapes.names()))
every_fixed = pytest.mark.parametrize("landscape", FIXED, ids=lambda fixed: fixed.name)
MADE = (
    landscapes.least_squares([[1, 2], [0, 1], [1, 1]], [1, 0, 2]),
    landscapes.matrix_factorization(2, 2, 1, [[1, 0], [0, 2]]),
    landscapes.soft_clustering([-1, 0, 3], sp.Rational(1, 2)),
)


def is_exactly_zero(expression: sp.Expr) -> bool:
    return sp.cancel(sp.expand(expression)) == 0


@pytest.mark.parametrize("landscape", (*FIXED, *MADE), ids=lambda each: each.name)
def test_listed_critical_points_are_exactly_stationary(landscape):
    for point in landscape.critical_points:
        for slope in landscape.gradient:
            assert is_exactly_zero(slope.subs(landscape.at(point)))


def test_a_point_near_a_critical_point_is_not_taken_for_one():
    well = landscapes.get("double_well")
    near = well.at((1 + sp.Rational(1, 10**30), 0))
    assert not is_exactly_zero(well.gradient[0].subs(near))


@pytest.mark.parametrize("landscape", (*FIXED, *MADE), ids=lambda each: each.name)
def test_the_kernel_admits_every_definition(landscape):
    assert admit(landscape.expression) == landscape.expression


@every_fixed
def test_definitions_hold_no_floats_and_only_their_variables(landscape):
    assert not landscape.expression.atoms(sp.Float)
    assert landscape.expression.free_symbols == set(landscape.variables)


@pytest.mark.parametrize(
    "name",
    [
        *("bowl", "cap", "quadratic_saddle", "degenerate_minimum", "degenerate_saddle"),
        *("degenerate_inflection", "double_well", "monkey_saddle", "pl_quartic"),
    ],
)
def test_no_real_stationary_point_is_missing(name):
    landscape = landscapes.get(name)
    found = sp.solve_poly_system([*landscape.gradient], *landscape.variables)
    real = {point for point in found if all(entry.is_real for entry in point)}
    assert real == {tuple(map(sp.sympify, point)) for point in landscape.critical_points}


def test_three_landscapes_share_one_singular_hessian():
    trio = map(landscapes.get, ("degenerate_minimum", "degenerate_saddle", "degenerate_inflection"))
    at_origin = {each.hessian.subs(each.at((0, 0))) for each in trio}
    assert at_origin == {sp.ImmutableMatrix([[2, 0], [0, 0]])}


@pytest.mark.parametrize("name", ["saddle_ring", "saddle_cross"])
def test_connected_saddles_have_zero_gradient_and_hessian_along_their_curve(name):
    landscape = landscapes.get(name)
    x, y = landscape.variables
    t = sp.Symbol("t", real=True)
    curves = {
        "saddle_ring": [((1 - t**2) / (1 + t**2), 2 * t / (1 + t**2))],
        "saddle_cross": [(t, sp.S.Zero), (sp.S.Zero, t)],
    }
    for u, v in curves[name]:
        for entry in (*landscape.gradient, *landscape.hessian):
            assert is_exactly_zero(sp.together(entry.subs({x: u, y: v})))


def test_flat_sharp_has_the_values_and_curvatures_of_its_docstring():
    landscape = landscapes.get("flat_sharp")
    (x,) = landscape.variables
    for place, value, curvature in ((-2, "3/100", 0.97), (2, "1/50", 54.88)):
        assert sp.cancel(landscape.expression.subs(x, place)) == sp.Rational(value)
        assert float(landscape.hessian[0].subs(x, place)) == pytest.approx(curvature, rel=1e-3)


def test_flat_sharp_has_exactly_two_minima_and_one_barrier():
    slope = landscapes.get("flat_sharp").grad(np.linspace(-7.001, 6.002, 200_000)[:, None])[:, 0]
    signs = np.sign(slope[slope != 0])
    assert np.count_nonzero(np.diff(signs)) == 3


def test_soft_clustering_is_unchanged_when_the_centres_are_swapped():
    soft = MADE[2]
    x1, x2 = soft.variables
    swapped = soft.expression.subs({x1: x2, x2: x1}, simultaneous=True)
    assert sp.expand(swapped - soft.expression) == 0
