"""Algebraic numbers in statements: what is true is proved, its false neighbours are rejected."""

import copy
from fractions import Fraction

import pytest
import sympy as sp
from kernel.attacking import claim, x, y

from provenscape.kernel import (
    Inertia,
    Limit,
    Rejected,
    Roots,
    combine,
    function,
    gt,
    inertia,
    le,
    limit,
    real,
    refute,
    root_of,
    roots,
)
from provenscape.kernel.engines import (
    equal_flint,
    equal_sympy,
    evaluate_mpmath,
    identical,
    sign,
)
from provenscape.kernel.language import RealRoot, admit
from provenscape.kernel.numbers import enclosure, equal_by_fractions, interval, relations
from provenscape.search.eliminants import eliminants

sqrt, t = sp.sqrt, real("t")
QUINTIC = root_of(x**5 - x - 1, 0)
LOW, MIDDLE, HIGH = (root_of(x**3 - 32 * x + 5, k) for k in range(3))
SIXTH = function("f", (x, y), x**6 / 6 - x**2 / 2 + x + y**2)
BOTTOM = root_of(x**5 - x + 1, 0)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (x**4 - 2 * sqrt(2) * x**2 + 2, (x**2 - sqrt(2)) ** 2),
        (sqrt(6) * x, sqrt(2) * sqrt(3) * x),
        (sp.root(2, 4) ** 2 * x, sqrt(2) * x),
        (sp.root(sp.Rational(3, 4), 3) ** 3 * x, 3 * x / 4),
        ((x - sp.root(2, 3)) * (x**2 + sp.root(2, 3) * x + sp.root(4, 3)), x**3 - 2),
        (1 / (x - sqrt(2)), (x + sqrt(2)) / (x**2 - 2)),
        (QUINTIC**5 * x, x * (QUINTIC + 1)),
        (x / QUINTIC, x * (QUINTIC**4 - 1)),
        ((x - LOW) * (x**2 + LOW * x + LOW**2 - 32), x**3 - 32 * x + 5),
    ],
)
def test_identities_hold_modulo_the_polynomials_of_their_roots(left, right):
    assert identical(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (x**4 - 2 * sqrt(2) * x**2 + 2, (x**2 + sqrt(2)) ** 2),
        (x**4 - 2 * sqrt(3) * x**2 + 2, (x**2 - sqrt(2)) ** 2),
        (sqrt(6) * x, sqrt(2) * sqrt(5) * x),
        (sp.root(2, 4) * x, sqrt(2) * x),
        (QUINTIC**5 * x, x * QUINTIC),
        (QUINTIC * x, root_of(x**5 - x - 2, 0) * x),
        (LOW * x, HIGH * x),
        ((x - LOW) * (x - MIDDLE) * (x - LOW), x**3 - 32 * x + 5),
    ],
)
def test_false_neighbours_of_these_identities_are_rejected_by_each_engine(left, right):
    assert not identical(left, right)
    found = relations({n for n in sp.preorder_traversal(left - right) if _is_atom(n)})
    left, right = left.xreplace(found.written), right.xreplace(found.written)
    assert not equal_flint(left, right, found.basic)
    assert not equal_sympy(left, right, found.basic)
    assert not equal_by_fractions(left, right, found.basic, [{x: Fraction(7, 3)}])


def _is_atom(node):
    return isinstance(node, RealRoot) or (
        isinstance(node, sp.Pow) and node.base.is_Rational and not node.exp.is_Integer
    )


def test_a_proof_uses_such_an_identity():
    then = le(2 * sqrt(2) * x**2, x**4 + 2)
    assert combine(claim(then), using={}, squares=[(1, x**2 - sqrt(2))]).verdict == "proved"
    with pytest.raises(Rejected, match="not an identity"):
        combine(claim(le(3 * sqrt(2) * x**2, x**4 + 2)), using={}, squares=[(1, x**2 - sqrt(2))])


@pytest.mark.parametrize(
    "nothing",
    [
        QUINTIC**5 - QUINTIC - 1,
        LOW**3 - 32 * LOW + 5,
        sqrt(6) * x - sqrt(2) * sqrt(3) * x + QUINTIC**5 - QUINTIC - 1,
        LOW + MIDDLE + HIGH,
    ],
)
def test_a_denominator_that_vanishes_makes_nothing_equal(nothing):
    with pytest.raises(Rejected, match="may vanish"):
        identical(x / nothing, 5 / nothing)
    with pytest.raises(Rejected, match="may vanish"):
        identical(x * QUINTIC**5 / nothing, x * (QUINTIC + 1))


@pytest.mark.parametrize(
    ("number", "meant"),
    [
        (QUINTIC - 1, 1),
        (QUINTIC - sp.Rational(1168, 1000), -1),
        (QUINTIC**5 - QUINTIC - 1, 0),
        (QUINTIC**4 - 1 - 1 / QUINTIC, 0),
        (LOW + MIDDLE + HIGH, 0),
        (LOW * MIDDLE * HIGH + 5, 0),
        (LOW * MIDDLE * HIGH + 5 + sp.Rational(1, 10**60), 1),
        (LOW * MIDDLE + MIDDLE * HIGH + HIGH * LOW + 32, 0),
        (root_of(x**3 - 2, 0) - sp.root(2, 3), 0),
        (root_of(x**4 - 10 * x**2 + 1, 3) - sqrt(2) - sqrt(3), 0),
        (root_of(x**4 - 10 * x**2 + 1, 2) - sqrt(2) - sqrt(3), -1),
        (sqrt(2) + sqrt(3) - sqrt(10), -1),
    ],
)
def test_the_sign_of_an_algebraic_number_is_decided_exactly(number, meant):
    assert sign(number) == meant


def test_both_enclosures_of_a_root_hold_it():
    for k, root in enumerate((LOW, MIDDLE, HIGH)):
        low, high = interval(root.coefficients, k)
        ball = enclosure(root.coefficients, k, 128)
        assert float(low) <= float(ball.mid()) <= float(high) and high - low < 1e-29
        assert float(evaluate_mpmath(root, {}).a) <= float(ball.mid())
    assert float(enclosure(LOW.coefficients, 0, 64).mid()) < 0 < float(HIGH.coefficients[0])


def forged(coefficients, index):
    return RealRoot(coefficients, index)


def changed():
    root = RealRoot((-1, -1, 0, 0, 0, 1), 0)
    hash(root)
    object.__setattr__(root, "coefficients", (-3, -1, 0, 0, 0, 1))
    return root


class Lookalike(RealRoot):
    pass


@pytest.mark.parametrize(
    ("tried", "words"),
    [
        (lambda: root_of(x**5 - x - 1, 1), "no real root number 1"),
        (lambda: root_of(x**5 - x - 1, -1), "no real root number -1"),
        (lambda: root_of(x**4 + 1, 0), "no real root"),
        (lambda: root_of(x**4 - 1, 0), "irreducible"),
        (lambda: root_of((x**3 - 2) ** 2, 0), "irreducible"),
        (lambda: root_of(x**2 - 2, 0), "sqrt"),
        (lambda: root_of(x**3 - y, 0), "one symbol"),
        (lambda: root_of(x**3 - sqrt(2), 0), "rationals"),
        (lambda: root_of(x**3 - 2, True), "whole number"),
        (lambda: root_of(x**61 - 2, 0), "degree"),
        (lambda: root_of(1 / (x**3 - 2), 0), "polynomial"),
        (lambda: admit(forged((-4, 0, 0, 2), 0)), "primitive"),
        (lambda: admit(forged((2, 0, 0, -1), 0)), "degree"),
        (lambda: admit(forged((-2, 0, 0, 1.0), 0)), "whole numbers"),
        (lambda: admit(forged([-2, 0, 0, 1], 0)), "whole numbers"),
        (lambda: admit(forged((-2, 0, 0, 1), 5)), "no real root number 5"),
        (lambda: admit(x + forged((-1, 0, 0, 1), 0)), "irreducible"),
        (lambda: admit(changed()), "changed"),
        (lambda: admit(Lookalike((-2, 0, 0, 1), 0)), "outside"),
        (lambda: admit(sp.CRootOf(x**5 - x - 1, 0)), "outside"),
        (lambda: setattr(copy.copy(QUINTIC), "index", 1), "does not change"),
    ],
)
def test_what_is_no_root_is_rejected(tried, words):
    with pytest.raises(Rejected, match=words):
        tried()


def test_a_solution_set_has_algebraic_coordinates():
    then = Roots(SIXTH.gradient(), SIXTH.variables, ((BOTTOM, 0),))
    assert roots(claim(then), eliminants(then)).verdict == "proved"
    assert "root_of(x**5 - x + 1, 0)" in then.text()
    for points in ((), ((QUINTIC, 0),), ((BOTTOM, 0), (BOTTOM, 0)), ((BOTTOM, 1),)):
        false = Roots(SIXTH.gradient(), SIXTH.variables, points)
        with pytest.raises(Rejected, match=r"solve|listed"):
            roots(claim(false), eliminants(then))


@pytest.mark.parametrize(
    ("matrix", "counts"),
    [
        (SIXTH.hessian((BOTTOM, 0)), (2, 0, 0)),
        (sp.Matrix([[QUINTIC, QUINTIC**2], [QUINTIC**2, QUINTIC**3]]), (1, 0, 1)),
        (sp.Matrix([[0, sqrt(2)], [sqrt(2), 0]]), (1, 1, 0)),
        (sp.Matrix([[0, 0, LOW], [0, sqrt(3), 0], [LOW, 0, 0]]), (2, 1, 0)),
        (sp.Matrix([[LOW, 1], [1, 1 / LOW]]), (0, 1, 1)),
        (sp.Matrix([[sqrt(2), sqrt(6)], [sqrt(6), 3 * sqrt(2)]]), (1, 0, 1)),
    ],
)
def test_the_inertia_of_a_matrix_of_algebraic_numbers(matrix, counts):
    matrix = sp.ImmutableMatrix(matrix)
    assert inertia(claim(Inertia(matrix, *counts))).verdict == "proved"
    for false in ((counts[1], counts[0], counts[2]), (counts[2], counts[1], counts[0])):
        if false != counts:
            with pytest.raises(Rejected, match="the inertia is"):
                inertia(claim(Inertia(matrix, *false)))


def test_a_limit_at_an_irrational_point():
    """(x - r)/(x² + x - 1) -> 1/√5 as x decreases to r = (√5 - 1)/2: with x = r + t the denominator
    is t (t + √5), and the squared error t²/(5 (t + √5)²) is at most t."""
    r = (sqrt(5) - 1) / 2
    quotient = t / ((r + t) ** 2 + (r + t) - 1)
    below = 5 * (t + sqrt(5)) ** 2
    using = {"after": (5 * t**2 + 10 * sqrt(5) * t + 24) / below, "near": t / below}

    def shown(value):
        near = {"after": gt(t), "near": le(t, 1)}
        bound = combine(claim(le((quotient - value) ** 2, t), near), using=using)
        return limit(claim(Limit(quotient, value, t)), bound, 1)

    assert shown(1 / sqrt(5)).verdict == "proved"
    with pytest.raises(Rejected, match="not an identity"):
        shown(1 / sqrt(3))


def test_a_point_with_a_root_refutes():
    then = le(x**5, x + sp.Rational(9, 10))
    assert refute(claim(then), {x: QUINTIC}).verdict == "refuted"
    with pytest.raises(Rejected):
        refute(claim(le(x**5, x + 1)), {x: QUINTIC})
