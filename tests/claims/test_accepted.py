"""What Coq said of a claim counts for that very statement alone."""

import json

import pytest

from provenscape.claims import accepted
from provenscape.claims.coq_files import Sources
from provenscape.errors import UserError

CLAIM = {"id": "c", "rules": ["combine"], "statement": {"digest": "d"}}
ENTRY = {
    "digest": "d",
    "accepted": True,
    "theorem": "c_c.holds_d",
    "axioms": ["Classical_Prop.classic"],
}


def test_an_accepted_statement_is_proved():
    found = accepted.standing(CLAIM, {"c": ENTRY})
    assert found["status"] == accepted.said(found) == "proved"
    assert (found["theorem"], found["axioms"]) == ("c_c.holds_d", ["Classical_Prop.classic"])


def test_one_that_a_theorem_about_functions_applies_is_proved_end_to_end():
    found = accepted.standing(CLAIM, {"c": ENTRY | {"bridge": "e_c.of_functions_d"}})
    assert (found["status"], found["bridge"]) == ("end to end", "e_c.of_functions_d")


def test_one_that_leaves_a_part_of_the_sentence_to_the_reader_is_not_end_to_end():
    entry = ENTRY | {"bridge": "e_c.of_functions_d", "leaves": "the limit"}
    found = accepted.standing(CLAIM, {"c": entry})
    assert (found["status"], found["bridge"]) == ("proved", "e_c.of_functions_d")
    assert accepted.said(found).endswith("applies it, and leaves to the reader the limit")


@pytest.mark.parametrize(
    ("entries", "reason"),
    [
        ({}, "not tried yet"),
        ({"c": ENTRY | {"digest": "another"}}, "has changed since"),
        ({"c": {"digest": "d", "accepted": False, "reason": "a limit"}}, "a limit"),
    ],
)
def test_any_other_is_not_exported_and_says_why(entries, reason):
    found = accepted.standing(CLAIM, entries)
    assert found["status"] == "not exported"
    assert reason in accepted.said(found)


def test_without_the_file_nothing_is_known(tmp_path):
    assert accepted.read(tmp_path) == {}


@pytest.mark.parametrize("text", ["", "[]", '{"claims": {"c": {}}}', '{"claims": 1}'])
def test_a_file_that_is_none_is_refused(tmp_path, text):
    path = tmp_path / accepted.ACCEPTED
    path.parent.mkdir()
    path.write_text(text)
    with pytest.raises(UserError, match=r"accepted\.json"):
        accepted.read(tmp_path)


def test_the_file_is_read_as_it_is_written(tmp_path):
    path = tmp_path / accepted.ACCEPTED
    path.parent.mkdir()
    library = accepted.library(Sources(tmp_path))
    accepted.write({"library": library, "claims": {"c": ENTRY}}, tmp_path)
    assert accepted.read(tmp_path) == {"c": ENTRY}
    strange = ENTRY | {"axioms": ["Classical_Prop.classic", "ours.False"]}
    accepted.write({"library": library, "claims": {"c": strange}}, tmp_path)
    said = accepted.read(tmp_path)["c"]
    assert not said["accepted"]
    assert said["reason"].startswith("it rests on the axiom ours.False, which is not allowed")
    path.write_text(json.dumps({"claims": {"c": ENTRY}}))
    assert "has changed since" in accepted.read(tmp_path)["c"]["reason"]


def test_an_altered_entry_is_no_longer_end_to_end(tmp_path):
    """The theorem on record was written from another text of coq/EndToEnd/instances.yaml."""
    instances = tmp_path / "coq/EndToEnd/instances.yaml"
    instances.parent.mkdir(parents=True)
    instances.write_text('conclusion: "x = 1"\n', encoding="utf-8")
    entry = ENTRY | {"bridge": "e_c.of_functions_d"}
    library = accepted.library(Sources(tmp_path))
    accepted.write({"library": library, "claims": {"c": entry, "d": ENTRY}}, tmp_path)
    assert accepted.read(tmp_path)["c"] == entry
    instances.write_text('conclusion: "x = 2"\n', encoding="utf-8")
    found = accepted.read(tmp_path)
    assert accepted.standing(CLAIM, found)["status"] == "proved"
    assert "about functions has changed since" in found["c"]["reason"]
    assert found["d"] == ENTRY


@pytest.mark.parametrize("name", ["PrimInt63.add", "Uint63.of_to_Z", "PrimFloat.float"])
def test_machine_numbers_are_allowed_by_name_where_intervals_are_computed(name):
    assert accepted.allowed(name) and not accepted.allowed(name, intervals=False)
    assert not accepted.allowed(f"{name.split('.')[0]}.everything_is_true")
