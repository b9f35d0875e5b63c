"""A limit on the processor time of a task and of all processes that it started."""

import os
import resource
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

from provenscape.errors import UserError

EVERY = 0.25  # seconds of the clock between looks
LEFT = 2  # seconds more after which a task that does not look is ended


class _Late(BaseException):
    """Passes through all that waits for exceptions of its own."""


def limited(task: Callable[[], Any], seconds: int, name: str) -> Any:
    """What the task returns, in a process of its own; raises UserError after so many seconds."""

    def look(*_: Any) -> None:
        if _spent(os.getpid()) > seconds:
            raise _Late

    resource.setrlimit(resource.RLIMIT_CPU, (seconds + LEFT,) * 2)
    signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, EVERY, EVERY)
    try:
        return task()
    except _Late:
        reason = f"nothing was found within {seconds} s of processor time"
        raise UserError(f"{name}: {reason}; give it more by --seconds") from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _spent(process: int) -> float:
    """The processor time of a process, its children and theirs; of those that have ended alone
    where the system has no /proc."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
        children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    except OSError:
        return sum(os.times()[:4]) if process == os.getpid() else 0.0
    own = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    return own + sum(_spent(int(child)) for child in children)
