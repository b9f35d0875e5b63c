"""Exact points found by Z3 and by numerical optimization, each confirmed by the kernel."""

import mpmath
import pytest
import sympy as sp

from provenscape.kernel import Claim, Invariant, eq, ge, gt, le, lt, real, refute, witness
from provenscape.search import counterexamples, refuting
from provenscape.search.candidates import Goals
from provenscape.search.counterexamples import counterexample, countermodel, equality_point
from provenscape.search.optima import equality
from provenscape.search.semidefinite import NotFound
from provenscape.search.touching import recognized
from provenscape.search.trajectories import trajectories

x, y, L, mu, grad2, gap, following = real("x y L mu grad2 gap following")


def claim(then, given=(), **options):
    return Claim("sought", "A counterexample is sought.", {}, dict(given), then, **options)


PL = claim(
    le(following, (1 - mu / L) * gap),
    {
        "smooth": gt(L),
        "pl_constant": gt(mu),
        "descent": le(following, gap - grad2 / (2 * L)),
        "pl": ge(grad2, 2 * mu * gap),
    },
)
FALSE = {
    "square of a small number": claim(ge(x**2, 2)),
    "attained, so not strict": claim(gt((x * y - 1) ** 2)),
    "linear equation": claim(ge(x * y), {"sum": eq(x + y, 1)}),
    "irrational on the circle": claim(le(x + y, 1), {"circle": eq(x**2 + y**2, 1)}),
    "a sine": claim(le(sp.sin(x), sp.Rational(1, 2)), {"low": ge(x), "high": le(x, 3)}),
    "sine bowl is not convex": claim(ge(sp.diff(x**2 + 3 * sp.sin(x) ** 2, x, 2))),
    "equation": claim(eq(x**2, x)),
    "rate doubled": claim(le(following, (1 - 2 * mu / L) * gap), PL.given),
}
TRUE = {
    "square": claim(ge(x**2)),
    "sine": claim(le(sp.sin(x), 1)),
    "rate": PL,
    "impossible hypotheses": claim(ge(x, 1), {"low": lt(x), "high": gt(x)}),
}


@pytest.mark.parametrize("name", FALSE)
def test_a_false_claim_is_refuted(name):
    point = counterexample(FALSE[name])
    assert refute(FALSE[name], point).verdict == "refuted"


@pytest.mark.parametrize("name", TRUE)
def test_no_counterexample_of_a_true_claim_is_found(name):
    assert counterexample(TRUE[name]) is None


@pytest.mark.parametrize("name", ["a sine", "linear equation", "rate doubled"])
def test_optimization_alone_refutes(name, monkeypatch):
    monkeypatch.setattr(counterexamples, "models", lambda goals, seconds: iter(()))
    assert refute(FALSE[name], counterexample(FALSE[name])).verdict == "refuted"


@pytest.mark.parametrize("hypothesis", ["descent", "pl"])
def test_each_hypothesis_of_the_rate_is_needed(hypothesis):
    point = countermodel(PL, hypothesis)
    assert refute(PL.without(hypothesis), point).verdict == "refuted"


def test_a_statement_without_meaning_has_no_countermodel():
    assert countermodel(PL, "smooth") is None


def test_an_unused_hypothesis_has_no_countermodel():
    assert countermodel(claim(ge(x**2), {"idle": ge(y)}), "idle") is None


def test_the_rate_is_attained():
    point = equality_point(PL)
    witness(PL, point)
    assert PL.then.expr.subs(point) == 0
    assert equality_point(claim(ge(x**2, -1))) is None


def test_linear_equations_are_solved_for_a_symbol():
    goals = Goals.of(claim(ge(x), {"first": eq(x + y, L), "second": eq(y, 2 * L)}))
    assert len(goals.symbols) == 1 and not goals.relations


def test_a_statement_about_some_radius_is_left_to_its_author():
    near = claim(le(x**4), {"near": lt(x**2, y**2)}, constants=(y,))
    assert counterexample(near) is None


BOWL = {"near": le(x**2 + y**2, L**2)}


@pytest.mark.parametrize(
    ("form", "curve"),
    [
        ((y - x**2) * (y - 2 * x**2), "between the parabolas"),
        ((y - 5 * x**2) * (y - 6 * x**2), "and between steeper ones"),
        ((y - x**3) * (y - 2 * x**3), "and cubics"),
        (3 * (y - x) * (3 * y - 4 * x), "and lines"),
    ],
)
def test_near_zero_a_form_fails_on_the_curve_between_its_zeros(form, curve):
    near = claim(ge(form), BOWL, constants=(L,))
    (point,) = refuting.refutation(near, lambda _: None).points
    assert form.xreplace(point).subs(L, sp.Rational(1, 7)) < 0, curve
    with pytest.raises(NotFound):
        refuting.refutation(claim(ge(form**2), BOWL, constants=(L,)), lambda _: None)


@pytest.mark.parametrize(
    ("then", "holds"),
    [
        (ge(sp.cos(x), 1 - x**2 / 2 + x**4 / 23), 1 - x**2 / 2 + x**4 / 25),
        (ge(sp.exp(x), 1 + x + x**2), 1 + x + 49 * x**2 / 100),
        (ge(sp.exp(x) + y**2, 1 + x + 2 * x * y), 1 + x + x * y / 2),
    ],
)
def test_near_zero_a_function_falls_below_what_its_taylor_polynomial_does(then, holds):
    near = claim(then, BOWL, constants=(L,))
    plan = refuting.refutation(near, lambda _: None)
    assert plan.theorem(near).verdict == "refuted" and plan.failure is not None
    for size in (sp.Rational(1, 7), 1, 50):
        assert sp.N(then.expr.xreplace(plan.points[0]).subs(L, size), 30) < 0
    neighbour = claim(ge(then.left, holds), BOWL, constants=(L,))
    with pytest.raises(NotFound):
        refuting.refutation(neighbour, lambda _: None)


def test_of_the_constants_of_an_iteration_those_that_others_give_have_exact_values():
    start, step = real("start step")
    apart = sp.Rational(1, 997)
    climbs = Invariant(le(x, 5), start={x: start}, update={x: x + step}, fixed=(step,))
    first, *later = next(trajectories(claim(climbs, {"tied": eq(start, step + apart)})))
    assert first[start] - first[step] == apart
    assert later and not any(later)


@pytest.mark.parametrize(("degree", "largest"), [(1, 10**6), (2, 1000), (3, 200), (4, 60)])
def test_a_number_is_recognized_by_a_polynomial_whose_coefficients_are_below_a_bound(
    degree, largest
):
    with mpmath.workdps(60):
        roots = [mpmath.root(mpmath.mpf(1) / size, degree) for size in (largest - 1, largest)]
    (known,) = recognized(roots[0])
    assert known**-degree == largest - 1 and not recognized(roots[1])


def test_where_a_claim_about_a_function_is_attained():
    assert equality(claim(ge(sp.exp(x), 1 + x))) == {x: 0}
