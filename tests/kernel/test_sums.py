"""Sums up to a symbolic bound: the recursion that they are written out as, and what stays false."""

from fractions import Fraction

import pytest
from kernel.attacking import a, claim, half, t, x, y
from sympy import Rational

from provenscape.kernel import (
    Invariant,
    Rejected,
    cases,
    combine,
    eq,
    ge,
    gt,
    induct,
    le,
    lt,
    real,
    refute,
    sums,
    witness,
)
from provenscape.kernel.logic import trajectory

j, n, S, Q = real("j n S Q")
GAUSS = {S: j**2}
SQUARES = claim(sums(eq(S, n * (n + 1) * (2 * n + 1) / 6), GAUSS, over=j, upto=n))


def test_a_sum_is_the_iteration_that_one_would_write():
    written = Invariant(eq(S, n**2), start={n: 0, S: 0}, update={n: n + 1, S: S + 2 * (n + 1) - 1})
    assert sums(eq(S, n**2), {S: 2 * j - 1}, over=j, upto=n) == written
    shown = SQUARES.text()
    assert "S = 0, n = 0 at the start" in shown and "S <- S + (n + 1)**2, n <- n + 1" in shown
    assert j not in SQUARES.symbols()


@pytest.mark.parametrize("first", [-2, 0, 1, 2, 5])
def test_the_states_are_the_sums_the_empty_one_first(first):
    found = sums(ge(S), {S: j**2 - 3 * j}, over=j, upto=n, first=first)
    states = trajectory(found, {}, least=6)
    for count, state in enumerate(states):
        last = first - 1 + count
        assert state[n] == last
        assert state[S] == sum(k**2 - 3 * k for k in range(first, last + 1))


def test_a_sequence_gives_each_term_a_value_of_its_own():
    found = sums(ge(Q), {S: a, Q: a**2 / j}, over=j, upto=n)
    given = [3, -half, 7]
    last = trajectory(found, [{a: v} for v in [*given, 0]])[-1]
    assert last[S] == sum(given)
    assert last[Q] == sum(Fraction(v) ** 2 / k for k, v in enumerate((3, "-1/2", 7), start=1))


def test_closed_forms_and_bounds_are_proved_by_induction():
    step = combine(SQUARES.at_next_state(), using={"invariant": 1})
    assert induct(SQUARES, None, step).verdict == "proved"
    ends = claim(sums(eq(S, n / (n + 1)), {S: 1 / (j * (j + 1))}, over=j, upto=n), {"n": ge(n)})
    step = combine(ends.at_next_state(), using={"invariant": 1})
    assert induct(ends, None, step).verdict == "proved"


def test_the_square_of_a_mean_is_at_most_the_mean_of_squares():
    """Of any sequence, as it is used for averages of gradients and of iterates: S² ≤ nQ."""
    mean = claim(sums((le(S**2, n * Q), ge(n), ge(Q)), {S: a, Q: a**2}, over=j, upto=n))
    step = mean.at_next_state()
    split = (gt(S * a), le(S * a))
    turned, straight = (step.lemma("case", {**step.given, "case": c}, step.then) for c in split)
    # with X = Q + na² ≥ 0 and Y = 2Sa the gain is X − Y, and X² − Y² = (Q − na²)² + 4a²(nQ − S²)
    both = Q + n * a**2 + 2 * S * a
    parts = [
        combine(
            turned,
            using={"invariant.0": both + 4 * a**2},
            squares=[(1, Q - n * a**2)],
            scale=both,
        ),
        combine(
            straight,
            using={"invariant.0": 1, "invariant.1": a**2, "invariant.2": 1, "case": 2},
        ),
    ]
    steps = (
        cases(step, parts, split),
        combine(mean.at_next_state(1), using={"invariant.1": 1}, squares=[(1, 1)]),
        combine(mean.at_next_state(2), using={"invariant.2": 1}, squares=[(1, a)]),
    )
    assert induct(mean, (None, None, None), steps).verdict == "proved"
    witness(mean, [{a: 1}, {a: -2}, {a: 5}])


@pytest.mark.parametrize(
    ("relation", "terms", "first", "points"),
    [
        (eq(S, n * (n - 1) * (2 * n - 1) / 6), {S: j**2}, 1, [{}, {}]),  # the sum for j < n
        (eq(S, n * (n + 1) / 2), {S: j - 1}, 1, [{}, {}]),
        (eq(S, n * (n + 1) / 2), {S: j}, 2, {}),  # the first term left out
        (eq(S, n + 1), {S: x}, 1, {x: 1}),  # an empty sum is 0
        (gt(S), {S: j**2}, 1, {}),
        (ge(S, 1), {S: j}, 1, {}),
        (le(S, n), {S: a}, 1, [{a: 2}, {a: 2}]),
        (eq(S**2, n**2 * Q), {S: a, Q: a**2}, 1, [{a: 1}, {a: 2}, {a: 0}]),
        (ge(S**2, n * Q), {S: a, Q: a**2}, 1, [{a: 1}, {a: 2}, {a: 0}]),
        (lt(S**2, n * Q), {S: a, Q: a**2}, 1, {a: 1}),
    ],
)
def test_what_is_false_of_sums_is_refuted_and_not_proved(relation, terms, first, points):
    false = claim(sums(relation, terms, over=j, upto=n, first=first))
    assert refute(false, points).verdict == "refuted"
    step = SQUARES.at_next_state()
    with pytest.raises(Rejected):
        induct(false, None, combine(step, using={"invariant": 1}))
    with pytest.raises(Rejected):
        induct(false, None, combine(false.at_next_state(), using={"invariant": 1}))


def test_neither_the_step_nor_the_empty_sum_alone_proves_it():
    """n²+n+2 has the steps of Σ 2j, and 0·n is right where the sum is empty."""
    shifted = claim(sums(eq(S, n**2 + n + 2), {S: 2 * j}, over=j, upto=n))
    step = combine(shifted.at_next_state(), using={"invariant": 1})
    with pytest.raises(Rejected, match="not evident at the start"):
        induct(shifted, None, step)
    later = claim(sums(eq(S, n**2 + n), {S: 2 * j}, over=j, upto=n, first=2))
    step = combine(later.at_next_state(), using={"invariant": 1})
    with pytest.raises(Rejected, match="not evident at the start"):
        induct(later, None, step)


def test_a_trajectory_does_not_change_the_bound_or_the_sum():
    for fixed in ({n: 2}, {S: 9}):
        with pytest.raises(Rejected, match="changes what the iteration fixes"):
            trajectory(SQUARES.then, [{}, fixed])
    with pytest.raises(Rejected, match="does not start"):
        trajectory(SQUARES.then, {n: Rational(1, 2)})


@pytest.mark.parametrize(
    ("words", "relation", "terms", "more"),
    [
        ("bound by the sum", eq(S, j), GAUSS, {}),
        ("bound by the sum", (ge(S), ge(S + j**2)), GAUSS, {}),
        ("neither on n", eq(S, n**2), {S: n}, {}),
        ("neither on n", eq(S, n**2), {S: j * n}, {}),
        ("neither on n", eq(S, n**2), {S: S + j}, {}),  # a recursion, and no sum
        ("neither on n", eq(S, n**2), {S: j, Q: S * j}, {}),
        ("whole number", eq(S, n**2), GAUSS, {"first": half}),
        ("whole number", eq(S, n**2), GAUSS, {"first": 1.0}),
        ("whole number", eq(S, n**2), GAUSS, {"first": True}),
        ("whole number", eq(S, n**2), GAUSS, {"first": t}),
        ("symbols of their own", eq(S, n**2), {S: j}, {"over": n}),
        ("symbols of their own", eq(S, n**2), {n: j}, {}),
        ("symbols of their own", eq(S, n**2), {j: 1}, {}),
        ("symbols of their own", eq(S, n**2), {}, {}),
        ("no symbol", eq(S, n**2), GAUSS, {"upto": 2 * n}),
        ("no symbol", eq(S, n**2), GAUSS, {"upto": 3}),
        ("no symbol", eq(S, n**2), {S + y: j}, {}),
        ("outside the statement language", eq(S, n**2), {S: 0.5 * j}, {}),
    ],
)
def test_what_is_no_sum_is_refused(words, relation, terms, more):
    with pytest.raises(Rejected, match=words):
        sums(relation, terms, **{"over": j, "upto": n, **more})
