"""One gradient step under PL: what runs show of the theorem of docs/pl_one_step_squared.md."""

import numpy as np
import pytest
import sympy as sp
from PEPit import PEP, Expression, Point
from PEPit.examples.nonconvex_optimization import (
    wc_gradient_descent_quadratic_lojasiewicz_expensive,
)
from PEPit.functions import SmoothQuadraticLojasiewiczFunctionCheap

from provenscape.models import landscapes

MU = 0.2  # for L = 1 and a step of length 1


def worst_gap(mesh):
    """An upper bound of the worst gap after the step: interpolation and PL at its two ends and at
    the maximisers z of f(z) − ‖z − x₁‖²/(2s), where the gradient is (z − x₁)/s, for s in a mesh."""
    problem = PEP()
    function = problem.declare_function(SmoothQuadraticLojasiewiczFunctionCheap, L=1.0, mu=MU)
    lowest = function(function.stationary_point())
    before = problem.set_initial_point()
    after = before - function.gradient(before)
    problem.set_initial_condition(function(before) - lowest <= 1)
    points = [(before, function(before)), (after, function(after))]
    for s in mesh:
        z, value = Point(), Expression()
        function.add_point((z, (z - after) / s, value))
        points.append((z, value))
    for s, (z, value) in zip(mesh, points[2:], strict=True):
        for other, height in points:
            if other is not z:
                below = height - (other - after) ** 2 / (2 * s)
                problem.add_constraint(value - (z - after) ** 2 / (2 * s) >= below)
    problem.set_performance_metric(function(after) - lowest)
    return problem.solve(verbose=0)


def test_the_bound_of_finitely_many_points_falls_towards_the_square():
    published = wc_gradient_descent_quadratic_lojasiewicz_expensive(
        L=1, mu=MU, gamma=1, n=1, verbose=-1
    )[0]
    bounds = [worst_gap(mesh) for mesh in ((), (0.5,), (0.3, 0.6, 0.8))]
    assert bounds == pytest.approx([8 / 11, 0.6835, 0.6619], abs=5e-4)
    assert published == pytest.approx(0.6833, abs=5e-4)
    assert min(*bounds, published) > (1 - MU) ** 2


def test_no_step_on_the_sine_bowl_exceeds_the_bound():
    """x² + 3 sin²x: f″ ≤ 8, and PL with 7/40 (claim sine-bowl-is-pl)."""
    bowl = landscapes.get("sine_bowl")
    (x,) = bowl.variables
    f = sp.lambdify(x, bowl.expression)
    slope = sp.lambdify(x, sp.diff(bowl.expression, x))
    starts = np.linspace(-20, 20, 40_001)
    starts = starts[starts != 0]
    for eta in np.linspace(0.005, 0.245, 49):
        factor = f(starts - eta * slope(starts)) / f(starts)
        assert factor.max() <= (1 - 7 / 40 * min(eta, 1 / 4 - eta)) ** 2
