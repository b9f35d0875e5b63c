"""The relative Hessian, data of each replica's own, and the trace, against dense Hessians."""

import jax
import numpy as np
import pytest
from jax.flatten_util import ravel_pytree

from provenscape.errors import UserError
from provenscape.models.networks import curvature, losses
from provenscape.models.networks.mlp import MLP

NETWORK = MLP((3, 4, 4, 2))
GENERATOR = np.random.default_rng(5)
INPUTS = GENERATOR.standard_normal((2, 7, 3))
LABELS = GENERATOR.integers(0, 2, (2, 7))
START = NETWORK.initial(GENERATOR, 2, dtype=np.float64)


def eigenvalues(parameters, inputs=INPUTS, labels=LABELS, **options):
    generator = np.random.default_rng(1)
    return curvature.hessian_eigenvalues(
        NETWORK, losses.cross_entropy, parameters, inputs, labels, generator, 20, **options
    )[0]


UNFLATTEN = ravel_pytree(jax.tree.map(lambda a: a[0], START))[1]
HESSIAN = jax.jit(jax.hessian(lambda v, *data: losses.cross_entropy(NETWORK, UNFLATTEN(v), *data)))


def dense(replica):
    flat, _ = ravel_pytree(jax.tree.map(lambda a: a[replica], START))
    return np.asarray(HESSIAN(flat, INPUTS[replica], LABELS[replica])), np.asarray(flat)


@pytest.mark.parametrize("replica", [0, 1])
def test_each_replica_has_the_hessian_of_its_own_data(replica):
    hessian, theta = dense(replica)
    relative = theta[:, None] * hessian * theta
    largest = eigenvalues(START)[replica, -1], eigenvalues(START, relative=True)[replica, -1]
    expected = np.linalg.eigvalsh(hessian)[-1], np.linalg.eigvalsh(relative)[-1]
    assert largest == pytest.approx(expected, rel=1e-6)


def test_shared_data_are_data_of_each_replica():
    shared = eigenvalues(START, INPUTS[0], LABELS[0])
    own = eigenvalues(START, np.stack([INPUTS[0]] * 2), np.stack([LABELS[0]] * 2))
    np.testing.assert_allclose(shared, own, atol=1e-12)


def test_scaling_of_units_changes_the_hessian_and_not_the_relative_one():
    first, second, third = START
    scaled = [
        jax.tree.map(lambda a: 8 * a, first),
        second | {"weights": second["weights"] / 8},
        third,
    ]
    assert (eigenvalues(scaled)[:, -1] > 3 * eigenvalues(START)[:, -1]).all()
    both = (eigenvalues(theta, relative=True)[:, -1] for theta in (START, scaled))
    np.testing.assert_allclose(*both, rtol=1e-6)


def test_the_trace_is_the_mean_of_the_forms():
    forms = curvature.hessian_trace(
        NETWORK, losses.cross_entropy, START, INPUTS, LABELS, np.random.default_rng(2), 4_000
    )
    error = forms.std(axis=1) / forms.shape[1] ** 0.5
    exact = [np.trace(dense(replica)[0]) for replica in range(2)]
    assert (abs(forms.mean(axis=1) - exact) < 5 * error).all()


def test_what_does_not_fit_is_refused():
    with pytest.raises(UserError, match="2 networks, data for 1 and 1"):
        eigenvalues(START, INPUTS[:1], LABELS[:1])
    with pytest.raises(UserError, match="not finite"):
        eigenvalues(jax.tree.map(lambda a: a * np.nan, START))
