"""The graph of a chapter: names in an order that crosses few lines, and each line from the dot of
one name to that of the other, as the drawing itself has them."""

import re
import xml.etree.ElementTree as ET
from itertools import pairwise
from types import SimpleNamespace

import pytest

from provenscape.dossier import graph


def claim(name, items=(), facts=(), repairs=None, chapter="hardness", covers="whole"):
    covered = dict.fromkeys(items, covers)
    return {"id": name, "chapter": chapter, "items": covered, "facts": list(facts),
            "repairs": repairs, "verdict": f"verdict-{name}"}  # fmt: skip


CLAIMS = [
    claim("c", ["I1", "I2", "I3"], ["f-two"]),
    claim("b", ["I4"], ["f-one", "f-two"], covers="part of it"),
    claim("a", repairs="c"),
    claim("d", ["I1", "I4"]),
    claim("g"),
    claim("e", ["I2"], ["f-three"], repairs="elsewhere", chapter="second_order"),
]
TREE = {"items": ["I1", "I2", "I3", "I4"], "claims": ["c", "d", "b", "a", "g"],
        "facts": ["f-two", "f-one"]}  # fmt: skip


def shown(claims=CLAIMS):
    items = {f"I{n}": {"verdict": f"verdict-I{n}"} for n in range(1, 5)}
    return SimpleNamespace(claims={c["id"]: c for c in claims}, items=items)


@pytest.fixture
def drawing():
    return ET.fromstring(graph.svg(shown(), "hardness"))


def columns(drawing):
    """By kind the place of a column, and of each name the height of its line."""
    found = {}
    for group in drawing.findall("g"):
        names = {}
        for link in group.findall("a"):
            name = re.fullmatch(rf"\.\./{group.get('class')}/(.+)\.html", link.get("href"))[1]
            names[name] = float(link.find("text").get("y"))
        found[group.get("class")] = (float(re.findall(r"\d+", group.get("transform"))[0]), names)
    return found


def test_claims_stand_at_the_mean_place_of_their_items_and_those_of_none_last(drawing):
    """c has places 0, 1, 2, d has 0 and 3, b has 3: means 1, 1½ and 3, sums in another order."""
    assert {kind: list(names) for kind, (_, names) in columns(drawing).items()} == TREE


def test_names_stand_below_each_other_within_the_drawing(drawing):
    _, _, width, height = map(float, drawing.get("viewBox").split())
    at = columns(drawing)
    assert at["items"][0] < at["claims"][0] < at["facts"][0]
    for place, names in (at["claims"], at["facts"]):
        assert all(place + 14 + graph.LETTER * len(name) < width for name in names)
    for _, names in at.values():
        steps = sorted(names.values())
        assert list(names.values()) == steps
        assert all(b - a >= graph.ROW - 1 for a, b in pairwise(steps))
        assert steps[0] > graph.TOP and steps[-1] < height
    colours = {link.get("href"): link.find(".//tspan").get("class") for link in drawing.iter("a")}
    assert colours["../claims/d.html"] == "verdict-d"
    assert colours["../items/I3.html"] == "verdict-I3"
    assert colours["../facts/f-one.html"] == "fact"


def test_each_line_leads_from_the_one_to_the_other(drawing):
    at = columns(drawing)
    heights = {name: y - 4 for _, names in at.values() for name, y in names.items()}
    between = {"whole": ("items", "claims"), "part": ("items", "claims"),
               "fact": ("claims", "facts")}  # fmt: skip
    found = []
    for path in drawing.findall("path"):
        kind = path.get("class")
        for x, y, way in re.findall(r"M(\d+) (\d+)c([-\d ]+)", path.get("d")):
            *_, right, down = map(int, re.findall(r"-?\d+", way))
            found.append((kind, int(y), int(y) + down))
            if kind == "repair":
                assert at["items"][0] < int(x) < at["claims"][0] and right == 0
            else:
                left, beyond = (at[column][0] for column in between[kind])
                assert left - 5 < int(x) < int(x) + right < beyond
    meant = [("whole", "I1", "c"), ("whole", "I2", "c"), ("whole", "I3", "c"), ("part", "I4", "b"),
             ("whole", "I1", "d"), ("whole", "I4", "d"), ("fact", "c", "f-two"),
             ("fact", "b", "f-one"), ("fact", "b", "f-two"), ("repair", "a", "c")]  # fmt: skip
    assert sorted(found) == sorted((kind, heights[a], heights[b]) for kind, a, b in meant)


def test_a_chapter_without_claims_has_no_graph():
    assert graph.svg(shown(), "critical_points") == ""


def test_each_column_is_spread_over_the_height_of_the_longest():
    claims = [claim("a", ["I1"], ["f"]), claim("b"), claim("c")]
    at = columns(ET.fromstring(graph.svg(shown(claims), "hardness")))
    assert {kind: list(names) for kind, (_, names) in at.items()} == {
        "items": ["I1"], "claims": ["a", "b", "c"], "facts": ["f"],
    }  # fmt: skip
    middle = at["claims"][1]["b"]
    assert at["items"][1]["I1"] == at["facts"][1]["f"] == middle
    assert list(columns(ET.fromstring(graph.svg(shown(claims[1:]), "hardness")))) == [
        "items", "claims", "facts",
    ]  # fmt: skip
