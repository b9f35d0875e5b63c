"""Snakemake imported once: each run is forked from a process that has imported it and has run
nothing, for of a dry run in miniature two thirds of the time go into imports.

This file, run as a program, is the process to fork from. A line of its input asks for a run, a line
of its output is the status with which that ended.
"""

import gc
import json
import os
import runpy
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

IMPORTED = (  # nothing of provenscape
    "snakemake.cli", "snakemake.profiles", "snakemake.report.html_reporter", "snakemake.storage",
    "grimp", "jsonschema", "pandas", "pulp", "smart_open", "yaml",
)  # fmt: skip


@cache
def parent() -> subprocess.Popen[str]:
    """The process to fork from; it ends with its input, when this process does."""
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, __file__], stdin=pipe, stdout=pipe, text=True)


def snakemake(
    arguments: Sequence[str], cwd: Path, environment: Mapping[str, str], seconds: int
) -> subprocess.CompletedProcess[str]:
    """What `python -m snakemake` with these arguments does and says in this folder."""
    with tempfile.NamedTemporaryFile("w+") as out, tempfile.NamedTemporaryFile("w+") as err:
        asked = [[*arguments], str(cwd), dict(environment), seconds, out.name, err.name]
        print(json.dumps(asked), file=parent().stdin, flush=True)
        status = int(parent().stdout.readline())
        said = Path(out.name).read_text(), Path(err.name).read_text()
    return subprocess.CompletedProcess(["snakemake", *arguments], status, *said)


def answer() -> list[Any] | None:
    """Fork for each request and answer with the status; in each child, return its request."""
    for line in sys.stdin:
        child = os.fork()
        if not child:
            return json.loads(line)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
    return None


def become(arguments, cwd, environment, seconds, *streams) -> None:
    """Let this process be Snakemake as it is started in that folder."""
    signal.alarm(seconds)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for number, path in enumerate(streams, 1):
        os.dup2(os.open(path, os.O_WRONLY), number)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    sys.path[0] = cwd
    sys.argv = ["snakemake", *arguments]
    runpy.run_module("snakemake", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    for name in IMPORTED:
        import_module(name)
    gc.freeze()
    request = answer()
    if request:
        become(*request)
