"""A second process beside a job, which says what the job cannot say itself: that it was killed, for
want of memory perhaps, or that it does not end, and then ends it.

This file is that process too, run by its path; so it imports nothing of the package.
"""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ENDED = b"."


@contextmanager
def watched(name: str, log: Path, minutes: float) -> Iterator[None]:
    """Have this process watched while the body runs, for at most so many minutes.

    A line on standard error, and in `log`, tells of a job that is killed or takes longer; one that
    takes longer is killed, even if it hangs in compiled code.
    """
    command = [sys.executable, "-I", "-S", __file__, name, str(log), str(minutes)]
    with subprocess.Popen([*command, str(os.getpid())], stdin=subprocess.PIPE) as watcher:
        try:
            yield
        finally:
            assert watcher.stdin is not None
            watcher.stdin.write(ENDED)


def watch(name: str, log: str, minutes: str, job: str) -> None:
    """Wait until the job says on standard input that its body ended, or is gone, or is late."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # meant for the job, which says what it does
    late = not select.select([sys.stdin], [], [], 60 * float(minutes))[0]
    if not late and os.read(0, 1) == ENDED:
        return
    if late:
        told = (
            f"{name} takes longer than {float(minutes):g} min; find what does not end, or "
            f"allow more: --set-resources {name}:runtime=MINUTES"
        )
    else:
        told = (
            f"{name} was killed or broke off, for want of memory perhaps; run again, "
            "with fewer --cores"
        )
    with open(log, "a", encoding="utf-8") as stream:
        print(f"error: {told}", file=stream)
    print(f"error: {told}", file=sys.stderr, flush=True)
    if late:
        os.kill(int(job), signal.SIGKILL)


if __name__ == "__main__":
    watch(*sys.argv[1:])
