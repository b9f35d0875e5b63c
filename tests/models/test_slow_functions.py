"""Functions on which one method is slow: derivatives, constants, steps, and what is refused."""

import numpy as np
import pytest

from provenscape.errors import UserError
from provenscape.models.hard_instances import SlowForCubic, SlowForDescent, SlowForNewton
from provenscape.models.hard_instances.slow import GRADIENT_CONSTANT, HESSIAN_CONSTANT

K = np.arange(1, 32)
HALF, TWO_THIRDS = K**-0.55, K**-0.7
CASES = [(SlowForDescent, HALF), (SlowForCubic, TWO_THIRDS), (SlowForNewton, HALF)]


def spread(make, slopes, count=4_000, seed=5):
    """The function, once for each of many points on and off its cells."""
    f = make(np.tile(slopes, (count, 1)))
    last = f.places[0, -1] if f.dimension == 1 else len(slopes) - 1
    return f, np.random.default_rng(seed).uniform(-1, last + 1, (count, f.dimension))


@pytest.mark.parametrize(("make", "slopes"), CASES)
def test_derivatives_are_those_of_the_value(make, slopes):
    f, x = spread(make, slopes)
    for i, h in enumerate(1e-5 * np.eye(f.dimension)):
        slope = (f.value(x + h) - f.value(x - h)) / 2e-5
        assert np.allclose(slope, f.grad(x)[:, i], atol=1e-5)
        if make is not SlowForDescent:
            bend = (f.grad(x + h) - f.grad(x - h)) / 2e-5
            assert np.allclose(bend, f.hess(x)[:, :, i], atol=1e-3)


@pytest.mark.parametrize(("make", "slopes"), CASES)
def test_values_and_slopes_do_not_jump_between_cells(make, slopes):
    """Of a cell with wrong values the derivatives are wrong in the same way."""
    f = make(np.tile(slopes, (len(slopes), 1)))
    places = f.places[0] if f.dimension == 1 else np.arange(len(slopes))
    at = np.stack([*[np.full(len(slopes), 0.3)] * (f.dimension - 1), places], axis=1)
    across = np.eye(f.dimension)[-1] * 1e-9
    assert np.allclose(f.value(at - across), f.value(at + across), atol=1e-7)
    assert np.allclose(f.grad(at - across), f.grad(at + across), atol=1e-7)


@pytest.mark.parametrize(
    ("make", "slopes", "order", "constant"),
    [
        (SlowForDescent, HALF, "grad", 1),
        (SlowForCubic, TWO_THIRDS, "hess", 1),
        (SlowForNewton, HALF, "grad", GRADIENT_CONSTANT),
        (SlowForNewton, HALF, "hess", HESSIAN_CONSTANT),
    ],
)
def test_lipschitz_constants_hold_and_not_much_smaller_ones(make, slopes, order, constant):
    f, x = spread(make, slopes, count=20_000)
    y = x + 1e-3 * np.random.default_rng(6).standard_normal(x.shape)
    change = (getattr(f, order)(y) - getattr(f, order)(x)).reshape(len(x), -1)
    ratio = np.linalg.norm(change, axis=1) / np.linalg.norm(y - x, axis=1)
    assert ratio.max() <= constant * (1 + 1e-6)
    assert ratio.max() >= constant / 5


def test_the_first_cells_have_the_values_that_are_known_exactly():
    halves = np.array([[1, 1 / 2, 1 / 4]])
    descent, cubic, newton = (f(halves) for f in (SlowForDescent, SlowForCubic, SlowForNewton))
    assert descent.value(np.array([[1.0]])) == -(4 + 3 / 4) / 8
    assert descent.grad(np.array([[1 - 5 / 16]])) == -5 / 16  # where |f'| is least
    assert cubic.grad(np.array([[np.sqrt(2)]])) == pytest.approx(-1 / 2)
    assert cubic.value(np.array([[np.sqrt(2)]])) == pytest.approx(-np.sqrt(2) * 3 / 4)
    assert newton.grad(newton.start()).tolist() == [[-1, -1]]
    assert newton.hess(newton.start()).tolist() == [[[1, 0], [0, 1]]]
    assert newton.value(newton.start()) == 1 / 2
    after = np.array([[0.0, 1.0]])
    assert np.allclose(newton.grad(after), [[-1 / 2, -1 / 4]])
    assert np.allclose(newton.hess(after), np.diag([1, 1 / 4]))
    assert np.allclose(newton.value(after), 1 / 2 - 1)


@pytest.mark.parametrize("make", [SlowForDescent, SlowForCubic, SlowForNewton])
@pytest.mark.parametrize(
    ("slopes", "message"),
    [
        ([[1.0]], "2 or more"),
        ([1.0, 0.5], "of shape"),
        ([[1, 0]], "above 0"),
        ([[1, np.nan]], "finite"),
        ([[1, 2]], "do not grow"),
    ],
)
def test_sequences_that_do_not_fit_are_refused(make, slopes, message):
    with pytest.raises(UserError, match=message):
        make(slopes)


def test_steep_falls_and_points_of_another_shape_are_refused():
    with pytest.raises(UserError, match=r"2\.0-fold"):
        SlowForCubic([[1, 0.4]])
    for f, point in ((SlowForDescent([[1, 1]]), [[0, 0]]), (SlowForNewton([[1, 1]]), [[0]])):
        with pytest.raises(UserError, match="one a replica"):
            f.grad(np.array(point))
