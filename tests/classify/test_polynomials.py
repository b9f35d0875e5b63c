"""Stationary points of polynomials: right values derived by hand or by a numerical search of its
own, which knows nothing of eliminants; a point more, less or of another kind makes a test fail."""

import random
from itertools import pairwise

import pytest
import sympy as sp
from flint import fmpq, fmpq_mat
from searching import searched

from provenscape.classify import formula, report, stationary, systems
from provenscape.errors import UserError

STYBLINSKI = "(x^4 - 16*x^2 + 5*x + y^4 - 16*y^2 + 5*y)/2"
CAMEL = "(4 - 2.1*x^2 + x^4/3)*x^2 + x*y + (-4 + 4*y^2)*y^2"
HIMMELBLAU = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2"
MOTZKIN = "x^4*y^2 + x^2*y^4 - 3*x^2*y^2 + 1"
ROSENBROCK = "(1 - x)^2 + 100*(y - x^2)^2"
QUARTIC = (
    "x^4 + 2*y^4 + z^4 - 3*x^2*y + x*y*z - 2*z^2 + x - y + 3*z - x*z^2 + 2*x^2*z + y^2 - x*y^3"
)
SEXTIC = "x^6 + y^6 - 3*x^3*y^2 + x^4*y - 2*x^2*y^3 + 4*x*y - 3*x^2 + y^3 - 2*y^2 + x - y/2"


def classified(text, variables=None):
    expr, names = formula.parse(text, variables)
    return report.polynomial(formula.polynomial(expr, names), text)[0]


def listed(data):
    """Coordinates, to five digits, with the kind."""
    return sorted(
        (tuple(round(float(c["near"]), 5) + 0.0 for c in p["coordinates"]), p["kind"])
        for p in data["points"]
    )


@pytest.mark.parametrize(
    ("text", "reach"),
    [
        (STYBLINSKI, 5),
        (CAMEL, 2),
        (HIMMELBLAU, 5),
        (QUARTIC, 3),
        (SEXTIC, 3),
        ("exp(x) + exp(-x) - 3*y^2 + y^4 - y*exp(x/3)", 2),
        ("exp(x + y) + exp(x - 2*y) - 3*exp(x) + exp(-x) - exp(-2*x)/3", 2),
    ],
)
def test_a_numerical_search_from_many_starts_finds_the_same_points(text, reach):
    data = classified(text)
    assert listed(data) == searched(text, [(-reach, reach)] * len(data["variables"]))
    assert all(len(p["coordinates"]) == sum(p["inertia"]) for p in data["points"])


@pytest.mark.parametrize(
    "text",
    [
        "2*x^2 - 2*x*y - x*z - 3*x - 5*y^2 + 3*y*z - 2*z^2",
        "(x - y)^2 + (y - z)^2 + (z - 1)^2*(z^2 + 1) + x*y*z",
        "x^2 + x*y^2 + y*z + z^3 - x",
    ],
)
def test_variables_that_are_eliminated_leave_no_point_out(text):
    data = classified(text)
    found = [(at, kind) for at, kind in searched(text, [(-8, 8)] * 3) if max(map(abs, at)) < 8]
    assert found and found == [p for p in listed(data) if max(map(abs, p[0])) < 8]


def test_coordinates_of_degree_five_are_roots_of_their_polynomial():
    (point,) = classified("x^6/6 - x^2/2 + x + y^2")["points"]
    x, y = point["coordinates"]
    assert x["exact"] == "CRootOf(x**5 - x + 1, 0)" and y["exact"] == "0"
    assert abs(float(sp.sympify(x["exact"])) - float(x["near"])) < 1e-11
    assert point["inertia"] == [2, 0, 0]


def test_the_nine_points_of_styblinski_and_tang():
    data = classified(STYBLINSKI)
    kinds = [p["kind"] for p in data["points"]]
    assert (kinds.count("minimum"), kinds.count("saddle"), kinds.count("maximum")) == (4, 4, 1)
    (best,) = data["global_minimum"]["points"]
    assert data["points"][best]["coordinates"][0]["near"].startswith("-2.90353402777")
    assert data["strict_saddle"]["answer"] == "yes"


@pytest.mark.parametrize(
    ("text", "at", "kind", "strict", "inertia"),
    [
        ("x^4", "0", "minimum", True, [0, 0, 1]),
        ("x^3", "0", "saddle", None, [0, 0, 1]),
        ("-x^6", "0", "maximum", True, [0, 0, 1]),
        ("x^2 + y^4", "0, 0", "minimum", True, [1, 0, 1]),
        ("x^2 - y^4", "0, 0", "saddle", None, [1, 0, 1]),
        ("x^3 + y^2", "0, 0", "saddle", None, [1, 0, 1]),
        ("x^3 - 3*x*y^2", "0, 0", "saddle", None, [0, 0, 2]),
        ("(y - x^2)*(y - 3*x^2)", "0, 0", "saddle", None, [1, 0, 1]),
        ("(y - x^2)^2 + x^6", "0, 0", "minimum", True, [1, 0, 1]),
        ("(y - x^2)^2 - x^5", "0, 0", "saddle", None, [1, 0, 1]),
        ("x^4 + y^4 - x^2*y^2", "0, 0", "minimum", True, [0, 0, 2]),
        ("x^4 + y^4 - 2*x^2*y^2 + x^6", "0, 0", "minimum", True, [0, 0, 2]),
        ("x^4 + y^4 - 2*x^2*y^2 - x^6", "0, 0", "saddle", None, [0, 0, 2]),
        ("-x^4 - y^4 - x^2*y^2*3", "0, 0", "maximum", True, [0, 0, 2]),
        ("(x^2 - y^3)^2 + y^8", "0, 0", "minimum", True, [0, 0, 2]),
        ("(x^2 - y^3)^2 - y^8", "0, 0", "saddle", None, [0, 0, 2]),
        ("(x^2 + y^2)^2", "0, 0", "minimum", True, [0, 0, 2]),
        ("x^2 + y^4 + z^4 - y^2*z^2", "0, 0, 0", "minimum", True, [1, 0, 2]),
        ("x^2 + y^4 + z^4 - 3*y^2*z^2", "0, 0, 0", "saddle", None, [1, 0, 2]),
        ("x^4 + y^4 + z^4", "0, 0, 0", "minimum", True, [0, 0, 3]),
        ("x^4 + y^4 + z^4 - 4*x^2*y*z", "0, 0, 0", "saddle", None, [0, 0, 3]),
        ("x^2 + 2*x*y^2 + y^4 + z^2 + y^6", "0, 0, 0", "minimum", True, [2, 0, 1]),
    ],
)  # fmt: skip
def test_the_kind_of_a_degenerate_point_is_decided_both_ways(text, at, kind, strict, inertia):
    point = next(
        p
        for p in classified(text)["points"]
        if ", ".join(c["exact"] for c in p["coordinates"]) == at
    )
    assert (point["kind"], point["strict"], point["inertia"]) == (kind, strict, inertia)
    if point["along"]:
        require_curves(text, point)


def require_curves(text, point):
    """Along each exact curve f - f(p) begins with the term that is said, of the sign needed."""
    expr, names = formula.parse(text)
    t = sp.Symbol("t")
    for curve in point["along"]:
        path = sp.sympify(curve["offset"])
        path = path if isinstance(path, tuple | sp.Tuple) else (path,)
        at = [sp.sympify(c["exact"]) + h for c, h in zip(point["coordinates"], path, strict=True)]
        symbols = [sp.Symbol(n, real=True) for n in names]
        value = sp.expand(expr.subs(dict(zip(symbols, at, strict=True)), simultaneous=True))
        rest = sp.Poly(value - sp.sympify(point["value"]["exact"]), t)
        power = min(m[0] for m in rest.monoms())
        assert rest.coeff_monomial(t**power) * t**power == sp.sympify(curve["first_term"])


def test_degenerate_points_with_irrational_coordinates_have_curves_over_their_field():
    data = classified("(x^2 - 2)^4 - (y^2 - 3)^3")
    assert [p["kind"] for p in data["points"]].count("saddle") == 8
    for point in data["points"]:
        require_curves("(x^2 - 2)^4 - (y^2 - 3)^3", point)


@pytest.mark.parametrize(
    ("text", "curves"),
    [
        ("(x^2 + y^2 - 1)^2", [("x**2 + y**2 - 1 = 0", [("minimum", "")])]),
        ("(x^2 + y^2 - 1)^3", [("x**2 + y**2 - 1 = 0", [("saddle", "")])]),
        ("x^2*y^2", [("y = 0", [("minimum", "")]), ("x = 0", [("minimum", "")])]),
        ("x^2*y", [("x = 0", [("maximum", "y < 0"), ("minimum", "y > 0")])]),
        (
            "(x^2 + y^2 - 1)^2*x",
            [("x**2 + y**2 - 1 = 0", [("maximum", "x < 0"), ("minimum", "x > 0")])],
        ),
        ("-(x*y - 1)^4", [("x*y - 1 = 0", [("maximum", "")])]),
        ("(y^2 - x^3)^2", [("x**3 - y**2 = 0", [("minimum", "")])]),
        ("(x^2 + 1)^2*y^2", [("y = 0", [("minimum", "")])]),
    ],
)
def test_curves_of_stationary_points_are_given_by_equations_with_the_kind_of_each_branch(
    text, curves
):
    found = [
        (c["equations"][0], [(b["kind"], b["where"]) for b in c["branches"]])
        for c in classified(text)["curves"]
    ]
    assert sorted(found) == sorted(curves)


def test_a_curve_on_which_f_has_conjugate_values_has_a_kind_for_each():
    (curve,) = classified("x^3/3 - 2*x", ["x", "y"])["curves"]
    found = {b["where"]: b["kind"] for b in curve["branches"]}
    assert found == {"f = 4*sqrt(2)/3": "maximum", "f = -4*sqrt(2)/3": "minimum"}


def test_points_at_which_curves_meet_or_change_are_told_apart():
    motzkin = classified(MOTZKIN)
    kinds = {tuple(c["exact"] for c in p["coordinates"]): p["kind"] for p in motzkin["points"]}
    assert kinds[("0", "0")] == "maximum" and kinds[("1", "-1")] == "minimum"
    assert kinds[("sqrt(3)", "0")] == "saddle" and len(kinds) == 9
    (origin,) = classified("x^2*y")["points"]
    assert origin["kind"] == "saddle" and origin["on_curves"] == [0]


@pytest.mark.parametrize(
    ("text", "answer", "value"),
    [
        (MOTZKIN, "attained", "0"),
        (ROSENBROCK, "attained", "0"),
        (HIMMELBLAU, "attained", "0"),
        ("x^2 + (1 - x*y)^2", "not attained", "0"),
        ("x^2*y^2 + (x*y^2 - 1)^2", "not attained", "0"),
        ("x^4*y^2 + x^2*y^4 - 3.01*x^2*y^2 + 1", "attained", None),
        ("x^3 - 3*x*y^2", "unbounded below", None),
        ("x^4*y^4 - x^2", "unbounded below", None),
        ("2*x + y", "unbounded below", None),
        ("x^2*y^2 + x^2 + x", "attained", "-1/4"),
        ("(x^2 + y^2 + z^2 - 1)^2", "attained", "0"),
        ("x^2 + y^2 + z^2 - 2*x*y*z", "unbounded below", None),
        ("z^2 + (y - z^2)^2 + (x - y^2)^2", "attained", "0"),
        ("(z - x*y)^2 + 1", "attained", "1"),
        ("(x*y - 1)^2 + (x*z - 2)^2", "attained", "0"),
        ("(x*y - 1)^2 + (x*z - 2)^2 - z^3", "unbounded below", None),
        ("(x + y*z)^2*(1 + z^2)", "attained", "0"),
        ("(x + y*z)^2*(1 - z^2)", "unbounded below", None),
        ("(x*y*z - 1)^2/2 + (x^2 + y^2 + z^2)/20", "attained", None),
        ("x^2*y^2*z^2 - 4*x*y*z + x^4 + y^2 + z^2", "attained", None),
        ("x^2*y^2*z^2 - 3*x^2*y^2 + x^2 + y^2 + z^2", "unbounded below", None),
    ],
)
def test_the_global_minimum_is_found_or_that_there_is_none(text, answer, value):
    found = classified(text)["global_minimum"]
    assert found["answer"] == answer
    if value is not None:
        assert found["value" if answer == "attained" else "infimum"]["exact"] == value


def test_no_infimum_is_claimed_where_values_on_a_set_of_stationary_points_are_unknown():
    found = classified("(z^2 + y*z + 2*y^2)^2 + (3*z - x)^4")["global_minimum"]
    assert found["answer"] == "not decided here" or found["value"]["exact"] == "0"


@pytest.mark.parametrize(
    ("text", "strict_saddle", "pl"),
    [
        ("x^2 + 3*y^2", "yes", "on the whole space"),
        ("(x - y)^2", "yes", "on the whole space"),
        ("x^4", "yes", "on no sublevel set beyond the minimum"),
        ("x^2*y^2", "yes", "on no sublevel set beyond the minimum"),
        ("(x^2 + y^2 - 1)^2", "yes", "on {f <= c} exactly for c < 1"),
        ("(x^2 - 1)^2 + y^2", "yes", "on {f <= c} exactly for c < 1"),
        ("x^6/6 - x^2/2 + x + y^2", "yes", "on every sublevel set"),
        (ROSENBROCK, "yes", "on every sublevel set"),
        ("x^3 - 3*x*y^2", "no", "no"),
        ("x^3 + y^2", "no", "no"),
        (MOTZKIN, "no", "on {f <= c} exactly for c < 1"),
        ("(x*y - 1)^2", "yes", "on {f <= c} exactly for c < 1"),
        ("(x^2*y - 1)^2", "no", "not decided here"),
        ("(y - x^2)^2", "yes", "on the whole space"),
        ("(x^2 + y^2 + z^2 - 1)^2", "yes", "on {f <= c} exactly for c < 1"),
        ("(x^2 + y^2 - z^2)^2 + (z - 1)^2*(z - 2)^2", "yes", "on {f <= c} exactly for c < 1/16"),
        ("(x^2 + y^2 - z^2)^2 + z^2*(z - 1)^2", "yes", "on no sublevel set beyond the minimum"),
        ("(x*y*z - 1)^2", "no", "not decided here"),
        ("(x*y*z - 1)^2 + 1", "no", "not decided here"),
        ("(z - x*y)^2 + 1", "yes", "on the whole space"),
        ("(x^2 + y^2 + z^2 - 1)^2*(z^2 + 1)", "yes", "on {f <= c} exactly for c < 1"),
        ("(x^2 + y^2 + z^2 - 1)^2*z^2", "yes", "not decided here"),
        ("(x - 1)^2 + 2*(2*y^2 - x)^2 + 3*(2*z^2 - y)^2", "no", "on {f <= c} exactly for c < 2/3"),
        ("x*y*z", "no", "no"),
        ("x*y*z + x^2 - y^2", "yes", "no"),
        ("(x*y - 1)^2 + (x*z - 2)^2", "yes", "not decided here"),
        ("(x*y - 1)^2 + z^4", "yes", "on no sublevel set beyond the minimum"),
        ("(x + y + z)^4", "yes", "on no sublevel set beyond the minimum"),
        ("(x*y*(x - y))^2 + z^2", "yes", "not decided here"),
        ("(x - y)^2 - (y - z)^2", "yes", "no"),
        ("-(x + y + z)^2", "yes", "no"),
    ],
)
def test_strict_saddles_and_the_pl_condition(text, strict_saddle, pl):
    data = classified(text)
    assert data["strict_saddle"]["answer"] == strict_saddle
    assert data["pl"]["answer"] == pl


def test_the_constant_of_a_quadratic_is_its_least_positive_curvature():
    assert classified("x^2 + 3*y^2")["pl"]["mu"]["exact"] == "2"
    assert classified("(x - y)^2")["pl"]["mu"]["exact"] == "4"
    assert classified("x^2/3 + 5", ["x", "y"])["pl"]["mu"]["exact"] == "2/3"
    several = "(x + 2*y)^2 + y^2 + (z + w - 1)^2"
    assert classified(several)["pl"]["mu"]["exact"] == "6 - 4*sqrt(2)"


def test_the_constant_is_told_where_the_squared_gradient_is_a_multiple_of_the_gap():
    """Of (3 y - x^2)^2 it is the infimum of 2 |(2 x, 3)|^2."""
    assert classified("(3*y - x^2)^2")["pl"]["mu"]["exact"] == "18"
    assert classified("(z - x*y)^2")["pl"]["mu"]["exact"] == "2"


def test_on_a_set_of_saddles_the_points_without_negative_curvature_are_listed():
    """Near the origin (x*y*z - 1)^2 is 1 - 2*x*y*z, without second derivatives: the loss of a deep
    linear network has no strict saddle there."""
    data = classified("(x*y*z - 1)^2")
    ((point, at),) = [(p, [c["exact"] for c in p["coordinates"]]) for p in data["points"]]
    assert at == ["0", "0", "0"] and point["kind"] == "saddle" and point["inertia"] == [0, 0, 3]
    assert len(point["on_sheets"]) == 3 and [s["falls"] for s in data["sheets"]].count(True) == 3


def test_exponentials_of_a_variable_are_positive_unknowns():
    falls = classified("(exp(x) - 1)^2 + (exp(y - x) - 1)^2")  # it tends to 2 along (-2t, -3t)
    assert falls["global_minimum"]["answer"] == "not decided here"
    data = classified("exp(3*x) - 3*y*exp(x) + y^3")
    (point,) = data["points"]
    assert [c["exact"] for c in point["coordinates"]] == ["0", "1"]
    assert point["kind"] == "minimum" and point["value"]["exact"] == "-1"
    assert data["global_minimum"]["answer"] == "unbounded below"
    assert not classified("exp(x) + y^2")["points"]


def test_a_least_stationary_value_of_exponentials_may_lie_above_what_they_tend_to():
    """The polynomial in u = exp(x) is least at u = -1; for x -> -oo the function tends to 0."""
    data = classified("exp(4*x)/4 - 2*exp(3*x)/3 - exp(2*x)/2 + 2*exp(x) + y^4")
    assert {p["value"]["exact"] for p in data["points"]} == {"13/12", "2/3"}
    lowest = data["global_minimum"]
    assert (lowest["answer"], lowest["infimum"]["exact"]) == ("not attained", "0")
    least = classified("(exp(x) - 1)^2 + y^2")["global_minimum"]
    assert (least["answer"], least["value"]["exact"]) == ("attained", "0")
    assert least["why"].startswith("as a polynomial in exp(x), y: ")


@pytest.mark.parametrize(
    ("text", "answer", "value"),
    [
        ("exp(2*x) + y^2", "not attained", "0"),
        ("exp(-2*x) + (y - 1)^2 + 3", "not attained", "3"),
        ("exp(2*x) - exp(x)*y + y^2 - y", "attained", "-1/3"),
        ("exp(2*x) + exp(x)*y + y^2 - y", "not attained", "-1/4"),
        ("exp(2*x) - 2*exp(x) + y^2 + z^4", "attained", "-1"),
        ("exp(x) + exp(y)", "not attained", "0"),
        ("exp(-x - y)*(z^2 + 1)", "not attained", "0"),  # its polynomial has a line, u = v = 0
        ("exp(x - y) + exp(2*y) + z^2 - 1", "not attained", "-1"),
        ("exp(x) + exp(-x) + y^2", "attained", "2"),
        ("exp(x) + exp(-x) + y^4 - y^2", "attained", "7/4"),
        ("exp(x + y) + exp(x - y) + exp(-x)", "attained", "2*sqrt(2)"),
        ("exp(x)*(y^2 - 1)^2", "attained", "0"),
        ("(exp(x)*y - 1)^2", "attained", "0"),
        ("exp(x) + exp(-x) - y^2", "unbounded below", None),
        ("exp(x)*y^2 + exp(-x) - exp(3*x)", "unbounded below", None),
        ("exp(x)*y^2 + exp(-x) + y", "not decided here", None),  # 3/4 exp(-x) on y = -exp(-x)/2
    ],
)
def test_the_infimum_of_exponentials_beside_other_variables(text, answer, value):
    lowest = classified(text)["global_minimum"]
    assert lowest["answer"] == answer
    if value is not None:
        assert lowest["value" if answer == "attained" else "infimum"]["exact"] == value


def test_a_term_that_is_negative_in_between_is_no_obstacle_and_one_far_out_is():
    """Of (u + 1/u)^2 - c: exponents 2 and -2 outweigh 1, which they contain, and not 3."""
    grows = classified("exp(2*x) + exp(-2*x) + y^2 - 5*exp(x)")["global_minimum"]
    assert grows["answer"] == "attained"
    falls = classified("exp(2*x) + exp(-2*x) + y^2 - exp(3*x)/9")["global_minimum"]
    assert falls["answer"] == "unbounded below"


def test_of_a_curve_the_part_counts_on_which_exponentials_are_positive():
    """Of (u + 1)^2 and (u^2 - 1)^2 with u = exp(x) u = -1 is no curve."""
    (curve,) = classified("(exp(x)*y - 1)^2*(exp(x) + 1)^2")["curves"]
    assert curve["equations"] == ["exp(x)*y - 1 = 0"]
    (branch,) = curve["branches"]
    assert (branch["kind"], branch["pieces"]) == ("minimum", 1)
    for text in ("(exp(2*x) - 1)^2*(exp(x) + y^2)", "(exp(x) - 1)^2*exp(y)"):
        (line,) = classified(text)["curves"]
        assert line["equations"] == ["exp(x) - 1 = 0"]


@pytest.mark.parametrize("text", ["exp(x - y) + exp(y - x)", "(exp(x) - exp(-x))^2*y^2 + y^4"])
def test_curves_of_exponentials_of_both_signs_are_refused(text):
    with pytest.raises(systems.Undecided, match="stationary points where"):
        classified(text)


def test_surfaces_of_exponentials_are_refused():
    with pytest.raises(systems.Undecided, match="surfaces"):
        classified("(exp(x)*y*z - 1)^2")


@pytest.mark.parametrize(
    ("text", "kind", "strict"),
    [
        ("(exp(x) + exp(-x) - 2)^2", "minimum", True),
        ("exp(2*x) - 3*exp(x) - exp(-x)", "saddle", None),
        ("(exp(x) + exp(-x) - 2)^2 - y^4", "saddle", None),
        ("(exp(x) + exp(-x) - 2)^2 + y^4", "minimum", True),
    ],
)
def test_degenerate_points_of_exponentials(text, kind, strict):
    """2 cosh x - 2 begins with x^2; the second one rises like (u - 1)^2 (2 u + 1)/u, u = exp(x)."""
    (point,) = classified(text)["points"]
    assert (point["kind"], point["strict"]) == (kind, strict)
    assert {c["exact"] for c in point["coordinates"]} == {"0"} and not point["inertia"][1]


def test_functions_without_isolated_points():
    assert classified("7", ["x", "y"])["everywhere"] and classified("7/2")["everywhere"]
    assert not classified("2*x + y")["points"]


@pytest.mark.parametrize(
    ("text", "variables", "why"),
    [
        ("a*x^2 + y", None, "parameter"),
        ("x + y", ["x"], "none of the variables"),
        ("e^x", None, "exp"),
        ("x1+x2+x3+x4+x5+x6+x7+x8+x9", None, "too many"),
    ],
)
def test_what_is_no_function_of_the_variables_is_refused(text, variables, why):
    with pytest.raises(UserError, match=why):
        classified(text, variables)


def test_a_degree_that_is_too_much_is_refused_before_it_is_expanded():
    with pytest.raises(UserError, match="too much"):
        classified("(x + y + 1)^1000")


@pytest.mark.parametrize(
    ("text", "points", "sheets"),
    [
        ("(x^2 + y^2 + z^2)^2", {"0, 0, 0": "minimum"}, 0),
        ("(x^2 + y^2 - z^2)^2", {}, 1),
        ("(x^2 + y^2 + z^2 + 1)^2", {"0, 0, 0": "minimum"}, 0),
        ("x^2*z + y^2*z - z^3", {"0, 0, 0": "saddle"}, 0),
        ("x*(x^2 + y^2 + z^2)", {"0, 0, 0": "saddle"}, 0),
        ("(x^2 + y^2)^2 + z^2", {"0, 0, 0": "minimum"}, 0),
        ("(x^2 + y^2)^2 + (z - x^2)^2", {"0, 0, 0": "minimum"}, 0),
        ("(x^2 + y^2)^2 - z^2", {"0, 0, 0": "saddle"}, 0),
        ("(y^2 + z^2 - x^2*(x - 1))^2", {"0, 0, 0": "minimum", "2/3, 0, 0": "saddle"}, 1),
        ("(y^2 + z^2 - x^2*(x + 1))^2", {"-2/3, 0, 0": "maximum"}, 1),
        ("(x^2 - y^2*z)^2", {}, 1),
        ("w*(w^2 + x^2 + y^2 + z^2)^2", {"0, 0, 0, 0": "saddle"}, 0),
        ("x^2*((x - 1)^2 + y^2 + z^2)^2", {"1/3, 0, 0": "saddle", "1, 0, 0": "minimum"}, 1),
        (
            "((x^2 - 2)^2 + y^2)^2 + z^2",
            {"-sqrt(2), 0, 0": "minimum", "0, 0, 0": "saddle", "sqrt(2), 0, 0": "minimum"},
            0,
        ),
    ],
)  # fmt: skip
def test_real_points_are_told_from_complex_sets_on_which_they_lie(text, points, sheets):
    data = classified(text)
    found = {", ".join(c["exact"] for c in p["coordinates"]): p["kind"] for p in data["points"]}
    assert (found, len(data["sheets"])) == (points, sheets) and data["complete"]


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("(x^2 + y^2)^2", {(0, 0)}),
        ("((x - 1)^2 + (y + 2)^2)*(x^2 + 1)", {(1, -2)}),
        ("(x^2 + y^2)^3*(x - 1)", {(0, 0), (0.857142857143, 0)}),
        ("((x^2 - 2)^2 + (y - x)^2)^2", {(-(2**0.5), -(2**0.5)), (0, 0), (2**0.5, 2**0.5)}),
    ],
)
def test_isolated_real_points_of_curves_are_listed(text, points):
    found = classified(text)["points"]
    at = sorted(tuple(float(c["near"]) for c in p["coordinates"]) for p in found)
    assert len(at) == len(points)
    assert all(p == pytest.approx(q) for p, q in zip(at, sorted(points), strict=True))


def test_a_set_of_which_no_real_points_are_known_makes_the_list_incomplete(monkeypatch):
    def undecided(*_):
        raise systems.Undecided("whether it has real points")

    monkeypatch.setattr(stationary.real, "nearest", undecided)
    monkeypatch.setattr(stationary, "_keeps_sign", lambda poly: False)
    data = classified("(x^2 + x*y + y^2 + z^2)^2")
    assert not data["complete"] and not report.is_decided(data)
    assert "NOT COMPLETE" in "\n".join(report.lines(data))


@pytest.mark.parametrize(
    ("text", "decided"),
    [("x^4 + y^6 + z^8", True), ("(x^2 + y^2 - z^2)^2", False), ("x^4 + y^6 - z^8 + w", True)],
)
def test_an_answer_that_is_missing_is_no_success(text, decided):
    data = classified(text)
    assert report.is_decided(data) == decided
    assert all(p["kind"] != "undecided" for p in data["points"])


@pytest.mark.parametrize(
    ("text", "answer", "value", "pl"),
    [
        ("exp(x)", "not attained", "0", "no"),
        ("exp(-x) + 3", "not attained", "3", "no"),
        ("exp(2*x) + 2*exp(x)", "not attained", "0", "no"),
        (
            "exp(3*x) - 3*exp(2*x) + 2*exp(x)", "attained", "-2*sqrt(3)/9",
            "on {f <= c} for every c < 0",
        ),
        ("exp(3*x) - exp(2*x)/2 + exp(x)/14", "not attained", "0", "no"),
        ("(exp(x) - 1)^4 - 5", "attained", "-5", "on no sublevel set beyond the minimum"),
        ("exp(x) - exp(2*x)", "unbounded below", None, "no"),
        ("exp(x) + exp(-x)", "attained", "2", "on every sublevel set"),
        ("exp(x) + exp(-2*x)", "attained", "3*2**(1/3)/2", "on every sublevel set"),
        ("exp(x) - exp(-x)", "unbounded below", None, "no"),
        ("(exp(x) + exp(-x) - 2)^2", "attained", "0", "on no sublevel set beyond the minimum"),
    ],
)  # fmt: skip
def test_the_infimum_of_exponentials_in_one_variable(text, answer, value, pl):
    data = classified(text)
    found = data["global_minimum"]
    assert (found["answer"], data["pl"]["answer"]) == (answer, pl)
    if value is not None:
        assert found["value" if answer == "attained" else "infimum"]["exact"] == value
    assert report.is_decided(data)


def descartes(matrix):
    """The positive eigenvalues of a symmetric matrix, by signs of its characteristic polynomial,
    all of whose roots are real."""
    signs = [c > 0 for c in matrix.charpoly().coeffs() if c != 0]
    return sum(a != b for a, b in pairwise(signs))


def quadratic_forms():
    """Symmetric matrices: of all ranks, with nothing on the diagonal, and nearly singular."""
    draw = random.Random(1).randint
    for size in range(1, 8):
        for rank in range(1, size + 1):
            root = fmpq_mat(rank, size, [draw(-3, 3) for _ in range(rank * size)])
            signs = [draw(0, 1) * 2 - 1 if i == j else 0 for i in range(rank) for j in range(rank)]
            yield root.transpose() * fmpq_mat(rank, rank, signs) * root
        rows = [[draw(-2, 2) * (i != j) for j in range(size)] for i in range(size)]
        yield fmpq_mat(
            [[fmpq(rows[min(i, j)][max(i, j)]) for j in range(size)] for i in range(size)]
        )
    for sign in (1, -1):
        yield fmpq_mat([[fmpq(1), fmpq(1)], [fmpq(1), 1 + sign * fmpq(1, 10**200)]])


def test_the_positive_squares_of_a_form_are_as_many_as_its_positive_eigenvalues():
    for form in quadratic_forms():
        assert systems.positive_squares(form, form.rank()) == descartes(form)


def test_matrices_and_traces_of_multiplication_are_those_of_products_of_matrices():
    expr, names = formula.parse(SEXTIC)
    f = formula.polynomial(expr, names).poly
    algebra = systems.Algebra.of([f.derivative(0), f.derivative(1)])
    x, y = algebra.matrices
    terms = systems.terms_of(f)
    assert algebra.multiplication(terms) == sum((x**i * y**j * c for (i, j), c in terms), 0 * x)
    traces = [sum((x**i * y**j)[k, k] for k in range(len(algebra.basis))) for i, j in algebra.basis]
    assert algebra.traces() == traces
