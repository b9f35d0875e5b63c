"""A real SLURM of one node on loopback, from Debian's packages, and Snakemake's plugins beside it.

    apt-get install --no-install-recommends slurm-wlm

It is started as root where no other SLURM is configured, and needs two processors; the plugins come
from the package index, into a folder of the test. What is missing is the reason of the skip.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from workflow.conftest import built, first_build, fresh  # noqa: F401  (the study in miniature)

CONFIGURATION = Path("/etc/slurm/slurm.conf")  # the plugin asks no other place
DAEMONS = ("slurmctld", "slurmd")
PLUGINS = (
    "snakemake-executor-plugin-cluster-generic==1.0.9",
    "snakemake-executor-plugin-slurm==2.8.0",
    "snakemake-executor-plugin-slurm-jobstep==0.6.1",
    "throttler==1.2.3",
)


@pytest.fixture(scope="session")
def plugins(tmp_path_factory):
    """What PYTHONPATH must be for Snakemake to find its executors."""
    if importlib.util.find_spec("snakemake_executor_plugin_slurm"):
        return ""
    folder = tmp_path_factory.mktemp("plugins")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", folder]
    run = subprocess.run([*command, *PLUGINS], capture_output=True, text=True, check=False)
    if run.returncode:
        pytest.skip(f"Snakemake's plugins cannot be had: {run.stderr.strip().splitlines()[-1]}")
    return str(folder)


def refusal():
    """Why no SLURM can be started here; empty if it can."""
    missing = [name for name in (*DAEMONS, "sbatch") if shutil.which(name) is None]
    if missing:
        return f"no {missing[0]}: apt-get install --no-install-recommends slurm-wlm"
    if os.geteuid() != 0:
        return "SLURM is started by root alone"
    if CONFIGURATION.exists():
        return f"{CONFIGURATION} is that of another SLURM"
    return "" if os.cpu_count() > 1 else "SLURM's node needs two processors"


@pytest.fixture(scope="session")
def slurm(tmp_path_factory, plugins):
    """SLURM, until the last test is over; what PYTHONPATH must be for it."""
    if refusal():
        pytest.skip(refusal())
    folder = tmp_path_factory.mktemp("slurm")
    for name in ("state", "spool"):
        (folder / name).mkdir()
    text = Path(__file__).with_name("slurm.conf").read_text(encoding="utf-8")
    host = os.uname().nodename.partition(".")[0]
    CONFIGURATION.parent.mkdir(exist_ok=True)
    CONFIGURATION.write_text(text.format(host=host, folder=folder), encoding="utf-8")
    started = []
    try:
        for name in DAEMONS:
            with (folder / f"{name}.out").open("w") as output:
                started.append(subprocess.Popen([name, "-D"], stdout=output, stderr=output))
        until = time.monotonic() + 30
        while not answers("idle"):
            if time.monotonic() > until:
                pytest.skip(f"SLURM does not start: {last_line(folder / 'slurmctld.log')}")
            time.sleep(0.5)
        yield plugins
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait(timeout=30)
        CONFIGURATION.unlink()


def answers(state):
    """Whether the node of SLURM is in this state."""
    run = subprocess.run(
        ["sinfo", "--noheader", "--format=%t"], capture_output=True, text=True, check=False
    )
    return run.stdout.strip() == state


def last_line(path):
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return lines[-1] if lines else "it says nothing"
