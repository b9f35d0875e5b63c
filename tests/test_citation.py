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
        "references": [reference(work) for work in CITATION["references"]],
    }
    assert expected == ZENODO


def reference(work):
    people = "; ".join(f"{a['family-names']}, {a['given-names']}" for a in work["authors"])
    return (
        f"{people} ({work['year']}). {work['title']}. {work['publisher']['name']}. "
        f"https://doi.org/{work['doi']}. Licence: {work['license']}."
    )


def test_the_data_of_others_are_cited_with_their_licence():
    (digits,) = CITATION["references"]
    assert (digits["doi"], digits["license"]) == ("10.24432/C50P49", "CC-BY-4.0")
    for page in ("README.md", "docs/archive.md", "src/provenscape/models/networks/digits.py"):
        text = (ROOT / page).read_text(encoding="utf-8")
        assert "10.24432/C50P49" in text and "CC BY 4.0" in text and "Alpaydin" in text
