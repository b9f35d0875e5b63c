"""The chain of saddles is what its docstring says, and twice continuously differentiable."""

import numpy as np
import pytest
import sympy as sp

from provenscape.errors import UserError
from provenscape.models import landscapes

CHAIN = landscapes.saddle_chain(3, 2, 1)


def test_the_tube_has_the_curvatures_of_du_et_al():
    """Saddle i: earlier coordinates at 4τ with curvature 2L, −2γ along i, 2L along later ones."""
    for i in range(3):
        x = np.array([4.0] * i + [0.0] * (3 - i))
        np.testing.assert_allclose(CHAIN.grad(x), 0, atol=1e-12)
        expected = np.diag([2.0] * i + [-4.0] + [2.0] * (2 - i))
        np.testing.assert_allclose(CHAIN.hess(x), expected, atol=1e-12)


def test_the_end_of_the_tube_is_a_minimum_in_every_orthant():
    for signs in ((1, 1, 1), (-1, 1, -1)):
        x = 4.0 * np.array(signs)
        np.testing.assert_allclose(CHAIN.grad(x), 0, atol=1e-12)
        np.testing.assert_allclose(CHAIN.hess(x), 2 * np.eye(3), atol=1e-12)


def test_each_saddle_lies_lower_by_the_same_depth():
    heights = [CHAIN.value(np.array([4.0] * i + [0.0] * (3 - i))) for i in range(4)]
    drops = np.diff(heights)
    assert (drops < 0).all()
    np.testing.assert_allclose(drops, drops[0])


@pytest.mark.parametrize("edge", [1, 2])
def test_value_slope_and_curvature_are_continuous_at_the_seams(edge):
    single = landscapes.saddle_chain(2, 2, 1)
    below, above = (np.array([edge + s * 1e-9, 0.3]) for s in (-1, 1))
    for part in (single.value, single.grad, single.hess):
        np.testing.assert_allclose(part(below), part(above), atol=1e-6)


def test_between_the_seams_every_path_outwards_goes_down():
    single = landscapes.saddle_chain(1, 2, 1)
    x = np.linspace(0.01, 3.99, 400)[:, None]
    assert (single.grad(x) < 0).all()


@pytest.mark.parametrize("bad", [(0, 1, 1), (2, 0, 1), (2, 1, -1), (2, 1, 1, 0), (2, 0.5, 1)])
def test_wrong_numbers_are_refused(bad):
    with pytest.raises(UserError, match="saddle_chain"):
        landscapes.saddle_chain(*bad)


def test_the_definition_is_exact():
    assert not CHAIN.expression.atoms(sp.Float)
