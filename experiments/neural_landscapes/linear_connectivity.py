"""Losses on the line between two networks for digits: as they are, aligned, with a shared start.

Design. Each pair has its own split of the 1797 images, 1200 to train on and 597 to test, its own
starts and orders of batches. Networks have two hidden layers of rectified units of one width, a
Gaussian start of variance 2 over the inputs of a unit, cross-entropy, 400 steps of SGD of length 1
with batches of 32 (11 epochs). The first network of a pair is compared, on the same images, with
one from another start in another order (independent), with the same after its hidden units are
aligned by weights or by activations on the training images, and for k = 0 … 300 with one that
shares the start and the first k steps and then has the other order. The barrier is the greatest
excess over the chord at λ = 0, 1/6, …, 1 (effort quick: 0, 1/4, …, 1), of loss and error (share of
wrong digits), on training and on test images. Averages of weights are those at λ = 1/2; that of the
tail is of the first network after 250, 300, 350 and 400 steps. Widths are swept, with batch
normalisation too, whose statistics are those over the training images at each λ.

Acceptance. At the width of 32, counted over pairs, one claim each, chances of
    at least 9/10   independent: a barrier of the training loss above 1/10
    at least 9/10   after 100 shared steps: a barrier of at most 1/1000
    more than 1/2   aligned by weights: a barrier of the test error of at most 2 points
    at least 9/10   aligned by weights: a training loss halfway at least five times that of both
    at least 9/10   independent: the average errs at least 2 points more than both
    at least 9/10   after 100 shared steps: the average errs at most 2 points more than their mean
    more than 1/2   aligned by weights: likewise
    at least 9/10   independent: training losses within 1/100, test errors within 2 points
    at least 9/10   the start divided by 100: errs on at least half of the test images
    more than 1/2   the tail's average has a smaller test loss than the last weights
and by means over pairs, with Student's intervals of paired differences at the project's confidence:
at widths 8, 32 and 64 both alignments lower the barrier of the training loss, and it is lower at
width 32 than at width 8; at width 8 it is lower after 300 shared steps than with the start alone;
the tail's average is not told from the last weights by its test error at width 32. That is ten
tests of counts and ten of means, each at 10⁻⁶; of other widths tables are given, and no test made.

Negative controls, one thing changed in each, by claim: the start shared; the start alone shared;
not aligned; 100 steps shared; the start shared; independent, twice; a start divided by 100; the
start as it is; the average with an independent network instead of with the own past.

Steps, widths and thresholds were chosen after trials with other seeds: steps of length 1/10 and
3/10, with which aligned barriers are two to four times as high and all else is alike, and 600 of
them. That aligned barriers fall with the width was expected: from 8 to 64 they do; beyond, those
by activations go on to fall, those by weights rise, at 512 to twice the value at 64. The barrier of
independent networks falls to width 128, that of their error all along. Of ten other root seeds, at
effort quick, all gave the verdicts above; with 40 pairs at width 8, instead of 60, on one of them
300 shared steps were not told from none.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import pandas as pd

from provenscape.claims.statistics import counts, half_width
from provenscape.models.networks import digits, losses
from provenscape.models.networks.alignment import match_activations, match_weights, permute
from provenscape.models.networks.barriers import along, barrier
from provenscape.models.networks.mlp import MLP, Parameters
from provenscape.models.networks.training import batches, train
from provenscape.study.tables import scalars

TABLES = (
    "connectivity_counts",
    "connectivity_pairs",
    "connectivity_lines",
    "connectivity_barriers",
    "connectivity_averages",
    "connectivity_values",
)
# Without AVX2: training amplifies last bits. All counts were the same.
DIGITS = {
    "connectivity_pairs": 1,
    "connectivity_lines": 4,
    "connectivity_barriers": 1,
    "connectivity_averages": 1,
    "connectivity_values": 5,
}
PARAMETERS = {
    "quick": {
        "trials": 200,
        "shares": 5,
        "shared": [0, 300],
        "plain": {8: 60, 64: 20},
        "normalised": {},
    },
    "full": {
        "trials": 400,
        "shares": 7,
        "shared": [0, 10, 30, 100, 300],
        "plain": {8: 60, 16: 60, 64: 40, 128: 20, 256: 10, 512: 6},
        "normalised": {8: 60, 32: 40, 128: 20},
    },
}

TRAINING, IMAGES = 1200, 1797
STEP, STEPS, BATCH = 1.0, 400, 32
RECORDS, TAIL = 8, 4  # the weights are recorded so often; the last so many are averaged
CLAIMED = 32  # the width that claims are about
TINY = 0.01
CHUNK = 20  # pairs that are trained together, few enough for the cache

INDEPENDENT, WEIGHTS, ACTIVATIONS = "independent", "by weights", "by activations"
TAILED, SMALL = "tail", "small start"


@dataclass(frozen=True)
class Setting:
    """A network, how many pairs of it, on how many places of a line its losses are taken, and for
    which k there are pairs that share k steps."""

    width: int
    pairs: int
    places: int
    normalised: bool = False
    shared: tuple[int, ...] = (0,)
    small: bool = False  # whether the start divided by 100 is trained, too

    @property
    def network(self) -> MLP:
        return MLP((64, self.width, self.width, digits.CLASSES), normalised=self.normalised)

    @property
    def shares(self) -> np.ndarray:
        return np.linspace(0, 1, self.places)


NAMES = ("training_loss", "training_error", "test_loss", "test_error")


def measures(network: MLP, theta: Parameters, x: jax.Array, y: jax.Array) -> jax.Array:
    """Loss and error on training and on test images, of one pass over all of them."""
    logs = jax.nn.log_softmax(network.outputs(theta, x, x[:TRAINING]))
    loss = -jnp.take_along_axis(logs, y[:, None], axis=1)[:, 0]
    wrong = logs.argmax(axis=1) != y
    parts = (slice(TRAINING), slice(TRAINING, None))
    return jnp.stack([each[part].mean() for part in parts for each in (loss, wrong)])


def run(parameters: Mapping[str, Any], seed: np.random.SeedSequence) -> dict[str, pd.DataFrame]:
    """Return counts of the claims' events; pairs (width, normalised, pair, comparison, measure,
    first, second, middle, barrier), first and second being the values of the two networks (for
    `tail` of the last iterate and of the average), middle that of the average of both; lines at the
    width of the claims (comparison, measure, share, low, median, high: 10, 50, 90 % of the pairs);
    barriers (width, normalised, comparison, measure, pairs, low, median, high, mean, half_width);
    averages (width, normalised, comparison, pairs, error, excess, half_width: mean test error, its
    excess over the mean of the two networks, for `tail` over the last iterate); and values.
    """
    return merged(parameters, [part() for part in parts(parameters, seed)])


def settings(parameters: Mapping[str, Any]) -> list[Setting]:
    """The networks of all widths; first those of the claims."""
    places, shared = parameters["shares"], tuple(parameters["shared"])
    found = [Setting(CLAIMED, parameters["trials"], places, shared=(0, 100), small=True)]
    for width, pairs in parameters["plain"].items():
        found.append(Setting(width, pairs, places, shared=shared if width < CLAIMED else (0,)))
    for width, pairs in parameters["normalised"].items():
        found.append(Setting(width, pairs, places, normalised=True))
    return found


def parts(
    parameters: Mapping[str, Any], seed: np.random.SeedSequence
) -> list[Callable[[], dict[str, np.ndarray]]]:
    """What is measured of each setting."""
    chosen = settings(parameters)
    return [
        partial(measured, setting, child)
        for setting, child in zip(chosen, seed.spawn(len(chosen)), strict=True)
    ]


def merged(
    parameters: Mapping[str, Any], found: list[dict[str, np.ndarray]]
) -> dict[str, pd.DataFrame]:
    """The tables, from what was measured of each setting."""
    chosen = settings(parameters)
    pairs = pd.concat(map(table, chosen, found), ignore_index=True)
    return {
        "connectivity_counts": counts(events(pairs)),
        "connectivity_pairs": pairs,
        "connectivity_lines": lines(chosen[0], found[0]),
        "connectivity_barriers": barriers(pairs),
        "connectivity_averages": averages(pairs),
        "connectivity_values": scalars(values(pairs)),
    }


def measured(setting: Setting, seed: np.random.SeedSequence) -> dict[str, np.ndarray]:
    """For each comparison the measures along its lines; shape (measures, pairs, shares)."""
    generator = np.random.default_rng(seed)
    images, labels = digits.pool()
    parts = []
    for count in shares_of(setting.pairs, CHUNK):
        rows = digits.drawn(generator, count, IMAGES, labels)
        digits.require_classes(labels[rows[:, :TRAINING]])
        ours, others = networks(setting, generator, images, labels, rows[:, :TRAINING])
        parts.append(
            {
                name: along(
                    setting.network, (measures,), ours, other, setting.shares, images, labels, rows
                )
                for name, other in others.items()
            }
        )
    return {name: np.concatenate([part[name] for part in parts], axis=1) for name in parts[0]}


def shares_of(total: int, most: int) -> list[int]:
    """A total in shares of at most `most`."""
    return [min(most, total - begun) for begun in range(0, total, most)]


def networks(
    setting: Setting,
    generator: np.random.Generator,
    images: np.ndarray,
    labels: np.ndarray,
    seen: np.ndarray,
) -> tuple[Parameters, dict[str, Parameters]]:
    """The first network of each pair, trained on its images `seen`, and those it is compared to."""
    network, count = setting.network, len(seen)
    first, second = (network.initial(generator, count) for _ in range(2))
    order, other = (_batches(generator, seen) for _ in range(2))
    designs = {"first": (first, order), INDEPENDENT: (second, other)}
    for k in setting.shared:
        designs[f"after {k}"] = (first, np.concatenate([order[:, :k], other[:, k:]], axis=1))
    if setting.small:
        designs[SMALL] = (jax.tree.map(lambda a: np.float32(TINY) * np.asarray(a), first), order)
    starts, orders = zip(*designs.values(), strict=True)
    together = jax.tree.map(lambda *leaves: np.concatenate(leaves), *starts)
    course = train(
        network, losses.cross_entropy, together, images, labels, np.concatenate(orders), STEP,
        records=RECORDS,
    )  # fmt: skip
    course = jax.tree.map(np.asarray, course)

    def trained(k: int) -> Parameters:
        return jax.tree.map(lambda a: a[-1, k * count : (k + 1) * count], course)

    found = {name: trained(k) for k, name in enumerate(designs)}
    ours = found.pop("first")
    independent = found[INDEPENDENT]
    found[WEIGHTS] = permute(independent, match_weights(network, ours, independent))
    found[ACTIVATIONS] = permute(
        independent, match_activations(network, ours, independent, images[seen])
    )
    found[TAILED] = jax.tree.map(lambda a: a[-TAIL:, :count].mean(axis=0), course)
    return ours, found


def _batches(generator: np.random.Generator, seen: np.ndarray) -> np.ndarray:
    """Which of all images each step uses; (pairs, steps, batch)."""
    count, examples = seen.shape
    places = batches(generator, count, examples, BATCH, STEPS).reshape(count, -1)
    return np.take_along_axis(seen, places, axis=1).reshape(count, STEPS, BATCH)


def table(setting: Setting, found: dict[str, np.ndarray]) -> pd.DataFrame:
    """The ends, the middle and the barrier of each line of a setting."""
    frames = [
        pd.DataFrame(
            {
                "width": setting.width,
                "normalised": int(setting.normalised),
                "pair": np.arange(setting.pairs),
                "comparison": name,
                "measure": measure,
                "first": line[:, 0],
                "second": line[:, -1],
                "middle": line[:, setting.places // 2],
                "barrier": barrier(line, setting.shares),
            }
        )
        for name, by_measure in found.items()
        for measure, line in zip(NAMES, by_measure, strict=True)
    ]
    return pd.concat(frames, ignore_index=True)


def events(pairs: pd.DataFrame) -> dict[str, np.ndarray]:
    """The outcomes that the claims and their controls are judged on, for each pair."""
    claimed = pairs[(pairs["width"] == CLAIMED) & (pairs["normalised"] == 0)]
    of = {
        (name, measure): group.sort_values("pair").set_index("pair")
        for (name, measure), group in claimed.groupby(["comparison", "measure"])
    }

    def high(name: str) -> pd.Series:
        return of[name, "training_loss"]["barrier"] > 1 / 10

    def absent(name: str) -> pd.Series:
        return of[name, "training_loss"]["barrier"] <= 1 / 1000

    def connected(name: str) -> pd.Series:
        return of[name, "test_error"]["barrier"] <= 0.02

    def dearer(name: str) -> pd.Series:
        line = of[name, "training_loss"]
        return line["middle"] >= 5 * line[["first", "second"]].max(axis=1)

    def worse(name: str) -> pd.Series:
        line = of[name, "test_error"]
        return line["middle"] >= line[["first", "second"]].max(axis=1) + 0.02

    def competitive(name: str) -> pd.Series:
        line = of[name, "test_error"]
        return line["middle"] <= line[["first", "second"]].mean(axis=1) + 0.02

    def alike(name: str) -> pd.Series:
        loss, error = of[name, "training_loss"], of[name, "test_error"]
        near = (loss["first"] - loss["second"]).abs() <= 1 / 100
        return near & ((error["first"] - error["second"]).abs() <= 0.02)

    tests = {
        "barrier": (high, (INDEPENDENT, "after 0")),
        "no barrier": (absent, ("after 100", "after 0")),
        "connected": (connected, (WEIGHTS, INDEPENDENT)),
        "dearer halfway": (dearer, (WEIGHTS, "after 100")),
        "worse average": (worse, (INDEPENDENT, "after 0")),
        "competitive average": (competitive, ("after 100", WEIGHTS, INDEPENDENT)),
        "alike": (alike, (INDEPENDENT, SMALL)),
    }
    found = {
        f"{event}: {name}": test(name).to_numpy()
        for event, (test, names) in tests.items()
        for name in names
    }
    tail, other = of[TAILED, "test_loss"], of[INDEPENDENT, "test_loss"]
    lost = of[SMALL, "test_error"]
    return found | {
        "better average: tail": (tail["second"] < tail["first"]).to_numpy(),
        "better average: independent": (other["middle"] < other["first"]).to_numpy(),
        "lost: small start": (lost["second"] >= 1 / 2).to_numpy(),
        "lost: start as it is": (lost["first"] >= 1 / 2).to_numpy(),
    }


def lines(setting: Setting, found: dict[str, np.ndarray]) -> pd.DataFrame:
    """Deciles and medians of the measures along the lines, less their chords nothing."""
    frames = []
    for name, by_measure in found.items():
        for measure, line in zip(NAMES, by_measure, strict=True):
            low, median, high = np.quantile(line, [0.1, 0.5, 0.9], axis=0)
            frames.append(
                pd.DataFrame(
                    {
                        "comparison": name, "measure": measure, "share": setting.shares,
                        "low": low, "median": median, "high": high,
                    }
                )
            )  # fmt: skip
    return pd.concat(frames, ignore_index=True)


def barriers(pairs: pd.DataFrame) -> pd.DataFrame:
    """Barriers of each setting, comparison and measure, over its pairs."""
    keys = ["width", "normalised", "comparison", "measure"]
    chosen = pairs[~pairs["comparison"].isin([TAILED, SMALL])]
    rows = []
    for names, group in chosen.groupby(keys, sort=False):
        sample = group["barrier"].to_numpy()
        low, median, high = np.quantile(sample, [0.1, 0.5, 0.9])
        rows.append(
            dict(zip(keys, names, strict=True))
            | {"pairs": len(sample), "low": low, "median": median, "high": high}
            | {"mean": sample.mean(), "half_width": half_width(sample[None], np.ones(1))}
        )
    return pd.DataFrame(rows)


def averages(pairs: pd.DataFrame) -> pd.DataFrame:
    """Test errors of averages of weights, and their excess, paired."""
    keys = ["width", "normalised", "comparison"]
    chosen = pairs[(pairs["measure"] == "test_error") & (pairs["comparison"] != SMALL)]
    rows = []
    for names, group in chosen.groupby(keys, sort=False):
        tail = names[-1] == TAILED
        error = group["second" if tail else "middle"]
        excess = error - (group["first"] if tail else (group["first"] + group["second"]) / 2)
        rows.append(
            dict(zip(keys, names, strict=True))
            | {"pairs": len(group), "error": error.mean(), "excess": excess.mean()}
            | {"half_width": half_width(excess.to_numpy()[None], np.ones(1))}
        )
    return pd.DataFrame(rows)


def values(pairs: pd.DataFrame) -> dict[str, Any]:
    """What captions say: sizes, medians of barriers at the width of the claims, errors in %."""
    claimed = pairs[(pairs["width"] == CLAIMED) & (pairs["normalised"] == 0)]
    entries: dict[str, Any] = {"trials": claimed["pair"].nunique()}
    for name, group in claimed.groupby("comparison", sort=False):
        key = name.replace(" ", "_")
        loss, error = (group[group["measure"] == m] for m in ("training_loss", "test_error"))
        entries[f"{key}_barrier"] = loss["barrier"].median()
        entries[f"{key}_error"] = 100 * error["middle"].mean()
    ends = claimed[claimed["comparison"] == TAILED].set_index("measure")
    entries["loss"] = ends.loc["training_loss", "first"].median()
    entries["error"] = 100 * ends.loc["test_error", "first"].mean()
    entries["tail_error"] = 100 * ends.loc["test_error", "second"].mean()
    return entries
