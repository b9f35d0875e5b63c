"""A changed file reruns what depends on it, and nothing else."""

import pytest

EXPERIMENTS = "experiments"
ALWAYS = {"dossier", "manifest", "provenance", "report", "all"}


@pytest.mark.parametrize(
    ("path", "rerun"),
    [
        (
            "src/provenscape/models/powers.py",
            {"experiment_critical_points_parabola", "figures_critical_points"},
        ),
        (f"{EXPERIMENTS}/hardness/noise.py", {"experiment_hardness_noise"}),
        ("figures/critical_points/curve.py", {"figures_critical_points", "ledger"}),
        ("src/provenscape/figures/style.py", {"figures_critical_points"}),
        ("proofs/polyak_lojasiewicz/square.py", {"proofs_polyak_lojasiewicz", "ledger"}),
        (
            "src/provenscape/kernel/language.py",
            {"proofs_polyak_lojasiewicz", "supported", "ledger"},
        ),
        ("src/provenscape/claims/ledger.py", {"ledger"}),
        (
            "src/provenscape/study/tables.py",
            {
                "experiment_critical_points_parabola",
                "experiment_hardness_noise",
                "figures_critical_points",
                "supported",
                "ledger",
            },
        ),
    ],
)
def test_a_change_reruns_exactly_what_imports_it(built, path, rerun):
    built.write(path, built.read(path) + "\n# changed\n")
    assert built.planned() == rerun | ALWAYS


@pytest.mark.parametrize("path", ["src/provenscape/cli.py", "src/provenscape/search/sdp.py"])
def test_a_module_that_no_job_imports_reruns_nothing(built, path):
    built.write(path, '"""Changed."""\n')
    assert built.planned() == set()


def test_a_touched_file_of_the_same_content_reruns_nothing(built):
    for path in built.root.glob("src/**/*.py"):
        path.touch()
    assert built.planned() == set()


def test_a_changed_seed_reruns_experiments_but_no_proof(built):
    built.replace("config/config.yaml", "seed: ", "seed: 1")
    planned = built.planned()
    assert "experiment_hardness_noise" in planned
    assert "proofs_polyak_lojasiewicz" not in planned


def test_a_changed_lock_reruns_everything_computed(built):
    built.write("requirements.lock", built.read("requirements.lock") + "# changed\n")
    assert {"experiment_hardness_noise", "proofs_polyak_lojasiewicz"} <= built.planned()
