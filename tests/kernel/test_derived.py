"""√, |·|, max, min and limits anywhere: what they are written out as, and what stays false."""

import pytest
from kernel.attacking import claim, half, r, x, y
from sympy import Rational, oo

from provenscape.kernel import (
    Limit,
    Rejected,
    absolute,
    cases,
    combine,
    conjoin,
    eq,
    ge,
    gt,
    le,
    limit,
    limits,
    maximum,
    minimum,
    real,
    refute,
    square_root,
    witness,
)
from provenscape.kernel.logic import holds

m = real("m")


# Written anew in each test, so that a change of the kernel is seen by it.
def a_root():
    return square_root(r, 1 + x**2)


def a_size():
    return absolute(r, x)


def the_largest():
    return maximum(m, x, y)


def the_least():
    return minimum(m, x, y)


def test_they_are_the_relations_that_one_would_write():
    assert list(a_root().values()) == [ge(r), eq(r**2, 1 + x**2)]
    assert list(a_size().values()) == [ge(r), eq(r**2, x**2)]
    assert list(the_largest().values()) == [ge(m, x), ge(m, y), eq((m - x) * (m - y))]
    assert list(the_least().values()) == [le(m, x), le(m, y), eq((m - x) * (m - y))]
    shown = claim(ge(m, (x + y) / 2), the_largest()).text()
    assert "m >= x  [m is at least number 1]" in shown and "[m is one of them]" in shown
    assert limits(1 / (1 + x), 0, x, oo) == (Limit(1 / (1 + 1 / x), 0, x),)
    assert limits(1 / (1 + x), 0, x, -oo) == (Limit(1 / (1 - 1 / x), 0, x),)
    assert limits(x**2, 9, x, 3) == (Limit((3 + x) ** 2, 9, x), Limit((3 - x) ** 2, 9, x))


@pytest.mark.parametrize("values", [(-3, 2), (2, -3), (5, 5), (0, -half)])
def test_at_each_point_they_hold_for_one_value_alone(values):
    tried = {Rational(k, 2) for k in range(-12, 13)}
    at = dict(zip((x, y), values, strict=True))

    def solutions(symbol, given):
        return {v for v in tried if all(holds(g, {**at, symbol: v}) for g in given.values())}

    assert solutions(m, the_largest()) == {max(values)} and solutions(m, the_least()) == {
        min(values)
    }
    assert solutions(r, a_size()) == {abs(values[0])}
    roots = {v for v in tried if v >= 0 and v**2 == values[0]}
    assert solutions(r, square_root(r, x)) == roots


def test_statements_with_them_are_proved():
    root = claim(ge(r, 1), a_root())
    combine(root, using={"r squared": 1}, squares=[(1, x)], scale=r + 1)
    witness(root, {x: Rational(3, 4), r: Rational(5, 4)})
    mean = claim(ge(m, (x + y) / 2), the_largest())
    combine(mean, using={"m is at least number 1": half, "m is at least number 2": half})
    given = a_size()
    size = claim(ge(r, x), given)
    split = (gt(x), le(x))
    right, left = (
        size.lemma(f"case {i}", {**given, "case": part}, size.then) for i, part in enumerate(split)
    )
    cases(
        size,
        [
            combine(right, using={"r squared": 1}, scale=r + x),
            combine(left, using={"r is not negative": 1, "case": 1}),
        ],
        split,
    )


@pytest.mark.parametrize(
    ("then", "given", "point"),
    [
        (le(r, 1), a_root(), {x: Rational(3, 4), r: Rational(5, 4)}),
        (gt(r, 1), a_root(), {x: 0, r: 1}),
        (le(r, x), a_size(), {x: -1, r: 1}),
        (gt(r), a_size(), {x: 0, r: 0}),
        (le(m, (x + y) / 2), the_largest(), {x: 0, y: 2, m: 2}),
        (ge(m, (x + y) / 2), the_least(), {x: 0, y: 2, m: 0}),
        (gt(m, x), the_largest(), {x: 3, y: 1, m: 3}),
    ],
)
def test_false_neighbours_are_refuted_and_not_proved(then, given, point):
    false = claim(then, given)
    assert refute(false, point).verdict == "refuted"
    names = list(given)
    with pytest.raises(Rejected):
        combine(false, using=dict.fromkeys(names, 1))


@pytest.mark.parametrize(
    ("given", "point"),
    [
        (a_root(), {x: 0, r: -1}),  # the other root
        (a_size(), {x: -1, r: -1}),
        (the_largest(), {x: 0, y: 1, m: 2}),  # an upper bound that is none of the two
        (the_largest(), {x: 0, y: 1, m: 0}),
        (the_least(), {x: 0, y: 1, m: 1}),
        (square_root(r, x), {x: -1, r: 0}),
    ],
)
def test_no_other_value_satisfies_the_hypotheses(given, point):
    with pytest.raises(Rejected, match="fails at the witness"):
        witness(claim(ge(r + m, -9), given), {r: 0, m: 0, **point})


@pytest.mark.parametrize(
    "made",
    [
        lambda: square_root(r, r + 1),
        lambda: absolute(r, x * r),
        lambda: maximum(m, x, m + 1),
        lambda: maximum(m, x),
        lambda: minimum(m),
        lambda: maximum(x + y, x, y),
        lambda: square_root(r, 0.5),
        lambda: limits(x, x, x, 1),
        lambda: limits(y, 0, x, 1),
        lambda: limits(1 / x, 0, x, y + x),
        lambda: limits(x, oo, x, oo),
    ],
)
def test_what_is_no_definition_is_refused(made):
    with pytest.raises(Rejected):
        made()


def bounded(part, slope):
    """The bound on the squared error that the rule of limits takes."""
    return le((part.expr - part.value) ** 2, slope * part.variable)


def test_a_limit_at_infinity_and_at_a_point_is_proved_and_false_ones_are_not():
    (far,) = limits(1 / (1 + x), 0, x, oo)
    whole = claim(far)
    lemma = whole.lemma("bound", {"small": gt(x)}, bounded(far, 1))
    # x − (x/(1 + x))² = x (1 + x + x²)/(1 + x)²
    theorem = combine(lemma, using={"small": (1 + x + x**2) / (1 + x) ** 2})
    assert limit(whole, theorem, 1).verdict == "proved"
    (false,) = limits(1 / (1 + x), half, x, oo)
    with pytest.raises(Rejected):
        limit(claim(false), theorem, 1)
    right, left = limits(x, 3, x, 3)
    both = claim((right, left))
    parts = []
    for index, part in enumerate((right, left)):
        small = {"small": gt(x), "near": ge(1 - x)}
        one = both.part(index)
        proof = combine(one.lemma("bound", small, bounded(part, 1)), using={"near": x})
        parts.append(limit(one, proof, 1))
    assert conjoin(both, parts).verdict == "proved"
    with pytest.raises(Rejected, match="no theorem gives"):
        conjoin(both, parts[:1])
