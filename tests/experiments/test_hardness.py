"""Each reduction is right on all its instances and its control is not; tampered tables are told."""

from functools import cache
from itertools import combinations, product
from math import comb

import numpy as np
import pandas as pd
import pytest

CHAPTER = "hardness"


@cache
def least_difference(numbers) -> int:
    """The least |Σ ± a|, by going through all signs."""
    return min(abs(np.dot(signs, numbers)) for signs in product((1, -1), repeat=len(numbers)))


def partitions(size, numbers) -> int:
    """How many of the lists of that length can be divided into halves of equal sum."""
    return sum(least_difference(a) == 0 for a in numbers if len(a) == size)


@cache
def without_large_cliques(size) -> int:
    """How many pairs of a graph on so many vertices and k ≥ its clique number there are."""
    edges = list(combinations(range(size), 2))
    groups = [set(group) for k in range(1, size + 1) for group in combinations(range(size), k)]
    count = 0
    for chosen in product((False, True), repeat=len(edges)):
        graph = {edge for edge, there in zip(edges, chosen, strict=True) if there}
        omega = max(len(g) for g in groups if set(combinations(sorted(g), 2)) <= graph)
        count += size + 1 - omega
    return count


@cache
def splittable(size) -> int:
    """How many collections of subsets have a colouring in two colours, no subset in one alone."""
    sets = [s for k in range(2, size + 1) for s in combinations(range(size), k)]
    split = [
        sum(1 << i for i, s in enumerate(sets) if len({colours[v] for v in s}) == 2)
        for colours in product((0, 1), repeat=size)
    ]
    return sum(any(c & ~mask == 0 for mask in split) for c in range(1 << len(sets)))


TRUTHS = {
    "quartic": partitions,
    "one ReLU": partitions,
    "three units": lambda size, _: splittable(size),
    **dict.fromkeys(
        ("clique value", "clique descent", "local minimum", "sextic descent"),
        lambda size, _: without_large_cliques(size),
    ),
}


def is_accepted(tables: dict[str, pd.DataFrame]) -> bool:
    """The acceptance test of the experiment, from its tables alone."""
    checks, values = tables["reduction_checks"], tables["reduction_values"]
    total = checks.drop(columns="size").groupby("reduction").sum()
    numbers = [tuple(map(int, text.split())) for text in values["numbers"].astype(str)]
    yes = checks.set_index(["reduction", "size"])["yes"]
    right = (
        set(total.index) == set(TRUTHS)
        and (checks["agreements"] == checks["instances"]).all()
        and ((total["yes"] > 0) & (total["yes"] < total["instances"])).all()
        and all(count == TRUTHS[name](size, numbers) for (name, size), count in yes.items())
        and (values["difference"] == [least_difference(a) for a in numbers]).all()
    )
    squares = np.array([np.square(a).sum() for a in numbers])
    low = values["difference"] ** 2 / (1 + squares)
    between = all(
        ((values[name] >= low - 1e-8) & (values[name] <= values["difference"] ** 2 + 1e-8)).all()
        for name in ("quartic", "relu")
    )
    minima = tables["reduction_minima"]
    n = minima["vertices"]
    stationary = (  # 4u'Mu + 6|x|⁶ = 0 there, and a clique of more than k vertices gives the value
        (minima["form"] < 0).all()
        and (minima["slope"] < 1e-7).all()
        and np.allclose(3 * minima["value"], minima["form"], rtol=1e-6)
        and (minima["value"] <= -(4 / 27) / n**3 * (1 - 1e-8)).all()
    )
    return bool(
        right and between and stationary and np.allclose(values["relu"], low, rtol=1e-8, atol=1e-8)
    )


def test_each_reduction_is_right_on_all_instances(tables):
    assert is_accepted(tables("reductions"))


def test_each_wrong_reduction_is_caught(tables):
    checks = tables("reductions")["reduction_checks"]
    total = checks.drop(columns="size").groupby("reduction").sum()
    assert (total["control"] < total["instances"]).all()
    assert (total["control"] + total["wrong_yes"] + total["wrong_no"] == total["instances"]).all()


def test_each_wrong_reduction_errs_both_ways(tables):
    total = tables("reductions")["reduction_checks"].groupby("reduction").sum()
    assert (total["wrong_yes"] > 0).all() and (total["wrong_no"] > 0).all()


def test_all_instances_are_there(tables):
    found = tables("reductions")
    checks = found["reduction_checks"].set_index("size")
    checks = {name: dict(rows["instances"]) for name, rows in checks.groupby("reduction")}
    numbers = [int(text.split()[-1]) for text in found["reduction_values"]["numbers"].astype(str)]
    largest, longest = max(numbers), max(checks["quartic"])
    ranges = {name: max(sizes) for name, sizes in checks.items()}
    assert ranges == {
        **dict.fromkeys(("quartic", "one ReLU", "clique value", "local minimum"), longest),
        "clique descent": 4,
        "sextic descent": 4,
        "three units": longest - 1,
    }
    assert (longest, largest) in {(4, 4), (5, 5)}  # efforts quick and full
    for name in ("quartic", "one ReLU"):
        assert checks[name] == {n: comb(n + largest - 1, n) for n in range(1, longest + 1)}
    for name in ("clique value", "local minimum", "clique descent", "sextic descent"):
        assert checks[name] == {n: n * 2 ** comb(n, 2) for n in range(1, ranges[name] + 1)}
    assert checks["three units"] == {n: 2 ** (2**n - 1) for n in range(2, longest)}


@pytest.mark.parametrize(
    ("table", "column", "row", "change"),
    [
        ("reduction_checks", "agreements", 0, -1),
        ("reduction_checks", "yes", 12, 1),
        ("reduction_values", "quartic", 5, -0.5),
        ("reduction_values", "relu", 5, 0.01),
        ("reduction_values", "difference", 5, 1),
        ("reduction_minima", "form", 3, 1),
        ("reduction_minima", "value", 3, -0.01),
    ],
)
def test_a_tampered_table_is_told(tables, table, column, row, change):
    found = {name: frame.copy() for name, frame in tables("reductions").items()}
    found[table][column] = found[table][column].astype(float)
    found[table].loc[row, column] += change
    assert not is_accepted(found)


def test_what_is_drawn_is_what_is_claimed(tables):
    found = tables("reductions")
    rays = found["reduction_rays"]
    falls = rays[rays["s"] > 0].groupby("k")["value"].min() < 0
    assert dict(falls) == {1: True, 2: True, 3: False, 4: False}
    assert dict(rays.groupby("k")["minimum"].all()) == {1: False, 2: False, 3: True, 4: True}
    maps = found["reduction_maps"].groupby("panel")["z"].min()
    numbers = dict(found["reduction_numbers"].itertuples(index=False))
    assert numbers["gap"] == pytest.approx(numbers["least_relu"]) == pytest.approx(1 / 6)
    assert numbers["least_quartic"] <= maps["quartic"] < 1.02 * numbers["least_quartic"]
    assert numbers["least_relu"] <= maps["relu"] < 1.02 * numbers["least_relu"]
