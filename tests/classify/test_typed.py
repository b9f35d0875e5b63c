"""Functions as users type them, with values derived by hand; a neighbour has another answer."""

import re

import pytest

from provenscape.classify import formula, report
from provenscape.errors import UserError


def classified(text):
    expr, names = formula.parse(text, None)
    return report.polynomial(formula.polynomial(expr, names), text)[0]


@pytest.mark.parametrize(
    ("text", "points", "infimum"),
    [
        # two minima a millionth apart; the saddle is halfway, at height (1e-6/2)^4
        (
            "(x - 1)^2*(x - 1.000001)^2 + y^2",
            [
                ("1, 0", "minimum", "0"),
                ("2000001/2000000, 0", "saddle", "1/16000000000000000000000000"),
                ("1000001/1000000, 0", "minimum", "0"),
            ],
            "0",
        ),
        # far out: 2x = 4x^3/10^12
        (
            "x^2 - 1e-12*x^4",
            [
                ("-500000*sqrt(2)", "maximum", "250000000000"),
                ("0", "minimum", "0"),
                ("500000*sqrt(2)", "maximum", "250000000000"),
            ],
            None,
        ),
        # along (2t^2, t) the factors have opposite signs; beyond, 7x^6 = 4x^3 with y = 2x^2
        (
            "(y - x^2)*(y - 3*x^2) + x^7",
            [
                ("0, 0", "saddle", "0"),
                ("14**(2/3)/7, 4*14**(1/3)/7", "minimum", "-12*14**(2/3)/343"),
            ],
            None,
        ),
        ("y^2 - 2*x^3*y + x^6 - x^8", [("0, 0", "saddle", "0")], None),  # along y = x^3
        ("y^2 - 2*x^3*y + x^6 + x^8", [("0, 0", "minimum", "0")], "0"),
        # x = y^2/2 and 6y^5 = 2xy = y^3
        (
            "x^2 - x*y^2 + y^6",
            [
                ("1/12, -sqrt(6)/6", "minimum", "-1/432"),
                ("0, 0", "saddle", "0"),
                ("1/12, sqrt(6)/6", "minimum", "-1/432"),
            ],
            "-1/432",
        ),
        # x^4 = y^4 = z^4 = xyz
        (
            "x^4 + y^4 + z^4 - 4*x*y*z",
            [
                ("-1, -1, 1", "minimum", "-1"),
                ("-1, 1, -1", "minimum", "-1"),
                ("0, 0, 0", "saddle", "0"),
                ("1, -1, -1", "minimum", "-1"),
                ("1, 1, 1", "minimum", "-1"),
            ],
            "-1",
        ),
        ("x^2*(1 + y)^3 + y^2", [("0, 0", "minimum", "0")], None),  # alone, and not global
        ("x^2*(1 + y)^2 + y^2", [("0, 0", "minimum", "0")], "0"),
        ("(x*y - 1)^2 + x^2", [("0, 0", "saddle", "1")], "0"),  # an infimum that is not attained
    ],
)
def test_points_kinds_values_and_infimum_are_those_derived_by_hand(text, points, infimum):
    data = classified(text)
    found = [
        (", ".join(c["exact"] for c in p["coordinates"]), p["kind"], p["value"]["exact"])
        for p in data["points"]
    ]
    assert data["complete"] and sorted(found) == sorted(points)
    lowest = data["global_minimum"]
    if infimum is None:
        assert lowest["answer"] == "unbounded below"
    else:
        attained = infimum in [value for *_, value in points]
        assert lowest["answer"] == ("attained" if attained else "not attained")
        assert lowest["value" if attained else "infimum"]["exact"] == infimum


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("max(x, y)", "is no number, name, operation or function"),
        ("|x| + 2*x", "no formula .*absolute value has no derivative"),
        ("abs(x)", "absolute value has no derivative"),
        ("2x^2", "no formula .*where '2x' stands, write \\*"),
        ("3*(x - 1) (x + 1)", "write \\* for a product"),
        ("x y", "no formula .*where 'x y' stands, write \\*"),
        ("(x", "no formula"),
        ("x**10**9", "exponent"),
        ("e^x", "write exp"),
        ("9" * 301 + "*x", "digits"),
    ],
)
def test_what_is_no_formula_is_refused_in_one_line(text, said):
    with pytest.raises(UserError, match=said) as error:
        classified(text)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("exp(log(y)) + x^2", "y > 0"),
        ("exp(log(x))^2", "x > 0"),
        ("x^3/x", "x != 0"),
        ("0/x + y^2", "x != 0"),
        ("x*y/y + x^2 + y^2", "y != 0"),
        ("x/(x*y) + y^2", "x != 0"),  # of x*y the quotient 1/y keeps y alone
        ("1/(1/x) + x^2", "x != 0"),
        ("x^-1*x^3", "x != 0"),
        ("sqrt(x)^4 + y^2", "x >= 0"),
        ("x^0.5*x^1.5 + y^2", "x >= 0"),
        ("log(x) - log(x) + y^2", "x > 0"),
        ("(2*x - 2*y)^3/(2*x - 2*y) + y^2", "x - y != 0"),
        ("x^2 + x^y/x^y", "x > 0"),
    ],
)
def test_what_is_defined_on_less_than_what_sympy_makes_of_it_is_refused(text, asked):
    with pytest.raises(UserError, match=re.escape(f"asks for '{asked}'")):
        formula.parse(text, None)


@pytest.mark.parametrize(
    "text",
    [
        "1/(2*x - 2*y) + y/(4*x)",
        "x*log(x) + sqrt(sqrt(x)) + 1/sqrt(3*x)",
        "x/(1 + y^2) + log(1 + x^2)/exp(-y)",
        "(x^2 + y)/2 + sqrt(2)*x",
        "exp(1/(y - x)) + tanh(x)/(x - y)",
    ],
)
def test_what_still_says_where_it_is_defined_is_read(text):
    formula.parse(text, None)


@pytest.mark.parametrize(
    ("text", "seen", "unseen"),
    [
        ("x^3/x", "x=1:2", "x=-1:1"),
        ("x^3/x", "x=-2:-1", "x=0:1"),
        ("exp(2*log(x))", "x=0.1:1", "x=-1:1"),
        ("sqrt(x)^6", "x=0.1:1", "x=0:1"),  # at 0 it has a minimum, x^3 has none
        ("x^2*y/y", "x=-1:1,y=1:2", "x=1:2,y=-1:1"),
    ],
)
def test_a_box_may_show_what_is_asked_for(text, seen, unseen):
    formula.parse(text, None, seen)
    with pytest.raises(UserError, match="smaller box"):
        formula.parse(text, None, unseen)


def test_an_exponent_that_is_not_defined_everywhere_makes_no_polynomial():
    """As a polynomial in exp(x) it would be that of x - 1."""
    expr, names = formula.parse("exp((x^2 - x)/x)", None)
    assert formula.polynomial(expr, names) is None


@pytest.mark.parametrize("text", ["sqrt(x^2)", "x + sqrt(x^2*y^2 + 2*x^2*y^2)"])
def test_a_root_of_a_square_is_an_absolute_value(text):
    with pytest.raises(UserError, match=r"root of a square.*take x and -x"):
        formula.parse(text, None, "x=-1:1,y=-1:1" if "y" in text else "x=-1:1")


def test_what_is_not_decided_is_said_once():
    (line,) = {s["why"] for s in classified("x^4 + y^4 + z^4 - 2*x^2*y^2")["sheets"]}
    assert line == "the Hessian is degenerate across it"
