"""Facts that name theorems in Coq: the theorems stand there, proved without axioms of ours."""

import hashlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from provenscape.claims.facts import facts
from provenscape.coq import session
from provenscape.errors import UserError

ROOT = Path(__file__).parents[2]
COQ = ROOT / "coq"
WRITTEN = sorted(
    v for room in (".", "Bridges", "EndToEnd", "Landscapes") for v in COQ.glob(f"{room}/*.v")
)
# What Coq's real numbers rest on, and nothing else.
CLASSICAL = {
    "ClassicalDedekindReals.sig_forall_dec",
    "ClassicalDedekindReals.sig_not_dec",
    "FunctionalExtensionality.functional_extensionality_dep",
    "Classical_Prop.classic",
}
BRIDGED = [(f.id, name) for f in facts(ROOT).values() for name in f.coq]
needs_coq = pytest.mark.skipif(shutil.which("coqc") is None, reason="Coq is not installed")
ESCAPES = r"\b(Admitted|admit|give_up|Axioms?|Parameters?|Conjecture|Abort|bypass_check|Unset)\b"


def without_comments(text: str) -> str:
    assert "(*" not in re.sub(r"\(\*(?:(?!\(\*|\*\)).)*\*\)", "", text, flags=re.S)
    return re.sub(r"\(\*.*?\*\)", "", text, flags=re.S)


def proved(text: str) -> set[str]:
    """The names of the theorems of a file whose proof ends with Qed."""
    ends = r"\bTheorem\s+(\w+)(?:(?!\b(?:Theorem|Lemma|Admitted)\b).)*?\bQed\."
    return set(re.findall(ends, without_comments(text), flags=re.S))


def axioms(printed: str) -> set[str]:
    """The axioms that `Print Assumptions` lists: names at the margin, with a colon or alone."""
    return set(re.findall(r"^([\w.']+)\s*(?::|$)", printed, flags=re.M)) - {"Axioms"}


def test_some_facts_are_bridged():
    assert ("quadratic-upper-bound", "Bridges.Smooth.quadratic_upper_bound") in BRIDGED


@pytest.mark.parametrize(("fact", "name"), BRIDGED)
def test_the_theorem_of_a_fact_stands_in_its_file(fact, name):
    room, file, theorem = name.split(".")
    text = (COQ / room / f"{file}.v").read_text(encoding="utf-8")
    assert theorem in proved(text)
    assert f"`{fact}`" in text, "the file's comment names the fact"


def test_a_theorem_left_open_or_only_mentioned_does_not_count():
    assert proved("Theorem a : True. Proof. exact I. Qed.") == {"a"}
    assert proved("(* Theorem a : True. Proof. exact I. Qed. *)") == set()
    assert proved("Theorem a : False. Admitted. Theorem b : True. Proof. easy. Qed.") == {"b"}


@pytest.mark.parametrize("path", WRITTEN, ids=lambda p: p.stem)
def test_files_written_by_hand_leave_nothing_open(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(ESCAPES, without_comments(text))
    listed = (COQ / "_CoqProject").read_text(encoding="utf-8").split()
    assert path.relative_to(COQ).as_posix() in listed


def test_axioms_are_read_from_what_coq_prints():
    printed = "COQC x.v\nAxioms:\nA.b : forall P : Prop,\n  P\nC.d_e\n  : nat\nours : False\n"
    assert axioms(printed + "Closed under the global context\n") == {"A.b", "C.d_e", "ours"}


def asked(path: Path, folder: Path) -> list[str]:
    """The names of all theorems and lemmas of a file, as other files would write them."""
    place = list(path.relative_to(folder).with_suffix("").parts)
    found, inside = [], []
    words = re.findall(
        r"(?<!\S)(Module|End|Theorem|Lemma) (\w[\w']*)",
        without_comments(path.read_text(encoding="utf-8")),
    )
    for word, name in words:
        if word == "Module":
            inside.append(name)
        elif word == "End":
            inside = inside[: inside.index(name)] if name in inside else inside
        else:
            found.append(".".join([*place, *inside, name]))
    return found


def rest_on(paths: list[Path], folder: Path) -> set[str]:
    """The axioms on which all theorems of the compiled files rest; a tuple of them would hold the
    statements of all that follow at each."""
    named = (f"let _ := @Provenscape.{name} in " for path in paths for name in asked(path, folder))
    places = (".".join(path.relative_to(folder).with_suffix("").parts) for path in paths)
    said = subprocess.run(
        ["coqtop", "-q", "-w", "none", "-Q", folder, "Provenscape"],
        input="".join(f"From Provenscape Require {place}.\n" for place in places)
        + f"Definition all_of_them := {''.join(named)}I.\nPrint Assumptions all_of_them.\n",
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert "Error" not in said.stdout + said.stderr, said.stderr
    return axioms(said.stdout)


@needs_coq
def test_coq_accepts_the_bridges_with_the_classical_axioms_only():
    """What was compiled before and is still what is written is not compiled again."""
    session.compile_library(ROOT, session.library_files(ROOT))
    command = ["make", "-s", "--no-print-directory", "-C", COQ]
    built = subprocess.run(command, check=False, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr[-2000:]
    for path in WRITTEN:
        digest = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
        assert path.with_suffix(".glob").read_text(encoding="utf-8").startswith(f"DIGEST {digest}")
    found = rest_on(WRITTEN, COQ)
    assert "ClassicalDedekindReals.sig_forall_dec" in found
    assert found <= CLASSICAL


@needs_coq
def test_an_axiom_of_a_compiled_file_is_seen(tmp_path):
    theorem = "Theorem t : 0 = 0. Proof. {}. Qed.\n"
    (tmp_path / "Whole.v").write_text(theorem.format("reflexivity"), encoding="utf-8")
    ours = "Module M. Axiom ours : 0 = 0. End M.\n" + theorem.format("exact M.ours")
    (tmp_path / "Ours.v").write_text(ours, encoding="utf-8")
    files = [tmp_path / "Ours.v", tmp_path / "Whole.v"]
    for path in files:
        command = ["coqc", "-q", "-Q", ".", "Provenscape", path.name]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    assert {name.split(".")[-1] for name in rest_on(files, tmp_path)} == {"ours"}
    assert rest_on(files[1:], tmp_path) == set()


def test_the_name_of_a_theorem_has_its_form(tmp_path):
    text = (ROOT / "documents/facts.yaml").read_text(encoding="utf-8")
    (tmp_path / "documents").mkdir()
    wrong = text.replace("Bridges.Smooth.quadratic_upper_bound", "smooth.quadratic_upper_bound")
    (tmp_path / "documents/facts.yaml").write_text(wrong, encoding="utf-8")
    with pytest.raises(UserError, match=r"coq"):
        facts(tmp_path)
