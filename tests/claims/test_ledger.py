"""The ledger follows from claims and judgements, and refuses contradictions."""

import csv
import json
from pathlib import Path

import pytest

from provenscape.claims import ledger
from provenscape.claims.verification import Judgement
from provenscape.errors import UserError
from provenscape.study import inventory

ROOT = Path(__file__).parents[2]
ROWS = [{"item": "A-1"}, {"item": "A-2"}]


def record(name, verdict, items=("A-1",), repairs=None, counterexample=None):
    return {
        "id": name,
        "chapter": "c",
        "verdict": verdict,
        "items": list(items),
        "title": name,
        "repairs": repairs,
        "counterexample": counterexample,
        "says": f"{name} holds.",
        "file": f"proofs/c/{name}.py",
        "assumptions": [],
    }


def rows_of(records, judged=()):
    claims = ledger.settle(records, {"A-1", "A-2"})
    return {row["item"]: row for row in ledger.items(claims, judged, ROWS)}


def test_a_refuted_claim_is_repaired_only_by_a_claim_that_holds():
    failed = record("f", "refuted", counterexample="x = 1")
    assert rows_of([failed])["A-1"]["verdict"] == "refuted"
    assert rows_of([failed, record("r", "cited", repairs="f")])["A-1"]["verdict"] == "refuted"
    row = rows_of([failed, record("r", "proved", repairs="f")])["A-1"]
    assert row["verdict"] == "repaired"
    assert row["claims"] == "f;r"
    assert row["reason"] == "Fails at x = 1: f holds; what holds: r holds."


def test_the_weakest_claim_of_an_item_decides():
    row = rows_of([record("a", "proved"), record("b", "certified")])["A-1"]
    assert row["verdict"] == "certified"


def test_a_judgement_cannot_hide_a_failing_claim():
    judged = [Judgement("A-1", "opinion", "A matter of taste.", ())]
    assert rows_of([record("f", "refuted")], judged)["A-1"]["verdict"] == "refuted"
    assert rows_of([record("a", "proved")], judged)["A-1"]["verdict"] == "opinion"
    judged = [Judgement("A-1", "misattributed", "Somebody else's.", ())]
    assert rows_of([record("a", "proved")], judged)["A-1"]["verdict"] == "misattributed"


def test_an_item_without_evidence_is_open():
    assert rows_of([record("a", "proved")])["A-2"]["verdict"] == "open"


@pytest.mark.parametrize(
    ("records", "message"),
    [
        ([record("a", "proved"), record("a", "proved")], "two claims have the id a"),
        ([record("a", "proved", items=("Z-9",))], "Z-9 is not in documents/inventory.csv"),
        ([record("r", "proved", repairs="nothing")], "nothing is no refuted claim"),
        ([record("a", "proved"), record("r", "proved", repairs="a")], "a is no refuted claim"),
    ],
)
def test_contradictions_are_named(records, message):
    with pytest.raises(UserError, match=message):
        rows_of(records)


def test_double_and_unknown_judgements_are_named():
    one = Judgement("A-1", "opinion", "x", ())
    with pytest.raises(UserError, match="judged twice"):
        rows_of([], [one, one])
    with pytest.raises(UserError, match="Z-9"):
        rows_of([], [Judgement("Z-9", "opinion", "x", ())])


def test_every_inventory_item_has_one_row_in_the_written_table(tmp_path):
    ledger.write([], ROOT, tmp_path)
    with (tmp_path / "items.csv").open(encoding="utf-8", newline="") as file:
        written = [row["item"] for row in csv.DictReader(file)]
    assert written == [row["item"] for row in inventory.read(ROOT)]
    assert len(set(written)) == 315
    assert json.loads((tmp_path / "ledger.json").read_text(encoding="utf-8"))["schema"] == 1


def test_a_claim_names_the_figures_that_show_its_items():
    assert ledger.figures_about(["E-26"], ROOT) == ["figures/critical_points/double_well.pdf"]
    assert ledger.figures_about([], ROOT) == []


def test_a_missing_reference_is_named():
    with pytest.raises(UserError, match="no entry Nobody1900, cited by A-1"):
        ledger.require_references(ROOT, [Judgement("A-1", "cited", "x", ("Nobody1900",))], [])
