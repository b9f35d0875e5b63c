"""`make` builds the environment once for each lock, and never reuses half of one.

A stub stands for Python, so that nothing is downloaded: it makes the folder that `venv` would, and
notes each call.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
STUB = """#!/bin/sh
# Python: answers -V and the check of the version, and makes an environment.
case "$1" in
    -V) echo "Python 3.12.0" ;;
    -c) exec {real} -c "import sys; sys.version_info = {version}; $2" ;;
    -m) test "$2" != venv || {{ mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; }} ;;
esac
test "$2" != pip || touch "${{TMPDIR:?}}/left by pip"
echo "$*" >> "{log}"
test ! -e "{fail}" || test "$2" != pip
"""


@dataclass
class Checkout:
    root: Path
    python: Path

    def make(self, *arguments):
        return subprocess.run(
            ["make", f"PYTHON={self.python}", *arguments],
            cwd=self.root,
            env={key: value for key, value in os.environ.items() if not key.startswith("MAKE")},
            capture_output=True,
            text=True,
            check=False,
        )

    def calls(self):
        """Return what Python was called with since the last time, without the checks."""
        log = self.root / "log"
        lines = log.read_text().splitlines() if log.exists() else []
        log.unlink(missing_ok=True)
        return [line for line in lines if not line.startswith(("-V", "-c"))]

    @property
    def ready(self):
        return list(self.root.glob(".venv/ready-*"))


@pytest.fixture
def checkout(tmp_path):
    for name in ("Makefile", "requirements.lock"):
        shutil.copy(ROOT / name, tmp_path / name)
    python = tmp_path / "python"
    names = {"log": tmp_path / "log", "fail": tmp_path / "fail"}
    names |= {"real": sys.executable, "version": (3, 11, 0)}
    python.write_text(STUB.format(**names))
    python.chmod(0o755)
    return Checkout(tmp_path, python)


def test_make_builds_the_environment_and_then_the_results(checkout):
    assert checkout.make().returncode == 0
    calls = checkout.calls()
    assert calls[0] == "-m venv .venv"
    assert any("--require-hashes" in call and "requirements.lock" in call for call in calls)
    assert calls[-1] == "-m snakemake --cores all"


def test_what_pip_leaves_is_taken_away_at_any_place(checkout):
    checkout.root = checkout.root.rename(checkout.root.with_name('it\'s a "b"'))
    checkout.python = checkout.root / "python"
    run = checkout.make("PYTHON=./python")
    assert run.returncode == 0, run.stderr
    assert checkout.ready and not list(checkout.root.glob(".venv/tmp"))


def test_a_second_make_reuses_the_environment(checkout):
    checkout.make()
    checkout.calls()
    assert checkout.make().returncode == 0
    assert checkout.calls() == ["-m snakemake --cores all"]


def test_a_changed_lock_rebuilds_it_and_a_touched_one_does_not(checkout):
    checkout.make()
    checkout.calls()
    lock = checkout.root / "requirements.lock"
    lock.touch()
    checkout.make()
    assert "-m venv .venv" not in checkout.calls()
    lock.write_text(lock.read_text() + "# changed\n")
    checkout.make()
    assert "-m venv .venv" in checkout.calls()
    assert len(checkout.ready) == 1


def test_an_interrupted_build_is_begun_anew(checkout):
    (checkout.root / "fail").touch()
    assert checkout.make().returncode != 0
    assert not checkout.ready
    (checkout.root / ".venv/half-made").touch()
    (checkout.root / "fail").unlink()
    assert checkout.make().returncode == 0
    assert not (checkout.root / ".venv/half-made").exists()


@pytest.mark.parametrize("version", ["(3, 10, 9)", "(3, 14, 0)"])
def test_another_python_is_refused_in_words_before_anything_is_made(checkout, version):
    checkout.python.write_text(checkout.python.read_text().replace("(3, 11, 0)", version))
    run = checkout.make()
    assert run.returncode != 0
    assert "is not Python 3.11 to 3.13" in run.stderr
    assert "PYTHON=" in run.stderr
    assert not (checkout.root / ".venv").exists()
