"""The first-order chain: derivatives, certified constants, its slope, one coordinate a gradient."""

import numpy as np
import pytest
from flint import arb
from scipy.integrate import quad
from scipy.optimize import minimize

from provenscape.errors import UserError
from provenscape.models.hard_instances.first_order_chain import (
    BEND,
    QUADRATIC,
    SLOPE,
    START,
    TURN,
    FirstOrderChain,
    drops_ball,
    fitted,
    upsilon,
    upsilon_ball,
)

CHAIN = FirstOrderChain(5, 0.3)
FAR = 50


@pytest.fixture
def points():
    return np.random.default_rng(11).uniform(-2, 2, (500, 6))


def below(function, bound, left, right, depth=40):
    """Whether the function is below the bound on an interval, by bisection with balls."""
    if function(arb((left + right) / 2, (right - left) / 2)) < bound:
        return True
    if depth == 0 or not function(arb((left + right) / 2)) < bound:
        return False
    middle = (left + right) / 2
    return below(function, bound, left, middle, depth - 1) and below(
        function, bound, middle, right, depth - 1
    )


def test_derivatives_are_those_of_the_value(points):
    step = 1e-5
    shifts = step * np.eye(6)
    slopes = [(CHAIN.value(points + s) - CHAIN.value(points - s)) / (2 * step) for s in shifts]
    bends = [(CHAIN.grad(points + s) - CHAIN.grad(points - s)) / (2 * step) for s in shifts]
    assert np.allclose(np.stack(slopes, 1), CHAIN.grad(points), atol=1e-5)
    assert np.allclose(np.stack(bends, 2), CHAIN.hess(points), atol=1e-5)
    t = np.linspace(-3, 3, 61)
    turn = (upsilon(t + step, 2) - upsilon(t - step, 2)) / (2 * step)
    assert np.allclose(turn, upsilon(t, 3), atol=1e-4)


def test_the_function_is_the_integral():
    for t in (-2.0, 0.0, 0.5, 1.0, 4.0):
        exact, _ = quad(lambda s: 120 * s**2 * (s - 1) / (1 + s**2), 1, t)
        assert upsilon(np.array(t)) == pytest.approx(exact, abs=1e-9)


@pytest.mark.parametrize("order", range(4))
def test_floats_lie_in_the_balls(order):
    t = np.linspace(-3, 3, 61)
    for place, value in zip(t, upsilon(t, order), strict=True):
        assert abs(upsilon_ball(arb(float(place)), order) - arb(float(value))) < 1e-10


@pytest.mark.parametrize(
    ("order", "sign", "bound", "sharp"),
    [(2, 1, BEND, 179.9), (2, -1, 33, 32.9), (3, 1, TURN, 162.2), (3, -1, TURN, 314)],
)
def test_derivatives_are_below_the_constants(order, sign, bound, sharp):
    """On [−50, 50] by balls; beyond, |Υ'' − 120| ≤ 240/(1 + t²), |Υ'''| ≤ 120 · 16 |t|³/t⁶ < 1."""
    assert below(lambda t: sign * upsilon_ball(t, order), bound, -FAR, FAR)
    assert not below(lambda t: sign * upsilon_ball(t, order), sharp, -FAR, FAR)
    t = np.array([-1e3, -FAR, FAR, 1e3])
    assert (abs(upsilon(t, 2) - 120) <= 240 / (1 + t**2)).all() and (abs(upsilon(t, 3)) < 1).all()


def test_the_start_is_as_high_as_said():
    assert upsilon_ball(arb(0)) < START and not upsilon_ball(arb(0)) < START - 0.01
    for mu in (0.01, 0.3, 1.0):
        chain = FirstOrderChain(7, mu)
        assert chain.value(np.ones((1, 8)))[0] == pytest.approx(0, abs=1e-12)
        gap = np.sqrt(mu) / 2 + 7 * mu * upsilon(np.array(0.0))
        assert chain.value(np.zeros((1, 8)))[0] == pytest.approx(gap)


def test_what_the_proof_of_the_slope_uses():
    """Υ' < −1 for 1/10 ≤ t ≤ 9/10 and t ≤ −1/10, Υ' ≤ 0 up to 1; the drops; A ≥ ½."""

    def slope(t):
        return upsilon_ball(t, 1)

    assert below(slope, -1, 0.1, 0.9) and below(slope, -1, -FAR, -0.1)
    assert not below(slope, -1, 0.05, 0.9) and not below(slope, -1, -FAR, -0.05)
    assert (np.diff(upsilon(np.linspace(-1e4, -FAR, 1000), 1)) > 0).all()  # less further left
    t = np.linspace(-3, 3, 601)
    assert (np.sign(upsilon(t, 1)) * np.sign(t - 1) >= 0).all()
    assert drops_ball(arb("0.5")) > arb("0.2") and not drops_ball(arb("0.49")) > arb("0.21")
    exact, _ = quad(lambda t: 0.5 - np.sqrt(0.5 + t) / 4, 1, (2 - 1 / 16) ** 2 - 0.5)
    assert abs(drops_ball(arb("0.5")) - arb(exact)) < 1e-9
    # 4/(5(s + u)) − √s/4 at u = s falls in s, and is above ½ at its end s = ½
    assert arb(4) / 5 - arb("0.5").sqrt() / 4 > arb("0.5")


@pytest.mark.parametrize("mu", [1.0, 0.3, 0.05, 0.01])
@pytest.mark.parametrize("length", [2, 5, 20])
def test_no_search_finds_a_shorter_gradient_with_the_end_at_zero(mu, length):
    chain = FirstOrderChain(length, mu)
    draw = np.random.default_rng(5)

    def size(y):
        x = np.append(y, [0.0, 0.0])[None]
        slope = chain.grad(x)[0]
        return slope @ slope, 2 * (chain.hess(x)[0] @ slope)[:-2]

    starts = [draw.uniform(-1, 1.5, length - 1) for _ in range(10)]
    starts += [np.linspace(1, 0, length - 1), np.ones(length - 1), np.zeros(length - 1)]
    least = min(minimize(size, start, jac=True).fun for start in starts) ** 0.5
    assert least > chain.slope
    far = np.ones((1, length + 1))
    assert np.linalg.norm(chain.grad(far)) < SLOPE * mu**0.75  # not so if the end is found


def test_curvature_is_within_the_constants(points):
    values = np.linalg.eigvalsh(CHAIN.hess(points))
    assert values.max() < CHAIN.smoothness and values.min() > -33 * CHAIN.mu
    for mu in (0.01, 0.3, 1.0):
        plain = FirstOrderChain(30, mu)
        quadratic = plain.hess(np.zeros((1, 31)))[0]
        quadratic[np.arange(30), np.arange(30)] -= mu * upsilon(np.array(0.0), 2)
        assert np.linalg.eigvalsh(quadratic).max() < QUADRATIC


@pytest.mark.parametrize("found", range(5))
def test_a_gradient_shows_one_more_coordinate(points, found):
    x = points.copy()
    x[:, found:] = 0
    assert (CHAIN.progress(x) == found).all()
    slope = CHAIN.grad(x)
    assert (slope[:, found + 1 :] == 0).all() and (slope[:, found] != 0).all()


def test_accuracy_fits_the_length():
    for mu in (1.0, 0.1, 0.01, 1e-4):
        epsilon, length = fitted(mu)
        scale = 1 / (4 + 181 * mu)
        stretch = 315 * mu * scale
        made = FirstOrderChain(length, mu)
        assert scale * made.smoothness == pytest.approx(1)
        gap = scale * stretch**2 * (np.sqrt(mu) / 2 + 7.35 * mu * np.array([length, length + 1]))
        assert gap[0] <= 1 < gap[1]
        assert epsilon == pytest.approx(scale * stretch * made.slope)
    (first, short), (second, long) = fitted(1e-6), fitted(1e-7)
    assert np.log(long / short) / np.log(first / second) == pytest.approx(12 / 7, abs=1e-3)


@pytest.mark.parametrize(
    "bad",
    [
        lambda: FirstOrderChain(0, 0.5),
        lambda: FirstOrderChain(3, 0),
        lambda: FirstOrderChain(3, 1.5),
        lambda: FirstOrderChain(3, np.nan),
        lambda: CHAIN.grad(np.zeros((3, 5))),
        lambda: CHAIN.value(np.zeros(6)),
        lambda: fitted(2.0),
        lambda: fitted(-1.0),
    ],
)
def test_bad_input_is_told(bad):
    with pytest.raises(UserError, match="give"):
        bad()
