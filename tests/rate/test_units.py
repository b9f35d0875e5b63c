"""Starts and constants of any size: solved in units near 1, proved in their own."""

from dataclasses import replace
from fractions import Fraction

import pytest
from flint import fmpq

from provenscape.rate import checker, file, units, worst
from provenscape.rate.checker import Refused
from provenscape.rate.tracing import combined, root

METHOD = """
functions:
  f: {{class: {kind}}}
minimizers: {{xs: f}}
start: [x]
given: (x - xs)**2 <= {start}
step:
  x: x - {h}*grad(f, x)
steps: 2
metric: f(x) - f(xs)
"""


def problem(tmp_path, kind="SmoothConvexFunction, L: 1", start="1", h="1"):
    path = tmp_path / "method.yaml"
    path.write_text(METHOD.format(kind=kind, start=start, h=h), encoding="utf-8")
    return file.load(path).problems[0]


SMOOTH = "SmoothConvexFunction, L: {}"


@pytest.mark.filterwarnings("ignore:Solution may be inaccurate")
@pytest.mark.parametrize(
    ("kind", "start", "h", "rate"),
    [
        (SMOOTH.format("1"), "1e-4", "1", Fraction(1, 10**5)),
        (SMOOTH.format("1"), "1e-12", "1", Fraction(1, 10**13)),
        (SMOOTH.format("1"), "3e-12", "1", Fraction(3, 10**13)),
        (SMOOTH.format("1"), "1e12", "1", Fraction(10**11)),
        (SMOOTH.format("1000000"), "1e-12", "1/1000000", Fraction(1, 10**7)),
    ],
)
def test_the_rate_is_that_of_a_start_at_1_times_its_size(tmp_path, kind, start, h, rate):
    """L R²/10, attained, whatever the sizes: Drori & Teboulle (2014)."""
    one, pepit = problem(tmp_path, kind, start, h)
    assert units.near_one(one).powers
    proof = worst.prove(one, pepit)
    checker.upper(one, proof)
    checker.lower(one, proof)
    assert proof.field.text(proof.rate) == str(rate)
    with pytest.raises(Refused):
        checker.upper(one, replace(proof, rate=proof.rate * fmpq(99, 100)))


def test_a_problem_of_usual_size_is_left_as_it_is(tmp_path):
    one, _ = problem(tmp_path)
    assert units.near_one(one).powers == {} and units.near_one(one).problem(one) == one


@pytest.mark.filterwarnings("ignore:Solution may be inaccurate")
def test_a_proof_comes_back_by_its_own_units_alone(tmp_path):
    one, _ = problem(tmp_path, start="1e-12")
    these = units.near_one(one)
    inside = these.problem(one)
    assert all(abs(size) <= 2 for _, size in units._numbers(inside))
    proof = worst.prove(inside, None)
    checker.upper(one, these.back(one, proof))
    for place in [("condition", 1), ("point", 0), ("value", one.objective)]:
        powers = {**these.powers, place: these.powers[place] + 1}
        with pytest.raises(Refused):
            made = units.Units(powers).back(one, proof)
            checker.upper(one, made)
            checker.lower(one, made)


def test_a_number_with_roots_that_is_0_has_no_size(tmp_path):
    """As √2 √2 − 2, which the triple momentum method has."""
    one, _ = problem(tmp_path)
    two = root(2).exact
    nothing = combined("+", combined("*", two, two), Fraction(-2))
    first, *rest = one.conditions
    changed = replace(first, affine={**first.affine, 1: nothing})
    assert units.near_one(replace(one, conditions=(changed, *rest))).powers == {}
