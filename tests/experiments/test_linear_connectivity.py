"""Barriers and averages of networks for digits, judged from their pairs; tampering is told."""

import numpy as np
import pytest

from provenscape.claims.statistics import half_width

CHAPTER = "neural_landscapes"
NAME = "linear_connectivity"
ENDS = ["first", "second"]


def of(tables, comparison, measure, width=32):
    """Lines of a comparison of plain networks, by pair."""
    table = tables["connectivity_pairs"]
    chosen = table[(table["width"] == width) & (table["normalised"] == 0)]
    chosen = chosen[(chosen["comparison"] == comparison) & (chosen["measure"] == measure)]
    return chosen.set_index("pair").sort_index()


def interval(sample):
    """Mean of a sample, and half the width of its interval."""
    sample = np.asarray(sample)
    return sample.mean(), half_width(sample[None], np.ones(1))


def below(first, second):
    """Whether the mean of paired differences is surely below 0."""
    mean, half = interval(first - second)
    return mean + half < 0


def counted(tables):
    """The counts of events, from the ends, middles and barriers of the pairs."""

    def barrier(name, measure="training_loss"):
        return of(tables, name, measure)["barrier"]

    def above(name, measure):
        """The average's value less those of both networks, least and greatest."""
        line = of(tables, name, measure)
        return line["middle"] - line["first"], line["middle"] - line["second"]

    def both(name, measure, factor=1.0, more=0.0):
        line = of(tables, name, measure)
        bound = factor * line[ENDS].to_numpy() + more
        return (line["middle"].to_numpy()[:, None] >= bound).all(axis=1)

    def competitive(name):
        first, second = above(name, "test_error")
        return (first + second) / 2 <= 0.02

    def alike(name):
        differences = [
            of(tables, name, measure)[ENDS].diff(axis=1)["second"].abs()
            for measure in ("training_loss", "test_error")
        ]
        return (differences[0] <= 0.01) & (differences[1] <= 0.02)

    small, tail = of(tables, "small start", "test_error"), of(tables, "tail", "test_loss")
    outcomes = {
        "barrier: independent": barrier("independent") > 0.1,
        "barrier: after 0": barrier("after 0") > 0.1,
        "no barrier: after 100": barrier("after 100") <= 0.001,
        "no barrier: after 0": barrier("after 0") <= 0.001,
        "connected: by weights": barrier("by weights", "test_error") <= 0.02,
        "connected: independent": barrier("independent", "test_error") <= 0.02,
        "dearer halfway: by weights": both("by weights", "training_loss", factor=5),
        "dearer halfway: after 100": both("after 100", "training_loss", factor=5),
        "worse average: independent": both("independent", "test_error", more=0.02),
        "worse average: after 0": both("after 0", "test_error", more=0.02),
        "competitive average: after 100": competitive("after 100"),
        "competitive average: by weights": competitive("by weights"),
        "competitive average: independent": competitive("independent"),
        "alike: independent": alike("independent"),
        "alike: small start": alike("small start"),
        "better average: tail": tail["second"] < tail["first"],
        "better average: independent": above("independent", "test_loss")[0] < 0,
        "lost: small start": small["second"] >= 0.5,
        "lost: start as it is": small["first"] >= 0.5,
    }
    return {name: (int(np.sum(hit)), len(hit)) for name, hit in outcomes.items()}


def counts_are_those_of_the_pairs(tables) -> bool:
    table = tables["connectivity_counts"].set_index("setting")
    stated = {name: (int(row["successes"]), int(row["trials"])) for name, row in table.iterrows()}
    return stated == counted(tables)


def sweep_is_accepted(tables) -> bool:
    def loss(name, width):
        return of(tables, name, "training_loss", width)["barrier"]

    aligned = all(
        below(loss(name, width), loss("independent", width))
        for name in ("by weights", "by activations")
        for width in (8, 32, 64)
    )
    pairs = len(loss("independent", 8))
    falls = all(
        below(loss(name, 32).to_numpy()[:pairs], loss(name, 8).to_numpy())
        for name in ("by weights", "by activations")
    )
    shared = below(loss("after 300", 8), loss("after 0", 8))
    return aligned and falls and shared


def test_counts_are_recomputed_from_the_pairs(tables):
    assert counts_are_those_of_the_pairs(tables(NAME))


def test_alignment_width_and_shared_training_lower_the_barrier(tables):
    assert sweep_is_accepted(tables(NAME))


def test_the_average_over_the_end_of_a_run_errs_no_differently(tables):
    line = of(tables(NAME), "tail", "test_error")
    mean, half = interval(line["second"] - line["first"])
    assert abs(mean) <= half < 0.002
    averages = tables(NAME)["connectivity_averages"].query("normalised == 0")
    averages = averages.set_index(["width", "comparison"])
    assert averages.loc[(32, "tail"), "excess"] == pytest.approx(mean)
    assert averages.loc[(32, "tail"), "half_width"] == pytest.approx(half)


def test_independent_networks_are_not_of_one_start(tables):
    """Each pair has networks, a split and orders of its own: no value is met twice."""
    for name in ("independent", "after 0"):
        line = of(tables(NAME), name, "training_loss")
        assert len(set(line["first"])) == len(line) == len(set(line["second"]))


@pytest.mark.parametrize(
    ("comparison", "measure", "column", "change"),
    [
        ("independent", "training_loss", "barrier", -10),
        ("after 100", "training_loss", "barrier", 1),
        ("by weights", "test_error", "barrier", 1),
        ("by weights", "training_loss", "middle", -1),
        ("independent", "test_error", "middle", -1),
        ("after 100", "test_error", "middle", 1),
        ("independent", "training_loss", "second", 1),
        ("tail", "test_loss", "second", 10),
        ("small start", "test_error", "second", -1),
    ],
)
def test_a_number_changed_is_told(tables, comparison, measure, column, change):
    found = {name: table.copy() for name, table in tables(NAME).items()}
    table = found["connectivity_pairs"]
    rows = (table["width"] == 32) & (table["comparison"] == comparison)
    where = table.index[rows & (table["measure"] == measure)]
    table.loc[where, column] += change
    assert not counts_are_those_of_the_pairs(found)


@pytest.mark.parametrize(
    ("comparison", "width"), [("by weights", 32), ("by activations", 64), ("after 300", 8)]
)
def test_a_sweep_changed_is_told(tables, comparison, width):
    found = {name: table.copy() for name, table in tables(NAME).items()}
    table = found["connectivity_pairs"]
    rows = (table["width"] == width) & (table["comparison"] == comparison)
    table.loc[rows, "barrier"] += 1
    assert not sweep_is_accepted(found)
