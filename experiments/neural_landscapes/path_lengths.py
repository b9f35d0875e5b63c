"""Through paths of which length the gradient of a residual network comes, at the start and later.

Design. Residual networks with 16 blocks h ← h + t σ(N(h W + b)) of 16 ReLU units (module stack) on
256 digits, 100 steps of SGD with batches of 32; three designs, with the steps that the experiment
normalisation_and_skips chose at this depth: batch norm (t = 1; 0.1), scaled branches (t = 1/√17, no
batch norm; 0.3), and neither (t = 1; 0.003), where some runs overflow. A path takes the branch in
some blocks and the skip in the others; its length is the number of branches (Veit, Wilber &
Belongie 2016). With B_l the derivative of branch l where the network is, the gradient by the first
hidden layer is g = Π(1 + B_l)ᵀδ = Σ g_k, g_k the sum over all paths of length k, for a batch of 32
of the examples. All g_k are found exactly, as the coefficients of Π(1 + zB_l)ᵀδ. The share of
length k is ⟨g_k, g⟩/‖g‖²; shares may be negative and have the sum 1. Veit et al. draw paths
instead: for one chunk of runs the mean norm over 8 random paths of each length is given too, and
times their number.

Hypothesis, fixed beforehand: paths of at most 4 of 16 blocks have more than half of the gradient at
the start and after 10 and 25 steps with batch norm and with scaled branches. For independent normal
branches that keep the norm, shares are binomial in the mean, and 4 or fewer of 16 have 4 % (without
batch norm and t = 1); with batch norm the l-th block has a branch of about 1/√l of the norm.

Acceptance. The counts support the claims, trials being runs on digits of their own. Ten root seeds
at effort quick give the same verdicts.

Negative control. Neither batch norm nor scaled branches.
"""

from collections.abc import Mapping
from functools import partial
from math import comb
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import pandas as pd

from provenscape.claims.statistics import counts
from provenscape.models.networks import digits, losses, training
from provenscape.models.networks.mlp import MLP, Parameters
from provenscape.models.networks.stack import Design, Stack
from provenscape.study.tables import scalars

TABLES = ("path_shares", "path_runs", "path_counts", "path_values")
# Training amplifies last bits, which another instruction set rounds otherwise.
DIGITS = {"path_shares": 2, "path_runs": 2, "path_values": 3}
PARAMETERS = {"quick": {"trials": 48}, "full": {"trials": 120}}

WIDTH, BLOCKS, EXAMPLES, BATCH, STEPS, RECORDS = 16, 16, 256, 32, 100, 20
DESIGNS = {
    "batch norm": (Design(skip=True, normalised=True), 0.1),
    "scaled": (Design(skip=True, branch=(BLOCKS + 1) ** -0.5), 0.3),
    "neither": (Design(skip=True), 0.003),
}
TIMES = (0, 10, 25, 100)
EARLY = (0, 10, 25)
SHALLOW = 4
TOGETHER, DRAWN = 12, 8


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return the tables.

    path_runs: design, trial, time, loss, shallow (share of lengths up to 4), mean (length).
    path_shares: design, time, length, share (mean over trials), single (norm of the gradient of one
    path of the batch, mean), all (that times the number of paths). path_counts: setting, successes,
    trials. path_values: name, value.
    """
    data = digits.pool()
    runs, lengths = [], []
    children = seed.spawn(parameters["trials"] // TOGETHER)
    for chunk, child in enumerate(children):
        rng = np.random.default_rng(child)
        network, states, inputs, labels = trace(data, rng)
        for time in TIMES:
            states[time] = jax.tree.map(lambda leaf: leaf.astype(float), states[time])
            shares, loss = map(np.asarray, _shares(network, states[time], inputs, labels))
            runs.append(_runs(shares, loss, time, chunk * TOGETHER))
            if chunk == 0:
                taken = rng.permuted(_masks(), axis=2)
                norms = _single(network, states[time], inputs, labels, jnp.asarray(taken))
                lengths.append(_lengths(shares, np.asarray(norms), time))
    table = pd.concat(runs, ignore_index=True)
    return {
        "path_shares": pd.concat(lengths, ignore_index=True),
        "path_runs": table,
        "path_counts": counts(outcomes(table)),
        "path_values": scalars(summary(table, parameters)),
    }


def trace(
    data: tuple[np.ndarray, np.ndarray], rng: np.random.Generator
) -> tuple[Stack, dict[int, Parameters], jax.Array, jax.Array]:
    """Runs of the three designs with the same digits and weights: states by time and 32 examples
    of each run."""
    network = Stack(64, WIDTH, BLOCKS + 1, digits.CLASSES)
    rows = digits.drawn(rng, TOGETHER, EXAMPLES, data[1])
    layers = MLP((64, *[WIDTH] * (BLOCKS + 1), digits.CLASSES)).initial(rng, TOGETHER)
    order = training.batches(rng, TOGETHER, EXAMPLES, BATCH, STEPS)
    order = np.take_along_axis(rows[:, None, :], order, axis=2)
    starts = [network.stacked(layers, design) for design, _ in DESIGNS.values()]
    first = jax.tree.map(lambda *leaves: np.concatenate(leaves), *starts)
    steps = np.repeat([step for _, step in DESIGNS.values()], TOGETHER)
    ends = training.train(
        network, losses.cross_entropy, first, *data, np.tile(order, (len(DESIGNS), 1, 1)), steps,
        records=RECORDS,
    )  # fmt: skip
    ends = jax.tree.map(np.asarray, ends)
    states = {0: first}
    for time in TIMES[1:]:
        place = time * RECORDS // STEPS - 1
        states[time] = jax.tree.map(lambda leaf, place=place: leaf[place], ends)
    shown = np.tile(rows[:, :BATCH], (len(DESIGNS), 1))
    return network, states, jnp.asarray(data[0][shown], float), jnp.asarray(data[1][shown])


def _backward(
    network: Stack, theta: Parameters, inputs: jax.Array, labels: jax.Array
) -> tuple[jax.Array, jax.Array, jax.Array]:
    """h before each block, the loss, and its gradient δ by h after the last."""
    first, blocks, last = theta
    layers = blocks["weights"], blocks["biases"]
    known = len(inputs)

    def advance(h: jax.Array, layer: tuple[jax.Array, jax.Array]) -> tuple[jax.Array, jax.Array]:
        return network.block(blocks, layer, h, known), h

    end, before = jax.lax.scan(advance, network.enter(first, inputs, known), layers)

    def readout(h: jax.Array) -> jax.Array:
        logs = jax.nn.log_softmax(h @ last["weights"] + last["biases"])
        return -jnp.take_along_axis(logs, labels[:, None], axis=1).mean()

    loss, delta = jax.value_and_grad(readout)(end)
    return before, loss, delta


def _pull(
    network: Stack, theta: Parameters, layer: tuple[jax.Array, jax.Array], h: jax.Array
) -> Any:
    """v ↦ B'v, B the derivative of a branch at h: that of the block less that of the skip."""
    _, pull = jax.vjp(lambda h: network.block(theta[1], layer, h, len(h)), h)
    return lambda v: pull(v)[0] - theta[1]["skip"] * v


@partial(jax.jit, static_argnums=0)
def _shares(
    network: Stack, parameters: Parameters, inputs: jax.Array, labels: jax.Array
) -> tuple[jax.Array, jax.Array]:
    """⟨g_k, g⟩/‖g‖² for k = 0 … blocks, (replicas, blocks + 1), and the losses."""

    def one(theta: Parameters, x: jax.Array, y: jax.Array) -> tuple[jax.Array, jax.Array]:
        before, loss, delta = _backward(network, theta, x, y)
        first = jnp.zeros((BLOCKS + 1, *delta.shape), delta.dtype).at[0].set(delta)

        def back(g: jax.Array, block: tuple[jax.Array, ...]) -> tuple[jax.Array, None]:
            weights, biases, h = block
            images = jax.vmap(_pull(network, theta, (weights, biases), h))(g)
            return g + jnp.roll(images, 1, axis=0).at[0].set(0), None

        layers = theta[1]["weights"], theta[1]["biases"], before
        parts, _ = jax.lax.scan(back, first, layers, reverse=True)
        whole = parts.sum(0)
        return (parts * whole).sum((1, 2)) / (whole**2).sum(), loss

    return jax.vmap(one)(parameters, inputs, labels)


@partial(jax.jit, static_argnums=0)
def _single(
    network: Stack, parameters: Parameters, inputs: jax.Array, labels: jax.Array, taken: jax.Array
) -> jax.Array:
    """Norms of the gradient through one path each; `taken` (lengths, drawn, blocks) says which
    branches it takes; shape (replicas, lengths, drawn)."""

    def one(theta: Parameters, x: jax.Array, y: jax.Array) -> jax.Array:
        before, _, delta = _backward(network, theta, x, y)
        layers = theta[1]["weights"], theta[1]["biases"], before

        def path(mask: jax.Array) -> jax.Array:
            def back(g: jax.Array, block: tuple[jax.Array, ...]) -> tuple[jax.Array, None]:
                weights, biases, h, on = block
                return jnp.where(on, _pull(network, theta, (weights, biases), h)(g), g), None

            return jnp.linalg.norm(jax.lax.scan(back, delta, (*layers, mask), reverse=True)[0])

        return jax.vmap(jax.vmap(path))(taken)

    return jax.vmap(one)(parameters, inputs, labels)


def _masks() -> np.ndarray:
    """For each length and drawn path the branches taken, before they are permuted."""
    lengths = np.arange(BLOCKS + 1)[:, None, None]
    return np.broadcast_to(np.arange(BLOCKS) < lengths, (BLOCKS + 1, DRAWN, BLOCKS))


def _runs(shares: np.ndarray, loss: np.ndarray, time: int, first: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "design": np.repeat(list(DESIGNS), TOGETHER),
            "trial": np.tile(first + np.arange(TOGETHER), len(DESIGNS)),
            "time": time,
            "loss": loss,
            "shallow": shares[:, : SHALLOW + 1].sum(axis=1),
            "mean": shares @ np.arange(BLOCKS + 1),
        }
    )


def _lengths(shares: np.ndarray, norms: np.ndarray, time: int) -> pd.DataFrame:
    number = [comb(BLOCKS, k) for k in range(BLOCKS + 1)]
    parts = []
    for place, design in enumerate(DESIGNS):
        part = slice(place * TOGETHER, (place + 1) * TOGETHER)
        single = norms[part].mean(axis=(0, 2))
        parts.append(
            pd.DataFrame(
                {
                    "design": design,
                    "time": time,
                    "length": np.arange(BLOCKS + 1),
                    "share": shares[part].mean(axis=0),
                    "single": single,
                    "all": single * number,
                }
            )
        )
    return pd.concat(parts, ignore_index=True)


def outcomes(table: pd.DataFrame) -> dict[str, np.ndarray]:
    """Whether shallow paths have more than half at every early time, and after training."""
    wide = table.pivot(index=["design", "trial"], columns="time", values="shallow")
    found = {}
    for design in DESIGNS:
        part = wide.loc[design]
        found[f"{design}, early"] = (part[list(EARLY)] > 0.5).all(axis=1).to_numpy()
        found[f"{design}, start"] = (part[0] > 0.5).to_numpy()
        found[f"{design}, end"] = (part[TIMES[-1]] > 0.5).to_numpy()
    return found


def summary(table: pd.DataFrame, parameters: Mapping[str, Any]) -> dict[str, float]:
    """Medians of the mean length and of the share of shallow paths."""
    entries = {"trials": parameters["trials"], "shallow": SHALLOW, "blocks": BLOCKS}
    for (design, time), part in table.groupby(["design", "time"]):
        key = f"{design}_{time}".replace(" ", "_")
        entries |= {f"{key}_mean": part["mean"].median(), f"{key}_share": part["shallow"].median()}
    return entries
