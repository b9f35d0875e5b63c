"""The archive holds all that is needed to read, re-verify and rebuild, the same bytes each time."""

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from provenscape import __version__
from provenscape.archive import form, pack, sources
from provenscape.errors import UserError

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "tests/samples"


@pytest.fixture(scope="module")
def unpacked(archive, tmp_path_factory):
    """The folder that the archive was unpacked to."""
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(archive) as file:
        file.extractall(folder)
    return folder / archive.stem


def packed(root: Path) -> bytes:
    """The archive of a project that is built, packed afresh."""
    manifest = json.loads((root / "results/manifest.json").read_text(encoding="utf-8"))
    built = [root / "results" / path for path in (*manifest["sha256"], "manifest.json")]
    pack.write(root, built, root / "results", root / "packed.zip")
    return (root / "packed.zip").read_bytes()


def test_its_name_is_the_version_and_the_digest_of_the_sources(archive, first_build):
    assert archive.stem == pack.name(first_build[0].root)
    assert archive.stem.startswith(f"provenscape-{__version__}-")


def test_another_source_gives_another_name(archive, built):
    built.write("README.md", "Another one.\n")
    assert pack.name(built.root) != archive.stem


def test_it_is_the_same_wherever_and_whenever_it_is_packed(archive, built):
    for path in built.root.rglob("*"):
        if path.is_file() and "results" in path.parts:
            os.utime(path, (1e9, 1e9))
    (built.root / "LICENSE").chmod(0o600)
    assert packed(built.root) == archive.read_bytes()


def test_its_members_are_sorted_stored_and_without_time_or_mode_of_this_machine(archive):
    with zipfile.ZipFile(archive) as file:
        entries = file.infolist()
    names = [entry.filename for entry in entries]
    assert names == sorted(names)
    assert {name.split("/")[0] for name in names} == {archive.stem}
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in entries} == {0o100644}
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}


def test_it_holds_the_sources_and_all_that_is_reproducible(unpacked, first_build):
    project, _ = first_build
    manifest = json.loads(project.read("results/manifest.json"))["sha256"]
    present = {p.relative_to(unpacked).as_posix() for p in unpacked.rglob("*") if p.is_file()}
    assert present == {
        *sources.files(project.root),
        *(f"results/{path}" for path in manifest),
        "results/manifest.json",
        form.METADATA,
        form.SUMS,
    }
    for path in (
        "workflow/Snakefile", "requirements.lock", "environment.yml", "LICENSE", "CITATION.cff",
        "documents/inventory.csv", "documents/references.bib", "documents/facts.yaml",
        "proofs/polyak_lojasiewicz/square.py", "figures/critical_points/curve.py",
        "experiments/hardness/noise.py", "src/provenscape/kernel/theorem.py",
        "workflow/rules/archive.smk", "results/ledger.json", "results/dossier/index.html",
        "results/figures/critical_points/curve.pdf", "results/captions/critical_points/curve.rst",
    ):  # fmt: skip
        assert path in present


def test_the_links_of_the_dossier_hold_in_it(unpacked):
    page = (unpacked / "results/dossier/figures/curve.html").read_text(encoding="utf-8")
    for link in (
        "../../figures/critical_points/curve.pdf",
        "../../data/critical_points/points.csv",
    ):
        assert link in page
        assert (unpacked / "results/dossier/figures" / link).resolve().is_file()


def test_its_digests_are_those_of_its_files(unpacked):
    listed = form.read_sums((unpacked / form.SUMS).read_text(encoding="utf-8"))
    for path, digest in listed.items():
        assert hashlib.sha256((unpacked / path).read_bytes()).hexdigest() == digest


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="sha256sum is not installed")
def test_sha256sum_reads_its_digests(unpacked):
    check = ["sha256sum", "--check", "--quiet", "--strict", form.SUMS]
    assert subprocess.run(check, cwd=unpacked, check=False).returncode == 0


def test_it_names_no_folder_of_this_machine_and_no_time(archive, first_build):
    content = archive.read_bytes()
    assert str(first_build[0].root).encode() not in content
    assert b"provenance.json\0" not in content and b"endTime" not in content


def test_built_in_an_unpacked_archive_it_is_the_same(archive, unpacked, first_build, tmp_path):
    assert not (unpacked / ".git").exists()
    shutil.copytree(unpacked, tmp_path / "copy")
    shutil.rmtree(tmp_path / "copy/results")
    run = type(first_build[0])(tmp_path / "copy").snakemake("archive")
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "copy/results" / archive.name).read_bytes() == archive.read_bytes()


def test_of_a_checkout_it_takes_what_git_tracks(first_build, tmp_path):
    root = tmp_path / "checkout"
    shutil.copytree(first_build[0].root, root)
    elsewhere = sources.files(root)
    for command in (["init", "--quiet"], ["add", *elsewhere]):
        subprocess.run(["git", *command], cwd=root, check=True)
    (root / "docs").mkdir(exist_ok=True)
    (root / "docs/draft.md").write_text("not for others\n", encoding="utf-8")
    assert sources.files(root) == elsewhere


def test_a_proof_that_git_does_not_track_is_refused(built):
    for command in (["init", "--quiet"], ["add", "--all", "src", "figures", "experiments"]):
        subprocess.run(["git", *command], cwd=built.root, check=True)
    with pytest.raises(UserError, match=r"square\.py: git does not track it"):
        packed(built.root)


def test_a_result_that_was_changed_after_it_was_built_is_refused(built):
    built.write("results/data/hardness/noise.csv", "noise\n0\n")
    with pytest.raises(UserError, match=r"noise\.csv: changed since it was built"):
        packed(built.root)


def test_a_name_that_some_systems_do_not_know_is_refused(built):
    built.write("docs/aux.md", "…\n")
    with pytest.raises(UserError, match=r"docs/aux\.md: a name that some systems reserve"):
        packed(built.root)


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a checkout: nothing is tracked")
def test_every_file_that_git_tracks_here_is_a_source():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, check=True)
    tracked = {path for path in listed.stdout.decode().splitlines() if (ROOT / path).exists()}
    assert tracked == set(sources.files(ROOT))


def test_its_metadata_describe_the_run_and_name_what_is_there(unpacked):
    metadata = json.loads((unpacked / form.METADATA).read_text(encoding="utf-8"))
    entities = {entity["@id"]: entity for entity in metadata["@graph"]}
    assert len(entities) == len(metadata["@graph"])
    assert entities["./"]["mainEntity"] == {"@id": "workflow/Snakefile"}
    assert entities["#run"]["instrument"] == {"@id": "workflow/Snakefile"}
    for part in entities["./"]["hasPart"]:
        assert (unpacked / part["@id"]).exists(), part
    for name, entity in entities.items():
        if "sha256" in entity:
            content = (unpacked / name).read_bytes()
            assert hashlib.sha256(content).hexdigest() == entity["sha256"]
            assert str(len(content)) == entity["contentSize"]


def validator() -> str | None:
    """A Python that has roc-validator: this one, or the one that ROC_VALIDATOR_PYTHON names."""
    if importlib.util.find_spec("rocrate_validator"):
        return sys.executable
    return os.environ.get("ROC_VALIDATOR_PYTHON")


@pytest.mark.skipif(
    validator() is None,
    reason="roc-validator is not installed; ROC_VALIDATOR_PYTHON may name a Python that has it",
)
def test_its_metadata_are_a_valid_workflow_run_crate(unpacked):
    command = [validator(), SAMPLES / "validate_crate.py", unpacked]
    run = subprocess.run(
        [*command, SAMPLES / "ro_crate_1_1_context.json"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stdout.endswith("valid\n")
