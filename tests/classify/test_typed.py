"""Functions as users type them, with values derived by hand; a neighbour has another answer."""

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
