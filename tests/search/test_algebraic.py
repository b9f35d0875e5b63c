"""Real algebraic numbers: their order, and rational numbers between, below and above them."""

from fractions import Fraction
from itertools import count
from math import ceil, floor

import pytest
from flint import arb, fmpq, fmpz_poly
from flint import ctx as flint_context

from provenscape.rate import growth
from provenscape.search import algebraic

SQUARES = fmpz_poly([-2, 0, 1]) * fmpz_poly([-3, 0, 1]) * fmpz_poly([0, 1])
NUMBERS = algebraic.reals(SQUARES)  # −√3, −√2, 0, √2, √3


def exactly(value):
    return Fraction(int(value.p), int(value.q))


def test_real_roots_are_in_rising_order():
    near = [-(3**0.5), -(2**0.5), 0, 2**0.5, 3**0.5]
    assert [float(number.ball().mid()) for number in NUMBERS] == pytest.approx(near)
    signs = [[algebraic.compare(a, b) for b in NUMBERS] for a in NUMBERS]
    assert signs == [[(i > j) - (i < j) for j in range(5)] for i in range(5)]


def test_each_interval_between_roots_has_a_sample():
    """Squares and signs tell where a rational number is; −3/2 and 3/2 have least denominators."""
    low, left, *inner, right, high = map(exactly, algebraic.samples(NUMBERS))
    assert low < -1 and low**2 > 3 and high > 1 and high**2 > 3
    assert (left, right) == (Fraction(-3, 2), Fraction(3, 2))
    assert inner[0] < 0 < inner[1] and all(value**2 < 2 for value in inner)
    assert algebraic.samples([]) == [0]


@pytest.mark.parametrize("number", [*NUMBERS, algebraic.of(fmpq(7, 2)), algebraic.of(-3)])
def test_the_whole_numbers_beside_a_number_are_strictly_so_and_near(number):
    low, high = algebraic.below(number), algebraic.above(number)
    assert low.q == high.q == 1
    assert algebraic.compare(algebraic.of(low), number) == -1
    assert algebraic.compare(number, algebraic.of(high)) == -1
    assert high - low <= 4


ENDS = sorted({Fraction(p, q) for q in (1, 2, 3, 7, 10) for p in range(-2 * q, 2 * q + 1)})


def least_denominator(low, high):
    """That of the fractions strictly between two others, one denominator after the other."""
    return next(q for q in count(1) if floor(low * q) + 1 <= ceil(high * q) - 1)


@pytest.mark.parametrize("step", [1, 2, 5, 40])
def test_the_simplest_fraction_has_the_least_denominator(step):
    for low, high in zip(ENDS, ENDS[step:], strict=False):
        ends = (fmpq(end.numerator, end.denominator) for end in (low, high))
        found = exactly(algebraic.simplest(*ends))
        assert low < found < high
        assert found.denominator == least_denominator(low, high)


@pytest.mark.parametrize("step", [1, 2, 5, 40])
def test_the_simplest_fraction_between_ends_that_count_has_the_least_denominator(step):
    ends = [end for end in ENDS if end >= 0]
    for low, high in zip(ends, ends[step:], strict=False):
        found = growth.simplest(low, high)
        assert low <= found <= high
        assert found.denominator == next(q for q in count(1) if ceil(low * q) <= floor(high * q))


@pytest.mark.parametrize("digits", [20, 2000])
def test_the_simplest_fraction_is_found_between_ends_however_near(digits):
    """Quotients of neighbouring Fibonacci numbers, of which each has the least denominator."""
    before, now = 1, 1
    while now < 10**digits:
        before, now = now, before + now
    ends = sorted(Fraction(a, b) for a, b in ((now, before), (before + now, now)))
    middle = Fraction(2 * now + before, now + before)
    assert exactly(algebraic.simplest(*(fmpq(e.numerator, e.denominator) for e in ends))) == middle
    assert growth.simplest(*ends) == Fraction(now, before)


def test_unequal_numbers_are_told_apart_however_near():
    """√2 and a rational number that differs from it by less than 10⁻¹⁰⁰, by Newton's method."""
    near = Fraction(3, 2)
    while abs(near**2 - 2) > Fraction(1, 10**100):
        near = (near + 2 / near) / 2
    root, other = NUMBERS[3], algebraic.of(fmpq(near.numerator, near.denominator))
    assert algebraic.compare(root, other) == -1  # Newton's method comes from above
    between = exactly(algebraic.rational_between(root, other))
    assert between < near and between**2 > 2


@pytest.mark.parametrize(
    "coefficients",
    [
        (-2, 0, 1), (1, -3, 1), (-1, 0, 2 * 10**30), (10**20 - 2, -2 * 10**10, 1), (1, 5, -2),
        (1, 0, -10, 0, 1), (-1, 0, -4, 0, 1), (1, 0, 4, 0, -1), (10**24 - 2, 0, -2 * 10**12, 0, 1),
        (-2, 0, 0, 1), (2, 0, 0, 1), (10**30, 0, 0, 3), (-7, 0, 0, 0, 0, 5),
        (-3, 0, 0, 0, 0, 0, 1), (-3, 0, 0, 0, 0, 0, 10**60),
    ],
)  # fmt: skip
def test_a_number_in_radicals_is_the_one_of_its_index(coefficients):
    """However near the roots are: at two hundred digits it lies in the ball of no other."""
    poly = fmpz_poly(list(coefficients))
    balls = algebraic.root_balls(poly, 1024)
    for index, ball in enumerate(balls):
        exact = algebraic.Real(tuple(coefficients), index).sympy()
        assert exact is not None
        with flint_context.workprec(700):
            near = arb(str(exact.evalf(200)))
            assert abs(near - ball) < arb(10) ** -150
            assert all(abs(near - ball) < abs(near - o) for o in balls if o is not ball)
