"""The state after some steps is the last of `iterate`, to the last bit, in blocks too."""

import math
from itertools import islice

import numpy as np
import pytest

from provenscape.errors import UserError
from provenscape.models import landscapes
from provenscape.models.optimizers import (
    Adam,
    GradientDescent,
    HeavyBall,
    Nesterov,
    NoisyGradientDescent,
    PerturbedGradientDescent,
    WarmUp,
    after,
    base,
    iterate,
)
from provenscape.models.optimizers.perturbed import lengths, shorter

WELL = landscapes.get("double_well")
STEPS = 70
DETERMINISTIC = (
    GradientDescent(1 / 64),
    HeavyBall(1 / 64, 0.9),
    Nesterov(1 / 64, 0.9),
    Adam(1 / 64),
    WarmUp(1 / 64, 20),
)
RANDOM = (NoisyGradientDescent(1 / 64, 0.1), PerturbedGradientDescent(1 / 64, 1e-2, 1e-3, 20))


def starts(count: int) -> np.ndarray:
    return np.random.default_rng(1).uniform(-1, 1, (count, 2))


def last(method, start, generator):
    return next(islice(iterate(method, WELL.grad, start, generator), STEPS, None))


def assert_same(found, expected):
    np.testing.assert_array_equal(found.x, expected.x)
    assert set(found.memory) == set(expected.memory)
    for name, values in expected.memory.items():
        np.testing.assert_array_equal(found.memory[name], values)


@pytest.mark.parametrize("method", (*DETERMINISTIC, *RANDOM), ids=lambda m: type(m).__name__)
def test_one_block_ends_as_iterate_does(method):
    found = after(method, WELL.grad, starts(500), STEPS, np.random.default_rng(2))
    assert_same(found, last(method, starts(500), np.random.default_rng(2)))


@pytest.mark.parametrize("method", DETERMINISTIC, ids=lambda m: type(m).__name__)
@pytest.mark.parametrize("count", [64, 65, 500])
def test_blocks_end_as_the_whole_batch_does(method, count, monkeypatch):
    monkeypatch.setattr(base, "BLOCK", 64)
    assert_same(after(method, WELL.grad, starts(count), STEPS), last(method, starts(count), None))


@pytest.mark.parametrize("method", RANDOM, ids=lambda m: type(m).__name__)
def test_blocks_of_a_random_method_draw_one_after_another(method, monkeypatch):
    monkeypatch.setattr(base, "BLOCK", 64)
    found = after(method, WELL.grad, starts(150), STEPS, np.random.default_rng(2))
    generator = np.random.default_rng(2)
    parts = [last(method, part, generator) for part in np.split(starts(150), [64, 128])]
    np.testing.assert_array_equal(found.x, np.concatenate([part.x for part in parts]))
    for name, values in found.memory.items():
        np.testing.assert_array_equal(values, np.concatenate([p.memory[name] for p in parts]))
    assert not np.array_equal(found.x[:64], found.x[64:128])


def test_no_step_leaves_the_start_and_what_iterate_refuses_is_refused():
    method = GradientDescent(1 / 64)
    np.testing.assert_array_equal(after(method, WELL.grad, starts(5), 0).x, starts(5))
    with pytest.raises(UserError, match="steps is -1"):
        after(method, WELL.grad, starts(5), -1)
    for wrong in (1.0, [0.0, 1.0], np.zeros((0, 2)), [[math.nan, 0.0]]):
        with pytest.raises(UserError, match="start"):
            after(method, WELL.grad, wrong, 3)
    with pytest.raises(UserError, match="Generator"):
        after(RANDOM[0], WELL.grad, starts(5), 3)


@pytest.mark.parametrize("bound", [1e-200, 1e-160, 1e-3, 0.1, 1 / 3, 1.0, 7e5, 1e160])
@pytest.mark.parametrize("width", [1, 2, 3, 4, 7])
def test_a_row_is_shorter_exactly_if_its_length_is_at_most_the_bound(bound, width):
    draw = np.random.default_rng(width)
    rows = draw.normal(size=(20_000, width))
    rows *= bound / np.linalg.norm(rows, axis=-1, keepdims=True)  # at the bound up to rounding
    rows[:4, 0] = [math.nan, math.inf, 0.0, bound]
    rows[2:4, 1:] = 0
    with np.errstate(over="ignore", invalid="ignore"):
        expected = lengths(rows) <= bound
        np.testing.assert_array_equal(shorter(rows, bound), expected)
    assert expected.any() and not expected.all()
