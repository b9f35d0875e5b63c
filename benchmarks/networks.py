"""Replica-steps a second of training on digits, on one core.

Three numbers of one run, in one process, for multilayer perceptrons in single precision: batches of
replicas through the package; one network at a time with the same JAX gradient, a compiled call a
step, as a plain script does it; and one network at a time in NumPy with the gradient written out.
Compilation is not counted. Run it from the root of the checkout:

    .venv/bin/python benchmarks/networks.py

One run, AMD EPYC (2 cores, one used, system load 1.2), Python 3.11, JAX 0.10.2, 9 seconds;
replica-steps a second, and that over one network at a time:

    widths          batch  replicas  batched/s  / JAX  / NumPy
    64-16-10           16         1     84,436    5.8      2.4
    64-16-10           16         8    223,247   15.2      6.4
    64-16-10           16        64    219,442   15.0      6.3
    64-32-10           32         1     73,685    5.7      2.6
    64-32-10           32         8    134,954   10.5      4.7
    64-32-10           32        64    124,565    9.7      4.3
    64-64-64-10        64         1     29,649    2.6      2.4
    64-64-64-10        64         8     39,352    3.4      3.2
    64-64-64-10        64        64     34,622    3.0      2.8

So ten times and more over compiled calls is reached by small networks alone. What is gained is the
cost of a call, about 70 microseconds here whatever the network (one replica, whose steps are one
compiled loop, saves all of it), and with several replicas the cost of many small operations.
A step of 64-64-64-10 at batch 64 is 3.4 million operations of multiplication and addition, 25
microseconds at least, so that one network alone already keeps the core's multipliers busy, and 64
replicas no longer fit its cache. Under load the ratios are smaller by a tenth or two.
"""

from functools import partial

import provenscape  # noqa: F401  pins the numerical environment, so it comes before NumPy

# isort: split
import jax
import jax.numpy as jnp
import numpy as np
from timing import seconds

from provenscape.models.networks import digits, losses, training
from provenscape.models.networks.mlp import MLP

REPLICAS = (1, 8, 64)
STEPS, STEP = 60, 0.1
SHAPES = (((64, 16, 10), 16), ((64, 32, 10), 32), ((64, 64, 64, 10), 64))  # widths, batch


def batched(network: MLP, data: digits.Split, batch: int, replicas: int) -> float:
    """Replica-steps a second of all replicas together."""
    generator = np.random.default_rng(1)
    start = network.initial(generator, replicas)
    order = training.batches(generator, replicas, len(data.inputs), batch, STEPS)

    def work() -> None:
        jax.block_until_ready(
            training.train(
                network, losses.cross_entropy, start, data.inputs, data.labels, order, STEP
            )
        )

    work()
    return replicas * STEPS / seconds(work)


def one_by_one(network: MLP, data: digits.Split, batch: int) -> float:
    """Steps a second of one network, a compiled call a step."""
    generator = np.random.default_rng(1)
    start = jax.tree.map(lambda a: a[0], network.initial(generator, 1))
    order = training.batches(generator, 1, len(data.inputs), batch, STEPS)[0]

    @jax.jit
    def step(theta, inputs, labels):
        pull = jax.grad(partial(losses.cross_entropy, network))(theta, inputs, labels)
        return jax.tree.map(lambda a, g: a - STEP * g, theta, pull)

    def work() -> None:
        theta = start
        for rows in order:
            theta = step(theta, jnp.asarray(data.inputs[rows]), jnp.asarray(data.labels[rows]))
        jax.block_until_ready(theta)

    work()
    return STEPS / seconds(work)


def in_numpy(network: MLP, data: digits.Split, batch: int) -> float:
    """Steps a second of one ReLU network in NumPy."""
    generator = np.random.default_rng(1)
    start = [
        (np.asarray(layer["weights"][0]), np.asarray(layer["biases"][0]))
        for layer in network.initial(generator, 1)
    ]
    order = training.batches(generator, 1, len(data.inputs), batch, STEPS)[0]

    def work() -> None:
        theta = [(w.copy(), b.copy()) for w, b in start]
        for rows in order:
            layers, z = [data.inputs[rows]], None
            for number, (w, b) in enumerate(theta):
                z = layers[-1] @ w + b
                if number < len(theta) - 1:
                    layers.append(np.maximum(z, 0))
            pull = np.exp(z - z.max(1, keepdims=True))
            pull /= pull.sum(1, keepdims=True)
            pull[np.arange(batch), data.labels[rows]] -= 1
            pull /= batch
            for (w, b), h in zip(reversed(theta), reversed(layers), strict=True):
                slope, level = h.T @ pull, pull.sum(0)
                pull = (pull @ w.T) * (h > 0)
                w -= np.float32(STEP) * slope
                b -= np.float32(STEP) * level

    return STEPS / seconds(work)


def main() -> None:
    data = digits.split(np.random.default_rng(0))
    print(
        f"{'widths':>16} {'batch':>5} {'replicas':>8} {'batched/s':>10} {'/ JAX':>6} {'/ NumPy':>7}"
    )
    for widths, batch in SHAPES:
        network = MLP(widths)
        jax_loop, numpy_loop = one_by_one(network, data, batch), in_numpy(network, data, batch)
        for replicas in REPLICAS:
            speed = batched(network, data, batch, replicas)
            name = "-".join(map(str, widths))
            print(
                f"{name:>16} {batch:>5} {replicas:>8} {speed:>10.0f} "
                f"{speed / jax_loop:>6.1f} {speed / numpy_loop:>7.1f}"
            )


if __name__ == "__main__":
    main()
