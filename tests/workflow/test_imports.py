"""The closure of imports holds what a file runs, and no more."""

from pathlib import Path

import pytest

from provenscape.workflow import imports

ROOT = Path(__file__).parents[2]


def test_a_module_brings_what_it_imports_and_its_parents():
    found = imports.closure(["provenscape.study.tables"])
    assert {"provenscape", "provenscape.study.files", "provenscape.errors"} <= found
    assert not any(module.startswith("provenscape.kernel") for module in found)


def test_a_file_outside_the_package_brings_the_closure_of_its_imports(tmp_path):
    path = tmp_path / "outside.py"
    path.write_text("def late():\n    from provenscape.study.tables import read\n    return read\n")
    assert imports.sources([path]) == imports.sources(modules=["provenscape.study.tables"])


def test_names_taken_from_a_package_bring_the_modules_behind_them(tmp_path):
    path = tmp_path / "outside.py"
    path.write_text("from provenscape import errors\nfrom provenscape.study import tables\n")
    found = imports.sources([path])
    package = ROOT / "src/provenscape"
    assert package / "study/tables.py" in found and package / "errors.py" in found
    assert all(file.is_file() for file in found)


def test_a_file_without_imports_from_the_package_brings_nothing(tmp_path):
    path = tmp_path / "outside.py"
    path.write_text("import numpy\n")
    assert imports.sources([path]) == []


@pytest.fixture
def stamped(tmp_path):
    """A function that stamps a script, and the file of what was kept of it."""
    script, kept = tmp_path / "script.py", tmp_path / "kept"

    def run(text):
        script.write_text(text, encoding="utf-8")
        imports.stamp({str(tmp_path / "stamp"): (script, ())}, kept)
        return (tmp_path / "stamp").read_text(encoding="utf-8")

    return run, kept


def test_a_stamp_is_of_what_a_script_means_kept_or_not(stamped):
    run, kept = stamped
    first = run("X = 1\n")
    assert run("X = 1  # one\n") == first != run("X = 2\n")
    kept.unlink()
    assert run('"""One."""\nX = 1\n') == first


def test_what_is_kept_is_taken_for_the_same_bytes_alone_and_by_the_same_code(stamped, monkeypatch):
    run, kept = stamped
    first, other = run("X = 1\n"), run("X = 2\n")
    monkeypatch.setattr(imports, "_meaning", lambda path: "0" * 64)
    assert run("X = 2\n") == other
    assert run("X = 3\n") not in (first, other)
    kept.write_text(kept.read_text("utf-8").replace('"by": "', '"by": "0'), encoding="utf-8")
    assert run("X = 2\n") != other


@pytest.mark.parametrize("content", ["", "{", "[]", '{"by": 1}', '{"meanings": {}}'])
def test_what_was_kept_and_cannot_be_read_is_found_anew(stamped, content):
    run, kept = stamped
    first = run("X = 1\n")
    kept.write_text(content, encoding="utf-8")
    assert run("X = 1\n") == first
    assert "meanings" in kept.read_text(encoding="utf-8")
