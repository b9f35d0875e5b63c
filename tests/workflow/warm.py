"""A Python that has imported what Snakemake, its jobs and tests need, before it is started.

Of a run in miniature most of the time goes into imports. Nothing of provenscape is among them.
"""

import shlex
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from workflow import forked

OWN = ("PYTHONPATH", "PYTHONDONTWRITEBYTECODE")  # settings of tests, which no user's run has


@cache
def _parent(executable: str) -> tuple[Any, Any]:
    """The folder of the command, and the process from which its runs are forked: both end with this
    process, the latter since its input does."""
    folder, pipe = tempfile.TemporaryDirectory(), subprocess.PIPE
    place = Path(folder.name, forked.COMMAND)
    asking = shlex.join([executable, "-I", "-S", forked.__file__, folder.name])
    place.write_text(f'#!/bin/sh\nexec {asking} "$@"\n', encoding="utf-8")
    place.chmod(0o755)
    process = subprocess.Popen([executable, forked.__file__, folder.name], stdin=pipe, stdout=pipe)
    assert process.stdout is not None and process.stdout.readline()  # it listens
    return folder, process


def python(executable: str = sys.executable) -> str:
    """The command that does as this Python would, for `-m MODULE` or a script."""
    folder, _ = _parent(executable)
    return str(Path(folder.name, forked.COMMAND))
