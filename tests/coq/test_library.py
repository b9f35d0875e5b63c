"""The files of coq/ are compiled along their graph, and again where what they rest on is new."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from provenscape.claims import accepted
from provenscape.coq import facts, session
from provenscape.errors import UserError

ROOT = Path(__file__).parents[2]

FILES = {
    "One": "Definition one := 1.",
    "Room.Two": "From Provenscape Require Import One.\nDefinition two := one + one.",
    "Room.Three": "From Provenscape Require Room.Two.\nDefinition three := 1 + Room.Two.two.",
    "Alone": "Definition alone := 0.",
}
pytestmark = pytest.mark.skipif(not session.available(), reason="Coq is not installed")


def place(root, name, ending):
    return (root / "coq").joinpath(*name.split(".")).with_suffix(ending)


def times(root):
    return {name: place(root, name, ".vo").stat().st_mtime_ns for name in FILES}


@pytest.fixture
def compiled(tmp_path):
    (tmp_path / "coq/Room").mkdir(parents=True)
    for name, text in FILES.items():
        place(tmp_path, name, ".v").write_text(text, encoding="utf-8")
    listed = "".join(f"{name.replace('.', '/')}.v\n" for name in FILES)
    (tmp_path / "coq/_CoqProject").write_text(listed, encoding="utf-8")
    session.compile_library(tmp_path, [*reversed(session.library_files(tmp_path))], jobs=2)
    return tmp_path


def changed(root, before):
    session.compile_library(root, list(FILES), jobs=2)
    return {name for name, time in times(root).items() if time != before[name]}


def test_what_stands_there_is_not_compiled_again(compiled):
    assert changed(compiled, times(compiled)) == set()


@pytest.mark.parametrize("seed", ["1", "2", "3"])
def test_what_stands_there_does_not_depend_on_the_order_of_hashes(compiled, seed):
    several = "From Provenscape Require Import One Alone.\nFrom Provenscape Require Room.Two."
    place(compiled, "Room.Three", ".v").write_text(several, encoding="utf-8")
    session.compile_library(compiled, list(FILES))
    before = times(compiled)
    code = (
        "from pathlib import Path; from provenscape.coq.session import compile_library; "
        f"compile_library(Path({str(compiled)!r}), {list(FILES)!r})"
    )
    given = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src")}
    subprocess.run([sys.executable, "-c", code], env=given, check=True)
    assert times(compiled) == before


def test_what_rests_on_a_file_that_changed_is_compiled_again(compiled):
    before = times(compiled)
    place(compiled, "One", ".v").write_text("Definition one := 1 + 0.", encoding="utf-8")
    assert changed(compiled, before) == {"One", "Room.Two", "Room.Three"}


def test_a_run_that_was_stopped_between_two_files_is_gone_on_with(compiled):
    """What was compiled with another file than the one that is there would be refused by Coq."""
    before = times(compiled)
    place(compiled, "One", ".v").write_text("Definition one := 1 + 0.", encoding="utf-8")
    session.compile_file(compiled, "One", [])
    assert changed(compiled, times(compiled)) == {"Room.Two", "Room.Three"}
    assert times(compiled)["Alone"] == before["Alone"]


def test_what_coq_made_of_another_text_does_not_count(compiled):
    """A file that was compiled with an axiom, by Coq alone, and has its text again."""
    source = place(compiled, "Alone", ".v")
    source.write_text("Definition alone := 0. Axiom cheat : False.", encoding="utf-8")
    command = ["coqc", "-q", "-noglob", "-Q", ".", "Provenscape", "Alone.v"]
    subprocess.run(command, cwd=source.parent, check=True)
    source.write_text(FILES["Alone"], encoding="utf-8")
    with pytest.raises(UserError, match=r"Alone\.v was changed while Coq read it"):
        session.require_compiled(compiled)
    assert changed(compiled, times(compiled)) == {"Alone"}
    session.require_compiled(compiled)


def test_a_text_that_changes_while_coq_reads_it_leaves_no_note(compiled, monkeypatch):
    source, run = place(compiled, "Alone", ".v"), subprocess.run

    def changing(command, **given):
        done = run(command, **given)
        source.write_text("Definition alone := 2.", encoding="utf-8")
        return done

    source.write_text("Definition alone := 1.", encoding="utf-8")
    monkeypatch.setattr(session.subprocess, "run", changing)
    with pytest.raises(UserError, match=r"Alone\.v was changed while Coq read it"):
        session.compile_library(compiled, list(FILES))
    assert not session.is_compiled(source.with_suffix(""))


@pytest.mark.parametrize("ending", [".vo", ".glob", ".sha256"])
def test_what_is_missing_is_compiled(compiled, ending):
    place(compiled, "Room.Three", ending).unlink()
    session.compile_library(compiled, list(FILES))
    assert place(compiled, "Room.Three", ending).exists()


def test_what_coq_refuses_is_named(compiled):
    place(compiled, "Room.Two", ".v").write_text("Definition two := four.", encoding="utf-8")
    with pytest.raises(UserError, match=r"Room/Two\.v: Coq refuses it: .*four was not found"):
        session.compile_library(compiled, list(FILES), jobs=2)


def test_a_text_that_changed_is_told_whatever_its_time(compiled):
    session.require_compiled(compiled)
    source = place(compiled, "Room.Two", ".v")
    before = source.stat()
    source.write_text(FILES["Room.Two"].replace("one + one", "one + two"), encoding="utf-8")
    os.utime(source, ns=(before.st_atime_ns, before.st_mtime_ns))
    with pytest.raises(UserError, match=r"Room/Two\.v was changed while Coq read it"):
        session.require_compiled(compiled)
    with pytest.raises(UserError, match="Coq refuses it"):
        session.compile_library(compiled, list(FILES))


def test_the_record_of_facts_is_what_coq_says():
    session.compile_library(ROOT, session.library_files(ROOT))
    assert facts.record(ROOT) == accepted.load(ROOT)["facts"]
