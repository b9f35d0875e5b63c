"""Index of critical points of a small network against their loss; what is found and is none.

Design. Networks of 8 inputs, 4 tanh units, 3 outputs (51 parameters) on 60 digits 3, 8, 9, reduced
to means over blocks of 2 × 4 pixels, standardised: cross-entropy plus ‖θ‖²/200, so that minima are
isolated up to permutations and signs of units. Each landscape has digits of its own. From a start
with weights N(0, 1/fan-in) 300 steps of gradient descent of length 0.3 are made. Candidates for
critical points: 40 steps of Newton's method, damped so that ‖g‖ falls, and of Levenberg's and
Marquardt's on ‖g‖², both from the trajectory at a time log-uniform in 1 … 300, and the latter from
a random point, N(0, 1/2). In the first landscapes descent from four starts is continued, by steps
−|H|⁻¹g that lower the loss (Dauphin et al. 2014), to a minimum; the least loss known is the least
of the minima and candidates. The gap is (loss − least)/(loss of the best constant − least); where
no descents are made the end of the trajectory stands for the least, which makes gaps smaller.

A candidate is certified if Newton and Kantorovich's h = Kβη ≤ 1/4 with β = ‖H⁻¹‖, η = β‖g‖ and a
bound K on the third derivative (`third_derivative`); 10⁻¹³ in g and 10⁻¹² in the eigenvalues are
allowed for rounding. Then a critical point lies within 2η, where H differs by less than 2ηK ≤
min |λ|/2, so that by Weyl's bound its index is that computed. One that is not certified is
gradient-flat if ‖Hg‖ ≤ 10⁻³ ‖H‖‖g‖ (Frye et al. 2021).

Hypotheses, after trials with other root seeds on what is found at all: most candidates are no
critical points (a trial had said so of those from random points, the next said the opposite; the
share is reported); of critical points found from the trajectory most are saddles (L-03, N-27); the
index grows with the loss (Dauphin et al.); descent ends at minima, with a gap of at most 0.02
(N-29, L-39, E-12; 0.1 at first, which a single unit meets as well); critical points found from
random points have gaps above 0.1. How many of those found from the trajectory have one of at most
0.1 (N-28) is reported, whatever it is; it hangs on the law of the times.

Acceptance. The counts support the claims, trials being landscapes, one candidate of each; where
certified points are asked for, the first of them. Spearman's correlation of index and gap over
certified candidates from the trajectory is above 1/2. All claims are supported with each of ten
root seeds at effort quick.

Negative control. Ends of descent are no saddles; with a single unit instead of four larger gaps are
frequent.
"""

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import pandas as pd
from jax.flatten_util import ravel_pytree
from scipy.stats import spearmanr
from sklearn.datasets import load_digits

from provenscape.claims.statistics import counts
from provenscape.models.networks import digits, losses, training
from provenscape.models.networks.mlp import MLP, Parameters, flatten
from provenscape.study.tables import scalars

TABLES = ("critical_candidates", "critical_counts", "critical_shares", "critical_values")
PARAMETERS = {
    "quick": {"landscapes": 144, "descended": 48, "certified": 48},
    "full": {"landscapes": 240, "descended": 120, "certified": 96},
}

KINDS, EXAMPLES, UNITS, CONTROL_UNITS = (3, 8, 9), 60, 4, 1
DECAY = 0.01
STEP, STEPS = 0.3, 300
SEARCH, DESCENT, STARTS = 40, 40, 4
SPREAD = 0.5**0.5
NEAR, CLOSE = 0.1, 0.02
ROUNDING, ROUNDING_EIGENVALUE = 1e-13, 1e-12
FLAT = 1e-3

Data = tuple[np.ndarray, np.ndarray]


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return the tables.

    critical_candidates: units, origin, landscape, start, loss, gap (empty without a least loss),
    gap_to_last, index, kind (minimum, saddle, gradient-flat, unfinished), gradient (norm),
    smallest (least |λ|), h, flatness (‖Hg‖/‖H‖‖g‖). critical_counts: setting, successes, trials.
    critical_shares: origin, kind, number, share. critical_values: name, value.
    """
    rng = np.random.default_rng(seed)
    many, some = parameters["landscapes"], parameters["descended"]
    inputs, labels = landscapes(rng, many)
    tables = []
    for units in (UNITS, CONTROL_UNITS):
        network = MLP((inputs.shape[2], units, len(KINDS)), "tanh")
        starts = [network.initial(rng, some, dtype=np.float64) for _ in range(STARTS)]
        first = (inputs[:some], labels[:some])
        for number, start in enumerate(starts):
            path = trajectory(network, start, *first)
            end = search(network, path[-1], first, descend, DESCENT)
            last = local(network, path[-1], first)[0]
            tables.append(described(network, end, first, "descent", last, start=number))
        if units == UNITS:
            for block in range(0, many, some):
                data = inputs[block : block + some], labels[block : block + some]
                path = trajectory(network, network.initial(rng, some, dtype=np.float64), *data)
                times = np.exp(rng.uniform(0, np.log(STEPS), some)).astype(int)
                met = path[times, np.arange(some)]
                last = local(network, path[-1], data)[0]
                random = SPREAD * rng.standard_normal(met.shape)
                for origin, place, method in (
                    ("trajectory, Newton", met, newton),
                    ("trajectory", met, levenberg),
                    ("random", random, levenberg),
                ):
                    found = search(network, place, data, method, SEARCH)
                    tables.append(described(network, found, data, origin, last, landscape=block))
    table = with_gaps(pd.concat(tables, ignore_index=True), constant_loss(labels))
    return {
        "critical_candidates": table,
        "critical_counts": counted(table, parameters),
        "critical_shares": shares(table),
        "critical_values": scalars(summary(table, parameters)),
    }


def landscapes(rng: np.random.Generator, count: int) -> Data:
    """Digits of each landscape: inputs (count, 60, 8), labels (count, 60) from 0 to 2."""
    images, labels = load_digits(return_X_y=True)
    kept = np.isin(labels, KINDS)
    blocks = images[kept].reshape(-1, 4, 2, 2, 4).mean(axis=(2, 4)).reshape(kept.sum(), -1)
    blocks = (blocks - blocks.mean(axis=0)) / blocks.std(axis=0)
    rows = digits.drawn(rng, count, EXAMPLES, kept.sum())
    return blocks[rows], np.searchsorted(KINDS, labels[kept][rows]).astype(np.int32)


def penalised(
    network: MLP, parameters: Parameters, inputs: jax.Array, labels: jax.Array
) -> jax.Array:
    """Cross-entropy and weight decay on all parameters."""
    size = sum((leaf**2).sum() for leaf in jax.tree.leaves(parameters))
    return losses.cross_entropy(network, parameters, inputs, labels) + DECAY / 2 * size


def trajectory(
    network: MLP, start: Parameters, inputs: np.ndarray, labels: np.ndarray
) -> np.ndarray:
    """Gradient descent on all examples, start and each step; shape (steps + 1, replicas, size)."""
    replicas, examples = labels.shape
    rows = np.arange(replicas * examples, dtype=np.int32).reshape(replicas, 1, examples)
    flat = inputs.reshape(-1, inputs.shape[2]), labels.reshape(-1)
    states = training.train(
        network, penalised, start, *flat, np.repeat(rows, STEPS, axis=1), STEP, records=STEPS
    )
    return np.concatenate([flatten(start)[None], jax.vmap(flatten)(states)])


@cache
def _unflatten(network: MLP) -> Callable[[jax.Array], Parameters]:
    one = jax.tree.map(
        lambda leaf: leaf[0], network.initial(np.random.default_rng(0), 1, dtype=np.float64)
    )
    return ravel_pytree(one)[1]


@partial(jax.jit, static_argnums=0)
def _local(
    network: MLP, theta: jax.Array, inputs: jax.Array, labels: jax.Array
) -> tuple[jax.Array, jax.Array, jax.Array]:
    """Loss, gradient and Hessian of each replica."""

    def one(v: jax.Array, x: jax.Array, y: jax.Array) -> tuple[jax.Array, jax.Array, jax.Array]:
        def loss(v: jax.Array) -> jax.Array:
            return penalised(network, _unflatten(network)(v), x, y)

        return (*jax.value_and_grad(loss)(v), jax.hessian(loss)(v))

    return jax.vmap(one)(theta, inputs, labels)


def local(network: MLP, theta: np.ndarray, data: Data) -> tuple[np.ndarray, ...]:
    return tuple(np.asarray(part) for part in _local(network, theta, *data))


def solve(matrices: np.ndarray, vectors: np.ndarray) -> np.ndarray:
    return np.linalg.solve(matrices, vectors[..., None])[..., 0]


def newton(g: np.ndarray, H: np.ndarray, damping: np.ndarray) -> np.ndarray:
    """−tH⁻¹g, t = 1/(1 + damping)."""
    return -solve(H, g) / (1 + damping[:, None])


def levenberg(g: np.ndarray, H: np.ndarray, damping: np.ndarray) -> np.ndarray:
    """−(H² + μ)⁻¹Hg, μ a thousandth of the damping's square."""
    shift = 1e-3 * damping[:, None, None] ** 2 * np.eye(H.shape[1])
    return -solve(H @ H + shift, np.einsum("rij,rj->ri", H, g))


def descend(g: np.ndarray, H: np.ndarray, damping: np.ndarray) -> np.ndarray:
    """−(|H| + μ)⁻¹g, μ a thousandth of the damping."""
    values, vectors = np.linalg.eigh(H)
    parts = np.einsum("rji,rj->ri", vectors, g) / (np.abs(values) + 1e-3 * damping[:, None])
    return -np.einsum("rij,rj->ri", vectors, parts)


def search(
    network: MLP,
    theta: np.ndarray,
    data: Data,
    method: Callable[[np.ndarray, np.ndarray, np.ndarray], np.ndarray],
    steps: int,
) -> np.ndarray:
    """Steps of a method, each accepted where its merit falls; damping falls and rises with that.

    The merit is ‖g‖², for `descend` the loss.
    """
    damping = np.ones(len(theta))
    loss, g, H = local(network, theta, data)
    for _ in range(steps):
        trial = theta + method(g, H, damping)
        parts = local(network, trial, data)
        merits = (loss, parts[0]) if method is descend else ((g**2).sum(1), (parts[1] ** 2).sum(1))
        better = merits[1] < merits[0]
        theta = np.where(better[:, None], trial, theta)
        loss = np.where(better, parts[0], loss)
        g = np.where(better[:, None], parts[1], g)
        H = np.where(better[:, None, None], parts[2], H)
        damping = np.clip(np.where(better, damping / 4, damping * 4), 1e-12, 1e9)
    return theta


def third_derivative(network: MLP, theta: np.ndarray, inputs: np.ndarray) -> np.ndarray:
    """A bound on |d³/dt³ of the loss along a unit vector| near θ, for each replica.

    With X = |(x, 1)|, m units and V the last weights and biases, the outputs have derivatives of at
    most √(m + 1) + X|V|, 2X + cX²|V|, 3cX² + 2X³|V|, where |tanh′| ≤ 1, |tanh″| ≤ c = 4/√27,
    |tanh‴| ≤ 2. Those of log Σ exp of outputs v are at most √2|v| (less that of the label),
    |v|²/2 and |v|³√2³/√108. Weight decay has none. V may differ by 10⁻³.
    """
    last = np.asarray(jax.vmap(_last(network))(jnp.asarray(theta)))
    size = np.linalg.norm(last, axis=1)[:, None] + 1e-3
    X = np.sqrt((inputs**2).sum(axis=2) + 1)
    c = 4 / 27**0.5
    first = (network.widths[1] + 1) ** 0.5 + X * size
    second = 2 * X + c * X**2 * size
    third = 3 * c * X**2 + 2 * X**3 * size
    whole = 8**0.5 / 108**0.5 * first**3 + 1.5 * first * second + 2**0.5 * third
    return whole.mean(axis=1)


def _last(network: MLP) -> Callable[[jax.Array], jax.Array]:
    """From all parameters to those of the last layer in a row."""
    return lambda v: ravel_pytree(_unflatten(network)(v)[-1])[0]


def described(
    network: MLP,
    theta: np.ndarray,
    data: Data,
    origin: str,
    last: np.ndarray,
    landscape: int = 0,
    start: int = 0,
) -> pd.DataFrame:
    """One row a candidate; landscapes are numbered from `landscape`, `last` is where a trajectory
    in each has its end."""
    loss, g, H = local(network, theta, data)
    values = np.linalg.eigvalsh(H)
    sizes = np.abs(values)
    norm = np.linalg.norm(g, axis=1)
    smallest = np.maximum(sizes.min(axis=1) - ROUNDING_EIGENVALUE, 1e-300)
    h = third_derivative(network, theta, data[0]) * (norm + ROUNDING) / smallest**2
    index = (values < 0).sum(axis=1)
    image = np.linalg.norm(np.einsum("rij,rj->ri", H, g), axis=1)
    flatness = image / np.maximum(sizes.max(axis=1) * norm, 1e-300)
    kind = np.where(flatness <= FLAT, "gradient-flat", "unfinished")
    kind = np.where(h <= 0.25, np.where(index > 0, "saddle", "minimum"), kind)
    return pd.DataFrame(
        {
            "units": network.widths[1],
            "origin": origin,
            "landscape": landscape + np.arange(len(theta)),
            "start": start,
            "loss": loss,
            "gap_to_last": (loss - last) / (constant_loss(data[1]) - last),
            "index": index,
            "kind": kind,
            "gradient": norm,
            "smallest": sizes.min(axis=1),
            "h": h,
            "flatness": flatness,
        }
    )


def constant_loss(labels: np.ndarray) -> np.ndarray:
    """Loss of the best constant without decay: the entropy of the labels, for each landscape."""
    share = np.stack([(labels == k).mean(axis=1) for k in range(len(KINDS))], axis=1)
    return -(share * np.log(share)).sum(axis=1)


def with_gaps(table: pd.DataFrame, constant: np.ndarray) -> pd.DataFrame:
    """The table with the gap above the least loss known for that landscape and network."""
    certified = table[critical(table)]
    descended = table[table["origin"] == "descent"]
    least = certified.groupby(["units", "landscape"])["loss"].min()
    least = least[least.index.isin(descended.set_index(["units", "landscape"]).index)]
    keys = pd.MultiIndex.from_frame(table[["units", "landscape"]])
    best = least.reindex(keys).to_numpy()
    gap = (table["loss"] - best) / (constant[table["landscape"]] - best)
    return table.assign(gap=gap)


def counted(table: pd.DataFrame, parameters: Mapping[str, Any]) -> pd.DataFrame:
    """The counts on which claims are judged."""
    rows = {}
    wanted = parameters["certified"]
    parts = dict(iter(table[table["start"] == 0].groupby("origin")))
    for origin in ("trajectory, Newton", "trajectory", "random"):
        rows[f"{origin}: not critical"] = (~critical(parts[origin])).to_numpy()
    descents = parts.pop("descent")
    many = parameters["landscapes"] // parameters["descended"]  # starts in each, for equal trials
    ends = table[(table["origin"] == "descent") & (table["units"] == UNITS)]
    rows["descent: not critical"] = (~critical(ends[ends["start"] < many])).to_numpy()
    for units, part in descents.groupby("units"):
        close = (part["kind"] == "minimum") & (part["gap"] <= CLOSE)
        rows[f"{units} units, descent: close"] = close.to_numpy()
    parts = {origin: part[critical(part)] for origin, part in parts.items()}
    parts["descent"] = descents[descents["units"] == UNITS]
    for origin, part in parts.items():
        known = part.sort_values("landscape").head(wanted)
        if len(known) == wanted:
            for kind in ("saddle", "minimum"):
                rows[f"{origin}: {kind}"] = (known["kind"] == kind).to_numpy()
            rows[f"{origin}: far"] = (known["gap_to_last"] > NEAR).to_numpy()
    return counts(rows)


def critical(table: pd.DataFrame) -> pd.Series:
    """Whether each candidate is certified."""
    return table["kind"].isin(["minimum", "saddle"])


def shares(table: pd.DataFrame) -> pd.DataFrame:
    """How many candidates of each origin are of each kind."""
    part = table[table["units"] == UNITS]
    number = part.groupby(["origin", "kind"]).size().rename("number").reset_index()
    total = number.groupby("origin")["number"].transform("sum")
    return number.assign(share=number["number"] / total)


def summary(table: pd.DataFrame, parameters: Mapping[str, Any]) -> dict[str, float]:
    """Numbers that figures quote."""
    part = table[table["units"] == UNITS]
    met = part[part["origin"].str.startswith("trajectory") & critical(part)]
    known = met.dropna(subset=["gap"])
    saddles = known[known["kind"] == "saddle"]
    ends = part[part["origin"] == "descent"]
    return {
        "landscapes": parameters["landscapes"],
        "descended": parameters["descended"],
        "correlation": float(spearmanr(known["index"], known["gap"]).statistic),
        "saddles": len(saddles),
        "saddles_near": float((saddles["gap"] <= NEAR).mean()),
        "minima_close": float((ends["gap"] <= CLOSE).mean()),
        "worst_minimum": float(ends["gap"].max()),
    }
