"""Two searches side by side, each in a process of its own, until one has found something.

What a search tries it says on the way; what it found, it says last. A search that breaks, or takes
more memory than it may, has found nothing, and the other goes on. The limit is of the processor
time of each search, so that a loaded machine finds what an idle one does; for one that waits, or is
hardly ever let run, there is a limit by the clock too.
"""

import json
import os
import select
import signal
import time
from collections.abc import Callable, Mapping
from typing import Any

from provenscape.claims.isolation import confine, end
from provenscape.errors import UserError

MEGABYTES = 4_000
LATE = "not through after"
PATIENCE = 30  # seconds by the clock, at most, for one of processor time
Report = Callable[[str], None]
Search = Callable[[Report], dict[str, Any]]
Progress = Callable[[str, str, float], None]


def first_found(
    searches: Mapping[str, Search], seconds: float, progress: Progress
) -> tuple[dict[str, Any] | None, dict[str, str]]:
    """The first answer with `found`, if there is one in time; and why each other search ended.

    Raises UserError if a search does, as for a file that cannot be read.
    """
    start = time.monotonic()
    running: dict[int, tuple[str, int]] = {}
    ended: dict[str, str] = {}
    rest: dict[int, bytes] = {}
    try:
        for name, search in searches.items():
            reader, child = started(search, seconds)
            running[reader], rest[reader] = (name, child), b""
        while running:
            left = start + PATIENCE * seconds - time.monotonic()
            ready = select.select(list(running), [], [], max(0.0, left))[0]
            if not ready:
                ended |= {
                    name: f"{LATE} {PATIENCE * seconds:.3g} s by the clock"
                    for name, _ in running.values()
                }
                return None, ended
            for reader in ready:
                name, child = running[reader]
                chunk = os.read(reader, 1 << 20)
                *lines, rest[reader] = (rest[reader] + chunk).split(b"\n")
                for line in lines:
                    kind, value = json.loads(line)
                    if kind == "trying":
                        progress(name, *value)
                    elif kind == "error":
                        raise UserError(value)
                    elif "found" in value:
                        return value, ended
                    else:
                        ended[name] = value["nothing"]
                if not chunk:
                    del running[reader]
                    late = finish(reader, child) == signal.SIGPROF
                    reason = f"{LATE} {seconds:.3g} s of processor time"
                    ended.setdefault(name, reason if late else "its process broke off")
        return None, ended
    finally:
        for reader, (_, child) in running.items():
            finish(reader, child)


def started(search: Search, seconds: float) -> tuple[int, int]:
    """The end of a pipe at which a search that runs in a child process is heard, and the child."""
    reader, writer = os.pipe()
    child = os.fork()
    if child:
        os.close(writer)
        return reader, child
    try:
        os.close(reader)
        confine(seconds + 5, MEGABYTES)
        signal.setitimer(signal.ITIMER_PROF, seconds)  # which ends the process

        def say(kind: str, value: Any) -> None:
            os.write(writer, json.dumps([kind, value]).encode() + b"\n")

        try:
            found = search(lambda what: say("trying", [what, processor_time()]))
            say("found", {**found, "seconds": processor_time()})
        except UserError as error:
            say("error", str(error))
        except MemoryError:
            say("found", {"nothing": f"it takes more than {MEGABYTES} MB"})
        except Exception as error:
            say("found", {"nothing": f"it breaks off ({type(error).__name__}: {error})"})
    finally:
        os._exit(0)


def processor_time() -> float:
    """Seconds of this process and of those that it started and that have ended."""
    return sum(os.times()[:4])


def finish(reader: int, child: int) -> int:
    """End a child with all that it started; the signal that had ended it by itself, or 0."""
    os.close(reader)
    return end(child)[0]
