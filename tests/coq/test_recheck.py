"""coqchk on what `make coq` leaves: that it is run on all, and what it refuses is told."""

import shutil
import subprocess
from pathlib import Path

import pytest

from provenscape.coq import recheck, session
from provenscape.coq.theorem import Exported
from provenscape.errors import UserError

ROOT = Path(__file__).parents[2]
needs_coq = pytest.mark.skipif(not shutil.which("coqchk"), reason="Coq is not installed")
CHAPTER = """Module c_one.
Lemma helps : 1 = 1. Proof. reflexivity. Qed.
Theorem holds_0 : 1 + 0 = 1. Proof. reflexivity. Qed.
End c_one.
"""


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


@needs_coq
@pytest.mark.parametrize(
    "unproved",
    [
        "Axiom cheat : False.",
        "Theorem helps : 1 = 2. Admitted.",
        "Unset Guard Checking. Fixpoint loop (n : nat) : False := loop n. Set Guard Checking.",
    ],
)
def test_what_is_no_proof_is_told(file, unproved):
    file.write_text(f"{unproved}\n{CHAPTER}")
    with pytest.raises(UserError, match=r"Chapters\.a_chapter\.\w+ is an axiom, or was not"):
        recheck.chapter_checked(file, ROOT)


def test_coqchk_must_be_there(monkeypatch):
    monkeypatch.setattr(session.shutil, "which", lambda name: None if name == "coqchk" else name)
    with pytest.raises(UserError, match="Coq is not installed; on Debian"):
        recheck.main(ROOT)


@pytest.fixture
def study(tmp_path, monkeypatch):
    """One chapter of two claims, as it was written and recorded; what Coq does is left out."""
    one = Exported("", "c_one", "holds_0", "1 + 0 = 1", f"{CHAPTER}")
    other = Exported("", "e_one", "of_functions_0", "1 = 1", "Module e_one.\nEnd e_one.\n")
    claims = {"one": {"digest": "", "exported": vars(one), "of_functions": vars(other)}}
    entry = {"accepted": True, "theorem": "c_one.holds_0", "statement": one.digest}
    entry |= {"bridge": "e_one.of_functions_0", "bridge_statement": other.digest}
    for name, value in {
        "written": lambda *_: claims,
        "proof_files": lambda *_: [Path("proofs/a/one.py")],
        "compile_library": lambda *_: None,
        "library_checked": lambda _: {"Provenscape.Rules.a"},
        "chapter_checked": lambda file, root: {
            "c_one.helps",
            "c_one.holds_0",
            "e_one.of_functions_0",
        },
    }.items():
        monkeypatch.setattr(recheck, name, value)
    monkeypatch.setattr(recheck, "require_ready", lambda _: None)
    monkeypatch.setattr(recheck.outline, "chapters", lambda _: ["a"])
    monkeypatch.setattr(recheck.settings, "results", lambda root: root / "results")
    monkeypatch.setattr(recheck.accepted, "read", lambda _: {"one": entry})
    monkeypatch.setattr(recheck, "library_files", lambda _: ["Rules"])
    left = tmp_path / "results/coq/a.v"
    left.parent.mkdir(parents=True)
    left.write_text(recheck.chapter_text([one, other]))
    return tmp_path, entry, left


def test_what_was_checked_is_counted(study, capsys):
    recheck.main(study[0])
    said = "1 claims and 1 about functions, with 1 lemmas and definitions, and 1 constants of the 1"
    assert said in capsys.readouterr().out


def test_a_file_is_what_is_written_now(study):
    root, _, left = study
    left.write_text(left.read_text().replace("1 + 0", "1"))
    with pytest.raises(UserError, match=r"a\.v is not what is written of its claims now; run"):
        recheck.main(root)
    left.unlink()
    with pytest.raises(UserError, match=r"a\.v is missing; run `make coq`"):
        recheck.main(root)


@pytest.mark.parametrize("key", ["statement", "bridge_statement", "theorem", "bridge"])
def test_the_record_says_of_each_theorem_what_it_states(study, key):
    root, entry, _ = study
    entry[key] += "0"
    with pytest.raises(UserError, match=r"accepted\.json: \S+ is not what it says; run `make coq`"):
        recheck.main(root)


def test_each_theorem_must_have_been_checked(study, monkeypatch):
    monkeypatch.setattr(recheck, "chapter_checked", lambda file, root: {"c_one.holds_0"})
    with pytest.raises(UserError, match=r"coqchk does not say that it has checked e_one\.of_func"):
        recheck.main(study[0])
