"""A student of rectified units: its derivatives, its loss by sampling, what balls enclose."""

import numpy as np
import pytest
from flint import arb

from provenscape.errors import UserError
from provenscape.models.landscapes import student_teacher
from provenscape.models.landscapes.student_teacher import certified_point

START = (1.0, -0.03, 0.27, 0.19, -0.62)


def weights(k=4):
    return np.random.default_rng(7).normal(size=(k, k))


def differences(function, W):
    step = 1e-6
    unit = step * np.eye(W.size).reshape(-1, *W.shape)
    return np.array([(function(W + e) - function(W - e)).ravel() / (2 * step) for e in unit])


def test_the_loss_is_the_mean_over_normal_inputs():
    W = weights(3)
    x = np.random.default_rng(0).standard_normal((400_000, 3))
    gaps = np.maximum(0, x @ W.T).sum(1) - np.maximum(0, x).sum(1)
    error = 4 * np.std(gaps**2 / 2) / np.sqrt(len(x))
    assert abs(student_teacher._loss(W, 3) - (gaps**2 / 2).mean()) < error


def test_the_gradient_and_the_hessian_agree_with_differences():
    W = weights()
    slopes = differences(lambda V: np.array([student_teacher._loss(V, 4)]), W)[:, 0]
    assert np.allclose(student_teacher._gradient(W, 4).ravel(), slopes, atol=1e-8)
    bends = differences(lambda V: student_teacher._gradient(V, 4), W)
    assert np.allclose(student_teacher._hessian(W, 4), bends, atol=1e-7)


def test_balls_hold_what_floats_compute():
    W = weights()
    balls = np.vectorize(lambda value: arb(float(value), 1e-9), otypes=[object])(W)
    for name in ("_loss", "_gradient", "_hessian"):
        function = getattr(student_teacher, name)
        for ball, value in zip(np.ravel(function(balls, 4)), np.ravel(function(W, 4)), strict=True):
            assert ball.overlaps(arb(float(value), 1e-12))


def test_the_gradient_keeps_the_pattern_of_the_weights():
    k = 5
    found = student_teacher._gradient(student_teacher._matrix(list(START), k), k).ravel()
    basis = student_teacher._basis(k)
    assert np.allclose(found, basis.T @ (basis @ found / basis.sum(axis=1)))


def test_the_point_is_stationary_and_its_curvature_enclosed():
    point = certified_point(6, START)
    W = student_teacher._matrix([float(ball.mid()) for ball in point.parameters], 6)
    assert np.abs(student_teacher._gradient(W, 6)).max() < 1e-12
    least = np.linalg.eigvalsh(student_teacher._hessian(W, 6))[0]
    assert point.curvature.contains(arb(float(least))) and point.curvature > 0
    assert point.loss > 0.025


def test_a_matrix_with_a_smaller_eigenvalue_is_told_apart():
    matrix = np.diag([2.0, -1.0, 3.0])
    balls = np.vectorize(lambda value: arb(float(value)), otypes=[object])(matrix)
    found = student_teacher._least_eigenvalue(balls)
    assert found.contains(arb(-1)) and found < 0
    wide = np.vectorize(lambda value: arb(float(value), 1e-3), otypes=[object])(matrix)
    with pytest.raises(UserError, match="curvature"):
        student_teacher._least_eigenvalue(wide)


def test_a_box_with_no_zero_of_the_gradient_is_refused(monkeypatch):
    monkeypatch.setattr(student_teacher, "_newton", lambda k, start: start)
    with pytest.raises(UserError, match="no zero"):
        certified_point(6, START)


@pytest.mark.parametrize(
    ("k", "start"), [(2, START), (0, START), (6, START[:4]), (6, (float("nan"),) * 5)]
)
def test_bad_input_is_refused(k, start):
    with pytest.raises(UserError):
        certified_point(k, start)
