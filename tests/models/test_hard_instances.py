"""The chain: its derivatives, its slope until the end, one coordinate a query, its constants."""

import numpy as np
import pytest
from flint import arb

from provenscape.errors import UserError
from provenscape.models.hard_instances import (
    FALL,
    LIPSCHITZ,
    Chain,
    accuracy,
    phi,
    phi_ball,
    psi,
    psi_ball,
)

CHAIN = Chain(5)


@pytest.fixture
def points():
    return np.random.default_rng(7).uniform(-2.5, 2.5, (20_000, CHAIN.length))


def test_derivatives_are_those_of_the_value(points):
    x, step = points[:50], 1e-5
    shifts = step * np.eye(CHAIN.length)
    slopes = [(CHAIN.value(x + s) - CHAIN.value(x - s)) / (2 * step) for s in shifts]
    bends = [(CHAIN.grad(x + s) - CHAIN.grad(x - s)) / (2 * step) for s in shifts]
    assert np.allclose(np.stack(slopes, 1), CHAIN.grad(x), atol=1e-6)
    assert np.allclose(np.stack(bends, 2), CHAIN.hess(x), atol=1e-5)


@pytest.mark.parametrize("order", range(4))
def test_floats_lie_in_the_balls(order):
    t = np.linspace(0.51, 4, 200)
    u = 1 / (2 * t - 1)
    assert all(
        abs(psi_ball(arb(float(place)), order) - arb(float(value))) < 1e-9
        for place, value in zip(u, psi(t, order), strict=True)
    )
    if order:
        assert all(
            abs(phi_ball(arb(float(place)), order) - arb(float(value))) < 1e-12
            for place, value in zip(t, phi(t, order), strict=True)
        )


def test_the_gradient_is_longer_than_one_until_all_coordinates_are_found(points):
    unfinished = (np.abs(points) < 1).any(axis=1)
    assert (np.linalg.norm(CHAIN.grad(points[unfinished]), axis=1) > 1).all()
    finished = np.full((1, CHAIN.length), 8.0)
    assert np.linalg.norm(CHAIN.grad(finished)) < 1


def test_fall_and_curvature_are_within_the_constants(points):
    assert CHAIN.value(np.zeros((1, 5))) - CHAIN.value(points).min() < FALL * CHAIN.length
    assert np.abs(np.linalg.eigvalsh(CHAIN.hess(points[:4000]))).max() < LIPSCHITZ[1]


def test_what_is_not_found_is_not_pushed(points):
    x = points.copy()
    x[:, 2:] *= 0.19
    assert (CHAIN.grad(x)[:, 3:] == 0).all() and (CHAIN.hess(x)[:, 3:] == 0).all()
    assert (CHAIN.progress(x) <= 2).all()


@pytest.mark.parametrize(("order", "constant"), LIPSCHITZ.items())
def test_a_longer_chain_is_a_finer_accuracy(order, constant):
    eps = np.array([accuracy(order, length) for length in (1, 10, 100)])
    lengths = eps ** (-(order + 1) / order) / (FALL * constant ** (1 / order))
    assert np.allclose(lengths, [1, 10, 100])


@pytest.mark.parametrize(
    "bad",
    [
        lambda: Chain(0),
        lambda: Chain(2.5),
        lambda: CHAIN.grad(np.zeros((3, 4))),
        lambda: CHAIN.progress(np.zeros(5)),
        lambda: accuracy(3, 8),
        lambda: accuracy(1, 0),
    ],
)
def test_bad_input_is_told(bad):
    with pytest.raises(UserError, match="give"):
        bad()
