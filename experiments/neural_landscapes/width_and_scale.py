"""Width and scale of the start: what loss SGD reaches on digits and on random labels, and when.

Design. Networks with one hidden layer of m ReLU units, weights normal as by He et al. (2015) times
a scale, on 256 digits, with their labels or with labels drawn uniformly; cross-entropy, 400 steps
of SGD with batches of 32. Every run is made with each step of a fixed grid; `best` is the least
loss at the end over the grid, and the time to a loss of 1/10, seen every tenth step, is taken at
the step 0.3 and at the step that gets there first. Each trial has digits, random labels, starts and
batches of its own; the widths of a trial share digits and labels.

Hypotheses, fixed after one trial with four seeds: at width 64 both sets of labels are fitted to a
loss below 1/10 (N-55, N-N3, N-02; random labels: Zhang et al. 2017), at width 8 they are not; width
64 gets to 1/10 on digits in fewer steps than width 8, at the same step and at the best one (L-42).
The scale of the start is only surveyed: 1/64 to 16, all widths. A step of 0.03 was in the grid at
first; it was never the best.

Acceptance. The counts support the claims. Ten root seeds at effort quick give the same verdicts.

Negative control. Width 8 for the fits; two starts of width 64 for the comparison of times.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import pandas as pd

from provenscape.claims.statistics import counts
from provenscape.models.networks import digits, losses, training
from provenscape.models.networks.mlp import MLP, Parameters
from provenscape.study.tables import scalars

TABLES = ("width_runs", "width_counts", "width_summary", "width_values")
# Training amplifies last bits, which another instruction set rounds otherwise.
DIGITS = {"width_runs": 3, "width_summary": 2}
PARAMETERS = {
    "quick": {"widths": [8, 64], "scales": [1.0], "trials": 48},
    "full": {
        "widths": [1, 2, 4, 8, 16, 32, 64, 128, 256],
        "scales": [0.015625, 0.125, 1.0, 4.0, 16.0],
        "trials": 120,
    },
}

EXAMPLES, BATCH, STEPS, RECORDS = 256, 32, 400, 40
GRID = (0.1, 0.3, 1.0, 3.0)
EQUAL = GRID.index(0.3)
FITTED = 0.1
TOGETHER = 8  # trials at once
LABELS = ("digits", "random")
NARROW, WIDE = 8, 64


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return the tables.

    width_runs: width, scale, start, trial, labels, best, equal_time, best_time (steps; empty if not
    reached). width_counts: setting, successes, trials. width_summary: width, scale, labels, median,
    fitted (share), equal_time, best_time (medians). width_values: name, value.
    """
    data = digits.pool()
    counted, surveyed = seed.spawn(2)
    runs = []
    for chunk, child in enumerate(counted.spawn(parameters["trials"] // TOGETHER)):
        for width, start in ((NARROW, 0), (WIDE, 0), (WIDE, 1)):
            runs.append(trials(data, child, width, 1.0, start, chunk * TOGETHER))
    for width in parameters["widths"]:
        for scale in parameters["scales"]:
            if width not in (NARROW, WIDE) or scale != 1.0:
                runs.append(trials(data, surveyed, width, scale, 0, 0))
    table = pd.concat(runs, ignore_index=True)
    return {
        "width_runs": table,
        "width_counts": counts(outcomes(table)),
        "width_summary": summary(table),
        "width_values": scalars({"trials": parameters["trials"], "together": TOGETHER}),
    }


def trials(
    data: tuple[np.ndarray, np.ndarray],
    seed: np.random.SeedSequence,
    width: int,
    scale: float,
    start: int,
    first: int,
) -> pd.DataFrame:
    """Runs of one width and scale; digits, labels and batches hang on the seed alone."""
    images, kinds = data
    rng = np.random.default_rng(seed)
    rows = digits.drawn(rng, TOGETHER, EXAMPLES, kinds)
    random = rng.integers(0, digits.CLASSES, rows.shape, dtype=np.int32)
    labels = np.concatenate([kinds[rows], random])
    rows = np.concatenate([rows, rows])
    order = training.batches(rng, len(rows), EXAMPLES, BATCH, STEPS)
    order += EXAMPLES * np.arange(len(rows), dtype=np.int32)[:, None, None]
    network = MLP((images.shape[1], width, digits.CLASSES))
    own = np.random.default_rng(
        np.random.SeedSequence(seed.entropy, spawn_key=(*seed.spawn_key, width, start))
    )
    begin = network.initial(own, len(rows), scale)
    copies = len(GRID)
    states = training.train(
        network, losses.cross_entropy,
        jax.tree.map(lambda leaf: jnp.concatenate([leaf] * copies), begin),
        images[rows].reshape(-1, images.shape[1]), labels.reshape(-1),
        np.tile(order, (copies, 1, 1)), np.repeat(GRID, len(rows)), records=RECORDS,
    )  # fmt: skip
    inputs = jnp.asarray(np.tile(images[rows], (copies, 1, 1)))
    found = np.asarray(_losses(network, states, inputs, jnp.asarray(np.tile(labels, (copies, 1)))))
    loss = np.nan_to_num(found, nan=np.inf).reshape(RECORDS, copies, len(rows))
    below = loss < FITTED
    time = np.where(below.any(axis=0), (below.argmax(axis=0) + 1) * (STEPS // RECORDS), np.nan)
    return pd.DataFrame(
        {
            "width": width,
            "scale": scale,
            "start": start,
            "trial": first + np.tile(np.arange(TOGETHER), len(LABELS)),
            "labels": np.repeat(LABELS, TOGETHER),
            "best": loss[-1].min(axis=0),
            "equal_time": time[EQUAL],
            "best_time": np.fmin.reduce(time, axis=0),
        }
    )


@partial(jax.jit, static_argnums=0)
def _losses(network: MLP, states: Parameters, inputs: jax.Array, labels: jax.Array) -> jax.Array:
    """Losses over all examples, (records, replicas)."""
    each = jax.vmap(partial(losses.cross_entropy, network))
    return jax.lax.map(lambda state: each(state, inputs, labels), states)


def outcomes(table: pd.DataFrame) -> dict[str, np.ndarray]:
    """The events of the claims, one entry a trial."""
    plain = table[table["scale"] == 1.0].set_index(["width", "start", "labels"])

    def of(width: int, labels: str, column: str, start: int = 0) -> np.ndarray:
        part = plain.loc[(width, start, labels)]
        return part.sort_values("trial")[column].to_numpy()

    def sooner(width: int, other: int, start: int = 0) -> np.ndarray:
        times = [
            np.nan_to_num(of(width, "digits", name), nan=np.inf)
            < np.nan_to_num(of(other, "digits", name, start), nan=np.inf)
            for name in ("equal_time", "best_time")
        ]
        return times[0] & times[1]

    found = {}
    for width in (NARROW, WIDE):
        fits = [of(width, labels, "best") < FITTED for labels in LABELS]
        for labels, fit in zip(LABELS, fits, strict=True):
            found[f"width {width} fits {labels}"] = fit
        found[f"width {width} fits both"] = fits[0] & fits[1]
    found["width 64 before width 8"] = sooner(WIDE, NARROW)
    found["width 64 before width 64"] = sooner(WIDE, WIDE, 1)
    return found


def summary(table: pd.DataFrame) -> pd.DataFrame:
    """Medians and shares by width, scale and labels."""
    first = table[table["start"] == 0].assign(
        fitted=lambda t: t["best"] < FITTED,
        equal_time=lambda t: t["equal_time"].fillna(np.inf),
        best_time=lambda t: t["best_time"].fillna(np.inf),
    )
    found = first.groupby(["labels", "scale", "width"]).agg(
        trials=("best", "size"),
        median=("best", "median"),
        fitted=("fitted", "mean"),
        equal_time=("equal_time", "median"),
        best_time=("best_time", "median"),
    )
    return found.reset_index().replace(np.inf, np.nan)
