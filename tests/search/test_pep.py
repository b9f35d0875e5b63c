"""Worst-case rates: PEPit's numbers become theorems, and equal the published formulas."""

import doctest

import pytest
import sympy as sp
from PEPit import PEP, Point
from PEPit.functions import SmoothConvexFunction, SmoothQuadraticLojasiewiczFunctionCheap
from sympy.polys.polyfuncs import rational_interpolate

from provenscape.errors import UserError
from provenscape.kernel import Claim, Rejected, combine, ge, gt, le, real, witness
from provenscape.search import pep
from provenscape.search.certificates import certificate
from provenscape.search.pep import exact_proof, inner, interpolation, lift, lift_proof
from provenscape.search.semidefinite import NotFound

L, mu, g0, g1, x0, f0, f1, fs = real("L mu g0 g1 x0 f0 f1 fs")
START, END = (x0, g0, f0), (x0 - g0 / L, g1, f1)


def gradient_descent(function_class, start, steps, **parameters):
    """The problem of the gap after some steps of length 1, for L = 1."""
    problem = PEP()
    function = problem.declare_function(function_class, L=1.0, **parameters)
    solution = function.stationary_point()
    first = problem.set_initial_point()
    point = first
    for _ in range(steps):
        point = point - function.gradient(point)
    gap = function(first) - function(solution)
    problem.set_initial_condition(((first - solution) ** 2 if start == "distance" else gap) <= 1)
    problem.set_performance_metric(function(point) - function(solution))
    return problem


def pl_rate(constant):
    problem = gradient_descent(
        SmoothQuadraticLojasiewiczFunctionCheap, "gap", 1, mu=float(constant)
    )
    proof = exact_proof(problem, "pl")
    assert proof.theorem().verdict == "proved"
    return proof.rate


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_smooth_convex_descent_has_the_rate_of_drori_and_teboulle(steps):
    proof = exact_proof(gradient_descent(SmoothConvexFunction, "distance", steps), "gd")
    assert proof.rate == sp.Rational(1, 4 * steps + 2)
    assert proof.theorem().verdict == "proved"


def test_a_problem_without_a_worst_case_is_told_with_its_status():
    infeasible = gradient_descent(SmoothConvexFunction, "distance", 1)
    first, solution = Point.list_of_leaf_points[1], Point.list_of_leaf_points[0]
    infeasible.add_constraint((first - solution) ** 2 >= 2)
    with pytest.raises(UserError, match="gd: the performance problem is infeasible; no func"):
        exact_proof(infeasible, "gd")
    unbounded = gradient_descent(SmoothConvexFunction, "gap", 1)
    unbounded.set_performance_metric(Point.list_of_leaf_points[1] ** 2)
    unbounded.list_of_performance_metrics.pop(0)
    with pytest.raises(UserError, match="is unbounded; give an initial condition that bounds"):
        exact_proof(unbounded, "gd")


def test_a_sharper_rate_than_the_worst_case_has_no_proof():
    proof = exact_proof(gradient_descent(SmoothConvexFunction, "distance", 1), "gd")
    distance = 6 * (proof.claim.then.expr - sp.Symbol("f0", real=True) + real("f2"))
    sharper = Claim("no", "", {}, proof.claim.given, ge(proof.claim.then.expr, distance / 600))
    with pytest.raises(Rejected):
        combine(sharper, **proof.arguments)
    with pytest.raises(NotFound):
        certificate(sharper, degree=2)


def test_the_rates_of_pl_functions_fit_one_formula_in_mu():
    rates = {sp.Rational(1, n): pl_rate(sp.Rational(1, n)) for n in (2, 3, 4, 5)}
    fitted = rational_interpolate(list(rates.items()), 1, X=mu)
    assert sp.cancel(fitted - (2 - 2 * mu) / (2 + mu)) == 0
    assert pl_rate(sp.Rational(2, 5)) == fitted.subs(mu, sp.Rational(2, 5))


def pl_claim(factor):
    vectors = [g0, g1]
    return Claim(
        id="pl",
        items={},
        says="One step of length 1/L on an L-smooth function that is PL with constant µ.",
        given={
            "smooth": gt(L),
            "pl_constant": gt(mu),
            "interpolation": ge(lift(sp.expand(interpolation(L, START, END)), vectors)),
            "pl_at_start": ge(inner(g0, g0), 2 * mu * (f0 - fs)),
            "pl_at_end": ge(inner(g1, g1), 2 * mu * (f1 - fs)),
        },
        then=le(f1 - fs, factor * (f0 - fs)),
    )


def test_the_pl_rate_is_proved_for_symbolic_constants():
    claim = pl_claim((2 * L - 2 * mu) / (2 * L + mu))
    found = certificate(claim)
    assert found["using"] == {
        "interpolation": 2 * L,
        "pl_at_start": 1,
        "pl_at_end": sp.Rational(1, 2),
    }
    assert combine(claim, **found).verdict == "proved"
    point = {L: 2, mu: 1, inner(g0, g0): 2, inner(g1, g1): sp.Rational(4, 5), f0: 1, fs: 0}
    point |= {f1: sp.Rational(2, 5), inner(g0, g1): sp.Rational(2, 5)}
    witness(claim, point)
    assert claim.then.expr.subs(point) == 0


@pytest.mark.parametrize(
    "factor", [(2 * L - 3 * mu) / (2 * L + mu), (1 - mu / L) ** 2], ids=["3 mu", "squared"]
)
def test_no_smaller_pl_rate_follows_from_these_inequalities(factor):
    with pytest.raises(NotFound):
        certificate(pl_claim(factor))


def test_the_convex_rate_is_proved_for_a_symbolic_smoothness_constant():
    points = {"solution": (0, 0, fs), "start": START, "end": END}
    pairs = [("solution", "start"), ("solution", "end"), ("start", "end")]
    given = {f"{i} {j}": ge(interpolation(L, points[i], points[j], convex=True)) for i, j in pairs}
    scalar = Claim("gd", "", {}, {"smooth": gt(L), **given}, le(f1 - fs, L * x0**2 / 6))
    claim, arguments = lift_proof(scalar, certificate(scalar, scale=L), [x0, g0, g1])
    assert combine(claim, **arguments).verdict == "proved"
    assert claim.then == le(f1 - fs, L * inner(x0, x0) / 6)


def test_interpolation_is_the_descent_lemma_at_one_point():
    x, y, g, h, f, k, fz = real("x y g h f k fz")
    z = (x + y) / 2 - (g - h) / (2 * L)
    given = {
        "smooth": gt(L),
        "upper": le(fz, f + g * (z - x) + L * (z - x) ** 2 / 2),
        "lower": ge(fz, k + h * (z - y) - L * (z - y) ** 2 / 2),
    }
    claim = Claim("descent", "", {}, given, ge(interpolation(L, (x, g, f), (y, h, k))))
    assert combine(claim, using={"upper": 1, "lower": 1}).verdict == "proved"


@pytest.mark.parametrize(
    ("function", "L_value"), [(sp.sin(x0), 1), (-(x0**2) / 2, 1), (x0**2 / 2 + sp.cos(x0), 2)]
)
def test_smooth_functions_satisfy_the_interpolation_inequality(function, L_value):
    def data(at):
        return at, sp.diff(function, x0).subs(x0, at), function.subs(x0, at)

    places = [sp.Rational(k, 3) for k in range(-12, 13, 4)]
    slack = [
        interpolation(L_value, data(a), data(b)).evalf() for a in places for b in places if a != b
    ]
    assert min(slack) > -1e-12
    sharper = [interpolation(sp.Rational(1, 3), data(a), data(b)) for a in places for b in places]
    assert min(s.evalf() for s in sharper) < 0


def test_only_products_of_two_vectors_are_lifted():
    with pytest.raises(ValueError, match="inner products"):
        lift(g0 + g1**2, [g0, g1])


def test_the_example_in_the_documentation_runs():
    assert doctest.testmod(pep) == doctest.TestResults(failed=0, attempted=2)
