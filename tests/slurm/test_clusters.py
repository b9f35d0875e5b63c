"""A cluster gives the same bytes as one computer, and what fails there is noticed here.

    pytest -m cluster

On a SLURM without accounting, with the profile that is shipped, and by Snakemake's generic executor
with the shell in the place of a cluster.
"""

import os
import subprocess
import sys
import time

import pytest

pytestmark = pytest.mark.cluster

MANIFEST = "results/manifest.json"
NOISE = "experiments/hardness/noise.py"
SOON = (
    "--slurm-init-seconds-before-status-checks=2",
    "--seconds-between-status-checks=2",
    "--latency-wait=10",
)
SLURM = ("--profile", "profiles/slurm", *SOON)
SHELL = (
    "--executor=cluster-generic", "--jobs=2", "--cluster-generic-submit-cmd", "sh {where}/submit",
    "--group-components", "experiments=5", "--latency-wait=10",
    "--seconds-between-status-checks=1",
)  # fmt: skip
# Runs a job in the background, in an environment that holds nothing of this one but the path.
SUBMIT = """env -i PATH="$PATH" HOME="$HOME" PYTHONPATH="$PYTHONPATH" sh "$1" > /dev/null 2>&1 &
echo $!
"""


def same(project, first_build):
    assert project.read(MANIFEST) == first_build[0].read(MANIFEST)
    assert project.planned() == set()


def states():
    """What became of SLURM's jobs, in their order: name and state."""
    run = subprocess.run(
        ["squeue", "--states=all", "--noheader", "--sort=i", "--format=%i %T"],
        capture_output=True,
        text=True,
        check=True,
    )
    return [line.split() for line in run.stdout.splitlines()]


def test_slurm_without_accounting_gives_the_same_bytes_in_few_submissions(
    slurm, fresh, first_build
):
    run = fresh.snakemake(*SLURM, PYTHONPATH=slurm)
    assert run.returncode == 0, run.stderr
    submitted = [
        line for line in run.stderr.splitlines() if "has been submitted with SLURM" in line
    ]
    assert len(submitted) == 3  # both experiments, the proofs, the figures
    same(fresh, first_build)


def test_a_job_that_fails_on_slurm_is_noticed_and_says_why_in_its_log(slurm, fresh, first_build):
    whole = fresh.read(NOISE)
    fresh.replace(NOISE, "    noise = ", "    1 / 0\n    noise = ")
    run = fresh.snakemake(*SLURM, "--keep-going", PYTHONPATH=slurm)
    assert run.returncode != 0 and "hardness/noise.log" in run.stderr
    assert "ZeroDivisionError" in fresh.read("results/logs/experiments/hardness/noise.log")
    assert not (fresh.root / "results/data/hardness/noise.csv").exists()
    assert (fresh.root / "results/claims/polyak_lojasiewicz.json").exists()
    fresh.write(NOISE, whole)
    assert fresh.snakemake(*SLURM, PYTHONPATH=slurm).returncode == 0
    same(fresh, first_build)


def test_a_job_that_is_cancelled_on_slurm_is_noticed(slurm, fresh):
    fresh.replace(NOISE, "    noise = ", "    import time\n    time.sleep(600)\n    noise = ")
    build = subprocess.Popen(
        [sys.executable, "-m", "snakemake", *SLURM, "results/data/hardness/noise.csv"],
        cwd=fresh.root,
        env=os.environ | {"PYTHONPATH": slurm},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    until = time.monotonic() + 60
    while not (running := [job for job, state in states() if state == "RUNNING"]):
        assert time.monotonic() < until and build.poll() is None
        time.sleep(0.5)
    subprocess.run(["scancel", *running], check=True)
    said, _ = build.communicate(timeout=120)
    assert build.returncode != 0
    assert "Error in" in said and "experiment_hardness_noise" in said, said
    assert not (fresh.root / "results/data/hardness/noise.csv").exists()


def test_groups_ask_for_no_more_processors_than_the_profile_allows(slurm, fresh):
    """With as many experiments as would fill a node twice, in one group that must still start."""
    for number in range(4):
        fresh.write(
            f"experiments/hardness/noise{number}.py",
            fresh.read(NOISE)
            .replace('("noise",)', f'("noise{number}",)')
            .replace('{"noise": pd', f'{{"noise{number}": pd'),
        )
    wanted = [f"results/data/hardness/noise{number}.csv" for number in range(4)]
    run = fresh.snakemake(*SLURM, *wanted, PYTHONPATH=slurm)
    assert run.returncode == 0, run.stderr
    assert run.stderr.count("has been submitted with SLURM") == 1


def test_the_generic_executor_gives_the_same_bytes(plugins, fresh, first_build, tmp_path):
    (tmp_path / "submit").write_text(SUBMIT, encoding="utf-8")
    arguments = [argument.format(where=tmp_path) for argument in SHELL]
    run = fresh.snakemake(*arguments, PYTHONPATH=plugins)
    assert run.returncode == 0, run.stderr
    same(fresh, first_build)
