"""What others read by program: the ledger is of its schema, the tables are as described."""

import copy
import json
from pathlib import Path

import jsonschema
import pandas as pd
import pytest

from provenscape.dossier.data_package import by_chapter, kind
from provenscape.study.files import sha256

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module", params=["miniature", "study"])
def results(request, first_build):
    """The results of the miniature, and of the study itself where they are built."""
    found = first_build[0].root / "results" if request.param == "miniature" else ROOT / "results"
    if not (found / "datapackage.json").exists():
        pytest.skip("results/datapackage.json is not built; run `make` first")
    return found


def test_tables_stand_under_their_chapter_and_those_of_the_ledger_under_none():
    tables = [
        {"path": "items.csv"},
        {"path": "data/hardness/bounds.csv", "description": "Bounds."},
        {"path": "data/hardness/steps.csv", "description": "Steps."},
        {"path": "data/hardness/ends.csv", "description": "Bounds."},
    ]
    items, bounds, steps, ends = tables
    told = [("Bounds.", [bounds, ends]), ("Steps.", [steps])]
    assert by_chapter(tables) == [("", [("", [items])]), ("hardness", told)]


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_ledger_is_of_its_schema_and_a_changed_one_is_not(results):
    schema = jsonschema.Draft202012Validator(read(results / "ledger.schema.json"))
    ledger = read(results / "ledger.json")
    schema.validate(ledger)
    for change in (
        {"verdict": "true"}, {"items": {"O-51": "half"}}, {"more": 1}, {"file": "../x.py"},
        {"statement": {}}, {"values": {"counts": None}},
    ):  # fmt: skip
        wrong = copy.copy(ledger)
        wrong["claims"] = [ledger["claims"][0] | change]
        assert not schema.is_valid(wrong), change


def test_every_table_is_described_and_holds_what_is_said(results):
    package = read(results / "datapackage.json")
    listed = {resource["path"] for resource in package["resources"]}
    there = [*results.glob("*.csv"), *results.glob("data/*/*.csv")]
    assert listed == {path.relative_to(results).as_posix() for path in there}
    assert len({resource["name"] for resource in package["resources"]}) == len(listed)
    for resource in package["resources"]:
        path = results / resource["path"]
        assert resource["hash"] == f"sha256:{sha256(path)}"
        frame = pd.read_csv(path, keep_default_na=False, na_values=[""])
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == list(frame.columns), path
        for field in fields:
            column = frame[field["name"]].dropna()
            if field["type"] != "string":
                pd.to_numeric(column)
            assert not column.astype(str).str.fullmatch(r"[+-]{4,}").any(), (path, field["name"])


def test_every_column_says_what_it_holds_and_in_which_unit(results):
    for resource in read(results / "datapackage.json")["resources"]:
        for field in resource["schema"]["fields"]:
            place = (resource["path"], field["name"])
            assert field.get("description", "").strip(), place
            assert ("unit" in field) == (field["type"] != "string"), place


def test_units_stand_in_the_package_and_on_the_page(first_build):
    (points,) = [
        resource
        for resource in json.loads(first_build[0].read("results/datapackage.json"))["resources"]
        if resource["path"] == "data/critical_points/points.csv"
    ]
    assert points["schema"]["fields"] == [
        {"name": "x", "type": "integer", "description": "a number", "unit": "1"},
        {"name": "y", "type": "integer", "description": "its square", "unit": "metres"},
    ]
    page = first_build[0].read("results/dossier/data.html")
    assert "<dt><code>y</code><dd>its square [metres]" in page


def test_the_package_is_valid_by_frictionless(results):
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    report = frictionless.validate(str(results / "datapackage.json"))
    assert report.valid, report.flatten(["rowNumber", "fieldNumber", "type", "message"])[:5]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["1", "-2", ""], "integer"),
        (["1", "2.5e-3", ".5"], "number"),
        (["1", "two"], "string"),
        (["", ""], "string"),
        (["1.", "inf"], "number"),
        (["--"], "string"),
    ],
)
def test_types_of_columns(cells, expected):
    assert kind(cells) == expected
