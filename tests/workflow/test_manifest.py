"""The manifest is written of whole outputs alone: each fault is refused, and by its name."""

import csv
import json
from pathlib import Path

import pytest

from provenscape.errors import UserError
from provenscape.study.files import sha256
from provenscape.workflow import manifest

CLAIM = {
    "id": "square",
    "file": "proofs/critical_points/square.py",
    "verdict": "proved",
    "mutants": {"total": 3, "rejected": 3},
}
STARTS = {"pdf": b"%PDF-1.4\n", "png": b"\x89PNG\r\n\x1a\n", "svg": b"<?xml version='1.0'?>\n"}


@pytest.fixture
def results(tmp_path, monkeypatch):
    """A project of two items and its results, in the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "documents").mkdir()
    rows = "E-01,E,critical_points,One.\nE-02,E,hardness,Two.\n"
    inventory = f"item,document,chapter,claim\n{rows}"
    (tmp_path / "documents/inventory.csv").write_text(inventory, encoding="utf-8")
    results = Path("results")
    (results / "figures").mkdir(parents=True)
    for kind, start in STARTS.items():
        (results / f"figures/curve.{kind}").write_bytes(start)
    (results / "points.csv").write_text("x\n1\n", encoding="utf-8")
    write(results, ["E-01", "E-02"], [CLAIM])
    return results


def write(results, items, claims):
    with (results / "items.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["item"], *([item] for item in items)])
    ledger = json.dumps({"claims": claims})
    (results / "ledger.json").write_text(ledger, encoding="utf-8")


def outputs(results):
    return [str(path) for path in results.rglob("*") if path.is_file()]


def test_the_manifest_has_the_digest_of_each_file(results):
    listed = [Path(path) for path in outputs(results)]
    manifest.write(outputs(results), results, {"seed": 1})
    found = json.loads((results / "manifest.json").read_text(encoding="utf-8"))
    assert found["sha256"] == {p.relative_to(results).as_posix(): sha256(p) for p in listed}
    assert found["config"] == {"seed": 1} and found["version"]


@pytest.mark.parametrize("name", ["points.csv", *(f"figures/curve.{kind}" for kind in STARTS)])
def test_an_empty_output_is_refused(results, name):
    (results / name).write_bytes(b"")
    with pytest.raises(UserError, match=f"{name.split('/')[-1]}: empty or not"):
        manifest.write(outputs(results), results, {})
    assert not (results / "manifest.json").exists()


@pytest.mark.parametrize("kind", STARTS)
def test_a_figure_of_another_format_is_refused(results, kind):
    (results / f"figures/curve.{kind}").write_bytes(b"<html>")
    with pytest.raises(UserError, match=f"curve.{kind}: empty or not {kind}"):
        manifest.write(outputs(results), results, {})


@pytest.mark.parametrize(
    ("items", "said"),
    [
        (["E-01"], "0 rows for E-02"),
        (["E-01", "E-02", "E-02"], "2 rows for E-02"),
        (["E-01", "E-02", "E-03"], "1 rows for E-03"),
    ],
)
def test_an_item_with_no_row_or_two_or_unknown_is_refused(results, items, said):
    write(results, items, [CLAIM])
    with pytest.raises(UserError, match=said):
        manifest.write(outputs(results), results, {})


@pytest.mark.parametrize(
    "change",
    [
        {"mutants": {"total": 3, "rejected": 2}},
        {"mutants": {"total": 0, "rejected": 0}},
        {"verdict": "refuted", "mutants": {"total": 2, "rejected": 1}},
        {"verdict": "supported", "mutants": {"total": 0, "rejected": 0}},
    ],
)
def test_a_claim_with_a_surviving_mutant_or_with_none_is_refused(results, change):
    write(results, ["E-01", "E-02"], [CLAIM, CLAIM | change])
    with pytest.raises(UserError, match="a mutant of square survives"):
        manifest.write(outputs(results), results, {})


@pytest.mark.parametrize("verdict", ["refuted", "repaired"])
def test_a_counterexample_needs_no_mutants(results, verdict):
    bare = {"verdict": verdict, "mutants": {"total": 0, "rejected": 0}}
    write(results, ["E-01", "E-02"], [CLAIM | bare])
    manifest.write(outputs(results), results, {})
    assert (results / "manifest.json").is_file()
