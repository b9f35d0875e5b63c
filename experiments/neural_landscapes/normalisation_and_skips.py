"""Batch normalisation and skip connections: what trains in how many steps, and smoothness.

Design. Networks of L hidden layers of 16 ReLU units (module stack), weights normal as by He et al.
(2015), on 256 digits, cross-entropy, 100 steps of SGD with batches of 32. Five designs: plain;
batch norm; skip (h + branch); scaled skip, with branches times 1/√L; batch norm and skip. A network
trains in so many steps if its loss over its training set is below 1/2 then (a constant has log 10 ≈
2.3). The step is that of a fixed grid with which two runs of their own, for each design, depth and
number of steps, end lowest (by the greater of the two losses). Then runs with other seeds; designs
are paired by digits, weights and batches, each trial has its own of these. Counts are at L = 16.
There, at effort full, the same is done for 400 and 1600 steps (12 runs); and plain networks make
1600 steps of 0.03, a length and a number fixed after a look at other seeds, where 10 of 12 trained.

What 100 steps decide is which design is sooner, not which can be trained: with 1600 the plain
network and batch norm alone train at L = 16 too. An earlier form of this experiment had 100 steps
only, and read them as depths at which training fails.

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
measures had this form: in 100 steps batch norm with skips and scaled skips train, plain networks,
batch norm alone and skips alone do not. Batch norm lowers the four measures (N-63, N-64), and so do
skips (L-43). A look at L = 8 had shown the opposite for batch norm at the start. The verdict on a
ratio is what its interval says: lower, higher or not decided.

Acceptance. The counts support the claims. 72 ratios: with normal logarithms a verdict that is false
occurs anywhere with probability at most 72 · 10⁻⁶. At effort quick the claims on 100 steps
are supported with the root seeds 1 to 10, but for one: with 10 normalised residual networks train
sooner than plain ones in 25 of 48 trials, which leaves 1/3 undecided, since the length of step is
chosen once for all. That on 1600, whose bound a first trial had set, is supported with each (19 to
26 of 30; 19 are needed, so that another may fail) and at effort full (46 of 60).

Negative control. Batch norm alone, and skips alone, against plain in the same test; the plain
network after 100 steps of 0.03; for roughness a pair of designs that the hypothesis is not about.
"""

from collections.abc import Callable, Mapping
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
    "design_budgets",
    "design_counts",
    "design_smoothness",
    "design_ratios",
    "design_values",
)
# Without AVX2: training amplifies last bits. Counts of trained networks differed by up to 6 of 48,
# none of those at the start; the verdicts were the same.
DIGITS = {
    "design_runs": 2,
    "design_counts": 2,
    "design_ratios.high": 3,
    "design_smoothness.condition": 0,
    "design_smoothness.sharpness": 2,
    "design_smoothness.tenth": 3,
    "design_smoothness.residual_tenth": 4,
}
PARAMETERS = {
    "quick": {"depths": [16], "trials": 48, "replicas": 12, "smooth": 4, "times": [0, 100],
              "budgets": [], "long": 30},
    "full": {"depths": [2, 4, 8, 16, 32], "trials": 120, "replicas": 12, "smooth": 24,
             "times": [0, 25, 100], "budgets": [400, 1600], "long": 60},
}  # fmt: skip

WIDTH, EXAMPLES, BATCH, STEPS, RECORDS = 16, 256, 32, 100, 4
GRID = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3)
PILOTS = 2
TOGETHER = len(GRID) * PILOTS  # seeds at once: as many networks as in the pilot runs
TRAINED = 0.5
CLAIMED = 16
LONG, LONG_STEP = 1600, 0.03
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
HESSIAN = ("sharpness", "condition", "residual", "tenth", "residual_tenth")
SMOOTH = ("design", "time", "replica", "roughness", "variation", *HESSIAN)  # columns
TIMES = {0: "start", 25: "early", 100: "end"}
SIGMA, FACTORS = 0.01, (0.5, 1.0, 2.0, 4.0)
CURVED, LANCZOS, TENTH = 64, 40, 10


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return the tables.

    design_runs: depth, design, replica, step (length), loss. design_shares: depth, design, step,
    successes, trials, share, low, high; design_budgets likewise at depth 16, by number of steps
    (budget). design_counts: setting, successes, trials.
    design_smoothness: design, time, replica, one column a measure, residual of the sharpness.
    design_ratios: first, second, time, measure, ratio, low, high, verdict. design_values: name,
    value.
    """
    return merged(parameters, [part() for part in parts(parameters, seed)])


def parts(
    parameters: Mapping[str, Any], seed: np.random.SeedSequence
) -> list[Callable[[], dict[str, np.ndarray]]]:
    """The runs of each depth, those by number of steps, if any, and long ones of plain networks."""
    depths = parameters["depths"]
    found: list[Callable[[], dict[str, np.ndarray]]] = [
        partial(at_depth, parameters, depth, child)
        for depth, child in zip(depths, seed.spawn(len(depths)), strict=True)
    ]
    if parameters["budgets"]:
        found.append(partial(surveyed, seed.spawn(1)[0], parameters["budgets"]))
    return [*found, partial(lengthened, seed.spawn(1)[0], parameters["long"])]


def merged(
    parameters: Mapping[str, Any], found: list[dict[str, np.ndarray]]
) -> dict[str, pd.DataFrame]:
    """The tables, from what the parts found."""
    depths, budgets = parameters["depths"], parameters["budgets"]
    *by_depth, long = found
    table = pd.concat(
        [_runs(depth, part) for depth, part in zip(depths, by_depth, strict=False)],
        ignore_index=True,
    )
    by_budget = [table[table["depth"] == CLAIMED].assign(budget=STEPS)]
    for number, budget in enumerate(budgets):
        part = {name: by_depth[-1][name][number] for name in ("step", "loss")}
        by_budget.append(_runs(CLAIMED, part).assign(budget=budget))
    claimed = by_depth[depths.index(CLAIMED)]
    outcomes = dict(zip(NAMES, trained(claimed["loss"]), strict=True)) | long
    smooth = pd.DataFrame({name: claimed[name] for name in SMOOTH})
    ratios = compared(smooth)
    return {
        "design_runs": table,
        "design_shares": shares(table, "depth"),
        "design_budgets": shares(pd.concat(by_budget, ignore_index=True), "budget"),
        "design_counts": counted(outcomes, smooth),
        "design_smoothness": smooth,
        "design_ratios": ratios,
        "design_values": scalars(summary(parameters, ratios)),
    }


def at_depth(
    parameters: Mapping[str, Any], depth: int, seed: np.random.SeedSequence
) -> dict[str, np.ndarray]:
    """Of networks so deep the length of step of each design and the losses at the end, (designs,
    seeds); at the depth of the claims the columns of the smoothness, too."""
    data = digits.pool()
    trials = parameters["trials" if depth == CLAIMED else "replicas"]
    pilot, test = seed.spawn(2)
    steps = chosen(depth, data, np.random.default_rng(pilot), [STEPS])[STEPS]
    loss, measures = [], []
    for number, part in enumerate(test.spawn(trials // TOGETHER)):
        rng = np.random.default_rng(part)
        found = trace(depth, data, steps[:, None], rng, TOGETHER)
        loss.append(found.losses(data))
        if depth == CLAIMED:
            curved = min(max(parameters["smooth"] - number * TOGETHER, 0), TOGETHER)
            for time in parameters["times"]:
                columns = measured(found, time, data, rng, curved)
                measures.append(columns | {"replica": columns["replica"] + number * TOGETHER})
    smooth = {name: np.concatenate([m[name] for m in measures]) for name in SMOOTH if measures}
    return {"step": steps, "loss": np.concatenate(loss, axis=1)} | smooth


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
    rows |= outcomes
    for time in smooth["time"].unique():
        part = smooth[smooth["time"] == time]
        rough = part.pivot(index="replica", columns="design", values="roughness")
        for first, second in PAIRS:
            lower = rough[first].lt(rough[second]).to_numpy()
            rows[f"{first} smoother than {second}, {time}"] = lower
            rows[f"{second} smoother than {first}, {time}"] = (
                rough[second].lt(rough[first]).to_numpy()
            )
    return counts(rows)


def shares(table: pd.DataFrame, key: str) -> pd.DataFrame:
    """The share of runs that train, by depth or budget and design, with its interval."""
    rows = []
    for (value, name), group in table.groupby([key, "design"], sort=False):
        found = share(trained(group["loss"].to_numpy()))
        rows.append({key: value, "design": name, "step": group["step"].iloc[0]} | found)
    return pd.DataFrame(rows)


def surveyed(seed: np.random.SeedSequence, budgets: list[int]) -> dict[str, np.ndarray]:
    """Runs of each design at L = 16 by number of steps, each with the length chosen for that."""
    data = digits.pool()
    pilot, *tests = (np.random.default_rng(child) for child in seed.spawn(1 + len(budgets)))
    steps = chosen(CLAIMED, data, pilot, budgets)
    loss = [
        trace(CLAIMED, data, steps[budget][:, None], rng, TOGETHER, budget).losses(data, budget)
        for budget, rng in zip(budgets, tests, strict=True)
    ]
    return {"step": np.array([steps[budget] for budget in budgets]), "loss": np.array(loss)}


def lengthened(seed: np.random.SeedSequence, seeds: int) -> dict[str, np.ndarray]:
    """Whether plain networks of L = 16 train in few and in many steps of one length."""
    data, rng = digits.pool(), np.random.default_rng(seed)
    runs = trace(CLAIMED, data, np.array([[LONG_STEP]]), rng, seeds, LONG, [Design()])
    return {f"plain, {n} steps": trained(runs.losses(data, n)[0]) for n in (STEPS, LONG)}


def _runs(depth: int, found: dict[str, np.ndarray]) -> pd.DataFrame:
    """Runs of all designs, of each its length of step and the losses of all seeds."""
    loss = found["loss"]
    return pd.DataFrame(
        {
            "depth": depth,
            "design": np.repeat(NAMES, loss.shape[1]),
            "replica": np.tile(np.arange(loss.shape[1]), len(NAMES)),
            "step": np.repeat(found["step"], loss.shape[1]),
            "loss": loss.reshape(-1),
        }
    )


@dataclass(frozen=True)
class Course:
    """Runs of all designs on the same digits: the network, states by time and examples used."""

    network: Stack
    states: dict[int, Parameters]
    rows: np.ndarray

    def losses(self, data: tuple[np.ndarray, np.ndarray], time: int = STEPS) -> np.ndarray:
        """The losses at a time over the examples of each run; shape (designs × copies, seeds)."""
        found = _loss(self.network, self.states[time], *self.batch(data))
        return np.asarray(found).reshape(-1, len(self.rows))

    def batch(self, data: tuple[np.ndarray, np.ndarray]) -> tuple[jax.Array, jax.Array]:
        """The examples of each run, and their labels."""
        copies = len(self.states[0][0]["weights"]) // len(self.rows)
        rows = np.tile(self.rows, (copies, 1))
        return jnp.asarray(data[0][rows]), jnp.asarray(data[1][rows])


def chosen(
    depth: int,
    data: tuple[np.ndarray, np.ndarray],
    rng: np.random.Generator,
    budgets: list[int],
) -> dict[int, np.ndarray]:
    """For each number of steps and design the length with which the worse pilot run is lowest."""
    lengths = np.tile(GRID, (len(NAMES), 1))
    runs = trace(depth, data, lengths, rng, PILOTS, max(budgets))
    best = {}
    for budget in budgets:
        loss = np.nan_to_num(runs.losses(data, budget), nan=np.inf)
        worse = loss.reshape(len(GRID), len(NAMES), PILOTS).max(axis=2)
        best[budget] = np.array(GRID)[worse.argmin(axis=0)]
    return best


def trace(
    depth: int,
    data: tuple[np.ndarray, np.ndarray],
    lengths: np.ndarray,
    rng: np.random.Generator,
    seeds: int,
    steps: int = STEPS,
    kinds: list[Design] | None = None,
) -> Course:
    """Runs of designs with each of their lengths of step, (designs, copies), paired by seeds.

    They are made in stretches of equal length, for which one program is compiled. States are kept
    four times in the first and at the end of each other.
    """
    network = Stack(64, WIDTH, depth, digits.CLASSES)
    rows = digits.drawn(rng, seeds, EXAMPLES, data[1])
    layers = MLP((64, *[WIDTH] * depth, digits.CLASSES)).initial(rng, seeds)
    order = training.batches(rng, seeds, EXAMPLES, BATCH, steps)
    order = np.take_along_axis(rows[:, None, :], order, axis=2)
    starts = [network.stacked(layers, kind) for kind in kinds or designs(depth)] * lengths.shape[1]
    states = {0: jax.tree.map(lambda *leaves: np.concatenate(leaves), *starts)}
    for begin in range(0, steps, STEPS):
        ends = training.train(
            network, losses.cross_entropy, states[begin], *data,
            np.tile(order[:, begin : begin + STEPS], (len(starts), 1, 1)),
            np.repeat(lengths.T, seeds), records=RECORDS,
        )  # fmt: skip
        ends = jax.tree.map(np.asarray, ends)
        for k in range(RECORDS) if not begin else (RECORDS - 1,):
            time = begin + (k + 1) * STEPS // RECORDS
            states[time] = jax.tree.map(lambda leaf, k=k: leaf[k], ends)
    return Course(network, states, rows)


@partial(jax.jit, static_argnums=0)
def _loss(
    network: Stack, parameters: Parameters, inputs: jax.Array, labels: jax.Array
) -> jax.Array:
    return jax.vmap(partial(losses.cross_entropy, network))(parameters, inputs, labels)


def measured(
    runs: Course,
    time: int,
    data: tuple[np.ndarray, np.ndarray],
    rng: np.random.Generator,
    curved: int,
) -> dict[str, np.ndarray]:
    """The four measures of each network, the tenth |λ|, and residuals; nan after an overflow, and
    those of the Hessian for the seeds after the first `curved`."""
    state = runs.states[time]
    leaves = [np.asarray(leaf).reshape(len(leaf), -1) for leaf in jax.tree.leaves(state)]
    finite = np.isfinite(np.concatenate(leaves, axis=1)).all(axis=1)
    double = jax.tree.map(
        lambda leaf: np.where(finite.reshape(-1, *[1] * (leaf.ndim - 1)), leaf, 0).astype(float),
        state,
    )
    inputs, labels = runs.batch(data)
    inputs = inputs.astype(float)
    roughness, variation = _along(runs.network, double, inputs, labels)
    seeds = np.tile(np.arange(TOGETHER), len(NAMES))
    first = seeds < curved
    found = {"roughness": np.asarray(roughness), "variation": np.asarray(variation)}
    found |= {name: np.full(len(seeds), np.nan) for name in HESSIAN}
    if curved:
        values, residuals = curvature.hessian_eigenvalues(
            runs.network, losses.cross_entropy, jax.tree.map(lambda leaf: leaf[first], double),
            np.asarray(inputs[first, :CURVED]), np.asarray(labels[first, :CURVED]),
            rng, LANCZOS,
        )  # fmt: skip
        order = np.argsort(np.abs(values), axis=1)
        sizes, errors = (np.take_along_axis(a, order, 1) for a in (np.abs(values), residuals))
        parts = (
            values[:, -1], sizes[:, -1] / sizes[:, -TENTH], residuals[:, -1], sizes[:, -TENTH],
            errors[:, -TENTH],
        )  # fmt: skip
        for name, part in zip(HESSIAN, parts, strict=True):
            found[name][first] = part
    columns = {name: np.where(finite, column, np.nan) for name, column in found.items()}
    times = np.repeat(TIMES[time], len(seeds))
    return {"design": np.repeat(NAMES, TOGETHER), "time": times, "replica": seeds} | columns


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
    for time in table["time"].unique():
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
    entries = {name: parameters[name] for name in ("trials", "replicas", "smooth")}
    for row in ratios.to_dict("records"):
        key = "_".join([row["first"], row["second"], row["measure"], row["time"]])
        entries[key.replace(" ", "_")] = row["ratio"]
    return entries
