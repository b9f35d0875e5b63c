"""What a user has set up, and where, reaches no output and stops no build."""

import json
import os
import shutil
import stat
import subprocess
import sys
import sysconfig

import pytest

from provenscape.errors import UserError
from provenscape.study.files import write_text
from provenscape.workflow import jobs

MATPLOTLIBRC = """
axes.facecolor: pink
axes.formatter.limits: -1, 1
lines.linestyle: --
savefig.bbox: tight
svg.fonttype: path
"""


@pytest.fixture
def elsewhere(fresh):
    """A checkout at an odd place with an environment of its own in it: the project, its Python."""
    place = fresh.root.rename(fresh.root.with_name('it\'s a "b"'))
    environment = place / ".venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    version = f"python{sysconfig.get_python_version()}"
    packages = environment / "lib" / version / "site-packages"
    (packages / "all.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return type(fresh)(place), environment / "bin/python"


def test_neither_settings_nor_the_place_change_or_stop_a_build(elsewhere, first_build, tmp_path):
    """All at once: place, name of the results, home, umask, Matplotlib, encoding, language, time
    zone, threads, and another package of the name on the path."""
    project, python = elsewhere
    for path, content in {
        "matplotlib/matplotlibrc": MATPLOTLIBRC,
        "path/provenscape/__init__.py": "raise RuntimeError('another provenscape')\n",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text(content, encoding="utf-8")
    before = os.umask(0o077)
    try:
        run = project.snakemake(
            *("--config", "results=results of another day"),
            python=python,
            HOME="/proc/none",
            XDG_CACHE_HOME="/proc/none",
            LC_ALL="C",
            MPLCONFIGDIR=str(tmp_path / "matplotlib"),
            OMP_NUM_THREADS="7",
            OMP_PLACES="nowhere",
            PYTHONIOENCODING="latin-1",
            PYTHONPATH=str(tmp_path / "path"),
            TZ="Asia/Kathmandu",
        )
    finally:
        os.umask(before)
    assert run.returncode == 0, run.stderr
    expected = first_build[0].read("results/manifest.json")
    results = project.root / "results of another day"
    assert (results / "workflow.html").exists()
    manifest = (results / "manifest.json").read_text(encoding="utf-8")
    assert json.loads(manifest) == json.loads(expected)
    for path in results.rglob("*"):
        assert path.stat().st_mode & 0o077 == 0, path


def test_elsewhere_it_says_where_it_runs(built, tmp_path):
    """Called from a folder of the checkout, from outside, or as a module of another workflow."""
    (tmp_path / "other").mkdir()
    workflow = f"{built.root}/workflow/Snakefile"
    snakefile = f'module study:\n    snakefile: "{workflow}"\nuse rule * from study\n'
    (tmp_path / "other/Snakefile").write_text(snakefile, encoding="utf-8")
    remedy = ["--snakefile", workflow, "--directory", str(built.root)]
    for place, arguments in (
        (built.root / "config", ["--snakefile", "../workflow/Snakefile"]),
        (tmp_path, ["--snakefile", workflow]),
        (tmp_path / "other", []),
    ):
        run = type(built)(place).snakemake("--dry-run", *arguments)
        assert run.returncode != 0
        line = run.stderr.splitlines()[-1]
        assert line == (
            f"error: {place}: not the folder of this study; run it there: "
            f"snakemake {' '.join(remedy)}"
        )
    assert type(built)(tmp_path).planned(*remedy) == set()


def test_a_report_without_run_times_says_so(built):
    shutil.rmtree(built.root / ".snakemake")
    (built.root / "results/workflow.html").unlink()
    run = built.snakemake()
    assert run.returncode == 0
    assert "warning: results/workflow.html has not all run times" in run.stderr


@pytest.mark.parametrize(("mask", "mode"), [(0o077, 0o600), (0o002, 0o664), (0o022, 0o644)])
def test_who_may_read_a_file_is_left_to_the_user(tmp_path, mask, mode):
    before = os.umask(mask)
    try:
        write_text(tmp_path / "file", "…")
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == mode


def test_a_python_that_snakemake_cannot_run_is_refused_in_one_line(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "executable", "/somewhere/a b/python")
    with pytest.raises(UserError, match="a b/python: a path of Python with a blank or a quote"):
        jobs.name_python_plainly()
