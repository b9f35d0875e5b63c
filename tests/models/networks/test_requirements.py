"""What does not fit a network is refused in one line that says what, never by JAX or NumPy."""

import jax
import numpy as np
import pytest

from provenscape.errors import UserError
from provenscape.models.networks import (
    TwoLayerNetwork,
    alignment,
    barriers,
    curvature,
    digits,
    losses,
    random_data,
    tangent,
    training,
)
from provenscape.models.networks.mlp import MLP
from provenscape.models.networks.stack import Design, Stack

NAN = float("nan")
NETWORK = MLP((3, 4, 2))
WIDER = MLP((3, 5, 2))
ONE = MLP((3, 4, 1), "tanh")


def rng():
    return np.random.default_rng(0)


START = NETWORK.initial(rng(), 2, dtype=np.float64)
LONE = ONE.initial(rng(), 2, dtype=np.float64)
X, Y = rng().standard_normal((7, 3)), np.array([0, 1, 0, 1, 1, 0, 1])
EACH = rng().standard_normal((2, 7, 3))
ORDER = training.batches(rng(), 2, 7, 2, 4)


def changed(array, value):
    found = np.array(array, float if isinstance(value, float) else None)
    found.flat[0] = value
    return found


def train(loss=losses.cross_entropy, start=START, x=X, y=Y, order=ORDER, step=0.1, **more):
    return training.train(NETWORK, loss, start, x, y, order, step, **more)


def eigenvalues(start=START, x=X, y=Y, steps=3, loss=losses.cross_entropy, generator=None):
    return curvature.hessian_eigenvalues(NETWORK, loss, start, x, y, generator or rng(), steps)


def along(first=START, second=START, shares=(0.0, 1.0), x=X, y=Y, rows=ORDER[:, 0], measures=None):
    measures = (losses.cross_entropy,) if measures is None else measures
    return barriers.along(NETWORK, measures, first, second, np.array(shares), x, y, rows)


def descend(start=LONE, x=EACH, y=EACH[:, :5, 0], step=0.1, steps=2, scale=1.0):
    return tangent.descend(ONE, start, x, y, step, steps, scale)


def two(x=X, y=X[:, 0], width=3, **more):
    return TwoLayerNetwork(width, x, y, **more)


def stack():
    net = Stack(3, 4, 3, 2)
    return net, jax.tree.map(lambda a: a[0], net.initial(rng(), 1, Design()))


SMALL = WIDER.initial(rng(), 2, dtype=np.float64)
FEWER = NETWORK.initial(rng(), 1, dtype=np.float64)
SINGLE = jax.tree.map(lambda a: a[0], START)
BROKEN = [START[0] | {"weights": np.full((2, 3, 4), NAN)}, START[1]]


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: train(order=ORDER + 6), "but there are 7"),
        (lambda: train(order=ORDER - 1), "examples -1 to"),
        (lambda: train(order=ORDER * 1.0), "whole numbers with 3 axes"),
        (lambda: train(order=ORDER[0]), "whole numbers with 3 axes"),
        (lambda: train(y=Y + 1), "labels go from 1 to 2; 2 outputs have 0 to 1"),
        (lambda: train(y=Y - 1), "labels go from -1"),
        (lambda: train(y=Y[:5]), r"targets have shape \(5,\)"),
        (lambda: train(y=Y * 1.0), "labels are float64; give whole numbers"),
        (lambda: train(y=changed(Y, NAN)), "targets have an entry that is not a finite"),
        (lambda: train(y=np.array(["a"] * 7)), "targets have an entry"),
        (lambda: train(x=changed(X, NAN)), "inputs have an entry that is not a finite"),
        (lambda: train(x=changed(X, np.inf)), "inputs have an entry that is not a finite"),
        (lambda: train(x=X[:, :2]), r"inputs have shape \(7, 2\); give \(n, d\) with d = 3"),
        (lambda: train(x=X[:0], y=Y[:0]), r"inputs have shape \(0, 3\)"),
        (lambda: train(losses.squared_error, y=changed(X[:, :2], NAN)), "targets have an entry"),
        (lambda: train(losses.squared_error), r"targets have shape \(2,\), outputs \(2, 2\)"),
        (lambda: train(y=X[:, :2]), r"labels have shape \(2, 2\) for 2 examples"),
        (lambda: train(step=NAN), "step is nan"),
        (lambda: train(step=-1.0), "step is -1.0"),
        (lambda: train(step=np.ones(3)), r"step has shape \(3,\); give one number or 2"),
        (lambda: train(step="long"), "step is 'long'"),
        (lambda: train(momentum=2.0), "momentum is 2.0"),
        (lambda: train(momentum=NAN), "momentum is nan"),
        (lambda: train(records=0), "records is 0"),
        (lambda: train(start=SMALL), "the layers' shapes are"),
        (lambda: train(start=SINGLE), "the layers' shapes are"),
        (lambda: train(start=[]), "no first layer"),
        (lambda: train(start=None), "no first layer"),
        (lambda: training.batches(7, 1, 5, 2, 1), "generator is 7"),
        (lambda: training.batches(rng(), 1, 0, 2, 1), "count is 0"),
        (lambda: NETWORK.initial(rng(), 1, NAN), "scale is nan"),
        (lambda: NETWORK.initial(None, 1), "generator is None"),
        (lambda: NETWORK.outputs(SINGLE, X[0]), r"inputs have shape \(3,\)"),
        (lambda: NETWORK.outputs(START, X), "the layers' shapes are"),
        (lambda: NETWORK.outputs(3, X), "no list of layers"),
        (lambda: NETWORK.outputs(SINGLE, X, X[:, :1]), r"inputs have shape \(7, 1\)"),
        (lambda: losses.cross_entropy(NETWORK, SINGLE, X, Y * NAN), "labels are float64"),
        (lambda: losses.cross_entropy(NETWORK, SINGLE, X, Y[:3]), r"labels have shape \(3,\)"),
        (lambda: losses.error_rate(NETWORK, SINGLE, X, Y * 1.0), "labels are float64"),
        (lambda: losses.squared_error(NETWORK, SINGLE, X, X), r"outputs \(7, 2\)"),
        (lambda: stack()[0].outputs(stack()[1], X[:, :2]), r"inputs have shape \(7, 2\)"),
        (lambda: stack()[0].outputs(stack()[1][:2], X), "the layers' shapes are"),
        (lambda: eigenvalues(x=X[:, :2]), r"inputs have shape \(7, 2\)"),
        (lambda: eigenvalues(y=Y + 1), "labels go from 1 to 2"),
        (lambda: eigenvalues(y=changed(Y, NAN)), "targets have an entry"),
        (lambda: eigenvalues(steps=0), "steps is 0"),
        (lambda: eigenvalues(start=SMALL), "the layers' shapes are"),
        (lambda: eigenvalues(generator=3), "generator is 3"),
        (
            lambda: curvature.hessian_trace(
                NETWORK, losses.cross_entropy, START, X, Y, rng(), probes=0
            ),
            "probes is 0",
        ),
        (lambda: along(second=SMALL), "the layers' shapes are"),
        (lambda: along(second=FEWER), "the layers' shapes are"),
        (lambda: along(shares=(0.0, NAN)), "shares have an entry"),
        (lambda: along(shares=0.5), "shares with one axis"),
        (lambda: along(measures=()), "give one measure or more"),
        (lambda: along(rows=ORDER[:, 0] + 7), "but there are 7"),
        (lambda: along(rows=ORDER[:1, 0]), "2 networks, rows for 1"),
        (lambda: along(y=Y * NAN), "targets have an entry"),
        (lambda: along(y=Y + 1), "labels go from 1 to 2"),
        (lambda: barriers.barrier(np.array([]), np.array([])), "from 0 to 1"),
        (lambda: barriers.barrier(np.array(1.0), np.array([0.0, 1.0])), "from 0 to 1"),
        (lambda: alignment.match_weights(NETWORK, START, SMALL), "the layers' shapes are"),
        (lambda: alignment.match_weights(NETWORK, START, FEWER), "the layers' shapes are"),
        (lambda: alignment.match_weights(WIDER, START, START), "the layers' shapes are"),
        (lambda: alignment.match_weights(NETWORK, START, BROKEN), "weights have an entry"),
        (lambda: alignment.match_activations(NETWORK, START, SMALL, EACH), "the layers' shapes"),
        (lambda: alignment.match_activations(NETWORK, START, START, X), r"\(replicas, n, d\)"),
        (lambda: alignment.match_activations(NETWORK, START, START, EACH[:1]), "inputs for 1"),
        (
            lambda: alignment.match_activations(NETWORK, START, START, changed(EACH, NAN)),
            "inputs have an entry",
        ),
        (lambda: alignment.permute(START, [np.zeros((2, 3), int)]), "give permutations"),
        (lambda: tangent.tangent_kernel(ONE, LONE, X), r"give \(replicas, n, d\)"),
        (lambda: tangent.tangent_kernel(ONE, LONE, EACH[:1]), "2 networks, inputs for 1"),
        (lambda: tangent.tangent_kernel(ONE, START, EACH), "the layers' shapes are"),
        (lambda: descend(x=changed(EACH, NAN)), "inputs have an entry"),
        (lambda: descend(y=EACH), r"give \(replicas, k\)"),
        (lambda: descend(step=NAN), "step is nan"),
        (lambda: descend(step=np.ones(3)), r"step has shape \(3,\)"),
        (lambda: descend(steps=-1), "steps is -1"),
        (lambda: descend(scale=NAN), "scale is nan"),
        (lambda: descend(scale=0.0), "scale is 0.0"),
        (lambda: two(x=changed(X, NAN)), "inputs have an entry"),
        (lambda: two(y=changed(X[:, 0], NAN)), "targets have an entry"),
        (lambda: two(scaling=NAN), "scaling is nan"),
        (lambda: two().loss(np.ones((2, 5))), r"give \(replicas, 12\)"),
        (lambda: two().kernel(np.ones(12)), r"give \(replicas, 12\)"),
        (lambda: two().initial(rng(), 0), "replicas is 0"),
        (lambda: random_data(rng(), 0, 3), "count is 0"),
        (lambda: random_data(None, 2, 3), "generator is None"),
        (lambda: digits.drawn(rng(), 1, 2, np.arange(0)), "labels is 0"),
        (lambda: digits.split(None), "generator is None"),
        (lambda: digits.require_classes(np.array([range(10), [1] * 10])), "replica 1 have no"),
    ],
)
def test_bad_input_has_one_clear_error(call, says):
    with pytest.raises(UserError, match=says):
        call()


def test_a_replica_that_is_nan_may_be_trained_on():
    assert np.isnan(train(start=[BROKEN[0], START[1]])[0]["weights"]).all()
    assert np.isfinite(train(step=0.0)[0]["weights"]).all()


def test_without_64_bits_networks_are_refused():
    def start():
        MLP((3, 2)).initial(np.random.default_rng(0), 1, dtype=np.float64)

    with jax.enable_x64(False):
        for call in (start, train, eigenvalues, along, descend):
            with pytest.raises(UserError, match="JAX is not in 64-bit; import provenscape before"):
                call()
