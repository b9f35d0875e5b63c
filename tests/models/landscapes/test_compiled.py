"""The compiled value, gradient and Hessian are those of the symbolic definition."""

import itertools
from fractions import Fraction

import numpy as np
import pytest
import sympy as sp

from provenscape.errors import UserError
from provenscape.models import landscapes
from provenscape.models.landscapes import Landscape
from provenscape.models.landscapes.base import common_subexpressions, coordinates
from provenscape.models.landscapes.in_place import in_place

MADE = (
    landscapes.least_squares([[1, 2], [0, 1], [Fraction(1, 2), 1]], [1, 0, 2]),
    landscapes.logistic_loss([[1, 2], [3, -1], [Fraction(1, 4), 1]], [1, -1, 1]),
    landscapes.matrix_factorization(2, 3, 2, [[1, 0, Fraction(1, 2)], [0, -2, 1]]),
    landscapes.soft_clustering([Fraction(-3, 2), 0, 1], Fraction(1, 2)),
)
ALL = (*map(landscapes.get, landscapes.names()), *MADE)
every_landscape = pytest.mark.parametrize("landscape", ALL, ids=lambda made: made.name)

# Dyadic rationals are doubles, so that the exact and the compiled function see the same point.
COORDINATES = tuple(sp.Rational(k, 8) for k in (-13, -6, 0, 3, 9, 16))


def exact_points(landscape: Landscape) -> list[tuple[sp.Rational, ...]]:
    """Six points whose coordinates are cyclic shifts of COORDINATES."""
    shifts = range(len(COORDINATES))
    cycle = list(itertools.islice(itertools.cycle(COORDINATES), 6 + landscape.dimension))
    return [tuple(cycle[shift : shift + landscape.dimension]) for shift in shifts]


def magnitude(entry: sp.Expr, here: dict[sp.Symbol, sp.Expr]) -> float:
    """The sum of the absolute terms of an expression: what rounding errors are relative to."""
    terms = sp.Add.make_args(sp.expand(entry))
    return float(sum(abs(term.xreplace(here)).evalf(30) for term in terms))


def assert_agrees(compiled: np.ndarray, entries: list[sp.Expr], landscape, points) -> None:
    """Every compiled entry lies within 64 ulps, relative to the size of its terms."""
    for got, point in zip(compiled.reshape(len(points), -1), points, strict=True):
        here = landscape.at(point)
        for number, entry in zip(got, entries, strict=True):
            exact = sp.Float(entry.xreplace(here).evalf(40), 40)
            error = abs(sp.Float(number, 40) - exact)
            assert error <= 64 * np.finfo(float).eps * max(magnitude(entry, here), 1e-300)


@every_landscape
def test_value_equals_the_exact_value_to_a_few_ulps(landscape):
    points = exact_points(landscape)
    compiled = landscape.value(np.array(points, dtype=float))
    assert_agrees(compiled, [landscape.expression], landscape, points)


@every_landscape
def test_gradient_equals_the_exact_gradient_to_a_few_ulps(landscape):
    points = exact_points(landscape)
    compiled = landscape.grad(np.array(points, dtype=float))
    assert_agrees(compiled, list(landscape.gradient), landscape, points)


@every_landscape
def test_hessian_equals_the_exact_hessian_to_a_few_ulps(landscape):
    points = exact_points(landscape)
    compiled = landscape.hess(np.array(points, dtype=float))
    assert_agrees(compiled, list(landscape.hessian), landscape, points)


@every_landscape
def test_derivatives_agree_with_finite_differences_at_random_points(landscape):
    d, step = landscape.dimension, 1e-5
    x = np.random.default_rng(2).uniform(-1.5, 1.5, (50, d))
    shifts = step * np.eye(d)
    ahead, behind = x[:, None, :] + shifts, x[:, None, :] - shifts
    slopes = (landscape.value(ahead) - landscape.value(behind)) / (2 * step)
    curvatures = (landscape.grad(ahead) - landscape.grad(behind)) / (2 * step)
    np.testing.assert_allclose(slopes, landscape.grad(x), rtol=1e-6, atol=1e-6)
    np.testing.assert_allclose(curvatures, landscape.hess(x), rtol=1e-6, atol=1e-6)


@every_landscape
@pytest.mark.parametrize("batch", [(), (4,), (0,), (2, 3)], ids=str)
def test_shapes_follow_the_batch(landscape, batch):
    d = landscape.dimension
    x = np.full((*batch, d), 0.25)
    assert landscape.value(x).shape == batch
    assert landscape.grad(x).shape == (*batch, d)
    assert landscape.hess(x).shape == (*batch, d, d)


@every_landscape
def test_a_batch_gives_what_its_points_give(landscape):
    x = np.random.default_rng(3).uniform(-1, 1, (2, 3, landscape.dimension))
    one_by_one = np.array([[landscape.grad(point) for point in row] for row in x])
    np.testing.assert_array_equal(landscape.grad(x), one_by_one)


@pytest.mark.parametrize("shape", [(), (3,), (5, 1)], ids=str)
def test_points_of_another_dimension_are_refused(shape):
    with pytest.raises(UserError, match=r"landscape bowl: .*shape \(\.\.\., 2\)"):
        landscapes.get("bowl").value(np.zeros(shape))


def test_logistic_loss_neither_overflows_nor_loses_its_tail():
    loss = landscapes.logistic_loss([[1]], [1])
    far = np.array([[-1e6], [1e6], [40.0]])
    np.testing.assert_allclose(loss.value(far), [1e6, 0, np.exp(-40)], rtol=1e-12)
    np.testing.assert_array_equal(loss.grad(far)[:2, 0], [-1, 0])
    np.testing.assert_array_equal(loss.hess(far)[:2, 0, 0], [0, 0])


def test_the_check_of_ulps_sees_an_error_of_one_part_in_a_million_million():
    landscape = landscapes.get("double_well")
    points = exact_points(landscape)
    wrong = landscape.value(np.array(points, dtype=float)) * (1 + 1e-12)
    with pytest.raises(AssertionError):
        assert_agrees(wrong, [landscape.expression], landscape, points)


def test_no_whole_power_is_left_to_the_librarys_pow():
    x, y = coordinates("x y")
    entries = [(x + 2 * y) ** 3, (1 + (x + 2 * y) ** 4) ** 3 - x**5, sp.sin(x) ** 3 / (x - y)]
    lines, written = common_subexpressions(entries)
    powers = {p for e in [*(e for _, e in lines), *written] for p in e.atoms(sp.Pow)}
    assert {p.exp for p in powers} == {-1}
    known = {}
    for name, expr in lines:  # in the order in which they run
        known[name] = expr.doit().xreplace(known)
    for entry, result in zip(entries, written, strict=True):
        assert sp.expand(result.doit().xreplace(known) - entry) == 0


def written_and_plain(variables: tuple[sp.Symbol, ...], entries: list[sp.Expr], **how) -> tuple:
    """What `in_place` writes, and what NumPy makes of SymPy's code as it is."""
    plain = sp.lambdify(variables, entries, modules="numpy", **how)
    x = np.random.default_rng(5).normal(size=(len(variables), 1001))
    found, expected = np.full((2, len(entries), 1001), np.nan)
    in_place(plain)(found, *x)
    for row, entry in zip(expected, plain(*x), strict=True):
        row[:] = entry
    return found, expected


@every_landscape
def test_what_is_written_in_place_has_the_bits_of_the_plain_code(landscape):
    entries = [landscape.expression, *landscape.gradient, *landscape.hessian]
    with np.errstate(invalid="ignore"):
        pair = written_and_plain(landscape.variables, entries, cse=common_subexpressions)
    np.testing.assert_array_equal(*pair)


def test_long_sums_nested_products_numbers_and_other_functions_are_written_in_place():
    x, y, z = coordinates("x y z")
    pair = (x + y) * (y - z)
    nested = ((x - y) * (x + z) - (y + z) * (x - z)) / (pair + (x - 2 * y) * (z + 3 * x))
    long = sp.Add(*((x + k * y) * (z - k) / (k + 1) for k in range(300)), evaluate=False)
    entries = [
        nested, long, x, -y, sp.Integer(3), sp.Rational(1, 3), 2 * sp.pi, sp.sqrt(2) * x,
        sp.exp(x * y) * (x + y) - sp.sin(z), 10**20 * x - y, 1 / (x * y), (x + y) ** 2 * z,
    ]  # fmt: skip
    for shared in (False, True):
        found, expected = written_and_plain((x, y, z), entries, cse=shared)
        np.testing.assert_array_equal(found, expected)
        assert np.isfinite(found).all()


@pytest.mark.parametrize("widths", [(2, 2), (3, 2, 4), (2, 3, 1, 2, 2)])
def test_gradients_by_products_of_layers_are_those_of_the_formula(widths):
    generator = np.random.default_rng(3)
    inputs, outputs = (generator.integers(-3, 4, (n, 5)) for n in (widths[0], widths[-1]))
    landscape = landscapes.deep_linear_network(widths, inputs.tolist(), outputs.tolist())
    x = generator.integers(-8, 9, (6, 2, landscape.dimension)) / 8  # dyadic, so both are exact
    found = landscapes.network_gradient(widths, inputs, outputs, x)
    np.testing.assert_allclose(found, landscape.grad(x), rtol=1e-13, atol=1e-10)
