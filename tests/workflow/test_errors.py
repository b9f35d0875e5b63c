"""What a new user gets wrong is answered in one line, and nothing half-written stays."""

import re

import pytest

from provenscape.errors import UserError
from provenscape.study import registry

CONFIG = "config/config.yaml"


def complaint(run):
    """Return the only line on standard error that is not a greeting of Snakemake."""
    lines = [line for line in run.stderr.splitlines() if not line.startswith("Using workflow")]
    assert run.returncode != 0
    assert len(lines) == 1, run.stderr
    assert "Error" not in run.stdout
    return lines[0]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("effort:", "efort:", [CONFIG, "`efort`", "did you mean effort?"]),
        ("effort: full", "effort: fast", [CONFIG, "`effort`", "'fast'", "quick, full"]),
        ("seed: ", "seed: x", [CONFIG, "`seed`", "integer"]),
        ("results: results", "", [CONFIG, "`results`", "missing", "folder that receives"]),
        ("effort: full", "effort: [full", [CONFIG, "not YAML", "mend"]),
        ("results: results", "results: .", [CONFIG, "'.', where the study itself lies"]),
    ],
)
def test_a_faulty_configuration_is_refused_with_file_key_and_remedy(fresh, old, new, words):
    fresh.replace(CONFIG, old, new)
    line = complaint(fresh.snakemake())
    assert all(word in line for word in words), line
    assert not (fresh.root / "results").exists()


def test_an_empty_configuration_is_refused(fresh):
    fresh.write(CONFIG, "")
    line = complaint(fresh.snakemake("--dry-run"))
    assert line.startswith(f"error: {CONFIG}: no `key: value` at its top; restore it")


def test_a_missing_configuration_is_named(fresh):
    (fresh.root / CONFIG).unlink()
    line = complaint(fresh.snakemake())
    assert CONFIG in line and "git checkout" in line


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("results/figures/critical_points/curv.pdf", ["curve.pdf", "did you mean"]),
        ("results/figures/critical_point/curve.pdf", ["critical_points/curve.pdf"]),
        ("archve", ["archive"]),
        ("{root}/results/ledger.json", ["names it results/ledger.json; ask for that"]),
    ],
)
def test_an_unknown_target_is_answered_with_the_nearest(fresh, target, words):
    target = target.format(root=fresh.root)
    line = complaint(fresh.snakemake(target))
    assert target in line
    assert all(word in line for word in words), line


@pytest.mark.parametrize(
    "path",
    [
        "proofs/polyak_lojasiewicz/square.py",
        "figures/critical_points/curve.py",
        "experiments/hardness/noise.py",
    ],
)
def test_a_syntax_error_is_named_by_file_and_line(fresh, path):
    number = len(fresh.read(path).splitlines()) + 1
    fresh.write(path, fresh.read(path) + "def (\n")
    line = complaint(fresh.snakemake())
    assert f"{path}:{number}: syntax error" in line and "mend" in line


@pytest.mark.parametrize(
    "path", ["proofs/hardness/a.py", "figures/hardness/a.py", "experiments/hardness/a.py"]
)
@pytest.mark.parametrize(
    ("make", "words"),
    [
        (
            lambda place: place.symlink_to("nowhere.py"),
            "cannot be read (No such file or directory)",
        ),
        (lambda place: place.mkdir(), "cannot be read (Is a directory)"),
        (lambda place: place.write_bytes(b"x = 1\0\n"), "it has a NUL byte"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(fresh, path, make, words):
    (fresh.root / path).parent.mkdir(parents=True, exist_ok=True)
    make(fresh.root / path)
    with pytest.raises(UserError, match=re.escape(f"{path}: {words}")):
        registry.read(fresh.root)


def test_two_claims_of_one_id_are_refused(fresh):
    fresh.write("proofs/hardness/square.py", fresh.read("proofs/polyak_lojasiewicz/square.py"))
    with pytest.raises(UserError, match="has the same claim id; rename one of them"):
        registry.read(fresh.root)


def test_results_that_are_a_link_to_nowhere_are_named(fresh):
    (fresh.root / "results").symlink_to("nowhere/results")
    assert "error: results: is a link to nowhere" in complaint(fresh.snakemake())


@pytest.mark.parametrize("place", ["results", "results/figures", "results/data/hardness"])
def test_results_that_cannot_be_written_are_named_before_anything_runs(fresh, place):
    fresh.write(place, "a file stands where a folder should be\n")
    line = complaint(fresh.snakemake())
    assert place in line and "is a file" in line and CONFIG in line


def test_a_failed_job_says_why_and_leaves_nothing_half_written(fresh):
    fresh.replace("proofs/polyak_lojasiewicz/square.py", "ge(x**2)", "ge(x**2, 1)")
    run = fresh.snakemake()
    assert run.returncode != 0
    [line] = [line for line in run.stderr.splitlines() if line.startswith("error: ")]
    assert "proofs/polyak_lojasiewicz/square.py" in line
    assert "Traceback" not in run.stderr
    assert not (fresh.root / "results/claims/polyak_lojasiewicz.json").exists()
    assert not (fresh.root / "results/ledger.json").exists()
    assert line in fresh.read("results/logs/proofs/polyak_lojasiewicz.log")


@pytest.mark.parametrize(
    ("path", "line", "words"),
    [
        ("src/provenscape/study/experiments.py", "import no_such_module", "No module named 'no_su"),
        ("src/provenscape/models/powers.py", "1 / 0", "ZeroDivisionError: division by zero"),
    ],
)
def test_the_log_of_a_job_that_fails_at_import_names_file_and_error(fresh, path, line, words):
    fresh.write(path, f"{fresh.read(path)}\n\n{line}\n")
    assert fresh.snakemake("results/data/critical_points/points.csv").returncode != 0
    log = fresh.read("results/logs/experiments/critical_points/parabola.log")
    assert path in log and line in log and words in log


def test_an_experiment_that_breaks_its_word_is_named(fresh):
    path = "experiments/hardness/noise.py"
    fresh.replace(path, '{"noise": pd', '{"other": pd')
    run = fresh.snakemake("results/data/hardness/noise.csv")
    assert run.returncode != 0
    assert "run returned the tables ['other'], but TABLES declares ['noise']" in run.stderr
    assert not (fresh.root / "results/data/hardness/noise.csv").exists()
