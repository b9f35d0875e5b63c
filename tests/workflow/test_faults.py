"""After a fault a plain rerun ends with the same manifest, or one line says what to do.

The slow part runs on demand: `pytest -m faults`.
"""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from provenscape.claims import verification
from provenscape.errors import UserError

MANIFEST = "results/manifest.json"
NOISE = "experiments/hardness/noise.py"
KILLS = 20


@pytest.fixture
def expected(first_build):
    project, run = first_build
    assert run.returncode == 0, run.stderr
    return project.read(MANIFEST)


def started(project, *arguments, limit=None):
    """A build that was begun, in a process group of its own."""

    def limited():
        if limit is not None:
            resource.setrlimit(*limit)

    return subprocess.Popen(
        [sys.executable, "-m", "snakemake", "--cores", "2", *arguments],
        cwd=project.root,
        env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        preexec_fn=limited,
    )


def require_same(project, expected):
    """A plain rerun ends well, with the manifest that a build without a fault has."""
    run = project.snakemake()
    assert run.returncode == 0, run.stderr
    assert project.read(MANIFEST) == expected
    assert project.planned() == set()


@pytest.mark.faults
def test_builds_killed_at_random_moments_are_carried_on(fresh, expected):
    moments = random.Random(14)
    for _ in range(KILLS):
        build = started(fresh)
        time.sleep(moments.uniform(1, 15))
        os.killpg(build.pid, signal.SIGKILL)
        build.communicate()
        assert fresh.snakemake("--unlock").returncode == 0
    require_same(fresh, expected)


JOB = "experiment_hardness_noise"
CRASHES = {
    "exception": (
        "    raise ZeroDivisionError('of this test')\n",
        "ZeroDivisionError: of this test",
    ),
    "memory": (
        "    import resource\n"
        "    resource.setrlimit(resource.RLIMIT_AS, (2**31, 2**31))\n"
        "    np.ones(2**29)\n",
        f"error: {JOB} asks for more memory than there is (Unable to allocate 4.00 GiB",
    ),
    "killed": (
        "    import os, signal\n    os.kill(os.getpid(), signal.SIGKILL)\n",
        f"error: {JOB} was killed or broke off, for want of memory perhaps",
    ),
    "exit": ("    raise SystemExit(0)\n", f"error: {JOB} leaves Python before its end"),
    "hangs": (
        "    import re\n    re.match('(a*)*b', 'a' * 99)\n",  # in C, which no signal interrupts
        f"error: {JOB} takes longer than 1 min; find what does not end",
    ),
}


@pytest.mark.faults
@pytest.mark.parametrize("kind", CRASHES)
def test_a_job_that_crashes_among_others_leaves_these_whole(fresh, expected, kind):
    crash, said = CRASHES[kind]
    whole = fresh.read(NOISE)
    fresh.replace(NOISE, "    noise = ", f"{crash}    noise = ")
    limit = ("--set-resources", f"{JOB}:runtime=1") if kind == "hangs" else ()
    run = fresh.snakemake("--keep-going", *limit)
    assert run.returncode != 0
    assert said in fresh.read("results/logs/experiments/hardness/noise.log")
    assert said in run.stderr
    assert not (fresh.root / "results/data/hardness/noise.csv").exists()
    assert (fresh.root / "results/figures/critical_points/curve.pdf").exists()
    fresh.write(NOISE, whole)
    require_same(fresh, expected)


@pytest.mark.faults
def test_a_full_disk_is_said_in_one_line_and_the_rerun_is_whole(fresh, expected):
    """Files may have 20 kB and no more: tables have room, figures and pages have none."""
    build = started(fresh, "--keep-going", limit=(resource.RLIMIT_FSIZE, (20_000, 20_000)))
    said, _ = build.communicate(timeout=300)
    assert build.returncode != 0
    assert "cannot be written (File too large); make room there and run again" in said
    require_same(fresh, expected)


@pytest.mark.faults
def test_of_two_builds_at_once_one_waits_for_the_user_and_both_harm_nothing(fresh, expected):
    builds = [started(fresh), started(fresh)]
    said = [build.communicate(timeout=300)[0] for build in builds]
    assert 0 in [build.returncode for build in builds]
    for build, words in zip(builds, said, strict=True):
        assert build.returncode == 0 or "cannot be locked" in words or "unlock" in words
    require_same(fresh, expected)


MADE = (
    "results/data/hardness/noise.csv",
    "results/claims/polyak_lojasiewicz.json",
    "results/figures/critical_points/curve.svg",
    "results/captions/critical_points/curve.rst",
    "results/ledger.json",
    "results/paper/provenscape.tex",
    "results/manifest.json",
    "results/digests/ledger.json",
    "results/digests/code/ledger",
)


@pytest.mark.faults
@pytest.mark.parametrize("path", MADE)
def test_a_result_that_was_deleted_is_made_again(built, expected, path):
    (built.root / path).unlink()
    require_same(built, expected)


@pytest.mark.faults
@pytest.mark.parametrize("path", MADE)
@pytest.mark.parametrize("damage", ["truncated", "emptied", "flipped"])
def test_a_result_that_was_damaged_is_named_and_made_again_once_deleted(
    built, expected, path, damage
):
    content = bytearray((built.root / path).read_bytes())
    if damage == "flipped":
        content[len(content) // 2] ^= 1
    else:
        del content[len(content) // 2 if damage == "truncated" else 0 :]
    (built.root / path).write_bytes(content)
    run = built.snakemake()
    if run.returncode:
        line = run.stderr.splitlines()[-1]
        assert line.startswith("error: ") and line.endswith("; delete it and run again"), line
        named = line.removeprefix("error: ").partition(" was changed")[0].partition(":")[0]
        (built.root / named).unlink()
    require_same(built, expected)


@pytest.fixture
def obeying():
    """What stands before a command so that it may not write where permissions say so: root may."""
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("root may write to any folder")
    never = "-dac_override,-dac_read_search"
    return ["setpriv", f"--bounding-set={never}", f"--inh-caps={never}"]


@pytest.mark.parametrize("place", ["results/data/hardness", ".snakemake", "."])
def test_a_folder_that_is_read_only_is_named_before_anything_runs(built, obeying, place):
    folder = built.root / place
    if place == ".":
        shutil.rmtree(built.root / ".snakemake")
    folder.chmod(0o555)
    try:
        run = built.snakemake("--dry-run", before=obeying)
        assert run.returncode != 0
        named = built.root if place == "." else place
        assert run.stderr.splitlines()[-1].startswith(f"error: {named}: cannot be written to; make")
    finally:
        folder.chmod(0o755)


def test_what_a_job_died_of_stands_in_its_log(fresh):
    fresh.replace(NOISE, "    noise = ", "    1 / 0\n    noise = ")
    assert fresh.snakemake("results/data/hardness/noise.csv").returncode != 0
    log = fresh.read("results/logs/experiments/hardness/noise.log")
    assert "ZeroDivisionError" in log and 'noise.py", line ' in log


FAULTY = """import matplotlib.pyplot as plt

ITEMS = ("E-01",)
TITLE = "A figure"
CAPTION = "Not to be seen."
ALT = "Nothing."
TABLES = {"points": "points"}


def draw(tables):
    raise IndexError("of this test")
"""


def test_a_faulty_figure_takes_no_other_of_its_chapter_away(fresh):
    """Nor does it stop those that are drawn after it."""
    fresh.write("figures/critical_points/before.py", FAULTY)
    run = fresh.snakemake("results/figures/critical_points/curve.pdf")
    assert run.returncode != 0
    told = "error: figures/critical_points/before.py: IndexError: of this test; mend it"
    assert told in run.stderr.splitlines()
    log = fresh.read("results/logs/figures/critical_points.log")
    assert 'before.py", line ' in log and "drawn  critical_points/curve" in log
    drawn = {path.name for path in (fresh.root / "results/figures/critical_points").iterdir()}
    assert drawn == {f"curve.{kind}" for kind in ("pdf", "svg", "png", "webp", "json")}
    (fresh.root / "figures/critical_points/before.py").unlink()
    assert "figures_critical_points" in fresh.planned("results/figures/critical_points/curve.pdf")


def begun(body, tmp_path, minutes="1"):
    """What a process that is watched leaves: its exit status, errors and log."""
    code = (
        "import os, re, signal, sys\nfrom pathlib import Path\n"
        "from provenscape.workflow.watch import watched\n"
        f"with watched('task', Path('log'), {minutes}):\n    {body}\n"
    )
    (tmp_path / "log").write_text("", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    return run.returncode, run.stderr, (tmp_path / "log").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("body", "status", "said"),
    [
        ("re.match('(a*)*b', 'a' * 99)", -signal.SIGKILL, "task takes longer than 0.01 min;"),
        ("os.kill(os.getpid(), signal.SIGKILL)", -signal.SIGKILL, "task was killed"),
        ("os._exit(0)", 0, "task was killed"),
    ],
)
def test_who_watches_a_job_says_that_it_hangs_or_was_killed(tmp_path, body, status, said):
    found, errors, log = begun(body, tmp_path, "0.01")
    assert found == status
    assert errors == log and log.startswith(f"error: {said}") and log.count("\n") == 1


@pytest.mark.parametrize("body", ["pass", "sys.exit(3)", "raise KeyboardInterrupt"])
def test_who_watches_a_job_is_silent_of_what_it_says_itself(tmp_path, body):
    _, errors, log = begun(body, tmp_path)
    assert log == "" and "task" not in errors


def test_a_proof_is_named_before_its_check_begins(monkeypatch, capsys):
    def hang(path):
        assert capsys.readouterr().err == "  checking  square\n"
        raise UserError("square.py: it takes longer than 1 s; find what does not end")

    monkeypatch.setattr(verification, "proof_files", lambda *_: [Path("square.py")])
    monkeypatch.setattr(verification, "verify", hang)
    with pytest.raises(UserError, match=r"square\.py: it takes longer"):
        verification.verify_chapter("hardness", Path())


def test_a_full_disk_is_said_in_one_line(fresh):
    """Files may have 20 bytes and no more."""
    limit = resource.RLIMIT_FSIZE, (20, 20)
    code = "from pathlib import Path; from provenscape.study.files import write_text\n"
    code += (
        "from provenscape.errors import one_line\nwith one_line(): write_text(Path('a'), 'x' * 99)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=fresh.root / "src",
        preexec_fn=lambda: resource.setrlimit(*limit),
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stderr == (
        "error: a: cannot be written (File too large); make room there and run again\n"
    )
    assert not (fresh.root / "src/a").exists()
