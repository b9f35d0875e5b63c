"""Batch size and step against sharpness and test error of small networks on digits.

Design. ReLU networks 64–32–32–10, cross-entropy, gradient descent without momentum from the usual
start, batches of 8, 32 and of all 192 training examples, steps 1/10, 1/5, 2/5. Each replica has a
split of the digits of its own (192 to train, 1605 to test), a start, and an order of batches for
each run; its runs share split and start and are compared in pairs. Twice: labels as they are
(clean), and 38 of the 192 replaced by a wrong one (noisy), where to fit all does harm. Every run
ends when the loss over all training examples, looked up every other step, is first at most 1/20.
There: λ_max of the Hessian by Lanczos; λ_max of the relative Hessian, which no scaling of ReLU
units changes; the trace, by four probes; test error and test loss. Also, noisy labels and step 2/5:
after 200 steps, and after 50 epochs, whatever the loss.

Hypotheses, two-sided: at equal step and training loss small batches find (1) other λ_max, (2) other
test error and test loss than full batches; (3) λ_max depends on step and batch by their ratio; (4)
measures of sharpness and test error or loss are correlated by rank, across the runs of one replica,
and across replicas for one batch and step. Sizes, steps, losses and the share of wrong labels were
chosen in trial runs with other random numbers; batches of half the data, tried as a control, give
smaller λ_max too (57 of 64 pairs) and were left out.

Statistics. Intervals at the project's confidence, Student's over replicas: of mean paired
differences, and of mean rank correlations (across replicas: of the mean of products of standardised
ranks, Spearman's coefficient). 60 differences and 24 correlations: one false alarm or more with
probability 10⁻⁴ at most. With 64 pairs a mean difference of one standard deviation of the pairs is
told from 0 with probability 0.99.

Acceptance. All runs reach the loss. (1) λ_max and relative λ_max are smaller with batches of 8 than
with all examples at steps 1/5 and 2/5, clean and noisy. Full batches alone: the mean of λ_max is
within a tenth for all steps. (3) At effort full λ_max differs less, in the mean, for one ratio of
step and batch (8 and 1/10, 32 and 2/5) than for one step (8 and 32, 1/10). No outcome of (2) and
(4) is asked for: they are reported. One claim is made of the cell noisy, step 2/5, after the
trials: λ_max and test loss are both less with batches of 8 in 3/4 of the pairs at most, so that
flatter is not nearly always better; that it is better in more than half is not contradicted.

Negative control. Full batches with twice the step, no noise: λ_max is not smaller in most pairs.
Full batches stopped at the loss 3/5, unlike the others: less test loss in most pairs.

What equal loss means: small batches cross 1/20 in larger steps and are a little below it, by up to
a tenth in the mean. λ_max of full-batch descent falls by a quarter while the loss halves (trial
runs), so that this makes differences of a few per cent, where 45 and 70 are found.

Other root seeds. At ten, effort quick, and at three, effort full, what is accepted and the claims'
verdicts are the same. Five at effort full pooled afterwards, 320 pairs, show effects too small for
64, with standard errors: batches of 8 and step 1/10, clean, −0.09 ± 0.02 points of 9.3 % test error
and −0.0019 ± 0.0004 of 0.31 test loss, at step 2/5 no more (+0.07 ± 0.05); noisy and step 2/5,
−0.06 ± 0.11 points of 24 % and +0.069 ± 0.005 of 0.87. Rank correlation of λ_max with test loss
across the runs of a replica: 0.19 ± 0.03 clean, −0.13 ± 0.03 noisy; with test error 0.09 ± 0.03 and
0.07 ± 0.03.

Beside this. Weights and biases of the first layer times s, weights of the second over s, s a power
of 2: the same outputs to the last bit, and λ_max that differs by orders.
"""

from collections.abc import Mapping
from functools import partial
from itertools import product
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
import pandas as pd
from scipy.stats import rankdata

from provenscape.claims.statistics import counts, half_width
from provenscape.models.networks import curvature, digits, losses, training
from provenscape.models.networks.mlp import MLP, Parameters
from provenscape.study.tables import scalars

TABLES = (
    "sharpness_runs", "sharpness_effects", "sharpness_correlations", "sharpness_rescaled",
    "sharpness_budgets", "sharpness_counts", "sharpness_values",
)  # fmt: skip
# Without AVX2: training amplifies last bits. All counts were the same.
DIGITS = {
    "sharpness_runs": 5,
    "sharpness_runs.residual": 4,
    "sharpness_runs.relative_residual": 3,
    "sharpness_effects": 5,
    "sharpness_budgets": 3,
    "sharpness_values": 3,
}
PARAMETERS = {
    "quick": {
        "labels": ["noisy"],
        "replicas": 32,
        "batches": [8, 192],
        "steps": [0.2, 0.4],
    },
    "full": {
        "labels": ["clean", "noisy"],
        "replicas": 64,
        "batches": [8, 32, 192],
        "steps": [0.1, 0.2, 0.4],
    },
}

NETWORK = MLP((64, 32, 32, 10))
EXAMPLES, WRONG = 192, 38
LOSS, EARLY_LOSS = 0.05, 0.6
CHUNK, LOOKS, LONGEST = 50, 25, 6_000  # steps a call, looks at the loss in it, steps at most
KRYLOV, PROBES = 14, 4
BUDGET_STEP, BUDGET_STEPS, BUDGET_EPOCHS = 0.4, 200, 50
FACTORS = (1 / 16, 1 / 4, 4.0, 16.0)
SHARPNESS = ("lambda_max", "relative", "trace")
OUTCOMES = ("error", "test_loss")


class Data(NamedTuple):
    """What each replica has: inputs and labels to train, then to test; replicas first."""

    inputs: np.ndarray
    labels: np.ndarray
    test_inputs: np.ndarray
    test_labels: np.ndarray


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return the tables.

    sharpness_runs: labels, batch, step, replica, steps, loss, lambda_max, relative, trace,
    residual, relative_residual (of both λ_max, over them), error, test_loss. sharpness_effects:
    labels, batch, step, quantity, mean, low, high, less: differences from the full batch, of
    logarithms for measures of sharpness; in how many replicas they are negative.
    sharpness_correlations: labels, measure, outcome, across, mean, low, high.
    sharpness_budgets: budget, batch, replica, steps, loss, lambda_max, error.
    sharpness_rescaled: factor, replica, lambda_max, relative, changed (greatest change of an
    output), error. sharpness_counts: setting, successes, trials. sharpness_values: name, value.
    """
    generator = np.random.default_rng(seed)
    replicas = parameters["replicas"]
    both = data(generator, replicas)
    noisy = both["noisy"]
    start = NETWORK.initial(generator, replicas)
    frames, kept = [], {}
    for name, batch, step in product(*(parameters[k] for k in ("labels", "batches", "steps"))):
        found, rows = until(both[name], start, batch, step, LOSS, generator)
        kept[name, batch, step] = found
        rows |= {"labels": name, "batch": batch, "step": step, "replica": np.arange(replicas)}
        frames.append(measured(both[name], found, generator).assign(**rows))
    runs = pd.concat(frames, ignore_index=True)
    longest = parameters["steps"][-1]
    early, _ = until(noisy, start, EXAMPLES, longest, EARLY_LOSS, generator)
    rescaled = scaled(noisy, kept["noisy", EXAMPLES, longest], generator)
    budgets = pd.concat(spent(noisy, start, batch, generator) for batch in parameters["batches"])
    made = {
        "sharpness_runs": runs,
        "sharpness_effects": differences(runs),
        "sharpness_correlations": rank_correlations(runs),
        "sharpness_rescaled": rescaled,
        "sharpness_budgets": budgets,
    }
    return made | {
        "sharpness_counts": counts(outcomes(runs, judged(noisy, early)["test_loss"])),
        "sharpness_values": scalars(summary(made)),
    }


def data(generator: np.random.Generator, replicas: int) -> dict[str, Data]:
    """The same splits with labels as they are and with some of them wrong."""
    images = digits.split(generator)
    inputs = np.concatenate([images.inputs, images.test_inputs])
    labels = np.concatenate([images.labels, images.test_labels])
    order = generator.permuted(np.tile(np.arange(len(labels)), (replicas, 1)), axis=1)
    seen, unseen = order[:, :EXAMPLES], order[:, EXAMPLES:]
    mean = inputs[seen].mean(axis=1, keepdims=True)
    clean = Data(inputs[seen] - mean, labels[seen], inputs[unseen] - mean, labels[unseen])
    wrong = clean.labels.copy()
    wrong[:, :WRONG] += generator.integers(1, digits.CLASSES, (replicas, WRONG), np.int32)
    return {"clean": clean, "noisy": clean._replace(labels=wrong % digits.CLASSES)}


def until(
    own: Data,
    start: Parameters,
    batch: int,
    step: float,
    goal: float,
    generator: np.random.Generator,
) -> tuple[Parameters, dict[str, np.ndarray]]:
    """Parameters where the loss is first seen at most `goal`, with steps and loss there.

    A replica that does not come there in time is nan."""
    replicas = len(own.labels)
    steps, loss = np.full(replicas, np.nan), np.full(replicas, np.nan)
    found = jax.tree.map(lambda a: jnp.full_like(a, jnp.nan), start)
    for before in range(0, LONGEST, CHUNK):
        course = descend(own, start, batch, step, generator)
        reached, place, value = first_below(course, own.inputs, own.labels, goal)
        new = np.asarray(reached) & np.isnan(steps)
        steps[new] = before + CHUNK // LOOKS * (1 + np.asarray(place)[new])
        loss[new] = np.asarray(value)[new]
        found, start = taken(course, place, new, found), last(course)
        if not np.isnan(steps).any():
            break
    return found, {"steps": steps, "loss": loss}


def descend(
    own: Data, start: Parameters, batch: int, step: float, generator: np.random.Generator
) -> Parameters:
    """`CHUNK` steps of `training.train`, `LOOKS` records, with data of each replica's own."""
    replicas = len(own.labels)
    order = training.batches(generator, replicas, EXAMPLES, batch, CHUNK)
    order += EXAMPLES * np.arange(replicas, dtype=np.int32)[:, None, None]
    inputs, labels = own.inputs.reshape(-1, NETWORK.widths[0]), own.labels.reshape(-1)
    return training.train(
        NETWORK, losses.cross_entropy, start, inputs, labels, order, step, records=LOOKS
    )


@jax.jit
def last(course: Parameters) -> Parameters:
    """The last record."""
    return jax.tree.map(lambda a: a[-1], course)


@jax.jit
def first_below(
    course: Parameters, inputs: jax.Array, labels: jax.Array, goal: float
) -> tuple[jax.Array, jax.Array, jax.Array]:
    """Whether the loss of a replica falls to `goal`, the first record where it does, the loss."""
    of_replicas = jax.vmap(partial(losses.cross_entropy, NETWORK))
    found = jax.lax.map(lambda theta: of_replicas(theta, inputs, labels), course)
    place = (found <= goal).argmax(axis=0)
    return (found <= goal).any(axis=0), place, found[place, jnp.arange(found.shape[1])]


@jax.jit
def taken(
    course: Parameters, place: jax.Array, new: jax.Array, otherwise: Parameters
) -> Parameters:
    """Of the replicas that are new the record at `place`, of the others what was there."""

    def leaf(a: jax.Array, b: jax.Array) -> jax.Array:
        chosen = a[place, jnp.arange(len(place))]
        return jnp.where(new.reshape(-1, *[1] * (b.ndim - 1)), chosen, b)

    return jax.tree.map(leaf, course, otherwise)


def judged(own: Data, theta: Parameters) -> dict[str, np.ndarray]:
    """Test error and test loss of each replica."""
    found = error_and_loss(theta, own.test_inputs, own.test_labels)
    return {name: np.asarray(a, float) for name, a in zip(OUTCOMES, found, strict=True)}


@jax.jit
def error_and_loss(
    theta: Parameters, inputs: jax.Array, labels: jax.Array
) -> tuple[jax.Array, jax.Array]:
    """Both for each replica."""
    kinds = (losses.error_rate, losses.cross_entropy)
    error, loss = (jax.vmap(partial(f, NETWORK))(theta, inputs, labels) for f in kinds)
    return error, loss


def measured(own: Data, theta: Parameters, generator: np.random.Generator) -> pd.DataFrame:
    """Sharpness and test of each replica; residuals over the eigenvalue."""
    at = (NETWORK, losses.cross_entropy, theta, own.inputs, own.labels, generator)
    values, residuals = curvature.hessian_eigenvalues(*at, KRYLOV)
    relative, others = curvature.hessian_eigenvalues(*at, KRYLOV, relative=True)
    return pd.DataFrame(
        {
            "lambda_max": values[:, -1],
            "relative": relative[:, -1],
            "trace": curvature.hessian_trace(*at, PROBES).mean(axis=1),
            "residual": residuals[:, -1] / values[:, -1],
            "relative_residual": others[:, -1] / relative[:, -1],
        }
        | judged(own, theta)
    )


def spent(own: Data, start: Parameters, batch: int, generator: np.random.Generator) -> pd.DataFrame:
    """Sharpness and test error after a number of steps and of epochs."""
    ends = {"steps": BUDGET_STEPS, "epochs": BUDGET_EPOCHS * EXAMPLES // batch}
    theta, frames = start, []
    for steps in range(CHUNK, max(ends.values()) + 1, CHUNK):
        theta = last(descend(own, theta, batch, BUDGET_STEP, generator))
        for budget in (name for name, end in ends.items() if end == steps):
            at = (NETWORK, losses.cross_entropy, theta, own.inputs, own.labels, generator)
            values, _ = curvature.hessian_eigenvalues(*at, KRYLOV)
            frames.append(
                pd.DataFrame(
                    {
                        "budget": budget,
                        "batch": batch,
                        "replica": np.arange(len(own.labels)),
                        "steps": steps,
                        "loss": error_and_loss(theta, own.inputs, own.labels)[1],
                        "lambda_max": values[:, -1],
                        "error": judged(own, theta)["error"],
                    }
                )
            )
    return pd.concat(frames)


def scaled(own: Data, theta: Parameters, generator: np.random.Generator) -> pd.DataFrame:
    """Sharpness and outputs with the first layer times a factor, the second one's weights over it.

    A quarter of the replicas, each with the four factors; biases of the second layer stay."""
    few = len(own.labels) // len(FACTORS)
    factors = np.repeat(np.array(FACTORS, np.float32), few)

    def tile(a: np.ndarray) -> np.ndarray:
        return np.tile(np.asarray(a)[:few], (len(FACTORS), *[1] * (a.ndim - 1)))

    same = Data(*map(tile, own))
    first, second, third = jax.tree.map(tile, theta)
    changed = [
        {"weights": first["weights"] * factors[:, None, None],
         "biases": first["biases"] * factors[:, None]},
        second | {"weights": second["weights"] / factors[:, None, None]},
        third,
    ]  # fmt: skip
    outputs = jax.jit(jax.vmap(NETWORK.outputs))
    before, after = (outputs(t, same.test_inputs) for t in ([first, second, third], changed))
    found = measured(same, changed, generator)[["lambda_max", "relative", "error"]]
    replica = np.tile(np.arange(few), len(FACTORS))
    change = np.abs(np.asarray(after) - before).max(axis=(1, 2))
    return found.assign(factor=factors.astype(float), replica=replica, changed=change)


def wide(runs: pd.DataFrame, labels: str, quantity: str) -> pd.DataFrame:
    """Replicas by (batch, step); logarithms of measures of sharpness."""
    chosen = runs[runs["labels"] == labels]
    table = chosen.pivot(index="replica", columns=["batch", "step"], values=quantity)
    return np.log(table) if quantity in SHARPNESS else table


def around(samples: np.ndarray) -> dict[str, float]:
    """The mean over replicas with its interval."""
    mean, half = float(samples.mean()), half_width(samples[None], np.ones(1))
    return {"mean": mean, "low": mean - half, "high": mean + half}


def differences(runs: pd.DataFrame) -> pd.DataFrame:
    """sharpness_effects."""
    rows = []
    for labels, quantity in product(runs["labels"].unique(), (*SHARPNESS, *OUTCOMES)):
        table = wide(runs, labels, quantity)
        for batch, step in table.columns:
            if batch < EXAMPLES:
                found = (table[batch, step] - table[EXAMPLES, step]).to_numpy()
                key = {"labels": labels, "batch": batch, "step": step, "quantity": quantity}
                rows.append(key | around(found) | {"less": int((found < 0).sum())})
    return pd.DataFrame(rows)


def rank_correlations(runs: pd.DataFrame) -> pd.DataFrame:
    """sharpness_correlations: across runs of a replica, and across replicas for one setting."""
    rows = []
    for labels, measure, outcome in product(runs["labels"].unique(), SHARPNESS, OUTCOMES):
        x, y = (wide(runs, labels, name).to_numpy() for name in (measure, outcome))
        for axis, across in ((1, "runs of a replica"), (0, "replicas")):
            products = ranked(x, axis) * ranked(y, axis)
            key = {"labels": labels, "measure": measure, "outcome": outcome, "across": across}
            rows.append(key | around(products.mean(axis=1)))
    return pd.DataFrame(rows)


def ranked(values: np.ndarray, axis: int) -> np.ndarray:
    """Ranks along an axis with mean 0 and mean square 1."""
    ranks = rankdata(values, axis=axis)
    return (ranks - ranks.mean(axis, keepdims=True)) / ranks.std(axis, keepdims=True)


def outcomes(runs: pd.DataFrame, early: np.ndarray) -> dict[str, np.ndarray]:
    """What is counted, for each replica."""
    sharp, loss = (wide(runs, "noisy", name) for name in ("lambda_max", "test_loss"))
    flatter = {step: sharp[8, step] < sharp[EXAMPLES, step] for step in (0.2, 0.4)}
    better = loss[8, 0.4] < loss[EXAMPLES, 0.4]
    return {
        "batches of 8": (flatter[0.2] & flatter[0.4]).to_numpy(),
        "twice the step": (sharp[EXAMPLES, 0.4] < sharp[EXAMPLES, 0.2]).to_numpy(),
        "flatter with less test loss": (flatter[0.4] & better).to_numpy(),
        "stopped early": early < loss[EXAMPLES, 0.4].to_numpy(),
    }


def summary(made: dict[str, pd.DataFrame]) -> dict[str, float]:
    """What captions say: of batches of 8 and step 2/5 with noisy labels, against full batches, the
    share of λ_max, the differences of test error in per cent and of test loss; correlations told
    from 0; by how much scaling raises λ_max; error after equal epochs."""
    runs, effects, correlations, rescaled, budgets = made.values()
    found = {
        "replicas": runs["replica"].nunique(),
        "residual": runs["residual"].max(),
        "relative_residual": runs["relative_residual"].max(),
        "correlations": len(correlations),
        "told": int(((correlations["low"] > 0) | (correlations["high"] < 0)).sum()),
        "widest": correlations["mean"].abs().max(),
    }
    chosen = effects.query("labels == 'noisy' and batch == 8 and step == 0.4")
    for row in chosen.set_index("quantity").itertuples():
        for end in ("mean", "low", "high"):
            value = getattr(row, end)
            factor = 100 if row.Index == "error" else 1
            found[f"{row.Index}_{end}"] = (
                np.exp(value) if row.Index in SHARPNESS else factor * value
            )
    found["less_loss"] = int(chosen.set_index("quantity").loc["test_loss", "less"])
    plain = runs.query("labels == 'noisy' and batch == @EXAMPLES and step == step.max()")
    before = plain.set_index("replica")["lambda_max"]
    after = rescaled.set_index("replica")["lambda_max"].groupby(level=0).max()
    found |= {"raised": (after / before).median(), "changed": rescaled["changed"].max()}
    table = budgets.query("budget == 'epochs'").pivot(index="replica", columns="batch")
    more = 100 * (table["error"][8] - table["error"][EXAMPLES])
    for end, value in around(more.to_numpy()).items():
        found[f"epochs_error_{end}"] = value
    for batch, name in ((8, "small"), (EXAMPLES, "whole")):
        for quantity in ("lambda_max", "loss"):
            found[f"epochs_{quantity}_{name}"] = table[quantity][batch].mean()
    return found
