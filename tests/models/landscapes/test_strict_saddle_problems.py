"""The objectives said to be strict saddle: their closed forms, spectra, symmetries and input."""

from fractions import Fraction
from itertools import product

import numpy as np
import pytest
import sympy as sp

from provenscape.errors import UserError
from provenscape.kernel.language import admit
from provenscape.models import landscapes
from provenscape.models.landscapes import OnSphere

ONES = [[1, 1, 1], [1, 1, 1], [1, 1, 1]]
PATH = [[1, 1, 0], [1, 0, 1], [0, 1, 1]]  # all of the 3 × 3 matrix but (1, 3), (2, 2), (3, 1)
TURN = [[Fraction(3, 5), Fraction(4, 5)], [Fraction(-4, 5), Fraction(3, 5)]]
SAMPLES = [[1, 0], [2, 1], [-1, 3]]
MADE = {
    "linear network": landscapes.deep_linear_network((2, 2, 1), [[1, 0], [1, 2]], [[1, 3]]),
    "tensor": landscapes.tensor_decomposition(2, TURN),
    "phases": landscapes.phase_retrieval([[1, 0], [0, 1], [1, 1]], [1, 2]),
    "population": landscapes.phase_retrieval_population([1, 2]),
    "complex": landscapes.complex_phase_retrieval_population([1, 0], [2, 1]),
    "dictionary": landscapes.dictionary_learning(2, Fraction(1, 3), TURN),
    "smoothed": landscapes.smoothed_dictionary_learning(SAMPLES, Fraction(1, 2)),
    "completion": landscapes.matrix_completion([[1, 1], [1, 0]], [[1, 2], [2, 4]], 1),
    "symmetric": landscapes.symmetric_matrix_completion(PATH, ONES, 2),
    "sensing": landscapes.matrix_sensing([[[1, 0], [0, 1]], [[0, 1], [1, 0]]], [[1, 1], [1, 1]], 1),
    "components": landscapes.pca([[2, 1], [1, 3]]),
}
each = pytest.mark.parametrize("landscape", MADE.values(), ids=MADE)
NORMAL = ((0, sp.Rational(2, 3)), (sp.sqrt(3), sp.Rational(1, 6)), (-sp.sqrt(3), sp.Rational(1, 6)))


def mean(function, laws):
    """The exact mean of a polynomial of degree at most 5 in each of independent variables."""
    total = sp.S.Zero
    for nodes in product(*laws):
        total += sp.prod([weight for _, weight in nodes]) * function(*(at for at, _ in nodes))
    return sp.expand(total)


@each
def test_listed_points_are_exactly_stationary(landscape):
    for point in landscape.critical_points:
        assert all(sp.expand(s.xreplace(landscape.at(point))) == 0 for s in landscape.gradient)


@each
def test_the_kernel_admits_every_definition(landscape):
    assert admit(landscape.expression) == landscape.expression


@each
def test_compiled_derivatives_agree_with_finite_differences(landscape):
    x = np.random.default_rng(1).normal(size=landscape.dimension)
    steps = 1e-5 * np.eye(landscape.dimension)
    slopes = (landscape.value(x + steps) - landscape.value(x - steps)) / 2e-5
    curvatures = (landscape.grad(x + steps) - landscape.grad(x - steps)) / 2e-5
    assert landscape.grad(x) == pytest.approx(slopes, rel=1e-6, abs=1e-6)
    assert landscape.hess(x) == pytest.approx(curvatures, rel=1e-6, abs=1e-6)


def test_the_real_population_loss_is_the_mean_over_normal_measurements():
    landscape = MADE["population"]
    x, z = landscape.variables, (1, 2)

    def term(a, b):
        return ((a * x[0] + b * x[1]) ** 2 - (a * z[0] + b * z[1]) ** 2) ** 2

    assert sp.expand(mean(term, [NORMAL] * 2) - landscape.expression) == 0


def test_the_complex_population_loss_is_the_mean_over_complex_normal_measurements():
    landscape = landscapes.complex_phase_retrieval_population([1], [2])
    p, q = landscape.variables

    def term(a, b):
        return ((a**2 + b**2) / 2 * (p**2 + q**2) - (a**2 + b**2) / 2 * 5) ** 2

    assert sp.expand(mean(term, [NORMAL] * 2) - landscape.expression) == 0


def test_the_complex_population_loss_couples_components_as_the_mean_does():
    landscape = landscapes.complex_phase_retrieval_population([1, 0], [2, 1])
    at = landscape.at((1, 2, 0, -1))  # x = (1, 2 - i), z = (1 + 2i, i)

    def term(a, b, c, d):
        first, second = (a + sp.I * b) / sp.sqrt(2), (c + sp.I * d) / sp.sqrt(2)
        x = first * 1 + second * (2 - sp.I)
        z = first * (1 + 2 * sp.I) + second * sp.I
        return sp.expand(x * sp.conjugate(x) - z * sp.conjugate(z)) ** 2

    assert mean(term, [NORMAL] * 4) == sp.expand(landscape.expression.xreplace(at))


def test_the_dictionary_loss_is_the_mean_over_bernoulli_gaussian_codes():
    landscape, theta = MADE["dictionary"], sp.Rational(1, 3)
    sparse = ((0, 1 - theta), *((at, theta * weight) for at, weight in NORMAL))
    atoms = sp.Matrix(TURN)
    q = sp.Matrix(landscape.variables)

    def term(s, t):
        return -((sp.Matrix([[s, t]]) * atoms * q)[0] ** 4)

    assert sp.expand(mean(term, [sparse] * 2) - landscape.expression) == 0


def test_the_smoothed_dictionary_loss_does_not_overflow_and_tends_to_the_mean_of_sizes():
    landscape = landscapes.smoothed_dictionary_learning(SAMPLES, Fraction(1, 1000))
    assert landscape.value(np.array([3.0, 4.0])) == pytest.approx((3 + 10 + 9) / 3, abs=1e-3)


@pytest.mark.parametrize("size", [1, 2, 3])
def test_curvatures_of_the_tensor_on_the_sphere(size):
    sphere = OnSphere(landscapes.tensor_decomposition(3))
    point = [1 / sp.sqrt(size)] * size + [sp.S.Zero] * (3 - size)
    spectrum = sphere.hessian_at(point).eigenvals()
    expected: dict[sp.Expr, int] = {sp.S.Zero: 1}
    for value, count in ((-sp.Rational(8, size), size - 1), (sp.Rational(4, size), 3 - size)):
        if count:
            expected[value] = count
    assert spectrum == expected
    assert all(s.xreplace(sphere.landscape.at(point)) == 0 for s in sphere.gradient)


def test_compiled_and_exact_derivatives_on_the_sphere_agree():
    sphere = OnSphere(MADE["components"])
    point = (sp.Rational(3, 5), sp.Rational(4, 5))
    x = np.array([0.6, 0.8])
    exact = [float(s.xreplace(sphere.landscape.at(point))) for s in sphere.gradient]
    assert sphere.grad(x) == pytest.approx(exact, rel=1e-14)
    assert sphere.hess(x) == pytest.approx(
        np.array(sphere.hessian_at(point), dtype=float), rel=1e-13
    )
    assert sphere.value(x) == MADE["components"].value(x)


def test_curvature_on_the_sphere_is_the_second_derivative_along_a_great_circle():
    sphere = OnSphere(landscapes.tensor_decomposition(3))
    x = sphere.retract(np.array([1.0, -2.0, 0.5]))
    v = sphere.retract(np.cross(x, [0.0, 0.0, 1.0]))
    t = 1e-4
    arc = [sphere.value(np.cos(s) * x + np.sin(s) * v) for s in (-t, 0.0, t)]
    assert v @ sphere.hess(x) @ v == pytest.approx((arc[0] - 2 * arc[1] + arc[2]) / t**2, rel=1e-5)


def test_a_point_off_the_sphere_is_refused():
    with pytest.raises(UserError, match=r"sphere: \|x\|² is 2 at the point; scale it to 1"):
        OnSphere(MADE["components"]).hessian_at((1, 1))


def test_rescaling_the_factors_keeps_the_completion_loss():
    landscape = MADE["completion"]
    x = np.array([0.3, -1.2, 0.7, 2.0])
    assert landscape.value(x * [4, 4, 0.25, 0.25]) == pytest.approx(landscape.value(x), rel=1e-14)


def test_entries_that_are_not_observed_play_no_part():
    other = landscapes.matrix_completion([[1, 1], [1, 0]], [[1, 2], [2, -7]], 1)
    assert other.expression == MADE["completion"].expression


def test_turning_the_symmetric_factor_keeps_the_loss():
    landscape = MADE["symmetric"]
    x = np.random.default_rng(2).normal(size=(3, 2))
    turned = x @ np.array([[0.6, 0.8], [-0.8, 0.6]])
    assert landscape.value(turned.ravel()) == pytest.approx(landscape.value(x.ravel()), rel=1e-13)


def test_depth_one_is_least_squares_and_depth_three_is_flat_at_the_origin():
    inputs, outputs = [[1, 0], [1, 2]], [[1, 3]]
    shallow = landscapes.deep_linear_network((2, 1), inputs, outputs)
    a, b = shallow.variables
    assert sp.expand(shallow.expression - ((a + b - 1) ** 2 + (2 * b - 3) ** 2)) == 0
    deep = landscapes.deep_linear_network((2, 2, 2, 1), inputs, outputs)
    assert sp.Matrix(deep.hessian).xreplace(deep.at((0,) * deep.dimension)).is_zero_matrix
    assert MADE["linear network"].hess(np.zeros(6)).any()


def test_the_product_of_the_layers_is_taken_in_order():
    landscape = landscapes.deep_linear_network((1, 2, 1), [[1]], [[0]])
    w = dict(zip(map(str, landscape.variables), landscape.variables, strict=True))
    product_ = w["w2_1_1"] * w["w1_1_1"] + w["w2_1_2"] * w["w1_2_1"]
    assert sp.expand(landscape.expression - product_**2) == 0


HALF = Fraction(1, 2)
REFUSED = [
    ("deep_linear_network", ((2,), [[1]], [[1]]), "widths: give at least two"),
    ("deep_linear_network", ((2, 0, 1), [[1]], [[1]]), r"widths\[1\] is 0"),
    ("deep_linear_network", ((2, 1), [[1]], [[1]]), r"X: has shape \(1, 1\), expected \(2, 1\)"),
    ("deep_linear_network", ((1, 1), [[1, 2]], [[1]]), r"Y: has shape \(1, 1\), expected \(1, 2\)"),
    ("deep_linear_network", ((1, 1), [[0.5]], [[1]]), r"X\[0\]\[0\]: 0.5 is no exact number"),
    ("tensor_decomposition", (0,), "d is 0"),
    ("tensor_decomposition", (2, [[1, 1], [0, 1]]), "frame: its rows are not orthonormal"),
    ("tensor_decomposition", (3, [[1, 0], [0, 1]]), r"frame: has shape \(2, 2\)"),
    ("phase_retrieval", ([[1, 0, 0]], [1, 2]), "vectors: its rows have 3 entries, the signal 2"),
    ("phase_retrieval", ([[1, 0]], [0, 0]), "signal: is 0"),
    ("phase_retrieval_population", ([float("inf")],), r"signal\[0\]: inf is no exact number"),
    ("complex_phase_retrieval_population", ([1], [1, 2]), "imaginary_part: has 2 entries"),
    ("dictionary_learning", (2, 1), "theta: is 1; give a probability strictly between"),
    ("smoothed_dictionary_learning", (SAMPLES, 0), "mu: is 0; give a positive number"),
    ("matrix_completion", ([[1, 1]], [[1, 1], [1, 1]], 1), r"mask: has shape \(1, 2\)"),
    ("matrix_completion", ([[2]], [[1]], 1), "mask: an entry is neither 0 nor 1"),
    ("matrix_completion", ([[0]], [[1]], 1), "mask: no entry of M is observed"),
    ("matrix_completion", ([[1]], [[sp.oo]], 1), r"M\[0\]\[0\]: oo is no exact number"),
    (
        "matrix_completion",
        (ONES, ONES, 0),
        "r is 0; give a whole number, 1 or more",
    ),
    ("matrix_completion", (ONES, ONES, 4), "r is 4, but the rank of a 3 × 3 matrix is at most 3"),
    ("symmetric_matrix_completion", ([[1, 1], [1, 1]], [[1, 2], [3, 4]], 1), "M: the matrix and"),
    ("matrix_sensing", ([], [[1]], 1), "measurements: give a non-empty list"),
    ("matrix_sensing", ([[[1, 2], [0, 1]]], [[1, 1], [1, 1]], 1), r"measurements\[0\]: is no symm"),
    ("matrix_sensing", ([[[1]]], [[1, HALF], [HALF, 1]], 1), r"measurements\[0\]: is no symm"),
    ("matrix_sensing", ([ONES], ONES, 4), "r is 4"),
    ("pca", ([[1, 2], [0, 1]],), "C: has shape"),
]


@pytest.mark.parametrize(("name", "arguments", "message"), REFUSED)
def test_bad_input_is_answered_with_the_key_and_the_remedy(name, arguments, message):
    with pytest.raises(UserError, match=message):
        getattr(landscapes, name)(*arguments)


def test_the_rows_of_the_frame_are_the_components_and_the_atoms():
    row = TURN[0]
    tensor, dictionary = MADE["tensor"], MADE["dictionary"]
    assert tensor.expression.xreplace(tensor.at(row)) == -1
    assert dictionary.expression.xreplace(dictionary.at(row)) == -3 * sp.Rational(1, 3)
    assert all(slope.xreplace(tensor.at(row)) == -4 * e for slope, e in zip(
        tensor.gradient, row, strict=True
    ))  # fmt: skip


def test_sensing_is_half_the_squared_gaps_of_the_measurements():
    u, v = MADE["sensing"].variables
    gaps = (u**2 + v**2 - 2, 2 * u * v - 2)
    assert sp.expand(MADE["sensing"].expression - sum(gap**2 for gap in gaps) / 2) == 0


def test_the_symmetric_completion_counts_both_places_of_an_entry():
    landscape = landscapes.symmetric_matrix_completion([[1, 1], [1, 0]], [[1, 2], [2, 4]], 1)
    u, v = landscape.variables
    assert sp.expand(landscape.expression - ((u**2 - 1) ** 2 / 2 + (u * v - 2) ** 2)) == 0
