"""Runs of pytest, each in a process forked from one that has imported what the tests need.

Of a run of few tests most of the time would go into imports. Where a fault is in provenscape, all
of it is imported anew.
"""

import gc
import math
import os
import resource
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path

IMPORTED = (
    "coverage", "cvxpy", "flint", "grimp", "hypothesis.strategies", "jax.numpy", "jinja2",
    "jsonschema", "matplotlib.pyplot", "mpmath", "numpy", "optax", "pandas", "PEPit", "PIL.Image",
    "pybtex.database", "pytest", "scipy.linalg", "scipy.optimize", "scipy.stats", "seaborn",
    "sklearn.datasets", "sympy", "xdist.plugin", "yaml", "z3",
)  # fmt: skip
OURS = ("provenscape", "pytest_provenscape", "published")
MEGABYTES = 16_000
HOUR = 3600


def warm(root: Path) -> None:
    """Import what the tests need, and run nothing of it.

    What starts threads, as grimp does where it looks for imports, would leave a forked process
    waiting for threads that it does not have.
    """
    for name in IMPORTED:
        import_module(name)
    sys.path[:0] = [str(root / "src"), str(root / "tests")]
    gc.collect()
    gc.freeze()


def forked(
    task: Callable[[], int], folder: Path, seconds: float, log: Path, anew: bool
) -> int | None:
    """The status of a task in the folder, in a process of its own; None if it ran out of time: so
    many seconds of a processor, or an hour more than that in all.

    What is ours is imported `anew` or is there already.
    """
    child = os.fork()
    if not child:
        status = 70
        try:
            _settle(folder, log, anew)
            resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(seconds), resource.RLIM_INFINITY))
            status = task()
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)
    deadline = time.monotonic() + seconds + HOUR
    while True:
        ended, status = os.waitpid(child, os.WNOHANG)
        late = time.monotonic() > deadline
        if ended or late:
            _end(child)
            if not ended:
                os.waitpid(child, 0)
            code = os.waitstatus_to_exitcode(status) if ended else -signal.SIGXCPU
            return None if code == -signal.SIGXCPU else code
        time.sleep(0.05)


def _end(group: int) -> None:
    """End what is left of a process and those that it started."""
    with suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)


def _settle(folder: Path, log: Path, anew: bool) -> None:
    """Be at home in the folder, with a voice in the log."""
    os.setsid()
    stream = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for number in (1, 2):
        os.dup2(stream, number)
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 2**20,) * 2)
    os.chdir(folder)
    os.environ["PYTHONPATH"] = str(folder / "src")
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    sys.dont_write_bytecode = True
    for name in [m for m in sys.modules if m.partition(".")[0] in OURS and anew]:
        del sys.modules[name]


def pytest(files: Sequence[str], plugin: object, scratch: Path) -> int:
    """Run the tests of these files, in this process."""
    options = ["-q", "-p", "no:cacheprovider", f"--basetemp={scratch}",
               "-W", "ignore::pytest.PytestAssertRewriteWarning"]  # fmt: skip
    try:
        return int(import_module("pytest").main([*options, *files], plugins=[plugin]))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
