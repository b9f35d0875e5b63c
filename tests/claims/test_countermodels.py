"""A point at which a hypothesis is seen to be needed has quantities that can be what they mean.

A square is not negative, a number of steps is whole, a probability at most one: a hypothesis that
says only this has no such point, and is `used`.
"""

import re
from pathlib import Path

import pytest
import sympy as sp

from provenscape.claims.loading import claim_files

ROOT = Path(__file__).parents[2]
FILES = [pytest.param(p, id=f"{p.parent.name}-{p.stem}") for p in claim_files(ROOT)]

PROBABILITY = re.compile(r"(the|a) probability|that probability|the share of minima")
COUNT = re.compile(
    r"(the|a) (number of (the )?(steps|epochs|constraints|rows|further)|rank|index\b)"
)
SIZE = re.compile(
    r"(the|a|its) (squared|distance|norm|length|radius|variance|mean square|gradient norm|"
    r"Lipschitz constant|squares? of)"
)
OFFSET = re.compile(r"step length|length of this step|\balong\b|signed|\brate\b")  # of either sign


def impossible(meaning, value):
    """Whether a quantity of that meaning never has that value."""
    if PROBABILITY.match(meaning):
        return not 0 <= value <= 1
    if COUNT.match(meaning):
        return value < 0 or value.is_integer is False
    return bool(SIZE.match(meaning)) and not OFFSET.search(meaning) and value < 0


def values(points):
    """The pairs of symbol and number of a countermodel, which may be a list of states."""
    for point in points if isinstance(points, (list, tuple)) else [points]:
        for symbol, value in point.items():
            number = sp.sympify(value)
            if number.is_real and number.is_number:
                yield symbol, number


@pytest.mark.parametrize("path", FILES)
def test_what_shows_a_hypothesis_needed_can_be_what_it_means(path, loaded):
    module = loaded(path)
    meanings = {s: e.meaning for e in module.claim.where for s in e.symbols}
    for name, points in getattr(module, "countermodels", {}).items():
        for symbol, value in values(points):
            meaning = meanings.get(symbol, "")
            assert not impossible(meaning, value), f"{name}: {symbol} = {value}: {meaning}"


def test_impossible_quantities_are_seen():
    assert impossible("the probability that an epoch does not gain", sp.Integer(2))
    assert impossible("the number of steps", sp.Rational(1, 2))
    assert impossible("the squared gradient norm at the iterate", sp.Integer(-2))
    assert not impossible("the step length", sp.Integer(-1))
