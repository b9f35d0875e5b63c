"""Other processors give the same tables, to the digits that are declared, and the same counts.

    pytest -m processors

Other processors are this one made to run what they would: OpenBLAS its kernels for one without AVX2
or for one with AVX-512, NumPy and XLA no instructions beyond. Experiments run at effort quick, and
with another root seed, each in a process of its own, as these choices are made at its start.
"""

import json
import os
import platform
import subprocess
import sys
from functools import cache

import published
import pytest

from provenscape.study import reference, registry, tables

EXPERIMENTS = (
    "random_landscapes/eigenvalue_density",
    "random_landscapes/positive_definite_probability",
    "strict_saddle_problems/predicted_spectra",
    "hardness/chain_progress",
    "saddle_escape/chain_noisy",
    "neural_landscapes/path_lengths",
)
XLA = "--xla_cpu_multi_thread_eigen=false --xla_cpu_max_isa="
PROCESSORS = {
    "Nehalem": {
        "OPENBLAS_CORETYPE": "Nehalem",
        "NPY_DISABLE_CPU_FEATURES": "X86_V3 X86_V4 AVX512_ICL AVX512_SPR",
        "XLA_FLAGS": f"{XLA}SSE4_2",
    },
    "SkylakeX": {
        "OPENBLAS_CORETYPE": "SkylakeX",
        "NPY_DISABLE_CPU_FEATURES": "",
        "XLA_FLAGS": f"{XLA}AVX512",
    },
}
CODE = """
import json, os, sys
from pathlib import Path
import provenscape
os.environ |= json.loads(sys.argv[1])  # after the package has pinned its own, before NumPy
from provenscape.study import experiments, registry, tables
path, folder, seed = Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4])
(made,) = (one for one in registry.experiments(path.parents[2]) if one.path == path)
ran = experiments.run(path, made.parameters["quick"], seed, made.tables)
for name, table in ran.items():
    tables.write(table, folder / f"{name}.csv")
"""
EXACT = ("successes", "trials")

pytestmark = [
    pytest.mark.processors,
    pytest.mark.skipif(platform.machine() != "x86_64", reason="kernels of x86-64 are forced"),
]


def features():
    """What this processor has, where Linux tells it."""
    with open("/proc/cpuinfo", encoding="utf-8") as stream:
        return next(line for line in stream if line.startswith("flags")).split()


@cache
def ran(name, folder, processor=None):
    """The tables of an experiment as if run on another processor."""
    made = next(m for m in published.EXPERIMENTS if f"{m.chapter}/{m.name}" == name)
    folder = folder / f"{made.name}-{processor}"
    settings = json.dumps(PROCESSORS[processor] if processor else {})
    run = subprocess.run(
        [sys.executable, "-c", CODE, settings, made.path, folder, str(published.ROOT_SEED)],
        env=os.environ | {"PYTHONPATH": str(published.ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return made, {table: tables.read(folder / f"{table}.csv") for table in made.tables}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("processors")


def beyond(made: registry.Experiment, mine, others):
    """The columns that differ by more than is declared, or at all where they decide verdicts."""
    told = []
    for name, table in mine.items():
        rows = {row["column"]: row for row in reference.summary(name, table)}
        for change in reference.changes(name, others[name], rows):
            exact = change.column in EXACT
            if exact or change.digits < reference.declared_digits(made, change):
                told.append(str(change))
    return told


@pytest.mark.parametrize("processor", PROCESSORS)
@pytest.mark.parametrize("name", EXPERIMENTS)
def test_tables_are_the_same_to_the_digits_declared(name, processor, folder):
    if processor == "SkylakeX" and "avx512f" not in features():
        pytest.skip("this processor has no AVX-512")
    made, mine = ran(name, folder)
    assert beyond(made, mine, ran(name, folder, processor)[1]) == []
