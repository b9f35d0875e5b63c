"""Second-order methods: subproblems by their optimality conditions, and runs against SciPy.

The conditions for a global minimiser of either model, with ν as in `subproblems`, are necessary and
sufficient, so that they are the whole of what is to be tested: (H + νI)s = −g, H + νI ⪰ 0, and what
ties ν to ‖s‖. Residuals are compared with the sizes of their terms.
"""

from fractions import Fraction
from types import SimpleNamespace

import numpy as np
import pytest
from scipy import optimize
from scipy.optimize._trustregion_exact import IterativeSubproblem

from provenscape.errors import UserError
from provenscape.models import landscapes
from provenscape.models.optimizers import (
    AdaptiveCubic,
    CubicNewton,
    KrylovCubic,
    Newton,
    TrustRegion,
    cubic_step,
    subproblems,
    trajectory,
    trust_region_step,
)
from provenscape.models.optimizers.krylov import lanczos

EPS = np.finfo(float).eps
WELL = landscapes.get("double_well")
SADDLE = landscapes.get("quadratic_saddle")
STARTS = np.array([[0.05, 1.8], [0.3, -0.7], [0.0, 0.4], [0.0, 0.0], [-1.4, 0.1]])
SOLVERS = {"cubic": cubic_step, "trust region": trust_region_step}


def problems(key, d, count=100, scale=1.0):
    """Random indefinite Hessians, gradients and sizes; every fourth is a hard case.

    It is made so: g loses its component along the eigenvector v of the least eigenvalue λ₁ < 0, and
    the size is such that −(H − λ₁I)⁺g is half as long as s is.
    """
    draw = np.random.default_rng(key)
    square = draw.standard_normal((count, d, d))
    hessian = scale * (square + square.swapaxes(1, 2))
    hessian[::4, range(d), range(d)] -= 4 * scale * np.sqrt(d)  # λ₁ < 0
    gradient = draw.standard_normal((count, d))
    size = np.exp(2 * draw.standard_normal(count))
    values, vectors = np.linalg.eigh(hessian)
    hard = np.zeros(count, dtype=bool)
    hard[::4] = values[::4, 0] < 0
    least = vectors[hard, :, 0]
    for _ in range(2):
        gradient[hard] -= least * (least * gradient[hard]).sum(-1, keepdims=True)
    shifted = hessian[hard] - values[hard, :1, None] * np.eye(d)
    partial = np.linalg.norm(
        np.einsum("rij,rj->ri", np.linalg.pinv(shifted), gradient[hard]), axis=1
    )
    return SimpleNamespace(
        gradient=gradient, hessian=hessian, size=size, values=values, hard=hard, partial=partial
    )


def with_hard_sizes(made, kind):
    size = made.size.copy()
    size[made.hard] = (
        2 * made.partial + (made.partial == 0)
        if kind == "trust region"
        else -made.values[made.hard, 0] / (made.partial + (made.partial == 0))
    )
    return size


def violations(kind, gradient, hessian, size, step, shift):
    """How far the optimality conditions are missed, each relative to the sizes of its terms."""
    length = np.linalg.norm(step, axis=-1)
    values = np.linalg.eigvalsh(hessian)
    largest = np.abs(values).max(axis=-1)
    residual = np.einsum("rij,rj->ri", hessian, step) + shift[:, None] * step + gradient
    terms = (largest + shift) * length + np.linalg.norm(gradient, axis=-1)
    below = np.maximum(0, -(values[:, 0] + shift)) / np.maximum(largest, 1e-300)
    if kind == "cubic":
        tie = np.abs(shift - size * length / 2) / np.maximum(shift, size * length / 2)
    else:
        tie = np.where(shift > 0, np.abs(length - size), np.maximum(0, length - size)) / size
    return np.array([np.linalg.norm(residual, axis=-1) / terms, below, tie])


@pytest.mark.parametrize("kind", SOLVERS)
@pytest.mark.parametrize("d", [1, 2, 3, 5, 20])
@pytest.mark.parametrize("scale", [1.0, 2.0**-30])
def test_a_thousand_subproblems_are_solved_to_rounding_the_hard_case_among_them(kind, d, scale):
    made = problems(d, d, scale=scale)
    size = with_hard_sizes(made, kind)
    found = SOLVERS[kind](made.gradient, made.hessian, size)
    wrong = violations(kind, made.gradient, made.hessian, size, found.step, found.shift)
    assert wrong.max() < 20 * d * EPS
    assert made.hard.sum() > 20
    np.testing.assert_allclose(found.shift[made.hard], -made.values[made.hard, 0], rtol=1e-12)


@pytest.mark.parametrize("kind", SOLVERS)
@pytest.mark.parametrize(("d", "scale"), [(8, 1.0), (20, 1.0), (20, 2.0**-30)])
def test_large_batches_are_solved_to_rounding_without_eigenvectors(kind, d, scale, monkeypatch):
    made = problems(d, d, count=1_000, scale=scale)
    size, solve = with_hard_sizes(made, kind), SOLVERS[kind]
    few = [solve(*(part[at : at + 100] for part in (made.gradient, made.hessian, size)))
           for at in range(0, 1_000, 100)]  # fmt: skip
    unsolved = []
    monkeypatch.setattr(
        subproblems, "_by_eigenvectors", lambda model, g, *rest: unsolved.append(len(g)) or few[0]
    )
    found = solve(made.gradient, made.hessian, size)
    wrong = violations(kind, made.gradient, made.hessian, size, found.step, found.shift)
    assert not unsolved
    assert wrong.max() < 20 * d * EPS
    np.testing.assert_allclose(found.shift[made.hard], -made.values[made.hard, 0], rtol=1e-12)
    np.testing.assert_allclose(
        found.decrease, np.concatenate([part.decrease for part in few]), rtol=1e-9
    )
    assert (found.hard[made.hard]).all()


@pytest.mark.parametrize("kind", SOLVERS)
def test_degenerate_problems_are_solved_in_large_batches_too(kind):
    """No gradient, no Hessian, multiples of the identity, diagonal and singular Hessians."""
    d, generator = 10, np.random.default_rng(8)
    kinds = [
        np.zeros((d, d)), np.eye(d), -np.eye(d), np.diag(np.arange(d) - 4.0),
        np.diag([-1.0, -1, *np.ones(d - 2)]), np.diag([0.0, *np.ones(d - 1)]), np.ones((d, d)),
        -np.ones((d, d)),
    ]  # fmt: skip
    hessian = np.tile(kinds, (100, 1, 1))
    gradient = generator.standard_normal((800, d))
    gradient[:200] = 0
    gradient[200:400, 0] = 0
    size = np.exp(generator.standard_normal(800))
    found = SOLVERS[kind](gradient, hessian, size)
    assert np.isfinite(found.step).all()
    moving = np.linalg.norm(found.step, axis=1) > 0
    parts = (gradient, hessian, size, found.step, found.shift)
    assert violations(kind, *(part[moving] for part in parts)).max() < 20 * d * EPS
    still = ~moving
    assert (gradient[still] == 0).all()
    assert (np.linalg.eigvalsh(hessian[still])[:, 0] >= -1e-12).all()


@pytest.mark.parametrize("kind", SOLVERS)
def test_the_conditions_notice_a_step_or_a_shift_that_is_off_by_a_billionth(kind):
    """Negative control: the step, the shift, and a stationary point that is no minimum."""
    made = problems(3, 5)
    size = with_hard_sizes(made, kind)
    found = SOLVERS[kind](made.gradient, made.hessian, size)
    for step, shift in (
        (found.step * (1 + 1e-9), found.shift),
        (found.step, found.shift * (1 + 1e-9)),
    ):
        wrong = violations(kind, made.gradient, made.hessian, size, step, shift).max(axis=0)
        assert (wrong[found.shift > 0] > 1e-11).all()
    other = SOLVERS[kind](made.gradient, -made.hessian, size)
    assert (
        violations(kind, made.gradient, made.hessian, size, other.step, other.shift) > 0.1
    ).any()


@pytest.mark.parametrize("kind", SOLVERS)
def test_the_decrease_is_that_of_the_model(kind):
    made = problems(4, 4)
    size = with_hard_sizes(made, kind)
    found = SOLVERS[kind](made.gradient, made.hessian, size)
    s = found.step
    model = (made.gradient * s).sum(-1) + np.einsum("ri,rij,rj->r", s, made.hessian, s) / 2
    model += size / 6 * np.linalg.norm(s, axis=-1) ** 3 if kind == "cubic" else 0
    np.testing.assert_allclose(-model, found.decrease, rtol=1e-11)
    assert (found.decrease > 0).all()


def test_at_a_saddle_the_steps_go_along_the_eigenvector_and_at_a_minimum_they_are_0():
    hessian = np.array([np.diag([1.0, -2.0]), np.diag([1.0, 2.0]), np.diag([0.0, 3.0])])
    flat = np.zeros((3, 2))
    cubic, ball = cubic_step(flat, hessian, 0.5), trust_region_step(flat, hessian, 3.0)
    np.testing.assert_array_equal(np.abs(cubic.step), [[0, 8], [0, 0], [0, 0]])  # 2γ/M
    np.testing.assert_array_equal(np.abs(ball.step), [[0, 3], [0, 0], [0, 0]])
    np.testing.assert_allclose(cubic.decrease, [2 * 8 / (3 * 0.25), 0, 0], rtol=4 * EPS)
    assert cubic.hard.tolist() == ball.hard.tolist() == [True, False, False]


def rational_instances():
    """H, g, M and r with the exact s and ν, made backwards from s: 3-4-5 makes ‖s‖ rational.

    H = diag(λ), ν = M‖s‖/2 with ‖s‖ = 5/2, g = −(H + νI)s; −λ₁ ≤ ν, with equality in the hard case.
    """
    s = (Fraction(3, 2), Fraction(2))
    for constant in (Fraction(4, 5), Fraction(12, 5), Fraction(8)):
        shift = constant * Fraction(5, 2) / 2
        for low in (-shift, -shift / 3, Fraction(0), Fraction(2)):
            for high in (low, low + Fraction(1, 7), Fraction(6)):
                diagonal = (low, high)
                slope = [-(value + shift) * x for value, x in zip(diagonal, s, strict=True)]
                yield diagonal, slope, constant, shift, s


def test_exact_rational_cases_are_met_and_the_hard_ones_up_to_the_sign():
    cases = list(rational_instances())
    gradient = np.array([[float(x) for x in case[1]] for case in cases])
    hessian = np.array([np.diag([float(x) for x in case[0]]) for case in cases])
    shift = np.array([float(case[3]) for case in cases])
    expected = np.array([[float(x) for x in case[4]] for case in cases])
    constant = np.array([float(case[2]) for case in cases])
    whole = hessian[:, 0, 0] == hessian[:, 1, 1]  # a multiple of the identity: any direction
    hard = hessian[:, 0, 0] == -shift
    assert (hard & whole).any() and (hard & ~whole).any()
    for found in (
        cubic_step(gradient, hessian, constant),
        trust_region_step(gradient, hessian, 2.5),
    ):
        np.testing.assert_allclose(found.shift, shift, rtol=1e-14)
        np.testing.assert_allclose(found.step[~hard], expected[~hard], rtol=1e-13)
        np.testing.assert_allclose(
            found.step[hard & ~whole, 1], expected[hard & ~whole, 1], rtol=1e-6
        )
        np.testing.assert_allclose(np.linalg.norm(found.step, axis=-1), 2.5, rtol=1e-14)


def test_trust_region_steps_agree_with_scipys_exact_solver():
    """SciPy takes part of the eigenvector in the hard case up to its k_hard; asked for the last
    digits there, it stops 70 % short of the least value."""
    made = problems(11, 6, count=60)
    size = with_hard_sizes(made, "trust region")
    found = trust_region_step(made.gradient, made.hessian, size)
    for r in range(60):
        g, h = made.gradient[r], made.hessian[r]
        theirs = IterativeSubproblem(
            np.zeros(6),
            lambda x: 0.0,
            lambda x, g=g: g,
            lambda x, h=h: h,
            k_easy=1e-12,
            k_hard=1e-6,
        )
        step, on_the_boundary = theirs.solve(size[r])
        model = g @ step + step @ h @ step / 2
        assert on_the_boundary == (found.shift[r] > 0)
        assert -model == pytest.approx(found.decrease[r], rel=1e-9)
        if not made.hard[r]:
            np.testing.assert_allclose(found.step[r], step, rtol=1e-6, atol=1e-8)


def rosenbrock(count=6, d=4):
    start = np.random.default_rng(5).uniform(-1, 1, (count, d))
    every = lambda function: lambda x: np.array([function(point) for point in x])  # noqa: E731
    return start, every(optimize.rosen), every(optimize.rosen_der), every(optimize.rosen_hess)


@pytest.mark.parametrize("method", ["trust-exact", "trust-ncg", "trust-krylov", "trust-constr"])
@pytest.mark.filterwarnings("ignore:invalid value:RuntimeWarning")  # in SciPy's trlib
def test_trust_region_ends_where_scipys_methods_do(method):
    """On Rosenbrock's function in four variables, with a second minimum near (−0.8, 0.6, 0.4, 0.2):
    methods that solve the subproblem exactly come to the same one, others to one of the two."""
    start, value, gradient, hessian = rosenbrock()
    ends = trajectory(TrustRegion(1.0, value, hessian), gradient, start, 100).x[-1]
    assert np.abs(gradient(ends)).max() < 1e-10
    for x, end in zip(start, ends, strict=True):
        theirs = optimize.minimize(
            optimize.rosen, x, method=method, jac=optimize.rosen_der, hess=optimize.rosen_hess,
            options={"gtol": 1e-7},
        )  # fmt: skip
        assert theirs.success
        same = [end] if method == "trust-exact" else ends
        assert np.abs(same - theirs.x).max(axis=-1).min() < 1e-6


def test_adaptive_cubic_finds_minima_of_rosenbrocks_function_from_any_first_constant():
    start, value, gradient, hessian = rosenbrock()
    for first in (1e-3, 1.0, 1e4):
        run = trajectory(AdaptiveCubic(first, value, hessian), gradient, start, 150)
        values = np.array([value(x) for x in run.x])
        assert (np.diff(values, axis=0) <= 8 * EPS * values[1:]).all()
        assert np.abs(gradient(run.x[-1])).max() < 1e-9
        assert (np.linalg.eigvalsh(hessian(run.x[-1])) > 0).all()


METHODS = {
    "cubic": CubicNewton(24 * 2.0, WELL.hess),  # |f'''| = 24|x| ≤ 48 for |x| ≤ 2
    "adaptive": AdaptiveCubic(1.0, WELL.value, WELL.hess),
    "trust region": TrustRegion(0.5, WELL.value, WELL.hess),
    "Krylov": KrylovCubic(48.0, lambda x, v: np.einsum("rij,rj->ri", WELL.hess(x), v), 2, 1e-6),
}


@pytest.mark.parametrize("name", METHODS)
def test_every_method_leaves_the_saddle_of_the_double_well_and_its_stable_axis(name):
    draw = np.random.default_rng(3)
    run = trajectory(METHODS[name], WELL.grad, STARTS, 60, draw).x
    np.testing.assert_allclose(np.abs(run[-1]), np.broadcast_to([1, 0], STARTS.shape), atol=1e-5)
    values = WELL.value(run)
    assert (np.diff(values, axis=0) <= 1e-6 * (name == "Krylov")).all()


def test_newton_goes_to_the_saddle_from_nearby_and_from_everywhere_on_a_quadratic():
    run = trajectory(Newton(WELL.hess), WELL.grad, [[0.3, 1.0], [0.44, -2.0]], 20).x
    assert np.abs(run[-1]).max() < 1e-12
    assert np.abs(trajectory(Newton(SADDLE.hess), SADDLE.grad, STARTS, 1).x[1]).max() < 1e-14


def test_without_perturbation_krylovs_method_stays_at_a_saddle_and_on_its_stable_axis():
    """The hard case: the subspace misses the eigenvector."""
    product = lambda x, v: np.einsum("rij,rj->ri", WELL.hess(x), v)  # noqa: E731
    draw = np.random.default_rng(0)
    method = KrylovCubic(48.0, product, 2)
    run = trajectory(method, WELL.grad, [[0.0, 0.0], [0.0, 0.4]], 30, draw).x
    assert (run[..., 0] == 0).all()


def test_krylovs_step_on_the_whole_space_is_the_exact_one_but_for_the_hard_case():
    made = problems(21, 6, count=40)
    product = lambda v: np.einsum("rij,rj->ri", made.hessian, v)  # noqa: E731
    basis, matrix = lanczos(product, made.gradient, 9)
    np.testing.assert_allclose(
        np.einsum("rki,rij,rlj->rkl", basis, made.hessian, basis)[~made.hard], matrix[~made.hard],
        atol=1e-12,
    )  # fmt: skip
    first = np.einsum("rki,ri->rk", basis, made.gradient)
    found = cubic_step(first, matrix, made.size)
    step = np.einsum("rki,rk->ri", basis, found.step)
    exact = cubic_step(made.gradient, made.hessian, made.size)
    np.testing.assert_allclose(step[~made.hard], exact.step[~made.hard], rtol=1e-6, atol=1e-8)
    assert (found.decrease <= exact.decrease * (1 + 1e-12)).all()


def test_lanczos_ends_with_the_invariant_subspace():
    hessian = np.diag([1.0, 1.0, -2.0, 5.0])[None]
    basis, matrix = lanczos(lambda v: v @ hessian[0], np.array([[3.0, 4.0, 2.0, 0.0]]), 4)
    assert basis.any(axis=-1).tolist() == [[True, True, False, False]]
    np.testing.assert_allclose(np.linalg.eigvalsh(matrix[0, :2, :2]), [-2, 1], atol=1e-14)
    assert (np.diag(matrix[0])[2:] > 2).all()


def one_step(method, gradient=WELL.grad):
    return lambda: trajectory(method, gradient, STARTS, 1, np.random.default_rng(0))


def product_with(matrix, count=2):
    return one_step(KrylovCubic(1, lambda x, v: v @ np.array(matrix).T, count))


def values_that_are(value, method):
    return one_step(method(1, lambda x: value, WELL.hess))


def test_products_that_are_symmetric_but_for_rounding_are_taken():
    scaled = np.array([[1.0, 1e8], [1e8 * (1 + 1e-15), -3e-9]])
    for matrix in ([[2.0, 1.0], [1.0, 0.0]], scaled, np.zeros((2, 2)), np.eye(2)):
        product_with(matrix)()
    made = problems(22, 30, count=40)
    lanczos(lambda v: np.einsum("rij,rj->ri", made.hessian, v), made.gradient, 30)
    product_with([[1.0, 2.0], [0.0, 1.0]], count=1)()  # one product does not show it


@pytest.mark.parametrize("off", [(0, 5), (5, 0), (2, 3)])
def test_one_entry_off_symmetry_is_seen_by_the_products(off):
    made = problems(23, 6, count=1)
    matrix = made.hessian[0].copy()
    matrix[off] += 1e-6 * np.abs(matrix).max()
    with pytest.raises(UserError, match="no symmetric matrix"):
        lanczos(lambda v: v @ matrix.T, made.gradient, 6)


def bad_hessian(entries):
    return lambda: cubic_step(np.ones((1, 2)), np.array([entries]), 1.0)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: CubicNewton(0, WELL.hess), "M is 0"),
        (lambda: CubicNewton(-1, WELL.hess), "M is -1"),
        (lambda: CubicNewton(np.nan, WELL.hess), "M is nan"),
        (lambda: AdaptiveCubic(-1, WELL.value, WELL.hess), "M is -1"),
        (lambda: AdaptiveCubic(1, WELL.value, WELL.hess, accept=0.95), "accept is 0.95"),
        (lambda: AdaptiveCubic(1, WELL.value, WELL.hess, grow=1), "grow is 1"),
        (lambda: KrylovCubic(0, lambda x, v: v, 2), "M is 0"),
        (lambda: KrylovCubic(1, lambda x, v: v, 0), "products is 0"),
        (lambda: KrylovCubic(1, lambda x, v: v, 2, -1), "perturbation is -1"),
        (lambda: TrustRegion(-1, WELL.value, WELL.hess), "radius is -1"),
        (lambda: TrustRegion(2, WELL.value, WELL.hess, largest=1), "radius is 2"),
        (lambda: TrustRegion(1, WELL.value, WELL.hess, accept=0.5), "accept is 0.5"),
        (lambda: trust_region_step(np.ones((1, 2)), np.eye(2)[None], -1.0), "radius is -1.0"),
        (lambda: cubic_step(np.ones((1, 2)), np.eye(2)[None], 0.0), "M is 0.0"),
        (lambda: cubic_step(np.ones((2, 2)), np.ones((2, 2, 2)), np.ones(3)), "one a replica"),
        (lambda: cubic_step(np.ones(2), np.eye(2)[None], 1.0), r"shape \(replicas, d\)"),
        (lambda: cubic_step([[np.inf, 0]], np.eye(2)[None], 1.0), "finite gradients"),
        (lambda: cubic_step(np.ones((1, 2)), np.eye(3)[None], 1.0), r"shape \(1, 2, 2\)"),
        (bad_hessian([[1.0, 2.0], [3.0, 4.0]]), "not symmetric, by up to 1"),
        (bad_hessian([[np.nan, 0.0], [0.0, 1.0]]), "not finite"),
        (bad_hessian([[1.0, 1j], [-1j, 1.0]]), "Hessian is complex"),
        (lambda: cubic_step([[1j, 0]], np.eye(2)[None], 1.0), "gradient is complex"),
        (lambda: cubic_step([[1e200]], [[[1e200]]], 1e-200), "leaves the range of numbers"),
        (lambda: CubicNewton(1, None), "hessian is None; give a function"),
        (lambda: AdaptiveCubic(1, WELL.value, None), "hessian is None"),
        (lambda: AdaptiveCubic(1, None, WELL.hess), "value is None"),
        (lambda: TrustRegion(1, WELL.value, None), "hessian is None"),
        (lambda: Newton(None), "hessian is None"),
        (lambda: trajectory(Newton(lambda x: x), WELL.grad, STARTS, 1), "Hessian has shape"),
        (lambda: KrylovCubic(1, None, 2), "product is None; give a function"),
        (product_with([[1.0, 2.0], [0.0, 1.0]]), "KrylovCubic: product is that of no symmetric"),
        (product_with([[1.0, 0.0], [0.0, np.nan]]), "product gives a number that is not finite"),
        (product_with([[1.0, 2.0]]), r"product gives numbers that are of shape \(\d+, 1\)"),
        (one_step(KrylovCubic(1, lambda x, v: None, 2)), "product gives numbers that are object"),
        (one_step(KrylovCubic(1, lambda x, v: 1.0, 2)), r"of shape \(\)"),
        (one_step(KrylovCubic(1, lambda x, v: 1j * v, 2)), "are complex128"),
        (one_step(KrylovCubic(1, lambda x, v: v, 2), lambda x: x * np.nan), "gradient gives a num"),
        (values_that_are(np.full(len(STARTS), np.nan), TrustRegion), "TrustRegion: value is nan"),
        (values_that_are(np.full(len(STARTS), np.inf), AdaptiveCubic), "AdaptiveCubic: value is i"),
        (values_that_are(None, AdaptiveCubic), "value gives numbers that are object"),
        (values_that_are(1.0, TrustRegion), r"value gives numbers that are of shape \(\)"),
        (values_that_are(np.ones((len(STARTS), 1)), TrustRegion), r"give real ones of shape"),
    ],
)
def test_bad_input_is_refused_with_what_is_wrong(make, message):
    with pytest.raises(UserError, match=message):
        make()
