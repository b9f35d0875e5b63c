"""coqchk on what `make coq` leaves: that it is run on all, and what it refuses is told."""

import shutil
import subprocess
from pathlib import Path

import pytest

from provenscape.coq import recheck, session
from provenscape.errors import UserError
from provenscape.study import digests

ROOT = Path(__file__).parents[2]
needs_coq = pytest.mark.skipif(not shutil.which("coqchk"), reason="Coq is not installed")
CHAPTER = """Module c_one.
Lemma helps : 1 = 1. Proof. reflexivity. Qed.
Theorem holds_0 : 1 + 0 = 1. Proof. reflexivity. Qed.
End c_one.
"""
ENTRIES = {"one": {"theorem": "c_one.holds_0"}, "refused": {"accepted": False}}


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "a_chapter.v"
    path.write_text(CHAPTER)
    return path


@needs_coq
def test_the_theorems_of_a_chapter_are_checked_by_their_names(file):
    found = recheck.chapter_checked(file, ROOT)
    assert found == {"c_one.helps", "c_one.holds_0"}
    assert list(file.parent.iterdir()) == [file]
    assert recheck.missing(ENTRIES, found) == []
    applied = {"one": ENTRIES["one"] | {"bridge": "e_one.holds_1"}}
    assert recheck.missing(applied, found) == ["e_one.holds_1"]


@needs_coq
def test_what_coq_refuses_is_told(file):
    file.write_text(CHAPTER.replace("reflexivity", "fail"))
    with pytest.raises(UserError, match=r"a_chapter\.v: Coq refuses it: .*"):
        recheck.chapter_checked(file, ROOT)


@needs_coq
def test_what_coqchk_refuses_is_told(file, monkeypatch):
    """A compiled file of which one bit is another."""
    run = subprocess.run

    def then_flipped(command, **given):
        done = run(command, **given)
        for path in Path(command[-1]).parent.glob("*.vo"):
            data = bytearray(path.read_bytes())
            data[len(data) // 2] ^= 1
            path.write_bytes(data)
        return done

    monkeypatch.setattr(recheck.subprocess, "run", then_flipped)
    with pytest.raises(UserError, match=r"a_chapter\.v: coqchk refuses it: .*"):
        recheck.chapter_checked(file, ROOT)


@needs_coq
def test_one_file_written_by_hand_is_checked():
    session.compile_library(ROOT, ["Rules"])
    found = recheck.checked(["Provenscape.Rules"], session.library(ROOT), "Rules")
    assert all(name.startswith("Provenscape.Rules.") for name in found) and len(found) > 20


def test_only_what_make_coq_has_left_is_checked(tmp_path, monkeypatch):
    monkeypatch.setattr(recheck.shutil, "which", lambda name: name)
    monkeypatch.setattr(recheck.settings, "results", lambda root: root / "results")
    with pytest.raises(UserError, match="no theorems of claims; run `make coq`"):
        recheck.main(tmp_path)
    left = tmp_path / "results/coq/a.v"
    left.parent.mkdir(parents=True)
    left.write_text(CHAPTER)
    digests.finish("coq", [left], tmp_path / "results")
    left.write_text(CHAPTER.replace("1 + 0", "1"))
    with pytest.raises(UserError, match=r"a\.v was changed after it was made"):
        recheck.main(tmp_path)
    monkeypatch.setattr(recheck.shutil, "which", lambda _: None)
    with pytest.raises(UserError, match="coqchk is not installed"):
        recheck.main(tmp_path)


@needs_coq
def test_a_theorem_of_the_record_must_be_in_some_chapter(tmp_path, monkeypatch, capsys):
    results = tmp_path / "results"
    monkeypatch.setattr(recheck.settings, "results", lambda _: results)
    monkeypatch.setattr(recheck, "compile_library", lambda *_: None)
    monkeypatch.setattr(recheck, "library_checked", lambda _: {"one", "two"})
    monkeypatch.setattr(recheck.accepted, "load", lambda _: {"claims": ENTRIES})
    (results / "coq").mkdir(parents=True)
    left = results / "coq/a.v"
    left.write_text(CHAPTER)
    digests.finish("coq", [left], results)
    recheck.main(ROOT)
    said = capsys.readouterr().out
    assert "theorems of 1 claims and 0 about functions, with 1 lemmas and definitions" in said
    left.write_text(CHAPTER.replace("holds_0", "holds_1"))
    digests.finish("coq", [left], results)
    with pytest.raises(UserError, match=r"c_one\.holds_0 is in no chapter; run `make coq`"):
        recheck.main(ROOT)
