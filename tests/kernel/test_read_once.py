"""What is read once, or passed over, for speed: nothing gets by because of it."""

import pytest
import sympy as sp

from provenscape.kernel import Inertia, Rejected, function, real
from provenscape.kernel.cone import evident, positive
from provenscape.kernel.engines import sources_of_meaning
from provenscape.kernel.language import FunctionValue, admit, admit_all
from provenscape.kernel.relations import Bound

x, y, t = real("x y t")
POSITIVE = (Bound(x, ">"), Bound(y, ">"))


def test_values_are_admitted_together_as_they_are_one_by_one():
    values = (x + y, 2, sp.sqrt(2) * x, x + y)
    assert admit_all(values) == tuple(map(admit, values))


@pytest.mark.parametrize(
    "wrong",
    [sp.Float(1), sp.I, sp.Symbol("x"), True, "1", 0.5, sp.oo, sp.Symbol("x", positive=True)],
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_one_wrong_value_among_others_is_seen(wrong, place):
    values = [x + y, x + y]
    values.insert(place, wrong)
    with pytest.raises(Rejected):
        admit_all(values)


@pytest.mark.parametrize("place", range(4))
def test_one_wrong_entry_of_a_matrix_is_seen(place):
    entries = [sp.Integer(2)] * 4
    assert Inertia(sp.Matrix(2, 2, entries), 2, 0, 0).exact == sp.Matrix(2, 2, entries)
    entries[place] = sp.Float(2)
    with pytest.raises(Rejected, match="outside the statement language"):
        Inertia(sp.Matrix(2, 2, entries), 2, 0, 0)


def test_a_part_that_changed_is_seen_wherever_it_stands():
    changed = sp.Add(x, y, evaluate=False)
    hash(changed)
    changed._args = (x, 2 * y)
    for values in ((changed,), (x, changed), (changed, x), (y * changed, x)):
        with pytest.raises(Rejected, match="changed"):
            admit_all(values)


@pytest.mark.parametrize(
    ("base", "exponent", "good"),
    [
        (x, 1000, True), (x, -1000, True), (x, 1001, False), (x, -1001, False),
        (2, sp.Rational(1, 2), True), (-2, sp.Rational(1, 2), False),
        (2, sp.Rational(2001, 2), False), (sp.Rational(-1, 3), sp.Rational(1, 3), False),
        (x, sp.Rational(1, 2), False), (2, x, False), (x, y, False),
    ],
)  # fmt: skip
def test_powers_are_whole_or_roots_of_what_is_not_negative(base, exponent, good):
    power = sp.Pow(base, exponent, evaluate=False)
    if good:
        assert admit(power) == power
    else:
        with pytest.raises(Rejected, match="power"):
            admit(power)


@pytest.mark.parametrize("orders", [(-1, 0), (sp.Rational(1, 2), 0), (5, 5), (1,), (x, 0)])
def test_a_value_is_differentiated_a_few_whole_times(orders):
    f = function("f", (x, y), x * y)
    with pytest.raises(Rejected, match="orders"):
        admit(FunctionValue(f.definition, sp.Tuple(*orders), sp.Tuple(x, y)))


@pytest.mark.parametrize(
    ("expr", "found"),
    [
        (1 / x + 1 / y, ">"), (x / y - 1 + sp.Rational(1, 2) / y + 1, ">"),
        (1 - 1 / (1 + x), ">"), (1 / x - 1 / (x + y), ">"), (1 / x - 1 / y, ""),
        (1 - sp.exp(-x) * 0 + 1 / x, ">"), (x**2 - 2 * x + 1, ""), (x - y, ""), (x / 2 - y / 2, ""),
    ],
)  # fmt: skip
def test_a_sum_of_fractions_has_the_sign_of_its_numerator(expr, found):
    assert evident(expr, POSITIVE) == found


def test_an_exponential_in_common_is_divided_out():
    expr = x * sp.exp(-y) - t * sp.exp(-y)
    assert evident(expr, (*POSITIVE, Bound(x - t, ">"))) == ">"
    assert evident(expr, (*POSITIVE, Bound(t - x, ">"))) == ""


def test_a_hypothesis_with_a_pole_says_nothing_and_the_next_one_is_asked():
    pole = Bound(1 / ((y - 1) ** 2 - y**2 + 2 * y - 1), ">")
    assert positive(3 * t + 2, (pole, Bound(t, ">=")))
    assert not positive(3 * t - 2, (pole, Bound(t, ">=")))
    assert not positive(pole.expr, (Bound(t, ">"),))


def test_denominators_inside_a_function_are_found_at_each_of_its_places():
    f = function("f", (x,), 1 / (1 - x) + sp.log(y))
    for value in (f(t), f(2), f(t + y)):
        at = value.point[0]
        found = set(sources_of_meaning(value))
        assert found == {("denominator", 1 - at), ("argument of log", y)}
    slope = function("h", (x,), x + sp.log(y)).partial(x, at=(t,))
    assert set(sources_of_meaning(slope)) == {("argument of log", y)}
    assert list(sources_of_meaning(function("g", (x,), x**2)(1 / t))) == [("denominator", t)]
