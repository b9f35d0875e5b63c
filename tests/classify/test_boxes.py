"""Stationary points in a box, by enclosures; right values by hand or by a numerical search."""

import pytest
import sympy as sp
from searching import searched

from provenscape.classify import boxed, boxes, formula, separable
from provenscape.classify.systems import Undecided
from provenscape.errors import UserError


def found_in(text, sides):
    expr, names = formula.parse(text)
    box = formula.box(sides, names)
    return boxed.report(separable.search(expr, names, box), names, box, text)


def listed(data):
    return sorted(
        (tuple(round(float(c["near"]), 5) + 0.0 for c in p["coordinates"]), p["kind"])
        for p in data["points"]
    )


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("sin(3*x) + sin(2*y) + cos(x*y) + x^2/10", 1.5),
        ("x*exp(-x^2 - y^2)", 2.0),
        ("log(1 + x^2 + y^2) - x*y/2", 4.0),
        ("exp(x) + exp(-x*y) + y^2 - cos(3*y)", 2.0),
        ("x/(1 + x^2 + y^2)", 3.0),
        ("sqrt(2)*x^2 - x^4 + x*y - y^2", 1.0),
    ],
)
def test_a_numerical_search_from_many_starts_finds_the_same_points_in_the_box(text, side):
    data = found_in(text, f"x={-side}:{side},y={-side}:{side}")
    assert data["complete"]
    inside = [
        (at, kind) for at, kind in searched(text, [(-side, side)] * 2) if max(map(abs, at)) < side
    ]
    assert listed(data) == inside and inside


def test_exact_coordinates_are_recognized():
    data = found_in("sin(x)*cos(y)", "x=-2:2,y=-2:2")
    found = {tuple(c["exact"] for c in p["coordinates"]): p["kind"] for p in data["points"]}
    assert found == {
        ("-pi/2", "0"): "minimum",
        ("pi/2", "0"): "maximum",
        ("0", "-pi/2"): "saddle",
        ("0", "pi/2"): "saddle",
    }
    data = found_in("exp(3*x) - 3*y*exp(x) + y^3", "x=-3:3,y=-3:3")
    (point,) = data["points"]
    assert [c["exact"] for c in point["coordinates"]] == ["0", "1"]
    assert point["value"]["exact"] == "-1"


def test_each_enclosure_holds_its_point_tightly():
    data = found_in("x^2/2 - exp(-x)", "x=-3:3")  # x + exp(-x) is at least 1
    assert data["complete"] and not data["points"]
    (point,) = found_in("x^2/2 + exp(-x)", "x=-3:3")["points"]  # x = exp(-x)
    assert float(point["coordinates"][0]["radius"]) < 1e-25
    assert abs(float(point["coordinates"][0]["near"]) - float(sp.LambertW(1))) < 1e-11


def test_a_degenerate_point_of_one_variable_is_settled_by_higher_derivatives():
    kinds = {
        "cos(x) + x^2/2": "minimum", "sin(x) - x": "saddle",
        "exp(x) - x - x^2/2 - x^3/6": "minimum",
    }  # fmt: skip
    for text, kind in kinds.items():
        (point,) = found_in(text, "x=-1:2")["points"]
        assert (point["kind"], point["coordinates"][0]["exact"]) == (kind, "0")


@pytest.mark.parametrize(
    ("text", "sides", "points"),
    [
        ("cos(x)", "x=0:2*pi", ["0", "pi", "2*pi"]),
        ("cos(x)", "x=-1:1", ["0"]),
        ("exp(x) + exp(-x)", "x=-1:1", ["0"]),
        ("sin(x)*sin(y)", "x=-1:1,y=-1:1", ["0, 0"]),
        ("x^2 - cos(x*y) + y^2", "x=0:1,y=-1:0", ["0, 0"]),
    ],
)
def test_a_point_or_an_edge_at_zero_is_found(text, sides, points):
    data = found_in(text, sides)
    found = [", ".join(str(c["exact"]) for c in p["coordinates"]) for p in data["points"]]
    assert found == points
    assert data["complete"]


@pytest.fixture
def few_boxes(monkeypatch):
    """A search that has no end breaks off soon."""
    monkeypatch.setattr(boxes, "MOST_BOXES", 3_000)


def test_a_degenerate_point_of_two_variables_leaves_the_list_open(few_boxes):
    data = found_in("(1 - cos(x*y))^2 + (x - y)^2", "x=-1:1,y=-1:1")
    assert not data["complete"] and "not settled" in data["completeness"]
    assert data["strict_saddle"]["answer"] == "not decided here"


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("x^4 + y^4 - 1/(x^2 + 1)", [((0.0, 0.0), "minimum")]),
        ("(1 - cos(x))^2 + y^2", [((0.0, 0.0), "minimum")]),
        ("x^4 - y^4 + 1/(x^2 + 1)", [((x, 0.0), k) for x, k in (
            (-0.54512, "saddle"), (0.0, "maximum"), (0.54512, "saddle"))]),
        ("y^3 + exp(x) - x + z^2/2", [((0.0, 0.0, 0.0), "saddle")]),
        ("exp(x) + y^2 + z^4", []),
    ],
)  # fmt: skip
def test_a_sum_of_functions_of_different_variables_is_settled_part_by_part(text, points):
    names = "xyz" if "z" in text else "xy"
    data = found_in(text, ",".join(f"{name}=-2:2" for name in names))
    assert data["complete"] and listed(data) == points


def test_a_part_that_is_open_leaves_the_list_open(few_boxes):
    data = found_in("(1 - cos(x*y))^2 + (x - y)^2 + z^2", "x=-1:1,y=-1:1,z=-1:1")
    assert not data["complete"]


@pytest.mark.parametrize(
    ("text", "sides", "points"),
    [
        ("1/x", "x=-1:1", []),
        ("x + 1/x", "x=-2:2", [((-1.0,), "maximum"), ((1.0,), "minimum")]),
        ("1/(x^2 - 2)", "x=-2:2", [((0.0,), "maximum")]),
        ("exp(x)/(x - y) - y", "x=-1:1,y=-3:2", [((0.0, -1.0), "minimum")]),
    ],
)
def test_a_pole_is_no_stationary_point(text, sides, points):
    data = found_in(text, sides)
    assert data["complete"] and listed(data) == points
    assert "not defined" in data["completeness"]


@pytest.mark.parametrize(
    ("text", "sides", "why"),
    [
        ("x*log(x)", "x=-1:2", "negative"),
        ("sqrt(x)*x", "x=-1:2", "negative"),
    ],
)
def test_a_box_that_leaves_the_domain_is_refused(text, sides, why):
    with pytest.raises(Undecided, match=why):
        found_in(text, sides)


@pytest.mark.parametrize(
    "sides",
    ["x=2:1", "x=0", "y=0:1", "x=0:1,x=0:1", "x=0:oo", "x=a:1", "x=0:1e9", "", "x=0:1,y=0:1"],
)
def test_a_box_that_is_none_is_refused(sides):
    with pytest.raises(UserError, match="--box"):
        found_in("sin(x)", sides)


@pytest.mark.parametrize(
    ("text", "sides", "points"),
    [
        ("cos(x)", "x=1:3.1415926535897932384626", 0),  # less than pi
        ("cos(x)", "x=1:3.1415926535897932384627", 1),
        ("cos(x)", "x=1:pi", 1),
        ("cos(x)", "x=3.1415926535897932384627:4", 0),
        ("(x - 1)^2", "x=0:0.99999999999999999999", 0),
        ("(x - 1)^2", "x=0:1", 1),
        ("(x - 1)^4", "x=0:0.99999999999999999999", 0),  # degenerate
        ("x^3 - 6*x", "x=1:1.414213562373095048801688724209698078569671875376948073176", 0),
        ("x^3 - 6*x", "x=1:1.414213562373095048801688724209698078569671875376948073177", 1),
        ("(x - 1)^2 + (y - 1)^2", "x=0:2,y=0:0.99999999999999999999", 0),
    ],
)
def test_a_point_next_to_an_end_of_the_box_is_told_from_it(text, sides, points):
    data = found_in(text, sides)
    assert data["complete"] and len(data["points"]) == points


def test_the_box_is_named_as_it_was_given():
    found = found_in("(x - 1)^2 + y^2", "x=0:0.99999999999999999999,y=-0.5:pi")
    where = "0 <= x <= 99999999999999999999/100000000000000000000, -0.5 <= y <= pi"
    assert where in found["completeness"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("1 - exp(-sqrt(x^2 + y^2))", "may not exist"),
        ("(1 - cos(x + y))^2 + y^2", "may be degenerate"),
    ],
)
def test_why_a_box_is_not_settled_is_said(text, why):
    """At its cone-like minimum Ackley's function has no derivative."""
    data = found_in(text, "x=-1:1,y=-1:1")
    assert not data["complete"] and why in data["completeness"]


def test_a_curve_of_stationary_points_is_given_up_soon(monkeypatch):
    """Of boxes as small as for a point there would be more than are taken."""
    sides = "x=-2:2,y=-2:2"
    monkeypatch.setattr(boxes, "MOST_BOXES", 6_000)
    found = found_in("exp(x*y) - x*y", sides)
    assert not found["complete"] and " of 6001 are not" not in found["completeness"]
    monkeypatch.setattr(boxes, "MOST_LEFT", 10**6)
    assert " of 6001 are not settled" in found_in("exp(x*y) - x*y", sides)["completeness"]
