"""A changed file reruns what depends on it, and nothing else."""

import os
import shutil
import zipfile

import pytest

ALWAYS = {"dossier", "manifest", "provenance", "report", "all"}
PARABOLA = "experiment_critical_points_parabola"
NOISE = "experiment_hardness_noise"
COMPUTED = {PARABOLA, NOISE, "supported", "proofs_polyak_lojasiewicz", "figures_critical_points"}


@pytest.mark.parametrize(
    ("path", "rerun"),
    [
        ("src/provenscape/models/powers.py", {PARABOLA, "figures_critical_points"}),
        ("experiments/hardness/noise.py", {NOISE}),
        ("figures/critical_points/curve.py", {"figures_critical_points", "ledger"}),
        ("src/provenscape/figures/style.py", {"figures_critical_points"}),
        ("proofs/polyak_lojasiewicz/square.py", {"proofs_polyak_lojasiewicz", "ledger"}),
        (
            "src/provenscape/kernel/language.py",
            {"proofs_polyak_lojasiewicz", "supported", "ledger"},
        ),
        ("src/provenscape/claims/ledger.py", {"ledger"}),
        ("src/provenscape/study/tables.py", COMPUTED - {"proofs_polyak_lojasiewicz"} | {"ledger"}),
        ("src/provenscape/errors.py", COMPUTED | {"ledger"}),
        ("workflow/scripts/figures.py", {"figures_critical_points"}),
        ("workflow/scripts/experiment.py", {PARABOLA, NOISE, "figures_critical_points"}),
    ],
)
def test_changed_code_reruns_exactly_what_imports_it(built, path, rerun):
    built.write(path, built.read(path) + "\nCHANGED = 1\n")
    assert built.planned() == rerun | ALWAYS


@pytest.mark.parametrize(
    ("path", "rerun"),
    [
        ("documents/inventory.csv", {"ledger"} | ALWAYS),
        ("documents/facts.yaml", {"ledger"} | ALWAYS),
        ("documents/documents.bib", ALWAYS),
        ("src/provenscape/dossier/templates/claim.html", ALWAYS),
        ("workflow/report/items.rst", {"report", "all"}),
        ("requirements.lock", COMPUTED | {"ledger"} | ALWAYS),
    ],
)
def test_a_changed_text_reruns_exactly_what_reads_it(built, path, rerun):
    built.write(path, built.read(path) + "\n")
    assert built.planned() == rerun


def test_comments_docstrings_and_line_breaks_of_the_package_rerun_nothing(built):
    for path in ("src/provenscape/errors.py", "workflow/scripts/experiment.py"):
        built.write(path, "# a comment\n" + built.read(path).replace('"""', '"""Changed: ', 1))
    built.replace("src/provenscape/errors.py", "import difflib\n", "import difflib  # spelling\n\n")
    built.replace("src/provenscape/errors.py", '"""Return `did', '"""Answer `did')
    assert built.planned() == set()


def test_a_text_that_is_no_docstring_is_code(built):
    built.replace("src/provenscape/errors.py", "did you mean", "do you mean")
    assert built.planned() >= COMPUTED


@pytest.mark.parametrize("path", ["src/provenscape/cli.py", "src/provenscape/search/blocks.py"])
def test_a_module_that_no_job_imports_reruns_nothing(built, path):
    built.write(path, built.read(path) + "\nCHANGED = 1\n")
    assert built.planned() == set()


def test_a_touched_file_of_the_same_content_reruns_nothing(built):
    for path in built.root.rglob("*"):
        inside = path.relative_to(built.root).parts[0] not in ("results", ".snakemake")
        if path.is_file() and inside:
            path.touch()
    assert built.planned() == set()


def test_results_brought_into_a_fresh_checkout_rerun_nothing(built, tmp_path):
    """With what Snakemake noted of them, as a cache of CI keeps it; all sources are newer."""
    for name in ("results", ".snakemake"):
        (built.root / name).rename(tmp_path / name)
    fresh = tmp_path / "fresh"
    shutil.copytree(built.root, fresh, copy_function=shutil.copyfile)
    for name in ("results", ".snakemake"):
        (tmp_path / name).rename(fresh / name)
    assert type(built)(fresh).planned() == set()


def test_changed_code_is_seen_though_snakemake_has_forgotten_all(built):
    shutil.rmtree(built.root / ".snakemake")
    assert built.planned() == set()
    path = "src/provenscape/figures/style.py"
    built.write(path, "# a comment\n" + built.read(path))
    assert built.planned() == set()
    built.write(path, built.read(path) + "\nCHANGED = 1\n")
    assert built.planned() == {"figures_critical_points"} | ALWAYS


def test_in_an_archive_that_was_unpacked_changed_code_reruns_what_imports_it(
    archive, built, tmp_path
):
    with zipfile.ZipFile(archive) as file:
        file.extractall(tmp_path)
    unpacked = type(built)(tmp_path / archive.stem)
    for path in unpacked.root.rglob("*"):
        os.utime(path, (315_532_800, 315_532_800))
    assert unpacked.planned() == {"provenance", "report", "all"}
    path = "src/provenscape/figures/style.py"
    unpacked.write(path, unpacked.read(path) + "\nCHANGED = 1\n")
    assert unpacked.planned() == {"figures_critical_points"} | ALWAYS


def test_a_changed_seed_reruns_experiments_but_no_proof(built):
    built.replace("config/config.yaml", "seed: ", "seed: 1")
    planned = built.planned()
    assert NOISE in planned
    assert "proofs_polyak_lojasiewicz" not in planned
