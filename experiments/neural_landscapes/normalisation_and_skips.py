"""Batch normalisation and skip connections: the depth at which training fails, and smoothness.

Design. Networks of L hidden layers of 16 ReLU units (module stack), weights normal as by He et al.
(2015), on 256 digits, cross-entropy, 100 steps of SGD with batches of 32. Five designs: plain;
batch norm; skip (h + branch); scaled skip, with branches times 1/√L; batch norm and skip. A network
trains if its loss over its training set is below 1/2 in the end (a constant has log 10 ≈ 2.3). The
step is that of a fixed grid with which two runs of their own, for each design and depth, end lowest
(by the greater of the two losses). Then runs with other seeds; designs are paired by digits,
weights and batches, and each trial has its own of these. Counts are at L = 16.

Smoothness, in the runs at L = 16 after 0, 25 and 100 steps, in double precision: roughness, the
greatest ‖∇L(θ − s∇L) − ∇L‖/(s‖∇L‖) over s = σ/2, σ, 2σ, 4σ, σ = 0.01, and variation, the greatest
less the least loss over these points and θ (after Santurkar et al. 2018, who take σ from training),
which grows with the gradient; in some of the runs sharpness, λ_max of the Hessian on 64 of the
examples (Lanczos, 40 steps, with residuals), and condition, the greatest |λ| over the tenth
greatest, a lower bound on what the condition number may mean where most eigenvalues are near 0. At
the start paired networks have equal weights. A matrix before batch norm may be scaled freely, so
that all this is said in these coordinates. Geometric means of paired ratios over seeds, intervals
of Student's for the logarithms.

Hypotheses, fixed after a look at which designs train (four seeds, other digits) and before the
measures had this form: batch norm with skips and scaled skips train, plain networks and batch norm
alone do not, nor do skips alone. Batch norm lowers the four measures (N-63, N-64), and so do skips
(L-43). A look at L = 8 had shown the opposite for batch norm at the start. The verdict on a ratio
is what its interval says: lower, higher or not decided.

Acceptance. The counts support the claims. 72 ratios: with normal logarithms a verdict that is false
occurs anywhere with probability at most 72 · 10⁻⁶. All claims are supported with each of ten root
seeds at effort quick.

Negative control. Batch norm alone, and skips alone, against plain in the same test; for roughness a
pair of designs that the hypothesis is not about.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import pandas as pd
from jax.flatten_util import ravel_pytree

from provenscape.claims.statistics import counts, half_width, share
from provenscape.models.networks import curvature, digits, losses, training
from provenscape.models.networks.mlp import MLP, Parameters
from provenscape.models.networks.stack import Design, Stack
from provenscape.study.tables import scalars

TABLES = (
    "design_runs",
    "design_shares",
    "design_counts",
    "design_smoothness",
    "design_ratios",
    "design_values",
)
PARAMETERS = {
    "quick": {"depths": [16], "trials": 48, "replicas": 12, "smooth": 12},
    "full": {"depths": [2, 4, 8, 16, 32, 64], "trials": 120, "replicas": 12, "smooth": 24},
}

WIDTH, EXAMPLES, BATCH, STEPS, RECORDS = 16, 256, 32, 100, 4
GRID = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3)
PILOTS = 2
TOGETHER = len(GRID) * PILOTS  # seeds at once: as many networks as in the pilot runs
TRAINED = 0.5
CLAIMED = 16
NAMES = ("plain", "batch norm", "skip", "scaled skip", "batch norm and skip")
PAIRS = (
    ("batch norm", "plain"),
    ("batch norm and skip", "scaled skip"),
    ("scaled skip", "plain"),
    ("batch norm and skip", "batch norm"),
    ("skip", "plain"),
    ("batch norm and skip", "plain"),
)
MEASURES = ("sharpness", "condition", "roughness", "variation")
TIMES = {0: "start", 25: "early", 100: "end"}
SIGMA, FACTORS = 0.01, (0.5, 1.0, 2.0, 4.0)
CURVED, LANCZOS, TENTH = 64, 40, 10


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return the tables.

    design_runs: depth, design, replica, step (length), loss. design_shares: depth, design, step,
    successes, trials, share, low, high. design_counts: setting, successes, trials.
    design_smoothness: design, time, replica, one column a measure, residual of the sharpness.
    design_ratios: first, second, time, measure, ratio, low, high, verdict. design_values: name,
    value.
    """
    data = digits.pool()
    runs, outcomes, measures = [], {}, []
    children = seed.spawn(len(parameters["depths"]))
    for depth, child in zip(parameters["depths"], children, strict=True):
        trials = parameters["trials" if depth == CLAIMED else "replicas"]
        pilot, test = child.spawn(2)
        steps = chosen(depth, data, np.random.default_rng(pilot))
        loss = []
        for number, part in enumerate(test.spawn(trials // TOGETHER)):
            rng = np.random.default_rng(part)
            found = trace(depth, data, steps[:, None], rng, TOGETHER)
            loss.append(found.losses(data))
            if depth == CLAIMED:
                curved = number < parameters["smooth"] // TOGETHER
                measures.append(smoothness(found, data, number * TOGETHER, rng, curved))
        ends = np.concatenate(loss, axis=1)
        runs += [_runs(depth, *row) for row in zip(NAMES, steps, ends, strict=True)]
        if depth == CLAIMED:
            outcomes = dict(zip(NAMES, trained(ends), strict=True))
    table = pd.concat(runs, ignore_index=True)
    smooth = pd.concat(measures, ignore_index=True)
    ratios = compared(smooth)
    return {
        "design_runs": table,
        "design_shares": shares(table),
        "design_counts": counted(outcomes, smooth),
        "design_smoothness": smooth,
        "design_ratios": ratios,
        "design_values": scalars(summary(parameters, ratios)),
    }


def designs(depth: int) -> list[Design]:
    """The five designs, in the order of their names."""
    return [
        Design(),
        Design(normalised=True),
        Design(skip=True),
        Design(skip=True, branch=depth**-0.5),
        Design(skip=True, normalised=True),
    ]


def trained(loss: np.ndarray) -> np.ndarray:
    """Whether each run ends below the threshold; overflow does not."""
    return np.nan_to_num(loss, nan=np.inf) < TRAINED


def counted(outcomes: dict[str, np.ndarray], smooth: pd.DataFrame) -> pd.DataFrame:
    """Trials in which a design trains and the plain network, of the same start, does not; and those
    in which the first of a pair has the lower roughness."""
    fails = ~outcomes["plain"]
    rows = {f"{name}, not plain": outcomes[name] & fails for name in NAMES[1:]}
    rows["scaled skip, not skip"] = outcomes["scaled skip"] & ~outcomes["skip"]
    rows["batch norm and skip, not skip"] = outcomes["batch norm and skip"] & ~outcomes["skip"]
    rows |= {name: outcomes[name] for name in NAMES}
    for time in TIMES.values():
        part = smooth[smooth["time"] == time]
        rough = part.pivot(index="replica", columns="design", values="roughness")
        for first, second in PAIRS:
            lower = rough[first].lt(rough[second]).to_numpy()
            rows[f"{first} smoother than {second}, {time}"] = lower
            rows[f"{second} smoother than {first}, {time}"] = (
                rough[second].lt(rough[first]).to_numpy()
            )
    return counts(rows)


def shares(table: pd.DataFrame) -> pd.DataFrame:
    """The share of runs that train, by depth and design, with its interval."""
    rows = []
    for (depth, name), group in table.groupby(["depth", "design"], sort=False):
        found = share(trained(group["loss"].to_numpy()))
        rows.append({"depth": depth, "design": name, "step": group["step"].iloc[0]} | found)
    return pd.DataFrame(rows)


def _runs(depth: int, name: str, step: float, loss: np.ndarray) -> pd.DataFrame:
    return pd.DataFrame(
        {"depth": depth, "design": name, "replica": np.arange(len(loss)), "step": step,
         "loss": loss}
    )  # fmt: skip


@dataclass(frozen=True)
class Course:
    """Runs of all designs on the same digits: the network, states by time and examples used."""

    network: Stack
    states: dict[int, Parameters]
    rows: np.ndarray

    def losses(self, data: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
        """The losses at the end over the examples of each run; shape (designs, seeds)."""
        found = _loss(self.network, self.states[STEPS], *self.batch(data))
        return np.asarray(found).reshape(-1, len(self.rows))

    def batch(self, data: tuple[np.ndarray, np.ndarray]) -> tuple[jax.Array, jax.Array]:
        """The examples of each run, and their labels."""
        copies = len(self.states[0][0]["weights"]) // len(self.rows)
        rows = np.tile(self.rows, (copies, 1))
        return jnp.asarray(data[0][rows]), jnp.asarray(data[1][rows])


def chosen(depth: int, data: tuple[np.ndarray, np.ndarray], rng: np.random.Generator) -> np.ndarray:
    """For each design the step with which the worse of the pilot runs ends lowest."""
    steps = np.tile(GRID, (len(NAMES), 1))
    loss = trace(depth, data, steps, rng, PILOTS).losses(data)
    loss = np.nan_to_num(loss, nan=np.inf).reshape(len(GRID), len(NAMES), PILOTS)
    return np.array(GRID)[loss.max(axis=2).argmin(axis=0)]


def trace(
    depth: int,
    data: tuple[np.ndarray, np.ndarray],
    steps: np.ndarray,
    rng: np.random.Generator,
    seeds: int,
) -> Course:
    """Runs of every design with each of its steps, (designs, copies), paired by seeds."""
    network = Stack(64, WIDTH, depth, digits.CLASSES)
    rows = digits.drawn(rng, seeds, EXAMPLES, len(data[1]))
    layers = MLP((64, *[WIDTH] * depth, digits.CLASSES)).initial(rng, seeds)
    order = training.batches(rng, seeds, EXAMPLES, BATCH, STEPS)
    order = np.take_along_axis(rows[:, None, :], order, axis=2)
    starts = [network.stacked(layers, design) for design in designs(depth)] * steps.shape[1]
    first = jax.tree.map(lambda *leaves: jnp.concatenate(leaves), *starts)
    ends = training.train(
        network, losses.cross_entropy, first, *data, np.tile(order, (len(starts), 1, 1)),
        np.repeat(steps.T, seeds), records=RECORDS,
    )  # fmt: skip
    states = {0: first}
    for k in range(RECORDS):
        states[(k + 1) * STEPS // RECORDS] = jax.tree.map(lambda leaf, k=k: leaf[k], ends)
    return Course(network, states, rows)


@partial(jax.jit, static_argnums=0)
def _loss(
    network: Stack, parameters: Parameters, inputs: jax.Array, labels: jax.Array
) -> jax.Array:
    return jax.vmap(partial(losses.cross_entropy, network))(parameters, inputs, labels)


def smoothness(
    runs: Course,
    data: tuple[np.ndarray, np.ndarray],
    first: int,
    rng: np.random.Generator,
    curved: bool,
) -> pd.DataFrame:
    """The measures along runs whose seeds are numbered from `first`, all or without the Hessian."""
    replicas = np.tile(first + np.arange(TOGETHER), len(NAMES))
    names = np.repeat(NAMES, TOGETHER)
    return pd.concat(
        [
            pd.DataFrame(
                {"design": names, "time": label, "replica": replicas}
                | measured(runs, runs.states[time], data, rng, curved)
            )
            for time, label in TIMES.items()
        ],
        ignore_index=True,
    )


def measured(
    runs: Course,
    state: Parameters,
    data: tuple[np.ndarray, np.ndarray],
    rng: np.random.Generator,
    curved: bool,
) -> dict[str, np.ndarray]:
    """The four measures of each network, the tenth |λ|, and residuals; nan after an overflow."""
    leaves = [np.asarray(leaf).reshape(len(leaf), -1) for leaf in jax.tree.leaves(state)]
    finite = np.isfinite(np.concatenate(leaves, axis=1)).all(axis=1)
    double = jax.tree.map(
        lambda leaf: jnp.where(finite.reshape(-1, *[1] * (leaf.ndim - 1)), leaf, 0).astype(float),
        state,
    )
    inputs, labels = runs.batch(data)
    inputs = inputs.astype(float)
    roughness, variation = _along(runs.network, double, inputs, labels)
    found = {"roughness": roughness, "variation": variation}
    if curved:
        values, residuals = curvature.hessian_eigenvalues(
            runs.network, losses.cross_entropy, double, np.asarray(inputs[:, :CURVED]),
            np.asarray(labels[:, :CURVED]),
            rng, LANCZOS,
        )  # fmt: skip
        order = np.argsort(np.abs(values), axis=1)
        sizes, errors = (np.take_along_axis(a, order, 1) for a in (np.abs(values), residuals))
        found |= {
            "sharpness": values[:, -1],
            "condition": sizes[:, -1] / sizes[:, -TENTH],
            "residual": residuals[:, -1],
            "tenth": sizes[:, -TENTH],
            "residual_tenth": errors[:, -TENTH],
        }
    return {name: np.where(finite, column, np.nan) for name, column in found.items()}


@partial(jax.jit, static_argnums=0)
def _along(
    network: Stack, parameters: Parameters, inputs: jax.Array, labels: jax.Array
) -> tuple[jax.Array, jax.Array]:
    """Roughness and variation of the loss along the gradient, for each network."""

    def one(theta: Parameters, rows: jax.Array, kinds: jax.Array) -> tuple[jax.Array, jax.Array]:
        flat, unflatten = ravel_pytree(theta)
        both = jax.value_and_grad(
            lambda v: losses.cross_entropy(network, unflatten(v), rows, kinds)
        )
        here, slope = both(flat)
        lengths = SIGMA * jnp.array(FACTORS)
        there, slopes = jax.lax.map(lambda s: both(flat - s * slope), lengths)
        change = jnp.linalg.norm(slopes - slope, axis=1) / (lengths * jnp.linalg.norm(slope))
        values = jnp.append(there, here)
        return change.max(), values.max() - values.min()

    return jax.vmap(one)(parameters, inputs, labels)


def compared(table: pd.DataFrame) -> pd.DataFrame:
    """Ratios of the measures of two designs, from paired logarithms, with their intervals.

    Pairs in which a run has overflowed are left out; of these `pairs` says how many remain.
    """
    rows = []
    for time in TIMES.values():
        part = table[table["time"] == time]
        for measure in MEASURES:
            logs = np.log(part.pivot(index="replica", columns="design", values=measure))
            for first, second in PAIRS:
                gaps = (logs[first] - logs[second]).dropna().to_numpy()
                mean, half = gaps.mean(), half_width(gaps[None], np.ones(1))
                low, high = np.exp([mean - half, mean + half])
                rows.append(
                    {"first": first, "second": second, "time": time, "measure": measure,
                     "pairs": len(gaps), "ratio": np.exp(mean), "low": low, "high": high,
                     "verdict": verdict(low, high)}
                )  # fmt: skip
    return pd.DataFrame(rows)


def verdict(low: float, high: float) -> str:
    """What the interval of a ratio says."""
    if high < 1:
        return "lower"
    return "higher" if low > 1 else "not decided"


def summary(parameters: Mapping[str, Any], ratios: pd.DataFrame) -> dict[str, float | str]:
    """The numbers that figures quote."""
    entries = {"trials": parameters["trials"], "smooth": parameters["smooth"]}
    for row in ratios.to_dict("records"):
        key = "_".join([row["first"], row["second"], row["measure"], row["time"]])
        entries[key.replace(" ", "_")] = row["ratio"]
    return entries
