"""The closure of imports holds what a file runs, and no more."""

from pathlib import Path

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
