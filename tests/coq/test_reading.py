"""What a reader compares: claims as printed beside their statements in Coq, the same each time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from provenscape.claims.loading import claim_id, load
from provenscape.coq import reading

ROOT = Path(__file__).parents[2]
SOME = sorted(ROOT.glob("proofs/hardness/*.py"))


@pytest.fixture
def few(monkeypatch):
    monkeypatch.setattr(reading, "proof_files", lambda root, chapter: SOME)
    monkeypatch.setattr(reading.outline, "chapters", lambda root: ["hardness"])


def test_claims_are_drawn_by_the_digests_of_their_statements(few):
    found = reading.kinds(ROOT)
    drawn = [path for kind, paths in found.items() if kind != "functions" for path in paths]
    assert sorted(drawn) == SOME
    for paths in found.values():
        digests = [load(path).claim.digest() for path in paths]
        assert digests == sorted(digests)


def test_both_statements_stand_beside_each_other(few):
    kind = max(reading.kinds(ROOT), key=lambda kind: len(reading.kinds(ROOT)[kind]))
    first, second = reading.shown(ROOT, kind, 2)
    assert first != second
    path = reading.kinds(ROOT)[kind][0]
    head, printed, coq = first.split("\n---\n")
    claim = load(path).claim
    assert head.startswith(f"=== {claim_id(path)}")
    assert claim.says in head and claim.scope in head
    assert all(fact in head for fact in (*claim.facts.values(), *claim.bridges))
    assert "forall" in coq and "Qed." not in coq
    assert printed != coq


@pytest.mark.parametrize("module", ["reading", "facts", "controls", "opposites", "recheck"])
def test_a_users_mistake_is_one_line(module, tmp_path):
    def said(*words, folder=ROOT, **changed):
        command = [sys.executable, "-m", f"provenscape.coq.{module}", *words]
        given = os.environ | {"PYTHONPATH": str(ROOT / "src")} | changed
        ran = subprocess.run(command, cwd=folder, env=given, capture_output=True, text=True)
        assert ran.returncode == 1 and ran.stdout == ""
        return ran.stderr

    outside = f"error: {tmp_path}: no checkout of provenscape, which has coq; change into one\n"
    words = ["combine"] if module == "reading" else []
    assert said(*words, folder=tmp_path) == outside
    if module in ("reading", "controls", "opposites"):
        assert said(*words, "many") == "error: many is no whole number; try 20\n"
    if module != "reading":
        assert said(PATH=str(tmp_path)).startswith("error: Coq is not installed; on Debian or")
