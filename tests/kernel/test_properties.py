"""Engines against each other, and against independent computations, on drawn examples."""

import random
from fractions import Fraction
from math import comb

import mpmath
import numpy as np
import pytest
import sympy as sp
from flint import arb
from hypothesis import given, settings
from hypothesis import strategies as st

from provenscape.kernel import Claim, Rejected, combine, ge, gt, le, real, series, sos
from provenscape.kernel.algebra import ldl, semidefinite_by_charpoly
from provenscape.kernel.cone import nonnegative, nonzero, positive
from provenscape.kernel.engines import (
    ball,
    equal_flint,
    equal_fractions,
    equal_sympy,
    evaluate_arb,
    evaluate_fraction,
    evaluate_mpmath,
    sign,
)
from provenscape.kernel.language import derivative
from provenscape.kernel.matrices import inertia_by_charpoly, inertia_by_pivots, real_roots
from provenscape.kernel.statistical import interval

x, y, p = real("x y p")
few = settings(max_examples=25, derandomize=True, deadline=None, database=None)
small = st.integers(-4, 4)
rationals = st.builds(sp.Rational, st.integers(-20, 20), st.integers(1, 9))


def claimed(then, given=None):
    return Claim(id="drawn", says="an example", items={}, given=given or {}, then=then)


@st.composite
def symmetric(draw, least=1, most=5):
    n = draw(st.integers(least, most))
    rows = [[draw(small) for _ in range(n)] for _ in range(n)]
    matrix = sp.Matrix(rows)
    return sp.ImmutableMatrix(matrix + matrix.T)


@few
@given(symmetric())
def test_both_engines_count_the_inertia_that_floating_point_sees(matrix):
    counted = inertia_by_pivots(matrix)
    assert counted == inertia_by_charpoly(matrix)
    values = np.linalg.eigvalsh(np.array(matrix.tolist(), dtype=float))
    seen = ((values > 1e-9).sum(), (values < -1e-9).sum(), (abs(values) <= 1e-9).sum())
    assert counted == seen


@few
@given(st.lists(small, min_size=1, max_size=5), symmetric(5))
def test_inertia_survives_a_congruence(diagonal, other):
    n = len(diagonal)
    unit = sp.eye(n) + sp.Matrix(n, n, lambda i, j: other[i, j] if i < j else 0)
    moved = sp.ImmutableMatrix(unit * sp.diag(*diagonal) * unit.T)
    expected = tuple(sum(s(d) for d in diagonal)
                     for s in (lambda d: d > 0, lambda d: d < 0, lambda d: d == 0))  # fmt: skip
    assert inertia_by_pivots(moved) == inertia_by_charpoly(moved) == expected


@few
@given(symmetric(most=3), st.booleans())
def test_ldl_and_charpoly_agree_on_semidefiniteness(matrix, squared):
    if squared:
        matrix = sp.ImmutableMatrix(matrix * matrix)
    try:
        lower, pivots = ldl(matrix)
    except Rejected:
        assert not semidefinite_by_charpoly(matrix)
        return
    factor = sp.Matrix(lower)
    assert factor * sp.diag(*pivots) * factor.T == matrix
    assert all(factor[i, i] == 1 and factor[i, j] == 0 for i in range(len(pivots))
               for j in range(i + 1, len(pivots)))  # fmt: skip
    assert semidefinite_by_charpoly(matrix) == all(d >= 0 for d in pivots)
    z = [sp.Integer(1), x, y][: len(pivots)]
    form = sum(z[i] * matrix[i, j] * z[j] for i in range(len(z)) for j in range(len(z)))
    if form.is_Rational:
        return
    claim = claimed(ge(form))
    if all(d >= 0 for d in pivots):
        assert sos(claim, z, matrix).verdict == "proved"
    else:
        with pytest.raises(Rejected):
            sos(claim, z, matrix)


expressions = st.recursive(
    st.one_of(rationals, st.sampled_from([x, y, sp.sqrt(2), sp.sin(x), sp.exp(y)])),
    lambda inner: st.one_of(
        st.builds(lambda a, b: a + b, inner, inner),
        st.builds(lambda a, b: a * b, inner, inner),
        st.builds(lambda a, n: a**n, inner, st.integers(2, 3)),
        st.builds(lambda a: 1 / (a**2 + 1), inner),
    ),
    max_leaves=6,
)


@few
@given(expressions, expressions)
def test_the_engines_agree(left, right):
    if (left + right).has(sp.sqrt(2), sp.exp):  # whose squares SymPy writes in another way
        return
    for one, other in (
        ((left + right) ** 2, left**2 + 2 * left * right + right**2),
        (left, sp.Add(left, 0, evaluate=False)),
        (left * right, sp.expand(left) * right),
    ):
        assert equal_fractions(one, other) and equal_flint(one, other) and equal_sympy(one, other)
    for one, other in (
        (left, right),
        (left + 1, right),
        (left + sp.Rational(1, 10**40), left),
        (left**2, -1),
    ):
        other = sp.sympify(other)
        found = equal_fractions(one, other)
        assert found == equal_flint(one, other) == equal_sympy(one, other)
    assert not equal_fractions(left**2, sp.Integer(-1))


@few
@given(expressions, rationals, rationals)
def test_enclosures_hold_the_value_and_the_sign_is_the_value_s(expr, u, v):
    at = {x: u, y: v}
    try:
        value = expr.xreplace(at).evalf(60)
    except ValueError:
        return
    box = {s: (c - sp.Rational(1, 7), c + sp.Rational(1, 5)) for s, c in at.items()}
    wide = evaluate_arb(expr, {s: ball(*ends) for s, ends in box.items()})
    exact = evaluate_arb(expr, {s: ball(c, c) for s, c in at.items()})
    target = arb(str(value))
    assert wide.overlaps(target) and exact.overlaps(target)
    intervals = {
        s: mpmath.iv.mpf(
            [mpmath.iv.mpf(int(lo.p)) / int(lo.q), mpmath.iv.mpf(int(hi.p)) / int(hi.q)]
        )
        for s, (lo, hi) in box.items()
    }
    enclosure = evaluate_mpmath(expr, intervals)
    assert (
        enclosure.a <= mpmath.mpf(str(value)) * (1 + mpmath.mpf(10) ** -13) + mpmath.mpf(10) ** -13
    )
    assert (
        enclosure.b >= mpmath.mpf(str(value)) * (1 - mpmath.mpf(10) ** -13) - mpmath.mpf(10) ** -13
    )
    if abs(value) > 1e-20:
        assert sign(expr.xreplace(at)) == (1 if value > 0 else -1)


@few
@given(st.lists(rationals, min_size=1, max_size=4), rationals)
def test_wide_enclosures_hold_every_point_of_the_box(coefficients, shift):
    expr = sum((c * x**k for k, c in enumerate(coefficients)), shift) + sp.sin(x) * sp.exp(x / 3)
    wide = evaluate_arb(expr, {x: ball(sp.Integer(-1), sp.Integer(2))})
    iv = evaluate_mpmath(expr, {x: mpmath.iv.mpf([-1, 2])})
    for k in range(31):
        point = sp.Rational(k, 10) - 1
        value = evaluate_arb(expr, {x: ball(point, point)})
        assert wide.contains(value)
        assert iv.a <= float(value) + 1e-12 and iv.b >= float(value) - 1e-12


@few
@given(expressions)
def test_the_sign_of_a_value_is_found_or_refused_but_never_wrong(expr):
    number = expr.xreplace({x: sp.Rational(1, 3), y: sp.Integer(-2)})
    assert sign(number) == -sign(-number)
    assert sign((number + 1) * (number - 1) - number**2 + 1) == 0
    assert sign(number**2 + sp.Rational(1, 10**50)) == 1


def test_signs_that_only_many_digits_tell():
    near = sp.sqrt(2) - sp.Rational("1.41421356237309504880168872420969807856967187537694")
    assert (sign(near), sign(-near)) == (1, -1)
    hairy = sp.exp(sp.Rational(1, 10**100)) - 1
    assert sign(hairy) == 1
    assert sign((sp.sqrt(2) + 1) * (sp.sqrt(2) - 1) - 1) == 0
    with pytest.raises(Rejected, match="not decided at 1024 bits"):
        sign(sp.exp(sp.Rational(1, 10) ** 900) - 1)
    with pytest.raises(Rejected, match="not decided"):
        sign(sp.sin(1) ** 2 + sp.cos(1) ** 2 - 1)


@few
@given(expressions)
def test_both_derivatives_agree_and_match_a_difference_quotient(expr):
    slope = derivative(expr, x)
    assert equal_sympy(slope, sp.diff(expr, x))
    at = {x: sp.Rational(2, 7), y: sp.Rational(1, 3)}
    step = sp.Rational(1, 10**12)
    quotient = (expr.xreplace({**at, x: at[x] + step}) - expr.xreplace({**at, x: at[x] - step})) / (
        2 * step
    )
    exact, numeric = (complex(v.xreplace(at).evalf(40)).real for v in (slope, quotient))
    assert numeric == pytest.approx(exact, rel=1e-6, abs=1e-6)


@pytest.mark.parametrize("function", [sp.sin, sp.cos, sp.exp, sp.tanh, sp.atan, sp.log])
def test_the_derivative_of_every_function(function):
    expr = function(x**2 + 1) / (x + 3)
    assert equal_sympy(derivative(expr, x), sp.diff(expr, x))
    assert derivative(expr, y) == 0


@few
@given(expressions, rationals, rationals, st.sampled_from([">=", ">", "="]))
def test_what_is_evident_is_true(expr, u, v, op):
    hypotheses = [{">=": ge, ">": gt}.get(op, ge)(x), gt(y, 1), le(x * y, 3)]
    at = {x: u, y: v}
    if not (u > 0 and v > 1 and u * v <= 3):
        return
    value = sp.N(expr.xreplace(at), 40)
    assert not (nonnegative(expr, hypotheses) and value < -1e-30)
    assert not (positive(expr, hypotheses) and value < 1e-30)
    assert not (nonzero(expr, hypotheses) and abs(value) < 1e-30)


@few
@given(st.lists(st.integers(-3, 3), min_size=1, max_size=4), st.integers(0, 2))
def test_real_roots_are_those_of_the_factors(zeros, complex_pairs):
    polynomial = sp.expand(sp.prod([x - z for z in zeros]) * (x**2 + 2) ** complex_pairs)
    found = real_roots(polynomial, x)
    assert len(found) == len(set(zeros))
    assert all(any(ball.contains(z) for ball in found) for z in zeros)


FUNCTIONS = (sp.sin, sp.cos, sp.exp)


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize("degree", range(10))
def test_taylor_bounds_hold_at_random_points(function, degree):
    rng = random.Random(degree)
    taylor = sp.series(function(y), y, 0, degree + 1).removeO().xreplace({y: x})
    for known, low, high in ((ge(x), 0, 8), (le(x), -8, 0), (ge(x**2), -8, 8)):
        claim, bound = None, None
        for sense in (ge, le):
            try:
                claim = claimed(sense(function(x), taylor), {"known": known})
                series(claim, function, x, degree)
                bound = sp.lambdify(x, claim.then.expr, "mpmath")
            except Rejected:
                continue
            with mpmath.workdps(40):
                for _ in range(40):
                    point = mpmath.mpf(rng.randint(low * 10**6, high * 10**6)) / 10**6
                    assert bound(point) >= -(mpmath.mpf(10) ** -30)
        assert claim is not None


def coverage(n, confidence):
    """The smallest probability, over p on a grid, that the interval holds p (exact enumeration)."""
    ends = [interval(k, n, confidence) for k in range(n + 1)]
    smallest = Fraction(1)
    for m in range(1, 100):
        q = Fraction(m, 100)
        inside = sum(
            (
                comb(n, k) * q**k * (1 - q) ** (n - k)
                for k, (low, high) in enumerate(ends)
                if low <= q <= high
            ),
            Fraction(0),
        )
        smallest = min(smallest, inside)
    return smallest


@pytest.mark.parametrize("n", [1, 2, 7, 20])
@pytest.mark.parametrize(
    "confidence", [sp.Rational(1, 2), sp.Rational(9, 10), sp.Rational(99, 100)]
)
def test_intervals_cover_as_often_as_they_say(n, confidence):
    assert coverage(n, confidence) >= Fraction(int(confidence.p), int(confidence.q))


def test_intervals_are_no_wider_than_clopper_and_pearson_s():
    """At its ends the tail of the binomial law is what the confidence allows, to 1e-9."""
    for k, n in ((3, 10), (10, 10), (0, 10), (50, 60)):
        low, high = (Fraction(int(v.p), int(v.q)) for v in interval(k, n, sp.Rational(9, 10)))
        above = sum(comb(n, j) * low**j * (1 - low) ** (n - j) for j in range(k, n + 1))
        below = sum(comb(n, j) * high**j * (1 - high) ** (n - j) for j in range(k + 1))
        assert low == 0 if k == 0 else float(above) == pytest.approx(0.05, abs=1e-9)
        assert high == 1 if k == n else float(below) == pytest.approx(0.05, abs=1e-9)
        assert low == 0 or above <= Fraction(1, 20)
        assert high == 1 or below <= Fraction(1, 20)


@few
@given(st.lists(rationals, min_size=3, max_size=3), st.integers(-3, 3))
def test_an_exact_certificate_is_accepted_and_a_perturbed_one_is_not(numbers, shift):
    a, b, c = numbers
    root = a * x + b * y + c + shift
    if root.is_Rational:
        return
    claim = claimed(ge(sp.expand(root**2)))
    assert combine(claim, {}, [(1, root)]).verdict == "proved"
    if root != 0:
        with pytest.raises(Rejected):
            combine(claim, {}, [(sp.Rational(101, 100), root)])
        with pytest.raises(Rejected):
            combine(claim, {}, [(1, root * sp.Rational(99, 100))])


@few
@given(expressions, rationals, rationals)
def test_fractions_evaluate_as_sympy_does(expr, u, v):
    if expr.has(sp.sin, sp.exp) or expr.has(sp.sqrt(2)):
        return
    value = expr.xreplace({x: u, y: v})
    assert evaluate_fraction(expr, {x: Fraction(u.p, u.q), y: Fraction(v.p, v.q)}) == Fraction(
        int(value.p), int(value.q)
    )


@pytest.mark.parametrize("degree", range(10))
def test_taylor_bounds_of_the_logarithm_hold_at_random_points(degree):
    rng = random.Random(degree)
    taylor = sp.series(sp.log(1 + y), y, 0, degree + 1).removeO().xreplace({y: x})
    anywhere, proved = {"defined": gt(1 + x)}, 0
    sides = {"x": ge(x)}, anywhere | {"x": le(x)}, anywhere
    for known, low, high in zip(sides, (0, -1, -1), (8, 0, 8), strict=True):
        for sense in (ge, le):
            try:
                claim = claimed(sense(sp.log(1 + x), taylor), known)
                series(claim, sp.log, x, degree)
            except Rejected:
                continue
            proved += 1
            for _ in range(40):
                point = sp.Rational(rng.randint(low * 10**6 + 1, high * 10**6), 10**6)
                assert claim.then.expr.xreplace({x: point}).evalf(40) >= -(mpmath.mpf(10) ** -30)
    assert proved == (3 if degree % 2 else 2)
