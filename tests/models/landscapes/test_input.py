"""Wrong input to the landscapes is refused in one clear line."""

from fractions import Fraction

import pytest
import sympy as sp

from provenscape.errors import UserError
from provenscape.models import landscapes

SQUARE = [[1, 0], [0, 2]]


def test_a_misspelt_name_is_answered_with_near_ones():
    with pytest.raises(UserError, match="double_well"):
        landscapes.get("double_wel")


def test_the_name_of_a_factory_is_answered_with_how_to_call_it():
    with pytest.raises(UserError, match=r"landscapes\.least_squares\(…\)"):
        landscapes.get("least_squares")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((2, 2, 0, SQUARE), "r is 0"),
        ((2, 2, 3, SQUARE), "r is 3, but the rank of a 2 × 2 matrix is at most 2"),
        ((2, 2, True, SQUARE), "r is True"),
        ((2.0, 2, 1, SQUARE), "m is 2.0"),
        ((-1, 2, 1, SQUARE), "m is -1"),
        ((3, 2, 1, SQUARE), r"M: has shape \(2, 2\), expected \(3, 2\)"),
        ((2, 2, 1, [[1, 0], [0]]), "M: its rows have different lengths"),
        ((2, 2, 1, [[1, 0.5], [0, 1]]), r"M\[0\]\[1\]: 0.5 is no exact number"),
        ((2, 2, 1, [[1, float("nan")], [0, 1]]), r"M\[0\]\[1\]: nan is no exact number"),
        ((2, 2, 1, [[1, sp.oo], [0, 1]]), r"M\[0\]\[1\]: oo is no exact number"),
        ((2, 2, 1, [[1, "1"], [0, 1]]), r"M\[0\]\[1\]: '1' is no exact number"),
        ((2, 2, 1, [[1, True], [0, 1]]), r"M\[0\]\[1\]: True is no exact number"),
        ((2, 2, 1, []), "M: give a non-empty list of rows"),
        ((2, 2, 1, "ab"), "M: give a non-empty list of rows"),
        ((2, 2, 1, [1, 2]), r"M\[0\]: give a non-empty list"),
    ],
)
def test_matrix_factorization_refuses(arguments, message):
    with pytest.raises(UserError, match=message):
        landscapes.matrix_factorization(*arguments)


def test_matrix_factorization_takes_every_admissible_rank_and_kind_of_exact_number():
    target = [[1, Fraction(1, 2)], [sp.Rational(1, 3), sp.Integer(2)]]
    assert landscapes.matrix_factorization(2, 2, 1, target).dimension == 4
    assert landscapes.matrix_factorization(2, 2, 2, sp.Matrix(target)).dimension == 8


def test_least_squares_refuses_data_of_another_length():
    with pytest.raises(UserError, match="b: has 3 entries, but A has 2 rows"):
        landscapes.least_squares(SQUARE, [1, 2, 3])


def test_least_squares_lists_no_critical_point_where_they_form_a_line():
    assert landscapes.least_squares([[1, 1]], [2]).critical_points == ()
    assert landscapes.least_squares([[2]], [3]).critical_points == ((sp.Rational(3, 2),),)


@pytest.mark.parametrize(
    ("labels", "message"),
    [([1, 0], "differs from 1 and -1"), ([1], "labels: has 1 entries, but A has 2 rows")],
)
def test_logistic_loss_refuses_labels(labels, message):
    with pytest.raises(UserError, match=message):
        landscapes.logistic_loss(SQUARE, labels)


@pytest.mark.parametrize("temperature", [0, -1, Fraction(-1, 2), 0.5])
def test_soft_clustering_refuses_a_temperature(temperature):
    with pytest.raises(UserError, match="temperature"):
        landscapes.soft_clustering([1, 2], temperature)
