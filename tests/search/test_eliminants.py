"""Eliminants found with cofactors, by which the kernel proves lists of critical points complete."""

import pytest
import sympy as sp

from provenscape.kernel import Claim, Rejected, Roots, real, roots
from provenscape.search.eliminants import eliminants
from provenscape.search.semidefinite import NotFound

x, y, z = real("x y z")
half, root = sp.Rational(1, 2), sp.sqrt(sp.Rational(6, 5))


def critical(function, points):
    variables = tuple(sorted(function.free_symbols, key=str))
    return Roots(tuple(sp.diff(function, v) for v in variables), variables, points)


def spiked(*eigenvalues):
    """¼‖diag(λ) − uuᵀ‖²: its critical points are 0 and ±√λᵢ eᵢ."""
    variables = (x, y, z)[: len(eigenvalues)]
    matrix = sp.diag(*eigenvalues) - sp.Matrix(variables) * sp.Matrix(variables).T
    points = [tuple(0 for _ in variables)]
    for i, value in enumerate(eigenvalues):
        for sign in (1, -1):
            points.append(
                tuple(sign * sp.sqrt(value) if j == i else 0 for j in range(len(variables)))
            )
    return critical(sp.expand(sum(entry**2 for entry in matrix) / 4), tuple(points))


COMPLETE = {
    "double well": critical(x**4 - 2 * x**2 + y**2, ((0, 0), (1, 0), (-1, 0))),
    "two minima, no saddle": critical((x**2 * y - x - 1) ** 2 + (x**2 - 1) ** 2, ((1, 2), (-1, 0))),
    "PL quartic": critical((x**2 - sp.Rational(6, 5)) ** 2 / 2, ((0,), (root,), (-root,))),
    "monkey saddle": critical(x**3 - 3 * x * y**2, ((0, 0),)),
    "rank one of two": spiked(2, 1),
    "rank one of three": spiked(3, 2, 1),
    "regularized product": critical(
        (x * y - 1) ** 2 / 2 + (x**2 + y**2) / 8,
        ((0, 0), (sp.sqrt(3) / 2, sp.sqrt(3) / 2), (-sp.sqrt(3) / 2, -sp.sqrt(3) / 2)),
    ),
    "no real solution": Roots((x**2 + 1, y - x), (x, y), ()),
    "no solution at all": Roots((x, x - 1), (x,), ()),
}


@pytest.mark.parametrize("name", COMPLETE)
def test_the_list_of_critical_points_is_proved_complete(name):
    statement = COMPLETE[name]
    claim = Claim("complete", "These are all.", {}, {}, statement)
    assert roots(claim, eliminants(statement)).verdict == "proved"


@pytest.mark.parametrize("name", [n for n, s in COMPLETE.items() if s.points])
def test_a_list_with_a_point_left_out_is_rejected(name):
    statement = COMPLETE[name]
    shorter = Roots(statement.system, statement.variables, statement.points[:-1])
    with pytest.raises(Rejected):
        roots(Claim("incomplete", "These are all.", {}, {}, shorter), eliminants(shorter))


def test_each_eliminant_is_a_polynomial_in_one_variable_with_rational_coefficients():
    statement = COMPLETE["two minima, no saddle"]
    for variable, (polynomial, cofactors) in eliminants(statement).items():
        assert polynomial.free_symbols == {variable}
        combined = sum(c * e for c, e in zip(cofactors, statement.system, strict=True))
        assert sp.expand(combined - polynomial) == 0


def test_a_continuum_of_solutions_has_no_eliminants():
    with pytest.raises(NotFound, match="infinitely many"):
        eliminants(critical((x * y - 1) ** 2 / 2, ((0, 0),)))


def test_a_degree_too_small_for_the_cofactors_is_reported():
    with pytest.raises(NotFound, match="degree"):
        eliminants(COMPLETE["two minima, no saddle"], degree=5)
