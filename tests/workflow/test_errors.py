"""What a new user gets wrong is answered in one line, and nothing half-written stays."""

import pytest

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
    ],
)
def test_a_faulty_configuration_is_refused_with_file_key_and_remedy(fresh, old, new, words):
    fresh.replace(CONFIG, old, new)
    line = complaint(fresh.snakemake())
    assert all(word in line for word in words), line
    assert not (fresh.root / "results").exists()


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
    ],
)
def test_an_unknown_target_is_answered_with_the_nearest(fresh, target, words):
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


def test_an_experiment_that_breaks_its_word_is_named(fresh):
    path = "experiments/hardness/noise.py"
    fresh.replace(path, '{"noise": pd', '{"other": pd')
    run = fresh.snakemake("results/data/hardness/noise.csv")
    assert run.returncode != 0
    assert "run returned the tables ['other'], but TABLES declares ['noise']" in run.stderr
    assert not (fresh.root / "results/data/hardness/noise.csv").exists()
