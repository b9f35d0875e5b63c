"""CITATION.cff and .zenodo.json are complete but for people, valid, and say the same."""

import json
from pathlib import Path

import jsonschema
import yaml

ROOT = Path(__file__).parents[1]
CITATION = yaml.load((ROOT / "CITATION.cff").read_text(encoding="utf-8"), yaml.BaseLoader)
ZENODO = json.loads((ROOT / ".zenodo.json").read_text(encoding="utf-8"))
SCHEMA = json.loads((ROOT / "tests/samples/cff_1_2_0_schema.json").read_text(encoding="utf-8"))


def test_the_citation_is_valid_against_the_schema_of_its_format():
    jsonschema.Draft7Validator(SCHEMA).validate(CITATION)


def test_the_schema_refuses_a_citation_with_a_date_that_is_none():
    wrong = CITATION | {"date-released": "yesterday"}
    assert not jsonschema.Draft7Validator(SCHEMA).is_valid(wrong)


def test_the_citation_is_complete_but_for_people():
    needed = {"message", "type", "title", "version", "date-released", "license", "authors"}
    assert needed | {"keywords", "abstract"} <= set(CITATION)


def test_zenodo_is_told_what_the_citation_says():
    people = [
        a.get("name") or f"{a['family-names']}, {a['given-names']}" for a in CITATION["authors"]
    ]
    expected = {
        "title": CITATION["title"],
        "upload_type": CITATION["type"],
        "version": CITATION["version"],
        "publication_date": CITATION["date-released"],
        "access_right": "open",
        "license": CITATION["license"],
        "creators": [{"name": name} for name in people],
        "keywords": CITATION["keywords"],
        "description": CITATION["abstract"],
    }
    assert expected == ZENODO
