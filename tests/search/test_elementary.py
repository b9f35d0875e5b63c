"""Inequalities between elementary functions of one variable, by their Taylor bounds."""

from functools import partial

import pytest
from sympy import Rational, cos, exp, log, sin, tanh

from provenscape.kernel import Claim, ge, gt, le, lt, real
from provenscape.search import elementary
from provenscape.search.elementary import by_series, of_exponentials, on_the_circle
from provenscape.search.proving import alone
from provenscape.search.semidefinite import NotFound

x = real("x")
FROM_0 = {"low": ge(x)}
ABOVE_0 = {"low": gt(x)}
UNIT = {"low": ge(x), "high": le(x, 1)}
TRUE = {
    "exp on the unit interval": (le(exp(x), 1 + x + x**2), UNIT),
    "a quotient that is not defined at 0": (
        le((exp(x) - 1) / x, 1 + x),
        {"low": gt(x), "high": le(x, 1)},
    ),
    "strictly, beyond 0": (gt(exp(x), 1 + x + x**2 / 2), ABOVE_0),
    "exp far out": (ge(exp(x), x**2), FROM_0),
    "a falling exponential far out": (le(exp(-x), 1 / (1 + x)), FROM_0),
    "both signs": (ge(exp(x) + exp(-x), 2 + x**2), {}),
    "tanh by exponentials": (le((exp(2 * x) - 1) / (exp(2 * x) + 1), x), FROM_0),
    "powers as they are written": (ge((exp(x) + 1) ** 2, 4 * exp(x)), {}),
    "of a square": (le(exp(-(x**2)), 1 / (1 + x**2)), {}),
    "a logarithm as the variable": (ge(log(1 + x), 2 * x / (2 + x)), FROM_0),
    "a logarithm on both sides of 1": (ge(x * log(x), x - 1), ABOVE_0),
    "a sine": (ge(sin(x), x - x**3 / 6), FROM_0),
    "sine and cosine": (ge(sin(x), x * cos(x)), {"low": ge(x), "high": le(x, 2)}),
}
FALSE = {  # of each the margin is small where it fails
    "exp on the unit interval": (le(exp(x), 1 + x + Rational(718, 1000) * x**2), UNIT),
    "beyond the unit interval": (
        le(exp(x), 1 + x + x**2),
        {"low": ge(x), "high": le(x, Rational(9, 5))},
    ),
    "equal at 0, so not strict": (gt(exp(x), 1 + x + x**2 / 2), FROM_0),
    "exp far out": (ge(exp(x), Rational(19, 10) * x**2), FROM_0),
    "both signs": (ge(exp(x) + exp(-x), 2 + Rational(1001, 1000) * x**2), {}),
    "a logarithm": (le(log(1 + x), 2 * x / (2 + x)), FROM_0),
    "a sine": (le(sin(x), x - Rational(165, 1000) * x**3), FROM_0),
}


def stated(then, given):
    return Claim("sought", "It is sought.", {}, given, then)


def found(then, given):
    claim = stated(then, given)
    return by_series(claim, partial(alone, report=lambda what: None)).theorem(claim)


@pytest.mark.parametrize("name", TRUE)
def test_a_proof_is_found_that_the_kernel_accepts(name):
    assert found(*TRUE[name]).verdict == "proved"


@pytest.mark.parametrize("name", FALSE)
def test_of_a_false_neighbour_none_is_found(name, monkeypatch):
    monkeypatch.setattr(elementary, "sees_failure", lambda *_: False)
    monkeypatch.setattr(elementary, "MOST_CUTS", 2)
    monkeypatch.setattr(elementary.on_a_side, "__defaults__", (2,))
    with pytest.raises(NotFound):
        found(*FALSE[name])


def test_where_the_numbers_show_a_failure_nothing_is_tried():
    claim = stated(*FALSE["a logarithm"])
    assert elementary.sees_failure(claim, log(1 + x), 0, elementary.inf)
    claim = stated(*TRUE["a logarithm as the variable"])
    assert not elementary.sees_failure(claim, log(1 + x), 0, elementary.inf)


@pytest.mark.parametrize("then", [lt(tanh(x), 1), ge(exp(x) * sin(x), x - 1), ge(exp(exp(x)))])
def test_what_has_no_taylor_bounds_here_is_left(then):
    with pytest.raises(NotFound):
        found(then, FROM_0)


ROUND = {
    "sine and cosine": (sin(x) + cos(x), Rational(14143, 10000), Rational(14142, 10000)),
    "with weights": (3 * sin(2 * x) - 4 * cos(2 * x), 5, Rational(499, 100)),
}


@pytest.mark.parametrize("name", ROUND)
def test_the_sine_and_cosine_of_an_argument_are_a_point_of_the_circle(name):
    form, most, less = ROUND[name]
    prove = partial(alone, report=lambda what: None)
    claim = stated(le(form, most), {})
    assert on_the_circle(claim, prove).theorem(claim).verdict == "proved"
    with pytest.raises(NotFound):
        on_the_circle(stated(le(form, less), {}), prove)


def test_exponentials_of_several_symbols_are_positive_numbers():
    y = real("y")
    prove = partial(alone, report=lambda what: None)
    left = exp(2 * x) + exp(2 * y)
    for then in (ge(left, 2 * exp(x) * exp(y)), gt(left)):
        claim = stated(then, {})
        assert of_exponentials(claim, prove).theorem(claim).verdict == "proved"
    for then in (ge(left, 3 * exp(x) * exp(y)), ge(left, 2 * exp(x + y)), ge(left, 2 * x * y)):
        with pytest.raises(NotFound):
            of_exponentials(stated(then, {}), prove)


def test_the_entropy_of_two_chances_is_at_most_log_2():
    chances = {"low": gt(x), "high": lt(x, 1)}
    entropy = -x * log(x) - (1 - x) * log(1 - x)
    claim = stated(le(entropy, log(2)), chances)
    plan = alone(claim, report=lambda what: None)
    assert plan.theorem(claim).verdict == "proved"
    with pytest.raises(NotFound):
        alone(stated(le(entropy, Rational(693, 1000)), chances), 0, report=lambda what: None)
