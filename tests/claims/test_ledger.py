"""The ledger follows from claims, facts and judgements, and refuses contradictions."""

import csv
import json
from pathlib import Path

import pytest

from provenscape.claims import ledger
from provenscape.claims.facts import Fact, facts
from provenscape.claims.judgements import Judgement
from provenscape.errors import UserError
from provenscape.study import inventory

ROOT = Path(__file__).parents[2]
ROWS = [
    {"item": item, "document": "D", "section": "1", "kind": "k", "chapter": "c", "claim": "A."}
    for item in ("A-1", "A-2")
]
PARTS = {"A-2": {"left": "The left part.", "right": "The right part."}}


def fact(name, proof=None):
    return Fact(name, "Something.", "Somebody1900", "Theorem 1", "not seen", proof)


def record(name, verdict="proved", items=None, repairs=None, counterexample=None, **more):
    statement = {"text": "", "digest": "", "given": [], "functions": []}
    symbols = [{"name": "x", "meaning": more.pop("meaning", "a number")}]
    return {
        "id": name,
        "chapter": "c",
        "verdict": verdict,
        "basis": "proved",
        "evident": False,
        "items": {"A-1": "whole"} if items is None else items,
        "title": f"Title of {name}.",
        "repairs": repairs,
        "about": None,
        "counterexample": counterexample,
        "says": f"{name} holds.",
        "file": f"proofs/c/{name}.py",
        "assumptions": [],
        "facts": [],
        "rules": [],
        "engines": [],
        "scope": None,
        "hypotheses": [],
        "mutants": {"total": 1, "rejected": 1},
        "statement": statement | {"symbols": symbols},
    } | more


def settled(records, named=()):
    return ledger.settle(records, {"A-1", "A-2"}, {f.id: f for f in named})


def rows_of(records, judged=(), named=()):
    table = ledger.items(settled(records, named), list(judged), ROWS, PARTS)
    return {row["item"]: row for row in table}


def verdict(records, item="A-1", judged=(), named=()):
    return rows_of(records, judged, named)[item]["verdict"]


def test_a_refuted_claim_is_repaired_only_by_a_claim_that_holds():
    failed = record("f", "refuted", counterexample="x = 1")
    assert verdict([failed]) == "refuted"
    assert verdict([failed, record("r", "cited", repairs="f")]) == "refuted"
    row = rows_of([failed, record("r", repairs="f")])["A-1"]
    assert row["verdict"] == "repaired"
    assert row["claims"] == "f;r"
    assert row["reason"] == "Title of f."
    assert row["details"] == "Fails: f holds. At x = 1. What holds (proved): r holds."


def test_the_strongest_repair_is_printed_not_the_first_by_name():
    failed = record("f", "refuted", counterexample="x = 1")
    weak, strong = record("a", "supported", repairs="f"), record("z", repairs="f")
    assert "What holds (proved): z holds." in rows_of([failed, weak, strong])["A-1"]["details"]


def test_a_repair_of_something_else_is_refused():
    failed = record("f", "refuted", counterexample="x = 1")
    with pytest.raises(UserError, match="share an item"):
        settled([failed, record("r", items={"A-2": "whole"}, repairs="f")])
    with pytest.raises(UserError, match="about other objects"):
        settled([failed, record("r", repairs="f", meaning="one plus one")])


def test_a_sentence_is_proved_by_the_whole_or_by_all_its_parts_alone():
    assert verdict([record("a")]) == "proved"
    left, right = ({"A-2": f"part {name}"} for name in ("left", "right"))
    assert verdict([record("a", items=left)], "A-2") == "certified"
    assert "Not decided here: right" in rows_of([record("a", items=left)])["A-2"]["details"]
    both = [record("a", items=left), record("b", items=right)]
    assert verdict(both, "A-2") == "proved"
    assert verdict([record("a", items={"A-2": "whole"})], "A-2") == "proved"


def test_instances_alone_certify_what_they_show():
    assert verdict([record("a", items={"A-1": "instance"})]) == "certified"
    assert verdict([record("a", "supported", items={"A-1": "instance"})]) == "supported"


def test_a_stronger_claim_of_the_whole_is_not_lowered_by_a_weaker_one():
    assert verdict([record("a"), record("b", "certified")]) == "proved"


def test_a_definition_is_no_theorem():
    assert verdict([record("a", items={"A-1": "definition"})]) == "definition"


def test_a_judgement_decides_a_part_and_cannot_hide_a_failing_claim():
    judged = [Judgement("A-1", "opinion", "A matter of taste.", ())]
    assert verdict([record("f", "refuted")], judged=judged) == "refuted"
    assert verdict([record("a")], judged=judged) == "opinion"
    judged = [Judgement("A-1", "misattributed", "Somebody else's.", ())]
    assert verdict([record("a")], judged=judged) == "misattributed"
    cited = [Judgement("A-2", "cited", "It is theirs.", (), "right")]
    left = record("a", items={"A-2": "part left"})
    assert verdict([left], "A-2", judged=cited) == "cited"


def test_an_item_without_evidence_is_open():
    assert verdict([record("a")], "A-2") == "open"


def test_what_rests_on_an_unproved_fact_is_conditional():
    resting = record("a", facts=["taylor"])
    assert verdict([resting], named=[fact("taylor")]) == "conditional"
    proof = record("p", items={})
    assert verdict([resting, proof], named=[fact("taylor", "p")]) == "proved"


def test_a_fact_whose_proof_rests_on_itself_is_not_proved():
    proof = record("p", items={}, facts=["taylor"])
    claims = settled([proof], [fact("taylor", "p")])
    assert claims[0]["verdict"] == "conditional"
    chain = [record("p", facts=["second"]), record("q", facts=["first"])]
    named = [fact("first", "p"), fact("second", "q")]
    assert {c["verdict"] for c in settled(chain, named)} == {"conditional"}


def test_a_fact_proved_on_an_unproved_one_is_conditional():
    chain = [record("a", facts=["first"]), record("p", facts=["second"])]
    claims = settled(chain, [fact("first", "p"), fact("second")])
    assert [c["unproved_facts"] for c in claims] == [["second"], ["second"]]


@pytest.mark.parametrize(
    ("records", "message"),
    [
        ([record("a"), record("a")], "two claims have the id a"),
        ([record("a", items={"Z-9": "whole"})], "Z-9 is not in documents/inventory.csv"),
        ([record("a", items={"A-2": "part up"})], "A-2 has no part up; known: left, right"),
        ([record("a", items={"A-1": "part up"})], "A-1 has no part up; it lists none"),
        ([record("r", repairs="nothing")], "nothing is no refuted claim"),
        ([record("a"), record("r", repairs="a")], "a is no refuted claim"),
        ([record("a", facts=["tailor"])], r"tailor is not in documents/facts\.yaml"),
    ],
)
def test_contradictions_are_named(records, message):
    with pytest.raises(UserError, match=message):
        rows_of(records)


def test_a_fact_proved_by_no_claim_is_named():
    with pytest.raises(UserError, match="taylor: proof: there is no claim p"):
        settled([], [fact("taylor", "p")])


def test_double_and_unknown_judgements_are_named():
    one = Judgement("A-1", "opinion", "x", ())
    with pytest.raises(UserError, match="judged twice"):
        rows_of([], [one, one])
    with pytest.raises(UserError, match="Z-9"):
        rows_of([], [Judgement("Z-9", "opinion", "x", ())])
    with pytest.raises(UserError, match="A-2 has no part up"):
        rows_of([], [Judgement("A-2", "opinion", "x", (), "up")])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- id: a\n", "each fact has the keys"),
        ("- {id: a, statement: s, reference: r, confirmed: c, proof: null}", "key and place"),
        ("- 3\n", "3: each fact has the keys"),
        ("- {id: a\n", "not YAML"),
    ],
)
def test_a_malformed_fact_is_named(tmp_path, text, message):
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents/facts.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=message):
        facts(tmp_path)


def test_every_fact_has_its_reference():
    ledger.require_references(ROOT, [], [], facts(ROOT).values())


def test_every_inventory_item_has_one_row_in_the_written_table(tmp_path):
    named = [f.proof for f in facts(ROOT).values() if f.proof is not None]
    ledger.write([record(name, items={}) for name in named], ROOT, tmp_path)
    with (tmp_path / "items.csv").open(encoding="utf-8", newline="") as file:
        written = [row["item"] for row in csv.DictReader(file)]
    assert written == [row["item"] for row in inventory.read(ROOT)]
    assert len(set(written)) == 315
    assert json.loads((tmp_path / "ledger.json").read_text(encoding="utf-8"))["schema"] == 2


def test_a_claim_names_the_figures_that_show_its_items():
    assert ledger.figures_about(["E-26"], ROOT) == ["figures/critical_points/double_well.pdf"]
    assert ledger.figures_about([], ROOT) == []


def test_a_missing_reference_is_named():
    with pytest.raises(UserError, match="no entry Nobody1900, cited by A-1"):
        ledger.require_references(ROOT, [Judgement("A-1", "cited", "x", ("Nobody1900",))], [])
