"""One task in a process of its own: what it changes, prints or eats does not reach the others.

The process is forked from a warm one, which costs milliseconds.
"""

import json
import math
import os
import resource
import select
import signal
import sys
import time
from collections.abc import Callable
from typing import Any

from provenscape.errors import UserError

SECONDS = 120  # of processor time
PATIENCE = 10  # so many times as long by the clock: others may take the processor
LONGEST_MESSAGE = 600  # characters
MEGABYTES = 6_000
LARGEST_ANSWER = 50_000_000  # bytes


def isolated(
    task: Callable[[], Any],
    name: str,
    seconds: float = SECONDS,
    megabytes: int = MEGABYTES,
    remedy: str = "find what does not end",
    patience: float = PATIENCE,
) -> Any:
    """The JSON value that `task` returns, computed in a child process.

    Its output is dropped. Raises `UserError` with what the task raised as one, or where it takes
    longer than `seconds` of processor time, `patience` times as long by the clock, or more than
    `megabytes`, answers too much, or ends without an answer.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _answer(task, writer, seconds, megabytes)
    os.close(writer)
    try:
        answer = _read(reader, seconds * patience)
    finally:
        os.close(reader)
        ended_by, used = end(child)
    late = ended_by == signal.SIGXCPU or used >= seconds  # it may be deaf to the signal
    if answer is None or (late and not answer):
        raise UserError(f"{name}: it takes longer than {seconds:g} s; {remedy}")
    if len(answer) > LARGEST_ANSWER:
        raise UserError(f"{name}: it answers more than {LARGEST_ANSWER // 10**6} MB; shorten it")
    if ended_by == signal.SIGSEGV:
        raise UserError(f"{name}: Python itself broke off; write it in smaller pieces")
    if not answer:
        raise UserError(f"{name}: its process ended without an answer; a proof returns a theorem")
    kind, value = json.loads(answer)
    if kind == "error":
        raise UserError(shortened(value))
    if kind == "memory":
        raise UserError(f"{name}: it takes more than {megabytes} MB; make its steps smaller")
    return value


def _answer(task: Callable[[], Any], writer: int, seconds: float, megabytes: int) -> None:
    """Run the task in this child process, write its answer and end; it does so too if nobody is
    left to end it."""
    try:
        confine(seconds, megabytes)
        try:
            answer = ("value", task())
        except UserError as error:
            answer = ("error", str(error))
        except MemoryError:
            answer = ("memory", "")
        with os.fdopen(writer, "wb") as stream_out:
            stream_out.write(json.dumps(answer).encode())
    finally:
        os._exit(0)


def confine(seconds: float, megabytes: int) -> None:
    """Give this child process a group of its own, no voice, and limits."""
    os.setpgid(0, 0)
    quiet = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(quiet, stream)
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20,) * 2)
    whole = math.ceil(seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (whole, whole + 5))


def _read(reader: int, seconds: float) -> bytes | None:
    """All that the child writes, as far as it is not too much; None if it takes too long."""
    deadline, chunks, size = time.monotonic() + seconds, [], 0
    while size <= LARGEST_ANSWER:
        ready, _, _ = select.select([reader], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            return None
        chunk = os.read(reader, 1 << 20)
        if not chunk:
            break
        chunks.append(chunk)
        size += len(chunk)
    return b"".join(chunks)


def shortened(message: str) -> str:
    """The message in one line of readable length."""
    line = " ".join(message[: 2 * LONGEST_MESSAGE].split())
    return line if len(line) <= LONGEST_MESSAGE else f"{line[:LONGEST_MESSAGE]} …"


def end(child: int) -> tuple[int, float]:
    """End the child and what it started; the signal that had ended it by itself, or 0, and the
    seconds of processor time that it took."""
    for kill, target in ((os.killpg, child), (os.kill, child)):
        try:
            kill(target, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            continue
    _, status, usage = os.wait4(child, 0)
    return os.WTERMSIG(status), usage.ru_utime + usage.ru_stime
